"""Which days, weeks, months and quarters the calendar does not have, told from unread words."""

from datetime import date, timedelta

import pytest

from kshc_cli.reading.times.days.missing_days import missing_day, missing_in

YEAR = 2026
LENGTHS = [(date(YEAR, month, 28) + timedelta(4)).replace(day=1) - timedelta(1) for month in range(1, 13)]
"""The last day of each month."""


@pytest.mark.parametrize("last", LENGTHS)
def test_each_month_ends_with_its_last_day(last: date) -> None:
    assert missing_day(1, last.month, YEAR) is None
    assert missing_day(last.day, last.month, YEAR) is None
    length = f"February {YEAR} has 28 days." if last.month == 2 else f"Month {last.month} has {last.day} days."
    assert missing_day(last.day + 1, last.month, YEAR) == length


@pytest.mark.parametrize(("year", "days"), [(None, 29), (2024, 29), (2025, 28), (2000, 29), (1900, 28)])
def test_february_is_as_long_as_the_year_makes_it(year: int | None, days: int) -> None:
    assert missing_day(days, 2, year) is None
    assert missing_day(days + 1, 2, year) == (
        "Month 2 has 29 days." if year is None else f"February {year} has {days} days."
    )


def test_what_is_less_than_the_first_is_missing() -> None:
    assert missing_day(0, 1) == "There is no day 0."
    assert missing_day(1, 0) == "There is no month 0."
    assert missing_day(0, 13) == "There is no month 13."


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("31/6", "Month 6 has 30 days."),
        ("31/06/2026", "Month 6 has 30 days."),
        ("29/2", "February 2026 has 28 days."),
        ("29/2/2028", None),
        ("29/02/2027", "February 2027 has 28 days."),
        ("31.6.2026", "Month 6 has 30 days."),
        ("31-6-2026", "Month 6 has 30 days."),
        ("mục 31.6", None),
        ("từ 31-6", None),
        ("ngày 31.6", "Month 6 has 30 days."),
        ("ngày 31-6", "Month 6 has 30 days."),
        ("ngày 31-12", None),
        ("ngày 29-13", None),
        ("ngày 29.13", "There is no month 13."),
        ("ngày 30-2", "February 2026 has 28 days."),
        ("ngày 31 tháng 6", "Month 6 has 30 days."),
        ("31 tháng 6 năm 2026", "Month 6 has 30 days."),
        ("ngày 29 tháng 02 năm 2028", None),
        ("ngày 29 tháng 02, năm 2027", "February 2027 has 28 days."),
        ("ngày 29 tháng 02/2027", "February 2027 has 28 days."),
        ("ngày 29 tháng 02", "February 2026 has 28 days."),
        ("thứ Sáu, ngày 16/7/2026", "16/07/2026 is a Thursday."),
        ("thứ Hai ngày 16/7", "16/07/2026 is a Thursday."),
        ("ngày 16 tháng 7 năm 2026 (Chủ nhật)", "16/07/2026 is a Thursday."),
        ("16/7/2027, thứ bảy", "16/07/2027 is a Friday."),
        ("thứ 5 (ngày 16/7/2026)", None),
        ("Thứ Năm, ngày 16.7.2026", None),
        ("thứ Hai, ngày 31/6/2026", "Month 6 has 30 days."),
        ("thứ Hai, ngày 16/7/0000", None),
        ("lần thứ hai 16/7/2026/QĐ", None),
        ("ngày 0", "There is no day 0."),
        ("ngày 1; 2", None),
        ("ngày 31", None),
        ("ngày 32", "There is no day 32."),
        ("ngày 32 hằng tháng", "There is no day 32."),
        ("ngày 100, tháng 5", "There is no day 100."),
        ("hằng ngày 32", None),
        ("ngày 32 người", None),
        ("tuần 0", "There is no week 0."),
        ("tuần 1", None),
        ("tuần thứ 53", None),
        ("tuần 54", "There is no week 54."),
        ("tháng 0", "There is no month 0."),
        ("tháng 1", None),
        ("tháng 12", None),
        ("tháng 13", "There is no month 13."),
        ("T13", "There is no month 13."),
        ("quý 0", "There is no quarter 0."),
        *((f"quý {quarter}", None) for quarter in ("1", "2", "3", "4", "01", "04", "I", "II", "III", "IV", "iv")),
        ("quý 5", "There is no quarter 5."),
        ("Quý V", "There is no quarter V."),
        ("quí XI", "There is no quarter XI."),
    ],
)
def test_unread_words_say_which_day_there_is_not(words: str, says: str | None) -> None:
    assert missing_in(words, YEAR) == says
