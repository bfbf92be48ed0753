"""What the occasions of a task are called: the key in the log, and the words in which people speak of it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.folding import fold
from kshc_cli.reading.times.kind_names import kind_name
from kshc_cli.reading.values import Kind

_ROMAN: Final = ("I", "II", "III", "IV")
_KEY: Final = lazy_pattern(
    r"(?P<year>[12]\d{3})(?:-(?:(?P<month>0[1-9]|1[0-2])|Q(?P<quarter>[1-4])|H(?P<half>[12])|W(?P<week>\d{2})))?",
    re.ASCII,
)
_DAY: Final = lazy_pattern(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_YEAR: Final = r"(?:\s*(?:[/-]|nam)?\s*(?P<year>\d{4}))?"
_SPOKEN: Final = (
    (lazy_pattern(rf"(?:qu[yi]|q)\s*\.?\s*(?P<n>iv|i{{1,3}}|0?[1-4]){_YEAR}", re.ASCII), "{year}-Q{n}"),
    (lazy_pattern(rf"(?:thang|t)\s*\.?\s*(?P<n>\d{{1,2}}){_YEAR}", re.ASCII), "{year}-{n:0>2}"),
    (lazy_pattern(r"(?P<n>\d{1,2})(?:\s*[/-]\s*(?P<year>\d{4}))?", re.ASCII), "{year}-{n:0>2}"),
    (lazy_pattern(rf"(?:tuan|w)\s*(?P<n>\d{{1,2}}){_YEAR}", re.ASCII), "{year}-W{n:0>2}"),
    (lazy_pattern(r"(?P<n>\d{1,2})", re.ASCII), "{year}-W{n:0>2}"),
    (lazy_pattern(rf"h\s*(?P<n>[12]){_YEAR}", re.ASCII), "{year}-H{n}"),
    (
        lazy_pattern(
            rf"(?:6|06|sau) thang(?: dau nam| dau)?{_YEAR}|nua dau nam{_YEAR.replace('year', 'other')}", re.ASCII
        ),
        "{year}-H1",
    ),
    (
        lazy_pattern(
            rf"(?:6|06|sau) thang cuoi(?: nam)?{_YEAR}|nua cuoi nam{_YEAR.replace('year', 'other')}", re.ASCII
        ),
        "{year}-H2",
    ),
    (lazy_pattern(r"(?:ca )?nam(?:\s*(?P<year>\d{4}))?|year", re.ASCII), "{year}"),
    (lazy_pattern(r"(?P<year>\d{4})-(?P<n>\d{1,2})", re.ASCII), "{year}-{n:0>2}"),
)
"""How people call a period, folded, with the key that it means; what the words leave out is the plan's year.

A bare number is a month, or a week where the task has no such month.
"""

_DAYS: Final = lazy_pattern(
    r"(?:ngay |dot )?(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>\d{4}))?", re.ASCII
)
_SPANS: Final = {1: "{year}-{month:02}", 3: "{year}-Q{number}", 6: "{year}-H{number}", 12: "{year}"}
"""Periods of the calendar by their months, with their key."""
_QUARTERS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def period_name(key: str, year: int) -> str:
    """Return what an occasion is called in words: Tháng 6, Quý II, 6 tháng đầu năm; other keys as they are.

    Periods of another year than the plan's ``year`` tell theirs. What has no day goes by its kind, and where several
    would have one key, the later ones by their number behind it: ``continuous/2``.
    """
    first, slash, number = key.rpartition("/")
    if not (slash and number.isdecimal()):
        first, number = key, ""
    is_kind = first in set(Kind)
    name = kind_name(first) if is_kind else _calendar_name(first, year)
    if name == first and not is_kind:  # no key, but what somebody typed: 31/7
        return key
    return f"{name} ({number})" if number else name


def occasion_name(key: str, year: int, first: date | None, last: date) -> str:
    """Return what an occasion is called that begins on ``first`` and is due on ``last`` by the words.

    A span that the calendar has no name for, and that its first day would stand for in the log, goes by both days.
    """
    if first is None or first == last or key != first.isoformat():
        return period_name(key, year)
    return f"{first:{'%d/%m' if first.year == last.year else '%d/%m/%Y'}}–{last:%d/%m/%Y}"


def _calendar_name(key: str, year: int) -> str:
    if day := _DAY.fullmatch(key):
        return f"{day[3]}/{day[2]}/{day[1]}"
    found = _KEY.fullmatch(key)
    if found is None or (found["week"] and not _is_week(int(found["year"]), int(found["week"]))):
        return key
    own = int(found["year"]) == year
    if found["month"]:
        name = _("month {n}") if own else _("month {n} of {year}")
        return name.format(n=int(found["month"]), year=found["year"])
    if found["quarter"]:
        name = _("quarter {n}") if own else _("quarter {n} of {year}")
        return name.format(n=_ROMAN[int(found["quarter"]) - 1], year=found["year"])
    if found["half"]:
        return _half_year(found["half"], "" if own else found["year"])
    if found["week"]:
        return _week(int(found["year"]), int(found["week"]), "%d/%m" if own else "%d/%m/%Y")
    return _("year {n}").format(n=found["year"])


def _half_year(number: str, year: str) -> str:
    if year:
        name = _("first half-year of {year}") if number == "1" else _("second half-year of {year}")
        return name.format(year=year)
    return _("first half-year") if number == "1" else _("second half-year")


def _is_week(year: int, number: int) -> bool:
    """Tell whether a year has a week of that number: 28 December lies in its last one."""
    return 1 <= number <= date(year, 12, 28).isocalendar().week


def _week(year: int, number: int, form: str) -> str:
    monday = date.fromisocalendar(year, number, 1)
    sunday = monday + timedelta(days=6)
    return _("week {n} ({first} to {last})").format(n=number, first=f"{monday:{form}}", last=f"{sunday:{form}}")


def calendar_period(first: date, last: date) -> str | None:
    """Return the key of the month, quarter, half-year or year that two days begin and end; None for other spans."""
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    if first.day != 1 or (last + timedelta(days=1)).day != 1 or months not in _SPANS or (first.month - 1) % months:
        return None
    return _SPANS[months].format(year=first.year, month=first.month, number=(first.month - 1) // months + 1)


def span_of(key: str) -> tuple[date, date] | None:
    """Return the first and the last day of the period of the calendar that a key names; None for other keys."""
    found = _KEY.fullmatch(key)
    if found is None:
        return None
    year = int(found["year"])
    if found["week"]:
        if not _is_week(year, int(found["week"])):
            return None
        monday = date.fromisocalendar(year, int(found["week"]), 1)
        return monday, monday + timedelta(days=6)
    months = 1 if found["month"] else 3 if found["quarter"] else 6 if found["half"] else 12
    number = int(found["month"] or found["quarter"] or found["half"] or 1)
    end = months * number
    return date(year, end - months + 1, 1), date(year + end // 12, end % 12 + 1, 1) - timedelta(days=1)


def period_keys(words: str, year: int) -> Iterator[str]:
    """Yield the keys that a person may mean by words: Q2, quý II, 6 tháng, 8, tháng 8, 2026-H1, 20/6; and the words.

    What leaves its year out is of the plan's ``year``.
    """
    yield words.strip()
    plain = fold(words)
    for pattern, key in _SPOKEN:
        if found := pattern.fullmatch(plain):
            named = found.groupdict()
            number = named.get("n") or ""
            yield key.format(
                year=named.get("year") or named.get("other") or year, n=_QUARTERS.get(number, number.lstrip("0"))
            )
    if found := _DAYS.fullmatch(plain):
        yield f"{found['year'] or year}-{found['month']:0>2}-{found['day']:0>2}"
    yield words.strip().upper()
    yield f"{year}-{words.strip().upper()}"
