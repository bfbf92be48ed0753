"""Columns that are called by a period: numbers are months only where they are those of a whole year."""

import pytest

from kshc_cli.plan.model import Column
from kshc_cli.plan.schedules import is_crossed_throughout, periods_of


def numbered(*numbers: int) -> list[Column]:
    return [Column(role="other", key=f"m{number}", header=f"Năm 2026\n{number}") for number in numbers]


def test_numbers_of_a_whole_year_are_its_months() -> None:
    assert dict(periods_of(numbered(*range(1, 13))))["m2"] == "Tháng 2/2026"


def test_other_numbers_are_nothing() -> None:
    assert dict(periods_of(numbered(*range(2, 13)))) == {}
    assert dict(periods_of(numbered(*range(1, 12)))) == {}


@pytest.mark.parametrize(
    ("columns", "crossed", "content", "throughout"),
    [
        (12, 12, "Tuyên truyền pháp luật", True),
        (12, 12, "Giao ban hằng tháng", False),
        (12, 11, "Tuyên truyền pháp luật", False),
        (6, 6, "Tuyên truyền pháp luật", False),
    ],
)
def test_a_row_that_is_crossed_in_each_month_of_the_year_says_no_time(
    columns: int, crossed: int, content: str, *, throughout: bool
) -> None:
    months = [Column(role="other", key=f"m{one}", header=f"Tháng {one}") for one in range(1, columns + 1)]
    cells = dict.fromkeys((f"m{one}" for one in range(1, crossed + 1)), "x")
    assert is_crossed_throughout(months, cells, content) is throughout
