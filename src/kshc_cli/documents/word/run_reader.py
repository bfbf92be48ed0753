"""Reads the runs of a paragraph: its text with all that is nested around and inside it."""

from collections.abc import Callable, Iterator
from dataclasses import field
from typing import TYPE_CHECKING, Final

from kshc_cli.dataclass import dataclass
from kshc_cli.documents.word.body import Run
from kshc_cli.documents.word.drawn_lines import drawn_lines
from kshc_cli.documents.word.errors import TooDeepError, TooLongParagraphError
from kshc_cli.documents.word.formats import Line, TextFormat
from kshc_cli.documents.word.markup import W, descendant
from kshc_cli.documents.word.numbering import BULLET

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_AROUND: Final = frozenset(
    W + name
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "sdtContent", "customXml", "dir", "bdo")
)
"""What may stand around runs that are seen; deleted text (``w:del``, ``w:moveFrom``) is not among them."""

_LETTERS: Final = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
_PRIVATE: Final = range(0xE000, 0xF900)
DEEPEST: Final = 40
"""Elements nested in one another; real files stay far below."""
MOST_RUNS: Final = 20_000
"""Runs of one paragraph; real ones have some hundred, where Word has marked every word."""


@dataclass(slots=True)
class Reader:
    """What is gathered from one paragraph; ``look`` gives the format of text whose own properties are stated."""

    look: Callable[["Element | None"], TextFormat]
    fields: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    boxes: list["Element"] = field(default_factory=list)
    """The contents of text boxes (``w:txbxContent``)."""
    breaks: int = 0
    """The page breaks that Word last showed before its first letter."""
    later_breaks: int = 0
    """Those behind it."""
    _instruction: str | None = None
    _said: list[tuple[list[str], TextFormat]] = field(default_factory=list)
    _count: int = 0

    @property
    def runs(self) -> tuple[Run, ...]:
        """The text, its neighbours of one look joined."""
        return tuple(Run("".join(pieces), text_format) for pieces, text_format in self._said)

    def read(self, parent: "Element", depth: int = 0) -> None:
        """Gather what stands in a ``w:p``, or around its runs. Raises ``TooDeepError``, ``TooLongParagraphError``."""
        if depth > DEEPEST:
            raise TooDeepError
        for child in parent:
            if child.tag == W + "r":
                self._run(child)
            elif child.tag in _AROUND:
                self._field(str(child.get(W + "instr") or ""))
                self.read(child, depth + 1)
            elif child.tag == W + "sdt":
                self.read(child, depth + 1)
            elif child.tag == MC + "AlternateContent":
                self.read(shown(child), depth + 1)
            elif child.tag in {_M + "oMath", _M + "oMathPara"}:
                self._say("".join(mark.text or "" for mark in child.iter(_M + "t")), self.look(None))

    def _run(self, run: "Element") -> None:
        self._count += 1
        if self._count > MOST_RUNS:
            raise TooLongParagraphError(MOST_RUNS)
        text_format = self.look(descendant(run, "rPr"))
        for child in run:
            if child.tag == W + "lastRenderedPageBreak":
                self._turn_page()
            elif child.tag == W + "fldChar":
                self._field_mark(str(child.get(W + "fldCharType") or ""))
            elif child.tag == W + "instrText":
                self._instruction = (self._instruction or "") + (child.text or "")
            elif child.tag in {W + "drawing", W + "pict", W + "object", MC + "AlternateContent"}:
                self._draw(shown(child) if child.tag == MC + "AlternateContent" else child)
            else:
                self._say(_letters(child), text_format)

    def _turn_page(self) -> None:
        if any(piece.strip() for pieces, _format in self._said for piece in pieces):
            self.later_breaks += 1
        else:
            self.breaks += 1

    def _say(self, text: str, text_format: TextFormat) -> None:
        if not text:
            return
        if self._said and self._said[-1][1] == text_format:
            self._said[-1][0].append(text)
        else:
            self._said.append(([text], text_format))

    def _field_mark(self, kind: str) -> None:
        if kind == "begin":
            self._instruction = ""
        elif self._instruction is not None:
            self._field(self._instruction)
            self._instruction = None

    def _field(self, instruction: str) -> None:
        words = instruction.split()
        if words:
            self.fields.append(words[0].upper())

    def _draw(self, drawing: "Element") -> None:
        self.lines += drawn_lines(drawing)
        self.boxes += _boxes(drawing)


def _boxes(drawing: "Element") -> Iterator["Element"]:
    """Yield the text boxes of a drawing; those that are drawn into one of them are read with it."""
    inside = W + "txbxContent"
    for box in drawing.iter(inside):
        outer = box.getparent()
        while outer is not None and outer is not drawing and outer.tag not in {inside, MC + "Fallback"}:
            outer = outer.getparent()
        if outer is drawing:
            yield box


def shown(alternatives: "Element") -> "Element":
    """Return what an ``mc:AlternateContent`` shows: its first choice, else what it falls back to.

    Signs beyond the font (``w16se``, which are emoji) are read as the letters that they fall back to.
    """
    choices = alternatives.iterchildren(MC + "Choice")
    choice = next((one for one in choices if one.get("Requires") != "w16se"), None)
    chosen = choice if choice is not None else next(alternatives.iterchildren(MC + "Fallback"), None)
    return alternatives if chosen is None else chosen


def words_of(mark: "Element") -> str:
    """Return what a ``w:t`` says."""
    text = mark.text or ""
    return text if mark.get(_XML_SPACE) == "preserve" else text.strip(" \t\r\n")


def _letters(element: "Element") -> str:
    if element.tag == W + "t":
        return words_of(element)
    if element.tag == W + "br":
        return " " if element.get(W + "type") in {"page", "column"} else "\n"
    if element.tag == W + "sym":
        return _symbol(str(element.get(W + "char") or ""))
    return _LETTERS.get(element.tag, "")


def _symbol(code: str) -> str:
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return BULLET if ord(sign) in _PRIVATE else sign if sign.isprintable() else ""
