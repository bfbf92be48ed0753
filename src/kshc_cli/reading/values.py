"""What words mean: one value for each kind of time, and the result of reading a cell."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal


class Kind(StrEnum):
    """The kinds of time, spelt as in YAML and JSON."""

    WINDOW = "window"
    DEADLINE = "deadline"
    RECURRING = "recurring"
    ON_EVENT = "on_event"
    RELATIVE = "relative"
    CONTINUOUS = "continuous"
    REFERENCE = "reference"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Window:
    """Done within a period, first and last day included; late after ``end``."""

    start: date
    end: date
    words: str = ""
    kind: Literal[Kind.WINDOW] = Kind.WINDOW


@dataclass(frozen=True, slots=True)
class Deadline:
    """Done not later than ``due``; late after it. None where the words' day is illegible."""

    due: date | None
    words: str = ""
    kind: Literal[Kind.DEADLINE] = Kind.DEADLINE


@dataclass(frozen=True, slots=True)
class Recurring:
    """Comes back. ``rrule`` is a rule of RFC 5545 (no DTSTART), or None where the words name no period.

    A rule without BYMONTHDAY, BYDAY or BYYEARDAY means whole periods: an occurrence is due on its period's last day.
    ``start`` and ``until`` bound it where they are given; otherwise the plan's year does.
    """

    rrule: str | None
    start: date | None = None
    until: date | None = None
    words: str = ""
    kind: Literal[Kind.RECURRING] = Kind.RECURRING


@dataclass(frozen=True, slots=True)
class OnEvent:
    """Due when something happens; ``event`` is it in words, or None where the words do not name it."""

    event: str | None
    words: str = ""
    kind: Literal[Kind.ON_EVENT] = Kind.ON_EVENT


@dataclass(frozen=True, slots=True)
class Relative:
    """Due ``amount`` units after an event."""

    amount: int
    unit: Literal["day", "working_day", "month"]
    event: str | None
    words: str = ""
    kind: Literal[Kind.RELATIVE] = Kind.RELATIVE


@dataclass(frozen=True, slots=True)
class Continuous:
    """Goes on; never late."""

    start: date | None = None
    until: date | None = None
    words: str = ""
    kind: Literal[Kind.CONTINUOUS] = Kind.CONTINUOUS


@dataclass(frozen=True, slots=True)
class Reference:
    """Set by another document; ``document`` is it in words, or None where it is not named."""

    document: str | None
    words: str = ""
    kind: Literal[Kind.REFERENCE] = Kind.REFERENCE


@dataclass(frozen=True, slots=True)
class Undated:
    """A blank, or words that are no time."""

    words: str = ""
    kind: Literal[Kind.UNDATED] = Kind.UNDATED


TimePart = Window | Deadline | Recurring | OnEvent | Relative | Continuous | Reference | Undated
"""One part of what a time cell means; ``words`` is the span of the cell that it was read from."""


@dataclass(frozen=True, slots=True)
class TimeReading:
    """A time cell, read: its parts in the order of the words, the words left unread, and notes on slips read over."""

    parts: tuple[TimePart, ...]
    unread: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgencyReading:
    """An agency cell, read: ids in the order of the words (a repeated body stands again), and the words left unread."""

    agencies: tuple[str, ...]
    unread: tuple[str, ...] = ()
