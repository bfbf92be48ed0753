"""Columns that are called by bodies, and marked: what the marks mean is said by a legend, or by nobody."""

import pytest

from kshc_cli.documents.importing.document import imported
from kshc_cli.reading.tasks import ReadTask, read_plan
from kshc_cli.rules.tasks import blank_lead
from tests.documents.importing.foreign import DOWN, UP, cell, plan, row, table, wide
from tests.documents.word_xml import p, read, tr

BODIES = ("Văn phòng", "Phòng Kinh tế", "Công an xã")


def tasks(*rows: str, before: str = "Mở đầu.", after: str = "") -> tuple[ReadTask, ...]:
    behind = p(after) if after else ""
    return read_plan(imported(read(plan(p(before) + table(*rows) + behind))).plan).tasks


def parts(read_task: ReadTask) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return read_task.lead.agencies, read_task.coop.agencies


def plain(*marks: str) -> tuple[str, str]:
    """Return a table with a column for each body, and nothing over these."""
    return row("STT", "Nhiệm vụ", *BODIES, "Thời gian"), row("1", "Họp", *marks, "Quý I")


def under(over: str, *marks: str) -> tuple[str, str, str]:
    """Return a table whose bodies stand below one header."""
    top = tr(cell("STT", DOWN), cell("Nhiệm vụ", DOWN), cell(over, wide(3)), cell("Thời gian", DOWN))
    return top, tr(cell("", UP), cell("", UP), *map(cell, BODIES), cell("", UP)), row("1", "Họp", *marks, "Quý I")


LED = (("van-phong",), ("phong-kinh-te", "cong-an-xa"))


@pytest.mark.parametrize(
    ("legend", "lead", "coop"),
    [
        ("Ghi chú: C: chủ trì; P: phối hợp.", "C", "P"),
        ("C là đơn vị chủ trì, P là đơn vị phối hợp", "C", "P"),
        ("Ký hiệu: CT - Chủ trì; PH - Phối hợp; TD - Theo dõi", "CT", "PH"),
        ("(xx): chủ trì; (x): phối hợp", "xx", "x"),
        ("● chủ trì; ○ phối hợp", "●", "○"),
        ("Chủ trì (C), phối hợp (P)", "C", "P"),
        ("Chủ trì: C; phối hợp: P", "C", "P"),
        ("(x) là cơ quan chủ trì, (o) là cơ quan phối hợp", "x", "o"),
    ],
)
def test_marks_mean_what_a_legend_says(legend: str, lead: str, coop: str) -> None:
    marks = (lead, coop, coop)
    assert [parts(one) for one in tasks(*plain(*marks), before=legend)] == [LED]
    assert [parts(one) for one in tasks(*plain(*marks), after=legend)] == [LED]
    (found,) = tasks(*under(f"Phân công thực hiện ({legend.strip('()')})", *marks))
    assert parts(found) == LED
    (found,) = tasks(*under("Đơn vị thực hiện", *marks), after=legend)
    assert [(one.field, one.words, one.line) for one in found.shared] == [
        ("lead", "Văn phòng", legend),
        ("coop", "Phòng Kinh tế\nCông an xã", legend),
    ]


@pytest.mark.parametrize(
    "legend",
    [
        "Mở đầu.",
        "Chủ trì: C - phối hợp: P",
        "Ghi chú: P: phối hợp.",
        "C: chủ trì, P: phối hợp",
    ],
)
def test_marks_that_no_legend_explains_name_nobody(legend: str) -> None:
    other = "" if legend != "C: chủ trì, P: phối hợp" else "P: chủ trì; C: phối hợp"
    (found,) = tasks(*plain("C", "P", "P"), before=legend, after=other)
    assert parts(found) == ((), ())


@pytest.mark.parametrize("marks", [("x", "xx", ""), ("x", "○", ""), ("x", "P", "")])
def test_crosses_beside_other_marks_name_nobody_without_a_legend(marks: tuple[str, ...]) -> None:
    assert [parts(one) for one in tasks(*under("Đơn vị thực hiện", *marks))] == [((), ())]


def test_words_among_marks_leave_all_unread() -> None:
    second = row("2", "Kiểm tra", "C", "Tổ 3", "P", "Quý I")
    found = tasks(*plain("P", "C", "P"), second, before="C: chủ trì; P: phối hợp")
    assert [parts(one) for one in found] == [((), ()), ((), ())]
    found = tasks(*under("Đơn vị thực hiện", "P", "C", "P"), second, before="C: chủ trì; P: phối hợp")
    assert [parts(one) for one in found] == [(("phong-kinh-te",), ("van-phong", "cong-an-xa")), ((), ())]


def test_a_row_in_which_nobody_leads_is_a_finding() -> None:
    header, first = plain("C", "P", "")
    result = imported(read(plan(p("C: chủ trì; P: phối hợp") + table(header, first, row("2", "Họp", "P", "", "", "")))))
    faults = list(blank_lead.judge(read_plan(result.plan)))
    assert [fault.path[-2:] for fault in faults if fault.path] == [(1, "lead")]


def test_a_mark_of_another_meaning_takes_no_part() -> None:
    (found,) = tasks(*plain("C", "T", "P"), before="C: chủ trì; P: phối hợp; T: theo dõi")
    assert parts(found) == (("van-phong",), ("cong-an-xa",))


def test_crosses_below_periods_are_no_bodies_though_a_legend_explains_them() -> None:
    header = row("STT", "Nhiệm vụ", "Sản phẩm", "Tháng 7", "Tháng 8")
    (found,) = tasks(header, row("1", "Họp", "Biên bản", "x", "x"), after="x: chủ trì; o: phối hợp")
    assert parts(found) == ((), ())
    assert len(found.time.parts) > 0


def test_crosses_below_who_cooperates_name_these() -> None:
    top = tr(*(cell(one, DOWN) for one in ("STT", "Nhiệm vụ", "Chủ trì")), cell("Cơ quan phối hợp", wide(2)))
    below = tr(*(cell("", UP) for _one in range(3)), cell("Công an xã"), cell("Phòng Kinh tế"))
    rows = (row("1", "Họp", "Văn phòng", "x", "x"), row("2", "Kiểm tra", "Văn phòng", "", ""))
    assert [parts(one) for one in tasks(top, below, *rows)] == [
        (("van-phong",), ("cong-an-xa", "phong-kinh-te")),
        (("van-phong",), ()),
    ]


def test_crosses_may_name_both() -> None:
    top = tr(cell("STT", DOWN), cell("Nhiệm vụ", DOWN), cell("Chủ trì", wide(2)), cell("Phối hợp", wide(2)))
    bodies = ("Công an xã", "Phòng Kinh tế")
    below = tr(cell("", UP), cell("", UP), *map(cell, (*bodies, *bodies)))
    (found,) = tasks(top, below, row("1", "Họp", "x", "", "", "x"))
    assert parts(found) == (("cong-an-xa",), ("phong-kinh-te",))


ODD = (
    ("", "Tổng cộng", "2", "1", "3", ""),
    ("", "Số việc", "2", "1", "3", ""),
    ("4", "Sơ kết", "theo yêu cầu", "", "", "Quý II"),
    ("4", "Sơ kết", "x (nếu được giao)", "", "", "Quý II"),
)


@pytest.mark.parametrize("odd", ODD)
def test_one_odd_row_takes_the_marks_from_no_other(odd: tuple[str, ...]) -> None:
    marked = (("x", "", ""), ("", "x", ""), ("", "", "x"))
    rows = [row(str(number), "Họp", *each, "Quý I") for number, each in enumerate(marked, 1)]
    header = under("Đơn vị thực hiện", "", "", "")[:2]
    found = tasks(*header, rows[0], row(*odd), *rows[1:])
    led = [parts(one)[0] for one in found if one.task.content == "Họp"]
    assert led == [("van-phong",), ("phong-kinh-te",), ("cong-an-xa",)]
    assert {parts(one)[0] for one in found if one.task.content != "Họp"} <= {()}


def test_tables_of_the_same_columns_are_marked_alike() -> None:
    header, first = plain("C", "P", "")
    group, second = tr(cell("II. CÔNG TÁC KHÁC", wide(6))), row("2", "Kiểm tra", "", "", "C", "Quý I")
    found = tasks(header, first, group, second, before="C: chủ trì; P: phối hợp")
    assert [parts(one) for one in found] == [(("van-phong",), ("phong-kinh-te",)), (("cong-an-xa",), ())]
