"""Columns whose cells deny what their headers say: percents are no time, what was done is no product, a body leads."""

from collections.abc import Sequence

import pytest

from kshc_cli.documents.importing.document import Imported, imported
from kshc_cli.documents.importing.tables.settling import progress_headers
from kshc_cli.plan.model import Task
from kshc_cli.plan.walk import placed_tasks
from kshc_cli.reading.tasks import read_plan
from kshc_cli.reading.values import Window
from tests.documents.importing.foreign import plan, row, table
from tests.documents.word_xml import p, read

ROWS = ("Phòng Kinh tế", "Công an xã", "Khu phố")


def found(*columns: Sequence[str]) -> Imported:
    """Import a table whose further columns are a header each, and the cells below it."""
    headers, *rows = zip(*columns, strict=True)
    below = (row(str(n), f"Việc {n}", *cells) for n, cells in enumerate(rows, 1))
    return imported(read(plan(p("Mở đầu.") + table(row("STT", "Nhiệm vụ", *headers), *below))))


def tasks(result: Imported) -> list[Task]:
    return [one.task for one in placed_tasks(result.plan) if isinstance(one.task, Task)]


def times(result: Imported) -> list[str | None]:
    return [one.time.text if one.time else None for one in tasks(result)]


LED = ("Đơn vị thực hiện", *ROWS)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("Ngày bắt đầu", "Ngày kết thúc"),
        ("Bắt đầu", "Kết thúc"),
        ("Từ", "Đến"),
        ("Từ ngày", "Đến ngày"),
        ("Thời gian bắt đầu", "Thời gian kết thúc"),
        ("Dự kiến bắt đầu", "Dự kiến kết thúc"),
        ("Ngày bắt đầu (dự kiến)", "Ngày kết thúc (dự kiến)"),
    ],
)
def test_start_and_end_are_one_window_beside_progress(start: str, end: str) -> None:
    days = (start, "05/01/2024", "01/02/2024", "01/03/2024"), (end, "30/01/2024", "29/02/2024", "31/03/2024")
    for beside in (("Ghi chú", "", "", ""), ("Tiến độ", "100%", "50 %", ""), ("Tiến độ (%)", "1", "0,5", "0")):
        result = found(LED, *days, beside)
        assert times(result) == ["30/01/2024", "29/02/2024", "31/03/2024"]
        (part,) = read_plan(result.plan).tasks[0].time.parts
        assert isinstance(part, Window)
        assert (part.start.isoformat(), part.end.isoformat()) == ("2024-01-05", "2024-01-30")
        kept = [one.others.get("tien-do", one.others.get("ghi-chu", "")) for one in tasks(result)]
        assert kept == list(beside[1:])
        assert progress_headers(result.plan) == ((beside[0],) if any(kept) else ())


def test_progress_alone_is_no_time_and_kept() -> None:
    result = found(LED, ("Tiến độ", "100%", "Đang thực hiện", "Đã xong ngày 20/01/2024"))
    assert times(result) == [None, None, None]
    assert [one.others["tien-do"] for one in tasks(result)] == ["100%", "Đang thực hiện", "Đã xong ngày 20/01/2024"]
    assert progress_headers(result.plan) == ("Tiến độ",)


def test_times_below_progress_stay_times() -> None:
    result = found(LED, ("Tiến độ", "Quý I", "Hoàn thành trước ngày 30/6/2024", "Hằng tháng"))
    assert times(result) == ["Quý I", "Hoàn thành trước ngày 30/6/2024", "Hằng tháng"]
    assert progress_headers(result.plan) == ()


def test_a_column_of_ends_without_words_leaves_the_time_to_another() -> None:
    result = found(LED, ("Thời gian thực hiện", "Quý I", "Quý II", "Quý III"), ("Ngày kết thúc", "", "", ""))
    assert times(result) == ["Quý I", "Quý II", "Quý III"]


def test_the_day_of_completion_takes_no_time_over() -> None:
    done = ("Ngày hoàn thành", "20/01/2024", "", "")
    assert times(found(LED, ("Tiến độ", "100%", "50%", "20%"), done)) == [None, None, None]
    assert times(found(LED, ("Hạn", "", "", ""), done)) == [None, None, None]


def test_a_body_leads_and_not_the_person_beside_it() -> None:
    result = found(("Người phụ trách", "Chị Hoa", "Anh Tú", ""), ("Đơn vị", *ROWS), ("Hạn", "30/6", "1/7", "2/7"))
    assert [one.lead.text for one in tasks(result) if one.lead] == list(ROWS)
    assert [one.others.get("nguoi-phu-trach") for one in tasks(result)] == ["Chị Hoa", "Anh Tú", None]
    assert [one.message for one in result.doubts] == ["Column “Đơn vị” was taken for who leads: its cells name bodies."]


@pytest.mark.parametrize(
    ("beside", "cells"), [("Đơn vị", ("10", "20", "30")), ("Đơn vị tính", ROWS), ("Ghi chú", ROWS)]
)
def test_a_person_leads_where_no_column_beside_is_of_bodies(beside: str, cells: tuple[str, ...]) -> None:
    result = found(("Người phụ trách", "Chị Hoa", "Anh Tú", "Anh Ba"), (beside, *cells), ("Hạn", "30/6", "1/7", "2/7"))
    assert [one.lead.text for one in tasks(result) if one.lead] == ["Chị Hoa", "Anh Tú", "Anh Ba"]
    assert result.doubts == ()


def test_bodies_below_a_header_of_persons_lead() -> None:
    result = found(("Người thực hiện", *ROWS), ("Đơn vị", "Ban A", "Ban B", "Ban C"), ("Hạn", "30/6", "1/7", "2/7"))
    assert [one.lead.text for one in tasks(result) if one.lead] == list(ROWS)


@pytest.mark.parametrize("cells", [("Đã có Báo cáo số 20", "", "Đang làm"), ("", "", "")])
def test_what_was_done_is_no_product(cells: tuple[str, ...]) -> None:
    result = found(LED, ("Hạn", "30/6", "1/7", "2/7"), ("Kết quả thực hiện", *cells), ("Ghi chú", "", "", ""))
    assert [one.result for one in tasks(result)] == [None, None, None]
    assert [one.others.get("ket-qua-thuc-hien", "") for one in tasks(result)] == list(cells)
    assert progress_headers(result.plan) == (("Kết quả thực hiện",) if any(cells) else ())


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Kết quả", ("Báo cáo", "", "Kế hoạch")),
        ("Kết quả", ("", "", "")),
        ("Kết quả thực hiện", ("Báo cáo", "Kế hoạch", "Hoàn thành")),
        ("Kết quả", ("100%", "100% hồ sơ đúng hạn", "Hoàn thành")),
        ("Sản phẩm", ("Đã ký", "Đã ký", "Đã ký")),
    ],
)
def test_products_stay_products(header: str, cells: tuple[str, ...]) -> None:
    result = found(LED, ("Hạn", "30/6", "1/7", "2/7"), (header, *cells))
    assert [one.result or "" for one in tasks(result)] == list(cells)
    assert any(column.role == "result" for column in result.plan.plan.columns or ())
    assert progress_headers(result.plan) == ()


@pytest.mark.parametrize("words", ["Đảng ủy", "Đà Nẵng", "Chùa Long Sơn"])
def test_a_name_that_sounds_like_what_has_been_reached_is_no_progress(words: str) -> None:
    due = ("Thời gian", "Quý I", "Quý II", "Quý III")
    assert not progress_headers(found(LED, due, ("Cấp trình", words, words, "")).plan)
    assert progress_headers(found(LED, due, ("Theo dõi", "Đang làm", "Chưa", "Đã xong")).plan) == ("Theo dõi",)
