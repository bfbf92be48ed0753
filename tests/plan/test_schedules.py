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
        ({"a": "Báo cáo"}, None),
        ({}, None),
    ],
)
def test_marked_periods_are_the_time(cells: dict[str, str | None], said: str | None) -> None:
    assert words(QUARTERS, cells) == said


def test_the_time_of_a_task_goes_first() -> None:
    assert words(QUARTERS, {"a": "x"}, "Tháng 6") == "Tháng 6"


def test_columns_of_months() -> None:
    assert words({"t3": "Tháng 3", "t4": "Tháng 4"}, {"t3": "x", "t4": "x"}) == "Tháng 3; Tháng 4"
