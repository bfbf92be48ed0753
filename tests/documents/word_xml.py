"""Small Word files made of bare XML, so that a test shows all that matters."""

from html import escape

from kshc_cli.documents.word.body import Body
from kshc_cli.documents.word.body_reader import body_of, read_body
from kshc_cli.documents.word.package import packed

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    (
        f'xmlns:w="{_W}" xmlns:r="{_R}"',
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
    )
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def p(text: str = "", properties: str = "", run: str = "") -> str:
    """Return a paragraph; ``properties`` and ``run`` are the insides of its ``w:pPr`` and of its run's ``w:rPr``."""
    inside = "" if text == "" else r(text, run)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def tc(inside: str, properties: str = "") -> str:
    """Return a cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """Return a row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, properties: str = "", grid: str = "") -> str:
    """Return a table."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def word_parts(body: str, **others: str) -> dict[str, bytes]:
    """Return the parts of a file; ``others``: the insides of ``styles``, ``numbering``, ``header1``, ``theme1``."""
    parts = {"[Content_Types].xml": _TYPES, "word/document.xml": _part("document", f"<w:body>{body}</w:body>")}
    roots = {"header1": "hdr", "header2": "hdr", "footer1": "ftr"}
    targets = {"header1": "header1.xml", "header2": "header2.xml", "footer1": "footer1.xml"}
    for name, inside in others.items():
        if name == "theme1":
            parts["word/theme/theme1.xml"] = f"<a:theme {NAMESPACES}>{inside}</a:theme>"
        else:
            parts[f"word/{name}.xml"] = _part(roots.get(name, name), inside)
    links = "".join(f'<Relationship Id="{name}" Type="x" Target="{file}"/>' for name, file in targets.items())
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{relations}">{links}</Relationships>'
    return {name: text.encode() for name, text in parts.items()}


def _part(root: str, inside: str) -> str:
    return f"<w:{root} {NAMESPACES}>{inside}</w:{root}>"


def word_file(body: str, **others: str) -> bytes:
    """Return the file."""
    return packed(word_parts(body, **others))


def read(body: str, **others: str) -> Body:
    """Return what kshc reads in the file."""
    data = word_file(body, **others)
    found = read_body(data)
    assert found == body_of(word_parts(body, **others))
    return found
