"""Rules of attached texts and of the document as a whole: what must stand in it and what must not."""

import re
from collections.abc import Iterator
from typing import Final

from kshc_cli.documents.components import wording
from kshc_cli.documents.components.act import Act, ActKind
from kshc_cli.documents.components.models import MISSING, OWN, PARTS, model_of
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.looks import Setting, case_fault, look_faults
from kshc_cli.documents.layout.names import name_of
from kshc_cli.documents.layout.rule import LayoutFault, Subjects, component, rule
from kshc_cli.documents.layout.stamps import IssueStamp, plain, stamp_of
from kshc_cli.messages import _
from kshc_cli.reading.folding import canonical

_NEEDED: Final = ("nation", "motto", "issuer", "number", "place_date", "subject", "position", "recipients_label")
_ADDRESSED: Final = frozenset({"tờ trình"})
"""Kinds that say to whom they go."""

_CITED_KIND: Final = re.compile(r"kèm theo (\w+ \w+) số")
_OF_BODY: Final = re.compile(r"\bcủa ([^)]+)\)?\s*$")
_GENERIC: Final = re.compile(
    r"\b(?:chủ tịch|giám đốc|hiệu trưởng|trưởng ban|cục trưởng|bộ trưởng|ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd"
    r"|sở|bộ|ban|phòng|cục|chi cục|trường|tỉnh|thành phố|tp\.?|xã|phường|đặc khu|huyện|và)(?!\w)"
)
"""Words of bodies that tell none from another."""
_OWN: Final = ("number", "position", "recipients_label")
"""What only the decision has; a Phụ lục may hold a form, with who fills it in and signs it."""
_REFERENCE: Final = Setting(13, 14, italic=True, capitals=False, centred=True, lined=True)

_MAIN: Final = Subjects(
    lambda document: (document.main,) if document.main else (), lambda: _("the file holds an attached text only")
)
ATTACHED: Final = Subjects(lambda document: document.attached, lambda: _("the file holds no attached text"))


def _with_decision(document: Inspected) -> Iterator[tuple[Act, Act]]:
    main = document.main
    if main and main.number and main.place_date:
        yield from ((main, act) for act in document.attached if act.reference and _names_kind(act, main))


def _names_kind(act: Act, main: Act) -> bool:
    """Tell whether the line Kèm theo names a document of the main text's kind, not what that one executes."""
    named = _CITED_KIND.search(canonical(" ".join(each.printed for each in act.reference)))
    return named is None or not main.name or named[1] in {main.name, "văn bản"}


REFERRING: Final = Subjects(
    _with_decision, lambda: _("the file does not hold both a decision and a text that names it")
)


@rule("nd30.8-components", _MAIN, models=OWN)
def components(main: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """A document has Quốc hiệu, Tiêu ngữ, issuer, number, place and date, subject, signature, Nơi nhận.

    A letter and a tờ trình say to whom they go (Kính gửi); minutes have no place and date in their heading.
    """
    for name in _needed(main):
        if not getattr(main, name):
            yield LayoutFault(
                _("A component is missing. {component}.").format(component=name_of(name)),
                _("Add what is missing: {component}.").format(component=name_of(name)),
                (*main.title, *main.nation, *main.number)[0] if main.title or main.nation or main.number else None,
            )


def _needed(act: Act) -> tuple[str, ...]:
    """Return what a text of its kind must have, by the models of Phụ lục III."""
    left_out = set(MISSING.get(model_of(act), ()))
    if act.title and "\n" in act.title[0].printed.strip():
        left_out.add("subject")
    addressed = act.kind is ActKind.LETTER or act.name in _ADDRESSED
    more = {"title": act.kind is not ActKind.LETTER, "addressees": addressed, "enacting": act.kind is ActKind.DECISION}
    needed = (*_NEEDED, *(name for name, is_needed in more.items() if is_needed))
    return tuple(name for name in needed if name not in left_out)


@rule("nd30.mau-1.3-attached", ATTACHED, models=PARTS)
def attached(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """A text that a decision issues says so in a line Kèm theo; it has no number, signature and Nơi nhận of its own."""
    if not act.reference:
        yield LayoutFault(
            _("An attached text does not say with which document it is issued."),
            _("Add the line “(Kèm theo Quyết định số … ngày … của …)” under its subject."),
            (*act.title, *act.subject, *act.nation)[0] if act.title or act.subject or act.nation else None,
        )
    for name in () if act.is_annex else _OWN:
        for paragraph in getattr(act, name)[:1]:
            yield LayoutFault(
                _("An attached text has what only the decision has. {component}.").format(component=name_of(name)),
                _("Delete it: the decision is numbered and signed, what it issues is not."),
                paragraph,
            )


@rule("nd30.mau-1.3-reference", component("reference"), models=PARTS)
def reference(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """The line “(Kèm theo Quyết định số …)” is set in brackets, in small letters, italic, centred.

    13–14 points; it stands in a text that a decision issues.
    """
    yield from look_faults("reference", act.reference, _REFERENCE, document)
    shouted = next((each for each in act.reference if "KÈM THEO" in each.printed), None)
    if shouted and not wording.in_capitals(shouted):
        yield case_fault("reference", shouted, capitals=False)
    if not act.reference[0].printed.lstrip().startswith("("):
        yield LayoutFault(
            _("The line Kèm theo does not stand in brackets."),
            _("Write “(Kèm theo Quyết định số …)”."),
            act.reference[0],
        )


@rule("nd30.mau-1.3-same-decision", REFERRING)
def same_decision(pair: tuple[Act, Act], _document: Inspected) -> Iterator[LayoutFault]:
    """The line Kèm theo names the number, symbol and date that the document has.

    It may leave them blank, as electronic documents do.
    """
    main, act = pair
    words = " ".join(each.printed for each in act.reference)
    cited = stamp_of(words)
    own = stamp_of(" ".join(each.printed for each in (*main.number, *main.place_date)))
    if any(said and said != right for said, right in _pairs(cited, own)):
        yield LayoutFault(
            _("The line Kèm theo names another number or date than the document has."),
            _("Copy number and date of the document, or leave both blank until it is signed."),
            act.reference[0],
        )
    elif _is_of_another_body(words, main):
        yield LayoutFault(
            _("The line Kèm theo names another body than the one that issues the document."),
            _("Name who issues the document."),
            act.reference[0],
        )


def _is_of_another_body(words: str, main: Act) -> bool:
    """Tell whether no word that tells one body from others, behind "của", is one of the issuer's or its parent's."""
    named = _OF_BODY.search(plain(words))
    if named is None or any(len(word) > 1 and word.isupper() and word != "UBND" for word in named[1].split()):
        return False  # what an abbreviation stands for is not known
    own = canonical(" ".join(each.printed for each in (*main.parent, *main.issuer, *main.authority, *main.place_date)))
    telling = set(re.findall(r"\w+", _GENERIC.sub(" ", canonical(named[1]))))
    return bool(telling) and not telling & set(re.findall(r"\w+", own))


def _pairs(cited: IssueStamp, own: IssueStamp) -> tuple[tuple[str, str], ...]:
    return (
        (cited.number, own.number),
        (cited.symbol, own.symbol),
        (cited.day, own.day),
        (cited.month, own.month),
        (cited.year, own.year),
    )
