"""What stands behind the numbers of clauses and points, and how parts and chapters are headed (mục II, 6)."""

import re
from collections.abc import Iterator
from typing import Final

from kshc_cli.documents.components import wording
from kshc_cli.documents.components.act import Act
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.looks import Setting, case_fault, look_faults
from kshc_cli.documents.layout.numbering import COUNTED, HEADED, NUMBERED, ORDERS, is_heading, place_in
from kshc_cli.documents.layout.rule import LayoutFault, rule
from kshc_cli.documents.layout.stamps import plain
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.documents.word.edits import WordsEdit
from kshc_cli.messages import _

_CLAUSE: Final = re.compile(r"(\d{1,2})([.)/])\s+\S")
_POINT: Final = re.compile(r"([a-zđ])([.)/])\s+\S")
_ABOVE: Final = re.compile(r"(?:(?i:Phần|Chương|Mục|Tiểu mục|Điều)|[IVX]+\.|[A-EĐ]\.)(?=\s)")
"""How what holds clauses begins; a new list stands under it."""
_ALONE: Final = re.compile(r"(?:Phần|Chương|Mục|Tiểu mục) (?:[IVX]+|\d{1,2})[.:]?", re.IGNORECASE)
_WITH_HEADING: Final = re.compile(
    r"(?:Phần|Chương|Mục|Tiểu mục) (?:[IVX]+|\d{1,2})(?:\s?[.:–-]|\s)\s?(?=[^\W\d_])", re.IGNORECASE
)
_NUMBER: Final = Setting(13, 14, bold=True, capitals=False, centred=True)
_HEADING: Final = Setting(13, 14, bold=True, capitals=True, centred=True)
_BOTH: Final = Setting(13, 14, bold=True, centred=True)


@rule("nd30.I.II.6-number-signs", NUMBERED, models=COUNTED)
def number_signs(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """The number of a clause has a full stop behind it (1.), the letter of a point a bracket: a).

    A list inside a point may be numbered in its own way.
    """
    yield from _odd_signs(act)
    clauses = points = ""
    for paragraph in (each for each in act.content if isinstance(each, Paragraph)):
        words = plain(paragraph.printed)
        clause, point = _CLAUSE.match(words), _POINT.match(words)
        if _ABOVE.match(words):
            clauses = points = ""
        elif clause and (clauses or not points):
            clauses = clauses or clause[2]
            if clause[2] == clauses:
                points = ""
                yield from _faults(clause, ".", paragraph)
        elif point:
            points = points or point[2]
            if point[2] == points:
                yield from _faults(point, ")", paragraph)


def _odd_signs(act: Act) -> Iterator[LayoutFault]:
    """Yield the clauses and points between two others of their list that have the right sign: 2) between 1. and 3."""
    for level, sign, order in ((_CLAUSE, ".", ORDERS["clause"]), (_POINT, ")", ORDERS["point"])):
        found = ((each, level.match(plain(each.printed))) for each in act.content if isinstance(each, Paragraph))
        items = [(place_in(item[1], order), item, each) for each, item in found if item]
        for (above, before, _first), (own, item, paragraph), (below, behind, _last) in zip(
            items, items[1:], items[2:], strict=False
        ):
            if (above + 1, below - 1) == (own, own) and item[2] != before[2] == behind[2] == sign:
                yield from _faults(item, sign, paragraph)


def _faults(item: re.Match[str], sign: str, paragraph: Paragraph) -> Iterator[LayoutFault]:
    if item[2] != sign:
        yield LayoutFault(
            _("This item begins with “{words}”, not with “{wanted}”.").format(
                words=item[1] + item[2], wanted=item[1] + sign
            ),
            _("Put a full stop behind the number of a clause (1.) and a bracket behind the letter of a point: a)."),
            paragraph,
            None if paragraph.label else WordsEdit(paragraph, paragraph.text.strip().replace(item[2], sign, 1)),
        )


@rule("nd30.I.II.6-headings", HEADED, models=COUNTED)
def headings(paragraph: Paragraph, document: Inspected) -> Iterator[LayoutFault]:
    """The words Phần, Chương, Mục and their number stand on a line of their own: small letters, bold, centred.

    Their heading stands under it in capitals, bold, centred; 13–14 points, upright.
    """
    first, _break, rest = paragraph.printed.strip().partition("\n")
    words = plain(first)
    if _ALONE.fullmatch(words):
        yield from _alone_faults(paragraph, words, document, with_heading=bool(rest.strip()))
    elif _WITH_HEADING.match(words) and is_heading(paragraph) and not words.endswith((".", ";", ":")):
        yield LayoutFault(
            _("The number and the heading stand on one line: “{words}”.").format(words=words),
            _("Write Phần, Chương or Mục with its number on a line of its own, the heading under it."),
            paragraph,
        )


def _alone_faults(
    paragraph: Paragraph, words: str, document: Inspected, *, with_heading: bool
) -> Iterator[LayoutFault]:
    yield from look_faults("heading_number", (paragraph,), _BOTH if with_heading else _NUMBER, document)
    if with_heading and words.upper() == words:
        yield case_fault("heading_number", paragraph, capitals=False)
    below = None if with_heading else next((one for one in document.following(paragraph) if one.printed.strip()), None)
    if below and (_ALONE.fullmatch(plain(below.printed)) or below.printed.lstrip().startswith("(")):
        return
    if below and (is_heading(below) or below.format.alignment == "center") and not wording.is_numbered(below):
        yield from look_faults("heading", (below,), _HEADING, document)
