"""Days and months: how a day is written for people, how long a month is."""

from datetime import date
from typing import Final

_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def written(day: date) -> str:
    """Write a day as offices do: 30/06/2024."""
    return f"{day:%d/%m/%Y}"


def month_length(year: int, month: int) -> int:
    """Return how many days a month has; the standard ``calendar`` loads the system's names of days to tell that.

    Raises ValueError where there is no such month.
    """
    if not 1 <= month <= len(_LENGTHS):
        raise ValueError(month)
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + (is_leap and month == 2)
