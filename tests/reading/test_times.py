"""Times: every phrase of the plan of 2024 and of the plans beside it, and what each means."""

import pytest

from kshc_cli.plan.given import (
    GivenContinuous,
    GivenDeadline,
    GivenOnEvent,
    GivenReading,
    GivenRecurring,
    GivenReference,
    GivenRelative,
    GivenUndated,
    GivenWindow,
)
from kshc_cli.reading.folding import canonical
from kshc_cli.reading.times import limits, open_ended, reader, verbs
from kshc_cli.reading.times.cell import SPELLINGS, Phrasebook
from kshc_cli.reading.times.cycles import periods, recurring
from kshc_cli.reading.times.days import dated, points, series
from kshc_cli.reading.times.reader import given_time, read_time
from kshc_cli.reading.values import Continuous, Deadline, OnEvent, Reference, Relative, TimePart, Undated
from tests.reading.expected import YEAR, comes_back, deadline, goes_on, meaning, window

YEARLY = "FREQ=YEARLY"
MONTHLY = "FREQ=MONTHLY"
QUARTERLY = "FREQ=MONTHLY;INTERVAL=3"
HALF_YEARLY = "FREQ=MONTHLY;INTERVAL=6"
EVENT = "có văn bản yêu cầu góp ý dự thảo văn bản QPPL có quy định về TTHC"
PLAN_208 = "Kế hoạch số 208/KH-UBND ngày 14/9/2018 của UBND Tỉnh"
YEAR_2024 = ("2024-01-01", "2024-12-31")

SOURCE: dict[str, list[TimePart]] = {
    "Thường xuyên": [goes_on()],
    "Thường xuyên trong năm": [goes_on(*YEAR_2024)],
    "Thường xuyên trong năm 2024": [goes_on(*YEAR_2024)],
    "Thường xuyên trong năm và theo yêu cầu": [goes_on(*YEAR_2024), OnEvent("yêu cầu")],
    "Thường xuyên và theo lộ trình": [goes_on(), Reference("lộ trình")],
    "Từ tháng 02 đến tháng 6 năm 2024": [window("2024-02-01", "2024-06-30")],
    "Trong tháng 6 năm 2024": [window("2024-06-01", "2024-06-30")],
    "Trong tháng 7 năm 2024": [window("2024-07-01", "2024-07-31")],
    "Trong năm 2024": [window(*YEAR_2024)],
    "Tháng 12/2024": [window("2024-12-01", "2024-12-31")],
    "Định kỳ hàng tháng": [comes_back(MONTHLY)],
    "Theo định kỳ và đột xuất": [comes_back(None), OnEvent(None)],
    "Khi có yêu cầu": [OnEvent("có yêu cầu")],
    "Khi có quyết định công bố TTHC": [OnEvent("có quyết định công bố TTHC")],
    f"Khi {EVENT}": [OnEvent(EVENT)],
    f"Theo {PLAN_208}": [Reference(PLAN_208)],
    "Theo yêu cầu và Kế hoạch tập huấn của Tỉnh": [OnEvent("yêu cầu"), Reference("Kế hoạch tập huấn của Tỉnh")],
    "Theo kế hoạch kiểm tra làm việc tại các cơ quan, đơn vị": [
        Reference("kế hoạch kiểm tra làm việc tại các cơ quan, đơn vị")
    ],
}
"""The 18 time texts of the plan of 2024."""

OTHER_PLANS: dict[str, list[TimePart]] = {
    "Quí IV-2025": [window("2025-10-01", "2025-12-31")],
    "Quý IV/2025- Quý II/2026": [window("2025-10-01", "2026-06-30")],
    "Tháng 11 - 12/2025": [window("2025-11-01", "2025-12-31")],
    "ngày 17/9 - 1/10": [window("2024-09-17", "2024-10-01")],
    "Giai đoạn 2026 - 2030.": [window("2026-01-01", "2030-12-31")],
    "2025": [window("2025-01-01", "2025-12-31")],
    "Trước ngày 30/11/2025": [deadline("2025-11-30")],
    "31/10/2025": [deadline("2025-10-31")],
    "Trước tháng 3/2027": [deadline("2027-02-28")],
    "Trước năm 2030": [deadline("2029-12-31")],
    "chậm nhất ngày 15/6/2025": [deadline("2025-06-15")],
    "trước ngày 20 hằng tháng": [comes_back(f"{MONTHLY};BYMONTHDAY=20")],
    "Tháng 12 hằng năm": [comes_back(f"{YEARLY};BYMONTH=12")],
    "định kỳ hằng quý": [comes_back(QUARTERLY)],
    "trước ngày 01/6 và 15/11 hằng năm": [
        comes_back(f"{YEARLY};BYMONTH=6;BYMONTHDAY=1"),
        comes_back(f"{YEARLY};BYMONTH=11;BYMONTHDAY=15"),
    ],
    "hàng Quý, 6 tháng, năm": [comes_back(QUARTERLY), comes_back(HALF_YEARLY), comes_back(YEARLY)],
    "đột xuất": [OnEvent(None)],
    "Sau khi có Quy chế của TW": [OnEvent("có Quy chế của TW")],
    "20 ngày sau khi Tỉnh uỷ ban hành": [Relative(20, "day", "Tỉnh uỷ ban hành")],
    "trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này": [Relative(10, "day", "nhận Kế hoạch này")],
    "trong vòng 05 ngày làm việc kể từ ngày nhận": [Relative(5, "working_day", "nhận")],
    "Bắt đầu triển khai từ năm 2026": [goes_on("2026-01-01")],
    "Năm 2026 và các năm tiếp theo": [goes_on("2026-01-01")],
    "theo lộ trình": [Reference("lộ trình")],
    "Chưa đề xuất": [Undated()],
    "Đề xuất giao Sở Xây dựng tham mưu": [Undated()],
    "Hoàn thành trong giai đoạn 2026 - 2027 và vận hành thường xuyên": [window("2026-01-01", "2027-12-31"), goes_on()],
    "Tháng 9/2026 (sau khi kết thúc kỳ tuyển sinh năm học 2026 – 2027)": [
        window("2026-09-01", "2026-09-30"),
        OnEvent("kết thúc kỳ tuyển sinh năm học 2026 – 2027"),
    ],
}
"""Phrases of other real plans."""

WINDOWS: dict[str, list[TimePart]] = {
    "Điều tra quý II, công bố quý IV": [window("2024-04-01", "2024-06-30"), window("2024-10-01", "2024-12-31")],
    "Điều tra trong quý II và công bố kết quả trong quý IV": [
        window("2024-04-01", "2024-06-30"),
        window("2024-10-01", "2024-12-31"),
    ],
    "tháng 6": [window("2024-06-01", "2024-06-30")],
    "Tháng 02": [window("2024-02-01", "2024-02-29")],
    "Tháng 6, năm 2025": [window("2025-06-01", "2025-06-30")],
    "tháng 6/năm 2025": [window("2025-06-01", "2025-06-30")],
    "tháng 12.2025": [window("2025-12-01", "2025-12-31")],
    "12/2025": [window("2025-12-01", "2025-12-31")],
    "quý 4 năm 2025": [window("2025-10-01", "2025-12-31")],
    "Quý 02/2025": [window("2025-04-01", "2025-06-30")],
    "Trong quý III/2025.": [window("2025-07-01", "2025-09-30")],
    "6 tháng đầu năm 2025": [window("2025-01-01", "2025-06-30")],
    "06 tháng cuối năm": [window("2024-07-01", "2024-12-31")],
    "6 tháng đầu năm/2025": [window("2025-01-01", "2025-06-30")],
    "6 tháng đầu/2025; 6 tháng cuối/2025": [window("2025-01-01", "2025-06-30"), window("2025-07-01", "2025-12-31")],
    "6 tháng đầu": [window("2024-01-01", "2024-06-30")],
    "6 tháng cuối của năm 2025": [window("2025-07-01", "2025-12-31")],
    "nửa đầu năm 2025": [window("2025-01-01", "2025-06-30")],
    "trong năm": [window(*YEAR_2024)],
    "Cả năm 2025": [window("2025-01-01", "2025-12-31")],
    "trong năm (2025)": [window("2025-01-01", "2025-12-31")],
    "vào ngày 15/6/2025": [window("2025-06-15", "2025-06-15")],
    "2024-2026": [window("2024-01-01", "2026-12-31")],
    "từ năm 2024 đến 2026": [window("2024-01-01", "2026-12-31")],
    "Từ tháng 6 đến hết năm 2024": [window("2024-06-01", "2024-12-31")],
    "Từ quý II đến tháng 10/2025": [window("2025-04-01", "2025-10-31")],
    "Từ tháng 2/2024 đến tháng 6": [window("2024-02-01", "2024-06-30")],
    "Từ ngày 15 đến ngày 20 tháng 6 năm 2025": [window("2025-06-15", "2025-06-20")],
    "Từ 15/6 đến 30/6/2025": [window("2025-06-15", "2025-06-30")],
    "15/6 - 30/6/2025": [window("2025-06-15", "2025-06-30")],
    "ngày 1-10/9/2025": [window("2025-09-01", "2025-09-10")],
    "Tháng 11/2025 - 02/2026": [window("2025-11-01", "2026-02-28")],
    "Quý I-II/2025": [window("2025-01-01", "2025-06-30")],
    "giai đoạn từ năm 2026 đến năm 2030": [window("2026-01-01", "2030-12-31")],
    # several of one kind: in a row they are one window, apart they are several
    "Quý I, II/2025": [window("2025-01-01", "2025-06-30")],
    "Năm 2025 và năm 2026": [window("2025-01-01", "2026-12-31")],
    "Quý I và III/2025": [window("2025-01-01", "2025-03-31"), window("2025-07-01", "2025-09-30")],
    "Tháng 6 và tháng 12 năm 2026": [window("2026-06-01", "2026-06-30"), window("2026-12-01", "2026-12-31")],
    "tháng 3 - 5 và 9 - 11/2025": [window("2025-03-01", "2025-05-31"), window("2025-09-01", "2025-11-30")],
    "Năm 2024 và Quý I/2025": [window(*YEAR_2024), window("2025-01-01", "2025-03-31")],
}

DEADLINES: dict[str, list[TimePart]] = {
    "ngày 31/10/2025": [deadline("2025-10-31")],
    "30-11-2025": [deadline("2025-11-30")],
    "30.11.2025": [deadline("2025-11-30")],
    "15 tháng 6 năm 2025": [deadline("2025-06-15")],
    "15 tháng 6, 2025": [deadline("2025-06-15")],
    "6 tháng (ngày 15/6), năm (ngày 15/12)": [deadline("2024-06-15"), deadline("2024-12-15")],
    "6 tháng: ngày 15/6; năm: ngày 15/12": [deadline("2024-06-15"), deadline("2024-12-15")],
    "Ngày hoàn thành: 30/6": [deadline("2024-06-30")],
    "Chiều 28/4": [deadline("2024-04-28")],
    "Sáng 5/5 và chiều 6/5": [deadline("2024-05-05"), deadline("2024-05-06")],
    "01 buổi (sáng), ngày 22/4/2024": [deadline("2024-04-22")],
    "Tổ chức kiểm tra, kết thúc trước ngày 30/6": [deadline("2024-06-30")],
    "đăng ký qua đường link trước ngày 20/11": [deadline("2024-11-20")],
    "trước ngày 15/6, 2025": [deadline("2025-06-15")],
    "trước ngày 30/6": [deadline("2024-06-30")],
    "Trước quý IV/2025": [deadline("2025-09-30")],
    "Chậm nhất là trước ngày 30/6/2025": [deadline("2025-06-30")],
    "Chậm nhất tháng 6/2025": [deadline("2025-06-30")],
    "không quá ngày 30/6/2025": [deadline("2025-06-30")],
    "Đến hết quý III/2025": [deadline("2025-09-30")],
    "Từ nay đến hết năm 2025": [deadline("2025-12-31")],
    "đến ngày 30/6/2025": [deadline("2025-06-30")],
    "Trước ngày 15/6 và 15/12/2026": [deadline("2026-06-15"), deadline("2026-12-15")],
    "trước ngày 15/6, trước ngày 15/12": [deadline("2024-06-15"), deadline("2024-12-15")],
    "Hạn: 30/6/2025": [deadline("2025-06-30")],
    "Hoàn thành trước ngày 30/6/2025; thực hiện thường xuyên": [deadline("2025-06-30"), goes_on()],
}

RECURRING: dict[str, list[TimePart]] = {
    "Định kỳ vào ngày cuối cùng của mỗi quý": [comes_back(f"{MONTHLY};BYMONTH=3,6,9,12;BYMONTHDAY=-1")],
    "Từ thứ Hai đến thứ Sáu hằng tuần": [comes_back("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")],
    "Tiếp công dân định kỳ vào ngày 15 hằng tháng": [comes_back(f"{MONTHLY};BYMONTHDAY=15")],
    "hằng tuần": [comes_back("FREQ=WEEKLY")],
    "mỗi quý 01 lần": [comes_back(QUARTERLY)],
    "01 lần/tháng": [comes_back(MONTHLY)],
    "6 tháng một lần": [comes_back(HALF_YEARLY)],
    "định kỳ 6 tháng, năm": [comes_back(HALF_YEARLY), comes_back(YEARLY)],
    "hằng năm": [comes_back(YEARLY)],
    "Ngày 15 các tháng 3, 6, 9, 12": [comes_back(f"{MONTHLY};BYMONTH=3,6,9,12;BYMONTHDAY=15")],
    "Định kỳ ngày 05 của các tháng 4, 7 và 10": [comes_back(f"{MONTHLY};BYMONTH=4,7,10;BYMONTHDAY=5")],
    "Ngày 28 các tháng 2, 8 hằng năm": [comes_back(f"{MONTHLY};BYMONTH=2,8;BYMONTHDAY=28")],
    "Ngày 30 các tháng 4, 9 năm 2025": [comes_back(f"{MONTHLY};BYMONTH=4,9;BYMONTHDAY=30", "2025-01-01", "2025-12-31")],
    "Ngày 15 các tháng 3, 6 hằng năm; năm 2025": [
        *(comes_back(f"{MONTHLY};BYMONTH=3,6;BYMONTHDAY=15"), window("2025-01-01", "2025-12-31"))
    ],
    "Hằng tháng/quý/năm": [comes_back(MONTHLY), comes_back(QUARTERLY), comes_back(YEARLY)],
    "hằng quý, 6 tháng, 9 tháng và năm": [
        *(comes_back(QUARTERLY), comes_back(HALF_YEARLY), comes_back(f"{YEARLY};BYMONTH=9"), comes_back(YEARLY))
    ],
    "Hằng tháng trong năm 2025": [comes_back(MONTHLY, "2025-01-01", "2025-12-31")],
    "hằng năm, giai đoạn 2026-2030": [comes_back(YEARLY, "2026-01-01", "2030-12-31")],
    "hằng tháng quý II/2025": [comes_back(MONTHLY, "2025-04-01", "2025-06-30")],
    "hằng tháng đến hết năm 2025": [comes_back(MONTHLY, None, "2025-12-31")],
    "hằng tháng, từ tháng 6/2025": [comes_back(MONTHLY, "2025-06-01")],
    "Hàng tháng (từ tháng 3 đến tháng 11)": [comes_back(MONTHLY, "2024-03-01", "2024-11-30")],
    "hằng tháng, từ tháng 3 đến tháng 11": [comes_back(MONTHLY, "2024-03-01", "2024-11-30")],
    "Trong năm 2024, hằng tháng": [window(*YEAR_2024), comes_back(MONTHLY)],
    "Tháng 6/2024; hằng quý": [window("2024-06-01", "2024-06-30"), comes_back(QUARTERLY)],
    "Định kỳ trong năm": [comes_back(None, *YEAR_2024)],
    "Hằng năm, trước ngày 15/12": [comes_back(f"{YEARLY};BYMONTH=12;BYMONTHDAY=15")],
    "Hằng năm (vào tháng 12)": [comes_back(f"{YEARLY};BYMONTH=12")],
    "Hằng tháng, trước ngày 20": [comes_back(f"{MONTHLY};BYMONTHDAY=20")],
    "định kỳ ngày 15 hằng tháng": [comes_back(f"{MONTHLY};BYMONTHDAY=15")],
    "ngày 10 và 25 hằng tháng": [comes_back(f"{MONTHLY};BYMONTHDAY=10,25")],
    "ngày 31 hằng tháng": [comes_back(f"{MONTHLY};BYMONTHDAY=-1")],
    "ngày 30 hằng tháng": [comes_back(f"{MONTHLY};BYMONTHDAY=28,29,30;BYSETPOS=-1")],
    "ngày 01/6 và 15/6 hằng năm": [comes_back(f"{YEARLY};BYMONTH=6;BYMONTHDAY=1,15")],
    "ngày 29/02 hằng năm": [comes_back(f"{YEARLY};BYMONTH=2;BYMONTHDAY=-1")],
    "Quý IV hằng năm": [comes_back(f"{YEARLY};BYMONTH=12;BYMONTHDAY=-1")],
    "trước ngày 15 tháng cuối quý": [comes_back("FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=15")],
    "Hằng quý, trước ngày 15 của tháng cuối quý": [comes_back("FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=15")],
    "thứ Sáu hằng tuần": [comes_back("FREQ=WEEKLY;BYDAY=FR")],
    "Hằng tuần, vào thứ 2": [comes_back("FREQ=WEEKLY;BYDAY=MO")],
    "định kỳ hoặc đột xuất": [comes_back(None), OnEvent(None)],
}

OPEN: dict[str, list[TimePart]] = {
    "Thường xuyên, liên tục": [goes_on()],
    "Thường xuyên hằng năm": [goes_on()],
    "Thường xuyên trong tháng 6/2025": [goes_on("2025-06-01", "2025-06-30")],
    "Thường xuyên quý II/2025": [goes_on("2025-04-01", "2025-06-30")],
    "Thường xuyên từ năm 2025": [goes_on("2025-01-01")],
    "Thường xuyên đến hết năm 2025": [goes_on(None, "2025-12-31")],
    "Thường xuyên (năm 2025)": [goes_on("2025-01-01", "2025-12-31")],
    "Thường xuyên, tháng 12/2024": [goes_on(), window("2024-12-01", "2024-12-31")],
    "Thường xuyên, trong tháng 6/2025": [goes_on(), window("2025-06-01", "2025-06-30")],
    "Thường xuyên, từ tháng 3 đến tháng 11": [goes_on("2024-03-01", "2024-11-30")],
    "Thường xuyên/đột xuất": [goes_on(), OnEvent(None)],
    "từ ngày 01/7/2025": [goes_on("2025-07-01")],
    "Năm 2025, các năm tiếp theo": [goes_on("2025-01-01")],
    "năm 2025 trở đi": [goes_on("2025-01-01")],
    "Đột xuất khi có yêu cầu": [OnEvent("có yêu cầu")],
    "Đột xuất theo yêu cầu": [OnEvent("yêu cầu")],
    "Ngay sau khi ban hành": [OnEvent("ban hành")],
    "Khi có yêu cầu của Sở Nông nghiệp và Môi trường": [OnEvent("có yêu cầu của Sở Nông nghiệp và Môi trường")],
    "Khi có yêu cầu, trước ngày 30/6/2025": [OnEvent("có yêu cầu"), deadline("2025-06-30")],
    "Khi có yêu cầu (nếu có)": [OnEvent("có yêu cầu")],
    "- Khi có yêu cầu\n- Tháng 6/2025": [OnEvent("có yêu cầu"), window("2025-06-01", "2025-06-30")],
    "theo chỉ đạo của UBND tỉnh và theo định kỳ": [OnEvent("chỉ đạo của UBND tỉnh"), comes_back(None)],
    "Theo Kế hoạch số 12/KH-UBND, ngày 14/9/2018": [Reference("Kế hoạch số 12/KH-UBND, ngày 14/9/2018")],
    "Thường xuyên theo Kế hoạch năm 2025": [goes_on(), Reference("Kế hoạch năm 2025")],
    "Trong năm 2024 theo Kế hoạch của UBND tỉnh": [window(*YEAR_2024), Reference("Kế hoạch của UBND tỉnh")],
    "Theo Kế hoạch giai đoạn 2021-2025": [Reference("Kế hoạch giai đoạn 2021-2025")],
    "Theo Kế hoạch từ năm 2021 đến năm 2025": [Reference("Kế hoạch từ năm 2021 đến năm 2025")],
    "Khi có quyết định điều chỉnh": [OnEvent("có quyết định điều chỉnh")],
    "10 (mười) ngày kể từ ngày nhận": [Relative(10, "day", "nhận")],
    "chậm nhất 15 ngày sau khi ban hành": [Relative(15, "day", "ban hành")],
    "02 tuần sau khi ban hành": [Relative(14, "day", "ban hành")],
    "01 tháng kể từ ngày ban hành": [Relative(1, "month", "ban hành")],
    "Trong vòng 5 ngày": [Relative(5, "day", None)],
}

SOFT: dict[str, list[TimePart]] = {
    "Tháng 6/2025 (phấn đấu)": [window("2025-06-01", "2025-06-30")],
    "Dự kiến tháng 6/2025": [window("2025-06-01", "2025-06-30")],
    "Dự kiến 2025": [window("2025-01-01", "2025-12-31")],
    "Phấn đấu hoàn thành trong năm 2025": [window("2025-01-01", "2025-12-31")],
    "(Trong năm 2025": [window("2025-01-01", "2025-12-31")],
    "Trong năm 2025)": [window("2025-01-01", "2025-12-31")],
    "- Thường xuyên": [goes_on()],
}

EVERYTHING = SOURCE | OTHER_PLANS | WINDOWS | DEADLINES | RECURRING | OPEN | SOFT


@pytest.mark.parametrize(("text", "parts"), EVERYTHING.items(), ids=list(EVERYTHING))
def test_a_phrase_is_read_whole(text: str, parts: list[TimePart]) -> None:
    assert meaning(text) == parts


def test_the_grammar_knows_its_words_in_their_one_spelling() -> None:
    books = [
        book
        for module in (dated, limits, open_ended, periods, points, recurring, series, reader, verbs)
        for book in vars(module).values()
        if isinstance(book, Phrasebook)
    ]
    words = {word for book in books for phrase in book.phrases() for word in phrase}
    assert len(books) > 20
    assert words == {SPELLINGS.get(canonical(word), canonical(word)) for word in words}


def test_the_source_has_eighteen_time_texts() -> None:
    assert len(SOURCE) == 18


@pytest.mark.parametrize("text", ["", "  ", " - ", "–", "…", "...", "./.", "()", "\n", "Không", "Chưa đề xuất."])
def test_a_blank_or_no_time_is_undated(text: str) -> None:
    (part,) = read_time(text, year=YEAR).parts
    assert isinstance(part, Undated)


def test_words_that_are_no_time_but_hold_one_are_not_swallowed() -> None:
    reading = read_time("Đề xuất giao Sở Xây dựng tham mưu trước ngày 30/6/2025", year=YEAR)
    assert reading.parts == ()
    assert reading.unread == ("Đề xuất giao Sở Xây dựng tham mưu trước ngày 30/6/2025",)


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Thang 8/2026", "“Thang” in “Thang 8/2026” was read as “tháng”; correct the words if you can."),
        ("Tháng 8//2026", "“//” in “Tháng 8//2026” was read as “/”; correct the words if you can."),
    ],
)
def test_a_typing_slip_is_read_with_a_note(text: str, slip: str) -> None:
    reading = read_time(text, year=YEAR)
    assert meaning(text) == [window("2026-08-01", "2026-08-31")]
    assert reading.notes == (slip,)


@pytest.mark.parametrize(
    ("text", "word"), [("Quy I/2026", "Quy"), ("Nam 2026", "Nam"), ("trước ngay 30/11/2026", "ngay")]
)
def test_other_slips_are_noted_too(text: str, word: str) -> None:
    reading = read_time(text, year=YEAR)
    assert reading.parts
    assert [note.split("”")[0] for note in reading.notes] == [f"“{word}"]


def test_a_slip_in_unread_words_is_no_note() -> None:
    assert read_time("Quy 5", year=YEAR).notes == ()


def test_an_illegible_day_is_a_deadline_without_a_date() -> None:
    reading = read_time("trước ngày [?] tháng 01 năm 2024", year=YEAR)
    assert reading.parts == (Deadline(None, "trước ngày [?] tháng 01 năm 2024"),)
    assert reading.unread == ("[?]",)


def test_parts_carry_their_words_as_typed() -> None:
    reading = read_time("THƯỜNG xuyên  trong năm, và theo  yêu cầu.", year=YEAR)
    assert [part.words for part in reading.parts] == ["THƯỜNG xuyên  trong năm", "theo  yêu cầu"]
    assert [part.words for part in read_time("Theo yêu cầu và Kế hoạch năm", year=YEAR).parts] == [
        "Theo yêu cầu",
        "Kế hoạch năm",
    ]


def test_a_bracket_that_a_quotation_opens_is_closed() -> None:
    (part,) = read_time("hằng tháng (năm 2024)", year=YEAR).parts
    assert part.words == "hằng tháng (năm 2024)"


@pytest.mark.parametrize("year", [1990, 2023, 2024, 2199])
def test_a_year_that_is_left_out_is_the_plans(year: int) -> None:
    last = 29 if year == 2024 else 28
    assert meaning("Tháng 2", year) == [window(f"{year}-02-01", f"{year}-02-{last}")]
    assert meaning("trong năm", year) == [window(f"{year}-01-01", f"{year}-12-31")]


def test_readings_stated_in_the_plan_become_the_same_values() -> None:
    start, end = window(*YEAR_2024).start, window(*YEAR_2024).end
    given: list[tuple[GivenReading, TimePart]] = [
        (GivenWindow(kind="window", start=start, end=end), window(*YEAR_2024)),
        (GivenDeadline(kind="deadline", due=end), deadline("2024-12-31")),
        (GivenRecurring(kind="recurring", rrule=MONTHLY, start=start), comes_back(MONTHLY, "2024-01-01")),
        (GivenOnEvent(kind="on_event", event="có yêu cầu"), OnEvent("có yêu cầu")),
        (GivenRelative(kind="relative", amount=5, unit="month", event=None), Relative(5, "month", None)),
        (GivenContinuous(kind="continuous", until=end), Continuous(None, end)),
        (GivenReference(kind="reference", document="Kế hoạch"), Reference("Kế hoạch")),
        (GivenUndated(kind="undated"), Undated()),
    ]
    reading = given_time([stated for stated, _ in given])
    assert list(reading.parts) == [value for _, value in given]
    assert (reading.unread, reading.notes) == ((), ())
