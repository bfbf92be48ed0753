"""Which of several columns with times says by when a task is to be done."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.documents.importing.tables.judging import is_time
from kshc_cli.plan.model import Column, Table, Task
from kshc_cli.plan.renewals import former_key, level_of
from kshc_cli.plan.schedules import periods_of
from kshc_cli.plan.table_years import TimedColumns
from kshc_cli.plan.walk import tasks_of
from kshc_cli.reading.folding import fold

NEVER: Final = re.compile(
    r"(?<!\bhan )\bthuc te\b|\bthuc te hoan thanh\b|^da (?:hoan thanh|thuc hien)\b"
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

_ACTUAL: Final = re.compile(r"(?:thoi )?han thuc te\b")
"""Those over a limit that may hold instead of the one that was planned."""
_TIMED: Final = re.compile(
    r"thoi (?:gian|han|diem)|tien do|\bhan\b(?! (?:che|muc|ngach|dien))|\bdeadline\b|lo trinh|^moc\b"
)
"""Those over a column of times, be it of one part of a task (trình Đảng ủy, báo cáo), a level or a wave."""
_COMPLETED: Final = re.compile(r"\bngay hoan|^(?:tien do |ngay |da )?hoan thanh$")
"""Those over the day when a task was done."""
BEGINNING: Final = re.compile(
    r"\bbat dau\b(?!.*\b(?:ket thuc|hoan thanh)\b)|^tu(?: ngay| thang)?\W*$"
    r"|^(?:thoi gian|ngay|thoi diem) (?:giao|nhan|tiep nhan|cap nhat)\b"
)
"""Words over a column that only says when tasks begin, or were handed out: no time by which they are due."""
_ANY_YEAR: Final = 2000

_OWN: Final = re.compile(r"thoi gian(?: (?:thuc hien|hoan thanh|xu ly|giai quyet|trien khai))?\W*$")
"""Words over the time of an office's own."""
PLANNED: Final = re.compile(r"(?:theo )?ke hoach")
"""Words over a column that may hold what was planned for, or by when it was to be done."""


def rival_times(tables: Sequence[Table]) -> Iterator[tuple[str, str]]:
    """Yield the headers of a table's time and of each other column that says when, where that differs in a row.

    ``tables`` are those with the same columns that one table of a document became. Two limits of levels of government,
    a time and the one before it, and a limit beside the time in which something is done, tell which of them counts.
    """
    columns = tables[0].columns or ()
    time = next((column for column in columns if column.role == "time"), None)
    if time is None:
        return
    settled = {None, former_key(columns), *dict(periods_of(columns))}
    timed = TimedColumns(columns, _ANY_YEAR)
    rows = [task for table in tables for task in tasks_of(table) if not timed.times_of(task)]
    for other in columns:
        if other.key in settled or other.role != "other":
            continue
        told = {words for task in rows if (words := _told_beside(task, other))}
        if any(_is_rival(time, other, words) for words in told):
            yield time.header, other.header


def _told_beside(task: Task, other: Column) -> str:
    """Return the words of another column that are not those of a task's time."""
    words = task.others.get(other.key or "") or ""
    return "" if task.time is not None and task.time.text == words else words


def _is_rival(time: Column, other: Column, words: str) -> bool:
    """Tell whether the words of another column may be the time, or one more."""
    levels = level_of(time.header), level_of(other.header)
    if _is_limit(time) and _is_limit(other, may_be_own=levels[0] is not None):
        return None in levels
    header = " ".join(fold(other.header).split())
    is_done = _COMPLETED.search(header) is not None or (_OWN.match(header) is not None and _is_limit(time))
    return not is_done and None in levels and _is_timed(header) and is_time(words)


def _is_timed(header: str) -> bool:
    is_beginning = BEGINNING.search(header) is not None
    return _TIMED.search(header) is not None and not is_beginning and NEVER.search(header) is None


def _is_limit(column: Column, *, may_be_own: bool = False) -> bool:
    """Tell whether a column holds a limit; ``may_be_own``: or the office's own time beside one set from above."""
    words = " ".join(fold(column.header).split())
    is_own = may_be_own and _OWN.match(words) is not None
    is_said = is_own or _ACTUAL.match(words) is not None or SUREST[0].match(words) is not None
    return is_said and NEVER.search(words) is None
