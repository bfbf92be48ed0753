"""The parts of sound documents, as offices of different habits set them; ``kinds`` puts documents together."""

from dataclasses import dataclass, replace

from kshc_cli.documents.word.metrics import width
from tests.documents.layout.sound import (
    BOLD,
    BORDERS,
    BOTH,
    CENTRED,
    FONT,
    ITALIC,
    MOTTO,
    NATION,
    PAGE_NUMBER,
    line,
    size,
)
from tests.documents.word_xml import p, r, tbl, tc, tr, word_parts

BREAK, TAB = "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>"
RED = '<w:color w:val="FF0000"/>'
Body = str


@dataclass(frozen=True)
class Habit:
    """How an office sets its documents; every value is one that the decree allows."""

    nation: float = 13
    """The size of Quốc hiệu; Tiêu ngữ, place and date are one point larger."""
    names: float = 13
    """The size of the issuer's and its parent's names."""
    text: float = 14
    margins: tuple[int, int, int, int] = (1134, 851, 1134, 1701)
    """Top, right, bottom, left, twips."""
    indent: int = 720
    spacing: str = '<w:spacing w:before="60" w:after="60" w:line="276" w:lineRule="auto"/>'
    ruled: str = "drawn"
    """``drawn`` lines, ``bordered`` empty paragraphs, or ``underlined`` words."""
    head: str = "table"
    """``table`` of two rows, ``row`` (all in one row), or ``tabs``."""
    by_style: bool = False
    """Whether the text is set by a style, not by the paragraphs."""

    @property
    def running(self) -> str:
        """The properties of a paragraph of text."""
        if self.by_style:
            return '<w:pStyle w:val="Text"/>'
        return f'{self.spacing}<w:ind w:firstLine="{self.indent}"/>{BOTH}'

    @property
    def text_width(self) -> int:
        return 11906 - self.margins[1] - self.margins[3]

    def styles(self) -> str:
        """Return the document's styles."""
        own = f'{self.spacing}<w:ind w:firstLine="{self.indent}"/>{BOTH}'
        return (
            f"<w:docDefaults><w:rPrDefault><w:rPr>{FONT}{size(self.text)}</w:rPr></w:rPrDefault></w:docDefaults>"
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="Text"><w:name w:val="Text"/><w:basedOn w:val="Normal"/>'
            f"<w:pPr>{own}</w:pPr></w:style>"
        )

    def section(self, extra: str = "", *, turned: bool = False) -> str:
        top, right, bottom, left = self.margins
        paper = '<w:pgSz w:w="11906" w:h="16838"/>'
        if turned:
            paper, top, right, bottom, left = (
                '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>', left, top, right, bottom,
            )  # fmt: skip
        return (
            f'<w:sectPr><w:headerReference w:type="default" r:id="header1"/>{paper}'
            f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"/>'
            f"<w:titlePg/>{extra}</w:sectPr>"
        )

    def text_of(self, *words: str) -> Body:
        return "".join(p(each, self.running) for each in words)

    def rule(self, words: str, share: float, points: float) -> Body:
        """Return what draws a line under words: a paragraph behind them."""
        length = share * width(words, points, bold=True)
        if self.ruled == "bordered":
            column = self.text_width
            side = round((column - length) / 2)
            return p("", f'<w:pBdr><w:top w:val="single"/></w:pBdr><w:ind w:left="{side}" w:right="{side}"/>')
        return line(length)


PLAIN = Habit()
HABITS: dict[str, Habit] = {
    "plain": PLAIN,
    "small head": replace(PLAIN, nation=12, names=12),
    "small": replace(PLAIN, nation=12, names=12, text=13, indent=567),
    "large head on small text": replace(PLAIN, text=13, names=12),
    "wide margins": replace(PLAIN, margins=(1418, 1134, 1418, 1985), spacing='<w:spacing w:after="120" w:line="360"/>'),
    "narrow margins": replace(PLAIN, margins=(1134, 851, 1134, 1701), spacing='<w:spacing w:before="120"/>'),
    "styles": replace(PLAIN, by_style=True),
    "one row": replace(PLAIN, head="row"),
    "tabs": replace(PLAIN, head="tabs", nation=12, names=12),
    "rounded": replace(PLAIN, indent=697, margins=(1140, 860, 1130, 1695)),
    "fixed lines": replace(PLAIN, spacing='<w:spacing w:before="120" w:after="0" w:line="340" w:lineRule="exact"/>'),
}

XA = ("ỦY BAN NHÂN DÂN|XÃ TÂN PHÚ",)
HOI_DONG = ("HỘI ĐỒNG NHÂN DÂN|XÃ TÂN PHÚ",)
SO = ("ỦY BAN NHÂN DÂN|TỈNH ĐỒNG THÁP", "SỞ NỘI VỤ")
TRUONG = ("ỦY BAN NHÂN DÂN XÃ TÂN PHÚ", "TRƯỜNG THCS TÂN PHÚ")
BAN = ("ỦY BAN NHÂN DÂN XÃ TÂN PHÚ", "BAN CHỈ ĐẠO|CHUYỂN ĐỔI SỐ")
DAY = "Tân Phú, ngày 09 tháng 01 năm 2026"
FIRST = "Thực hiện nhiệm vụ được giao, các cơ quan chuyên môn đã rà soát, tổng hợp và báo cáo kết quả theo quy định."
SECOND = "Các cơ quan có liên quan phối hợp chặt chẽ trong quá trình thực hiện, kịp thời báo cáo khó khăn, vướng mắc."
LAST = "Đề nghị các cơ quan, cá nhân có liên quan nghiêm túc tổ chức thực hiện theo đúng quy định./."


def head(habit: Habit, bodies: tuple[str, ...], number: str, *under: str, day: str = DAY) -> Body:
    """Return a heading; ``bodies`` are the parent, if any, and the issuer, "|" between their lines."""
    *parents, issuer = bodies
    names = [p(each, CENTRED, size(habit.names)) for parent in parents for each in parent.split("|")]
    lines = issuer.split("|")
    names += [p(each, CENTRED, BOLD + size(habit.names)) for each in lines]
    nation, motto = habit.nation, habit.nation + 1
    if habit.head == "tabs":
        return _tabbed_head(habit, [*(w for one in parents for w in one.split("|")), *lines], number, day, *under)
    left = "".join(names) + line(0.4 * width(lines[-1], habit.names, bold=True))
    right = p(NATION, CENTRED, BOLD + size(nation)) + p(MOTTO, CENTRED, BOLD + size(motto))
    right += line(width(MOTTO, motto, bold=True))
    numbered = (p(number, CENTRED, size(13)) if number else p("")) + "".join(under)
    dated = p(day, CENTRED, ITALIC + size(motto)) if day else p("")
    grid = '<w:gridCol w:w="3400"/><w:gridCol w:w="5954"/>'
    if habit.head == "row":
        return tbl(tr(tc(left + numbered), tc(right + dated)), grid=grid)
    return tbl(tr(tc(left), tc(right)) + tr(tc(numbered), tc(dated)), grid=grid)


def _tabbed_head(habit: Habit, names: list[str], number: str, day: str, *under: str) -> Body:
    nation, motto = BOLD + size(habit.nation), BOLD + size(habit.nation + 1)
    lined = '<w:u w:val="single"/>'
    first, second = names[0], names[1]
    cut = len(second) // 3
    middle = second[cut : cut + len(second) * 2 // 5]
    rest = second[cut + len(middle) :]
    weight = BOLD + size(habit.names)
    return (
        f"<w:p>{r(first, weight)}{TAB}{r(NATION, nation)}</w:p>"
        f"<w:p>{r(second[:cut], weight)}{r(middle, weight + lined)}{r(rest, weight)}"
        f"{TAB}{r(MOTTO, motto + lined)}</w:p>"
        f"<w:p>{r(number, size(13))}{TAB}{r(day, ITALIC + size(habit.nation + 1))}</w:p>" + "".join(under)
    )


def title(habit: Habit, kind: str, *subject: str, ruled: bool = True) -> Body:
    look = BOLD + size(14)
    found = p(kind, CENTRED, look) + "".join(p(each, CENTRED, look) for each in subject)
    return found + (habit.rule(subject[-1], 0.4, 14) if ruled and subject else "")


def about(*words: str, points: float = 12) -> Body:
    return "".join(p(each, CENTRED, size(points)) for each in words)


def signers(*columns: str) -> list[Body]:
    """Return the cells of who signs; "|" between lines, "||" before the name."""
    cells = []
    for column in columns:
        position, _gap, name = column.partition("||")
        lines = "".join(p(each, CENTRED, BOLD + size(14)) for each in position.split("|"))
        cells.append(tc(lines + p("") * 3 + (p(name, CENTRED, BOLD + size(14)) if name else "")))
    return cells


def ending(recipients: tuple[str, ...], *columns: str) -> Body:
    listed = p("Nơi nhận:", "", BOLD + ITALIC + size(12)) + "".join(p(one, "", size(11)) for one in recipients)
    grid = '<w:gridCol w:w="4600"/>' + '<w:gridCol w:w="4754"/>' * len(columns)
    return tbl(tr(tc(listed), *signers(*columns)), grid=grid)


TO = ("- Như trên;", "- Lưu: VT, VP.")
ALL = ("- Như Điều 2;", "- Sở Nội vụ (b/c);", "- Lưu: VT, VP.")
CHAIR, DEPUTY = (
    "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH||Trần Văn Nam",
    "TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH||Lê Thị Hoa",
)
LAW = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"
DECREE = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;"
OTHER_ORDER = "Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ ngày 05 tháng 3 năm 2020 về công tác văn thư;"


def bases(habit: Habit, *words: str) -> Body:
    return "".join(p(each, habit.running, ITALIC) for each in words)


def article(habit: Habit, label: str, words: str) -> Body:
    return f"<w:p><w:pPr>{habit.running}</w:pPr>{r(label, BOLD)}{r(words)}</w:p>"


def decision(
    habit: Habit,
    *,
    authority: str = "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN PHÚ",
    signed: str = "CHỦ TỊCH||Trần Văn Nam",
    subject: tuple[str, ...] = ("Về việc thành lập Tổ công tác chuyển đổi số",),
    number: str = "Số: 05/QĐ-UBND",
    bodies: tuple[str, ...] = XA,
    decree: str = DECREE,
) -> Body:
    return (
        head(habit, bodies, number)
        + title(habit, "QUYẾT ĐỊNH", *subject)
        + p(authority, CENTRED, BOLD + size(14))
        + bases(habit, LAW, decree, "Theo đề nghị của Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã.")
        + p("QUYẾT ĐỊNH:", CENTRED, BOLD + size(14))
        + article(habit, "Điều 1.", " Thành lập Tổ công tác chuyển đổi số xã Tân Phú gồm các ông, bà có tên sau đây.")
        + article(habit, "Điều 2.", " Chánh Văn phòng và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành./.")
        + ending(ALL, signed)
    )


def attached(habit: Habit) -> Body:
    said = "(Kèm theo Quyết định số 05/QĐ-UBND ngày 09 tháng 01 năm 2026 của Chủ tịch Ủy ban nhân dân xã Tân Phú)"
    top = head(habit, XA, "", day="")
    titled = title(habit, "KẾ HOẠCH", "Chuyển đổi số năm 2026", ruled=False) + p(said, CENTRED, ITALIC + size(14))
    return top + titled + habit.rule("Chuyển đổi số năm 2026", 0.4, 14) + plan_text(habit)


def plan_text(habit: Habit) -> Body:
    return (
        habit.text_of(FIRST)
        + p("I. MỤC ĐÍCH, YÊU CẦU", habit.running, BOLD)
        + p("1. Mục đích", habit.running, BOLD)
        + habit.text_of(f"a) {FIRST}", f"b) {SECOND}")
        + p("II. TỔ CHỨC THỰC HIỆN", habit.running, BOLD)
        + habit.text_of(SECOND, LAST)
    )


def table(*, bordered_at: str = "table", rows: int = 4) -> Body:
    """Return a table of tasks whose lines are stated at the table or at each cell."""
    sides = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right"))
    cell = f"<w:tcBorders>{sides}</w:tcBorders>" if bordered_at == "cell" else ""
    row = (
        f'<w:tblPrEx><w:tblBorders>{sides}<w:insideH w:val="single"/></w:tblBorders></w:tblPrEx>'
        if bordered_at == "row"
        else ""
    )
    lines = [("STT", "Nội dung", "Thời gian"), *((str(number), "Rà soát", "Quý I") for number in range(1, rows))]
    made = [
        tr(*(tc(p(words, CENTRED, size(12)), cell) for words in one), properties="<w:cantSplit/>").replace(
            "<w:tr>", f"<w:tr>{row}"
        )
        for one in lines
    ]
    return tbl(
        *made,
        properties=BORDERS if bordered_at == "table" else "",
        grid='<w:gridCol w:w="900"/><w:gridCol w:w="5454"/><w:gridCol w:w="3000"/>',
    )


def named(
    habit: Habit,
    kind: str,
    subject: str,
    number: str,
    *behind: str,
    bodies: tuple[str, ...] = XA,
    text: str = "",
    signed: str = CHAIR,
    to: tuple[str, ...] = TO,
    before: str = "",
) -> Body:
    return (
        head(habit, bodies, number)
        + before
        + title(habit, kind, subject)
        + "".join(behind)
        + (text or habit.text_of(FIRST, SECOND, LAST))
        + ending(to, signed)
    )


def letter(
    habit: Habit,
    *addressees: str,
    bodies: tuple[str, ...] = XA,
    number: str = "Số: 15/UBND-VP",
    under: str = "",
    signed: str = CHAIR,
    to: tuple[str, ...] = TO,
) -> Body:
    to_whom = addressees or ("Kính gửi: Sở Nội vụ tỉnh Đồng Tháp",)
    return (
        head(habit, bodies, number, under or about("V/v báo cáo kết quả rà soát"))
        + "".join(p(each, CENTRED if each.startswith("Kính") else "", size(habit.text)) for each in to_whom)
        + habit.text_of(FIRST, SECOND, LAST)
        + ending(to, signed)
    )


def council(habit: Habit, *, session: str = "KHÓA XII, KỲ HỌP THỨ 5") -> Body:
    return (
        head(habit, HOI_DONG, "Số: 15/NQ-HĐND")
        + title(habit, "NGHỊ QUYẾT", "Về nhiệm vụ phát triển kinh tế - xã hội năm 2026")
        + "".join(p(each, CENTRED, BOLD + size(14)) for each in ("HỘI ĐỒNG NHÂN DÂN XÃ TÂN PHÚ", session) if each)
        + bases(
            habit, LAW,
            "Xét Tờ trình số 20/TTr-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã về nhiệm vụ năm 2026; "
            "Báo cáo thẩm tra của Ban Kinh tế - Xã hội; ý kiến thảo luận của đại biểu Hội đồng nhân dân tại kỳ họp.",
        )
        + p("QUYẾT NGHỊ:", CENTRED, BOLD + size(14))
        + article(habit, "Điều 1.", " Thông qua nhiệm vụ phát triển kinh tế - xã hội năm 2026 của xã Tân Phú.")
        + article(habit, "Điều 2.", " Giao Ủy ban nhân dân xã tổ chức thực hiện Nghị quyết này theo quy định.")
        + habit.text_of("Nghị quyết này đã được Hội đồng nhân dân xã Tân Phú khóa XII, kỳ họp thứ 5 thông qua./.")
        + ending(("- Ủy ban nhân dân tỉnh;", "- Lưu: VT."), "CHỦ TỊCH||Trần Văn Nam")
    )  # fmt: skip


def minutes(habit: Habit, *signed: str, below: bool = False) -> Body:
    text = (
        head(habit, XA, "Số: 02/BB-UBND", day="")
        + title(habit, "BIÊN BẢN", "Họp rà soát thủ tục hành chính")
        + habit.text_of(
            "Thời gian bắt đầu: 08 giờ 00 phút, ngày 09 tháng 01 năm 2026.",
            "Địa điểm: Phòng họp Ủy ban nhân dân xã Tân Phú.",
            "Thành phần tham dự: Đại diện các cơ quan chuyên môn thuộc Ủy ban nhân dân xã.",
            FIRST,
            "Cuộc họp kết thúc vào 10 giờ 30 phút, ngày 09 tháng 01 năm 2026./.",
        )
    )
    columns = signed or ("THƯ KÝ||Lê Thị Hoa", "CHỦ TỌA||Trần Văn Nam")
    if not below:
        return text + ending(("- Lưu: VT.",), *columns)
    grid = '<w:gridCol w:w="4600"/><w:gridCol w:w="4754"/>'
    to = p("Nơi nhận:", "", BOLD + ITALIC + size(12)) + p("- Lưu: VT.", "", size(11))
    return text + tbl(tr(*signers(*columns)), grid=grid) + to


def annex(
    name: str = "Phụ lục I",
    what: str = "DANH MỤC NHIỆM VỤ NĂM 2026",
    kind: str = "Kế hoạch số 05/KH-UBND",
) -> Body:
    said = f"(Kèm theo {kind} ngày 09 tháng 01 năm 2026 của Ủy ban nhân dân xã Tân Phú)"
    return p(name, CENTRED, BOLD + size(14)) + p(what, CENTRED, BOLD + size(14)) + p(said, CENTRED, ITALIC + size(14))


def with_annex(habit: Habit, *, turned: bool = False, bordered_at: str = "table", name: str = "Phụ lục I") -> Body:
    text = habit.text_of("Các nhiệm vụ cụ thể nêu tại Phụ lục I kèm theo Kế hoạch này.", LAST)
    plan = named(habit, "KẾ HOẠCH", "Chuyển đổi số năm 2026", "Số: 05/KH-UBND", text=text)
    return plan + p("", habit.section()) + annex(name) + table(bordered_at=bordered_at) + habit.section(turned=turned)


def slip(habit: Habit, kind: str, number: str, *subject: str, signed: str = "CHỦ TỊCH||Trần Văn Nam") -> Body:
    return (
        head(habit, XA, number)
        + title(habit, kind, *subject, ruled=False)
        + habit.text_of(FIRST, LAST)
        + ending(("- Như trên;", "- Lưu: VT."), signed)
    )


def copied(habit: Habit) -> Body:
    """Return a decision with the mark of its copy under it (Mẫu 3.1)."""
    left = p("ỦY BAN NHÂN DÂN XÃ TÂN PHÚ", CENTRED, BOLD + size(13)) + p("Số: 07/SY-UBND", CENTRED, size(13))
    right = p("SAO Y", CENTRED, BOLD + size(13)) + p("Tân Phú, ngày 12 tháng 01 năm 2026", CENTRED, ITALIC + size(14))
    grid = '<w:gridCol w:w="4600"/><w:gridCol w:w="4754"/>'
    mark = tbl(tr(tc(left), tc(right)), grid=grid) + ending(
        ("- Văn phòng;", "- Lưu: VT."), "TL. CHỦ TỊCH|CHÁNH VĂN PHÒNG||Lê Văn Tám"
    )
    return decision(habit) + p("") + mark


def made(body: Body, habit: Habit) -> dict[str, bytes]:
    """Return the parts of a document; a body that ends with a section of its own gets none."""
    ended = body if body.endswith("</w:sectPr>") else body + habit.section()
    return word_parts(ended, styles=habit.styles(), header1=PAGE_NUMBER)
