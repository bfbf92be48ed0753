"""The plan is found."""

from pathlib import Path

import pytest

from kshc_cli.errors import PlanNotFoundError
from kshc_cli.workspace import find_plan


def test_no_plan_above(tmp_path: Path) -> None:
    with pytest.raises(PlanNotFoundError, match="KSHC_PLAN"):
        find_plan(None, tmp_path)
    assert find_plan("x.yaml", tmp_path) == Path("x.yaml")


def test_no_plan_in_a_folder_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(PlanNotFoundError):
        find_plan(None)
