"""The look that the decree gives to a component, and how a component departs from it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.documents.components import wording
from kshc_cli.documents.components.act import Paragraphs
from kshc_cli.documents.layout.inspected import Inspected, lettered
from kshc_cli.documents.layout.names import name_of
from kshc_cli.documents.layout.rule import LayoutFault
from kshc_cli.documents.word.body import Paragraph, Run
from kshc_cli.documents.word.edits import LettersEdit, ParagraphEdit, WordsEdit
from kshc_cli.messages import _, decimal

_ASIDE: Final = 5 * 1440 / 25.4
"""How far from the middle words may stand, twips: what nobody sees in a heading."""

CROWDED: Final = 1.05
"""How much wider than its cell a line may measure: letters can be set closer."""

_ABBREVIATED: Final = 3
"""Letters of the longest abbreviation in capitals."""

SIGNS: Final = (".", ":", ";", ",")
"""What stands behind a sentence or an item, and not behind a name."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a component is set; None where any way will do."""

    smallest: float
    """The smallest and largest size of its letters, points."""
    largest: float
    bold: bool = False
    italic: bool = False
    capitals: bool | None = None
    centred: bool = False
    lined: bool = False
    """Whether its words may be underlined, for the line that belongs under it."""
    fitting: float | None = None
    """The size that goes with the components beside it, points, where one does."""


def look_faults(name: str, paragraphs: Paragraphs, look: Setting, document: Inspected) -> Iterator[LayoutFault]:
    """Yield how a component departs from its look: each way once, at the first place."""
    called = name_of(name)
    yield from _weight_faults(called, paragraphs, look)
    yield from _slope_faults(called, paragraphs, look)
    yield from size_faults(name, paragraphs, look)
    yield from _underline_faults(called, paragraphs, look)
    for paragraph in paragraphs:
        capitals = wording.in_capitals(paragraph)
        if look.capitals is not None and capitals is not look.capitals and any(map(str.isalpha, paragraph.printed)):
            yield case_fault(name, paragraph, capitals=look.capitals)
            break
    for paragraph in () if any(_is_spaced(each, document) for each in paragraphs) else paragraphs:
        if look.centred and not is_centred(paragraph, document):
            yield _off_centre(called, paragraph, document)
            break


def points_of(paragraphs: Paragraphs) -> float:
    """Return the size of most letters of the first of paragraphs, 0 where it has none."""
    letters: Counter[float] = Counter()
    for run in lettered(paragraphs[0]) if paragraphs else ():
        letters[run.format.points] += len(run.text)
    return max(letters, key=lambda size: letters[size], default=0)


def is_centred(paragraph: Paragraph, document: Inspected) -> bool:
    """Tell whether a paragraph stands in the middle; of what tabs or spaces set nobody can tell: taken for yes."""
    middle = _middle(paragraph, document)
    column = document.widths[paragraph.address.paragraph]
    return paragraph.format.alignment == "center" or (middle is None or abs(middle - column / 2) <= _ASIDE)


def under_faults(name: str, words: Paragraphs, above: Paragraphs, document: Inspected) -> Iterator[LayoutFault]:
    """Yield the fault of words that do not stand in the middle under any of those ``above`` them in the same column.

    Where tabs, spaces or other columns set them nobody can tell.
    """
    here = _middle(words[0], document)
    middles = [middle for each in above if _same_column(words[0], each) and (middle := _middle(each, document))]
    if here is not None and middles and all(abs(here - there) > _ASIDE for there in middles):
        yield _off_centre(name_of(name), words[0], document)


def _off_centre(called: str, paragraph: Paragraph, document: Inspected) -> LayoutFault:
    is_whole = document.original(paragraph).text == paragraph.text
    edit = ParagraphEdit(paragraph, alignment="center", first_line=0) if is_whole else None
    return LayoutFault(_("{component} is not centred.").format(component=called), _("Centre it."), paragraph, edit)


def apart_faults(name: str, lines: Paragraphs, document: Inspected) -> Iterator[LayoutFault]:
    """Yield the fault of the first line of a component that does not stand in the middle under the first one."""
    first: dict[tuple[int | None, int | None], Paragraph] = {}
    for each in lines:
        above = first.setdefault((each.address.table, each.address.cell), each)
        faults = list(under_faults(name, (each,), (above,), document))
        if faults:
            yield faults[0]
            return


def sign_faults(name: str, words: Paragraphs, signs: tuple[str, ...] = SIGNS) -> Iterator[LayoutFault]:
    """Yield the fault of a component with a sign behind it, where it is a name and no sentence."""
    for each in words[-1:]:
        said = each.printed.strip()
        if said.endswith(signs) and not said.endswith(".."):
            message = _("{component} ends with “{sign}”.").format(component=name_of(name), sign=said[-1])
            yield LayoutFault(message, _("Delete the sign behind it."), each, without_sign(each))


def without_sign(paragraph: Paragraph) -> WordsEdit | None:
    """Return what deletes the last sign of a paragraph; nothing where it may belong to an abbreviation (ABC Corp.)."""
    words = paragraph.text.strip()
    return WordsEdit(paragraph, words[:-1].rstrip()) if ends_in_words(words[:-1]) else None


def _is_plain_name(words: str) -> bool:
    """Tell words of letters alone, none with a capital inside (iGate): they can be written in capitals."""
    parts = re.split(r"[\s,–-]+", words.removesuffix(":"))
    return all(part.isalpha() and (part.islower() or part.istitle() or part.isupper()) for part in parts)


def ends_in_words(text: str) -> bool:
    """Tell whether a text ends with a word in small letters or all in capitals, no abbreviation, address or figure."""
    last = text.rsplit(maxsplit=1)[-1] if text.split() else ""
    is_word = last.isalpha() and len(last) > 1
    return is_word and (last.islower() or (last.isupper() and len(last) > _ABBREVIATED and text.isupper()))


def _same_column(one: Paragraph, other: Paragraph) -> bool:
    return (one.address.table, one.address.cell) == (other.address.table, other.address.cell)


def _is_spaced(paragraph: Paragraph, document: Inspected) -> bool:
    """Tell whether spaces set a paragraph, so that the lines beside it are set by hand too."""
    return document.original(paragraph).text.startswith("  ")


def _middle(paragraph: Paragraph, document: Inspected) -> float | None:
    """Return how far the middle of a paragraph stands from its column's left, twips; None where nobody can tell."""
    whole, look = document.original(paragraph).text, paragraph.format
    lines, room = document.lines(paragraph), document.available(paragraph)
    if sum(lines) <= room * CROWDED:
        lines = [min(sum(lines), room)]
    if "\t" in whole or whole != paragraph.text or _is_spaced(paragraph, document):
        return None
    if look.alignment == "center":
        return look.left + room / 2
    first = look.first_line if len(lines) == 1 else 0
    return look.left + (room - lines[-1] / 2 if look.alignment == "right" else first + lines[-1] / 2)


def size_faults(name: str, paragraphs: Paragraphs, look: Setting) -> Iterator[LayoutFault]:
    """Yield the first place where letters are smaller or larger than the decree allows."""

    def is_wrong(run: Run) -> bool:
        return not look.smallest <= run.format.points <= look.largest

    wrong = _first(paragraphs, is_wrong)
    if wrong is None:
        return
    points = next(run.format.points for run in lettered(wrong) if is_wrong(run))
    edit = LettersEdit(paragraphs, is_wrong, points=(look.fitting or look.smallest, look.fitting or look.largest))
    facts = {"component": name_of(name), "points": decimal(points), "least": decimal(look.smallest)}
    if look.smallest == look.largest:
        message = _("{component} is set in {points} points, not in {least}.").format(**facts)
        yield LayoutFault(message, _("Set it in {least} points.").format(least=facts["least"]), wrong, edit)
        return
    facts["most"] = decimal(look.largest)
    message = _("{component} is set in {points} points, not in {least} to {most}.").format(**facts)
    remedy = _("Set it in {least} to {most} points.").format(least=facts["least"], most=facts["most"])
    yield LayoutFault(message, remedy, wrong, edit)


def _weight_faults(called: str, paragraphs: Paragraphs, look: Setting) -> Iterator[LayoutFault]:
    message = _("{component} is not bold throughout.") if look.bold else _("{component} is bold.")
    remedy = _("Make it bold.") if look.bold else _("Take the bold type away.")
    edit = LettersEdit(paragraphs, lambda run: run.format.bold is not look.bold, bold=look.bold)
    yield from _letter_faults(message.format(component=called), remedy, edit)


def _slope_faults(called: str, paragraphs: Paragraphs, look: Setting) -> Iterator[LayoutFault]:
    message = _("{component} is not italic throughout.") if look.italic else _("{component} is italic.")
    remedy = _("Make it italic.") if look.italic else _("Set it upright.")
    edit = LettersEdit(paragraphs, lambda run: run.format.italic is not look.italic, italic=look.italic)
    yield from _letter_faults(message.format(component=called), remedy, edit)


def _underline_faults(called: str, paragraphs: Paragraphs, look: Setting) -> Iterator[LayoutFault]:
    edit = LettersEdit(() if look.lined else paragraphs, lambda run: run.format.underlined, underlined=False)
    yield from _letter_faults(
        _("{component} is underlined.").format(component=called), _("Take the underline away."), edit
    )


def _letter_faults(message: str, remedy: str, edit: LettersEdit) -> Iterator[LayoutFault]:
    """Yield the fault of letters that an edit would change, at the first of its paragraphs that has any."""
    wrong = _first(edit.paragraphs, edit.is_wrong)
    if wrong is not None:
        yield LayoutFault(message, remedy, wrong, edit)


def case_fault(name: str, paragraph: Paragraph, *, capitals: bool) -> LayoutFault:
    """Return the fault of words that are not in ``capitals``, or are although they should not be."""
    called = name_of(name)
    if capitals:
        message = _("{component} is not in capitals.").format(component=called)
        words = paragraph.text.strip()
        edit = WordsEdit(paragraph, words.upper()) if _is_plain_name(words) else None
        return LayoutFault(message, _("Write it in capitals."), paragraph, edit)
    return LayoutFault(
        _("{component} is in capitals.").format(component=called), _("Write it in small letters."), paragraph
    )


def _first(paragraphs: Paragraphs, is_wrong: Callable[[Run], bool]) -> Paragraph | None:
    return next((each for each in paragraphs if any(map(is_wrong, lettered(each)))), None)
