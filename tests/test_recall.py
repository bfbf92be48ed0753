"""Answers are given again where nothing has changed, and never where anything has."""

import marshal
import os
import re
import shutil
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import platformdirs
import pytest

from kshc_cli import recall
from kshc_cli.app import main
from kshc_cli.disk.memory import Memory, memory, remember_answer
from kshc_cli.disk.witness import Witness, witness
from tests.conftest import ROOT, Kshc

QUESTIONS = (
    ("list",),
    ("list", "--agency", "Phường 1", "--format", "json"),
    ("due", "--month", "6"),
    ("overdue",),
    ("status",),
    ("show", "1.2.1"),
    ("recurring", "--format", "csv"),
    ("log",),
    ("agencies",),
    ("validate",),
    (),
)
LOG = """schema: kshc-progress/1
entries:
- {date: 2024-06-01, what: done, task: 1.2.1, unit: phuong-1, entered: 2024-06-01, id: 1ngetnnww5t}
"""


@dataclass
class Desk:
    """A folder with a plan, a memory of its own, and kshc as a process in it."""

    folder: Path
    environment: dict[str, str]
    code: Path = ROOT / "src"

    def run(self, *arguments: str, **changed: str) -> subprocess.CompletedProcess[bytes]:
        """Run kshc."""
        return subprocess.run(
            [sys.executable, "-m", "kshc_cli", *arguments],
            cwd=self.folder, env=self.environment | {"PYTHONPATH": str(self.code)} | changed,
            capture_output=True, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip

    def answer(self, *arguments: str, **changed: str) -> tuple[int, bytes, bytes]:
        """Run kshc; return all that a user sees."""
        done = self.run(*arguments, **changed)
        return done.returncode, done.stdout, done.stderr

    def is_known(self, *arguments: str, **changed: str) -> bool:
        """Tell whether kshc answers without loading what could work it out."""
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "kshc_cli", *arguments],
            cwd=self.folder, env=self.environment | {"PYTHONPATH": str(self.code)} | changed,
            capture_output=True, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        return b"kshc_cli.app" not in done.stderr

    @property
    def kept(self) -> list[Path]:
        """The files of the memory."""
        return sorted((self.folder / "cache" / "kshc").glob("*"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    shutil.copy(ROOT / "plan.yaml", tmp_path)
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return Desk(
        tmp_path, kept | {"XDG_CACHE_HOME": str(tmp_path / "cache"), "KSHC_LANG": "vi", "KSHC_TODAY": "2024-06-10"}
    )


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_an_answer_is_given_again_to_the_byte_without_loading_anything(desk: Desk, question: tuple[str, ...]) -> None:
    (desk.folder / "progress.yaml").write_text(LOG, encoding="utf-8")
    first = desk.answer(*question)
    assert first[0] == 0
    assert first == desk.answer(*question, KSHC_CACHE="0")
    assert desk.is_known(*question)
    assert desk.answer(*question) == first


def test_a_long_answer_is_kept_small_and_given_again_to_the_byte(desk: Desk) -> None:
    plan = desk.folder / "plan.yaml"
    words = "và các công việc khác " * 9_000
    plan.write_text(re.sub(r"(content: )(?=\w)", rf"\1{words}", plan.read_text("utf-8")), encoding="utf-8")
    first = desk.answer("list")
    assert len(first[1]) > 1024 * 1024
    assert desk.is_known("list")
    assert desk.answer("list") == first
    (kept,) = desk.kept
    assert kept.stat().st_size < 1024 * 1024


def test_findings_are_given_again_with_their_exit_status(desk: Desk) -> None:
    plan = desk.folder / "plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("id: 1.2.1", "id: 1.1.1", 1), encoding="utf-8")
    first = desk.answer("validate")
    assert first[0] == 1
    assert desk.is_known("validate")
    assert desk.answer("validate") == first


def _edited(desk: Desk) -> dict[str, str]:
    plan = desk.folder / "plan.yaml"
    seen = plan.stat()
    plan.write_text(plan.read_text("utf-8").replace("tháng 6 năm 2024", "tháng 7 năm 2024"), encoding="utf-8")
    os.utime(plan, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    return {}


def _logged(desk: Desk) -> dict[str, str]:
    (desk.folder / "progress.yaml").write_text(LOG, encoding="utf-8")
    return {}


def _moved(desk: Desk) -> dict[str, str]:
    (desk.folder / "plan.yaml").rename(desk.folder / "plan-2024.yaml")
    return {"KSHC_PLAN": "plan-2024.yaml"}


CHANGES: dict[str, Callable[[Desk], dict[str, str]]] = {
    "the plan's bytes, not its size or time": _edited,
    "a log that was not there": _logged,
    "the plan's name": _moved,
    "the day": lambda _desk: {"KSHC_TODAY": "2024-07-02"},
    "the language": lambda _desk: {"KSHC_LANG": "en"},
    "the locale": lambda _desk: {"KSHC_LANG": "", "LC_ALL": "en_US.UTF-8"},
    "the width": lambda _desk: {"COLUMNS": "60"},
    "colours": lambda _desk: {"NO_COLOR": "1"},
    "the time zone": lambda _desk: {"TZ": "America/New_York"},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("question", [("status",), ("list", "--color", "always"), ("validate",)], ids=" ".join)
def test_nothing_stale_is_told(desk: Desk, question: tuple[str, ...], change: Callable[[Desk], dict[str, str]]) -> None:
    desk.answer(*question)
    assert desk.is_known(*question)
    changed = change(desk)
    assert not desk.is_known(*question, **changed)
    assert desk.answer(*question, **changed) == desk.answer(*question, **changed, KSHC_CACHE="0")


def test_a_log_that_changes_or_goes_changes_the_answer(desk: Desk) -> None:
    log = desk.folder / "progress.yaml"
    log.write_text(LOG, encoding="utf-8")
    done = desk.answer("show", "1.2.1")
    log.write_text(LOG.replace("phuong-1", "phuong-2"), encoding="utf-8")
    other = desk.answer("show", "1.2.1")
    log.unlink()
    none = desk.answer("show", "1.2.1")
    assert len({done, other, none}) == 3


def test_a_nearer_plan_is_the_plan_in_use(desk: Desk) -> None:
    inner = desk.folder / "inner"
    inner.mkdir()
    within = Desk(inner, desk.environment)
    assert within.answer("list")[0] == 0
    assert within.is_known("list")
    (inner / "plan.yaml").write_text("kshc: none\n", encoding="utf-8")
    assert within.answer("list")[0] == 3


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
@pytest.mark.parametrize("name", ["plan.yaml", "progress.yaml"])
def test_a_link_that_leads_nowhere_is_not_passed_over_by_what_is_remembered(desk: Desk, name: str) -> None:
    inner = desk.folder / "inner"
    inner.mkdir()
    if name == "progress.yaml":
        shutil.copy(desk.folder / "plan.yaml", inner)
    within = Desk(inner, desk.environment)
    assert within.answer("status")[0] == 0
    assert within.is_known("status")
    (inner / name).symlink_to("gone")
    assert within.answer("status")[0] == 3


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices of POSIX")
@pytest.mark.parametrize("name", ["plan.yaml", "progress.yaml"])
@pytest.mark.parametrize("what", ["pipe", "device", "folder"])
def test_an_empty_file_is_not_what_is_no_file(desk: Desk, name: str, what: str) -> None:
    file = desk.folder / name
    file.write_text("", encoding="utf-8")
    desk.answer("validate")
    assert desk.is_known("validate")
    file.unlink()
    if what == "pipe":
        os.mkfifo(file)
    elif what == "device":
        file.symlink_to(os.devnull)
    else:
        file.mkdir()
    answer = desk.answer("validate")
    assert answer == desk.answer("validate", KSHC_CACHE="0")
    assert answer[0] == 3


def test_another_folder_is_another_question(desk: Desk) -> None:
    desk.answer("list")
    other = desk.folder / "other"
    other.mkdir()
    assert not Desk(other, desk.environment).is_known("list")


def test_another_version_of_the_code_answers_anew(desk: Desk) -> None:
    desk.code = desk.folder / "code"
    shutil.copytree(ROOT / "src", desk.code, ignore=shutil.ignore_patterns("__pycache__"))
    for module in desk.code.rglob("*.*"):
        os.utime(module, (1_700_000_000, 1_700_000_000))
    desk.answer("list")
    assert desk.is_known("list")
    os.utime(desk.code / "kshc_cli" / "reports" / "tables.py", (1_700_000_009, 1_700_000_009))
    assert not desk.is_known("list")


def test_code_that_has_just_changed_is_not_trusted(desk: Desk) -> None:
    desk.code = desk.folder / "code"
    shutil.copytree(ROOT / "src", desk.code, ignore=shutil.ignore_patterns("__pycache__"))
    (desk.code / "kshc_cli" / "app.py").touch()
    desk.answer("list")
    assert desk.kept == []


@pytest.mark.parametrize(
    "question",
    [
        ("list", "--help"),
        ("lst",),
        ("list", "--kind", "x"),
        ("--version",),
        ("read", "tháng 6"),
        ("schema",),
        ("show", "9"),
    ],
    ids=" ".join,
)
def test_only_answers_about_the_plan_are_remembered(desk: Desk, question: tuple[str, ...]) -> None:
    desk.run(*question)
    assert desk.kept == []


def test_what_writes_is_not_remembered(desk: Desk) -> None:
    assert desk.answer("done", "1.2.2", "--on", "2024-06-01")[0] == 0
    assert desk.kept == []


@pytest.mark.skipif(os.name != "posix", reason="shells hand files over so")
def test_what_is_handed_over_by_a_pipe_is_not_remembered(desk: Desk) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m kshc_cli validate <(cat plan.yaml)"],
        cwd=desk.folder, env=desk.environment | {"PYTHONPATH": str(desk.code)}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert desk.kept == []


def test_a_broken_memory_is_ignored_and_replaced(desk: Desk) -> None:
    first = desk.answer("list")
    (file,) = desk.kept
    whole = file.read_bytes()
    for broken in (b"", whole[:40], whole[:-1], whole[:200] + b"?" + whole[201:], b"x" * len(whole)):
        file.write_bytes(broken)
        assert not desk.is_known("list")
        assert desk.answer("list") == first
        file.unlink()
        assert desk.answer("list") == first
        assert desk.is_known("list")


def test_the_answer_to_another_question_is_none(desk: Desk) -> None:
    first = desk.answer("list")
    (file,) = desk.kept
    other = desk.answer("agencies")
    file.write_bytes(next(path for path in desk.kept if path != file).read_bytes())
    assert not desk.is_known("list")
    assert (desk.answer("list"), desk.answer("agencies")) == (first, other)


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_what_others_could_have_written_is_not_trusted(desk: Desk) -> None:
    first = desk.answer("list")
    (file,) = desk.kept
    assert (file.parent.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
    file.chmod(0o644)
    assert not desk.is_known("list")
    file.chmod(0o600)
    file.parent.chmod(0o755)
    assert not desk.is_known("list")
    assert desk.answer("list") == first
    file.parent.chmod(0o700)
    kept = file.with_name("kept")
    file.rename(kept)
    file.symlink_to(kept)
    assert not desk.is_known("list")


def test_a_home_that_takes_nothing_only_means_slower(desk: Desk) -> None:
    (desk.folder / "cache").write_text("a file", encoding="utf-8")
    assert desk.answer("list")[0] == 0
    assert desk.answer("list")[1]


def test_off_means_off(desk: Desk) -> None:
    desk.answer("list", KSHC_CACHE="0")
    assert desk.kept == []


def test_clear_forgets_everything_and_nothing_else(desk: Desk) -> None:
    desk.answer("list")
    foreign = desk.kept[0].with_name("mine.txt")
    foreign.write_text("not kshc's", encoding="utf-8")
    status, out, err = desk.answer("cache", "clear", KSHC_LANG="en")
    assert (status, out) == (0, b"")
    assert b"KB freed." in err
    assert desk.kept == [foreign]
    assert not desk.is_known("list")


def test_many_at_once_agree(desk: Desk) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = set(pool.map(lambda _time: desk.answer("list"), range(8)))
    assert len(answers) == 1
    assert [path.suffix for path in desk.kept] == [".answer"]


def test_words_and_talk_come_in_the_order_of_the_first_time(desk: Desk) -> None:
    def together() -> bytes:
        return subprocess.run(
            [sys.executable, "-m", "kshc_cli", "due", "--month", "6"], cwd=desk.folder,
            env=desk.environment | {"PYTHONPATH": str(desk.code)},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=True,
        ).stdout  # fmt: skip

    first = together()
    assert desk.kept
    assert together() == first


def test_what_is_very_large_is_not_kept(tmp_path: Path) -> None:
    kept, most = Memory(tmp_path / "kshc"), 16 * 1024 * 1024
    kept.remember("a.answer", bytes(most))
    assert kept.recall("a.answer") == bytes(most)
    kept.remember("b.answer", bytes(most + 1))
    assert kept.recall("b.answer") is None


def test_files_that_are_too_large_together_go_until_half_is_left(tmp_path: Path) -> None:
    kept, most = Memory(tmp_path / "kshc"), 256 * 1024 * 1024
    for number in range(4):
        kept.remember(f"{number}.part", b"")
        os.truncate(kept.folder / f"{number}.part", most // 4)
        os.utime(kept.folder / f"{number}.part", (number, number))
    kept.tidy()
    assert len([*kept.folder.iterdir()]) == 4
    os.truncate(kept.folder / "3.part", most // 4 + 1)
    os.utime(kept.folder / "3.part", (3, 3))
    kept.tidy()
    assert [path.name for path in kept.folder.iterdir()] == ["3.part"]


def test_one_answer_of_sixteen_looks_through_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("kshc_cli.disk.memory._MOST_FILES", 0)
    names = {recall.name_of((number,)): number for number in range(64)}
    last, first = names[max(names)], names[min(names)]
    for asked, left in ((last, [max(names)]), (first, [])):
        remember_answer((asked,), Witness(), 0, [], since=time.time() + 10)
        assert [path.name for path in (tmp_path / "kshc").iterdir()] == left


def test_nothing_is_remembered_under_a_name_that_no_disk_takes(tmp_path: Path) -> None:
    kept = Memory(tmp_path / ("a" * 300))
    kept.remember("a.answer", b"words")
    assert kept.recall("a.answer") is None
    assert not kept.is_refused
    kept.tidy()
    assert kept.clear() == 0


def test_the_folder_keeps_within_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Memory(tmp_path / "kshc")
    monkeypatch.setattr("kshc_cli.disk.memory._MOST_FILES", 10)
    for number in range(12):
        kept.remember(f"{number:016x}.answer", b"words")
        os.utime(kept.folder / f"{number:016x}.answer", (number, number))
    kept.tidy()
    assert sorted(path.name for path in kept.folder.iterdir()) == [f"{number:016x}.answer" for number in range(7, 12)]
    assert kept.recall(f"{11:016x}.answer") == b"words"
    assert kept.recall(f"{1:016x}.answer") is None


@pytest.mark.parametrize("named", ["/elsewhere", "", " ", None])
def test_the_folder_is_where_platformdirs_has_it(monkeypatch: pytest.MonkeyPatch, named: str | None) -> None:
    if named is None:
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_CACHE_HOME", named)
    kept = memory()
    assert kept is not None
    assert str(kept.folder) == platformdirs.user_cache_dir("kshc", appauthor=False)


def test_every_file_of_the_user_that_a_question_opens_is_witnessed(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(ROOT / "plan.yaml", tmp_path)
    (tmp_path / "progress.yaml").write_text(LOG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    opened: set[str] = set()
    is_listening = True

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if is_listening and event == "open" and isinstance(arguments[0], str) and arguments[0].endswith(".yaml"):
            opened.add(arguments[0])

    sys.addaudithook(hear)
    for question in QUESTIONS:
        opened.clear()
        kshc(*question)
        assert opened == set(witness().files), question
    is_listening = False


class _Heard(dict[str, str]):
    """An environment that remembers what it was asked for."""

    def __init__(self, *values: object) -> None:
        super().__init__(*values)
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.asked.add(name)
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        self.asked.add(str(name))
        return super().__contains__(name)

    def get(self, name: str, default: object = None) -> object:  # type: ignore[override]
        self.asked.add(name)
        return super().get(name, default)


def test_every_variable_that_a_question_asks_for_is_part_of_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shutil.copy(ROOT / "plan.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    heard = _Heard(os.environ)
    monkeypatch.setattr(os, "environ", heard)
    for question in QUESTIONS:
        main([*question, "--color", "always"] if question else [])
    apart = {"_KSHC_COMPLETE", "LANGUAGE"}  # the first forbids remembering, the second kshc itself sets
    assert {name for name in heard.asked - apart if not name.startswith(recall.VARIABLES)} == set()


def test_the_version_is_told_as_by_the_command_line_and_loads_little(desk: Desk, kshc: Kshc) -> None:
    assert desk.answer("--version") == (0, kshc("--version").out.encode(), b"")
    assert desk.is_known("--version")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is full")
def test_a_version_that_cannot_be_written_is_refused_as_any_answer(desk: Desk) -> None:
    command = f"{sys.executable} -m kshc_cli --version > /dev/full"
    done = subprocess.run(
        ["bash", "-c", command], cwd=desk.folder, env=desk.environment | {"PYTHONPATH": str(desk.code)},
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert done.stderr.decode().startswith("Lỗi:")


def told_to(desk: Desk, out: str, err: str, *arguments: str, **changed: str) -> tuple[int, bytes, bytes]:
    """Run kshc with streams that are "heard", "full", "closed", or a pipe whose reader has "left"."""
    closed = [number for number, kind in enumerate((out, err), 1) if kind == "closed"]
    with (desk.folder / "out").open("wb+") as heard, (desk.folder / "err").open("wb+") as talk:
        full = os.open("/dev/full", os.O_WRONLY)
        reading, left = os.pipe()
        os.close(reading)
        streams = {"full": full, "left": left, "closed": subprocess.DEVNULL}
        done = subprocess.run(
            [sys.executable, "-m", "kshc_cli", *arguments], check=False, stdin=subprocess.DEVNULL,
            cwd=desk.folder, env=desk.environment | {"PYTHONPATH": str(desk.code)} | changed,
            stdout=streams.get(out, heard), stderr=streams.get(err, talk),
            preexec_fn=lambda: deque(map(os.close, closed), 0) and None,
        )  # fmt: skip
        os.close(full)
        os.close(left)
    return done.returncode, (desk.folder / "out").read_bytes(), (desk.folder / "err").read_bytes()


STREAMS = ("heard", "full", "closed", "left")
PAIRS = [(out, err) for out in STREAMS for err in STREAMS]
FEW_PAIRS = [("heard", "left"), ("heard", "full"), ("left", "heard"), ("full", "heard")]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is full")
@pytest.mark.parametrize(
    ("question", "status", "pairs"),
    [
        (("due", "--month", "6", "--format", "csv"), 0, PAIRS),
        (("list", "--format", "json"), 0, FEW_PAIRS),  # more than a pipe or a buffer holds
        (("validate", "bad.yaml"), 1, FEW_PAIRS),
    ],
    ids=str,
)
def test_streams_that_take_nothing_change_an_answer_as_the_first_time(
    desk: Desk, question: tuple[str, ...], status: int, pairs: list[tuple[str, str]]
) -> None:
    bad = (desk.folder / "plan.yaml").read_text("utf-8").replace("id: 1.2.1", "id: 1.1.1", 1)
    (desk.folder / "bad.yaml").write_text(bad.replace("lead:", "leed:"), encoding="utf-8")
    desk.answer(*question)
    assert desk.is_known(*question)
    for out, err in pairs:
        cold = told_to(desk, out, err, *question, KSHC_CACHE="0")
        assert cold[0] == (3 if out == "full" else status), (out, err, cold)
        assert told_to(desk, out, err, *question) == cold, (out, err)
    assert desk.is_known(*question)


@pytest.mark.skipif(os.name != "posix", reason="a limit of POSIX")
@pytest.mark.parametrize("cache", ["0", "1"])
def test_a_disk_that_fills_up_holds_no_answer_twice(desk: Desk, cache: str) -> None:
    whole = desk.answer("list")[1]
    room = len(whole) // 2
    limited = f"import os, resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(\
resource.RLIMIT_FSIZE, ({room}, {room})); from kshc_cli.__main__ import run; run()"
    done = subprocess.run(
        ["bash", "-c", f'"{sys.executable}" -c "{limited}" list > out'], cwd=desk.folder, check=False,
        env=desk.environment | {"PYTHONPATH": str(desk.code), "KSHC_CACHE": cache}, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert (done.returncode, (desk.folder / "out").read_bytes()) == (3, whole[:room])
    assert done.stderr.decode().splitlines()[-1].startswith("Lỗi: Không ghi được kết quả")


@pytest.mark.skipif(os.name != "posix", reason="a pipe of POSIX")
@pytest.mark.parametrize("question", [("--version",), ("--help",), ("help", "list")], ids=" ".join)
def test_help_that_nobody_reads_is_no_finding(desk: Desk, question: tuple[str, ...]) -> None:
    assert told_to(desk, "left", "heard", *question) == (0, b"", b"")


@pytest.mark.skipif(os.name != "posix", reason="a pipe of POSIX")
def test_phrases_that_nobody_reads_any_more_are_not_read_for_ever(desk: Desk) -> None:
    read = f"timeout 60 {sys.executable} -m kshc_cli read - --year 2024"
    command = f"yes 'Quý I' | {read} | head -n 1; echo ${{PIPESTATUS[1]}}"
    done = subprocess.run(
        ["bash", "-c", command], cwd=desk.folder, env=desk.environment | {"PYTHONPATH": str(desk.code)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "0"
    assert not done.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe of POSIX")
def test_a_named_pipe_in_place_of_an_answer_is_replaced(desk: Desk) -> None:
    first = desk.answer("list")
    (file,) = desk.kept
    file.unlink()
    os.mkfifo(file, 0o600)
    assert desk.answer("list") == first
    assert desk.is_known("list")


@pytest.mark.parametrize(
    "held", [b"", b"x", marshal.dumps(1), marshal.dumps((1, 2)), marshal.dumps(None), marshal.dumps("list")], ids=repr
)
def test_what_is_whole_but_no_answer_is_replaced(desk: Desk, held: bytes) -> None:
    first = desk.answer("list")
    (file,) = desk.kept
    file.write_bytes(recall.signed(file.name, held))
    assert desk.answer("list") == first
    assert desk.is_known("list")


@pytest.mark.skipif(sys.platform != "linux", reason="variables of Linux")
@pytest.mark.parametrize(
    "changed",
    [{"XDG_CACHE_HOME": "here"}, {"XDG_CACHE_HOME": "", "HOME": "here"}, {"XDG_CACHE_HOME": "", "HOME": "~nosuch"}],
    ids=str,
)
def test_no_folder_is_made_beside_the_plan(desk: Desk, changed: dict[str, str]) -> None:
    changed = {"HOME": str(desk.folder / "cache")} | changed
    assert desk.answer("list", **changed)[0] == 0
    assert {path.name for path in desk.folder.iterdir()} <= {"plan.yaml", "cache"}
    status, _out, err = desk.answer("cache", "clear", KSHC_LANG="en", **changed)
    assert (status, b"neither XDG_CACHE_HOME nor HOME" in err) == (0, changed["HOME"] in {"here", "~nosuch"})


@pytest.mark.skipif(os.name != "posix", reason="links and rights of POSIX")
@pytest.mark.parametrize("what", ["a file", "a folder open to others", "a link", "a link that leads nowhere"])
def test_clear_removes_nothing_where_nothing_is_remembered(desk: Desk, what: str) -> None:
    elsewhere, place = desk.folder / "elsewhere", desk.folder / "cache" / "kshc"
    place.parent.mkdir()
    if what == "a file":
        place.write_text("", encoding="utf-8")
    elif what == "a folder open to others":
        elsewhere = place
    else:
        place.symlink_to(elsewhere if what == "a link" else "gone")
    elsewhere.mkdir()
    elsewhere.chmod(0o755)
    for name in ("nam2026.plan", "doc.tmp"):
        (elsewhere / name).write_text("not kshc's", encoding="utf-8")
    status, _out, err = desk.answer("cache", "clear", KSHC_LANG="en")
    assert (status, b"nothing was removed" in err, b"freed" in err) == (3, True, False)
    assert {path.name for path in elsewhere.iterdir()} == {"nam2026.plan", "doc.tmp"}


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_nothing_is_tidied_behind_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kshc_cli.disk.memory._MOST_FILES", 0)
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    mine = tmp_path / "elsewhere" / "nam2026.plan"
    mine.write_text("not kshc's", encoding="utf-8")
    (tmp_path / "kshc").symlink_to("elsewhere")
    Memory(tmp_path / "kshc").tidy()
    assert mine.exists()
    Memory(tmp_path / "elsewhere").tidy()
    assert not mine.exists()
