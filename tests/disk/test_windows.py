"""What Windows says otherwise, as far as it can be said here."""

import sys
from pathlib import Path

import pytest

from kshc_cli.disk.reasons import reason
from tests.conftest import ROOT, Kshc


def held_open(_path: Path, _target: Path) -> Path:
    """Refuse as Windows does where Word has the file open (ERROR_SHARING_VIOLATION)."""
    problem = PermissionError(13, "The process cannot access the file")
    problem.winerror = 32  # type: ignore[attr-defined]
    raise problem


def test_a_file_that_another_program_has_open_is_called_so() -> None:
    for number in (32, 33):
        problem = PermissionError(13, "Permission denied")
        problem.winerror = number  # type: ignore[attr-defined]
        assert reason(problem) == "another program has the file open; close it there"


@pytest.mark.parametrize(
    "name",
    [
        "NUL",
        "con",
        "aux.docx",
        "Com1.tar.docx",
        "nul .docx",
        "lpt9",
        "plan?.docx",
        "plan.docx:1",
        'p"q.docx',
        "plan.",
        "a|b.docx",
    ],
)
def test_a_name_that_windows_keeps_is_refused_before_any_work(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "platform", "win32")
    for command in (("render", "docx"), ("export", "html"), ("template", "new")):
        answer = kshc("--plan", ROOT / "plan.yaml", *command, "--out", name)
        assert answer.status == 3
        assert f"{name}: Windows keeps this name or one of its signs for itself; choose another name" in answer.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["console.docx", "com.docx", "aux-1.docx", "Kế hoạch năm 2024.docx", ".nul.docx"])
def test_a_name_that_only_looks_like_one_is_fine(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert kshc("template", "new", "--out", tmp_path / name).status == 0
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_document_that_word_has_open_stays_as_it_was(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "plan.docx"
    assert kshc("--plan", ROOT / "plan.yaml", "render", "docx", "--out", target).status == 0
    before = target.read_bytes()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(Path, "replace", held_open)
    answer = kshc("--plan", ROOT / "plan.yaml", "render", "docx", "--size", "13", "--out", target)
    assert answer.status == 3
    assert "another program has the file open; close it there" in answer.err
    monkeypatch.undo()
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["plan.docx"]
