"""From a finding's path, key or words to its line and column."""

import pytest

from kshc_cli.findings import Finding, Path, Place, Severity, error
from kshc_cli.source.plan_text import read_plan_file
from kshc_cli.source.yaml.lines import Lines
from tests.source.plans import SMALL

READ = read_plan_file(SMALL.encode())
TASKS: Path = ("plan", "sections", 0, "tables", 0, "groups", 0, "tasks")


def place_of(path: Path, *, words: str = "", on_key: bool = False) -> Place:
    (finding,) = READ.locate([Finding("rule", Severity.ERROR, "", path=path, words=words, on_key=on_key)])
    assert finding.place is not None
    return finding.place


def here(words: str, *, occurrence: int = 1) -> tuple[int, int]:
    """Return the line and column at which ``words`` begin in the small plan."""
    offset = -1
    for _time in range(occurrence):
        offset = SMALL.index(words, offset + 1)
    return SMALL.count("\n", 0, offset) + 1, offset - SMALL.rfind("\n", 0, offset)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("year",), here("2024")),
        (("issuer", "place"), here("Sa Đéc\ndecision")),
        (("issuer",), here("name: Ủy ban")),
        (("agencies", 1), here("id: phuong-1")),
        (("agencies", 2, "members", 0), here("phuong-1]")),
        (("plan", "columns", 1, "role"), here("lead, header")),
        (("plan", "preamble", 0), here(">-")),
        ((*TASKS, 1, "lead"), here("{text: UBND")),
        ((*TASKS, 1, "lead", "text"), here("UBND các xã và phường")),
        ((*TASKS, 0, "lead", "text"), here("Văn phòng HĐND&UBND\n")),
        ((*TASKS, 1, "time", "reading", 0, "recurring", "rrule"), here("FREQ")),
        ((*TASKS, 1, "missing"), here("id: 1.1.2")),
        ((*TASKS, 7), here("- id: 1.10")),
        ((), here("schema: kshc/1")),
    ],
)
def test_a_path_leads_to_the_beginning_of_its_value(path: Path, expected: tuple[int, int]) -> None:
    place = place_of(path)
    assert (place.line, place.column) == expected
    assert place.source == SMALL.splitlines()[place.line - 1]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("year",), here("year")),
        (("decision", "signature", "name"), here("name:\nagencies")),
        (("plan", "columns", 1, "header"), here("header", occurrence=2)),
        ((*TASKS, 1, "time", "missing"), here("time:\n")),
        (("agencies", 1), here("id: phuong-1")),
    ],
)
def test_a_finding_on_a_key_stands_at_the_key(path: Path, expected: tuple[int, int]) -> None:
    place = place_of(path, on_key=True)
    assert (place.line, place.column) == expected


@pytest.mark.parametrize(
    ("path", "words", "expected"),
    [
        (("decision", "subject"), "kiểm soát", here("kiểm soát")),
        (("plan", "preamble", 0), "kiểm soát thủ tục", here("kiểm soát thủ tục", occurrence=2)),
        (("plan", "preamble", 0), "hiệu quả kiểm soát", here("hiệu quả\n")),
        ((*TASKS, 0, "content"), "Tổ chức thực hiện", here("Tổ chức thực hiện")),
        ((*TASKS, 0, "content"), "Kế hoạch.\nTổ chức", here("Kế hoạch.\n                    Tổ")),
        ((*TASKS, 1, "content"), 'công khai "thủ tục"', here("công khai")),
        ((*TASKS, 1, "lead"), "phường", here("phường, agencies")),
        ((*TASKS, 1, "lead", "text"), "phường", here("phường, agencies")),
        ((*TASKS, 1, "time"), "đột xuất", here("đột xuất")),
        ((*TASKS, 0, "lead", "text"), "HĐND&UBND", here("HĐND&UBND\n")),
        (("issuer", "place"), "not there", here("Sa Đéc\ndecision")),
    ],
)
def test_words_sharpen_the_column(path: Path, words: str, expected: tuple[int, int]) -> None:
    place = place_of(path, words=words)
    assert (place.line, place.column) == expected


def test_words_in_quotes_are_found_behind_their_escapes() -> None:
    read = read_plan_file(b'a: \'it\'\'s "so"\'\nb: "it\'s \\"so\\" here"\n')
    first, second = read.locate([error("rule", ("a",), "", words="it's"), error("rule", ("b",), "", words='"so" here')])
    assert first.place == Place(1, 5, "a: 'it''s \"so\"'")
    assert second.place == Place(2, 10, 'b: "it\'s \\"so\\" here"')


def test_what_belongs_to_a_finding_gets_its_places_too() -> None:
    twice = Finding(
        "rule", Severity.ERROR, "", "", ("agencies", 0, "id"), also_paths=(("agencies", 1, "id"), ("year",))
    )
    (finding,) = READ.locate([twice])
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == here("van-phong")
    assert [(place.line, place.column) for place in finding.also] == [here("phuong-1"), here("2024")]


def test_a_finding_that_has_a_place_keeps_it() -> None:
    placed = Finding("rule", Severity.ERROR, "", path=("year",), place=Place(9, 9))
    assert READ.locate([placed]) == (placed,)


def test_without_data_findings_stay_as_they_are() -> None:
    finding = error("rule", ("year",), "")
    assert read_plan_file(b"[").locate([finding]) == (finding,)


def test_a_value_behind_an_alias_stands_where_it_is_written() -> None:
    read = read_plan_file(b"a: &x {b: c}\nd: *x\n")
    (finding,) = read.locate([error("rule", ("d", "b"), "")])
    assert finding.place == Place(1, 11, "a: &x {b: c}")


def test_what_is_found_on_one_line_shows_one_text_however_long_it_is() -> None:
    tasks = ", ".join(f'{{id: "t{number}", content: A, led: V, time: Q}}' for number in range(200))
    text = f"schema: kshc/1\nyear: 2026\nplan: {{sections: [{{tables: [{{tasks: [{tasks}]}}]}}]}}\n"
    places = [finding.place for finding in read_plan_file(text.encode()).findings if finding.place]
    long = [place.source for place in places if place.line == 3]
    assert len(long) > 50
    assert {*map(id, long)} == {id(long[0])}
    assert long[0] == text.splitlines()[2]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", ""])
def test_what_stands_from_a_place_on_is_cut_at_the_line_and_at_a_length(end: str) -> None:
    lines = Lines(f"one{end or ' '}two three{end}")
    assert lines.from_here(lines.text.index("two"), 3) == "two"
    assert lines.from_here(lines.text.index("two"), 300) == "two three"
    assert lines.from_here(0, 300) == ("one" if end else "one two three")
