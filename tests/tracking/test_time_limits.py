"""Time limits from an event: Bộ luật Dân sự 2015, Điều 147 and 148."""

from datetime import date, timedelta
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.reading.values import Relative
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.tracking.time_limits import limit_end, months_later
from tests.tracking.calendars import office

PUBLIC = OfficeCalendar(2024)


def end(
    amount: int, unit: Literal["day", "working_day", "month"], anchor: str, calendar: OfficeCalendar = PUBLIC
) -> str:
    found = limit_end(Relative(amount, unit, None, anchor=date.fromisoformat(anchor)), calendar)
    assert found is not None
    return found.isoformat()


def test_the_day_of_the_event_is_not_counted() -> None:
    assert end(1, "day", "2024-06-10") == "2024-06-11"
    assert end(20, "day", "2024-06-10") == "2024-06-30"
    assert end(1, "working_day", "2024-06-10") == "2024-06-11"


def test_working_days_leave_out_weekends_and_tet() -> None:
    assert end(5, "working_day", "2024-06-26") == "2024-07-03"
    assert end(5, "working_day", "2024-02-05") == "2024-02-19"


def test_working_days_count_the_saturday_worked_for_a_day_off() -> None:
    assert end(3, "working_day", "2024-04-26") == "2024-05-04"


def test_working_days_follow_the_offices_own_calendar() -> None:
    own = office(days_off=["2024-06-27"], worked_days=["2024-06-29"])
    assert end(2, "working_day", "2024-06-26", own) == "2024-06-29"
    assert end(2, "working_day", "2024-06-26") == "2024-06-28"


def test_an_end_on_a_day_off_is_left_to_the_policy() -> None:
    assert end(20, "day", "2024-06-10", office(on_day_off="next_working_day")) == "2024-06-30"


@pytest.mark.parametrize(
    ("anchor", "months", "last"),
    [
        ("2024-01-15", 1, "2024-02-15"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-08-31", 1, "2024-09-30"),
        ("2024-12-31", 2, "2025-02-28"),
        ("2024-11-30", 3, "2025-02-28"),
    ],
)
def test_months_end_on_the_same_day_or_the_months_last(anchor: str, months: int, last: str) -> None:
    assert end(months, "month", anchor) == last


@given(day=st.dates(date(1990, 1, 1), date(2200, 1, 1)), months=st.integers(1, 1000))
def test_months_never_overflow_into_the_next(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


UNITS: tuple[Literal["day", "working_day", "month"], ...] = ("day", "working_day", "month")


@pytest.mark.parametrize("unit", UNITS)
def test_a_limit_without_its_event_or_beyond_the_calendar_has_no_end(
    unit: Literal["day", "working_day", "month"],
) -> None:
    assert limit_end(Relative(10, unit, "khi ban hành"), PUBLIC) is None
    assert limit_end(Relative(999, unit, None, anchor=date(9999, 12, 30)), PUBLIC) is None


@pytest.mark.parametrize("unit", UNITS)
def test_the_longest_limit_from_the_last_event_that_a_plan_holds_has_an_end(
    unit: Literal["day", "working_day", "month"],
) -> None:
    found = limit_end(Relative(1000, unit, None, anchor=date(2299, 12, 31)), OfficeCalendar(2199))
    assert found is not None
    assert found > date(2302, 1, 1)
