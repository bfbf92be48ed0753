"""One fault of the words in a sound document: a Phụ lục, capitals, levels that ended; what is near it is sound."""

import pytest

from tests.documents.layout.kinds import SOUND
from tests.documents.layout.offices import PLAIN, annex, table
from tests.documents.layout.sound import BOLD, CENTRED, ITALIC, size
from tests.documents.layout.test_rules import failed
from tests.documents.layout.test_singles import PART, with_change
from tests.documents.word_xml import p

ANNEX_NUMBER, MENTIONED = "nd30.I.III.1-annex-number", "nd30.I.III.1-annex-mentioned"
BODIES, TEXTS = "nd30.II-bodies", "nd30.II-texts"
SAID = "Các nhiệm vụ cụ thể nêu tại Phụ lục I kèm theo Kế hoạch này."
COMMITTEE = "Ủy ban nhân dân xã Tân Phú)"
AIM = "Thực hiện nhiệm vụ được giao"
ORDER = "Nghị định số 30/2020/NĐ-CP"

ONE_FAULT = [
    (ANNEX_NUMBER, "plan with an annex", ">Phụ lục I<", ">Phụ lục 1<"),
    (ANNEX_NUMBER, "plan with an annex", ">Phụ lục I<", ">Phụ lục số 01<"),
    (ANNEX_NUMBER, "plan with an annex", ">Phụ lục I<", ">Phụ lục A<"),
    (ANNEX_NUMBER, "plan with a turned annex", ">Phụ lục I<", ">Phụ lục 02<"),
    (MENTIONED, "plan with an annex", SAID, "Các nhiệm vụ cụ thể được giao cho từng cơ quan."),
    (MENTIONED, "plan with one annex", SAID, "Các cơ quan tổ chức thực hiện Kế hoạch này."),
    ("nd30.I.II.5-title", "plan with an annex", ">Phụ lục I<", ">PHỤ LỤC I<"),
    ("nd30.I.II.5-subject", "plan with an annex", "DANH MỤC NHIỆM VỤ NĂM 2026", "Danh mục nhiệm vụ năm 2026"),
    ("nd30.mau-1.3-same-decision", "plan with an annex", "(Kèm theo Kế hoạch số 05/", "(Kèm theo Kế hoạch số 06/"),
    ("nd30.mau-1.3-same-decision", "plan with an annex", "05/KH-UBND ngày 09", "05/KH-UBND ngày 10"),
    (BODIES, "letter", AIM, "Thực hiện ý kiến của Ủy ban Nhân dân tỉnh"),
    (BODIES, "letter", AIM, "Thực hiện ý kiến của Uỷ Ban Nhân Dân tỉnh"),
    (BODIES, "letter", AIM, "Thực hiện ý kiến của ủy ban nhân dân xã Tân Phú"),
    (BODIES, "letter", AIM, "Thực hiện kiến nghị của Hội đồng Nhân dân tỉnh"),
    (BODIES, "report", AIM, "Thực hiện kiến nghị của hội đồng nhân dân xã"),
    (BODIES, "letter", AIM, "Theo công văn của Tòa án Nhân dân khu vực 3"),
    (BODIES, "submission", "Kính gửi: Ủy ban nhân dân tỉnh", "Kính gửi: Ủy ban Nhân dân tỉnh"),
    (BODIES, "decision", "Văn phòng Hội đồng nhân dân và", "Văn phòng Hội Đồng nhân dân và"),
    (BODIES, "plan with an annex", COMMITTEE, COMMITTEE.replace("ban nhân", "ban Nhân")),
    (TEXTS, "decision", f"Căn cứ {ORDER}", "Căn cứ nghị định số 30/2020/NĐ-CP"),
    (TEXTS, "decision", "tại Điều 1 chịu", "theo khoản 2 điều 1 chịu"),
    (TEXTS, "letter", AIM, "Thực hiện quyết định số 12/QĐ-UBND"),
    (TEXTS, "letter", AIM, "Thực hiện điều 5 Nghị định số 30/2020/NĐ-CP"),
    (TEXTS, "letter", AIM, "Thực hiện điểm a khoản 1, điều 7 của Luật Lưu trữ"),
    (TEXTS, "plan", AIM, "Thực hiện kế hoạch này"),
    (TEXTS, "resolution of a council", "thực hiện Nghị quyết này", "thực hiện nghị quyết này"),
]
NEAR_MISSES = [
    ("plan with an annex", ">Phụ lục I<", ">Phụ lục IV<"),
    ("plan with an annex", SAID, "Các nhiệm vụ cụ thể được giao (danh mục nhiệm vụ kèm theo)."),
    ("plan with an annex", SAID, "Nhiệm vụ được giao cho từng cơ quan (có các Phụ lục kèm theo)."),
    ("letter", AIM, "Thực hiện quy định về tổ chức của ủy ban nhân dân các cấp"),
    ("letter", AIM, "Thực hiện ý kiến của Uỷ ban nhân dân tỉnh"),
    ("letter", AIM, "Phát huy quyền làm chủ của Nhân dân"),
    ("letter", AIM, "Thực hiện ý kiến của UBND, HĐND tỉnh"),
    ("letter", AIM, "Mở tệp “Mẫu của Ủy ban Nhân dân tỉnh.docx”"),
    ("letter", AIM, "Thực hiện các quyết định này"),
    ("letter", AIM, "Thực hiện Nghị định số 30/2020/NĐ-CP, khoản 2 Điều 5 và điểm a khoản 1 Điều 7"),
    ("letter", AIM, "Ban hành nghị định, quyết định và điều 2 xe đi công tác"),
    ("letter", AIM, "Báo cáo tại điều kiện mới, hiện tại điều 2 xe đi công tác"),
    ("letter", AIM, "Thực hiện các nghị quyết số 12/NQ-CP và số 13/NQ-CP"),
    ("decision", "chịu trách nhiệm thi hành", "chịu trách nhiệm thi hành Quyết định này"),
]

AS_ABOVE, STOP, LEVEL, COMMUNE, PEOPLE = (
    "nd30.I.II.9-as-above",
    "practice.subject-stop",
    "practice.district-level",
    "practice.level-of-commune",
    "nd30.II-people",
)
PROPOSED = "Theo đề nghị của Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã."
OLD = "Căn cứ Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2025 của Ủy ban nhân dân huyện Cao Lãnh về công tác văn thư."
TO_SNV = "Kính gửi: Sở Nội vụ tỉnh Đồng Tháp"
ONE_FAULT += [
    (AS_ABOVE, "decision", "- Như Điều 2;", "- Như trên;"),
    (AS_ABOVE, "decision", "- Như Điều 2;", "- Như kính gửi;"),
    (AS_ABOVE, "resolution of a council", "- Ủy ban nhân dân tỉnh;", "- Như trên;"),
    (AS_ABOVE, "letter", "- Như trên;", "- Như Điều 2;"),
    (STOP, "letter", "V/v báo cáo kết quả rà soát", "V/v báo cáo kết quả rà soát."),
    (STOP, "decision", "Về việc thành lập Tổ công tác chuyển đổi số", "Về việc thành lập Tổ công tác chuyển đổi số."),
    (STOP, "report", "quý I<", "quý I.<"),
    (LEVEL, "letter", TO_SNV, "Kính gửi: Ủy ban nhân dân huyện Cao Lãnh"),
    (LEVEL, "letter", TO_SNV, "Kính gửi: Phòng Nội vụ thành phố Sa Đéc"),
    (LEVEL, "letter", TO_SNV, "Kính gửi: UBND TP. Sa Đéc"),
    (LEVEL, "submission", "Ủy ban nhân dân tỉnh", "Ủy ban nhân dân thị xã Hồng Ngự"),
    (LEVEL, "decision", "- Sở Nội vụ (b/c);", "- UBND các huyện, thị xã, thành phố;"),
    (LEVEL, "decision", "- Sở Nội vụ (b/c);", "- UBND các xã, phường, thị trấn;"),
    (LEVEL, "decision", "- Sở Nội vụ (b/c);", "- Huyện ủy Cao Lãnh (b/c);"),
    (LEVEL, "decision", PROPOSED, "Theo đề nghị của Trưởng phòng Nội vụ huyện Cao Lãnh."),
    (
        LEVEL,
        "decision",
        PROPOSED,
        OLD.replace("tháng 3 năm 2025", "tháng 9 năm 2025"),
    ),
    (LEVEL, "letter", "Tân Phú, ngày 09", "Huyện Cao Lãnh, ngày 09"),
    (COMMUNE, "letter", "kết quả rà soát<", "kết quả rà soát trên địa bàn phường Tân Phú<"),
    (COMMUNE, "plan", "Chuyển đổi số năm 2026", "Về phường Tân Phú năm 2026"),
    (PEOPLE, "letter", AIM, "Thực hiện nguyện vọng của nhân dân"),
    (PEOPLE, "report", AIM, "Vận động cán bộ và nhân dân"),
    (PEOPLE, "letter", AIM, "Thực hiện nguyện vọng của Nhân Dân"),
]
NEAR_MISSES += [
    ("letter", "V/v báo cáo kết quả rà soát", "V/v báo cáo kết quả rà soát …"),
    ("letter", TO_SNV, "Kính gửi: Ủy ban nhân dân Thành phố Hồ Chí Minh"),
    ("letter", TO_SNV, "Kính gửi: UBND TP. Cần Thơ"),
    ("letter", TO_SNV, "Kính gửi: Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương"),
    ("letter", TO_SNV, "Kính gửi: Bệnh viện Đa khoa huyện Cao Lãnh"),
    ("letter", "ngày 09 tháng 01 năm 2026", "ngày 09 tháng 01 năm 2025"),
    ("decision", PROPOSED, OLD),
    ("decision", "- Sở Nội vụ (b/c);", "- UBND các xã, phường, đặc khu;"),
    ("letter", AIM, "Thực hiện Luật Quân đội nhân dân và Công an nhân dân"),
    ("letter", AIM, "Phát huy quyền làm chủ của Nhân dân"),
    ("letter", AIM, "Học tập kinh nghiệm của phường Tân Phú"),
    ("letter", "kết quả rà soát<", "kết quả rà soát hồ sơ của phường Tân Phú cũ<"),
    ("letter", "kết quả rà soát<", "kết quả rà soát với phường Tân Phú, tỉnh Đồng Nai<"),
    ("letter", "kết quả rà soát<", "kết quả rà soát của phường Tân Phú Đông<"),
    ("letter", "kết quả rà soát<", "kết quả rà soát trên địa bàn xã Tân Phú<"),
]

ABOUT, TO, LIST = "nd30.I.II.5-letter-subject", "nd30.I.II.9-addressees", "nd30.I.II.9-addressees-list"
ADDRESSED = p(TO_SNV, CENTRED, size(14))
ONE_FAULT += [
    *((ABOUT, "letter", "V/v báo cáo", wrong) for wrong in ("V/V báo cáo", "v/v báo cáo", "Về việc báo cáo")),
    (ABOUT, "letter", "V/v báo cáo", "V/v: báo cáo"),
    (ABOUT, "letter", p("V/v báo cáo kết quả rà soát", CENTRED, size(12)), p("V/v rà soát", CENTRED, BOLD + size(12))),
    (ABOUT, "letter", p("V/v báo cáo kết quả rà soát", CENTRED, size(12)), p("V/v rà soát", CENTRED, size(14))),
    (TO, "letter", ADDRESSED, p(TO_SNV, CENTRED, BOLD + size(14))),
    (TO, "letter", ADDRESSED, p(TO_SNV, CENTRED, ITALIC + size(14))),
    (TO, "letter", ADDRESSED, p(TO_SNV, CENTRED, size(11))),
    (TO, "letter", "Kính gửi: Sở", "Kính gửi Sở"),
    (TO, "letter", "Kính gửi: Sở", "KÍNH GỬI: Sở"),
    (LIST, "letter to several", "- Sở Nội vụ tỉnh Đồng Tháp;", "- Sở Nội vụ tỉnh Đồng Tháp"),
    (LIST, "letter to several", "- Sở Nội vụ tỉnh Đồng Tháp;", "Sở Nội vụ tỉnh Đồng Tháp;"),
    (LIST, "letter to several", "các xã, phường.", "các xã, phường"),
    ("nd30.I.II.7-position", "letter", ">CHỦ TỊCH<", ">Chủ tịch<"),
    ("nd30.I.II.7-position", "minutes", ">CHỦ TỌA<", ">Chủ tọa<"),
    *(
        ("nd30.I.II.7-signer", "minutes", ">Trần Văn Nam<", f">{degree} Trần Văn Nam<")
        for degree in ("ThS.", "TS", "Đ/c", "Thạc sĩ")
    ),
]
BROKEN = '</w:t><w:br/><w:t xml:space="preserve">'
NEAR_MISSES += [
    ("decision", "- Lưu: VT, VP.", f"- Lưu: VT,{BROKEN}VP."),
    ("decision", "- Sở Nội vụ (b/c);", f"- Sở Nội vụ{BROKEN}(b/c);"),
    ("letter to several", "- Sở Nội vụ tỉnh Đồng Tháp;", f"- Sở Nội vụ{BROKEN}tỉnh Đồng Tháp;"),
    ("decision", "ngày 09 tháng 01 năm 2026", "ngày 10 tháng 12 năm 2026"),
    ("submission", "Kính gửi: Ủy", "Kính trình: Ủy"),
    ("letter", TO_SNV, f"{TO_SNV}."),
    ("letter", "V/v báo cáo", "V/v\u00a0báo cáo"),
]

AUTHORITY = p("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN PHÚ", CENTRED, BOLD + size(14))
ONE_FAULT += [
    ("nd30.I.II.6-authority-named", "decision", AUTHORITY, ""),
    ("nd30.I.II.7-prefix", "report", ">KT. CHỦ TỊCH<", ">CHỦ TỊCH<"),
    ("nd30.I.II.7-prefix", "decision by a deputy", ">KT. CHỦ TỊCH<", ">CHỦ TỊCH<"),
]
SIGNER, ISSUER, TEXTS_RULE = "nd30.I.II.7-signer", "nd30.I.II.2-issuer", "nd30.II-texts"
LAW = "Căn cứ Luật Tổ chức chính quyền"
ONE_FAULT += [
    (SIGNER, "letter", ">Trần Văn Nam<", ">Trần văn Nam<"),
    (SIGNER, "report", ">Lê Thị Hoa<", ">Lê Thị hoa<"),
    (SIGNER, "letter", ">Trần Văn Nam<", ">Trần Văn Nam.<"),
    (ISSUER, "report", ">XÃ TÂN PHÚ<", ">XÃ TÂN PHÚ.<"),
    (ISSUER, "report", ">ỦY BAN NHÂN DÂN<", ">Ủy ban nhân dân<"),
    ("nd30.I.II.2-parent", "letter of a department", ">TỈNH ĐỒNG THÁP<", ">tỉnh Đồng Tháp<"),
    ("nd30.I.II.3-number", "report", "09/BC-UBND", "09/BC-UBND."),
    ("nd30.I.II.5-subject", "decision", "Về việc thành lập", "về việc thành lập"),
    ("nd30.I.III.1-annex-number", "plan with an annex", ">Phụ lục I<", ">Phụ lục i<"),
    (TEXTS_RULE, "decision", LAW, "Căn cứ luật tổ chức chính quyền"),
    (TEXTS_RULE, "decision", LAW, "Căn cứ Luật tổ chức chính quyền"),
]
NEAR_MISSES += [
    ("letter", ">Trần Văn Nam<", ">Đại tá Y Blan Niê<"),
    ("letter", ">Trần Văn Nam<", ">H’Hen Niê<"),
    ("decision", LAW, "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức chính quyền"),
]
AUTHORITY = p("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN PHÚ", CENTRED, BOLD + size(14))
ONE_FAULT += [
    ("nd30.I.II.6-authority-named", "decision", AUTHORITY, ""),
    ("nd30.I.II.7-prefix", "report", ">KT. CHỦ TỊCH<", ">CHỦ TỊCH<"),
    ("nd30.I.II.7-prefix", "decision by a deputy", ">KT. CHỦ TỊCH<", ">CHỦ TỊCH<"),
]
NEAR_MISSES += [("minutes", ">THƯ KÝ<", ">PHÓ CHỦ TỌA<")]


@pytest.mark.parametrize(("rule", "name", "old", "new"), ONE_FAULT)
def test_a_single_fault_breaks_one_rule(rule: str, name: str, old: str, new: str) -> None:
    assert failed(with_change(name, old, new)) == {rule}


@pytest.mark.parametrize(("name", "old", "new"), NEAR_MISSES)
def test_what_is_near_a_fault_is_sound(name: str, old: str, new: str) -> None:
    assert failed(with_change(name, old, new)) == set()


def test_several_annexes_without_numbers_are_found() -> None:
    second = p("", PLAIN.section()) + annex("Phụ lục")
    titled = annex("Phụ lục")
    parts = with_change("plan with one annex", titled, titled + table() + second)
    assert failed(parts) == {ANNEX_NUMBER}
    numbered = annex("Phụ lục I") + table() + p("", PLAIN.section()) + annex("Phụ lục II")
    of_several = with_change("plan with one annex", titled, numbered)
    assert failed(of_several) == {MENTIONED}
    assert failed(with_words(of_several, "Phụ lục I kèm", "Phụ lục I, Phụ lục II kèm")) == set()
    assert failed(with_words(of_several, "tại Phụ lục I kèm", "tại các Phụ lục kèm")) == set()
    skipped = with_words(of_several, ">Phụ lục II<", ">Phụ lục III<")
    assert failed(with_words(skipped, "Phụ lục I kèm", "Phụ lục I và Phụ lục III kèm")) == {ANNEX_NUMBER}


def test_the_annexes_of_each_text_are_counted_by_themselves() -> None:
    parts = SOUND["plan with an annex"]
    xml = parts[PART].decode()
    first, last = xml.index("<w:body>") + len("<w:body>"), xml.rindex("<w:sectPr>")
    body = xml[first:last]
    twice = {**parts, PART: (xml[:last] + p("", PLAIN.section()) + body + xml[last:]).encode()}
    assert ANNEX_NUMBER not in failed(twice)


def with_words(parts: dict[str, bytes], old: str, new: str) -> dict[str, bytes]:
    xml = parts[PART].decode()
    assert old in xml
    return {**parts, PART: xml.replace(old, new, 1).encode()}


@pytest.mark.parametrize(("day", "ended"), [("30 tháng 6 năm 2025", False), ("01 tháng 7 năm 2025", True)])
def test_the_district_level_ended_on_the_first_of_july_2025(day: str, *, ended: bool) -> None:
    parts = with_change("letter", "09 tháng 01 năm 2026", day)
    to_a_district = with_words(parts, TO_SNV, "Kính gửi: Ủy ban nhân dân huyện Cao Lãnh")
    assert (LEVEL in failed(to_a_district)) is ended
    of_a_district = with_words(parts, "XÃ TÂN PHÚ", "HUYỆN CAO LÃNH")
    assert ("practice.district-names" in failed(of_a_district)) is ended
