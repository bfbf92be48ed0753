"""No command writes over a file that somebody has changed since the run looked at it, or that came meanwhile."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kshc_cli.disk.reading import bytes_if_there, read_bytes
from kshc_cli.disk.replacing import write_bytes, write_folder
from kshc_cli.disk.witness import new_witness
from kshc_cli.errors import UnreadableFileError
from tests.conftest import Kshc
from tests.tracking.logs import FOLLOWED

THEIRS = b"what a colleague wrote meanwhile"

COMMANDS = {
    "plan.docx": "render docx --out {}",
    "extract.docx": "render extract --agency kinh-te --out {}",
    "extracts/van-phong.docx": "render extract --all --out {folder}",
    "report.docx": "render report --month 5 --out {}",
    "letter.docx": "render reminder --agency kinh-te --draft --out {}",
    "letters/van-phong.docx": "render reminder --all --draft --out {folder}",
    "marked.docx": "validate --annotate {}",
    "template.docx": "template new --out {}",
    "difference.md": "diff plan.yaml plan.yaml --format markdown --out {}",
    "difference.docx": "diff plan.yaml plan.yaml --format docx --out {}",
    "imported.yaml": "import docx document.docx --year 2026 --out {}",
    "plan.schema.json": "schema --out {}",
    "plan.ics": "export ics --draft --out {}",
    "plan.html": "export html --draft --out {}",
    "plan.xlsx": "export xlsx --draft --out {}",
    "forms/kinh-te.xlsx": "export xlsx --form --all --draft --out {folder}",
    "plan.csv": "export csv --draft --out {}",
    "plan.json": "export json --draft --out {}",
    "plan.jsonl": "export jsonl --draft --out {}",
    "progress.yaml": "note own words",
    "repaired.docx": "check docx document.docx --fix --out {}",
    "edited.docx": "edit docx --out {}",
    "edited.xlsx": "edit xlsx --out {}",
    "redline.docx": "render redline plan.yaml new.yaml --out {}",
    "plan-2027.yaml": "roll --year 2027 --draft --out {}",
    "office/README.md": "init {folder} --office UBND --place Hue --year 2026",
}


ONCE = frozenset({"imported.yaml", "template.docx", "difference.md", "repaired.docx", "office", "plan-2027.yaml"})
"""Files that these commands never write over unasked."""


@pytest.fixture
def folder(tmp_path: Path, kshc: Kshc, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(FOLLOWED, tmp_path / "plan.yaml")
    words = FOLLOWED.read_text(encoding="utf-8").replace("Tổng kết", "Tổng kết năm")
    (tmp_path / "new.yaml").write_text(words, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert kshc("render", "docx", "--out", "document.docx").status == 0
    return tmp_path


def words_of(name: str, folder: Path) -> list[str]:
    target = folder / name
    return [word.format(target, folder=target.parent) for word in COMMANDS[name].split()]


def changed_at_the_last_moment(target: Path) -> Callable[[int], None]:
    """Return what takes the place of ``fsync``: by then all is read, and nothing has taken its place yet."""

    def change(_descriptor: int) -> None:
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(THEIRS)

    return change


@pytest.mark.parametrize("name", COMMANDS)
def test_a_file_that_came_while_a_command_ran_stays(
    name: str, folder: Path, kshc: Kshc, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", changed_at_the_last_moment(folder / name))
    answer = kshc(*words_of(name, folder), "--today", "2026-06-01")
    assert answer.status == 3
    assert "another program has changed it meanwhile; nothing was written" in answer.out + answer.err
    assert (folder / name).read_bytes() == THEIRS


@pytest.mark.parametrize("name", [name for name in COMMANDS if name.split("/")[0] not in ONCE])
def test_a_file_that_was_changed_while_a_command_ran_stays(
    name: str, folder: Path, kshc: Kshc, monkeypatch: pytest.MonkeyPatch
) -> None:
    kshc(*words_of(name, folder), "--today", "2026-06-01")
    assert (folder / name).exists()
    monkeypatch.setattr(os, "fsync", changed_at_the_last_moment(folder / name))
    answer = kshc(*words_of(name, folder), "--today", "2026-06-01")
    assert answer.status == 3
    assert "another program has changed it meanwhile; nothing was written" in answer.out + answer.err
    assert (folder / name).read_bytes() == THEIRS


def test_what_a_run_wrote_itself_it_may_write_again(tmp_path: Path) -> None:
    new_witness()
    path = tmp_path / "file"
    assert bytes_if_there(path) is None
    write_bytes(path, b"first")
    assert read_bytes(path) == b"first"
    write_bytes(path, b"second")
    assert path.read_bytes() == b"second"


def test_one_changed_file_keeps_a_whole_folder_as_it_was(tmp_path: Path) -> None:
    new_witness()
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"old")
        read_bytes(tmp_path / name)
    (tmp_path / "b").write_bytes(THEIRS)
    with pytest.raises(UnreadableFileError, match="b: another program has changed it"):
        write_folder(tmp_path, [("a", b"new"), ("b", b"new")])
    assert (tmp_path / "a").read_bytes() == b"old"
    assert (tmp_path / "b").read_bytes() == THEIRS
