"""Which of several columns with times says by when a task is to be done."""

import re
from collections.abc import Sequence
from typing import Final

from kshc_cli.plan.model import Column, Table
from kshc_cli.plan.renewals import former_key, level_of
from kshc_cli.plan.walk import tasks_of
from kshc_cli.reading.folding import fold

NEVER: Final = re.compile(
    r"\bthuc te\b|^da (?:hoan thanh|thuc hien)\b"
    r"|^(?:thoi (?:han|gian)|han) (?:bao quan|bao hanh|luu (?:tru|giu)|hop dong|su dung|phat sinh|dang ky|giu chuc)\b"
    r"|^han (?:chuan bi|gui tai lieu)\b"
)
"""Words over a time that is none by which a task is due: when it was done, or how long something is kept."""

_LOOKS_AT: Final = r"(?:kiem tra|thanh tra|giam sat|khao sat|kiem toan)"
_OTHER: Final = rf"^(?!.*\b(?:thuc te|bao cao|gui|nop|tra loi|nghiem thu|thanh toan|quyet toan|gia han|{_LOOKS_AT})\b)"
"""Words of a time that is another one than that of the task, where a column says that, too."""
_DONE: Final = r"(?!(?:tien do )?(?:ngay )?hoan thanh$)(?!.*\bngay hoan)"
"""No words over the day when a task was done, where another column says when it is due."""
SUREST: Final = (
    re.compile(rf"{_OTHER}.*\bhan\b"),
    re.compile(rf"{_OTHER}(?:.*\btheo |(?:tien do|thoi gian|ngay) )?ke hoach$"),
    re.compile(rf"{_OTHER}{_DONE}(?:.*\b(?:ket thuc|hoan thanh)\b|.*\bden(?: ngay| thang)?\W*$)"),
    re.compile(rf"{_OTHER}{_DONE}.*(?:thoi (?:gian|diem)|lo trinh)"),
    re.compile(rf"{_OTHER}{_DONE}"),
    re.compile(rf".*\bthoi gian\b.*\b{_LOOKS_AT}"),
    re.compile(r"(?:thoi )?han\b"),
    re.compile(_OTHER),
)
"""Words of the column that the time belongs to, the surest first: a limit, what was planned, an end, and last when a
task was done."""

_OWN: Final = re.compile(r"thoi gian(?: (?:thuc hien|hoan thanh|xu ly|giai quyet|trien khai))?\W*$")
"""Words over the time of an office's own."""
PLANNED: Final = re.compile(r"(?:theo )?ke hoach")
"""Words over a column that may hold what was planned for, or by when it was to be done."""


def rival_limits(tables: Sequence[Table]) -> tuple[str, str] | None:
    """Return the headers of a table's time and of another limit, where nothing tells which counts, and they differ.

    ``tables`` are those with the same columns that one table of a document became.
    """
    columns = tables[0].columns or ()
    time = next((column for column in columns if column.role == "time"), None)
    if time is None or not _is_limit(time):
        return None
    is_given = level_of(time.header) is not None
    for other in columns:
        is_open = other.key not in {None, former_key(columns)} and _is_limit(other, may_be_own=is_given)
        if is_open and not (level_of(time.header) is not None and level_of(other.header) is not None):
            pairs = ((task.time, task.others.get(other.key or "")) for table in tables for task in tasks_of(table))
            if any(words and (own is None or own.text != words) for own, words in pairs):
                return time.header, other.header
    return None


def _is_limit(column: Column, *, may_be_own: bool = False) -> bool:
    """Tell whether a column holds a limit; ``may_be_own``: or the office's own time beside one set from above."""
    words = " ".join(fold(column.header).split())
    is_own = may_be_own and _OWN.match(words) is not None
    return (is_own or SUREST[0].match(words) is not None) and NEVER.search(words) is None
