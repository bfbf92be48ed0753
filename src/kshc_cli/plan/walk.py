"""Walks through a plan in the order of the document."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.findings import Path
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.items import as_task
from kshc_cli.plan.model import Column, Duty, Group, Plan, Role, Section, Table, Task, TimeWords
from kshc_cli.plan.record import WordsRecord

_USUAL_HEADERS: Final[Mapping[Role, str]] = {
    "number": "STT",
    "content": "Nội dung công việc",
    "lead": "Cơ quan chủ trì",
    "coop": "Cơ quan phối hợp",
    "result": "Kết quả, sản phẩm",
    "time": "Thời gian thực hiện",
}
"""The words above a table's columns where the plan states none."""

_PERIOD: Final = lazy_pattern(r"\s*(?:quý|tháng)\s+.{1,20}", re.IGNORECASE)
"""The words above a column of a schedule: Quý I, Tháng 3."""

_START: Final = lazy_pattern(
    r"(?:(?:thời\s+gian|ngày|thời\s+điểm|tháng)\s+)?bắt\s+đầu(?:\s+thực\s+hiện)?|từ(?:\s+(?:ngày|tháng))?",
    re.IGNORECASE,
)
"""The words above a column that says when a task begins."""

_UNITS: Final = frozenset(("tháng", "quý"))
"""The words above a column whose cells only count these."""
_COUNTED: Final = lazy_pattern(r"\s*(?:\d{1,2}|[IV]{1,3})(?:\s*[,–-]\s*(?:\d{1,2}|[IV]{1,3}))*\s*")

_CROSS: Final = lazy_pattern(r"\s*[xX×✓✔☑●•v]\s*")
"""What marks a cell of a schedule."""

_ALWAYS: Final = frozenset(("number", "content", "lead", "time"))
"""The columns that such a table has though no task fills them."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A task or duty with the parts of the plan that it stands in."""

    task: Task | Duty
    path: Path
    section: Section
    heading: str | None
    """The section's heading, or the last one above it where the section has none."""
    table: Table | None = None
    group: Group | None = None
    columns: tuple[Column, ...] = ()
    """The columns of its table."""

    @property
    def item_text(self) -> str | None:
        """The words of a task in paragraphs as printed; None of others."""
        match self.path:
            case (*_section, "items", int(number)):
                return self.section.items[number].text
            case _:
                return None

    @property
    def start_words(self) -> TimeWords | None:
        """The words of a column of starts (Thời gian bắt đầu, Từ ngày); None for a blank."""
        if not isinstance(self.task, Task):
            return None
        starts = (column.key for column in self.columns if column.key and _START.fullmatch(_last_line(column.header)))
        words = next(filter(None, (self.task.others.get(key) for key in starts)), None)
        return TimeWords(text=words) if words else None

    @property
    def time_words(self) -> TimeWords | None:
        """The words that say when: those of its time; without, those above the columns of periods that are marked.

        Bare numbers below “Tháng” or “Quý” are months or quarters.
        """
        task = self.task
        if task.time is not None and self.table is not None and _COUNTED.fullmatch(task.time.text):
            header = next((_last_line(column.header) for column in self.columns if column.role == "time"), "")
            if task.time.reading is None and header.lower() in _UNITS:
                return TimeWords(text=f"{header} {task.time.text.strip()}")
        if task.time is not None or not isinstance(task, Task):
            return task.time
        headers = ((column.key or "", _last_line(column.header)) for column in self.columns)
        periods = ((key, words) for key, words in headers if key in task.others and _PERIOD.fullmatch(words))
        marked = [words.strip() for key, words in periods if _CROSS.fullmatch(task.others[key] or "")]
        return TimeWords(text="; ".join(marked)) if marked else None


def is_period(column: Column) -> bool:
    """Tell whether a column is called by a period: Quý I, Tháng 3."""
    return _PERIOD.fullmatch(_last_line(column.header)) is not None


def _last_line(header: str) -> str:
    return header.strip().rpartition("\n")[2].strip()


def placed_tasks(plan: Plan) -> Iterator[Placed]:
    """Yield every task and duty in the order of the document; what stands in paragraphs as if it were a table's row."""
    heading: str | None = None
    for number, section in enumerate(plan.plan.sections):
        path: Path = ("plan", "sections", number)
        heading = section.heading or heading
        yield from _duties(section, heading, path)
        for index, item in enumerate(section.items):
            yield Placed(as_task(item, plan.plan.labels), (*path, "items", index), section, heading)
        for index, table in enumerate(section.tables):
            columns = columns_of(plan, table)
            for group, tasks, steps in _rows(table):
                for place, task in enumerate(tasks):
                    at = (*path, "tables", index, *steps, "tasks", place)
                    yield Placed(task, at, section, heading, table, group, columns)


def _duties(section: Section, heading: str | None, path: Path) -> Iterator[Placed]:
    for number, paragraph in enumerate(section.paragraphs):
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
