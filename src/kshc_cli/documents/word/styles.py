"""What the styles of a Word file say about the text that wears them, along the chain of styles they are based on."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF: Final = {"0", "false", "off"}
_MOST: Final = 20
"""Styles in a chain; a longer one runs in a circle."""


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style: its name, its size in points, its weight, and its indents in twips."""

    name: str = ""
    points: float = 14
    bold: bool = False
    left: int = 0
    right: int = 0


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """The paragraph styles by id; a style that is not there looks like plain text of 14 points."""

    looks: dict[str, Look] = field(default_factory=dict)

    def of(self, paragraph: "Element") -> Look:
        """Return how a ``w:p`` looks by its style."""
        return self.looks.get(attribute(paragraph, "pPr/pStyle", "val"), Look())


def attribute(element: "Element", steps: str, name: str) -> str:
    """Return the attribute ``name`` of the descendant at ``steps`` ("pPr/pStyle"), or nothing; both without prefix."""
    for step in steps.split("/"):
        element = element.find(W + step)
        if element is None:
            return ""
    return str(element.get(W + name) or "")


def number(element: "Element", steps: str, name: str, default: int) -> int:
    """Return the same attribute as a number; ``default`` where there is none or none that can be read."""
    value = attribute(element, steps, name)
    return int(value) if re.fullmatch(r"-?\d{1,6}", value) else default


def style_sheet(root: "Element") -> StyleSheet:
    """Read ``word/styles.xml``."""
    styles = {str(style.get(W + "styleId")): style for style in root.iter(W + "style")}
    return StyleSheet({name: _look(_chain(style, styles)) for name, style in styles.items()})


def _chain(style: "Element | None", styles: dict[str, "Element"]) -> list["Element"]:
    chain: list[Element] = []
    while style is not None and len(chain) < _MOST:
        chain.append(style)
        style = styles.get(attribute(style, "basedOn", "val"))
    return chain


def _look(chain: list["Element"]) -> Look:
    return Look(
        name=attribute(chain[0], "name", "val"),
        points=_first(chain, "rPr/sz", "val", 28) / 2,
        bold=_bold(chain),
        left=_first(chain, "pPr/ind", "left", 0),
        right=_first(chain, "pPr/ind", "right", 0),
    )


def _first(chain: list["Element"], steps: str, name: str, default: int) -> int:
    """Return the attribute of the nearest style that has it; ``default`` where none has."""
    return next((number(style, steps, name, default) for style in chain if attribute(style, steps, name)), default)


def _bold(chain: list["Element"]) -> bool:
    found = next((mark for style in chain if (mark := style.find(f"{W}rPr/{W}b")) is not None), None)
    return found is not None and found.get(W + "val") not in _OFF
