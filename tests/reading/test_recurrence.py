"""Recurrence rules: what is refused, which occurrences they have, and that days counted off by hand are the same."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import groupby, islice, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kshc_cli.reading.recurrence.occurrences import FARTHEST, never_fires, occurrences, rule_problem
from kshc_cli.reading.values import Recurring
from tests.reading.test_agencies import calls_of

Rule = dict[str, list[str]]
"""A rule of the tests: the values of each part."""

WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
STEPS: dict[str, Callable[[date], int]] = {
    "DAILY": lambda day: day.toordinal(),
    "WEEKLY": lambda day: (day.toordinal() - 1) // 7,  # 1 January of the year 1 is a Monday
    "MONTHLY": lambda day: 12 * day.year + day.month,
    "YEARLY": lambda day: day.year,
}


def keys(rrule: str, year: int = 2024) -> list[str]:
    return [occurrence.key for occurrence in occurrences(Recurring(rrule), year=year)]


def dues(part: Recurring, year: int = 2024) -> list[str]:
    return [occurrence.due.isoformat() for occurrence in occurrences(part, year=year)]


@pytest.mark.parametrize(
    ("rrule", "says"),
    [
        ("", "empty"),
        ("RRULE:FREQ=DAILY", "Leave out"),
        ("monthly", "NAME=VALUE"),
        ("FREQ=MONTHLY;", "NAME=VALUE"),
        ("FREQ=", "NAME=VALUE"),
        ("INTERVAL=2", "no FREQ"),
        ("FREQ=MONTLY", "Did you mean MONTHLY?"),
        ("FREQ=QUARTERLY", "FREQ=MONTHLY;INTERVAL=3"),
        ("FREQ=HOURLY", "finer than a day"),
        ("FREQ=FOO", "no FREQ"),
        ("FREQ=MONTHLY;INTERVALL=3", "Did you mean INTERVAL?"),
        ("FREQ=MONTHLY;X=3", "no part of a rule"),
        ("FREQ=MONTHLY;BYHOUR=3", "no place here"),
        ("FREQ=YEARLY;BYWEEKNO=3", "no place here"),
        ("FREQ=MONTHLY;FREQ=MONTHLY", "twice"),
        ("FREQ=MONTHLY;BYMONTH=13", "1 to 12"),
        ("FREQ=MONTHLY;BYMONTH=-1", "1 to 12"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "1 to 31"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "1 to 31"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,,2", "1 to 31"),
        ("FREQ=MONTHLY;BYMONTHDAY=²", "1 to 31"),
        ("FREQ=MONTHLY;BYMONTHDAY=" + "9" * 5000, "1 to 31"),
        ("FREQ=MONTHLY;=3", "NAME=VALUE"),
        ("FREQ=MONTHLY;BYDAY", "NAME=VALUE"),
        ("FREQ=MONTHLY;BYMONTHDAY=-32", "1 to 31"),
        ("FREQ=YEARLY;BYYEARDAY=367", "1 to 366"),
        ("FREQ=MONTHLY;INTERVAL=1001", "1 to 1000"),
        ("FREQ=MONTHLY;COUNT=10001", "1 to 10000"),
        ("FREQ=DAILY;BYMONTHDAY=2;BYSETPOS=2", "1 to 1"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=32", "1 to 31"),
        ("FREQ=MONTHLY;INTERVAL=0", "1 to 1000"),
        ("FREQ=MONTHLY;INTERVAL=-1", "1 to 1000"),
        ("FREQ=MONTHLY;COUNT=x", "1 to 10000"),
        ("FREQ=MONTHLY;UNTIL=2024-06-30", "YYYYMMDD"),
        ("FREQ=MONTHLY;UNTIL=20240631", "YYYYMMDD"),
        ("FREQ=MONTHLY;UNTIL=20240630;COUNT=3", "exclude each other"),
        ("FREQ=WEEKLY;BYDAY=XX", "no weekday"),
        ("FREQ=WEEKLY;BYDAY=1MO", "counts weekdays"),
        ("FREQ=MONTHLY;BYDAY=6MO", "1 to 5"),
        ("FREQ=YEARLY;BYMONTH=12;BYDAY=20MO", "1 to 5"),
        ("FREQ=YEARLY;BYDAY=54MO", "1 to 53"),
        ("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=8", "1 to 7"),
        ("FREQ=WEEKLY;BYMONTHDAY=5", "weekly"),
        ("FREQ=MONTHLY;BYYEARDAY=5", "yearly"),
        ("FREQ=MONTHLY;BYSETPOS=-1", "chooses among days"),
    ],
)
def test_a_wrong_rule_is_refused_with_what_to_do(rrule: str, says: str) -> None:
    problem = rule_problem(rrule)
    assert problem is not None
    assert says in problem
    assert not list(occurrences(Recurring(rrule), year=2024))


@pytest.mark.parametrize(
    "rrule",
    [
        *("FREQ=MONTHLY", "freq=monthly;interval=3", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1", "FREQ=DAILY;COUNT=3"),
        *("FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", "FREQ=WEEKLY;UNTIL=20240630"),
        "FREQ=WEEKLY;UNTIL=20240630T000000Z",
        *("FREQ=MONTHLY;INTERVAL=1000", "FREQ=DAILY;COUNT=10000", "FREQ=MONTHLY;BYMONTH=1,12;BYMONTHDAY=1,+31,-31"),
        *("FREQ=MONTHLY;BYDAY=5MO,-5MO", "FREQ=YEARLY;BYMONTH=2;BYDAY=1MO", "FREQ=YEARLY;BYDAY=53MO,-53MO"),
        *("FREQ=DAILY;BYMONTHDAY=2;BYSETPOS=-1", "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=7"),
        *("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=31", "FREQ=YEARLY;BYYEARDAY=366,-366;BYSETPOS=366"),
    ],
)
def test_a_right_rule_has_no_problem(rrule: str) -> None:
    assert rule_problem(rrule) is None


@pytest.mark.parametrize(
    ("rrule", "expected"),
    [
        ("FREQ=YEARLY", ["2024"]),
        ("FREQ=MONTHLY;INTERVAL=12", ["2024"]),
        ("FREQ=MONTHLY;INTERVAL=6", ["2024-H1", "2024-H2"]),
        ("FREQ=MONTHLY;INTERVAL=3", ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]),
        ("FREQ=MONTHLY;INTERVAL=4", ["2024-01-01", "2024-05-01", "2024-09-01"]),
        ("FREQ=MONTHLY;BYMONTH=11,2", ["2024-02", "2024-11"]),
        ("FREQ=YEARLY;BYMONTH=12", ["2024-12"]),
        ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1", ["2024-06"]),
        ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1,15", ["2024-06-01", "2024-06-15"]),
        ("FREQ=YEARLY;BYMONTH=6;BYDAY=MO", [f"2024-06-{day:02}" for day in (3, 10, 17, 24)]),
        ("FREQ=YEARLY;BYYEARDAY=-1", ["2024-12-31"]),
        ("FREQ=MONTHLY;BYMONTH=3,6;BYMONTHDAY=15", ["2024-03", "2024-06"]),
        ("FREQ=MONTHLY;BYMONTH=3;BYMONTHDAY=15,30", ["2024-03-15", "2024-03-30"]),
        ("FREQ=MONTHLY;BYMONTH=3;BYDAY=-1FR", ["2024-03"]),
        ("FREQ=MONTHLY;BYMONTH=3;BYDAY=FR", [f"2024-03-{day:02}" for day in (1, 8, 15, 22, 29)]),
        ("FREQ=DAILY;COUNT=2", ["2024-01-01", "2024-01-02"]),
        ("FREQ=WEEKLY;COUNT=2", ["2024-W01", "2024-W02"]),
        ("FREQ=WEEKLY;BYDAY=FR;COUNT=2", ["2024-W01", "2024-W02"]),
        ("FREQ=WEEKLY;BYDAY=FR,FR;COUNT=2", ["2024-W01", "2024-W02"]),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=2", ["2024-01-01", "2024-01-15"]),
    ],
)
def test_an_occurrence_is_named_by_its_period(rrule: str, expected: list[str]) -> None:
    assert keys(rrule) == expected


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (Recurring("FREQ=MONTHLY;INTERVAL=3"), ["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"]),
        (Recurring("FREQ=MONTHLY;INTERVAL=3", start=date(2024, 5, 20)), ["2024-06-30", "2024-09-30", "2024-12-31"]),
        (Recurring("FREQ=MONTHLY", until=date(2024, 3, 30)), ["2024-01-31", "2024-02-29"]),
        (Recurring("FREQ=MONTHLY;UNTIL=20240229"), ["2024-01-31", "2024-02-29"]),
        (Recurring("FREQ=YEARLY", date(2024, 1, 1), date(2026, 12, 31)), ["2024-12-31", "2025-12-31", "2026-12-31"]),
        (Recurring("FREQ=YEARLY;INTERVAL=2", date(2024, 1, 1), date(2028, 1, 1)), ["2025-12-31", "2027-12-31"]),
        (Recurring("FREQ=YEARLY;BYMONTH=12"), ["2024-12-31"]),
        (Recurring("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3"), ["2024-01-31", "2024-03-31", "2024-05-31"]),
        (Recurring("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3"), ["2024-01-31", "2024-02-29", "2024-03-31"]),
        (
            Recurring("FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1;COUNT=3"),
            ["2024-01-30", "2024-02-29", "2024-03-30"],
        ),
        (Recurring("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=5;COUNT=2", date(2024, 2, 1)), ["2024-02-05", "2024-04-05"]),
        (Recurring("FREQ=MONTHLY;BYDAY=2FR,WE;COUNT=3"), ["2024-01-03", "2024-01-10", "2024-01-12"]),
        (Recurring("FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=2;COUNT=2", date(2024, 1, 3)), ["2024-01-05", "2024-01-12"]),
        (
            Recurring("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", until=date(2032, 12, 31)),
            ["2024-02-29", "2028-02-29", "2032-02-29"],
        ),
        (Recurring("FREQ=YEARLY;BYYEARDAY=366", date(1896, 1, 1), date(1906, 1, 1)), ["1896-12-31", "1904-12-31"]),
        (Recurring(None), []),
        (Recurring("FREQ=DAILY", date(2025, 1, 1)), []),
    ],
)
def test_occurrences_are_due_on_the_last_day(part: Recurring, expected: list[str]) -> None:
    assert dues(part) == expected


def test_a_whole_period_begins_with_its_first_day() -> None:
    quarter = next(occurrences(Recurring("FREQ=MONTHLY;INTERVAL=3"), year=2024))
    assert (quarter.start, quarter.due) == (date(2024, 1, 1), date(2024, 3, 31))


def test_a_question_narrows_and_does_not_move_the_count() -> None:
    part = Recurring("FREQ=MONTHLY;COUNT=3")
    asked = list(occurrences(part, year=2024, start=date(2024, 3, 1), end=date(2024, 12, 31)))
    assert [occurrence.key for occurrence in asked] == ["2024-03"]


def test_a_question_ends_the_search() -> None:
    asked = list(occurrences(Recurring("FREQ=MONTHLY"), year=2024, end=date(2024, 2, 29)))
    assert [occurrence.key for occurrence in asked] == ["2024-01", "2024-02"]


def test_a_moved_day_keeps_its_key() -> None:
    assert keys("FREQ=MONTHLY;BYMONTHDAY=20") == keys("FREQ=MONTHLY;BYMONTHDAY=25")


@pytest.mark.parametrize(
    ("part", "never"),
    [
        (Recurring("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"), True),
        (Recurring("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", until=date(9999, 12, 31)), True),
        (Recurring("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", until=date(9999, 12, 31)), True),
        (Recurring("FREQ=WEEKLY;BYDAY=MO;BYMONTH=2", start=date(2024, 3, 1)), True),
        (Recurring("FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2", until=date(9999, 12, 31)), True),
        (Recurring("FREQ=WEEKLY;INTERVAL=435;BYDAY=SU;BYMONTH=1", date(2024, 10, 28)), True),
        (Recurring("FREQ=MONTHLY"), False),
        (Recurring(None), False),
    ],
)
def test_a_rule_that_never_fires_is_found_at_once(part: Recurring, never: bool) -> None:
    assert never_fires(part, 2024) is never
    assert calls_of(lambda: never_fires(part, 2024)) < 100_000  # day by day to the year 9999: millions


def test_a_rule_is_followed_fifty_years_and_no_further() -> None:
    part = Recurring("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1", until=date(9999, 12, 31))
    assert [day[:4] for day in dues(part)] == [str(2024 + number) for number in range(FARTHEST + 1)]


def _signed(most: int) -> st.SearchStrategy[int]:
    return st.integers(1, most).flatmap(lambda number: st.sampled_from([number, -number]))


@st.composite
def day_rules(draw: st.DrawFn) -> Rule:
    """Make rules of every frequency that name days, with every part that the frequency allows."""
    freq = draw(st.sampled_from(list(STEPS)))
    counted = freq in {"MONTHLY", "YEARLY"}
    ordinal = st.just("") | _signed(5).map(str) if counted else st.just("")
    values = {
        "BYDAY": st.builds("{}{}".format, ordinal, st.sampled_from(WEEKDAYS)),
        "BYMONTHDAY": _signed(31).map(str),
        "BYYEARDAY": _signed(366).map(str),
    }
    names = {"WEEKLY": ["BYDAY"], "YEARLY": list(values)}.get(freq, ["BYDAY", "BYMONTHDAY"])
    chosen = draw(st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True))
    rule = {name: draw(st.lists(values[name], min_size=1, max_size=4)) for name in chosen}
    rule |= draw(st.sampled_from([{}, {"INTERVAL": ["2"]}, {"INTERVAL": ["5"]}]))
    if draw(st.booleans()):
        rule["BYMONTH"] = draw(st.lists(st.integers(1, 12).map(str), min_size=1, max_size=3))
    if draw(st.booleans()):
        rule["BYSETPOS"] = draw(st.lists(_signed({"DAILY": 1}.get(freq, 3)).map(str), min_size=1, max_size=2))
    return {"FREQ": [freq], **rule}


def _between(start: date, end: date) -> list[date]:
    return [start + timedelta(days=number) for number in range((end - start).days + 1)]


@cache
def _year(year: int, month: int | None = None) -> list[date]:
    return [day for day in _between(date(year, 1, 1), date(year, 12, 31)) if month is None or day.month == month]


def _places(day: date, days: Sequence[date]) -> set[str]:
    place = days.index(day)
    return {str(place + 1), str(place - len(days))}


def _allows(rule: Rule, day: date) -> bool:
    """Check each part by itself, as one reads it: by counting days off."""
    year, month = _year(day.year), _year(day.year, day.month)
    period = year if rule["FREQ"] == ["YEARLY"] and "BYMONTH" not in rule else month
    code = WEEKDAYS[day.weekday()]
    alike = [other for other in period if other.weekday() == day.weekday()]
    meant = {
        "BYMONTH": {str(day.month)},
        "BYMONTHDAY": _places(day, month),
        "BYYEARDAY": _places(day, year),
        "BYDAY": {code, *(place + code for place in _places(day, alike))},
    }
    return all(name not in rule or meant[name].intersection(rule[name]) for name in meant)


def _by_hand(rule: Rule, start: date, end: date) -> Iterator[date]:
    number = STEPS[rule["FREQ"][0]]
    for step, days in groupby(_between(date(start.year - 1, 1, 1), date(end.year + 1, 12, 31)), number):
        if (step - number(start)) % int(rule.get("INTERVAL", ["1"])[0]) == 0:
            allowed = [day for day in days if _allows(rule, day)]
            positions = rule.get("BYSETPOS")
            for day in allowed:
                if start <= day <= end and (positions is None or _places(day, allowed).intersection(positions)):
                    yield day


def _written(rule: Rule) -> str:
    return ";".join(f"{name}={','.join(values)}" for name, values in rule.items())


@settings(max_examples=200)
@given(day_rules(), st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.none() | st.integers(1, 20))
def test_the_days_are_those_that_every_part_allows(rule: Rule, start: date, most: int | None) -> None:
    end = date(start.year + 1, 12, 31)
    counted = _written(rule) + ("" if most is None else f";COUNT={most}")
    found = [one.due for one in occurrences(Recurring(counted, start, end), year=start.year)]
    assert found == list(islice(_by_hand(rule, start, end), most))


@settings(max_examples=100)
@given(
    day_rules().map(_written) | st.sampled_from(["FREQ=MONTHLY;INTERVAL=5", "FREQ=WEEKLY;INTERVAL=3", "FREQ=DAILY"]),
    st.dates(date(2000, 1, 1), date(2030, 12, 31)),
    st.integers(0, 1500),
)
def test_a_later_question_keeps_the_phase_of_the_rule(rrule: str, start: date, later: int) -> None:
    part = Recurring(rrule, start, date(start.year + 3, 12, 31))
    asked = start + timedelta(days=later)
    every = list(occurrences(part, year=start.year))
    assert list(occurrences(part, year=start.year, start=asked)) == [one for one in every if one.due >= asked]


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2199, 12, 31)))
def test_the_last_day_and_the_31st_are_counted_from_the_rule_and_not_from_the_day_before(start: date) -> None:
    until = start + timedelta(days=900)
    ends = [day.isoformat() for day in _between(start, until) if (day + timedelta(days=1)).day == 1]
    assert dues(Recurring("FREQ=MONTHLY;BYMONTHDAY=-1", start, until), start.year) == ends
    assert dues(Recurring("FREQ=MONTHLY;BYMONTHDAY=31", start, until), start.year) == [
        day for day in ends if day.endswith("31")
    ]


@settings(max_examples=200)
@given(
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 13),
    st.dates(date(2000, 1, 1), date(2030, 12, 31)),
)
def test_whole_periods_follow_each_other_without_gaps(freq: str, interval: int, start: date) -> None:
    part = Recurring(f"FREQ={freq};INTERVAL={interval}", start, date(start.year + 3, 12, 31))
    found = list(occurrences(part, year=start.year))
    assert all(one.due.toordinal() + 1 == two.start.toordinal() for one, two in pairwise(found))
    assert len({one.key for one in found}) == len(found)
    assert not found or (found[0].start <= start <= found[0].due)


@settings(max_examples=200)
@given(st.text(max_size=60) | st.text(alphabet="FREQ=MONTHLY;BYDAY0123,-", max_size=40))
def test_any_text_is_a_rule_or_a_sentence(rrule: str) -> None:
    problem = rule_problem(rrule)
    assert problem is None or problem
    list(occurrences(Recurring(rrule), year=2024, end=date(2024, 2, 1)))
