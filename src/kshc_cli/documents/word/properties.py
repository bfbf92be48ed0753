"""The properties that ``w:rPr`` and ``w:pPr`` state, as plain mappings that can be laid over one another."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from kshc_cli.documents.word.formats import FONT_SLOTS
from kshc_cli.documents.word.markup import W, switched_on, twips

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Properties = dict[str, object]
"""What is stated, by name; what is not stated is not there."""

TOGGLES: Final = ("b", "i", "caps", "smallCaps", "vanish", "strike", "dstrike")
"""Switches that a paragraph style and a character style turn on and off against each other (17.7.3)."""

_PAPER: Final = frozenset({"background1", "light1"})
"""The colour of the paper in a theme, whatever stands beside it (17.3.2.6); with a shade it is darker."""

_AUTOMATIC_SPACE: Final = 280
"""What Word sets for automatic spacing, which pages of the web have: 14 points."""


def text_properties(stated: "Element | None", theme: Mapping[str, str]) -> Properties:
    """Return what a ``w:rPr`` states; ``theme`` gives the font of each theme name (``minorHAnsi``)."""
    found: Properties = {}
    for child in () if stated is None else stated:
        name = _local(child)
        if name in TOGGLES:
            found[name] = switched_on(child)
        elif name in _TEXT:
            _TEXT[name](child, found)
        elif name == "rFonts":
            _fonts(child, found, theme)
    return found


def paragraph_properties(stated: "Element | None") -> Properties:
    """Return what a ``w:pPr`` states, except the look of its text."""
    found: Properties = {}
    for child in () if stated is None else stated:
        name = _local(child)
        if name in _PARAGRAPH:
            _PARAGRAPH[name](child, found)
    return found


def _local(element: "Element") -> str:
    tag = element.tag
    return tag[len(W) :] if isinstance(tag, str) and tag.startswith(W) else ""


def _value(element: "Element") -> str:
    return str(element.get(W + "val") or "")


def _fonts(element: "Element", found: Properties, theme: Mapping[str, str]) -> None:
    for slot in FONT_SLOTS:
        themed = element.get(W + ("cstheme" if slot == "cs" else f"{slot}Theme"))
        name = theme.get(str(themed)) if themed else element.get(W + slot)
        if name:
            found[slot] = str(name)


def _size(element: "Element", found: Properties) -> None:
    half_points = twips(_value(element), 0)
    if half_points > 0:
        found["points"] = half_points / 2


def _color(element: "Element", found: Properties) -> None:
    if element.get(W + "themeColor") in _PAPER and element.get(W + "themeShade") is None:
        found["color"] = "FFFFFF"
        return
    found["color"] = _value(element).upper() if _value(element) not in {"", "auto"} else "auto"


def _underline(element: "Element", found: Properties) -> None:
    found["u"] = _value(element) not in {"", "none"}


def _character_style(element: "Element", found: Properties) -> None:
    found["rStyle"] = _value(element)


_TEXT: Final[Mapping[str, Callable[["Element", Properties], None]]] = {
    "sz": _size,
    "color": _color,
    "u": _underline,
    "rStyle": _character_style,
}


def _alignment(element: "Element", found: Properties) -> None:
    names = {"start": "left", "end": "right", "distribute": "both"}
    value = names.get(_value(element), _value(element))
    found["jc"] = value if value in {"left", "right", "center", "both"} else "left"


def _indents(element: "Element", found: Properties) -> None:
    for name, spellings in (("left", ("left", "start")), ("right", ("right", "end"))):
        for spelling in spellings:
            if (value := element.get(W + spelling)) is not None:
                found[name] = twips(str(value), 0)
    if (value := element.get(W + "firstLine")) is not None:
        found["firstLine"] = twips(str(value), 0)
    if (value := element.get(W + "hanging")) is not None:
        found["firstLine"] = -twips(str(value), 0)


def _spacing(element: "Element", found: Properties) -> None:
    for name in ("before", "after"):
        if (value := element.get(W + name)) is not None:
            found[name] = twips(str(value), 0)
        if element.get(W + f"{name}Autospacing") not in {None, "0", "false", "off"}:
            found[name] = _AUTOMATIC_SPACE
    if (value := element.get(W + "line")) is not None:
        found["line"] = twips(str(value), 240)
        found["lineRule"] = str(element.get(W + "lineRule") or "auto")


def _borders(element: "Element", found: Properties) -> None:
    for side in ("top", "bottom"):
        border = element.find(W + side)
        if border is not None:
            found[side] = _value(border)


def _numbering(element: "Element", found: Properties) -> None:
    for name in ("numId", "ilvl"):
        child = element.find(W + name)
        if child is not None:
            found[name] = twips(_value(child), 0)


def _outline(element: "Element", found: Properties) -> None:
    found["outlineLvl"] = twips(_value(element), 9)


def _frame(element: "Element", found: Properties) -> None:
    """A frame is as wide as its words, so that its place is their alignment; Word sets page numbers in frames."""
    place = {"inside": "left", "outside": "right"}.get(align := str(element.get(W + "xAlign") or ""), align)
    if place in {"left", "right", "center"}:
        found["framed"] = place


def _keep_next(element: "Element", found: Properties) -> None:
    found["keepNext"] = switched_on(element)


_PARAGRAPH: Final[Mapping[str, Callable[["Element", Properties], None]]] = {
    "jc": _alignment,
    "ind": _indents,
    "spacing": _spacing,
    "pBdr": _borders,
    "numPr": _numbering,
    "outlineLvl": _outline,
    "keepNext": _keep_next,
    "framePr": _frame,
}
