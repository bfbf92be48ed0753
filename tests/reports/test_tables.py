"""Tables for people and programs, with text that could be taken for something else."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.messages import plain
from kshc_cli.reports.drawing import ColumnHeading
from kshc_cli.reports.tables import DRAWN_ROWS, markdown_text, table_text
from kshc_cli.reports.terminal import Terminal, width_of, wrapped

HEADINGS = (ColumnHeading("ID"), ColumnHeading("Nội dung", 3), ColumnHeading("Thời gian", 1))
SCREEN = Terminal(width=40, interactive=True)


def test_text_is_no_markup() -> None:
    out = table_text(HEADINGS, [("1", "[/] [bold]x[/bold] :smile:", "[red]")], SCREEN)
    assert "[/] [bold]x[/bold]" in out
    assert ":smile:" in out
    assert "[red]" in out


def test_words_are_not_cut_and_lines_fit() -> None:
    words = "Xây dựng và tổ chức thực hiện Kế hoạch rà soát thủ tục hành chính"
    out = table_text(HEADINGS, [("1.2.1", words, "Từ tháng 02 đến tháng 6")], SCREEN)
    assert max(len(line) for line in out.splitlines()) <= 40
    assert all(word in out.split() for word in words.split())


WORDS = (
    "Xây dựng, trình Chủ tịch UBND Thành phố ban hành Kế hoạch nghiêng về rà soát; theo Quyết định 766/QĐ-TTg "
    "(HĐND&UBND) ngày 23/6/2022"
)


@given(st.integers(40, 140), st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=40))
def test_no_syllable_is_split_at_any_width(width: int, words: list[str]) -> None:
    cells = (
        "30/06/2024\nTháng 6",
        " ".join(words),
        " ".join(reversed(words)),
        "quá hạn 141 ngày\nhoàn thành 0/12 cơ quan",
    )
    headings = (
        ColumnHeading("Hạn"),
        ColumnHeading("Nội dung", 6),
        ColumnHeading("Chủ trì", 2),
        ColumnHeading("Tình hình", named=False),
    )
    out = table_text(headings, [cells], Terminal(width=width, interactive=True))
    assert max(map(width_of, out.splitlines())) <= width
    assert set(words) <= set(out.split())


@pytest.mark.parametrize(("width", "columns"), [(75, False), (76, True), (120, True)])
def test_narrow_terminals_get_blocks(width: int, *, columns: bool) -> None:
    headings = (
        ColumnHeading("Due", painted=True),
        ColumnHeading("ID", named=False),
        ColumnHeading("Content", 3, named=False),
        ColumnHeading("Lead", 1),
    )
    rows = [("30/06/2024\nmonth 6", "1.2.1", "Rà soát", "Văn phòng"), ("", "1.2.2", "Báo cáo", "")]
    lines = table_text(headings, rows, Terminal(width=width, interactive=True)).splitlines()
    if columns:
        assert lines[0].split() == ["Due", "ID", "Content", "Lead"]
    else:
        assert lines == [
            *("Due 30/06/2024; month 6 · 1.2.1", "  Rà soát", "  Lead: Văn phòng", "", "1.2.2", "  Báo cáo"),
        ]


def test_a_table_without_room_for_its_short_cells_becomes_blocks() -> None:
    out = table_text(
        (ColumnHeading("File"), ColumnHeading("Why", 1)),
        [("x" * 70, "rather long")],
        Terminal(width=78, interactive=True),
    )
    assert out == f"File {'x' * 70}\n  Why: rather long\n"


def test_a_row_takes_its_colour_where_it_is_told_how_it_stands() -> None:
    headings = (ColumnHeading("ID"), ColumnHeading("Content", 1), ColumnHeading("Standing", named=False, painted=True))
    rows = [("1", "a", "late"), ("2", "b", "")]
    for width in (60, 80):
        out = table_text(headings, rows, Terminal(width=width, interactive=True, color=True), ("1;31", ""))
        assert out.count("\x1b[1;31m") == 1
        assert "late\x1b[0m" in out
        plain_out = table_text(headings, rows, Terminal(width=width, interactive=True), ("1;31", ""))
        assert re.sub(r"\x1b\[[\d;]*m", "", out) == plain_out


NUMBERED = (
    ColumnHeading("Cơ quan ban hành", 1, named=False, calls="line"),
    *map(
        ColumnHeading, ("Nhiệm vụ", "Đầu việc", "Hoàn thành", "Quá hạn", "Sắp đến hạn", "Không có hạn", "Chưa đọc được")
    ),
)
LINES = [
    ("Ủy ban nhân dân phường An Bình (an-binh/2026/plan.yaml)", "254", "1691", "17", "415", "0", "183", "38"),
    ("Sở Tài chính", "1", "2", "3", "4", "5", "6", "7"),
]


@pytest.mark.parametrize("width", [60, 76, 80, 110])
def test_what_rows_are_called_by_keeps_to_one_line_cut_at_its_beginning(width: int) -> None:
    out = table_text(NUMBERED, LINES, Terminal(width=width, interactive=True)).splitlines()
    assert max(map(width_of, out)) <= width
    first, second = out[-2:]
    assert first.startswith("Ủy ban nhân dân phường An Bình (" if width > 100 else "…")
    assert re.search(r"plan\.yaml\) +254 ", first)
    assert second.split()[:4] == ["Sở", "Tài", "chính", "1"]
    assert out[-3].startswith("───")
    assert {"Sắp", "đến", "hạn"} <= set(" ".join(out[:-3]).split())


def test_without_room_for_columns_a_block_begins_with_its_name() -> None:
    out = table_text(NUMBERED, LINES, Terminal(width=40, interactive=True)).splitlines()
    assert out[0] == "Ủy ban nhân dân phường An Bình"
    assert out[2].startswith("  Nhiệm vụ 254 · Đầu việc 1691")


@pytest.mark.parametrize("width", range(40, 140, 7))
def test_names_of_files_are_whole_at_any_width(width: int) -> None:
    name = "ke-hoach-sinh-hoat-cong-dan.docx"
    headings = (
        ColumnHeading("File", 2, named=False, calls="whole"),
        ColumnHeading("Rule", named=False),
        ColumnHeading("Why", 3),
    )
    out = table_text(headings, [(name, "nd30.I.II.5-subject-line", WORDS)], Terminal(width=width, interactive=True))
    assert name in out
    assert max(map(width_of, out.splitlines())) <= width


@given(st.text(max_size=60), st.integers(2, 20))
def test_lines_hold_all_signs_in_their_order(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
    assert all(width_of(line) <= width for line in lines)


def test_marks_and_wide_signs_count_as_terminals_show_them() -> None:
    assert [width_of(text) for text in ("Hạn", unicodedata.normalize("NFD", "Hạn"), "漢字", "")] == [3, 3, 4, 0]
    assert wrapped(unicodedata.normalize("NFD", "ạạạạ"), 2) == [unicodedata.normalize("NFD", "ạạ")] * 2


def test_colour_only_where_it_is_wanted() -> None:
    rows = [("1", "a", "b")]
    assert "\x1b" not in table_text(HEADINGS, rows, SCREEN)
    assert "\x1b" in table_text(HEADINGS, rows, Terminal(width=40, interactive=True, color=True))


def test_long_tables_are_not_drawn() -> None:
    out = table_text(HEADINGS, [("1", "a", "b")] * (DRAWN_ROWS + 1), SCREEN)
    assert out.splitlines()[1] == "1\ta\tb"


@given(st.text(max_size=50))
def test_nothing_unprintable_reaches_a_terminal(text: str) -> None:
    assert not any(unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for sign in plain(text))
    assert plain(text) == text or not text.isprintable()


def test_markdown_escapes_its_signs() -> None:
    out = markdown_text(HEADINGS, [("1", "- a | b\n*c*", "<d>")])
    assert out.splitlines()[2] == "| 1 | \\- a \\| b<br>\\*c\\* | \\<d\\> |"
