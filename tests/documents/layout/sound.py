"""One sound document, made of bare XML: a decision with an attached plan, whose table takes several pages."""

from kshc_cli.documents.word.metrics import width
from tests.documents.word_xml import p, r, tbl, tc, tr, word_parts

CENTRED, BOTH, BOLD, ITALIC = '<w:jc w:val="center"/>', '<w:jc w:val="both"/>', "<w:b/>", "<w:i/>"
TEXT = f'<w:spacing w:after="120"/><w:ind w:firstLine="720"/>{BOTH}'
BORDERS = '<w:tblBorders><w:insideH w:val="single"/></w:tblBorders>'
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
ISSUER, SUBJECT = "ỦY BAN NHÂN DÂN XÃ HÒA BÌNH", "Ban hành Kế hoạch kiểm soát thủ tục hành chính"
NUMBER, DATE = "Số: 05/QĐ-UBND", "Hòa Bình, ngày 09 tháng 01 năm 2026"
REFERENCE = "(Kèm theo Quyết định số 05/QĐ-UBND ngày 09 tháng 01 năm 2026 của Chủ tịch Ủy ban nhân dân xã)"
LONG = "Các phòng, ban chuyên môn và các ấp xây dựng kế hoạch của mình, gửi về Văn phòng trước ngày 15"
FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
STYLES = (
    f'<w:docDefaults><w:rPrDefault><w:rPr>{FONT}<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
)
PAGE_NUMBER = p("", CENTRED).replace(
    "</w:p>", '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>'
)


def size(points: float) -> str:
    return f'<w:sz w:val="{2 * points:g}"/>'


def line(length: float, name: str = "") -> str:
    """Return an empty paragraph in which a line is drawn; ``length`` in twips."""
    extent = f'cx="{length * 635:.0f}" cy="0"'
    return (
        f"<w:p><w:pPr>{CENTRED}</w:pPr><w:r><w:drawing><wp:anchor><wp:extent {extent}/>"
        f'<wp:docPr id="1" name="{name}"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>'
        f"<a:xfrm><a:ext {extent}/></a:xfrm>"
        '<a:prstGeom prst="line"/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>'
    )


def long_line() -> str:
    return line(width(MOTTO, 14, bold=True), "motto")


def short_line(words: str, points: float = 14, name: str = "short") -> str:
    return line(0.4 * width(words, points, bold=True), name)


def heading(number: str = "", date: str = "") -> str:
    left = (
        p("ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", CENTRED, size(12))
        + p(ISSUER, CENTRED, BOLD + size(12))
        + short_line(ISSUER, 12, "issuer")
    )
    right = p(NATION, CENTRED, BOLD + size(13)) + p(MOTTO, CENTRED, BOLD + size(14)) + long_line()
    rows = tr(tc(left), tc(right))
    if number:
        rows += tr(tc(p(number, CENTRED, size(13))), tc(p(date, CENTRED, ITALIC + size(14))))
    return tbl(rows, grid='<w:gridCol w:w="3500"/><w:gridCol w:w="5854"/>')


def article(label: str, words: str) -> str:
    return f"<w:p><w:pPr>{TEXT}</w:pPr>{r(label, BOLD)}{r(words)}</w:p>"


def title(kind: str, subject: str, reference: str = "") -> str:
    under = p(reference, CENTRED, ITALIC) if reference else ""
    return p(kind, CENTRED, BOLD) + p(subject, CENTRED, BOLD) + under + short_line(subject, name="subject")


def bases(*words: str) -> str:
    return "".join(p(each, TEXT, ITALIC) for each in words)


def signature() -> str:
    recipients = p("Nơi nhận:", "", BOLD + ITALIC + size(12)) + "".join(
        p(each, "", size(11)) for each in ("- Như Điều 2;", "- Sở Tư pháp;", "- Lưu: VT, Cường.")
    )
    signer = p("CHỦ TỊCH", CENTRED, BOLD) + p("") + p("Nguyễn Văn Hon", CENTRED, BOLD)
    return tbl(tr(tc(recipients), tc(signer)), grid='<w:gridCol w:w="4600"/><w:gridCol w:w="4754"/>')


def decision() -> str:
    return (
        heading(NUMBER, DATE)
        + title("QUYẾT ĐỊNH", SUBJECT)
        + p("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HÒA BÌNH", CENTRED, BOLD)
        + bases(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính;",
            "Theo đề nghị của Chánh Văn phòng.",
        )
        + p("QUYẾT ĐỊNH:", CENTRED, BOLD)
        + article("Điều 1.", " Ban hành kèm theo Quyết định này Kế hoạch kiểm soát thủ tục hành chính năm 2026.")
        + article("Điều 2.", " Chánh Văn phòng chịu trách nhiệm thi hành. Quyết định có hiệu lực kể từ ngày ký./.")
        + signature()
    )


def task_table(rows: int = 60) -> str:
    whole = "<w:cantSplit/>"
    head = tr(tc(p("STT")), tc(p("Nội dung")), properties=f"{whole}<w:tblHeader/>")
    tasks = "".join(tr(tc(p(str(number))), tc(p("Rà soát", "", size(12))), properties=whole) for number in range(rows))
    return tbl(head, tasks, properties=BORDERS, grid='<w:gridCol w:w="900"/><w:gridCol w:w="8454"/>')


def plan() -> str:
    return (
        heading()
        + title("KẾ HOẠCH", "Kiểm soát thủ tục hành chính năm 2026", REFERENCE)
        + p(f"{LONG}:", TEXT)
        + p("I. NỘI DUNG", TEXT, BOLD)
        + task_table()
        + p("II. TỔ CHỨC THỰC HIỆN", TEXT, BOLD)
        + p(f"{LONG}.", TEXT)
        + p("Văn phòng theo dõi, báo cáo Ủy ban nhân dân xã./.", TEXT)
    )


def section() -> str:
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def sound() -> dict[str, bytes]:
    """Return the parts of the sound document."""
    body = decision() + p("", section()) + plan() + section()
    return word_parts(body, styles=STYLES, header1=PAGE_NUMBER)
