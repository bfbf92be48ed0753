"""Who does what by when, read in a sentence: each with its place, and nothing where that is not sure."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.plan.act import Issuer
from kshc_cli.plan.model import Agency
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.sentences.reader import speech_of

REGISTRY = Registry(
    [
        Agency(id="vp", name="Văn phòng HĐND và UBND xã", aliases=("Văn phòng",)),
        Agency(id="vhxh", name="Phòng Văn hóa - Xã hội"),
        Agency(id="kt", name="Phòng Kinh tế"),
        Agency(id="nv", name="Phòng Nội vụ"),
        Agency(id="ca", name="Công an xã"),
        Agency(id="ubnd", name="UBND xã"),
        Agency(id="don-vi", name="Các cơ quan, đơn vị", open=True),
        Agency(id="phong-ban", name="Các phòng, ban chuyên môn", open=True),
    ],
    Issuer(name="Ủy ban nhân dân xã Tân Lập", place="Tân Lập"),
)


def said(text: str, *, is_led: bool = False) -> dict[str, list[str]]:
    """Return the words of each field; of times that are not sure under ``?``."""
    found: dict[str, list[str]] = {}
    for one in speech_of(text, REGISTRY, year=2026, issued=date(2026, 1, 15), is_led=is_led).said:
        found.setdefault(one.field if one.is_read else "?", []).append(text[one.start : one.end])
    return found


def told(lead: str, *, coop: str = "", time: str = "", doubted: str = "") -> dict[str, list[str]]:
    """Return what a sentence should say; several of one kind are parted by bars."""
    all_of = {"lead": lead, "coop": coop, "time": time, "?": doubted}
    return {field: words.split(" | ") for field, words in all_of.items() if words}


GIVEN = [
    (
        "Văn phòng HĐND và UBND xã chủ trì, phối hợp với Phòng Văn hóa - Xã hội làm; xong trong quý I/2026.",
        told("Văn phòng HĐND và UBND xã", coop="Phòng Văn hóa - Xã hội", time="xong trong quý I/2026"),
    ),
    (
        "Phòng Kinh tế kiểm tra, xử lý 12 trường hợp đã phát hiện trong năm 2025, hoàn thành trong quý II/2026.",
        told("Phòng Kinh tế", time="hoàn thành trong quý II/2026"),
    ),
    (
        "b) Giao cho Phòng Kinh tế và Phòng Nội vụ rà soát trước ngày 3/4/2026./.",
        told("Phòng Kinh tế và Phòng Nội vụ", time="trước ngày 3/4/2026"),
    ),
    (
        "Công an xã định kỳ hằng quý báo cáo Văn phòng trước ngày 20 tháng cuối quý.",
        told("Công an xã", time="định kỳ hằng quý báo cáo Văn phòng trước ngày 20 tháng cuối quý"),
    ),
    (
        "Phòng Kinh tế hằng tháng báo cáo kết quả về UBND xã (qua Văn phòng) trước ngày 25.",
        told("Phòng Kinh tế", time="hằng tháng báo cáo kết quả về UBND xã (qua Văn phòng) trước ngày 25"),
    ),
    (
        "Công an xã hằng tháng kiểm tra, báo cáo quý trước ngày 20 tháng cuối quý.",
        told("Công an xã", time="hằng tháng | trước ngày 20 tháng cuối quý"),
    ),
    (
        "Phòng Nội vụ rà soát toàn bộ hồ sơ quá hạn, xin lỗi bằng văn bản và giải quyết dứt điểm trước ngày 31/3/2026.",
        told("Phòng Nội vụ", time="trước ngày 31/3/2026"),
    ),
    (
        "Phòng Kinh tế thường xuyên theo dõi và định kỳ trước ngày 15 hằng tháng có báo cáo về UBND xã để chỉ đạo.",
        told("Phòng Kinh tế", time="định kỳ trước ngày 15 hằng tháng"),
    ),
    (
        "Các cơ quan, đơn vị định kỳ hằng tháng có trách nhiệm rà soát, cập nhật kết quả.",
        told("Các cơ quan, đơn vị", time="định kỳ hằng tháng"),
    ),
    ("Công an xã tổ chức họp dân xong trước ngày 31/10/2026.", told("Công an xã", time="xong trước ngày 31/10/2026")),
    ("Phòng Kinh tế tổ chức họp dân xong trong tháng 5/2026.", told("Phòng Kinh tế", time="xong trong tháng 5/2026")),
    (
        "Giao Văn phòng tổ chức Ngày hội Đại đoàn kết toàn dân tộc vào ngày 18/11/2026.",
        told("Văn phòng", time="vào ngày 18/11/2026"),
    ),
    ("Văn phòng tổ chức Ngày hội sách trước ngày 18/11/2026.", told("Văn phòng", time="trước ngày 18/11/2026")),
    (
        "Công an xã thực hiện Quyết định số 12/QĐ-UBND ngày 03/3/2026 trong quý II/2026.",
        told("Công an xã", time="trong quý II/2026"),
    ),
    ("Phòng Kinh tế rà soát quy hoạch trong quý I/2026.", told("Phòng Kinh tế", time="trong quý I/2026")),
    (
        "Phòng Kinh tế kiểm tra an toàn thực phẩm trước ngày 10/02/2026.",
        told("Phòng Kinh tế", time="trước ngày 10/02/2026"),
    ),
    (
        "Từ ngày 01/3 đến ngày 31/5/2026, Công an xã kiểm tra.",
        told("Công an xã", time="Từ ngày 01/3 đến ngày 31/5/2026"),
    ),
    ("- Công an xã có trách nhiệm tuần tra định kỳ hằng quý", told("Công an xã", time="định kỳ hằng quý")),
    ("Đề nghị Công an xã phối hợp với Phòng Kinh tế tuyên truyền", told("Công an xã", coop="Phòng Kinh tế")),
    ("Trước ngày 3/4/2026, Phòng Kinh tế báo cáo", told("Phòng Kinh tế", time="Trước ngày 3/4/2026")),
    (
        "Giao Công an xã kiểm tra trong quý II/2026; báo cáo trước ngày 10/7/2026",
        told("Công an xã", time="trong quý II/2026 | trước ngày 10/7/2026"),
    ),
    ("2. Công an xã: Tuần tra, hoàn thành trước ngày 20/3.", told("Công an xã", time="hoàn thành trước ngày 20/3")),
    (
        "1. Phòng Nội vụ\n- Lập kế hoạch, trình trước ngày 15/3/2026.\n- Báo cáo UBND xã trước ngày 20/12/2026.",
        told("Phòng Nội vụ", time="trước ngày 15/3/2026 | trước ngày 20/12/2026"),
    ),
    ("Phòng Kinh tế chủ trì, Công an xã phối hợp rà soát", told("Phòng Kinh tế", coop="Công an xã")),
    (
        "Yêu cầu Thủ trưởng các phòng, ban chuyên môn nghiêm túc thực hiện, báo cáo qua Văn phòng trước ngày 20/11.",
        told("Thủ trưởng các phòng, ban chuyên môn", time="trước ngày 20/11"),
    ),
    (
        "Chủ tịch UBND xã yêu cầu Phòng Kinh tế khẩn trương rà soát, báo cáo trước 17h00 ngày 12/3/2026.",
        told("Phòng Kinh tế", time="trước 17h00 ngày 12/3/2026"),
    ),
    (
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 05/02/2026 của UBND tỉnh, giao Phòng Nội vụ xây dựng kế hoạch.",
        told("Phòng Nội vụ"),
    ),
    ("Đối với Phòng Kinh tế: gửi báo cáo trước ngày 15/5.", told("Phòng Kinh tế", time="trước ngày 15/5")),
    (
        "Về đất đai: Giao Phòng Kinh tế rà soát, hoàn thành trong quý II.",
        told("Phòng Kinh tế", time="hoàn thành trong quý II"),
    ),
    ("Giao Phòng Kinh tế theo dõi. Báo cáo trước ngày 10/12.", told("Phòng Kinh tế", time="trước ngày 10/12")),
    ("Phòng Kinh tế tổ chức họp tại TP. Tân Lập trước ngày 10/12.", told("Phòng Kinh tế", time="trước ngày 10/12")),
    (
        "Phòng Nội vụ đánh giá, xếp loại công chức năm 2025 trước ngày 31/01/2026",
        told("Phòng Nội vụ", time="trước ngày 31/01/2026"),
    ),
    (
        "Phòng Nội vụ hướng dẫn các cơ quan, đơn vị lập danh sách hộ nghèo, hoàn thành trước ngày 15/10/2026.",
        told("Phòng Nội vụ", time="hoàn thành trước ngày 15/10/2026"),
    ),
    (
        "Giao Phòng Nội vụ rà soát thủ tục hành chính trước ngày 15/10/2026.",
        told("Phòng Nội vụ", time="trước ngày 15/10/2026"),
    ),
    (
        "Phòng Kinh tế kiểm tra an toàn thực phẩm trong tháng 4/2026, rà soát quỹ đất chậm nhất ngày 15/6/2026",
        told("Phòng Kinh tế", time="trong tháng 4/2026 | chậm nhất ngày 15/6/2026"),
    ),
    (
        "Rà soát quy hoạch (Phòng Kinh tế chủ trì, phối hợp với Công an xã; hoàn thành trong quý II/2026).",
        told("Phòng Kinh tế", coop="Công an xã", time="hoàn thành trong quý II/2026"),
    ),
    (
        "Việc kiểm tra do Công an xã chủ trì, hoàn thành trước ngày 15/5/2026.",
        told("Công an xã", time="hoàn thành trước ngày 15/5/2026"),
    ),
    ("Phòng Kinh tế phối hợp Công an xã rà soát", told("Phòng Kinh tế", coop="Công an xã")),
    ("Phòng Kinh tế phối hợp Chi cục Thuế rà soát", told("Phòng Kinh tế", coop="Chi cục Thuế")),
    (
        "Phòng Kinh tế, Công an xã căn cứ chức năng, nhiệm vụ được giao tổ chức kiểm tra trong tháng 4/2026.",
        told("Phòng Kinh tế, Công an xã", time="trong tháng 4/2026"),
    ),
]


@pytest.mark.parametrize(("text", "meant"), GIVEN, ids=[text[:40] for text, _meant in GIVEN])
def test_a_sentence_says_who_with_whom_and_when(text: str, meant: dict[str, list[str]]) -> None:
    assert said(text) == meant


OBJECTS = [
    "Phòng Nội vụ có trách nhiệm tham mưu UBND xã ban hành kế hoạch, trình trước ngày 15/6/2026.",
    "Phòng Nội vụ báo cáo Chủ tịch UBND xã và gửi Công an xã, Phòng Kinh tế trước ngày 15/6/2026.",
    "Phòng Nội vụ hướng dẫn các cơ quan, đơn vị lập danh sách, tổng hợp gửi Văn phòng trước ngày 15/6/2026.",
    "Phòng Nội vụ rà soát theo Kế hoạch số 7/KH-UBND của UBND xã, hoàn thành trước ngày 15/6/2026.",
]


@pytest.mark.parametrize("text", OBJECTS)
def test_whoever_is_advised_told_or_cited_takes_no_part(text: str) -> None:
    found = said(text)
    assert (found["lead"], set(found)) == (["Phòng Nội vụ"], {"lead", "time"})
    assert "trước ngày 15/6/2026" in found["time"][0]


@pytest.mark.parametrize(
    "text",
    [
        "Giao Văn phòng theo dõi; Phòng Kinh tế báo cáo trước ngày 3/4/2026",
        "Giao Văn phòng theo dõi. Phòng Kinh tế báo cáo trước ngày 3/4/2026",
        "Giao Văn phòng theo dõi việc tổ chức thực hiện, Phòng Kinh tế báo cáo kết quả trước ngày 3/4/2026",
        "Giao Văn phòng theo dõi; giao Phòng Kinh tế báo cáo",
        "Giao Văn phòng theo dõi; Chi cục Thuế báo cáo trước ngày 3/4/2026",
        "Văn phòng không chủ trì việc này trước ngày 3/4/2026",
        "Thời gian qua, Công an xã đã tổ chức tuần tra.",
        "Kế hoạch này được Văn phòng gửi các cơ quan, đơn vị trước ngày 20/01/2026.",
        "Công tác phối hợp giữa Văn phòng và Phòng Kinh tế còn hạn chế.",
        "Tổ chức hội nghị tổng kết trước ngày 15/12/2026.",
        "Giao đồng chí Nguyễn Văn An chỉ đạo thực hiện.",
        "Tham dự hội thảo do Công an xã chủ trì.",
        "Việc kiểm tra do Công an tỉnh và Công an xã chủ trì.",
        "Rà soát quy hoạch (Phòng Kinh tế phối hợp).",
        "Đối với Phòng Kinh tế: Có kết quả đánh giá tốt.",
        "Các cơ quan, đơn vị trực thuộc Công an xã báo cáo trước ngày 15/3/2026.",
        "Các cơ quan, đơn vị cấp trên báo cáo trước ngày 15/3/2026.",
        "Các cơ quan, đơn vị được giao chủ trì báo cáo trước ngày 15/3/2026.",
        "Trừ Phòng Kinh tế, các cơ quan, đơn vị cử cán bộ tham gia.",
        "Giao Phòng Kinh tế",
        "Giao",
        "",
    ],
)
def test_nothing_is_read_where_nobody_or_several_are_named(text: str) -> None:
    assert not said(text)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Giao Phòng Kinh tế và Chi cục Thuế rà soát hộ kinh doanh", "Phòng Kinh tế và Chi cục Thuế"),
        ("Giao Phòng Kinh tế - Hạ tầng rà soát", "Phòng Kinh tế - Hạ tầng"),
        ("Giao Văn phòng thành phố báo cáo", "Văn phòng thành phố"),
        ("Chi cục Thuế khu vực: rà soát hộ kinh doanh", "Chi cục Thuế khu vực"),
    ],
)
def test_a_body_that_nobody_knows_is_quoted_whole(text: str, lead: str) -> None:
    assert said(text) == told(lead)
    assert REGISTRY.read(lead).unread


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Giao Phòng Kinh tế rà soát hồ sơ nộp trước ngày 15/6/2026.", "trước ngày 15/6/2026"),
        ("Công an xã kiểm tra các cơ sở thành lập trước ngày 01/7/2026.", "trước ngày 01/7/2026"),
        ("Giao Phòng Nội vụ lập danh sách trẻ em sinh trước ngày 01/9/2026.", "trước ngày 01/9/2026"),
        ("Giao Phòng Nội vụ rà soát; trường hợp chưa xong, báo cáo chậm nhất ngày 20/6.", "chậm nhất ngày 20/6"),
        ("Giao Phòng Nội vụ theo dõi để Công an xã báo cáo trước ngày 20/6.", "trước ngày 20/6"),
        ("Giao Phòng Nội vụ báo cáo trước ngày 31/6/2026.", "trước ngày 31/6/2026"),
        ("Giao Phòng Nội vụ rà soát hồ sơ nộp trước ngày 15/6/2026.", "trước ngày 15/6/2026"),
        ("Giao Phòng Nội vụ rà soát văn bản ban hành trước ngày 15/6/2026.", "trước ngày 15/6/2026"),
        ("Giao Phòng Kinh tế rà soát các dự án xong trước ngày 15/6/2026.", "xong trước ngày 15/6/2026"),
        ("Phòng Nội vụ hằng tuần tổng hợp, gửi Văn phòng trước 16 giờ thứ Năm.", "hằng tuần | trước 16 giờ thứ Năm"),
        ("Giao Phòng Nội vụ đôn đốc các đơn vị gửi báo cáo trước ngày 15/5/2026.", "trước ngày 15/5/2026"),
        ("Giao Phòng Kinh tế hướng dẫn người dân kê khai trước ngày 30/4/2026.", "trước ngày 30/4/2026"),
        ("Giao Công an xã lập danh sách công dân đủ 18 tuổi trước ngày 31/12/2026.", "trước ngày 31/12/2026"),
        (
            "Giao Phòng Kinh tế bố trí vốn cho các dự án hoàn thành trước ngày 31/12/2026.",
            "hoàn thành trước ngày 31/12/2026",
        ),
        ("Giao Phòng Kinh tế trao quà cho các cụ tròn 90 tuổi trước ngày 01/10/2026.", "trước ngày 01/10/2026"),
        ("Giao Phòng Kinh tế thu hồi giấy chứng nhận cấp trước ngày 01/7/2026.", "trước ngày 01/7/2026"),
        ("Giao Phòng Kinh tế rà soát hộ nghèo toàn xã thoát nghèo trước ngày 01/7/2026.", "trước ngày 01/7/2026"),
        ("Phòng Kinh tế ban hành quy chế trước ngày 30/6/2026, gia hạn đến ngày 30/9/2026.", "trước ngày 30/6/2026"),
        ("Phòng Kinh tế nộp báo cáo trước ngày 30/6/2026 (nếu có), lùi sang ngày 5/7/2026.", "trước ngày 30/6/2026"),
        ("Giao Phòng Kinh tế theo dõi bệnh nhân nhập viện trước ngày 20/7/2026.", "trước ngày 20/7/2026"),
        ("Giao Phòng Kinh tế kiểm tra các cửa hàng mở cửa trước ngày 15/3/2026.", "trước ngày 15/3/2026"),
        ("Giao Công an xã xử lý phương tiện hết niên hạn trước ngày 31/12/2026.", "trước ngày 31/12/2026"),
        ("Giao Phòng Kinh tế gia hạn thời gian nộp hồ sơ đến trước ngày 30/6/2026.", "trước ngày 30/6/2026"),
        ("Công an xã gửi Phòng Nội vụ tổng hợp, báo cáo UBND xã trước ngày 25/6/2026.", "trước ngày 25/6/2026"),
        ("Công an xã báo cáo qua Phòng Nội vụ tổng hợp, trình UBND xã trước ngày 25/6/2026.", "trước ngày 25/6/2026"),
    ],
)
def test_a_day_that_is_perhaps_anothers_is_told_and_not_read(text: str, doubted: str) -> None:
    found = said(text)
    assert (found.get("time"), found["?"]) == (None, doubted.split(" | "))


@pytest.mark.parametrize(
    "text",
    [
        "Giao Phòng Kinh tế tổng hợp kết quả thực hiện trong quý I.",
        "Giao Phòng Kinh tế xây dựng kế hoạch công tác trong năm 2026.",
        "Giao Phòng Kinh tế rà soát văn bản ban hành trước ngày 01/7/2025.",
        "Giao Phòng Kinh tế rà soát kế hoạch hằng năm của đơn vị.",
        "Giao Văn phòng theo dõi nhiệm vụ được giao trong quý I/2026.",
        "Giao Phòng Kinh tế quyết toán dự án hoàn thành trong năm 2026.",
        "Giao Phòng Nội vụ rà soát công chức tuyển dụng trong năm 2026.",
        "Giao Phòng Kinh tế rà soát các gói thầu mở thầu trong quý II/2026.",
        "Giao Phòng Kinh tế điều chỉnh, bổ sung thời gian hoàn thành đến ngày 30/6/2026.",
        "Giao Phòng Kinh tế quyết toán công trình hoàn thành trong năm 2026.",
        "Giao Phòng Kinh tế kiểm tra việc giải quyết thủ tục hành chính từ ngày 01/02/2026 đến ngày 30/6/2026.",
        "Giao Văn phòng phục vụ kỳ họp khai mạc ngày 10/7/2026.",
    ],
)
def test_what_a_report_is_about_is_no_time_of_the_task(text: str) -> None:
    assert set(said(text)) == {"lead"}


def test_a_task_whose_lead_is_labelled_has_its_time_in_the_sentence() -> None:
    text = "Rà soát quỹ đất, hoàn thành trước ngày 30/6/2026"
    assert said(text, is_led=True) == {"time": ["hoàn thành trước ngày 30/6/2026"]}
    assert not said(text)


PIECES = (
    *("Giao ", "Phòng Kinh tế", "Văn phòng", ", ", "; ", ". ", " và ", " rà soát ", "\n- ", "trước ngày 3/4/2026"),
    *(" phối hợp với ", " trong quý I", ": ", "(", ")", "các "),
)


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_words_stand_where_they_are_said_to(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = speech_of(text, REGISTRY, year=2026, issued=None).said
    assert all(0 <= one.start < one.end <= len(text) and text[one.start : one.end].strip() for one in found)
    leads = [text[one.start : one.end] for one in found if one.field == "lead"]
    assert len(leads) == bool(found)


@pytest.mark.parametrize("words", ["trước ngày 15/6 ", "Công an xã, ", "phối hợp với Công an xã ", "(", "các phòng, "])
def test_a_sentence_beyond_any_real_one_is_doubted_whole(words: str) -> None:
    assert not said("Giao Phòng Kinh tế " + words * (3000 // len(words)))


@pytest.mark.parametrize(
    "text",
    [
        "Văn phòng trước ngày 15/6/2026, Phòng Kinh tế trước ngày 20/6/2026 báo cáo kết quả.",
        "Giao Phòng Kinh tế (trước ngày 15/6/2026), Công an xã (trước ngày 20/6/2026) báo cáo.",
        "Trước ngày 15/6/2026, Phòng Kinh tế, trước ngày 20/6/2026, Văn phòng báo cáo.",
        "Văn phòng hằng tháng, Công an xã hằng quý báo cáo kết quả.",
        "Cùng với Công an xã, Phòng Kinh tế kiểm tra trước ngày 15/6/2026.",
    ],
)
def test_two_bodies_with_a_time_each_before_the_act_are_nobody(text: str) -> None:
    assert not said(text)


@pytest.mark.parametrize(
    "behind",
    [
        *(
            "; Thuế báo cáo {}",
            "; VNPT Hải Sơn hoàn thành {}",
            "; trưởng ấp báo cáo {}",
            "; ông Nguyễn Văn Ba báo cáo {}",
        ),
        *(
            "; tỉnh phê duyệt {}",
            "; chủ đầu tư hoàn thiện hồ sơ {}",
            ", nhà thầu hoàn thành {}",
            "; từng đơn vị nộp {}",
        ),
        *("; riêng ấp Tân Lợi báo cáo {}", ", riêng ấp Tân Hòa {}", ", ấp Tân Hòa {}", " (riêng lĩnh vực đất đai {})"),
        *(" trước ngày 15/3/2026 để tổng hợp, trình cấp trên {}",),
        *("; hướng dẫn Công an xã lập dự toán {}", "; chuyển dự thảo cho Văn phòng báo cáo {}"),
    ],
)
def test_the_day_of_somebody_else_behind_a_mark_is_not_the_leads(behind: str) -> None:
    text = f"Phòng Kinh tế theo dõi{behind.format('trước ngày 01/6/2026')}."
    times = [one for one in speech_of(text, REGISTRY, year=2026, issued=None).said if one.field == "time"]
    assert not [text[one.start : one.end] for one in times if one.is_read and "01/6" in text[one.start : one.end]]
    assert [one for one in times if "01/6" in text[one.start : one.end]]


@pytest.mark.parametrize(
    "behind",
    [
        *("; báo cáo kết quả {}", "; kịp thời báo cáo {}", ", báo cáo {}", "; đồng thời tổng hợp, báo cáo {}", "; {}"),
        *(" của cơ quan, đơn vị {}", " với các hội, đoàn thể {}", ", đơn vị thi công, môi trường {}"),
        *("; hoàn thành {}", ", hoàn thành {}", "; thời gian hoàn thành {}", "; tổng hợp, gửi kết quả {}"),
    ],
)
def test_the_leads_next_act_has_its_own_day(behind: str) -> None:
    text = f"Phòng Kinh tế rà soát{behind.format('trước ngày 01/6/2026')}."
    times = [one for one in speech_of(text, REGISTRY, year=2026, issued=None).said if one.field == "time"]
    assert [one.is_read for one in times] == [True]


ACTS = (
    "khởi công",
    "thi công đường ấp 3",
    "kiểm tra an toàn thực phẩm",
    "rà soát quy hoạch",
    "tổ chức họp dân",
    "mua sắm",
)
WHEN = (
    *(
        "quý I/2026",
        "quý II năm 2026",
        "tháng 5/2026",
        "trong quý II/2026",
        "trong tháng 5/2026",
        "trước ngày 15/4/2026",
    ),
    *("trước ngày 10/01/2026", "xong trong tháng 4/2026", "vào ngày 15/5/2026", "chậm nhất ngày 15/5/2026"),
)


@given(
    first=st.sampled_from(ACTS),
    when=st.sampled_from(WHEN),
    then=st.sampled_from(("hoàn thành", "nghiệm thu", "bàn giao")),
)
def test_no_period_of_an_act_vanishes(first: str, when: str, then: str) -> None:
    found = said(f"Giao Phòng Kinh tế {first} {when}, {then} trước ngày 31/8/2026.")
    told = " ".join(found.get("time", []) + found.get("?", []))
    assert when.removeprefix("xong ") in told
    assert "trước ngày 31/8/2026" in told


@pytest.mark.parametrize(
    ("text", "time", "doubted"),
    [
        ("khởi công quý I/2026, hoàn thành trước 31/8/2026", ["quý I/2026", "hoàn thành trước 31/8/2026"], None),
        ("kiểm tra quý II/2026, báo cáo trước ngày 15/7/2026", ["trước ngày 15/7/2026"], ["quý II/2026"]),
        ("báo cáo quý I/2026, gửi trước ngày 15/4/2026", ["trước ngày 15/4/2026"], None),
        ("kiểm tra hằng tháng, báo cáo trước ngày 15/12/2026", ["hằng tháng", "trước ngày 15/12/2026"], None),
        (
            "báo cáo quý trước ngày 15/3/2026, báo cáo năm trước ngày 10/01/2026",
            ["trước ngày 15/3/2026"],
            ["trước ngày 10/01/2026"],
        ),
        ("hoàn thành trước ngày 15/12/2025", None, ["hoàn thành trước ngày 15/12/2025"]),
        ("triển khai kế hoạch đã ban hành trước ngày 10/01/2026", None, None),
    ],
)
def test_days_before_the_issue_and_periods_of_acts_are_told(
    text: str, time: list[str] | None, doubted: list[str] | None
) -> None:
    found = said(f"Giao Phòng Kinh tế {text}.")
    assert (found.get("time"), found.get("?")) == (time, doubted)


def test_how_often_is_none_where_the_act_behind_it_has_a_day_of_its_own() -> None:
    found = said("Hằng năm, tổ chức tổng kết trước ngày 15/12/2026.", is_led=True)
    assert (found["time"], found["?"]) == (["trước ngày 15/12/2026"], ["Hằng năm"])


@pytest.mark.parametrize(
    ("text", "coop"),
    [
        ("Phối hợp chặt chẽ, thường xuyên với Công an xã kiểm tra.", ["Công an xã"]),
        ("Tích cực phối hợp với Công an xã vận động hội viên.", ["Công an xã"]),
        ("Chủ động, kịp thời phối hợp với Công an xã xử lý.", ["Công an xã"]),
        ("Có trách nhiệm phối hợp với Công an xã kiểm tra.", ["Công an xã"]),
        ("Rà soát hồ sơ; thường xuyên phối hợp với Công an xã kiểm tra.", ["Công an xã"]),
        ("Rà soát hồ sơ, phối hợp với Công an xã kiểm tra.", ["Công an xã"]),
        ("Đôn đốc các ấp rà soát; phối hợp với Công an xã kiểm tra.", ["Công an xã"]),
        ("Hướng dẫn các ấp rà soát, phối hợp với Công an xã kiểm tra.", None),
        ("Hướng dẫn các ấp phối hợp với Công an xã kiểm tra.", None),
        ("Xây dựng quy chế phối hợp với Công an xã.", None),
    ],
)
def test_whoever_helps_is_read_at_each_act_of_those_named_above(text: str, coop: list[str] | None) -> None:
    assert said(text, is_led=True).get("coop") == coop


def test_whoever_helps_is_read_below_and_behind_the_words_that_say_who_leads() -> None:
    kt, help_ = "Phòng Kinh tế", ["Phòng Nội vụ, Công an xã và các cơ quan, đơn vị"]
    act = f"hủ trì, phối hợp với {help_[0]} nghiên cứu quy trình."
    assert said(f"b) Giao Phòng Kinh tế\nC{act} Đồng thời, tham mưu kinh phí.") == {"lead": [kt], "coop": help_}
    assert said(f"Giao Phòng Kinh tế rà soát. C{act}") == {"lead": [kt], "coop": help_}


@pytest.mark.parametrize(
    ("text", "time", "doubted"),
    [
        ("Thường xuyên theo dõi tiến độ giải ngân, kịp thời tham mưu.", ["Thường xuyên"], None),
        ("Thường xuyên tổng rà soát người nghiện, lập danh sách.", ["Thường xuyên"], None),
        ("Thường xuyên nắm tình hình, định kỳ hằng tháng báo cáo UBND xã.", ["định kỳ hằng tháng"], None),
        ("Rà soát nhiệm vụ thường xuyên theo dõi.", None, None),
        ("Hằng tháng họp dân. Trước 16 giờ hằng tuần báo cáo.", ["Hằng tháng"], ["Trước 16 giờ"]),
        ("Tổ chức hội nghị trong tháng 5/2026 bảo đảm hiệu quả.", ["trong tháng 5/2026"], None),
        ("Rà soát, đề xuất, báo cáo UBND tỉnh trong tháng 5 năm 2026.", ["trong tháng 5 năm 2026"], None),
        ("Gửi báo cáo về Sở Nội vụ trong tháng 6/2026.", ["trong tháng 6/2026"], None),
        ("Báo cáo UBND tỉnh số vụ việc trong tháng 6/2026.", None, None),
    ],
)
def test_how_long_and_when_of_acts_of_those_named_above(
    text: str, time: list[str] | None, doubted: list[str] | None
) -> None:
    found = said(text, is_led=True)
    assert (found.get("time"), found.get("?")) == (time, doubted)
