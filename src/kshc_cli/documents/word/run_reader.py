"""Reads the runs of a paragraph: its text with all that is nested around and inside it."""

from collections.abc import Callable, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from kshc_cli.dataclass import dataclass, field, replace
from kshc_cli.documents.word.body import Run
from kshc_cli.documents.word.drawn_lines import drawn_lines
from kshc_cli.documents.word.errors import TooDeepError, TooLongParagraphError
from kshc_cli.documents.word.formats import DrawnLine, TextFormat
from kshc_cli.documents.word.markup import W, descendant
from kshc_cli.documents.word.symbol_fonts import in_unicode, symbol

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_AROUND: Final = frozenset(
    W + name
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "sdtContent", "customXml", "dir", "bdo", "sdt")
)
"""What may stand around runs that are seen; deleted text (``w:del``, ``w:moveFrom``) is not among them."""

_LETTERS: Final = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
_WORDLESS: Final = (
    ("picture", "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"),
    ("picture", "{urn:schemas-microsoft-com:vml}imagedata"),
    ("chart", "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"),
    ("diagram", "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"),
)
"""What a drawing may show beside lines and text boxes."""
_NOTES: Final = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
DEEPEST: Final = 40
"""Elements nested in one another; real files stay far below."""
MOST_RUNS: Final = 20_000
"""Runs of one paragraph; real ones have some hundred, where Word has marked every word."""


@dataclass(slots=True)
class OpenField:
    """A field that is open: its instruction, and behind that, its result."""

    instruction: str = ""
    is_told: bool = False
    """Whether its result has begun."""

    @property
    def name(self) -> str:
        """The first word of the instruction, in capitals."""
        return next(iter(self.instruction.upper().split()), "")


@dataclass(slots=True)
class Reader:
    """What is gathered from one paragraph; ``look`` gives the format of text whose own properties are stated."""

    look: Callable[["Element | None"], TextFormat]
    fields: list[str] = field(default_factory=list)
    lines: list[DrawnLine] = field(default_factory=list)
    boxes: list["Element"] = field(default_factory=list)
    """The contents of text boxes (``w:txbxContent``)."""
    breaks: int = 0
    """The page breaks that Word last showed before its first letter."""
    later_breaks: int = 0
    """Those behind it."""
    holds: list[str] = field(default_factory=list)
    """What it shows that has no words: ``picture``, ``chart``, ``diagram``, ``object``."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """The notes that hang on its words: their part, and their id in it."""
    open_fields: list[OpenField] = field(default_factory=list)
    """The fields that began and have not ended: a table of contents goes on over many paragraphs."""
    _said: list[tuple[list[str], TextFormat]] = field(default_factory=list)
    _waiting: list[tuple[str, TextFormat]] = field(default_factory=list)
    """Words inside the instruction of a field, which are not shown unless it has no end."""
    _count: int = 0

    @property
    def runs(self) -> tuple[Run, ...]:
        """The text, its neighbours of one look joined."""
        return tuple(Run("".join(pieces), text_format) for pieces, text_format in self._said)

    def read(self, paragraph: "Element") -> None:
        """Gather what stands in a ``w:p``. Raises ``TooDeepError``, ``TooLongParagraphError``."""
        self.fields += [one.name for one in self.open_fields]
        self._read(paragraph)
        waiting, self._waiting = self._waiting, []
        self.open_fields[:] = [one for one in self.open_fields if one.is_told]
        for text, text_format in waiting:
            self._say(text, text_format)

    def _read(self, parent: "Element", depth: int = 0) -> None:
        if depth > DEEPEST:
            raise TooDeepError
        for child in parent:
            if child.tag == W + "r":
                self._run(child)
            elif child.tag in _AROUND:
                self._field(str(child.get(W + "instr") or ""))
                self._read(child, depth + 1)
            elif child.tag == W + "subDoc":
                self.holds.append("document")
            elif child.tag == MC + "AlternateContent":
                self._read(shown(child), depth + 1)
            elif child.tag in {_M + "oMath", _M + "oMathPara"}:
                self._say("".join(mark.text or "" for mark in child.iter(_M + "t")), self.look(None))

    def _run(self, run: "Element") -> None:
        self._count += 1
        if self._count > MOST_RUNS:
            raise TooLongParagraphError(MOST_RUNS)
        self._inside(run, self.look(descendant(run, "rPr")))

    def _inside(self, run: "Element", text_format: TextFormat, depth: int = 0) -> None:
        """Gather what stands in a run, or in the alternative of a part of it that is shown."""
        if depth > DEEPEST:
            raise TooDeepError
        for child in run:
            if child.tag == W + "lastRenderedPageBreak":
                self._turn_page()
            elif child.tag in {W + "fldChar", W + "instrText"}:
                self._field_mark(child)
            elif child.tag == MC + "AlternateContent":
                self._inside(shown(child), text_format, depth + 1)
            elif child.tag in {W + "drawing", W + "pict", W + "object"}:
                self._draw(child)
            elif child.tag == W + "ruby" or child.tag in _NOTES:
                self._annotated(child, depth)
            else:
                self._say(in_unicode(letters_in(child), text_format.fonts[0]), text_format)

    def _annotated(self, element: "Element", depth: int) -> None:
        """Keep a note that hangs here, or read the words below a gloss (``w:rt``), which itself is not said."""
        if element.tag in _NOTES:
            self.notes.append((_NOTES[element.tag], str(element.get(W + "id"))))
        gloss = "".join(words_of(mark) for rt in element.iterchildren(W + "rt") for mark in rt.iter(W + "t"))
        self._say(gloss, replace(self.look(None), hidden=True))
        for base in element.iterchildren(W + "rubyBase"):
            self._read(base, depth + 1)

    def _turn_page(self) -> None:
        if any(piece.strip() for pieces, _format in self._said for piece in pieces):
            self.later_breaks += 1
        else:
            self.breaks += 1

    def _say(self, text: str, text_format: TextFormat) -> None:
        if not text:
            return
        if not all(one.is_told for one in self.open_fields):
            self._waiting.append((text, text_format))
        elif self._said and self._said[-1][1] == text_format:
            self._said[-1][0].append(text)
        else:
            self._said.append(([text], text_format))

    def _field_mark(self, mark: "Element") -> None:
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            self.open_fields.append(OpenField())
        elif self.open_fields and kind is None:
            self.open_fields[-1].instruction += mark.text or ""
        elif self.open_fields:
            self._turn(self.open_fields[-1], ends=kind == "end")

    def _turn(self, last: OpenField, *, ends: bool) -> None:
        """Turn from the instruction of a field to its result, or behind that."""
        if not last.is_told:
            last.is_told = True
            self._field(last.instruction)
            self._waiting.clear()
        if ends:
            self.open_fields.pop()

    def _field(self, instruction: str) -> None:
        words = instruction.split()
        if words:
            self.fields.append(words[0].upper())

    def _draw(self, drawing: "Element") -> None:
        self.lines += drawn_lines(drawing)
        self.boxes += _boxes(drawing)
        self.holds += _holds(drawing)


def _holds(drawing: "Element") -> Iterator[str]:
    """Yield what a drawing shows that has no words; what stands in a text box is read with that."""
    if drawing.tag == W + "object":
        yield "object"
        return
    for kind, tag in _WORDLESS:
        if any(_box_around(one, drawing) is None for one in drawing.iter(tag)):
            yield kind


def _box_around(element: "Element", drawing: "Element") -> "Element | None":
    """Return the text box of a drawing in which an element of it stands; None where it stands in none."""
    around = takewhile(lambda one: one is not drawing, element.iterancestors())
    return next((one for one in around if one.tag == W + "txbxContent"), None)


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


def letters_in(element: "Element") -> str:
    """Return what an element of a run says by itself."""
    if element.tag == W + "t":
        return words_of(element)
    if element.tag == W + "br":
        return " " if element.get(W + "type") in {"page", "column"} else "\n"
    if element.tag == W + "sym":
        return symbol(str(element.get(W + "font") or ""), str(element.get(W + "char") or ""))
    return _LETTERS.get(element.tag, "")
