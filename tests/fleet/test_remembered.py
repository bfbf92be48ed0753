"""What many plans answered is given again where nothing has changed, and never where anything has."""

import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kshc_cli.fleet.engine import FEW
from tests.fleet.conftest import Office
from tests.test_recall import Desk

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the cache folder and the times of Linux")

LOG = """schema: kshc-progress/1
entries:
- {date: 2026-03-20, what: done, task: 1.1.1, entered: 2026-03-20, id: 1ngetnnww5t}
"""
QUESTIONS = (
    ("fleet", "plans"),
    ("validate", "plans"),
    ("status", "--plan", "plans/*/plan.yaml"),
    ("overdue", "--plan", "plans/**/plan.yaml", "--format", "json"),
    ("list", "--plan", "@list.txt", "--format", "csv"),
)


@pytest.fixture
def desk(office: Office, tmp_path: Path) -> Desk:
    """Make plans, one of them broken and two the same to the byte, and a list of some of them."""
    for name in ("An", "Bình", "Chi"):
        office(f"plans/{name}/plan.yaml")
    (tmp_path / "plans" / "Dũng").mkdir()
    (tmp_path / "plans" / "Dũng" / "plan.yaml").write_text("schema: kshc/1\nyear: năm nay\n", "utf-8")
    (tmp_path / "plans" / "Én").mkdir()
    shutil.copy(tmp_path / "plans" / "An" / "plan.yaml", tmp_path / "plans" / "Én" / "plan.yaml")
    (tmp_path / "list.txt").write_text("plans/An\nplans/Dũng\nplans/Én/plan.yaml\n", "utf-8")
    kept = {name: os.environ[name] for name in ("PATH",) if name in os.environ}
    cache = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "KSHC_LANG": "en", "KSHC_TODAY": "2026-06-10"}
    return Desk(tmp_path, kept | cache)


def _edit(folder: Path, was: str = "rà soát", new: str = "kiểm tra") -> None:
    plan = folder / "plans" / "An" / "plan.yaml"
    text = plan.read_text("utf-8")
    assert was in text
    plan.write_text(text.replace(was, new), "utf-8")


def _edit_unseen(folder: Path) -> None:
    """Change a plan, but neither its size nor the time of its change."""
    plan = folder / "plans" / "An" / "plan.yaml"
    seen = plan.stat()
    _edit(folder, "Xây dựng", "Xây dụng")
    assert plan.stat().st_size == seen.st_size
    os.utime(plan, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def _unite(folder: Path) -> None:
    """Make one file of two plans that are the same to the byte: it is one plan from then on."""
    (folder / "plans" / "Én" / "plan.yaml").unlink()
    os.link(folder / "plans" / "An" / "plan.yaml", folder / "plans" / "Én" / "plan.yaml")


def _add(folder: Path) -> None:
    shutil.copytree(folder / "plans" / "Bình", folder / "plans" / "An" / "Giang")


def _own_texts(folder: Path) -> None:
    """Add to the register of legal texts, which only a check looks at."""
    lines = "number\tkind\tissuer\tdate\tsource\n63/2010/NĐ-CP\tNghị định\tChính phủ\t2010-06-09\tCông báo\n"
    (folder / "plans" / "An" / "laws.tsv").write_text(lines, "utf-8")


def _log(folder: Path) -> None:
    (folder / "plans" / "An" / "progress.yaml").write_text(LOG, "utf-8")


def _log_anew(folder: Path) -> None:
    (folder / "plans" / "An" / "progress.yaml").write_text(LOG.replace("2026-03-20, what", "2026-03-21, what"), "utf-8")


def _mend(folder: Path) -> None:
    shutil.copy(folder / "plans" / "Bình" / "plan.yaml", folder / "plans" / "Dũng" / "plan.yaml")


def _link(folder: Path) -> None:
    (folder / "elsewhere").mkdir()
    shutil.copy(folder / "plans" / "Bình" / "plan.yaml", folder / "elsewhere" / "plan.yaml")
    (folder / "plans" / "An" / "Giang").symlink_to(folder / "elsewhere", target_is_directory=True)


def _replace(folder: Path) -> None:
    plan = folder / "plans" / "An" / "plan.yaml"
    plan.unlink()
    plan.mkdir()


def _name(folder: Path) -> None:
    """Give names of the command line to files: these are meant from then on."""
    shutil.copy(folder / "plans" / "Bình" / "plan.yaml", folder / "@list.txt")
    (folder / "list.txt").write_text("plans/Chi\n", "utf-8")


CHANGES: dict[str, Callable[[Path], None]] = {
    "words": _edit,
    "bytes, not size or time": _edit_unseen,
    "two files become one": _unite,
    "a plan in a new folder": _add,
    "a log that was not there": _log,
    "a plan that was broken": _mend,
    "a folder in the place of a plan": _replace,
    "a plan is gone": lambda folder: (folder / "plans" / "An" / "plan.yaml").unlink(),
    "the list, and what is called like it": _name,
}


def answers(desk: Desk, question: tuple[str, ...]) -> tuple[int, bytes, bytes]:
    """Return the answer, which is that of a run that remembers nothing."""
    answer = desk.answer(*question)
    assert answer == desk.answer(*question, KSHC_CACHE="0")
    return answer


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_nothing_stale_is_told_of_many_plans(desk: Desk, question: tuple[str, ...], change: str) -> None:
    first = answers(desk, question)
    assert first[0] == 1
    assert desk.is_known(*question)
    assert desk.answer(*question) == first
    CHANGES[change](desk.folder)
    assert desk.is_known(*question) is (CHANGES[change] is _name and question[-1] != "csv")
    answers(desk, question)


def test_a_check_goes_by_the_lines_that_an_office_adds_to_the_register(desk: Desk) -> None:
    first = answers(desk, ("validate", "plans"))
    _own_texts(desk.folder)
    assert b"63/2010" in answers(desk, ("validate", "plans"))[1]
    (desk.folder / "plans" / "An" / "laws.tsv").unlink()
    assert answers(desk, ("validate", "plans")) == first


def test_nothing_stale_is_told_of_what_was_long_as_it_is(desk: Desk) -> None:
    question = ("status", "--plan", "plans", "--format", "json")
    answers(desk, question)
    for change in (_edit, _edit_unseen, _log, _log_anew, _mend, _add, _unite):
        time.sleep(2.1)  # from then on times of change are looked at in place of bytes
        desk.answer("cache", "clear")
        desk.answer(*question)
        assert desk.is_known(*question)
        change(desk.folder)
        assert not desk.is_known(*question), change
        answers(desk, question)


def test_a_touched_file_and_a_folder_in_which_nothing_came_or_went_change_nothing(desk: Desk) -> None:
    desk.answer("fleet", "plans")
    (desk.folder / "plans" / "An" / "plan.yaml").touch()
    (desk.folder / "plans" / "An" / "x").touch()
    (desk.folder / "plans" / "An" / "x").unlink()
    assert desk.is_known("fleet", "plans")


def test_links_to_folders_behind_a_pattern_are_not_trusted(desk: Desk) -> None:
    _link(desk.folder)
    for known, question in ((True, ("fleet", "plans")), (False, ("fleet", "plans/*/plan.yaml"))):
        answers(desk, question)
        assert desk.is_known(*question) is known


def test_what_other_processes_have_read_is_witnessed(desk: Desk, office: Office) -> None:
    for number in range(FEW):
        office(f"plans/o{number:03}/plan.yaml")
    for question in QUESTIONS[:2]:
        first = answers(desk, question)
        assert desk.is_known(*question)
        assert desk.answer(*question) == first
    office("plans/o007/plan.yaml", called="Ninh")
    for question in QUESTIONS[:2]:
        assert not desk.is_known(*question)
        answers(desk, question)


def test_another_version_of_a_reader_that_only_others_loaded_answers_anew(desk: Desk) -> None:
    desk.code = desk.folder / "code"
    shutil.copytree(Path(__file__).parents[2] / "src", desk.code, ignore=shutil.ignore_patterns("__pycache__"))
    for module in desk.code.rglob("*.*"):
        os.utime(module, (1_700_000_000, 1_700_000_000))
    desk.answer("fleet", "plans")
    for answer in (desk.folder / "cache" / "kshc").glob("*.answer"):
        answer.unlink()
    desk.answer("fleet", "plans")  # from what each plan answered: no reader is loaded
    assert desk.is_known("fleet", "plans")
    os.utime(desk.code / "kshc_cli" / "reading" / "times" / "days" / "dated.py", (1_700_000_009, 1_700_000_009))
    assert not desk.is_known("fleet", "plans")


def test_a_file_with_two_names_is_not_trusted(desk: Desk) -> None:
    _unite(desk.folder)
    answers(desk, ("fleet", "plans"))
    assert not desk.is_known("fleet", "plans")


def test_lists_on_stdin_are_not_remembered(desk: Desk) -> None:
    desk.run("fleet", "@-")
    assert not list((desk.folder / "cache" / "kshc").glob("*.answer"))
