"""Rows: a task as plain data, words and readings beside each other, the same for every question."""

from collections.abc import Iterable, Iterator
from datetime import date

from kshc_cli.dataclass import dataclass
from kshc_cli.plan.model import Column, Duty, Task
from kshc_cli.plan.walk import words_in
from kshc_cli.reading.tasks import ReadPlan, ReadTask
from kshc_cli.reading.values import AgencyReading, Remark, Said, Shared, TimeReading
from kshc_cli.tracking.dues import kind_without_date


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
class TaskRow:
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
    """Why no date can be computed (a kind of time, ``illegible`` or ``unread``), or None."""
    others: tuple[OtherWords, ...] = ()
    """The words of the table's other columns, blank cells left out."""
    scopes: tuple[CellRemark, ...] = ()
    """Which part of a body is meant, in the words of the cells."""
    duties: tuple[CellRemark, ...] = ()
    """What a body does, in the words of the cells."""
    excluded: tuple[tuple[str, str], ...] = ()
    """The bodies that the words take out of a group: field and id."""
    said: tuple[Said, ...] = ()
    """Where the content of a task in paragraphs says who does it, or when."""
    shared: tuple[Shared, ...] = ()
    """What lines above it say of it."""


def row_of(read: ReadTask, plan: ReadPlan) -> TaskRow:
    """Flatten a task with its readings into a row."""
    task, placed = read.task, read.placed
    unread = (*((field, cell.unread) for field, cell in read.cells), ("time", read.time.unread))
    return TaskRow(
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
        time=placed.time_words.text if placed.time_words else None,
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
        said=read.said,
        shared=read.shared,
    )


def _others(task: Task, columns: Iterable[Column]) -> Iterator[OtherWords]:
    for column in columns:
        if column.key and (words := words_in(task, column)):
            yield OtherWords(column.key, column.header, words)


def _excluded(field: str, cell: AgencyReading) -> tuple[tuple[str, str], ...]:
    return tuple((field, agency) for agency in dict.fromkeys(cell.excluded))


def _remarks(*cells: tuple[str, tuple[Remark, ...]]) -> tuple[CellRemark, ...]:
    return tuple(CellRemark(field, remark.agency, remark.words) for field, remarks in cells for remark in remarks)


def rows_of(plan: ReadPlan) -> tuple[TaskRow, ...]:
    """Flatten all tasks of a plan, in the order of the document."""
    return tuple(row_of(task, plan) for task in plan.tasks)
