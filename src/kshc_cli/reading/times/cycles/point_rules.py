"""Rules of days and months that come back.

A day that a month may lack is never skipped: "ngày 31 hằng tháng" is each month's last day, "ngày 30" the 30th or the
last day before it (``BYMONTHDAY=28,29,30;BYSETPOS=-1``), "29/02 hằng năm" the last day of February.
"""

from collections.abc import Iterable
from typing import Final

from kshc_cli.reading.times.cycles.periods import YEARLY
from kshc_cli.reading.times.cycles.repeats import MONTHS_OF
from kshc_cli.reading.times.days.openers import Opener
from kshc_cli.reading.times.days.series import Series, periods_of

_LEAP_YEAR: Final = 2000
"""Days of every year are tried in a leap year, so that 29/02 is one."""


def rules_of(opener: Opener, series: Series, every: str) -> tuple[str, ...]:
    """Return the rules of points that come back; none where the words make no sense together.

    Of several, none where one is of the year behind: nobody knows whether the others are.
    """
    named = any((point.year is not None and not point.later) or point.weekday is not None for point in series.points)
    spans = series.spans
    several = len(series.elements) > 1
    if named or opener is Opener.STAGE or (several and (spans or any(point.later for point in series.points))):
        return ()
    if opener is Opener.FROM and not spans:
        return ()
    if every == YEARLY:
        return _yearly(series, opener)
    days = [point.day for point in series.points if point.day is not None and point.month is None]
    if len(days) < len(series.points) or len(set(days)) < len(days) or (spans and days != sorted(days)):
        return ()
    days = days[-1:] if spans else days  # what runs from day to day is due on the last one
    rule, sure = MONTHS_OF.get(every, ("", 0))
    return () if not rule else tuple(f"{rule};{which}" for which in _days(days, sure=sure))


def _days(days: Iterable[int], sure: int = 28) -> list[str]:
    """Return BYMONTHDAY parts that never skip a month; every month has ``sure`` days."""
    listed = [-1 if day == 31 else day for day in days if day <= sure or day == 31]
    rules = [f"BYMONTHDAY={','.join(map(str, listed))}"] if listed else []
    clipped = (",".join(map(str, range(sure, day + 1))) for day in days if sure < day < 31)
    return rules + [f"BYMONTHDAY={run};BYSETPOS=-1" for run in clipped]


def _yearly(series: Series, opener: Opener) -> tuple[str, ...]:
    periods = periods_of(series, _LEAP_YEAR)
    if periods is None:
        return ()
    if opener is Opener.BEFORE and any(period.unit for period in periods):
        return ()
    by_month: dict[int, list[str]] = {}
    for period in periods:
        leap_day = (period.last.month, period.last.day) == (2, 29)
        day = "" if period.unit == 1 else str(-1 if period.unit or leap_day else period.last.day)
        by_month.setdefault(period.last.month, []).append(day)
    return tuple(
        f"{YEARLY};BYMONTH={month}" + (f";BYMONTHDAY={','.join(days)}" if days != [""] else "")
        for month, days in by_month.items()
    )
