"""How often something comes back, as people call it: weekly, monthly, each quarter."""

from enum import StrEnum
from typing import Final

from kshc_cli.reading.recurrence.rrule import RecurrenceRule, RuleError, read_rule


class Cycle(StrEnum):
    """The periods that give what comes back its name, spelt as ``--kind`` takes them."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"


_OF_MONTHS: Final = {1: Cycle.MONTHLY, 3: Cycle.QUARTERLY, 6: Cycle.HALF_YEARLY, 12: Cycle.YEARLY}
_OF_STEPS: Final = {"DAILY": 0, "WEEKLY": 0, "MONTHLY": 1, "YEARLY": 12}
"""Steps of rules in months; 0 for those that are finer."""


def cycle_of(rrule: str) -> Cycle | None:
    """Return the period after which a rule of RFC 5545 comes back; None where that has no name, as every 5 years.

    In some months of each year means by their distance: in months 3, 6, 9 and 12 is each quarter.
    """
    try:
        rule = read_rule(rrule)
    except RuleError:
        return None
    unit = rule.freq if rule.whole else step(rule)
    if months := _OF_STEPS[unit]:
        return _OF_MONTHS.get(_distance(rule.months) if rule.months and rule.interval == 1 else months * rule.interval)
    if rule.interval > 1:
        return None
    return Cycle.DAILY if unit == "DAILY" else Cycle.WEEKLY


def step(rule: RecurrenceRule) -> str:
    """Return what the days of a rule are days of, which a rule may count in finer or wider steps."""
    if rule.interval > 1 or rule.freq not in {"DAILY", "YEARLY"}:
        return rule.freq
    if rule.freq == "DAILY":
        return "MONTHLY" if rule.month_days else "WEEKLY"
    return "MONTHLY" if rule.month_days and not (rule.months or rule.positions or rule.year_days) else "YEARLY"


def _distance(months: tuple[int, ...]) -> int:
    """Return how many months lie from each of some months of the year to the next one; 1 where they differ."""
    following = (*months[1:], months[0] + 12)
    distances = {then - month for month, then in zip(months, following, strict=True)}
    return distances.pop() if len(distances) == 1 else 1
