"""Each rule of layout finds the documents that break it, and only it does."""

import re
from dataclasses import replace

import pytest

from kshc_cli.documents.layout import text
from kshc_cli.documents.layout.catalogue import RULES, check_layout
from kshc_cli.documents.layout.inspected import inspected
from kshc_cli.documents.word.body_reader import body_of
from kshc_cli.findings import Finding, Outcome, RuleOutcome, Severity
from tests.documents.layout import sound as made
from tests.documents.layout.sound import BOLD, BOTH, CENTRED, ITALIC, LONG, TEXT, size, sound
from tests.documents.word_xml import p, r

NATION = p(made.NATION, CENTRED, BOLD + size(13))
MOTTO = p(made.MOTTO, CENTRED, BOLD + size(14))
ISSUER = p(made.ISSUER, CENTRED, BOLD + size(12))
PARENT = p("ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", CENTRED, size(12))
NUMBER = p(made.NUMBER, CENTRED, size(13))
DATE = p(made.DATE, CENTRED, ITALIC + size(14))
TITLE = p("KẾ HOẠCH", CENTRED, BOLD)
SUBJECT = p(made.SUBJECT, CENTRED, BOLD)
REFERENCE = p(made.REFERENCE, CENTRED, ITALIC)
AUTHORITY = p("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HÒA BÌNH", CENTRED, BOLD)
ENACTING = p("QUYẾT ĐỊNH:", CENTRED, BOLD)
RUNNING = p(f"{LONG}.", TEXT)
POSITION = p("CHỦ TỊCH", CENTRED, BOLD)
SIGNER = p("Nguyễn Văn Hon", CENTRED, BOLD)
LABEL = p("Nơi nhận:", "", BOLD + ITALIC + size(12))
ARCHIVE = p("- Lưu: VT, Cường.", "", size(11))
LAST = p("Văn phòng theo dõi, báo cáo Ủy ban nhân dân xã./.", TEXT)
LAW = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"
DECREE = "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ"
MARGINS = 'w:top="1134" w:right="851" w:bottom="1134" w:left="1701"'

OVER = f'<w:pBdr><w:top w:val="single"/></w:pBdr><w:ind w:left="1000" w:right="1000"/>{CENTRED}'
"""A line over words, about as long as the Tiêu ngữ."""

CASES: dict[str, list[tuple[str, str]]] = {
    "nd30.I.I.1-paper": [
        ('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'),
        ('w:w="11906" w:h="16838"', 'w:w="11906" w:h="16700"'),
    ],
    "nd30.I.I.2-orientation": [
        ('<w:pgSz w:w="11906" w:h="16838"/>', '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
    ],
    "nd30.I.I.3-margins": [
        ('w:top="1134"', 'w:top="1000"'),
        ('w:bottom="1134"', 'w:bottom="1560"'),
        ('w:right="851"', 'w:right="720"'),
        ('w:left="1701"', 'w:left="1440"'),
        (MARGINS, 'w:top="1701" w:right="1134" w:bottom="851" w:left="1134"'),
        (MARGINS, 'w:top="851" w:right="1134" w:bottom="1701" w:left="1134"'),
    ],
    "nd30.I.I.4-font": [
        (RUNNING, p(f"{LONG}.", TEXT, '<w:rFonts w:ascii="Arial"/>')),
        (RUNNING, p(f"{LONG}.", TEXT, '<w:rFonts w:hAnsi="Liberation Serif"/>')),
        (p("Rà soát", "", size(12)), p("Rà soát", "", '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')),
    ],
    "nd30.I.I.4-colour": [(RUNNING, p(f"{LONG}.", TEXT, '<w:color w:val="0000FF"/>'))],
    "nd30.I.I.5-sizes": [
        (NATION, NATION.replace(size(13), size(12))),
        (MOTTO, MOTTO.replace(size(14), size(13))),
        (DATE, DATE.replace(size(14), size(13))),
    ],
    "nd30.8-components": [
        (LABEL + p("- Như Điều 2;", "", size(11)) + p("- Sở Tư pháp;", "", size(11)) + ARCHIVE, p("")),
        (POSITION + p("") + SIGNER, p("")),
        (NUMBER, p("")),
        (DATE, p("")),
        (SUBJECT + made.short_line(made.SUBJECT, name="subject"), ""),
    ],
    "nd30.I.II.1-quoc-hieu": [
        (NATION, NATION.replace("HÒA", "HÓA")),
        (NATION, NATION.replace("HỘI ", 'HỘI</w:t><w:br/><w:t xml:space="preserve">')),
        (NATION, NATION.replace(BOLD, "")),
        (NATION, NATION.replace(BOLD, BOLD + ITALIC)),
        (NATION, NATION.replace(size(13), size(11))),
        (NATION, NATION.replace(size(13), size(14))),
        (NATION, NATION.replace(made.NATION, "Cộng hòa xã hội chủ nghĩa Việt Nam")),
        ('<w:gridCol w:w="3500"/><w:gridCol w:w="5854"/>', '<w:gridCol w:w="5854"/><w:gridCol w:w="3500"/>'),
    ],
    "nd30.I.II.1-tieu-ngu": [
        (MOTTO, MOTTO.replace(" - ", " – ")),
        (MOTTO, MOTTO.replace(" - ", "-")),
        (MOTTO, MOTTO.replace("Tự do", "Tự Do")),
        (MOTTO + made.long_line(), p(made.MOTTO.upper(), CENTRED, BOLD) + made.line(4300)),
        (MOTTO, MOTTO.replace(BOLD, "")),
        (MOTTO, MOTTO.replace(size(14), size(15))),
        (MOTTO, MOTTO.replace(CENTRED, "")),
    ],
    "nd30.I.II.1-tieu-ngu-line": [
        (made.long_line(), p("")),
        (made.long_line(), p("_______________", CENTRED)),
        (made.long_line(), made.line(1000)),
        (made.long_line(), made.long_line().replace("</wps:spPr>", '<a:ln><a:prstDash val="dash"/></a:ln></wps:spPr>')),
        (made.long_line(), p("", '<w:pBdr><w:top w:val="single"/></w:pBdr>')),
        (MOTTO + made.long_line(), p(made.MOTTO, OVER, BOLD + size(14))),
    ],
    "nd30.I.II.2-parent": [
        (PARENT, PARENT.replace(size(12), BOLD + size(12))),
        (PARENT, PARENT.replace(size(12), size(14))),
    ],
    "nd30.I.II.2-issuer": [
        (ISSUER, ISSUER.replace(BOLD, "")),
        (ISSUER, ISSUER.replace(size(12), size(14))),
    ],
    "nd30.I.II.2-issuer-line": [
        (made.short_line(made.ISSUER, 12, "issuer"), p("")),
        (made.short_line(made.ISSUER, 12, "issuer"), p("-----", CENTRED)),
        (made.short_line(made.ISSUER, 12, "issuer"), made.line(200)),
    ],
    "nd30.I.II.3-number": [
        (NUMBER, NUMBER.replace("05/", "005/")),
        (NUMBER, NUMBER.replace("Số: ", "Số:")),
        (NUMBER, NUMBER.replace("05/QĐ-UBND", "05 / QĐ-UBND")),
        (NUMBER, NUMBER.replace("05/QĐ-UBND", "05/QĐ - UBND")),
        (NUMBER, NUMBER.replace("05/QĐ-UBND", "05/QĐ–UBND")),
        (NUMBER, NUMBER.replace("05/", "5/")),
        (NUMBER, NUMBER.replace(size(13), size(14))),
        (NUMBER, NUMBER.replace(size(13), ITALIC + size(13))),
        (NUMBER, NUMBER.replace(size(13), BOLD + size(13))),
        (NUMBER, NUMBER.replace(CENTRED, "")),
        (NUMBER, NUMBER.replace(size(13), '<w:u w:val="single"/>' + size(13))),
    ],
    "nd30.I.II.4-date": [
        (made.DATE, "Hòa Bình, ngày 9 tháng 01 năm 2026"),
        (made.DATE, "Hòa Bình, ngày 09 tháng 1 năm 2026"),
        (made.DATE, "Hòa Bình ngày 09 tháng 01 năm 2026"),
        (made.DATE, "ngày 09 tháng 01 năm 2026"),
    ],
    "nd30.I.II.4-place-date": [
        (DATE, DATE.replace(ITALIC, "")),
        (DATE, DATE.replace(ITALIC, ITALIC + BOLD)),
        (DATE, DATE.replace(size(14), size(12))),
    ],
    "nd30.I.II.5-title": [
        (TITLE, TITLE.replace(BOLD, "")),
        (TITLE, TITLE.replace(BOLD, BOLD + size(16))),
        (TITLE, TITLE.replace(CENTRED, "")),
    ],
    "nd30.I.II.5-subject": [
        (SUBJECT, SUBJECT.replace(BOLD, "")),
        (SUBJECT, SUBJECT.replace(BOLD, BOLD + size(12))),
        (SUBJECT, SUBJECT.replace(CENTRED, BOTH)),
        (SUBJECT, SUBJECT.replace(made.SUBJECT, made.SUBJECT.upper())),
    ],
    "nd30.I.II.5-subject-line": [
        (made.short_line(made.SUBJECT, name="subject"), p("")),
        (made.short_line(made.SUBJECT, name="subject"), p("_______", CENTRED)),
        (made.short_line(made.SUBJECT, name="subject"), made.line(9000)),
    ],
    "nd30.I.II.6-authority": [
        (AUTHORITY, AUTHORITY.replace(BOLD, "")),
        (AUTHORITY, AUTHORITY.replace(CENTRED, "")),
        (AUTHORITY, AUTHORITY.replace(BOLD, BOLD + size(12))),
    ],
    "nd30.I.II.6-bases": [
        (p(LAW, TEXT, ITALIC), p(LAW, TEXT)),
        (p(LAW, TEXT, ITALIC), p(LAW, TEXT, ITALIC + size(12))),
    ],
    "nd30.I.II.6-bases-begin": [
        (f">{LAW}", f">{LAW.removeprefix('Căn cứ ')}"),
        (DECREE, DECREE.removeprefix("Căn cứ ")),
    ],
    "nd30.I.II.6-bases-dates": [
        ("ngày 08 tháng 6 năm 2010", "ngày 08/6/2010"),
        ("ngày 08 tháng 6 năm 2010", "ngày 08-06-2010"),
        ("ngày 08 tháng 6 năm 2010", "ngày 8 tháng 6 năm 2010"),
        ("ngày 08 tháng 6 năm 2010", "ngày 08 tháng 06 năm 2010"),
        ("63/2010/NĐ-CP ngày 08 tháng 6 năm 2010", "5/2010/NĐ-CP ngày 08 tháng 1 năm 2010"),
        ("ngày 08 tháng 6 năm 2010", "ngày 31 tháng 6 năm 2010"),
        ("ngày 16 tháng 6 năm 2025", "ngày 16/6/2025"),
        ("ngày 16 tháng 6 năm 2025", "ngày 16 tháng 06 năm 2025"),
    ],
    "nd30.I.II.6-bases-earlier": [
        ("ngày 16 tháng 6 năm 2025", "ngày 16 tháng 6 năm 2026"),
        ("63/2010/NĐ-CP ngày 08 tháng 6 năm 2010", "5/2026/NĐ-CP ngày 10 tháng 01 năm 2026"),
    ],
    "nd30.I.II.6-bases-ends": [
        (LAW, LAW.replace(";", ",")),
        ("Chánh Văn phòng.<", "Chánh Văn phòng;<"),
        ("kiểm soát thủ tục hành chính;", "kiểm soát thủ tục hành chính"),
    ],
    "nd30.I.II.6-citations": [
        (LAW, LAW.replace("địa phương", "địa phương số 72/2025/QH15")),
        (LAW, LAW.replace("2025;", "2025 của Quốc hội;")),
        (DECREE, DECREE.replace(" số 63/2010/NĐ-CP", "")),
        (DECREE, DECREE.replace(" ngày 08 tháng 6 năm 2010", "")),
        (DECREE, DECREE.replace("ngày 08 tháng 6 ", "")),
        (DECREE, DECREE.replace("63/2010", "/2010")),
        (DECREE, DECREE.replace("63/2010/NĐ-CP", "  /NĐ-CP")),
        (DECREE, DECREE.replace("63/2010/NĐ-CP", "63/NĐ-CP")),
        (DECREE, DECREE.replace("/NĐ-CP", "")),
        (DECREE, DECREE.replace("/2010/NĐ-CP", "")),
        (DECREE, DECREE.replace(" của Chính phủ", "")),
    ],
    "nd30.I.II.6-enacting": [
        (ENACTING, ENACTING.replace("ĐỊNH:", "ĐỊNH")),
        (ENACTING, ENACTING.replace(BOLD, "")),
        (ENACTING, ENACTING.replace(CENTRED, "")),
    ],
    "nd30.I.II.6-articles": [
        ("Điều 2.", "Điều 3."),
        ("Điều 1.", "Điều 1:"),
        ("Điều 1.", "Điều 2."),
    ],
    "nd30.I.II.6-article-label": [
        (r("Điều 1.", BOLD), r("Điều 1.")),
        (r("Điều 1.", BOLD), r("Điều ") + r("1.", BOLD)),
        (
            made.article(
                "Điều 1.", " Ban hành kèm theo Quyết định này Kế hoạch kiểm soát thủ tục hành chính năm 2026."
            ),
            p("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch kiểm soát thủ tục hành chính năm 2026.", TEXT, BOLD),
        ),
    ],
    "nd30.I.II.6-justified": [(RUNNING, RUNNING.replace(BOTH, side)) for side in ("", CENTRED)],
    "nd30.I.II.6-indent": [
        (RUNNING, RUNNING.replace('w:firstLine="720"', 'w:firstLine="0"')),
        (RUNNING, RUNNING.replace('w:firstLine="720"', 'w:firstLine="640"')),
        (RUNNING, p(LONG, TEXT.replace('w:firstLine="720"', 'w:firstLine="1440"'))),
    ],
    "nd30.I.II.6-paragraph-spacing": [(RUNNING, RUNNING.replace('w:after="120"', 'w:after="60"'))],
    "nd30.I.II.6-line-spacing": [
        (RUNNING, RUNNING.replace('w:after="120"', 'w:after="120" w:line="400"')),
        (RUNNING, RUNNING.replace('w:after="120"', 'w:after="120" w:line="200"')),
        (RUNNING, RUNNING.replace('w:after="120"', 'w:after="120" w:line="240" w:lineRule="exact"')),
        (RUNNING, RUNNING.replace('w:after="120"', 'w:after="120" w:line="600" w:lineRule="atLeast"')),
    ],
    "nd30.I.II.6-weight": [(RUNNING, p(f"{LONG}.", TEXT, BOLD)), (RUNNING, p(f"1. {LONG}. {LONG}.", TEXT, BOLD))],
    "nd30.I.II.6-upright": [(RUNNING, p(f"{LONG}.", TEXT, ITALIC))],
    "nd30.I.II.6-size": [
        (RUNNING, p(f"{LONG}.", TEXT, size(12))),
        (RUNNING, p(f"{LONG}.", TEXT, size(15))),
    ],
    "nd30.mau-1.3-end-mark": [("kể từ ngày ký./.", "kể từ ngày ký."), ("nhân dân xã./.", "nhân dân xã. /.")],
    "nd30.I.II.7-prefix": [
        (POSITION, POSITION.replace("CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        (POSITION, POSITION.replace("CHỦ TỊCH", "TL. CHỦ TỊCH")),
        (POSITION, p("KT. CHỦ TỊCH", CENTRED, BOLD)),
        (POSITION, p("KT. CHỦ TỊCH", CENTRED, BOLD) + p("CHÁNH VĂN PHÒNG", CENTRED, BOLD)),
        (POSITION, p("TL. CHỦ TỊCH", CENTRED, BOLD) + p("PHÓ CHỦ TỊCH", CENTRED, BOLD)),
        (POSITION, p("K/T CHỦ TỊCH", CENTRED, BOLD) + p("PHÓ CHỦ TỊCH", CENTRED, BOLD)),
        (POSITION, p("TM. ỦY BAN NHÂN DÂN", CENTRED, BOLD) + POSITION),
        (AUTHORITY, AUTHORITY.replace("CHỦ TỊCH ", "")),
    ],
    "nd30.I.II.7-position": [
        (POSITION, p("CHỦ TỊCH", CENTRED)),
        (POSITION, p("CHỦ TỊCH", CENTRED, BOLD + size(12))),
    ],
    "nd30.I.II.7-signer": [
        (SIGNER, SIGNER.replace("Nguyễn", "Thạc sỹ Nguyễn")),
        (SIGNER, SIGNER.replace("Nguyễn", "Th.S Nguyễn")),
        (SIGNER, p("ThS. Nguyễn Văn Hon", CENTRED, BOLD)),
        (SIGNER, p("TS Nguyễn Văn Hon", CENTRED, BOLD)),
        (SIGNER, p("Ông Nguyễn Văn Hon", CENTRED, BOLD)),
        (SIGNER, p("NGUYỄN VĂN HON", CENTRED, BOLD)),
        (SIGNER, p("Nguyễn Văn Hon", CENTRED)),
        (SIGNER, p("Nguyễn Văn Hon", CENTRED, BOLD + ITALIC)),
    ],
    "nd30.I.II.9-label": [
        (LABEL, LABEL.replace(BOLD, "")),
        (LABEL, LABEL.replace(ITALIC, "")),
        (LABEL, LABEL.replace(size(12), size(14))),
        (LABEL, LABEL.replace("Nơi nhận:", "Nơi nhận")),
    ],
    "nd30.I.II.9-letters": [
        (ARCHIVE, ARCHIVE.replace(size(11), size(12))),
        (ARCHIVE, ARCHIVE.replace(size(11), ITALIC + size(11))),
    ],
    "nd30.I.II.9-list": [
        ("- Sở Tư pháp;", "- Sở Tư pháp."),
        ("- Sở Tư pháp;", "Sở Tư pháp;"),
    ],
    "nd30.I.II.9-archive": [
        ("- Lưu: VT, Cường.", "- Lưu: VT, Cường;"),
        ("- Lưu: VT, Cường.", "- Văn phòng."),
        ("- Lưu: VT, Cường.", "- Lưu VT."),
    ],
    "nd30.mau-1.3-attached": [
        (LAST, LAST + POSITION + p("") + SIGNER),
        (LAST, LAST + LABEL + ARCHIVE),
        (REFERENCE, ""),
    ],
    "nd30.mau-1.3-reference": [
        (REFERENCE, REFERENCE.replace(ITALIC, "")),
        (REFERENCE, REFERENCE.replace(CENTRED, "")),
        (REFERENCE, REFERENCE.replace(ITALIC, ITALIC + size(12))),
    ],
    "nd30.mau-1.3-same-decision": [
        (REFERENCE, REFERENCE.replace("05/", "06/")),
        (REFERENCE, REFERENCE.replace("QĐ-UBND", "QĐ-UBND-HC")),
        (REFERENCE, REFERENCE.replace("ngày 09 tháng 01", "ngày 10 tháng 01")),
        (NUMBER, NUMBER.replace("05/", "      /")),
        (made.DATE, "Hòa Bình, ngày     tháng 01 năm 2026"),
    ],
    "practice.issued-with": [("(Kèm theo", "(Ban hành kèm theo")],
    "practice.cited-text": [
        ("ngày 08 tháng 6 năm 2010", "ngày 09 tháng 6 năm 2010"),
        ("của Chính phủ về", "của Thủ tướng Chính phủ về"),
        ("về kiểm soát thủ tục hành chính;", "về công tác văn thư;"),
        ("63/2010/NĐ-CP ngày 08 tháng 6 năm 2010", "36/2011/NĐ-CP ngày 08 tháng 6 năm 2010"),
    ],
    "practice.basis-in-force": [("ngày 16 tháng 6 năm 2025", "ngày 19 tháng 02 năm 2025")],
    "practice.table-header-row": [("<w:tblHeader/>", "")],
    "practice.row-split": [
        ("<w:trPr><w:cantSplit/></w:trPr>", "<w:trPr></w:trPr>"),
    ],
    "practice.district-names": [
        (ISSUER, ISSUER.replace("XÃ HÒA BÌNH", "HUYỆN HÒA BÌNH")),
        (ISSUER, ISSUER.replace("XÃ HÒA BÌNH", "THÀNH PHỐ SA ĐÉC")),
        (PARENT, PARENT.replace("TỈNH ĐỒNG THÁP", "THỊ XÃ HỒNG NGỰ")),
    ],
}
NUMBERS: list[tuple[str, str]] = [
    (" PAGE ", " DATE "),
    (CENTRED, ""),
    (CENTRED, BOTH),
    ("<w:r><w:t>2", "<w:r><w:rPr><w:i/></w:rPr><w:t>2"),
    ("<w:r><w:t>2", f"<w:r><w:rPr>{size(10)}</w:rPr><w:t>2"),
]
"""Changes of the header against nd30.I.I.7-page-number."""

WHOLE: dict[str, list[tuple[str, str]]] = {
    "nd30.I.I.7-page-number": [
        ("<w:titlePg/>", ""),
        ('w:start="1"', 'w:start="5"'),
        ('w:start="1"', 'w:fmt="lowerRoman"'),
        ("headerReference", "footerReference"),
    ],
    "nd30.I.II.4-date": [("ngày 09 tháng 01 năm 2026", "ngày 31 tháng 02 năm 2026")],
    "nd30.I.II.6-articles": [("Điều ", "Khoản ")],
}
"""Changes of the document part everywhere."""


def outcomes(parts: dict[str, bytes], *, final: bool = False) -> tuple[RuleOutcome, ...]:
    return check_layout(body_of(parts), final=final).outcomes


def failed(parts: dict[str, bytes], *, final: bool = False) -> set[str]:
    return {each.rule for each in outcomes(parts, final=final) if each.outcome is Outcome.FAILED}


def findings(parts: dict[str, bytes], *, final: bool = False) -> list[Finding]:
    return [finding for each in outcomes(parts, final=final) for finding in each.findings]


def changed(old: str, new: str, part: str = "word/document.xml", count: int = 1) -> dict[str, bytes]:
    parts = sound()
    xml = parts[part].decode()
    assert old in xml, old
    assert old != new
    return {**parts, part: xml.replace(old, new, count).encode()}


def test_the_sound_document_passes_every_rule() -> None:
    """A file with a decision and its plan passes every rule, but for those of letters and of a Phụ lục."""
    others = {each.rule for each in outcomes(sound(), final=True) if each.outcome is not Outcome.PASSED}
    annexes = {"nd30.I.III.1-annex-number", "nd30.I.III.1-annex-name", "nd30.I.III.1-annex-mentioned"}
    letters = {"nd30.I.II.5-letter-subject", "nd30.I.II.9-addressees", "nd30.I.II.9-addressees-list"}
    assert others == letters | annexes | {"practice.on-behalf"}


@pytest.mark.parametrize(
    ("rule", "old", "new"), [(rule, *change) for rule, changes in CASES.items() for change in changes]
)
def test_a_document_with_one_mistake(rule: str, old: str, new: str) -> None:
    parts = changed(old, new)
    assert failed(parts) == {rule}
    for finding in findings(parts):
        assert finding.message
        assert finding.remedy
        assert finding.severity is (Severity.WARNING if rule.startswith("practice") else Severity.ERROR)
        assert finding.word_place is not None


def test_words_in_a_header_that_two_sections_share_are_judged_once() -> None:
    xml = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
    found = findings(changed("</w:hdr>", f"{p('abc', '', xml)}</w:hdr>", "word/header1.xml"))
    assert [finding.rule for finding in found] == ["nd30.I.I.4-font"]


def test_a_decision_that_has_only_a_number_is_judged() -> None:
    document = inspected(body_of(sound()), final=False)
    bare = replace(document.acts[0], title=(), enacting=(), content=())
    (finding,) = text.articles.judge(replace(document, acts=(bare,), running=((),))).findings
    assert (finding.message, finding.word_place) == ("The decision has no articles.", None)


def test_a_header_row_is_shown_by_its_first_cell() -> None:
    (finding,) = findings(changed("<w:tblHeader/>", ""))
    assert finding.word_place is not None
    assert (finding.word_place.row, finding.word_place.cell, finding.word_place.quote) == (1, 1, "STT")


@pytest.mark.parametrize(("old", "new"), NUMBERS)
def test_page_numbers(old: str, new: str) -> None:
    assert failed(changed(old, new, "word/header1.xml", -1)) == {"nd30.I.I.7-page-number"}


@pytest.mark.parametrize(
    ("rule", "old", "new"), [(rule, *change) for rule, changes in WHOLE.items() for change in changes]
)
def test_a_mistake_all_over_the_document(rule: str, old: str, new: str) -> None:
    assert failed(changed(old, new, count=-1)) == {rule}


def test_an_attached_plan_without_heading() -> None:
    parts = changed(made.plan(), made.plan().replace(made.heading(), ""))
    assert failed(parts) == {"practice.attached-heading"}


def test_a_draft_may_cite_a_document_whose_number_and_day_are_blank() -> None:
    blank = "\u00a0" * 5
    cited = DECREE.replace("63/2010/NĐ-CP ngày 08 tháng 6 năm", f"{blank}/2010/NĐ-CP ngày{blank}tháng{blank}năm")
    assert "nd30.I.II.6-citations" not in failed(changed(DECREE, cited))
    assert "nd30.I.II.6-citations" in failed(changed(DECREE, cited), final=True)


@pytest.mark.parametrize(
    "new",
    [
        RUNNING.replace("<w:r>", '<w:ins w:id="1"><w:r>').replace("</w:r>", "</w:r></w:ins>"),
        RUNNING + p("Mật", "", "<w:vanish/>"),
        RUNNING.replace("</w:p>", f"{r('mờ', size(1))}</w:p>"),
    ],
)
def test_a_final_document_is_settled(new: str) -> None:
    parts = changed(RUNNING, new)
    assert "practice.settled" not in failed(parts)
    (finding,) = (each for each in findings(parts, final=True) if each.rule == "practice.settled")
    assert finding.severity is Severity.WARNING
    assert finding.word_place is not None


ELSEWHERE = (
    *("practice.attached-heading", "nd30.I.II.5-letter-subject", "nd30.I.II.3-symbol", "nd30.I.II.4-place"),
    *("nd30.I.II.6-part-numbers", "nd30.I.II.6-numbering", "practice.on-behalf"),
    *("nd30.I.III.1-annex-number", "nd30.I.III.1-annex-name", "nd30.I.III.1-annex-mentioned", "nd30.II-texts"),
    "nd30.II-bodies",
    "practice.settled",
    *("nd30.I.II.9-addressees", "nd30.I.II.9-addressees-list"),
    *(
        "nd30.I.II.6-authority-named",
        "nd30.II-people",
        "nd30.I.II.9-as-above",
        "practice.subject-stop",
        "practice.district-level",
        "practice.level-of-commune",
    ),
    *("nd30.I.II.6-number-signs", "nd30.I.II.6-headings", "nd30.I.II.6-cited-kinds"),
    *("nd30.II-names", "nd30.II-parts", "nd30.II-days", "nd30.II-sentences"),
)
"""Rules that other documents break: letters (test_kinds), others (test_singles, test_words, test_all_parts)."""


def test_every_rule_has_a_document_that_breaks_it() -> None:
    assert {each.id for each in RULES} == {*CASES, *WHOLE, *ELSEWHERE}
    assert len({each.id for each in RULES}) == len(RULES)
    for each in RULES:
        assert re.fullmatch(r"(nd30\.(8|I\.(I|II|III)\.\d|II|mau-1\.3)|practice)[.-][a-z0-9-]+", each.id)
        assert each.documentation


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (LAW, "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;"),
        (RUNNING, p("Theo Luật của Nhà nước Cộng hòa xã hội chủ nghĩa Việt Nam.", TEXT)),
        (RUNNING, p("Nơi nhận hồ sơ là Bộ phận Một cửa của xã, theo quy định hiện hành của pháp luật.", TEXT)),
        (SIGNER, SIGNER.replace("Nguyễn Văn Hon", "Ông Văn Tùng")),
    ],
)
def test_words_like_those_of_a_component_are_none(old: str, new: str) -> None:
    assert failed(changed(old, new)) == set()


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("nd30.I.II.3-number", NUMBER, NUMBER.replace("05/", "0 5/")),
        ("nd30.I.II.3-number", NUMBER, NUMBER.replace("05/", "12345678/")),
        ("nd30.I.II.4-date", made.DATE, "Hòa Bình, ngày     tháng 03 năm 2026"),
        ("nd30.I.II.4-date", made.DATE, "Hòa Bình, ngày     tháng 13 năm 2026"),
        ("nd30.I.II.4-date", made.DATE, "Hòa Bình, ngày     tháng 1 năm 2026"),
        ("nd30.I.II.4-date", made.DATE, "Hòa Bình, ngày     tháng 010 năm 2026"),
        ("nd30.I.II.4-date", made.DATE, "Hòa Bình, ngày 9 tháng     năm 2026"),
        ("nd30.I.II.4-date", made.DATE, "Hòa Bình, ngày 32 tháng     năm 2026"),
        ("nd30.I.II.4-date", made.DATE, "Hòa Bình, ngày 09 tháng 01 năm 2026."),
        ("nd30.I.II.4-date", made.DATE, "Hòa Bình, ngày 09 tháng 01 năm 26"),
    ],
)
def test_figures_that_are_neither_right_nor_blank(rule: str, old: str, new: str) -> None:
    assert failed(changed(old, new)) == {rule, "nd30.mau-1.3-same-decision"}


@pytest.mark.parametrize(
    "day", ["ngày     tháng 12", "ngày     tháng 3", "ngày     tháng 02", "ngày 31 tháng    ", "ngày 09 tháng    "]
)
def test_a_date_that_is_half_blank_is_right_as_far_as_it_stands(day: str) -> None:
    assert failed(changed(made.DATE, f"Hòa Bình, {day} năm 2026")) == {"nd30.mau-1.3-same-decision"}
