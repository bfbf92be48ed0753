"""An answer that was remembered is worked out anew when a plug-in comes, goes or changes."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.plugins.packages import Packages

RULE = """
    from kshc_cli.plugins import Fault

    def it(plan):
        return [Fault(("year",), "{said}", "")]
"""


def aged(folder: Path) -> None:
    """Let everything in a folder be as it is for a minute."""
    then = time.time() - 60
    for path in [*folder.rglob("*"), folder]:
        os.utime(path, (then, then))


def test_no_answer_is_stale(packages: Packages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plans = tmp_path / "plans"
    for name in ("a", "b"):
        (plans / name).mkdir(parents=True)
        (plans / name / "plan.yaml").write_bytes((ROOT / "plan.yaml").read_bytes())
    monkeypatch.setenv("PYTHONPATH", str(packages.folder))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("KSHC_CACHE")

    def said(*named: str) -> str:
        command = [sys.executable, "-m", "kshc_cli", "validate", *named]
        return subprocess.run(command, cwd=plans, capture_output=True, text=True, encoding="utf-8", check=False).stdout

    one, many = ("a/plan.yaml",), ("a", "b")
    before = [said(*one), said(*many)]
    assert "office/it" not in "".join(before)
    packages.add("rules", RULE.format(said="first"))
    aged(packages.folder)
    for _again in range(2):
        assert [said(*one).count("first [office/it]"), said(*many).count("first [office/it]")] == [1, 2]
    (module,) = packages.folder.glob("*.py")
    module.write_text(module.read_text(encoding="utf-8").replace("first", "other"), encoding="utf-8")
    assert [said(*one).count("other [office/it]"), said(*many).count("other [office/it]")] == [1, 2]
    (declared,) = packages.folder.glob("*.dist-info/entry_points.txt")
    declared.unlink()
    assert [said(*one), said(*many)] == before
