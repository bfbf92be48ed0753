"""The days on which an office works, and the day that counts where a last day is none of them."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final

from kshc_cli.messages import _
from kshc_cli.plan.model import Calendar, Plan
from kshc_cli.tracking.state_days import HOLIDAY, INSTEAD_OF, LAST_DECIDED, STATE_YEARS

if TYPE_CHECKING:
    from holidays import HolidayBase

EARLIEST: Final = date(1900, 1, 1)
LATEST: Final = date(2399, 12, 31)
"""No plan holds a day before or behind these."""

_DAY: Final = timedelta(days=1)
SATURDAY: Final = 5
"""The number of ``date.weekday`` with which the weekend begins."""


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day on which the office does not work."""

    reason: str
    """The holiday in Vietnamese, or in the user's language the weekday or that it is the office's own day off."""
    weekend: bool
    """Whether it is no more than a Saturday or Sunday."""
    next_working_day: date
    """Where Bộ luật Dân sự 2015, Điều 148 khoản 5 moves the end of a time limit."""


class OfficeCalendar:
    """How an office counts days: weekends, public holidays and the days worked for them, its own days, its policy.

    The holidays are those of the State's decisions (``state_days``), of other years those of the library ``holidays``;
    it is loaded when the first question needs it. A day that the office both has off and works counts as worked.
    """

    def __init__(self, year: int, calendar: Calendar | None = None, *, issued: date | None = None) -> None:
        self.year: Final = year
        self.issued: Final = issued
        """The day of the plan: what comes back and ends before it was never owed. None: not known."""
        self._own = calendar or Calendar()

    @property
    def keeps_days_off(self) -> bool:
        """Whether a last day counts though it is off."""
        return self._own.on_day_off == "keep"

    @cached_property
    def _days(self) -> "HolidayBase":
        from holidays import country_holidays

        years = {*range(self.year - 1, self.year + 2), *STATE_YEARS}
        days: HolidayBase = country_holidays("VN", language="vi", years=years)
        _decide(days)
        closed = [day for day in self._own.days_off if days.is_working_day(day)]
        days.update(dict.fromkeys(closed, _("the office's day off")))
        days.weekend_workdays.difference_update(closed)
        days.weekend_workdays.update(self._own.worked_days)
        for day in self._own.worked_days:
            days.pop(day, "")
        return days

    def knows_holidays(self, day: date) -> bool:
        """Tell whether the public holidays of the day's year are known; without them only weekends are off."""
        return self._days.start_year <= day.year <= self._days.end_year

    def estimates(self, day: date) -> bool:
        """Tell whether the days off of the day's year are an estimate: no decision of the State was seen."""
        return day.year > LAST_DECIDED and self.knows_holidays(day)

    def day_off(self, day: date) -> DayOff | None:
        """Return why nobody works on ``day``; None where it is worked."""
        if self._days.is_working_day(day):
            return None
        holiday = self._days.get(day)
        weekday = _("Saturday") if day.weekday() == SATURDAY else _("Sunday")
        return DayOff(holiday or weekday, holiday is None, self.working_day(day, 1))

    def working_day(self, day: date, number: int) -> date:
        """Return the ``number``-th working day behind ``day``, or before it where ``number`` is negative."""
        return self._days.get_nth_working_day(day, number)

    def last_day(self, stated: date, *, before: bool) -> date:
        """Return the last day in time of what is due on the ``stated`` day, or ``before`` it in the words."""
        return stated - _DAY if before and self._own.before == "exclusive" else stated

    def due(self, last: date, *, earliest: date | None = None) -> date:
        """Return the day that counts: the ``last`` day, or where it is off the working day that the policy names.

        A day is never moved before the ``earliest`` on which the task can be done: then it stays.
        """
        if self.keeps_days_off or self._days.is_working_day(last):
            return last
        moved = self.working_day(last, 1 if self._own.on_day_off == "next_working_day" else -1)
        return last if earliest is not None and moved < earliest else moved

    def stated_span(self, start: date | None, end: date | None) -> tuple[date | None, date | None]:
        """Return bounds of the stated days of all that counts on a day from ``start`` to ``end``."""
        first = max(start, EARLIEST) if start else None
        last = min(end, LATEST) if end else None
        if first and self._own.on_day_off == "next_working_day":
            first = self.working_day(first, -1) + _DAY
        if last and self._own.on_day_off == "previous_working_day":
            last = self.working_day(last, 1) - _DAY
        return first, last + _DAY if last and self._own.before == "exclusive" else last


def office_calendar(plan: Plan) -> OfficeCalendar:
    """Return the calendar of the office that issues ``plan``."""
    return OfficeCalendar(plan.year, plan.calendar, issued=plan.act.date)


def _decide(days: "HolidayBase") -> None:
    """Make the days of the decided years what the State decided; days keep the names that the library gives them."""
    named = dict(days.items())
    for day in [day for day in named if day.year in STATE_YEARS]:
        days.pop(day)
    days.weekend_workdays = {day for day in days.weekend_workdays if day.year not in STATE_YEARS}
    for decided in STATE_YEARS.values():
        instead = {off: INSTEAD_OF.format(worked=worked) for off, worked in decided.exchanged}
        days.update({day: instead.get(day) or named.get(day, HOLIDAY) for day in decided.days_off()})
        days.weekend_workdays.update(worked for _off, worked in decided.exchanged)
