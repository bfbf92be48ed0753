"""Files are read within bounds and replaced as a whole."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from kshc_cli import workspace
from kshc_cli.errors import PlanNotFoundError, UnreadableFileError
from kshc_cli.workspace import find_plan, read_bytes, write_bytes, write_folder


def test_writing_replaces_and_keeps_permissions(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_bytes(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    write_bytes(tmp_path / "new", b"")
    (tmp_path / "other").write_bytes(b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_bytes(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_failed_write_leaves_the_old_file_and_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnreadableFileError, match="the disk is full"):
        write_bytes(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="folder"):
        write_bytes(tmp_path, b"new")
    with pytest.raises(UnreadableFileError, match="folder"):
        read_bytes(tmp_path)


def test_what_is_no_ordinary_file_is_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableFileError, match="no ordinary file"):
        write_bytes(tmp_path / "pipe", b"new")
    assert (tmp_path / "pipe").is_fifo()


def test_reading_stops_past_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace, "LARGEST", 10)
    (tmp_path / "large").write_bytes(b"x" * 100)
    assert len(read_bytes(tmp_path / "large")) == 11


def test_endless_files_end() -> None:
    assert len(read_bytes(Path("/dev/zero"))) == workspace.LARGEST + 1


def test_no_plan_above(tmp_path: Path) -> None:
    with pytest.raises(PlanNotFoundError, match="KSHC_PLAN"):
        find_plan(None, tmp_path)
    assert find_plan("x.yaml", tmp_path) == Path("x.yaml")


def test_a_folder_is_written_as_a_whole(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    assert write_folder(folder, [("a", b"1"), ("b", b"2")]) == 2
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a": b"1", "b": b"2"}
    assert stat.S_IMODE(folder.stat().st_mode) == stat.S_IMODE((tmp_path / "new").stat().st_mode)

    def broken() -> Iterator[tuple[str, bytes]]:
        yield "a", b"new"
        raise PlanNotFoundError

    with pytest.raises(PlanNotFoundError):
        write_folder(folder, broken())
    assert (folder / "a").read_bytes() == b"1"
    assert list(folder.parent.iterdir()) == [folder]
    assert write_folder(tmp_path / "none", []) == 0
    assert not (tmp_path / "none").exists()
