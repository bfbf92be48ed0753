"""One fault in a sound document of its kind: only the rule it breaks says so; what is near it is sound."""

import pytest

from tests.documents.layout.kinds import SOUND
from tests.documents.layout.offices import DECREE, FIRST, PLAIN
from tests.documents.layout.sound import BOLD, CENTRED, size
from tests.documents.layout.test_rules import failed, findings
from tests.documents.word_xml import p

PART = "word/document.xml"


def with_change(name: str, old: str, new: str) -> dict[str, bytes]:
    parts = SOUND[name]
    xml = parts[PART].decode()
    assert old in xml, old
    return {**parts, PART: xml.replace(old, new, 1).encode()}


SYMBOL = [
    ("decision", "05/QĐ-UBND", "05/KH-UBND"),
    ("decision", "05/QĐ-UBND", "05/QD-UBND"),
    ("decision", "05/QĐ-UBND", "05/UBND"),
    ("decision", "05/QĐ-UBND", "05/UBND-VP"),
    ("resolution of a council", "15/NQ-HĐND", "15/QĐ-HĐND"),
    ("submission", "10/TTr-UBND", "10/TTR-UBND"),
    ("submission", "10/TTr-UBND", "10/TT-UBND"),
    ("submission", "10/TTr-UBND", "10/BC-UBND"),
    ("report", "09/BC-UBND", "09/KH-UBND"),
    ("notice", "11/TB-UBND", "11/CV-UBND"),
    ("programme", "03/CTr-UBND", "03/CTR-UBND"),
    ("programme", "03/CTr-UBND", "03/CT-UBND"),
    ("directive", "01/CT-UBND", "01/CTr-UBND"),
    ("scheme", "04/ĐA-UBND", "04/DA-UBND"),
    ("guideline of a department", "21/HD-SNV", "21/HĐ-SNV"),
    ("minutes", "02/BB-UBND", "02/BC-UBND"),
    ("invitation", "12/GM-UBND", "12/TB-UBND"),
    ("telegram", "01/CĐ-UBND", "01/CD-UBND"),
    ("letter", "15/UBND-VP", "15/KH-UBND"),
    ("letter", "15/UBND-VP", "15/BC-UBND-VP"),
    ("letter", "15/UBND-VP", "15/CV-UBND"),
    ("letter of a department", "812/SNV-CCHC", "812/TB-SNV"),
    ("plan", "05/KH-UBND", "05/QĐ-UBND"),
]
SOUND_SYMBOLS = [
    ("decision", "05/QĐ-UBND", "05/2026/QĐ-UBND"),
    ("decision", "05/QĐ-UBND", "05/QÐ-UBND"),
    ("decision", "05/QĐ-UBND", "05/QĐ-XPHC"),
    ("decision", "05/QĐ-UBND", "05/QĐ-UBND-HC"),
    ("decision", "05/QĐ-UBND", "05/QĐST-HNGĐ"),
    ("minutes", "02/BB-UBND", "02/BB-VPHC"),
    ("letter of a department", "812/SNV-CCHC", "812/CT-TTHT"),
    ("letter", "15/UBND-VP", "15/UBND-KH"),
    ("letter of a department", "812/SNV-CCHC", "812/SNV-TTr"),
    ("decision", "05/QĐ-UBND", "05/QĐ-UBND.t"),
]


@pytest.mark.parametrize(("name", "old", "new"), SYMBOL)
def test_a_symbol_of_another_kind_is_found(name: str, old: str, new: str) -> None:
    assert failed(with_change(name, f"Số: {old}", f"Số: {new}")) == {"nd30.I.II.3-symbol"}


@pytest.mark.parametrize(("name", "old", "new"), SOUND_SYMBOLS)
def test_a_symbol_that_begins_rightly_is_sound(name: str, old: str, new: str) -> None:
    assert failed(with_change(name, f"Số: {old}", f"Số: {new}")) == set()


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("letter", "15/UBND-VP", "15/BC-UBND", "begins with “BC”"),
        ("decision", "05/QĐ-UBND", "05/KH-UBND", "begins with “KH”, but the document is a quyết định: “QĐ”"),
        ("decision", "05/QĐ-UBND", "05/QĐ-ubnd", "“ubnd” stands in small letters"),
    ],
)
def test_what_is_wrong_in_a_symbol_is_quoted(name: str, old: str, new: str, said: str) -> None:
    (finding,) = findings(with_change(name, f"Số: {old}", f"Số: {new}"))
    assert said in finding.message


CHAIR = p("TM. ỦY BAN NHÂN DÂN", CENTRED, BOLD + size(14))
"""The line of a signature that says for whom."""
SPEAKS = {
    "committee": "Ủy ban nhân dân xã Tân Phú báo cáo kết quả như sau.",
    "chairman": "Chủ tịch Ủy ban nhân dân xã Tân Phú có ý kiến như sau.",
}
NAMED = ("plan", "report", "submission", "programme", "scheme", "submission to several")


@pytest.mark.parametrize("name", NAMED)
def test_what_a_committee_says_is_signed_on_its_behalf(name: str) -> None:
    spoken = saying(name, SPEAKS["committee"])
    assert failed(spoken) == set()
    assert failed(without(spoken, CHAIR)) == {"practice.on-behalf"}


@pytest.mark.parametrize("name", ["letter", "report", "plan"])
def test_what_its_chairman_says_he_signs_himself(name: str) -> None:
    assert failed(without(saying(name, SPEAKS["chairman"]), CHAIR)) == set()


def test_what_another_body_says_under_the_name_of_a_committee_is_its_own() -> None:
    spoken = saying("report", SPEAKS["committee"])
    xml = without(spoken, CHAIR)[PART].decode()
    assert failed({**spoken, PART: xml.replace("09/BC-UBND", "09/BC-BCĐ").encode()}) == set()


@pytest.mark.parametrize("name", ["letter", "plan", "notice", "directive", "resolution of a council", "invitation"])
def test_kinds_of_which_it_is_not_certain_may_be_signed_by_the_chairman(name: str) -> None:
    assert failed(without(SOUND[name], CHAIR)) == set()


def saying(name: str, words: str) -> dict[str, bytes]:
    return with_change(name, FIRST, words)


def without(parts: dict[str, bytes], words: str) -> dict[str, bytes]:
    return {**parts, PART: parts[PART].replace(words.encode(), b"", 1)}


DAY = "Tân Phú, ngày 09 tháng 01 năm 2026"


@pytest.mark.parametrize(
    "place",
    ["tân Phú", "Tân phú", "tân phú", "TÂN PHÚ", "hà nội", "thành phố Hồ Chí Minh", "Bà Rịa - Vũng tàu", "sa Đéc"],
)
def test_a_place_in_small_letters_or_capitals_is_found(place: str) -> None:
    assert failed(with_change("letter", DAY, f"{place}, ngày 09 tháng 01 năm 2026")) == {"nd30.I.II.4-place"}


@pytest.mark.parametrize(
    "place",
    [
        "Thành phố Hồ Chí Minh", "TP. Hồ Chí Minh", "Tp. HCM", "Ea H'leo", "Phan Rang-Tháp Chàm", "Quận 1", "Đắk R'lấp",
        "Bà Rịa - Vũng Tàu", "Hà Nội", "Thị trấn Cái Dầu", "Đặc khu Phú Quốc", "Khu IV", "Ô Môn", "A Lưới", "……",
    ],
)  # fmt: skip
def test_a_place_of_capitals_is_sound(place: str) -> None:
    assert (
        failed(with_change("letter", DAY, f"{place}, ngày 09 tháng 01 năm 2026")) - {"practice.district-level"} == set()
    )


@pytest.mark.parametrize(
    "day",
    [
        "Tân Phú ngày 09 tháng 01 năm 2026", "Tân Phú, ngày 9 tháng 01 năm 2026", "Tân Phú, ngày 09 tháng 1 năm 2026",
        "Tân Phú, ngày 12 tháng 06 năm 2026", "Tân Phú, ngày 12 tháng 03 năm 2026",
        "Tân Phú, ngày 012 tháng 6 năm 2026",
        "Tân Phú, Ngày 12 tháng 6 năm 2026", "Tân Phú. ngày 12 tháng 6 năm 2026", "Tân Phú, ngày 12 tháng 6 năm 26",
        "Tân Phú, ngày 12 tháng 6, năm 2026", "Tân Phú, ngày 31 tháng 6 năm 2026", "Tân Phú,ngày 12 tháng 6 năm 2026",
    ],
)  # fmt: skip
def test_a_date_in_another_form_is_found(day: str) -> None:
    assert failed(with_change("letter", DAY, day)) == {"nd30.I.II.4-date"}


@pytest.mark.parametrize("day", ["Tân Phú, ngày 09/01/2026", "Tân Phú, 09/01/2026", "Tân Phú, 9-1-2026", "09.01.2026"])
def test_a_short_date_is_found(day: str) -> None:
    assert failed(with_change("letter", DAY, day)) in ({"nd30.I.II.4-date"}, {"nd30.8-components"})


@pytest.mark.parametrize(
    "basis",
    [
        "Căn cứ Nghị định số 37/CP ngày 26 tháng 6 năm 1993 của Chính phủ về hợp tác;",
        "Căn cứ Nghị quyết số 35/NQ-HĐND ngày 09 tháng 01 năm 2026 của Hội đồng nhân dân xã về nhiệm vụ;",
        "Căn cứ Nghị quyết số 202/2025/QH15 ngày 12 tháng 6 năm 2025 của Quốc hội về việc sắp xếp đơn vị hành chính;",
        "Căn cứ Nghị quyết số 5/NQ-CP ngày 05 tháng 3 năm 2020 của Chính phủ có hiệu lực từ ngày 01 tháng 7 năm 2026;",
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "Căn cứ Quyết định số …/QĐ-UBND ngày … tháng … năm 2025 của Ủy ban nhân dân tỉnh về phân cấp;",
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2020 của Ủy ban nhân dân tỉnh;",
    ],
)
def test_a_basis_like_a_fault_is_sound(basis: str) -> None:
    assert failed(with_change("decision", DECREE, basis)) == set()


def test_a_basis_that_goes_on_in_a_line_of_its_own_need_not_begin_again() -> None:
    begun, _between, rest = DECREE.partition(" ngày ")
    parts = with_change("decision", DECREE, f"{begun} </w:t></w:r></w:p><w:p><w:r><w:t>Nghị định ngày {rest}")
    assert "nd30.I.II.6-bases-begin" not in failed(parts)


def numbered(*lines: str, name: str = "report") -> dict[str, bytes]:
    """Return a sound document in whose text stand these lines, headings bold and in the middle."""
    headings = ("Phần", "Chương", "Mục", "PHẦN", "CHƯƠNG", "I.", "II.", "III.", "IV.", "V.", "A.", "B.")
    running = made_text(f"{FIRST}")
    text = "".join(
        p(line, CENTRED, BOLD + size(14)) if line.startswith(headings) else made_text(f"{line} {FIRST}")
        for line in lines
    )
    return with_change(name, running, running + text)


def made_text(words: str) -> str:
    return p(words, PLAIN.running)


@pytest.mark.parametrize(
    "lines",
    [
        ("a)", "b)", "d)"), ("a)", "b)", "b)"), ("a)", "b)", "c)", "d)", "e)"), ("a)", "w)"),
        ("a)", "b)", "c)", "d)", "đ)", "e)", "f)"), ("a)", "j)"), ("a)", "z)"), ("a)", "b)", "c)", "d)", "f)"),
        ("1.", "2.", "4."), ("1.", "2.", "2."),
        ("2.", "3."), ("3.", "4."), ("b)", "c)"), ("1.", "3."), ("1.", "a)", "c)", "2."), ("1.", "a)", "b)", "3."),
        ("1.", "0."),
        ("I. MỘT", "III. BA"),
        ("I. MỘT", "1.", "2.", "II. HAI", "1.", "3."), ("I. MỘT", "II. HAI", "II. BA"), ("Chương I", "Chương III"),
        ("Phần I", "Chương I", "Chương II", "Phần III"), ("Chương I", "Mục 1", "Mục 3"), ("Điều 1.", "Điều 3."),
        ("Chương I", "Điều 1.", "Điều 2.", "Chương II", "Điều 4."), ("Điều 1.", "1.", "2.", "Điều 2.", "1.", "3."),
    ],
)  # fmt: skip
def test_a_gap_or_a_letter_of_no_vietnamese_alphabet_is_found(lines: tuple[str, ...]) -> None:
    assert failed(numbered(*lines)) == {"nd30.I.II.6-numbering"}


@pytest.mark.parametrize(
    "lines",
    [
        ("a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)", "k)", "l)", "m)", "n)", "o)", "p)", "q)", "r)"),
        ("1.", "a)", "b)", "2.", "a)", "b)", "c)", "3."), ("I. MỘT", "1.", "2.", "II. HAI", "3.", "4."),
        ("I. MỘT", "1.", "2.", "II. HAI", "1."), ("1.", "2.", "1.", "2.", "3."), ("1.", "1.", "2.", "2."),
        ("Chương I", "Mục 1", "Mục 2", "Chương II", "Mục 1"), ("Chương I", "Điều 1.", "Chương II", "Điều 2."),
        ("Phần I", "Chương I", "Phần II", "Chương I"), ("Phần I", "Chương I", "Phần II", "Chương II"),
        ("4.", "5."), ("1.", "1.1.", "1.2.", "2.", "2.1."), ("a)", "i)", "ii)", "v)", "b)"), ("12. ", "30/4 "),
        ("1.", "2. “Một cửa”", "3. 05 thủ tục", "4.Rà soát", "5/ Báo cáo", "6) Khác", "7."), ("1. Một; 2. Hai.", "3."),
        ("I. MỘT", " II. Hai", "III. BA"), ("15/QĐ-UBND", "17/QĐ-UBND"), ("a)", "(1)", "(2)", "b)"),
        ("1.", "“4.", "6. Các cơ quan”.", "2."), ("15.000 đồng", "20.500 đồng"), ("1.", "- ", "+ ", "2."),
        ("1.", "1)", "2)", "2.", "3."), ("1.", "2.", "3)"),
        ("1. Thừa”", "“4.", "6. Các cơ quan”.", "2."), ("1.", '"4.', '6. Các cơ quan".', "2."),
    ],
)  # fmt: skip
def test_numbers_that_begin_anew_or_go_on_are_sound(lines: tuple[str, ...]) -> None:
    assert failed(numbered(*lines)) - {"nd30.I.II.6-upright"} == set()


@pytest.mark.parametrize(
    "lines",
    [("1.", "2)", "3."), ("1.", "2/", "3."), ("a)", "b.", "c)"), ("1.", "a)", "2.", "3)", "4.")],
)
def test_one_number_with_another_sign_is_found(lines: tuple[str, ...]) -> None:
    assert failed(numbered(*lines)) == {"nd30.I.II.6-number-signs"}


@pytest.mark.parametrize("heading", ["Phần 1", "Chương 1", "CHƯƠNG 1", "Chương 1. QUY ĐỊNH CHUNG", "Mục I", "PHẦN 1"])
def test_a_heading_with_the_other_figures_is_found(heading: str) -> None:
    assert failed(numbered(heading)) - {"nd30.I.II.6-headings"} == {"nd30.I.II.6-part-numbers"}


@pytest.mark.parametrize("heading", ["Phần I", "Chương I", "Mục 1", "PHẦN THỨ NHẤT", "Phần mềm 1", "Chương trình 1"])
def test_a_heading_with_its_own_figures_is_sound(heading: str) -> None:
    assert failed(numbered(heading)) == set()


@pytest.mark.parametrize("name", ["letter", "report", "minutes", "invitation"])
@pytest.mark.parametrize("points", [10, 12, 15])
def test_the_size_of_a_text_is_held_to_the_decree_although_it_begins_as_a_basis(name: str, points: float) -> None:
    assert FIRST.startswith("Thực hiện")
    small = p(FIRST, PLAIN.running, size(points))
    assert failed(with_change(name, made_text(FIRST), small)) == {"nd30.I.II.6-size"}


@pytest.mark.parametrize("name", ["decision", "letter", "plan", "minutes", "invitation"])
def test_a_name_without_capitals_is_found(name: str) -> None:
    assert failed(with_change(name, "Trần Văn Nam", "trần văn nam")) == {"nd30.I.II.7-signer"}


@pytest.mark.parametrize(
    ("old", "new", "broken"),
    [
        ("Căn cứ Nghị định", "căn cứ Nghị định", "nd30.I.II.6-bases-begin"),
        ("Căn cứ Luật", "Căn cứ luật", "nd30.II-texts"),
        ("- Như Điều 2;", "- Như điều 2;", "nd30.II-texts"),
        ("tại Điều 1", "tại điều 1", "nd30.II-texts"),
    ],
)
def test_a_small_letter_that_begins_a_basis_a_law_or_an_article_is_found(old: str, new: str, broken: str) -> None:
    assert failed(with_change("decision", old, new)) == {broken}


@pytest.mark.parametrize("name", ["letter", "report", "plan"])
@pytest.mark.parametrize("prefix", ["T.M", "T.M.", "T/M"])
def test_a_prefix_parted_by_a_stop_or_a_stroke_is_found(name: str, prefix: str) -> None:
    assert failed(with_change(name, "TM. ỦY BAN", f"{prefix} ỦY BAN")) == {"nd30.I.II.7-prefix"}
