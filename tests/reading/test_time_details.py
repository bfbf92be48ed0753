"""Times: what is said beside a date (roles, before, once, articles of law), and what needs the day of issue."""

from datetime import date

import pytest

from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Continuous, Deadline, OnEvent, Recurring, Relative, Role, TimePart, Window
from tests.reading.expected import YEAR, comes_back, deadline, goes_on, meaning, window

MONTHLY = "FREQ=MONTHLY"
YEARLY = "FREQ=YEARLY"

EDGES: dict[str, TimePart] = {
    "Cuối năm 2025": deadline("2025-12-31"),
    "Giữa năm": deadline("2024-06-30"),
    "Đầu năm 2025": deadline("2025-01-01"),
    "Cuối tháng 2": deadline("2024-02-29"),
    "cuối tháng 2/2025": deadline("2025-02-28"),
    "Giữa tháng 6 năm 2025": deadline("2025-06-15"),
    "Đầu tháng 6/2025": deadline("2025-06-01"),
    "Trước cuối năm 2025": deadline("2025-12-31"),
    "Vào cuối năm": deadline("2024-12-31"),
    "Từ đầu năm": goes_on("2024-01-01"),
    "Từ đầu tháng 6 đến cuối tháng 8/2025": window("2025-06-01", "2025-08-31"),
    "Cuối hằng tháng": comes_back(f"{MONTHLY};BYMONTHDAY=-1"),
    "cuối mỗi năm": comes_back(f"{YEARLY};BYMONTH=12;BYMONTHDAY=-1"),
    "Cuối tháng 2 hằng năm": comes_back(f"{YEARLY};BYMONTH=2;BYMONTHDAY=-1"),
}
"""Điều 146 of the Civil Code: the beginning, the middle and the end of a month or a year."""


@pytest.mark.parametrize(("text", "part"), EDGES.items(), ids=list(EDGES))
def test_the_edges_of_a_month_or_year_are_days_by_law(text: str, part: TimePart) -> None:
    assert meaning(text) == [part]
    article = "khoản 3" if "năm" in text.split()[1:3] and "tháng" not in text else "khoản 2"
    assert [one.law for one in read_time(text, year=YEAR).parts] == [f"{article} Điều 146 Bộ luật Dân sự 2015"]


@pytest.mark.parametrize("text", ["Tháng 6/2025", "31/12/2025", "6 tháng cuối năm", "Ngày cuối cùng hằng tháng"])
def test_words_that_say_it_themselves_need_no_law(text: str) -> None:
    assert [part.law for part in read_time(text, year=YEAR).parts] == [None]


FIGURES: dict[str, list[TimePart]] = {
    "trước 30/6": [deadline("2024-06-30")],
    "Trước 31/12 hằng năm": [comes_back(f"{YEARLY};BYMONTH=12;BYMONTHDAY=31")],
    "Từ 01/7": [goes_on("2024-07-01")],
    "30/9": [deadline("2024-09-30")],
    "(15/6)": [deadline("2024-06-15")],
    "10-15/6/2025": [window("2025-06-10", "2025-06-15")],
    "T6/2025": [window("2025-06-01", "2025-06-30")],
    "T7-T12/2025": [window("2025-07-01", "2025-12-31")],
    "Q.III/2025": [window("2025-07-01", "2025-09-30")],
    "Quý \u2163/2025": [window("2025-10-01", "2025-12-31")],
    "Quý I 2025": [window("2025-01-01", "2025-03-31")],
    "Quý I+II/2025": [window("2025-01-01", "2025-06-30")],
    "Tháng Sáu năm 2025": [window("2025-06-01", "2025-06-30")],
    "Tháng mười hai": [window("2024-12-01", "2024-12-31")],
    "9 tháng đầu năm 2025": [window("2025-01-01", "2025-09-30")],
    "03 tháng cuối năm": [window("2024-10-01", "2024-12-31")],
    "Đến tháng 6/2025": [deadline("2025-06-30")],
    "Đến năm 2030": [deadline("2030-12-31")],
    "Hết năm": [deadline("2024-12-31")],
    "Trước 17h00 ngày 15/6/2025": [deadline("2025-06-15")],
    "trước 17 giờ 30 phút, ngày 15/6/2025": [deadline("2025-06-15")],
    "Chiều thứ Sáu hằng tuần": [comes_back("FREQ=WEEKLY;BYDAY=FR")],
    "Bắt đầu từ ngày 15/12/2024 và kết thúc vào ngày 01/02/2025": [window("2024-12-15", "2025-02-01")],
    "2 lần/năm": [comes_back(None)],
    "Hai tuần một lần": [comes_back(None)],
    "định kỳ 02 tuần/lần": [comes_back(None)],
    "mỗi 10 ngày một lần": [comes_back(None)],
    "2 tuần một lần trong năm 2024": [comes_back(None, "2024-01-01", "2024-12-31")],
    "Ít nhất 01 lần/quý": [comes_back(f"{MONTHLY};INTERVAL=3")],
    "Định kỳ 6 tháng và cả năm": [comes_back(f"{MONTHLY};INTERVAL=6"), comes_back(YEARLY)],
    "Quý, 6 tháng, năm": [*(comes_back(f"{MONTHLY};INTERVAL={step}") for step in (3, 6)), comes_back(YEARLY)],
    "Trước ngày 30/11 hằng năm hoặc theo yêu cầu": [
        comes_back(f"{YEARLY};BYMONTH=11;BYMONTHDAY=30"),
        OnEvent("yêu cầu"),
    ],
    "Trong quá trình xây dựng văn bản": [goes_on()],
    "Quý II và 15/12/2025": [window("2025-04-01", "2025-06-30"), deadline("2025-12-15")],
    "01/3/2025 - đến hết 30/6/2025": [window("2025-03-01", "2025-06-30")],
    "Tháng 3 - hết năm 2024": [window("2024-03-01", "2024-12-31")],
    "Khi có yêu cầu/thường xuyên": [OnEvent("có yêu cầu"), goes_on()],
    "1. Hằng quý\n2. Hằng năm": [comes_back(f"{MONTHLY};INTERVAL=3"), comes_back(YEARLY)],
    "(1) Quý I/2025; (2) Quý III/2025": [window("2025-01-01", "2025-03-31"), window("2025-07-01", "2025-09-30")],
    "Định kỳ (quý, năm)": [comes_back(f"{MONTHLY};INTERVAL=3"), comes_back(YEARLY)],
    "Ban hành Kế hoạch năm 2025 trước ngày 31/01/2025": [deadline("2025-01-31")],
    "- Quý I/2025\n- Quý III/2025": [window("2025-01-01", "2025-03-31"), window("2025-07-01", "2025-09-30")],
    "1. Quý I/2025\n2. Quý III/2025": [window("2025-01-01", "2025-03-31"), window("2025-07-01", "2025-09-30")],
    "a) Quý I/2025; b) Quý III/2025": [window("2025-01-01", "2025-03-31"), window("2025-07-01", "2025-09-30")],
    "Quý I - năm 2025": [window("2025-01-01", "2025-03-31")],
    "Tháng 9 (năm 2025)": [window("2025-09-01", "2025-09-30")],
    "Quý III (2025)": [window("2025-07-01", "2025-09-30")],
    "2025-06-30": [deadline("2025-06-30")],
    "QII, QIII/2025": [window("2025-04-01", "2025-09-30")],
    "T3-5/2025": [window("2025-03-01", "2025-05-31")],
    "Các tháng 3, 9/2025": [window("2025-03-01", "2025-03-31"), window("2025-09-01", "2025-09-30")],
    "Từ ngày 01/7/2025 đến hết năm": [window("2025-07-01", "2025-12-31")],
    "Trước 17:00 ngày 15/6/2025": [deadline("2025-06-15")],
    "15/6 và 15/12 hằng năm": [comes_back(f"{YEARLY};BYMONTH={month};BYMONTHDAY=15") for month in (6, 12)],
    "Trước ngày 15/12 (hằng năm)": [comes_back(f"{YEARLY};BYMONTH=12;BYMONTHDAY=15")],
    "Theo quý, năm": [comes_back(f"{MONTHLY};INTERVAL=3"), comes_back(YEARLY)],
    "Sau khi có hướng dẫn, hoàn thành tháng 9/2024": [OnEvent("có hướng dẫn"), window("2024-09-01", "2024-09-30")],
    "Trình UBND tỉnh trước ngày 15/9/2025": [deadline("2025-09-15")],
    "Báo cáo kết quả về Sở trước ngày 20/6": [deadline("2024-06-20")],
    "Hoàn thành trước 30/6/2025; duy trì hằng năm": [deadline("2025-06-30"), comes_back(YEARLY)],
    "Năm 2025 (và các năm tiếp theo)": [goes_on("2025-01-01")],
    "Khi có yêu cầu, chậm nhất là 30/6": [OnEvent("có yêu cầu"), deadline("2024-06-30")],
    "Đợt 1: tháng 4; đợt 2: tháng 9": [window("2024-04-01", "2024-04-30"), window("2024-09-01", "2024-09-30")],
    "Quý II (đợt 1)\nQuý IV (đợt 2)": [window("2024-04-01", "2024-06-30"), window("2024-10-01", "2024-12-31")],
    "Giai đoạn 1: 2024-2025; giai đoạn 2: 2026": [
        window("2024-01-01", "2025-12-31"),
        window("2026-01-01", "2026-12-31"),
    ],
}


@pytest.mark.parametrize(("text", "parts"), FIGURES.items(), ids=list(FIGURES))
def test_short_and_rare_ways_to_write_a_time_are_read(text: str, parts: list[TimePart]) -> None:
    assert meaning(text) == parts


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Thuờng xuyên", goes_on()),
        ("Thường xuyện", goes_on()),
        ("Truớc ngày 15/6/2025", deadline("2025-06-15")),
        ("Quý l/2025", window("2025-01-01", "2025-03-31")),
        ("Nãm 2025", window("2025-01-01", "2025-12-31")),
    ],
)
def test_a_slip_is_read_with_a_note(text: str, meant: TimePart) -> None:
    assert meaning(text) == [meant]
    assert len(read_time(text, year=YEAR).notes) == 1


ROLES: dict[str, list[Role | None]] = {
    "Hoàn thành trong giai đoạn 2026 - 2027 và vận hành thường xuyên": [Role.FINISH, Role.OPERATE],
    "Thí điểm: Quý III/2025; triển khai chính thức: năm 2026": [Role.PILOT, Role.OPERATE],
    "Thường xuyên, định kỳ hằng quý báo cáo về Sở Tài chính": [None, Role.REPORT],
    "Báo cáo trước ngày 20/6/2025": [Role.REPORT],
    "Tháng 12/2025 (báo cáo tổng kết)": [Role.REPORT],
    "Tháng 01/2025 (Hoàn thành)": [Role.FINISH],
    "Quý I/2025, hoàn thành": [None],
    "Báo cáo quý, năm": [Role.REPORT, Role.REPORT],
    "Trước ngày 14/6 (báo cáo 6 tháng) và trước ngày 14/12 (báo cáo năm)": [Role.REPORT, Role.REPORT],
    "Báo cáo quý: trước ngày 15 tháng cuối quý;\nBáo cáo năm: trước ngày 15/12/2024": [Role.REPORT, Role.REPORT],
    "Xây dựng: Quý I; triển khai: Quý II": [None, None],
    "Trong năm 2025": [None],
}


@pytest.mark.parametrize(("text", "roles"), ROLES.items(), ids=list(ROLES))
def test_a_verb_beside_a_time_gives_its_role_and_is_read(text: str, roles: list[Role | None]) -> None:
    reading = read_time(text, year=YEAR)
    assert [part.role for part in reading.parts] == roles
    assert reading.unread == ()


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Trước ngày 30/6/2025", True),
        ("trước 30/6", True),
        ("Chậm nhất ngày 30/6/2025", False),
        ("Trước tháng 7/2025", False),
        ("Trước 17 giờ ngày 30/6/2025", False),
        ("trước ngày 20 hằng tháng", True),
        ("Hằng năm, trước ngày 15/12", True),
        ("ngày 20 hằng tháng", False),
        ("Trước thứ Sáu hằng tuần", True),
        ("Trước 15h00 thứ Sáu hằng tuần", False),
    ],
)
def test_only_before_a_day_leaves_the_day_itself_to_the_policy(text: str, before: bool) -> None:
    (part,) = read_time(text, year=YEAR).parts
    assert isinstance(part, Deadline | Recurring)
    assert part.before is before


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("Sau khi có Quy chế của TW", True),
        ("Sau kỳ họp", True),
        ("Khi có yêu cầu", False),
        ("Sau mỗi đợt kiểm tra", False),
        ("Sau khi kết thúc mỗi quý", False),
        ("đột xuất", False),
    ],
)
def test_an_event_happens_once_or_often(text: str, once: bool) -> None:
    (part,) = read_time(text, year=YEAR).parts
    assert isinstance(part, OnEvent)
    assert part.once is once


ISSUED = date(2024, 1, 9)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Từ nay đến hết năm 2024", "2024-12-31"),
        ("Từ nay đến hết năm", "2024-12-31"),
        ("Từ nay đến cuối năm", "2024-12-31"),
        ("từ nay đến tháng 6/2025", "2025-06-30"),
        ("Từ nay đến ngày 30/6", "2024-06-30"),
    ],
)
def test_from_now_on_means_the_day_of_issue(text: str, last: str) -> None:
    end = date.fromisoformat(last)
    (unknown,) = read_time(text, year=YEAR).parts
    (known,) = read_time(text, year=YEAR, issued=ISSUED).parts
    (late,) = read_time(text, year=YEAR, issued=date(2026, 1, 1)).parts
    assert isinstance(unknown, Deadline)
    assert isinstance(known, Window)
    assert isinstance(late, Deadline)
    assert (unknown.due, known.start, known.end, late.due) == (end, ISSUED, end, end)


def test_from_the_day_of_signing_means_the_day_of_issue() -> None:
    (part,) = read_time("Kể từ ngày ký ban hành", year=YEAR, issued=ISSUED).parts
    assert isinstance(part, Continuous)
    assert part.start == ISSUED
    assert meaning("Từ ngày ký") == [goes_on()]


@pytest.mark.parametrize(
    ("text", "event", "anchor"),
    [
        ("trong thời hạn 10 ngày kể từ ngày 01/6/2025", None, date(2025, 6, 1)),
        ("10 ngày sau ngày 01/6", None, date(2024, 6, 1)),
        ("10 ngày kể từ ngày ban hành Kế hoạch này", "ban hành Kế hoạch này", ISSUED),
        ("trong thời hạn 10 ngày, kể từ ngày ký ban hành Quyết định này", "ký ban hành Quyết định này", ISSUED),
        ("10 ngày kể từ ngày ban hành Kế hoạch", "ban hành Kế hoạch", None),
        ("10 ngày kể từ ngày nhận Kế hoạch này", "nhận Kế hoạch này", None),
    ],
)
def test_a_limit_runs_from_a_day_that_the_words_name_or_the_plan_knows(
    text: str, event: str | None, anchor: date | None
) -> None:
    (part,) = read_time(text, year=YEAR, issued=ISSUED).parts
    assert isinstance(part, Relative)
    assert (part.amount, part.unit, part.event, part.anchor) == (10, "day", event, anchor)


DIGITS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def in_words(number: int) -> str:
    """Say a number below 100 as one does in Vietnamese."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return DIGITS[ones]
    ten = "mười" if tens == 1 else f"{DIGITS[tens]} mươi"
    one = {1: "một" if tens == 1 else "mốt", 5: "lăm"}.get(ones, DIGITS[ones])
    return f"{ten} {one}".strip()


@pytest.mark.parametrize("number", [number for number in range(1, 100) if number != 5 and number // 10 != 5])
def test_a_limit_may_stand_in_words(number: int) -> None:
    assert meaning(f"{in_words(number)} ngày kể từ ngày nhận") == [Relative(number, "day", "nhận")]


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("hai mươi tư ngày kể từ ngày nhận", 24, "day"),
        ("1 ngày kể từ ngày nhận", 1, "day"),
        ("999 ngày kể từ ngày nhận", 999, "day"),
        ("2 tuần kể từ ngày nhận", 14, "day"),
        ("2 năm kể từ ngày nhận", 24, "month"),
        ("nửa năm kể từ ngày nhận", 6, "month"),
        ("nửa tháng kể từ ngày nhận", 15, "day"),
        ("21 (hai mươi mốt) ngày kể từ ngày nhận", 21, "day"),
    ],
)
def test_a_limit_counts_days_or_months(text: str, amount: int, unit: str) -> None:
    assert [(part.amount, part.unit) for part in meaning(text) if isinstance(part, Relative)] == [(amount, unit)]


@pytest.mark.parametrize("text", ["0 ngày kể từ ngày nhận", "1000 ngày kể từ ngày nhận", "năm ngày kể từ ngày nhận"])
def test_a_limit_of_no_days_or_thousands_or_of_a_word_that_means_a_year_stays_unread(text: str) -> None:
    assert read_time(text, year=YEAR).parts == ()
