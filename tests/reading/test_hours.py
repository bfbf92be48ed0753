"""Hours, lengths and weekdays beside a day leave it as it is; a weekday that it is not leaves it unread."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Deadline, TimePart, Window
from tests.reading.expected import YEAR, comes_back, deadline, meaning, window

ONE_DAY = [
    *("Từ 7 giờ 30 đến 11 giờ 30 ngày 15/3/2024", "8h00-10h00 ngày 15/3/2024", "trước 16h00’ ngày 15/3/2024"),
    *("7 giờ 30, thứ Sáu, ngày 15/3/2024", "thứ Sáu, ngày 15/3/2024", "Thứ 6 (ngày 15/3)", "ngày 15/3/2024 (thứ Sáu)"),
    *("14 giờ 00 phút, ngày 15/3/2024 (thứ Sáu)", "01 buổi chiều, ngày 15/3", "01 buổi, sáng ngày 15/3/2024"),
    *("lúc 8 giờ 00 ngày 15/3/2024", "vào hồi 14 giờ ngày 15/3/2024", "8 giờ 30 sáng ngày 15/3", "ngày 15/3, thứ Sáu"),
    *("08h00, thứ Sáu, ngày 15/3/2024, tại Hội trường UBND xã", "15/3/2024 (thứ Sáu)", "Sáng thứ Sáu, ngày 15/3"),
]


@pytest.mark.parametrize("text", ONE_DAY)
def test_a_day_with_hours_or_its_weekday_is_that_day(text: str) -> None:
    assert meaning(text) == [deadline("2024-03-15")]


SEVERAL: dict[str, list[TimePart]] = {
    "Từ 08 giờ 00 đến 17 giờ 00, từ ngày 11/3/2024 đến ngày 15/3/2024": [window("2024-03-11", "2024-03-15")],
    "từ 8h00 đến 17h00 các ngày 14, 15/3/2024": [window("2024-03-14", "2024-03-15")],
    "Từ 8 giờ ngày 14/3 đến 17 giờ ngày 15/3/2024": [window("2024-03-14", "2024-03-15")],
    "02 ngày, từ ngày 14/3/2024 đến ngày 15/3/2024": [window("2024-03-14", "2024-03-15")],
    "15 ngày, bắt đầu từ ngày 20/5/2024 đến ngày 09/6/2024": [window("2024-05-20", "2024-06-09")],
    "từ thứ Hai, ngày 11/3/2024 đến thứ Sáu, ngày 15/3/2024": [window("2024-03-11", "2024-03-15")],
    "ngày 13/3/2024 (thứ Tư) và ngày 15/3/2024 (thứ Sáu)": [deadline("2024-03-13"), deadline("2024-03-15")],
    "trước 16h00’ thứ Sáu hằng tuần": [comes_back("FREQ=WEEKLY;BYDAY=FR")],
}


@pytest.mark.parametrize("text", SEVERAL)
def test_hours_and_lengths_leave_several_days_as_they_are(text: str) -> None:
    assert meaning(text) == SEVERAL[text]


NEAR = [
    *(
        "03 ngày, từ 15/6/2024",
        "10 ngày, trước ngày 30/6/2024",
        "10 ngày trước ngày 30/6/2024",
        "24/24 giờ ngày 15/6/2024",
    ),
    *(
        "trước 25 giờ ngày 15/6/2024",
        "trong 24 giờ ngày 15/6/2024",
        "từ 7 giờ đến 25 giờ ngày 15/6/2024",
        "7h00 - 11h30",
    ),
    *("từ thứ Hai, ngày 11/3/2024 đến thứ Năm, ngày 15/3/2024", "thứ Hai ngày 15 hằng tháng", "thứ Sáu, tháng 3/2024"),
    *(
        "Thứ Sáu (ngày 15/3/2024",
        "lần thứ ba ngày 15/6/2024",
        "từ thứ Hai, ngày 11/3/2024 đến thứ Sáu",
        "01 buổi, tháng 6",
    ),
    *("02 tuần, quý II/2024", "Từ 8 giờ đến 17 giờ, quý I", "thứ Sáu, ngày 15", "5 ngày: trước ngày 15/6/2024"),
]


@pytest.mark.parametrize("text", NEAR)
def test_what_only_looks_like_hours_or_a_weekday_of_a_day_stays_unread(text: str) -> None:
    assert read_time(text, year=YEAR).parts == ()


_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(
        ["{name}, ngày {day:%d/%m/%Y}", "ngày {day:%d/%m/%Y} ({name})", "8h00, {name}, ngày {day:%d-%m-%Y}"]
    ),
    st.integers(0, 6),
)
def test_a_day_is_read_only_with_its_own_weekday(day: date, form: str, weekday: int) -> None:
    reading = read_time(form.format(name=_NAMES[weekday], day=day), year=day.year)
    assert bool(reading.parts) == (weekday == day.weekday())
    assert all(isinstance(part, Deadline) and part.due == day for part in reading.parts)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 1)), st.integers(0, 30), st.integers(1, 11), st.integers(12, 24))
def test_hours_before_a_span_of_days_leave_it_as_it_is(day: date, length: int, first: int, last: int) -> None:
    end = day + timedelta(length)
    text = f"Từ {first} giờ 30 đến {last}h00, từ ngày {day:%d/%m/%Y} đến ngày {end:%d/%m/%Y}"
    assert meaning(text) == [Window(day, end)]
    assert meaning(f"Từ {first}h00 ngày {day:%d/%m/%Y} đến {last} giờ ngày {end:%d/%m/%Y}") == [Window(day, end)]
