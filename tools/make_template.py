"""Writes kshc's own templates, one for each form: plain Word files with named styles and tags.

Widths are twips (1/20 point), as Word stores them.
"""

from html import escape
from pathlib import Path

from kshc_cli.documents.rendering.template_form import FORMS, TemplateForm
from kshc_cli.documents.word.package import packed
from tools.template_styles import DECLARATION, NAMESPACES, PRESETS, space, styles_part

TEMPLATES = Path(__file__).parents[1] / "templates"

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DRAWN = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
CHART = "rId5"

TOP, RIGHT, BOTTOM, LEFT = 1134, 851, 1134, 1701
SHORT_SIDE, LONG_SIDE = 11906, 16838
TEXT_WIDTH = SHORT_SIDE - LEFT - RIGHT
LEFT_BLOCK = 3520
SIGNATURE_BLOCK = 4700


def paragraph(style_id: str, *runs: str, properties: str = "") -> str:
    """Return a paragraph; each of ``runs`` is text, or XML made by ``run``."""
    inside = "".join(each if each.startswith("<w:") else run(each) for each in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{properties}</w:pPr>{inside}</w:p>'


def run(text: str, style_id: str = "") -> str:
    """Return a run of text, with a character style if one is named."""
    look = f'<w:rPr><w:rStyle w:val="{style_id}"/></w:rPr>' if style_id else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def tag(*lines: str) -> str:
    """Return a paragraph for each tag; it vanishes from the document."""
    return "".join(paragraph("The", f"{{%p {line} %}}") for line in lines)


def loop(one: str, many: str, *inside: str) -> str:
    """Return what repeats for each one of many."""
    return f"{tag(f'for {one} in {many}')}{''.join(inside)}{tag('endfor')}"


def when(condition: str, *inside: str) -> str:
    """Return what stands only under a condition."""
    return f"{tag(f'if {condition}')}{''.join(inside)}{tag('endif')}"


def cell(inside: str, width: int, properties: str = "") -> str:
    """Return a table cell."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{inside}</w:tc>'


def row(*cells: str, header: bool = False) -> str:
    """Return a table row that no page break splits."""
    repeated = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths: tuple[int, ...], rows: str, look: str = "") -> str:
    """Return a table of fixed widths; without a style it has neither borders nor margins."""
    margin = 57 if look else 0
    margins = "".join(f'<w:{side} w:w="{margin}" w:type="dxa"/>' for side in ("left", "right"))
    named = f'<w:tblStyle w:val="{look}"/>' if look else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr>{named}<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def heading_table(*further_rows: tuple[str, str]) -> str:
    """Return the two-column heading: parent and issuer at the left, Quốc hiệu and Tiêu ngữ at the right."""
    left = (
        when("issuer.parent", paragraph("CoQuanChuQuan", "{{ issuer.parent|upper }}"))
        + paragraph("CoQuanBanHanh", "{{ issuer.name|upper }}")
        + paragraph("DuongKeNgan")
    )
    right = (
        paragraph("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + paragraph("TieuNgu", "Độc lập - Tự do - Hạnh phúc")
        + paragraph("DuongKeDai")
    )
    widths = (LEFT_BLOCK, TEXT_WIDTH - LEFT_BLOCK)
    rows = ((left, right), *further_rows)
    return table(widths, "".join(row(cell(one, widths[0]), cell(other, widths[1])) for one, other in rows))


def stamp(act: str) -> tuple[str, str]:
    """Return the row of the heading with the number at the left, place and date at the right."""
    return (
        paragraph("SoKyHieu", f"{{{{ {act}.number_line }}}}"),
        paragraph("DiaDanhNgay", f"{{{{ issuer.place }}}}, {{{{ {act}.date }}}}"),
    )


def decision() -> str:
    """Return the decision, down to the signature."""
    article = (run("{{ line.label }}", "SoDieu"), "{{ line.text }}")
    return (
        heading_table(stamp("decision"))
        + paragraph("TenLoai", "{{ decision.title }}")
        + paragraph("TrichYeu", "{{ decision.subject }}")
        + paragraph("DuongKeNgan")
        + paragraph("ThamQuyen", "{{ decision.authority }}")
        + loop("basis", "decision.bases", paragraph("CanCu", "{{ basis }}"))
        + paragraph("LenhBanHanh", "QUYẾT ĐỊNH:")
        + tag("for line in decision.articles", "if loop.last")
        + paragraph("NoiDungCuoi", *article)
        + tag("else")
        + paragraph("NoiDung", *article)
        + tag("endif", "endfor")
        + signature("decision")
    )


def signature(act: str) -> str:
    """Return the recipients at the left and the signature at the right."""
    widths = (TEXT_WIDTH - SIGNATURE_BLOCK, SIGNATURE_BLOCK)
    left = paragraph("NoiNhan", "Nơi nhận:") + loop(
        "recipient", f"{act}.recipients", paragraph("DanhSachNoiNhan", "- {{ recipient }}")
    )
    right = loop("line", f"{act}.signature.lines", paragraph("ChucVu", "{{ line }}")) + paragraph(
        "NguoiKy", f"{{{{ {act}.signature.name }}}}"
    )
    return table(widths, row(cell(left, widths[0]), cell(right, widths[1])))


def attached_plan(form: TemplateForm) -> str:
    """Return the plan that a decision issues, from its own heading to its last paragraph."""
    return (
        when("plan.own_heading", heading_table())
        + paragraph("TenLoai", "{{ plan.title }}")
        + paragraph("TrichYeu", "{{ plan.subject }}")
        + when("plan.reference", paragraph("DongKemTheo", "{{ plan.reference }}"))
        + paragraph("DuongKeNgan")
        + sections(form)
    )


def plan_alone(form: TemplateForm) -> str:
    """Return a plan that is issued by itself, from its heading to its signature (Mẫu 1.4)."""
    return (
        heading_table(stamp("issuance"))
        + paragraph("TenLoai", "{{ plan.title }}")
        + paragraph("TrichYeu", "{{ plan.subject }}")
        + paragraph("DuongKeNgan")
        + sections(form)
    )


def sections(form: TemplateForm) -> str:
    """Return the preamble and the sections of a plan."""
    section = (
        section_heading()
        + loop("paragraph", "section.paragraphs", paragraph("NoiDung", "{{ paragraph }}"))
        + loop(
            "table",
            "section.tables",
            when("table.heading", paragraph("DeMucBang", "{{ table.heading }}")),
            task_table(),
            paragraph("KhoangCach"),
        )
        + (signature_before_annexes() if form.alone else "")
        + (turns() if form.landscape else "")
    )
    return loop("line", "plan.preamble", paragraph("NoiDung", "{{ line }}")) + loop("section", "plan.sections", section)


def section_heading() -> str:
    """Return the heading of a section; that of an annex stands on a page of its own, by its parts.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.1.
    """
    annex = (
        paragraph("PhuLucSo", "{{ section.annex.number }}")
        + loop("line", "section.annex.names", paragraph("PhuLucTen", "{{ line }}"))
        + loop("line", "section.annex.notes", paragraph("PhuLucKem", "{{ line }}"))
        + paragraph("KhoangCach")
    )
    return (
        tag("if section.annex")
        + annex
        + tag("elif section.heading")
        + paragraph("DeMuc", "{{ section.heading }}")
        + tag("endif")
    )


def signature_before_annexes() -> str:
    """Return the signature of a plan that is issued by itself: behind its last section that is no annex."""
    return when(
        "not section.annexed and (loop.last or loop.nextitem.annexed)", paragraph("KhoangCach") + signature("issuance")
    )


def turns() -> str:
    """Return the section breaks behind a section of the plan: where only it or only the next one has tables."""
    return when(
        "not loop.last and section.tables and not loop.nextitem.tables", section_break("XoayTrang", turned=True)
    ) + when("not loop.last and not section.tables and loop.nextitem.tables", section_break("XoayTrang"))


def task_table(width: int = TEXT_WIDTH) -> str:
    """Return a task table: as many columns as the plan states, group headings across all of them."""
    third = width // 3
    middle = '<w:vAlign w:val="center"/>'
    words = (
        tag("for line in cell.lines", "if cell.centred")
        + paragraph("BangGiua", "{{ line }}")
        + tag("else")
        + paragraph("BangChu", "{{ line }}")
        + tag("endif", "endfor")
    )

    def command(text: str) -> str:
        return row(cell(paragraph("The", f"{{%tr {text} %}}"), 3 * third, '<w:gridSpan w:val="3"/>'))

    def columns(one: str, many: str, inside: str) -> tuple[str, ...]:
        begin, end = (paragraph("The", f"{{%tc {text} %}}") for text in (f"for {one} in {many}", "endfor"))
        return cell(begin, third), cell(inside, third, middle), cell(end, third)

    heading = paragraph("BangNhom", "{% colspan table.headers|length %}{{ row.heading }}")
    rows = (
        row(*columns("header", "table.headers", paragraph("BangTieuDe", "{{ header }}")), header=True),
        command("for row in table.rows"),
        command("if row.cells"),
        row(*columns("cell", "row.cells", words)),
        command("else"),
        row(cell(heading, 3 * third, '<w:gridSpan w:val="3"/>' + middle)),
        command("endif"),
        command("endfor"),
    )
    return table((third,) * 3, "".join(rows), look="BangNhiemVu")


def section_end(*, turned: bool = False) -> str:
    """Return the page of a section: A4 with the margins as they are read, first number hidden, counting from 1."""
    width, height = (LONG_SIDE, SHORT_SIDE) if turned else (SHORT_SIDE, LONG_SIDE)
    orientation = ' w:orient="landscape"' if turned else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{orientation}/>'
        f'<w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" w:left="{LEFT}"'
        ' w:header="567" w:footer="567" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:cols w:space="720"/><w:titlePg/></w:sectPr>'
    )


def section_break(style_id: str, *, turned: bool = False) -> str:
    """Return the end of a section; behind the style Xoay trang the page numbers run on."""
    return paragraph(style_id, properties=f"{space(exact=20)}{section_end(turned=turned)}")


def document_part(form: TemplateForm) -> str:
    """Return ``word/document.xml``: the decision, then the plan in a section of its own, or the plan alone."""
    words = plan_alone(form) if form.alone else decision() + section_break("KhoangCach") + attached_plan(form)
    end = when("(plan.sections|last).tables", section_break("XoayTrang", turned=True)) if form.landscape else ""
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{words}{end}{section_end()}</w:body></w:document>"


def header_part(inside: str) -> str:
    """Return a header."""
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{paragraph('SoTrang', *([inside] if inside else []))}</w:hdr>"


def settings_part() -> str:
    """Return ``word/settings.xml``, which tells Word to lay out as its present versions do."""
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>'
        '<w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def content_types(further: dict[str, str]) -> str:
    """Return the list of the parts and their types; ``further`` are those beside the usual ones."""
    parts = {
        "/word/document.xml": f"{WORD}.document.main+xml",
        "/word/styles.xml": f"{WORD}.styles+xml",
        "/word/settings.xml": f"{WORD}.settings+xml",
        "/word/header1.xml": f"{WORD}.header+xml",
        "/word/header2.xml": f"{WORD}.header+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        **further,
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )


def relationships(targets: dict[str, str]) -> str:
    """Return a part of relationships from their targets to their types."""
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def core_part(title: str) -> str:
    """Return ``docProps/core.xml``, which the document's own replaces."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>kshc</dc:creator></cp:coreProperties>"
    )


def template(form: TemplateForm) -> bytes:
    """Return the template of a form; the same bytes each time."""
    title = "Mẫu kế hoạch" if form.alone else "Mẫu quyết định ban hành kế hoạch"
    return word_file(document_part(form), styles_part(PRESETS[form.size]), title)


def word_file(document: str, styles: str, title: str, chart: str = "") -> bytes:
    """Return the Word file of a document with page numbers, from its own part, its styles and the part of a chart.

    The document names the chart by the relationship ``CHART``.
    """
    office = {
        "word/document.xml": f"{RELATION}/officeDocument",
        "docProps/core.xml": f"{PACKAGE}/relationships/metadata/core-properties",
        "docProps/app.xml": f"{RELATION}/extended-properties",
    }
    word = {
        "styles.xml": f"{RELATION}/styles",
        "settings.xml": f"{RELATION}/settings",
        "header1.xml": f"{RELATION}/header",
        "header2.xml": f"{RELATION}/header",
        **({"charts/chart1.xml": f"{RELATION}/chart"} if chart else {}),
    }
    application = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    parts = {
        "[Content_Types].xml": content_types({"/word/charts/chart1.xml": DRAWN} if chart else {}),
        "_rels/.rels": relationships(office),
        "docProps/app.xml": f'{DECLARATION}<Properties xmlns="{application}"/>',
        "docProps/core.xml": core_part(title),
        "word/_rels/document.xml.rels": relationships(word),
        "word/document.xml": document,
        "word/header1.xml": header_part('<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'),
        "word/header2.xml": header_part(""),
        "word/settings.xml": settings_part(),
        "word/styles.xml": styles,
        **({"word/charts/chart1.xml": chart} if chart else {}),
    }
    return packed({name: text.encode() for name, text in parts.items()})


def files() -> dict[Path, bytes]:
    """Return the templates of all forms by their paths."""
    return {TEMPLATES / form.file_name: template(form) for form in FORMS}
