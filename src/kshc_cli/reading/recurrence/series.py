"""Days that come back as calendar programs know them: one rule that names its days, and the days that differ from it.

A plan's rule may name no day and mean whole periods; RFC 5545 knows no such rule, so that the last day of the period is
named. The days of the rule are those that ``occurrences`` computes for it: what every calendar program computes too.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kshc_cli.reading.recurrence.occurrences import occurrences
from kshc_cli.reading.recurrence.rrule import WEEKDAYS, RecurrenceRule, RuleError, read_rule
from kshc_cli.reading.values import Recurring


class Series(NamedTuple):
    """Most of the days on which something is due, as a rule of RFC 5545 says them."""

    rule: str
    first: date
    """Its first day (DTSTART): what is due before it stands by itself."""
    days: frozenset[date]
    """The days that it says: some may not count (EXDATE), and some that count are none of them (RDATE)."""


def series_of(rrule: str, stated: Sequence[date], due: Sequence[date]) -> Series | None:
    """Return the series of the days that are due, where ``rrule`` says just the ``stated`` ones; both in order.

    None where it does not, where two fall on one day, which a series cannot say, and where no day stays in its place.
    """
    own = sorted(set(stated) & set(due))
    if len(due) < 2 or not own or len(set(due)) != len(due):
        return None
    try:
        rule = _naming_days(read_rule(rrule))
    except RuleError:
        return None
    part = Recurring(rule, start=own[0], until=stated[-1])
    days = [one.due for one in occurrences(part, year=own[0].year)]
    before = [day for day in stated if day < own[0]]
    if [*before, *days] != list(stated):
        return None
    return Series(f"{rule};UNTIL={days[-1]:%Y%m%d}", own[0], frozenset(days))


def _naming_days(rule: RecurrenceRule) -> str:
    """Write a rule so that it names its days, without its end: of whole periods the last day of each."""
    parts = {
        "INTERVAL": [rule.interval] if rule.interval > 1 else [],
        "BYMONTH": rule.months,
        "BYMONTHDAY": rule.month_days,
        "BYYEARDAY": rule.year_days,
        "BYDAY": [f"{ordinal or ''}{WEEKDAYS[day]}" for ordinal, day in rule.weekdays],
        "BYSETPOS": rule.positions,
    }
    if rule.whole:
        parts |= _last_days(rule)
    named = (f"{name}={','.join(map(str, values))}" for name, values in parts.items() if values)
    return ";".join((f"FREQ={rule.freq}", *named))


def _last_days(rule: RecurrenceRule) -> dict[str, list[int] | list[str] | tuple[int, ...]]:
    match rule.freq:
        case "YEARLY":
            return {"BYMONTH": rule.months or [12], "BYMONTHDAY": [-1]}
        case "MONTHLY":
            return {"BYMONTHDAY": [-1]}
        case "WEEKLY":
            return {"BYDAY": ["SU"]}
        case "DAILY" if rule.interval > 1:  # any weekday, for here a rule without one means whole periods of days
            return {"BYDAY": [*WEEKDAYS]}
        case _:
            return {}
