"""What a run looked at, and whether all of it can be looked at once more."""

from pathlib import Path

from kshc_cli.disk.witness import Witness


def saw(witness: Witness, path: Path, data: bytes) -> None:
    """Let a witness see a file that holds these bytes."""
    path.write_bytes(data)
    witness.saw(path, data, path.stat())


def test_who_only_reads_files_that_stay_is_sure(tmp_path: Path) -> None:
    seen = Witness()
    saw(seen, tmp_path / "a", b"1")
    saw(seen, tmp_path / "a", b"1")
    saw(seen, tmp_path / "b", b"2")
    seen.missed(tmp_path / "c")
    assert seen.is_sure
    assert list(seen.files) == [str(tmp_path / name) for name in "ab"]
    assert set(seen.gone) == {str(tmp_path / "c")}


def test_what_nobody_can_look_at_again_leaves_it_unsure(tmp_path: Path) -> None:
    asked = Witness()
    asked.doubt()
    saw(asked, tmp_path / "a", b"1")
    assert not asked.is_sure


def test_a_file_that_changes_or_comes_leaves_it_unsure(tmp_path: Path) -> None:
    changed = Witness()
    saw(changed, tmp_path / "a", b"1")
    saw(changed, tmp_path / "a", b"2")
    changed.missed(tmp_path / "c")
    assert not changed.is_sure
    come = Witness()
    (tmp_path / "b").touch()
    come.missed(tmp_path / "b")
    come.missed(tmp_path / "c")
    assert not come.is_sure
