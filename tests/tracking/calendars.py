"""Calendars of offices in 2024, as plan files state them."""

from kshc_cli.plan.model import Calendar
from kshc_cli.tracking.office_calendar import OfficeCalendar


def office(year: int = 2024, **fields: object) -> OfficeCalendar:
    """Return the calendar of an office whose plan of ``year`` has these fields under ``calendar``."""
    return OfficeCalendar(year, Calendar.model_validate(fields) if fields else None)
