"""Points and periods of the calendar, as values: a day, a month, a quarter, a half, a year."""

from datetime import date
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.days import month_length

LAST: Final = -1
"""The last day of a month, as ``Point.day``."""


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of ``months`` months from ``month`` on, or one ``day``; what the words leave out is None."""

    months: int
    month: int | None
    year: int | None = None
    day: int | None = None
    law: str | None = None
    """The article that makes the words a certain day: cuối tháng, giữa năm."""
    weekday: int | None = None
    """The day of the week that the words give a day; 0 is Monday."""
    later: bool = False
    """Whether its year is the one behind the plan's, or behind each year (hằng năm, trước ngày 31/01 năm sau)."""

    @property
    def unit(self) -> int:
        """The length in months; 0 for a day."""
        return self.months if self.day is None else 0


@dataclass(frozen=True, slots=True)
class Period:
    """A point with all its dates known, first and last day included."""

    first: date
    last: date
    unit: int
    """The length in months; 0 for a day."""


Found = tuple[Point, int]


def period_of(point: Point, year: int, month: int) -> Period | None:
    """Return the dates of a point in a year, from a month on or in it; None where there is no such day or weekday."""
    if point.day is None:
        end = month + point.months - 1
        return Period(date(year, month, 1), date(year, end, month_length(year, end)), point.unit)
    length = month_length(year, month)
    if point.day > length:
        return None
    day = date(year, month, length if point.day == LAST else point.day)
    return Period(day, day, 0) if point.weekday in {None, day.weekday()} else None
