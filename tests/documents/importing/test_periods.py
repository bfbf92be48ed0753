"""Headings and columns that are periods: the time of tasks that have no words of their own, and the year of others."""

import pytest

from kshc_cli.documents.importing.document import imported
from kshc_cli.reading.tasks import read_plan
from kshc_cli.reading.values import Deadline, Window
from tests.documents.importing.foreign import DOWN, UP, cell, plan, row, table, wide
from tests.documents.word_xml import p, read, tr

UNTIMED = row("STT", "Nhiệm vụ", "Chủ trì", "Ghi chú")
TIMED = row("STT", "Nhiệm vụ", "Chủ trì", "Thời gian")


def days(*rows: str) -> list[str]:
    """Return the time of each task of a table in a plan of 2024, “?” where its words are unread."""
    read_tasks = read_plan(imported(read(plan(p("Mở đầu.") + table(*rows)))).plan).tasks
    return ["?" if read.time.unread else "; ".join(map(said, read.time.parts)) for read in read_tasks]


def said(part: object) -> str:
    match part:
        case Window():
            return f"{part.start}..{part.end}"
        case Deadline():
            return f"{part.due}"
        case _:
            return "-"


def over(words: str) -> str:
    return tr(cell(words, wide(4)))


def task(time: str = "") -> str:
    return row("1", "Họp", "Văn phòng", time)


MARCH = "2024-03-01..2024-03-31"
FIRST = "2024-01-01..2024-03-31"


@pytest.mark.parametrize(
    ("heading", "time"),
    [
        ("THÁNG 3", MARCH),
        ("I. CÔNG VIỆC THÁNG 3/2024", MARCH),
        ("THÁNG 3 (trước ngày 20/3)", "2024-03-20"),
        ("THÁNG 3 (15 nhiệm vụ)", MARCH),
        ("Nhiệm vụ trọng tâm trong quý I:", FIRST),
        ("QUÝ I VÀ QUÝ II", "2024-01-01..2024-06-30"),
        ("6 tháng đầu năm", "2024-01-01..2024-06-30"),
        ("NĂM 2025", "2025-01-01..2025-12-31"),
        ("Giai đoạn 2026 - 2030", "2026-01-01..2030-12-31"),
        ("Tháng hành động vì trẻ em", "-"),
        ("Năm học 2024 - 2025", "-"),
        ("III. NHIỆM VỤ KHÁC", "-"),
    ],
)
def test_tasks_without_a_time_have_that_of_their_heading(heading: str, time: str) -> None:
    assert days(UNTIMED, over(heading), task()) == [time]
    assert days(TIMED, over(heading), task()) == ["-"]


def test_a_time_of_its_own_counts_and_not_the_heading() -> None:
    assert days(TIMED, over("QUÝ I"), task("Tháng 3")) == [MARCH]


@pytest.mark.parametrize(
    ("headings", "times"),
    [
        (("NĂM 2025", "Quý I", "Quý II"), ["2025-01-01..2025-03-31", "2025-04-01..2025-06-30"]),
        (("Quý I/2025", "Quý I"), ["2025-01-01..2025-03-31", FIRST]),
        (("I. NĂM 2025", "1. Quý I", "II. NĂM 2026", "1. Quý I"), ["2025-01-01..2025-03-31", "2026-01-01..2026-03-31"]),
    ],
)
def test_a_year_holds_for_the_periods_below_it(headings: tuple[str, ...], times: list[str]) -> None:
    rows = (each for one in headings for each in ((over(one), task()) if "NĂM" not in one else (over(one),)))
    assert days(UNTIMED, *rows) == times


@pytest.mark.parametrize(
    ("heading", "below", "time"),
    [
        ("NĂM 2025", "Kinh tế", "2025-01-01..2025-03-31"),
        ("I. NĂM 2025", "1. Kinh tế", "2025-01-01..2025-03-31"),
        ("I. NĂM 2025", "II. Thường xuyên", FIRST),
    ],
)
def test_a_year_holds_for_times_of_cells_below_it(heading: str, below: str, time: str) -> None:
    rows = (over(heading), task("Quý I"), over(below), task("Quý I"))
    assert days(TIMED, *rows) == ["2025-01-01..2025-03-31", time]


def test_what_comes_back_in_another_year_is_unread() -> None:
    assert days(TIMED, over("NĂM 2025"), task("Hằng quý"), task("Trước ngày 15/3")) == ["?", "2025-03-15"]


@pytest.mark.parametrize(
    ("above", "below", "time"),
    [
        ("Năm", ("2024", "2025"), "2025-01-01..2025-12-31"),
        ("Lộ trình thực hiện", ("2024", "2025 - 2026"), "2025-01-01..2026-12-31"),
        ("2025", ("Quý I", "Quý II"), "2025-04-01..2025-06-30"),
        ("Thời gian (tháng)", ("7", "8"), "2024-08-01..2024-08-31"),
        ("Chỉ tiêu", ("2024", "2025"), "-"),
    ],
)
def test_crosses_below_years_and_their_parts(above: str, below: tuple[str, str], time: str) -> None:
    header = tr(cell("STT", DOWN), cell("Nhiệm vụ", DOWN), cell("Chủ trì", DOWN), cell(above, wide(2)))
    under = tr(cell("", UP), cell("", UP), cell("", UP), *map(cell, below))
    assert days(header, under, row("1", "Họp", "Văn phòng", "", "x")) == [time]


def test_targets_below_years_are_no_times() -> None:
    header = tr(cell("STT", DOWN), cell("Nhiệm vụ", DOWN), cell("Chủ trì", DOWN), cell("Năm", wide(2)))
    under = tr(cell("", UP), cell("", UP), cell("", UP), cell("2024"), cell("2025"))
    assert days(header, under, row("1", "Giảm nghèo", "Văn phòng", "1,5%", "1%")) == ["-"]


def test_crosses_below_waves_alone_are_unread_and_sums_are_no_times() -> None:
    header = row("STT", "Nhiệm vụ", "Chủ trì", "Đợt 1", "Đợt 2", "Tháng 3")
    rows = (
        row("1", "Họp", "Văn phòng", *cells) for cells in (("x", "", ""), ("", "", "x"), ("5 triệu", "7 triệu", ""))
    )
    assert days(header, *rows) == ["?", MARCH, "-"]


@pytest.mark.parametrize(
    ("months", "crossed", "time"),
    [
        (("T9", "T12", "T1", "T5"), 0, "2024-09-01..2024-09-30"),
        (("T9", "T12", "T1", "T5"), 2, "?"),
        (("Tháng 10", "Tháng 12", "Tháng 4", "Tháng 5"), 3, "?"),
        (("T3", "T5", "T9", "T12"), 1, "2024-05-01..2024-05-31"),
    ],
)
def test_columns_over_the_turn_of_a_year(months: tuple[str, ...], crossed: int, time: str) -> None:
    marks = ["x" if place == crossed else "" for place in range(len(months))]
    assert days(row("STT", "Nhiệm vụ", "Chủ trì", *months), row("1", "Họp", "Văn phòng", *marks)) == [time]


def test_short_columns_below_a_month_are_its_weeks() -> None:
    header = tr(cell("STT", DOWN), cell("Nhiệm vụ", DOWN), cell("Chủ trì", DOWN), cell("Tháng 5", wide(2)))
    under = tr(cell("", UP), cell("", UP), cell("", UP), cell("T1"), cell("T2"))
    assert days(header, under, row("1", "Họp", "Văn phòng", "", "x")) == ["?"]


@pytest.mark.parametrize(
    ("cells", "time"), [(("5", "15"), "2024-05-15"), (("Tháng 5", "06"), "2024-05-06"), (("5", "đầu"), "?")]
)
def test_day_and_month_side_by_side(cells: tuple[str, str], time: str) -> None:
    header = row("STT", "Nhiệm vụ", "Chủ trì", "Tháng", "Ngày")
    assert days(header, row("1", "Họp", "Văn phòng", *cells), row("2", "Báo cáo", "Công an", "6", ""))[0] == time
