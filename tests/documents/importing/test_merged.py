"""Cells under several headers: their words go to the one that they fit, or it is said that nobody can tell."""

import pytest

from kshc_cli.documents.importing.document import Imported, imported
from kshc_cli.plan.model import Task
from kshc_cli.plan.walk import placed_tasks
from kshc_cli.reading.tasks import read_plan
from kshc_cli.reading.values import Window
from tests.documents.importing.foreign import DOWN, UP, cell, plan, row, table, wide
from tests.documents.word_xml import p, read, tr

HEADER = row("STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Sản phẩm", "Thời gian")
TASK = row("1", "Xây dựng kế hoạch", "Văn phòng", "Công an xã", "Kế hoạch", "Quý I")
ROLES = ("number", "content", "lead", "coop", "result", "time")


def found(*rows: str) -> Imported:
    return imported(read(plan(p("Mở đầu.") + table(*rows))))


def tasks(result: Imported) -> list[Task]:
    return [one.task for one in placed_tasks(result.plan) if isinstance(one.task, Task)]


def said(task: Task) -> dict[str, str]:
    fields = {
        "number": task.number,
        "content": None if task.content == "[?]" else task.content,
        "lead": task.lead and task.lead.text,
        "coop": task.coop and task.coop.text,
        "result": task.result,
        "time": task.time and task.time.text,
    }
    return {name: words for name, words in fields.items() if words}


def over(first: str, last: str, words: str) -> str:
    """Return a row of a task with one cell from one column to another."""
    start, end = ROLES.index(first), ROLES.index(last) + 1
    others = {"number": "2", "content": "Họp", "lead": "Văn phòng", "time": "Quý II"}
    left = (cell(others.get(role, "")) for role in ROLES[:start])
    right = (cell(others.get(role, "")) for role in ROLES[end:])
    return tr(*left, cell(words, wide(end - start)), *right)


@pytest.mark.parametrize(
    ("first", "last", "words", "role"),
    [
        ("lead", "time", "Tháng 02/2024", "time"),
        ("lead", "time", "Phòng Kinh tế", "lead"),
        ("lead", "time", "Thường xuyên", "time"),
        ("lead", "coop", "Các phòng, ban", "lead"),
        ("coop", "result", "Công an xã", "coop"),
        ("coop", "time", "30/6/2024", "time"),
        ("coop", "time", "Các ấp", "coop"),
        ("result", "time", "Quý III", "time"),
        ("content", "lead", "Họp giao ban của UBND xã", "content"),
        ("number", "content", "Họp", "content"),
    ],
)
def test_words_go_to_the_header_that_they_fit(first: str, last: str, words: str, role: str) -> None:
    result = found(HEADER, TASK, over(first, last, words))
    covered = ROLES[ROLES.index(first) : ROLES.index(last) + 1]
    held = said(tasks(result)[1])
    assert {name: held[name] for name in covered if name in held} == {role: words}
    assert not result.doubts


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("lead", "time", "Toàn hệ thống chính trị"),
        ("result", "time", "Sổ theo dõi"),
        ("lead", "time", "Quý II - Phòng Kinh tế"),
    ],
)
def test_words_that_fit_none_stand_under_the_first_and_are_said(first: str, last: str, words: str) -> None:
    result = found(HEADER, TASK, over(first, last, words))
    assert said(tasks(result)[1])[first] == words
    (doubt,) = result.doubts
    assert doubt.rule == "merged-cell"
    assert doubt.word_place is not None
    assert doubt.word_place.quote == words


def test_a_merged_time_holds_for_all_rows_that_it_covers() -> None:
    first = tr(cell("2"), cell("Họp"), cell("Tháng 5", wide(4) + DOWN))
    second = tr(cell("3"), cell("Kiểm tra"), cell("", wide(4) + UP))
    assert [said(task).get("time") for task in tasks(found(HEADER, TASK, first, second))] == [
        "Quý I",
        "Tháng 5",
        "Tháng 5",
    ]


def test_a_cross_over_several_bodies_marks_each() -> None:
    header = tr(cell("STT", DOWN), cell("Nhiệm vụ", DOWN), cell("Đơn vị thực hiện", wide(2)), cell("Thời gian", DOWN))
    below = tr(cell("", UP), cell("", UP), cell("Văn phòng"), cell("Công an xã"), cell("", UP))
    result = found(header, below, tr(cell("1"), cell("Họp"), cell("x", wide(2)), cell("Quý I")))
    assert list(tasks(result)[0].others.values()) == ["x", "x"]


def test_a_lone_cell_over_number_and_content_is_a_heading() -> None:
    result = found(HEADER, tr(cell("Về kinh tế", wide(2)), cell(), cell(), cell(), cell()), TASK)
    assert [group.heading for group in result.plan.plan.sections[-1].tables[0].groups] == ["Về kinh tế"]


def test_a_merged_row_whose_number_counts_on_is_a_task() -> None:
    wide_row = tr(cell("2"), cell("Các phòng báo cáo Văn phòng hằng tuần", wide(5)))
    rows = (HEADER, TASK, wide_row, row("3", "Họp", "Văn phòng", "", "", "Quý II"))
    assert [task.number for task in tasks(found(*rows))] == ["1", "2", "3"]
    assert [task.number for task in tasks(found(HEADER, TASK, wide_row, row("1", "Họp", "", "", "", "Quý II")))] == [
        "1",
        "1",
    ]


MONTHS = (cell("", UP), cell("", UP), *(cell(f"Tháng {month}") for month in range(7, 11)))


def crossed(*cells: str, content: str = "Họp") -> list[str]:
    """Return the time of a task with these cells below four months, as days of 2024."""
    header = tr(cell("STT", DOWN), cell("Nhiệm vụ", DOWN), cell("Thời gian", wide(4)))
    (read_task,) = read_plan(found(header, tr(*MONTHS), tr(cell("1"), cell(content), *cells)).plan).tasks
    return [f"{part.start}..{part.end}" for part in read_task.time.parts if isinstance(part, Window)]


def test_neighbouring_crosses_are_one_period_in_one_cell_or_several() -> None:
    assert crossed(cell("x", wide(3)), cell()) == ["2024-07-01..2024-09-30"]
    assert crossed(cell(), cell("x", wide(3))) == crossed(cell(), *[cell("x")] * 3) == ["2024-08-01..2024-10-31"]
    assert crossed(cell("x"), cell("x"), cell(), cell("x")) == ["2024-07-01..2024-08-31", "2024-10-01..2024-10-31"]


@pytest.mark.parametrize(
    ("content", "count"),
    [
        ("Báo cáo tháng", 4),
        ("Giao ban với các ấp", 4),
        ("Kiểm tra định kỳ", 4),
        ("Họp dân hằng tháng", 4),
        ("Báo cáo tháng 3", 1),
        ("Họp dân hằng quý", 1),
        ("Rà soát hộ nghèo", 1),
    ],
)
def test_what_is_done_anew_in_each_month_is_due_in_each(content: str, count: int) -> None:
    assert len(crossed(*[cell("x")] * 4, content=content)) == count


def test_a_row_below_a_month_without_crosses_is_of_that_month() -> None:
    top = row("STT", "Nhiệm vụ", "Chủ trì", "Tháng 5", "Tháng 6")
    rows = (
        tr(cell("THÁNG 5", wide(5))),
        row("1", "Họp", "Văn phòng", "", ""),
        row("2", "Kiểm tra", "Văn phòng", "", "x"),
    )
    read_tasks = read_plan(found(top, *rows).plan).tasks
    assert [one.placed.time_words and one.placed.time_words.text for one in read_tasks] == ["THÁNG 5", "Tháng 6"]
