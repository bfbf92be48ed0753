"""Whether a table draws lines and what it leaves free beside them, wherever that is stated."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from kshc_cli.documents.word.markup import W, attribute, descendant, twips
from kshc_cli.documents.word.metrics import PADDING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_UNSEEN: Final = {"", "none", "nil"}
_SIDES: Final = ("top", "bottom", "left", "right", "start", "end")
_GRID_CELLS: Final = 6
"""Fewer cells are a heading or a signature, whose cells may have a line under them."""
_FRAMED: Final = 3
"""A cell of the first row with lines at so many sides is one of a table; one line alone stands under words."""


class RowLines(NamedTuple):
    """What a row says of the lines of its table."""

    inside: bool
    """Whether it draws lines between its rows by itself."""
    framed: bool
    """Whether one of its cells draws lines around itself."""
    cells: int
    ruled: int
    """Cells that draw a line over or under themselves."""


def row_lines(row: "Element") -> RowLines:
    """Return what a row says of the lines of its table."""
    sides = [_drawn_sides(cell) for cell in row.findall(f"{W}tc")]
    return RowLines(
        inside=_shows(row, "tblPrEx/tblBorders/insideH"),
        framed=any(len(each) >= _FRAMED for each in sides),
        cells=len(sides),
        ruled=sum(bool(each & {"top", "bottom"}) for each in sides),
    )


def _drawn_sides(cell: "Element") -> set[str]:
    borders = descendant(cell, "tcPr/tcBorders")
    return set() if borders is None else {side for side in _SIDES if _shows(borders, side)}


def is_bordered(table: "Element", styles: Iterable["Element"], rows: Sequence[RowLines]) -> bool:
    """Tell whether a table draws lines between its rows, one of a single row around it.

    ``styles`` are its style and those that it is based on.
    """
    sides = ("insideH",) if len(rows) > 1 else ("top", "bottom")
    own = descendant(table, "tblPr/tblBorders")
    if own is not None:
        return _shows_all(own, "", sides) or _has_ruled_cells(rows)
    places = ("tblPr/tblBorders/", "tcPr/tcBorders/")
    return _has_ruled_cells(rows) or any(_shows_all(style, place, sides) for style in styles for place in places)


def _has_ruled_cells(rows: Sequence[RowLines]) -> bool:
    """Tell whether rows or most cells draw a line over or under themselves."""
    if any(row.inside for row in rows) or any(row.framed for row in rows[:1]):
        return True
    cells, ruled = sum(row.cells for row in rows), sum(row.ruled for row in rows)
    return cells >= _GRID_CELLS and 2 * ruled > cells


def _shows_all(element: "Element", place: str, sides: Iterable[str]) -> bool:
    return all(_shows(element, f"{place}{side}") for side in sides)


def _shows(element: "Element", place: str) -> bool:
    return attribute(element, place, "val") not in _UNSEEN


def padding_of(table: "Element", styles: Iterable["Element"]) -> int:
    """Return what a table leaves free at both sides of its cells, twips: as it or its style says, else as Word does."""
    return sum(_margin(table, tuple(styles), names) for names in (("left", "start"), ("right", "end")))


def _margin(table: "Element", styles: tuple["Element", ...], names: tuple[str, ...]) -> int:
    stated = (attribute(one, f"tblPr/tblCellMar/{name}", "w") for one in (table, *reversed(styles)) for name in names)
    return next((twips(each, 0) for each in stated if each), PADDING // 2)
