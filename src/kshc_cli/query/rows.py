"""Rows: a task as plain data, words and readings beside each other, ready for any output."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from datetime import date
from typing import Literal

from kshc_cli.dataclass import dataclass
from kshc_cli.plan.model import Column, Duty, Task
from kshc_cli.plan.walk import words_in
from kshc_cli.reading.tasks import ReadPlan, ReadTask
from kshc_cli.reading.values import AgencyReading, Remark, TimeReading
from kshc_cli.tracking.dues import DueDay, kind_without_date
from kshc_cli.tracking.occasions import Occasion
from kshc_cli.tracking.office_calendar import DayOff
from kshc_cli.tracking.period_names import period_name
from kshc_cli.tracking.progress_log import Entry, What
from kshc_cli.tracking.standing import CLOSED, DONE, OWED, Standing, Status, Tally, tally


@dataclass(frozen=True, slots=True)
class Unread:
    """Words of a cell that kshc could not read."""

    field: str
    words: str


@dataclass(frozen=True, slots=True)
class OtherWords:
    """The words of a column that kshc only keeps, with its key and the words above it."""

    key: str
    header: str
    words: str


@dataclass(frozen=True, slots=True)
class CellRemark:
    """Words of a cell that say something of a body: a scope or a duty."""

    field: str
    agency: str
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """An entry that changed something of a task's duties, with the occasion that it names, where the task has it."""

    entry: Entry
    occasion: Occasion | None = None

    def period(self, year: int) -> str:
        """Return what its occasion is called in a plan of ``year``; nothing where it names none."""
        return self.occasion.name(year) if self.occasion else period_name(self.entry.period or "", year)


@dataclass(frozen=True, slots=True)
class RowStanding:
    """How the duties behind a row stand, all of them together."""

    standings: tuple[Standing, ...]
    apart: bool = False
    """Whether other bodies have the same occasion by another day, since the log moved it for some only."""

    @property
    def tally(self) -> Tally:
        """How many stand how."""
        return tally(self.standings)

    @property
    def status(self) -> Status | None:
        """As the most pressing one stands."""
        return self.tally.status

    @property
    def bodies(self) -> tuple[str, ...]:
        """The bodies that have a duty here, done or not, in the order of the words; not those that gave it away."""
        units = (one.unit for one in self.standings if one.unit and one.status not in CLOSED)
        return tuple(dict.fromkeys(units))

    @property
    def owing(self) -> tuple[str, ...]:
        """The bodies that have a duty which is not done, in the order of the words; those most pressing only."""
        status = self.status
        units = (one.unit for one in self.standings if one.unit and one.status in OWED and one.status == status)
        return tuple(dict.fromkeys(units))

    @property
    def days(self) -> int | None:
        """Days left to the nearest last day, negative where it has passed; None where nothing is owed by a day."""
        return min((one.days for one in self.standings if one.days is not None), default=None)

    @property
    def day(self) -> DueDay | None:
        """The nearest last day by which something is owed, or the last one where nothing is."""
        dated = [one for one in self.standings if one.due and one.status not in CLOSED]
        owed = [one for one in dated if one.days is not None]
        last = max(dated, key=lambda one: one.due or date.min, default=None)
        one = min(owed, key=lambda one: one.days or 0, default=last)
        if one is None or one.due is None:
            return None
        planned = one.occasion.day
        if planned is None:
            return DueDay(one.due, one.due, one.due, None, one.occasion.part or 0, event=one.occasion.event)
        return planned.moved(one.due) if one.extended else planned

    @property
    def partly_on(self) -> date | None:
        """The last day on which a part was done of what is not done yet."""
        return max((one.partly_on for one in self.standings if one.partly_on), default=None)

    @property
    def done_on(self) -> date | None:
        """The day on which the last of them was done, where all are."""
        days = [one.done_on for one in self.standings if one.done_on]
        return max(days, default=None) if self.status in DONE else None


@dataclass(frozen=True, slots=True)
class Row:
    """A task or duty: the words as printed, then what they mean. Blank cells are None."""

    id: str
    year: int
    """The plan's year."""
    number: str | None
    section: str | None
    table: str | None
    group: str | None
    content: str
    lead: str | None
    coop: str | None
    result: str | None
    time: str | None
    work_by: date | None
    lead_agencies: tuple[str, ...]
    coop_agencies: tuple[str, ...]
    reading: TimeReading
    unread: tuple[Unread, ...]
    without_date: str | None
    """Why no date can be computed (a kind of time, or ``unread``), or None."""
    others: tuple[OtherWords, ...] = ()
    """The words of the table's other columns, blank cells left out."""
    scopes: tuple[CellRemark, ...] = ()
    """Which part of a body is meant, in the words of the cells."""
    duties: tuple[CellRemark, ...] = ()
    """What a body does, in the words of the cells."""
    excluded: tuple[tuple[str, str], ...] = ()
    """The bodies that the words take out of a group: field and id."""
    via: str | None = None
    """The group through which the agency asked for takes part; None if it is named itself or none was asked for."""
    taken_over: bool = False
    """Whether the agency asked for takes part because it took the task over."""
    day: DueDay | None = None
    """In dated answers, the day on which this occurrence falls due."""
    day_off: DayOff | None = None
    """In answers that look holidays up, why the last day in time is off; None where it is worked."""
    runs_on: bool = False
    """In dated answers, whether it only goes on in the period, without a day."""

    extended_from: date | None = None
    """In dated answers, the day that an extension moved."""
    part: Literal["lead", "coop"] | None = None
    """What the agency asked for does here: it leads, or only takes part; None if none was asked for."""
    standing: RowStanding | None = None
    """In answers of a plan that is followed, how the duties behind the row stand."""
    changes: tuple[Change, ...] = ()
    """What the log changed of its duties: who owes them, until when, whether at all; and what it gave to the task of
    others, in order of time."""

    @property
    def owed_by(self) -> tuple[str, ...]:
        """The bodies that have its duties now; by the words where no log says otherwise."""
        return self.standing.bodies if self.standing is not None else self.lead_agencies

    @property
    def handed_over(self) -> bool:
        """Whether other bodies have its duties than the words name."""
        return any(change.entry.kind == What.REASSIGNED for change in self.changes)

    @property
    def past_work_by(self) -> bool:
        """Whether the office's own day has passed while something is owed; the plan's day is another matter."""
        if self.standing is None or self.work_by is None:
            return False
        return any(one.status in OWED and one.on > self.work_by for one in self.standing.standings)

    @property
    def due(self) -> date | None:
        """The day that counts, in dated answers."""
        return self.day.due if self.day else None


def row_of(read: ReadTask, plan: ReadPlan) -> Row:
    """Flatten a task with its readings into a row."""
    task, placed = read.task, read.placed
    unread = (*((field, cell.unread) for field, cell in read.cells), ("time", read.time.unread))
    return Row(
        id=task.id,
        year=plan.year,
        number=None if isinstance(task, Duty) else task.number,
        section=placed.heading,
        table=placed.table.heading if placed.table else None,
        group=placed.group.heading if placed.group else None,
        content=task.content,
        lead=task.lead.text if task.lead else None,
        coop=None if isinstance(task, Duty) or task.coop is None else task.coop.text,
        result=None if isinstance(task, Duty) else task.result,
        time=task.time.text if task.time else None,
        work_by=task.work_by,
        lead_agencies=tuple(dict.fromkeys(read.lead.agencies)),
        coop_agencies=tuple(dict.fromkeys(read.coop.agencies)),
        reading=read.time,
        unread=tuple(Unread(field, words) for field, rest in unread for words in rest),
        without_date=kind_without_date(read.time, year=plan.year, issued=plan.plan.act.date),
        others=() if isinstance(task, Duty) else tuple(_others(task, placed.columns)),
        scopes=_remarks(*((field, cell.scopes) for field, cell in read.cells)),
        duties=_remarks(*((field, cell.duties) for field, cell in read.cells)),
        excluded=tuple(pair for field, cell in read.cells for pair in _excluded(field, cell)),
    )


def _others(task: Task, columns: Iterable[Column]) -> Iterator[OtherWords]:
    for column in columns:
        if column.key and (words := words_in(task, column)):
            yield OtherWords(column.key, column.header, words)


def _excluded(field: str, cell: AgencyReading) -> tuple[tuple[str, str], ...]:
    return tuple((field, agency) for agency in dict.fromkeys(cell.excluded))


def _remarks(*cells: tuple[str, tuple[Remark, ...]]) -> tuple[CellRemark, ...]:
    return tuple(CellRemark(field, remark.agency, remark.words) for field, remarks in cells for remark in remarks)


def rows_of(plan: ReadPlan) -> tuple[Row, ...]:
    """Flatten all tasks of a plan, in the order of the document."""
    return tuple(row_of(task, plan) for task in plan.tasks)


def without_date(rows: Iterable[Row], dated: Container[str] = ()) -> dict[str, int]:
    """Count the distinct tasks for which no date can be computed, by kind, the most frequent first.

    ``dated`` are the ids of tasks that have a day by the log.
    """
    kinds = {row.id: row.without_date for row in rows if row.id not in dated}
    return dict(Counter(kind for kind in kinds.values() if kind is not None).most_common())
