"""Whether a table draws lines and what it leaves free beside them, wherever that is stated."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from kshc_cli.documents.word.markup import W, attribute, descendant, twips
from kshc_cli.documents.word.metrics import PADDING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_UNSEEN: Final = {"", "none", "nil"}
_GRID_CELLS: Final = 6
"""Fewer cells are a heading or a signature, whose cells may have a line under them."""
_FRAMED: Final = 3
"""A cell of the first row with lines at so many sides is one of a table; one line alone stands under words."""


def is_bordered(table: "Element", styles: Iterable["Element"]) -> bool:
    """Tell whether a table draws lines between its rows, one of a single row around it.

    ``styles`` are its style and those that it is based on.
    """
    sides = ("insideH",) if len(table.findall(f"{W}tr")) > 1 else ("top", "bottom")
    own = descendant(table, "tblPr/tblBorders")
    if own is not None:
        return _shows_all(own, "", sides) or _has_ruled_cells(table)
    places = ("tblPr/tblBorders/", "tcPr/tcBorders/")
    return _has_ruled_cells(table) or any(_shows_all(style, place, sides) for style in styles for place in places)


def _has_ruled_cells(table: "Element") -> bool:
    """Tell whether rows or most cells draw a line over or under themselves."""
    rows = table.findall(f"{W}tr")
    if any(_shows(row, "tblPrEx/tblBorders/insideH") for row in rows):
        return True
    if any(_is_framed(cell) for row in rows[:1] for cell in row.findall(f"{W}tc")):
        return True
    cells = [cell for row in rows for cell in row.findall(f"{W}tc")]
    ruled = sum(any(_shows(cell, f"tcPr/tcBorders/{side}") for side in ("top", "bottom")) for cell in cells)
    return len(cells) >= _GRID_CELLS and 2 * ruled > len(cells)


def _is_framed(cell: "Element") -> bool:
    sides = ("top", "bottom", "left", "right", "start", "end")
    return sum(_shows(cell, f"tcPr/tcBorders/{side}") for side in sides) >= _FRAMED


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
