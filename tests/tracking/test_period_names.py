"""What people call a period, with and without its year, in a plan of 2026."""

import pytest

from kshc_cli.tracking.period_names import period_keys, period_name


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("quý II", "2026-Q2"),
        ("quý IV/2025", "2025-Q4"),
        ("Quý 1 năm 2027", "2027-Q1"),
        ("6 tháng đầu năm 2025", "2025-H1"),
        ("nửa đầu năm", "2026-H1"),
        ("nửa đầu năm 2025", "2025-H1"),
        ("06 tháng cuối năm 2025", "2025-H2"),
        ("nửa cuối năm 2027", "2027-H2"),
        ("tháng 8", "2026-08"),
        ("tháng 10/2025", "2025-10"),
        ("năm 2025", "2025"),
        ("cả năm", "2026"),
        ("2025-3", "2025-03"),
        ("20/6", "2026-06-20"),
        ("ngày 5/6/2025", "2025-06-05"),
    ],
)
def test_a_year_that_is_named_counts(words: str, key: str) -> None:
    assert key in period_keys(words, 2026)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("2026-06-20", "20/06/2026"),
        ("2026-06", "month 6"),
        ("2026-Q4", "quarter IV"),
        ("2026-H1", "first half-year"),
        ("2026-H2", "second half-year"),
        ("2026", "year 2026"),
        ("2026-W02", "week 2 (05/01 to 11/01)"),
        ("báo cáo", "báo cáo"),
        ("31/7", "31/7"),
        ("07/2026", "07/2026"),
        ("2026-06/2", "month 6 (2)"),
        ("2027-01", "month 1 of 2027"),
        ("2025-Q4", "quarter IV of 2025"),
        ("2027-H1", "first half-year of 2027"),
        ("2025-H2", "second half-year of 2025"),
        ("2027-W01", "week 1 (04/01/2027 to 10/01/2027)"),
        ("2026-W53", "week 53 (28/12 to 03/01)"),
        ("2025-W53", "2025-W53"),
        ("2026-W00", "2026-W00"),
        ("9999-W52", "9999-W52"),
        ("2026-13", "2026-13"),
        ("on_event", "on event"),
        ("continuous/2", "continuous (2)"),
        ("2026-06-20/3", "20/06/2026 (3)"),
        ("a/b", "a/b"),
    ],
)
def test_a_period_has_a_name(key: str, name: str) -> None:
    assert period_name(key, 2026) == name
