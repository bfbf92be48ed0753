"""Each rule finds the mistake that its example plans were given, at the marked line, and nothing else."""

import json
from pathlib import Path

import pytest

from kshc_cli.rules.catalogue import OPTIONAL, RULES
from kshc_cli.rules.rule import rule_id
from tests.conftest import EXAMPLES, Kshc

FILES = sorted((EXAMPLES / "rules").glob("*/*.yaml"))
OPTIONAL_IDS = {rule_id(rule) for rule in OPTIONAL}
MARK = "# <- here"


def marked_line(path: Path) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.endswith(MARK))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_rule_finds_its_example(path: Path, kshc: Kshc) -> None:
    enable = ("--enable", path.parent.name) if path.parent.name in OPTIONAL_IDS else ()
    result = kshc("validate", path, "--format", "json", *enable)
    findings = json.loads(result.out)["files"][0]["findings"]
    assert {finding["rule"] for finding in findings} == {path.parent.name}
    assert marked_line(path) in {finding["line"] for finding in findings}
    assert all(finding["message"] and finding["remedy"] and finding["column"] for finding in findings)
    assert result.status == (1 if any(finding["severity"] == "error" for finding in findings) else 0)


def test_sound_example_has_no_finding(kshc: Kshc) -> None:
    result = kshc("validate", EXAMPLES / "sound.yaml", "--format", "json")
    assert json.loads(result.out)["files"][0]["findings"] == []
    assert result.status == 0


def test_every_rule_has_a_folder_of_examples_and_a_reason() -> None:
    names = {rule_id(rule) for rule in (*RULES, *OPTIONAL)}
    assert names == {path.parent.name for path in FILES}
    assert all(rule.__doc__ for rule in (*RULES, *OPTIONAL))


def test_words_inside_a_cell_sharpen_the_column(kshc: Kshc) -> None:
    path = EXAMPLES / "rules" / "unread-agency" / "unknown-name.yaml"
    finding = json.loads(kshc("validate", path, "--format", "json").out)["files"][0]["findings"][0]
    line = path.read_text(encoding="utf-8").splitlines()[finding["line"] - 1]
    assert line[finding["column"] - 1 :].startswith("Trạm Y tế xã")
