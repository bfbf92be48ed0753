"""What the place that text goes to can show, and how wide text is there."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.patterns import lazy_pattern

_COMMAND: Final = lazy_pattern(r"^([^\S\n]*)(?=::)", re.MULTILINE)
"""What stands before a command to GitHub: nothing, or blanks."""
_OLD_COMMAND: Final = lazy_pattern(r"^([^\S\n]*)(?=##\[)", re.MULTILINE)
"""What stands before one of the older form (``##[error]``), which Azure knows too."""

_PAINT: Final = lazy_pattern(r"\x1b\[[0-9;]*m")
"""What paints words, and takes no room."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where text goes. Not ``interactive``: tables and findings are lines that programs take apart, at any width."""

    width: int = 80
    color: bool = False
    interactive: bool = False
    is_asked: bool = False
    """Whether the user states the width (COLUMNS), which then holds for text to be read wherever it goes."""

    @property
    def is_read(self) -> bool:
        """Whether text to be read keeps to the width."""
        return self.interactive or self.is_asked

    def painted(self, words: str, color: str) -> str:
        """Return words in a colour, the parameters of ECMA-48's SGR (``1;31``), where colours are wanted."""
        return f"\x1b[{color}m{words}\x1b[0m" if self.color and color and words else words

    def fitted(self, text: str) -> str:
        """Return text whose lines break between words where people read it, their indents kept; no word is cut."""
        if not self.is_read:
            return text
        return "\n".join(chain.from_iterable(_broken(line, self.width) for line in text.split("\n")))


def _broken(line: str, width: int) -> Iterator[str]:
    """Yield the lines into which one breaks."""
    indent = line[: len(line) - len(line.lstrip(" "))]
    begun = ""
    for word in line.removeprefix(indent).split(" "):
        longer = f"{begun} {word}" if begun else indent + word
        if begun and width_of(_PAINT.sub("", longer)) > width:
            yield begun.rstrip()
            longer = indent + word
        begun = longer
    yield begun


def uncommanding(text: str) -> str:
    """Return lines of which CI takes none for a command to itself (``::error::``): an apostrophe stands before it."""
    text = _COMMAND.sub(r"\1'", text) if "::" in text else text
    return _OLD_COMMAND.sub(r"\1'", text) if "##[" in text else text


def width_of(text: str) -> int:
    """Return how many columns text takes: combining marks none, wide signs of East Asia two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else not unicodedata.combining(sign) for sign in text)


def wrapped(text: str, width: int) -> list[str]:
    """Break text between words into lines of at most ``width`` columns; only a word that is longer is cut."""
    lines = [""]
    for word in (piece for whole in text.split() for piece in _pieces(whole, width)):
        line = f"{lines[-1]} {word}" if lines[-1] else word
        if width_of(line) <= width:
            lines[-1] = line
        else:
            lines.append(word)
    return lines


def _pieces(word: str, width: int) -> Iterator[str]:
    """Yield a word, or what it must be cut into; a mark stays with its letter."""
    piece = ""
    for sign in word if width_of(word) > width else ():
        if piece and width_of(piece + sign) > width:
            yield piece
            piece = ""
        piece += sign
    yield piece or word
