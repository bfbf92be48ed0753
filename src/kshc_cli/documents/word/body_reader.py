"""Reads the parts of a Word file into its body."""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from kshc_cli.collection import collection_paused
from kshc_cli.dataclass import dataclass, field
from kshc_cli.documents.word.alike_rows import Kind, RowForm, form_of, kind_of, words_in
from kshc_cli.documents.word.body import Address, Block, Body, Cell, Paragraph, Row, Section, Table, paragraphs_of
from kshc_cli.documents.word.changes import is_deleted
from kshc_cli.documents.word.errors import OldCharsetError, TooDeepError, WordFileError
from kshc_cli.documents.word.formats import ParagraphFormat, TextFormat
from kshc_cli.documents.word.markup import R, W, attribute, descendant, number, switched_on, twips
from kshc_cli.documents.word.numbering import Numbering, numbering
from kshc_cli.documents.word.old_charset import old_text
from kshc_cli.documents.word.package import DOCUMENT, opened, parsed
from kshc_cli.documents.word.run_reader import DEEPEST, MC, Field, Reader, shown
from kshc_cli.documents.word.settled import settle
from kshc_cli.documents.word.streamed import Stream, is_settled
from kshc_cli.documents.word.styles import Look, paragraph_look, styles_of, text_look
from kshc_cli.documents.word.table_lines import RowLines, is_bordered, padding_of, row_lines
from kshc_cli.messages import _

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_RELATIONSHIPS: Final = "word/_rels/document.xml.rels"
_A4: Final = (11906, 16838)
_MARGIN: Final = 1440
_KINDS: Final = 5_000
"""Kinds of rows that are remembered."""
_QUOTED: Final = 40
"""Characters that an error quotes."""


def read_body(data: bytes) -> Body:
    """Return what stands in a Word file. Raises ``WordFileError`` where it is none that can be used."""
    with collection_paused():
        body = body_of(opened(data))
    _refuse_old_charset(body)
    return body


def _refuse_old_charset(body: Body) -> None:
    """Nothing can be read or judged in letters that stand for others. Raises ``OldCharsetError``."""
    found = old_text(body.paragraphs)
    if found is not None:
        words = " ".join(found.paragraph.text.split())
        raise OldCharsetError(
            found.charset, font=found.font, quote=words[:_QUOTED], paragraph=found.paragraph.address.paragraph
        )


def body_of(parts: Mapping[str, bytes]) -> Body:
    """Return what stands in the parts of a Word file. Raises ``WordFileError``."""
    file = _File(parts)
    inside, reader = _streamed(file, parts) if is_settled(parts[DOCUMENT]) else _whole(file, parts)
    if inside is None:
        raise WordFileError(_("it is not a Word file (.docx)"))
    sections = tuple(_sections(inside, reader))
    notes = tuple(_notes(file, "footnotes", "endnotes"))
    return Body(sections, notes, tuple(_notes(file, "comments")), _author(parts))


def _streamed(file: "_File", parts: Mapping[str, bytes]) -> "tuple[Element | None, _PartReader]":
    """Return the body of a document, still without what stands in it, and a reader that parses it piece by piece."""
    stream = Stream(parts[DOCUMENT])
    return stream.body(), _PartReader(file, frozenset(), paged=stream.is_paged, pieces=stream.pieces)


def _whole(file: "_File", parts: Mapping[str, bytes]) -> "tuple[Element | None, _PartReader]":
    """Return the body of a document of which something is settled before it is read, and its reader."""
    document = parsed(parts[DOCUMENT])
    paged = next(document.iter(W + "lastRenderedPageBreak"), None) is not None
    return document.find(W + "body"), _PartReader(file, settle(document), paged=paged)


class _File:
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
        return parsed(self._parts[name]) if name in self._parts else None

    def _targets(self) -> dict[str, str]:
        """The part that each relationship of the document leads to."""
        found = self.root(_RELATIONSHIPS)
        links = () if found is None else found
        return {str(link.get("Id")): posixpath.normpath(f"word/{link.get('Target')}") for link in links}


@dataclass(slots=True)
class _PartReader:
    """Reads blocks of one part and counts them."""

    file: _File
    changed: "frozenset[Element]"
    """The ``w:p`` in which a tracked change stands open."""
    part: str = "body"
    paged: bool = False
    pieces: "Callable[[Element], Iterator[Element]]" = iter
    """What stands in a body or table."""
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
    _fields: list[Field] = field(default_factory=list)
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

    def _table(self, element: "Element", where: Address, depth: int) -> Table:
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
        return Table(table, tuple(rows), grid, is_bordered(element, styles, lines), padding_of(element, styles))

    def _alike(self, element: "Element", where: Address, table_style: str, depth: int) -> tuple[Row, RowLines]:
        """Read a row, or fill the form of an earlier one that differs in its words only."""
        words = words_in(element)
        kind = None if self.changed else kind_of(element, words)
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
        return Cell(blocks, bare.width, bare.span, bare.merged_down, bare.continues)


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
    )


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


def _sections(body: "Element", reader: _PartReader) -> Iterator[Section]:
    """Yield the sections: each ends at the paragraph that holds its ``w:sectPr``, the last one at the body's."""
    headers: dict[str, dict[str, tuple[Block, ...]]] = {"header": {}, "footer": {}}
    blocks: list[Block] | None = None
    for child in reader.pieces(body):
        properties = child if child.tag == W + "sectPr" else descendant(child, "pPr/sectPr")
        if child.tag != W + "sectPr":
            blocks = blocks or []
            blocks += reader.blocks((child,), Address(0))
        if properties is not None:
            yield _section(properties, reader, blocks or (), headers)
            reader.section += 1
            blocks = None
    if blocks is not None:
        yield _section(body.makeelement(W + "sectPr"), reader, blocks, headers)


def _section(
    properties: "Element",
    reader: _PartReader,
    blocks: Iterable[Block],
    headers: dict[str, dict[str, tuple[Block, ...]]],
) -> Section:
    for kind, kept in headers.items():
        for reference in properties.iterchildren(f"{W}{kind}Reference"):
            kept[str(reference.get(W + "type") or "default")] = _referred(reference, kind, reader.file)
    start = attribute(properties, "pgNumType", "start")
    turned = attribute(properties, "pgSz", "orient") == "landscape"
    first = properties.find(W + "titlePg")
    usable = {"default", "first"} | ({"even"} if reader.file.has_even_headers else set())
    return Section(
        blocks=tuple(blocks),
        width=number(properties, "pgSz", "w", _A4[0]),
        height=number(properties, "pgSz", "h", _A4[1]),
        **{side: number(properties, "pgMar", side, _MARGIN) for side in ("top", "bottom", "left", "right")},
        landscape=turned or number(properties, "pgSz", "w", _A4[0]) > number(properties, "pgSz", "h", _A4[1]),
        first_differs=first is not None and switched_on(first),
        restarts_at=twips(start, 1) if start else None,
        numerals=attribute(properties, "pgNumType", "fmt") or "decimal",
        continuous=attribute(properties, "type", "val") == "continuous",
        headers={kind: blocks for kind, blocks in headers["header"].items() if kind in usable},
        footers={kind: blocks for kind, blocks in headers["footer"].items() if kind in usable},
    )


def _referred(reference: "Element", kind: str, file: _File) -> tuple[Block, ...]:
    root = file.root(file.targets.get(str(reference.get(R + "id")), ""))
    return () if root is None else tuple(_PartReader(file, settle(root), kind).blocks(root, Address(0)))


def _notes(file: _File, *parts: str) -> Iterator[Paragraph]:
    for part in parts:
        root = file.root(f"word/{part}.xml")
        if root is None:
            continue
        changed = settle(root)
        for note in root:
            if note.get(W + "type") in {None, "normal"}:
                where = Address(0, note=note.get(W + "id"))
                yield from paragraphs_of(_PartReader(file, changed, part).blocks(note, where))


def _author(parts: Mapping[str, bytes]) -> str:
    name = "docProps/core.xml"
    found = parsed(parts[name]).find("{http://purl.org/dc/elements/1.1/}creator") if name in parts else None
    return "" if found is None else (found.text or "").strip()
