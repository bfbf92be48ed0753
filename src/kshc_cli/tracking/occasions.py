"""The times that a task is to be done, whoever does it: its days by the plan, and those that events begin."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Literal

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.days import written
from kshc_cli.messages import _
from kshc_cli.reading.times.events import is_same_event
from kshc_cli.reading.values import Continuous, Kind, OnEvent, Recurring, Relative, TimeReading, anchored
from kshc_cli.tracking.dues import DueDay, due_days_of
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.tracking.period_names import period_name
from kshc_cli.tracking.progress_log import Entry


@dataclass(frozen=True, slots=True)
class Occasion:
    """One time that a task is to be done."""

    key: str | None
    """What names it in the log: an occurrence's key, the day of the event that began it, the day by the words.

    None where the words say one thing only; where they say more, what has no day goes by its kind. No entry changes
    the key of an occasion that is there without it.
    """
    kind: Kind | Literal["unread"]
    part: int | None
    """The index of the reading's part that it comes from; None where nothing was read."""
    day: DueDay | None = None
    """The day that counts by the plan, or by what an entry says of its event; None where there is none."""
    begins: date | None = None
    """The first day on which it can be done, where that is known."""
    waits: bool = False
    """Whether it stands for an event that has not happened."""
    runs_from: date | None = None
    """Of what comes back: the day behind which nothing earlier is due any more; before it, it is not its turn."""

    event: date | None = None
    """The day of the event that began it."""

    @property
    def turn(self) -> date | None:
        """The first day on which it is its turn: its own, or the one behind the occasion before it."""
        if self.begins is not None or self.runs_from is None:
            return self.begins
        return self.runs_from + timedelta(days=1)

    @property
    def period(self) -> str | None:
        """The key by which people speak of it: that of the calendar's period that its words name, else its own."""
        return (self.key and self.day and self.day.period) or self.key

    def name(self, year: int) -> str:
        """Return what it is called in words in a plan of ``year``; nothing where it is the only one of its task."""
        if self.event is not None:
            return _("event of {day}").format(day=written(self.event))
        key = self.period or ""
        return self.day.called(key, year) if self.day else period_name(key, year)


def occasions_of(reading: TimeReading, *, office: OfficeCalendar, events: Iterable[Entry] = ()) -> tuple[Occasion, ...]:
    """Return the times that a task is to be done, in the order of its words, then of their days.

    ``events`` are the entries that say that what the task waits for has happened; of two on one day the last counts.
    """
    happened = {entry.date: entry for entry in events}
    found = [*_dated(reading, office), *_begun(reading, office, happened)]
    found += _undated(reading, waits=not happened)
    found.sort(key=lambda one: -1 if one.part is None else one.part)
    return tuple(_named(found, alone=len(reading.parts) < 2))


def waits_for_event(reading: TimeReading) -> bool:
    """Tell whether a task has a duty that an event begins."""
    return any(isinstance(part, OnEvent) or _is_open_limit(part) for part in reading.parts)


def _is_open_limit(part: object) -> bool:
    return isinstance(part, Relative) and part.anchor is None


def _dated(reading: TimeReading, office: OfficeCalendar) -> Iterator[Occasion]:
    for index, part in enumerate(reading.parts):
        before: date | None = None
        for day in due_days_of(reading, index, office=office):
            yield Occasion(day.occurrence, part.kind, index, day, day.begins, runs_from=before)
            before = day.due


def _begun(reading: TimeReading, office: OfficeCalendar, happened: Mapping[date, Entry]) -> Iterator[Occasion]:
    """Yield what events began: the time limits that run from them or, without any, what is done when they happen."""
    limits = [index for index, part in enumerate(reading.parts) if _is_open_limit(part)]
    others = [index for index, part in enumerate(reading.parts) if isinstance(part, OnEvent)]
    for on, entry in sorted(happened.items()):
        counted = anchored(reading, on)
        for index in limits or others[:1]:
            known = next(due_days_of(counted, index, office=office), None)
            stated = known if _is_of_first(reading, index) else None
            key = on.isoformat()
            day = _counted(entry.due, stated, index, on)
            yield Occasion(key, reading.parts[index].kind, index, day, on, event=on)


def _is_of_first(reading: TimeReading, index: int) -> bool:
    """Tell whether a part runs from the event that the task waits for first: which one happened, no entry says.

    Khi có đơn; không quá 30 ngày kể từ ngày thụ lý: the limit does not run from the day of the petition.
    """
    waiting = (part for part in reading.parts if isinstance(part, OnEvent) or _is_open_limit(part))
    first, own = next(waiting, None), reading.parts[index]
    events = [part.event if isinstance(part, OnEvent | Relative) else None for part in (first, own)]
    return is_same_event(*events)


def _counted(due: date | None, stated: DueDay | None, index: int, on: date) -> DueDay | None:
    """Return the day that an entry names or else the one counted by the words."""
    if due is not None:
        return DueDay(due, due, due, on.isoformat(), index, event=on)
    return replace(stated, occurrence=on.isoformat(), event=on) if stated else None


def _undated(reading: TimeReading, *, waits: bool) -> Iterator[Occasion]:
    """Yield what has no day; what waits for an event stands there until one has happened."""
    waiting = False
    for index, part in enumerate(reading.parts):
        match part:
            case OnEvent() | Relative(anchor=None):
                if waits and not waiting:
                    yield Occasion(None, part.kind, index, waits=True)
                waiting = True
            case Continuous():
                yield Occasion(None, part.kind, index, begins=part.start)
            case Recurring(rrule=str()):
                pass
            case _ if part.kind in {Kind.RECURRING, Kind.REFERENCE, Kind.UNDATED} or _has_no_day(part):
                yield Occasion(None, part.kind, index)
            case _:
                pass
    if not reading.parts:
        yield Occasion(None, "unread", None)


def _has_no_day(part: object) -> bool:
    return getattr(part, "kind", None) == Kind.DEADLINE and getattr(part, "due", None) is None


def _named(occasions: list[Occasion], *, alone: bool) -> Iterator[Occasion]:
    """Give keys to those without one, each its own, unless their words stand ``alone``."""
    used: Counter[str | None] = Counter()
    for one in occasions:
        key = one.key
        if key is None and not alone:
            key = one.day.stated.isoformat() if one.day else str(one.kind)
        used[key] += 1
        yield replace(one, key=key if used[key] == 1 else f"{key or one.kind}/{used[key]}")
