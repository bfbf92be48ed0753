"""Occurrences of what comes back, computed from the rule's start and never from the last occurrence.

A rule that names no day means whole periods of the calendar: ``FREQ=MONTHLY;INTERVAL=3`` quarters from January on,
``FREQ=YEARLY;BYMONTH=12`` every December; an occurrence is due on its period's last day. dateutil computes the days of
a rule that names days, after RFC 5545: ``BYMONTHDAY=31`` skips shorter months. The last day of every month is
``BYMONTHDAY=-1``, and "the 30th, or the last day before it" is ``BYMONTHDAY=28,29,30;BYSETPOS=-1``; the reader of words
writes these, so that "ngày 31 hằng tháng" falls due in February too, and every calendar program computes the same days.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import lru_cache
from itertools import count as counting
from itertools import islice, pairwise
from typing import Final

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.reading.recurrence.rrule import WEEKDAYS, RecurrenceRule, RuleError, read_rule
from kshc_cli.reading.values import Recurring

FARTHEST: Final = 50
"""Occurrences are looked for up to this many years after the plan's, whatever a reading's ``until`` says."""

_DAY: Final = timedelta(days=1)
_CYCLE: Final = timedelta(days=146_097)
"""400 years: after them the Gregorian calendar repeats itself, leap years and weekdays included."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that something comes back: from ``start`` on, due on ``due``, both included.

    ``key`` names it for good: the period (2024, 2024-H1, 2024-Q2, 2024-06, 2024-W05) if the rule has one occurrence in
    it, so that it stays the same when the day in the rule is moved; otherwise the ISO date.
    """

    key: str
    start: date
    due: date
    by_weekday: bool = False
    """Whether the rule names weekdays: what it puts on a Saturday is meant for a Saturday."""
    working_day: int = 0
    """1 or -1 where the first or last working day of the month is meant, of which a rule knows no days off."""


def rule_problem(rrule: str) -> str | None:
    """Say in a sentence what is wrong with a rule; None where it is right."""
    try:
        read_rule(rrule)
    except RuleError as problem:
        return problem.sentence()
    return None


def occurrences(
    part: Recurring, *, year: int, start: date | None = None, end: date | None = None
) -> Iterator[Occurrence]:
    """Yield the occurrences that are due from ``start`` to ``end``, in order.

    They lie within the part's own bounds, or within the plan's ``year``; a period whose last day lies beyond the bounds
    is none. COUNT counts from the first of them. Without a rule, or with a wrong one, there are none.
    """
    if part.rrule is None:
        return
    try:
        rule = read_rule(part.rrule)
    except RuleError:
        return
    first = part.start or date(year, 1, 1)
    last = min(part.until or date(year, 12, 31), rule.until or date.max, date(year + FARTHEST, 12, 31))
    if first > last:
        return
    for occurrence in islice(_of_periods(rule, first, last, part.behind), rule.count):
        if end is not None and occurrence.due > end:
            return
        if start is None or occurrence.due >= start:
            yield occurrence


def _of_periods(rule: RecurrenceRule, first: date, last: date, behind: int) -> Iterator[Occurrence]:
    """Yield the occurrences in the bounds, or those ``behind`` months after the periods in them, called by these."""
    if not behind:
        yield from _all(rule, first, last)
        return
    end = _months_later(last.replace(day=1), behind + 1) - _DAY
    for one in _all(rule, _months_later(first.replace(day=1), behind), end):
        month = _months_later(one.due.replace(day=1), -behind)
        key = f"{month:%Y-%m}" if behind == 1 else f"{month:%Y}-Q{(month.month + 2) // 3}"
        yield replace(one, key=key)


def never_fires(part: Recurring, year: int) -> bool:
    """Tell whether a rule has no occurrence in its bounds: 30 February, or a start after the end."""
    return part.rrule is not None and next(occurrences(part, year=year), None) is None


def _all(rule: RecurrenceRule, first: date, last: date) -> Iterator[Occurrence]:
    for occurrence in _whole_periods(rule, first, last) if rule.whole else _days(rule, first, last):
        if occurrence.due > last:
            return
        if occurrence.due >= first:
            yield occurrence


def _whole_periods(rule: RecurrenceRule, first: date, last: date) -> Iterator[Occurrence]:
    if rule.freq == "YEARLY" and rule.months:
        for year in range(first.year, last.year + 1, rule.interval):
            for month in rule.months:
                begin = date(year, month, 1)
                yield _period(rule, begin, _months_later(begin, 1))
        return
    origin = _first_step(rule, first)
    for begin, following in pairwise(_step(rule, origin, number) for number in counting()):
        if begin > last:
            return
        if not rule.months or begin.month in rule.months:
            yield _period(rule, begin, following)


def _period(rule: RecurrenceRule, begin: date, following: date) -> Occurrence:
    return Occurrence(_period_key(rule, begin), begin, following - _DAY)


def _period_key(rule: RecurrenceRule, begin: date) -> str:
    match rule.freq, rule.interval:
        case "YEARLY", _ if rule.months:
            return f"{begin:%Y-%m}"
        case ("YEARLY", _) | ("MONTHLY", 12):
            return f"{begin:%Y}"
        case "MONTHLY", 6:
            return f"{begin:%Y}-H{(begin.month + 5) // 6}"
        case "MONTHLY", 3:
            return f"{begin:%Y}-Q{(begin.month + 2) // 3}"
        case "MONTHLY", 1:
            return f"{begin:%Y-%m}"
        case "WEEKLY", 1:
            return _week_key(begin)
        case _:
            return begin.isoformat()


def _week_key(day: date) -> str:
    week = day.isocalendar()
    return f"{week.year}-W{week.week:02}"


def _first_step(rule: RecurrenceRule, first: date) -> date:
    """Return the first day of the step that holds ``first``.

    Whole periods of months that part the year evenly begin in January; a rule that names days counts from ``first``.
    """
    match rule.freq:
        case "YEARLY":
            return date(first.year, 1, 1)
        case "MONTHLY":
            even = rule.whole and 12 % rule.interval == 0
            return date(first.year, first.month - ((first.month - 1) % rule.interval if even else 0), 1)
        case "WEEKLY":
            return first - timedelta(days=first.weekday())
        case _:
            return first


def _step(rule: RecurrenceRule, origin: date, number: int) -> date:
    distance = rule.interval * number
    match rule.freq:
        case "YEARLY":
            return _months_later(origin, 12 * distance)
        case "MONTHLY":
            return _months_later(origin, distance)
        case "WEEKLY":
            return origin + timedelta(weeks=distance)
        case _:
            return origin + timedelta(days=distance)


def _months_later(first: date, months: int) -> date:
    """Return the first day of the month ``months`` after the month that begins with ``first``."""
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)


def _days(rule: RecurrenceRule, first: date, last: date) -> Iterator[Occurrence]:
    if _fires(rule, first, last):
        for day in _named_days(rule, first, last):
            yield Occurrence(_day_key(rule, day), day, day, bool(rule.weekdays), rule.working_day)


@lru_cache(maxsize=1024)
def _fires(rule: RecurrenceRule, first: date, last: date) -> bool:
    """Tell whether there is a day in the bounds; remembered, because to find none is the longest search."""
    return any(day >= first for day in _named_days(rule, first, last))


def _named_days(rule: RecurrenceRule, first: date, last: date) -> Iterator[date]:
    """Yield the days up to ``last``, beginning with the whole step that holds ``first``, because BYSETPOS counts in it.

    dateutil heeds UNTIL only when it finds a day, and looks for one up to the year 9999. It is therefore asked in the
    last cycle of the calendar before that year, where the search is short.
    """
    import dateutil.rrule as library  # its constants are named as in RFC 5545

    later = (date.max - last) // _CYCLE * _CYCLE
    moments = library.rrule(
        getattr(library, rule.freq),
        dtstart=_first_step(rule, first) + later,
        until=last + later,
        interval=rule.interval,
        wkst=library.MO,
        bymonth=rule.months,
        bymonthday=rule.month_days,
        byyearday=rule.year_days,
        byweekday=[getattr(library, WEEKDAYS[day])(ordinal or None) for ordinal, day in rule.weekdays],
        bysetpos=rule.positions,
    )
    with suppress(ValueError):  # the week that ends in the year 10000
        for moment in moments:
            yield moment.date() - later


def _day_key(rule: RecurrenceRule, day: date) -> str:
    if rule.working_day:
        return f"{day:%Y-%m}"
    named = len(rule.month_days) + len(rule.weekdays)
    if named != 1 or rule.positions or rule.year_days:
        return day.isoformat()
    once = bool(rule.month_days) or rule.weekdays[0][0] != 0
    match rule.freq:
        case "MONTHLY" if once:
            return f"{day:%Y-%m}"
        case "YEARLY" if once and len(rule.months) == 1:
            return f"{day:%Y-%m}"
        case "WEEKLY":
            return _week_key(day)
        case _:
            return day.isoformat()
