"""Every time of a sentence of two acts is read or told, whatever stands round it: none is lost unsaid."""

from itertools import product

import pytest

from tests.reading.test_sentences import said

WHO = (
    "Văn phòng {act}",
    "Văn phòng chủ trì {act}",
    "Giao Phòng Kinh tế chủ trì {act}",
    "Văn phòng chủ trì, phối hợp với Công an xã {act}",
    "Công an xã có trách nhiệm {act}",
    "Văn phòng chủ trì tham mưu {act}",
)
ACTS = (
    "xây dựng kế hoạch",
    "xây dựng phương án",
    "xây dựng đề án",
    "lập phương án phòng, chống thiên tai",
    "ban hành kế hoạch",
    "rà soát thủ tục hành chính",
    "tổ chức tập huấn",
    "báo cáo UBND xã",
    "khảo sát",
    "mở đợt cao điểm",
    "hoàn thành số hóa hồ sơ",
    "trồng cây xanh",
    "tuyên truyền Luật Đất đai",
    "sửa chữa trụ sở",
)
FIRST = (
    "trong quý I/2026",
    "trong tháng 3/2026",
    "trước ngày 15/3/2026",
    "từ ngày 10/3/2026 đến ngày 20/3/2026",
    "chậm nhất ngày 15/3/2026",
    "vào tháng 3/2026",
    "đến ngày 15/3/2026",
    "xong trong quý I/2026",
    "vào ngày 15/3/2026",
    "đầu tháng 3/2026",
    "vào cuối tháng 3/2026",
)
JOINTS = ("; ", ", ", ". ")
NEXT = ("tổ chức kiểm tra ", "hoàn thành ", "trình phê duyệt ", "công bố ", "")
LAST = ("trong quý IV/2026", "trước ngày 15/11/2026", "chậm nhất ngày 15/11/2026", "trong tháng 11/2026")
_EACH = 7
"""One in so many is looked at."""


def _sentence(who: str, act: str, first: str, joint: str, further: str, last: str) -> str:
    behind = f"{further}{last}"
    behind = behind[0].upper() + behind[1:] if joint == ". " else behind
    return f"{who.format(act=act)} {first}{joint}{behind}."


@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize("who", WHO)
def test_both_times_of_two_acts_are_read_or_told(who: str, first: str) -> None:
    lost = []
    for act, joint, further, last in list(product(ACTS, JOINTS, NEXT, LAST))[::_EACH]:
        text = _sentence(who, act, first, joint, further, last)
        found = said(text)
        words = " | ".join((*found.get("time", []), *found.get("?", []))).casefold()
        lost += [(text, time) for time in (first, last) if found and time.casefold() not in words]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "times", "doubted"),
    [
        ("Văn phòng báo cáo trước ngày 15/6/2026; ngày 15/12/2026.", ["trước ngày 15/6/2026"], ["ngày 15/12/2026"]),
        ("Văn phòng mở đợt cao điểm đến ngày 15/5; tổng kết trong quý II.", ["trong quý II"], ["đến ngày 15/5"]),
        ("Văn phòng tổ chức tập huấn ngày 18/3 và 19/3/2026.", ["ngày 18/3 và 19/3/2026"], []),
        ("Từ năm 2026, Phòng Kinh tế phấn đấu hoàn thành số hóa năm 2035.", [], ["Từ năm 2026"]),
        ("Từ năm 2026, Phòng Kinh tế xây dựng dữ liệu đất đai năm 2025.", ["Từ năm 2026"], []),
        ("Văn phòng trả lời sau 15 ngày kể từ ngày nhận.", ["sau 15 ngày kể từ ngày nhận"], []),
        ("Văn phòng tập huấn trong tuần đầu tháng 9/2026.", [], ["trong tuần đầu tháng 9/2026"]),
        ("Văn phòng rà soát 12/2026.", [], ["12/2026"]),
        (
            "Văn phòng báo cáo vào ngày làm việc cuối cùng của tháng 6/2026.",
            [],
            ["vào ngày làm việc cuối cùng của tháng 6/2026"],
        ),
        ("Văn phòng tổ chức tập huấn trong 02 buổi sáng, ngày 18/3 và 19/3/2026.", [], ["ngày 18/3 và 19/3/2026"]),
    ],
)
def test_a_time_that_nobody_took_is_told(text: str, times: list[str], doubted: list[str]) -> None:
    found = said(text)
    assert (found.get("time", []), found.get("?", [])) == (times, doubted)


@pytest.mark.parametrize(
    "text",
    [
        "Văn phòng tổng hợp kết quả thực hiện trong quý I/2026, báo cáo UBND xã trước ngày 05/4/2026.",
        "Văn phòng thực hiện Công văn số 12/UBND-VP ngày 3/3/2026 của UBND xã; báo cáo trước ngày 15/4/2026.",
        "Văn phòng xử lý hồ sơ tiếp nhận trong quý I/2026; báo cáo trước ngày 15/4/2026.",
        "Văn phòng quyết toán kinh phí quý I/2026; báo cáo trước ngày 15/4/2026.",
    ],
)
def test_a_time_of_a_document_a_thing_or_a_report_is_not_told(text: str) -> None:
    assert "?" not in said(text)
