"""The blocks of which a document consists: paragraphs, tables, their rows; and what can stand beside what."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from kshc_cli.compare.order import beside, kept_in_order
from kshc_cli.documents.redlining.pieces import words_of
from kshc_cli.documents.word.markup import W, attribute, descendant

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

PARAGRAPH: Final = W + "p"
TABLE: Final = W + "tbl"
ROW: Final = W + "tr"
CELL: Final = W + "tc"
_WRAPPERS: Final = frozenset((W + "sdt", W + "sdtContent", W + "customXml", W + "smartTag"))
_NO_CELL, _NO_ROW = "\x1d", "\x1e"
"""What parts cells and rows in the text of a table."""

Names = Mapping["Element", Hashable]
"""What tables and rows are known by, the same in both documents where they are the same."""
Pair = tuple[int | None, int | None]
"""What stands beside what, in the old and in the new document; None where it does not stand."""


class Block(NamedTuple):
    """A paragraph, table or row."""

    element: "Element"
    form: tuple[object, ...]
    """Blocks of another form never stand beside it: its kind, its style, its columns."""
    text: str
    name: Hashable | None = None


Find = Callable[[Sequence[Block], Sequence[Block]], list[tuple[int, int]]]


def inner(parent: "Element", *tags: str) -> Iterator["Element"]:
    """Yield the elements of a parent, also those in content controls."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in _WRAPPERS:
            yield from inner(child, *tags)


def blocks_of(parent: "Element", names: Names) -> list[Block]:
    """Return the paragraphs and tables of a body, cell or header, or the rows of a table."""
    return [_block(one, names) for one in inner(parent, PARAGRAPH, TABLE, ROW)]


def _block(element: "Element", names: Names) -> Block:
    if element.tag == PARAGRAPH:
        return Block(element, (PARAGRAPH, attribute(element, "pPr/pStyle", "val")), words_of(element))
    if element.tag == ROW:
        cells = [*inner(element, CELL)]
        spans = tuple(attribute(cell, "tcPr/gridSpan", "val") for cell in cells)
        is_header = descendant(element, "trPr/tblHeader") is not None
        return Block(element, (ROW, spans, is_header), _text(element), names.get(element))
    columns = sum(1 for _column in element.iterfind(f"{W}tblGrid/{W}gridCol"))
    return Block(
        element, (TABLE, attribute(element, "tblPr/tblStyle", "val"), columns), _text(element), names.get(element)
    )


def _text(element: "Element") -> str:
    """Return the words of a table or row, paragraph by paragraph; equal ones stand in equal cells."""
    signs = {ROW: _NO_ROW, CELL: _NO_CELL}
    return " ".join(
        words_of(one) if one.tag == PARAGRAPH else signs[one.tag] for one in element.iter(PARAGRAPH, ROW, CELL)
    )


def paired(old: Sequence[Block], new: Sequence[Block]) -> list[Pair]:
    """Return what stands beside what, in the order of both: what is gone stands before what came in its place.

    First what is known by a name, between that what has the same or like words, then what is alone with its style. The
    last paragraphs stand beside each other if nothing else does, because no document, cell or header ends without one.
    """
    pairs = _kept(_named(old, new), old, new)
    for find in (_alike, _alone):
        pairs = sorted({*pairs, *_within(find, pairs, old, new)})
    last, end = len(old) - 1, len(new) - 1
    is_open = not pairs or (pairs[-1][0] < last and pairs[-1][1] < end)
    if old and new and is_open and old[last].element.tag == new[end].element.tag == PARAGRAPH:
        pairs.append((last, end))
    return [*_filled(pairs, len(old), len(new))]


def _named(old: Sequence[Block], new: Sequence[Block]) -> list[tuple[int, int]]:
    places = {one.name: place for place, one in enumerate(old) if one.name is not None}
    return [(places[one.name], place) for place, one in enumerate(new) if one.name in places]


def _kept(pairs: Sequence[tuple[int, int]], old: Sequence[Block], new: Sequence[Block]) -> list[tuple[int, int]]:
    """Return pairs of one form that stand in the same order."""
    fitting = sorted((pair for pair in pairs if old[pair[0]].form == new[pair[1]].form), key=lambda pair: pair[1])
    kept = kept_in_order([place for place, _other in fitting])
    return [pair for index, pair in enumerate(fitting) if index in kept]


def _within(
    find: Find, pairs: Sequence[tuple[int, int]], old: Sequence[Block], new: Sequence[Block]
) -> Iterator[tuple[int, int]]:
    """Yield what ``find`` finds between pairs, of blocks without a name."""
    edges = [(-1, -1), *pairs, (len(old), len(new))]
    for (first, start), (last, end) in pairwise(edges):
        gone = [place for place in range(first + 1, last) if old[place].name is None]
        come = [place for place in range(start + 1, end) if new[place].name is None]
        if gone and come:
            ones, others = [old[place] for place in gone], [new[place] for place in come]
            for one, other in _kept(find(ones, others), ones, others):
                yield gone[one], come[other]


def _alike(old: Sequence[Block], new: Sequence[Block]) -> list[tuple[int, int]]:
    forms: dict[tuple[object, ...], int] = {}
    texts = [[f"{forms.setdefault(one.form, len(forms))}:{one.text}" for one in side] for side in (old, new)]
    return [(one, other) for one, other in beside(*texts) if one is not None and other is not None]


def _alone(old: Sequence[Block], new: Sequence[Block]) -> list[tuple[int, int]]:
    """Return what is alone of its form on both sides."""
    places, others = _single(old), _single(new)
    return [(place, others[form]) for form, place in places.items() if form in others]


def _single(blocks: Sequence[Block]) -> dict[tuple[object, ...], int]:
    found: dict[tuple[object, ...], list[int]] = {}
    for place, one in enumerate(blocks):
        found.setdefault(one.form, []).append(place)
    return {form: places[0] for form, places in found.items() if len(places) == 1}


def _filled(pairs: Sequence[tuple[int, int]], old: int, new: int) -> Iterator[Pair]:
    edges = [(-1, -1), *pairs, (old, new)]
    for (first, start), (last, end) in pairwise(edges):
        yield from ((place, None) for place in range(first + 1, last))
        yield from ((None, place) for place in range(start + 1, end))
        if last < old:
            yield last, end
