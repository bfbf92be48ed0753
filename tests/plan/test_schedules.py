"""Columns that are called by a period: numbers are months only where they are those of a whole year."""

from kshc_cli.plan.model import Column
from kshc_cli.plan.schedules import periods_of


def numbered(*numbers: int) -> list[Column]:
    return [Column(role="other", key=f"m{number}", header=f"Năm 2026\n{number}") for number in numbers]


def test_numbers_of_a_whole_year_are_its_months() -> None:
    assert dict(periods_of(numbered(*range(1, 13))))["m2"] == "Tháng 2/2026"


def test_other_numbers_are_nothing() -> None:
    assert dict(periods_of(numbered(*range(2, 13)))) == {}
    assert dict(periods_of(numbered(*range(1, 12)))) == {}
