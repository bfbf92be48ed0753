"""Reads the parts of a Word file into its body."""

import posixpath
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from kshc_cli.collection import collection_paused
from kshc_cli.documents.word.body import Address, Block, Body, Paragraph, WordSection, paragraphs_of
from kshc_cli.documents.word.errors import OldCharsetError, WordFileError
from kshc_cli.documents.word.markup import R, W, attribute, descendant, number, switched_on, twips
from kshc_cli.documents.word.old_charset import old_text
from kshc_cli.documents.word.package import DOCUMENT, opened, parsed
from kshc_cli.documents.word.part_reader import Met, PartReader, WordFile
from kshc_cli.documents.word.settled import settle
from kshc_cli.documents.word.streamed import Stream, is_settled
from kshc_cli.messages import _

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_A4: Final = (11906, 16838)
_MARGIN: Final = 1440
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
    file = WordFile(parts)
    inside, reader = _streamed(file, parts) if is_settled(parts[DOCUMENT]) else _whole(file, parts)
    if inside is None:
        raise WordFileError(_("it is not a Word file (.docx)"))
    sections = tuple(_sections(inside, reader))
    notes = tuple(_notes(file, "footnotes", "endnotes"))
    return Body(sections, notes, tuple(_notes(file, "comments")), _author(parts))


def met_in(parts: Mapping[str, bytes], part: str, root: "Element", kind: str = "body") -> list[Met]:
    """Return where the paragraphs of a part stand in its ``root``, by the numbers that ``body_of`` gives them.

    ``kind`` is body, header, footer, footnotes or endnotes. What is settled before it is read is settled in ``root``.
    """
    met: list[Met] = []
    reader = PartReader(WordFile(parts), settle(root), kind, met=met)
    if part == DOCUMENT:
        inside = root.find(W + "body")
        deque(() if inside is None else _sections(inside, reader), maxlen=0)
    else:
        deque(reader.blocks(root, Address(0)), maxlen=0)
    return met


def edges_of(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the parts beside the document that hold its headers and footers, with which of the two each is."""
    found = {}
    for target in WordFile(parts).targets.values():
        kind = next((kind for kind in ("header", "footer") if posixpath.basename(target).startswith(kind)), None)
        if kind and target in parts:
            found[target] = kind
    return found


def _streamed(file: "WordFile", parts: Mapping[str, bytes]) -> "tuple[Element | None, PartReader]":
    """Return the body of a document, still without what stands in it, and a reader that parses it piece by piece."""
    stream = Stream(parts[DOCUMENT])
    return stream.body(), PartReader(file, frozenset(), paged=stream.is_paged, pieces=stream.pieces)


def _whole(file: "WordFile", parts: Mapping[str, bytes]) -> "tuple[Element | None, PartReader]":
    """Return the body of a document of which something is settled before it is read, and its reader."""
    document = parsed(parts[DOCUMENT])
    paged = next(document.iter(W + "lastRenderedPageBreak"), None) is not None
    return document.find(W + "body"), PartReader(file, settle(document), paged=paged)


def _sections(body: "Element", reader: PartReader) -> Iterator[WordSection]:
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
    reader: PartReader,
    blocks: Iterable[Block],
    headers: dict[str, dict[str, tuple[Block, ...]]],
) -> WordSection:
    for kind, kept in headers.items():
        for reference in properties.iterchildren(f"{W}{kind}Reference"):
            kept[str(reference.get(W + "type") or "default")] = _referred(reference, kind, reader.file)
    start = attribute(properties, "pgNumType", "start")
    turned = attribute(properties, "pgSz", "orient") == "landscape"
    first = properties.find(W + "titlePg")
    usable = {"default", "first"} | ({"even"} if reader.file.has_even_headers else set())
    return WordSection(
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


def _referred(reference: "Element", kind: str, file: WordFile) -> tuple[Block, ...]:
    root = file.root(file.targets.get(str(reference.get(R + "id")), ""))
    return () if root is None else tuple(PartReader(file, settle(root), kind).blocks(root, Address(0)))


def _notes(file: WordFile, *parts: str) -> Iterator[Paragraph]:
    for part in parts:
        root = file.root(f"word/{part}.xml")
        if root is None:
            continue
        changed = settle(root)
        for note in root:
            if note.get(W + "type") in {None, "normal"}:
                where = Address(0, note=note.get(W + "id"))
                yield from paragraphs_of(PartReader(file, changed, part).blocks(note, where))


def _author(parts: Mapping[str, bytes]) -> str:
    name = "docProps/core.xml"
    found = parsed(parts[name]).find("{http://purl.org/dc/elements/1.1/}creator") if name in parts else None
    return "" if found is None else (found.text or "").strip()
