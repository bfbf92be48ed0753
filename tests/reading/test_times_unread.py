"""What must stay unread: numbers that are no dates, impossible dates, and words that change a date's meaning."""

from itertools import product

import pytest

from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Deadline, OnEvent, Reference, TimePart, Window
from tests.reading.expected import YEAR, goes_on, sense, window

NO_DATES = [
    *(
        "24/7",
        "1022",
        "34/2014/NĐ-CP",
        "61/2018/NĐ-CP",
        "13/2026/QĐ-UBND",
        "12/2024/QĐ-UBND",
        "số 12/2024",
        "13/2026-QĐ",
    ),
    *("2025%", "50%", "2000 đồng", "2.025", "2025.000", "2.000.000 đồng", "0277.3861.022", "1900.1022", "0912 345 678"),
    *("2025 hồ sơ", "06", "6", "6 tháng", "9 tháng", "đạt 2025", "24/24 giờ", "mức độ 3, 4", "Đề án 06"),
    *("trang 1990", "số 84 2025"),
    *("số 05/QĐ-UBND", "Số 05/QĐ-UBND ngày 09/01/2026", "Kinh phí 2.024.000.000 đồng", "Đạt 95,5% trong năm 2024"),
    *(
        "Liên hệ 0277.3851.234 trước ngày 15/6/2024",
        "Trước Tết Nguyên đán 15 ngày",
        "Chưa thực hiện; dự kiến quý III/2024",
    ),
    *("x", "[?]", "khi", "theo", "2024-2025-2026", "²/3", "٣/2025", "tháng ²"),
]

NO_DAY_OF_MONTHS = [
    "hằng tháng báo cáo UBND xã trước ngày 20 tháng cuối quý",
    "hằng tháng, quý báo cáo UBND xã trước ngày 20",
    "hằng quý báo cáo về UBND tỉnh trước ngày 15",
    "hằng tuần tổng hợp, gửi Văn phòng trước 16 giờ thứ Năm",
    "hằng tháng phân loại trước ngày 25",
    *(
        "Ngày 15 các tháng",
        "Ngày 15 các tháng 3",
        "Ngày các tháng 3, 6",
        "Ngày 15 các tháng 6, 3",
        "Ngày 15 các tháng 3, 3",
    ),
    *("Ngày 31 các tháng 3, 6", "Ngày 29 các tháng 2, 3", "Ngày 0 các tháng 3, 6", "Ngày 15 các tháng 3, 13"),
    *("Ngày 10, 20 các tháng 3, 6", "Ngày 10 và 20 các tháng 3, 6"),
    *(
        "Ngày 15 các tháng 3-6",
        "Ngày 15 các tháng 3, 6/2024",
        "Ngày 15 các tháng 3, 6.2024",
        "Ngày 15 các tháng 3, 2024",
    ),
    *("Ngày 15 các tháng 3, 6 tháng", "Ngày 15 các tháng 3, 6 năm học 2024", "Ngày 15 các tháng 3, 6 hoặc 9"),
    *(
        "Ngày 15 các tháng 3, 6, trừ tháng 6",
        "Ngày 15 các tháng 3, 6 và ngày 20 tháng 10",
        "Ngày 15 các tháng 3, 6 quý sau",
    ),
    *("từ ngày 15 các tháng 3, 6", "17 giờ ngày 15 các tháng 3, 6", "Ngày 15 các tháng 3, 6; năm 2025"),
    *(
        "Ngày 15/3 các tháng 3, 6",
        "Ngày 15 các tháng 3, 6 lần",
        "Ngày 15 các tháng 3, 6 hằng quý",
        "Hai tuần",
        "Hai tuần hai lần",
    ),
    *("Hai tuần một lần, thứ sáu", "hai tuần một lần hoặc thứ sáu"),
]

IMPOSSIBLE = [
    *("Tháng 13/2024", "tháng 0/2024", "tháng 006/2024", "ngày 30/02/2024", "ngày 29/02/2023", "trước ngày 31/6/2025"),
    *("ngày 0/5/2024", "ngày 32/1/2024", "Quý 5/2024", "Quý V/2024", "Quý 0", "tháng 6/1889", "Tháng 6/24", "30/11/2"),
    *("Từ tháng 6 đến tháng 2 năm 2024", "Quý II/2026 - Quý I/2026", "giai đoạn 2030 - 2026", "ngày 20/6 - 1/6"),
    *("010 tháng đầu năm 2026", "12 tháng đầu năm 2026", "1 tháng cuối năm 2026"),
    *("Tháng 6 năm", "tháng 6 năm kia", "năm", "tháng", "quý"),
    *("trước ngày 30/02 hằng năm", "ngày 32 hằng tháng", "hằng quý, tháng 13", "Ngày 15", "trước ngày 15"),
    *(
        "Tháng 12/2023 và tháng 1",
        "Tháng 12 và tháng 1/2026",
        "Từ tháng 11 đến tháng 2/2026",
        "Từ tháng 2/2023 đến tháng 6",
    ),
    *("Năm 2025, tháng 6", "Tháng 6, 2024", "Tháng 6/2024 và 2025", "ngày 20/6/2025 đến ngày 30"),
]

CHANGED = [
    *(
        "Cuối năm 2025, đầu năm 2026",
        "Cuối tháng 6, đầu tháng 7",
        "đầu quý II/2025",
        "Từ cuối năm 2025 đến đầu năm 2026",
    ),
    *(
        "Giữa năm và cuối năm",
        "cuối năm học",
        "Đầu năm âm lịch",
        "Tháng 6 theo lịch âm",
        "T6",
        "T6/25",
        "Q3",
        "T 6/2025",
    ),
    *(
        "Quý 1 2025 hồ sơ",
        "Trước 1/2 thời gian",
        "Trước 30/6, 2000 hộ",
        "6 tháng đầu nhiệm kỳ",
        "6 tháng (ngày 15/1)",
        "năm (ngày 15/01)",
        "6 tháng (trước ngày 15/2)",
        "6 tháng đầu thực hiện",
        "Quyết toán quý I, giải ngân quý II",
        "Báo cáo quý I, tổng hợp quý II",
        "đánh giá quý I; kiểm tra quý II",
        "rà soát các hợp đồng kết thúc trước ngày 30/6",
        "Bắt đầu từ 01/3, kết thúc trước ngày 30/6",
        "Từ thứ Sáu đến thứ Hai hằng tuần",
        "Từ thứ Hai đến thứ Sáu hằng tuần (trừ ngày lễ)",
        "Chiều 28",
        "Trước ngày 30/6, 2024, 2025",
        "trước 2/3 số đại biểu",
        "không quá 2000",
        "24/7 trong năm 2026",
        "Văn bản: 2025",
    ),
    *(
        "30/4 - 1/5",
        "6/12",
        "15/10 xã",
        "Đến tháng 6/2026 đạt 50%",
        "Tính đến hết tháng 6/2026",
        "hết năm học",
        "trong 6 tháng",
    ),
    *(
        "10 ngày kể từ ngày 15 hằng tháng",
        "05 ngày kể từ ngày 01/6 hằng năm",
        "10 ngày kể từ ngày 31/6",
        "Tháng tư vấn pháp luật",
    ),
    *(
        "Sau 10 ngày ban hành",
        "Từ 8 giờ đến 17 giờ, trước ngày 15/6/2026",
        "17 giờ 00",
        "Mỗi tháng hai buổi",
        "Trước ngày 15/11/2024 theo quy định, lùi sang ngày 17/12/2024",
        "Theo điều kiện thực tế",
    ),
    *(
        "Rà soát hồ sơ Sở Nội vụ trước ngày 15/12",
        "Kiểm tra hồ sơ của Sở trước ngày 20/6",
        "tháng năm năm 2025",
        "Tháng Giêng",
        "quỹ 2/2025",
    ),
    *("Bắt đầu từ ngày 15/12/2025 và kết thúc vào 17 giờ 75 ngày 01/02/2026", "Trước khi ban hành", "Tháng 6/12"),
    *(
        "tuần 2 tháng 01",
        "tuần 2, trong tháng 01",
        "Nửa cuối tháng 6/2025",
    ),
    *(
        "Tháng 6 âm lịch",
        "năm học 2026 – 2027",
        "tháng 6 năm học 2025",
        "không trước ngày 30/6/2025",
        "không thường xuyên",
    ),
    *(
        "5 ngày trước ngày 30/6/2025",
        "Trước 10 ngày so với ngày 30/6/2025",
    ),
    *("Sau khi ban hành 10 ngày",),
    *("Văn bản ban hành trước ngày 01/7/2025", "Rà soát văn bản trong và trước ngày 01/7/2025", "Báo cáo tháng 6"),
    *("Tháng 6/2025 hoặc tháng 7/2025", "Tháng 6 hoặc 7/2025", "trước ngày 30/6 hoặc trước ngày 15/7/2025"),
    *(
        "Quý IV/2025 (Quý I/2026 đối với xã A)",
        "Tháng 6 đối với hồ sơ nộp trước tháng 5",
    ),
    *("Hoàn thành kế hoạch năm 2025", "tháng 6 năm 2025 đến nay", "Trước tháng 12 hằng năm"),
    *(
        "hằng quý, trước ngày 15/3, 15/6",
        "hằng quý, trước ngày 15",
        *("Hằng năm, từ tháng 11 đến tháng 2", "hằng quý: 15/3/2024, 15/6/2024", "hằng tháng, quý IV/2025"),
        *("Định kỳ hằng quý, trước ngày 30/11/2025", "Hằng tháng, từ ngày 15 đến ngày 20"),
        *("6 tháng đầu năm 2025 - 2026", "tháng 6/ thường xuyên", "ngày 15/13/2025", "hằng tuần, quý IV"),
    ),
    *(
        "định kỳ 6 tháng đầu năm",
        "từ tháng 11 đến tháng 2 hằng năm",
        "Giai đoạn 2021-2025 và 2026-2030",
        "hằng tháng 6",
    ),
    *("Tháng 3 - 5, 9 - 13/2025", "Tháng 6-đột xuất", "trước ngày … tháng 01 năm 2024", "Tháng [?]/2024"),
]

COARSER = [
    *("Trước ngày 15 tháng 6, tháng 12", "trước ngày 15/6 và tháng 12", "Ngày 15 tháng 3, tháng 6, tháng 9"),
    *("Ngày 15 tháng 6 và tháng 12 năm 2024", "Trước ngày 15/6, trước tháng 12", "Ngày 15/6/2024 và quý IV/2024"),
    *("Ngày 25 tháng 3, 6, 9 và ngày 15 tháng 12", "Trước ngày 25/3, 6, 15/12", "Ngày 25 tháng 3 và 6, 15/12/2026"),
    *("Trước ngày 25 tháng 3, 6, 9 và 15 tháng 12 hằng năm", "Ngày 25 tháng 11, 12, 15/12"),
    *("Ngày 15 tháng 6 (và tháng 12)", "Trước ngày 15/6; tháng 12", "Ngày 15 tháng 3, tháng 6 hằng năm"),
    *("Hằng năm, ngày 15 tháng 6 và tháng 12", "Từ ngày 1/3 đến ngày 10/3, tháng 6"),
]
"""A list that goes on from a day to a longer point."""

RULES_AND_DATES = [
    *("Từ tháng 3/2024, hằng tháng", "Từ tháng 3 đến tháng 11, hàng tháng", "Từ tháng 3 đến tháng 11: hằng tháng"),
    *("Từ tháng 3 đến tháng 11 (hằng tháng)", "Từ tháng 3 đến tháng 11\nHằng tháng", "Đến hết tháng 11, hằng tháng"),
    *("Từ tháng 3 đến tháng 11, báo cáo hằng tháng", "Trước ngày 15/12, hằng năm", "Quý IV, hằng năm"),
    *("Hằng tháng (tháng 3 - tháng 11)", "Hằng tháng, từ tháng 3 đến tháng 11, trước ngày 20"),
    *("Trước ngày 15/12 hằng năm (năm 2024: trước ngày 20/12)", "Năm 2024: trước ngày 20/12"),
    *("Trước ngày 15/12 hằng năm (năm 2024, trước ngày 20/12)", "Hằng năm, năm 2024: trước ngày 20/12"),
]
"""A rule beside a date that may bound or move it."""

SWALLOWED = [
    *(
        "Khi có yêu cầu trước ngày 30/6/2024",
        "Theo kế hoạch của tỉnh trước ngày 30/6/2024",
        "Khi có yêu cầu trước 30/6",
    ),
    *("Khi có yêu cầu trước ngày 20 hằng tháng", "Khi có yêu cầu từ tháng 6"),
    *("Khi có yêu cầu, báo cáo trước ngày 30/6/2024", "Trước ngày 15/6, theo Quyết định gia hạn đến ngày 30/6"),
    *("Theo kế hoạch, chậm nhất hết tháng 6 hoàn thành", "Theo yêu cầu và Kế hoạch của tỉnh trước ngày 30/6/2024"),
    *("10 ngày kể từ ngày nhận trước ngày 30/6/2024", "Theo Kế hoạch số 5 ngày 14/9/2018 đến hết tháng 6/2024"),
]
"""A date with an opener among the words of an event or a document."""

REVOKED = [
    *("Trước ngày 15/6/2024, gia hạn đến ngày 30/6/2024", "Trước ngày 20 hàng tháng (không báo cáo tháng 6)"),
    *("Tháng 6 (ÂL)", "Tháng 6 (âm lịch)", "Tháng 6; âm lịch", "Trước ngày 15/6/2024 (điều chỉnh: 30/6/2024)"),
    *("Trước ngày 15/6/2024; thay bằng ngày 30/6", "Hằng tháng, trừ tháng 7", "Quý II/2024 (lùi sang quý III)"),
    *("Không áp dụng; trước ngày 15/6/2024", "Trước ngày 15/6/2024, trừ khi có yêu cầu khác", "Hằng quý (hoãn)"),
    *("Tháng 6 (nhuận)", "Trước ngày 15/6/2024 (đã hủy)", "Trước ngày 15/6/2024 (đã huỷ)"),
]
"""Unread words that take the date back."""

SIGNS = ["???", "(((", "!", "()()", "*", ":", ";;"]


@pytest.mark.parametrize(
    "text",
    [*NO_DATES, *NO_DAY_OF_MONTHS, *IMPOSSIBLE, *CHANGED, *COARSER, *RULES_AND_DATES, *SWALLOWED, *REVOKED, *SIGNS],
)
def test_strange_words_stay_unread_as_typed(text: str) -> None:
    reading = read_time(text, year=YEAR)
    assert reading.parts == ()
    assert reading.unread == (text,)


@pytest.mark.parametrize(
    ("text", "parts", "unread"),
    [
        (
            "Trong năm 2026Được bãi bỏ một phần bởi Quyết định số 13/2026/QĐ-UBND",
            [window("2026-01-01", "2026-12-31")],
            "Được bãi bỏ một phần bởi Quyết định số 13/2026/QĐ-UBND",
        ),
        ("Thường xuyên, báo cáo tháng 6", [goes_on()], "tháng 6"),
        ("Thường xuyên, báo cáo quý", [goes_on()], "quý"),
        ("Thường xuyên; báo cáo quý IV/2025", [goes_on()], "quý IV/2025"),
        ("Tháng 3/2025; báo cáo năm 2025", [window("2025-03-01", "2025-03-31")], "năm 2025"),
        ("Thường xuyên, ngày 30/02/2024", [goes_on()], "ngày 30/02/2024"),
        ("Giai đoạn 2025-2030, tầm nhìn 2045", [window("2025-01-01", "2030-12-31")], "tầm nhìn 2045"),
        ("Quý II (tháng 6/2026)", [window("2026-06-01", "2026-06-30")], "Quý II"),
        ("Theo Kế hoạch số 5/KH; ngày 14/9/2018", [Reference("Kế hoạch số 5/KH")], "ngày 14/9/2018"),
        ("Trong năm 2025; tuần 2 tháng 01", [window("2025-01-01", "2025-12-31")], "tuần 2 tháng 01"),
        ("abc; trước ngày 30/6/2025", [Deadline(window("2025-06-30", "2025-06-30").end)], "abc"),
    ],
)
def test_what_is_sure_is_read_beside_what_is_not(text: str, parts: list[TimePart], unread: str) -> None:
    reading = read_time(text, year=YEAR)
    assert [sense(part) for part in reading.parts] == parts
    assert reading.unread == (unread,)


NUMBERS = [
    "05/QĐ-UBND",
    "2.024.000.000 đồng",
    "0277.3851.234",
    "34/2014/NĐ-CP",
    "61/2018/NĐ-CP",
    "13/2026/QĐ-UBND",
    "208/KH-UBND",
    "02/2017/TT-VPCP",
    "1022",
    "24/7",
    "95,5%",
]
FRAMES = [
    "{}",
    "Nghị định {}",
    "theo Nghị định số {}",
    "Quyết định số {} của UBND",
    "Khi {} có hiệu lực",
    "({})",
    "{}; {}",
]


@pytest.mark.parametrize(("number", "frame"), list(product(NUMBERS, FRAMES)))
def test_a_decree_number_never_becomes_a_date(number: str, frame: str) -> None:
    reading = read_time(frame.format(number, number), year=YEAR)
    assert all(isinstance(part, OnEvent | Reference) for part in reading.parts)
    assert not any(isinstance(part, Window) for part in reading.parts)
