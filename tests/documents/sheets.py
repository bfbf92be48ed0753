"""Small workbooks, so that a test shows all that matters."""

from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

BOLD = Font(bold=True)
CENTRE = Alignment(horizontal="center")

HEADER = ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian")
TASK = (1, "Xây dựng kế hoạch", "Văn phòng", "Quý I")


def workbook(*rows: tuple[object, ...], name: str = "Sheet1") -> Any:  # noqa: ANN401  openpyxl has no types
    """Return a workbook with one sheet of these rows."""
    made = Workbook()
    made.active.title = name
    for row in rows:
        made.active.append(row)
    return made


def sheet(made: Any, name: str, *rows: tuple[object, ...]) -> Any:  # noqa: ANN401
    """Add a sheet and return it."""
    added = made.create_sheet(name)
    for row in rows:
        added.append(row)
    return added


def saved(made: Any) -> bytes:  # noqa: ANN401
    """Return the file of a workbook."""
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()
