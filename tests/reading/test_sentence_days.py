"""Days that no word introduces, and times whose own words are clear: whose they are, and in which year."""

import pytest

from tests.reading.test_sentences import said

OWN = [
    ("Phòng Kinh tế rà soát, áp dụng từ ngày 01/7/2026.", "từ ngày 01/7/2026"),
    ("Phòng Kinh tế tổ chức thực hiện từ ngày 01/7/2026.", "từ ngày 01/7/2026"),
    ("Chiều 28/4/2026, Phòng Kinh tế tổ chức hội nghị.", "Chiều 28/4/2026"),
    ("Quý II/2026, Phòng Kinh tế tổ chức tập huấn.", "Quý II/2026"),
    ("Phòng Kinh tế trực từ thứ Hai đến thứ Sáu hằng tuần.", "từ thứ Hai đến thứ Sáu hằng tuần"),
    ("Công an xã tuần tra, kiểm soát thường xuyên.", "thường xuyên"),
    ("Công an xã họp ngày 20/6/2026.", "ngày 20/6/2026"),
    ("Phòng Kinh tế tổ chức tập huấn ngày 20.6.2026 tại trụ sở.", "ngày 20.6.2026"),
    ("Phòng Kinh tế báo cáo quý IV trước ngày 20/01/2027.", "trước ngày 20/01/2027"),
    ("Phòng Kinh tế báo cáo quý I trước ngày 20/3.", "trước ngày 20/3"),
    ("Phòng Kinh tế báo cáo 6 tháng trước ngày 30/5.", "trước ngày 30/5"),
    ("Phòng Kinh tế gửi báo cáo quý IV/2025 trước ngày 10/02.", "trước ngày 10/02"),
    ("Phòng Kinh tế số hóa hồ sơ trước ngày 30 tháng 6, 2027.", "trước ngày 30 tháng 6, 2027"),
]
NOT_OWN = [
    ("Công an xã tuyên truyền quy định mới áp dụng từ ngày 01/7/2026.", None),
    ("Phòng Kinh tế phấn đấu đến ngày 30/6/2026 giải ngân đạt 50% kế hoạch vốn.", None),
    ("Phòng Kinh tế giải phóng mặt bằng dự án khởi công quý III/2026.", "quý III/2026"),
    ("Phòng Kinh tế phân tích số liệu trong quý I/2026.", None),
    ("Phòng Kinh tế đối soát số liệu đến hết ngày 30/6/2026.", None),
    ("Tháng 6 năm 2025, Phòng Kinh tế tổ chức tập huấn.", None),
    ("Phòng Kinh tế báo cáo kết quả cuộc họp chiều 28/4/2026.", None),
    ("Phòng Kinh tế kiểm tra cơ sở mở cửa từ thứ Hai đến thứ Sáu hằng tuần.", None),
    ("Phòng Kinh tế tổng kết đợt thi đua kết thúc trước ngày 30/6/2026.", "trước ngày 30/6/2026"),
    ("Phòng Kinh tế gửi báo cáo quý I trước ngày 28/02.", "trước ngày 28/02"),
    ("Phòng Kinh tế gửi báo cáo quý IV/2026 trước ngày 10/01.", "trước ngày 10/01"),
    ("Phòng Kinh tế gửi báo cáo tháng 12 trước ngày 05/01.", "trước ngày 05/01"),
    ("Phòng Kinh tế gửi báo cáo 6 tháng trước ngày 10/01.", "trước ngày 10/01"),
    ("Phòng Kinh tế số hóa hồ sơ trước ngày 30/6 (năm 2027) tại trụ sở.", "trước ngày 30/6 (năm 2027) tại trụ sở"),
    ("Phòng Kinh tế tổ chức hội nghị ngày 20/6/2025.", None),
    ("Phòng Kinh tế tổ chức lễ kỷ niệm ngày 20/6/2026.", None),
    ("Phòng Kinh tế tổ chức thực hiện Quyết định của UBND tỉnh ngày 20/6/2026.", None),
    ("Nếu cần, Phòng Kinh tế tổ chức hội nghị ngày 20/6/2026.", None),
    ("Phòng Kinh tế tổ chức gặp mặt cán bộ ngày 20/6/2026.", "ngày 20/6/2026"),
    ("Phòng Kinh tế tổng kết năm trước ngày 10/02.", "trước ngày 10/02"),
    ("Phòng Kinh tế tổng hợp báo cáo các xã gửi trước ngày 10/6.", "trước ngày 10/6"),
]


@pytest.mark.parametrize(("sentence", "words"), OWN)
def test_a_day_of_the_act_is_read(sentence: str, words: str) -> None:
    times = said(sentence)
    assert "?" not in times
    assert times["time"] == [words]


@pytest.mark.parametrize(("sentence", "doubted"), NOT_OWN)
def test_a_day_that_is_perhaps_no_time_of_the_act_is_not_read(sentence: str, doubted: str | None) -> None:
    times = said(sentence)
    assert "time" not in times
    assert times.get("?", [None]) == [doubted]
