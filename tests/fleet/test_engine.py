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

TODAY = ("--today", "2026-04-02")
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
        [sys.executable, "-c", code, *(arguments or ("validate",)), "--plan", str(folder)],
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


@pytest.fixture
def kept(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let answers be remembered, in a folder of the test's own."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.setenv("KSHC_CACHE", "1")
    return folder / "kshc"


@pytest.mark.skipif(sys.platform != "linux", reason="the folder of other systems is not named by XDG_CACHE_HOME")
@pytest.mark.parametrize("command", [("fleet",), ("list", "--plan"), ("validate",)])
def test_the_second_run_works_out_only_what_is_new(
    kshc: Kshc, many: Path, kept: Path, command: tuple[str, ...]
) -> None:
    first = kshc(*command, many, *TODAY)
    known = set(kept.glob("*.part"))
    assert len(known) == FEW + 9
    assert kshc(*command, many, *TODAY) == first
    assert set(kept.glob("*.part")) == known
    plan = many / "o003" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("Xây dựng kế hoạch", "Lập kế hoạch"), "utf-8")
    changed = kshc(*command, many, *TODAY)
    assert len(set(kept.glob("*.part")) - known) == 1
    plan.with_name("progress.yaml").write_text("schema: kshc-progress/1\nentries:\n", "utf-8")
    logged = kshc(*command, many, *TODAY)
    assert len(set(kept.glob("*.part")) - known) == 2
    for one in kept.glob("*.part"):
        one.write_bytes(one.read_bytes()[:-3])
    assert kshc(*command, many, *TODAY) == logged
    plan.with_name("progress.yaml").unlink()
    assert kshc(*command, many, *TODAY) == changed


@pytest.mark.skipif(sys.platform != "linux", reason="the folder of other systems is not named by XDG_CACHE_HOME")
def test_no_day_language_or_form_gives_the_answer_of_another(
    kshc: Kshc, offices: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def said(*words: str) -> str:
        return kshc("overdue", "--plan", offices, *words).out

    ways = [
        TODAY,
        ("--today", "2026-12-02"),
        (*TODAY, "-f", "json"),
        (*TODAY, "-a", "Văn phòng"),
        (*TODAY, "-f", "csv", "--keys"),
    ]
    answers = [said(*way) for way in ways]
    assert len(set(answers)) == len(ways)
    assert [said(*way) for way in ways] == answers
    monkeypatch.setenv("KSHC_LANG", "vi")
    assert said(*TODAY) != answers[0]
    monkeypatch.setenv("KSHC_LANG", "en")
    before = len(list(kept.glob("*.part")))
    monkeypatch.setenv("KSHC_CACHE", "0")
    assert said("--today", "2026-11-01") != answers[0]
    assert len(list(kept.glob("*.part"))) == before
    assert not list(kept.glob("*.tmp"))


@several_cores
@pytest.mark.skipif(sys.platform != "linux", reason="signals of POSIX, and the folder of Linux")
def test_an_interrupted_run_leaves_what_it_kept_whole(
    office: Office, kept: Path, tmp_path: Path, kshc: Kshc, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(200):
        office(f"o{number:03}/plan.yaml")
    process = run(tmp_path, "fleet", *TODAY)
    deadline = time.monotonic() + 60
    while len(list(kept.glob("*.part"))) < 20 and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=60)
    known = len(list(kept.glob("*.part")))
    assert known >= 20
    again = kshc("fleet", tmp_path, *TODAY)
    assert len(list(kept.glob("*.part"))) == 200
    monkeypatch.setenv("KSHC_CACHE", "0")
    assert kshc("fleet", tmp_path, *TODAY) == again


@pytest.mark.skipif(sys.platform != "linux", reason="the folder of other systems is not named by XDG_CACHE_HOME")
def test_another_question_is_answered_from_what_was_compiled(
    kshc: Kshc, many: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kshc("list", "--plan", many, *TODAY)
    compiled = set(kept.glob("*.plan"))
    assert len(compiled) == FEW + 9
    asked = ("due", "--plan", many, "--from", "1/1", "--to", "31/12", "--format", "json", *TODAY)
    known = kshc(*asked)
    assert set(kept.glob("*.plan")) == compiled
    for one in (*kept.glob("*.plan"), *kept.glob("*.part")):
        one.write_bytes(one.read_bytes()[:-3])
    assert kshc(*asked) == known
    monkeypatch.setenv("KSHC_CACHE", "0")
    assert kshc(*asked) == known


@pytest.mark.skipif(sys.platform != "linux", reason="the folder of other systems is not named by XDG_CACHE_HOME")
def test_what_was_kept_under_another_name_answers_nothing(kshc: Kshc, offices: Path, kept: Path) -> None:
    questions = (("fleet", offices, *TODAY), ("list", "--plan", offices, *TODAY), ("status", "--plan", offices, *TODAY))
    first = [kshc(*question) for question in questions]
    files = sorted(kept.iterdir())
    held = [file.read_bytes() for file in files]
    assert [len(list(kept.glob(kind))) for kind in ("*.part", "*.plan")] == [9, 3]
    for shift in range(1, len(files)):
        for file, data in zip(files, held[shift:] + held[:shift], strict=True):
            file.write_bytes(data)
        assert [kshc(*question) for question in questions] == first
