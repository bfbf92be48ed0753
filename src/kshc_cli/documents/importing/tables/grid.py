"""The cells of a table by the columns that its header names: spread, merged and carried over."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.documents.importing.words import lines_of
from kshc_cli.documents.word.body import Cell, Paragraph, Row, WordTable

_DEEPEST: Final = 3
"""Rows that a header has at most."""
_NUMBERS: Final = re.compile(r"[(\[]?\d+(?:\.\d+)*[.)\]]*")
"""A number of a row, or of a column."""
_YEARS: Final = re.compile(r"20\d\d\s*[-–]\s*20\d\d")


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
    lines: tuple[str, ...] = ()
    """The words of each of its rows, a cell a line."""
    fills: tuple[str, ...] = ()
    """The colour behind each column's words in its last row."""


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
    doubtful: bool
    """Whether it has more or fewer cells than the header, and nothing tells under which of it they stand."""
    merged: tuple[tuple[int, int], ...]
    """The columns that each cell with words covers which covers several; its words stand in the first of them."""
    unclear: tuple[Paragraph, ...] = ()
    """The paragraphs of such cells of which nobody can tell to which of their columns they belong."""
    fills: tuple[str, ...] = ()
    """The colour of the ground under each column; nothing for white."""


def spots(row: Row) -> tuple[Spot, ...]:
    """Return the cells of a row with their place in the grid."""
    found: list[Spot] = []
    start = row.skipped
    for cell in row.cells:
        found.append(Spot(cell, start, start + cell.span))
        start += cell.span
    return tuple(found)


def header_of(table: WordTable) -> Header | None:
    """Return the first rows of a table as its header, with what stands over all columns above them."""
    first = 0
    title: tuple[Paragraph, ...] = ()
    if len(table.rows) > 1 and len(table.rows[0].cells) == 1 < len(table.rows[1].cells):
        first, title = 1, table.rows[0].cells[0].paragraphs
    rows = table.rows[first : first + _depth(table.rows, first)] if table.rows else ()
    if not rows or not rows[-1].cells:
        return None
    layers = _layers(rows)
    edges = tuple((spot.start, spot.end) for spot in layers[-1])
    above = [list(_above(edge, layers)) for edge in edges]
    words = tuple("\n".join(spot.words for spot in over) for over in above)
    paragraphs = tuple(each for over in above for spot in over for each in spot.cell.paragraphs)
    lines = tuple(lines_of(_own(spots(row))) for row in rows)
    fills = tuple(spot.cell.fill for spot in layers[-1])
    return Header(words, edges, first + len(rows), title, paragraphs, lines, fills)


def _own(placed: Iterable[Spot]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of cells that belong to none above."""
    return tuple(each for spot in placed if not spot.cell.continues for each in spot.cell.paragraphs)


def _depth(rows: Sequence[Row], first: int) -> int:
    """Return how many rows a header has: it goes on while a cell of it reaches into the next row, or is parted there.

    A row that begins with a number is a task's, though a cell of the header reaches into it.
    """
    for depth in range(1, _DEEPEST):
        if first + depth >= len(rows) or _is_numbered(rows[first + depth]):
            return depth
        above, below = _layers(rows[first + depth - 1 : first + depth + 1])
        reaches_down = any(spot.cell.merged_down or spot.cell.continues for spot in above)
        goes_on = reaches_down and any(spot.cell.continues for spot in below)
        if not goes_on and not _parts(above, below):
            return depth
    return _DEEPEST


def _layers(rows: Sequence[Row]) -> list[tuple[Spot, ...]]:
    """Return the cells of a header's rows; blank ones beside words that are told apart below belong to these."""
    layers = [spots(row) for row in rows]
    return [_spread(above, below) for above, below in pairwise(layers)] + layers[-1:]


def _spread(above: tuple[Spot, ...], below: Sequence[Spot]) -> tuple[Spot, ...]:
    """Return cells; one with words covers the blank ones behind it where the row below has words under all of them.

    Nothing else may have words below: Thời gian | blank | blank over Quý I | Quý II | Quý III.
    """
    worded = {spot.start for spot in below if spot.words}
    found: list[Spot] = []
    for spot in above:
        is_blank = not spot.words and not spot.cell.continues
        if found and found[-1].words and is_blank and {found[-1].start, spot.start} <= worded:
            found[-1] = replace(found[-1], end=spot.end)
        else:
            found.append(spot)
    wide = [spot for spot in found if spot.start in worded]
    is_told = bool(wide) and all(sum(spot.start <= one < spot.end for one in worded) > 1 for spot in wide)
    return (
        tuple(found) if is_told and worded <= {one for spot in wide for one in range(spot.start, spot.end)} else above
    )


def _is_numbered(row: Row) -> bool:
    """Tell whether a row begins with a number and has words too: the numbers of the columns are a header's."""
    own = [spot.words for spot in spots(row) if not spot.cell.continues]
    said = [each for each in own if each and not _YEARS.fullmatch(each)]
    return bool(own) and _NUMBERS.fullmatch(own[0]) is not None and not all(map(_NUMBERS.fullmatch, said))


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


def body_rows(table: WordTable, header: Header) -> Iterator[GridRow]:
    """Yield the rows under the header; a cell that belongs to the one above has its words."""
    carried: dict[int, tuple[Paragraph, ...]] = {}
    for row in table.rows[header.rows :]:
        placed = spots(row)
        carried = {
            spot.start: carried.get(spot.start, ()) if spot.cell.continues else spot.cell.paragraphs for spot in placed
        }
        measured = _is_off(row, placed, header)
        aside = _measured(placed, table.grid, header) if measured else None
        yield _grid_row(placed, carried, header, aside, doubtful=measured and aside is None)


def _is_off(row: Row, placed: Sequence[Spot], header: Header) -> bool:
    """Tell whether a row with other cells than the header ends elsewhere in the grid, so that this tells no places."""
    if not placed or len(placed) in {1, len(header.edges)} or row.skipped:
        return False
    return placed[-1].end != header.edges[-1][1]


def _measured(placed: Sequence[Spot], grid: Sequence[int], header: Header) -> list[tuple[int, int]] | None:
    """Return the header's column that each cell lies under for the most part, by its width; None without widths.

    A cell counts for one column only. Two of them may have the same.
    """
    widths = [spot.cell.width for spot in placed]
    sides = [(sum(grid[:start]), sum(grid[:end])) for start, end in header.edges]
    if not all(widths) or not all(grid) or len(grid) < header.edges[-1][1]:
        return None
    found, left = [], 0
    for width in widths:
        shared = [min(right, left + width) - max(begin, left) for begin, right in sides]
        place = shared.index(max(shared))
        found.append((place, place + 1))
        left += width
    return found


def _grid_row(
    placed: Sequence[Spot],
    carried: dict[int, tuple[Paragraph, ...]],
    header: Header,
    aside: Sequence[tuple[int, int]] | None = None,
    *,
    doubtful: bool,
) -> GridRow:
    """Return a row by the grid, or by the columns that ``aside`` gives for each cell."""
    columns = len(header.edges)
    cells: list[tuple[Paragraph, ...]] = [()] * columns
    widest = 0
    fills = [""] * columns
    merged: list[tuple[int, int]] = []
    for index, spot in enumerate(placed):
        own = (index, index + 1) if len(placed) == columns else _covered(spot, header.edges)
        covered = aside[index] if aside else own
        first = min(covered[0], columns - 1)
        cells[first] = (*cells[first], *carried[spot.start])
        fills[first : covered[1]] = [spot.cell.fill] * len(fills[first : covered[1]])
        if carried[spot.start] and covered[1] - first > 1:
            merged.append((first, covered[1]))
        widest = max(widest, covered[1] - covered[0] if carried[spot.start] else 0)
    carries = any(spot.cell.continues and lines_of(carried[spot.start]) for spot in placed)
    return GridRow(tuple(cells), _own(placed), widest, carries, doubtful, tuple(merged), fills=tuple(fills))


def widths_of(table: WordTable, header: Header) -> tuple[int, ...]:
    """Return the widths of the header's columns in twips, equal ones where the file does not tell."""
    widths = tuple(sum(table.grid[start:end]) for start, end in header.edges)
    return widths if all(widths) else (1,) * len(widths)


def _covered(spot: Spot, edges: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the header's columns that a cell covers, by the edges of the grid."""
    under = [place for place, (start, end) in enumerate(edges) if start < spot.end and spot.start < end]
    return (under[0], under[-1] + 1) if under else (len(edges) - 1, len(edges))
