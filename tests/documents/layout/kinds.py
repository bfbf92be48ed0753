"""Sound documents of all kinds, as offices of different habits make them; no rule of layout may blame any.

``SOUND`` holds their parts by name. A test of one fault takes one of them and changes one place.
"""

from collections.abc import Callable, Iterator

from tests.documents.layout.offices import (
    BAN,
    BREAK,
    CHAIR,
    DEPUTY,
    FIRST,
    HABITS,
    LAST,
    OTHER_ORDER,
    PLAIN,
    RED,
    SO,
    TAB,
    TO,
    TRUONG,
    XA,
    Body,
    Habit,
    about,
    attached,
    copied,
    council,
    decision,
    ending,
    head,
    letter,
    made,
    minutes,
    named,
    plan_text,
    signers,
    slip,
    title,
    with_annex,
)
from tests.documents.layout.sound import BOLD, CENTRED, ITALIC, size
from tests.documents.word_xml import p, r, tbl, tc, tr

Maker = Callable[[Habit], Body]

DEGREES = "HIỆU TRƯỞNG||TS. Lê Thị Hoa"
URGENT = about("V/v phòng, chống bão") + p("HỎA TỐC", CENTRED, BOLD + RED + size(13))

KINDS: dict[str, Maker] = {
    "decision": decision,
    "decision of the committee": lambda h: decision(h, authority="ỦY BAN NHÂN DÂN XÃ TÂN PHÚ", signed=CHAIR),
    "decision by a deputy": lambda h: decision(h, signed="KT. CHỦ TỊCH|PHÓ CHỦ TỊCH||Lê Thị Hoa"),
    "decision citing the issuer first": lambda h: decision(h, decree=OTHER_ORDER),
    "decision of a department": lambda h: decision(
        h,
        authority="GIÁM ĐỐC SỞ NỘI VỤ",
        signed="KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC||Lê Thị Hoa",
        number="Số: 115/QĐ-SNV",
        bodies=SO,
    ),
    "decision with an attached plan": lambda h: (
        decision(h, subject=("Ban hành Kế hoạch chuyển đổi số năm 2026",))
        + p("", h.section('<w:pgNumType w:start="1"/>'))
        + attached(h)
    ),
    "decision with the mark of a copy": copied,
    "resolution of a council": council,
    "resolution without a session": lambda h: council(h, session=""),
    "plan": lambda h: named(h, "KẾ HOẠCH", "Chuyển đổi số năm 2026", "Số: 05/KH-UBND", text=plan_text(h)),
    "plan with an annex": with_annex,
    "plan with a turned annex": lambda h: with_annex(h, turned=True),
    "plan with a turned annex ruled at cells": lambda h: with_annex(h, turned=True, bordered_at="cell"),
    "plan with a turned annex ruled at rows": lambda h: with_annex(h, turned=True, bordered_at="row"),
    "plan with one annex": lambda h: with_annex(h, name="Phụ lục"),
    "report": lambda h: named(
        h, "BÁO CÁO", "Kết quả rà soát thủ tục hành chính quý I", "Số: 09/BC-UBND", signed=DEPUTY
    ),
    "report that says to whom": lambda h: named(
        h,
        "BÁO CÁO",
        "Kết quả rà soát",
        "Số: 09/BC-UBND",
        p("Kính gửi: Sở Nội vụ tỉnh Đồng Tháp", CENTRED, size(h.text)),
    ),
    "submission": lambda h: named(
        h,
        "TỜ TRÌNH",
        "Về việc ban hành Kế hoạch",
        "Số: 10/TTr-UBND",
        p("Kính gửi: Ủy ban nhân dân tỉnh Đồng Tháp", CENTRED, size(h.text)),
    ),
    "submission to several": lambda h: named(
        h,
        "TỜ TRÌNH",
        "Về việc ban hành Kế hoạch",
        "Số: 10/TTr-UBND",
        p("Kính gửi:", CENTRED, size(h.text)),
        p("- Hội đồng nhân dân xã;", '<w:ind w:left="4000"/>', size(h.text)),
        p("- Thường trực Hội đồng nhân dân xã.", '<w:ind w:left="4000"/>', size(h.text)),
    ),
    "notice": lambda h: named(
        h,
        "THÔNG BÁO",
        "Lịch tiếp công dân năm 2026",
        "Số: 11/TB-UBND",
        signed="TL. CHỦ TỊCH|CHÁNH VĂN PHÒNG||Lê Văn Tám",
    ),
    "notice by a deputy of the office": lambda h: named(
        h,
        "THÔNG BÁO",
        "Kết luận của Chủ tịch Ủy ban nhân dân xã",
        "Số: 11/TB-UBND",
        signed="TL. CHỦ TỊCH|KT. CHÁNH VĂN PHÒNG|PHÓ CHÁNH VĂN PHÒNG||Lê Văn Tám",
    ),
    "directive": lambda h: named(
        h,
        "CHỈ THỊ",
        "Về tăng cường kỷ luật, kỷ cương hành chính",
        "Số: 01/CT-UBND",
        signed="CHỦ TỊCH||Trần Văn Nam",
        to=("- Các phòng, ban;", "- Lưu: VT."),
    ),
    "programme": lambda h: named(h, "CHƯƠNG TRÌNH", "Công tác năm 2026", "Số: 03/CTr-UBND", text=plan_text(h)),
    "guideline of a department": lambda h: named(
        h, "HƯỚNG DẪN", "Lập hồ sơ công việc", "Số: 21/HD-SNV", bodies=SO, signed="GIÁM ĐỐC||Phạm Văn Bình"
    ),
    "scheme": lambda h: named(h, "ĐỀ ÁN", "Sắp xếp các trường học", "Số: 04/ĐA-UBND", text=plan_text(h)),
    "plan of a steering board": lambda h: named(
        h,
        "KẾ HOẠCH",
        "Hoạt động năm 2026",
        "Số: 02/KH-BCĐ",
        bodies=BAN,
        signed="TRƯỞNG BAN|CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ||Trần Văn Nam",
    ),
    "report of a school with a degree": lambda h: named(
        h, "BÁO CÁO", "Tổng kết năm học", "Số: 09/BC-THCS", bodies=TRUONG, signed=DEGREES
    ),
    "letter": letter,
    "letter to several": lambda h: letter(
        h,
        "Kính gửi:",
        "- Sở Nội vụ tỉnh Đồng Tháp;",
        "- Sở Tư pháp tỉnh Đồng Tháp;",
        "- Ủy ban nhân dân các xã, phường.",
    ),
    "letter with its subject on two lines": lambda h: letter(
        h, under=about("V/v báo cáo kết quả rà soát thủ tục", "hành chính quý I năm 2026", points=13)
    ),
    "urgent letter": lambda h: letter(h, under=URGENT),
    "letter of circulation": lambda h: letter(
        h, under=about("V/v góp ý dự thảo") + p("XEM XONG TRẢ LẠI", CENTRED, BOLD + size(13))
    ),
    "letter with the drafter's sign": lambda h: letter(h, to=("- Như trên;", "- Lưu: VT, NVA.", "PL.(300)")),
    "letter to groups": lambda h: letter(
        h, to=("- Như trên;", "- Ủy ban nhân dân xã:", "+ Chủ tịch, các Phó Chủ tịch;", "+ Các Ủy viên;", "- Lưu: VT.")
    ),
    "letter of a department": lambda h: letter(
        h, bodies=SO, number="Số: 812/SNV-CCHC", signed="KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC||Lê Thị Hoa"
    ),
    "letter by who is in charge": lambda h: letter(
        h, bodies=SO, number="Số: 812/SNV-CCHC", signed="PHÓ GIÁM ĐỐC|PHỤ TRÁCH||Lê Thị Hoa"
    ),
    "letter by an acting head": lambda h: letter(
        h, bodies=SO, number="Số: 812/SNV-CCHC", signed="Q. GIÁM ĐỐC||Lê Thị Hoa"
    ),
    "letter by delegation": lambda h: letter(h, signed="TUQ. CHỦ TỊCH|CHÁNH VĂN PHÒNG||Lê Văn Tám"),
    "draft letter": lambda h: letter(h, number="Số:        /UBND-VP").replace(
        "ngày 09 tháng 01 năm 2026", "ngày      tháng 01 năm 2026"
    ),
    "telegram": lambda h: (
        head(h, XA, "Số: 01/CĐ-UBND")
        + title(h, "CÔNG ĐIỆN", "Về việc ứng phó với bão số 3")
        + p("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN PHÚ ĐIỆN:", CENTRED, BOLD + size(14))
        + h.text_of("- Các phòng, ban;", "- Các ấp.", FIRST, LAST)
        + ending(("- Như trên;", "- Lưu: VT."), "CHỦ TỊCH||Trần Văn Nam")
    ),
    "invitation": lambda h: slip(h, "GIẤY MỜI", "Số: 12/GM-UBND", "Họp tổng kết công tác năm 2025"),
    "letter of introduction": lambda h: slip(h, "GIẤY GIỚI THIỆU", "Số: 13/GGT-UBND"),
    "leave slip": lambda h: slip(h, "GIẤY NGHỈ PHÉP", "Số: 14/GNP-UBND"),
    "transmittal slip": lambda h: slip(h, "PHIẾU CHUYỂN", "Số: 16/PC-UBND"),
    "position and name in one paragraph": lambda h: letter(h).replace(
        "".join(signers(CHAIR)),
        tc(
            f"<w:p><w:pPr>{CENTRED}</w:pPr>"
            + BREAK.join((r("TM. ỦY BAN NHÂN DÂN", BOLD), r("CHỦ TỊCH", BOLD), "", "", r("Trần Văn Nam", BOLD)))
            + "</w:p>"
        ),
    ),
    "letter with a digital signature": lambda h: letter(h).replace(
        p("Trần Văn Nam", CENTRED, BOLD + size(14)),
        p("(Đã ký)", CENTRED, ITALIC + size(13))
        + p("Trần Văn Nam", CENTRED, BOLD + size(14))
        + p("Ký bởi: Ủy ban nhân dân xã Tân Phú", "", size(10))
        + p("Thời gian ký: 09/01/2026 08:30:00", "", size(10)),
    ),
    "letter to several in a table": lambda h: letter(h, "Kính gửi: X").replace(
        p("Kính gửi: X", CENTRED, size(h.text)),
        tbl(
            tr(
                tc(p("Kính gửi:", "", size(h.text))),
                tc(p("- Sở Nội vụ;", "", size(h.text)) + p("- Sở Tư pháp.", "", size(h.text))),
            ),
            grid='<w:gridCol w:w="2400"/><w:gridCol w:w="6954"/>',
        ),
    ),
    "letter of a delegation": lambda h: letter(
        h,
        bodies=("VĂN PHÒNG|ĐOÀN ĐẠI BIỂU QUỐC HỘI|VÀ HỘI ĐỒNG NHÂN DÂN TỈNH",),
        number="Số: 15/VP-TH",
        signed="CHÁNH VĂN PHÒNG||Lê Văn Tám",
    ),
    "letter of a procuracy": lambda h: letter(
        h,
        bodies=("VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO", "VIỆN KIỂM SÁT NHÂN DÂN|TỈNH ĐỒNG THÁP"),
        number="Số: 15/VKS-VP",
        signed="KT. VIỆN TRƯỞNG|PHÓ VIỆN TRƯỞNG||Lê Văn Tám",
    ),
    "letter of an office with its parent": lambda h: letter(
        h,
        bodies=("ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", "VĂN PHÒNG"),
        number="Số: 15/VP-TH",
        signed="CHÁNH VĂN PHÒNG||Lê Văn Tám",
    ),
    "letter of the state": lambda h: letter(
        h,
        bodies=("CHỦ TỊCH NƯỚC|CỘNG HÒA XÃ HỘI|CHỦ NGHĨA VIỆT NAM",),
        number="Số: 15/CTN-PL",
        signed="CHỦ TỊCH||Lê Văn Tám",
    ),
    "letter of the police with a rank": lambda h: letter(
        h,
        bodies=("CÔNG AN TỈNH ĐỒNG THÁP", "CÔNG AN XÃ TÂN PHÚ"),
        number="Số: 15/CAX",
        signed="TRƯỞNG CÔNG AN XÃ||Thượng tá Lê Văn Tám",
    ),
    "letter of a hospital with a degree": lambda h: letter(
        h,
        bodies=("SỞ Y TẾ TỈNH ĐỒNG THÁP", "BỆNH VIỆN ĐA KHOA"),
        number="Số: 15/BVĐK-KHTH",
        signed="GIÁM ĐỐC||BSCKII. Lê Văn Tám",
    ),
    "joint notice": lambda h: named(
        h, "THÔNG BÁO", "Phối hợp giữa hai cơ quan", "Số: 03/TB-UBND", to=("- Lưu: VT.",)
    ).replace(
        "".join(signers(CHAIR)), "".join(signers("GIÁM ĐỐC|SỞ NỘI VỤ||Lê Thị Hoa", "GIÁM ĐỐC|SỞ TƯ PHÁP||Trần Văn Nam"))
    ),
    "rules without a decision": lambda h: (
        head(h, XA, "", day="")
        + title(h, "QUY CHẾ", "Làm việc của Ủy ban nhân dân xã", ruled=False)
        + p(
            "(Kèm theo Quyết định số 05/QĐ-UBND ngày 09 tháng 01 năm 2026 của Ủy ban nhân dân xã Tân Phú)",
            CENTRED,
            ITALIC + size(14),
        )
        + h.rule("Làm việc của Ủy ban nhân dân xã", 0.4, 14)
        + h.text_of(FIRST, LAST)
    ),
    "letter with an address at its foot": lambda h: (
        letter(h) + p("Địa chỉ: Ấp 1, xã Tân Phú, tỉnh Đồng Tháp; ĐT: 0277.3851.000", CENTRED, size(11))
    ),
    "letter signed by tabs": lambda h: letter(h).replace(
        ending(TO, CHAIR),
        f"<w:p>{r('Nơi nhận:', BOLD + ITALIC + size(12))}{TAB}{r('TM. ỦY BAN NHÂN DÂN', BOLD + size(14))}</w:p>"
        f"<w:p>{r(TO[0], size(11))}{TAB}{r('CHỦ TỊCH', BOLD + size(14))}</w:p>"
        + p(TO[1], "", size(11))
        + p("")
        + f"<w:p>{TAB * 6}{r('Trần Văn Nam', BOLD + size(14))}</w:p>",
    ),
    "letter signed by spaces": lambda h: letter(h).replace(
        ending(TO, CHAIR),
        f"<w:p>{r('Nơi nhận:', BOLD + ITALIC + size(12))}{r(' ' * 40 + 'CHỦ TỊCH', BOLD + size(14))}</w:p>"
        + "".join(p(each, "", size(11)) for each in TO)
        + p("")
        + f"<w:p>{r(' ' * 60 + 'Trần Văn Nam', BOLD + size(14))}</w:p>",
    ),
    "two letters in one file": lambda h: letter(h) + p("", h.section()) + letter(h, number="Số: 16/UBND-VP"),
    "minutes": minutes,
    "minutes with recipients below": lambda h: minutes(h, below=True),
    "minutes with three signers": lambda h: minutes(
        h, "THƯ KÝ||Lê Thị Hoa", "ĐẠI DIỆN|CƠ QUAN PHỐI HỢP||Phạm Văn Bình", "CHỦ TRÌ||Trần Văn Nam"
    ),
}


def _sound() -> Iterator[tuple[str, dict[str, bytes]]]:
    for name, maker in KINDS.items():
        yield name, made(maker(PLAIN), PLAIN)
    for called, habit in HABITS.items():
        for name in ("decision", "letter", "report", "resolution of a council", "minutes", "plan with an annex"):
            if habit is not PLAIN and not (habit.head == "tabs" and name == "minutes"):
                yield f"{name}, {called}", made(KINDS[name](habit), habit)


SOUND: dict[str, dict[str, bytes]] = dict(_sound())
