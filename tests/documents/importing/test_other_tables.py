"""Tables that look like tasks and are none, and schedules that do not look like it and are."""

import pytest

from kshc_cli.documents.importing.document import Imported, imported
from kshc_cli.documents.importing.errors import NoTaskTableError
from kshc_cli.documents.importing.ledger import said_of
from kshc_cli.plan.model import Task
from kshc_cli.plan.walk import placed_tasks
from tests.documents.importing.foreign import HEADER, TASK, plan, row, table
from tests.documents.word_xml import p, read, tbl, tc, tr

AGENDA = row("STT", "Thời gian", "Nội dung", "Chủ trì")
SCORES = row("STT", "Nội dung", "Kết quả", "Điểm tối đa")


def found(*rows: str, more: str = "") -> Imported:
    return imported(read(plan(p("Mở đầu.") + table(*rows) + more)))


def contents(result: Imported) -> list[str]:
    return [one.task.content for one in placed_tasks(result.plan)]


@pytest.mark.parametrize(
    "times", [("08h00 - 08h10", "10h30"), ("7:30", "Từ 8 giờ đến 8 giờ 15 phút"), ("08h15’", "9g")]
)
def test_hours_are_the_programme_of_a_meeting(times: tuple[str, str]) -> None:
    agenda = table(AGENDA, *(row(str(n), time, "Phát biểu", "Văn phòng") for n, time in enumerate(times, 1)))
    result = found(HEADER, TASK, more=agenda)
    assert contents(result) == ["Xây dựng kế hoạch"]
    said = "The times of this table are hours of a meeting; its 3 rows were taken for no tasks."
    assert [one.message for one in result.left] == [said]
    with pytest.raises(NoTaskTableError, match=r"Table 2: The times of this table are hours of a meeting"):
        found(AGENDA, *(row(str(n), time, "Phát biểu", "Văn phòng") for n, time in enumerate(times, 1)))


@pytest.mark.parametrize(
    "times", [("08h00 ngày 5/3", "Quý I"), ("08h00", "Tháng 6"), ("08h00", ""), ("8 tháng", "2 tuần")]
)
def test_other_times_are_those_of_tasks(times: tuple[str, str]) -> None:
    result = found(AGENDA, *(row(str(n), time, "Họp", "Văn phòng") for n, time in enumerate(times, 1)))
    assert contents(result) == ["Họp", "Họp"]


def test_scores_are_no_tasks() -> None:
    scores = table(SCORES, row("1", "Tỷ lệ đúng hạn", "85%", "18"))
    result = found(HEADER, TASK, more=scores)
    assert contents(result) == ["Xây dựng kế hoạch"]
    assert [one.message for one in result.left] == [
        "This table gives scores and no time; its 2 rows were taken for no tasks."
    ]


@pytest.mark.parametrize("header", ["Địa điểm", "Đặc điểm", "Ghi chú"])
def test_places_are_no_scores(header: str) -> None:
    assert contents(found(row("STT", "Nội dung", "Kết quả", header), row("1", "Họp", "Biên bản", "Hội trường"))) == [
        "Họp"
    ]


def test_a_table_with_scores_and_times_holds_tasks() -> None:
    assert contents(found(row("STT", "Nội dung", "Điểm", "Thời gian"), row("1", "Họp", "5", "Quý I"))) == ["Họp"]


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (("TT", "Họ và tên", "Ngày sinh", "Đơn vị", "Nhiệm vụ"), ("1", "Lê B", "05/3/1985", "Phòng A", "Thư ký")),
        (("TT", "Họ và tên", "Đơn vị", "Điện thoại", "Nhiệm vụ"), ("1", "Lê B", "Phòng A", "0901", "Đầu mối")),
        (("STT", "Họ tên", "Chức vụ", "Đơn vị", "Nội dung"), ("1", "Lê B", "Công chức", "Phòng A", "Tổng hợp")),
        (("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Thời gian"), ("1", "Lê B", "Tổ trưởng", "Phòng A", "2026")),
        (("STT", "Chức vụ", "Tên cán bộ", "Đơn vị", "Thời gian"), ("1", "Tổ phó", "Lê B", "Phòng A", "2026")),
    ],
)
def test_a_list_of_people_holds_no_tasks(header: tuple[str, ...], said: tuple[str, ...]) -> None:
    result = found(HEADER, TASK, more=table(row(*header), row(*said)))
    assert contents(result) == ["Xây dựng kế hoạch"]
    assert [one.message for one in result.left] == [said_of("people", 2)]


def test_whom_to_call_beside_what_is_to_be_done_takes_no_task_away() -> None:
    header = row("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Họ và tên đầu mối", "Điện thoại")
    assert contents(found(header, row("1", "Rà soát", "Phòng A", "Lê B", "0901"))) == ["Rà soát"]


@pytest.mark.parametrize(
    "header", ["Đơn vị được kiểm tra", "Cơ quan, đơn vị được thanh tra", "Địa phương được làm việc"]
)
def test_whom_an_inspection_visits_is_what_is_to_be_done(header: str) -> None:
    result = found(row("STT", header, "Thời gian kiểm tra"), row("1", "Xã A", "Tháng 9"))
    (placed,) = placed_tasks(result.plan)
    assert isinstance(placed.task, Task)
    assert (placed.task.content, placed.task.lead, placed.task.time and placed.task.time.text) == (
        "Xã A",
        None,
        "Tháng 9",
    )


def test_the_content_of_an_inspection_goes_before_whom_it_visits() -> None:
    header = row("STT", "Đơn vị được kiểm tra", "Nội dung kiểm tra", "Thời gian")
    (placed,) = placed_tasks(found(header, row("1", "Xã A", "Công tác văn thư", "Tháng 9")).plan)
    assert isinstance(placed.task, Task)
    assert placed.task.content == "Công tác văn thư"
    assert placed.task.others == {"don-vi-duoc-kiem-tra": "Xã A"}


@pytest.mark.parametrize("words", ["Tổng cộng", "TỔNG CỘNG: 12 nhiệm vụ", "Cộng", "Tổng số"])
def test_a_row_that_adds_up_is_no_task(words: str) -> None:
    result = found(HEADER, TASK, row("", words, "", ""))
    assert contents(result) == ["Xây dựng kế hoạch"]
    assert [one.word_place.quote for one in result.left if one.word_place] == [words]
    assert contents(found(HEADER, TASK, row("2", words, "Văn phòng", "Quý I"))) == ["Xây dựng kế hoạch", words]
    assert contents(found(HEADER, TASK, row("2", f"{words} hợp báo cáo", "", ""))) != ["Xây dựng kế hoạch"]


@pytest.mark.parametrize(
    "words",
    [
        *("Người lập biểu", "người lập biểu (ký, ghi rõ họ tên)", "Chủ tịch", "Kế toán trưởng", "Lãnh đạo đơn vị"),
        *("Nơi nhận:", "Xác nhận của lãnh đạo", "An Bình, ngày 12 tháng 3 năm 2024", "Danh sách có 2 nhiệm vụ"),
    ],
)
def test_a_signature_in_small_letters_ends_a_table(words: str) -> None:
    result = found(HEADER, TASK, row("", words, "", ""))
    assert contents(result) == ["Xây dựng kế hoạch"]
    assert [one.word_place.quote for one in result.left if one.word_place] == [words]
    result = found(HEADER, TASK, row("", words, "", "Chủ tịch"), row("", "Nguyễn Văn A", "", "Trần Văn B"))
    assert contents(result)[:2] == ["Xây dựng kế hoạch"] or words.startswith("Danh sách")


def test_titles_over_tasks_are_no_signature() -> None:
    rows = (row("Hiệu trưởng", "", ""), row("Họp", "Văn phòng", "Quý I"), row("Phó Hiệu trưởng", "", ""))
    last = row("Dự giờ", "Văn phòng", "Quý II")
    result = found(row("Nhiệm vụ", "Chủ trì", "Thời gian"), *rows, last)
    assert {"Họp", "Dự giờ"} <= set(contents(result))
    assert contents(found(HEADER, TASK, row("", "", "", "Chủ tịch"))) == ["Xây dựng kế hoạch"]


def test_a_table_in_a_cell_of_tasks_is_words_of_that_cell() -> None:
    inner = tc(p("Tập huấn") + tbl(tr(tc(p("đợt 1 ở xã")))) + p())
    rows = (row("STT", "Nội dung", "Chủ trì", "Thời gian"), tr(tc(p("1")), inner, tc(p("Phòng A")), tc(p("Quý I"))))
    result = imported(read(plan(p("Mở đầu.") + tbl(*rows))))
    assert contents(result) == ["Tập huấn\nđợt 1 ở xã"]
    assert contents(imported(read(plan(p("Mở đầu.") + tbl(tr(tc(tbl(*rows) + p()))))))) == ["Tập huấn\nđợt 1 ở xã"]
