"""The cells of a table by the columns that its header names: spread, merged and carried over."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.documents.importing.words import lines_of
from kshc_cli.documents.word.body import Cell, Paragraph, Row, Table
from kshc_cli.plan.walk import is_cross, period_of

_DEEPEST: Final = 3
_NUMBERS: Final = re.compile(r"[(\[]?\d+(?:\.\d+)*[.)\]]*")
"""A number of a row, or of a column."""
"""Rows that a header has at most."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell with the columns of the grid that it covers: from ``start`` up to, without, ``end``."""

    cell: Cell
    start: int
    end: int

    @property
    def words(self) -> str:
        """What it says."""
        return lines_of(self.cell.paragraphs)


@dataclass(frozen=True, slots=True)
class Header:
    """The rows above the tasks: what they say over each column, and which columns of the grid these are."""

    words: tuple[str, ...]
    edges: tuple[tuple[int, int], ...]
    rows: int
    """How many rows of the table it takes, with a title row above it."""
    title: tuple[Paragraph, ...] = ()
    """A first row over all columns."""
    paragraphs: tuple[Paragraph, ...] = ()
    """Those that the words come from."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of the body: the paragraphs that belong to each column, and how many cells they come from."""

    cells: tuple[tuple[Paragraph, ...], ...]
    own: tuple[Paragraph, ...]
    """The paragraphs that stand in the row itself, not carried over from a cell above."""
    widest: int
    """The most columns that one cell covers."""
    carries: bool
    """Whether a cell with words belongs to it from the row above."""


def spots(row: Row) -> tuple[Spot, ...]:
    """Return the cells of a row with their place in the grid."""
    found: list[Spot] = []
    start = row.skipped
    for cell in row.cells:
        found.append(Spot(cell, start, start + cell.span))
        start += cell.span
    return tuple(found)


def header_of(table: Table) -> Header | None:
    """Return the first rows of a table as its header, with what stands over all columns above them."""
    first = 0
    title: tuple[Paragraph, ...] = ()
    if len(table.rows) > 1 and len(table.rows[0].cells) == 1 < len(table.rows[1].cells):
        first, title = 1, table.rows[0].cells[0].paragraphs
    rows = table.rows[first : first + _depth(table.rows, first)] if table.rows else ()
    if not rows or not rows[-1].cells:
        return None
    layers = [spots(row) for row in rows]
    edges = tuple((spot.start, spot.end) for spot in layers[-1])
    above = [list(_above(edge, layers)) for edge in edges]
    words = tuple("\n".join(spot.words for spot in over) for over in above)
    paragraphs = tuple(each for over in above for spot in over for each in spot.cell.paragraphs)
    return Header(words, edges, first + len(rows), title, paragraphs)


def _depth(rows: Sequence[Row], first: int) -> int:
    """Return how many rows a header has: it goes on while a cell of it reaches into the next row, or is parted there.

    A row that begins with a number is a task's, though a cell of the header reaches into it.
    """
    for depth in range(1, _DEEPEST):
        if first + depth >= len(rows) or _is_numbered(rows[first + depth]):
            return depth
        above, below = spots(rows[first + depth - 1]), spots(rows[first + depth])
        reaches_down = any(spot.cell.merged_down or spot.cell.continues for spot in above)
        goes_on = reaches_down and any(spot.cell.continues for spot in below)
        if not goes_on and not _parts(above, below):
            return depth
    return _DEEPEST


def _is_numbered(row: Row) -> bool:
    """Tell whether a row begins with a number and has words too: the numbers of the columns are a header's."""
    own = [spot.words for spot in spots(row) if not spot.cell.continues]
    return bool(own) and _NUMBERS.fullmatch(own[0]) is not None and not all(map(_NUMBERS.fullmatch, filter(None, own)))


def _parts(above: Sequence[Spot], below: Sequence[Spot]) -> bool:
    """Tell whether the words of a row stand only under cells that cover several columns: it says what they are."""
    wide = [spot for spot in above if spot.end - spot.start > 1]
    worded = [spot for spot in below if spot.words]
    under = [one for one in worded if any(spot.start <= one.start and one.end <= spot.end for spot in wide)]
    return len(below) > len(above) and bool(worded) and len(under) == len(worded)


def _above(edge: tuple[int, int], layers: Iterable[tuple[Spot, ...]]) -> Iterator[Spot]:
    """Yield the header's cells with words over a column, from top to bottom."""
    for layer in layers:
        for spot in layer:
            if spot.start <= edge[0] < spot.end and not spot.cell.continues and spot.words:
                yield spot


def body_rows(table: Table, header: Header) -> Iterator[GridRow]:
    """Yield the rows under the header; a cell that belongs to the one above has its words."""
    carried: dict[int, tuple[Paragraph, ...]] = {}
    for row in table.rows[header.rows :]:
        placed = spots(row)
        carried = {
            spot.start: carried.get(spot.start, ()) if spot.cell.continues else spot.cell.paragraphs for spot in placed
        }
        yield _grid_row(placed, carried, header)


def _grid_row(placed: Sequence[Spot], carried: dict[int, tuple[Paragraph, ...]], header: Header) -> GridRow:
    columns = len(header.edges)
    cells: list[tuple[Paragraph, ...]] = [()] * columns
    widest = 0
    for index, spot in enumerate(placed):
        covered = (index, index + 1) if len(placed) == columns else _covered(spot, header.edges)
        first = min(covered[0], columns - 1)
        for place in range(first, max(first + 1, covered[1])) if _marks_all(spot, covered, header) else (first,):
            cells[place] = (*cells[place], *carried[spot.start])
        if carried[spot.start]:
            widest = max(widest, covered[1] - covered[0])
    own = tuple(each for spot in placed if not spot.cell.continues for each in spot.cell.paragraphs)
    carries = any(spot.cell.continues and lines_of(carried[spot.start]) for spot in placed)
    return GridRow(tuple(cells), own, widest, carries)


def _marks_all(spot: Spot, covered: tuple[int, int], header: Header) -> bool:
    """Tell whether a cell over several columns of periods is a cross, which stands under each of them."""
    return is_cross(spot.words) and all(map(period_of, header.words[slice(*covered)]))


def widths_of(table: Table, header: Header) -> tuple[int, ...]:
    """Return the widths of the header's columns in twips, equal ones where the file does not tell."""
    widths = tuple(sum(table.grid[start:end]) for start, end in header.edges)
    return widths if all(widths) else (1,) * len(widths)


def _covered(spot: Spot, edges: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the header's columns that a cell covers, by the edges of the grid."""
    under = [place for place, (start, end) in enumerate(edges) if start < spot.end and spot.start < end]
    return (under[0], under[-1] + 1) if under else (len(edges) - 1, len(edges))
