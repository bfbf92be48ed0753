"""What the tests of times share: a short way to say what a phrase should mean."""

from dataclasses import replace
from datetime import date

from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Continuous, Deadline, OnEvent, Recurring, TimePart, Window

YEAR = 2024


def meaning(text: str, year: int = YEAR) -> list[TimePart]:
    """Return the parts of a text without their words; nothing may be left unread."""
    reading = read_time(text, year=year)
    assert reading.unread == ()
    return [sense(part) for part in reading.parts]


def sense(part: TimePart) -> TimePart:
    """Return what a part means, without what is said beside it: its words, role, article, before, once."""
    match part:
        case Recurring():
            return replace(part, words="", role=None, law=None, before=False, behind=0)
        case Deadline():
            return replace(part, words="", role=None, law=None, before=False)
        case OnEvent():
            return replace(part, words="", role=None, law=None, once=False)
        case _:
            return replace(part, words="", role=None, law=None)


def window(start: str, end: str) -> Window:
    return Window(date.fromisoformat(start), date.fromisoformat(end))


def deadline(due: str) -> Deadline:
    return Deadline(date.fromisoformat(due))


def goes_on(start: str | None = None, until: str | None = None) -> Continuous:
    first, last = (None if day is None else date.fromisoformat(day) for day in (start, until))
    return Continuous(first, last)


def comes_back(rrule: str | None, start: str | None = None, until: str | None = None) -> Recurring:
    bounds = goes_on(start, until)
    return Recurring(rrule, bounds.start, bounds.until)


def written(part: TimePart) -> str:
    """Write what a part means in a line of phrases.tsv: kind, days or rule, marks."""
    fields = ("start", "end", "until", "due", "rrule", "amount", "unit", "anchor", "event", "document", "role")
    behind = f" behind={part.behind}" if isinstance(part, Recurring) and part.behind else ""
    values = [f"{name}={value}" for name in fields if (value := getattr(part, name, None)) is not None]
    marks = [name for name in ("before", "once", "law") if getattr(part, name, None)]
    return " ".join([part.kind.value, *values, *marks]) + behind
