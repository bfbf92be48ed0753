"""Ends of time limits that run from an event, by Bộ luật Dân sự 2015 (91/2015/QH13).

The day of the event is not counted (Điều 147 khoản 2, 3). A limit of days ends with its last day, one of months with
the same day of the last month, or with that month's last day where it has no such day (Điều 148 khoản 1, 3). Working
days are those of the office's calendar. An end on a day off is not moved here: that is the plan's policy.
"""

from datetime import date, timedelta

from kshc_cli.days import month_length
from kshc_cli.reading.values import Relative
from kshc_cli.tracking.office_calendar import LATEST, OfficeCalendar


def limit_end(part: Relative, office: OfficeCalendar) -> date | None:
    """Return the last day of a time limit; None until the day of its event is known, or where no plan holds that day.

    Raises OverflowError or ValueError beyond the year 9999, which the amounts of plans and words do not reach.
    """
    if part.anchor is None or part.anchor > LATEST:
        return None
    match part.unit:
        case "day":
            return part.anchor + timedelta(days=part.amount)
        case "working_day":
            return office.working_day(part.anchor, part.amount)
        case "month":
            return months_later(part.anchor, part.amount)


def months_later(day: date, months: int) -> date:
    """Return the same day ``months`` later, or that month's last day. Raises ValueError beyond the year 9999."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))
