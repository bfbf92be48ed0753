"""A folder for each rule of form with small plans that break it once, on the line that says ``# <- here``."""

from pathlib import Path

import pytest
import yaml

from kshc_cli.findings import has_errors
from kshc_cli.source.plan_text import read_plan_file
from kshc_cli.source.yaml.text import read_yaml
from tests.source.plans import EXAMPLES, SMALL

FILES = sorted(EXAMPLES.glob("*/*.yaml"))
RULES = {
    *("syntax", "duplicate-key", "tab", "not-nfc", "control-character", "alias-limit", "too-deep", "not-utf8"),
    *("empty-file", "several-documents", "key-not-text", "tag", "unknown-key", "missing-field", "wrong-type"),
    *("wrong-value", "impossible-date", "date-format", "groups-or-tasks", "merge-conflict"),
    *("decision-or-issuance", "column-key", "not-a-plan", "odd-space", "left-open"),
}
WARNINGS = {"odd-space", "left-open"}


def example(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


def marked_lines(data: bytes) -> list[int]:
    return [number for number, line in enumerate(data.split(b"\n"), 1) if b"# <- here" in line]


def test_the_plan_that_the_examples_vary_is_sound() -> None:
    read = read_plan_file(SMALL.encode())
    assert read.findings == ()
    assert read.plan is not None
    assert read.plan.plan.sections[0].tables[0].groups[0].tasks[0].id == "1.10"


def test_every_rule_has_an_example() -> None:
    assert {path.parent.name for path in FILES} == RULES


@pytest.mark.parametrize("path", FILES, ids=example)
def test_an_example_breaks_its_rule_and_no_other_at_its_place(path: Path) -> None:
    data = path.read_bytes()
    findings = read_plan_file(data).findings
    assert {finding.rule for finding in findings} == {path.parent.name}
    assert has_errors(findings) is (path.parent.name not in WARNINGS or path.stem.startswith("breaks-"))
    assert all(finding.remedy for finding in findings)
    lines = [finding.place.line for finding in findings if finding.place]
    assert lines == (marked_lines(data) or [1])


def test_the_parser_in_python_reads_the_same() -> None:
    assert read_yaml(SMALL.encode(), parser=yaml.SafeLoader) == read_yaml(SMALL.encode())


@pytest.mark.parametrize("path", FILES, ids=example)
def test_the_parser_in_python_finds_the_same(path: Path) -> None:
    data = path.read_bytes()
    in_c, in_python = read_yaml(data), read_yaml(data, parser=yaml.SafeLoader)
    assert [(finding.rule, finding.place and finding.place.line) for finding in in_python.findings] == [
        (finding.rule, finding.place and finding.place.line) for finding in in_c.findings
    ]


def test_a_decision_and_an_issuance_without_words_say_nothing() -> None:
    head, _, rest = SMALL.partition("decision:")
    lines = rest.splitlines(keepends=True)
    behind = next(at for at, line in enumerate(lines[1:], 1) if line[0] not in " #")
    text = head + "decision:\nissuance:\n" + "".join(lines[behind:])
    (finding,) = read_plan_file(text.encode()).findings
    assert (finding.rule, finding.message) == (
        "decision-or-issuance",
        "This plan does not say how it is issued.",
    )
