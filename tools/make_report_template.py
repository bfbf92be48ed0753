"""Writes templates/bao-cao-thuc-hien.docx, the default template of a report on a period (Mẫu 1.4), with its chart."""

from html import escape
from pathlib import Path

from kshc_cli.documents.rendering.template_form import OWN_FILES, Purpose
from tools.issued_template import FIRST, annex_name, annexed, issued_part, listed
from tools.make_template import (
    CHART,
    TEMPLATES,
    heading_table,
    loop,
    paragraph,
    signature,
    stamp,
    tag,
    when,
    word_file,
)
from tools.template_styles import CENTRED, DECLARATION, PRESETS, draft_style, space, style, styles_part

TEMPLATE = TEMPLATES / OWN_FILES[Purpose.REPORT]
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
WIDE, HIGH = 5_760_000, 2_700_000
"""The size of the chart in English Metric Units: 16 cm by 7.5 cm."""
BARS = (
    ("Hoàn thành đúng hạn", 12, "2E7D32"),
    ("Hoàn thành sau hạn", 3, "9CCC65"),
    ("Đang thực hiện, còn hạn", 9, "1565C0"),
    ("Quá hạn chưa hoàn thành", 2, "C62828"),
    ("Không có ngày đến hạn", 5, "757575"),
)
"""What the chart shows until a report fills it, and the colours of its bars."""


def document_part() -> str:
    """Return ``word/document.xml``: the report with its figures, then a list in each annex."""
    period = "{% if period.is_plan_year %}năm {{ plan.year }}{% else %}{{ period.name }}{% endif %}"
    subject = f"Tình hình thực hiện {{{{ plan.title|capitalize }}}} {period}"
    return issued_part(
        when("draft", paragraph("DuThao", "{{ draft }}"))
        + heading_table(stamp("report"))
        + paragraph("TenLoai", "BÁO CÁO")
        + paragraph("TrichYeu", subject)
        + paragraph("DuongKeNgan")
        + opening()
        + overall()
        + figures()
        + compared()
        + ending()
        + signature("report")
        + annexed("annexes", annexes())
    )


def opening() -> str:
    """Return of which plan and which days the figures are."""
    rule = "{% if period.rule %} (thời gian chốt số liệu theo {{ period.rule }}){% endif %}"
    return (
        paragraph(
            "NoiDung",
            "Thực hiện {{ plan.title|capitalize }} “{{ plan.subject }}” ({{ plan.act }}), tình hình thực hiện "
            "{{ period.name }} như sau:",
        )
        + paragraph(
            "NoiDung",
            f"Số liệu tính từ {{{{ period.first }}}} đến hết {{{{ period.day }}}}{rule}. Việc mà một cơ quan phải làm "
            "trong một kỳ được tính là một đầu việc.",
        )
        + when("not period.is_over", paragraph("NoiDung", "Kỳ báo cáo chưa kết thúc vào ngày tính số liệu."))
        + when(
            "not period.has_log",
            paragraph(
                "NoiDung",
                "{{ plan.title|capitalize }} chưa có nhật ký theo dõi, chưa ghi nhận đầu việc nào hoàn thành.",
            ),
        )
    )


def overall() -> str:
    """Return the figures of the whole plan, in words and as a chart."""
    items = (
        "- Đã hoàn thành: {{ period.done }} đầu việc (đúng hạn {{ period.in_time }}, sau hạn {{ period.too_late }});",
        "- Đang thực hiện, còn hạn: {{ period.running }} đầu việc;",
        "- Quá hạn chưa hoàn thành: {{ period.late }} đầu việc;",
        "- Không có ngày đến hạn (thường xuyên, khi phát sinh, chưa rõ ngày): {{ period.undated }} đầu việc;",
        "- Lũy kế: đã hoàn thành {{ period.done_so_far }} trong {{ period.duties_so_far }} đầu việc phải làm.",
    )
    return (
        paragraph("DeMuc", "I. TÌNH HÌNH CHUNG")
        + tag("if period.total")
        + "".join(paragraph("NoiDung", item) for item in items[:-1])
        + when("period.suspended", paragraph("NoiDung", "- Tạm dừng: {{ period.suspended }} đầu việc;"))
        + paragraph("NoiDung", items[-1])
        + paragraph("BieuDo", chart_run())
        + paragraph("TenBieuDo", "Biểu đồ. Số đầu việc theo tình hình thực hiện {{ period.name }}")
        + tag("else")
        + paragraph(
            "NoiDung",
            "Trong kỳ không có đầu việc nào hoàn thành, đến hạn, quá hạn hoặc đang thực hiện.",
        )
        + tag("endif")
    )


def figures() -> str:
    """Return the tables of figures."""
    return (
        tag("if period.total")
        + when(
            "sections",
            paragraph("DeMuc", "II. KẾT QUẢ THEO MỤC CỦA {{ plan.title|upper }}"),
            listed("sections"),
        )
        + paragraph("DeMuc", "{% if sections %}III{% else %}II{% endif %}. KẾT QUẢ THEO CƠ QUAN")
        + listed("bodies")
        + tag("endif")
    )


def compared() -> str:
    """Return the figures of the same period of the year before, where the plan of that year is known."""
    number = "{% if period.total %}{% if sections %}IV{% else %}III{% endif %}{% else %}II{% endif %}"
    whole = "period.is_plan_year and period.is_over"
    before = (
        f"{{% if {whole} %}}Năm{{% else %}}Cùng kỳ năm{{% endif %}} "
        "{{ earlier.year }} (từ {{ earlier.first }} đến hết {{ earlier.day }}): {{ earlier.total }} "
        "đầu việc, hoàn thành {{ earlier.done }} (đúng hạn {{ earlier.in_time }}, sau hạn {{ earlier.too_late }}), "
        "quá hạn chưa hoàn thành {{ earlier.late }}."
    )
    now = (
        f"{{% if {whole} %}}Năm {{{{ plan.year }}}}{{% else %}}Kỳ này{{% endif %}}: "
        "{{ period.total }} đầu việc, hoàn thành {{ period.done }} (đúng hạn {{ period.in_time }}, "
        "sau hạn {{ period.too_late }}), quá hạn chưa hoàn thành {{ period.late }}."
    )
    heading = f"{{% if {whole} %}}NĂM{{% else %}}CÙNG KỲ NĂM{{% endif %}}"
    unrecorded = "Kỳ này: {{ plan.title|capitalize }} chưa có nhật ký theo dõi, chưa có số liệu để so sánh."
    unknown = (
        "{{ plan.title|capitalize }} năm {{ earlier.year }} không có nhật ký theo dõi, "
        "chưa có số liệu cùng kỳ để so sánh."
    )
    return (
        tag("if earlier.year")
        + paragraph("DeMuc", f"{number}. SO VỚI {heading} {{{{ earlier.year }}}}")
        + tag("if earlier.has_log")
        + paragraph("NoiDung", before)
        + when("period.has_log", paragraph("NoiDung", now))
        + when("not period.has_log", paragraph("NoiDung", unrecorded))
        + listed("earlier.tables")
        + tag("else")
        + paragraph("NoiDung", unknown)
        + tag("endif")
        + tag("endif")
    )


def ending() -> str:
    """Return where the lists stand, or that this was all."""
    last = "Danh mục cụ thể tại {% for annex in annexes %}{{ annex.number }}{% if not loop.last %}, {% endif %}"
    return (
        tag("if annexes")
        + paragraph("NoiDungCuoi", last + "{% endfor %} kèm theo Báo cáo này./.")
        + tag("else")
        + paragraph("NoiDungCuoi", "Trên đây là tình hình thực hiện {{ plan.title|capitalize }} {{ period.name }}./.")
        + tag("endif")
    )


def annexes() -> str:
    """Return the annexes (Phụ lục I, phần I, mục III.1): each begins a page, the first one that of its section."""
    heading = (
        tag("if loop.first")
        + paragraph("PhuLucSo", "{{ annex.number }}", properties=FIRST)
        + tag("else")
        + paragraph("PhuLucSo", "{{ annex.number }}")
        + tag("endif")
        + annex_name("{{ annex.name }}", "Báo cáo số {{ report.number }} {{ report.date }} của {{ issuer.name }}")
    )
    return loop("annex", "annexes", heading, listed("annex.tables"))


def chart_run() -> str:
    """Return the run that holds the chart in its line, with its figures in words for those who do not see it."""
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing"'
        ' distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{WIDE}" cy="{HIGH}"/><wp:docPr id="1" name="Biểu đồ 1" descr="{{{{ chart.words }}}}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/chart">'
        f'<c:chart xmlns:c="{DRAWING}/chart" r:id="{CHART}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def chart_part() -> str:
    """Return the chart: a bar for each way to stand, its figure behind it, read from top to bottom."""
    names = "".join(f'<c:pt idx="{i}"><c:v>{escape(name)}</c:v></c:pt>' for i, (name, _count, _rgb) in enumerate(BARS))
    counts = "".join(f'<c:pt idx="{i}"><c:v>{count}</c:v></c:pt>' for i, (_name, count, _rgb) in enumerate(BARS))
    points = "".join(
        f'<c:dPt><c:idx val="{i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{_solid(rgb)}</c:spPr></c:dPt>"
        for i, (_name, _count, rgb) in enumerate(BARS)
    )
    size = f'<c:ptCount val="{len(BARS)}"/>'
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{DRAWING}/chart" xmlns:a="{DRAWING}/main"><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/>'
        '<c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/>'
        f'<c:tx><c:v>Số đầu việc</c:v></c:tx><c:spPr>{_solid("1565C0")}</c:spPr><c:invertIfNegative val="0"/>{points}'
        '<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat><c:strLit>{size}{names}</c:strLit></c:cat>"
        f"<c:val><c:numLit><c:formatCode>0</c:formatCode>{size}{counts}</c:numLit></c:val></c:ser>"
        '<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:noMultiLvlLbl val="0"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>'
        '<c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="b"/><c:numFmt formatCode="0" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/>'
        '<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        '<a:defRPr sz="1200"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="Times New Roman"/>'
        '<a:cs typeface="Times New Roman"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p>'
        "</c:txPr></c:chartSpace>"
    )


def _solid(rgb: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{rgb}"/></a:solidFill>'


def template() -> bytes:
    """Return the template; the same bytes each time."""
    further = (
        draft_style(),
        style("BieuDo", "Biểu đồ", "", "<w:keepNext/>" + space(before=60, after=60) + CENTRED),
        style("TenBieuDo", "Tên biểu đồ", "<w:i/><w:iCs/>", space(after=120) + CENTRED),
    )
    return word_file(document_part(), styles_part(PRESETS[14], *further), "Mẫu báo cáo", chart_part())


def files() -> dict[Path, bytes]:
    """Return the template by its path."""
    return {TEMPLATE: template()}
