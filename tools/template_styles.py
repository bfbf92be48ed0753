"""The styles of the default template: one for each component of the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I.

Letter sizes are points here, everything else is twips (1/20 point), as Word stores it.
"""

from dataclasses import dataclass

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
TABLE_TEXT, RECIPIENTS, RECIPIENT, NUMBER = 12, 12, 11, 13


@dataclass(frozen=True)
class Preset:
    """The sizes that the decree lets move together: all of one preset, never mixed."""

    nation: int
    """Quốc hiệu and the bodies at its left."""
    body: int
    """Tiêu ngữ, place and date, and all text."""


PRESETS = {14: Preset(13, 14), 13: Preset(12, 13)}
"""By the size of the body."""

BOLD, ITALIC, CENTRED, KEPT = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>", '<w:jc w:val="center"/>', "<w:keepNext/>"
INDENTED = '<w:ind w:firstLine="720"/><w:jc w:val="both"/>'


def size(points: int) -> str:
    """Return a letter size."""
    return f'<w:sz w:val="{2 * points}"/><w:szCs w:val="{2 * points}"/>'


def space(before: int = 0, after: int = 0, exact: int = 0) -> str:
    """Return the spacing of a paragraph with single lines, or with lines of an exact height."""
    line = f'w:line="{exact}" w:lineRule="exact"' if exact else 'w:line="240" w:lineRule="auto"'
    return f'<w:spacing w:before="{before}" w:after="{after}" {line}/>'


def indent(twips: int) -> str:
    """Return an indent from both sides."""
    return f'<w:ind w:left="{twips}" w:right="{twips}"/>'


def border(side: str, *, eighths: int = 4, distance: int = 0) -> str:
    """Return a border; its width is in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{distance}" w:color="auto"/>'


def style(style_id: str, name: str, text: str = "", paragraph: str = "", based: str = "Normal") -> str:
    """Return a paragraph style; ``text`` and ``paragraph`` are the insides of its ``w:rPr`` and ``w:pPr``."""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{text}</w:rPr></w:style>'
    )


def draft_style() -> str:
    """Return the style of the line above a document that is made of a plan with errors."""
    return style("DuThao", "Dự thảo", BOLD + size(RECIPIENTS), space(after=240) + CENTRED)


def heading_styles(preset: Preset) -> list[str]:
    """Return the styles of the components above the text, and of the lines under them."""
    rule = f"<w:pBdr>{border('top', eighths=6, distance=1)}</w:pBdr>{space(before=40, exact=120)}{CENTRED}"
    return [
        style("QuocHieu", "Quốc hiệu", BOLD + size(preset.nation), CENTRED),
        style("TieuNgu", "Tiêu ngữ", BOLD + size(preset.body), CENTRED),
        style("CoQuanChuQuan", "Cơ quan chủ quản", size(preset.nation), CENTRED),
        style("CoQuanBanHanh", "Cơ quan ban hành", BOLD + size(preset.nation), CENTRED),
        style("SoKyHieu", "Số và ký hiệu", size(NUMBER), space(before=60) + CENTRED),
        style("DiaDanhNgay", "Địa danh và ngày", ITALIC + size(preset.body), space(before=60) + CENTRED),
        style("TenLoai", "Tên loại", BOLD + size(preset.body), KEPT + space(before=360) + CENTRED),
        style("TrichYeu", "Trích yếu", BOLD + size(preset.body), KEPT + indent(200) + CENTRED),
        style("DongKemTheo", "Dòng kèm theo", ITALIC + size(preset.body), KEPT + indent(340) + CENTRED),
        style(
            "ThamQuyen", "Thẩm quyền ban hành", BOLD + size(preset.body), KEPT + space(before=180, after=180) + CENTRED
        ),
        style("DuongKeDai", "Đường kẻ dài", size(2), rule),
        style("DuongKeNgan", "Đường kẻ ngắn", size(2), rule),
        style("KhoangCach", "Khoảng cách", size(2), space(exact=120)),
        style("XoayTrang", "Xoay trang", size(2), space(exact=20)),
        style("SoTrang", "Số trang", size(preset.body), CENTRED),
        style("The", "Thẻ lệnh", '<w:color w:val="808080"/>' + size(9)),
    ]


def text_styles(preset: Preset) -> list[str]:
    """Return the styles of the text, of the signature and of the task tables."""
    row = space(before=40, after=40)
    return [
        style("CanCu", "Căn cứ", ITALIC + size(preset.body), space(after=120) + INDENTED),
        style("LenhBanHanh", "Lệnh ban hành", BOLD + size(preset.body), KEPT + space(before=180, after=180) + CENTRED),
        style("NoiDung", "Nội dung", size(preset.body), space(after=120) + INDENTED),
        style("NoiDungCuoi", "Nội dung cuối", "", KEPT + "<w:keepLines/>" + space(after=240), "NoiDung"),
        style(
            "DeMuc", "Đề mục", BOLD + size(preset.body), KEPT + space(120, 120) + INDENTED + '<w:outlineLvl w:val="0"/>'
        ),
        style(
            "DeMucBang",
            "Đề mục bảng",
            BOLD + size(preset.body),
            KEPT + space(0, 120) + INDENTED + '<w:outlineLvl w:val="1"/>',
        ),
        style("PhuLucSo", "Phụ lục - số", BOLD + size(preset.body), KEPT + "<w:pageBreakBefore/>" + CENTRED),
        style("PhuLucTen", "Phụ lục - tên", BOLD + size(preset.body), KEPT + indent(200) + CENTRED),
        style("PhuLucKem", "Phụ lục - kèm theo", ITALIC + size(preset.body), KEPT + indent(340) + CENTRED),
        style("NoiNhan", "Nơi nhận", BOLD + ITALIC + size(RECIPIENTS), KEPT),
        style("DanhSachNoiNhan", "Danh sách nơi nhận", size(RECIPIENT)),
        style("ChucVu", "Chức vụ người ký", BOLD + size(preset.body), KEPT + CENTRED),
        style("NguoiKy", "Họ tên người ký", BOLD + size(preset.body), space(before=1700) + CENTRED),
        style("BangTieuDe", "Bảng - tiêu đề", BOLD + size(TABLE_TEXT), KEPT + row + CENTRED),
        style("BangNhom", "Bảng - nhóm", BOLD + size(TABLE_TEXT), KEPT + row),
        style("BangChu", "Bảng - chữ", size(TABLE_TEXT), row),
        style("BangGiua", "Bảng - giữa", size(TABLE_TEXT), row + CENTRED),
    ]


def styles_part(preset: Preset, *further: str) -> str:
    """Return ``word/styles.xml``: one style for each component of the layout, and ``further`` ones."""
    names = " ".join(f'w:{kind}="Times New Roman"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    font = f"<w:rFonts {names}/>"
    borders = "".join(border(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{font}{size(preset.body)}"
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{space()}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:rPr>{font}</w:rPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        f"{''.join(heading_styles(preset) + text_styles(preset))}{''.join(further)}"
        '<w:style w:type="character" w:customStyle="1" w:styleId="SoDieu"><w:name w:val="Số điều"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{BOLD}</w:rPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="BangNhiemVu"><w:name w:val="Bảng nhiệm vụ"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr></w:style>'
        "</w:styles>"
    )
