"""The proof that moved words mean what they meant, so many years on: two readings side by side."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any, Final, NamedTuple

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.times.days.year_names import NAME
from kshc_cli.reading.values import TimePart, TimeReading

_FIGURES: Final = lazy_pattern(r"(?:19|20)\d\d|\b[^\W\d_]+\s+[^\W\d_]+(?=\s*#)", re.ASCII)
_NAMED: Final = lazy_pattern(rf"\b{NAME}", re.IGNORECASE)
_DAYS: Final = lazy_pattern(
    r"(?:\b(?:thứ \w+|chủ nhật)[\s,(]*)?(?:ngày )?\d{1,2}\s*(?:[/.-]|tháng)\s*\d{1,2}(?=\D*#)", re.IGNORECASE
)
_DAY_FIELDS: Final = "start", "end", "due", "until", "anchor"
_OTHER_FIELDS: Final = "kind", "role", "law", "before", "behind", "rrule", "once", "amount", "unit"
_WORD_FIELDS: Final = "event", "document"
_WEEK: Final = 7
_FEBRUARY: Final = 2
_LAST_IN_FEBRUARY: Final = 28


class Moved(NamedTuple):
    """What two readings have in common."""

    alike: bool
    """Whether the new one is the old one so many years on."""
    reckoned: tuple[tuple[date, date], ...] = ()
    """Days that are other ones than a year on, as a day of the week says them: the old and the new."""


def compared(
    old: TimeReading, new: TimeReading, years: int, known: AbstractSet[tuple[date, date]] = frozenset()
) -> Moved:
    """Hold a new reading against the old one, ``years`` on; ``known`` are days with those that they are then."""
    same = len(old.parts) == len(new.parts) and list(map(_rest, old.unread)) == list(map(_rest, new.unread))
    if not same or len(new.notes) > len(old.notes):
        return Moved(alike=False)
    reckoned: list[tuple[date, date]] = []
    for one, other in zip(old.parts, new.parts, strict=True):
        if not _is_alike(one, other):
            return Moved(alike=False)
        for before, behind in _days(one, other):
            if (before is None) != (behind is None):
                return Moved(alike=False)
            if before is None or behind is None or is_moved(before, behind, years) or (before, behind) in known:
                continue
            if not _is_same_weekday(before, behind, years):
                return Moved(alike=False)
            reckoned.append((before, behind))
    return Moved(alike=True, reckoned=tuple(reckoned))


def _is_alike(one: TimePart, other: TimePart) -> bool:
    if type(one) is not type(other):
        return False
    if any(getattr(one, name, None) != getattr(other, name, None) for name in _OTHER_FIELDS):
        return False
    return all(_masked(getattr(one, name, None)) == _masked(getattr(other, name, None)) for name in _WORD_FIELDS)


def _days(one: TimePart, other: TimePart) -> Iterator[tuple[date | None, date | None]]:
    for name in _DAY_FIELDS:
        yield getattr(one, name, None), getattr(other, name, None)


def is_moved(old: date, new: date, years: int) -> bool:
    """Tell whether a day is another one so many years on; the last of February is the last of February."""
    if new.year - old.year != years:
        return False
    if (old.month, old.day) == (new.month, new.day):
        return True
    return old.month == new.month == _FEBRUARY and min(old.day, new.day) >= _LAST_IN_FEBRUARY


def _is_same_weekday(old: date, new: date, years: int) -> bool:
    """Tell whether a day is the same one of the week near the same place of another year."""
    on = moved_day(old, years)
    return on is not None and old.weekday() == new.weekday() and abs((new - on).days) < _WEEK


def moved_day(day: date, years: int) -> date | None:
    """Return a day so many years on; None for a 29 February that is not there."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return None


def _rest(words: str) -> str:
    """Return unread words without their days and years, none of which says anything."""
    return _DAYS.sub("#", _NAMED.sub("#", str(_masked(words))))


def _masked(words: Any) -> Any:  # noqa: ANN401  a text or nothing
    """Return words without their years."""
    return _FIGURES.sub("#", words) if isinstance(words, str) else words


def years_of(parts: Iterable[TimePart]) -> frozenset[int]:
    """Return the years of all days of a time."""
    days = (getattr(part, name, None) for part in parts for name in _DAY_FIELDS)
    return frozenset(day.year for day in days if day is not None)
