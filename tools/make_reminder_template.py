"""Writes templates/cong-van-don-doc.docx, the default template of a letter that reminds a body (Mẫu 1.5)."""

from pathlib import Path

from kshc_cli.documents.rendering.template_form import OWN_FILES, Purpose
from tools.issued_template import annex_heading, annexed, issued_part
from tools.issued_template import listed as tables
from tools.make_template import (
    TEMPLATES,
    TEXT_WIDTH,
    heading_table,
    paragraph,
    signature,
    stamp,
    tag,
    when,
    word_file,
)
from tools.template_styles import (
    CENTRED,
    PRESETS,
    draft_style,
    size,
    space,
    style,
    styles_part,
)

TEMPLATE = TEMPLATES / OWN_FILES[Purpose.REMINDER]
SUBJECT = 13


def document_part() -> str:
    """Return ``word/document.xml``: the letter with its list, which stands in an annex where it is long."""
    number, place = stamp("letter")
    about = paragraph("TrichYeuCongVan", "V/v đôn đốc thực hiện {{ plan.title|capitalize }} năm {{ plan.year }}")
    return issued_part(
        when("draft", paragraph("DuThao", "{{ draft }}"))
        + heading_table((number + about, place))
        + paragraph("KinhGui", "Kính gửi: {{ agency.name }}.")
        + paragraph(
            "NoiDung",
            "Thực hiện {{ plan.title|capitalize }} “{{ plan.subject }}” ({{ plan.act }}), qua theo dõi đến hết "
            "{{ reminder.day }}, {{ agency.name }} còn các đầu việc sau chưa được ghi nhận hoàn thành:",
        )
        + counts()
        + listed()
        + paragraph(
            "NoiDungCuoi",
            "Đề nghị {{ agency.name }} khẩn trương thực hiện các đầu việc nêu trên và gửi văn bản, sản phẩm kết quả về "
            "{{ issuer.name }}; đầu việc đã hoàn thành mà chưa được ghi nhận thì gửi văn bản kết quả để cập nhật./.",
        )
        + signature("letter")
        + annexed("reminder.annexed", annex())
    )


def counts() -> str:
    """Return how many duties are late, and how many fall due."""
    late = "- {{ reminder.late }} đầu việc đã quá hạn"
    soon = "- {{ reminder.soon }} đầu việc đến hạn từ nay đến hết {{ reminder.until }}."
    return (
        tag("if reminder.late and reminder.soon")
        + paragraph("NoiDung", f"{late};")
        + tag("elif reminder.late")
        + paragraph("NoiDung", f"{late}.")
        + tag("endif")
        + when("reminder.soon", paragraph("NoiDung", soon))
    )


def listed() -> str:
    """Return the list, or where it stands."""
    return (
        tag("if reminder.annexed")
        + paragraph("NoiDung", "Danh mục cụ thể tại Phụ lục kèm theo Công văn này.")
        + tag("else")
        + tables(width=TEXT_WIDTH)
        + tag("endif")
    )


def annex() -> str:
    """Return the annex with the list (Phụ lục I, phần I, mục III.1), which its section puts on a page of its own."""
    name = "DANH MỤC ĐẦU VIỆC CHƯA ĐƯỢC GHI NHẬN HOÀN THÀNH CỦA {{ agency.name|upper }}"
    letter = "Công văn số {{ letter.number }} {{ letter.date }} của {{ issuer.name }}"
    return annex_heading("Phụ lục", name, letter) + tables()


def template() -> bytes:
    """Return the template; the same bytes each time."""
    further = (
        draft_style(),
        style("TrichYeuCongVan", "Trích yếu công văn", size(SUBJECT), space(before=60) + CENTRED),
        style("KinhGui", "Kính gửi", size(PRESETS[14].body), space(before=360, after=240) + CENTRED),
    )
    return word_file(document_part(), styles_part(PRESETS[14], *further), "Mẫu công văn đôn đốc")


def files() -> dict[Path, bytes]:
    """Return the template by its path."""
    return {TEMPLATE: template()}
