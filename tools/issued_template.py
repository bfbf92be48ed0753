"""What the templates of letters, reports and amending decisions have in common: the whole part, and an annex."""

from tools.make_template import loop, paragraph, section_break, section_end, task_table, when
from tools.template_styles import DECLARATION, NAMESPACES

FIRST = '<w:pageBreakBefore w:val="0"/>'
"""Of the heading of an annex that begins its section, and so its page."""


def issued_part(*words: str) -> str:
    """Return ``word/document.xml`` of a document with these words."""
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{''.join(words)}{section_end()}</w:body></w:document>"


def annexed(condition: str, *inside: str) -> str:
    """Return what stands on turned pages behind the signature, under a condition."""
    return when(condition, section_break("KhoangCach"), *inside, section_break("XoayTrang", turned=True))


def annex_heading(number: str, name: str, of: str, *, properties: str = FIRST) -> str:
    """Return the heading of an annex (Phụ lục I, phần I, mục III.1): its number and name, and what it belongs to."""
    return paragraph("PhuLucSo", number, properties=properties) + annex_name(name, of)


def annex_name(name: str, of: str) -> str:
    """Return what stands below the number of an annex."""
    return paragraph("PhuLucTen", name) + paragraph("PhuLucKem", f"(Kèm theo {of})") + paragraph("KhoangCach")


def listed(tables: str = "tables", *, width: int | None = None, heading: str = "") -> str:
    """Return tables one below the other."""
    made = task_table() if width is None else task_table(width)
    return loop("table", tables, heading, made, paragraph("KhoangCach"))
