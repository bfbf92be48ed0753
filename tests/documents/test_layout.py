"""The file's XML follows Nghị định 30/2020/NĐ-CP, Phụ lục I, and keeps tables and signature together."""

from typing import Any

import pytest
from lxml import etree

from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.plan.model import Plan
from tests.documents.conftest import Changed
from tests.documents.word_file import W, body, parts, task_tables, text, value, with_part, with_text

TEXT_WIDTH = 9354
ISSUER = "ỦY BAN NHÂN DÂN THÀNH PHỐ SA ĐÉC"


@pytest.fixture(scope="module")
def words(document: bytes) -> Any:  # noqa: ANN401  lxml has no types
    """Return the body of the document."""
    return body(document)


@pytest.fixture(scope="module")
def looks(document: bytes) -> dict[str, Any]:
    """Return the styles by id."""
    root = etree.fromstring(parts(document)["word/styles.xml"])
    return {style.get(W + "styleId"): style for style in root.iter(W + "style")}


def styled(words: Any, style: str) -> list[Any]:  # noqa: ANN401  lxml has no types
    return [each for each in words.iter(W + "p") if value(each, "pPr/pStyle", "val") == style]


def test_two_sections_of_a4_with_the_margins_of_the_decree(words: Any) -> None:  # noqa: ANN401  lxml has no types
    sections = list(words.iter(W + "sectPr"))
    assert len(sections) == 2
    for section in sections:
        assert [value(section, "pgSz", side) for side in ("w", "h")] == ["11906", "16838"]
        margins = {side: int(value(section, "pgMar", side) or 0) for side in ("top", "bottom", "left", "right")}
        assert 1134 <= margins["top"] <= 1418
        assert 1134 <= margins["bottom"] <= 1418
        assert 1701 <= margins["left"] <= 1985
        assert 851 <= margins["right"] <= 1134


def test_each_section_counts_from_one_and_hides_its_first_number(words: Any) -> None:  # noqa: ANN401  lxml
    for section in words.iter(W + "sectPr"):
        assert value(section, "pgNumType", "start") == "1"
        assert section.find(W + "titlePg") is not None
        assert [header.get(W + "type") for header in section.iter(W + "headerReference")] == ["default", "first"]


def test_the_page_number_is_centred_in_the_header(document: bytes, looks: dict[str, Any]) -> None:
    files = parts(document)
    assert b" PAGE " in files["word/header1.xml"]
    assert b" PAGE " not in files["word/header2.xml"]
    assert b'w:val="SoTrang"' in files["word/header1.xml"]
    assert value(looks["SoTrang"], "pPr/jc", "val") == "center"
    assert value(looks["SoTrang"], "rPr/sz", "val") == "28"


def test_every_letter_is_times_new_roman(document: bytes) -> None:
    root = etree.fromstring(parts(document)["word/styles.xml"])
    fonts = list(root.iter(W + "rFonts"))
    assert len(fonts) >= 2
    for font in fonts:
        assert {font.get(W + kind) for kind in ("ascii", "hAnsi", "cs", "eastAsia")} == {"Times New Roman"}
    assert not list(body(document).iter(W + "rFonts", W + "sz", W + "color"))


@pytest.mark.parametrize(
    ("style", "size", "bold", "italic", "alignment"),
    [
        ("QuocHieu", 13, True, False, "center"),
        ("TieuNgu", 14, True, False, "center"),
        ("CoQuanChuQuan", 13, False, False, "center"),
        ("CoQuanBanHanh", 13, True, False, "center"),
        ("SoKyHieu", 13, False, False, "center"),
        ("DiaDanhNgay", 14, False, True, "center"),
        ("TenLoai", 14, True, False, "center"),
        ("TrichYeu", 14, True, False, "center"),
        ("ThamQuyen", 14, True, False, "center"),
        ("CanCu", 14, False, True, "both"),
        ("LenhBanHanh", 14, True, False, "center"),
        ("NoiDung", 14, False, False, "both"),
        ("DongKemTheo", 14, False, True, "center"),
        ("ChucVu", 14, True, False, "center"),
        ("NguoiKy", 14, True, False, "center"),
        ("NoiNhan", 12, True, True, None),
        ("DanhSachNoiNhan", 11, False, False, None),
    ],
)
def test_components_look_as_the_decree_says(
    words: Any,  # noqa: ANN401  lxml has no types
    looks: dict[str, Any],
    style: str,
    size: int,
    bold: bool,
    italic: bool,
    alignment: str | None,
) -> None:
    look = looks[style]
    assert styled(words, style)
    assert value(look, "rPr/sz", "val") == str(2 * size)
    assert (look.find(f"{W}rPr/{W}b") is not None) is bold
    assert (look.find(f"{W}rPr/{W}i") is not None) is italic
    assert value(look, "pPr/jc", "val") == alignment


def test_body_text_is_indented_and_spaced(looks: dict[str, Any]) -> None:
    for style in ("CanCu", "NoiDung"):
        assert value(looks[style], "pPr/ind", "firstLine") == "720"
        assert int(value(looks[style], "pPr/spacing", "after") or 0) >= 120


def test_only_the_number_of_an_article_is_bold(words: Any) -> None:  # noqa: ANN401  lxml has no types
    articles = [each for each in words.iter(W + "p") if text(each).startswith("Điều ")]
    assert len(articles) == 3
    for article in articles:
        first, second = article.iter(W + "r")
        assert value(first, "rPr/rStyle", "val") == "SoDieu"
        assert text(first) in {"Điều 1.", "Điều 2.", "Điều 3."}
        assert value(second, "rPr/rStyle", "val") is None
        assert text(second).startswith(" ")


def line_length(paragraph: Any, available: int) -> int:  # noqa: ANN401  lxml has no types
    return available - sum(int(value(paragraph, "pPr/ind", side) or 0) for side in ("left", "right"))


def test_the_line_under_tieu_ngu_is_as_long_as_its_text(words: Any) -> None:  # noqa: ANN401  lxml has no types
    lines = styled(words, "DuongKeDai")
    assert len(lines) == 2
    for line in lines:
        available = int(value(line.getparent(), "tcPr/tcW", "w") or 0)
        assert line_length(line, available) == pytest.approx(3434, abs=5)  # 171.7 points in Liberation Serif Bold


def test_other_lines_are_a_third_to_a_half_of_the_text(words: Any) -> None:  # noqa: ANN401  lxml has no types
    lines = styled(words, "DuongKeNgan")
    longest = {ISSUER: 2593, "Ban hành": 7902, "(Ban hành kèm": 7250}
    for line in lines:
        above = next(width for words, width in longest.items() if text(line.getprevious()).startswith(words))
        cell = value(line.getparent(), "tcPr/tcW", "w")
        assert above / 3 <= line_length(line, int(cell or TEXT_WIDTH)) <= above / 2
    assert len(lines) == 4


def test_a_line_is_a_border_and_not_typed(looks: dict[str, Any]) -> None:
    for style in ("DuongKeDai", "DuongKeNgan"):
        assert value(looks[style], "pPr/pBdr/top", "val") == "single"


def test_tables_repeat_their_header_and_split_no_row(document: bytes) -> None:
    tables = list(task_tables(document))
    assert len(tables) == 4
    for table in tables:
        rows = list(table.iterchildren(W + "tr"))
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_column_widths_follow_their_shares_and_fill_the_text_width(document: bytes) -> None:
    for table in task_tables(document):
        grid = [int(column.get(W + "w")) for column in table.iter(W + "gridCol")]
        assert sum(grid) == TEXT_WIDTH
        assert [round(200 * width / TEXT_WIDTH) for width in grid] == [13, 55, 36, 36, 36, 24]
        assert value(table, "tblPr/tblLayout", "type") == "fixed"
        assert value(table, "tblPr/tblW", "w") == str(TEXT_WIDTH)
        for row in table.iterchildren(W + "tr"):
            cells = [int(value(cell, "tcPr/tcW", "w") or 0) for cell in row.iter(W + "tc")]
            assert cells in (grid, [TEXT_WIDTH])


def test_a_column_takes_what_its_longest_word_needs_from_the_others(changed: Changed, template: bytes) -> None:
    def grid(width: int) -> list[int]:
        def edit(data: Any) -> None:  # noqa: ANN401  whatever YAML holds
            data["plan"]["columns"][0]["width"] = width

        table = next(task_tables(render_decision(changed(edit), template)))
        return [int(column.get(W + "w")) for column in table.iter(W + "gridCol")]

    wide, narrow = grid(40), grid(1)
    assert sum(narrow) == sum(wide)
    assert 0 < narrow[0] < wide[0]
    assert narrow[0] == grid(2)[0] > sum(narrow) / 100  # both get what the word needs
    assert all(thin > thick for thin, thick in zip(narrow[1:], wide[1:], strict=True))


def test_a_heading_is_not_broken_inside_a_word_of_two_syllables(changed: Changed, template: bytes) -> None:
    """Cơ quan / chủ trì, not Cơ / quan / chủ trì, where other columns have room to spare."""

    def grid(width: int, header: str) -> list[int]:
        def edit(data: Any) -> None:  # noqa: ANN401  whatever YAML holds
            data["plan"]["columns"][2] |= {"width": width, "header": header}

        table = next(task_tables(render_decision(changed(edit), template)))
        return [int(column.get(W + "w")) for column in table.iter(W + "gridCol")]

    syllable, word, heading = (grid(1, header)[2] for header in ("quan", "Cơ quan", "Cơ quan chủ trì"))
    assert heading >= word > 1.3 * syllable
    assert sum(grid(1, "Cơ quan chủ trì")) == TEXT_WIDTH
    long = "Nghiêngnghiêngnghiêng"
    assert grid(1, f"{long} {long}")[2] == grid(1, long)[2]  # there is no room for the pair


def test_group_headings_span_all_columns_and_stay_with_the_next_row(document: bytes, looks: dict[str, Any]) -> None:
    groups = [
        cell
        for table in task_tables(document)
        for cell in table.iter(W + "tc")
        if value(cell, "p/pPr/pStyle", "val") == "BangNhom"
    ]
    assert len(groups) == 9
    assert {value(cell, "tcPr/gridSpan", "val") for cell in groups} == {"6"}
    assert [child.tag for child in groups[0].find(W + "tcPr")][:2] == [W + "tcW", W + "gridSpan"]
    for style in ("BangNhom", "BangTieuDe", "DeMuc", "DeMucBang", "LenhBanHanh"):
        assert looks[style].find(f"{W}pPr/{W}keepNext") is not None


def test_the_signature_stays_with_the_last_article(words: Any, looks: dict[str, Any]) -> None:  # noqa: ANN401  lxml
    (last,) = styled(words, "NoiDungCuoi")
    assert text(last).endswith("./.")
    assert looks["NoiDungCuoi"].find(f"{W}pPr/{W}keepNext") is not None
    signature = last.getnext()
    assert text(signature).startswith("Nơi nhận:")
    (row,) = signature.iterchildren(W + "tr")
    assert row.find(f"{W}trPr/{W}cantSplit") is not None
    assert [text(cell).startswith(first) for cell, first in zip(row.iter(W + "tc"), ["Nơi", "CHỦ"], strict=True)]
    assert int(value(looks["NguoiKy"], "pPr/spacing", "before") or 0) >= 1400


def test_a_paragraph_follows_every_table(words: Any) -> None:  # noqa: ANN401  lxml has no types
    """Word joins tables that touch, and repairs a body that ends with one."""
    for table in words.iterchildren(W + "tbl"):
        following = table.getnext()
        assert following.tag == W + "p"


def test_widths_fit_the_section_that_the_table_stands_in(plan: Plan, document: bytes, template: bytes) -> None:
    """A clerk may turn the pages of the plan in the template."""
    landscape = parts(template)["word/document.xml"].decode()
    head, tail = landscape.rsplit('<w:pgSz w:w="11906" w:h="16838"/>', 1)
    turned = f'{head}<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>{tail}'
    made = render_decision(plan, with_part(template, "word/document.xml", turned.encode()))
    for table in task_tables(made):
        assert value(table, "tblPr/tblW", "w") == str(TEXT_WIDTH + 16838 - 11906)
    assert made != document


def test_long_headings_break_evenly(words: Any, changed: Changed, template: bytes) -> None:  # noqa: ANN401  lxml
    issuer = next(each for each in words.iter(W + "p") if text(each) == ISSUER)
    left, right = (int(value(issuer, "pPr/ind", side) or 0) for side in ("left", "right"))
    assert left == right
    assert 3520 - left - right == pytest.approx(2593 * 1.02, abs=5)  # "THÀNH PHỐ SA ĐÉC", the longer of two lines

    def edit(data: Any) -> None:  # noqa: ANN401  whatever YAML holds
        data["issuer"]["name"] = "Sở Tư pháp"

    short = next(
        each for each in body(render_decision(changed(edit), template)).iter(W + "p") if text(each) == "SỞ TƯ PHÁP"
    )
    assert value(short, "pPr/ind", "left") is None


def test_cells_that_span_some_columns_are_as_wide_as_these(plan: Plan, template: bytes) -> None:
    """A clerk may divide the heading row of a group."""
    cell = "<w:tc><w:p><w:r><w:t>Ghi chú</w:t></w:r></w:p></w:tc>"
    old = "{% colspan table.headers|length %}{{ row.heading }}</w:t></w:r></w:p></w:tc>"
    divided = with_text(template, old, f"{old.replace('table.headers|length', '5')}{cell}")
    table = next(task_tables(render_decision(plan, divided)))
    row = list(table.iterchildren(W + "tr"))[1]
    assert [int(value(cell, "tcPr/tcW", "w") or 0) for cell in row.iter(W + "tc")] == [8232, TEXT_WIDTH - 8232]
