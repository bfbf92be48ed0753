"""What stands in a Word file: sections of paragraphs and tables, each paragraph with its text, look and place."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kshc_cli.dataclass import dataclass, field
from kshc_cli.documents.word.formats import DrawnLine, ParagraphFormat, TextFormat
from kshc_cli.documents.word.metrics import PADDING


class Address(NamedTuple):
    """Where a paragraph stands; all count from 1 in the order of the part, paragraphs in cells included."""

    paragraph: int
    section: int = 1
    page: int | None = None
    """The page on which Word last showed its beginning; None where the file does not tell."""
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    part: str = "body"
    """``body``, ``header``, ``footer`` or ``footnotes``."""
    sheet: str | None = None
    """The sheet of a workbook, whose own rows and columns ``row`` and ``cell`` are; None in a Word file."""
    note: str | None = None
    """The id of the footnote or endnote that it belongs to."""


class Run(NamedTuple):
    r"""A stretch of text of one look; tabs and line breaks are ``\t`` and ``\n``."""

    text: str
    format: TextFormat


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    address: Address
    runs: tuple[Run, ...]
    format: ParagraphFormat
    mark: TextFormat
    """The look of text that its style gives, which an empty paragraph has."""
    label: str = ""
    """The number that Word prints before it where it belongs to a list: ``1.``, ``a)``; not in ``text``."""
    fields: tuple[str, ...] = ()
    """The names of the fields in it, in capitals: PAGE; those first that began in earlier paragraphs: TOC."""
    lines: tuple[DrawnLine, ...] = ()
    """The level straight lines that are drawn in it."""
    boxed: bool = False
    """Whether it stands in a text box, which is anchored in the paragraph before."""
    changed: bool = False
    """Whether a tracked change stands open in it, or before it one of a row, a cell or a table."""
    holds: tuple[str, ...] = ()
    """What it shows that has no words: ``picture``, ``chart``, ``diagram``, ``object``, ``document`` (another file)."""
    notes: tuple[tuple[str, str], ...] = ()
    """The notes that hang on its words: the part of each, ``footnotes`` or ``endnotes``, and its id there."""

    @property
    def text(self) -> str:
        """The text as typed, without the label, without hidden text."""
        return "".join(run.text for run in self.runs if not run.format.hidden)

    @property
    def unsaid(self) -> str:
        """The text that is hidden or struck through."""
        return "".join(run.text for run in self.runs if run.format.hidden)

    @property
    def printed(self) -> str:
        """The text as it is seen: behind its label, in capitals where the format shows them; one space for a tab."""
        shown = (run.text.upper() if run.format.capitals else run.text for run in self.runs if not run.format.hidden)
        words = "".join(shown).replace("\t", " ")
        return f"{self.label} {words}" if self.label else words

    @property
    def seen(self) -> tuple[Run, ...]:
        """The runs that show a letter: not hidden, not only white space."""
        return tuple(run for run in self.runs if run.text.strip() and not run.format.hidden)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table's row; ``continues`` one that belongs to the cell above it (vertically merged)."""

    blocks: tuple["Block", ...]
    width: int = 0
    """Twips; 0 where the file does not tell."""
    span: int = 1
    """Columns of the grid that it covers."""
    merged_down: bool = False
    """Whether a vertical merge begins here."""
    continues: bool = False
    fill: str = ""
    """The colour of its ground as the file writes it; nothing for white, and where it says none itself."""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs in it, those of inner tables in their place."""
        return tuple(paragraphs_of(self.blocks))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    header: bool = False
    """Whether it is repeated at the head of each page."""
    whole: bool = False
    """Whether no page may break inside it."""
    skipped: int = 0
    """Columns of the grid that are left out before its first cell."""


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table; ``number`` counts all tables of the part from 1."""

    number: int
    rows: tuple[Row, ...]
    grid: tuple[int, ...]
    """The widths of the columns, twips."""
    bordered: bool = False
    """Whether it draws lines between its rows."""
    padding: int = PADDING
    """What stays free at both sides of a cell together, twips."""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs in it."""
        return tuple(paragraphs_of((self,)))


Block = Paragraph | WordTable


@dataclass(frozen=True, slots=True)
class WordSection:
    """Pages of one size, with what stands on them; lengths in twips."""

    blocks: tuple[Block, ...]
    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    landscape: bool = False
    first_differs: bool = False
    """Whether its first page has a header of its own (``w:titlePg``)."""
    restarts_at: int | None = None
    """The number of its first page, where it does not count on."""
    numerals: str = "decimal"
    """How its pages are numbered: ``decimal`` is Arabic, ``lowerRoman`` and others as OOXML names them."""
    continuous: bool = False
    """Whether it begins on the page on which the section before ends."""
    headers: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    """What stands in its headers: ``default``, ``first`` and ``even``, as far as there are any."""
    footers: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its paragraphs, those in tables in their place."""
        return tuple(paragraphs_of(self.blocks))


@dataclass(frozen=True, slots=True)
class Body:
    """A Word file's document: its sections, and the notes under its pages."""

    sections: tuple[WordSection, ...]
    notes: tuple[Paragraph, ...] = ()
    """Footnotes and endnotes."""
    comments: tuple[Paragraph, ...] = ()
    """What was said about the document beside its text."""
    author: str = ""
    """Who the file's properties name as its author."""

    @property
    def edges(self) -> Iterator[Paragraph]:
        """The paragraphs of all headers and footers; one that several sections share comes once."""
        seen: set[int] = set()
        for section in self.sections:
            for blocks in (*section.headers.values(), *section.footers.values()):
                if id(blocks) not in seen:
                    seen.add(id(blocks))
                    yield from paragraphs_of(blocks)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Paragraphs and tables of all sections, in order."""
        return tuple(block for section in self.sections for block in section.blocks)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs, those in tables in their place."""
        return tuple(paragraphs_of(self.blocks))


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield the paragraphs of blocks in order, those of tables cell by cell."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_of(cell.blocks)
