"""A plan file: its plan, and what is wrong with its fields, in the plan's own words."""

import re

import pytest

from kshc_cli.findings import Finding
from kshc_cli.source.plan_text import read_plan_file
from kshc_cli.source.yaml.characters import shown
from kshc_cli.source.yaml.limits import Limits
from tests.source.plans import SMALL, small_with


def only(data: bytes) -> Finding:
    (finding,) = read_plan_file(data).findings
    return finding


@pytest.mark.parametrize(
    ("old", "new", "rule", "message", "remedy"),
    [
        ("result: Quyết định", "resutl: Quyết định", "unknown-key", "no field “resutl”", "Did you mean “result”?"),
        ("place: Sa Đéc", "plcae: Sa Đéc", "unknown-key", "no field “plcae”", "Did you mean “place”?"),
        (
            "open: true",
            "xyz: true",
            "unknown-key",
            "no field “xyz”",
            "Fields here: id, name, aliases, members, open, subordinate,",
        ),
        (
            "schema: kshc/1",
            "format: kshc/1\nschema: kshc/1",
            "unknown-key",
            "no field “format”",
            "Fields here: schema, year",
        ),
        (
            "rrule: FREQ=MONTHLY",
            "end: FREQ=MONTHLY",
            "unknown-key",
            "no field “end”",
            "kind, rrule, start, until, before.",
        ),
        ("  place: Sa Đéc\n", "", "missing-field", "“place” (Địa danh) is missing", "Add “place: …” here."),
        ("kind: on_event, ", "", "missing-field", "“kind” is missing", "Add “kind: …” here."),
        ("place: Sa Đéc", "place:", "wrong-type", "Text is needed here, not an empty value.", "Write the words."),
        ("place: Sa Đéc", "place: # Sa Đéc", "wrong-type", "not an empty value", "“#” begins a comment"),
        ("place: Sa Đéc", "place: [Sa Đéc]", "wrong-type", "Text is needed here, not a list.", "bracket"),
        ("place: Sa Đéc", "place:\n    - Sa Đéc", "wrong-type", "Text is needed here, not a list.", "without “- ”"),
        ("- Như Điều 3;", "- Nơi nhận: Như Điều 3;", "wrong-type", "Text is needed here, not a mapping.", "“: ”"),
        (
            "- Các đơn vị căn cứ",
            "- Lưu ý: Các đơn vị căn cứ",
            "wrong-type",
            "Text is needed here, not a mapping.",
            "“: ”",
        ),
        ("lead: Các đơn vị", "lead: [Các đơn vị]", "wrong-type", "Text is needed here, not a list.", "bracket"),
        ("lead: Các đơn vị", "lead: {}", "wrong-type", "Text is needed here, not a mapping.", "bracket"),
        ("members: [phuong-1]", "members: phuong-1", "wrong-type", "A list is needed here, not “phuong-1”.", "“- ”"),
        ("members: [phuong-1]", "members:", "wrong-type", "A list is needed here, not an empty value.", "“- ”"),
        ("width: 40", "width: 40%", "wrong-type", "A whole number is needed here, not “40%”.", "digits"),
        ("year: 2024", "year: [2024]", "wrong-type", "A whole number is needed here, not a list.", "digits"),
        ("open: true", "open: có", "wrong-type", "Yes or no is needed here, not “có”.", "true or false"),
        ("open: true", "open:", "wrong-type", "Yes or no is needed here, not an empty value.", "true or false"),
        ("work_by: 2024-05-31", "work_by: [x]", "wrong-type", "A date is needed here, not a list.", "YYYY-MM-DD"),
        (
            "{kind: on_event, event: đột xuất}",
            "đột xuất",
            "wrong-type",
            "Fields are needed here, not “đột xuất”.",
            "name: value",
        ),
        ("place: Sa Đéc", "place: ''", "wrong-value", "The text is empty.", "Write the words."),
        ("lead: Các đơn vị", "lead: ''", "wrong-value", "The text is empty.", "Write the words."),
        ("lines: [CHỦ TỊCH]", "lines: []", "wrong-value", "The list is empty.", "at least 1 item"),
        ("id: P.1", "id: Đ.1", "wrong-value", "“Đ.1” is no id.", "Latin letters"),
        ("id: P.1", f"id: {'x' * 61}", "wrong-value", "is too long", "at most 60 characters"),
        (
            "role: lead,",
            "role: led,",
            "wrong-value",
            "none of the values that may stand here: “led”",
            "Did you mean “lead”?",
        ),
        ("role: lead,", "role: xyz,", "wrong-value", "“xyz”", "number, content, lead, coop, result, time, other."),
        ("kind: on_event", "kind: onevent", "wrong-value", "“onevent”", "Did you mean “on_event”?"),
        ("kind: on_event", "kind: [x]", "wrong-value", "a list", "window, deadline"),
        ("schema: kshc/1", "schema: kshc/0", "wrong-value", "“kshc/0”", "Write one of: kshc/1."),
        ("year: 2024", "year: 24", "wrong-value", "“24” is no year.", "four digits"),
        ("year: 2024", "year:", "wrong-value", "The year is missing.", "four digits"),
        ("year: 2024", "year: 1024", "wrong-value", "1024 is too small.", "at least 1990"),
        ("width: 40", "width: 101", "wrong-value", "101 is too great.", "at most 100"),
        ("width: 40", f"width: {'9' * 5000}", "wrong-value", "999…”", "kshc schema"),
        (
            "date: 2024-01-09",
            "date: 2024-02-30",
            "impossible-date",
            "2024-02-30 is not a day of the calendar.",
            "Check",
        ),
        ("date: 2024-01-09", "date: 2023-02-29", "impossible-date", "2023-02-29 is not", "Check"),
        ("date: 2024-01-09", "date: 1899-12-31", "date-format", "1899-12-31” is no date", "year, month and day"),
        ("date: 2024-01-09", "date: 9/1/2024", "date-format", "“9/1/2024” is no date", "Write 2024-01-09."),
        ("date: 2024-01-09", "date: 31/2/2024", "date-format", "“31/2/2024” is no date", "for example"),
        ("date: 2024-01-09", "date: ٢٠٢٤-٠١-٠٩", "date-format", "is no date", "for example"),
        ("date: 2024-01-09", "date: 2024-01-09T00:00", "date-format", "is no date", "for example"),
        ("date: 2024-01-09", "month: 2024-13", "date-format", "“2024-13” is no month", "for example 2024-01"),
        ("date: 2024-01-09", "month: tháng 1", "date-format", "“tháng 1” is no month", "Write year and month"),
    ],
)
def test_a_mistake_has_a_sentence_and_a_remedy(old: str, new: str, rule: str, message: str, remedy: str) -> None:
    finding = only(small_with(old, new))
    assert finding.rule == rule
    assert message in finding.message
    assert remedy in finding.remedy


def test_words_with_colons_are_one_mistake_and_a_mapping_of_many_keys_is_one_of_each() -> None:
    words = "{" + ", ".join(f"mục {number}: a" for number in range(20))
    assert only(small_with("lead: Các đơn vị", f"lead: {words}}}")).rule == "wrong-type"
    found = read_plan_file(small_with("lead: Các đơn vị", f"lead: {words}, mục 20: a}}")).findings
    assert [finding.rule for finding in found] == ["missing-field", *["unknown-key"] * 21]


def test_a_table_holds_its_tasks_in_one_way() -> None:
    table = "        - heading: 1. Nhiệm vụ\n"
    task = "{id: x, number: 1, content: x, lead: x, time: x}"
    both = only(small_with(table, f"{table}          tasks: [{task}]\n"))
    assert (both.rule, both.message) == ("groups-or-tasks", "This table has tasks in groups and tasks without a group.")
    neither = only(small_with(table, "        - heading: 0. Nhiệm vụ\n          groups: []\n" + table))
    assert (neither.rule, neither.message) == ("groups-or-tasks", "This table has no tasks.")


def test_all_mistakes_come_in_one_run_in_order_of_place() -> None:
    data = SMALL.replace("year: 2024", "year: xx").replace("open: true", "open: true\n    open: true\n    opne: 1")
    read = read_plan_file(data.replace("work_by: 2024-05-31", "work_by: 31/5/2024").encode())
    assert read.plan is None
    found = [(finding.rule, finding.place.line) for finding in read.findings if finding.place]
    assert found == [("wrong-value", 3), ("duplicate-key", 33), ("unknown-key", 34), ("date-format", 72)]


def test_a_plan_stands_beside_findings_about_its_characters() -> None:
    read = read_plan_file(small_with("place: Sa Đéc", "place: Sa\tĐéc"))
    assert [finding.rule for finding in read.findings] == ["tab"]
    assert read.plan is not None


def test_a_hostile_value_is_quoted_short_and_without_control_characters() -> None:
    finding = only(small_with("role: lead,", 'role: "' + "x" * 1000 + '",'))
    quoted = re.search("“(.*)”", finding.message)
    assert quoted is not None
    assert len(quoted[1]) == 60
    assert "“a\\nb”" in only(small_with("role: lead,", 'role: "a\\nb",')).message
    strange = read_plan_file(small_with("role: lead,", 'role: "\\e[31m\\u202e",')).findings
    assert [finding.rule for finding in strange] == ["control-character"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Sa Đéc", "Sa Đéc"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 59 + "…"),
        ("\x1b[31m", "\\x1b[31m"),
        ("a\tb\r\n", "a\\tb\\r\\n"),
        ("\u202e\ufeff\ud800", "\\u202e\\ufeff\\ud800"),
        ("\x07" * 60, "\\x07" * 14 + "\\x0…"),
        (["a"], "['a']"),
    ],
)
def test_what_a_message_quotes(value: object, expected: str) -> None:
    assert shown(value) == expected


def test_mistakes_beyond_the_limit_are_counted() -> None:
    data = SMALL.replace("role:", "rolle:").replace("width:", "widht:").encode()
    findings = read_plan_file(data, Limits(mistakes=4)).findings
    assert sum(finding.rule == "unknown-key" for finding in findings) <= 4
    assert any("more mistakes are not shown" in finding.message for finding in findings)


@pytest.mark.parametrize("data", [b"- a\n- b\n", b"words\n", b"''\n"])
def test_a_root_that_is_no_mapping(data: bytes) -> None:
    finding = only(data)
    assert finding.rule == "wrong-type"
    assert finding.message.startswith("Fields are needed here")
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == (1, 1)


def test_keys_beyond_the_limit_are_counted_and_not_guessed_at() -> None:
    data = SMALL.encode() + b"".join(b"subjct%d: x\n" % number for number in range(8))
    few, many = (read_plan_file(data, Limits(mistakes=limit)) for limit in (8, 5))
    assert [finding.rule for finding in few.findings] == ["unknown-key"] * 8
    assert few.draft is not None
    assert [finding.rule for finding in many.findings] == [*["unknown-key"] * 5, "wrong-value"]
    assert "3 more mistakes are not shown." in many.findings[-1].message
    assert many.draft is None
