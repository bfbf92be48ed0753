"""The plan is found."""

import os
import shutil
import socket
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kshc_cli.errors import PlanNotFoundError
from kshc_cli.messages import use_language
from kshc_cli.workspace import find_plan
from tests.conftest import ROOT, Kshc

needs_posix = pytest.mark.skipif(os.name != "posix", reason="links, pipes and sockets of POSIX")


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


def _socket(path: Path) -> None:
    with closing(socket.socket(socket.AF_UNIX)) as one:
        one.bind(path.name)  # an absolute name may be too long for it


NO_FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "broken link": (lambda path: path.symlink_to("moved/plan.yaml"), "this link leads to moved/plan.yaml"),
    "circle": (lambda path: path.symlink_to(path.name), "this link leads round in a circle"),
    "pipe": (os.mkfifo, "this is no ordinary file"),
    "socket": (_socket, "this is no ordinary file"),
    "device": (lambda path: path.symlink_to(os.devnull), "this is no ordinary file"),
    "folder": (Path.mkdir, "this is a folder, not a file"),
    "link to a folder": (lambda path: path.symlink_to("."), "this is a folder, not a file"),
}
COMMANDS = (
    (), ("list",), ("status",), ("validate",), ("fix",), ("note", "own", "x"), ("render", "docx"), ("read", "Tháng 6"),
)  # fmt: skip


@pytest.fixture
def inner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, now the current one, below one with a plan."""
    shutil.copy(ROOT / "plan.yaml", tmp_path)
    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path / "inner")
    return tmp_path / "inner"


@needs_posix
@pytest.mark.parametrize("kind", NO_FILES)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_what_is_called_like_the_plan_and_is_no_file_is_not_passed_over(
    kshc: Kshc, inner: Path, kind: str, command: tuple[str, ...]
) -> None:
    make, told = NO_FILES[kind]
    make(inner / "plan.yaml")
    for folder in (inner, inner / "below"):
        folder.mkdir(exist_ok=True)
        os.chdir(folder)
        result = kshc(*command)
        assert (result.status, result.out) == (3, "")
        name = "plan.yaml" if folder == inner else f"{inner}/plan.yaml"
        assert result.err.startswith(f"Error: {name}: {told}"), result.err
        assert "no plan of a folder above" in result.err
        assert "--plan FILE" in result.err
    assert {path.name for path in inner.parent.iterdir()} == {"plan.yaml", "inner"}


@needs_posix
def test_it_is_told_in_vietnamese(kshc: Kshc, inner: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (inner / "plan.yaml").symlink_to("moved")
    monkeypatch.setenv("KSHC_LANG", "vi")
    told = kshc("list").err
    use_language("en")
    assert told.startswith("Lỗi: plan.yaml: liên kết này trỏ tới moved")
    assert "--plan" in told


@needs_posix
@pytest.mark.parametrize("kind", NO_FILES)
@pytest.mark.parametrize("command", [("status",), ("validate",), ("fix",), ("note", "own", "x"), ("done", "1.2.1")])
def test_what_is_called_like_the_log_and_is_no_file_is_no_empty_log(
    kshc: Kshc, inner: Path, kind: str, command: tuple[str, ...]
) -> None:
    make, told = NO_FILES[kind]
    shutil.copy(ROOT / "plan.yaml", inner)
    make(inner / "progress.yaml")
    result = kshc(*command)
    assert (result.status, f"progress.yaml: {told}" in result.err) == (3, True), result
    assert {path.name for path in inner.iterdir()} <= {"plan.yaml", "progress.yaml", ".progress.yaml.lock"}


@needs_posix
def test_a_link_to_a_plan_is_one(kshc: Kshc, inner: Path) -> None:
    (inner / "plan.yaml").symlink_to("../plan.yaml")
    assert kshc("list").status == 0
    assert kshc("-v", "list").err.startswith("Plan: plan.yaml\n")
