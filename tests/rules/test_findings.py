"""What ``validate`` says of each example: where, what is wrong, what to do; tests/examples/findings.tsv has the words.

A line is the example, the rule, line and column, message and remedy; ``pytest -vv`` shows what another says today.
"""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES, Kshc
from tests.rules.test_rules import OPTIONAL_IDS, plan_of

SAID = (EXAMPLES / "findings.tsv").read_text(encoding="utf-8").splitlines()
FILES = [path for folder in ("rules", "structure", "progress") for path in sorted((EXAMPLES / folder).glob("*/*.yaml"))]


def name_of(path: Path) -> str:
    return path.relative_to(EXAMPLES).with_suffix("").as_posix()


def told(path: Path, kshc: Kshc, folder: Path) -> list[str]:
    """Return what is found in an example: a plan, or the log of one; of one of form only what is its own."""
    shutil.copy(plan_of(path), folder / "plan.yaml")
    shutil.copy(path, folder / ("progress.yaml" if path.is_relative_to(EXAMPLES / "progress") else "plan.yaml"))
    enable = ("--enable", path.parent.name) if path.parent.name in OPTIONAL_IDS else ()
    answer = kshc("validate", folder / "plan.yaml", "--format", "json", *enable)
    findings = [finding for file in json.loads(answer.out)["files"] for finding in file["findings"]]
    return [
        "\t".join((one["rule"], f"{one['line']}:{one['column']}", one["message"], one["remedy"])).replace("\n", "\\n")
        for one in findings
        if path.parts[-3] != "structure" or one["rule"] == path.parent.name
    ]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_finding_says_what_is_wrong_where_and_what_to_do(path: Path, kshc: Kshc, tmp_path: Path) -> None:
    said = [line.partition("\t")[2] for line in SAID if line.partition("\t")[0] == name_of(path)]
    assert told(path, kshc, tmp_path) == said


def test_every_line_is_of_an_example() -> None:
    assert list(dict.fromkeys(line.partition("\t")[0] for line in SAID)) == list(map(name_of, FILES))
