"""Files are read within bounds and replaced as a whole."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kshc_cli.disk import replacing
from kshc_cli.disk.exchange import exchanged
from kshc_cli.disk.locks import locked
from kshc_cli.disk.reading import bytes_if_there, read_bytes
from kshc_cli.disk.replacing import write_bytes, write_folder
from kshc_cli.errors import PlanNotFoundError, UnreadableFileError


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


def test_reading_stops_past_32_megabytes(tmp_path: Path) -> None:
    with (tmp_path / "large").open("wb") as file:
        file.truncate(64 * 1024 * 1024)
    assert len(read_bytes(tmp_path / "large")) == 32 * 1024 * 1024 + 1


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null", "pipe", "circle", "folder"])
def test_what_has_no_end_or_no_bytes_is_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    (tmp_path / "folder").mkdir()
    for read in (read_bytes, bytes_if_there):
        with pytest.raises(UnreadableFileError, match=r"no ordinary file|round in a circle|this is a folder"):
            read(tmp_path / name)


def test_what_a_shell_hands_over_is_read(tmp_path: Path) -> None:
    for_reading, for_writing = os.pipe()
    with os.fdopen(for_writing, "wb") as stream:
        stream.write(b"schema")
    assert read_bytes(Path(f"/dev/fd/{for_reading}")) == b"schema"
    os.close(for_reading)
    assert bytes_if_there(tmp_path / "none") is None


def test_the_system_exchanges_two_files(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"1")
    (tmp_path / "other").write_bytes(b"2")
    assert exchanged(tmp_path / "one", tmp_path / "other") == (sys.platform in {"linux", "darwin"})
    assert not exchanged(tmp_path / "one", tmp_path / "none")


@pytest.mark.parametrize("able", [True, False], ids=["exchange", "rename"])
@pytest.mark.parametrize("old", [None, b"read before"])
def test_a_change_at_the_last_moment_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: bytes | None, *, able: bool
) -> None:
    path = tmp_path / "log"
    if old:
        path.write_bytes(old)
    flush = os.fsync

    def slow(descriptor: int) -> None:
        flush(descriptor)
        path.write_bytes(b"theirs")

    def unable(_one: object, _other: object) -> bool:
        return False

    def no_links(_one: object, _other: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "fsync", slow)
    if not able:
        monkeypatch.setattr(replacing, "exchanged", unable)
        monkeypatch.setattr(os, "link", no_links)
    with pytest.raises(UnreadableFileError, match="another program has changed it"):
        write_bytes(path, b"ours", instead_of=old or b"")
    assert path.read_bytes() == b"theirs"
    assert list(tmp_path.iterdir()) == [path]
    monkeypatch.setattr(os, "fsync", flush)
    write_bytes(path, b"ours", instead_of=b"theirs")
    assert path.read_bytes() == b"ours"
    write_bytes(tmp_path / "new", b"ours", instead_of=b"")
    assert (tmp_path / "new").read_bytes() == b"ours"


def test_only_what_kshc_left_behind_is_removed(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.yaml"
    own = tmp_path / f"{replacing.unfinished(path.name)}.kshc-0123456789abcdef.tmp"
    others = [tmp_path / f".{path.name}.{end}" for end in ("mine.tmp", "kshc-0123456789abcdef.tmp.old", "tmp")]
    folder = tmp_path / f".{path.name}.kshc-00000000000000ff.tmp"
    for each in (own, *others):
        each.write_bytes(b"")
    folder.mkdir()
    with locked(path):
        assert not own.exists()
    assert all(each.exists() for each in (*others, folder))


def test_names_as_long_as_the_system_allows(tmp_path: Path) -> None:
    path = tmp_path / ("ế" * 83 + ".yaml")
    for data in (b"1", b"2"):
        write_bytes(path, data)
    assert path.read_bytes() == b"2"


def test_links_to_one_file_share_its_lock(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    for name in ("one", "other"):
        (tmp_path / name).symlink_to(tmp_path / "real" / "log")
        with locked(tmp_path / name):
            assert [each.name for each in tmp_path.rglob("*.lock")] == [".log.lock"]


def test_a_lock_that_cannot_be_made_is_blamed_by_its_own_name(tmp_path: Path) -> None:
    (tmp_path / ".log.lock").mkdir()
    with pytest.raises(UnreadableFileError, match=r"\.log\.lock: ") as caught, locked(tmp_path / "log"):
        pass
    assert caught.value.name.endswith(".log.lock")


def test_an_error_while_a_file_is_locked_is_no_error_of_the_lock(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError), locked(tmp_path / "log"):
        raise FileExistsError


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


def test_a_file_with_other_names_is_not_split(tmp_path: Path) -> None:
    path, other = tmp_path / "log", tmp_path / "other"
    path.write_bytes(b"old")
    os.link(path, other)
    with pytest.raises(UnreadableFileError, match=r"2 names.*ln -s"):
        write_bytes(path, b"new", instead_of=b"old")
    assert (path.read_bytes(), other.read_bytes()) == (b"old", b"old")
    other.unlink()
    other.symlink_to(path)
    write_bytes(other, b"new", instead_of=b"old")
    assert path.read_bytes() == b"new"


def test_a_link_in_the_place_of_a_lock_is_told(tmp_path: Path) -> None:
    (tmp_path / ".log.lock").symlink_to("victim")
    with pytest.raises(UnreadableFileError, match="delete the link"), locked(tmp_path / "log"):
        pass
    assert not (tmp_path / "victim").exists()


@pytest.mark.parametrize(
    ("name", "blamed"), [("a/b/c", "a"), ("there/b/c", "there/b"), ("file/b", "file"), ("file/b/c", "file")]
)
def test_the_folder_that_is_none_is_blamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, blamed: str
) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    for start in (Path(), tmp_path):
        with pytest.raises(UnreadableFileError) as caught:
            write_bytes(start / name, b"")
        assert caught.value.name == str(start / blamed)


@pytest.mark.parametrize(("folder", "made"), [(0o2775, 0o660), (0o2755, 0o640), (0o775, 0o600), (0o3777, 0o600)])
def test_a_folder_hands_its_groups_rights_down(tmp_path: Path, folder: int, made: int) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(folder)
    before = os.umask(0o077)
    try:
        write_bytes(shared / "file", b"1")
        write_folder(shared / "more" / "papers", [("a", b"1")])
        write_folder(shared, [("a", b"1")])
    finally:
        os.umask(before)
    for path in (shared / "file", shared / "more" / "papers" / "a", shared / "a"):
        assert stat.S_IMODE(path.stat().st_mode) == made, path
    for path in (shared / "more", shared / "more" / "papers"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o070 == (folder & 0o070 if made != 0o600 else 0)
