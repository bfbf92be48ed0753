"""How real offices set what the decree leaves free, or set wrong in another way than the words of a finding say."""

import pytest

from kshc_cli.documents.word.metrics import PADDING, width
from tests.documents.layout.offices import (
    FIRST,
    LAST,
    PLAIN,
    SECOND,
    XA,
    Body,
    about,
    decision,
    head,
    letter,
    made,
    named,
)
from tests.documents.layout.sound import BOLD, CENTRED, ITALIC, MOTTO, NATION, line, size
from tests.documents.layout.test_rules import failed, findings
from tests.documents.word_xml import p, r, tbl, tc, tr

INSIDE = '<w:tblBorders><w:insideH w:val="single"/></w:tblBorders>'
SUBJECT, SECOND_LINE = "Đẩy mạnh công tác chuyển đổi số", "và cải cách hành chính năm 2026"
LOOK = BOLD + size(14)
DATED = "Tân Phú, ngày 09 tháng 01 năm 2026"


def faults(body: Body) -> set[str]:
    return failed(made(body, PLAIN))


def messages(body: Body) -> set[str]:
    return {each.message for each in findings(made(body, PLAIN))}


def plan(text: str = "") -> Body:
    return named(PLAIN, "KẾ HOẠCH", SUBJECT, "Số: 05/KH-UBND", text=text)


def changed(body: Body, old: str, new: str) -> Body:
    assert old in body
    return body.replace(old, new, 1)


def test_whom_a_letter_goes_to_may_stand_in_the_table_of_the_heading() -> None:
    listed = p("- Sở Nội vụ;", "", size(14)) + p("- Sở Tài chính.", "", size(14))
    row = tr(tc(p("Kính gửi:", '<w:jc w:val="right"/>', size(14))), tc(listed))
    whole = letter(PLAIN)
    top = head(PLAIN, XA, "Số: 15/UBND-VP", about("V/v báo cáo kết quả rà soát"))
    addressed = p("Kính gửi: Sở Nội vụ tỉnh Đồng Tháp", CENTRED, size(14))
    inside = changed(changed(whole, top, top.replace("</w:tbl>", f"{row}</w:tbl>")), addressed, "")
    dated = inside.replace(FIRST, f"Thực hiện Kế hoạch số 12/KH-UBND được ban hành vào {DATED.partition(', ')[2]}.", 1)
    assert faults(inside) == faults(dated) == set()
    assert faults(changed(whole, addressed, "")) == {"nd30.8-components"}


def test_a_subject_without_its_sign_is_no_missing_subject() -> None:
    assert faults(letter(PLAIN, under=about("Về kết quả rà soát"))) == {"nd30.I.II.5-letter-subject"}


@pytest.mark.parametrize("borders", [INSIDE, INSIDE.replace("</w:tbl", '<w:bottom w:val="nil"/></w:tbl')])
def test_a_line_between_rows_shows_nothing_in_a_table_of_one_row(borders: str) -> None:
    before, _table, after = plan().rpartition("<w:tblPr>")
    assert faults(f"{before}<w:tblPr>{borders}{after}") == set()


def test_a_subject_may_stand_in_a_frame_of_one_cell() -> None:
    subject = p(SUBJECT, CENTRED, LOOK)
    assert faults(changed(plan(), subject, tbl(tr(tc(subject)), grid='<w:gridCol w:w="9354"/>'))) == set()


def test_lines_of_a_subject_may_have_a_level_of_the_outline() -> None:
    level = f'{CENTRED}<w:outlineLvl w:val="5"/>'
    lines = p(SUBJECT, level, LOOK) + p(SECOND_LINE, level, LOOK)
    assert faults(changed(plan(), p(SUBJECT, CENTRED, LOOK), lines)) == set()


@pytest.mark.parametrize("heading", ["Phần thứ nhất", "KẾT QUẢ THỰC HIỆN"])
def test_a_heading_in_the_middle_is_no_line_of_the_subject(heading: str) -> None:
    body = named(PLAIN, "BÁO CÁO", SUBJECT, "Số: 05/BC-UBND")
    text = PLAIN.text_of(FIRST)
    assert "nd30.I.II.5-subject" not in faults(changed(body, text, p(heading, CENTRED, LOOK) + text))


@pytest.mark.parametrize("font", ["Times New Roman;Arial", "Times New Roman Bold;Times New Roman"])
def test_of_a_list_of_fonts_the_first_is_used(font: str) -> None:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    text = PLAIN.text_of(SECOND)
    assert faults(changed(plan(), text, text.replace("<w:rPr>", f"<w:rPr>{fonts}"))) == set()
    other = fonts.replace(font, f"Arial;{font}")
    assert faults(changed(plan(), text, text.replace("<w:rPr>", f"<w:rPr>{other}"))) == {"nd30.I.I.4-font"}


def test_the_name_of_the_font_in_postscript_is_its_name() -> None:
    fonts = '<w:rFonts w:ascii="TimesNewRomanPSMT" w:hAnsi="TimesNewRomanPS-BoldMT"/>'
    text = PLAIN.text_of(SECOND)
    assert faults(changed(plan(), text, text.replace("<w:rPr>", f"<w:rPr>{fonts}"))) == set()


def test_a_line_of_a_subject_may_name_statutes() -> None:
    lines = ("Về việc đổi tên Hội Người cao tuổi và phê duyệt", "Điều lệ của Hội Người cao tuổi xã Tân Phú")
    assert faults(decision(PLAIN, subject=lines)) == set()


def test_enacting_words_that_are_misspelt_are_not_missing() -> None:
    assert faults(changed(decision(PLAIN), "QUYẾT ĐỊNH:", "QUYẾT DỊNH:")) == {"nd30.I.II.6-enacting"}


def test_what_a_decision_issues_is_no_decision_though_it_has_its_number() -> None:
    said = "(Kèm theo Quyết định số 05/QĐ-UBND ngày 09 tháng 01 năm 2026 của Chủ tịch Ủy ban nhân dân xã Tân Phú)"
    statutes = p("ĐIỀU LỆ CỦA HỘI NGƯỜI CAO TUỔI", "", LOOK) + p(said, CENTRED, ITALIC + size(14))
    body = head(PLAIN, XA, "Số:       /QĐ-UBND") + statutes + PLAIN.text_of(FIRST, LAST)
    assert not faults(body) & {"nd30.8-components", "nd30.I.II.6-enacting", "nd30.I.II.6-articles"}


def test_white_letters_under_a_signature_are_no_signer() -> None:
    white = p("hdfd", "", '<w:color w:val="FFFFFF"/>' + size(22))
    name = p("Trần Văn Nam", CENTRED, LOOK)
    assert faults(changed(plan(), name, white + name)) == {"nd30.I.I.4-colour"}


def test_a_line_break_may_part_the_name_of_an_annex_from_what_it_belongs_to() -> None:
    words = "DANH SÁCH NHIỆM VỤ"
    said = "(Đính kèm Kế hoạch số 05/KH-UBND ngày 09 tháng 01 năm 2026 của Ủy ban nhân dân xã)"
    name = f"<w:p><w:pPr>{CENTRED}</w:pPr>{r(words, LOOK)}<w:r><w:br/></w:r>{r(said, ITALIC + size(14))}</w:p>"
    text = PLAIN.text_of("Các nhiệm vụ nêu tại Phụ lục kèm theo Kế hoạch này.", LAST)
    annex = p("", PLAIN.section()) + p("Phụ lục", CENTRED, LOOK) + name + PLAIN.text_of(FIRST) + PLAIN.section()
    assert faults(plan(text) + annex) == set()


def test_what_is_quoted_in_whole_paragraphs_may_be_italic() -> None:
    quoted = p("“1. Các sở, ban, ngành rà soát;", PLAIN.running, ITALIC) + p(f"{SECOND}”", PLAIN.running, ITALIC)
    own = p(SECOND, PLAIN.running, ITALIC)
    assert faults(plan(PLAIN.text_of(FIRST) + quoted + PLAIN.text_of(LAST))) == set()
    assert faults(plan(PLAIN.text_of(FIRST) + quoted + own + PLAIN.text_of(LAST))) == {"nd30.I.II.6-upright"}


def test_words_that_lead_to_a_list_may_be_italic() -> None:
    lead = p("- Tổng số hồ sơ được tiếp nhận trong năm:", PLAIN.running, ITALIC)
    assert faults(plan(PLAIN.text_of(FIRST) + lead + PLAIN.text_of("+ Trực tiếp: 20.", LAST))) == set()


def test_lines_that_spaces_set_are_not_measured() -> None:
    spaced = p("      V/v rà soát quy định", "", size(12)) + p(" về thủ tục hành chính năm 2026", "", size(12))
    left = spaced.replace("      V/v", "V/v")
    assert faults(letter(PLAIN, under=spaced)) == set()
    assert faults(letter(PLAIN, under=left)) == {"nd30.I.II.5-letter-subject"}


@pytest.mark.parametrize(("share", "fault"), [(0.98, set()), (0.6, {"nd30.I.II.1-tieu-ngu"})])
def test_words_as_wide_as_their_column_stand_in_its_middle(share: float, fault: set[str]) -> None:
    room = width(NATION, 13, bold=True)
    right = f'<w:ind w:right="{5954 - PADDING - round(share * room)}"/>'
    centred = f'<w:ind w:right="{5954 - PADDING - round(room)}"/>{CENTRED}'
    nation, motto = p(NATION, CENTRED, BOLD + size(13)), p(MOTTO, CENTRED, BOLD + size(14))
    body = changed(changed(plan(), nation, nation.replace(CENTRED, right)), motto, motto.replace(CENTRED, centred))
    assert {each for each in faults(body) if "tieu-ngu" in each} == fault


def test_a_brace_may_say_why_several_get_the_document() -> None:
    braced = ("- Như trên;", "- Cổng thông tin điện tử;      Để đăng", "- Báo Đồng Tháp;  tin", "- Lưu: VT, VP.")
    assert faults(letter(PLAIN, to=braced)) == set()
    assert faults(letter(PLAIN, to=("- Như trên;", "- Sở Nội vụ", "- Lưu: VT, VP."))) == {"nd30.I.II.9-list"}


def test_quoc_hieu_and_tieu_ngu_may_be_one_paragraph() -> None:
    two = p(NATION, CENTRED, BOLD + size(13)) + p(MOTTO, CENTRED, BOLD + size(14))
    one = f"<w:p><w:pPr>{CENTRED}</w:pPr>{r(f'{NATION} ', BOLD + size(13))}{r(MOTTO, BOLD + size(14))}</w:p>"
    assert faults(changed(plan(), two, one)) == set()


def test_a_date_with_a_misspelt_word_is_no_missing_date() -> None:
    assert faults(changed(plan(), DATED, DATED.replace("tháng", "háng"))) == {"nd30.I.II.4-date"}


def test_the_procuracy_may_have_a_capital_for_what_it_does() -> None:
    for words, found in (("Viện Kiểm sát nhân dân", set()), ("Viện Kiểm Sát nhân dân", {"nd30.II-bodies"})):
        assert faults(plan(PLAIN.text_of(f"Đề nghị {words} tỉnh phối hợp.", LAST))) == found


def test_a_line_that_is_too_short_is_no_missing_line() -> None:
    top = head(PLAIN, XA, "Số: 05/KH-UBND")
    start = top.index(line(0)[: line(0).index("<wp:extent")])
    end = top.index("</w:p>", start) + len("</w:p>")
    number = p("Số: 05/KH-UBND", CENTRED, size(13))
    below = changed(top[:start] + top[end:], number, line(300) + number)
    said = messages(changed(plan(), top, below))
    assert any(each.startswith("The issuing body's name has a line of 5 mm under it") for each in said)
