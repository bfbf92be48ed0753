"""Reads a table of a Word document as tables of tasks."""

from collections.abc import Mapping, Sequence
from itertools import chain, islice
from typing import Any

from kshc_cli.dataclass import dataclass, field
from kshc_cli.documents.importing.ledger import Ledger
from kshc_cli.documents.importing.tables.alike import SAMPLE, Alike, worded
from kshc_cli.documents.importing.tables.colours import coloured_rows
from kshc_cli.documents.importing.tables.grid import GridRow, Header, body_rows, header_of, spots, widths_of
from kshc_cli.documents.importing.tables.judging import judged
from kshc_cli.documents.importing.tables.merged import unmerged
from kshc_cli.documents.importing.tables.notes import changing_notes
from kshc_cli.documents.importing.tables.other_tables import Other, other_kind
from kshc_cli.documents.importing.tables.roles import columns_read, with_details, with_marked_bodies, with_planned
from kshc_cli.documents.importing.tables.settling import settled
from kshc_cli.documents.importing.tables.task_rows import (
    WordedRow,
    counts_on,
    heading_of,
    holds_several,
    is_heading,
    is_no_task,
    is_numbered,
    is_ours,
    is_over,
    joint_of,
    repeats,
    unsigned,
)
from kshc_cli.documents.importing.words import lines_of
from kshc_cli.documents.word.body import Paragraph, WordTable
from kshc_cli.plan.model import AgencyWords, Column, Group, Role, Table, Task, TimeWords
from kshc_cli.plan.record import GAP

Known = Mapping[tuple[str, ...], tuple[Column, ...]]
"""Columns that are known beforehand, by the words of their headers."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of a task table, and what its header says about them."""

    columns: tuple[Column, ...]
    header: Header
    judged: tuple[Column, ...] = ()
    """Those whose role their cells tell, and not their headers."""


@dataclass(slots=True)
class _Batch:
    """Rows under one heading, while they are gathered."""

    heading: str | None
    rows: list[list[str]] = field(default_factory=list)
    """The words of each task, by column."""

    def goes_on(self, words: Sequence[str], joint: str) -> None:
        """Add the words of a row that goes on with the one above, behind what joins them."""
        self.rows[-1] = [joint.join(filter(None, pair)) for pair in zip(self.rows[-1], words, strict=True)]

    def tasks(self, columns: Sequence[Column], prefix: str) -> tuple[Task, ...]:
        """Return the tasks, with ids of this beginning."""
        made = (_task(words, columns) for words in self.rows)
        return tuple(_with_id(task, f"{prefix}.{place}") for place, task in enumerate(made, 1))


def shape_of(table: WordTable, known: Known, before: Shape | None, alike: Alike) -> Shape | Other | None:
    """Return the columns of a task table, else what it is, if that is known.

    ``before`` is the task table that it may carry on; ``alike`` knows all tables of the document.
    """
    header = header_of(table)
    if header is None:
        return None
    if (earlier := known.get(header.words)) is not None:
        return Shape(earlier, header)
    widths = widths_of(table, header)
    columns = columns_read(header.words, widths)
    if columns is None:
        return _carried_on(table, before) or _told_by_cells(table, header)
    rows = worded(table, header)
    first = list(islice(rows, SAMPLE))
    found = with_planned(with_details(columns, first), first)
    columns, leads = settled(with_marked_bodies(found, first), first)
    kind = other_kind(columns, chain(first, rows))
    return kind or _judged(columns, header, alike.roles(columns, header.words, first), leads)


def _told_by_cells(table: WordTable, header: Header) -> Shape | None:
    """Return the shape of a table whose header names the content alone, where cells tell both who leads and when."""
    columns = columns_read(header.words, widths_of(table, header), is_sure=False)
    if columns is None:
        return None
    shape = _judged(columns, header, judged(columns, list(worded(table, header))))
    return shape if {column.role for column in shape.judged} == {"lead", "time"} else None


def _judged(columns: tuple[Column, ...], header: Header, roles: Mapping[int, Role], leads: int | None = None) -> Shape:
    """Return the shape of a task table in which columns of unknown headers may say who leads, or when.

    ``roles``: those that cells tell, by the columns' places; ``leads``: the column that leads because of its cells.
    """
    found = [
        column.model_copy(update={"role": roles[place], "key": None}) if place in roles else column
        for place, column in enumerate(columns)
    ]
    return Shape(tuple(found), header, tuple(found[place] for place in (*roles, *(() if leads is None else (leads,)))))


def _carried_on(table: WordTable, before: Shape | None) -> Shape | None:
    """Return the shape of a table without header whose first row goes on with the numbers of the table before."""
    first = spots(table.rows[0])
    if before is None or len(first) != len(before.columns) or before.columns[0].role != "number":
        return None
    if not is_numbered(first[0].words):
        return None
    edges = tuple((spot.start, spot.end) for spot in first)
    return Shape(before.columns, Header(before.header.words, edges, 0))


def tables_read(table: WordTable, shape: Shape, heading: str | None, number: int, ledger: Ledger) -> tuple[Table, ...]:
    """Return the tasks of a table, as table ``number`` of the plan.

    They are two tables where rows stand above its first group, and none where it has no tasks.
    """
    loose, *groups = _batches(table, shape, ledger)
    if not loose.rows and not groups:
        return ()
    ledger.cross_out(shape.header.paragraphs)
    heading = "\n".join(filter(None, (heading, ledger.lines(shape.header.title)))) or None
    made: list[Table] = []
    if loose.rows:
        made.append(Table(heading=heading, columns=shape.columns, tasks=loose.tasks(shape.columns, f"{number}")))
        heading, number = None, number + 1
    if groups:
        made.append(
            Table(
                heading=heading,
                columns=shape.columns,
                groups=tuple(
                    _group(batch, shape.columns, f"{number}.{place}") for place, batch in enumerate(groups, 1)
                ),
            )
        )
    return tuple(made)


def _group(batch: _Batch, columns: Sequence[Column], prefix: str) -> Group:
    return Group(heading=batch.heading or GAP, tasks=batch.tasks(columns, prefix))


def _with_id(task: Task, task_id: str) -> Task:
    return task.model_copy(update={"id": task_id})


def _batches(table: WordTable, shape: Shape, ledger: Ledger) -> list[_Batch]:
    """Return the rows above the first group, then the groups; headings that follow each other become one.

    A heading, and a header that comes again, has its place only once a task follows.
    """
    gathering = _Gathering(shape, ledger)
    placed = (unmerged(row, shape.columns) for row in body_rows(table, shape.header))
    rows = unsigned([(row, [lines_of(cell) for cell in row.cells]) for row in placed])
    for place, (row, words) in enumerate(rows):
        if not (row.own and any(words)) or (not is_ours(row) and is_no_task(words, shape.columns)):
            continue  # it shows nothing, or only what the cells above go on with
        gathering.add(row, words, rows[place + 1 :][:1])
    ledger.coloured += [row.own for row in coloured_rows(gathering.tasks, shape.columns, shape.header)]
    return gathering.batches


class _Gathering:
    """Gathers the rows of a table under their headings."""

    def __init__(self, shape: Shape, ledger: Ledger) -> None:
        self.batches = [_Batch(None)]
        self.tasks: list[WordedRow] = []
        """The rows with which tasks begin."""
        self._columns, self._header, self._ledger = shape.columns, shape.header, ledger
        self._waiting: list[Paragraph] = []
        self._headings: list[str] = []

    def add(self, row: GridRow, words: list[str], below: Sequence[WordedRow]) -> None:
        """Take a row; ``below`` is the next one, if there is one."""
        if not is_ours(row) and repeats(row, words, self._header):
            self._waiting += row.own
        elif self._is_heading(row, words, below):
            self._waiting += row.own
            self._headings.append(heading_of(words))
        elif joint := self._joint(row, words):
            self.batches[-1].goes_on(words, joint)
            self._cross_out(row, words)
        else:
            self._begin(words)
            self._cross_out(row, words)
            self._ledger.doubt(row)
            self._ledger.several += [row.own] if holds_several(words, self._columns) else []
            self.tasks.append((row, words))

    def _is_heading(self, row: GridRow, words: Sequence[str], below: Sequence[WordedRow]) -> bool:
        if is_over(row, words, below, self._columns):
            return True
        above = self.batches[-1].rows[-1] if self.batches[-1].rows and not self._headings else None
        return is_heading(row, words, self._columns) and not counts_on(above, words, below, self._columns)

    def _joint(self, row: GridRow, words: Sequence[str]) -> str:
        rows = self.batches[-1].rows
        return "" if self._headings or not rows else joint_of(row, words, rows[-1], self._columns)

    def _begin(self, words: list[str]) -> None:
        if self._headings:
            self.batches.append(_Batch("\n".join(self._headings)))
        self.batches[-1].rows.append(words)
        self._headings = []

    def _cross_out(self, row: GridRow, words: Sequence[str]) -> None:
        self._ledger.noted += changing_notes(row, words, self._columns)
        self._ledger.place(row.cells, (column.role for column in self._columns))
        self._ledger.cross_out((*self._waiting, *row.own))
        self._waiting = []


def _task(words: Sequence[str], columns: Sequence[Column]) -> Task:
    """Make a task of the words of a row; its id is given later."""
    fields: dict[str, Any] = {"number": None, "lead": None, "time": None, "content": GAP}
    others: dict[str, str | None] = {}
    for text, column in zip(words, columns, strict=True):
        if not text:
            continue
        match column.role:
            case "other":
                others[column.key or ""] = text
            case "lead" | "coop":
                fields[column.role] = AgencyWords(text=text)
            case "time":
                fields["time"] = TimeWords(text=text)
            case role:
                fields[role] = text
    return Task(id="0", others=others, **fields)
