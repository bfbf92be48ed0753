"""Straight lines that are drawn into a paragraph, as DrawingML (ECMA-376, Part 1, 20) or VML shapes (Part 4, 19)."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kshc_cli.documents.word.formats import DrawnLine
from kshc_cli.documents.word.markup import twips

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V: Final = "{urn:schemas-microsoft-com:vml}"
_STRAIGHT: Final = {"line", "straightConnector1"}
_CONNECTOR: Final = "#_x0000_t32"
_EMU: Final = 635
"""English Metric Units in a twip."""

_FLAT: Final = 0.2
"""How far a line may rise over its length to count as level."""


def drawn_lines(drawing: "Element") -> Iterator[DrawnLine]:
    """Yield the level lines of a ``w:drawing`` or ``w:pict``."""
    yield from _drawing_lines(drawing)
    yield from _picture_lines(drawing)


def _drawing_lines(drawing: "Element") -> Iterator[DrawnLine]:
    for shape in drawing.iter(_A + "prstGeom"):
        if shape.get("prst") in _STRAIGHT:
            size = shape.getparent().find(f"{_A}xfrm/{_A}ext")
            width, height = _extent(size)
            if not width or height > _FLAT * width:  # LibreOffice writes the size of a line only around it
                width, height = _extent(next(drawing.iter(_WP + "extent"), None))
            outline = shape.getparent().find(_A + "ln")
            if width and height <= _FLAT * width and not _is_unseen(outline):
                yield DrawnLine(round(width / _EMU), solid=_is_solid(outline))


def _extent(size: "Element | None") -> tuple[int, int]:
    if size is None:
        return 0, 0
    width, height = (str(size.get(name) or "") for name in ("cx", "cy"))
    return (int(width), int(height)) if width.isdigit() and height.isdigit() else (0, 0)


def _is_unseen(outline: "Element | None") -> bool:
    return outline is not None and outline.find(_A + "noFill") is not None


def _is_solid(outline: "Element | None") -> bool:
    dash = None if outline is None else outline.find(_A + "prstDash")
    return dash is None or dash.get("val") == "solid"


def _picture_lines(picture: "Element") -> Iterator[DrawnLine]:
    for line in picture.iter(_V + "line"):
        ends = [_points(str(line.get(end) or "")) for end in ("from", "to")]
        if all(len(end) == 2 for end in ends):
            width, height = (abs(ends[1][side] - ends[0][side]) for side in (0, 1))
            if width and height <= _FLAT * width:
                yield DrawnLine(width, solid=_has_solid_stroke(line))
    for shape in picture.iter(_V + "shape"):
        if shape.get("type") == _CONNECTOR:
            width, height = (_style_length(str(shape.get("style") or ""), side) for side in ("width", "height"))
            if width and height <= _FLAT * width:
                yield DrawnLine(width, solid=_has_solid_stroke(shape))


def _points(pair: str) -> list[int]:
    """Read a pair of lengths; one without a unit is in pixels."""
    lengths = (each.strip() for each in pair.split(","))
    return [twips(each if each[-1:].isalpha() else f"{each}px", -1) for each in lengths if each]


def _style_length(style: str, side: str) -> int:
    found = re.search(rf"(?:^|;)\s*{side}\s*:\s*([^;]+)", style)
    return twips(found[1].strip(), 0) if found else 0


def _has_solid_stroke(shape: "Element") -> bool:
    stroke = shape.find(_V + "stroke")
    return stroke is None or stroke.get("dashstyle") in {None, "solid"}
