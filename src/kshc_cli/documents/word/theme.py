"""The fonts of a Word file's theme (``word/theme/theme1.xml``; ECMA-376, Part 1, 20.1.4.1)."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_KINDS: Final = {"Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea", "Bidi": "cs"}


def theme_fonts(root: "Element | None") -> dict[str, str]:
    """Return the font of each name that a run may use: ``majorAscii``, ``minorHAnsi`` and so on."""
    fonts: dict[str, str] = {}
    for size in ("major", "minor"):
        for kind, child in _KINDS.items():
            found = None if root is None else root.find(f".//{_A}{size}Font/{_A}{child}")
            if found is not None and found.get("typeface"):
                fonts[f"{size}{kind}"] = str(found.get("typeface"))
    return fonts
