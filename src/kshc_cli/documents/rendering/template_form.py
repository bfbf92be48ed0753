"""What kshc's own templates are for, and the forms of that of a plan.

With a decision or without, two sizes of letters, tables upright or turned.
"""

from enum import StrEnum
from typing import Final, Literal

from kshc_cli.dataclass import dataclass

Size = Literal[14, 13]
"""The size of the body in points, with which all others move (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""


class Purpose(StrEnum):
    """The document that a template is for."""

    PLAN = "plan"
    EXTRACT = "extract"
    REMINDER = "reminder"
    REPORT = "report"
    AMENDMENT = "amendment"


OWN_FILES: Final = {
    Purpose.EXTRACT: "trich-ke-hoach.docx",
    Purpose.REMINDER: "cong-van-don-doc.docx",
    Purpose.REPORT: "bao-cao-thuc-hien.docx",
    Purpose.AMENDMENT: "quyet-dinh-sua-doi.docx",
}
"""The names of kshc's own templates that have one form only."""


@dataclass(frozen=True, slots=True)
class TemplateForm:
    """One form of the template."""

    alone: bool = False
    """Whether the plan is issued by itself (Mẫu 1.4) and not by a decision (Mẫu 1.3)."""
    size: Size = 14
    landscape: bool = False
    """Whether the sections with tables stand on turned pages."""

    @property
    def file_name(self) -> str:
        """The name of its file: ``quyet-dinh-ke-hoach-13-ngang.docx``."""
        kind = "ke-hoach" if self.alone else "quyet-dinh-ke-hoach"
        size = "" if self.size == 14 else f"-{self.size}"
        return f"{kind}{size}{'-ngang' if self.landscape else ''}.docx"


_SIZES: Final[tuple[Size, ...]] = (14, 13)
FORMS: Final = tuple(
    TemplateForm(alone, size, landscape) for alone in (False, True) for size in _SIZES for landscape in (False, True)
)
"""All of them, the default first."""
