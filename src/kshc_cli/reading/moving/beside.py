"""What stands beside a day and is reckoned anew with it: its day of the week, and the lunar day that it is."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.times.days.hours import weekday_name
from kshc_cli.reading.times.days.lunar import LUNAR_BEFORE, LUNAR_BEHIND, lunar_day, lunar_year, named_day

_WEEKDAYS: Final = (
    ("hai", "2"),
    ("ba", "3"),
    ("tư", "4"),
    ("năm", "5"),
    ("sáu", "6"),
    ("bảy", "7", "bẩy"),
)
"""What a day of the week is called behind “thứ”, from Monday on; Sunday has a name of its own."""
_SUNDAY: Final = 6
_NAMED: Final = (
    r"(?:(?P<ordinal>thứ)\s+(?P<name>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(?P<sunday>chủ\s+nhật)|(?P<short>CN|T[2-7]))\b"
)
_WEEKDAY: Final = lazy_pattern(rf"\b{_NAMED}", re.IGNORECASE)
_WEEKDAY_BEFORE: Final = lazy_pattern(rf"\b{_NAMED}[\s,(]*(?:ngày\s+)?$", re.IGNORECASE)
_WEEKDAY_BEHIND: Final = lazy_pattern(rf"[\s,(]*{_NAMED}", re.IGNORECASE)
_WITHOUT_YEAR: Final = lazy_pattern(
    rf"\b{_NAMED}[\s,(]*(?:ngày\s+)?\d{{1,2}}(?:\s*[/.-]\s*|\s+tháng\s+)\d{{1,2}}(?!\s*(?:[/.-]|,?\s*năm)\s*\d|\d)",
    re.IGNORECASE,
)
"""A day of the week beside a day without a year, which nothing here moves."""
_PADDED: Final = 2
"""Months before this one, too, are written in two figures (Nghị định 30/2020/NĐ-CP, Phụ lục I); days all are."""


class Told(NamedTuple):
    """What was reckoned."""

    day: date
    """The day in the new year."""
    is_lunar: bool
    """Whether the words say which day of the lunar calendar it is: such a day comes back each year."""
    is_weekday: bool
    """Whether they say its day of the week."""

    def sentences(self) -> Iterator[str]:
        """Yield what is told of it, without an end."""
        written = f"{self.day.day}/{self.day.month}/{self.day.year}"
        if self.is_lunar:
            yield _("the lunar day is {day}").format(day=written)
        if self.is_weekday:
            yield _("{day} is a {weekday}").format(day=written, weekday=weekday_name(self.day.weekday()))


class Beside(NamedTuple):
    """The words around a year that change with it: the last ones before it and the first ones behind it."""

    before: int
    """How many characters before the year."""
    behind: int
    """How many behind it."""
    ahead: str
    """What stands in place of those before it."""
    tail: str
    """What stands in place of those behind it."""
    told: Told


def is_named(before: str, behind: str) -> bool:
    """Tell whether words name a day of the week directly before or behind a day."""
    return bool(_WEEKDAY_BEFORE.search(before) or _WEEKDAY_BEHIND.match(behind))


def reckoned(before: str, day: re.Match[str], behind: str, years: tuple[int, int]) -> Beside | None:
    """Return how a day of the first of two years, and what stands beside it, is written in the second one.

    None where nothing stands beside it, or the words do not fit together in the first year or cannot in the second.
    """
    old, new = (day_in(year, day) for year in years)
    ahead, tail = _WEEKDAY_BEFORE.search(before[: day.start()]), _WEEKDAY_BEHIND.match(behind)
    named = ahead or tail
    lunar = LUNAR_BEHIND.match(behind) or LUNAR_BEFORE.search(before[: (ahead or day).start()])
    if old is None or not (named or lunar) or (named and _number(named) != old.weekday()):
        return None
    if _WITHOUT_YEAR.search(before[: day.start()]) or _WITHOUT_YEAR.search(behind):
        return None
    if lunar:
        new = _same_lunar_day(lunar, old, years[1] - years[0])
    if new is None or new.year != years[1]:
        return None
    words = _with_day(day, new) if lunar else day[0]
    told = Told(new, is_lunar=bool(lunar), is_weekday=bool(named))
    start, end = _bounds(named) if named else (0, 0)
    if ahead:
        return Beside(len(before) - start, 0, _called(ahead, new) + before[end : day.start()] + words, "", told)
    following = behind[:start] + _called(tail, new) if tail else ""
    return Beside(len(before) - day.start(), end, words, following, told)


def _bounds(found: re.Match[str]) -> tuple[int, int]:
    """Return where the name of the day of the week stands in the words."""
    for one in _WEEKDAY.finditer(found.string, found.start(), found.end()):
        return one.span()
    return found.span()


def _number(found: re.Match[str]) -> int:
    """Return which day of the week is named; 0 is Monday."""
    if found["short"]:
        return _SUNDAY if found["short"].lower() == "cn" else int(found["short"][1]) - 2
    if found["sunday"]:
        return _SUNDAY
    return next(number for number, names in enumerate(_WEEKDAYS) if found["name"].lower() in names)


def _called(found: re.Match[str], day: date) -> str:
    """Return what another day of the week is called, in the way in which one is."""
    number = day.weekday()
    if found["short"]:
        return "CN" if number == _SUNDAY else f"T{number + 2}"
    said = found["name"] or found["sunday"]
    is_capital = said[0].isupper() or (said.isdigit() and found["ordinal"][0].isupper())
    if number == _SUNDAY:
        name = "Chủ nhật" if is_capital else "chủ nhật"
        return name.upper() if said.isupper() and len(said) > 1 else name
    name = _WEEKDAYS[number][said.isdigit()]
    if said.isupper() and len(said) > 1:
        name = name.upper()
        return f"{(found['ordinal'] or 'thứ').upper()} {name}"
    ordinal = found["ordinal"] or ("Thứ" if is_capital and not found.start() else "thứ")
    return f"{ordinal} {name.title() if is_capital else name}"


def _same_lunar_day(found: re.Match[str], old: date, years: int) -> date | None:
    """Return the day of the same lunar day so many years on; None where the old day is not that one."""
    year = lunar_year(found, old)
    return None if year is None else lunar_day(year + years, *named_day(found))


def _with_day(found: re.Match[str], new: date) -> str:
    """Return the words of a day with another day and month, in figures as they are written."""
    words, base = found[0], found.start()
    for name, number, limit in (("month", new.month, _PADDED + 1), ("day", new.day, 10)):
        old = found[name]
        padded = (len(old) > 1 and int(old) < 10) or (number < limit and not (len(old) == 1 and int(old) < limit))
        begin, end = (place - base for place in found.span(name))
        words = f"{words[:begin]}{number:02}{words[end:]}" if padded else f"{words[:begin]}{number}{words[end:]}"
    return words


def day_in(year: int, day: re.Match[str]) -> date | None:
    """Return a day that is named by its figures; None where a year has none such, or the figures are blank."""
    try:
        return date(year, int(day["month"]), int(day["day"]))
    except ValueError:
        return None
