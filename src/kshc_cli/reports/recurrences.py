"""Recurrence rules said in words, for people: day 15 of months 3, 6, 9, 12."""

from collections.abc import Iterable
from operator import itemgetter
from typing import Final

from kshc_cli.days import written
from kshc_cli.messages import _, ngettext
from kshc_cli.reading.recurrence.cycles import Cycle, step
from kshc_cli.reading.recurrence.rrule import RecurrenceRule, RuleError, read_rule
from kshc_cli.reading.times.days.hours import weekday_name

_RUN: Final = 3
"""Weekdays behind each other that are named by their ends."""


def rule_words(rrule: str) -> str:
    """Say when something comes back by a rule of RFC 5545; a wrong rule, which is a finding, is quoted."""
    try:
        rule = read_rule(rrule)
    except RuleError:
        return rrule
    words = _whole_periods(rule) if rule.whole else _named_days(rule)
    if rule.count is not None:
        words = ngettext("{words}, {n} time", "{words}, {n} times", rule.count).format(words=words, n=rule.count)
    if rule.until is not None:
        words = _("{words}, to {end}").format(words=words, end=written(rule.until))
    return words


def _whole_periods(rule: RecurrenceRule) -> str:
    """Say which periods come back; only those of months that begin with the year have names."""
    if rule.freq == "MONTHLY" and rule.interval in {3, 6, 12}:
        period = cycle_words({3: Cycle.QUARTERLY, 6: Cycle.HALF_YEARLY, 12: Cycle.YEARLY}[rule.interval])
    else:
        period = _every(rule.freq, rule.interval)
    return _in_months(rule, period)


def _named_days(rule: RecurrenceRule) -> str:
    days = _chosen(rule)
    period = _in_months(rule, _every(step(rule), rule.interval))
    sentence = _("{days} of {period}") if rule.interval == 1 else _("{days}, {period}")
    if rule.interval == 1 and rule.months and any(ordinal for ordinal, _number in rule.weekdays):
        sentence = _("{days} in {period}")
    return sentence.format(days=days, period=period)


def cycle_words(cycle: Cycle) -> str:
    """Return what a period is called after which something comes back."""
    return {
        Cycle.DAILY: _("each day"),
        Cycle.WEEKLY: _("each week"),
        Cycle.MONTHLY: _("each month"),
        Cycle.QUARTERLY: _("each quarter"),
        Cycle.HALF_YEARLY: _("each half-year"),
        Cycle.YEARLY: _("each year"),
    }[cycle]


def _every(freq: str, n: int) -> str:
    if n == 1:
        return cycle_words(Cycle(freq.lower()))
    words = {
        "DAILY": _("every {n} days"),
        "WEEKLY": _("every {n} weeks"),
        "MONTHLY": _("every {n} months"),
        "YEARLY": _("every {n} years"),
    }
    return words[freq].format(n=n)


def _in_months(rule: RecurrenceRule, period: str) -> str:
    """Say in which months a period lies; that several of them come back each year is understood."""
    if not rule.months:
        return period
    several = len(rule.months) > 1
    sentence = _("months {months}") if several else _("month {months}")  # not ngettext: Vietnamese tells them apart
    months = sentence.format(months=_listed(map(str, rule.months)))
    if rule.interval > 1 or rule.freq in {"DAILY", "WEEKLY"}:
        return _("{period}, in {months}").format(period=period, months=months)
    if several and rule.freq == "MONTHLY":
        return months
    return _("{months} of {period}").format(months=months, period=_("each year"))


def _chosen(rule: RecurrenceRule) -> str:
    """Name a rule's days, or those that it chooses among them."""
    if rule.working_day:
        return _("the first working day") if rule.working_day > 0 else _("the last working day")
    if _ends_with_the_month(rule):
        return _("day {n} (in shorter months the last day)").format(n=rule.month_days[-1])
    days, *others = filter(
        None, (_weekdays(rule), _month_days(rule.month_days), _listed(map(_nth_day, rule.year_days)))
    )
    for other in others:
        days = _("{days} that is {other}").format(days=days, other=other)
    if not rule.positions or rule.freq == "DAILY":
        return days
    return _("{chosen} among {days}").format(chosen=_listed(map(_nth_day, rule.positions)), days=days)


def _ends_with_the_month(rule: RecurrenceRule) -> bool:
    """Tell whether a rule means a day, or the month's last one where the month has no such day."""
    days = rule.month_days
    return (
        rule.positions == (-1,) and days[:1] == (28,) and days == tuple(range(28, days[-1] + 1)) and not rule.weekdays
    )


def _month_days(numbers: Iterable[int]) -> str:
    counted = [str(n) for n in numbers if n > 0]
    days = ngettext("day {days}", "days {days}", len(counted)).format(days=_listed(counted)) if counted else ""
    return _listed(filter(None, (days, *(_nth_day(n) for n in numbers if n < 0))))


def _nth_day(n: int) -> str:
    if n in {1, -1}:
        return _("the first day") if n > 0 else _("the last day")
    return (_("day number {n}") if n > 0 else _("day number {n} from the end")).format(n=abs(n))


def _weekdays(rule: RecurrenceRule) -> str:
    names = _run(rule) or _listed(_nth_weekday(ordinal, weekday_name(number)) for ordinal, number in rule.weekdays)
    one_by_one = any(ordinal for ordinal, _number in rule.weekdays) or rule.month_days or rule.year_days
    if not names or one_by_one or rule.positions or rule.freq in {"DAILY", "WEEKLY"}:
        return names
    return _("every {weekdays}").format(weekdays=names)


def _run(rule: RecurrenceRule) -> str:
    """Name three and more weekdays that follow each other by the first and the last."""
    numbers = [number for _ordinal, number in rule.weekdays]
    if (
        len(numbers) < _RUN
        or numbers != list(range(numbers[0], numbers[-1] + 1))
        or any(map(itemgetter(0), rule.weekdays))
    ):
        return ""
    return _("{first} to {last}").format(first=weekday_name(numbers[0]), last=weekday_name(numbers[-1]))


def _nth_weekday(n: int, weekday: str) -> str:
    if n in {1, -1}:
        weekday = (_("the first {weekday}") if n > 0 else _("the last {weekday}")).format(weekday=weekday)
    elif n:
        nth = _("{weekday} number {n}") if n > 0 else _("{weekday} number {n} from the end")
        ordinals = {2: _("two"), 3: _("three"), 4: _("four"), 5: _("five")}
        weekday = nth.format(weekday=weekday, n=ordinals.get(abs(n), abs(n)))
    return weekday


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
