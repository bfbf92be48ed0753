"""Acts in running text: the time behind one is its own, or perhaps that of what it is about."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Deadline, Relative, Role, TimePart
from tests.reading.expected import YEAR, comes_back, deadline, goes_on, meaning, sense, window

ACTS: dict[str, list[TimePart]] = {
    "Gửi báo cáo về Sở Nội vụ trước ngày 15/12/2024 để tổng hợp": [deadline("2024-12-15")],
    "báo cáo kết quả về UBND tỉnh (qua Sở Tư pháp) trước ngày 20/11": [deadline("2024-11-20")],
    "Trình Chủ tịch UBND tỉnh phê duyệt trước ngày 31/3": [deadline("2024-03-31")],
    "Hoàn thành công tác tuyển sinh đầu cấp trước ngày 31/7/2024": [deadline("2024-07-31")],
    "Hoàn thành rà soát, lập danh sách hộ nghèo trước ngày 15/11": [deadline("2024-11-15")],
    "Hoàn thành quyết toán ngân sách năm 2023 trước ngày 31/3/2024": [deadline("2024-03-31")],
    "Việc báo cáo phải hoàn thành trong Quý I.": [window("2024-01-01", "2024-03-31")],
    "Các sở, ban, ngành gửi báo cáo về Sở Tài chính trước ngày 10/11": [deadline("2024-11-10")],
    "Đề nghị các đơn vị gửi văn bản góp ý về Phòng Tư pháp trước ngày 25/4 để tổng hợp": [deadline("2024-04-25")],
    "UBND các xã, phường hoàn thành trước ngày 30/9": [deadline("2024-09-30")],
    "gửi Sở Tài chính trước ngày 30 tháng 6 hằng năm": [comes_back("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30")],
    "chậm nhất ngày 31/3/2024 để tổng hợp, tham mưu UBND xã": [deadline("2024-03-31")],
    "Trước ngày 15/6 để tổng hợp, báo cáo Sở Nội vụ trước ngày 20/6": [deadline("2024-06-15"), deadline("2024-06-20")],
    "Trước ngày 15/12/2024, các sở, ban, ngành gửi báo cáo về Sở Nội vụ": [deadline("2024-12-15")],
    "Trước ngày 15/12, Sở Nội vụ tổng hợp, trình UBND tỉnh trước ngày 20/12": [
        deadline("2024-12-15"),
        deadline("2024-12-20"),
    ],
    "Quý I, Phòng Nội vụ xây dựng kế hoạch; quý II, các phường triển khai": [
        window("2024-01-01", "2024-03-31"),
        window("2024-04-01", "2024-06-30"),
    ],
    "Tham mưu UBND xã ban hành Quyết định trong tháng 4/2024": [window("2024-04-01", "2024-04-30")],
    "hoàn thành việc kê khai tài sản, thu nhập chậm nhất ngày 31/12/2024": [deadline("2024-12-31")],
    "Các đơn vị sẽ hoàn thành trước ngày 10/5/2024": [deadline("2024-05-10")],
    "Tổ chức Lễ phát động trong tháng 5, sơ kết trong tháng 7; nghiệm thu quý IV": [
        window("2024-05-01", "2024-05-31"),
        window("2024-07-01", "2024-07-31"),
        window("2024-10-01", "2024-12-31"),
    ],
    "Báo cáo kết quả trong thời hạn 10 ngày kể từ ngày nhận được văn bản": [
        Relative(10, "day", "nhận được văn bản"),
    ],
    "Gửi về Phòng Kinh tế (đồng thời gửi file mềm qua thư điện tử) trước ngày 15/6/2024": [deadline("2024-06-15")],
    "báo cáo UBND thành phố (qua Sở Xây dựng) định kỳ hằng tháng trước ngày 25": [
        comes_back("FREQ=MONTHLY;BYMONTHDAY=25"),
    ],
    "hoàn thành xây dựng cơ sở dữ liệu trong năm 2024": [window("2024-01-01", "2024-12-31")],
    "bảo đảm hoàn thành trước ngày 15/8/2024": [deadline("2024-08-15")],
    "Lãnh đạo các phòng hoàn thành trước ngày 20/12/2024": [deadline("2024-12-20")],
    "trước 17h00’ ngày 15/6/2024 (qua Văn phòng UBND)": [deadline("2024-06-15")],
    "Khai mạc lúc 8h00 ngày 14/3/2024, bế mạc lúc 16h00 ngày 15/3/2024": [
        deadline("2024-03-14"),
        deadline("2024-03-15"),
    ],
    "Trước ngày 15/6/2024 tại Hội trường UBND xã": [deadline("2024-06-15")],
    "Tổ chức tập huấn cho các xã trong quý II": [window("2024-04-01", "2024-06-30")],
    "Khảo sát trong tháng 3; lập dự án trong tháng 5; trình phê duyệt trong tháng 6": [
        window("2024-03-01", "2024-03-31"),
        window("2024-05-01", "2024-05-31"),
        window("2024-06-01", "2024-06-30"),
    ],
    "Hoàn thành trong quý I; báo cáo kết quả về Văn phòng trước ngày 10/4": [
        window("2024-01-01", "2024-03-31"),
        deadline("2024-04-10"),
    ],
    "Quý I: xây dựng kế hoạch; quý II, III: tổ chức kiểm tra; quý IV: tổng kết": [
        window("2024-01-01", "2024-03-31"),
        window("2024-04-01", "2024-09-30"),
        window("2024-10-01", "2024-12-31"),
    ],
    "Quý I (trước ngày 15/3), quý II (trước ngày 15/6)": [deadline("2024-03-15"), deadline("2024-06-15")],
    "Quý I: trước 10/3; 6 tháng: trước 10/6; năm: trước 10/12": [
        deadline("2024-03-10"),
        deadline("2024-06-10"),
        deadline("2024-12-10"),
    ],
    "báo cáo quý I trước ngày 15/3, quý II trước ngày 15/6/2024": [deadline("2024-03-15"), deadline("2024-06-15")],
    "trước ngày 28/02/2024 phải hoàn thành việc đăng ký tài khoản": [deadline("2024-02-28")],
    "trong quý I/2024 hoàn thành việc sắp xếp, kiện toàn tổ chức": [window("2024-01-01", "2024-03-31")],
    "trong 6 tháng đầu năm tổ chức 02 lớp tập huấn": [window("2024-01-01", "2024-06-30")],
    "hoàn thành việc rà soát, cập nhật danh sách trước ngày 31/3/2024": [deadline("2024-03-31")],
    "ban hành Kế hoạch trong tháng 02/2024": [window("2024-02-01", "2024-02-29")],
    "công bố kết quả chỉ số năm 2023 trong quý I/2024": [window("2024-01-01", "2024-03-31")],
    "tổ chức hội nghị tổng kết Đề án giai đoạn 2021 - 2023 trong tháng 3/2024": [window("2024-03-01", "2024-03-31")],
    "tổng hợp kết quả 9 tháng đầu năm, báo cáo trước ngày 20/9/2024": [deadline("2024-09-20")],
    "xây dựng kế hoạch năm 2025 trước ngày 30/11/2024": [deadline("2024-11-30")],
    "hoàn thành trước ngày 19/8/2024 chào mừng Cách mạng tháng Tám và Quốc khánh 2/9": [deadline("2024-08-19")],
    "Xây dựng quý I; ban hành quý II": [window("2024-01-01", "2024-03-31"), window("2024-04-01", "2024-06-30")],
    "Quý I/2024 xây dựng kế hoạch; Quý II, III/2024 triển khai": [
        window("2024-01-01", "2024-03-31"),
        window("2024-04-01", "2024-09-30"),
    ],
    "tổ chức tập huấn cho cán bộ, công chức cấp xã trong quý II/2024": [window("2024-04-01", "2024-06-30")],
    "hoàn thành kiểm tra cơ sở kinh doanh trên địa bàn xã trước ngày 30/6/2024": [deadline("2024-06-30")],
    "đánh giá kết quả thực hiện vào tháng 12/2024": [window("2024-12-01", "2024-12-31")],
    "Vòng sơ khảo: tháng 8/2024; vòng chung khảo: tháng 9/2024": [
        window("2024-08-01", "2024-08-31"),
        window("2024-09-01", "2024-09-30"),
    ],
    "Trước ngày 14/6/2024 (đối với báo cáo 6 tháng), trước ngày 14/12/2024 (đối với báo cáo năm)": [
        deadline("2024-06-14"),
        deadline("2024-12-14"),
    ],
    "Thời gian tổ chức: 01 ngày, trong tháng 5/2024": [window("2024-05-01", "2024-05-31")],
    "theo dõi, đôn đốc thường xuyên": [goes_on()],
    "Từ ngày phê duyệt trở đi": [goes_on()],
    "mỗi tháng ít nhất một lần": [comes_back("FREQ=MONTHLY")],
    "Một năm hai lần": [comes_back(None)],
    "đưa hệ thống vào vận hành chính thức từ ngày 01/7/2024": [goes_on("2024-07-01")],
    "đánh giá, xếp hạng mức độ chuyển đổi số năm 2023 trước ngày 31/3/2024": [deadline("2024-03-31")],
    "tổ chức Ngày hội Chuyển đổi số vào tháng 10/2024": [window("2024-10-01", "2024-10-31")],
    "khắc phục dứt điểm tồn tại, hạn chế trước ngày 30/4/2024": [deadline("2024-04-30")],
    "Mốc hoàn thành: 30/9/2024": [deadline("2024-09-30")],
    "Quý I: tuyên truyền; quý IV: tổng kết": [window("2024-01-01", "2024-03-31"), window("2024-10-01", "2024-12-31")],
    "Tháng 5/2024 (Tháng hành động vì an toàn vệ sinh lao động)": [window("2024-05-01", "2024-05-31")],
    "Trong hai năm 2024, 2025": [window("2024-01-01", "2025-12-31")],
    "tổ chức kiểm tra công vụ trong quý II và quý III/2024": [window("2024-04-01", "2024-09-30")],
    "tổ chức 02 hội nghị đối thoại trong năm 2024": [window("2024-01-01", "2024-12-31")],
    "phát động thi đua từ ngày 01/3/2024 đến ngày 30/11/2024": [window("2024-03-01", "2024-11-30")],
    "báo cáo kết quả khắc phục về Đoàn kiểm tra trước ngày 20/8/2024": [deadline("2024-08-20")],
    "cấp xã hoàn thành trước ngày 15/5/2024; cấp tỉnh hoàn thành trước ngày 30/5/2024": [
        deadline("2024-05-15"),
        deadline("2024-05-30"),
    ],
    "quý I hoàn thành đề cương, quý II hoàn thành dự thảo": [
        window("2024-01-01", "2024-03-31"),
        window("2024-04-01", "2024-06-30"),
    ],
    "Quý I: 01 lớp; Quý III: 01 lớp": [window("2024-01-01", "2024-03-31"), window("2024-07-01", "2024-09-30")],
    "Đến hết quý II/2024, hoàn thành kết nối liên thông dữ liệu": [deadline("2024-06-30")],
    "hoàn thành bàn giao trang thiết bị trước ngày 20/4/2024": [deadline("2024-04-20")],
    "hoàn thành nhập dữ liệu hộ tịch vào hệ thống trước ngày 31/8/2024": [deadline("2024-08-31")],
    "gửi ý kiến tham gia về Sở Tư pháp trước ngày 12/6/2024": [deadline("2024-06-12")],
    "nộp sản phẩm dự thi về Ban Tổ chức trước ngày 30/9/2024": [deadline("2024-09-30")],
    "cung cấp số liệu cho Phòng Kinh tế trước ngày 20/6/2024": [deadline("2024-06-20")],
    "triển khai mở rộng từ quý III/2024": [goes_on("2024-07-01")],
    "đưa nền tảng vào sử dụng chính thức trước ngày 01/10/2024": [deadline("2024-10-01")],
    "cập nhật dữ liệu trước ngày 05 hằng tháng": [comes_back("FREQ=MONTHLY;BYMONTHDAY=5")],
    "báo cáo UBND tỉnh xem xét, chỉ đạo trước ngày 09/9/2024": [deadline("2024-09-09")],
    "ban hành Quyết định công nhận kết quả trước ngày 30/12/2024": [deadline("2024-12-30")],
    "tổ chức gặp mặt doanh nghiệp định kỳ hằng quý": [comes_back("FREQ=MONTHLY;INTERVAL=3")],
    "sửa chữa trụ sở, hoàn thành trước ngày 15/8/2024": [deadline("2024-08-15")],
    "tổ chức tuyên truyền, phổ biến trong quý I/2024": [window("2024-01-01", "2024-03-31")],
    "hoàn thành kế hoạch đào tạo, bồi dưỡng cán bộ trong quý IV/2024": [window("2024-10-01", "2024-12-31")],
    "Đợt 1: 15/6; đợt 2: 15/11": [deadline("2024-06-15"), deadline("2024-11-15")],
    "hoàn thành Kế hoạch chuyển đổi số trước ngày 30/6/2024": [deadline("2024-06-30")],
    "gửi báo cáo cải cách hành chính trước ngày 15/6/2024": [deadline("2024-06-15")],
    "hoàn thành sửa đổi, bổ sung Quy chế trước ngày 30/6/2024": [deadline("2024-06-30")],
    "Thời hạn nộp bài dự thi: đến hết ngày 15/9/2024": [deadline("2024-09-15")],
    "Tháng 10/2024 (nhân Ngày Chuyển đổi số quốc gia 10/10)": [window("2024-10-01", "2024-10-31")],
}


@pytest.mark.parametrize("text", ACTS)
def test_the_time_behind_an_act_is_its_own(text: str) -> None:
    assert meaning(text) == ACTS[text]


OF_THINGS = [
    *("Xử lý hồ sơ nộp trước ngày 01/7/2024", "UBND tỉnh xử lý hồ sơ nộp tại Sở trước ngày 01/7/2024"),
    *("Hoàn thành chi trả cho người lao động mất việc trước ngày 01/7/2024", "Bàn giao nhà xây trước ngày 30/6/2024"),
    *("Hoàn thành rà soát dự án khởi công trước ngày 01/7/2024", "Báo cáo số liệu đến trước ngày 15/6/2024"),
    *("Hoàn thành thanh toán khối lượng thực hiện trước ngày 31/12/2024", "Nộp hồ sơ cấp trước ngày 01/7/2024"),
    *("Gửi danh sách học sinh nhập học trước ngày 05/9/2024", "Gửi danh sách đoàn viên kết nạp trong năm 2024"),
    *("Báo cáo số lượng hồ sơ tiếp nhận trong tháng 6/2024", "Tổ chức kiểm tra các cơ sở cấp phép trong năm 2024"),
    *("Các hồ sơ nộp trước ngày 01/7/2024 thực hiện theo mẫu cũ", "Thực hiện đối với các hồ sơ trước ngày 01/7/2024"),
    *("Giao Sở Nội vụ tổng hợp các nhiệm vụ giao trước ngày 30/6/2024", "Phê duyệt dự án hoàn thành trong năm 2024"),
    *("Hoàn thành hỗ trợ hộ dân xây nhà trước ngày 01/7/2024", "Nghiệm thu công trình hoàn thành trước ngày 30/6/2024"),
    *("Các đơn vị báo cáo tiến độ giải ngân đến trước ngày 15/6/2024", "Xây dựng kế hoạch công tác trong năm 2024"),
    *("Ban hành kế hoạch tổ chức Đại hội trong quý II/2024", "Công văn của Sở gửi UBND xã trước ngày 15/6/2024"),
    *("Phòng Nội vụ theo dõi các đơn vị nộp báo cáo chậm trước ngày 15/6/2024", "Gửi báo cáo quý trước ngày hết quý"),
    *("Hoàn thành tiêm phòng cho đàn gia súc nhập về trước ngày 15/6/2024",),
    *("Đề nghị các đơn vị không nộp trước ngày 15/6/2024", "Trước ngày 15/6/2024 để báo cáo trước ngày 20/6/2024"),
    *("Báo cáo số liệu phát sinh từ ngày 15/12/2023 đến ngày 14/12/2024", "Hồ sơ phát sinh trước ngày 15/6/2024"),
    *("Trước ngày 15/12/2024, các đơn vị không gửi", "Trước ngày 15/12/2024, các xã điều chỉnh kế hoạch"),
    *("Báo cáo hội nghị tổng kết trong tháng 12/2024", "Xử lý hồ sơ nộp trong thời hạn 10 ngày kể từ ngày nhận"),
    *("Xây dựng kế hoạch hội nghị tổng kết trong tháng 12/2024", "không phải trước ngày 15/6/2024"),
    *("Hoàn thành xử lý hồ sơ nộp chậm nhất ngày 15/6/2024", "Khen đơn vị gửi báo cáo chậm nhất trong tháng 6"),
    *("Gửi Sở Nội vụ (trước ngày 10/6/2024) trước ngày 15/6/2024", "Kiểm tra sức khỏe định kỳ hằng tháng"),
    *("Rà soát, xây dựng kế hoạch công tác trong năm 2024", "Gửi Sở (trừ xã A) trước ngày 15/6/2024"),
    *("Hoàn thành kiểm tra quy trình nộp trước ngày 15/6/2024", "Hoàn thành việc giao đất trước ngày 15/6/2023"),
    *("cấp phát thuốc cho bệnh nhân nhập viện trước ngày 30/6/2024",),
    *("kiểm tra việc thực hiện kế hoạch trong quý I/2024", "nhân rộng mô hình triển khai trước ngày 30/6/2024"),
    *("công bố chỉ số năm 2024 trong quý III/2024", "số hóa sổ bộ lưu trữ trước ngày 01/7/2024"),
    *("lắp đặt camera tại các điểm đen phát hiện trước ngày 30/6/2024", "báo cáo quý I trước ngày 15/3, quý II"),
    *("hoàn thành sửa đổi, bổ sung thời hạn đến ngày 30/6/2024", "chuyển đổi thời gian từ quý I sang quý II"),
    *("Trước ngày 30/6/2024 (được sửa đổi, bổ sung bởi Quyết định số 5)", "trong quý I tổ chức họp, chưa rõ ngày"),
    *(
        "hoàn thành thu hồi giấy chứng nhận cấp trước ngày 01/7/2024",
        "hoàn thành hồ sơ đất đai lập trước ngày 01/7/2024",
    ),
    *("tổ chức tập huấn cho công chức cấp xã vào ngành trước ngày 01/7/2024", "báo cáo quý I; báo cáo quý II"),
    *("xây dựng kế hoạch quý I; ban hành kế hoạch quý II", "trước thứ hai đầu tiên của tháng 9 hằng năm"),
    *("rà soát danh sách năm 2023 bổ sung trước ngày 31/3/2024", "rà soát hồ sơ năm 2023 nộp trước ngày 31/3/2024"),
    *("xử lý dứt điểm đơn nhận trước ngày 30/6/2024", "hằng tuần kiểm tra các đơn vị báo cáo trước thứ Sáu"),
    *("đưa hàng hóa sản xuất trước ngày 30/6/2024", "hằng tuần báo cáo vào thứ Năm, ngày 12/3/2024"),
    *("tổ chức kiểm tra hồ sơ giải quyết từ ngày 01/01/2024 đến ngày 30/6/2024", "kiểm tra hồ sơ trong năm 2024"),
    *(
        "báo cáo kết quả kiểm tra trong quý I/2024",
        "tuyên truyền kết quả đạt được từ ngày 01/01/2024 đến ngày 30/6/2024",
    ),
    *("khảo sát nhu cầu lao động từ năm 2024 đến năm 2030", "báo cáo tình hình vi phạm trước ngày 15/5/2024"),
    *("cung cấp số liệu phát sinh trước ngày 20/6/2024", "số hóa sổ hộ tịch lập trước ngày 01/7/2024"),
    *("cung cấp dịch vụ cho hộ dân đăng ký trước ngày 20/6/2024", "hoàn thành sửa máy bị hỏng trước ngày 20/6/2024"),
    *("xử lý hóa đơn xuất trước ngày 5 hằng tháng", "rà soát hồ sơ nộp trước ngày 15 hằng tháng", "Hạn dùng: 10 ngày"),
    *("cấp giấy phép xây dựng nộp trước ngày 30/6/2024", "báo cáo UBND tỉnh ban hành văn bản trước ngày 30/6/2024"),
    *("đánh giá, kiểm tra hồ sơ trong quý I/2024", "Đợt 1: 1/2; đợt 2: chưa xác định"),
    *("trong quý II tổ chức kiểm tra; nếu không thì quý III",),
    *("Gửi Sở Nội vụ danh sách tuyển dụng trước ngày 15/6/2024", "Trước ngày 15/6/2024 để thay thế cán bộ nghỉ"),
]
"""Times that are perhaps those of what an act is about."""


@pytest.mark.parametrize("text", OF_THINGS)
def test_a_time_that_is_perhaps_a_things_stays_unread(text: str) -> None:
    assert read_time(text, year=YEAR).parts == ()


def test_the_last_verb_of_an_act_gives_the_role_or_its_first() -> None:
    assert _role("Hoàn thành rà soát, lập danh sách hộ nghèo trước ngày 15/11") is Role.FINISH
    assert _role("Lập danh sách về Sở Tư pháp trước ngày 15/11") is None
    assert _role("Rà soát, hoàn thành hồ sơ trước ngày 15/11") is Role.FINISH
    assert _role("Tổng hợp, báo cáo về UBND tỉnh (qua Sở Tư pháp) trước ngày 15/11") is Role.REPORT


def _role(text: str) -> Role | None:
    (part,) = read_time(text, year=YEAR).parts
    return part.role


def test_the_first_weeks_of_a_year_that_a_report_leaves_out_stay_unread() -> None:
    assert read_time("Gửi báo cáo năm về Sở Nội vụ trước ngày 15/01", year=YEAR).parts == ()
    assert meaning("Gửi báo cáo năm về Sở Nội vụ trước ngày 15/01/2025") == [deadline("2025-01-15")]


_OBJECTS = ["báo cáo", "kế hoạch", "báo cáo kết quả thực hiện", "hồ sơ"]
_BODIES = ["UBND tỉnh", "Sở Nông nghiệp và Môi trường", "Phòng Văn hóa - Xã hội (qua Văn phòng)", "cơ quan cấp trên"]
_AIMS = ["", " để tổng hợp", " nhằm phục vụ kỳ họp", " để tổng hợp, báo cáo Chính phủ"]
_DATES = ["01/07/2024", "10/09/2023"]
_OF_ITS_OWN = ["nộp", "tiếp nhận", "phát sinh", "được cấp", "khởi công", "có hiệu lực", "chưa xử lý"]


@given(
    st.dates(date(YEAR, 3, 1), date(YEAR, 12, 31)),
    st.sampled_from(["Gửi", "Nộp"]),
    st.sampled_from(_OBJECTS),
    st.sampled_from(_BODIES),
    st.sampled_from(_AIMS),
)
def test_what_is_sent_to_a_body_by_a_day_is_due_then(day: date, verb: str, what: str, body: str, aim: str) -> None:
    assert meaning(f"{verb} {what} về {body} trước ngày {day:%d/%m/%Y}{aim}") == [Deadline(day)]
    assert meaning(f"{verb} {what} về {body} chậm nhất ngày {day:%d/%m}{aim}") == [Deadline(day)]


@given(
    st.sampled_from(["Hoàn thành", "Gửi", "Xây dựng", "Rà soát", "Các đơn vị kiểm tra", "Giao Sở Nội vụ xử lý"]),
    st.sampled_from(["hồ sơ", "các dự án", "danh sách cán bộ", "văn bản về đất đai"]),
    st.sampled_from(_OF_ITS_OWN),
    st.sampled_from(_DATES),
)
def test_the_day_of_a_thing_is_never_the_acts(verb: str, thing: str, own: str, day: str) -> None:
    assert [sense(part) for part in read_time(f"{verb} {thing} {own} trước ngày {day}", year=YEAR).parts] == []
