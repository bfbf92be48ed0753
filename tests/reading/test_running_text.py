"""Times as running text words them: days and years in words, what goes on, what comes back, and their near misses."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Deadline, OnEvent, Reference, Relative, TimePart, Undated, Window
from tests.reading.expected import YEAR, comes_back, deadline, goes_on, meaning, window

QUARTERS = "FREQ=MONTHLY;BYMONTH=3,6,9,12"
BEHIND_QUARTERS = "FREQ=MONTHLY;BYMONTH=1,4,7,10"

IN_WORDS: dict[str, list[TimePart]] = {
    "ngày đầu tiên của tháng 3": [deadline("2024-03-01")],
    "trước ngày cuối cùng của tháng 6/2025": [deadline("2025-06-30")],
    "ngày cuối cùng của quý II": [deadline("2024-06-30")],
    "ngày đầu tiên của năm 2025": [deadline("2025-01-01")],
    "ngày cuối cùng của năm": [deadline("2024-12-31")],
    "quý 4 của năm 2018": [window("2018-10-01", "2018-12-31")],
    "tháng 6 của năm sau": [window("2025-06-01", "2025-06-30")],
    "ngày 7 tháng ba": [deadline("2024-03-07")],
    "ngày 20 tháng mười một năm 2024": [deadline("2024-11-20")],
    "Khởi công quý I/2024, hoàn thành trước 31/8/2024": [window("2024-01-01", "2024-03-31"), deadline("2024-08-31")],
    "năm nay": [window("2024-01-01", "2024-12-31")],
    "trong năm sau": [window("2025-01-01", "2025-12-31")],
    "năm ngoái": [window("2023-01-01", "2023-12-31")],
    "Trước ngày 15/01 năm sau": [deadline("2025-01-15")],
    "Từ tháng 10 đến tháng 3 năm sau": [window("2024-10-01", "2025-03-31")],
    "15/06/24": [deadline("2024-06-15")],
    "Trước ngày 15/6/25": [deadline("2025-06-15")],
    "3/7": [deadline("2024-07-03")],
    "thứ hai đầu tiên của tháng 9": [deadline("2024-09-02")],
    "thứ sáu cuối cùng của tháng 6 năm 2025": [deadline("2025-06-27")],
    "quý thứ 4 năm 2018": [window("2018-10-01", "2018-12-31")],
    "Trước ngày 20/5; 20/11": [deadline("2024-05-20"), deadline("2024-11-20")],
    "8/3": [deadline("2024-03-08")],
    "ngày 10/3 (dương lịch)": [deadline("2024-03-10")],
    "30/6/2024Theo Công văn số 12/UBND": [deadline("2024-06-30"), Reference("Công văn số 12/UBND")],
    "12/2024 tổ chức tổng kết": [window("2024-12-01", "2024-12-31")],
    "trước ngày 15/01 năm kế tiếp": [deadline("2025-01-15")],
    "Dự kiến hoàn thành 30/6, chậm nhất 31/8": [deadline("2024-08-31")],
    "Phấn đấu trong quý II, muộn nhất ngày 31/8/2024": [deadline("2024-08-31")],
    "Trước ngày 30/6/2024 (1)": [deadline("2024-06-30")],
    "Trước 15/6 (6 tháng); trước 15/12 (cả năm)": [deadline("2024-06-15"), deadline("2024-12-15")],
    "Thời gian, địa điểm: 08 giờ 00, ngày 14/5/2024, tại Hội trường": [deadline("2024-05-14")],
    "thành lập Tổ công tác trước ngày 20/3/2024": [deadline("2024-03-20")],
    "kiện toàn Ban Chỉ đạo trong tháng 3/2024": [window("2024-03-01", "2024-03-31")],
    "đăng ký tham gia trước ngày 20/3/2024": [deadline("2024-03-20")],
    "hoàn thành chỉ tiêu giao quân năm 2024 trước ngày 10/3/2024": [deadline("2024-03-10")],
    "Không quy định": [Undated()],
}

COME_BACK: dict[str, list[TimePart]] = {
    "định kỳ hằng quý báo cáo UBND xã trước ngày 20 tháng cuối quý": [comes_back(f"{QUARTERS};BYMONTHDAY=20")],
    "hằng quý tổng hợp, báo cáo UBND xã trước ngày 20 tháng cuối quý": [comes_back(f"{QUARTERS};BYMONTHDAY=20")],
    "hằng tháng báo cáo kết quả về UBND xã (qua Văn phòng) trước ngày 25": [comes_back("FREQ=MONTHLY;BYMONTHDAY=25")],
    "hằng tháng tổng hợp, báo cáo Chủ tịch trước ngày 25": [comes_back("FREQ=MONTHLY;BYMONTHDAY=25")],
    "hằng năm báo cáo về UBND tỉnh trước ngày 15/12": [comes_back("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15")],
    "Hằng tuần báo cáo vào thứ Sáu": [comes_back("FREQ=WEEKLY;BYDAY=FR")],
    "hằng tuần báo cáo tiến độ vào chiều thứ Năm": [comes_back("FREQ=WEEKLY;BYDAY=TH")],
    "hằng tuần, trước 16 giờ thứ Năm": [comes_back("FREQ=WEEKLY;BYDAY=TH")],
    "ngày cuối cùng của mỗi quý": [comes_back(f"{QUARTERS};BYMONTHDAY=-1")],
    "ngày 05 tháng đầu tiên của quý liền sau": [comes_back(f"{BEHIND_QUARTERS};BYMONTHDAY=5")],
    "Trước ngày 10 của tháng đầu quý sau": [comes_back(f"{BEHIND_QUARTERS};BYMONTHDAY=10")],
    "Trước ngày 05 của tháng liền kề": [comes_back("FREQ=MONTHLY;BYMONTHDAY=5")],
    "Hằng tháng, trước ngày 05 của tháng kế tiếp": [comes_back("FREQ=MONTHLY;BYMONTHDAY=5")],
    "Hằng quý, trước ngày 05 tháng đầu tiên của quý sau": [comes_back(f"{BEHIND_QUARTERS};BYMONTHDAY=5")],
    "Định kỳ 6 tháng (trước ngày 10/6), năm (trước ngày 10/12) báo cáo kết quả về UBND tỉnh": [
        comes_back("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10"),
        comes_back("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10"),
    ],
    "Báo cáo định kỳ hằng tháng (trước ngày 20), quý (trước ngày 20 tháng cuối quý)": [
        comes_back("FREQ=MONTHLY;BYMONTHDAY=20"),
        comes_back(f"{QUARTERS};BYMONTHDAY=20"),
    ],
    "mỗi tháng 01 lần vào tuần đầu": [comes_back(None)],
    "ngày Chủ nhật cuối cùng hằng tháng": [comes_back("FREQ=MONTHLY;BYDAY=-1SU")],
    "Định kỳ vào sáng thứ Hai hằng tuần": [comes_back("FREQ=WEEKLY;BYDAY=MO")],
    "Định kỳ trước 16 giờ ngày thứ Sáu hằng tuần": [comes_back("FREQ=WEEKLY;BYDAY=FR")],
    "Từ 7h00 đến 17h00 hằng ngày": [comes_back("FREQ=DAILY")],
    "từ tháng 3 đến tháng 11 hằng năm": [comes_back("FREQ=YEARLY;BYMONTH=11")],
    "Hằng năm, từ ngày 01/6 đến ngày 15/7": [comes_back("FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=15")],
    "Hằng năm (trước ngày 31/01 năm sau)": [comes_back("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31")],
    "Hằng quý (tháng 3, 6, 9, 12)": [comes_back(QUARTERS)],
    "Định kỳ 6 tháng (tháng 6, tháng 12)": [comes_back("FREQ=MONTHLY;BYMONTH=6,12")],
}

GO_ON: dict[str, list[TimePart]] = {
    "Hoàn thành trong năm 2024 và rà soát, mở rộng trong các năm tiếp theo (nếu có)": [
        window("2024-01-01", "2024-12-31"),
        goes_on(),
    ],
    "Hoàn thành năm 2024, vận hành thường xuyên trong các năm tiếp theo": [
        window("2024-01-01", "2024-12-31"),
        goes_on(),
    ],
    "Từ năm 2024, phấn đấu hoàn thành năm 2030": [window("2024-01-01", "2030-12-31")],
    "bắt đầu từ năm 2024, hoàn thành trong năm 2026": [window("2024-01-01", "2026-12-31")],
    "Kiểm tra, giám sát thường xuyên": [goes_on()],
    "Tuyên truyền thường xuyên trên hệ thống loa": [goes_on()],
    "Từ ngày ban hành trở đi": [goes_on()],
    "theo thời điểm có nhu cầu": [OnEvent("có nhu cầu")],
    "Sau 10 ngày kể từ ngày kết thúc hội nghị": [Relative(10, "day", "kết thúc hội nghị")],
    "Năm (05) ngày làm việc kể từ ngày nhận": [Relative(5, "working_day", "nhận")],
    "Báo cáo 6 tháng (trước ngày 15/6), báo cáo năm (trước ngày 15/12)": [
        deadline("2024-06-15"),
        deadline("2024-12-15"),
    ],
    "Thời gian kiểm tra: từ ngày 01/6 đến hết ngày 30/6": [window("2024-06-01", "2024-06-30")],
    "Hạn cuối: 17h00 ngày 30/4/2024": [deadline("2024-04-30")],
    "Thời gian: 02 ngày (từ ngày 15/5/2024 đến ngày 16/5/2024)": [window("2024-05-15", "2024-05-16")],
    "Thời gian: 01 ngày, dự kiến ngày 15/5/2024": [deadline("2024-05-15")],
    "Kết quả gửi về Phòng Nội vụ trước ngày 30/5/2024": [deadline("2024-05-30")],
    "khẩn trương hoàn thành trước ngày 15/7/2024": [deadline("2024-07-15")],
    "Tập huấn trong quý II; kiểm tra quý III; họp quý IV": [
        window("2024-04-01", "2024-06-30"),
        window("2024-07-01", "2024-09-30"),
        window("2024-10-01", "2024-12-31"),
    ],
}


@pytest.mark.parametrize("text", [*IN_WORDS, *COME_BACK, *GO_ON])
def test_running_text_is_read(text: str) -> None:
    assert meaning(text) == (IN_WORDS | COME_BACK | GO_ON)[text]


NEAR = [
    *(
        "những năm tới",
        "năm sau ngày 15/6",
        "tháng 6/24",
        "6/24",
        "15/06/99",
        "15/06/24/QĐ",
        "6/12",
        "24/7",
    ),
    *("ngày đầu tiên của tháng", "ngày đầu tiên của năm học", "tuần đầu tiên của tháng 9", "quý 4 của năm học 2024"),
    *(
        "ngày 7 tháng một lần",
        "ngày 7 tháng năm",
        "mồng 3",
        "mùng 3/3",
        "ngày 10/3 (âm lịch)",
    ),
    *("Báo cáo quý trước ngày 05 của tháng liền kề", "Báo cáo 6 tháng trước ngày 05 của tháng kế tiếp"),
    *("Họp tháng 6, báo cáo trước ngày 05 của tháng tiếp theo", "từ ngày 15/01 của năm liền kề"),
    *("Hằng quý (tháng 3, 6, 9)", "hằng quý, tháng 3, 6, 9, 12/2024", "từ tháng 11 đến tháng 2 hằng năm"),
    *("từ năm 2024 đến năm 2030 hằng năm", "Hằng năm; trước ngày 15/01 năm sau"),
    *(
        "Kinh phí chi thường xuyên năm 2024",
        "Kiểm tra không thường xuyên",
        "Bộ phận thường trực",
    ),
    *(
        "Số 12/2024 báo cáo",
        "12/2024 hồ sơ",
        "12/2024/QĐ ban hành",
        "13/2024 ban hành",
        "sau ngày 15/6/2024",
        "Sau 10 ngày",
    ),
    *(
        "theo thời điểm ngày 31/12/2024",
        "tại thời điểm 31/12/2024",
        "Từ ngày ký hợp đồng trở đi",
        "năm (05) ngày",
        "05/6/2024NĐ",
    ),
    *("Từ năm 2024, hoàn thành năm 2023", "Từ quý I, hoàn thành quý III", "Từ năm 2024, báo cáo năm 2027"),
    *("Thời gian chốt số liệu: 30/11/2024", "Thời gian báo cáo: trước ngày 15/01", "Thời gian nghỉ: không quá 5 ngày"),
    *(
        "Định kỳ 6 tháng (trước ngày 15), năm (trước ngày 15/12)",
        "Định kỳ quý (trước ngày 15/3), năm (trước ngày 15/12)",
    ),
    *("Định kỳ 6 tháng (ngày 15/6), năm (trước ngày 15/12)", "02 ngày (15/6/2024", "03 ngày (trước ngày 15/6/2024)"),
    *("13/2024Theo", "30/6/2024Đã có", "hằng tháng, tuần đầu tiên của tháng 9", "từ 18 giờ hằng ngày", "7h30 hằng năm"),
    *("Thời gian lấy số liệu: từ 15/12/2023 đến 14/6/2024", "năm liền kề"),
    *("kiểm tra cơ sở thành lập trước ngày 20/3/2024", "30/6, chậm nhất 31/8", "Dự kiến 31/8, chậm nhất 30/6"),
    *("trước ngày 30/6/2024 (12 ngày)", "trước ngày 30/6 (quý IV)"),
    *("Trước ngày 05 tháng đầu quý", "ngày làm việc cuối cùng của tháng này", "hằng quý vào tuần cuối tháng 3"),
]


@pytest.mark.parametrize("text", NEAR)
def test_what_has_no_fixed_meaning_stays_unread(text: str) -> None:
    assert read_time(text, year=YEAR).parts == ()


def test_a_period_right_behind_a_report_or_a_paper_is_not_when_it_is_due() -> None:
    for text in ("Tập huấn trong quý II; báo cáo quý III", "Tập huấn trong quý II; kế hoạch quý III"):
        assert len(read_time(text, year=YEAR).parts) == 1


@given(st.dates(date(2000, 1, 1), date(2089, 12, 31)))
def test_two_figures_are_a_year_near_the_plans(day: date) -> None:
    text = f"{day:%d/%m/%y}"
    assert meaning(text, day.year) == [Deadline(day)]
    assert (read_time(text, year=day.year + 2).parts == ()) is (day.year // 100 == (day.year + 2) // 100)


@given(st.integers(1, 12), st.integers(2000, 2098), st.sampled_from(["năm sau", "của năm sau"]))
def test_next_year_is_the_one_behind_the_plans(month: int, year: int, behind: str) -> None:
    (part,) = meaning(f"tháng {month} {behind}", year)
    assert isinstance(part, Window)
    assert (part.start, part.end.month) == (date(year + 1, month, 1), month)


@given(st.integers(1, 12), st.integers(1, 12))
def test_months_of_each_year_end_with_the_last_of_them(first: int, last: int) -> None:
    parts = read_time(f"từ tháng {first} đến tháng {last} hằng năm", year=YEAR).parts
    assert len(parts) == (first <= last)
    if parts:
        assert meaning(f"từ tháng {first} đến tháng {last} hằng năm") == [comes_back(f"FREQ=YEARLY;BYMONTH={last}")]
