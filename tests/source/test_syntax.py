"""Why a text is no YAML: the causes are told apart, each with its own sentence and place."""

import pytest
import yaml

from kshc_cli.source.yaml.text import read_yaml

QUOTES = "Put the whole value in quotes"


@pytest.mark.parametrize("parser", [yaml.CSafeLoader, yaml.SafeLoader], ids=["libyaml", "python"])
@pytest.mark.parametrize(
    ("text", "place", "message", "remedy"),
    [
        ("a:\n  b: Trong năm: x\n", (2, 15), "“: ” stands inside a value", QUOTES),
        ("- a: b: c\n", (1, 7), "“: ” stands inside a value", QUOTES),
        ("a: b:\nc: d\n", (1, 5), "“: ” stands inside a value", QUOTES),
        ("a: - b\n", (1, 4), "begins with “-”", QUOTES),
        ("a: @b\n", (1, 4), "begins with “@”", QUOTES),
        ("a: `b\n", (1, 4), "begins with “`”", QUOTES),
        ("a: %b\n", (1, 4), "begins with “%”", QUOTES),
        ("a: & b\n", (1, 4), "begins with “&”", QUOTES),
        ("a: ** b\n", (1, 4), "begins with “*”", QUOTES),
        ("a: , b\n", (1, 4), "begins with “,”", QUOTES),
        ("a: ] b\n", (1, 4), "begins with “]”", QUOTES),
        ("a: ? b\n", (1, 4), "begins with “?”", QUOTES),
        ("a: &x &y b\n", (1, 7), "begins with “&”", QUOTES),
        ("a: *b\n", (1, 4), "“*b” is an alias", QUOTES),
        ("a: [b\nc: d\n", (1, 4), "“[” opens a list", QUOTES),
        ("a: [b] c\n", (1, 4), "“[” opens a list", QUOTES),
        ("a: {b} c\n", (1, 4), "“{” opens a list", QUOTES),
        ("a: {b: [c\n", (1, 8), "“[” opens a list", QUOTES),
        ("a: [?] tháng\n", (1, 4), "“[?]” has to stand in quotes", QUOTES),
        ("a:\n- {b: 1}- {b: 2}\n", (2, 9), "Another item follows on the line of this one", "Begin a new line"),
        ("a:\n  - {b: 1}, {b: 2}\n", (2, 11), "Another item follows on the line of this one", "Begin a new line"),
        ("a:\n- {b: 1} {b: 2}\n", (2, 10), "Another item follows on the line of this one", "Begin a new line"),
        ("a: {b: 1} {c: 2}\n", (1, 4), "“{” opens a list", QUOTES),
        ("a: {b: 1}, {c: 2}\n", (1, 4), "“{” opens a list", QUOTES),
        ("a: | b\n", (1, 4), "No words may follow “|”", "next line"),
        ("a: > b\n", (1, 4), "No words may follow “>”", "next line"),
        ('a: "b\nc: d\n', (1, 4), "quote that opens here is not closed", "Close it"),
        ("'a: b\nc: d\n", (1, 1), "quote that opens here is not closed", "Close it"),
        ('a: "b\nc: "d"\n', (1, 4), "closes only at a quote several lines below", "Close it"),
        ("a: 'it's'\n", (1, 8), "Words follow the closing quote", "single quotes"),
        ('a: "b" c\n', (1, 8), "Words follow the closing quote", "single quotes"),
        ('a: "b"#c#d\n', (1, 7), "without a space before it", "comment"),
        ('a: "b"##c\n', (1, 7), "without a space before it", "comment"),
        ('a: "C:\\Users"\n', (1, 9), "In double quotes", "single quotes"),
        ("id:1\nb: c\n", (1, 3), "No space follows the colon", "space"),
        ("b: c\nid:1\n", (2, 3), "No space follows the colon", "space"),
        ("a: b\nxyz\nc: d\n", (2, 1), "“xyz” is neither", "Indent"),
        ("a: b\nb:\n  c: d\n  xyz\n  e: f\n", (4, 3), "“xyz” is neither", "Indent"),
        ("words\na: b\n", (1, 1), "“words” is neither", "Indent"),
        ("a: 1\n  b: 2\n", (2, 3), "indentation of this line", "Indent"),
        ("a: 1\n# note\n\n  b: 2\n", (4, 3), "indentation of this line", "Indent"),
        ("a:\n    b: 1\n  c: 2\n", (3, 3), "indentation of this line", "Indent"),
        ("a:\n  - b: 1\n - c: 2\n", (3, 2), "indentation of this line", "Indent"),
        ("a:\n  - b: 1\n    - c: 2\n", (3, 5), "indentation of this line", "Indent"),
        ("a:\n  - b\n  c: d\n", (3, 3), "indentation of this line", "Indent"),
        ('"a" b: c\n', (1, 5), "YAML cannot be read here", "Check"),
    ],
)
def test_a_cause_has_its_own_sentence(
    text: str, place: tuple[int, int], message: str, remedy: str, parser: type[yaml.SafeLoader]
) -> None:
    read = read_yaml(text.encode(), parser=parser)
    (finding,) = read.findings
    assert finding.place is not None
    assert (finding.rule, finding.place.line, finding.place.column) == ("syntax", *place)
    assert message in finding.message
    assert remedy in finding.remedy


@pytest.mark.parametrize("parser", [yaml.CSafeLoader, yaml.SafeLoader], ids=["libyaml", "python"])
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\u00a0b\nc: d\n", (1, 3)),
        ("a: b\n\u202f\nc: d\n", (2, 1)),
        ("a: 'b'\u00a0# c\n", (1, 7)),
        ("a: [b]\u2003c\n", (1, 7)),
    ],
)
def test_another_space_that_breaks_the_yaml_is_named(
    text: str, place: tuple[int, int], parser: type[yaml.SafeLoader]
) -> None:
    (finding,) = read_yaml(text.encode(), parser=parser).findings
    assert finding.place is not None
    assert (finding.rule, finding.severity, finding.place.line, finding.place.column) == ("odd-space", "error", *place)


@pytest.mark.parametrize(
    ("text", "rule", "place"),
    [
        ("a:\n\tb: c\n", "tab", (2, 1)),
        ("%TAG ! x\n---\na: !x!y b\n", "tag", (1, 1)),
        ("%YAML 2.0\n---\na: b\n", "tag", (1, 1)),
        ("%YAML 1.1\na: b\n", "tag", (1, 1)),
        ("a: !x!y b\n", "tag", (1, 4)),
        ("a: !<x b\n", "tag", (1, 4)),
        ("a: !!b%zz c\n", "tag", (1, 4)),
        ("abc: !a^b c\n", "tag", (1, 6)),
        (": b\n", "key-not-text", (1, 1)),
        ("a: \x07\nb\x07\nc: d\n", "control-character", (1, 4)),
    ],
)
def test_a_cause_that_has_a_rule_of_its_own_is_no_syntax_finding(text: str, rule: str, place: tuple[int, int]) -> None:
    findings = read_yaml(text.encode()).findings
    assert {finding.rule for finding in findings} == {rule}
    assert findings[0].place is not None
    assert (findings[0].place.line, findings[0].place.column) == place


def test_a_quote_that_closes_too_late_shows_where_it_does() -> None:
    (finding,) = read_yaml(b'a: "b\nc: "d"\n').findings
    assert [(place.line, place.column) for place in finding.also] == [(2, 5)]
