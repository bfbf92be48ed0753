"""Documents of other offices, made by hand in Word, pass where they are laid out rightly."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kshc_cli.documents.layout.catalogue import RULES
from kshc_cli.documents.word.metrics import width
from kshc_cli.findings import Outcome
from tests.documents.layout import sound as made
from tests.documents.layout.sound import BOLD, BOTH, CENTRED, FONT, ITALIC, LONG, STYLES, size
from tests.documents.layout.test_rules import failed, findings, outcomes
from tests.documents.word_xml import p, r, tbl, tc, tr, word_parts

SMALL = f'<w:spacing w:before="60" w:after="60" w:line="276"/><w:ind w:firstLine="567"/>{BOTH}'
THIRTEEN = STYLES.replace('w:val="28"', 'w:val="26"')
BREAK, TAB = "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>"
PAGE = (
    '<w:pgSz w:w="11907" w:h="16840" w:code="9"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/>'
)
HEADER = '<w:headerReference w:type="default" r:id="header1"/>'
FRAMED = (
    '<w:p><w:pPr><w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="center" w:y="1"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
TABBED = (
    '<w:p><w:r><w:tab/></w:r><w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="-"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
BORDERLESS = '<w:gridCol w:w="3400"/><w:gridCol w:w="5700"/>'


def paragraph(properties: str, *runs: str) -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def vml(length: float) -> str:
    points = f"{length / 20:.1f}pt"
    return f'<w:r><w:pict><v:line from="0,2pt" to="{points},2pt"/></w:pict></w:r>'


def section(*extra: str) -> str:
    return f"<w:sectPr>{HEADER}{PAGE}<w:titlePg/>{''.join(extra)}</w:sectPr>"


def text_of_plan(style: str = SMALL) -> str:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return (
        p("Thực hiện Quyết định số 15/QĐ-UBND, Sở ban hành Kế hoạch như sau:", style)
        + p("I. MỤC ĐÍCH, YÊU CẦU", style, BOLD)
        + p("1. Mục đích", style.replace("567", "560"))
        + p(f"a) {LONG};", style)
        + paragraph(style, r("- Từ khóa", BOLD), r(f" {LONG}."))
        + p("Danh sách tự động", number)
        + p(f"(1) {LONG};", style)
        + p("b) Nhiệm vụ và giải pháp chủ yếu của các phòng, đơn vị", style, ITALIC)
        + p(f"(Ghi chú: {LONG}. {LONG}.)", "", ITALIC + size(11))
        + paragraph("", r("Đầu mối: bà Lê Thị Ánh, chuyên viên"), BREAK, r("Địa chỉ: số 1, đường Nguyễn Huệ, Sa Đéc"))
        + p("Bảng 1. Danh mục công việc", CENTRED, ITALIC)
        + p("(Có phụ lục chi tiết kèm theo)", CENTRED, ITALIC)
        + p("Đơn vị tính: thủ tục", '<w:jc w:val="right"/>')
        + p(f"Trên đây là kế hoạch. {LONG}./.", style)
    )


def recipients(*extra: str) -> str:
    names = ("- UBND tỉnh (b/c);", "- Các phòng, đơn vị thuộc Sở (t/h);", *extra, "- Lưu: VT, VP.")
    return p("Nơi nhận:", "", BOLD + ITALIC + size(12)) + "".join(p(name, BOTH, size(11)) for name in names)


def signature(*position: str, name: str = "Lê Thị Ánh") -> str:
    right = "".join(p(line, CENTRED, BOLD) for line in position) + p("") * 4 + p(name, CENTRED, BOLD)
    return tbl(tr(tc(recipients()), tc(right)), grid='<w:gridCol w:w="4500"/><w:gridCol w:w="4500"/>')


def by_tabs() -> dict[str, bytes]:
    """Return a decision whose heading is set by tabs, with underlined words for lines, in the smaller sizes."""
    underlined = '<w:u w:val="single"/>'
    body = (
        paragraph("", r("UBND TỈNH ĐỒNG THÁP", size(12)), TAB, r(made.NATION, BOLD + size(12)))
        + paragraph(
            "", r("SỞ ", BOLD + size(12)), r("NỘI", BOLD + underlined + size(12)), r(" VỤ", BOLD + size(12)), TAB,
            r(made.MOTTO, BOLD + underlined + size(13)),
        )
        + paragraph("", r("Số: 115/QĐ-SNV", size(13)), TAB, r("Đồng Tháp, ngày 15 tháng 3 năm 2024", ITALIC + size(13)))
        + p("QUYẾT ĐỊNH", CENTRED, BOLD + size(14))
        + p("Về việc ban hành Kế hoạch", CENTRED, BOLD + size(14))
        + paragraph(CENTRED, vml(1000))
        + p("GIÁM ĐỐC SỞ NỘI VỤ", CENTRED, BOLD + size(14))
        + p("Căn cứ Pháp lệnh Cựu chiến binh ngày 07 tháng 10 năm 2005;", SMALL, ITALIC)
        + p("Xét đề nghị của Chánh Văn phòng Sở.", SMALL, ITALIC)
        + p("QUYẾT ĐỊNH:", CENTRED, BOLD + size(14))
        + paragraph(SMALL, r("Điều 1. ", BOLD), r(f"{LONG}."))
        + paragraph(SMALL, r("Điều 2. ", BOLD), r("Quyết định này có hiệu lực kể từ ngày ký./."))
        + signature("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
        + section()
    )  # fmt: skip
    return word_parts(body, styles=THIRTEEN, header1=FRAMED)


def by_hand() -> dict[str, bytes]:
    """Return a plan without styles: fonts by theme, capitals by format, lines by VML, all in one cell a side."""
    caps = "<w:caps/>"
    left = (
        p("Ủy ban nhân dân tỉnh Đồng Tháp", CENTRED, caps + size(13))
        + paragraph(CENTRED, r("Sở Tư pháp", caps + BOLD + size(13)), vml(600))
        + p("")
        + p("Số:         /KH-STP", CENTRED, size(13))
    )
    nation = r(made.NATION.replace("HÒA", "HOÀ"), BOLD + size(13)) + BREAK + r(made.MOTTO, BOLD)
    right = (
        paragraph(CENTRED, nation, vml(width(made.MOTTO, 14, bold=True) * 1.05))
        + p("")
        + p("Đồng Tháp, ngày      tháng      năm 2024", CENTRED, ITALIC)
    )
    themed = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    fonts = '<a:minorFont><a:latin typeface="Times New Roman"/></a:minorFont>'
    theme = f'<a:themeElements><a:fontScheme name="x">{fonts}</a:fontScheme></a:themeElements>'
    body = (
        tbl(tr(tc(left), tc(right)), grid=BORDERLESS)
        + paragraph(CENTRED, r("KẾ HOẠCH", BOLD), BREAK, r("Kiểm soát thủ tục hành chính năm 2024", BOLD))
        + p("", '<w:pBdr><w:top w:val="single"/></w:pBdr><w:ind w:left="3600" w:right="3600"/>')
        + text_of_plan(made.TEXT.replace('w:after="120"', 'w:after="120" w:line="360" w:lineRule="exact"'))
        + signature("KT. TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC")
        + section()
    )
    return word_parts(
        body, styles=STYLES.replace(FONT, themed), theme1=theme, numbering=NUMBERING, header1=made.PAGE_NUMBER
    )


def committee_plan() -> dict[str, bytes]:
    """Return a plan of a committee (Mẫu 1.4) with a turned section for its table."""
    left = (
        p("ỦY BAN NHÂN DÂN", CENTRED, BOLD + size(13))
        + p("THÀNH PHỐ CẦN THƠ", CENTRED, BOLD + size(13))
        + p("", '<w:pBdr><w:bottom w:val="single"/></w:pBdr><w:ind w:left="1200" w:right="1200"/>')
    )
    border = '<w:pBdr><w:bottom w:val="single"/></w:pBdr><w:ind w:left="942" w:right="942"/>'
    right = p(made.NATION, CENTRED, BOLD + size(13)) + p(made.MOTTO, border + CENTRED, BOLD)
    rows = tr(tc(left), tc(right)) + tr(
        tc(p("Số: 09/KH-UBND", CENTRED, size(13))), tc(p("Cần Thơ, ngày 05 tháng 02 năm 2026", CENTRED, ITALIC))
    )
    turned = PAGE.replace('w:w="11907" w:h="16840"', 'w:w="16840" w:h="11907" w:orient="landscape"').replace(
        'w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"',
        'w:top="1701" w:right="1134" w:bottom="1134" w:left="1134"',
    )
    body = (
        tbl(rows, grid=BORDERLESS)
        + p("KẾ HOẠCH", CENTRED, BOLD)
        + p("Cải cách hành chính năm 2026", CENTRED, BOLD)
        + paragraph(CENTRED, vml(0.45 * width("Cải cách hành chính năm 2026", 14, bold=True)))
        + text_of_plan(made.TEXT)
        + signature("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
        + p("", section())
        + p("Phụ lục", CENTRED, BOLD)
        + p("DANH MỤC NHIỆM VỤ", CENTRED, BOLD)
        + p("(Kèm theo Kế hoạch số 09/KH-UBND ngày 05/02/2026 của UBND thành phố Cần Thơ)", CENTRED, ITALIC)
        + paragraph(CENTRED, vml(900))
        + made.task_table()
        + f"<w:sectPr>{HEADER}{turned}<w:titlePg/></w:sectPr>"
    )
    return word_parts(body, styles=STYLES, numbering=NUMBERING, header1=TABBED)


@pytest.mark.parametrize("make", [by_tabs, by_hand, committee_plan])
def test_sound_documents_of_others(make: Callable[[], dict[str, bytes]]) -> None:
    assert not [(one.rule, one.message, one.word_place) for one in findings(make())]
    passed = [each for each in outcomes(make()) if each.outcome is Outcome.PASSED]
    assert len(passed) >= 30


def test_a_final_document_has_no_blanks() -> None:
    assert failed(by_hand(), final=True) == {"nd30.I.II.3-number", "nd30.I.II.4-date"}
    unsigned = word_parts(made.decision().replace("Nguyễn Văn Hon", ""), styles=STYLES)
    assert "nd30.I.II.7-signer" in failed(unsigned, final=True)
    assert "nd30.I.II.7-signer" in failed(unsigned)
    blank = made.decision().replace("Số: 05", "Số:     ").replace("Nguyễn Văn Hon", "")
    draft = word_parts(blank, styles=STYLES)
    assert "nd30.I.II.7-signer" not in failed(draft)
    assert "nd30.I.II.7-signer" in failed(draft, final=True)


def test_what_is_not_there_is_not_evaluated() -> None:
    letter = word_parts(p("Kính gửi Bà,", made.TEXT) + made.section(), styles=STYLES)
    assert {each.outcome for each in outcomes(letter)} == {Outcome.NOT_EVALUATED}
    unsigned = word_parts(made.heading(made.NUMBER, made.DATE) + p("Kính gửi: Bà.", made.TEXT) + made.section())
    found = {each.rule: each for each in outcomes(unsigned)}
    signature_rule = found["nd30.I.II.7-prefix"]
    assert signature_rule.outcome is Outcome.NOT_EVALUATED
    assert signature_rule.reason == "there is no signature block"
    assert found["nd30.I.I.7-page-number"].outcome is Outcome.NOT_EVALUATED
    assert all(each.reason for each in found.values() if each.outcome is Outcome.NOT_EVALUATED)
    alone = word_parts(made.plan() + made.section(), styles=STYLES, header1=made.PAGE_NUMBER)
    found = {each.rule: each for each in outcomes(alone)}
    assert not failed(alone)
    assert found["nd30.8-components"].outcome is Outcome.NOT_EVALUATED
    assert found["nd30.mau-1.3-same-decision"].outcome is Outcome.NOT_EVALUATED


def test_one_finding_for_the_same_fault_in_many_paragraphs() -> None:
    wrong = made.TEXT.replace(BOTH, "")
    body = made.decision() + p("", made.section()) + made.plan().replace(made.TEXT, wrong) + made.section()
    (finding,) = findings(word_parts(body, styles=STYLES, header1=made.PAGE_NUMBER))
    assert finding.rule == "nd30.I.II.6-justified"
    assert "1 more place" in finding.message
    assert finding.word_place is not None
    assert finding.word_place.quote.startswith("Các phòng, ban")


@settings(max_examples=40, deadline=None)
@given(places=st.lists(st.integers(0, 10**6), min_size=1, max_size=30))
def test_damaged_documents_are_checked_all_the_same(places: list[int]) -> None:
    parts = committee_plan()
    root = etree.fromstring(parts["word/document.xml"])
    for place in places:
        elements = [each for each in root.iter() if each.getparent() is not None and each.getparent() is not root]
        doomed = elements[place % len(elements)]
        doomed.getparent().remove(doomed)
    damaged = {**parts, "word/document.xml": etree.tostring(root)}
    assert len(outcomes(damaged, final=True)) == len(RULES)
