"""Walks through a plan in the order of the document."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from kshc_cli.dataclass import dataclass
from kshc_cli.findings import Path
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.headings import Headings
from kshc_cli.plan.items import as_task, joint_label, start_of
from kshc_cli.plan.lines import line_of
from kshc_cli.plan.marks import Marks, Part, legend_in, marks_of
from kshc_cli.plan.model import Column, Duty, Group, Item, Plan, Role, Section, Table, Task, TimeWords
from kshc_cli.plan.periods import headed_limit, headed_period
from kshc_cli.plan.record import WordsRecord
from kshc_cli.plan.renewals import former_key, former_lead, is_unchanged
from kshc_cli.plan.schedules import crossed, is_crossed_throughout, last_line
from kshc_cli.plan.table_years import TableYears, TimedColumns
from kshc_cli.plan.turns import turned_headings, turned_month
from kshc_cli.plan.years import PointYears, Years, years_over

_USUAL_HEADERS: Final[Mapping[Role, str]] = {
    "number": "STT",
    "content": "Nội dung công việc",
    "lead": "Cơ quan chủ trì",
    "coop": "Cơ quan phối hợp",
    "result": "Kết quả, sản phẩm",
    "time": "Thời gian thực hiện",
}
"""The words above a table's columns where the plan states none."""

_START: Final = lazy_pattern(
    r"(?:(?:thời\s+gian|ngày|thời\s+điểm|tháng)\s+)?(?:dự\s+kiến\s+)?bắt\s+đầu(?:\s+thực\s+hiện)?(?:\s+\(?dự\s+kiến\)?)?"
    r"|từ(?:\s+(?:ngày|tháng))?",
    re.IGNORECASE,
)
"""The words above a column that says when a task begins."""

_UNITS: Final = frozenset(("tháng", "quý"))
"""The words above a column whose cells only count these."""
_DAY_OF_MONTH: Final = "ngày", "tháng"
"""The words above columns that say the day and the month of a time side by side."""
_COUNTED: Final = lazy_pattern(r"\s*(?:\d{1,2}|[IV]{1,3})(?:\s*[,–-]\s*(?:\d{1,2}|[IV]{1,3}))*\s*")

_VISITED: Final = ("đơn vị", "cơ quan", "địa phương", "đối tượng")
"""Words over a column of content whose rows are bodies."""

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
    marks: tuple[Marks, ...] = ()
    """The columns of its table that are called by bodies, and marked."""
    years: Years = ()
    """The year that headings or columns say, of which its time is: none where the plan's holds, several if not sure."""
    dated: str = ""
    """The times of a row that stand in several columns, each called by a year."""
    turned: int = 0
    """The first month over the columns that say its time, where January stands behind; 0 for others."""

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
    def marked_bodies(self) -> tuple[tuple[Part, str, str], ...]:
        """What marks in columns of bodies say of a task that names nobody: the part, the names, the words over them."""
        task = self.task
        if not self.marks or not isinstance(task, Task):
            return ()
        return tuple(each for marks in self.marks for each in marks.of(task) if getattr(task, each[0]) is None)

    @property
    def marks_lead(self) -> bool:
        """Whether marks in columns of its table say who leads."""
        return any(marks.crossed == "lead" for marks in self.marks)

    @property
    def has_leads(self) -> bool:
        """Whether a column of its table is there to say who leads."""
        return self.marks_lead or any(column.role == "lead" for column in self.columns)

    @property
    def lists_bodies(self) -> bool:
        """Whether the rows of its table are bodies, to whom something is done: Đơn vị được kiểm tra."""
        headers = (column.header.casefold() for column in self.columns if column.role == "content")
        return any(word in header for header in headers for word in _VISITED)

    @property
    def former_lead(self) -> tuple[str, str] | None:
        """Who led before, and the words over them, where nobody takes their place (a dash, Không thay đổi)."""
        task = self.task
        if not isinstance(task, Task) or (task.lead and (task.lead.agencies or not is_unchanged(task.lead.text))):
            return None
        column = former_lead(self.columns)
        words = words_in(task, column) if column else ""
        return (words, column.header) if column and words else None

    @property
    def start_words(self) -> TimeWords | None:
        """The words of a column or label of starts (Thời gian bắt đầu, Từ ngày); None for a blank."""
        if self.started is not None:
            return self.started
        if not isinstance(self.task, Task):
            return None
        starts = (column.key for column in self.columns if column.key and _START.fullmatch(last_line(column.header)))
        words = next(filter(None, (self.task.others.get(key) for key in starts)), None)
        return TimeWords(text=words) if words else None

    @property
    def time_words(self) -> TimeWords | None:
        """The words that say when: those of its time; without, those above the columns of periods that are marked.

        Those of the time before, where that until which it was put off is blank or denied. Bare numbers below “Tháng”
        or “Quý” are months or quarters.
        """
        task = self.task
        if isinstance(task, Task) and (former := self._former_time(task)):
            return TimeWords(text=former)
        if self.dated:
            return TimeWords(text=self.dated)
        if isinstance(task, Task) and (split := self._split_day(task)):
            return TimeWords(text=split)
        if task.time is not None and self.table is not None and _COUNTED.fullmatch(task.time.text):
            header = next((last_line(column.header) for column in self.columns if column.role == "time"), "")
            if task.time.reading is None and header.lower() in _UNITS:
                return TimeWords(text=f"{header} {task.time.text.strip()}")
        if task.time is not None or not isinstance(task, Task):
            return task.time
        return self._words_beside(task)

    def _split_day(self, task: Task) -> str:
        """Return the day and month that stand in two columns, Ngày beside Tháng; nothing where one is blank."""
        if task.time is None or task.time.reading is not None or not self._has_day_of_month:
            return ""
        found = {
            last_line(column.header).lower(): column for column in self.columns if column.role in {"time", "other"}
        }
        cells = [words_in(task, found[name]).strip() if name in found else "" for name in _DAY_OF_MONTH]
        if not all(cells) or "/" in cells[0] or not any(found[name].role == "time" for name in _DAY_OF_MONTH):
            return ""
        day, month = (
            words if words.lower().startswith(name) else f"{name} {words}"
            for name, words in zip(_DAY_OF_MONTH, cells, strict=True)
        )
        return f"{day} {month}"

    @property
    def _has_day_of_month(self) -> bool:
        """Whether the column of its time holds a day or month alone, which says nothing without the other."""
        for column in self.columns:
            if column.role == "time" and last_line(column.header).lower() in _DAY_OF_MONTH:
                return True
        return False

    def _former_time(self, task: Task) -> str:
        """Return the time before where that until which it was put off is blank, or denied; nothing else."""
        if task.time is not None and (task.time.reading is not None or not is_unchanged(task.time.text)):
            return ""
        return task.others.get(former_key(self.columns) or "") or ""

    @property
    def joins_periods(self) -> bool:
        """Whether its time is a period that neighbouring crosses make: each of them may as well count by itself."""
        task = self.task
        if task.time is not None or self.dated or not isinstance(task, Task) or self.is_crossed_throughout:
            return False
        return crossed(self.columns, task.others, task.content)[1]

    @property
    def is_crossed_throughout(self) -> bool:
        """Whether its time is crosses below each month or quarter of the year: perhaps once in each, or all along."""
        task = self.task
        if task.time is not None or self.dated or not isinstance(task, Task):
            return False
        return is_crossed_throughout(self.columns, task.others, task.content)

    def _words_beside(self, task: Task) -> TimeWords | None:
        """Return what else says when a task without words of its own is to be done: crosses, else a heading."""
        if (said := crossed(self.columns, task.others, task.content)[0]) or self.table is None:
            return TimeWords(text=said) if said else None
        is_timed = any(column.role == "time" for column in self.columns)
        heading = (self.group.heading if self.group else self.table.heading) or self.section.heading or ""
        period = "" if is_timed else headed_period(heading) or headed_limit(heading)
        return TimeWords(text=period) if period else None


class _Over(NamedTuple):
    """What stands above a table."""

    section: Section
    heading: str | None
    years: Years
    turned: int
    """The first month of headings where January stands behind; 0 for others."""


def placed_tasks(plan: Plan) -> Iterator[Placed]:
    """Yield every task and duty in the order of the document; what stands in paragraphs as if it were a table's row."""
    headings, points, legend = Headings(), PointYears(plan.year), cache(lambda: legend_in(_lines(plan)))
    for line in plan.plan.preamble:
        points.enter(line, ())
    for number, (section, turned) in enumerate(_turned_sections(plan.plan.sections)):
        path: Path = ("plan", "sections", number)
        headings.begin(section.heading)
        points.begin(section.heading)
        yield from _duties(section, headings, points, plan.year, path)
        for index, item in enumerate(section.items):
            labels, at, heading = plan.plan.labels, (*path, "items", index), headings.over(item.text)
            label, start = joint_label(item, labels), start_of(item, labels)
            years = points.enter(item.text, years_over(headings.all, plan.year))
            task = as_task(item, labels)
            yield Placed(task, at, section, heading, label=label, started=start, years=years, turned=turned)
        over = _Over(section, headings.last, points.over(years_over(headings.all, plan.year)), _over(section, turned))
        for columns, alike in groupby(enumerate(section.tables), lambda each: columns_of(plan, each[1])):
            tables = tuple(alike)
            marks = marks_of(columns, [task for _index, table in tables for task in tasks_of(table)], legend)
            for index, table in tables:
                yield from _placed_rows(plan, table, (*path, "tables", index), over, marks)


def _placed_rows(plan: Plan, table: Table, path: Path, over: _Over, marks: tuple[Marks, ...]) -> Iterator[Placed]:
    columns, tasks = columns_of(plan, table), tuple(tasks_of(table))
    years = TableYears(columns, tasks, plan.year, over.years)
    years.enter(table.heading or "")
    timed, turned = TimedColumns(columns, plan.year), turned_month(columns)
    below = turned_headings(group.heading for group in table.groups) or over.turned
    for group, rows, steps in _rows(table):
        years.enter(group.heading if group else "")
        for place, task in enumerate(rows):
            at, dated = (*path, *steps, "tasks", place), timed.times_of(task)
            first = (0 if task.time or dated else turned) or below
            yield Placed(
                task, at, over.section, over.heading, table, group, columns,
                marks=marks, years=years.of(task), dated=dated, turned=first,
            )  # fmt: skip


def _over(section: Section, turned: int) -> int:
    """Return the first month of the headings of a section's tables, where January stands behind; else ``turned``."""
    return turned_headings(table.heading for table in section.tables) or turned


def _turned_sections(sections: Sequence[Section]) -> Iterator[tuple[Section, int]]:
    """Yield sections, each with the first month of points in it or headings beside it, where January stands behind.

    A section without a heading goes on with the one before.
    """
    turned = turned_headings(section.heading for section in sections)
    begins = [place for place, one in enumerate(sections) if one.heading is not None or not place]
    for begin, end in pairwise((*begins, len(sections))):
        run = sections[begin:end]
        below = turned_headings(line for section in run for line in _points(section)) or turned
        yield from ((section, below) for section in run)


def _points(section: Section) -> Iterator[str]:
    """Yield the first lines of what stands in the paragraphs of a section, without marks, in their order."""
    for text in (*(one.text for one in section.paragraphs), *(one.text for one in section.items)):
        yield line_of(text.partition("\n")[0], None).words


def _lines(plan: Plan) -> Iterator[str]:
    """Yield the lines of a plan among which the legend of a table's marks may stand."""
    yield from plan.plan.preamble
    for section in plan.plan.sections:
        yield from filter(None, (section.heading, *(paragraph.text for paragraph in section.paragraphs)))
        yield from (line for table in section.tables for line in (table.heading or "").split("\n"))


def tasks_of(table: Table) -> Iterator[Task]:
    """Yield the tasks of a table in its order."""
    for _group, tasks, _steps in _rows(table):
        yield from tasks


def _duties(section: Section, headings: Headings, points: PointYears, plan_year: int, path: Path) -> Iterator[Placed]:
    for number, paragraph in enumerate(section.paragraphs):
        heading = headings.over(paragraph.text)
        years = points.enter(paragraph.text, years_over(headings.all, plan_year))
        for index, duty in enumerate(paragraph.duties):
            yield Placed(duty, (*path, "paragraphs", number, "duties", index), section, heading, years=years)


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
    tasks = list(tasks_of(table))
    used = _ALWAYS | {role for role in ("coop", "result") if any(getattr(task, role) is not None for task in tasks)}
    return tuple(Column(role=role, header=words) for role, words in _USUAL_HEADERS.items() if role in used)


def words_in(task: Task, column: Column) -> str:
    """Return the words of a task's cell as they stand in the plan; nothing for a blank cell."""
    if column.role == "other":
        return task.others.get(column.key or "") or ""
    value: str | WordsRecord | None = getattr(task, column.role)
    return value.text if isinstance(value, WordsRecord) else value or ""
