"""The days on which a task falls due: ends of windows, deadlines, occurrences, ends of time limits.

The words state a day; whether it is in time where they say "before" it, and which day counts where it is a day off,
the plan's calendar decides. An occurrence's key never changes by that, and no day moves before the first one on which
the task can be done: that of its period, or the one after its event. What the words put on a Saturday or Sunday is
meant for that day: the weekend neither moves it nor is remarked on.

What comes back is owed from the day of the plan on, or from its month where no more is known: an occurrence whose last
day lies before it is none. Where the words state a beginning of their own (``Recurring.start``), that counts too.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, Literal

from kshc_cli.dataclass import dataclass
from kshc_cli.plan.record import is_illegible
from kshc_cli.reading.recurrence.occurrences import occurrences
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
from kshc_cli.tracking.office_calendar import EARLIEST, LATEST, DayOff, OfficeCalendar
from kshc_cli.tracking.period_names import calendar_period, occasion_name
from kshc_cli.tracking.public_days import SATURDAY
from kshc_cli.tracking.time_limits import limit_end

_DAY: Final = timedelta(days=1)
_MONTH: Final = timedelta(days=31)


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
    begins: date | None = None
    """The first day on which it can be done, where the words say it."""
    for_weekend: bool = False
    """Whether the words put it on a Saturday or Sunday."""
    estimated: bool = False
    """Whether it was moved or counted by days off on which no decision was seen."""
    event: date | None = None
    """The day of the event that began it."""
    planned: str | None = None
    """Of a day that the log moved: the key of the period that it was the end of."""

    @property
    def period(self) -> str | None:
        """The key of its occurrence, or of the month, quarter, half-year or year at whose end it falls due."""
        key = self.occurrence or self.planned
        return key or (calendar_period(self.begins, self.stated) if self.begins else None)

    def called(self, key: str, year: int) -> str:
        """Return what it is called in words by a ``key`` of its own, in a plan of ``year``."""
        return occasion_name(key, year, self.begins, self.stated)

    def moved(self, due: date) -> "DueDay":
        """Return the day to which the log moved it."""
        return DueDay(due, due, due, self.occurrence, self.part, event=self.event, planned=self.period)

    def day_off(self, office: OfficeCalendar) -> DayOff | None:
        """Return why the last day in time is off; None where it is worked, or a weekend that the words mean."""
        off = office.day_off(self.last)
        return None if off is not None and off.weekend and self.for_weekend else off


def due_days(
    reading: TimeReading, *, office: OfficeCalendar, start: date | None = None, end: date | None = None
) -> Iterator[DueDay]:
    """Yield what counts on a day from ``start`` to ``end``, both included; without bounds all that the plan has."""
    for index in range(len(reading.parts)):
        yield from due_days_of(reading, index, office=office, start=start, end=end)


def first_due_day(reading: TimeReading, *, office: OfficeCalendar) -> DueDay | None:
    """Return the earliest day that counts; None where no part has one."""
    firsts = (next(due_days_of(reading, index, office=office), None) for index in range(len(reading.parts)))
    return min((day for day in firsts if day is not None), key=lambda day: day.due, default=None)


def due_days_of(
    reading: TimeReading,
    index: int,
    *,
    office: OfficeCalendar,
    start: date | None = None,
    end: date | None = None,
) -> Iterator[DueDay]:
    """Yield the days of the part at ``index``, in order, with bounds as in ``due_days``."""
    part = reading.parts[index]
    first, last = office.stated_span(start, end)
    for stated in _stated_days(part, office, first, last):
        day = _due_day(part, index, stated, office)
        owed = not isinstance(part, Recurring) or office.issued is None or min(day.due, day.last) >= office.issued
        if owed and (start is None or day.due >= start) and (end is None or day.due <= end):
            yield day


def _due_day(part: TimePart, index: int, stated: "_StatedDay", office: OfficeCalendar) -> DueDay:
    in_time = last_day(part, stated.day, office)
    for_weekend = stated.by_weekday and in_time == stated.day and in_time.weekday() >= SATURDAY
    due = in_time if for_weekend else office.due(in_time, earliest=stated.earliest)
    counted = _is_counted(part, office) and (office.estimates(in_time) or office.estimates(due))
    return DueDay(due, in_time, stated.day, stated.occurrence, index, stated.earliest, for_weekend, counted)


def never_owed(part: Recurring, office: OfficeCalendar) -> int:
    """Return how many occurrences of what comes back end before the plan's day, so that nobody owes them."""
    if office.issued is None:
        return 0
    days = (_due_day(part, 0, stated, office) for stated in _stated_days(part, office, None, office.issued))
    return sum(min(day.due, day.last) < office.issued for day in days)


def last_day(part: TimePart, stated: date, office: OfficeCalendar) -> date:
    """Return the last day in time of what is due on the ``stated`` day by the words of ``part``."""
    return office.last_day(stated, before=isinstance(part, Deadline | Recurring) and part.before)


@dataclass(frozen=True, slots=True)
class _StatedDay:
    """A day by the words; the ``earliest`` on which the task can be done, where they say it."""

    day: date
    earliest: date | None = None
    occurrence: str | None = None
    by_weekday: bool = False


def _stated_days(part: TimePart, office: OfficeCalendar, start: date | None, end: date | None) -> Iterator[_StatedDay]:
    """Yield the days by the words; those outside the bounds need not be left out."""
    match part:
        case Window():
            yield _StatedDay(part.end, part.start)
        case Deadline(due=date() as due):
            yield _StatedDay(due)
        case Recurring():
            yield from _occurrences(part, office, start, end)
        case Relative(anchor=date() as anchor):
            if (end_of_limit := limit_end(part, office)) is not None:
                yield _StatedDay(end_of_limit, anchor + _DAY)
        case Deadline() | OnEvent() | Relative() | Continuous() | Reference() | Undated():
            return


def _occurrences(part: Recurring, office: OfficeCalendar, start: date | None, end: date | None) -> Iterator[_StatedDay]:
    """Yield the days of what comes back; the last working day of a month is the office's, whatever days are off."""
    early, late = start and max(start, EARLIEST + _MONTH) - _MONTH, end and min(end, LATEST - _MONTH) + _MONTH
    for one in occurrences(part, year=office.year, start=early, end=late):
        if one.working_day:
            yield _StatedDay(office.working_day_of_month(one.due, one.working_day), None, one.key)
        elif (start is None or one.due >= start) and (end is None or one.due <= end):
            yield _StatedDay(one.due, one.start if one.start < one.due else None, one.key, one.by_weekday)


def counted_by_holidays(reading: TimeReading, *, office: OfficeCalendar) -> bool:
    """Tell whether the days of ``reading`` may differ by what days are off."""
    return any(_is_counted(part, office) for part in reading.parts)


def _is_counted(part: TimePart, office: OfficeCalendar) -> bool:
    return not office.keeps_days_off or (isinstance(part, Relative) and part.unit == "working_day")


def runs_on(reading: TimeReading, *, office: OfficeCalendar, start: date, end: date) -> bool:
    """Tell whether something in ``reading`` goes on in the period without ending in it."""
    return any(_runs_on(part, office, start, end) for part in reading.parts)


def _runs_on(part: TimePart, office: OfficeCalendar, start: date, end: date) -> bool:
    match part:
        case Window():
            return part.start <= end < office.due(part.end, earliest=part.start)
        case Continuous():
            return (part.start is None or part.start <= end) and (part.until is None or part.until >= start)
        case _:
            return False


def kind_without_date(
    reading: TimeReading, *, year: int, issued: date | None = None
) -> Kind | Literal["illegible", "unread"] | None:
    """Return why no date can be computed; None if a date can be computed.

    That is the kind of the first part, or ``illegible`` where its day is; without any part, what its words are.
    """
    if any(_has_day(part, year, issued) for part in reading.parts):
        return None
    match reading.parts:
        case (Deadline(due=None), *_others):
            return "illegible"
        case (first, *_others):
            return first.kind
        case _:
            return "illegible" if any(map(is_illegible, reading.unread)) else "unread"


def _has_day(part: TimePart, year: int, issued: date | None) -> bool:
    """Tell whether a part has a due day, without counting it: that may need the holidays."""
    match part:
        case Window():
            return True
        case Deadline():
            return part.due is not None
        case Recurring():
            return next(occurrences(part, year=year, start=issued), None) is not None
        case Relative():
            return part.anchor is not None
        case OnEvent() | Continuous() | Reference() | Undated():
            return False
