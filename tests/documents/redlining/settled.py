"""Tracked changes accepted or rejected, by the standard alone: knows nothing of how kshc makes them.

What a document says is read with python-docx.
"""

from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

from tests.documents.word_file import W, parts, with_part

Said = list[Any]
"""What a body or cell says: paragraphs with their style, tables as rows of cells, each of which says something."""

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def said(document: bytes, *, with_style: bool = True) -> Said:
    """Return what the body of a document without tracked changes says."""
    read = Document(BytesIO(document))
    assert not [*read.element.body.iter(W + "ins", W + "del", W + "delText")]
    return _said(read, with_style=with_style)


def _said(holder: Any, *, with_style: bool) -> Said:  # noqa: ANN401  a document or a cell
    found: Said = []
    for block in holder.iter_inner_content():
        if isinstance(block, Paragraph):
            found.append(((block.style and block.style.name), block.text) if with_style else block.text)
        elif isinstance(block, Table):
            rows = block._tbl.tr_lst  # noqa: SLF001  its public cells are in quadratic time
            found.append([[_said(_Cell(cell, block), with_style=with_style) for cell in row.tc_lst] for row in rows])
    return found


def settled(document: bytes, *, accept: bool) -> bytes:
    """Return a document with all its tracked changes accepted or rejected."""
    for name in [name for name in parts(document) if name.startswith(("word/document", "word/header", "word/footer"))]:
        root = etree.fromstring(parts(document)[name])
        _settle(root, kept=W + ("ins" if accept else "del"), lost=W + ("del" if accept else "ins"))
        document = with_part(document, name, etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
    return document


def _settle(root: Any, kept: str, lost: str) -> None:  # noqa: ANN401  lxml has no types
    ids = [one.get(W + "id") for one in root.iter(kept, lost, W + "pPrChange")]
    assert len(ids) == len(set(ids))
    for row in [*root.iter(W + "tr")]:
        if row.find(f"{W}trPr/{lost}") is not None:
            row.getparent().remove(row)
    for table in [*root.iter(W + "tbl")]:
        if table.find(W + "tr") is None:
            table.getparent().remove(table)
    joined = [one for one in root.iter(W + "p") if one.find(f"{W}pPr/{W}rPr/{lost}") is not None]
    _settle_words(root, kept, lost)
    _settle_looks(root, is_former=kept == W + "del")
    for paragraph in joined:
        _join(paragraph)


def _settle_words(root: Any, kept: str, lost: str) -> None:  # noqa: ANN401  lxml has no types
    for change in [*root.iter(kept, lost)]:
        if change.getparent().tag in {W + "rPr", W + "trPr"} or change.tag == lost:
            change.getparent().remove(change)
        else:
            place = change.getparent().index(change)
            change.getparent()[place : place + 1] = [*change]
    for text in root.iter(W + "delText"):
        text.tag = W + "t"
        assert text.get(_SPACE) == "preserve"


def _settle_looks(root: Any, *, is_former: bool) -> None:  # noqa: ANN401  lxml has no types
    for change in [*root.iter(W + "pPrChange")]:
        properties = change.getparent()
        properties.remove(change)
        if is_former:
            of_mark = [one for one in properties if one.tag in {W + "rPr", W + "sectPr"}]
            properties[:] = [*change.find(W + "pPr"), *of_mark]


def _join(paragraph: Any) -> None:  # noqa: ANN401  lxml has no types
    """Put the words of a paragraph without a mark before those of the next, which keeps its own look."""
    words = [one for one in paragraph if one.tag != W + "pPr"]
    following = next(paragraph.itersiblings(W + "p"), None)
    assert following is not None, "the last mark of a body or cell cannot go"
    assert not words or paragraph.getnext() is following, "words would pass a table"
    place = 1 if following.find(W + "pPr") is not None else 0
    following[place:place] = words
    paragraph.getparent().remove(paragraph)
