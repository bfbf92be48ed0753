"""Recurrence rules: what is refused, which occurrences they have, and that dateutil computes the same days."""

import time
from datetime import date, datetime, timedelta
from itertools import islice, pairwise, takewhile

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from kshc_cli.reading.recurrence import never_fires, occurrences, rule_problem
from kshc_cli.reading.values import Recurring


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
        ("FREQ=MONTHLY;INTERVAL=0", "1 to 1000"),
        ("FREQ=MONTHLY;INTERVAL=-1", "1 to 1000"),
        ("FREQ=MONTHLY;COUNT=x", "1 to 10000"),
        ("FREQ=MONTHLY;UNTIL=2024-06-30", "YYYYMMDD"),
        ("FREQ=MONTHLY;UNTIL=20240631", "YYYYMMDD"),
        ("FREQ=MONTHLY;UNTIL=20240630;COUNT=3", "exclude each other"),
        ("FREQ=WEEKLY;BYDAY=XX", "no weekday"),
        ("FREQ=WEEKLY;BYDAY=1MO", "counts weekdays"),
        ("FREQ=MONTHLY;BYDAY=6MO", "1 to 5"),
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
        ("FREQ=YEARLY;BYYEARDAY=-1", ["2024-12-31"]),
        ("FREQ=MONTHLY;BYMONTH=3,6;BYMONTHDAY=15", ["2024-03", "2024-06"]),
        ("FREQ=MONTHLY;BYMONTH=3;BYMONTHDAY=15,30", ["2024-03-15", "2024-03-30"]),
        ("FREQ=MONTHLY;BYMONTH=3;BYDAY=-1FR", ["2024-03"]),
        ("FREQ=MONTHLY;BYMONTH=3;BYDAY=FR", [f"2024-03-{day:02}" for day in (1, 8, 15, 22, 29)]),
        ("FREQ=DAILY;COUNT=2", ["2024-01-01", "2024-01-02"]),
        ("FREQ=WEEKLY;COUNT=2", ["2024-W01", "2024-W02"]),
        ("FREQ=WEEKLY;BYDAY=FR;COUNT=2", ["2024-W01", "2024-W02"]),
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
        (Recurring("FREQ=MONTHLY"), False),
        (Recurring(None), False),
    ],
)
def test_a_rule_that_never_fires_is_found_at_once(part: Recurring, never: bool) -> None:
    begin = time.process_time()
    assert never_fires(part, 2024) is never
    assert time.process_time() - begin < 2


def _numbers(most: int) -> st.SearchStrategy[str]:
    values = st.integers(1, most).flatmap(lambda number: st.sampled_from([number, -number]))
    return st.lists(values, min_size=1, max_size=3, unique=True).map(lambda row: ",".join(map(str, row)))


@st.composite
def day_rules(draw: st.DrawFn) -> str:
    """Make rules of every frequency that name days and fire: dateutil looks for one that never does up to 9999."""
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    weekday = st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
    counted = st.builds("{}{}".format, st.sampled_from([1, 2, 4, -1, -4]), weekday)
    names = ["BYDAY"] if freq == "WEEKLY" else ["BYDAY", "BYMONTHDAY", "BYDAY BYMONTHDAY"]
    names = draw(st.sampled_from([*names, "BYYEARDAY"] if freq == "YEARLY" else names)).split()
    may_count = freq in {"MONTHLY", "YEARLY"} and len(names) == 1
    day = counted if may_count and draw(st.booleans()) else weekday  # dateutil knows no mixture (2FR,TU)
    byday = st.lists(day, min_size=1, max_size=3, unique=True).map(",".join)
    choices = {"BYDAY": byday, "BYMONTHDAY": _numbers(28), "BYYEARDAY": _numbers(365)}
    parts = [f"FREQ={freq}", *(f"{name}={draw(choices[name])}" for name in names)]
    if draw(st.booleans()) and freq in {"MONTHLY", "YEARLY", "WEEKLY"}:
        parts.append(f"INTERVAL={draw(st.integers(1, 3))}")
    elif draw(st.booleans()) and names != ["BYYEARDAY"]:
        parts.append(f"BYMONTH={draw(st.integers(1, 12))}")
    if draw(st.booleans()):
        parts.append(f"BYSETPOS={draw(_numbers(1))}")
    return ";".join(parts)


@settings(max_examples=200, deadline=None)
@given(day_rules(), st.dates(date(2020, 1, 1), date(2024, 12, 31)), st.none() | st.integers(1, 20))
def test_rules_that_name_days_agree_with_dateutil(rrule: str, start: date, most: int | None) -> None:
    if "WEEKLY" in rrule:
        start -= timedelta(days=start.weekday())  # dateutil lets BYSETPOS count from the middle of the first week
    end = date(start.year + 1, 12, 31)
    counted = rrule if most is None else f"{rrule};COUNT={most}"
    found = [one.due for one in occurrences(Recurring(counted, start, end), year=start.year)]
    begin = datetime(start.year, start.month, start.day)  # noqa: DTZ001  dateutil counts naive days here
    oracle = (moment.date() for moment in rrulestr(rrule, dtstart=begin))
    assert found == list(islice(takewhile(lambda day: day <= end, oracle), most))


@settings(max_examples=200, deadline=None)
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


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60) | st.text(alphabet="FREQ=MONTHLY;BYDAY0123,-", max_size=40))
def test_any_text_is_a_rule_or_a_sentence(rrule: str) -> None:
    problem = rule_problem(rrule)
    assert problem is None or problem
    list(occurrences(Recurring(rrule), year=2024, end=date(2024, 2, 1)))
