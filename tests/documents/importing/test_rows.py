"""Rows that go on with the one above, and columns that say when a task begins and ends."""

import pytest

from kshc_cli.documents.importing.document import Imported, imported
from kshc_cli.plan.model import Task
from kshc_cli.plan.walk import placed_tasks
from tests.documents.importing.foreign import BOLD, DOWN, HEADER, TASK, UP, cell, plan, row, table, wide
from tests.documents.word_xml import p, read, tr


def found(*rows: str) -> Imported:
    return imported(read(plan(p("Mở đầu.") + table(*rows))))


def tasks(result: Imported) -> list[Task]:
    return [one.task for one in placed_tasks(result.plan) if isinstance(one.task, Task)]


def words(result: Imported) -> list[tuple[str, str | None, str | None]]:
    return [
        (one.content, one.lead.text if one.lead else None, one.time.text if one.time else None) for one in tasks(result)
    ]


FIRST = row("1", "Xây dựng kế hoạch", "Văn phòng", "Quý I")


@pytest.mark.parametrize(
    ("second", "task"),
    [
        (row("", "", "Công an", ""), ("Xây dựng kế hoạch", "Văn phòng\nCông an", "Quý I")),
        (row("", "", "", "Quý III"), ("Xây dựng kế hoạch", "Văn phòng", "Quý I\nQuý III")),
        (
            row("", "và thực hiện", "và Công an", "đến Quý II"),
            ("Xây dựng kế hoạch và thực hiện", "Văn phòng và Công an", "Quý I đến Quý II"),
        ),
        (row("", "", "và Công an", "Quý II"), ("Xây dựng kế hoạch", "Văn phòng và Công an", "Quý I Quý II")),
        (row("", "và tổ chức thực hiện", "", ""), ("Xây dựng kế hoạch\nvà tổ chức thực hiện", "Văn phòng", "Quý I")),
    ],
)
def test_a_row_that_goes_on_belongs_to_the_one_above(second: str, task: tuple[str, str, str]) -> None:
    result = found(HEADER, FIRST, second, row("2", "Báo cáo", "Văn phòng", "Quý II"))
    assert words(result) == [task, ("Báo cáo", "Văn phòng", "Quý II")]
    assert result.left == ()


@pytest.mark.parametrize(
    "second",
    [
        row("2", "", "Công an", ""),
        row("", "", "Công an", "Quý II"),
        row("", "Tổ chức thực hiện", "", ""),
        row("", "tổ chức thực hiện", "Công an", ""),
    ],
)
def test_a_row_with_a_number_or_a_body_and_a_time_is_a_task(second: str) -> None:
    assert len(tasks(found(HEADER, FIRST, second))) == 2


def test_rows_that_share_a_merged_cell_are_tasks() -> None:
    first = tr(cell("1", DOWN), cell("Họp", DOWN), cell("Văn phòng"), cell("Quý I"))
    second = tr(cell("", UP), cell("", UP), cell("Công an"), cell(""))
    assert words(found(HEADER, first, second)) == [("Họp", "Văn phòng", "Quý I"), ("Họp", "Công an", None)]


def test_a_row_behind_a_group_is_its_own() -> None:
    group = tr(cell("II. Nội dung khác", wide(4), BOLD))
    assert words(found(HEADER, FIRST, group, row("", "", "Công an", "")))[1] == ("[?]", "Công an", None)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("Thời gian bắt đầu", "Thời gian kết thúc"),
        ("Thời gian bắt đầu", "Thời gian hoàn thành"),
        ("Ngày bắt đầu", "Ngày hoàn thành"),
        ("Bắt đầu", "Thời hạn"),
    ],
)
def test_the_end_is_the_time_and_the_start_keeps_its_words(start: str, end: str) -> None:
    result = found(
        row("STT", "Nhiệm vụ", "Chủ trì", start, end), row("1", "Họp", "Văn phòng", "01/3/2024", "30/6/2024")
    )
    (one,) = tasks(result)
    assert one.time is not None
    assert (one.time.text, tuple(one.others.values())) == ("30/6/2024", ("01/3/2024",))


def test_from_and_to_below_one_header() -> None:
    above = tr(*(cell(words, DOWN) for words in ("STT", "Nhiệm vụ", "Chủ trì")), cell("Thời gian thực hiện", wide(2)))
    below = tr(*(cell("", UP) for _place in range(3)), cell("Từ ngày"), cell("Đến ngày"))
    (one,) = tasks(found(above, below, row("1", "Họp", "Văn phòng", "01/3/2024", "30/6/2024")))
    assert one.time is not None
    assert one.time.text == "30/6/2024"
    (placed,) = placed_tasks(found(above, below, row("1", "Họp", "Văn phòng", "01/3/2024", "30/6/2024")).plan)
    assert placed.start_words is not None
    assert placed.start_words.text == "01/3/2024"


@pytest.mark.parametrize(("cell", "chosen"), [("30/6/2024", "30/6/2024"), ("100 hồ sơ", "25/6/2024")])
def test_what_was_planned_is_the_time_where_it_is_one(cell: str, chosen: str) -> None:
    header = row("STT", "Nhiệm vụ", "Chủ trì", "Kế hoạch", "Ngày hoàn thành")
    (one,) = tasks(found(header, row("1", "Họp", "Văn phòng", cell, "25/6/2024")))
    assert one.time is not None
    assert one.time.text == chosen


@pytest.mark.parametrize("second", ["Thời hạn điều chỉnh", "Gia hạn đến ngày"])
@pytest.mark.parametrize("first", ["Thời hạn", "Thời hạn (ban đầu)", "Thời gian hoàn thành"])
def test_a_time_that_was_put_off_holds_where_it_is_filled(first: str, second: str) -> None:
    result = found(
        row("STT", "Nhiệm vụ", "Chủ trì", first, second),
        row("1", "Họp", "Văn phòng", "30/6/2024", "30/9/2024"),
        row("2", "Thi", "Văn phòng", "15/6/2024", ""),
    )
    times = [one.time_words.text if one.time_words else None for one in placed_tasks(result.plan)]
    assert times == ["30/9/2024", "15/6/2024"]


def test_a_column_of_starts_alone_is_no_time() -> None:
    (one,) = tasks(
        found(row("STT", "Nhiệm vụ", "Chủ trì", "Thời gian bắt đầu"), row("1", "Họp", "Văn phòng", "01/3/2024"))
    )
    assert (one.time, one.others) == (None, {"thoi-gian-bat-dau": "01/3/2024"})


OTHER_HEADER = row("TT", "Nội dung", "Phối hợp", "Chủ trì", "Thời hạn")


@pytest.mark.parametrize("above", [(), (row("II. VIỆC ĐỘT XUẤT", "", "", "", ""),)])
def test_another_header_in_a_table_begins_another_table(above: tuple[str, ...]) -> None:
    result = found(HEADER, FIRST, *above, OTHER_HEADER, row("1", "Tập huấn", "Công an", "Phòng Nội vụ", "Quý II"))
    assert words(result) == [("Xây dựng kế hoạch", "Văn phòng", "Quý I"), ("Tập huấn", "Phòng Nội vụ", "Quý II")]
    assert result.left == ()


def test_a_row_of_words_that_headers_have_is_a_task() -> None:
    second = row("", "Nhiệm vụ khác", "Đơn vị được giao", "Theo yêu cầu")
    assert len(tasks(found(HEADER, FIRST, second))) == 2


def test_a_signature_in_a_table_ends_it() -> None:
    result = found(HEADER, FIRST, row("", "", "CHỦ TỊCH", ""), row("", "", "Lê Văn Tám", ""))
    assert words(result) == [("Xây dựng kế hoạch", "Văn phòng", "Quý I")]
    assert [one.word_place.quote for one in result.left if one.word_place] == ["CHỦ TỊCH", "Lê Văn Tám"]


def test_a_title_of_an_officer_may_head_tasks_or_go_on() -> None:
    heading = tr(cell("CHỦ TỊCH", wide(4)))
    result = found(HEADER, FIRST, row("", "", "Chủ tịch", ""), heading, row("2", "Họp", "Văn phòng", "Quý II"))
    assert words(result) == [("Xây dựng kế hoạch", "Văn phòng\nChủ tịch", "Quý I"), ("Họp", "Văn phòng", "Quý II")]


@pytest.mark.parametrize(
    "last",
    [
        row("Tổng cộng", "3 lớp", "", ""),
        row("", "Ghi chú: nộp bản giấy", "", ""),
        *(
            row("", one, "", "")
            for one in ("Cộng I", "Cộng (I)", "Cộng mục II", "Tổng cộng (I+II)", "Tổng số nhiệm vụ: 02")
        ),
        *(row("", one, "", "") for one in ("Bằng chữ: Mười triệu đồng", "* Ghi chú: nộp bản giấy")),
        row("Cộng (I)", "", "", ""),
    ],
)
def test_sums_and_notes_are_listed(last: str) -> None:
    result = found(HEADER, FIRST, last)
    assert words(result) == [("Xây dựng kế hoạch", "Văn phòng", "Quý I")]
    assert len(result.left) == 1


@pytest.mark.parametrize("content", ["Cộng tác viên tập huấn", "Tổng kết mục I", "Công khai danh mục"])
def test_words_that_begin_like_a_sum_may_be_a_task(content: str) -> None:
    assert len(tasks(found(HEADER, FIRST, row("", content, "", "")))) == 2


@pytest.mark.parametrize("heading", ["THÁNG 02", "QUÝ II/2024", "Tháng 02 năm 2024"])
def test_a_month_or_quarter_heads_what_stands_below(heading: str) -> None:
    header = row("STT", "Nhiệm vụ", "Đơn vị thực hiện", "Sản phẩm")
    result = found(header, row("", heading, "", ""), row("1", "Họp", "Văn phòng", "Báo cáo"))
    assert [one.content for one in tasks(result)] == ["Họp"]
    assert [one.time_words.text for one in placed_tasks(result.plan) if one.time_words] == [heading]


def test_a_month_over_tasks_whose_times_have_a_column_is_none_of_theirs() -> None:
    result = found(HEADER, row("", "QUÝ II", "", ""), row("1", "Họp", "Văn phòng", ""))
    assert [one.time_words for one in placed_tasks(result.plan)] == [None]


MONTHS = row("TT", "Nội dung", "Chủ trì", "T1", "T2", "T3")


@pytest.mark.parametrize("quarters", [("Q1", "Q2", "Q3"), ("QI", "QII", "QIII"), ("Quý 1", "Quý 2", "Quý 3")])
def test_quarters_go_by_short_words(quarters: tuple[str, ...]) -> None:
    result = found(row("TT", "Nội dung", "Chủ trì", *quarters), row("1", "Họp", "Văn phòng", "", "✓", "x"))
    (placed,) = placed_tasks(result.plan)
    assert placed.time_words is not None
    assert placed.time_words.text in {"Quý 2, Quý 3", "Quý II, Quý III"}


def test_a_cross_over_several_months_is_one_period() -> None:
    marked = tr(cell("1"), cell("Tập huấn"), cell("Văn phòng"), cell("x", wide(2)), cell(""))
    result = found(MONTHS, marked, row("2", "Họp", "Văn phòng", "", "", "x"))
    times = [placed.time_words.text for placed in placed_tasks(result.plan) if placed.time_words]
    assert times == ["Tháng 1, Tháng 2", "Tháng 3"]


def test_a_time_over_months_is_no_role_of_the_first() -> None:
    over = tr(cell("TT", DOWN), cell("Nội dung", DOWN), cell("Chủ trì", DOWN), cell("Thời gian", wide(3)))
    below = tr(cell("", UP), cell("", UP), cell("", UP), cell("T1"), cell("T2"), cell("T3"))
    result = found(over, below, row("1", "Họp", "Văn phòng", "x", "", "x"))
    (placed,) = placed_tasks(result.plan)
    assert placed.time_words is not None
    assert placed.time_words.text == "Tháng 1; Tháng 3"


def test_a_row_of_cells_that_only_go_on_is_no_task_and_nothing_to_compare() -> None:
    found = imported(read(plan(table(HEADER, TASK, tr(cell("", UP), cell("", UP))))))
    assert ([one.task.content for one in placed_tasks(found.plan)], found.doubts) == (["Xây dựng kế hoạch"], ())


def test_points_of_a_task_are_its_own_and_points_that_are_given_stand_below_it() -> None:
    points = (row("", "- Dự thảo", "", ""), row("", "- Ban hành", "", ""))
    result = found(
        HEADER, row("1", "Lập kế hoạch", "Văn phòng", "Quý I"), *points, row("2", "Họp", "Công an", "Quý II")
    )
    assert [one.task.content for one in placed_tasks(result.plan)] == ["Lập kế hoạch\n- Dự thảo\n- Ban hành", "Họp"]
    given = (row("", "a) Dự thảo", "Văn phòng", "Quý I"), row("", "b) Ban hành", "Công an", "Quý II"))
    result = found(HEADER, row("1", "Lập kế hoạch", "", ""), *given)
    assert [(one.group and one.group.heading, one.task.content) for one in placed_tasks(result.plan)] == [
        ("1. Lập kế hoạch", "a) Dự thảo"),
        ("1. Lập kế hoạch", "b) Ban hành"),
    ]


@pytest.mark.parametrize("opening", ["", "Quy chế:\n"])
def test_points_beside_as_many_bodies_and_times_are_perhaps_several_tasks(opening: str) -> None:
    result = found(HEADER, row("1", f"{opening}- Dự thảo\n- Ban hành", "Văn phòng\nCông an", "Quý I\nQuý II"))
    assert [one.rule for one in result.doubts] == ["several-tasks-in-row"]
    assert not found(HEADER, row("1", "- Dự thảo\n- Ban hành", "Văn phòng\nCông an", "Quý I")).doubts
