"""Numbers and dates as a sheet shows them."""

from datetime import date, datetime, time, timedelta

import pytest

from kshc_cli.documents.excel.number_format import Moment, Number, shown_moment, shown_number

DAY = datetime(2026, 6, 1)  # noqa: DTZ001  a cell has no zone


@pytest.mark.parametrize(
    ("value", "number_format", "words"),
    [
        (DAY, "dd/mm/yyyy", "01/06/2026"),
        (DAY, "d/m", "1/6"),
        (DAY, "d/m/yy", "1/6/26"),
        (DAY, "mm/yyyy", "06/2026"),
        (DAY, "yyyy-mm-dd", "2026-06-01"),
        (DAY, '"Trước ngày "dd/mm/yyyy;@', "Trước ngày 01/06/2026"),
        (DAY, '"a;b "d/m', "a;b 1/6"),
        (DAY, "[$-42A]dd\\-mm\\-yyyy", "01-06-2026"),
        (DAY, "mm-dd-yy", "01/06/2026"),
        (DAY, "m/d/yy h:mm", "01/06/2026"),
        (DAY, "General", "01/06/2026"),
        (date(2026, 12, 31), "dd/mm/yyyy", "31/12/2026"),
        (datetime(2026, 6, 1, 7, 5), "h:mm dd/mm/yyyy", "7:05 01/06/2026"),  # noqa: DTZ001
        (time(7, 30), "hh:mm:ss", "07:30:00"),
        (timedelta(hours=26), "[h]:mm", "1 day, 2:00:00"),
    ],
)
def test_a_date_is_written_as_the_sheet_shows_it(value: Moment, number_format: str, words: str) -> None:
    assert shown_moment(value, number_format) == (words, False)


@pytest.mark.parametrize(
    ("number_format", "words"),
    [
        ("mmm-yy", "06/2026"),
        ("d-mmm", "01/06"),
        ("m/d/yyyy", "01/06/2026"),
        ("mm/dd", "01/06"),
        ("dddd, dd/mm/yyyy", "01/06/2026"),
        ("mmmm d, yyyy", "01/06/2026"),
    ],
)
def test_a_month_first_or_by_name_is_written_day_first(number_format: str, words: str) -> None:
    """6/1/2026 would be read as the 6th of January, and Jun depends on the computer's language."""
    assert shown_moment(DAY, number_format) == (words, True)


@pytest.mark.parametrize(
    ("value", "number_format", "words"),
    [
        (15, "General", "15"),
        (15.0, "General", "15"),
        (1.5, "General", "1.5"),
        (0.1 + 0.2, "General", "0.3"),
        (0.85, "0%", "85%"),
        (0.855, "0.0%", "85.5%"),
        (1.1, "0.00", "1.10"),
        (1200, "#,##0", "1200"),
        (7, "00", "07"),
        (3, '"Quý "0', "Quý 3"),
        (12, '0" hồ sơ"', "12 hồ sơ"),
        (12, "0_);(0)", "12"),
        (12345678, "0.00E+00", "12345678"),
        (5, "@", "5"),
    ],
)
def test_a_number_is_written_as_the_sheet_shows_it(value: Number, number_format: str, words: str) -> None:
    assert shown_number(value, number_format) == words


@pytest.mark.parametrize(
    ("number_format", "shown"),
    [
        ("yyyy-mm-dd h:mm:ss", "2026-06-01"),
        ("dd/mm/yyyy hh:mm", "01/06/2026"),
        ("hh:mm dd/mm/yyyy", "00:00 01/06/2026"),
        ('dd/mm/yyyy hh:mm "(dự kiến)"', "01/06/2026 00:00 (dự kiến)"),
    ],
)
def test_midnight_behind_a_day_is_no_hour(number_format: str, shown: str) -> None:
    assert shown_moment(DAY, number_format).words == shown


def test_other_hours_behind_a_day_stay() -> None:
    assert shown_moment(DAY + timedelta(hours=8, minutes=30), "dd/mm/yyyy hh:mm").words == "01/06/2026 08:30"


@pytest.mark.parametrize(("number_format", "shown"), [('"Quý II"', "Quý II"), (";;;", "46086"), ("@", "46086")])
def test_a_format_without_digits_shows_its_words(number_format: str, shown: str) -> None:
    assert shown_number(46086, number_format) == shown
