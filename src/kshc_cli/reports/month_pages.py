"""Months as leaves of a calendar, side by side as far as there is room, with the days marked that are due."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import zip_longest
from typing import Final

from kshc_cli.messages import _
from kshc_cli.query.lines import Line
from kshc_cli.reports.day_marks import legend, painted_sign, pressing
from kshc_cli.reports.due_days import weekday_words
from kshc_cli.reports.terminal import Terminal, width_of
from kshc_cli.tracking.period_names import period_name
from kshc_cli.tracking.standing import Status

_DAY: Final = 4
"""Columns of a day: a sign for today, two figures, a sign for what is due."""
_WEEK: Final = 7 * _DAY
_GAP: Final = "   "
_TODAY: Final = ">"


def month_pages(lines: Iterable[Line], first: date, last: date, today: date, terminal: Terminal) -> str:
    """Draw the months from that of ``first`` to that of ``last``, and what the signs mean."""
    statuses: dict[date, list[Status | None]] = {}
    for line in lines:
        if line.due is not None:
            statuses.setdefault(line.due, []).append(line.status)
    marked = {day: pressing(told) for day, told in statuses.items()}
    pages = [_page(month, marked, today, terminal) for month in _months(first, last)]
    beside = max(1, (terminal.width + len(_GAP)) // (_WEEK + len(_GAP)))
    rows = [_row(pages[at : at + beside]) for at in range(0, len(pages), beside)]
    told = terminal.fitted(legend(_("{sign} today").format(sign=_TODAY)))
    return "\n".join("\n".join(row) + "\n" for row in rows) + f"\n{told}\n\n"


def _months(first: date, last: date) -> Iterator[date]:
    """Yield the first day of each month."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + timedelta(days=31)).replace(day=1)


def _row(pages: Sequence[Sequence[str]]) -> list[str]:
    """Lay months side by side."""
    blank = " " * _WEEK
    return [_GAP.join(line or blank for line in lines).rstrip() for lines in zip_longest(*pages)]


def _page(month: date, marked: Mapping[date, Status | None], today: date, terminal: Terminal) -> list[str]:
    """Return the lines of a month, each of the width of a week."""
    name = period_name(f"{month:%Y-%m}", 0)
    title = f" {name[0].upper()}{name[1:]}{' ' * (_WEEK - 1 - width_of(name))}"
    head = "".join(f"{' ' * (_DAY - 1 - width_of(name))}{name} " for name in map(_short, range(7)))
    end = (month + timedelta(days=31)).replace(day=1)
    cells = [" " * _DAY] * month.weekday()
    cells += [_cell(month + timedelta(days=day), marked, today, terminal) for day in range((end - month).days)]
    cells += [" " * _DAY] * (-len(cells) % 7)
    return [title, head, *("".join(cells[at : at + 7]) for at in range(0, len(cells), 7))]


def _short(weekday: int) -> str:
    return weekday_words(weekday)[: _DAY - 1]


def _cell(day: date, marked: Mapping[date, Status | None], today: date, terminal: Terminal) -> str:
    sign = painted_sign(marked[day], terminal) if day in marked else " "
    return f"{_TODAY if day == today else ' '}{day.day:>2}{sign}"
