"""How high a row must be for its wrapped words: Excel finds that out itself, other programs show what they are told."""

from collections.abc import Iterable
from typing import Final

_LINE: Final = 15
"""Points of a line in the size of all cells."""
_HIGHEST: Final = 409
"""Points that a row may be high."""


def height_of(cells: Iterable[tuple[str, int]]) -> int:
    """Return the height in points of a row of words, each with the width of its column in characters."""
    return min(_HIGHEST, _LINE * max((_lines(words, width) for words, width in cells), default=1) + 1)


def _lines(words: str, width: int) -> int:
    """Count the lines of words that are wrapped; letters are a little narrower than what a column's width counts."""
    return sum(_wrapped(line, width) for line in words.split("\n"))


def _wrapped(line: str, width: int) -> int:
    if len(line) <= width:
        return 1
    lines, room = 1, width
    for word in line.split():
        size = len(word)
        if size > room and room < width:
            lines, room = lines + 1, width
        lines += max(0, size - 1) // width if size > room else 0
        room = max(0, room - size - 1) if size <= room else max(0, width - size % width - 1)
    return lines
