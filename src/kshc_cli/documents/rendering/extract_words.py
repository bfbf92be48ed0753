"""The words of a body's extract: what the tags of its template can name, the plan's own words to the letter.

What kshc adds speaks Vietnamese like the plan, whatever language its user reads.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, Literal

from kshc_cli.dataclass import dataclass
from kshc_cli.days import written
from kshc_cli.documents.rendering.issued_words import PrintedBody, PrintedSource, source_of
from kshc_cli.documents.rendering.words import (
    PrintedIssuer,
    PrintedRow,
    PrintedTable,
    printed,
    printed_cell,
    shown,
)
from kshc_cli.messages import speaking
from kshc_cli.plan.model import Plan
from kshc_cli.query.extract import Extract, ExtractTask
from kshc_cli.query.glance import Glance
from kshc_cli.query.lines import Change, Line
from kshc_cli.query.rows import TaskRow
from kshc_cli.reading.values import Kind, Recurring, TimePart, TimeReading
from kshc_cli.tracking.dues import DueDay
from kshc_cli.tracking.progress_log import What
from kshc_cli.tracking.standing import CLOSED

Others = Literal["lead", "coop"]
"""The cell that names the other bodies of a task."""

_HEADERS: Final = {
    "number": "STT",
    "content": "Nội dung công việc",
    "result": "Kết quả",
    "lead": "Cơ quan chủ trì",
    "coop": "Cơ quan phối hợp",
    "time": "Thời gian thực hiện",
}
"""The words above the columns where the plan has no such column."""

_WIDTHS: Final = (7, 36, 19, 24, 15, 21)
"""The shares of the columns: number, content, result, the other bodies, time, due days."""

_DUE: Final = "Ngày đến hạn"
_NAMED: Final = "Nêu đích danh"
_WEEKDAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_WITHOUT_DAY: Final = {
    Kind.DEADLINE: "ngày bị mờ",
    Kind.RECURRING: "định kỳ",
    Kind.ON_EVENT: "khi phát sinh",
    Kind.RELATIVE: "thời hạn kể từ một sự kiện",
    Kind.CONTINUOUS: "thường xuyên",
    Kind.REFERENCE: "theo văn bản khác",
    Kind.UNDATED: "không ghi thời hạn",
}
_MOVED: Final = "{due} (thay cho {last})"
_CHANGED: Final = {
    What.REASSIGNED: "giao {name} thực hiện theo {by}",
    What.EXTENDED: "gia hạn đến {due} theo {by}",
    What.MERGED: "gộp vào nhiệm vụ {id} theo {by}",
    What.CANCELLED: "hủy bỏ theo {by}",
    What.SUSPENDED: "tạm dừng theo {by}",
    What.RESUMED: "tiếp tục theo {by}",
}
_MERGED_IN: Final = "thực hiện cả nhiệm vụ {task} theo {by}"
_ALL_DONE: Final = "(đã hoàn thành ngày {day:%d/%m/%Y})"
_TIMES_DONE: Final = "(đã hoàn thành {done}/{total} kỳ)"
_DUTIES_DONE: Final = "(đã hoàn thành {done}/{total} đầu việc)"
"""Where several bodies owe several occasions."""
_BODIES_DONE: Final = "(đã hoàn thành {done}/{total} cơ quan; chưa hoàn thành: {names})"
_NO_DOCUMENT: Final = "văn bản chưa ghi"
_NO_PERIOD: Final = "định kỳ, chưa rõ ngày"
_UNREAD: Final = "chưa đọc được thời gian"
_EARLIER: Final = "{n} ngày trước đó"
_LATER: Final = "và {n} ngày nữa, đến {last}"
_ESTIMATED: Final = "{due} (dự kiến, cần đối chiếu lịch nghỉ của năm {year})"


@dataclass(frozen=True, slots=True)
class PrintedExtract:
    """What the tags of an extract's template can name; ``tables`` are one for each role that the body has."""

    issuer: PrintedIssuer
    """Who issues the plan."""
    plan: PrintedSource
    """The plan that the extract is of."""
    agency: PrintedBody
    """The body whose tasks these are."""
    tables: tuple[PrintedTable, ...]
    """Its tables, one for each role that the body has."""


def printed_extract(extract: Extract, plan: Plan) -> PrintedExtract:
    """Return the words of the extract of a body of ``plan``."""
    names = {agency.id: shown(agency.name) for agency in plan.agencies}
    words = printed(plan)
    parts: tuple[tuple[str, Others, tuple[ExtractTask, ...]], ...] = (
        ("Chủ trì", "coop", extract.lead),
        ("Phối hợp", "lead", extract.coop),
    )
    return PrintedExtract(
        issuer=words.issuer,
        plan=source_of(words, plan.year),
        agency=PrintedBody(names[extract.agency]),
        tables=tuple(_table(title, other, tasks, plan, names) for title, other, tasks in parts if tasks),
    )


def headers_of(plan: Plan) -> Mapping[str, str]:
    """Return the words above the columns of tasks by what they hold, the plan's own where it has them."""
    return _HEADERS | {column.role: shown(column.header) for column in plan.plan.columns or ()}


def _table(
    title: str, other: Others, tasks: Sequence[ExtractTask], plan: Plan, names: Mapping[str, str]
) -> PrintedTable:
    words = headers_of(plan)
    headers = (*(words[role] for role in ("number", "content", "result", other, "time")), _DUE)
    return PrintedTable(f"{title}: {len(tasks)} nhiệm vụ", headers, _WIDTHS, tuple(_rows(tasks, other, names)))


def _rows(tasks: Sequence[ExtractTask], other: Others, names: Mapping[str, str]) -> Iterator[PrintedRow]:
    """Yield the rows: what names the body itself, then what comes to it through each group."""
    by_way: dict[str | None, list[ExtractTask]] = {None: []}
    for task in tasks:
        by_way.setdefault(task.line.via, []).append(task)
    for via, found in by_way.items():
        if found:
            yield PrintedRow(_NAMED if via is None else f"Qua “{names[via]}”")
            yield from (_row(task, other, names) for task in found)


def _row(task: ExtractTask, other: Others, names: Mapping[str, str]) -> PrintedRow:
    line, row = task.line, task.line.row
    return PrintedRow(
        "",
        (
            printed_cell(*marks_of(row), centred=True),
            printed_cell(row.content),
            printed_cell(row.result or ""),
            printed_cell((row.coop if other == "coop" else row.lead) or ""),
            printed_cell(row.time or "", centred=True),
            printed_cell(
                *due_lines(row.reading, task.dated, task.told),
                *(f"({words})" for words in change_words(line.changes, row, names)),
                *_done(line, names),
                centred=True,
            ),
        ),
    )


def marks_of(row: TaskRow) -> Iterator[str]:
    """Yield the number that is printed, and the id in brackets where it is another."""
    if row.number:
        yield row.number
    if row.id != row.number:
        yield f"({row.id})"


def change_words(changes: Iterable[Change], row: TaskRow, names: Mapping[str, str]) -> Iterator[str]:
    """Yield what the log changed of a task's duties: whose and when, and the document that says so."""
    for change in changes:
        entry = change.entry
        told = {"name": names.get(entry.lead or "", entry.lead), "id": entry.into, "by": entry.by or _NO_DOCUMENT}
        due = written(entry.due) if entry.due else ""
        said = _CHANGED[entry.kind] if entry.task == row.id else _MERGED_IN
        changed = said.format(due=due, task=entry.task, **told)
        with speaking("vi"):
            about = ", ".join(filter(None, (names.get(entry.unit or "", entry.unit), change.period(row.year))))
        yield f"{about}: {changed}" if about else changed


def _done(line: Line, names: Mapping[str, str]) -> Iterator[str]:
    """Yield in brackets what is done of a duty that somebody still has, and who has not done it."""
    owed = [one for one in line.standing.standings if one.status not in CLOSED] if line.standing else []
    done = [one.done_on for one in owed if one.done_on]
    if not done:
        return
    if len(done) == len(owed):
        yield _ALL_DONE.format(day=max(done))
    elif len({one.occasion.key for one in owed}) > 1:
        said = _TIMES_DONE if len({one.unit for one in owed}) == 1 else _DUTIES_DONE
        yield said.format(done=len(done), total=len(owed))
    else:
        left = ", ".join(names.get(one.unit or "", "") for one in owed if not one.done_on)
        yield _BODIES_DONE.format(done=len(done), total=len(owed), names=left)


def due_lines(reading: TimeReading, dated: Container[int], told: Glance) -> tuple[str, ...]:
    """Return the days that are told in lines, how many more there are, then in brackets what never had a day.

    ``dated``: the parts of the reading that have or had days.
    """
    lines = [
        *([_EARLIER.format(n=told.earlier)] if told.earlier else []),
        *map(dated_words, told.shown),
        *([_LATER.format(n=told.later, last=_dated(told.last.due))] if told.later and told.last else []),
    ]
    open_parts = (_why_open(part) for index, part in enumerate(reading.parts) if index not in dated)
    kinds = dict.fromkeys(open_parts if reading.parts else (_UNREAD,))
    return (*dict.fromkeys(lines), *([f"({'; '.join(kinds)})"] if kinds else []))


def _why_open(part: TimePart) -> str:
    """Say why a part of a time has no day; a period has one always."""
    match part:
        case Recurring(rrule=None):
            return _NO_PERIOD
        case _:
            return _WITHOUT_DAY[part.kind]


def dated_words(day: DueDay) -> str:
    """Write the day that counts, and the day off that it was moved from."""
    due = _dated(day.due)
    if day.due != day.last:
        due = _MOVED.format(due=due, last=_dated(day.last))
    return _ESTIMATED.format(due=due, year=day.due.year) if day.estimated else due


def _dated(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]}, {written(day)}"
