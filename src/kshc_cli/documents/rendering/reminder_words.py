"""The words of a letter that reminds a body: what the tags of its template can name, in Vietnamese like the plan."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.days import written
from kshc_cli.documents.components.wording import date_words
from kshc_cli.documents.rendering.extract_words import change_words, dated_words, headers_of
from kshc_cli.documents.rendering.issued_words import (
    PrintedBody,
    PrintedSource,
    Stamp,
    archived,
    draft_words,
    issued,
    source_of,
)
from kshc_cli.documents.rendering.words import (
    PrintedCell,
    PrintedIssuance,
    PrintedIssuer,
    PrintedRow,
    PrintedTable,
    printed,
    printed_cell,
    shown,
)
from kshc_cli.messages import speaking
from kshc_cli.plan.model import Plan
from kshc_cli.query.reminder import Owed, Reminder
from kshc_cli.tracking.progress_log import Document, Entry, What

_COLUMNS: Final = ("number", "content", "result", "time")
_HEADERS: Final = ("Ngày đến hạn", "Tình hình")
"""The words above what is beside the plan's own words: the last day that counts, how it stands on the day."""
_WIDTHS: Final = (8, 32, 16, 16, 16, 22)
_IN_TEXT: Final = 8
"""How many rows a letter has between its sentences; more stand in an annex behind the signature."""
_IN_ROW: Final = 6
"""How many occasions of a task stand in a row, which no page parts; more go on in rows below without its words."""
_LATE: Final = "Đã quá hạn"
_SOON: Final = "Sắp đến hạn"
_DAYS_LATE: Final = "Quá hạn {n} ngày"
_DAYS_LEFT: Final = "Còn {n} ngày"
_LAST_DAY: Final = "Đến hạn trong ngày"
_AS_ABOVE: Final = "Như trên;"
_RECORDED: Final = {
    What.PARTLY_DONE: "đã ghi nhận hoàn thành một phần ngày {day}",
    What.EVENT: "phát sinh ngày {day}",
}


@dataclass(frozen=True, slots=True)
class PrintedReminder:
    """``reminder``: how much the body owes, and by which days."""

    day: str
    """The day on which it stands so, in words."""
    until: str
    """The last day of the term, in words."""
    late: int
    """How many duties are late."""
    soon: int
    """How many fall due from that day to the end of the term."""
    annexed: bool
    """Whether the list is long, and stands in an annex behind the signature."""


@dataclass(frozen=True, slots=True)
class PrintedLetter:
    """What the tags of a letter's template can name."""

    draft: str
    """What a letter says above all that is made of a plan with errors; else empty."""
    issuer: PrintedIssuer
    """Who issues the plan and the letter."""
    letter: PrintedIssuance
    """What is stamped and signed of the letter; number and day are blanks where nobody stated them."""
    plan: PrintedSource
    """The plan that the letter is about."""
    agency: PrintedBody
    """The body that is reminded."""
    reminder: PrintedReminder
    """What it owes."""
    tables: tuple[PrintedTable, ...]
    """The list of it, as one table: what is late, then what falls due."""


def printed_reminder(reminder: Reminder, plan: Plan, stamp: Stamp) -> PrintedLetter:
    """Return the words of the letter that reminds a body of ``plan`` of what it owes."""
    names = {agency.id: shown(agency.name) for agency in plan.agencies}
    words = printed(plan)
    recipients = (_AS_ABOVE, archived(plan))
    rows = tuple(_rows(reminder, names))
    return PrintedLetter(
        draft=draft_words(stamp),
        issuer=words.issuer,
        letter=issued(plan, stamp, kind="", year=reminder.day.year, recipients=recipients),
        plan=source_of(words, plan.year),
        agency=PrintedBody(names[reminder.agency]),
        reminder=PrintedReminder(
            date_words(reminder.day),
            date_words(reminder.until),
            _duties(reminder.late),
            _duties(reminder.soon),
            sum(not row.heading for row in rows) > _IN_TEXT,
        ),
        tables=(PrintedTable("", _headers(plan), _WIDTHS, rows),),
    )


def _duties(owed: Iterable[Owed]) -> int:
    """Count as ``status`` does: what each body owes on each occasion."""
    return sum(len(one.bodies) for one in owed)


def _headers(plan: Plan) -> tuple[str, ...]:
    words = headers_of(plan)
    return (*(words[column] for column in _COLUMNS), *_HEADERS)


def _rows(reminder: Reminder, names: Mapping[str, str]) -> Iterator[PrintedRow]:
    """Yield the rows: what is late, then what falls due, each task once with all its occasions."""
    for heading, owed in ((_LATE, reminder.late), (_SOON, reminder.soon)):
        if owed:
            yield PrintedRow(f"{heading}: {_duties(owed)} đầu việc")
            by_task: dict[str, list[Owed]] = {}
            for one in owed:
                by_task.setdefault(one.line.row.id, []).append(one)
            for each in by_task.values():
                yield from _rows_of(each, reminder.agency, names)


def _rows_of(owed: Sequence[Owed], agency: str, names: Mapping[str, str]) -> Iterator[PrintedRow]:
    """Yield the rows of a task: its words in the first one, what was recorded in the last."""
    row, alone = owed[0].line.row, len(owed) == 1
    recorded = dict.fromkeys(words for one in owed for words in _recorded(one, names))
    words = [row.number, row.content, row.result, row.time]
    for begin in range(0, len(owed), _IN_ROW):
        some = owed[begin : begin + _IN_ROW]
        told = [_standing(one, agency, names, alone=alone) for one in some]
        told += recorded if begin + _IN_ROW >= len(owed) else ()
        yield PrintedRow("", _cells(words if begin == 0 else [""] * len(words), some, told))


def _cells(words: Sequence[str | None], owed: Sequence[Owed], told: Sequence[str]) -> tuple[PrintedCell, ...]:
    number, content, result, time = (one or "" for one in words)
    days = [one.line.day for one in owed if one.line.day]
    return (
        printed_cell(number, centred=True),
        printed_cell(content),
        printed_cell(result),
        printed_cell(time, centred=True),
        printed_cell(*map(dated_words, days), centred=True),
        printed_cell(*told),
    )


def _standing(one: Owed, agency: str, names: Mapping[str, str], *, alone: bool) -> str:
    """Say how late it is, or how near, and whose it is where the letter goes to a group; of which day, unless alone."""
    said = (_DAYS_LATE if one.is_late else _DAYS_LEFT if one.days else _LAST_DAY).format(n=abs(one.days))
    due = one.line.due
    told = said if alone or due is None else f"{written(due)}: {said[0].lower()}{said[1:]}"
    whose = ", ".join(names.get(body, body) for body in one.bodies)
    return told if one.bodies == (agency,) else f"{told} ({whose})"


def _recorded(one: Owed, names: Mapping[str, str]) -> Iterator[str]:
    """Yield what was entered of it: what was done or happened, then what the log changed."""
    for change in one.recorded:
        if change.entry.kind in _RECORDED:
            with speaking("vi"):
                about = change.period(one.line.row.year)
            yield f"({about}: {_happened(change.entry)})" if about else f"({_happened(change.entry)})"
        else:
            yield from (f"({words})" for words in change_words((change,), one.line.row, names))


def _happened(entry: Entry) -> str:
    said = _RECORDED[entry.kind].format(day=written(entry.date))
    number, day, _title = entry.document or Document()
    document = (number or "", f"ngày {written(day)}" if day else "")
    return ", ".join(filter(None, (said, " ".join(filter(None, document)))))
