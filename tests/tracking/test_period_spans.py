"""Periods of the calendar: the days of each key and back, and the keys that words may mean."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.tracking.period_names import calendar_period, occasion_name, period_keys, span_of

KEYS = ("{year}", *(f"{{year}}-H{n}" for n in (1, 2)), *(f"{{year}}-Q{n}" for n in range(1, 5)))
MONTHS = tuple(f"{{year}}-{n:02}" for n in range(1, 13))


@pytest.mark.parametrize("year", [1999, 2024, 2026])
@pytest.mark.parametrize("form", [*KEYS, *MONTHS])
def test_the_days_of_a_period_are_its_own_alone(form: str, year: int) -> None:
    key = form.format(year=year)
    first, last = span_of(key) or (date.min, date.max)
    assert calendar_period(first, last) == key
    for begin, end in ((first + timedelta(1), last), (first, last - timedelta(1)), (first - timedelta(1), last)):
        assert calendar_period(begin, end) != key
    assert calendar_period(first, last + timedelta(1)) != key


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 800))
def test_other_spans_have_no_name(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    key = calendar_period(first, last)
    assert span_of(key) == (first, last) if key else True
    named = {form.format(year=first.year) for form in (*KEYS, *MONTHS)}
    assert key in named if key else all(span_of(each) != (first, last) for each in named)


@pytest.mark.parametrize(
    ("key", "days"),
    [
        ("2026-W01", "2025-12-29 2026-01-04"),
        ("2026-W53", "2026-12-28 2027-01-03"),
        ("2025-W52", "2025-12-22 2025-12-28"),
        ("2024-02", "2024-02-01 2024-02-29"),
        ("2026-Q4", "2026-10-01 2026-12-31"),
        ("2026-H2", "2026-07-01 2026-12-31"),
        ("2999", "2999-01-01 2999-12-31"),
        *((key, "") for key in ("2025-W53", "2026-W00", "2026-13", "2026-Q5", "2026-H3", "26-Q1", "3000", "x", "")),
    ],
)
def test_the_days_of_a_key(key: str, days: str) -> None:
    assert " ".join(map(str, span_of(key) or ())) == days


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("Q2", "2026-Q2"),
        ("quý 2", "2026-Q2"),
        ("Quý II/2025", "2025-Q2"),
        ("q.iv", "2026-Q4"),
        ("quý 02", "2026-Q2"),
        ("quý 5", ""),
        ("T6", "2026-06"),
        ("t.06", "2026-06"),
        ("tháng 6", "2026-06"),
        ("thang 12/2025", "2025-12"),
        ("tháng 6 năm 2025", "2025-06"),
        ("6", "2026-06 2026-W06"),
        ("06", "2026-06 2026-W06"),
        ("13", "2026-13 2026-W13"),
        ("6/2025", "2025-06"),
        ("6-2025", "2025-06"),
        ("tuần 5", "2026-W05"),
        ("W53", "2026-W53"),
        ("tuan 05 nam 2025", "2025-W05"),
        ("H1", "2026-H1"),
        ("h2/2025", "2025-H2"),
        ("H3", ""),
        ("6 tháng", "2026-H1"),
        ("06 tháng đầu", "2026-H1"),
        ("sáu tháng đầu năm", "2026-H1"),
        ("6 tháng đầu năm 2025", "2025-H1"),
        ("6 tháng cuối", "2026-H2"),
        ("sáu tháng cuối năm", "2026-H2"),
        ("nửa cuối năm 2025", "2025-H2"),
        ("năm", "2026"),
        ("cả năm 2025", "2025"),
        ("year", "2026"),
        ("2025-6", "2025-06"),
        ("2025-06", "2025-06"),
        ("20/6", "2026-06-20"),
        ("20.6.2025", "2025-06-20"),
        ("đợt 20-6", "2026-06-20"),
        ("ngày 5/6", "2026-06-05"),
        ("5/6/25", ""),
        ("on_event", ""),
        (" x ", ""),
    ],
)
def test_the_keys_that_words_may_mean(words: str, keys: str) -> None:
    found = list(dict.fromkeys(period_keys(words, 2026)))
    assert [key for key in found if key in keys.split()] == keys.split()
    typed = {words.strip(), words.strip().upper(), f"2026-{words.strip().upper()}"}
    assert {*found} == {*keys.split()} | typed


def test_a_span_without_a_name_goes_by_both_days() -> None:
    first, last = date(2026, 3, 5), date(2026, 4, 7)
    assert occasion_name("2026-03-05", 2026, first, last) == "05/03–07/04/2026"
    assert occasion_name("2025-12-05", 2026, date(2025, 12, 5), last) == "05/12/2025–07/04/2026"
    assert occasion_name("2026-03-05", 2026, first, first) == "05/03/2026"
    assert occasion_name("2026-03-05", 2026, None, last) == "05/03/2026"
    assert occasion_name("2026-03", 2026, first, last) == "month 3"
