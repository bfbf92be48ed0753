"""Columns of unknown headers, judged by their cells."""

import pytest

from kshc_cli.documents.importing.document import Imported, imported
from kshc_cli.plan.model import Task
from kshc_cli.plan.walk import placed_tasks
from tests.documents.importing.foreign import plan, row, table
from tests.documents.word_xml import p, read

BODIES = ("Văn phòng HĐND và UBND", "Phòng Tư pháp", "Các phòng, ban")
TIMES = ("Quý I", "Trước ngày 30/6/2024", "Hằng tháng")


def found(header: str, cells: tuple[str, ...], known: str = "Thời gian", words: str = "Quý I") -> Imported:
    rows = (row(str(n), f"Việc {n}", one, words) for n, one in enumerate(cells, 1))
    return imported(read(plan(p("Mở đầu.") + table(row("STT", "Nhiệm vụ", header, known), *rows))))


def first(result: Imported) -> Task:
    task = next(placed_tasks(result.plan)).task
    assert isinstance(task, Task)
    return task


def test_cells_that_name_bodies_lead() -> None:
    result = found("Nơi nhận việc", BODIES)
    assert first(result).lead is None  # “nơi” may be a place
    result = found("Ban, ngành", BODIES)
    lead = first(result).lead
    assert lead is not None
    assert lead.text == BODIES[0]
    assert [(one.rule, one.message) for one in result.doubts] == [
        ("judged-column", "Column “Ban, ngành” was taken for who leads: its cells name bodies.")
    ]


def test_cells_that_are_times_are_the_time() -> None:
    result = found("Lúc nào", TIMES, "Chủ trì", "Văn phòng")
    time = first(result).time
    assert time is not None
    assert time.text == "Quý I"
    assert [one.message for one in result.doubts] == ["Column “Lúc nào” was taken for the time: its cells are times."]


def test_notes_that_are_all_times_are_the_time_where_no_column_has_it() -> None:
    time = first(found("Ghi chú", TIMES, "Chủ trì", "Văn phòng")).time
    assert time is not None
    assert time.text == "Quý I"
    assert first(found("Ghi chú", ("15/3/2024", "20/4/2024", "02/5/2024"), "Chủ trì", "Văn phòng")).time is None
    assert first(found("Ghi chú", (*TIMES, "Báo cáo tỉnh"), "Chủ trì", "Văn phòng")).time is None


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Ban, ngành", BODIES[:2]),
        ("Ban, ngành", (*BODIES[:2], "Theo quy định", "Như đã nêu")),
        ("Theo dõi, đôn đốc", BODIES),
        ("Địa điểm", ("Phòng họp số 1", "Phòng họp số 2", "Phòng họp số 3")),
        ("Thành phần", BODIES),
        ("Ghi chú", BODIES),
        ("Ngành", tuple(f"Văn phòng {'rất ' * 60}lớn" for _place in range(3))),
        ("Ban hành", TIMES),
        ("Cơ quan gửi", BODIES),
    ],
)
def test_other_columns_stay_what_they_are(header: str, cells: tuple[str, ...]) -> None:
    result = found(header, cells)
    assert (first(result).lead, result.doubts) == (None, ())


def test_a_role_that_another_column_has_is_not_given_twice() -> None:
    result = found("Ban, ngành", BODIES, "Đơn vị chủ trì", "Công an")
    assert result.doubts == ()
    assert first(result).others == {"ban-nganh": BODIES[0]}


def test_columns_of_one_header_have_one_role_in_all_tables() -> None:
    header = row("STT", "Nhiệm vụ", "Giao", "Hạn")
    few = table(header, row("1", "Họp", "Văn phòng", "Quý I"))
    many = table(header, *(row(f"{n}", "Họp", "Công an xã", "Quý I") for n in range(1, 5)))
    for tables in (few + p("Tiếp theo.") + many, many + p("Tiếp theo.") + few):
        result = imported(read(plan(p("Mở đầu.") + tables)))
        leads = {one.task.lead.text for one in placed_tasks(result.plan) if one.task.lead}
        assert leads == {"Văn phòng", "Công an xã"}
