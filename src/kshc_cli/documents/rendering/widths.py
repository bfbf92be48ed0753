"""Writes the widths of columns into a table and its cells."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from kshc_cli.documents.word.markup import W, number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CELL_PROPERTIES: Final = W + "tcPr"


def set_widths(table: "Element", widths: Sequence[int]) -> None:
    """Write the widths into the grid and into each cell."""
    for measure in table.findall(f"{W}tblPr/{W}tblW"):
        _write_width(measure, str(sum(widths)))
    for grid in table.findall(W + "tblGrid"):
        grid[:] = [grid.makeelement(W + "gridCol", {W + "w": str(each)}) for each in widths]
    set_cell_widths(table, lambda column, span: str(sum(widths[column : column + span])))


def set_cell_widths(table: "Element", width: Callable[[int, int], str]) -> None:
    """Write into each cell what is the ``width`` of the columns that it spans: of the first one, and their number."""
    for row in table.iterchildren(W + "tr"):
        column = 0
        for cell in row.iterchildren(W + "tc"):
            properties = _cell_properties(cell)
            span = number(properties, "gridSpan", "val", 1)
            _write_cell_width(properties, width(column, span))
            column += span


def _cell_properties(cell: "Element") -> "Element":
    """Return a cell's properties, which stand first."""
    if len(cell) and cell[0].tag == _CELL_PROPERTIES:
        return cell[0]
    properties = cell.makeelement(_CELL_PROPERTIES)
    cell.insert(0, properties)
    return properties


def _write_cell_width(properties: "Element", twips: str) -> None:
    """Write a cell's width, which the schema wants before its span."""
    measure = properties.find(W + "tcW")
    if measure is None:
        measure = properties.makeelement(W + "tcW")
    if not len(properties) or properties[0] is not measure:
        properties.insert(0, measure)
    _write_width(measure, twips)


def _write_width(measure: "Element", twips: str) -> None:
    measure.set(W + "w", twips)
    measure.set(W + "type", "dxa")
