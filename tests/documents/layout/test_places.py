"""What stands in the middle, underlined or bold, and what documents are held to no rule."""

import pytest

from kshc_cli.documents.components.origin import Origin, origin_of
from kshc_cli.documents.components.recognition import recognised
from kshc_cli.documents.word.body_reader import body_of
from tests.documents.layout.kinds import SOUND
from tests.documents.layout.offices import FIRST, PLAIN, SECOND, decision, made, minutes
from tests.documents.layout.sound import BOLD, CENTRED, ITALIC, size
from tests.documents.layout.sound import NATION as NATION_WORDS
from tests.documents.layout.test_rules import failed, findings
from tests.documents.layout.test_singles import PART, with_change
from tests.documents.word_xml import p, r, word_parts

RIGHT, UNDERLINED = '<w:jc w:val="right"/>', '<w:u w:val="single"/>'
PLACES = [
    ("letter", "Số: 15", CENTRED, "", "3-number"),
    ("decision", "Số: 05", CENTRED, RIGHT, "3-number"),
    ("letter of a department", "SỞ NỘI VỤ", CENTRED, "", "2-issuer"),
    ("report", "Tân Phú, ngày", CENTRED, RIGHT, "4-place-date"),
    ("notice", "Độc lập - Tự do", CENTRED, "", "1-tieu-ngu"),
    ("letter", "Trần Văn Nam", CENTRED, "", "7-signer"),
    ("plan", ">CHỦ TỊCH<", CENTRED, "", "7-position"),
    ("report", "TM. ỦY BAN NHÂN DÂN", CENTRED, RIGHT, "7-position"),
    ("report", ">XÃ TÂN PHÚ<", CENTRED, RIGHT, "2-issuer"),
    ("report", SECOND[:30], '<w:jc w:val="both"/>', RIGHT, "6-justified"),
    ("letter", "Số: 15", size(13), UNDERLINED + size(13), "3-number"),
    ("submission", "TỜ TRÌNH", BOLD, BOLD + UNDERLINED, "5-title"),
    ("report", "Nơi nhận:", size(12), UNDERLINED + size(12), "9-label"),
    ("letter", "Kính gửi", size(14), UNDERLINED + size(14), "9-addressees"),
    ("letter of a department", "TỈNH ĐỒNG THÁP", size(13), UNDERLINED + size(13), "2-parent"),
    ("report", SECOND[:30], "<w:r>", f"<w:r><w:rPr>{BOLD}</w:rPr>", "6-weight"),
]


@pytest.mark.parametrize(("name", "words", "old", "new", "rule"), PLACES)
def test_what_is_off_the_middle_underlined_or_bold_is_found(
    name: str, words: str, old: str, new: str, rule: str
) -> None:
    xml = SOUND[name][PART].decode()
    start = xml.rindex("<w:p>", 0, xml.index(words))
    paragraph = xml[start : xml.index("</w:p>", start)]
    assert old in paragraph
    assert failed(with_change(name, paragraph, paragraph.replace(old, new))) == {f"nd30.I.II.{rule}"}


WORDS = [
    ("letter", "CHỦ TỊCH</w:t>", "CHỦ TỊCH:</w:t>", "7-position"),
    ("report", "TM. ỦY BAN NHÂN DÂN</w:t>", "TM. ỦY BAN NHÂN DÂN:</w:t>", "7-position"),
    ("plan with an annex", "Phụ lục I</w:t>", "Phụ lục I.</w:t>", "5-title"),
    ("plan", "KẾ HOẠCH</w:t>", "Kế hoạch</w:t>", "5-title"),
    ("decision", ">QUYẾT ĐỊNH</w:t>", ">Quyết định</w:t>", "5-title"),
    ("notice", "THÔNG BÁO</w:t>", "THÔNG BÁO.</w:t>", "5-title"),
    ("letter", "XÃ HỘI CHỦ NGHĨA", "XÃ HỘI NGHĨA", "1-quoc-hieu"),
    ("decision", "QUYẾT ĐỊNH:", "QUYẾT NGHỊ:", "6-enacting"),
    ("resolution of a council", "QUYẾT NGHỊ:", "QUYẾT ĐỊNH:", "6-enacting"),
    ("plan", "05/KH-UBND", "05/KH-ubnd", "3-symbol"),
    ("letter to several", "Nội vụ tỉnh Đồng Tháp;", "Nội vụ tỉnh Đồng Tháp,", "9-addressees-list"),
]


@pytest.mark.parametrize(("name", "old", "new", "rule"), WORDS)
def test_a_sign_or_a_word_that_is_not_of_its_place_is_found(name: str, old: str, new: str, rule: str) -> None:
    assert failed(with_change(name, old, new)) == {f"nd30.I.II.{rule}"}


def test_a_resolution_that_is_titled_a_decision_is_found() -> None:
    titled = with_change("resolution of a council", "NGHỊ QUYẾT</w:t>", "QUYẾT ĐỊNH</w:t>")
    assert {"nd30.I.II.3-symbol", "nd30.I.II.6-enacting"} <= failed(titled)


BEFORE = p(FIRST, PLAIN.running)
NATION = p(NATION_WORDS, CENTRED, BOLD + size(13))
SOUND_LOOKS = [
    ("report", BEFORE, BEFORE + p(f"1. {FIRST[:-1]}", PLAIN.running, BOLD)),
    ("report", BEFORE, BEFORE + p(f"1. {FIRST}", PLAIN.running, BOLD)),
    ("report", BEFORE, BEFORE + p(f"I. {FIRST.upper()}", PLAIN.running, BOLD)),
    ("report", BEFORE, BEFORE.replace("<w:r>", r("Mục tiêu: ", BOLD) + "<w:r>", 1)),
    ("letter", NATION, NATION.replace(CENTRED, "")),
    ("letter", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA"),
    ("letter", "- Lưu: VT, VP.", "- Lưu: VT, VP (2). 70"),
    (
        "report",
        BEFORE,
        BEFORE.replace('w:firstLine="720"', "").replace("<w:r>", r(" ") + "<w:r><w:tab/></w:r><w:r>", 1),
    ),
    (
        "letter",
        "- Lưu: VT, VP.</w:t></w:r></w:p>",
        "- Lưu: VT, VP.</w:t></w:r></w:p>" + p("Sonnk/QĐ06.50b", "", size(11)),
    ),
    (
        "letter",
        "- Lưu: VT, VP.</w:t></w:r></w:p>",
        "- Lưu: VT,</w:t></w:r></w:p>" + p("VP, KSTT.", "", size(11)),
    ),
]


HEADED = ["decision", "letter", "report", "submission", "notice", "minutes", "resolution of a council"]


@pytest.mark.parametrize("name", HEADED)
@pytest.mark.parametrize(
    ("words", "rule"),
    [("", "nd30.8-components"), ("CỘNG HÒA XHCN VIỆT NAM", "nd30.I.II.1-quoc-hieu")],
)
def test_a_heading_is_known_without_the_right_name_of_the_state(name: str, words: str, rule: str) -> None:
    (fault,) = findings(with_change(name, NATION, words and p(words, CENTRED, BOLD + size(13))))
    assert fault.rule == rule


def test_a_nation_on_two_lines_is_said_at_the_first() -> None:
    both = p(NATION_WORDS[:15], CENTRED, BOLD + size(13)) + p(NATION_WORDS[16:], CENTRED, BOLD + size(13))
    (fault,) = findings(with_change("report", NATION, both))
    assert (fault.rule, fault.word_place and fault.word_place.quote) == ("nd30.I.II.1-quoc-hieu", NATION_WORDS[:15])


@pytest.mark.parametrize(("name", "old", "new"), SOUND_LOOKS)
def test_headings_leading_words_and_signs_of_drafters_are_sound(name: str, old: str, new: str) -> None:
    assert failed(with_change(name, old, new)) == set()


def test_a_name_far_at_the_right_without_tabs_is_the_signer() -> None:
    assert "nd30.I.II.9-list" not in failed(made(_signed_by_spaces(), PLAIN))


def _signed_by_spaces() -> str:
    position = p("CHỦ TỊCH", CENTRED, BOLD + size(14))
    listed = p("Nơi nhận:", "", BOLD + ITALIC + size(12)) + p("- Lưu: VT, VP.", "", size(11))
    name = p(" " * 60 + "Trần Văn Nam", "", BOLD + size(14))
    signed = decision(PLAIN)
    return signed[: signed.rindex("<w:tbl>")] + position + listed + p("") + name


def test_positions_in_small_letters_are_positions_all_the_same() -> None:
    signed = with_change("report", ">KT. CHỦ TỊCH<", ">KT. Chủ tịch<")[PART].decode()
    small = signed.replace(">TM. ỦY BAN NHÂN DÂN<", "><").replace(">PHÓ CHỦ TỊCH<", ">Phó Chủ tịch<")
    found = failed({**SOUND["report"], PART: small.encode()})
    assert "nd30.I.II.7-position" in found
    assert "nd30.I.II.7-prefix" not in found


def origin(body: str) -> Origin:
    parsed = body_of(word_parts(body))
    return origin_of(parsed, recognised(parsed).acts)


def numbered(number: str) -> str:
    return decision(PLAIN, number=number)


LAW = p("QUỐC HỘI", CENTRED, BOLD) + p("Luật số: 21/2017/QH14") + NATION + p("LUẬT", CENTRED, BOLD)
CONTRACT = NATION + p("Độc lập - Tự do - Hạnh phúc", CENTRED) + p("HỢP ĐỒNG", CENTRED, BOLD) + BEFORE * 5
MINUTES = minutes(PLAIN)


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (numbered("Số: 05/QĐ-UBND"), Origin.STATE),
        (numbered("Số: 05/2026/QĐ-UBND"), Origin.LEGISLATION),
        (LAW + BEFORE + p("Phụ lục I", CENTRED, BOLD) + p("DANH MỤC", CENTRED, BOLD), Origin.LEGISLATION),
        (p("NGHỊ ĐỊNH", CENTRED, BOLD) + BEFORE + decision(PLAIN), Origin.LEGISLATION),
        (
            p("Phụ lục", CENTRED, BOLD) + p("(Kèm theo Thông tư số 03/2018/TT-BNG)", CENTRED) + BEFORE,
            Origin.LEGISLATION,
        ),
        (p("QUY ĐỊNH", CENTRED, BOLD) + p("(Kèm theo Quyết định số 09/2010/QĐ-UBND)") + BEFORE, Origin.LEGISLATION),
        (p("ĐOÀN TNCS HỒ CHÍ MINH", CENTRED, BOLD) + p("KẾ HOẠCH", CENTRED, BOLD) + BEFORE, Origin.UNION),
        (numbered("Số: {so}/QĐ-UBND"), Origin.STATE),
        (numbered("Số: {{so}}").replace("Tân Phú, ngày 09", "{{dia_danh}}, ngày {{ngay}}"), Origin.TEMPLATE),
        (p("LUẬT", CENTRED) + p("SỐ 66/2006/QH11") + BEFORE, Origin.LEGISLATION),
        (p("Số: 12/DS-TĐ") + p("Tên") + BEFORE, Origin.UNTOLD),
        (CONTRACT + MINUTES, Origin.UNTOLD),
        (p("BÌA", CENTRED, BOLD) + MINUTES, Origin.STATE),
        (BEFORE * 15 + p("Phụ lục 1", CENTRED, BOLD) + p("BẢNG CÂU HỎI", CENTRED, BOLD) + BEFORE, Origin.UNTOLD),
        (numbered("Số: …/20..(2)../QĐ-UBND"), Origin.LEGISLATION),
        (numbered("Số: …(1)…/QĐ-…(2)…"), Origin.TEMPLATE),
    ],
)
def test_whose_rules_a_file_follows(body: str, wanted: Origin) -> None:
    assert origin(body) is wanted


def test_a_form_in_an_annex_may_be_signed() -> None:
    form = p("NGƯỜI ĐỀ NGHỊ", CENTRED, BOLD + size(14)) + p("(Ký, ghi rõ họ tên)", CENTRED, ITALIC + size(14))
    parts = SOUND["plan with an annex"]
    xml = parts[PART].decode()
    end = xml.rindex("<w:sectPr>")
    assert failed({**parts, PART: (xml[:end] + p("Họ và tên: …", PLAIN.running) + form + xml[end:]).encode()}) == set()
