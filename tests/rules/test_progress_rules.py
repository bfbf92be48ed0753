"""Each rule of the progress log finds the mistake of its example, at the marked line; else only what is declared."""

import json
import re
import shutil
from inspect import getsource
from pathlib import Path

import pytest

from kshc_cli.rules.progress import LOG_RULES
from kshc_cli.tracking import objections, refusals
from tests.conftest import EXAMPLES, Kshc
from tests.rules.test_rules import declared, marked_line, plan_of

FILES = sorted((EXAMPLES / "progress").glob("*/*.yaml"))
SAID = re.compile(r'\b(error|warning)\(\s*"([a-z-]+)"')
"""What makes a finding in a module: its weight and the id of its rule."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_rule_finds_its_example(path: Path, kshc: Kshc, tmp_path: Path) -> None:
    plan, log = tmp_path / "plan.yaml", tmp_path / "progress.yaml"
    shutil.copy(plan_of(path), plan)
    shutil.copy(path, log)
    result = kshc("validate", plan, "--format", "json")
    files = json.loads(result.out)["files"]
    assert [file["file"] for file in files] == [str(plan), str(log)]
    assert files[0]["findings"] == []
    found = files[1]["findings"]
    assert {(one["rule"], one["line"]) for one in found} == {(path.parent.name, marked_line(path)), *declared(path)}
    assert all(finding["message"] and finding["remedy"] and finding["column"] for finding in found)
    assert result.status == (1 if any(finding["severity"] == "error" for finding in found) else 0)


def test_every_rule_has_an_example_and_every_objection_a_rule() -> None:
    assert {rule.id for rule in LOG_RULES} | {"entry-fields"} == {path.parent.name for path in FILES}
    said = {(rule, weight) for module in (objections, refusals) for weight, rule in SAID.findall(getsource(module))}
    own = {"duplicate-entry-id", "overtaken-extension"}
    assert said == {(rule.id, rule.severity.value) for rule in LOG_RULES if rule.id not in own}


def test_a_log_that_is_named_is_held_against_its_plan(kshc: Kshc, tmp_path: Path) -> None:
    shutil.copy(EXAMPLES / "sound.yaml", tmp_path / "plan-2026.yaml")
    log = tmp_path / "progress-2026.yaml"
    shutil.copy(EXAMPLES / "progress" / "unknown-task" / "no-such-task.yaml", log)
    files = json.loads(kshc("validate", log, "--format", "json").out)["files"]
    assert [(file["file"], [one["rule"] for one in file["findings"]]) for file in files] == [
        (str(log), ["unknown-task"])
    ]
    both = json.loads(kshc("validate", log, tmp_path / "plan-2026.yaml", "--format", "json").out)["files"]
    assert [file["file"] for file in both] == [str(log), str(tmp_path / "plan-2026.yaml")]


@pytest.mark.parametrize(
    ("due", "others", "is_told"),
    [
        ("2026-03-20", (), True),
        ("2026-03-31", (), False),
        ("2026-04-20", (), False),
        ("2026-03-20", ("what: done, task: 1.1.1, date: 2026-03-19",), False),
        ("2026-03-20", ("what: extended, task: 1.1.1, due: 2026-04-30, by: x, date: 2026-03-15",), False),
        ("2026-03-20", ("what: retracted, entry: a0, date: 2026-03-15",), False),
    ],
)
def test_an_extension_is_overtaken_while_it_counts_and_ends_before_the_plan(
    due: str, others: tuple[str, ...], kshc: Kshc, tmp_path: Path, *, is_told: bool
) -> None:
    """Not of what is done, or extended once more; the day that counts is that of the extension either way."""
    shutil.copy(EXAMPLES / "sound.yaml", tmp_path / "plan.yaml")
    entries = (f"what: extended, task: 1.1.1, due: {due}, by: x, date: 2026-03-10", *others)
    lines = (f"- {{{one}, entered: 2026-03-20, id: a{place}}}\n" for place, one in enumerate(entries))
    (tmp_path / "progress.yaml").write_text("schema: kshc-progress/1\nentries:\n" + "".join(lines), encoding="utf-8")
    found = kshc("validate", tmp_path / "plan.yaml")
    assert (found.status, "[overtaken-extension]" in found.out) == (0, is_told), found.out
    if not others:
        day = "/".join(reversed(due.split("-")))
        assert day in kshc("--plan", tmp_path / "plan.yaml", "--today", "2026-03-12", "show", "1.1.1").out


DONE = "{date: 2026-03-01, what: done, task: 1.1.9, entered: 2026-03-20, id: a1}"
LATER = DONE.replace("03-01", "03-05")
NOTE = "{date: 2026-03-06, what: note, task: 1.1.9, note: x, entered: 2026-03-20, id: a2}"
OFF = "{date: 2026-03-04, what: cancelled, task: 1.1.9, by: x, entered: 2026-03-20, id: a3}"
INTO = "{date: 2026-03-02, what: merged, task: 1.1.1, into: 1.1.9, by: x, entered: 2026-03-20, id: a4}"
UNDONE = "{date: 2026-03-07, what: retracted, entry: a3, entered: 2026-03-20, id: a5}"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([DONE, OFF, NOTE], []),
        ([OFF, NOTE, DONE], []),
        ([INTO, OFF], []),
        ([DONE, NOTE], [3, 4]),
        ([INTO], [3]),
        ([LATER, OFF], [3]),
        ([INTO.replace("03-02", "03-08"), OFF], [3, 3]),
        ([DONE, OFF.replace("by:", "unit: so-x, by:")], [3, 4]),
        ([DONE, OFF.replace("by:", "period: 2026-03, by:")], [3, 4]),
        ([DONE, OFF, UNDONE], [3]),
    ],
)
def test_a_task_that_was_cancelled_as_a_whole_is_history_once_the_plan_has_it_no_more(
    lines: list[str], found: list[int], kshc: Kshc, tmp_path: Path
) -> None:
    shutil.copy(EXAMPLES / "sound.yaml", tmp_path / "plan.yaml")
    text = "\n".join(["schema: kshc-progress/1", "entries:", *(f"- {line}" for line in lines), ""])
    (tmp_path / "progress.yaml").write_text(text, encoding="utf-8")
    result = kshc("validate", tmp_path / "plan.yaml", "--format", "json")
    findings = json.loads(result.out)["files"][1]["findings"]
    assert [one["line"] for one in findings] == found
    assert {one["rule"] for one in findings} <= {"unknown-task", "closed-duty"}


def test_a_log_without_its_plan_is_checked_by_itself(kshc: Kshc, tmp_path: Path) -> None:
    log = tmp_path / "progress.yaml"
    shutil.copy(EXAMPLES / "progress" / "unknown-task" / "no-such-task.yaml", log)
    assert kshc("validate", log).status == 0
    log.write_text(log.read_text("utf-8").replace("task:", "taks:"), encoding="utf-8")
    result = kshc("validate", log)
    assert result.status == 1
    assert "Did you mean “task”?" in result.out


def test_a_merge_conflict_in_a_log_is_named(kshc: Kshc, tmp_path: Path) -> None:
    shutil.copy(EXAMPLES / "sound.yaml", tmp_path / "plan.yaml")
    text = (EXAMPLES / "progress" / "done-twice" / "same-duty.yaml").read_text("utf-8")
    lines = text.splitlines()
    conflict = "\n".join([*lines[:2], "<<<<<<< HEAD", lines[2], "=======", lines[3], ">>>>>>> other", ""])
    (tmp_path / "progress.yaml").write_text(conflict, encoding="utf-8")
    result = kshc("validate", tmp_path / "plan.yaml")
    assert result.status == 1
    assert "[merge-conflict]" in result.out


@pytest.mark.parametrize("name", ["progress.yaml", "progress-2026.yaml", "2026.progress.yaml"])
def test_a_log_is_known_by_its_name_whatever_it_holds(name: str, kshc: Kshc, tmp_path: Path) -> None:
    log = tmp_path / name
    log.write_bytes(b"")
    assert kshc("validate", log).status == 0
    log.write_bytes(b"a: b\n")
    assert "Fields here: schema, entries." in kshc("validate", log).out
    log.write_bytes(b"entries: [\n")
    assert kshc("validate", log).out.count("error:") == 1


@pytest.mark.parametrize("name", ["progressive.yaml", "my-progress.yaml", "plan.yaml"])
def test_another_name_is_a_plans(name: str, kshc: Kshc, tmp_path: Path) -> None:
    plan = tmp_path / name
    plan.write_bytes(b"")
    assert "[empty-file]" in kshc("validate", plan).out
