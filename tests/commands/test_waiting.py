"""Who waits at a terminal sees that kshc is at work; a pipe sees nothing of it."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.on_terminal import on_a_terminal

KSHC = (sys.executable, "-m", "kshc_cli")
SLOW = """
import time
from kshc_cli.cli.session import Session
from kshc_cli.cli.waiting import counted, waiting
with waiting(Session(), "Reading [bold]x[/bold]"):
    time.sleep(0.2)
with waiting(Session(verbosity={verbosity}), "Reading [bold]y[/bold]"):
    time.sleep(2.5)
with counted(Session(verbosity={verbosity}), 3) as step:
    for _one in range(3):
        step()
print("done")
"""


def test_a_sign_comes_after_a_second_and_goes(tmp_path: Path) -> None:
    screen = on_a_terminal(sys.executable, "-c", SLOW.format(verbosity=0), folder=tmp_path)
    assert "[bold]x" not in screen
    assert "Reading [bold]y[/bold]" in screen
    assert "3/3" in screen
    assert "\x1b[2K" in screen.rpartition("Reading")[2]
    assert screen.endswith("done\n")


def test_quiet_is_quiet(tmp_path: Path) -> None:
    assert on_a_terminal(sys.executable, "-c", SLOW.format(verbosity=-1), folder=tmp_path) == "done\n"


def test_a_pipe_sees_nothing(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", SLOW.format(verbosity=0)], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert (run.stdout, run.stderr) == ("done\n", "")


def test_many_documents_are_counted(tmp_path: Path) -> None:
    for number in range(3):
        shutil.copy(ROOT / "examples" / "directive" / "chi-thi.docx", tmp_path / f"{number}.docx")
    screen = on_a_terminal(*KSHC, "check", "docx", *sorted(tmp_path.iterdir()), folder=tmp_path, status=1)
    assert "3/3" in screen
    assert "3 files" in screen.rpartition("3/3")[2]


def test_no_terminal_is_filled_with_what_nobody_reads(tmp_path: Path) -> None:
    shutil.copy(ROOT / "plan.yaml", tmp_path / "plan.yaml")
    for kind in ("html", "ics"):
        screen = on_a_terminal(*KSHC, "export", kind, folder=tmp_path, status=2)
        assert " ".join(screen.split()).endswith("name a file to write: --out FILE.")
    assert "BEGIN:VCALENDAR" in on_a_terminal(*KSHC, "export", "ics", "--out", "-", folder=tmp_path)
