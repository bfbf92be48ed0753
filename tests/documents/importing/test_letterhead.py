"""Who issues, which number, where and when: however the heading of a document is set."""

import pytest

from kshc_cli.documents.importing.document import imported
from kshc_cli.plan.act import Issuance, Issuer
from tests.documents.importing.foreign import BOLD, HEADER, TASK, ending, head, heading, table
from tests.documents.importing.handed_out import DATE, WARD
from tests.documents.importing.test_foreign import import_
from tests.documents.word_xml import p, read, tbl, tc, tr

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
TEXT = head("KẾ HOẠCH") + head("Cải cách hành chính năm 2026") + table(HEADER, TASK)


def line(words: str, run: str = "") -> str:
    """Return a paragraph with its tabs and line breaks as Word marks them."""
    start = '<w:t xml:space="preserve">'
    return p(words, "", run).replace("\t", f"</w:t><w:tab/>{start}").replace("\n", f"</w:t><w:br/>{start}")


def under(*left: tuple[str, bool]) -> str:
    """Return a heading in a table, with the lines of its left cell and whether each is bold."""
    names = "".join(line(words, BOLD if bold else "") for words, bold in left)
    right = head(NATION) + head(MOTTO) + p("An Bình, ngày 12 tháng 01 năm 2026")
    return tbl(tr(tc(names + p("Số: 15/KH-UBND")), tc(right)))


@pytest.mark.parametrize(
    ("left", "parent", "name"),
    [
        ([("ỦY BAN NHÂN DÂN", False), ("PHƯỜNG AN BÌNH", True)], None, "ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH"),
        ([("ỦY BAN NHÂN DÂN", True), ("PHƯỜNG AN BÌNH", True)], None, "ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH"),
        ([("ỦY BAN NHÂN DÂN\nPHƯỜNG AN BÌNH", True)], None, "ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH"),
        ([("UBND", False), ("XÃ C", True)], None, "UBND XÃ C"),
        ([("UỶ BAN NHÂN DÂN", False), ("TP. B", True)], None, "UỶ BAN NHÂN DÂN TP. B"),
        ([("HỘI ĐỒNG NHÂN DÂN", False), ("XÃ C", True)], None, "HỘI ĐỒNG NHÂN DÂN XÃ C"),
        (
            [("ỦY BAN NHÂN DÂN", False), ("TỈNH X", False), ("SỞ NỘI VỤ", True)],
            "ỦY BAN NHÂN DÂN TỈNH X", "SỞ NỘI VỤ",
        ),
        ([("UBND THÀNH PHỐ A", False), ("PHÒNG TƯ PHÁP", True)], "UBND THÀNH PHỐ A", "PHÒNG TƯ PHÁP"),
        (
            [("UBND XÃ A", False), ("PHÒNG VĂN HÓA", True), ("VÀ XÃ HỘI", True)],
            "UBND XÃ A", "PHÒNG VĂN HÓA VÀ XÃ HỘI",
        ),
        (
            [("ỦY BAN NHÂN DÂN TỈNH A\nỦY BAN NHÂN DÂN XÃ B", True)],
            "ỦY BAN NHÂN DÂN TỈNH A", "ỦY BAN NHÂN DÂN XÃ B",
        ),
        ([("VĂN PHÒNG", True), ("HĐND VÀ UBND", True)], None, "VĂN PHÒNG HĐND VÀ UBND"),
        (
            [("UBND XÃ A", False), ("VĂN PHÒNG HĐND VÀ", True), ("UBND", True)],
            "UBND XÃ A", "VĂN PHÒNG HĐND VÀ UBND",
        ),
        ([("BAN CHỈ HUY", True), ("PHÒNG THỦ DÂN SỰ", True)], None, "BAN CHỈ HUY PHÒNG THỦ DÂN SỰ"),
        ([("TẬP ĐOÀN SÔNG TIỀN", False), ("CÔNG TY MỘT", True)], "TẬP ĐOÀN SÔNG TIỀN", "CÔNG TY MỘT"),
    ],
)  # fmt: skip
def test_a_name_over_several_lines_is_one_body(left: list[tuple[str, bool]], parent: str | None, name: str) -> None:
    assert import_(under(*left) + TEXT).plan.issuer == Issuer(name=name, parent=parent, place="An Bình")


@pytest.mark.parametrize("gap", ["\t", "\t\t", "  ", " " * 12, "\u00a0" * 9, " \u00a0 \u00a0 "])
def test_columns_that_spaces_keep_apart_are_parted(gap: str) -> None:
    top = (
        line(f"ỦY BAN NHÂN DÂN{gap}{NATION}")
        + line(f"   XÃ TÂN HÒA{gap}{MOTTO}")
        + line(f"Số: 15/KH-UBND{gap}Tân Hòa, ngày 20 tháng 01 năm 2026")
    )
    found = import_(top + TEXT)
    assert found.left == ()
    assert found.plan.issuer == Issuer(name="ỦY BAN NHÂN DÂN XÃ TÂN HÒA", place="Tân Hòa")
    act = found.plan.act
    assert isinstance(act, Issuance)
    assert (act.number, act.symbol, str(act.date)) == ("15", "KH-UBND", "2026-01-20")


@pytest.mark.parametrize(
    ("words", "number", "symbol", "place", "day"),
    [
        ("Số:      /KH-UBND      An Bình, ngày     tháng     năm 2026", None, "KH-UBND", "An Bình", "None"),
        ("Số: 07/KH - UBND     TP. An Bình, ngày 5 tháng 2 năm 2026", "07", "KH - UBND", "TP. An Bình", "2026-02-05"),
        ("Số: 07/KH-UBND     An Bình,   ngày 05 tháng 02 năm 2026", "07", "KH-UBND", "An Bình", "2026-02-05"),
        ("Số: 07/KH-UBND     ngày 05 tháng 02 năm 2026", "07", "KH-UBND", "[?]", "2026-02-05"),
        ("Số:\t/KH-UBND\tAn Bình, ngày 05 tháng 02 năm 2026", None, "KH-UBND", "An Bình", "2026-02-05"),
    ],
)
def test_a_number_beside_place_and_day(words: str, number: str | None, symbol: str, place: str, day: str) -> None:
    found = import_(line(f"UBND XÃ AN BÌNH      {NATION}") + line(MOTTO) + line(words) + TEXT, year=2026)
    act = found.plan.act
    assert isinstance(act, Issuance)
    assert (act.number, act.symbol, found.plan.issuer.place, str(act.date)) == (number, symbol, place, day)


def test_all_of_a_heading_in_one_paragraph_of_lines() -> None:
    top = f"ỦY BAN NHÂN DÂN      {NATION}\nXÃ A      {MOTTO}\nSố: 1/KH-UBND      A, ngày 20 tháng 01 năm 2026"
    found = import_(line(top) + TEXT)
    assert found.plan.issuer == Issuer(name="ỦY BAN NHÂN DÂN XÃ A", place="A")
    assert str(found.plan.act.date) == "2026-01-20"


def test_what_else_stands_in_a_line_of_the_heading_is_listed() -> None:
    top = line(f"UBND XÃ A\tMẬT\t{NATION}") + line(MOTTO) + line("Số: 1/KH-UBND\tA, ngày 20 tháng 01 năm 2026")
    found = import_(top + TEXT)
    assert [one.word_place.quote for one in found.left if one.word_place] == [f"UBND XÃ A MẬT {NATION}"]


@pytest.mark.parametrize(
    ("lines", "name", "number"),
    [
        ("ỦY BAN NHÂN DÂN|XÃ C|Số: 45/KH-UBND|C, ngày 20 tháng 01 năm 2026", "ỦY BAN NHÂN DÂN XÃ C", "45"),
        ("UBND XÃ C\t\tC, ngày 20 tháng 01 năm 2026|Số: 45/KH-UBND", "UBND XÃ C", "45"),
        ("Đảng ủy xã giao như sau.|Số: 45/KH-UBND", "[?]", None),
        ("Mẫu số 01|UBND XÃ C", "[?]", None),
    ],
)
def test_plain_lines_above_a_title_are_a_letterhead_without_the_name_of_the_state(
    lines: str, name: str, number: str | None
) -> None:
    found = import_("".join(map(line, lines.split("|"))) + TEXT).plan
    assert (found.issuer.name, found.act.number) == (name, number)


@pytest.mark.parametrize("look", ["", BOLD])
@pytest.mark.parametrize("subject", ["Cải cách hành chính năm 2026", "Thực hiện chuyển đổi số năm 2026"])
def test_a_subject_at_the_margin_is_the_plans(subject: str, look: str) -> None:
    body = p("KẾ HOẠCH", "", BOLD) + p(subject, "", look) + p("trên địa bàn xã", "", look)
    body += p("Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 của tỉnh, xã ban hành kế hoạch như sau:")
    body += p("1. Giao Phòng Kinh tế rà soát hồ sơ trước ngày 20/3/2026.")
    found = imported(read(heading(*WARD, "Số: 02/KH-UBND", date=DATE) + body + ending("CHỦ TỊCH"))).plan
    assert found.plan.subject == f"{subject} trên địa bàn xã"


@pytest.mark.parametrize("line", ["Đơn vị tính: triệu đồng", "Thực hiện Kế hoạch số 12/KH-UBND", "Căn cứ tình hình"])
def test_what_is_no_subject_stays_none(line: str) -> None:
    body = p("KẾ HOẠCH", "", BOLD) + p(line) + p("1. Giao Phòng Kinh tế rà soát hồ sơ trước ngày 20/3/2026.")
    found = imported(read(heading(*WARD, "Số: 02/KH-UBND", date=DATE) + body + ending("CHỦ TỊCH"))).plan
    assert found.plan.subject == "[?]"
