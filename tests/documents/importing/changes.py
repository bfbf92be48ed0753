"""Single changes of documents that hold tasks in tables, points and sentences: what the import makes of each."""

import random
import re
from collections.abc import Callable, Iterator
from difflib import unified_diff
from pathlib import Path
from typing import Final

from kshc_cli.documents.importing.document import imported
from kshc_cli.errors import KshcError
from kshc_cli.source.edit.plan_yaml import plan_yaml
from tests.documents.importing.foreign import (
    BOLD,
    CENTRE,
    DOWN,
    UP,
    cell,
    ending,
    head,
    heading,
    plan,
    row,
    table,
    wide,
)
from tests.documents.layout.changes import CHANGES
from tests.documents.word_xml import p, read, tbl, tc, tr

KEPT: Final = Path(__file__).parent / "changes.tsv"
"""What the import makes of each change, as the lines of the plan that differ; ``make generate`` renews it."""
_MOST: Final = 220
"""Changes that are drawn of those of a document."""
_PARAGRAPH: Final = re.compile(r"<w:p>(?:(?!<w:p>).)*?</w:p>", re.DOTALL)
_ROW: Final = re.compile(r"<w:tr>.*?</w:tr>", re.DOTALL)
_CELL: Final = re.compile(r"<w:tc>.*?</w:tc>", re.DOTALL)

_HEADER: Final = row("STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời gian")
_TABLES: Final = (
    p("I. MỤC ĐÍCH, YÊU CẦU", "", BOLD)
    + p("Nâng cao chất lượng phục vụ người dân năm 2024.")
    + p("II. NHIỆM VỤ", "", BOLD)
    + p("1. Nhiệm vụ chung", "", BOLD)
    + table(
        _HEADER,
        tr(cell("I", "", BOLD), cell("Chỉ đạo, điều hành", wide(5), BOLD)),
        row("1", "Xây dựng kế hoạch", "Phòng Nội vụ", "Các phòng", "Kế hoạch", "Quý I"),
        tr(
            *(cell("2", DOWN), cell("Báo cáo định kỳ:\n- Báo cáo quý;\n- Báo cáo năm", DOWN), cell("Văn phòng", DOWN)),
            *(cell("Phòng Nội vụ"), cell("Báo cáo"), cell("Hằng quý")),
        ),
        tr(*(cell("", UP) for _ in range(3)), cell("Các phòng"), cell("Báo cáo năm"), cell("Trước ngày 15/12/2024")),
        tr(cell("II", "", BOLD), cell("Tuyên truyền", wide(5), BOLD)),
        row("1", "Hội nghị", "Phòng Văn hóa", "", "Hội nghị", "Trong tháng 6"),
        row("2", "Pa nô", "nt", "", "", "Thường xuyên"),
    )
    + p("2. Nhiệm vụ riêng", "", BOLD)
    + table(_HEADER, row("1", "Thống kê", "Phòng Nội vụ", "", "Biểu", "Ngày 30/6/2024"))
    + p("III. TỔ CHỨC THỰC HIỆN", "", BOLD)
    + p("Các phòng báo cáo kết quả về Phòng Nội vụ trước ngày 20/12/2024.")
)
_POINTS: Final = (
    p("I. NHIỆM VỤ", "", BOLD)
    + p("1. Rà soát thủ tục hành chính")
    + p("- Nội dung: rà soát các thủ tục thuộc thẩm quyền.")
    + p("- Cơ quan chủ trì: Văn phòng.")
    + p("- Cơ quan phối hợp: các phòng.")
    + p("- Thời gian thực hiện: Trước ngày 15/9/2024.")
    + p("2. Tuyên truyền")
    + p("a) Trên trang thông tin điện tử")
    + p("- Chủ trì: Phòng Văn hóa;")
    + p("- Thời gian: hằng tháng,")
    + p("bắt đầu từ tháng 3.")
    + p("b) Trên hệ thống truyền thanh")
    + p("- Đơn vị thực hiện:")
    + p("+ Phòng Văn hóa;")
    + p("+ Các khu phố.")
    + p("- Tiến độ: quý II và quý IV")
    + p("II. TỔ CHỨC THỰC HIỆN", "", BOLD)
    + p("1. Giao Văn phòng theo dõi, báo cáo trước ngày 10/12/2024.")
    + p("2. Đề nghị Phòng Văn hóa phối hợp với Văn phòng kiểm tra trong tháng 11/2024.")
    + p("Trên đây là Kế hoạch năm 2024, các đơn vị nghiêm túc thực hiện./.")
)
_DECISION: Final = (
    heading("UBND THÀNH PHỐ SA ĐÉC", "Số: 45/QĐ-UBND", date="Sa Đéc, ngày 09 tháng 01 năm 2024")
    + head("QUYẾT ĐỊNH")
    + head("Ban hành Kế hoạch cải cách hành chính năm 2024")
    + head("CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ SA ĐÉC")
    + p("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", "", "<w:i/>")
    + p("Theo đề nghị của Trưởng phòng Nội vụ.", "", "<w:i/>")
    + head("QUYẾT ĐỊNH:")
    + p("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2024.")
    + p("Điều 2. Quyết định có hiệu lực kể từ ngày ký./.")
    + ending("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    + p("", "<w:sectPr/>")
    + tbl(tr(tc(head("UBND THÀNH PHỐ SA ĐÉC")), tc(head("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))))
    + head("KẾ HOẠCH")
    + head("Cải cách hành chính năm 2024")
    + p("(Kèm theo Quyết định số 45/QĐ-UBND ngày 09/01/2024 của UBND thành phố)", CENTRE, "<w:i/>")
    + p("Thực hiện Kế hoạch của Tỉnh, UBND thành phố ban hành Kế hoạch như sau:")
    + table(_HEADER, row("1", "Kiểm tra công vụ", "Phòng Nội vụ", "Thanh tra", "Kết luận", "Quý III/2024"))
    + p("Yêu cầu các đơn vị thực hiện nghiêm./.")
)
DOCUMENTS: Final = {"tables": plan(_TABLES), "points": plan(_POINTS), "decision": _DECISION}

_WORDS: Final = (
    *("bold or not", "centred", "in capitals", "in small letters", "without its first word", "without its last word"),
    *("without its last sign", "with a full stop", "with a semicolon", "with two spaces", "with other figures", "gone"),
    *("twice", "with an empty line", "over two lines"),
)


def _of_cells(change: Callable[[list[str]], list[str]]) -> Callable[[str], str]:
    def changed(xml: str) -> str:
        cells = [found[0] for found in _CELL.finditer(xml)]
        return xml.replace("".join(cells), "".join(change(cells)), 1)

    return changed


_ROWS: Final[dict[str, Callable[[str], str]]] = {
    "row gone": lambda _xml: "",
    "row twice": lambda xml: xml + xml,
    "empty row": lambda xml: xml + tr(cell(), cell()),
    "without its first cell": _of_cells(lambda cells: cells[1:]),
    "without its last cell": _of_cells(lambda cells: cells[:-1]),
    "with a cell more": _of_cells(lambda cells: [*cells, cell("Ghi chú")]),
    "first cells swapped": _of_cells(lambda cells: [*cells[1:2], *cells[:1], *cells[2:]]),
    "last cells swapped": _of_cells(lambda cells: [*cells[:-2], *cells[-1:], *cells[-2:-1]]),
    "first cell empty": _of_cells(lambda cells: [cell(), *cells[1:]]),
    "last cell empty": _of_cells(lambda cells: [*cells[:-1], cell()]),
    "one cell over all": _of_cells(lambda cells: [cell("Đầu mục", wide(len(cells)))]),
    "a row of words above": lambda xml: tr(cell("A", "", BOLD), cell("Nhóm việc", wide(5), BOLD)) + xml,
}


def changes(name: str) -> Iterator[tuple[str, str]]:
    """Yield changes of a document, drawn by its name: what was changed how, and the document with it."""
    xml = DOCUMENTS[name]
    spots = [
        (found, CHANGES[change], change)
        for found in _PARAGRAPH.finditer(xml)
        if "<w:t" in found[0]
        for change in _WORDS
    ]
    spots += [(found, change, called) for found in _ROW.finditer(xml) for called, change in _ROWS.items()]
    for place in sorted(random.Random(name).sample(range(len(spots)), min(_MOST, len(spots)))):  # noqa: S311  no secret
        found, change, called = spots[place]
        words = " ".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)<", found[0]))[:40]
        new = xml[: found.start()] + change(found[0]) + xml[found.end() :]
        if new != xml:
            yield f"{words}: {called}", new


def told(xml: str) -> list[str]:
    """Return the lines of the plan that the import makes of a document, and of what it warns; or why it makes none."""
    try:
        found = imported(read(xml))
    except KshcError as refusal:
        return [type(refusal).__name__]
    warnings = sorted(f"! {one.rule} {one.word_place.paragraph if one.word_place else ''}" for one in found.left)
    return [*plan_yaml(found.plan).splitlines(), *warnings]


def lines(name: str) -> Iterator[str]:
    """Yield a line for each change of a document: its name, the change, and the lines that differ."""
    before = told(DOCUMENTS[name])
    for change, xml in changes(name):
        differing = list(unified_diff(before, told(xml), lineterm="", n=0))[2:]
        shown = [" ".join(line.split()) for line in differing if not line.startswith("@@")]
        yield f"{name}\t{change}\t{' ¶ '.join(shown) if len(shown) < 40 else f'{len(shown)} lines differ'}"


def files() -> dict[Path, bytes]:
    """Return what the import makes of all of them, by the file that keeps it."""
    return {KEPT: "".join(f"{line}\n" for name in DOCUMENTS for line in lines(name)).encode()}
