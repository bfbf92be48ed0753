"""Rules of the Phụ lục: how it is numbered, and that the text points to it (Phụ lục I, phần I, mục III, 1)."""

import re
from collections.abc import Iterator
from typing import Final

from kshc_cli.documents.components.act import Act, ActKind
from kshc_cli.documents.components.models import Model
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.rule import LayoutFault, Subjects, rule
from kshc_cli.documents.layout.stamps import stamp_of
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.messages import _
from kshc_cli.reading.folding import canonical, composed

_ANNEX: Final = frozenset({Model.ANNEX})
_NUMBER: Final = re.compile(r"phụ lục\s+(?:số\s+)?(\w+)", re.IGNORECASE)
_WHOLE: Final = re.compile(r"phụ lục\s+(?:số\s+)?([IVX]+)[.:]?", re.IGNORECASE)
_ORDER: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_NAMED: Final = re.compile(
    r"phụ lục (?:số )?([ivx]+)\b((?:(?:,|;| và| &) (?:phụ lục )?(?:số )?[ivx]+\b)*)( ?(?:đến|-))?"
)
"""One or several Phụ lục named by their numbers, and the sign of a span of them."""
_UNNAMED: Final = re.compile(r"phụ lục(?! (?:số )?[ivx]+\b)")
_ROMAN: Final = re.compile(r"[IVXLC]+")
_POINTED: Final = re.compile(
    r"phụ lục|\bpl\b|đính kèm|(?:biểu|bảng|mẫu|danh mục|danh sách|đề cương)\b.{0,120}\bkèm\b|\bkèm (?:theo )?(?:các )?"
    r"(?:biểu|bảng|mẫu|danh mục|danh sách|đề cương)\b"
)
"""How a text points to what stands behind it; a list or form need not be called Phụ lục to be found."""


def _annexes(document: Inspected) -> Iterator[Act]:
    return (act for act in document.acts if act.is_annex)


def _pointing(document: Inspected) -> Iterator[tuple[Act, ...]]:
    """Yield the annexes of a file that holds the text they belong to."""
    annexes = tuple(_annexes(document))
    if annexes and document.main and document.main.content:
        yield annexes


ANNEXES: Final = Subjects(_annexes, lambda: _("the file holds no Phụ lục"))
WITH_TEXT: Final = Subjects(_pointing, lambda: _("the file does not hold both a text and its Phụ lục"))


@rule("nd30.I.III.1-annex-number", ANNEXES, models=_ANNEX)
def annex_number(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """Where there are several Phụ lục, each has a number, in Roman figures."""
    found = _NUMBER.match(composed(act.title[0].printed.strip()))
    if found and not _ROMAN.fullmatch(found[1]):
        yield LayoutFault(
            _("The Phụ lục is numbered “{number}”, not in Roman figures.").format(number=found[1]),
            _("Number them “Phụ lục I”, “Phụ lục II” …; one alone needs no number."),
            act.title[0],
        )
    elif not found and len(list(_annexes(document))) > 1:
        yield LayoutFault(
            _("One of several Phụ lục has no number."),
            _("Number them “Phụ lục I”, “Phụ lục II” …; one alone needs no number."),
            act.title[0],
        )
    elif found and document.main and (wanted := _wanted(act, document)):
        yield LayoutFault(
            _("“{wanted}” is expected here, not “{number}”.").format(wanted=wanted, number=found[1]),
            _("Number one after the other, without gap or repetition."),
            act.title[0],
        )


def _groups(document: Inspected) -> list[list[Act]]:
    """Return the Phụ lục of each text of the file together; a form, which has no number yet, parts them not."""
    groups: list[list[Act]] = [[]]
    for act in document.acts:
        if act.is_annex:
            groups[-1].append(act)
        elif act.kind is not ActKind.OTHER or stamp_of(" ".join(each.printed for each in act.number)).number:
            groups.append([])
    return groups


def _wanted(act: Act, document: Inspected) -> str:
    """Return the number that a Phụ lục should have by its place; nothing where it has it, or nobody can tell."""
    siblings = next(group for group in _groups(document) if any(one is act for one in group))
    numbers = [_WHOLE.fullmatch(composed(one.title[0].printed.strip())) for one in siblings]
    place = next(place for place, one in enumerate(siblings) if one is act)
    here = numbers[place]
    if here is None or len(numbers) == 1 or place >= len(_ORDER) or None in numbers:
        return ""
    return "" if here[1] == _ORDER[place] else _ORDER[place]


@rule("nd30.I.III.1-annex-name", ANNEXES, models=_ANNEX)
def annex_name(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """A Phụ lục has a name, in capitals under the word Phụ lục."""
    if not act.subject and "\n" not in act.title[0].printed.strip():
        yield LayoutFault(
            _("The Phụ lục has no name."),
            _("Write what it holds under the word Phụ lục, in capitals and bold."),
            act.title[0],
        )


@rule("nd30.I.III.1-annex-mentioned", WITH_TEXT)
def annex_mentioned(annexes: tuple[Act, ...], document: Inspected) -> Iterator[LayoutFault]:
    """The text of a document points to the Phụ lục that stands behind it."""
    texts = [act for act in document.acts if not act.is_annex]
    if not any(_POINTED.search(canonical(words)) for act in texts for words in _words(act)):
        yield LayoutFault(
            _("The text never mentions the Phụ lục behind it."),
            _("Say in the text what stands there, such as “(Phụ lục I kèm theo)”."),
            annexes[0].title[0],
        )
    elif (missing := _not_named(annexes, texts)) is not None:
        yield LayoutFault(
            _("The text names the other Phụ lục, but not this one."),
            _("Say in the text what stands there, such as “(Phụ lục I kèm theo)”."),
            missing.title[0],
        )


def _not_named(annexes: tuple[Act, ...], texts: list[Act]) -> Act | None:
    """Return the first Phụ lục whose number the text leaves out, where it names all others by theirs."""
    words = canonical(" ".join(words for act in texts for words in _words(act)))
    named = list(_NAMED.finditer(words))
    if len(annexes) == 1 or not named or _UNNAMED.search(words) or any(found[3] for found in named):
        return None
    numbers = {number for found in named for number in re.findall(r"[ivx]+\b", f"{found[1]}{found[2]}")}
    return next(
        (
            act
            for act in annexes
            if (whole := _WHOLE.fullmatch(composed(act.title[0].printed.strip()))) and whole[1].lower() not in numbers
        ),
        None,
    )


def _words(act: Act) -> Iterator[str]:
    for block in (*act.subject, *act.bases, *act.content):
        for paragraph in (block,) if isinstance(block, Paragraph) else block.paragraphs:
            yield paragraph.printed
