"""Tables of tasks that stand in one table of Word below each other, each with columns of its own."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.documents.importing.tables.grid import spots
from kshc_cli.documents.importing.tables.roles import reads_as_header, role_of
from kshc_cli.documents.word.body import Block, Paragraph, Row, WordTable

_HEADER: Final = 5
"""Rows in which a table's own header stands."""


def parted(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks; a table in which another header comes as the tables that it is, with the lines between them."""
    for block in blocks:
        if isinstance(block, WordTable):
            yield from _tables(block)
        else:
            yield block


def _tables(table: WordTable) -> Iterator[Block]:
    first = 0
    for place in range(1, len(table.rows)):
        above = table.rows[first : min(place, first + _HEADER)]
        is_second = place == first + 1 and not _is_whole_header(table.rows[place])
        if place > first and not is_second and _is_another_header(table.rows[place], above):
            heading = place
            while heading > first + 1 and _is_lone(table.rows[heading - 1]):
                heading -= 1
            yield replace(table, rows=table.rows[first:heading])
            for row in table.rows[heading:place]:
                yield from _paragraphs(row)
            first = place
    yield replace(table, rows=table.rows[first:]) if first else table


def _is_another_header(row: Row, above: Sequence[Row]) -> bool:
    """Tell whether a row is the header of a table of tasks with other columns than the rows above it have."""
    if any(cell.continues for cell in row.cells):
        return False
    said = _words(row)
    return reads_as_header(said) and all(said != _words(each) for each in above)


def _is_whole_header(row: Row) -> bool:
    """Tell whether a row names both the number and the content: what stands above it is no row of its header."""
    return {"number", "content"} <= set(map(role_of, _words(row)))


def _is_lone(row: Row) -> bool:
    """Tell whether one cell of a row has words, and none belongs to the row above."""
    return len(_words(row)) == 1 and not any(cell.continues for cell in row.cells)


def _words(row: Row) -> list[str]:
    return [spot.words for spot in spots(row) if spot.words]


def _paragraphs(row: Row) -> Iterator[Paragraph]:
    for cell in row.cells:
        yield from cell.paragraphs
