"""Periods that only say which report or which round is due on the day behind them: quý I (trước ngày 15/3)."""

from datetime import date, timedelta
from typing import Final

from kshc_cli.days import month_length
from kshc_cli.reading.times.cell import Phrasebook, TimeCell
from kshc_cli.reading.times.days.calendar import period_of
from kshc_cli.reading.times.days.openers import Opener, open_series
from kshc_cli.reading.times.days.points import read_point

_COUNTED: Final = Phrasebook(
    {"6 tháng": (5, 6), "06 tháng": (5, 6), "sáu tháng": (5, 6), "9 tháng": (8, 9), "09 tháng": (8, 9)}
    | {"năm": (11, 12), "cả năm": (11, 12)}
)
"""What reports of longer periods are called by, and the months in which they are due."""
_FIRSTS: Final = _COUNTED.firsts | {"tháng", "quý", "3", "ba", "nửa", "trong", "vào"}
_YEAR: Final = 12
"""Months."""
_LATE: Final = timedelta(days=31)
"""A report on a period is due up to so long behind it."""


def is_due_in(due: date, first: date, last: date) -> bool:
    """Tell whether a report on a period from ``first`` to ``last`` may be due on a day."""
    return first <= due <= last + _LATE


def behind_named(cell: TimeCell, at: int) -> int | None:
    """Return the place behind a period whose day follows, in brackets, behind a colon or at once.

    None where the day lies outside the period, or where neither "trước" nor "chậm nhất" says that something is due, nor
    the name of a longer report does: 6 tháng (ngày 15/6), năm (ngày 15/12).
    """
    named = _named(cell, at) if cell.word(at) in _FIRSTS else None
    if named is None:
        return None
    first, last, end = named
    behind = end + (cell.word(end) in {"(", ":"})
    opened = open_series(cell, behind)
    plain = opened.opener is Opener.NONE and behind > end and _COUNTED.end(cell, at) == end
    if opened.series is None or not opened.are_days or not (plain or opened.opener in {Opener.BEFORE, Opener.BY}):
        return None
    days = opened.periods(cell.year)
    closed = cell.word(end) != "(" or cell.word(opened.series.end) in {")", ""}
    fits = closed and days is not None and all(is_due_in(day.first, first, last) for day in days)
    return end + (cell.word(end) == ":") if fits else None


def names_report(cell: TimeCell, at: int) -> bool:
    """Tell whether such a period stands at ``at``."""
    return behind_named(cell, at) is not None


def _named(cell: TimeCell, at: int) -> tuple[date, date, int] | None:
    """Read a month, quarter or half of a year, or what a longer report is called by: its days, the place behind it."""
    found = read_point(cell, at + (cell.word(at) in {"trong", "vào"}))
    if found is not None:
        point, end = found
        period = period_of(point, point.year or cell.year, point.month or 1) if 0 < point.unit < _YEAR else None
        return None if period is None else (period.first, period.last, end)
    counted = _COUNTED.match(cell, at)
    if counted is None:
        return None
    (first, last), end = counted
    return date(cell.year, first, 1), date(cell.year, last, month_length(cell.year, last)), end
