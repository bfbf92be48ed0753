"""Parts of a text that report what was, name who meets, or say whom to call: nobody gets a duty there."""

import pytest

from kshc_cli.documents.importing.document import Imported, imported
from kshc_cli.reading.tasks import read_plan
from tests.documents.importing.foreign import BOLD
from tests.documents.importing.handed_out import of_ward
from tests.documents.word_xml import p, read

LAST = "9. Giao Phòng Kinh tế theo dõi việc thực hiện."
"""A duty that follows, so that there is a task."""


def found_in(lines: str, title: str = "KẾ HOẠCH") -> Imported:
    """Import lines of which those that begin with * are bold headings."""
    told = [line.strip() for line in lines.strip().splitlines()]
    body = "".join(p(line.removeprefix("*"), "", BOLD if line.startswith("*") else "") for line in told)
    return imported(read(of_ward(title, body, "Công tác năm 2026")))


def begun(found: Imported) -> list[str]:
    return [one.task.content.split(",")[0] for one in read_plan(found.plan).tasks]


@pytest.mark.parametrize(
    "report",
    [
        "Năm 2025, giao Công an xã rà soát trước ngày 15/12/2025; kết quả đạt 100%.",
        "Trong quý I/2025, Công an xã chủ trì, phối hợp với Trạm Y tế xã kiểm tra 20 cơ sở.",
        "Thời gian qua, Công an xã chủ trì kiểm tra 20 cơ sở.",
        "Đến nay, Công an xã chủ trì kiểm tra 20 cơ sở, hoàn thành trước ngày 30/11/2026.",
        "Công an xã chủ trì rà soát, hoàn thành trước ngày 31/12/2025.",
        "Công an xã chủ trì rà soát hộ khẩu trong quý I; kết quả đạt yêu cầu.",
        "Công an xã rà soát hộ khẩu: đã hoàn thành.",
    ],
)
def test_a_sentence_on_what_was_is_no_task(report: str) -> None:
    found = found_in(f"1. {report}\n{LAST}")
    assert begun(found) == ["Giao Phòng Kinh tế theo dõi việc thực hiện."]
    assert len(found.untold) + len(found.prose.led) == 1


@pytest.mark.parametrize(
    ("heading", "reports"),
    [
        ("I. KẾT QUẢ THỰC HIỆN NĂM TRƯỚC", True),
        ("I. ĐÁNH GIÁ TÌNH HÌNH", True),
        ("I. Đặc điểm, tình hình", True),
        ("I. Tồn tại, hạn chế", True),
        ("I. Thực hiện năm 2025", True),
        ("I. Kết quả 6 tháng đầu năm 2026", True),
        ("I. Kết quả năm 2025 và nhiệm vụ năm 2026", False),
        ("I. Hạn chế sử dụng túi ni lông", False),
        ("I. Thực hiện năm 2026", False),
        ("I. Đánh giá kết quả năm 2026", False),
        ("I. Về tình hình dịch bệnh", False),
    ],
)
def test_what_stands_below_a_heading_of_reports_is_no_task(heading: str, reports: bool) -> None:
    lines = f"*{heading}\n- Trong quý I, Công an xã chủ trì kiểm tra 20 cơ sở.\n*II. NHIỆM VỤ NĂM 2026\n{LAST}"
    assert len(begun(found_in(lines))) == (1 if reports else 2)


def test_a_report_reaches_to_the_next_point_of_its_rank_and_holds_no_day_to_come() -> None:
    found = found_in("""
        1. Kết quả đạt được
        a) Công an xã xử lý 12 vụ.
        - Trạm Y tế xã trực 24/24 giờ.
        b) Công an xã báo cáo bổ sung trước ngày 15/3/2026.
        2. Công an xã tăng cường tuần tra.
        *A. KẾT QUẢ NHIỆM VỤ NĂM 2025
        *I. Công tác phòng bệnh
        1. Trạm Y tế xã giám sát 40 ca.
        *B. NHIỆM VỤ NĂM 2026
        *I. Đánh giá tình hình dịch bệnh
        1. Trạm Y tế xã giám sát dịch.
    """)
    assert begun(found) == [
        "Công an xã báo cáo bổ sung trước ngày 15/3/2026.",
        "Công an xã tăng cường tuần tra.",
        "Trạm Y tế xã giám sát dịch.",
    ]


def test_duties_that_speak_of_results_stay_tasks() -> None:
    found = found_in("""
        1. Công an xã
        - Đánh giá việc thực hiện tiêu chí.
        - Kết quả thực hiện báo cáo hằng tuần.
        2. Giao Trạm Y tế xã báo cáo trước ngày 15/12/2025.
        3. Trạm Y tế xã tiêm chủng, kết quả đạt trên 95% trước ngày 30/11/2026.
        4. Thời gian qua, còn sai sót, giao Công an xã chấn chỉnh.
        5. Công an xã tuyên truyền về cách làm hay, kết quả đạt được.
        6. Trạm Y tế xã
        Lập danh sách trước ngày 25/12/2025.
        7. Kết quả: Công an xã phá 03 vụ án.
    """)
    assert begun(found) == [
        "Đánh giá việc thực hiện tiêu chí.",
        "Kết quả thực hiện báo cáo hằng tuần.",
        "Giao Trạm Y tế xã báo cáo trước ngày 15/12/2025.",
        "Trạm Y tế xã tiêm chủng",
        "Thời gian qua",
        "Công an xã tuyên truyền về cách làm hay",
        "Trạm Y tế xã\nLập danh sách trước ngày 25/12/2025.",
    ]


def test_costs_and_whom_to_call_are_no_duties_of_the_body_above() -> None:
    found = found_in("""
        1. Công an xã
        - Tuần tra ban đêm.
        - Kinh phí: ngân sách xã.
        - Kinh phí: quyết toán trước ngày 31/12/2026.
        - Số điện thoại trực: 0277 3 123 456.
        - Nơi nhận báo cáo: Văn phòng xã.
        - Email: conganxa@example.vn
        - Đầu mối liên hệ: đồng chí Lan.
        - Mọi thông tin liên hệ: đồng chí Lan, trước ngày 15/02/2026.
        - Địa chỉ: số 1, đường Lê Lợi.
        - Yêu cầu: trực đủ quân số.
    """)
    assert begun(found) == [
        "Tuần tra ban đêm.",
        "Kinh phí: quyết toán trước ngày 31/12/2026.",
        "Yêu cầu: trực đủ quân số.",
    ]


def test_whoever_meets_leads_nothing() -> None:
    found = found_in("""
        Ngày 12/01/2026, Chủ tịch UBND xã chủ trì cuộc họp.
        Thành phần:
        - Chủ trì: Chủ tịch UBND xã.
        - Thư ký: Công an xã.
        *II. ĐOÀN KIỂM TRA
        *III. THÀNH PHẦN
        - Chủ trì: Chủ tịch UBND xã.
        - Tham dự: các trưởng ấp.
        *IV. NHIỆM VỤ
        1. Hội nghị tổng kết
        - Thời gian: tháng 12/2026
        - Thành phần:
        + Chủ trì: Chủ tịch UBND xã
        - Đơn vị thực hiện: Công an xã
        2. Thành phần tham dự tập huấn
        - Chủ trì: Phó Chủ tịch UBND xã
    """)
    (one,) = read_plan(found.plan).tasks
    assert (one.task.content.split("\n")[0], one.lead.agencies) == ("Hội nghị tổng kết", ("cong-an",))
    assert one.task.lead
    assert one.task.lead.text == "Công an xã"
    assert "+ Chủ trì: Chủ tịch UBND xã" in one.task.content


def test_what_a_plan_is_for_and_who_is_rewarded_is_no_task() -> None:
    found = found_in(f"""
        *I. MỤC ĐÍCH, YÊU CẦU
        1. Mục đích
        - Công an xã xác định đây là nhiệm vụ trọng tâm.
        2. Yêu cầu
        Các cơ quan, đơn vị triển khai đồng bộ, báo cáo kịp thời.
        - Công an xã lập danh sách trước ngày 15/3/2026.
        *II. THI ĐUA
        - Tiêu chuẩn về kết quả năm 2026:
        + Đối với Công an xã: Có kết quả đạt loại Tốt.
        *III. TỔ CHỨC THỰC HIỆN
        {LAST}
    """)
    assert begun(found) == [
        "Công an xã lập danh sách trước ngày 15/3/2026.",
        "Giao Phòng Kinh tế theo dõi việc thực hiện.",
    ]


def test_what_the_writer_does_on_the_proposal_of_others_is_no_task() -> None:
    found = found_in(f"""
        Trên cơ sở đề xuất của Công an xã, Ủy ban nhân dân xã Tân Lập dự thảo Quy chế (gửi kèm).
        {LAST}
    """)
    assert begun(found) == ["Giao Phòng Kinh tế theo dõi việc thực hiện."]
