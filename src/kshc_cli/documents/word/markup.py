"""Names, attributes and switches of WordprocessingML (ECMA-376, Part 1, 17)."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OFF: Final = {"0", "false", "off"}
_NUMBER: Final = re.compile(r"-?\d{1,9}")
_MEASURE: Final = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)(mm|cm|in|pt|pc|pi|px)")
_TWIPS: Final = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440, "pt": 20, "pc": 240, "pi": 240, "px": 15}


def descendant(element: "Element", steps: str) -> "Element | None":
    """Return the descendant at ``steps`` ("pPr/pStyle", names without prefix), if it is there."""
    found = element
    for tag in _tags(steps):
        inner = next(found.iterchildren(tag), None)  # find takes ten times as long
        if inner is None:
            return None
        found = inner
    return found


@lru_cache(maxsize=256)
def _tags(steps: str) -> tuple[str, ...]:
    return tuple(W + step for step in steps.split("/"))


def attribute(element: "Element", steps: str, name: str) -> str:
    """Return the attribute ``name`` of the descendant at ``steps`` ("pPr/pStyle"), or nothing; both without prefix."""
    found = descendant(element, steps)
    return "" if found is None else str(found.get(W + name) or "")


def number(element: "Element", steps: str, name: str, default: int) -> int:
    """Return the same attribute as a number; ``default`` where there is none or none that can be read."""
    return twips(attribute(element, steps, name), default)


def twips(value: str, default: int) -> int:
    """Read a whole number, of twips or of anything else, or a measure with its unit (``2.5cm``) in twips."""
    if _NUMBER.fullmatch(value):
        return int(value)
    found = _MEASURE.fullmatch(value)
    return round(float(found[1]) * _TWIPS[found[2]]) if found else default


def switched_on(element: "Element") -> bool:
    """Tell whether a switch such as ``w:b`` is on; without a value it is."""
    return element.get(W + "val") not in _OFF
