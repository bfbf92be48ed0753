"""Tables whose columns are periods: a cross says when."""

import pytest

from kshc_cli.plan.model import Column, Section, Task, TimeWords
from kshc_cli.plan.walk import Placed


def words(headers: dict[str, str], cells: dict[str, str | None], time: str | None = None) -> str | None:
    columns = tuple(Column(role="other", key=key, header=header) for key, header in headers.items())
    given = TimeWords(text=time) if time else None
    task = Task(id="1", number=None, content="a", lead=None, time=given, others=cells)
    placed = Placed(task, (), Section(), None, columns=columns)
    return placed.time_words.text if placed.time_words else None


QUARTERS = {"a": "Quý I", "b": "Thời gian thực hiện\nQuý II", "c": "quý 3/2026", "d": "Ghi chú"}


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"a": "x"}, "Quý I"),
        ({"a": "X", "b": " x "}, "Quý I; Quý II"),
        ({"c": "✓", "a": None}, "quý 3/2026"),
        ({"d": "x"}, None),
        ({"a": "-"}, None),
        ({}, None),
    ],
)
def test_marked_periods_are_the_time(cells: dict[str, str | None], said: str | None) -> None:
    assert words(QUARTERS, cells) == said


def test_the_time_of_a_task_goes_first() -> None:
    assert words(QUARTERS, {"a": "x"}, "Tháng 6") == "Tháng 6"


def test_columns_of_months() -> None:
    assert words({"t3": "Tháng 3", "t4": "Tháng 4"}, {"t3": "x", "t4": "x"}) == "Tháng 3; Tháng 4"


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("T3", "Tháng 3"),
        ("Tháng\nT3", "Tháng 3"),
        ("Tháng\n3", "Tháng 3"),
        ("Quý\nII", "Quý II"),
        ("Năm 2027\nQuý I", "Quý I/2027"),
        ("Năm 2026\nTháng 3/2027", "Tháng 3/2027"),
        ("T13", None),
        ("Tháng\n13", None),
        ("Kinh phí\n3", None),
        ("3", None),
    ],
)
def test_what_stands_over_a_cross_is_a_period(header: str, said: str | None) -> None:
    assert words({"a": header}, {"a": "x"}) == said


def test_twelve_numbers_below_a_year_are_months() -> None:
    headers = {f"m{month}": f"Năm 2026\n{month}" for month in range(1, 13)} | {"n1": "Năm 2027\n1"}
    assert words(headers, {"m2": "x", "n1": "x"}) == "Tháng 2/2026; Tháng 1/2027"
    assert words({"m1": "Năm 2026\n1"}, {"m1": "x"}) is None


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("x (nếu có)", "Quý I"),
        ("trước 15/3", "trước 15/3"),
        ("nt", "nt"),
        ("1", "1"),
        ("Báo cáo", "Báo cáo"),
        ("–", None),
        ("Không", None),
    ],
)
def test_other_words_below_a_period_are_the_time(cell: str, said: str | None) -> None:
    assert words(QUARTERS, {"a": cell}) == said
