"""How much room tables and texts take, as far as a file tells or can be reckoned without a layout engine."""

from itertools import accumulate
from typing import Final

from kshc_cli.documents.word.body import Body, Cell, Row, WordTable
from kshc_cli.documents.word.metrics import PADDING, TWIPS, width

_LINES: Final = 42
"""Lines of a table's text that surely are more than one page."""

_SIGNS: Final = 6000
"""Letters of text that surely take more than one page."""


def has_several_pages(body: Body) -> bool:
    """Tell whether a document surely has more than one page."""
    paragraphs = body.paragraphs
    pages = max((each.address.page or 1 for each in paragraphs), default=1)
    breaks = any(not section.continuous and section.blocks for section in body.sections[1:])
    return pages > 1 or breaks or sum(len(each.text) for each in paragraphs) > _SIGNS


def spans_pages(table: WordTable) -> bool:
    """Tell whether a table surely goes over more than one page."""
    pages = [each.address.page for each in table.paragraphs]
    if pages and pages[0] != pages[-1]:
        return True
    most = _LINES if not pages or pages[0] is None else 2 * _LINES  # only Word marks all of its pages
    return any(lines > most for lines in accumulate(row_lines(row, table) for row in table.rows))


def is_taller_than_a_page(row: Row, table: WordTable) -> bool:
    """Tell whether a row may have to be split because no page can hold it."""
    return row_lines(row, table) > _LINES * 3 // 4


def row_lines(row: Row, table: WordTable) -> int:
    """Return about how many lines a row takes."""
    column, most = row.skipped, 1
    for cell in row.cells:
        available = cell.width or sum(table.grid[column : column + cell.span]) or 0
        most = max(most, _cell_lines(cell, available))
        column += cell.span
    return most


def _cell_lines(cell: Cell, available: int) -> int:
    lines = 0
    for paragraph in cell.paragraphs:
        points = paragraph.seen[0].format.points if paragraph.seen else paragraph.mark.points
        room = max(available - PADDING, 10 * TWIPS * points)
        lines += 1 + int(width(paragraph.printed, points, bold=False) // room)
    return lines
