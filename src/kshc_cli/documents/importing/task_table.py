"""Reads a table of a Word document as tables of tasks."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain, islice
from typing import Any, Final

from kshc_cli.dataclass import dataclass, field
from kshc_cli.documents.components.wording import is_bold
from kshc_cli.documents.importing.grid import GridRow, Header, body_rows, header_of, spots, widths_of
from kshc_cli.documents.importing.judging import judged
from kshc_cli.documents.importing.ledger import Ledger
from kshc_cli.documents.importing.other_tables import Other, has_tasks, is_note, is_signed, is_sum, other_kind
from kshc_cli.documents.importing.roles import columns_read, with_details, with_marked_bodies, with_planned
from kshc_cli.documents.importing.settling import settled
from kshc_cli.documents.importing.words import lines_of
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.documents.word.body import Table as WordTable
from kshc_cli.plan.model import AgencyWords, Column, Group, Table, Task, TimeWords
from kshc_cli.plan.record import GAP
from kshc_cli.reading.folding import fold

Known = Mapping[tuple[str, ...], tuple[Column, ...]]
"""Columns that are known beforehand, by the words of their headers."""

_GROUP_STYLE: Final = "Bảng - nhóm"
_TASK_STYLES: Final = frozenset(("Bảng - chữ", "Bảng - giữa"))
"""The styles of group rows and of task rows in kshc's own template."""

_Row = tuple[GridRow, list[str]]
"""A row, and the words of its cells."""

_SAMPLE: Final = 100
"""Rows by which a column is judged whose header tells no role."""

_ORDINAL: Final = re.compile(r"(?:[IVXLC]+|[A-ZĐ])[.)]?")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)*[.)]?")
_PERIOD: Final = re.compile(r"(?:thang (?:\d{1,2}|[a-z]+)|quy (?:\d|[ivx]+))(?:(?:/| nam )\d{4})?\W*")
"""A month or quarter, which heads what is to be done then."""
_AND: Final = re.compile(r"và\s")
_BARE_NUMBER: Final = re.compile(r"\w+(?:\.\w+)*")
_COUNT: Final = re.compile(r"\(?(?:\d+|[A-ZĐ])\)?")


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


def shape_of(table: WordTable, known: Known, before: Shape | None) -> Shape | Other | None:
    """Return the columns of a task table, else what it is, if that is known.

    ``before`` is the task table that it may carry on.
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
    rows = ([lines_of(cell) for cell in row.cells] for row in body_rows(table, header))
    first = list(islice(rows, _SAMPLE))
    found = with_planned(with_details(columns, first), first)
    columns, leads = settled(with_marked_bodies(found, first), first)
    return other_kind(columns, chain(first, rows)) or _judged(columns, header, first, leads)


def _told_by_cells(table: WordTable, header: Header) -> Shape | None:
    """Return the shape of a table whose header names the content alone, where cells tell both who leads and when."""
    columns = columns_read(header.words, widths_of(table, header), is_sure=False)
    if columns is None:
        return None
    shape = _judged(columns, header, [[lines_of(cell) for cell in row.cells] for row in body_rows(table, header)])
    return shape if {column.role for column in shape.judged} == {"lead", "time"} else None


def _judged(
    columns: tuple[Column, ...], header: Header, rows: Sequence[Sequence[str]], leads: int | None = None
) -> Shape:
    """Return the shape of a task table in which columns of unknown headers may say who leads, or when.

    ``leads``: the column that leads because of its cells.
    """
    roles = judged(columns, rows)
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
    if not _NUMBER.fullmatch(first[0].words):
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
    batches = [_Batch(None)]
    waiting: list[Paragraph] = []
    headings: list[str] = []
    rows = _unsigned([(row, [lines_of(cell) for cell in row.cells]) for row in body_rows(table, shape.header)])
    for place, (row, words) in enumerate(rows):
        if not (row.own and any(words)) or (not _is_ours(row) and _is_no_task(words, shape.columns)):
            continue  # it shows nothing, or only what the cells above go on with
        if not _is_ours(row) and _repeats(row, words, shape.header):
            waiting += row.own
        elif _is_heading(row, words, shape.columns) or _is_over(row, words, rows[place + 1 :][:1], shape.columns):
            waiting += row.own
            headings.append(_heading(words))
        elif not headings and batches[-1].rows and (joint := _joint(row, words, batches[-1].rows[-1], shape.columns)):
            batches[-1].goes_on(words, joint)
            ledger.place(row.cells, (column.role for column in shape.columns))
            ledger.cross_out((*waiting, *row.own))
            waiting = []
        else:
            if headings:
                batches.append(_Batch("\n".join(headings)))
            batches[-1].rows.append(words)
            ledger.place(row.cells, (column.role for column in shape.columns))
            ledger.cross_out((*waiting, *row.own))
            ledger.shifted += [row.own] if row.doubtful else []
            waiting, headings = [], []
    return batches


def _repeats(row: GridRow, words: Sequence[str], header: Header) -> bool:
    """Tell whether a row is the header again, or a row of it."""
    if tuple(words) == header.words or len(header.lines) == 1:
        return tuple(words) == header.words
    own = lines_of(row.own)
    return "\n" in own and own in header.lines


def _is_over(row: GridRow, words: Sequence[str], below: Sequence[_Row], columns: Sequence[Column]) -> bool:
    """Tell whether a row has nothing but a number and words, and the next one's number goes into it: 1 above 1.1."""
    if columns[0].role != "number" or not words[0] or not below or row.carries or _is_ours(row):
        return False
    filled = {column.role for text, column in zip(words, columns, strict=True) if text}
    return filled == {"number", "content"} and below[0][1][0].startswith(f"{words[0].rstrip('.')}.")


def _is_ours(row: GridRow) -> bool:
    """Tell whether a row says by its style that it is a task."""
    return any(paragraph.format.style in _TASK_STYLES for paragraph in row.own)


def _joint(row: GridRow, words: Sequence[str], above: Sequence[str], columns: Sequence[Column]) -> str:
    """Return what joins a row to the one above that it goes on with; nothing where it is a task of its own."""
    if _goes_on(row, words, columns):
        return "\n"
    numbered = any(text and column.role == "number" for text, column in zip(above, columns, strict=True))
    return " " if numbered and not row.carries and not _is_ours(row) and _is_broken(words, columns) else ""


def _is_broken(words: Sequence[str], columns: Sequence[Column]) -> bool:
    """Tell whether a row is the rest of a task: who leads goes on with và, or what is done with a small letter."""
    said = {column.role: text for text, column in zip(words, columns, strict=True) if text}
    lead, content = said.get("lead", ""), said.get("content", "")
    goes_on = _AND.match(lead) is not None
    return "number" not in said and (goes_on or (content[:1].islower() and (not lead or lead[0].islower())))


def _goes_on(row: GridRow, words: Sequence[str], columns: Sequence[Column]) -> bool:
    """Tell whether a row only goes on with the one above: it has no number of its own, and says nothing to be done.

    Or what it says goes on with a small letter, for nobody and no time. A row that names both a body and a time is a
    task, whose content is missing.
    """
    said = {column.role: text for text, column in zip(words, columns, strict=True) if text}
    if row.carries or _is_ours(row) or "number" in said:
        return False
    if "content" in said:
        return said["content"][0].islower() and not said.keys() & {"lead", "time"}
    return not said.keys() >= {"lead", "time"}


def _unsigned(rows: list[_Row]) -> list[_Row]:
    """Return the rows above a signature that stands in a table: behind it comes no task."""
    for place, (row, words) in enumerate(rows):
        if is_signed(words) and not _is_ours(row) and not has_tasks(below for _row, below in rows[place + 1 :]):
            return rows[:place]
    return rows


def _is_no_task(words: Sequence[str], columns: Sequence[Column]) -> bool:
    """Tell whether a row only counts the columns, adds up what stands above, or is a note on it."""
    return _is_count(words) or is_sum(words, columns) or is_note(words)


def _is_count(words: Sequence[str]) -> bool:
    """Tell whether a row only counts the columns: (1), (2), (3)."""
    return len(words) > 1 and all(_COUNT.fullmatch(each) for each in words)


def _is_heading(row: GridRow, words: Sequence[str], columns: Sequence[Column]) -> bool:
    """Tell whether a row is the heading of a group.

    One cell over all columns, beside the number at most; nothing but number and content, in bold or with a roman
    number or a capital for its number; or nothing but a month or quarter.
    """
    if row.carries or _is_ours(row):
        return False
    if any(paragraph.format.style == _GROUP_STYLE for paragraph in row.own):
        return True
    filled = [place for place, each in enumerate(words) if each]
    roles = {columns[place].role for place in filled}
    beside_number = len(filled) == 1 or (len(filled) == 2 and columns[filled[0]].role == "number")
    if beside_number and row.widest > 1 and row.widest >= len(columns) - 1:
        return True
    if not roles <= {"number", "content"}:
        return False
    if len(filled) == 1 and _PERIOD.fullmatch(fold(words[filled[0]])):
        return True
    number = words[filled[0]] if columns[filled[0]].role == "number" else ""
    shows = [paragraph for paragraph in row.own if paragraph.seen]
    return bool(_ORDINAL.fullmatch(number)) or (bool(shows) and all(map(is_bold, shows)))


def _heading(words: Sequence[str]) -> str:
    """Return the words of a group's heading; a number in a cell of its own gets the full stop that parts them."""
    said = [each for each in words if each]
    if len(said) > 1 and _BARE_NUMBER.fullmatch(said[0]) and len(said[0]) < 9:
        said[0] += "."
    return " ".join(said)


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
