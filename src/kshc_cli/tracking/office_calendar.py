"""The days on which an office works, and the day that counts where a last day is none of them."""

from datetime import date, timedelta
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.messages import _
from kshc_cli.plan.model import Calendar, Plan
from kshc_cli.tracking.public_days import SATURDAY, are_known, holidays, is_worked
from kshc_cli.tracking.state_days import LAST_DECIDED

EARLIEST: Final = date(1900, 1, 1)
LATEST: Final = date(2399, 12, 31)
"""No plan holds a day before or behind these."""

_DAY: Final = timedelta(days=1)
_MONTH: Final = timedelta(days=31)


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

    The holidays are those of the State's decisions (``state_days``), of other years those that the library ``holidays``
    computes (``public_days``).
    """

    def __init__(
        self, year: int, calendar: Calendar | None = None, *, issued: date | None = None, in_month: bool = False
    ) -> None:
        self.year: Final = year
        self.issued: Final = issued
        """The day of the plan, or the first of its month: what comes back and ends before it was never owed.

        None: not known.
        """
        self.in_month: Final = in_month
        """Whether only the month of the plan is known."""
        self._own = calendar or Calendar()

    @property
    def keeps_days_off(self) -> bool:
        """Whether a last day counts though it is off."""
        return self._own.on_day_off == "keep"

    def knows_holidays(self, day: date) -> bool:
        """Tell whether the public holidays of the day's year are known; without them only weekends are off."""
        return are_known(day.year)

    def estimates(self, day: date) -> bool:
        """Tell whether the days off of the day's year are an estimate: no decision of the State was seen."""
        return day.year > LAST_DECIDED and self.knows_holidays(day)

    def day_off(self, day: date) -> DayOff | None:
        """Return why nobody works on ``day``; None where it is worked."""
        if self._is_worked(day):
            return None
        own = day in self._own.days_off and is_worked(day)
        holiday = _("the office's day off") if own else holidays(day.year).get(day)
        weekday = _("Saturday") if day.weekday() == SATURDAY else _("Sunday")
        return DayOff(holiday or weekday, holiday is None, self.working_day(day, 1))

    def working_day(self, day: date, number: int) -> date:
        """Return the ``number``-th working day behind ``day``, or before it where ``number`` is negative."""
        step = _DAY if number > 0 else -_DAY
        for _count in range(abs(number)):
            day += step
            while not self._is_worked(day):
                day += step
        return day

    def working_day_of_month(self, day: date, which: int) -> date:
        """Return the first (1) or last (-1) day of the day's month on which the office works."""
        first = day.replace(day=1)
        return self.working_day(first - _DAY if which > 0 else (first + _MONTH).replace(day=1), which)

    def _is_worked(self, day: date) -> bool:
        """Tell whether the office works on a day: one that it both has off and works counts as worked."""
        return day in self._own.worked_days or (day not in self._own.days_off and is_worked(day))

    def last_day(self, stated: date, *, before: bool) -> date:
        """Return the last day in time of what is due on the ``stated`` day, or ``before`` it in the words."""
        return stated - _DAY if before and self._own.before == "exclusive" else stated

    def due(self, last: date, *, earliest: date | None = None) -> date:
        """Return the day that counts: the ``last`` day, or where it is off the working day that the policy names.

        A day is never moved before the ``earliest`` on which the task can be done: then it stays.
        """
        if self.keeps_days_off or self._is_worked(last):
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
    act = plan.act
    if act.date is None and act.month is not None:
        return OfficeCalendar(plan.year, plan.calendar, issued=date.fromisoformat(f"{act.month}-01"), in_month=True)
    return OfficeCalendar(plan.year, plan.calendar, issued=act.date)
