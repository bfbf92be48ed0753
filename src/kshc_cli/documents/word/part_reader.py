"""Reads one part of a Word file, such as its body, into paragraphs and tables."""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import TYPE_CHECKING, Final, NamedTuple

from kshc_cli.dataclass import dataclass, field
from kshc_cli.documents.word.alike_rows import Kind, RowForm, form_of, kind_of, words_in
from kshc_cli.documents.word.body import Address, Block, Cell, Paragraph, Row, WordTable
from kshc_cli.documents.word.changes import is_deleted
from kshc_cli.documents.word.errors import TooDeepError
from kshc_cli.documents.word.formats import ParagraphFormat, TextFormat
from kshc_cli.documents.word.markup import W, attribute, descendant, number, switched_on, twips
from kshc_cli.documents.word.numbering import Numbering, numbering
from kshc_cli.documents.word.package import parsed
from kshc_cli.documents.word.run_reader import DEEPEST, MC, OpenField, Reader, shown
from kshc_cli.documents.word.styles import Look, paragraph_look, styles_of, text_look
from kshc_cli.documents.word.table_lines import RowLines, is_bordered, padding_of, row_lines

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_RELATIONSHIPS: Final = "word/_rels/document.xml.rels"
_NO_FILLS: Final = frozenset(("", "AUTO", "FFFFFF"))
_KINDS: Final = 5_000
"""Kinds of rows that are remembered."""


class WordFile:
    """The parts that everything in a file is read with."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        from lxml import etree

        self._parts = parts
        self.written: Callable[..., bytes] = etree.tostring
        self.styles = styles_of(parts)
        self.lists = numbering(self.root("word/numbering.xml"))
        self.targets = self._targets()
        settings = self.root("word/settings.xml")
        even = None if settings is None else settings.find(W + "evenAndOddHeaders")
        self.has_even_headers = even is not None and switched_on(even)

    def root(self, name: str) -> "Element | None":
        """Return the root of a part; None where there is none."""
        return parsed(self._parts[name]) if name in self._parts else None

    def _targets(self) -> dict[str, str]:
        """The part that each relationship of the document leads to."""
        found = self.root(_RELATIONSHIPS)
        links = () if found is None else found
        return {str(link.get("Id")): posixpath.normpath(f"word/{link.get('Target')}") for link in links}


class Met(NamedTuple):
    """A paragraph that was read: its number, where it stands, and what gives the format that a run states of itself."""

    number: int
    element: "Element"
    look: "Callable[[Element | None], TextFormat]"


@dataclass(slots=True)
class PartReader:
    """Reads blocks of one part and counts them."""

    file: WordFile
    changed: "frozenset[Element]"
    """The ``w:p`` in which a tracked change stands open."""
    part: str = "body"
    paged: bool = False
    pieces: "Callable[[Element], Iterator[Element]]" = iter
    """What stands in a body or table."""
    met: "list[Met] | None" = None
    """Where the paragraphs are told that are met, with what gives the look of text in them, if somebody asks."""
    section: int = 1
    paragraphs: int = 0
    tables: int = 0
    page: int = 1
    lists: Numbering = field(default_factory=Numbering)
    _looks: dict[tuple[str, bytes], Look] = field(default_factory=dict)
    _formats: dict[tuple[int, bytes], TextFormat] = field(default_factory=dict)
    _rows: dict[bytes, Row] = field(default_factory=dict)
    _cells: dict[bytes, Cell] = field(default_factory=dict)
    _forms: dict[Kind, RowForm | None] = field(default_factory=dict)
    """The forms of rows by all that these say besides their words; None of what was met once."""
    _singular: int = 0
    """How much was met that no other row has in its place: numbers, pages, boxes, tables."""
    _known: dict[str, str] = field(default_factory=dict)
    _fields: list[OpenField] = field(default_factory=list)
    """The fields that began in earlier paragraphs and have not ended."""

    def __post_init__(self) -> None:
        self.lists = self.file.lists

    def _stated(self, properties: "Element | None") -> bytes:
        return b"" if properties is None else self.file.written(properties, with_tail=False)

    def blocks(
        self, parent: Iterable["Element"], where: Address, table_style: str = "", depth: int = 0
    ) -> Iterator[Block]:
        """Yield the paragraphs and tables of a body, cell, header or text box."""
        if depth > DEEPEST:
            raise TooDeepError
        for child in parent:
            if child.tag == W + "p":
                yield from self._paragraph(child, where, table_style, depth)
            elif child.tag == W + "tbl":
                yield self._table(child, where, depth)
            elif child.tag in {W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"}:
                yield from self.blocks(child, where, table_style, depth + 1)
            elif child.tag == W + "altChunk":
                yield self._foreign(where)
            elif child.tag == MC + "AlternateContent":
                yield from self.blocks(shown(child), where, table_style, depth + 1)

    def _paragraph(self, element: "Element", where: Address, table_style: str, depth: int) -> Iterator[Block]:
        self.paragraphs += 1
        look = self._look(element, table_style)
        reader = Reader(lambda stated: self._format(stated, look), open_fields=self._fields)
        if self.met is not None:
            self.met.append(Met(self.paragraphs, element, reader.look))
        reader.read(element)
        self.page += reader.breaks
        self._singular += bool(look.list_id or reader.breaks or reader.later_breaks or reader.boxes or reader.notes)
        address = self._address(self.paragraphs, where)
        self.page += reader.later_breaks
        yield Paragraph(
            address=address, runs=reader.runs, format=look.format, mark=self._format(None, look),
            label=self.lists.label(look.list_id, look.depth), fields=tuple(reader.fields), lines=tuple(reader.lines),
            boxed=where.part == "box", changed=element in self.changed, holds=tuple(dict.fromkeys(reader.holds)),
            notes=tuple(reader.notes),
        )  # fmt: skip
        for box in reader.boxes:
            inside = Address(0, table=where.table, row=where.row, cell=where.cell, part="box")
            yield from self.blocks(box, inside, table_style, depth + 1)

    def _foreign(self, where: Address) -> Paragraph:
        """Return an empty paragraph in place of another file that Word would show there."""
        self._singular += 1
        address, plain = self._address(self.paragraphs + 1, where), TextFormat()
        return Paragraph(address=address, runs=(), format=ParagraphFormat(), mark=plain, holds=("document",))

    def _address(self, paragraph: int, where: Address) -> Address:
        page = self.page if self.paged else None
        return Address(paragraph, self.section, page, where.table, where.row, where.cell, self.part, note=where.note)

    def _look(self, element: "Element", table_style: str) -> Look:
        key = (table_style, self._stated(descendant(element, "pPr")))
        if key not in self._looks:
            self._looks[key] = paragraph_look(element, self.file.styles, self.lists, table_style)
        return self._looks[key]

    def _format(self, stated: "Element | None", look: Look) -> TextFormat:
        key = (id(look), self._stated(stated))
        if key not in self._formats:
            self._formats[key] = text_look(stated, look, self.file.styles)
        return self._formats[key]

    def _table(self, element: "Element", where: Address, depth: int) -> WordTable:
        self.tables += 1
        self._singular += 1
        table, waiting = self.tables, _children(self.pieces(element), "tr")
        first = list(islice(waiting, 1))  # its style is known no earlier than its first row
        style = attribute(element, "tblPr/tblStyle", "val")
        rows: list[Row] = []
        lines: list[RowLines] = []
        for each in chain(first, waiting):
            place = Address(0, table=table, row=len(rows) + 1, part=where.part)
            row, drawn = self._alike(each, place, style, depth)
            rows.append(row)
            lines += [drawn] if each.getparent() is element else []
        grid = tuple(twips(str(each.get(W + "w") or ""), 0) for each in element.iterfind(f"{W}tblGrid/{W}gridCol"))
        styles = tuple(self.file.styles.chain(style))
        return WordTable(table, tuple(rows), grid, is_bordered(element, styles, lines), padding_of(element, styles))

    def _alike(self, element: "Element", where: Address, table_style: str, depth: int) -> tuple[Row, RowLines]:
        """Read a row, or fill the form of an earlier one that differs in its words only."""
        words = words_in(element)
        kind = None if self.changed or self.met is not None else kind_of(element, words)
        form = None if kind is None else self._forms.get(kind := (table_style, depth, *kind))
        if form is not None:
            first = self._address(self.paragraphs + 1, where)
            self.paragraphs += form.paragraphs
            return form.filled([self._known.setdefault(each, each) for each in words.said], first), form.lines
        words.put(words.texts)
        singular, number = self._singular, self.paragraphs
        row, lines = self._row(element, where, table_style, depth), row_lines(element)
        if kind is not None and singular == self._singular and len(self._forms) < _KINDS:
            if kind in self._forms:
                words.put_signs()
                self.paragraphs, behind = number, self.paragraphs
                self._forms[kind] = form_of(self._row(element, where, table_style, depth), lines)
                self.paragraphs = behind
                words.put(words.texts)
            else:
                self._forms[kind] = None
        return row, lines

    def _row(self, element: "Element", where: Address, table_style: str, depth: int) -> Row:
        cells = tuple(
            self._cell(cell, where._replace(cell=place), table_style, depth)
            for place, cell in enumerate(_children(iter(element), "tc"), 1)
        )
        key = self._stated(descendant(element, "trPr"))
        if key not in self._rows:
            header, whole = _switch(element, "trPr/tblHeader"), _switch(element, "trPr/cantSplit")
            self._rows[key] = Row((), header, whole, _skipped(element))
        bare = self._rows[key]
        return Row(cells, bare.header, bare.whole, bare.skipped)

    def _cell(self, element: "Element", where: Address, table_style: str, depth: int) -> Cell:
        key = self._stated(descendant(element, "tcPr"))
        if key not in self._cells:
            self._cells[key] = _bare_cell(element)
        bare = self._cells[key]
        blocks = tuple(self.blocks(element, where, table_style, depth + 1))
        return Cell(blocks, bare.width, bare.span, bare.merged_down, bare.continues, bare.fill)


def _bare_cell(element: "Element") -> Cell:
    """Return a cell as its properties make it, without what stands in it."""
    merge = descendant(element, "tcPr/vMerge")
    begins = merge is not None and merge.get(W + "val") == "restart"
    return Cell(
        (),
        number(element, "tcPr/tcW", "w", 0) if attribute(element, "tcPr/tcW", "type") in {"dxa", ""} else 0,
        max(1, number(element, "tcPr/gridSpan", "val", 1)),
        merged_down=begins,
        continues=merge is not None and not begins,
        fill=_fill(element),
    )


def _fill(cell: "Element") -> str:
    """Return the colour of a cell's ground: of a pattern the one that it is drawn in."""
    is_plain = attribute(cell, "tcPr/shd", "val") in {"", "clear", "nil"}
    colours = (attribute(cell, "tcPr/shd", name) for name in (("fill",) if is_plain else ("color", "fill")))
    return next((one for each in colours if (one := each.upper()) not in _NO_FILLS), "")


def _children(pieces: "Iterator[Element]", name: str) -> Iterator["Element"]:
    """Yield the rows of a table or the cells of a row, those inside content controls too, but none that is deleted."""
    waiting = [pieces]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag == W + name:
            if not is_deleted(child):
                yield child
        elif child.tag in {W + "sdt", W + "sdtContent", W + "customXml"}:
            waiting.append(iter(child))


def _switch(row: "Element", steps: str) -> bool:
    found = descendant(row, steps)
    return found is not None and switched_on(found)


def _skipped(row: "Element") -> int:
    return max(0, number(row, "trPr/gridBefore", "val", 0))
