"""Nothing that a clerk entered is lost: many writers at once, a run that is killed, a disk that takes no more."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from kshc_cli.disk.locks import locked
from kshc_cli.disk.replacing import write_bytes
from kshc_cli.errors import UnreadableFileError
from kshc_cli.source.edit.progress_text import read_progress_file
from kshc_cli.workspace import plan_path, progress_path
from tests.tracking.logs import FOLLOWED

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")

WRITERS = 50
KILLS = 25


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    shutil.copy(FOLLOWED, tmp_path / "plan.yaml")
    return tmp_path / "plan.yaml"


def command(plan: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "kshc_cli", *arguments, "--plan", str(plan), "--today", "2026-07-05"]


def note(plan: Path, words: str) -> list[str]:
    return command(plan, "note", "own", words)


def notes(plan: Path) -> list[str]:
    """Return the notes in the log, which must be whole."""
    data = progress_path(plan).read_bytes() if progress_path(plan).exists() else b""
    if not data:
        return []
    read = read_progress_file(data)
    assert read.findings == ()
    assert read.record is not None
    return [entry.note or "" for entry in read.record.entries or ()]


def run(arguments: Sequence[str], *, largest: int | None = None) -> subprocess.CompletedProcess[str]:
    """Run kshc, with ``largest`` where no file may grow beyond that many bytes, as on a disk that is full."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest or resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    environment = {**os.environ, "KSHC_LANG": "en", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        arguments, capture_output=True, text=True, check=False, preexec_fn=limit if largest else None, env=environment
    )


def test_fifty_writers_at_once_lose_nothing(plan: Path) -> None:
    running = [
        subprocess.Popen(note(plan, f"n{number}"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for number in range(WRITERS)
    ]
    assert [process.wait(timeout=300) for process in running] == [0] * WRITERS
    assert sorted(notes(plan)) == sorted(f"n{number}" for number in range(WRITERS))


def test_a_run_that_is_killed_leaves_the_old_or_the_new_log_and_no_lock(plan: Path) -> None:
    assert run(note(plan, "first")).returncode == 0
    begun = time.monotonic()
    assert run(note(plan, "second")).returncode == 0
    usual = time.monotonic() - begun
    chance = random.Random(5)  # noqa: S311  no secret
    known = notes(plan)
    for number in range(KILLS):
        process = subprocess.Popen(note(plan, f"k{number}"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.3, 1.1) * usual)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert notes(plan) in ([*known], [*known, f"k{number}"])
        known = notes(plan)
    assert run(note(plan, "last")).returncode == 0
    assert notes(plan) == [*known, "last"]
    assert {path.name for path in plan.parent.iterdir()} == {"plan.yaml", "progress.yaml", ".progress.yaml.lock"}


def test_a_disk_that_takes_no_more_is_told_and_nothing_is_lost(plan: Path) -> None:
    assert run(note(plan, "first")).returncode == 0
    before = progress_path(plan).read_bytes()
    result = run(note(plan, "x" * 400), largest=len(before) + 100)
    assert (result.returncode, result.stderr.count("\n")) == (3, 1)
    assert "progress.yaml" in result.stderr
    assert progress_path(plan).read_bytes() == before
    assert run(note(plan, "second")).returncode == 0


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_is_read_only_is_told(plan: Path, what: str) -> None:
    assert run(note(plan, "first")).returncode == 0
    closed = progress_path(plan) if what == "file" else plan.parent
    mode = closed.stat().st_mode
    closed.chmod(0o555 if what == "folder" else 0o444)
    try:
        result = run(note(plan, "second"))
    finally:
        closed.chmod(mode)
    assert (result.returncode, result.stderr.count("\n")) == (3, 1)
    assert notes(plan) == ["first"]


def test_a_log_that_is_a_folder_is_told(plan: Path) -> None:
    progress_path(plan).mkdir()
    result = run(note(plan, "x"))
    assert result.returncode == 3
    assert "progress.yaml: this is a folder, not a file" in result.stderr


def test_a_pipe_in_the_place_of_the_lock_is_told(plan: Path) -> None:
    os.mkfifo(plan.with_name(".progress.yaml.lock"))
    result = run(note(plan, "x"))
    assert result.returncode == 3
    told = ".progress.yaml.lock: this is no ordinary file, in the place of kshc's lock; delete it\n"
    assert result.stderr.endswith(told)
    assert not progress_path(plan).exists()


def test_a_file_that_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "log.yaml"
    path.write_bytes(b"theirs")
    with pytest.raises(UnreadableFileError, match="another program has changed it"):
        write_bytes(path, b"ours", instead_of=b"read before")
    assert path.read_bytes() == b"theirs"
    write_bytes(path, b"ours", instead_of=b"theirs")
    assert path.read_bytes() == b"ours"
    with pytest.raises(UnreadableFileError, match="another program has changed it"):
        write_bytes(tmp_path / "gone.yaml", b"ours", instead_of=b"read before")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["log.yaml"]


def test_a_lock_that_somebody_holds_is_waited_for(plan: Path) -> None:
    with locked(progress_path(plan)):
        process = subprocess.Popen(note(plan, "x"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(1.5)
        assert process.poll() is None
        assert not progress_path(plan).exists()
    assert process.wait(timeout=60) == 0
    assert notes(plan) == ["x"]


@pytest.mark.parametrize(
    ("plan_name", "log_name"),
    [
        ("plan.yaml", "progress.yaml"),
        ("plan-2025.yaml", "progress-2025.yaml"),
        ("plan.yml", "progress.yml"),
        ("sa-dec.yaml", "sa-dec.progress.yaml"),
        ("planning.yaml", "planning.progress.yaml"),
    ],
)
def test_the_log_lies_beside_its_plan(plan_name: str, log_name: str) -> None:
    assert progress_path(Path("a", plan_name)) == Path("a", log_name)
    assert plan_path(Path("a", log_name)) == Path("a", plan_name)
