"""The example package: its own tests, and installed it is used through the command line, the library and an editor."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kshc_cli import check, load
from kshc_cli.editor.diagnostics import diagnostics
from kshc_cli.editor.texts import Texts
from tests.conftest import ROOT

EXAMPLE = ROOT / "examples" / "plugin"
Run = Callable[..., str]
RULE = "kshc-office-rules/few-leads"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the example's wheel is installed."""
    built, target = tmp_path_factory.mktemp("built"), tmp_path_factory.mktemp("installed")
    uv = [sys.executable, "-m", "uv"]
    subprocess.run([*uv, "build", "--quiet", "--wheel", "--out-dir", built, EXAMPLE], check=True)
    (wheel,) = built.glob("*.whl")
    subprocess.run([*uv, "pip", "install", "--quiet", "--no-deps", "--target", target, wheel], check=True)
    return target


@pytest.fixture
def run(place: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("PYTHONPATH", str(place))

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", *arguments]
        return subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True, env=dict(os.environ)
        ).stdout

    return run


def test_its_own_tests_pass(run: Run) -> None:
    assert " passed" in run("pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull, str(EXAMPLE / "tests"))


def test_the_command_line_uses_it(run: Run) -> None:
    (file,) = json.loads(run("kshc_cli", "validate", "plan.yaml", "--format", "json"))["files"]
    assert [one["line"] for one in file["findings"] if one["rule"] == RULE] == [495]
    assert "few-leads: kshc-office-rules 1.0.0" in run("kshc_cli", "--version", "-v")


def test_the_library_and_an_editor_use_it(place: Path, monkeypatch: pytest.MonkeyPatch, plan_file: Path) -> None:
    monkeypatch.syspath_prepend(str(place))
    assert [one.rule for one in check(load(plan_file))].count(RULE) == 1
    told = diagnostics(Texts(plan_file.read_text(encoding="utf-8")), of_log=False)
    assert [one.finding.rule for one in told].count(RULE) == 1


def test_the_command_line_writes_its_output(run: Run) -> None:
    told = run("kshc_cli", "export", "plugin", "meeting", "--today", "2024-06-03")
    assert "\n30/06/2024 1.2.2 van-phong\n" in told
