"""Who answers: this process, others on all cores."""

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kshc_cli.desk.days import Today
from kshc_cli.desk.pages import StatusQuestion
from kshc_cli.desk.question import Asked
from kshc_cli.fleet.engine import FEW, Engine, Here, LostWorkersError, answers, cores, engine_for
from tests.conftest import Kshc
from tests.fleet.conftest import Office

ASKED = Asked(Today(date(2026, 4, 2)), "en")
several_cores = pytest.mark.skipif(cores() < 2, reason="needs two cores")


@pytest.fixture
def many(office: Office, tmp_path: Path) -> Path:
    """Make as many plans as are worth other processes, and some more."""
    for number in range(FEW + 9):
        office(f"o{number:03}/plan.yaml")
    return tmp_path


@several_cores
def test_other_processes_answer_the_same_in_the_same_order(many: Path) -> None:
    places = [str(path) for path in sorted(many.glob("*/plan.yaml"))]
    places.insert(7, str(many / "gone.yaml"))
    question = StatusQuestion(ASKED)
    here = list(answers(places, question, Engine(Here(), 1)))
    with engine_for(len(places)) as engine:
        assert engine.workers > 1
        assert list(answers(places, question, engine)) == here
    assert "unreadable" in here[7]


@several_cores
def test_a_command_over_several_processes(kshc: Kshc, many: Path) -> None:
    said = kshc("fleet", many, "--format", "json", "--today", "2026-04-02")
    assert said.status == 0
    assert len(json.loads(said.out)["plans"]) == FEW + 9
    assert said.err == ""  # no bar where nobody looks


def run(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    code = (
        "import signal; from kshc_cli.__main__ import run;"
        "signal.signal(signal.SIGINT, signal.default_int_handler); run()"  # a shell's background ignores it
    )
    return subprocess.Popen(
        [sys.executable, "-c", code, "validate", "--plan", str(folder), *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip


@several_cores
@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_ctrl_c_ends_all_processes_without_a_word(office: Office, tmp_path: Path) -> None:
    for number in range(400):
        office(f"o{number:03}/plan.yaml")
    process = run(tmp_path)
    deadline = time.monotonic() + 60
    while not (children := _children(process.pid)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert children
    os.killpg(process.pid, signal.SIGINT)
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert not any(_lives(child) for child in children)


def _children(process: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text("utf-8").split()]
    except OSError:
        return []


def _lives(process: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False


class _Dying(Here):
    """An executor whose processes have gone."""

    def submit(self, *_work: object, **_named: object) -> Any:  # noqa: ANN401  as Executor's
        raise BrokenProcessPool


def test_lost_processes_are_told(many: Path) -> None:
    with pytest.raises(LostWorkersError, match="Run it again"):
        list(answers([str(many / "o000" / "plan.yaml")], StatusQuestion(ASKED), Engine(_Dying(), 1)))
