"""The table of holidays says what the library says, and decided years what the State decided."""

from datetime import date, timedelta

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.plan.model import Calendar
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.tracking.public_days import holidays, is_worked
from kshc_cli.tracking.state_days import STATE_YEARS
from tests.locked import made_with
from tools import holiday_table

LIBRARY = country_holidays("VN", language="vi", years=range(1901, 2101))
COMPUTED = [year for year in range(1901, 2101) if year not in STATE_YEARS]


@made_with("holidays")
def test_the_table_is_fresh() -> None:
    for path, content in holiday_table.files().items():
        assert path.read_bytes() == content


@made_with("holidays")
def test_every_day_of_two_centuries_is_what_the_library_makes_it() -> None:
    for year in COMPUTED:
        computed = {day: holiday_table.called(name) for day, name in LIBRARY.items() if day.year == year}
        assert holidays(year) == computed
        assert not any("thay cho" in name for name in computed.values())
        days = [date(year, 1, 1) + timedelta(days=count) for count in range(365)]
        assert [is_worked(day) for day in days] == [LIBRARY.is_working_day(day) for day in days]


@pytest.mark.parametrize("year", [1900, 2101, 2199, 9999])
def test_years_that_nobody_computed_have_weekends_only(year: int) -> None:
    days = [date(year, 9, 1) + timedelta(days=count) for count in range(14)]
    assert [is_worked(day) for day in days] == [day.weekday() < 5 for day in days]


DAYS = st.dates(date(2008, 1, 1), date(2019, 12, 31))


@given(
    off=st.sets(DAYS, max_size=5), worked=st.sets(DAYS, max_size=5), day=DAYS, number=st.sampled_from([1, -1, 2, 7, -5])
)
def test_own_days_count_as_if_the_library_had_them(off: set[date], worked: set[date], day: date, number: int) -> None:
    own = Calendar.model_validate({"days_off": [*map(str, off)], "worked_days": [*map(str, worked)]})
    expected = country_holidays("VN", language="vi", years=range(2007, 2021))
    closed = [one for one in off if expected.is_working_day(one)]
    expected.update(dict.fromkeys(closed, "the office's day off"))
    expected.weekend_workdays = (expected.weekend_workdays - set(closed)) | worked
    for one in worked:
        expected.pop(one, "")
    calendar = OfficeCalendar(2012, own)
    found = calendar.day_off(day)
    assert (found is None) == expected.is_working_day(day)
    assert calendar.working_day(day, number) == expected.get_nth_working_day(day, number)
    if found and not found.weekend:
        assert found.reason == expected[day].replace("Ngày nghỉ (thay cho ngày", "Ngày nghỉ hoán đổi (làm bù ngày")
