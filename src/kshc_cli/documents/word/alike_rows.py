"""Rows of a table that differ in their words only: read once, and made from the words of each."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from kshc_cli.dataclass import dataclass
from kshc_cli.documents.word.body import Address, Cell, Paragraph, Row, Run
from kshc_cli.documents.word.formats import TextFormat
from kshc_cli.documents.word.markup import W
from kshc_cli.documents.word.run_reader import words_of
from kshc_cli.documents.word.table_lines import RowLines

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FIRST: Final = 0xF0000
_SIGNS: Final = re.compile("([\U000f0000-\U000ffffd])")
"""Letters that stand for the words of a row, one for each of its texts; they are nobody's own."""
_MOST: Final = 0xFFFD
"""Texts of a row that there are signs for."""
_STRANGE: Final = re.compile(rb"&#\d{6,};")
"""How such a letter is written where a document has it all the same."""
_NAMED: Final = (b":rsid", b":paraId", b":textId")
_WORD: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_NAMES: Final = (
    *(f"{W}rsid{each}" for each in ("R", "RPr", "RDefault", "P", "Tr", "Del")),
    *(f"{_WORD}{each}" for each in ("paraId", "textId")),
)
"""Attributes by which Word tells rows, paragraphs and runs apart; they say nothing of how these look."""

Pieces = tuple[str | int, ...]
"""A text: what all rows of a kind have in it, and the places of the words that each has for itself."""
Kind = tuple[object, ...]
"""All that a row says besides its words."""


@dataclass(frozen=True, slots=True)
class _Blank:
    """A paragraph without its words."""

    like: Paragraph
    runs: tuple[tuple[Pieces, TextFormat], ...]


@dataclass(frozen=True, slots=True)
class RowForm:
    """A row without its words."""

    like: Row
    lines: RowLines
    cells: tuple[tuple[Cell, tuple[_Blank, ...]], ...]
    paragraphs: int

    def filled(self, words: Sequence[str], first: Address) -> Row:
        """Return the row that has these words; ``first`` is the address of its first paragraph."""
        cells: list[Cell] = []
        number = first.paragraph
        for place, (like, blanks) in enumerate(self.cells, 1):
            paragraphs = []
            for blank in blanks:
                address = Address(number, first.section, first.page, first.table, first.row, place, first.part)
                paragraphs.append(_paragraph(blank, words, address))
                number += 1
            cells.append(Cell(tuple(paragraphs), like.width, like.span, like.merged_down, like.continues, like.fill))
        return Row(tuple(cells), self.like.header, self.like.whole, self.like.skipped)


def _paragraph(blank: _Blank, words: Sequence[str], address: Address) -> Paragraph:
    runs = tuple(
        Run("".join(words[each] if isinstance(each, int) else each for each in pieces), text_format)
        for pieces, text_format in blank.runs
    )
    like = blank.like
    return Paragraph(address, runs, like.format, like.mark, "", like.fields, like.lines)


@dataclass(slots=True)
class Words:
    """The words of a row, which can be taken out of it and put back."""

    marks: "tuple[Element, ...]"
    texts: tuple[str | None, ...]
    said: tuple[str, ...]
    """What each of them says."""

    def put(self, texts: Sequence[str | None]) -> None:
        """Let the texts of the row be these."""
        for mark, text in zip(self.marks, texts, strict=True):
            mark.text = text

    def put_signs(self) -> None:
        """Let each text that says something be the sign of its place."""
        self.put([chr(_FIRST + place) if words else "" for place, words in enumerate(self.said)])


def words_in(row: "Element") -> Words:
    """Return the words of a ``w:tr``."""
    marks = tuple(row.iter(W + "t"))
    return Words(marks, tuple(mark.text for mark in marks), tuple(map(words_of, marks)))


def kind_of(row: "Element", words: Words) -> Kind | None:
    """Return all that a ``w:tr`` says besides its words, which are taken out; None where there are too many of them."""
    from lxml import etree

    if len(words.marks) > _MOST:
        return None
    words.put([None] * len(words.marks))
    said: bytes = etree.tostring(row, with_tail=False)
    if any(name in said for name in _NAMED):
        etree.strip_attributes(row, *_NAMES)
        said = etree.tostring(row, with_tail=False)
    return None if b"&#" in said and _STRANGE.search(said) else (said, tuple(map(bool, words.said)))


def form_of(row: Row, lines: RowLines) -> RowForm:
    """Return the form of a row that was read with signs for its words, and holds nothing but paragraphs."""
    cells = tuple(
        (cell, tuple(_blank(each) for each in cell.blocks if isinstance(each, Paragraph))) for cell in row.cells
    )
    return RowForm(row, lines, cells, sum(len(blanks) for _cell, blanks in cells))


def _blank(paragraph: Paragraph) -> _Blank:
    runs = tuple((tuple(_pieces(run.text)), run.format) for run in paragraph.runs)
    return _Blank(paragraph, runs)


def _pieces(text: str) -> list[str | int]:
    return [ord(each) - _FIRST if _SIGNS.fullmatch(each) else each for each in _SIGNS.split(text) if each]
