"""From the characters of a text to the lines and units in which an editor counts, and back."""

from kshc_cli.dataclass import dataclass
from kshc_cli.editor.texts import Span
from kshc_cli.source.yaml.lines import Lines

_BYTES = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
"""How many bytes of its encoding a unit has."""

Position = tuple[int, int]
"""A line and the units before a character on it, both counted from 0 (LSP 3.17, Position)."""


@dataclass(frozen=True)
class Positions:
    """The positions of a text as an editor counts them; ``encoding`` is that of its units."""

    lines: Lines
    encoding: str = "utf-16"

    def of(self, offset: int) -> Position:
        """Return the position of the character at ``offset``."""
        offset = min(offset, len(self.lines.text))
        number = self.lines.number(offset)
        return number - 1, self._units(self.lines.text[self.lines.start(number) : offset])

    def range_of(self, span: Span) -> tuple[Position, Position]:
        """Return where a span begins and ends."""
        return self.of(span.start), self.of(span.end)

    def offset(self, position: Position) -> int:
        """Return the offset of a position; beyond the end of its line, or of the text, that end."""
        line, units = position
        if line >= len(self.lines):
            return len(self.lines.text)
        start, words = self.lines.start(line + 1), self.lines.line(line + 1)
        if words.isascii():
            return start + min(units, len(words))
        before = words.encode(self._codec, "surrogatepass")[: units * _BYTES[self.encoding]]
        return start + len(before.decode(self._codec, "ignore"))

    @property
    def _codec(self) -> str:
        return self.encoding if self.encoding == "utf-8" else f"{self.encoding}-le"

    def _units(self, words: str) -> int:
        if words.isascii():
            return len(words)
        return len(words.encode(self._codec, "surrogatepass")) // _BYTES[self.encoding]
