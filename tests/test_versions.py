"""What this kshc says to the files of a newer one: which format they have, which it knows, and what to do."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kshc_cli.documents.editing.cargo import packed_words, unpacked_words
from kshc_cli.foreign.versions import is_newer
from tests.conftest import ROOT, Kshc, ran

LOG = (
    "schema: kshc-progress/1\nentries:\n"
    "- {date: 2024-07-03, what: note, task: 1.2.1, note: x, entered: 2024-07-03, id: a1}\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "plan.yaml").write_bytes((ROOT / "plan.yaml").read_bytes())
    (tmp_path / "progress.yaml").write_text(LOG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KSHC_TODAY", "2024-08-01")
    return tmp_path


@pytest.mark.parametrize(
    ("said", "known", "newer"),
    [
        ("kshc/2", "kshc/1", True),
        ("kshc/1.1", "kshc/1", False),
        ("kshc/10", "kshc/9", True),
        ("kshc-progress/2", "kshc-progress/1", True),
        ("kshc-progress/2", "kshc/1", False),
        ("kshc/1", "kshc/1", False),
        ("kshc/0", "kshc/1", False),
        ("kshc/2x", "kshc/1", False),
        ("kshc/" + "9" * 5000, "kshc/1", False),
        ("kshc/٢", "kshc/1", False),
        (None, "kshc/1", False),
        (["kshc/2"], "kshc/1", False),
    ],
)
def test_a_later_number_of_the_same_kind_is_newer(said: object, known: str, newer: bool) -> None:
    assert is_newer(said, known) is newer


@pytest.mark.parametrize(
    ("name", "known", "beside"),
    [("plan.yaml", "kshc/1", "priorities: {high: 1}"), ("progress.yaml", "kshc-progress/1", "kept_by: Lan")],
)
@pytest.mark.parametrize(
    ("command", "status"),
    [
        (("validate",), 1),
        (("status",), 3),
        (("note", "1.2.1", "x"), 3),
        (("migrate",), 3),
        (("due", "--month", "6"), 3),
    ],
)
def test_a_newer_plan_or_log_is_one_finding_with_the_remedy(
    kshc: Kshc, folder: Path, name: str, known: str, beside: str, command: tuple[str, ...], status: int
) -> None:
    newer = known.replace("/1", "/2")
    text = (folder / name).read_text(encoding="utf-8").replace(f"schema: {known}", f"schema: {newer}\n{beside}")
    (folder / name).write_text(text, encoding="utf-8")
    said = ran(kshc, *command, status=status)
    told = said.out + said.err
    assert told.count("[newer-format]") == 1
    assert "[unknown-key]" not in told
    assert f"the format “{newer}”" in told
    assert f"knows “{known}”" in told
    assert "upgrade kshc" in told
    assert "before this is repaired" not in told
    assert (folder / name).read_text(encoding="utf-8") == text


def rewritten(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Return an archive with changed parts."""
    new = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in old.namelist():
            archive.writestr(name, change(old.read(name)))
    return new.getvalue()


def sheet(known: bytes) -> Callable[[bytes], bytes]:
    return lambda part: part.replace(known, known.replace(b"/1", b"/2"))


def base(part: bytes) -> bytes:
    """Return the part of an edited Word file that says which format it has, of a later one."""
    start, end = part.find(b"urn:kshc:edit"), part.rfind(b"</k:base>")
    if start < 0 or end < 0:
        return part
    start = part.index(b">", start) + 1
    words = unpacked_words(part[start:end].decode()).replace(b"kshc.edit/1", b"kshc.edit/2")
    return part[:start] + packed_words(words).encode() + part[end:]


@pytest.mark.parametrize(
    ("written", "taken", "change", "known"),
    [
        (("export", "xlsx", "--form"), ("import", "xlsx"), sheet(b"kshc-form/1"), "kshc-form/1"),
        (("edit", "xlsx"), ("import", "xlsx", "--into", "plan.yaml"), sheet(b"kshc-edit-base/1"), "kshc-edit-base/1"),
        (("edit", "docx"), ("import", "docx", "--into", "plan.yaml"), base, "kshc.edit/1"),
    ],
)
def test_a_newer_form_or_edited_file_says_so(
    kshc: Kshc,
    folder: Path,
    written: tuple[str, ...],
    taken: tuple[str, ...],
    change: Callable[[bytes], bytes],
    known: str,
) -> None:
    out = f"out.{written[1]}"
    before = {name: (folder / name).read_bytes() for name in ("plan.yaml", "progress.yaml")}
    ran(kshc, *written, "--out", out)
    (folder / out).write_bytes(rewritten((folder / out).read_bytes(), change))
    said = ran(kshc, *taken[:2], out, *taken[2:], status=3).err
    assert f"“{known.replace('/1', '/2')}”" in said
    assert f"knows “{known}”" in said
    assert "upgrade kshc" in said
    assert {name: (folder / name).read_bytes() for name in before} == before
