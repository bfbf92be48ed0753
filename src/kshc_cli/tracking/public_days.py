"""The State's days off beside weekends, and the weekends that it works: decided ones, else as a library has them."""

from datetime import date
from functools import cache
from typing import Final

from kshc_cli.tracking.state_days import HOLIDAY, INSTEAD_OF, STATE_YEARS

SATURDAY: Final = 5
"""The number of ``date.weekday`` with which the weekend begins."""
_FIELD: Final = 6
"""Figures of a day in the table: month, day, place of its name."""


@cache
def holidays(year: int) -> dict[date, str]:
    """Return the days off of a year with their names; decided days keep the names that the library gives them."""
    computed = _computed(year)
    decided = STATE_YEARS.get(year)
    if decided is None:
        return computed
    instead = {off: INSTEAD_OF.format(worked=worked) for off, worked in decided.exchanged}
    return {day: instead.get(day) or computed.get(day, HOLIDAY) for day in decided.days_off()}


@cache
def worked_weekends(year: int) -> frozenset[date]:
    """Return the Saturdays and Sundays of a year that are worked for other days."""
    from kshc_cli.tracking.holiday_table import WORKED  # noqa: PLC0415  few questions ask

    if decided := STATE_YEARS.get(year):
        return frozenset(worked for _off, worked in decided.exchanged)
    return frozenset(day for day in map(date.fromisoformat, WORKED) if day.year == year)


def are_known(year: int) -> bool:
    """Tell whether a year's days off are known; without them only weekends are off."""
    return bool(holidays(year))


def is_worked(day: date) -> bool:
    """Tell whether the State's offices work on a day."""
    return day in worked_weekends(day.year) if day.weekday() >= SATURDAY else day not in holidays(day.year)


def _computed(year: int) -> dict[date, str]:
    from kshc_cli.tracking.holiday_table import DAYS, NAMES  # noqa: PLC0415  few questions ask

    row = DAYS.get(year, "")
    fields = (row[start : start + _FIELD] for start in range(0, len(row), _FIELD))
    return {date(year, int(one[:2]), int(one[2:4])): NAMES[int(one[4:])] for one in fields}
