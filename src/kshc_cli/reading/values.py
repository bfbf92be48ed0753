"""What words mean: one value for each kind of time, and the result of reading a cell."""

from datetime import date
from enum import StrEnum
from typing import Final, Literal

from kshc_cli.dataclass import dataclass, replace

_YEAR: Final = 360
"""Days of a period that is hardly shorter than a year."""


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


class Role(StrEnum):
    """What is done then, where the words say it, spelt as in JSON."""

    FINISH = "finish"
    OPERATE = "operate"
    REPORT = "report"
    PILOT = "pilot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What every part of a time has beside its own fields."""

    role: Role | None = None
    law: str | None = None
    """The article by which words such as "cuối tháng" mean a certain day; None where the words say it themselves."""
    read_by: str | None = None
    """The plug-in that read the words, ``PACKAGE/NAME``; None where kshc did."""


@dataclass(frozen=True, slots=True)
class Window(Part):
    """Done within a period, first and last day included; late after ``end``."""

    start: date
    end: date
    words: str = ""
    kind: Literal[Kind.WINDOW] = Kind.WINDOW

    @property
    def is_whole_years(self) -> bool:
        """Whether it begins and ends with a year."""
        return (self.start.month, self.start.day, self.end.month, self.end.day) == (1, 1, 12, 31)

    @property
    def is_long(self) -> bool:
        """Whether it says hardly more than the year."""
        return (self.end - self.start).days >= _YEAR


@dataclass(frozen=True, slots=True)
class Deadline(Part):
    """Done not later than ``due``; late after it. None where the words' day is illegible.

    ``before`` tells that the words say "trước" that very day; the plan's policy decides whether the day itself is in
    time.
    """

    due: date | None
    words: str = ""
    before: bool = False
    kind: Literal[Kind.DEADLINE] = Kind.DEADLINE


@dataclass(frozen=True, slots=True)
class Recurring(Part):
    """Comes back. ``rrule`` is a rule of RFC 5545 (no DTSTART), or None where the words name no period.

    A rule without BYMONTHDAY, BYDAY or BYYEARDAY means whole periods: an occurrence is due on its period's last day.
    ``start`` and ``until`` bound it where they are given; otherwise the plan's year does. ``before``: see ``Deadline``.
    ``behind`` are the months of the period that each occurrence is about and stands behind: 1 of "ngày 05 tháng sau",
    3 of "ngày 15 tháng đầu quý sau", 0 where it is due in its own period. The bounds are those of the periods.
    """

    rrule: str | None
    start: date | None = None
    until: date | None = None
    words: str = ""
    before: bool = False
    behind: int = 0
    kind: Literal[Kind.RECURRING] = Kind.RECURRING


@dataclass(frozen=True, slots=True)
class OnEvent(Part):
    """Due when something happens; ``event`` is it in words, or None where the words do not name it.

    ``once`` tells that the words mean one happening (sau khi …), not each one (khi …, đột xuất).
    """

    event: str | None
    words: str = ""
    once: bool = False
    kind: Literal[Kind.ON_EVENT] = Kind.ON_EVENT


@dataclass(frozen=True, slots=True)
class Relative(Part):
    """Due ``amount`` units after an event; ``anchor`` is the day of the event, None until it is known."""

    amount: int
    unit: Literal["day", "working_day", "month"]
    event: str | None
    words: str = ""
    anchor: date | None = None
    kind: Literal[Kind.RELATIVE] = Kind.RELATIVE


@dataclass(frozen=True, slots=True)
class Continuous(Part):
    """Goes on; never late."""

    start: date | None = None
    until: date | None = None
    words: str = ""
    kind: Literal[Kind.CONTINUOUS] = Kind.CONTINUOUS


@dataclass(frozen=True, slots=True)
class Reference(Part):
    """Set by another document; ``document`` is it in words, or None where it is not named."""

    document: str | None
    words: str = ""
    kind: Literal[Kind.REFERENCE] = Kind.REFERENCE


@dataclass(frozen=True, slots=True)
class Undated(Part):
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
class Remark:
    """Words that stand beside a body, as typed."""

    agency: str
    words: str


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a task in prose that say who does it or when: characters of its content."""

    field: Literal["lead", "coop", "time"]
    start: int
    end: int
    is_read: bool = True
    """False of a time that cannot be read, or is perhaps not when the task is due."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Words that hold for a task in paragraphs because a line above it says them."""

    field: Literal["lead", "coop", "time"]
    words: str
    line: str
    """The first words of that line or task."""


def anchored(reading: TimeReading, day: date) -> TimeReading:
    """Return the reading with ``day`` as the day of the event from which its time limits run, where it is not known."""
    parts = (
        replace(part, anchor=day) if isinstance(part, Relative) and part.anchor is None else part
        for part in reading.parts
    )
    return replace(reading, parts=tuple(parts))


@dataclass(frozen=True, slots=True)
class AgencyReading:
    """An agency cell, read: ids in the order of the words (a repeated body stands again), and the words left unread."""

    agencies: tuple[str, ...]
    unread: tuple[str, ...] = ()
    scopes: tuple[Remark, ...] = ()
    """Words in brackets right behind a body that say which part of it is meant."""
    duties: tuple[Remark, ...] = ()
    """Words beside a body that say what it does."""
    excluded: tuple[str, ...] = ()
    """Bodies that the words take out, so that they do not come in through a group of the cell."""
    joins: frozenset[int] = frozenset()
    """Which of ``agencies``, counted from 0, the words give cooperation only: Chủ trì: A / Phối hợp: B."""

    @property
    def leading(self) -> tuple[str, ...]:
        """The bodies that do what the cell's column says."""
        return tuple(agency for index, agency in enumerate(self.agencies) if index not in self.joins)

    @property
    def cooperating(self) -> tuple[str, ...]:
        """The bodies that only cooperate."""
        return tuple(agency for index, agency in enumerate(self.agencies) if index in self.joins)
