"""The tasks of a plan over the months of a year: a row a task, with bars for periods and signs for last days."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from kshc_cli.days import written
from kshc_cli.messages import _, on_one_line
from kshc_cli.query.timeline import Span, TaskYear
from kshc_cli.reading.times.kind_names import kind_name
from kshc_cli.reports.day_marks import legend, painted_sign, pressing, sign_of
from kshc_cli.reports.drawing import ColumnHeading, View
from kshc_cli.reports.standings import status_words
from kshc_cli.reports.terminal import Terminal, width_of
from kshc_cli.tracking.period_names import period_name
from kshc_cli.tracking.standing import Status

_MONTHS: Final = 12
_WIDEST: Final = 6
"""Columns of a month at most."""
_LABEL: Final = 32
"""Columns that the words of a task take before a month gets more than one."""
_LEAST: Final = 8
"""Columns that they take at least, however long the ids are."""
_RUNS: Final = "─"
_GOES_ON: Final = "~"
_GRID: Final = "·"
_BEFORE: Final = "‹"
_BEHIND: Final = "›"
_TODAY: Final = "▼"


def timeline_text(tasks: Sequence[TaskYear], year: int, today: date, terminal: Terminal) -> str:
    """Draw a row for each task, below the months, and what the signs mean."""
    ids = max((width_of(task.line.row.id) for task in tasks), default=0)
    room = terminal.width - ids - 2
    month = next((size for size in range(_WIDEST, 1, -1) if room - size * _MONTHS - 1 >= _LABEL), 1)
    words = max(_LEAST, room - month * _MONTHS - 1)
    lines = [*_head(year, today, month, ids + words + 2)]
    for task in tasks:
        row = task.line.row
        label = _cut(row.content, words)
        gap = " " * (words - width_of(label))
        bar = _bar(task, year, month, terminal)
        lines.append(f"{row.id}{' ' * (ids - width_of(row.id))}  {label}{gap} {bar}".rstrip())
    told = (
        _("{sign} period").format(sign=_RUNS * 2),
        _("{sign} goes on").format(sign=_GOES_ON * 2),
        _("{before} {behind} in other years").format(before=_BEFORE, behind=_BEHIND),
    )
    return "\n".join((*lines, "", terminal.fitted(legend(*told)), ""))


def _head(year: int, today: date, month: int, before: int) -> Iterator[str]:
    """Yield the line that marks today, where it lies in the year, and that of the months."""
    blank = " " * (before + 1)
    if today.year == year:
        place = _place(today, month)
        day = written(today)
        fits = place + 2 + len(day) <= month * _MONTHS
        told = f"{_TODAY} {day}" if fits else f"{day} {_TODAY}"
        yield blank + " " * (place if fits else max(0, place - 1 - len(day))) + told
    title = str(year)
    every = 1 if month > 2 else 2  # 10, 11 and 12 would run into each other
    numbers = (f"{number:<{every * month}}" for number in range(1, _MONTHS + 1, every))
    yield f"{title}{' ' * (before + 1 - len(title))}{''.join(numbers)}".rstrip()


def _place(day: date, month: int) -> int:
    """Return the column of a day in its year."""
    return (day.month - 1) * month + (day.day - 1) * month // 31


def _bar(task: TaskYear, year: int, month: int, terminal: Terminal) -> str:
    """Draw the year of a task; where it has none, say why."""
    if not task.spans:
        reason = task.line.row.without_date
        told = status_words(task.closed) if task.closed else kind_name(reason) if reason else ""
        return _cut(f"({told})", month * _MONTHS) if told else ""
    cells = [_GRID if place % month == 0 and month > 1 else " " for place in range(month * _MONTHS)]
    marks: dict[int, list[Status | None]] = {}
    for span in task.spans:
        _draw(cells, span, year, month)
        if span.due and span.due.year == year:
            marks.setdefault(_place(span.due, month), []).append(span.status)
    for place, statuses in marks.items():
        cells[place] = painted_sign(pressing(statuses), terminal)
    return "".join(cells)


def _draw(cells: list[str], span: Span, year: int, month: int) -> None:
    """Draw a period, or what goes on; an arrow where something lies in other years."""
    last = span.due or span.until or date(year, 12, 31)
    first = span.begins or (span.due or date(year, 1, 1))
    if last.year < year or first.year > year:
        cells[0 if last.year < year else -1] = _BEFORE if last.year < year else _BEHIND
        return
    start = _place(first, month) if first.year == year else 0
    end = _place(last, month) if last.year == year else len(cells) - 1
    cells[start : end + 1] = [_RUNS if span.due else _GOES_ON] * (end + 1 - start)
    if first.year < year:
        cells[0] = _BEFORE
    if last.year > year:
        cells[-1] = _BEHIND


def timeline_view(tasks: Sequence[TaskYear], year: int) -> View:
    """Return the same as a table for a pipe: a column a month, with its last days and what they stand like."""
    months = range(1, _MONTHS + 1)
    names = (ColumnHeading(period_name(f"{year}-{month:02}", year)) for month in months)
    headings = ColumnHeading(_("ID")), ColumnHeading(_("Content"), prose=True), *names, ColumnHeading(_("Time"))
    told = ((task, task.line.row) for task in tasks)
    rows = ((row.id, row.content, *(_cell(task, year, month) for month in months), _time(task)) for task, row in told)
    return View(headings, tuple(rows))


def _time(task: TaskYear) -> str:
    """Return the words of the time; of what nobody has any more also how it was ended."""
    ended = f"({status_words(task.closed)})" if task.closed else ""
    return " ".join(filter(None, (task.line.row.time, ended)))


def _cell(task: TaskYear, year: int, month: int) -> str:
    """Say on which days of a month something of a task is due, or that it may be done then."""
    days = sorted((one for one in task.spans if one.due and (one.due.year, one.due.month) == (year, month)), key=_due)
    if days:
        return " ".join(f"{one.due:%d}{sign_of(one.status)}" for one in days if one.due)
    spans = (one for one in task.spans if _covers(one, year, month))
    return next((_RUNS if one.due else _GOES_ON for one in spans), "")


def _due(span: Span) -> date:
    return span.due or date.max


def _covers(span: Span, year: int, month: int) -> bool:
    last = span.due or span.until or date(year, 12, 31)
    first = span.begins or (span.due or date(year, 1, 1))
    return (first.year, first.month) <= (year, month) <= (last.year, last.month)


def _cut(words: str, width: int) -> str:
    """Return words on one line, cut where there is no room."""
    text = " ".join(on_one_line(words).split())
    if width_of(text) <= width:
        return text
    while text and width_of(text) > width - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"
