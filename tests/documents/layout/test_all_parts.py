"""One fault of a kind that was missed, in every part of a sound document, and sound documents that were blamed."""

import pytest

from kshc_cli.documents.components.origin import Origin
from kshc_cli.documents.layout.inspected import inspected
from kshc_cli.documents.word.body_reader import body_of
from tests.documents.layout.kinds import KINDS, SOUND
from tests.documents.layout.offices import FIRST, PLAIN, about, made
from tests.documents.layout.sound import BOLD, BORDERS, CENTRED, size
from tests.documents.layout.test_rules import failed
from tests.documents.layout.test_singles import PART, made_text, numbered, with_change
from tests.documents.layout.test_words import AIM
from tests.documents.word_xml import p, r, tbl, tc, tr

SIGNS, HEADINGS, CITED = "nd30.I.II.6-number-signs", "nd30.I.II.6-headings", "nd30.I.II.6-cited-kinds"
NAMES, PARTS, DAYS, SENTENCES = "nd30.II-names", "nd30.II-parts", "nd30.II-days", "nd30.II-sentences"
PREFIX, COMPONENTS, SAME = "nd30.I.II.7-prefix", "nd30.8-components", "nd30.mau-1.3-same-decision"
TEXTS, PEOPLE = "nd30.II-texts", "nd30.II-people"
ATTACHED = "decision with an attached plan"

ONE_FAULT = [
    ("nd30.I.II.3-number", "report", "09/BC-UBND", "09/2026/BC-UBND"),
    ("nd30.I.II.3-number", "letter", "15/UBND-VP", "15/2026/UBND-VP"),
    ("nd30.I.II.3-symbol", "submission", "10/TTr-UBND", "10/TTrinh-UBND"),
    ("nd30.I.II.2-parent", "letter of a department", ">ỦY BAN NHÂN DÂN<", ">Ủy ban nhân dân<"),
    ("nd30.I.II.6-bases-begin", "decision", "Căn cứ Nghị định", "- Căn cứ Nghị định"),
    (PREFIX, "decision of a department", p("KT. GIÁM ĐỐC", CENTRED, BOLD + size(14)), ""),
    (PREFIX, "letter by delegation", "TUQ. CHỦ TỊCH", "UQ. CHỦ TỊCH"),
    ("nd30.I.II.7-signer", "report", ">Lê Thị Hoa<", "> <"),
    ("nd30.I.II.9-list", "decision", "- Sở Nội vụ (b/c);", "- Sở Nội vụ (b/c); - Sở Tư pháp;"),
    ("nd30.I.II.9-as-above", "decision", "- Như Điều 2;", "- Như Điều 5;"),
    ("nd30.I.II.9-as-above", "letter", "- Như trên;", "- Sở Tư pháp;"),
    (CITED, ATTACHED, "(Kèm theo Quyết định số 05/", "(Kèm theo Kế hoạch số 05/"),
    (SAME, "plan with an annex", "của Ủy ban nhân dân xã Tân Phú)", "của Ủy ban nhân dân xã Mỹ Hiệp)"),
    ("nd30.mau-1.3-reference", "plan with an annex", "(Kèm theo", "(KÈM THEO"),
    ("nd30.mau-1.3-reference", "plan with an annex", "(Kèm theo", "Kèm theo"),
    (CITED, "letter", AIM, "Thực hiện Quyết định số 05/KH-UBND ngày 09 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh"),
    (CITED, "report", AIM, "Thực hiện Kế hoạch số 12/QĐ-UBND ngày 09 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh"),
    (NAMES, "letter", AIM, "Thực hiện ý kiến của sở tài chính"),
    (NAMES, "letter", AIM, "Thực hiện ý kiến của Sở Nội Vụ"),
    (NAMES, "report", AIM, "Thực hiện ý kiến của Bộ tài chính"),
    (NAMES, "report", AIM, "Thực hiện ý kiến của Thủ tướng chính phủ"),
    (NAMES, "report", AIM, "Thực hiện ý kiến của Ủy ban nhân dân Tỉnh Đồng Tháp"),
    (PARTS, "letter", AIM, "Thực hiện Khoản 2 Điều 5 Luật Lưu trữ"),
    (TEXTS, "decision", "Căn cứ Luật Tổ chức", "Căn cứ Luật tổ chức"),
    (DAYS, "letter", AIM, "Thực hiện kết luận của cuộc họp (thứ năm)"),
    (DAYS, "letter", AIM, "Thực hiện kết luận vào thứ năm, ngày 15 tháng 01 năm 2026"),
    (SENTENCES, "letter", AIM, AIM.replace("Thực", "thực")),
    (TEXTS, "letter", AIM, "Thực hiện công văn này"),
    ("nd30.I.II.3-symbol", "minutes", "02/BB-UBND", "02/BBH-UBND"),
    ("nd30.I.II.3-symbol", "invitation", "12/GM-UBND", "12/GMH-UBND"),
    (COMPONENTS, "invitation", "Họp tổng kết công tác năm 2025", " "),
    (COMPONENTS, "telegram", "Về việc ứng phó với bão số 3", " "),
    ("nd30.I.II.5-letter-subject", "letter", "V/v báo cáo kết quả rà soát", "V/v BÁO CÁO KẾT QUẢ RÀ SOÁT"),
    ("nd30.I.II.6-bases-ends", "decision", "năm 2025;</w:t>", "năm 2025; Căn cứ Luật Lưu trữ;</w:t>"),
    ("nd30.I.II.9-addressees-list", "letter", "Kính gửi: ", "Kính gửi: Sở Tư pháp, "),
    (TEXTS, "plan with an annex", "(Kèm theo Kế hoạch số", "(Kèm theo kế hoạch số"),
    (PEOPLE, "letter", AIM, "Bảo vệ sức khỏe nhân dân"),
    (PEOPLE, "letter", AIM, "Theo chủ trương của đảng"),
    (PEOPLE, "letter", AIM, "Theo chính sách của nhà nước"),
    (PEOPLE, "letter", AIM, "Phục vụ nhân dân"),
    (PEOPLE, "letter", AIM, "Niêm yết công khai để nhân dân biết"),
    (PEOPLE, "letter", AIM, "Quản lý tài sản do nhà nước đầu tư"),
    ("nd30.I.II.3-symbol", "directive", "01/CT-UBND", "01/CT.UBND"),
    ("nd30.I.II.3-symbol", "letter", "15/UBND-VP", "15/UBND.VP"),
    ("nd30.I.II.9-addressees", "letter", "Kính gửi: ", "Kính gởi: "),
]
SOUND_WORDS = [
    ("letter", AIM, "Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị và Quyết định số 12/QĐST-DS"),
    ("letter", AIM, "Kiểm tra cơ sở y tế, trụ sở Công an và cán bộ tư pháp"),
    ("letter", AIM, "Thực hiện ý kiến của Sở Công Thương, Bộ Công Thương và Sở Nội vụ"),
    ("letter", AIM, "Thực hiện khoản 2 Điều 5 Luật Lưu trữ. Khoản 3 Điều 6 áp dụng từ nay"),
    ("letter", AIM, "Phối hợp với lực lượng vũ trang nhân dân, ngân sách nhà nước và Đảng ủy xã"),
    ("letter", AIM, "Ngành kiểm sát nhân dân, cơ quan nhà nước và tổ chức chính trị - xã hội phối hợp"),
    ("letter", AIM, "Thu ngân sách nhà nước, quản lý nhà nước về đất đai, Quỹ tín dụng nhân dân"),
    ("letter", "Kính gửi: ", "Kính gửi: Ông Lê Văn Tám, "),
    ("resolution of a council", "/NQ-HĐND", "/NQLT-HĐND"),
    ("letter", AIM, "Bộ xây dựng quy trình, các sở xây dựng kế hoạch thực hiện"),
    ("letter", AIM, "Theo kết luận tại Đại hội lần thứ ba, ngày 15 tháng 01 năm 2026"),
    ("plan with an annex", "của Ủy ban nhân dân xã Tân Phú)", "của UBND xã TP)"),
    ("letter", AIM, "Tổ chức kỳ họp lần thứ hai, họp vào sáng thứ Hai, Chủ nhật"),
    ("decision", "Căn cứ Luật Tổ chức chính quyền địa phương", "Căn cứ Luật Đất đai"),
    ("decision", "Căn cứ Luật Tổ chức", "Căn cứ Luật Đầu tư, Luật sửa đổi, bổ sung một số điều của Luật Tổ chức"),
    (ATTACHED, "(Kèm theo Quyết định số 05/", "(Kèm theo văn bản số 05/"),
    ("report", "Kết quả rà soát thủ tục hành chính quý I", "Thực hiện rà soát thủ tục hành chính quý I"),
    ("decision", "Về việc thành lập Tổ công tác chuyển đổi số", "Xét tặng danh hiệu thi đua năm 2026 của xã"),
    ("letter", AIM, "Xét Tờ trình số 11/TT-LĐCL ngày 05 tháng 01 năm 2026 của Liên đoàn Cầu lông tỉnh"),
    ("report", '<w:t xml:space="preserve">Kết quả rà soát', '<w:t xml:space="preserve">V/v rà soát'),
]


@pytest.mark.parametrize(("rule", "name", "old", "new"), ONE_FAULT)
def test_one_fault_is_found_and_no_other(rule: str, name: str, old: str, new: str) -> None:
    assert failed(with_change(name, old, new)) == {rule}


@pytest.mark.parametrize(("name", "old", "new"), SOUND_WORDS)
def test_what_is_near_such_a_fault_is_sound(name: str, old: str, new: str) -> None:
    assert failed(with_change(name, old, new)) == set()


@pytest.mark.parametrize(
    ("lines", "is_sound"),
    [
        (("1)", "2)"), False), (("1/", "2/"), False), (("1.", "a.", "b."), False), (("1.", "a/", "b/"), False),
        (("1.", "a)", "1)", "2)", "b)", "2."), True), (("1.", "1)", "2)", "2."), True), (("1.", "a)", "b)"), True),
        (("Điều 1.", "1.", "2.", "Điều 2.", "1)"), False),
    ],
)  # fmt: skip
def test_signs_behind_numbers(lines: tuple[str, ...], *, is_sound: bool) -> None:
    assert failed(numbered(*lines)) == (set() if is_sound else {SIGNS})


@pytest.mark.parametrize("heading", ["CHƯƠNG I", "Chương I. QUY ĐỊNH CHUNG", "Mục 1: QUY ĐỊNH CHUNG"])
def test_the_number_of_a_chapter_in_another_form(heading: str) -> None:
    assert failed(numbered(heading)) == {HEADINGS}


@pytest.mark.parametrize(
    ("number", "below", "is_sound"),
    [
        (p("Chương I", CENTRED, BOLD + size(14)), p("QUY ĐỊNH CHUNG", CENTRED, BOLD + size(14)), True),
        (p("Chương I", CENTRED, BOLD + size(14)), p("Quy định chung", CENTRED, BOLD + size(14)), False),
        (p("Chương I", CENTRED, BOLD + size(14)), p("QUY ĐỊNH CHUNG", CENTRED, size(14)), False),
        (p("Chương I", CENTRED, size(14)), p("QUY ĐỊNH CHUNG", CENTRED, BOLD + size(14)), False),
        (p("Chương I", "", BOLD + size(14)), p("QUY ĐỊNH CHUNG", CENTRED, BOLD + size(14)), False),
        (
            f"<w:p><w:pPr>{CENTRED}</w:pPr>{r('Chương I', BOLD)}<w:r><w:br/></w:r>{r('QUY ĐỊNH CHUNG', BOLD)}</w:p>",
            "",
            True,
        ),
    ],
)
def test_the_look_of_a_chapter(number: str, below: str, *, is_sound: bool) -> None:
    running = made_text(FIRST)
    parts = with_change("report", running, running + number + below + running)
    assert failed(parts) == (set() if is_sound else {HEADINGS})


def test_clauses_that_begin_behind_a_table_may_have_any_number() -> None:
    table = tbl(tr(tc(p("1. Một"))), tr(tc(p("2. Hai"))), properties=BORDERS)
    parts = numbered("2.", "3.")
    xml = parts[PART].decode()
    assert failed(parts) == {"nd30.I.II.6-numbering"}
    place = xml.index("<w:p>", xml.rindex("</w:p>", 0, xml.index(">2. ")))
    assert failed({**parts, PART: (xml[:place] + table + xml[place:]).encode()}) == set()


@pytest.mark.parametrize(
    ("name", "old", "missing"),
    [
        ("letter", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {COMPONENTS}),
        ("decision", ">QUYẾT ĐỊNH<", {COMPONENTS}),
        ("report", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {COMPONENTS}),
    ],
)
def test_a_document_is_known_without_its_first_words(name: str, old: str, missing: set[str]) -> None:
    new = old.replace("QUYẾT ĐỊNH", " ") if old.startswith(">") else " "
    assert failed(with_change(name, old, new)) == missing


def test_a_decision_without_a_legal_basis() -> None:
    xml = SOUND["decision"][PART].decode()
    for words in ("Căn cứ Luật", "Căn cứ Nghị định"):
        start = xml.rindex("<w:p>", 0, xml.index(words))
        xml = xml[:start] + xml[xml.index("</w:p>", start) + len("</w:p>") :]
    assert failed({**SOUND["decision"], PART: xml.encode()}) == {"nd30.I.II.6-bases-begin"}


def test_a_heading_in_a_table_that_frames_it() -> None:
    for name in ("decision", "letter", "report", ATTACHED):
        xml = SOUND[name][PART].decode()
        start, end = xml.index("<w:tbl>"), xml.index("</w:tbl>") + len("</w:tbl>")
        framed = tbl(tr(tc(xml[start:end] + p(""), '<w:tcW w:w="9354" w:type="dxa"/>')))
        assert failed({**SOUND[name], PART: (xml[:start] + framed + xml[end:]).encode()}) == set()


def test_a_heading_in_two_text_boxes() -> None:
    for name in ("decision", "letter", "report"):
        xml = SOUND[name][PART].decode()
        start, end = xml.index("<w:tbl>"), xml.index("</w:tbl>") + len("</w:tbl>")
        cells = [cell.partition("</w:tcPr>")[2].partition("</w:tc>")[0] for cell in xml[start:end].split("<w:tc>")[1:]]
        boxes = _box(cells[0] + cells[2]) + _box(cells[1] + cells[3])
        assert failed({**SOUND[name], PART: (xml[:start] + boxes + xml[end:]).encode()}) == set()


def _box(inside: str) -> str:
    return (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:txbx>'
        f"<w:txbxContent>{inside}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r></w:p>"
    )


def test_a_telegram_says_in_small_letters_whom_it_goes_to() -> None:
    xml = SOUND["telegram"][PART].decode()
    assert failed(with_change("telegram", "TÂN PHÚ ĐIỆN:", "TÂN PHÚ điện:")) == set()
    assert "ĐIỆN:" in xml


def test_a_letter_by_tabs_with_its_subject_on_two_lines() -> None:
    tabbed = about("V/v báo cáo kết quả rà soát thủ tục", "hành chính quý I năm 2026")
    habit = PLAIN.__class__(head="tabs", nation=12, names=12)
    body = KINDS["letter with its subject on two lines"](habit)
    assert failed(made(body, habit)) == set()
    assert tabbed


def test_a_note_of_what_is_sent_may_stand_behind_the_end() -> None:
    end = "theo đúng quy định./."
    note = p("(Gửi kèm theo: dự thảo Quyết định.)", PLAIN.running)
    xml = SOUND["report"][PART].decode()
    place = xml.index("</w:p>", xml.index(end)) + len("</w:p>")
    assert failed({**SOUND["report"], PART: (xml[:place] + note + xml[place:]).encode()}) == set()
    assert failed(with_change("report", end, end.replace("./.", "."))) == {"nd30.mau-1.3-end-mark"}


def test_a_name_beside_the_recipients_is_the_signers() -> None:
    listed = "- Lưu: VT, VP.</w:t></w:r>"
    named = f"{listed}<w:r><w:tab/><w:tab/><w:tab/><w:t>(Đã ký) Lê Thị Hoa</w:t></w:r>"
    parts = with_change("report", ">Lê Thị Hoa<", "> <")
    assert failed(parts) == {"nd30.I.II.7-signer"}
    xml = parts[PART].decode()
    assert listed in xml
    assert "nd30.I.II.7-signer" not in failed({**parts, PART: xml.replace(listed, named).encode()})


@pytest.mark.parametrize(("number", "origin"), [("09/2009", Origin.LEGISLATION), ("09/2026", Origin.STATE)])
def test_directives_made_law_up_to_2016(number: str, origin: Origin) -> None:
    parts = with_change("directive", "Số: 01/CT-UBND", f"Số: {number}/CT-UBND")
    assert inspected(body_of(parts), final=False).origin is origin


def test_a_form_by_itself_is_held_to_nothing() -> None:
    blanks = "".join(made_text(f"{number}. Họ và tên: ………………") for number in range(1, 7))
    form = p("Phụ lục I", CENTRED, BOLD + size(14)) + p("TỜ KHAI", CENTRED, BOLD + size(14)) + blanks
    assert inspected(body_of(made(form, PLAIN)), final=False).origin is Origin.TEMPLATE
    few = form.replace("………………", "Nguyễn Văn A")
    assert inspected(body_of(made(few, PLAIN)), final=False).origin is Origin.STATE


def test_a_paragraph_goes_on_behind_a_formula() -> None:
    running, formula = made_text(FIRST), p("T = (A + B)/2", CENTRED, size(14))
    behind = made_text("trong đó A là số hồ sơ đã nhận, B là số hồ sơ đã giải quyết trong kỳ báo cáo của cơ quan.")
    assert failed(with_change("report", running, running + formula + behind)) == set()
    assert failed(with_change("report", running, running + behind)) == {SENTENCES}


@pytest.mark.parametrize("label", ["Điều 1:", "Điều 1."])
def test_the_articles_of_what_a_decision_issues(label: str) -> None:
    bold = p(f"{label} Phạm vi điều chỉnh", PLAIN.running, BOLD)
    parts = with_change("rules without a decision", made_text(FIRST), bold + made_text(FIRST))
    assert failed(parts) == (set() if label.endswith(".") else {"nd30.I.II.6-article-label"})
    plain = p(f"{label} Phạm vi điều chỉnh", PLAIN.running)
    assert "nd30.I.II.6-article-label" in failed(with_change("rules without a decision", made_text(FIRST), plain))


def test_a_resolution_names_who_decides() -> None:
    xml = SOUND["resolution without a session"][PART].decode()
    start = xml.rindex("<w:p>", 0, xml.index("HỘI ĐỒNG NHÂN DÂN XÃ TÂN PHÚ"))
    parts = {PART: (xml[:start] + xml[xml.index("</w:p>", start) + len("</w:p>") :]).encode()}
    assert failed({**SOUND["resolution without a session"], **parts}) == {"nd30.I.II.6-authority-named"}
