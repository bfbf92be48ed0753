"""libyaml and PyYAML's own parser: whichever a machine has, a file is the same, or is refused by both."""

from collections.abc import Iterable

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.findings import Finding, Severity
from kshc_cli.source.yaml.text import read_yaml
from kshc_cli.source.yaml.tree import Data, Mark

PARSERS: tuple[type[yaml.SafeLoader] | type[yaml.CSafeLoader], ...] = (yaml.CSafeLoader, yaml.SafeLoader)
PIECES = (
    *("\t", "\n", "\r\n", "- ", ": ", "? ", "[", "]", "{", "}", "&a ", "*a", "!t ", "|", "|-\n", ">-", "'", '"', "#"),
    *(" #", "%", "@", "`", "---\n", "...\n", "\\", "null", "~", "  ", "\n  ", "\n    ", "a", "b: ", "c:", "Ai làm?"),
    *(
        "a?b",
        ", ",
        ",",
        "-",
        "?",
        ":",
        "\n- ",
        "\na: ",
        "\n  b: ",
        "8:30",
        "http://a.vn",
        "'x'",
        '"y"',
        "[z]",
        "{k: v}",
    ),
)


def errors(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def outcomes(text: str) -> list[tuple[Data, Mark | None] | None]:
    """Return what each parser makes of a text; None where it is refused."""
    read = [read_yaml(text.encode(), parser=parser) for parser in PARSERS]
    return [None if errors(each.findings) else (each.data, each.marks) for each in read]


@pytest.mark.parametrize("parser", PARSERS, ids=["libyaml", "python"])
@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: [Ai làm?, a?b]", {"a": ["Ai làm?", "a?b"]}),
        ("a: [Ai làm ? Bao giờ?]", {"a": ["Ai làm ? Bao giờ?"]}),
        ("a: {Ai?: Sở Y tế, b: c?}", {"a": {"Ai?": "Sở Y tế", "b": "c?"}}),
        ("a: [?x]", {"a": ["?x"]}),
        ("a: 'Ai?'\nb: |-\n  Ai?\n  Gì ?\nc?: d", {"a": "Ai?", "b": "Ai?\nGì ?", "c?": "d"}),
        ("? a\n: b", {"a": "b"}),
        ("{? a : b}", {"a": "b"}),
        ("a: [8:30, http://a.vn/?b]", {"a": ["8:30", "http://a.vn/?b"]}),
        ("a: b\t\nc:\td\t# e\n\t\ne:\t\n", {"a": "b", "c": "d", "e": None}),
        ("a:\n  - b\t\n  -\tc\n", {"a": ["b", "c"]}),
        ("a: [b,\tc\t]\n", {"a": ["b", "c"]}),
        ("a: b\t\r\nc\t: d\r\n", {"a": "b", "c": "d"}),
        ("---\ta\n", "a"),
        ('a: "b" #c\nd: [e] # f#g\nh: i#j\n', {"a": "b", "d": ["e"], "h": "i#j"}),
        ("a: >- # b\n  c#d\n", {"a": "c#d"}),
        ('a: "b\n  c"\nd:\n- "e\n f"\n', {"a": "b c", "d": ["e f"]}),
        ('"a\nb"\n', "a b"),
        ("a: [\n  b,\n  c\n]\n", {"a": ["b", "c"]}),
        ("a: &x\n  - 'b\n    c'\nd: *x", {"a": ["b c"], "d": ["b c"]}),
        ("{a: , b: }", {"a": None, "b": None}),
    ],
)
def test_both_read_what_yaml_allows(
    text: str, data: Data, parser: type[yaml.SafeLoader] | type[yaml.CSafeLoader]
) -> None:
    read = read_yaml(text.encode(), parser=parser)
    assert (read.findings, read.data) == ((), data)


def test_both_say_that_a_value_stands_at_the_same_place() -> None:
    first, second = outcomes('{"a":b,\n"c": d ,\n"e":\n , f: [g?, ]}\n')
    assert first == second
    assert first is not None


@pytest.mark.parametrize("parser", PARSERS, ids=["libyaml", "python"])
@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('a: b\nc: "x"#y\n', 2, "without a space before it"),
        ("a: [a]#y\n", 1, "without a space before it"),
        ("a: [a,#y\n  b]\n", 1, "without a space before it"),
        ("a: 'x'#y\nb: c\n", 1, "without a space before it"),
        ('a: "b\nc"\n', 2, "no deeper than the field"),
        ('a:\n  b: "c\n  d"\n', 3, "no deeper than the field"),
        ("a:\n- 'b\nc'\n", 3, "no deeper than the field"),
        ("a: [b,\nc]\n", 2, "no deeper than the field"),
        ("a: [-, b]\n", 1, "in brackets"),
        ("%X y\n---\na: b\n", 1, "YAML directive"),
        ("a:\n  -\tb: c\n", 2, "tab"),
        ("-\t- b\n", 1, "tab"),
        ("a: x\ty\n", 1, "tab"),
        ("a: 'x\ty'\n", 1, "tab"),
    ],
)
def test_both_find_what_yaml_forbids(
    text: str, line: int, words: str, parser: type[yaml.SafeLoader] | type[yaml.CSafeLoader]
) -> None:
    (finding,) = read_yaml(text.encode(), parser=parser).findings
    assert finding.place is not None
    assert (finding.place.line, words in finding.message, bool(finding.remedy)) == (line, True, True)


@pytest.mark.parametrize("text", ["a: ># b\n  c\n", "a: [x:]\n", "a: |#b\n  c\n"])
def test_what_one_parser_refuses_both_do(text: str) -> None:
    assert outcomes(text) == [None, None]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=10).map("".join), st.booleans())
def test_both_parsers_make_the_same_of_any_text(text: str, is_value: bool) -> None:
    first, second = outcomes(f"a: {text}\nb: c\n" if is_value else text)
    assert first == second
