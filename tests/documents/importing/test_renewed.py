"""Columns that take the place of others: what these say holds where the later cell is blank, or denies a change."""

import pytest

from kshc_cli.documents.importing.document import imported
from kshc_cli.reading.tasks import ReadTask, read_plan
from kshc_cli.reading.values import Deadline
from kshc_cli.rules.tasks import blank_time
from tests.documents.importing.foreign import plan, row, table
from tests.documents.word_xml import p, read


def tasks(header: str, *rows: str) -> tuple[ReadTask, ...]:
    return read_plan(imported(read(plan(p("Mở đầu.") + table(header, *rows)))).plan).tasks


def due(read_task: ReadTask) -> list[str]:
    return [f"{part.due}" for part in read_task.time.parts if isinstance(part, Deadline)]


UNCHANGED = ("", "-", "–", "Không", "Không thay đổi", "không gia hạn", "Giữ nguyên", "Như cũ")


@pytest.mark.parametrize("words", UNCHANGED)
@pytest.mark.parametrize(("old", "new"), [("Thời hạn cũ", "Thời hạn mới"), ("Thời hạn", "Gia hạn đến")])
def test_the_old_time_holds_where_no_new_one_is_said(old: str, new: str, words: str) -> None:
    header = row("STT", "Nhiệm vụ", "Chủ trì", old, new)
    first, second = tasks(
        header,
        row("1", "Lắp đèn", "Văn phòng", "30/4/2024", words),
        row("2", "Xây cầu", "Văn phòng", "30/4/2024", "30/6/2024"),
    )
    assert due(first) == ["2024-04-30"]
    assert not first.time.unread
    assert due(second) == ["2024-06-30"]


@pytest.mark.parametrize("words", UNCHANGED)
@pytest.mark.parametrize(("old", "new"), [("Chủ trì cũ", "Chủ trì mới"), ("Đơn vị chủ trì", "Đơn vị chủ trì mới")])
def test_who_led_before_leads_where_nobody_takes_over(old: str, new: str, words: str) -> None:
    header = row("STT", "Nhiệm vụ", old, new, "Thời hạn")
    first, second = tasks(
        header,
        row("1", "Lắp đèn", "Phòng Kinh tế", words, "30/4/2024"),
        row("2", "Xây cầu", "Phòng Kinh tế", "Công an xã", "30/4/2024"),
    )
    assert first.lead.agencies == ("phong-kinh-te",)
    assert not first.lead.unread
    assert [(one.words, one.line) for one in first.shared] == [("Phòng Kinh tế", old)]
    assert second.lead.agencies == ("cong-an-xa",)


def test_words_that_name_nobody_new_leave_nobody() -> None:
    header = row("STT", "Nhiệm vụ", "Chủ trì cũ", "Chủ trì mới", "Thời hạn")
    (only,) = tasks(header, row("1", "Lắp đèn", "Phòng Kinh tế", "x", "30/4/2024"))
    assert only.lead.agencies == ()
    assert only.lead.unread == ("x",)


def test_a_blank_limit_of_the_own_level_is_that_of_the_next_one_above() -> None:
    header = row("STT", "Nhiệm vụ", "Chủ trì", "Hạn Trung ương giao", "Hạn tỉnh giao", "Hạn xã giao")
    found = tasks(
        header,
        row("1", "Lắp đèn", "Văn phòng", "30/4/2024", "20/4/2024", "10/4/2024"),
        row("2", "Xây cầu", "Văn phòng", "30/4/2024", "20/4/2024", ""),
    )
    assert list(map(due, found)) == [["2024-04-10"], ["2024-04-20"]]


def test_a_time_that_holds_from_before_is_no_blank_one() -> None:
    header = row("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Thời hạn mới")
    rows = (row("1", "Lắp đèn", "Văn phòng", "30/4/2024", "-"), row("2", "Xây cầu", "Văn phòng", "", "-"))
    faults = list(blank_time.judge(read_plan(imported(read(plan(p("Mở đầu.") + table(header, *rows)))).plan)))
    assert [fault.path[-2:] for fault in faults if fault.path] == [(1, "time")]


@pytest.mark.parametrize(
    ("first", "second", "is_said"),
    [
        ("Hạn xử lý", "Hạn hoàn thành", True),
        ("Hạn tỉnh giao", "Thời gian thực hiện", True),
        ("Hạn hoàn thành", "Thời gian thực hiện", False),
        ("Hạn tỉnh giao", "Hạn xã giao", False),
        ("Thời hạn cũ", "Thời hạn mới", False),
        ("Hạn hoàn thành", "Hạn báo cáo", True),
        ("Thời gian thực hiện đợt 1", "Thời gian thực hiện đợt 2", True),
        ("Thời gian trình UBND", "Thời gian trình Đảng ủy", True),
        ("Thời gian thực hiện", "Deadline", True),
        ("Hạn theo KH", "Hạn thực tế", True),
        ("Thời hạn theo Kế hoạch 45", "Thời hạn điều chỉnh", False),
        ("Thời gian", "Điều chỉnh thời gian", False),
        ("Thời gian", "Lùi đến", False),
        ("Thời gian bắt đầu", "Thời gian hoàn thành", False),
        ("Hạn hoàn thành", "Ngày hoàn thành", False),
    ],
)
def test_of_two_limits_of_which_nobody_can_tell_which_counts_it_is_said(
    first: str, second: str, *, is_said: bool
) -> None:
    header = row("STT", "Nhiệm vụ", "Chủ trì", first, second)
    result = imported(read(plan(p("Mở đầu.") + table(header, row("1", "Họp", "Văn phòng", "30/4/2024", "20/4/2024")))))
    assert [doubt.rule for doubt in result.doubts] == (["second-deadline"] if is_said else [])
    same = imported(read(plan(p("Mở đầu.") + table(header, row("1", "Họp", "Văn phòng", "30/4/2024", "30/4/2024")))))
    assert same.doubts == ()
