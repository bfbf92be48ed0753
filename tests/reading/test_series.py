"""Which days are a series of one rule, and how that rule is written for calendars."""

from datetime import date, timedelta

import pytest

from kshc_cli.reading.recurrence.occurrences import occurrences
from kshc_cli.reading.recurrence.series import series_of
from kshc_cli.reading.values import Recurring

FIRST = date(2026, 1, 1)


def days_of(rule: str) -> list[date]:
    return [one.due for one in occurrences(Recurring(rule), year=2026)]


@pytest.mark.parametrize(
    ("rule", "written"),
    [
        ("FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20261231"),
        ("FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1;UNTIL=20261231"),
        ("FREQ=YEARLY;BYMONTH=3,9", "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1;UNTIL=20260930"),
        ("FREQ=MONTHLY;BYMONTH=3,9", "FREQ=MONTHLY;BYMONTH=3,9;BYMONTHDAY=-1;UNTIL=20260930"),
        ("FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=SU;UNTIL=20261227"),
        ("FREQ=DAILY;INTERVAL=100", "FREQ=DAILY;INTERVAL=100;BYDAY=MO,TU,WE,TH,FR,SA,SU;UNTIL=20261027"),
        ("freq=monthly;bymonthday=15;count=3", "FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20260315"),
        ("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20260401", "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20260327"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1",
            "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1;UNTIL=20261230",
        ),
        ("FREQ=YEARLY;BYYEARDAY=100,200", "FREQ=YEARLY;BYYEARDAY=100,200;UNTIL=20260719"),
    ],
)
def test_a_rule_names_its_days_and_its_end(rule: str, written: str) -> None:
    days = days_of(rule)
    series = series_of(rule, days, days)
    assert series is not None
    assert (series.rule, series.first, series.days) == (written, days[0], frozenset(days))


def test_days_that_are_moved_are_not_those_of_the_rule() -> None:
    stated = days_of("FREQ=MONTHLY;BYMONTHDAY=10")
    due = [day + timedelta(days=2) if day.weekday() > 4 else day for day in stated]
    series = series_of("FREQ=MONTHLY;BYMONTHDAY=10", stated, due)
    assert series is not None
    assert series.first == date(2026, 2, 10)  # the one of January is moved
    assert series.days == set(stated[1:])


@pytest.mark.parametrize(
    ("rule", "stated", "due"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=10", [date(2026, 5, 10)], [date(2026, 5, 10)]),  # once
        ("FREQ=DAILY", [FIRST, date(2026, 1, 2)], [date(2026, 1, 2), date(2026, 1, 2)]),  # two on one day
        ("FREQ=DAILY", [FIRST, date(2026, 1, 2)], [date(2026, 1, 5), date(2026, 1, 6)]),  # all moved
        ("FREQ=DAILY", [FIRST, date(2026, 1, 3)], [FIRST, date(2026, 1, 3)]),  # not the rule's
        ("FREQ=DAILY;BYHOUR=3", [FIRST, date(2026, 1, 2)], [FIRST, date(2026, 1, 2)]),  # no rule
        ("FREQ=DAILY", [], []),
    ],
)
def test_what_one_rule_does_not_say_is_no_series(rule: str, stated: list[date], due: list[date]) -> None:
    assert series_of(rule, stated, due) is None
