"""The components of official documents are found in files of any office, whatever their styles."""

import dataclasses

import pytest

from kshc_cli.documents.components.act import Act, ActKind, OfficialDocument
from kshc_cli.documents.components.recognition import recognised
from kshc_cli.documents.word.body import Block, Paragraph
from kshc_cli.documents.word.body_reader import read_body
from tests.documents.word_xml import p, read, tbl, tc, tr

CENTRED, BOLD = '<w:jc w:val="center"/>', "<w:b/>"
BORDERS = '<w:tblBorders><w:top w:val="single"/><w:bottom w:val="single"/><w:insideH w:val="single"/></w:tblBorders>'
SECTION = p("", '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>')


def centred(text: str) -> str:
    return p(text, CENTRED, BOLD)


def plain(*texts: str) -> str:
    return "".join(map(p, texts))


def heading(left: str, right: str = "", number: str = "", date: str = "") -> str:
    nation = centred("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM") + centred("Độc lập – Tự do – Hạnh phúc") + right
    rows = tr(tc(left), tc(nation))
    return tbl(rows + (tr(tc(p(number)), tc(p(date))) if number else ""))


def signature(recipients: str, *position: str) -> str:
    return tbl(tr(tc(recipients), tc("".join(map(centred, position)))))


def document(body: str) -> OfficialDocument:
    return recognised(read(body))


def words(act: Act) -> dict[str, list[str]]:
    """Return what stands in each component that is there."""
    parts = (field.name for field in dataclasses.fields(act) if field.type not in {ActKind, str})
    found = {name: getattr(act, name) for name in parts}
    return {name: list(map(said, blocks)) for name, blocks in found.items() if blocks}


def said(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else f"table {block.number}"


DECISION = (
    heading(
        p("UBND TỈNH ĐỒNG THÁP", CENTRED) + centred("SỞ NỘI VỤ"),
        number="Số: 15/QĐ-SNV",
        date="Đồng Tháp, ngày 09 tháng 01 năm 2024",
    )
    + p("")
    + centred("QUYẾT ĐỊNH")
    + centred("Về việc ban hành Kế hoạch kiểm soát thủ tục hành chính")
    + centred("GIÁM ĐỐC SỞ NỘI VỤ")
    + plain("Căn cứ Luật Tổ chức chính quyền địa phương;", "Xét đề nghị của Chánh Văn phòng.")
    + centred("QUYẾT ĐỊNH:")
    + plain("Điều 1. Ban hành Kế hoạch.", "Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.")
    + signature(plain("Nơi nhận:", "- Như Điều 2;", "- Lưu: VT."), "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Lê Thị Ánh")
)
DECISION_WORDS = {
    "parent": ["UBND TỈNH ĐỒNG THÁP"],
    "issuer": ["SỞ NỘI VỤ"],
    "nation": ["CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    "motto": ["Độc lập – Tự do – Hạnh phúc"],
    "number": ["Số: 15/QĐ-SNV"],
    "place_date": ["Đồng Tháp, ngày 09 tháng 01 năm 2024"],
    "title": ["QUYẾT ĐỊNH"],
    "subject": ["Về việc ban hành Kế hoạch kiểm soát thủ tục hành chính"],
    "authority": ["GIÁM ĐỐC SỞ NỘI VỤ"],
    "bases": ["Căn cứ Luật Tổ chức chính quyền địa phương;", "Xét đề nghị của Chánh Văn phòng."],
    "enacting": ["QUYẾT ĐỊNH:"],
    "content": ["Điều 1. Ban hành Kế hoạch.", "Điều 2. Quyết định này có hiệu lực kể từ ngày ký./."],
    "recipients_label": ["Nơi nhận:"],
    "recipients": ["- Như Điều 2;", "- Lưu: VT."],
    "position": ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
    "signer": ["Lê Thị Ánh"],
}


def test_the_projects_own_document(document: bytes) -> None:
    decision, plan = recognised(read_body(document)).acts
    assert (decision.kind, plan.kind) == (ActKind.DECISION, ActKind.ATTACHED)
    assert [len(getattr(decision, name)) for name in ("bases", "content", "recipients", "position", "signer")] == [
        8,
        3,
        12,
        1,
        1,
    ]
    assert [said(one) for one in plan.parent + plan.issuer + plan.title] == [
        "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", "ỦY BAN NHÂN DÂN THÀNH PHỐ SA ĐÉC", "KẾ HOẠCH",
    ]  # fmt: skip
    assert said(plan.reference[0]).startswith("(Ban hành kèm theo Quyết định số")
    assert not plan.number + plan.position + plan.recipients + plan.others + decision.others
    assert [said(block) for block in plan.content].count("table 4") == 1


def test_a_decision_without_any_styles() -> None:
    (act,) = document(DECISION).acts
    assert act.kind is ActKind.DECISION
    assert words(act) == DECISION_WORDS


def test_an_attached_plan_without_a_heading_of_its_own() -> None:
    tasks = tbl(tr(tc(p("STT")), tc(p("Nội dung"))), properties=BORDERS)
    plan = (
        centred("KẾ HOẠCH")
        + centred("Kiểm soát thủ tục hành chính năm 2024")
        + p("(Kèm theo Quyết định số 15/QĐ-SNV ngày 09 tháng 01 năm 2024 của Sở Nội vụ)", CENTRED)
        + plain("Thực hiện Quyết định số 01, Sở xây dựng Kế hoạch:", "I. NỘI DUNG")
        + tasks
        + plain("II. TỔ CHỨC THỰC HIỆN", "Nơi nào chậm thì báo cáo./.")
    )
    for between in ("", SECTION):
        found = document(DECISION + between + plan)
        decision, attached = found.acts
        assert words(decision) == DECISION_WORDS
        assert attached.kind is ActKind.ATTACHED
        assert words(attached) == {
            "title": ["KẾ HOẠCH"],
            "subject": ["Kiểm soát thủ tục hành chính năm 2024"],
            "reference": ["(Kèm theo Quyết định số 15/QĐ-SNV ngày 09 tháng 01 năm 2024 của Sở Nội vụ)"],
            "content": ["Thực hiện Quyết định số 01, Sở xây dựng Kế hoạch:", "I. NỘI DUNG", "table 3",
                        "II. TỔ CHỨC THỰC HIỆN", "Nơi nào chậm thì báo cáo./."],
        }  # fmt: skip
        assert not found.strays
        assert (found.main, found.attached) == (decision, attached)


def test_a_plan_that_is_issued_by_itself() -> None:
    body = (
        heading(
            centred("ỦY BAN NHÂN DÂN") + centred("THÀNH PHỐ SA ĐÉC") + p("_______", CENTRED),
            number="Số:      /KH-UBND",
            date="Sa Đéc, ngày      tháng 01 năm 2024",
        )
        + centred("KẾ HOẠCH")
        + centred("Cải cách hành chính năm 2024")
        + plain(
            "Căn cứ Quyết định số 01/QĐ-UBND;", "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "CHỦ TỊCH UBND các xã báo cáo./."
        )
        + signature(plain("Nơi nhận:", "- Lưu: VT."), "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Đã ký)", "Nguyễn Văn Hon")
    )
    (act,) = document(body).acts
    assert act.kind is ActKind.NAMED
    found = words(act)
    assert found["issuer"] == ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ SA ĐÉC"]
    assert "parent" not in found
    assert (found["number"], found["place_date"]) == (["Số:      /KH-UBND"], ["Sa Đéc, ngày      tháng 01 năm 2024"])
    assert found["subject"] == ["Cải cách hành chính năm 2024"]
    assert len(found["content"]) == 4
    assert (found["position"], found["signer"]) == (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], ["Nguyễn Văn Hon"])
    assert found["others"] == ["_______", "(Đã ký)"]


def test_a_signature_that_stands_in_paragraphs() -> None:
    body = centred("KẾ HOẠCH") + centred("Năm 2024") + plain("1. Việc.", "2. Việc khác./.")
    ended = body + centred("CHỦ TỊCH") + p("") + centred("Nguyễn Văn Hon")
    (act,) = document(ended).acts
    assert (words(act)["position"], words(act)["signer"]) == (["CHỦ TỊCH"], ["Nguyễn Văn Hon"])
    (act,) = document(ended + plain("Nơi nhận:", "- Lưu: VT.")).acts
    assert (words(act)["recipients"], words(act)["content"]) == (["- Lưu: VT."], ["1. Việc.", "2. Việc khác./."])


def test_names_of_bodies_are_parted_by_their_first_words_or_by_weight() -> None:
    both_bold = heading(centred("UBND THÀNH PHỐ SA ĐÉC") + centred("PHÒNG NỘI VỤ")) + centred("KẾ HOẠCH")
    (act,) = document(both_bold).acts
    assert (words(act)["parent"], words(act)["issuer"]) == (["UBND THÀNH PHỐ SA ĐÉC"], ["PHÒNG NỘI VỤ"])
    by_weight = heading(p("TỔNG CÔNG TY X") + centred("NHÀ MÁY Y")) + centred("KẾ HOẠCH")
    (act,) = document(by_weight).acts
    assert (words(act)["parent"], words(act)["issuer"]) == (["TỔNG CÔNG TY X"], ["NHÀ MÁY Y"])


@pytest.mark.parametrize("place", ["AN BÌNH", "PHƯỜNG AN BÌNH"])
def test_a_name_that_only_becomes_bold_with_its_place_is_one(place: str) -> None:
    (act,) = document(heading(p("ỦY BAN NHÂN DÂN") + centred(place)) + centred("KẾ HOẠCH")).acts
    assert (words(act).get("parent"), words(act)["issuer"]) == (None, ["ỦY BAN NHÂN DÂN", place])


@pytest.mark.parametrize("first", ["I. MỤC ĐÍCH", "1. Mục đích"])
def test_a_subject_ends_where_a_number_begins(first: str) -> None:
    begun = heading(centred("UBND XÃ TÂN PHÚ")) + centred("KẾ HOẠCH") + centred("Cải cách hành chính năm 2024")
    (act,) = document(begun + centred(first) + plain("Các phòng, ban thực hiện.")).acts
    assert words(act)["subject"] == ["Cải cách hành chính năm 2024"]
    assert words(act)["content"] == [first, "Các phòng, ban thực hiện."]


def test_a_letter_may_name_whom_it_is_sent_to_in_the_table_of_its_heading() -> None:
    addressed = plain("", "Kính gửi: Sở Nội vụ tỉnh Đồng Tháp")
    sentences = ["Thực hiện ý kiến của Sở, xã báo cáo như sau.", "Hết."]
    (act,) = document(heading(centred("UBND XÃ TÂN PHÚ"), addressed) + plain(*sentences)).acts
    assert words(act)["issuer"] == ["UBND XÃ TÂN PHÚ"]
    assert words(act)["addressees"] == ["Kính gửi: Sở Nội vụ tỉnh Đồng Tháp"]
    assert words(act)["content"] == sentences


def test_what_stands_before_and_behind_belongs_to_no_text() -> None:
    table = tbl(tr(tc(p("Biểu mẫu"))), properties=BORDERS)
    found = document(plain("DỰ THẢO LẦN 2", "Kính trình") + DECISION + plain("Ghi chú của văn thư") + table)
    assert words(found.acts[0]) == DECISION_WORDS
    assert [said(block) for block in found.strays] == ["DỰ THẢO LẦN 2", "Kính trình", "Ghi chú của văn thư", "table 3"]


def test_capitals_inside_a_text_begin_no_other() -> None:
    body = DECISION.replace("Điều 1. Ban hành Kế hoạch.", "KẾ HOẠCH")
    (act,) = document(body).acts
    assert words(act)["content"][0] == "KẾ HOẠCH"


def test_a_letter_is_no_official_document() -> None:
    found = document(plain("Bà kính mến,", "Con vẫn khoẻ. Quyết định của bà con đã biết."))
    assert found.acts == ()
    assert len(found.strays) == 2
    assert document("").acts == ()


def test_an_issuer_may_hold_the_name_of_the_state() -> None:
    (act,) = document(heading(centred("CHỦ TỊCH NƯỚC") + centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))).acts
    assert words(act)["issuer"] == ["CHỦ TỊCH NƯỚC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert len(words(act)["nation"]) == 1


def test_what_stands_among_the_bases_is_one_until_the_line_that_enacts() -> None:
    basis = p("Căn cứ Luật Tổ chức chính quyền địa phương;")
    goes_on = basis + p("đã được sửa đổi, bổ sung năm 2025;")
    (act,) = document(DECISION.replace(basis, goes_on)).acts
    assert words(act)["bases"] == [
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "đã được sửa đổi, bổ sung năm 2025;",
        "Xét đề nghị của Chánh Văn phòng.",
    ]
    (act,) = document(DECISION.replace(centred("QUYẾT ĐỊNH:"), "")).acts
    assert words(act)["bases"] == DECISION_WORDS["bases"]


@pytest.mark.parametrize("copies", [["- Lưu: VT."], ["- Như Điều 2;", "- Lưu: VT."]])
def test_recipients_in_lines_above_a_signature_in_a_table(copies: list[str]) -> None:
    table = tbl(tr(tc(p("")), tc(centred("GIÁM ĐỐC") + p("") + centred("Lê Thị Ánh"))))
    (act,) = document(DECISION[: DECISION.rindex("<w:tbl>")] + plain("Nơi nhận:", *copies) + table).acts
    found = words(act)
    assert [found.get(name) for name in ("recipients", "position", "signer")] == [copies, ["GIÁM ĐỐC"], ["Lê Thị Ánh"]]
