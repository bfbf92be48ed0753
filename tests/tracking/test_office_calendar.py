"""Days off: weekends, Tết, days worked for others, the office's own; and what the plan's policy makes of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.tracking.office_calendar import OfficeCalendar
from tests.tracking.calendars import office

PUBLIC = OfficeCalendar(2024)
OWN = office(days_off=["2024-02-15", "2024-05-04"], worked_days=["2024-04-18", "2024-06-29"])
DAYS = st.dates(date(2023, 12, 1), date(2025, 1, 31))


@pytest.mark.parametrize(
    ("day", "reason", "following"),
    [
        (date(2024, 6, 30), "Sunday", date(2024, 7, 1)),
        (date(2024, 6, 29), "Saturday", date(2024, 7, 1)),
        (date(2024, 2, 8), "29 Tết", date(2024, 2, 15)),
        (date(2024, 2, 10), "Tết Nguyên Đán", date(2024, 2, 15)),
        (date(2024, 2, 14), "Mùng năm Tết Nguyên Đán", date(2024, 2, 15)),
        (date(2024, 4, 29), "Ngày nghỉ hoán đổi (làm bù ngày 04/05/2024)", date(2024, 5, 2)),
        (date(2024, 12, 29), "Sunday", date(2024, 12, 30)),
    ],
)
def test_a_day_off_has_a_reason_and_a_next_working_day(day: date, reason: str, following: date) -> None:
    off = PUBLIC.day_off(day)
    assert off is not None
    assert (off.reason, off.next_working_day) == (reason, following)
    assert off.weekend == (reason in {"Saturday", "Sunday"})


@pytest.mark.parametrize("day", ["2024-02-07", "2024-02-15", "2024-05-04", "2024-06-28", "2024-12-31"])
def test_working_days_and_the_saturday_worked_for_a_day_off(day: str) -> None:
    assert PUBLIC.day_off(date.fromisoformat(day)) is None


def test_a_saturday_worked_in_another_year_than_its_day_off() -> None:
    assert OfficeCalendar(2014).day_off(date(2014, 12, 27)) is None
    assert OfficeCalendar(2019).day_off(date(2019, 1, 5)) is None


def test_the_offices_own_days() -> None:
    closed = OWN.day_off(date(2024, 2, 15))
    assert closed is not None
    assert (closed.reason, closed.weekend, closed.next_working_day) == (
        "the office's day off",
        False,
        date(2024, 2, 16),
    )
    swapped_back = OWN.day_off(date(2024, 5, 4))
    assert swapped_back is not None
    assert swapped_back.reason == "the office's day off"
    assert OWN.day_off(date(2024, 4, 18)) is None
    assert OWN.day_off(date(2024, 6, 29)) is None
    assert PUBLIC.day_off(date(2024, 4, 18)) is not None


def test_an_own_day_off_that_is_off_anyway_keeps_its_name() -> None:
    own = office(days_off=["2024-06-30", "2024-02-14"])
    assert [getattr(own.day_off(day), "reason", None) for day in (date(2024, 6, 30), date(2024, 2, 14))] == [
        "Sunday",
        "Mùng năm Tết Nguyên Đán",
    ]


@pytest.mark.parametrize(
    ("policy", "day", "due"),
    [
        ("keep", "2024-06-30", "2024-06-30"),
        ("next_working_day", "2024-06-30", "2024-07-01"),
        ("previous_working_day", "2024-06-30", "2024-06-28"),
        ("next_working_day", "2024-02-08", "2024-02-15"),
        ("previous_working_day", "2024-02-14", "2024-02-07"),
        ("next_working_day", "2024-12-31", "2024-12-31"),
        ("previous_working_day", "2024-05-05", "2024-05-04"),
    ],
)
def test_the_policy_moves_a_last_day_that_is_off(policy: str, day: str, due: str) -> None:
    assert office(on_day_off=policy).due(date.fromisoformat(day)) == date.fromisoformat(due)


def test_before_a_day_is_that_day_unless_the_plan_excludes_it() -> None:
    day = date(2024, 7, 1)
    assert office(before="inclusive").last_day(day, before=True) == PUBLIC.last_day(day, before=True) == day
    assert office(before="exclusive").last_day(day, before=True) == date(2024, 6, 30)
    assert office(before="exclusive").last_day(day, before=False) == day


@given(day=DAYS, number=st.integers(-60, 60).filter(bool), own=st.booleans())
def test_the_nth_working_day_is_worked_and_counts_only_working_days(day: date, number: int, *, own: bool) -> None:
    calendar = OWN if own else PUBLIC
    found = calendar.working_day(day, number)
    step = timedelta(days=1 if number > 0 else -1)
    passed = [day + step * count for count in range(1, abs((found - day).days) + 1)]
    assert calendar.day_off(found) is None
    assert sum(calendar.day_off(one) is None for one in passed) == abs(number)


@given(day=DAYS)
def test_every_day_off_is_followed_by_a_working_day_with_none_between(day: date) -> None:
    off = OWN.day_off(day)
    if off is not None:
        between = [day + timedelta(days=count) for count in range((off.next_working_day - day).days)]
        assert all(OWN.day_off(one) for one in between)
        assert OWN.day_off(off.next_working_day) is None


@pytest.mark.parametrize("year", [1, 1990, 2101, 2199, 9999])
def test_years_without_known_holidays_still_have_weekends(year: int) -> None:
    calendar = OfficeCalendar(year)
    days = [date(year, 5, 1) + timedelta(days=count) for count in range(7)]
    assert calendar.knows_holidays(days[0]) is (1901 <= year <= 2100)
    assert all(calendar.day_off(day) for day in days if day.weekday() > 4)
