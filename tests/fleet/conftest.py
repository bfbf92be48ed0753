"""A folder with the plans of several offices."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES

Office = Callable[..., Path]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Make a plan of an office in a folder below the test's; with ``log`` the lines of a log beside it."""

    def make(place: str, *, year: int = 2026, called: str = "", log: str = "") -> Path:
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        text = (EXAMPLES / "sound.yaml").read_text("utf-8").replace("2026", str(year))
        path.write_text(text.replace("Hòa Bình", called or path.parent.name), "utf-8")
        if log:
            path.with_name("progress.yaml").write_text(f"schema: kshc-progress/1\nentries:\n{log}", "utf-8")
        return path

    return make


@pytest.fixture
def offices(office: Office, tmp_path: Path) -> Path:
    """Make a folder with three offices, one of which keeps a log."""
    office("An/plan.yaml")
    office("Bình/plan.yaml", log="  - {id: e1, date: 2026-03-20, what: done, task: 1.1.1, entered: 2026-03-20}\n")
    office("Chi/plan.yaml")
    return tmp_path
