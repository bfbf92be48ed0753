"""A Word file that sets two plans beside each other: what holds, what is to hold, and room for the reason."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape
from typing import Final

from kshc_cli.desk.answers import Answer, PlainBlock, PlainMark
from kshc_cli.documents.rendering.properties import FileProperties, properties
from kshc_cli.documents.word.package import CONTENT_TYPES, DOCUMENT, packed
from kshc_cli.messages import plain

_MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WIDTHS: Final = (700, 5200, 5200, 3470)
"""The columns of an A4 page across with margins of 2 cm, in twentieths of a point."""
_PAGE: Final = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
    '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
)
_BOLD, _ITALIC = "<w:b/>", "<w:i/>"
_MARKED: Final = {"=": "", "-": "<w:strike/>", "+": '<w:b/><w:u w:val="single"/>'}
"""How words look that both plans have, that are gone, and that are new: so that a print without colours tells them."""


_BORDER: Final = '<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
_DOCUMENT_XML: Final = f'<w:document xmlns:w="{_MAIN}" xmlns:r="{_RELATIONS}"><w:body>{{body}}</w:body></w:document>'
_TABLE_XML: Final = (
    '<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
)
_COLUMN_XML: Final = '<w:gridCol w:w="{width}"/>'
_CELL_XML: Final = '<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{content}</w:tc>'
_SPAN_XML: Final = '<w:gridSpan w:val="{columns}"/>'
_HEAD_ROW: Final = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"
_WHOLE_ROW: Final = "<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
_ROW: Final = "<w:tr>{cells}</w:tr>"
_TEXT_XML: Final = '<w:t xml:space="preserve">{words}</w:t>'
_RUN_XML: Final = "<w:r><w:rPr>{look}</w:rPr>{texts}</w:r>"
_PARAGRAPH_XML: Final = "<w:p><w:pPr>{look}</w:pPr>{runs}</w:p>"
_TITLE: Final = '<w:b/><w:sz w:val="28"/><w:szCs w:val="28"/>'
_CENTRED: Final = '<w:jc w:val="center"/>'
_LAST_OF_HEAD: Final = f'<w:spacing w:after="200"/>{_CENTRED}'
_KEPT: Final = "<w:keepNext/>"
_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")


def comparison_bytes(answer: Answer) -> bytes:
    """Return the Word file of what differs; the same answer gives the same bytes."""
    told = answer["comparison"]
    parts: dict[str, bytes] = {name: (_DECLARATION + xml).encode() for name, xml in _FIXED.items()}
    empty = {"docProps/core.xml": b"", "docProps/app.xml": b""}
    parts |= properties(FileProperties(told["title"], told["author"], date.fromisoformat(told["day"])), empty)
    head = (
        _paragraph(_run(told["title"], _TITLE), _CENTRED),
        _paragraph(_run(told["subject"], _BOLD), _CENTRED),
        _paragraph(_run(told["sides"], _ITALIC), _LAST_OF_HEAD),
    )
    body = "".join((*head, _table(told["headings"], told["blocks"]), _paragraph(""), _PAGE))
    return packed({**parts, DOCUMENT: (_DECLARATION + _DOCUMENT_XML.format(body=body)).encode()})


def _table(headings: Sequence[str], blocks: Sequence[PlainBlock]) -> str:
    heads = (_paragraph(_run(words, _BOLD), _CENTRED) for words in headings)
    rows = [_row(heads, _HEAD_ROW)]
    for number, block in enumerate(blocks, 1):
        rows += _rows(number, block)
    return _TABLE_XML.format(
        width=sum(_WIDTHS),
        borders="".join(_BORDER.format(side=side) for side in _SIDES),
        grid="".join(_COLUMN_XML.format(width=width) for width in _WIDTHS),
        rows="".join(rows),
    )


def _rows(number: int, block: PlainBlock) -> Iterator[str]:
    """Yield the rows of a thing that differs: what it is and where, then its words, then what they mean."""
    place = _paragraph(_run(block["place"], _ITALIC), _KEPT) if block["place"] else ""
    heading = _paragraph(_run(block["title"], _BOLD), _KEPT) + place
    first = _cell(_paragraph(_run(str(number), ""), _CENTRED), _WIDTHS[0])
    yield _WHOLE_ROW.format(cells=first + _cell(heading, sum(_WIDTHS[1:]), span=3))
    for line in block["lines"]:
        label = _run(f"{line['label']}: ", _ITALIC) if line["label"] else ""
        old, new = (_paragraph(label + "".join(map(_marked, one))) if one else "" for one in (line["old"], line["new"]))
        yield _row(("", old, new, ""))
    if block["effects"]:
        yield _row(("", "", "".join(_paragraph(_run(one, _ITALIC)) for one in block["effects"]), ""))


def _row(cells: Iterable[str], form: str = _ROW) -> str:
    return form.format(cells="".join(_cell(one, width) for one, width in zip(cells, _WIDTHS, strict=True)))


def _cell(content: str, width: int, span: int = 1) -> str:
    spanned = _SPAN_XML.format(columns=span) if span > 1 else ""
    return _CELL_XML.format(width=width, span=spanned, content=content or _paragraph(""))


def _paragraph(runs: str, look: str = "") -> str:
    return _PARAGRAPH_XML.format(look=look, runs=runs)


def _marked(mark: PlainMark) -> str:
    sign, words = mark
    return _run(words, _MARKED[sign])


def _run(words: str, look: str) -> str:
    lines = (_TEXT_XML.format(words=escape(_seen(line), quote=False)) for line in words.split("\n"))
    return _RUN_XML.format(look=look, texts="<w:br/>".join(lines))


def _seen(line: str) -> str:
    """Return words on one line, the blanks at their ends kept."""
    return line if line.isprintable() else plain(line)


_OFFICE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS: Final = (
    ("/word/document.xml", f"{_OFFICE}.document.main+xml"),
    ("/word/styles.xml", f"{_OFFICE}.styles+xml"),
    ("/word/header1.xml", f"{_OFFICE}.header+xml"),
    ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
)
_FONTS: Final = " ".join(f'w:{kind}="Times New Roman"' for kind in ("ascii", "hAnsi", "cs", "eastAsia"))
_FIXED: Final = {
    CONTENT_TYPES: (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in _PARTS)
        + "</Types>"
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{_RELATIONS}/extended-properties" Target="docProps/app.xml"/></Relationships>'
    ),
    "word/_rels/document.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId2" Type="{_RELATIONS}/header" Target="header1.xml"/></Relationships>'
    ),
    "word/styles.xml": (
        f'<w:styles xmlns:w="{_MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {_FONTS}/><w:sz w:val="26"/>'
        '<w:szCs w:val="26"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>'
    ),
    "word/header1.xml": (
        f'<w:hdr xmlns:w="{_MAIN}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/>'
        '</w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/>'
        "</w:r></w:p></w:hdr>"
    ),
}
"""The parts that are the same in each file: Times New Roman, 13 points, page numbers from the second page on."""
