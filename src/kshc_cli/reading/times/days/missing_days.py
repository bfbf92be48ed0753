"""Days, weeks, months and quarters that the calendar does not have: 31/6, ngày 32, tuần 60, tháng 13, quý V.

And days that are of another weekday than the words say: thứ Năm, ngày 05/12/2025.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from kshc_cli.days import month_length, written
from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.folding import fold
from kshc_cli.reading.times.days.hours import NAMES, weekday_name

_MONTHS: Final = 12
_LEAP_YEAR: Final = 2000
_FIGURES: Final = lazy_pattern(
    r"(?<![\w/.-])(?P<day>\d{1,2}) ?(?P<mark>[/.-]) ?(?P<month>\d{1,2})(?: ?(?P=mark) ?(?P<year>\d{4}))?"
    r"(?![\w/-]|[.]\w)",
    re.ASCII,
)
_SPOKEN: Final = lazy_pattern(
    r"(?<!\w)(?:ngay )?(?P<day>\d{1,2}) thang (?P<month>\d{1,2})(?:(?:,? nam|/) ?(?P<year>\d{4}))?(?!\w)",
    re.ASCII,
)
_MONTH: Final = lazy_pattern(r"(?<!\w)(?:thang|t) ?(?P<month>\d{1,2})(?!\w|\.\d)", re.ASCII)
_MARKED: Final = lazy_pattern(r"(?<!\w)ngay (?P<day>\d{1,2})(?P<mark>[.-])(?P<month>\d{1,2})(?!\w|[./-]\w)", re.ASCII)
"""A day and a month with a dot or dash: only behind "ngày"; with a dash perhaps a span of days."""
_ALONE = r" (?P<number>\d{1,3})(?=\s*(?:$|[,;:)]|[.](?!\d)|(?:hang|moi|cua) ))"
_DAY: Final = lazy_pattern(r"(?<!\w)(?<!moi )(?<!hang )(?<!mot )ngay" + _ALONE, re.ASCII)
_WEEK: Final = lazy_pattern(r"(?<!\w)tuan(?: thu)?" + _ALONE, re.ASCII)
_WEEKDAYS: Final = {fold(name): day for day, names in enumerate(NAMES) for name in names}
_WEEKDAY = rf"(?:thu (?P<weekday>{'|'.join(_WEEKDAYS)})|chu nhat)"
_CALENDAR_DAY = (
    r"(?:ngay )?(?P<day>\d{1,2})(?: ?[/.-] ?| thang )(?P<month>\d{1,2})(?:(?: ?[/.-] ?|,? nam )(?P<year>[1-9]\d{3}))?"
)
_NAMED: Final = tuple(
    lazy_pattern(rf"(?<!\w){pattern}(?![\w/])", re.ASCII)
    for pattern in (rf"{_WEEKDAY},? ?\(?{_CALENDAR_DAY}", rf"{_CALENDAR_DAY}(?: ?\(|, ){_WEEKDAY}")
)
"""A weekday before or behind a day, in folded words."""
_SUNDAY: Final = 6
_LONGEST_MONTH: Final = 31
_LONGEST_YEAR: Final = 53
"""Weeks, by ISO 8601."""
_QUARTERS: Final = frozenset(["1", "2", "3", "4", "01", "02", "03", "04", "i", "ii", "iii", "iv"])
_QUARTER: Final = lazy_pattern(r"(?<!\w)qu[yi] ?(?P<quarter>\d{1,2}|[ivx]+)(?!\w)", re.ASCII)


def missing_day(day: int, month: int, year: int | None = None) -> str | None:
    """Say which of a day and month the calendar does not have; None where there is such a day.

    Without a year 29 February is a day.
    """
    if not 1 <= month <= _MONTHS:
        return _("There is no month {month}.").format(month=month)
    if day < 1:
        return _("There is no day {day}.").format(day=day)
    length = month_length(_LEAP_YEAR if year is None else year, month)
    if day <= length:
        return None
    if month == 2 and year is not None:
        return _("February {year} has {n} days.").format(year=year, n=length)
    return _("Month {month} has {n} days.").format(month=month, n=length)


def missing_in(words: str, year: int) -> str | None:
    """Say which day, week, month or quarter in unread words the calendar lacks, or what weekday one is; else None.

    ``year`` is the plan's, for words that name none.
    """
    return next(_missing(fold(words), year), None)


def _missing(words: str, year: int) -> Iterator[str]:
    for pattern in (_FIGURES, _SPOKEN):
        for found in pattern.finditer(words):
            day, month = int(found["day"]), int(found["month"])
            plausible = pattern is _SPOKEN or found["year"] or found["mark"] == "/"
            if plausible and (sentence := missing_day(day, month, int(found["year"] or year))):
                yield sentence
    yield from _alone(words, year)
    yield from _named(words, year)
    for found in _MONTH.finditer(words):
        if sentence := missing_day(1, int(found["month"])):
            yield sentence
    for found in _QUARTER.finditer(words):
        if found["quarter"] not in _QUARTERS:
            yield _("There is no quarter {quarter}.").format(quarter=found["quarter"].upper())


def _alone(words: str, year: int) -> Iterator[str]:
    """Say which days and weeks that stand without a month no calendar has, and days as ngày 31-6."""
    for found in _MARKED.finditer(words):
        day, month = int(found["day"]), int(found["month"])
        if (found["mark"] == "." or month <= _MONTHS) and (sentence := missing_day(day, month, year)):
            yield sentence
    for found in _DAY.finditer(words):
        if not 1 <= (day := int(found["number"])) <= _LONGEST_MONTH:
            yield _("There is no day {day}.").format(day=day)
    for found in _WEEK.finditer(words):
        if not 1 <= (week := int(found["number"])) <= _LONGEST_YEAR:
            yield _("There is no week {week}.").format(week=week)


def _named(words: str, year: int) -> Iterator[str]:
    """Say what weekday a day is of which the words say another."""
    for pattern in _NAMED:
        for found in pattern.finditer(words):
            day, month = int(found["day"]), int(found["month"])
            if missing_day(day, month, own := int(found["year"] or year)):
                continue
            said = _WEEKDAYS.get(found["weekday"], _SUNDAY)
            if (real := date(own, month, day)).weekday() != said:
                yield _("{day} is a {weekday}.").format(day=written(real), weekday=weekday_name(real.weekday()))
