"""Times: whose a date is. A date behind a duty, in free words or beside another phrase may be about something else."""

from pathlib import Path

import pytest

from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import OnEvent, Reference
from tests.reading.expected import YEAR

ABOUT = [
    *(
        "Trình UBND tỉnh xử lý hồ sơ nộp trước ngày 01/7/2024",
        "Báo cáo Bộ Nội vụ số biên chế có mặt trước ngày 30/6/2024",
    ),
    *("Báo cáo UBND tỉnh các vụ việc xảy ra trong tháng 6/2024", "Đợt 1 năm 2024"),
    *("Tổng kết giai đoạn 2021-2025", "Rà soát quy hoạch (giai đoạn 2021-2030)", "Báo cáo số liệu (đến 30/11/2024)"),
    *("Rà soát văn bản (trước ngày 01/7/2024)", "Rà soát văn bản ban hành\ntrước ngày 01/7/2024"),
    *("Kiểm tra cơ sở thành lập (trước năm 2020)", "Kiểm tra trước năm 2020", "Rà soát từ năm 2020 đến năm 2025"),
    *("Báo cáo trong 6 tháng đầu năm", "Tổng hợp từ ngày 15/12/2023 đến ngày 14/12/2024", "Hội nghị: từ 2020 đến 2025"),
    *("Phê duyệt Đề án, tầm nhìn (đến năm 2045)", "Ban hành kế hoạch: năm 2025", "Phát sinh năm 2025"),
]
"""What a duty is about: a stage, a span, a past, a document's own time."""

NEXT_YEARS = [
    *("Báo cáo năm 2024: trước ngày 15/01", "Báo cáo quý IV: trước ngày 05/01", "Báo cáo năm trong tháng 01"),
    *("Đợt 1: tháng 11; đợt 2: tháng 02", "Quý IV; quý I", "Trước 25/12; trước 05/01"),
]
"""Days that are perhaps in the year after the plan's."""

COUNTS = [
    *("Quý I, 2 báo cáo", "Quý I - 02 báo cáo", "Tháng 6, 8 tổ chức", "Năm 2024, 2025 báo cáo", "2000", "Đến 3/4"),
    *("1,5 ngày kể từ ngày nhận", "1 năm, 6 tháng kể từ ngày ký", "15 ngày làm việc + 5 ngày kể từ ngày nhận"),
    *(
        "Trước 48 giờ ngày 15/6/2024",
        "Trước 17h75 ngày 15/6/2024",
        "Trước 0h00 ngày 01/7/2024",
        "Hết năm công bố chỉ số",
    ),
]
"""Figures that count, and clocks that do not exist."""

OF_THE_WORDS = [
    *("Khi có văn bản/ quý II", "Theo quy định, báo cáo quý", "Theo lộ trình, từ năm 2025", "Khi có yêu cầu\nhằng quý"),
    *("Theo Luật có hiệu lực, từ ngày 01/7/2024", "Sau khi kết thúc năm học (trước ngày 31/5/2024)"),
    *("Khi có hướng dẫn, quý III/2024", "Theo Kế hoạch, quý II/2024", "Theo quy định (31/12/2024)"),
    *(
        "Khi có kinh phí, trong năm 2024",
        "Theo quy định, quý, 6 tháng, năm",
        "Ngay khi nhận được văn bản, không quá 02 ngày làm việc",
    ),
    *(
        "Sau khi ban hành kế hoạch 30 ngày, báo cáo",
        "Khi có yêu cầu, trừ tháng 7",
        "Khi có thay đổi, cập nhật hằng tháng",
    ),
]
"""Dates, limits and exceptions among the words of an event or a document."""

TOGETHER = [
    *("Hằng năm, trước ngày 15/6; trước ngày 15/12", "Hằng năm: quý I; quý III", "Trước 15/3 hằng năm; trước 15/9"),
    *("Hằng năm:\n- Trước 15/6\n- Trước 15/12", "02 lần/năm:\n- Lần 1: trước 15/6\n- Lần 2: trước 15/12"),
    *("Năm 2024 (Quý II)", "Năm 2024\nQuý II", "Năm 2024 hoàn thành trước 30/6", "Trước ngày 20 hằng tháng, hằng quý"),
    *(
        "Trong 03 ngày, từ 15/6/2024",
        "Quý I; II/2025",
        "Quý I; năm 2025",
    ),
    "Hằng năm; báo cáo trước ngày 15/12",
    *("Tháng 6/2024 và các tháng tiếp theo", "Quý II/2024, trễ sang quý III/2024", "Tuần lễ tháng 6/2024"),
    *("Kỳ báo cáo: từ 15/12/2023 đến 14/12/2024", "Thường xuyên trong quá trình thực hiện đến năm 2030"),
    *("Tháng 6; tháng 12 hằng năm", "Trong tháng 12/2024 và hằng năm", "Quý I; hoặc Quý II", "Năm 2025 (quý I)"),
    *("Báo cáo quý, 6 tháng, năm 2024", "Ngày 20/11/2024 và các năm tiếp theo"),
    *("Từ ngày ký hợp đồng", "Từ ngày ký (15/6/2024)", "Quý I/2024 -> Quý III/2024", "Quý II/2024 (nếu có kinh phí)"),
    *(
        "Ngày 15/6; tháng 12",
        "15/6/2024; quý IV/2024",
        "Trước ngày 15/6/2024; tháng 12/2024",
        "Quý I/2024 (tạm ngừng)",
        "Quý I/2024 (đã hoàn thành)",
        "Ngày 15/8 (Tết Trung thu)",
        "Ngày 10/3 (Giỗ Tổ Hùng Vương)",
    ),
]
"""Phrases that change each other, and words that take a date back."""


@pytest.mark.parametrize("text", [*ABOUT, *NEXT_YEARS, *COUNTS, *OF_THE_WORDS, *TOGETHER])
def test_a_date_that_is_perhaps_not_the_tasks_stays_unread(text: str) -> None:
    reading = read_time(text, year=YEAR)
    assert reading.parts == ()
    assert reading.unread == (text,)


@pytest.mark.parametrize(
    "text",
    [
        "Theo Nghị quyết của HĐND tỉnh\ngiai đoạn 2021-2025",
        "Theo Kế hoạch từ năm 2024\nđến năm 2030",
        "Theo Chương trình phát triển, từ năm 2021 đến năm 2025",
        "Theo Kế hoạch số 12/KH-UBND (giai đoạn 2021-2025)",
        "Khi có\nphát sinh",
    ],
)
def test_a_line_break_before_a_small_letter_and_a_documents_years_change_nothing(text: str) -> None:
    (part,) = read_time(text, year=YEAR).parts
    assert isinstance(part, Reference | OnEvent)
    assert part.words == text


def test_no_phrase_of_the_corpus_changes_with_its_line_breaks() -> None:
    corpus = (Path(__file__).parent / "phrases.tsv").read_text(encoding="utf-8").splitlines()
    for line in corpus:
        text, year = line.split("\t")[:2]
        words = text.replace("\\n", " ").split(" ")
        for at in range(1, len(words)):
            if words[at][:1].islower() and words[at] != "b.":
                wrapped = "\n".join([" ".join(words[:at]), " ".join(words[at:])])
                assert _kinds(wrapped, int(year)) == _kinds(" ".join(words), int(year))


def _kinds(text: str, year: int) -> list[object]:
    return [(part.kind, getattr(part, "due", None)) for part in read_time(text, year=year).parts]


MANY = " về phát triển kinh tế, xã hội và bảo đảm quốc phòng, an ninh của các xã, phường và đặc khu trong giai đoạn mới"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (f"Theo Kế hoạch số 12/KH-UBND, ngày 14/9/2024 của UBND tỉnh{MANY}{MANY}", True),
        (f"Theo Kế hoạch số 12/KH-UBND của UBND tỉnh{MANY}, ngày 14/9/2024", True),
        (f"Theo Kế hoạch số 12/KH-UBND của UBND tỉnh{MANY}{MANY}, ngày 14/9/2024", False),
        (f"Theo Kế hoạch của UBND tỉnh{MANY}, ngày 14/9/2024 số 12/KH-UBND", False),
    ],
)
def test_a_full_date_near_behind_a_documents_number_is_the_documents(text: str, *, read: bool) -> None:
    reading = read_time(text, year=YEAR)
    assert [part.words for part in reading.parts] == ([text] if read else [])
    assert reading.unread == (() if read else (text,))


def test_an_hour_before_a_list_mark_parts_nothing_only_where_it_stands_beside_it() -> None:
    two = read_time("Trước 17 giờ ngày 10/6/2024\n- 20/6/2024", year=YEAR)
    assert [part.words for part in two.parts] == ["Trước 17 giờ ngày 10/6/2024", "20/6/2024"]
    assert read_time("Từ 8 giờ\n- 10 giờ ngày 15/6/2024", year=YEAR).parts == ()
