"""Readings that a plan states beside its words, where the words alone cannot say it."""

from typing import Annotated, Literal

from kshc_cli.plan.record import WHOLE, Field, IsoDate, Record, ToldApart, Truth, Words


class GivenWindow(Record):
    """To be done within a period."""

    kind: Literal["window"]
    """A period with a first and a last day."""
    start: Annotated[IsoDate, Field(title="Ngày đầu")]
    """The first day of the period."""
    end: Annotated[IsoDate, Field(title="Ngày cuối")]
    """The last day of the period; late from the day after."""


class GivenDeadline(Record):
    """To be done not later than a day."""

    kind: Literal["deadline"]
    """A last day."""
    due: Annotated[IsoDate, Field(title="Hạn")]
    """The last day; late from the day after."""
    before: Annotated[Truth, Field(title="Lời văn ghi “trước”")] = False
    """Whether the words say “trước” that very day, so that calendar.before decides about it."""


class GivenRecurring(Record):
    """Comes back by a rule."""

    kind: Literal["recurring"]
    """Something that comes back."""
    rrule: Annotated[Words | None, Field(title="Chu kỳ")] = None
    """A recurrence rule (RFC 5545, section 3.3.10): FREQ=MONTHLY is each month, FREQ=MONTHLY;INTERVAL=3 each quarter.

    Without BYMONTHDAY or BYDAY each occurrence is a whole period and is due on its last day."""
    start: Annotated[IsoDate | None, Field(title="Tính từ ngày")] = None
    """The day the rule counts from; without it the first day of the plan's year."""
    until: Annotated[IsoDate | None, Field(title="Đến ngày")] = None
    """The last day of the rule; without it the last day of the plan's year."""
    before: Annotated[Truth, Field(title="Lời văn ghi “trước”")] = False
    """Whether the words say “trước” the rule's days, so that calendar.before decides about them."""


class GivenOnEvent(Record):
    """Due when something happens."""

    kind: Literal["on_event"]
    """Something that waits for an event."""
    event: Annotated[Words | None, Field(title="Sự kiện")] = None
    """The event, in words."""


class GivenRelative(Record):
    """Due a number of days or months after an event."""

    kind: Literal["relative"]
    """A time limit that runs from an event."""
    amount: Annotated[int, Field(title="Số lượng", ge=1, le=1000), WHOLE]
    """How many units."""
    unit: Annotated[Literal["day", "working_day", "month"], Field(title="Đơn vị tính")]
    """The unit: calendar days, working days or months."""
    event: Annotated[Words | None, Field(title="Sự kiện")] = None
    """The event it runs from, in words."""
    anchor: Annotated[IsoDate | None, Field(title="Ngày xảy ra sự kiện")] = None
    """The day of the event, once it is known; it is not counted (Bộ luật Dân sự 2015, Điều 147)."""


class GivenContinuous(Record):
    """Goes on, without an end by which it could be late."""

    kind: Literal["continuous"]
    """Something that goes on."""
    start: Annotated[IsoDate | None, Field(title="Từ ngày")] = None
    """The day it begins."""
    until: Annotated[IsoDate | None, Field(title="Đến ngày")] = None
    """The last day of it."""


class GivenReference(Record):
    """Set by another document."""

    kind: Literal["reference"]
    """Something that another document sets."""
    document: Annotated[Words | None, Field(title="Văn bản")] = None
    """The document, in words."""


class GivenUndated(Record):
    """Words that are no time."""

    kind: Literal["undated"]
    """No time at all."""


GivenReading = Annotated[
    GivenWindow
    | GivenDeadline
    | GivenRecurring
    | GivenOnEvent
    | GivenRelative
    | GivenContinuous
    | GivenReference
    | GivenUndated,
    ToldApart(),
]
"""One part of what a time cell means."""
