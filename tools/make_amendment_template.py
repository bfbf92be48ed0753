"""Writes templates/quyet-dinh-sua-doi.docx, the default template of a decision that amends a plan (Mẫu 1.3)."""

from pathlib import Path

from kshc_cli.documents.rendering.template_form import OWN_FILES, Purpose
from tools.issued_template import annex_heading, annexed, issued_part, listed
from tools.make_template import TEMPLATES, decision, paragraph, when, word_file
from tools.template_styles import PRESETS, styles_part

TEMPLATE = TEMPLATES / OWN_FILES[Purpose.AMENDMENT]
ACT = "Quyết định số {{ decision.number }} {{ decision.date }} của {{ issuer.name }}"


def document_part() -> str:
    """Return ``word/document.xml``: the decision, then its annex with the tasks as they stand now."""
    heading = when("table.heading", paragraph("DeMucBang", "{{ table.heading }}"))
    annex = annex_heading("Phụ lục", "CÁC NHIỆM VỤ ĐƯỢC SỬA ĐỔI, BỔ SUNG CỦA {{ amended.title|upper }}", ACT)
    return issued_part(decision(), annexed("tables", annex, listed(heading=heading)))


def template() -> bytes:
    """Return the template; the same bytes each time."""
    return word_file(document_part(), styles_part(PRESETS[14]), "Mẫu quyết định sửa đổi, bổ sung kế hoạch")


def files() -> dict[Path, bytes]:
    """Return the template by its path."""
    return {TEMPLATE: template()}
