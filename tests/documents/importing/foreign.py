"""Plans of other offices, as Word files: their headings, tables and endings, with the habits that are met."""

from tests.documents.word_xml import p, tbl, tc, tr

CENTRE = '<w:jc w:val="center"/>'
BOLD = "<w:b/>"
DOWN = '<w:vMerge w:val="restart"/>'
UP = "<w:vMerge/>"
LINES = '<w:tblBorders><w:insideH w:val="single"/></w:tblBorders>'
NEW_SECTION = p("", "<w:sectPr/>")


def wide(columns: int) -> str:
    """Return the properties of a cell over several columns."""
    return f'<w:gridSpan w:val="{columns}"/>'


def cell(words: str = "", properties: str = "", run: str = "") -> str:
    """Return a cell; a line break begins a paragraph."""
    return tc("".join(p(line, "", run) for line in words.split("\n")), properties)


def row(*words: str) -> str:
    """Return a row of plain cells."""
    return tr(*(cell(each) for each in words))


def table(*rows: str, widths: tuple[int, ...] = ()) -> str:
    """Return a table with lines."""
    return tbl(*rows, properties=LINES, grid="".join(f'<w:gridCol w:w="{width}"/>' for width in widths))


def head(line: str) -> str:
    """Return a centred line in bold."""
    return p(line, CENTRE, BOLD)


def heading(*left: str, date: str = "Cao Lãnh, ngày 05 tháng 3 năm 2024") -> str:
    """Return the heading of an official document."""
    right = (head("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), head("Độc lập - Tự do - Hạnh phúc"), p(date, CENTRE, "<w:i/>"))
    return tbl(tr(tc("".join(map(head, left))), tc("".join(right))))


def ending(*position: str, name: str = "Lê Văn Tám") -> str:
    """Return recipients and signature."""
    right = (*map(head, position), p(""), head(name))
    return tbl(tr(tc(p("Nơi nhận:") + p("- Như trên;") + p("- Lưu: VT.")), tc("".join(right))))


def plan(body: str, subject: str = "Cải cách hành chính năm 2024") -> str:
    """Return a plan that is issued by itself."""
    top = heading("UBND HUYỆN CAO LÃNH", "PHÒNG NỘI VỤ", "Số: 12/KH-PNV")
    return top + head("KẾ HOẠCH") + head(subject) + body + ending("TRƯỞNG PHÒNG")


HEADER = row("STT", "Nhiệm vụ", "Đơn vị thực hiện", "Tiến độ")
TASK = row("1", "Xây dựng kế hoạch", "Văn phòng", "Quý I")
