"""YAML as text: data without implicit types, marks, and findings about what YAML itself would take in silence."""

import codecs
import gc
import subprocess
import sys
import unicodedata

import pytest

from kshc_cli.findings import Finding
from kshc_cli.source.yaml.limits import Limits
from kshc_cli.source.yaml.text import read_yaml
from kshc_cli.source.yaml.tree import Data


def spots(findings: tuple[Finding, ...]) -> list[tuple[str, int, int]]:
    return [(finding.rule, finding.place.line, finding.place.column) for finding in findings if finding.place]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (
            "a: 1.10\nb: no\nc: 2024-01-09\nd: 010\ne: 12:30",
            {"a": "1.10", "b": "no", "c": "2024-01-09", "d": "010", "e": "12:30"},
        ),
        (
            "a:\nb: ~\nc: null\nd: ''\ne: 'null'\nf: Null\ng: NULL",
            {"a": None, "b": None, "c": None, "d": "", "e": "null", "f": None, "g": None},
        ),
        ("a: |-\n  x\n  y\nb: >-\n  x\n  y", {"a": "x\ny", "b": "x y"}),
        ("a: [x, {b: c}]", {"a": ["x", {"b": "c"}]}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("a: &x [1]\nb: *x", {"a": ["1"], "b": ["1"]}),
        ("true: b", {"true": "b"}),
        ("- true\n- True\n- TRUE\n- false\n- False\n- FALSE\n- tRue", [True] * 3 + [False] * 3 + ["tRue"]),
        ("\ufeffa: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
        ("a: b\rc: d\r", {"a": "b", "c": "d"}),
        ("a:\tb\t# aligned by tabs", {"a": "b"}),
        ("văn phòng: Văn hoá", {"văn phòng": "Văn hoá"}),
        ("a: -, x\nb: -[1]", {"a": "-, x", "b": "-[1]"}),
        ("-, x", "-, x"),
    ],
)
def test_scalars_stay_what_was_typed(text: str, data: Data) -> None:
    read = read_yaml(text.encode())
    assert read.findings == ()
    assert read.data == data


def test_of_two_equal_keys_the_first_counts_and_both_are_shown() -> None:
    read = read_yaml(b"a: 1\nb:\n  a: 2\na: 3\n")
    (finding,) = read.findings
    assert spots((finding,)) == [("duplicate-key", 4, 1)]
    assert finding.place is not None
    assert finding.place.source == "a: 3"
    assert [(place.line, place.column) for place in finding.also] == [(1, 1)]
    assert read.data == {"a": "1", "b": {"a": "2"}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: x\n\tb: y\n", [("tab", 2, 1)]),
        ("a: x\n  \t y\n", [("tab", 2, 3)]),
        ("a: x\ty\n", [("tab", 1, 5)]),
        ("a: |\n  x\n  \ty\n", [("tab", 3, 3)]),
        ("a: Sa Đe\u0301c\n", [("not-nfc", 1, 8)]),
        ("a: Phươ\u0301ng\nb: Phường\n", [("not-nfc", 1, 7)]),
        ("a: x\u200by\n", [("control-character", 1, 5)]),
        ("# \x07\na: x\n", [("control-character", 1, 3)]),
        ("a: x\u0085b: c\n", [("control-character", 1, 5)]),
        ("a: x\u2028b: c\nd: \ufeff\n", [("control-character", 1, 5), ("control-character", 2, 4)]),
        ('a: "x\\x07"\n', [("control-character", 1, 4)]),
        ('a: "x\\u202e"\n', [("control-character", 1, 4)]),
        ("a: 'x\\x07'\n", []),
        ("a: !!str x\n", [("tag", 1, 4)]),
        ("a: ! x\n", [("tag", 1, 4)]),
        ("a: !x\n  - b\n", [("tag", 1, 4)]),
        ("%YAML 1.1\n---\na: x\n", [("tag", 1, 1)]),
        ("? [a]\n: b\n", [("key-not-text", 1, 3)]),
        ("? {a: b}\n: b\nc: d\n", [("key-not-text", 1, 3)]),
        ("a: x\n---\nb: y\n", [("several-documents", 2, 1)]),
        ("a: x\n...\nb: y\n", [("several-documents", 3, 1)]),
        ("", [("empty-file", 1, 1)]),
        ("\ufeff", [("empty-file", 1, 1)]),
        ("# only words\n", [("empty-file", 1, 1)]),
        ("a: *x\n", [("syntax", 1, 4)]),
        ("a: &x [*x]\n", [("alias-limit", 1, 8)]),
    ],
)
def test_what_yaml_would_take_in_silence_is_a_finding(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert spots(read_yaml(text.encode()).findings) == expected


def test_data_with_findings_can_still_be_used() -> None:
    assert read_yaml("a: x\u200by\nb: !t z\n? [k]\n: v\n".encode()).data == {"a": "x□y", "b": "z"}


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        ("a: b\nc: Sa Đ".encode() + b"\xe9c\n", (2, 8), "UTF-8 from here"),
        (b"\xef\xbb\xbfa: \xff", (1, 4), "UTF-8 from here"),
        ("a: b".encode("utf-16"), (1, 1), "UTF-16"),
        ("a: b".encode("utf-16-be"), (1, 1), "UTF-16"),
        ("a: b".encode("utf-32"), (1, 1), "UTF-32"),
        ("a: b".encode("utf-32-le"), (1, 1), "UTF-32"),
        ("a: b".encode("utf-32-be"), (1, 1), "UTF-32"),
        (codecs.BOM_UTF32_BE + "Ủy".encode("utf-32-be"), (1, 1), "UTF-32"),
    ],
)
def test_bytes_that_are_not_utf8(data: bytes, place: tuple[int, int], words: str) -> None:
    (finding,) = read_yaml(data).findings
    assert spots((finding,)) == [("not-utf8", *place)]
    assert words in finding.message


def test_a_syntax_error_does_not_hide_what_is_wrong_with_the_characters() -> None:
    read = read_yaml("a: e\u0301\nb: x\u200b\nc: d: e\n".encode())
    assert spots(read.findings) == [("not-nfc", 1, 4), ("control-character", 2, 5), ("syntax", 3, 5)]
    assert read.marks is None


def test_a_rule_broken_everywhere_is_counted_after_some_places() -> None:
    text = unicodedata.normalize("NFD", "- Sa Đéc\n" * 50)
    findings = read_yaml(text.encode()).findings
    assert [line for _rule, line, _column in spots(findings)] == list(range(1, 22))
    assert findings[-1].message == "30 more places like the ones above."


def test_so_is_one_that_the_structure_breaks_everywhere() -> None:
    findings = read_yaml(b"a: b\n" * 25).findings
    assert [line for _rule, line, _column in spots(findings)] == list(range(2, 23))
    assert findings[-1].message == "4 more places like the ones above."


@pytest.mark.parametrize(
    ("text", "limits", "rule"),
    [
        ("a: 12345", Limits(bytes=7), "too-large"),
        ("[a, b, c, d]", Limits(nodes=4), "too-large"),
        ("[[], [], [], []]", Limits(nodes=4), "too-large"),
        ("[[[x]]]", Limits(depth=2), "too-deep"),
        ("{a: {b: {c: d}}}", Limits(depth=2), "too-deep"),
        ("[&a x, *a, *a, *a]", Limits(aliases=2), "alias-limit"),
        ("[&a [x, x], *a, *a]", Limits(alias_nodes=5), "alias-limit"),
    ],
)
def test_a_file_beyond_a_limit_is_refused(text: str, limits: Limits, rule: str) -> None:
    read = read_yaml(text.encode(), limits)
    assert [finding.rule for finding in read.findings] == [rule]
    assert (read.data, read.marks) == (None, None)


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("a: 12345", Limits(bytes=8)),
        ("[a, b, c, d]", Limits(nodes=5)),
        ("[[[x]]]", Limits(depth=3)),
        ("[&a x, *a, *a]", Limits(aliases=2)),
        ("[&a [x, x], *a, *a]", Limits(alias_nodes=6)),
    ],
)
def test_a_file_at_a_limit_is_read(text: str, limits: Limits) -> None:
    assert read_yaml(text.encode(), limits).findings == ()


LAUGHS = """
import resource, sys
from kshc_cli.source.plan_text import read_plan_file
names = "abcdefghijklmnopqrst"
lines = ["a: &a [" + ", ".join(["ha"] * 10) + "]"]
lines += [f"{name}: &{name} [" + ", ".join([f"*{last}"] * 10) + "]" for last, name in zip(names, names[1:])]
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
read = read_plan_file("\\n".join(lines).encode())
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(read.plan, *{finding.rule for finding in read.findings}, grown < 50_000)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the resource module is POSIX")
def test_a_billion_laughs_end_in_a_finding_at_once_and_in_little_memory() -> None:
    run = subprocess.run([sys.executable, "-c", LAUGHS], capture_output=True, text=True, timeout=10, check=False)
    assert run.stdout.split() == ["None", "alias-limit", "True"], run.stderr


@pytest.mark.parametrize("enabled", [True, False])
def test_garbage_collection_is_left_as_it_was(enabled: bool) -> None:
    was_enabled = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        for text in (b"a: b", b"a: b: c", b"[[[["):
            read_yaml(text)
            assert gc.isenabled() is enabled
    finally:
        (gc.enable if was_enabled else gc.disable)()
