"""The days on which a task falls due: ends of windows, deadlines, occurrences, ends of time limits.

The words state a day; whether it is in time where they say "before" it, and which day counts where it is a day off,
the plan's calendar decides. An occurrence's key never changes by that.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kshc_cli.reading.recurrence import occurrences
from kshc_cli.reading.values import (
    Continuous,
    Deadline,
    Kind,
    OnEvent,
    Recurring,
    Reference,
    Relative,
    TimePart,
    TimeReading,
    Undated,
    Window,
)
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.tracking.time_limits import limit_end


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day on which something falls due; ``occurrence`` names which one, for what comes back."""

    due: date
    """The day that counts by the plan's calendar; late from the day after."""
    last: date
    """The last day in time before one that is off was moved."""
    stated: date
    """The day by the words."""
    occurrence: str | None
    part: int
    """The index of the reading's part that it comes from."""


def due_days(
    reading: TimeReading, *, office: OfficeCalendar, start: date | None = None, end: date | None = None
) -> Iterator[DueDay]:
    """Yield what counts on a day from ``start`` to ``end``, both included; without bounds all that the plan has."""
    first, last = office.stated_span(start, end)
    for index, part in enumerate(reading.parts):
        before = isinstance(part, Deadline | Recurring) and part.before
        for stated, occurrence in _stated_days(part, office, first, last):
            in_time = office.last_day(stated, before=before)
            due = office.due(in_time)
            if (start is None or due >= start) and (end is None or due <= end):
                yield DueDay(due, in_time, stated, occurrence, index)


def _stated_days(
    part: TimePart, office: OfficeCalendar, start: date | None, end: date | None
) -> Iterator[tuple[date, str | None]]:
    """Yield the days by the words; those outside the bounds need not be left out."""
    match part:
        case Window():
            yield part.end, None
        case Deadline(due=date() as due):
            yield due, None
        case Recurring():
            for occurrence in occurrences(part, year=office.year, start=start, end=end):
                yield occurrence.due, occurrence.key
        case Relative():
            if (end_of_limit := limit_end(part, office)) is not None:
                yield end_of_limit, None
        case Deadline() | OnEvent() | Continuous() | Reference() | Undated():
            return


def runs_on(reading: TimeReading, *, office: OfficeCalendar, start: date, end: date) -> bool:
    """Tell whether something in ``reading`` goes on in the period without ending in it."""
    return any(_runs_on(part, office, start, end) for part in reading.parts)


def _runs_on(part: TimePart, office: OfficeCalendar, start: date, end: date) -> bool:
    match part:
        case Window():
            return part.start <= end < office.due(part.end)
        case Continuous():
            return (part.start is None or part.start <= end) and (part.until is None or part.until >= start)
        case _:
            return False


def kind_without_date(reading: TimeReading, *, year: int) -> Kind | Literal["unread"] | None:
    """Return why no date can be computed: the kind of the first part, or ``unread``; None if a date can be computed."""
    if any(_has_day(part, year) for part in reading.parts):
        return None
    return reading.parts[0].kind if reading.parts else "unread"


def _has_day(part: TimePart, year: int) -> bool:
    """Tell whether a part has a due day, without counting it: that may need the holidays."""
    match part:
        case Window():
            return True
        case Deadline():
            return part.due is not None
        case Recurring():
            return next(occurrences(part, year=year), None) is not None
        case Relative():
            return part.anchor is not None
        case OnEvent() | Continuous() | Reference() | Undated():
            return False
