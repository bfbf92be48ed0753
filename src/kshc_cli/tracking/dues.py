"""The days on which a task falls due: ends of windows, deadlines, occurrences."""

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


@dataclass(frozen=True, slots=True, order=True)
class DueDay:
    """A day on which something falls due; ``occurrence`` names which one, for what comes back."""

    due: date
    occurrence: str | None
    part: int
    """The index of the reading's part that it comes from."""


def due_days(
    reading: TimeReading, *, year: int, start: date | None = None, end: date | None = None
) -> Iterator[DueDay]:
    """Yield the due days from ``start`` to ``end``, both included; without bounds all that the plan has."""
    for index, part in enumerate(reading.parts):
        for due, occurrence in _days(part, year, start, end):
            if (start is None or due >= start) and (end is None or due <= end):
                yield DueDay(due, occurrence, index)


def _days(part: TimePart, year: int, start: date | None, end: date | None) -> Iterator[tuple[date, str | None]]:
    match part:
        case Window():
            yield part.end, None
        case Deadline():
            if part.due is not None:
                yield part.due, None
        case Recurring():
            for occurrence in occurrences(part, year=year, start=start, end=end):
                yield occurrence.due, occurrence.key
        case OnEvent() | Relative() | Continuous() | Reference() | Undated():
            return


def runs_on(reading: TimeReading, *, start: date, end: date) -> bool:
    """Tell whether something in ``reading`` goes on in the period without ending in it."""
    return any(_runs_on(part, start, end) for part in reading.parts)


def _runs_on(part: TimePart, start: date, end: date) -> bool:
    match part:
        case Window():
            return part.start <= end < part.end
        case Continuous():
            return (part.start is None or part.start <= end) and (part.until is None or part.until >= start)
        case _:
            return False


def kind_without_date(reading: TimeReading, *, year: int) -> Kind | Literal["unread"] | None:
    """Return why no date can be computed: the kind of the first part, or ``unread``; None if a date can be computed."""
    if next(due_days(reading, year=year), None) is not None:
        return None
    return reading.parts[0].kind if reading.parts else "unread"
