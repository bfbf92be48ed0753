"""Headers of two rows, merged or not, and rows with other cells than their header."""

from pathlib import Path

import pytest

from kshc_cli.documents.importing.document import Imported, imported
from kshc_cli.documents.importing.errors import NoTaskTableError
from kshc_cli.plan.model import AgencyWords, Task
from kshc_cli.plan.walk import Placed, placed_tasks
from kshc_cli.reading.tasks import read_plan
from kshc_cli.source.edit.plan_yaml import plan_yaml
from tests.conftest import Kshc
from tests.documents.importing.foreign import DOWN, HEADER, TASK, UP, cell, plan, row, table, wide
from tests.documents.word_xml import p, read, tc, tr


def found(*rows: str, widths: tuple[int, ...] = ()) -> Imported:
    return imported(read(plan(p("Mở đầu.") + table(*rows, widths=widths))))


def placed(result: Imported) -> list[Placed]:
    return list(placed_tasks(result.plan))


def times(result: Imported) -> list[str | None]:
    return [one.time_words.text if one.time_words else None for one in placed(result)]


def first(result: Imported) -> Task:
    task = placed(result)[0].task
    assert isinstance(task, Task)
    return task


def tops(*words: str, merged: bool) -> tuple[str, ...]:
    return tuple(cell(one, DOWN if merged else "") for one in words)


def blanks(number: int, *, merged: bool) -> tuple[str, ...]:
    return tuple(cell("", UP if merged else "") for _place in range(number))


QUARTERS = ("Quý I", "Quý II", "Quý III", "Quý IV")
FIRST = ("STT", "Nhiệm vụ", "Chủ trì")


@pytest.mark.parametrize("merged_down", [True, False])
@pytest.mark.parametrize("merged_across", [True, False])
@pytest.mark.parametrize(
    ("over", "below", "marked"),
    [
        ("Thời gian thực hiện", QUARTERS, "Quý II, Quý III"),
        ("Tiến độ năm 2024", ("I", "II", "III", "IV"), "Quý II/2024, Quý III/2024"),
        ("Thời gian thực hiện", tuple(map(str, range(1, 13))), "Tháng 2, Tháng 3"),
        ("Tháng", ("1", "2", "3"), "Tháng 2, Tháng 3"),
        ("Thời gian", ("2024", "2025", "2026"), "Năm 2025; Năm 2026"),
        ("Lộ trình", ("2024", "2025", "2026-2030"), "Năm 2025; Năm 2026-2030"),
        ("Thời gian", ("6 tháng đầu năm", "6 tháng cuối năm", "Quý I"), "6 tháng cuối năm; Quý I"),
    ],
)
def test_parts_of_a_time_below_one_header(
    over: str, below: tuple[str, ...], marked: str, *, merged_down: bool, merged_across: bool
) -> None:
    spread = (cell(over, wide(len(below))),) if merged_across else (cell(over), *(cell("") for _one in below[1:]))
    above = tr(*tops(*FIRST, merged=merged_down), *spread)
    under = tr(*blanks(3, merged=merged_down), *map(cell, below))
    result = found(above, under, row("1", "Họp", "Văn phòng", "", "x", "x", *("" for _one in below[3:])))
    assert times(result) == [marked]
    assert first(result).time is None


@pytest.mark.parametrize(
    "below", [("Tuần 1", "Tuần 2"), ("Tuần 1-2", "Tuần 3-4"), ("Giai đoạn 1", "Giai đoạn 2"), ("Đợt 1", "Đợt 2")]
)
def test_parts_of_a_time_that_nobody_can_read_are_its_words(below: tuple[str, ...]) -> None:
    above = tr(*tops(*FIRST, merged=True), cell("Thời gian", wide(2)))
    result = found(above, tr(*blanks(3, merged=True), *map(cell, below)), row("1", "Họp", "Văn phòng", "", "x"))
    assert times(result) == [below[1]]


def test_days_below_waves_are_times_and_sums_are_none() -> None:
    rows = (row("1", "Chi trả", "Văn phòng", "15/3", "Tháng 9"), row("2", "Mua sắm", "Văn phòng", "500 triệu", "x"))
    assert times(found(row(*FIRST, "Đợt 1", "Đợt 2"), *rows)) == ["15/3; Tháng 9", "Đợt 2"]


def test_weeks_without_words_over_them_are_parts_of_a_time() -> None:
    assert times(found(row(*FIRST, "Tuần 1", "Tuần 2"), row("1", "Họp", "Văn phòng", "", "x"))) == ["Tuần 2"]


def test_a_bare_number_is_quoted_with_the_words_above_it() -> None:
    above = tr(*tops(*FIRST, merged=True), cell("Thời gian thực hiện", wide(2)))
    result = found(above, tr(*blanks(3, merged=True), cell("1"), cell("2")), row("1", "Họp", "Văn phòng", "x", ""))
    assert times(result) == ["Thời gian thực hiện: 1"]


@pytest.mark.parametrize("merged", [True, False])
def test_who_leads_and_who_cooperates_below_one_header(*, merged: bool) -> None:
    above = tr(cell("STT"), cell("Nhiệm vụ"), cell("Phân công"), cell(""), cell("Thời gian"))
    if merged:
        above = tr(cell("STT"), cell("Nhiệm vụ"), cell("Phân công", wide(2)), cell("Thời gian"))
    under = row("", "", "Chủ trì", "Phối hợp", "")
    task = first(found(above, under, row("1", "Họp", "Văn phòng", "Công an", "Quý I")))
    assert task.lead is not None
    assert task.coop is not None
    assert (task.lead.text, task.coop.text) == ("Văn phòng", "Công an")


def test_a_row_below_a_header_with_blank_cells_is_a_task() -> None:
    result = found(row("STT", "Nhiệm vụ", "Chủ trì", "Thời gian", ""), row("", "Họp", "Văn phòng", "Quý I", "gấp"))
    assert first(result).content == "Họp"


def test_the_content_is_what_differs_from_row_to_row() -> None:
    header = row("STT", "Nhiệm vụ", "Nội dung", "Chủ trì", "Thời gian")
    merged = tr(cell("1", DOWN), cell("Tuyên truyền", DOWN), *map(cell, ("In tờ rơi", "Văn phòng", "Quý I")))
    below = tr(*blanks(2, merged=True), *map(cell, ("Đăng tin", "Công an", "Quý II")))
    result = found(header, merged, below)
    assert [one.task.content for one in placed(result)] == ["In tờ rơi", "Đăng tin"]
    result = found(header, row("1", "Họp", "Họp giao ban", "Văn phòng", "Quý I"))
    assert first(result).content == "Họp"


WIDTHS = (500, 3000, 2000, 1500)


def measured(*cells: tuple[int, str]) -> str:
    return tr(*(tc(p(words), f'<w:tcW w:w="{width}" w:type="dxa"/>') for width, words in cells))


def said(result: Imported) -> list[str]:
    return [one.rule for one in result.doubts]


@pytest.mark.parametrize(
    ("cells", "content"),
    [
        (((3000, "Họp"), (2000, "Văn phòng"), (1500, "Quý I")), "Họp"),
        (((500, "1"), (1500, "Họp"), (1500, "giao ban"), (2000, "Văn phòng"), (1500, "Quý I")), "Họp\ngiao ban"),
        (((500, "1"), (3000, "Họp"), (2000, "Văn phòng"), (1500, "Quý I"), (100, "")), "Họp"),
    ],
)
def test_cells_stand_under_the_header_by_their_width(cells: tuple[tuple[int, str], ...], content: str) -> None:
    result = found(HEADER, row("1", "Kế hoạch", "Công an", "Quý II"), measured(*cells), widths=WIDTHS)
    task = placed(result)[1].task
    assert isinstance(task, Task)
    assert task.lead is not None
    assert (task.content, task.lead.text, times(result)[1]) == (content, "Văn phòng", "Quý I")
    assert said(result) == []


@pytest.mark.parametrize("words", [("Họp", "Văn phòng", "Quý I"), ("1", "Họp", "giao ban", "Văn phòng", "Quý I")])
def test_a_row_of_which_nothing_tells_the_columns_is_said(words: tuple[str, ...]) -> None:
    result = found(HEADER, row("1", "Kế hoạch", "Công an", "Quý II"), row(*words))
    assert said(result) == ["shifted-cells"]
    assert result.doubts[0].word_place is not None
    assert result.doubts[0].word_place.quote == " | ".join(words)


def test_cells_left_out_on_purpose_are_not_said() -> None:
    skipping = tr(*map(cell, ("Họp", "Văn phòng", "Quý I")), properties='<w:gridBefore w:val="1"/>')
    merged = tr(cell("2"), cell("Họp giao ban", wide(2)), cell("Quý II"))
    result = found(HEADER, row("1", "Kế hoạch", "Công an", "Quý II"), skipping, merged)
    assert [one.task.content for one in placed(result)] == ["Kế hoạch", "Họp", "Họp giao ban"]
    assert said(result) == []


def test_a_header_of_two_rows_that_comes_again_is_no_task() -> None:
    above = tr(*tops("STT", "Nhiệm vụ", merged=True), cell("Phân công", wide(2)), cell("Thời gian", DOWN))
    under = tr(*blanks(2, merged=True), cell("Chủ trì"), cell("Phối hợp"), cell("", UP))
    one, other = (row(number, "Họp", "Văn phòng", "Công an", "Quý I") for number in ("1", "2"))
    result = found(above, under, one, above, under, other)
    assert [task.number for task in map(task_of, placed(result))] == ["1", "2"]
    assert result.left == ()


def task_of(one: Placed) -> Task:
    assert isinstance(one.task, Task)
    return one.task


def test_a_number_above_those_that_go_into_it_heads_a_group() -> None:
    rows = (row("1.", "Thể chế", "", ""), row("1.1", "Rà soát", "Văn phòng", "Quý I"), row("2", "Họp", "", ""))
    result = found(HEADER, *rows, row("3", "Báo cáo", "Văn phòng", "Quý II"))
    assert [(one.group.heading if one.group else None, one.task.content) for one in placed(result)] == [
        ("1. Thể chế", "Rà soát"),
        ("1. Thể chế", "Họp"),
        ("1. Thể chế", "Báo cáo"),
    ]


WHO_AND_WHEN = [("Văn phòng", "15/5/2024"), ("Phòng Nội vụ", "Tháng 7"), ("Công an xã", "Quý III")]


def test_cells_may_tell_who_leads_and_when_where_the_header_names_the_content_alone() -> None:
    rows = [row(str(n), f"Việc {n}", *told) for n, told in enumerate(WHO_AND_WHEN, 1)]
    result = found(row("TT", "Việc cần làm", "Các bên", "Lúc nào xong"), *rows)
    assert [task_of(one).lead for one in placed(result)] == [AgencyWords(text=who) for who, _when in WHO_AND_WHEN]
    assert times(result) == [when for _who, when in WHO_AND_WHEN]
    assert said(result) == ["judged-column"] * 2


@pytest.mark.parametrize(
    "cells", [[(who, "") for who, _when in WHO_AND_WHEN], [("", when) for _who, when in WHO_AND_WHEN]]
)
def test_one_of_both_is_not_enough(cells: list[tuple[str, str]]) -> None:
    rows = [row(str(n), f"Việc {n}", *told) for n, told in enumerate(cells, 1)]
    with pytest.raises(NoTaskTableError):
        found(row("TT", "Việc cần làm", "Các bên", "Lúc nào xong"), *rows)


def of_bodies(*rows: str, over: str = "Đơn vị thực hiện") -> Imported:
    above = tr(*tops("STT", "Nhiệm vụ", merged=True), cell(over, wide(2)), cell("Thời gian", DOWN))
    return found(above, tr(*blanks(2, merged=True), cell("Văn phòng"), cell("Công an xã"), cell("", UP)), *rows)


def test_bodies_over_columns_lead_where_these_are_marked(kshc: Kshc, tmp_path: Path) -> None:
    result = of_bodies(row("1", "Họp", "x", "x", "Quý I"), row("2", "Trực", "", "x", "Quý II"))
    assert [one.task.lead for one in placed(result)] == [None, None]
    assert [one.lead.agencies for one in read_plan(result.plan).tasks] == [("van-phong", "cong-an-xa"), ("cong-an-xa",)]
    file = tmp_path / "plan.yaml"
    file.write_text(plan_yaml(result.plan), encoding="utf-8")
    assert "warning" not in kshc("validate", file).out
    shown = kshc("--plan", file, "show", "1.2").out
    assert "taken from “Đơn vị thực hiện”" in " ".join(shown.split())


def test_words_below_bodies_are_no_marks() -> None:
    result = of_bodies(row("1", "Họp", "chuẩn bị", "x", "Quý I"), over="Phân công")
    assert first(result).lead == AgencyWords(text="chuẩn bị")


@pytest.mark.parametrize("above", [("(1)", "(2)", "(3)", "(4)"), ("Đơn vị: Xã An Bình", "", "", "Biểu số 01")])
def test_a_header_below_a_row_of_something_else(above: tuple[str, ...]) -> None:
    result = found(row(*above), HEADER, TASK)
    assert [task.content for task in (one.task for one in placed(result))] == ["Xây dựng kế hoạch"]
    assert [each.word_place.quote for each in result.left if each.word_place] == [" | ".join(filter(None, above))]
