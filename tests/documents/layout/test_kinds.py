"""What a document is decides what it is held to: letters, minutes, resolutions, annexes, documents of the Party."""

import pytest

from kshc_cli.documents.components.origin import Origin
from kshc_cli.documents.layout.catalogue import Checked, check_layout
from kshc_cli.documents.word.body_reader import body_of
from kshc_cli.documents.word.metrics import width
from kshc_cli.findings import Outcome
from tests.documents.layout import sound as made
from tests.documents.layout.sound import BOLD, CENTRED, ITALIC, LONG, STYLES, TEXT, size
from tests.documents.word_xml import p, tbl, tc, tr, word_parts

GRID = '<w:gridCol w:w="3500"/><w:gridCol w:w="5854"/>'
ABOUT = "V/v rà soát thủ tục hành chính"
END = p(f"{LONG}./.", TEXT)
RUNNING = p(f"{LONG}.", TEXT)
RED = '<w:color w:val="FF0000"/>'


def head(
    number: str, *under: str, issuer: str = made.ISSUER, date: str = made.DATE, nation: float = 13, second: str = ""
) -> str:
    """Return a heading with paragraphs under its number; the sizes grow with that of Quốc hiệu."""
    left = p("ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", CENTRED, size(12)) + p(issuer, CENTRED, BOLD + size(12))
    left += (p(second, CENTRED, BOLD + size(12)) if second else "") + made.short_line(second or issuer, 12, "issuer")
    right = p(made.NATION, CENTRED, BOLD + size(nation)) + p(made.MOTTO, CENTRED, BOLD + size(nation + 1))
    right += made.line(width(made.MOTTO, nation + 1, bold=True), "motto")
    dated = p(date, CENTRED, ITALIC + size(nation + 1)) if date else p("")
    rows = tr(tc(left), tc(right)) + tr(tc(p(number, CENTRED, size(13)) + "".join(under)), tc(dated))
    return tbl(rows, grid=GRID)


def ending(*recipients: str, columns: tuple[str, ...] = ("TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH|Nguyễn Văn Hon",)) -> str:
    listed = p("Nơi nhận:", "", BOLD + ITALIC + size(12)) + "".join(p(one, "", size(11)) for one in recipients)
    cells = [tc("".join(p(line, CENTRED, BOLD) for line in each.split("|"))) for each in columns]
    return tbl(tr(tc(listed), *cells), grid=GRID)


TO = ("- Như trên;", "- Lưu: VT, Cường.")


def about(words: str = ABOUT, look: str = size(12)) -> str:
    return p(words, CENTRED, look)


def letter(*addressees: str, under: str = "", head_of: str = "", to: tuple[str, ...] = TO) -> str:
    addressed = "".join(p(line, CENTRED) for line in addressees or ("Kính gửi: Sở Nội vụ tỉnh Đồng Tháp",))
    return (head_of or head("Số: 12/UBND-VX", under or about())) + addressed + RUNNING + END + ending(*to)


def titled(
    kind: str, subject: str = "Kết quả rà soát thủ tục hành chính", *behind: str, number: str, issuer: str = made.ISSUER
) -> str:
    return head(number, issuer=issuer) + made.title(kind, subject) + "".join(behind) + RUNNING + END


def resolution() -> str:
    council = ("HỘI ĐỒNG NHÂN DÂN XÃ HÒA BÌNH", "KHÓA XII, KỲ HỌP THỨ 5")
    return (
        head("Số: 15/NQ-HĐND", issuer="HỘI ĐỒNG NHÂN DÂN", second="XÃ HÒA BÌNH")
        + made.title("NGHỊ QUYẾT", "Về nhiệm vụ năm 2026")
        + "".join(p(line, CENTRED, BOLD) for line in council)
        + made.bases(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "Xét Tờ trình số 20/TTr-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã về nhiệm vụ năm 2026.",
        )
        + p("QUYẾT NGHỊ:", CENTRED, BOLD)
        + made.article("Điều 1.", " Thông qua nhiệm vụ năm 2026.")
        + made.article("Điều 2.", " Nghị quyết này có hiệu lực kể từ ngày ký./.")
        + ending("- Thường trực Đảng ủy;", "- Lưu: VT.", columns=("CHỦ TỊCH|Nguyễn Văn Hon",))
    )


def annexed() -> str:
    referring = "(Kèm theo Kế hoạch số 05/KH-UBND ngày 09 tháng 01 năm 2026 của Ủy ban nhân dân xã Hòa Bình)"
    text = p("Nhiệm vụ tại Phụ lục I kèm theo Kế hoạch này.", TEXT)
    plan = titled("KẾ HOẠCH", "Rà soát thủ tục hành chính", text, number="Số: 05/KH-UBND")
    names = p("Phụ lục I", CENTRED, BOLD) + p("DANH MỤC NHIỆM VỤ", CENTRED, BOLD) + p(referring, CENTRED, ITALIC)
    return plan + ending("- Như Điều 2;", "- Lưu: VT.") + p("", made.section()) + names + made.task_table(5)


SOUND: dict[str, tuple[str, str]] = {
    "a letter": ("công văn", letter()),
    "a letter to several": (
        "công văn",
        letter("Kính gửi:", "- Sở Nội vụ tỉnh Đồng Tháp;", "- Sở Tư pháp tỉnh Đồng Tháp;", "- Ủy ban nhân dân các xã."),
    ),
    "a letter with its subject in two lines": (
        "công văn",
        letter(under=about("V/v rà soát thủ tục hành chính") + about("và báo cáo kết quả quý I năm 2026")),
    ),
    "a letter with smaller heads": ("công văn", letter(head_of=head("Số: 12/UBND-VX", about(), nation=12))),
    "an urgent letter": (
        "công văn",
        letter(head_of=head("Số: 12/UBND-VX", about(), p("HỎA TỐC", CENTRED, BOLD + RED + size(13)))),
    ),
    "a letter with the drafter's sign": (
        "công văn",
        letter(to=("- Như trên;", "- CT, các PCT UBND xã;", "- Lưu: VT, NVT.", "PL.(300)")),
    ),
    "recipients in groups": (
        "công văn",
        letter(to=("- Như trên;", "- Thành viên Tổ công tác:", "+ Ông Trần Văn A;", "+ Bà Lê Thị B;", "- Lưu: VT.")),
    ),
    "a report": ("báo cáo", titled("BÁO CÁO", number="Số: 09/BC-UBND") + ending(*TO)),
    "a report that says to whom": (
        "báo cáo",
        titled("BÁO CÁO", "Kết quả năm", p("Kính gửi: Sở Nội vụ.", CENTRED), number="Số: 09/BC-UBND") + ending(*TO),
    ),
    "a submission": (
        "tờ trình",
        titled("TỜ TRÌNH", "Về kế hoạch", p("Kính gửi: Ủy ban nhân dân tỉnh", CENTRED), number="Số: 09/TTr-UBND")
        + ending(*TO),
    ),
    "a submission that says to whom before what": (
        "tờ trình",
        head("Số: 09/TTr-UBND")
        + p("TỜ TRÌNH", CENTRED, BOLD)
        + p("Về kế hoạch năm 2026", CENTRED, BOLD)
        + made.short_line("Về kế hoạch năm 2026")
        + p("Kính gửi:", CENTRED)
        + p("- Ủy ban nhân dân tỉnh Đồng Tháp;", TEXT)
        + p("- Sở Nội vụ tỉnh Đồng Tháp.", TEXT)
        + RUNNING
        + END
        + ending(*TO),
    ),
    "minutes with two signers": (
        "biên bản",
        head("Số: 02/BB-UBND", date="")
        + made.title("BIÊN BẢN", "Họp rà soát thủ tục hành chính")
        + RUNNING
        + END
        + ending("- Lưu: VT.", columns=("THƯ KÝ|Lê Thị Hoa", "CHỦ TRÌ|Trần Văn Nam")),
    ),
    "a deputy's signature in three lines": (
        "báo cáo",
        titled("BÁO CÁO", number="Số: 09/BC-UBND")
        + ending(*TO, columns=("TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH|Lê Thị Hoa",)),
    ),
    "a position on two lines": (
        "thông báo",
        titled("THÔNG BÁO", number="Số: 09/TB-UBND")
        + ending(*TO, columns=("TL. CHỦ TỊCH|CHÁNH VĂN PHÒNG|HỘI ĐỒNG NHÂN DÂN VÀ UBND|Lê Thị Hoa",)),
    ),
    "a resolution of a council": ("nghị quyết", resolution()),
    "a plan with an annex": ("kế hoạch, phụ lục", annexed()),
    "a school's degree": (
        "báo cáo",
        titled("BÁO CÁO", number="Số: 09/BC-THCS", issuer="TRƯỜNG THCS NGUYỄN DU")
        + ending(*TO, columns=("HIỆU TRƯỞNG|ThS. Lê Thị Hoa",)),
    ),
}


def checked(body: str) -> Checked:
    return check_layout(body_of(word_parts(body + made.section(), styles=STYLES, header1=made.PAGE_NUMBER)), final=True)


@pytest.mark.parametrize("name", SOUND)
def test_sound_documents_of_every_kind_are_not_blamed(name: str) -> None:
    kinds, body = SOUND[name]
    found = checked(body)
    assert [(one.message, one.word_place) for each in found.outcomes for one in each.findings] == []
    assert (", ".join(found.kinds), found.origin) == (kinds, Origin.STATE)


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        ("nd30.I.II.5-letter-subject", letter(under=about(look=size(14)))),
        ("nd30.I.II.5-letter-subject", letter(under=about(look=BOLD + size(12)))),
        ("nd30.8-components", letter(under=p(""))),
        ("nd30.8-components", head("Số: 12/UBND-VX", about()) + RUNNING + END + ending(*TO)),
        ("nd30.8-components", titled("TỜ TRÌNH", "Về kế hoạch", number="Số: 09/TTr-UBND") + ending(*TO)),
        ("nd30.I.I.4-colour", letter(head_of=head("Số: 12/UBND-VX", about(), p("KẾT QUẢ", CENTRED, RED)))),
        ("nd30.I.I.5-sizes", letter(head_of=head("Số: 12/UBND-VX", about()).replace(size(14), size(13), 1))),
        ("nd30.I.II.5-title", annexed().replace(p("Phụ lục I", CENTRED, BOLD), p("PHỤ LỤC I", CENTRED, BOLD))),
        ("nd30.I.II.5-subject", annexed().replace("DANH MỤC NHIỆM VỤ", "Danh mục nhiệm vụ")),
    ],
)
def test_a_fault_of_its_kind_is_found(rule: str, body: str) -> None:
    assert rule in {each.rule for each in checked(body).outcomes if each.outcome is Outcome.FAILED}


PARTY = tbl(
    tr(tc(p("TỈNH ỦY ĐỒNG THÁP", CENTRED) + p("*", CENTRED)), tc(p("ĐẢNG CỘNG SẢN VIỆT NAM", CENTRED, BOLD))),
    grid=GRID,
)


@pytest.mark.parametrize(
    ("origin", "body"),
    [
        (Origin.PARTY, PARTY + p("QUYẾT ĐỊNH", CENTRED, BOLD) + RUNNING + ending(*TO)),
        (Origin.PARTY, p("ĐẢNG ỦY XÃ HÒA BÌNH\tĐảng Cộng sản Việt Nam") + p("Số 12-KH/ĐU") + p("KẾ HOẠCH", CENTRED)),
        (Origin.PARTY, p("HUYỆN ỦY CAO LÃNH") + p("Số 12-QĐ/HU") + p("QUYẾT ĐỊNH", CENTRED, BOLD) + RUNNING),
        (Origin.UNTOLD, RUNNING + RUNNING),
        (Origin.UNTOLD, p("ĐIỀU LỆ", CENTRED, BOLD) + RUNNING),
        (Origin.UNTOLD, p("HỢP ĐỒNG", CENTRED, BOLD) + RUNNING),
    ],
)
def test_what_follows_other_rules_is_held_to_none(origin: Origin, body: str) -> None:
    found = checked(body)
    assert found.origin is origin
    assert {each.outcome for each in found.outcomes} == {Outcome.NOT_EVALUATED}


def test_a_form_inside_an_annex_is_held_to_no_rule() -> None:
    form = (
        head("Số: … /BC-…", date="………, ngày … tháng … năm …").replace(BOLD, "") + p("BÁO CÁO", CENTRED) + p("Kết quả")
    )
    found = checked(annexed() + p("", made.section()) + form)
    assert [one.message for each in found.outcomes for one in each.findings] == []


def test_a_line_that_names_what_is_executed_is_not_compared() -> None:
    other = annexed().replace("(Kèm theo Kế hoạch số 05/KH-UBND", "(Kèm theo Nghị định số 3/2026/NĐ-CP")
    assert [one.message for each in checked(other).outcomes for one in each.findings] == []


def test_what_is_typed_without_diacritics_is_held_to_no_rule() -> None:
    plain = "CONG HOA XA HOI CHU NGHIA VIET NAM", "Cac phong xay dung ke hoach cua minh, gui ve Van phong. " * 5
    found = checked(p(plain[0], CENTRED) + p("Doc lap - Tu do - Hanh phuc") + p("So: 05/QD-UBND") + p(plain[1], TEXT))
    assert found.origin is Origin.UNTOLD


def test_statutes_that_a_decision_approves_are_no_kind_of_the_decree() -> None:
    said = "(Phê duyệt kèm theo Quyết định số 05/QĐ-UBND ngày 09 tháng 01 năm 2026 của Chủ tịch Ủy ban nhân dân xã)"
    statutes = p("ĐIỀU LỆ", CENTRED, BOLD) + p("HỘI KHUYẾN HỌC XÃ", CENTRED, BOLD) + p(said, CENTRED, ITALIC) + RUNNING
    found = checked(made.decision() + p("", made.section()) + made.heading() + statutes)
    assert "nd30.I.II.5-subject" not in {each.rule for each in found.outcomes if each.outcome is Outcome.FAILED}
