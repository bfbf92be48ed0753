"""The JSON Schema of progress logs: fresh, and in agreement with kshc about what is an entry."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kshc_cli.source.edit.progress_text import read_progress_file
from tests.conftest import EXAMPLES, ROOT

SCHEMA_FILE = ROOT / "schemas" / "progress.schema.json"
HEAD = "schema: kshc-progress/1\nentries:\n- {date: 2026-07-01, entered: 2026-07-02, id: a1, "

SOUND = [
    "what: done, task: 1.1}",
    'what: done, task: 1.10, unit: phuong-1, period: "2026-06", document: {number: 1/BC, date: 2026-06-30}}',
    "what: partly_done, task: a, note: null, who: ~}",
    "what: event, task: a, due: 2026-08-01}",
    "what: extended, task: a, due: 2026-08-01, by: QĐ 45}",
    "what: reassigned, task: a, lead: b, by: 45}",
    "what: merged, task: a, into: b, by: QĐ 45}",
    "what: suspended, task: a, by: QĐ 45}",
    "what: resumed, task: a}",
    "what: cancelled, task: a, by: QĐ 45}",
    "what: note, task: a, note: x}",
    "what: retracted, entry: b}",
]
BROKEN = [
    "what: done}",
    "what: done, task: a, due: 2026-08-01}",
    "what: done, task: a, document: {nummer: x}}",
    "what: done, task: a, b: c}",
    "what: extended, task: a, due: 2026-08-01}",
    "what: merged, task: a, into: b, by: QĐ 45, unit: c}",
    "what: note, task: a}",
    "what: retracted, entry: b, task: a}",
    "what: finished, task: a}",
    "what: event, task: a, due: 1/8/2026}",
]


def check(*files: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "check_jsonschema", "-o", "json", "--schemafile", str(SCHEMA_FILE)]
    run = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=False)
    report: dict[str, Any] = json.loads(run.stdout)
    return report


def test_other_tools_accept_what_kshc_accepts(tmp_path: Path) -> None:
    files: list[Path] = []
    for number, entry in enumerate(SOUND):
        text = f"{HEAD}{entry}\n"
        assert read_progress_file(text.encode()).findings == (), entry
        files.append(tmp_path / f"{number}.yaml")
        files[-1].write_text(text, encoding="utf-8")
    empty = tmp_path / "empty.yaml"
    empty.write_text("schema: kshc-progress/1\nentries:\n", encoding="utf-8")
    report = check(*files, empty)
    assert (report["status"], report.get("errors", [])) == ("ok", [])


@pytest.mark.parametrize("entry", BROKEN)
def test_kshc_refuses_what_other_tools_refuse(entry: str, tmp_path: Path) -> None:
    (tmp_path / "log.yaml").write_text(f"{HEAD}{entry}\n", encoding="utf-8")
    assert len(read_progress_file(f"{HEAD}{entry}\n".encode()).findings) == 1
    assert check(tmp_path / "log.yaml")["errors"]


def test_the_examples_of_form_are_refused() -> None:
    files = sorted((EXAMPLES / "progress" / "entry-fields").glob("*.yaml"))
    assert {error["filename"] for error in check(*files)["errors"]} == set(map(str, files))
