"""Days, months, years and spans as people type them; what is none of them is refused."""

from datetime import date

import pytest

from kshc_cli.desk.days import (
    Today,
    asked_day,
    day_of,
    days_of,
    month_of,
    no_year,
    other_year,
    period_of,
    spelt_day,
    year_of,
)
from kshc_cli.errors import WrongArgumentError

DAYS = {
    "2024-06-30": "2024-06-30",
    "2024-6-3": "2024-06-03",
    " 30/6/2024 ": "2024-06-30",
    "30-6-2024": "2024-06-30",
    "30.06.2024": "2024-06-30",
    "30/6": "2026-06-30",
    "1-6": "2026-06-01",
    "30.6": "2026-06-30",
    "29/02/2028": "2028-02-29",
    "01/01/1900": "1900-01-01",
    "31/12/2299": "2299-12-31",
}


@pytest.mark.parametrize(("typed", "day"), DAYS.items())
def test_a_day_in_any_of_its_forms(typed: str, day: str) -> None:
    assert day_of(typed, year=2026) == date.fromisoformat(day)
    assert asked_day(typed, year=2026) == date.fromisoformat(day)
    assert Today(date(2020, 1, 1), typed).day(year=2026) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "",
            "30",
            "30/6-2024",
            "30/6.2024",
            "24-6-30",
            "2024/6/30",
            "30/6/24",
            "031/6",
            "30/006",
            "３０/6",
            "2024-06",
        ),
        *("30/6/02024", "30//6", "30/6/", "ngày 30/6", "31/12/1899", "01/01/2300", "31/6", "29/02", "0/6", "30/13"),
    ],
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(WrongArgumentError, match="is no day of the calendar"):
        day_of(typed, year=2026)


def test_a_day_without_a_year_needs_a_plan() -> None:
    with pytest.raises(WrongArgumentError, match="names no year"):
        day_of("30/6")
    with pytest.raises(WrongArgumentError, match="write it day/month/year"):
        day_of("30/6/x")
    with pytest.raises(WrongArgumentError, match="write it 30/6 or 30/6/2026"):
        day_of("30/6/x", year=2026)
    assert spelt_day("29/02") == "29/02"
    with pytest.raises(WrongArgumentError, match="February"):
        day_of("30/02/2024")
    with pytest.raises(WrongArgumentError):
        spelt_day("soon")
    assert (asked_day(None, year=2026), Today(date(2020, 1, 1)).day()) == (None, date(2020, 1, 1))


def test_a_period_may_be_open_and_is_never_reversed() -> None:
    first, last = date(2026, 3, 1), date(2026, 3, 1)
    assert period_of("1/3", "1/3", year=2026) == (first, last)
    assert period_of("1/3", None, year=2026) == (first, None)
    assert period_of(None, "1/3", year=2026) == (None, last)
    with pytest.raises(WrongArgumentError, match="ends on 28/02/2026, before it starts on 01/03/2026"):
        period_of("1/3", "28/2", year=2026)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2025-12-31", "2026-01-01", None),
        ("2026-12-31", "2027-01-01", None),
        ("2025-01-01", "2027-12-31", None),
        ("2024-05-01", "2025-12-31", "5/2026"),
        ("2027-01-01", "2027-12-31", "1/2026"),
        ("2027-04-01", None, "4/2026"),
        (None, "2025-12-31", "12/2026"),
        (None, "2026-01-01", None),
        ("2026-12-31", None, None),
        (None, None, None),
    ],
)
def test_a_period_outside_the_plans_year_is_told(start: str | None, end: str | None, said: str | None) -> None:
    first, last = (None if day is None else date.fromisoformat(day) for day in (start, end))
    told = other_year((first, last), year=2026)
    assert told is None if said is None else f"`kshc due --month {said}`" in (told or "")


MONTHS = {
    "2024-06": "2024-06-01 2024-06-30",
    "6/2024": "2024-06-01 2024-06-30",
    "6": "2026-06-01 2026-06-30",
    "T2": "2026-02-01 2026-02-28",
    "tháng 2/2028": "2028-02-01 2028-02-29",
    "12": "2026-12-01 2026-12-31",
    "1": "2026-01-01 2026-01-31",
    "9999-12": "9999-12-01 9999-12-31",
    "0001-01": "0001-01-01 0001-01-31",
}


@pytest.mark.parametrize(("typed", "days"), MONTHS.items())
def test_a_month_in_any_of_its_forms(typed: str, days: str) -> None:
    assert " ".join(map(str, month_of(typed, year=2026))) == days


@pytest.mark.parametrize("typed", ["", "0", "13", "2024-13", "2024-00", "0000-06", "quý 2", "2024", "June"])
def test_what_is_no_month_is_refused(typed: str) -> None:
    with pytest.raises(WrongArgumentError, match="is no month; write it 6 or 6/2026"):
        month_of(typed, year=2026)


def test_a_plans_year() -> None:
    assert [year_of(typed) for typed in ("1990", " 2024 ", "2199")] == [1990, 2024, 2199]
    for typed in ("", "1989", "2200", "24", "02024", "２０２４", "2024.0", "x"):
        with pytest.raises(WrongArgumentError, match="is no year of a plan: 1990 to 2199"):
            year_of(typed)
    assert "x" * 60 in no_year("x" * 61)
    assert "x" * 61 not in no_year("x" * 61)


def test_a_number_of_days() -> None:
    assert [days_of(typed) for typed in ("7", "7d", "2w", "0", "9999", "9999w")] == [7, 7, 14, 0, 9999, 69993]
    for typed in ("", "d", "w", "10000", "7m", "-1", "7 d", "٧", "1.5w"):
        with pytest.raises(WrongArgumentError, match="is no number of days; write it 7d or 2w"):
            days_of(typed)
