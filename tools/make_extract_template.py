"""Writes templates/trich-ke-hoach.docx, the default template of an extract: one body's tasks on landscape pages."""

from pathlib import Path

from kshc_cli.documents.rendering.template_form import OWN_FILES, Purpose
from tools.make_template import TEMPLATES, loop, paragraph, task_table, word_file
from tools.template_styles import BOLD, CENTRED, DECLARATION, KEPT, NAMESPACES, PRESETS, size, style, styles_part

TEMPLATE = TEMPLATES / OWN_FILES[Purpose.EXTRACT]
MARGIN = 1134
WIDTH, HEIGHT = 16838, 11906


def document_part() -> str:
    """Return ``word/document.xml``: the body's name, the plan that its tasks come from, a table for each role."""
    table = paragraph("DeMucBang", "{{ table.heading }}") + task_table(WIDTH - 2 * MARGIN) + paragraph("KhoangCach")
    body = (
        paragraph("CoQuanNhanViec", "{{ agency.name|upper }}")
        + paragraph("TrichYeu", "TRÍCH {{ plan.title|upper }}")
        + paragraph("TrichYeu", "{{ plan.subject }}")
        + paragraph("DongKemTheo", "{{ plan.reference }}")
        + paragraph("DuongKeNgan")
        + loop("table", "tables", table)
        + landscape()
    )
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def landscape() -> str:
    """Return the page: A4 turned, its first number hidden."""
    sides = "".join(f' w:{side}="{MARGIN}"' for side in ("top", "right", "bottom", "left"))
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
        f'<w:pgSz w:w="{WIDTH}" w:h="{HEIGHT}" w:orient="landscape"/>'
        f'<w:pgMar{sides} w:header="567" w:footer="567" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:cols w:space="720"/><w:titlePg/></w:sectPr>'
    )


def template() -> bytes:
    """Return the template; the same bytes each time."""
    name = style("CoQuanNhanViec", "Cơ quan nhận việc", BOLD + size(18), KEPT + CENTRED)
    return word_file(document_part(), styles_part(PRESETS[14], name), "Mẫu trích kế hoạch")


def files() -> dict[Path, bytes]:
    """Return the template by its path."""
    return {TEMPLATE: template()}
