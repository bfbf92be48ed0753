"""Tables for people and programs, with text that could be taken for something else."""

import csv
import io
import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.messages import plain
from kshc_cli.reports.tables import DRAWN_ROWS, Heading, csv_text, markdown_text, table_text
from kshc_cli.reports.terminal import Terminal

HEADINGS = (Heading("ID"), Heading("Nội dung", 3), Heading("Thời gian", 1))
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


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"])), st.just("x")), min_size=1))
def test_csv_reads_back_and_runs_no_formula(rows: list[tuple[str, str]]) -> None:
    text = csv_text(("a", "b"), rows)
    read = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert [row[0].removeprefix("'") for row in read] == [row[0].removeprefix("'") for row in rows]
    words = [row[0] for row in read if not re.fullmatch(r"-\d+", row[0], re.ASCII)]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in words)


def test_markdown_escapes_its_signs() -> None:
    out = markdown_text(HEADINGS, [("1", "- a | b\n*c*", "<d>")])
    assert out.splitlines()[2] == "| 1 | \\- a \\| b<br>\\*c\\* | \\<d\\> |"
