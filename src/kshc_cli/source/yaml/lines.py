"""A text and its lines: from an offset to a line, a column and the words of that line."""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final

from kshc_cli.dataclass import dataclass, field
from kshc_cli.findings import Place
from kshc_cli.patterns import lazy_pattern

_LINE_END: Final = lazy_pattern(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Lines:
    """The lines of ``text``. A line ends with LF, CRLF or CR; offsets, lines and columns count characters."""

    text: str = field(repr=False)
    _last: dict[int, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The line asked for last: all that is found on a line shows one text, however long that is."""

    @cached_property
    def starts(self) -> Sequence[int]:
        """The offset at which each line begins."""
        if "\r" not in self.text:
            starts = array("I", accumulate((len(line) + 1 for line in self.text.split("\n")), initial=0))
            starts.pop()
            return starts
        starts = array("I", (0,))
        starts.extend(match.end() for match in _LINE_END.finditer(self.text))
        return starts

    def __len__(self) -> int:
        return len(self.starts)

    def number(self, offset: int) -> int:
        """Return the line, counted from 1, that holds the character at ``offset``."""
        return bisect_right(self.starts, offset)

    def start(self, number: int) -> int:
        """Return the offset at which line ``number`` begins."""
        return self.starts[number - 1]

    def line(self, number: int) -> str:
        """Return line ``number``, counted from 1, without its line end."""
        if number not in self._last:
            end = self.starts[number] if number < len(self.starts) else len(self.text)
            self._last.clear()
            self._last[number] = self.text[self.starts[number - 1] : end].rstrip("\r\n")
        return self._last[number]

    def from_here(self, offset: int, most: int) -> str:
        """Return what stands from ``offset`` to the end of its line, ``most`` characters of it."""
        number = self.number(offset)
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[offset : min(end, offset + most)].rstrip("\r\n")

    def place(self, offset: int) -> Place:
        """Return the place of the character at ``offset``; beyond the end it is the end."""
        offset = min(offset, len(self.text))
        number = self.number(offset)
        return Place(number, offset - self.start(number) + 1, self.line(number))
