"""Walks through a plan in the order of the document."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.findings import Path
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.headings import Headings
from kshc_cli.plan.items import as_task, joint_label, start_of
from kshc_cli.plan.model import Column, Duty, Group, Item, Plan, Role, Section, Table, Task, TimeWords
from kshc_cli.plan.record import WordsRecord
from kshc_cli.plan.renewals import former_key

_USUAL_HEADERS: Final[Mapping[Role, str]] = {
    "number": "STT",
    "content": "Nội dung công việc",
    "lead": "Cơ quan chủ trì",
    "coop": "Cơ quan phối hợp",
    "result": "Kết quả, sản phẩm",
    "time": "Thời gian thực hiện",
}
"""The words above a table's columns where the plan states none."""

_PERIOD: Final = lazy_pattern(
    r"\s*(?:(?:quý|tháng)\s+.{1,20}|(?:6|sáu)\s+tháng\s+(?:đầu|cuối)(?:\s+năm(?:\s+\d{4})?)?)", re.IGNORECASE
)
"""The words above a column of a schedule: Quý I, Tháng 3, 6 tháng đầu năm."""
_TIMED: Final = lazy_pattern(r"thời\s+(?:gian|hạn)|tiến\s+độ|lộ\s+trình", re.IGNORECASE)
"""Words over several columns that are parts of a time."""
_PART: Final = lazy_pattern(
    r"\s*(?:(?:năm|tháng|quý|tuần|đợt|kỳ|học\s+kỳ|giai\s+đoạn|6\s+tháng)\b.{0,30}|\d{1,2}|[IVX]{1,4}"
    r"|20\d\d(?:\s*[-–]\s*20\d\d)?)\s*",
    re.IGNORECASE,
)
"""The words above one of them."""
_WEEK: Final = lazy_pattern(r"\s*tuần(?:\s+thứ)?\s+[\dIVX]{1,3}\s*", re.IGNORECASE)
"""Those that say so without words over them."""

_MONTH: Final = lazy_pattern(r"T\.?\s*(0?[1-9]|1[0-2])((?:/\d{4})?)")
"""The words above a column of a month, short: T1, T1/2026."""
_QUARTER: Final = lazy_pattern(r"Q\.?\s*([1-4]|I{1,3}|IV)((?:/\d{4})?)", re.IGNORECASE)
"""Those above a column of a quarter: Q1, QI/2026."""
_UNDER: Final = lazy_pattern(
    r"(?:(?:các\s+)?(tháng|quý)(?:\s+thực\s+hiện)?)(?:\s+(?:trong\s+)?năm\s+\d{4})?", re.IGNORECASE
)
"""The words over several columns that only count months or quarters."""
_NUMBERS: Final = {
    "tháng": lazy_pattern(r"0?[1-9]|1[0-2]"),
    "quý": lazy_pattern(r"[1-4]|I{1,3}|IV"),
}
_IN_YEAR: Final = lazy_pattern(r"năm\s+(\d{4})", re.IGNORECASE)

_START: Final = lazy_pattern(
    r"(?:(?:thời\s+gian|ngày|thời\s+điểm|tháng)\s+)?(?:dự\s+kiến\s+)?bắt\s+đầu(?:\s+thực\s+hiện)?(?:\s+\(?dự\s+kiến\)?)?"
    r"|từ(?:\s+(?:ngày|tháng))?",
    re.IGNORECASE,
)
"""The words above a column that says when a task begins."""

_WHO: Final = lazy_pattern(
    r"(?:(?:đơn\s+vị|cơ\s+quan|bộ\s+phận|phòng|ban|người|cán\s+bộ)\W.*)?(?:thực\s+hiện|chủ\s+trì|phụ\s+trách)|phân\s+công.*"
    r"|trách\s+nhiệm.*",
    re.IGNORECASE,
)
"""The words over several columns that are each called by a body, and marked for whoever does the task."""

_UNITS: Final = frozenset(("tháng", "quý"))
"""The words above a column whose cells only count these."""
_HEADED: Final = lazy_pattern(
    r"(?:[IVX\d]+[.)]\s*)?((?:tháng\s+\d{1,2}|quý\s+(?:\d|[IVX]+))(?:(?:/|\s+năm\s+)\d{4})?)[\s.:]*", re.IGNORECASE
)
"""The heading of tasks that are all to be done in a month or quarter."""
_COUNTED: Final = lazy_pattern(r"\s*(?:\d{1,2}|[IV]{1,3})(?:\s*[,–-]\s*(?:\d{1,2}|[IV]{1,3}))*\s*")

_CROSS: Final = lazy_pattern(r"\s*[xX×✓✔☑●•v]\s*(?:\(nếu\s+có\)\s*)?")
"""What marks a cell of a schedule."""

_NOTHING: Final = lazy_pattern(r"[\s\-–—/.]*|\s*không\s*", re.IGNORECASE)
"""What says that a cell of a schedule is not marked."""

_ALWAYS: Final = frozenset(("number", "content", "lead", "time"))
"""The columns that such a table has though no task fills them."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A task or duty with the parts of the plan that it stands in."""

    task: Task | Duty
    path: Path
    section: Section
    heading: str | None
    """The section's heading, or the last one above it where the section has none, up to the next number beside it."""
    table: Table | None = None
    group: Group | None = None
    columns: tuple[Column, ...] = ()
    """The columns of its table."""
    label: str = ""
    """The label of who does a task in paragraphs, and perhaps of who cooperates, in small letters."""
    started: TimeWords | None = None
    """What a label of a task in paragraphs says of when it begins."""

    @property
    def item(self) -> Item | None:
        """A task in paragraphs as written; None of others."""
        match self.path:
            case (*_section, "items", int(number)):
                return self.section.items[number]
            case _:
                return None

    @property
    def item_text(self) -> str | None:
        """The words of a task in paragraphs as printed; None of others."""
        return self.item.text if self.item else None

    @property
    def marked_bodies(self) -> tuple[str, str] | None:
        """The names of those columns of bodies that are marked, a line each, and the words over them; None for none."""
        task = self.task
        if not isinstance(task, Task) or task.lead is not None or any(column.role == "lead" for column in self.columns):
            return None
        bodies = bodies_of(self.columns)
        names = [name for key, (name, _over) in bodies.items() if is_cross(task.others.get(key) or "")]
        over = next((over for _name, over in bodies.values()), "")
        return ("\n".join(names), over) if names else None

    @property
    def start_words(self) -> TimeWords | None:
        """The words of a column or label of starts (Thời gian bắt đầu, Từ ngày); None for a blank."""
        if self.started is not None:
            return self.started
        if not isinstance(self.task, Task):
            return None
        starts = (column.key for column in self.columns if column.key and _START.fullmatch(_last_line(column.header)))
        words = next(filter(None, (self.task.others.get(key) for key in starts)), None)
        return TimeWords(text=words) if words else None

    @property
    def time_words(self) -> TimeWords | None:
        """The words that say when: those of its time; without, those above the columns of periods that are marked.

        Those of the time before, where that until which it was put off is blank. Bare numbers below “Tháng” or “Quý”
        are months or quarters.
        """
        task = self.task
        if task.time is not None and self.table is not None and _COUNTED.fullmatch(task.time.text):
            header = next((_last_line(column.header) for column in self.columns if column.role == "time"), "")
            if task.time.reading is None and header.lower() in _UNITS:
                return TimeWords(text=f"{header} {task.time.text.strip()}")
        if task.time is not None or not isinstance(task, Task):
            return task.time
        return self._words_beside(task)

    def _words_beside(self, task: Task) -> TimeWords | None:
        """Return what else says when a task without words of its own is to be done."""
        if (former := task.others.get(former_key(self.columns) or "")) is not None:
            return TimeWords(text=former)
        called = dict(periods_of(self.columns))
        periods = ((period, task.others.get(key)) for key, period in called.items())
        marked = (period if _CROSS.fullmatch(cell) else cell for period, cell in periods if cell)
        said = "; ".join(words.strip() for words in marked if not _NOTHING.fullmatch(words))
        if said or called or self.group is None or any(column.role == "time" for column in self.columns):
            return TimeWords(text=said) if said else None
        heading = _HEADED.fullmatch(_last_line(self.group.heading))
        return TimeWords(text=heading[1]) if heading else None


def periods_of(columns: Sequence[Column]) -> Iterator[tuple[str, str]]:
    """Yield the keys of the columns that are called by a period, each with that period.

    Numbers from 1 to 12 below nothing but a year are months, I to IV quarters. Where no column has the time, other
    parts of one (Tuần 1 below Thời gian thực hiện) count, too, though nobody may be able to read them.
    """
    headers = {column.key: column.header for column in columns if column.key}
    last: dict[str, set[str]] = {}
    for header in headers.values():
        above, _break, below = header.strip().rpartition("\n")
        last.setdefault(above, set()).add(below.strip().lstrip("0"))
    whole = {above for above, numbers in last.items() if numbers >= {str(month) for month in range(1, 13)}}
    quarters = {above for above, numbers in last.items() if numbers == {"I", "II", "III", "IV"}}
    is_timed = any(column.role == "time" for column in columns)
    for key, header in headers.items():
        above = header.strip().rpartition("\n")[0]
        months = above in whole or (any(map(_IN_YEAR.search, whole)) and _IN_YEAR.search(above) is not None)
        unit = "tháng" if months else "quý" if above in quarters and _TIMED.search(above) else ""
        if period := period_of(header, unit=unit) or ("" if is_timed else _part_of(header)):
            yield key, period


def bodies_of(columns: Sequence[Column]) -> dict[str, tuple[str, str]]:
    """Return the keys of several columns below one header of who does tasks, with the name of each and that header."""
    found: dict[str, tuple[str, str]] = {}
    for column in columns:
        above, _break, name = column.header.strip().rpartition("\n")
        if column.key and _WHO.fullmatch(_last_line(above)) and not _WHO.fullmatch(name.strip()):
            found[column.key] = name.strip(), _last_line(above)
    return found if len({over for _name, over in found.values()}) == 1 and len(found) > 1 else {}


def _part_of(header: str) -> str:
    """Return the words above a column that is a part of the time; with those above it where they are a bare number."""
    if not is_part_of_time(header):
        return ""
    above, _break, below = (line.strip() for line in header.strip().rpartition("\n"))
    return f"{_last_line(above)}: {below}" if len(below) < len("tuần") else below


def is_part_of_time(header: str) -> bool:
    """Tell whether a column stands below the words of a time, and is called by a part of it; or by a week."""
    above, _break, below = header.strip().rpartition("\n")
    return (_TIMED.search(above) and _PART.fullmatch(below)) is not None or _WEEK.fullmatch(below) is not None


@lru_cache(maxsize=1024)
def period_of(header: str, *, unit: str = "") -> str:
    """Return the period that the words above a column name, with its year; nothing for others.

    ``unit``: what numbers count that stand below nothing but a year, tháng or quý.
    """
    above, _break, below = header.strip().rpartition("\n")
    words, lines = below.strip(), [line.strip() for line in above.split("\n")]
    unit = next((found[1].lower() for line in lines if (found := _UNDER.fullmatch(line))), unit)
    if short := _MONTH.fullmatch(words):
        words = f"Tháng {short[1]}{short[2]}"
    elif short := _QUARTER.fullmatch(words):
        words = f"Quý {short[1]}{short[2]}"
    elif unit and _NUMBERS[unit].fullmatch(words):
        words = f"{unit.capitalize()} {words}"
    elif not _PERIOD.fullmatch(words):
        return ""
    year = next((found[1] for line in lines if (found := _IN_YEAR.search(line))), None)
    return words if year is None or re.search(r"\d{4}", words) else f"{words}/{year}"


def is_cross(words: str) -> bool:
    """Tell whether words only mark a cell of a schedule."""
    return _CROSS.fullmatch(words) is not None


def _last_line(header: str) -> str:
    return header.strip().rpartition("\n")[2].strip()


def placed_tasks(plan: Plan) -> Iterator[Placed]:
    """Yield every task and duty in the order of the document; what stands in paragraphs as if it were a table's row."""
    headings = Headings()
    for number, section in enumerate(plan.plan.sections):
        path: Path = ("plan", "sections", number)
        headings.begin(section.heading)
        yield from _duties(section, headings, path)
        for index, item in enumerate(section.items):
            labels, at, heading = plan.plan.labels, (*path, "items", index), headings.over(item.text)
            label, start = joint_label(item, labels), start_of(item, labels)
            yield Placed(as_task(item, labels), at, section, heading, label=label, started=start)
        for index, table in enumerate(section.tables):
            columns = columns_of(plan, table)
            for group, tasks, steps in _rows(table):
                for place, task in enumerate(tasks):
                    at = (*path, "tables", index, *steps, "tasks", place)
                    yield Placed(task, at, section, headings.last, table, group, columns)


def _duties(section: Section, headings: Headings, path: Path) -> Iterator[Placed]:
    for number, paragraph in enumerate(section.paragraphs):
        heading = headings.over(paragraph.text)
        for index, duty in enumerate(paragraph.duties):
            yield Placed(duty, (*path, "paragraphs", number, "duties", index), section, heading)


def _rows(table: Table) -> Iterator[tuple[Group | None, tuple[Task, ...], Path]]:
    """Yield the tasks of a table as they stand together, with their group and the steps to it."""
    yield None, table.tasks, ()
    for number, group in enumerate(table.groups):
        yield group, group.tasks, ("groups", number)


def columns_of(plan: Plan, table: Table) -> tuple[Column, ...]:
    """Return the columns of ``table``: its own, those that the plan states for all, or the usual ones."""
    return table.columns or plan.plan.columns or usual_columns(table)


def usual_columns(table: Table) -> tuple[Column, ...]:
    """Return the columns of a table for which none are stated: those of a usual plan, as far as a task fills them."""
    tasks = [task for _group, tasks, _steps in _rows(table) for task in tasks]
    used = _ALWAYS | {role for role in ("coop", "result") if any(getattr(task, role) is not None for task in tasks)}
    return tuple(Column(role=role, header=words) for role, words in _USUAL_HEADERS.items() if role in used)


def words_in(task: Task, column: Column) -> str:
    """Return the words of a task's cell as they stand in the plan; nothing for a blank cell."""
    if column.role == "other":
        return task.others.get(column.key or "") or ""
    value: str | WordsRecord | None = getattr(task, column.role)
    return value.text if isinstance(value, WordsRecord) else value or ""
