"""Findings in Word files: how their place is written and in which order they stand."""

from typing import Any, cast

from kshc_cli.findings import Finding, Place, Severity, WordPlace, in_order
from kshc_cli.reports.ci.annotations import findings_github
from kshc_cli.reports.findings import FileFindings, findings_record, findings_text
from kshc_cli.reports.terminal import Terminal

TERMINAL = Terminal(width=80, color=False, interactive=False)


def _finding(rule: str, place: WordPlace) -> Finding:
    return Finding(rule, Severity.ERROR, "Wrong.", "Repair it.", word_place=place)


IN_CELL = _finding("b", WordPlace(31, page=2, table=1, row=4, cell=2, quote="Trong tháng 6\tnăm 2024 \x1b[31m"))
IN_HEADER = _finding("c", WordPlace(1, part="header"))
EARLIER = _finding("a", WordPlace(7, quote="x" * 300))


def test_text_names_the_place_and_quotes_the_words() -> None:
    text = findings_text(FileFindings("a.docx", (IN_CELL, IN_HEADER, EARLIER)), TERMINAL)
    assert text.splitlines()[:3] == [
        "a.docx: page 2, paragraph 31, table 1, row 4, cell 2: error: Wrong. [b]",
        "  | Trong tháng 6 năm 2024 [31m",
        "  Repair it.",
    ]
    assert "a.docx: page header, paragraph 1: error: Wrong. [c]\n  Repair it." in text
    assert f"  | {'x' * 99}…\n" in text


def excerpt(source: str, column: int) -> list[str]:
    place = Place(3, column, source)
    text = findings_text(FileFindings("p", (Finding("a", Severity.ERROR, "Wrong.", place=place),)), TERMINAL)
    return [line.partition(" | ")[2] for line in text.splitlines()[1:]]


def test_a_long_line_is_marked_where_it_is_cut() -> None:
    source = "".join(chr(ord("a") + number % 26) for number in range(300))
    assert excerpt(source, 1) == [f"{source[:99]}…", "^"]
    assert excerpt(source, 151) == [f"…{source[101:199]}…", f"{' ' * 50}^"]
    assert excerpt(source, 300) == [f"…{source[250:]}", f"{' ' * 50}^"]
    assert excerpt(source[:100], 100) == [source[:100], f"{' ' * 99}^"]


def test_an_excerpt_fits_the_terminal_so_that_its_caret_points_at_what_it_means() -> None:
    source = "".join(chr(ord("a") + number % 26) for number in range(300))
    screen = Terminal(width=60, interactive=True)
    for column in (1, 40, 151, 300):
        finding = Finding("a", Severity.ERROR, "Wrong.", place=Place(3, column, source))
        shown, caret = findings_text(FileFindings("p", (finding,)), screen).splitlines()[1:]
        assert len(shown) <= 60
        assert shown[caret.index("^")] == source[column - 1]
    word = Finding("c", Severity.ERROR, "Wrong.", word_place=WordPlace(paragraph=1, quote="x" * 200))
    assert f"\n  | {'x' * 55}…\n" in findings_text(FileFindings("p", (word,)), screen)


def test_findings_stand_in_the_order_of_the_page() -> None:
    assert [finding.rule for finding in in_order((IN_CELL, EARLIER, IN_HEADER))] == ["c", "a", "b"]


def test_json_and_github_name_the_place() -> None:
    file = FileFindings("a.docx", (IN_CELL,))
    record = cast(dict[str, Any], findings_record([file]))["files"][0]["findings"][0]
    assert record["word_place"] == {
        "part": "body",
        "page": 2,
        "paragraph": 31,
        "table": 1,
        "row": 4,
        "cell": 2,
        "quote": "Trong tháng 6\tnăm 2024 \x1b[31m",
    }
    assert findings_github([file]) == (
        "::error file=a.docx,title=kshc b::page 2, paragraph 31, table 1, row 4, cell 2: Wrong. Repair it.\n"
    )
