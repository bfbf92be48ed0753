"""The formatting that text and paragraphs end up with, once styles, defaults, themes and numbering are resolved.

Lengths are twips (1/20 point), sizes of letters are points.
"""

from typing import Final, Literal

from kshc_cli.dataclass import dataclass

Alignment = Literal["left", "center", "right", "both"]

FONT_SLOTS: Final = ("ascii", "hAnsi", "eastAsia", "cs")
"""The fonts of a run: for Latin letters, the other letters of Latin scripts, East Asian and complex ones."""


@dataclass(frozen=True, slots=True)
class TextFormat:
    """How a run of text looks."""

    fonts: tuple[str, str, str, str] = ("Times New Roman",) * 4
    """The font of each of ``FONT_SLOTS``; Vietnamese text is set in the first two."""
    points: float = 10
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    capitals: bool = False
    """Whether small letters are shown as capitals, full-sized or small."""
    hidden: bool = False
    """Whether it is no part of what the document says: hidden, or struck through."""
    vanished: bool = False
    """Whether it is hidden, so that nobody sees that it is there."""
    color: str = "auto"
    """``auto``, which is black on white, or six hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A border or a drawn line."""

    length: int | None = None
    """Twips; None for a border, which is as long as its paragraph."""
    solid: bool = True


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """How a paragraph is set."""

    style: str = ""
    """The name of its style."""
    alignment: Alignment = "left"
    left: int = 0
    right: int = 0
    first_line: int = 0
    """The indent of the first line; negative where the other lines hang."""
    before: int = 0
    after: int = 0
    line: float = 1.0
    """The line spacing as a multiple of a single line; 0 where ``line_height`` is fixed."""
    line_height: int = 0
    """The height of a line where it is fixed or has a minimum."""
    stretches: bool = False
    """Whether ``line_height`` is a minimum."""
    keep_next: bool = False
    outline_level: int | None = None
    """From 0; None for body text."""
    top: DrawnLine | None = None
    """A border above the paragraph."""
    bottom: DrawnLine | None = None
    """A border under the paragraph."""
