"""How wide words are in Times New Roman, so that breaks and lines can be set without a layout engine.

The advance widths are those of the Times metrics (thousandths of an em), which Times New Roman and Liberation Serif
share. Italic letters are measured as upright ones, which are a little wider on average.
"""

import unicodedata
from typing import Final

TWIPS: Final = 20
"""Twips in a point."""
PADDING: Final = 216
"""What Word leaves free at the sides of a cell, twips."""

_REGULAR: Final = {
    180: "'",
    250: " ,.",
    278: "/:;\\ijlt",
    333: "!()-I[]`fr‘’",
    389: "Js",
    444: "?acez“”",
    556: "FPS",
    564: "+<=>",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYwĐ",
    778: "&m",
    833: "%",
    889: "M",
    921: "@",
    944: "W",
    1000: "—…",
}
_BOLD: Final = {
    250: " ,.",
    278: "'/\\il",
    333: "!()-:;[]`fjt‘’",
    389: "Is",
    444: "cerz",
    556: "Sbdhknpquđ",
    570: "+<=>",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYwĐ",
    778: "GHKOQ",
    833: "&m",
    930: "@",
    944: "M",
    1000: "%W—…",
}
_OTHERS: Final = 500
"""The width of figures and of most small letters, in both cuts."""

_HORN: Final = 54
"""What the horn of Ơ and Ư adds, at most."""

JOINT: Final = "\N{SYMBOL FOR SPACE}"
"""Stands for a space at which a line shall not break; it is as wide as one."""

_NO_BREAK_SPACE: Final = 345
"""LibreOffice sets it wider than the font asks for (250)."""


def _by_letter(widths: dict[int, str]) -> dict[str, int]:
    by_letter = {letter: units for units, letters in widths.items() for letter in letters}
    return by_letter | {"\N{NO-BREAK SPACE}": _NO_BREAK_SPACE, JOINT: by_letter[" "]}


_WIDTHS: Final = {False: _by_letter(_REGULAR), True: _by_letter(_BOLD)}


def width(words: str, points: float, *, bold: bool) -> float:
    """Return the width of ``words`` in twips, set at ``points``."""
    letters = _WIDTHS[bold]
    units = 0
    for mark in unicodedata.normalize("NFD", words):
        if mark == "\N{COMBINING HORN}":
            units += _HORN
        elif not unicodedata.combining(mark):
            units += letters.get(mark, _OTHERS)
    return units * points * TWIPS / 1000


def wrapped(words: str, points: float, available: float, *, bold: bool) -> list[float]:
    """Return the widths of the lines into which ``words`` break at ``available`` twips and at line breaks."""
    space = width(" ", points, bold=bold)
    lines: list[float] = []
    for piece in words.split("\n"):
        line = 0.0
        for word in piece.split(" "):
            length = width(word, points, bold=bold)
            if line and line + space + length > available:
                lines.append(line)
                line = length
            else:
                line += (space if line else 0) + length
        lines.append(line)
    return lines


def balanced(words: str, points: float, available: float, *, bold: bool) -> list[float]:
    """Break ``words`` into as few lines as fit, of lengths as equal as can be; return their widths in twips."""
    lines = wrapped(words, points, available, bold=bold)
    while True:
        narrower = wrapped(words, points, max(lines) - 1, bold=bold)
        if len(narrower) > len(lines) or max(narrower) >= max(lines):
            return lines
        lines = narrower
