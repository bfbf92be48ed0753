"""A redline: the new document with what the old one has alone as deleted and what it has alone itself as inserted.

Accepted, it has the words of the new one paragraph by paragraph; rejected, those of the old one.
"""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Final, NamedTuple

from kshc_cli.compare.marks import Mark, exact_marks
from kshc_cli.compare.order import are_alike
from kshc_cli.documents.redlining.blocks import (
    CELL,
    PARAGRAPH,
    ROW,
    TABLE,
    Block,
    Names,
    blocks_of,
    inner,
    paired,
)
from kshc_cli.documents.redlining.names import TableNames, named
from kshc_cli.documents.redlining.pieces import cut, is_plain, spans_of, words_of
from kshc_cli.documents.redlining.revisions import Revisions, Sign, Told
from kshc_cli.documents.word.markup import W, attribute
from kshc_cli.documents.word.package import DOCUMENT, opened, packed, parsed, serialised

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PARTS: Final = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
_NUMBER: Final = re.compile(rb'w:id="(\d{1,9})"')


class _Output(NamedTuple):
    """A block of the redline."""

    element: "Element"
    sign: Sign
    before: "Element | None" = None
    """The paragraph of the old document, where it has another style."""


def redline(
    old: bytes, new: bytes, names: tuple[Sequence[TableNames], Sequence[TableNames]], told: Told
) -> bytes | None:
    """Return the redline of two Word files made by one template; ``names`` say which of their rows are the same.

    None where they say the same. Raises ``WordFileError``.
    """
    before, after = opened(old), opened(new)
    first = 1 + max((int(found) for part in after.values() for found in _NUMBER.findall(part)), default=0)
    revisions = Revisions(told, first)
    made = {
        name: _redlined(before[name], part, names if name == DOCUMENT else ((), ()), revisions)
        for name, part in after.items()
        if _PARTS.fullmatch(name) and name in before and before[name] != part
    }
    return packed({**after, **made}) if revisions.count else None


def _redlined(
    old: bytes, new: bytes, names: tuple[Sequence[TableNames], Sequence[TableNames]], revisions: Revisions
) -> bytes:
    roots = parsed(old), parsed(new)
    known = {**named(roots[0], names[0]), **named(roots[1], names[1])}
    bodies = [root.find(W + "body") if root.tag == W + "document" else root for root in roots]
    _Redlining(revisions, known).blocks(bodies[0], bodies[1])
    return serialised(roots[1])


class _Redlining:
    """Turns a new document into the redline, block by block."""

    def __init__(self, revisions: Revisions, names: Names) -> None:
        self._revisions = revisions
        self._names = names

    def blocks(self, old: "Element", new: "Element") -> None:
        """Redline the paragraphs and tables of a body or cell, or the rows of a table."""
        before, after = blocks_of(old, self._names), blocks_of(new, self._names)
        found = [*self._beside(before, after, new)]
        for one in found:
            self._sign(one.element, one.sign)
        for run, is_before_table in _runs(found):
            marks = _marks(run, is_before_table=is_before_table)
            self._look(run, marks)
            for one, mark in zip(run, marks, strict=True):
                self._revisions.mark(one.element, mark)

    def _look(self, run: Sequence[_Output], marks: Sequence[Sign]) -> None:
        """Let each paragraph that is left when changes are settled look as the one whose words it has then.

        What is joined looks as the last of its paragraphs says.
        """
        looks = [deepcopy(one.element.find(W + "pPr")) for one in run]
        former = [
            look if one.before is None else one.before.find(W + "pPr") for one, look in zip(run, looks, strict=True)
        ]
        accepted, rejected = _told_by(run, marks, "-"), _told_by(run, marks, "+")
        for place, one in enumerate(run):
            self._revisions.look(one.element, looks[accepted.get(place, place)], former[rejected.get(place, place)])

    def _beside(self, old: Sequence[Block], new: Sequence[Block], parent: "Element") -> Iterator[_Output]:
        """Yield the blocks of the redline in order, those that are gone put in their places."""
        behind: Element | None = None
        for one, other in paired(old, new):
            if other is None and one is not None:
                element = deepcopy(old[one].element)
                element.tail = None
                _put(element, behind, parent, new)
                yield _Output(element, "-")
            else:
                element = new[other or 0].element
                if one is not None and old[one].text != new[other or 0].text:
                    self._pair(old[one].element, element)
                is_restyled = one is not None and old[one].form != new[other or 0].form
                yield _Output(
                    element, "+" if one is None else "=", old[one].element if one is not None and is_restyled else None
                )
            behind = element

    def _pair(self, old: "Element", new: "Element") -> None:
        """Redline what stands beside each other."""
        if new.tag == PARAGRAPH:
            self._words(old, new)
        elif new.tag == TABLE:
            self.blocks(old, new)
            _fit(new)
        else:
            for cell, other in zip(inner(old, CELL), inner(new, CELL), strict=True):
                self.blocks(cell, other)

    def _words(self, old: "Element", new: "Element") -> None:
        """Redline the words of two paragraphs: one that holds more than words is replaced as a whole."""
        text, other = words_of(old), words_of(new)
        if not is_plain(new):
            change = self._revisions.text(new, spans_of(old), "-")
            self._revisions.inserted(new)
            properties = new.find(W + "pPr")
            place = 0 if properties is None else 1
            new[place:place] = change
            return
        found = exact_marks(text, other) if are_alike(text, other) else [Mark("-", text), Mark("+", other)]
        olds = cut(spans_of(old), (len(words) for sign, words in found if sign != "+"))
        news = cut(spans_of(new), (len(words) for sign, words in found if sign != "-"))
        runs: list[Element] = []
        for sign, _words in found:
            before = next(olds) if sign != "+" else []
            spans = next(news) if sign != "-" else before
            runs += self._revisions.text(new, spans, sign)
        new[:] = [*new.iterchildren(W + "pPr"), *runs]

    def _sign(self, element: "Element", sign: Sign) -> None:
        """Mark all words of a block that only one document has."""
        if sign == "=":
            return
        if element.tag == PARAGRAPH:
            self._sign_words(element, sign)
            return
        for row in element.iter(ROW):
            self._revisions.row(row, sign)
        for paragraph in [*element.iter(PARAGRAPH)]:
            self._sign_words(paragraph, sign)
            self._revisions.mark(paragraph, sign)

    def _sign_words(self, paragraph: "Element", sign: Sign) -> None:
        if sign == "-":
            self._revisions.deleted(paragraph, spans_of(paragraph))
        else:
            self._revisions.inserted(paragraph)


def _put(element: "Element", behind: "Element | None", parent: "Element", new: Sequence[Block]) -> None:
    if behind is not None:
        behind.addnext(element)
    elif new:
        new[0].element.addprevious(element)
    else:
        parent.append(element)


def _told_by(run: Sequence[_Output], marks: Sequence[Sign], lost: Sign) -> dict[int, int]:
    """Return whose words stand in a paragraph, by their places, once changes of a sign are taken out."""
    found: dict[int, int] = {}
    words: int | None = None
    for place, (one, mark) in enumerate(zip(run, marks, strict=True)):
        if one.sign != lost:
            words = place
        if mark != lost:
            if words is not None:
                found[place] = words
            words = None
    return found


def _runs(found: Sequence[_Output]) -> Iterator[tuple[list[_Output], bool]]:
    """Yield the paragraphs that follow each other, and whether a table stands behind them."""
    run: list[_Output] = []
    for one in found:
        if one.element.tag == PARAGRAPH:
            run.append(one)
        elif run:
            yield run, True
            run = []
    if run:
        yield run, False


def _marks(run: Sequence[_Output], *, is_before_table: bool) -> list[Sign]:
    """Return what the marks at the ends of paragraphs are.

    The last mark of a body or cell, or before a table, cannot come or go. Where something kept stands before what came
    or is gone there, its mark is the one that did, and so on: the last mark stays with what is last in either document.
    """
    kept = next((place for place in range(len(run) - 1, -1, -1) if run[place].sign == "="), None)
    own: list[Sign] = [one.sign for one in run]
    if kept is None:
        return own if is_before_table else [*own[:-1], "="]
    return [*own[:kept], *own[kept + 1 :], "="]


def _fit(table: "Element") -> None:
    """Give the rows that are gone the widths of the table's columns now."""
    widths = [column.get(W + "w") for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    if not all(width and width.isdecimal() for width in widths):
        return
    for row in inner(table, ROW):
        if row.find(f"{W}trPr/{W}del") is None:
            continue
        place = 0
        for cell in inner(row, CELL):
            span = attribute(cell, "tcPr/gridSpan", "val")
            end = place + (int(span) if span.isdecimal() else 1)
            measure = cell.find(f"{W}tcPr/{W}tcW")
            if measure is not None and measure.get(W + "type") == "dxa":
                measure.set(W + "w", str(sum(map(int, widths[place:end]))))
            place = end
