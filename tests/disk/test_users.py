"""A folder that several people share: whoever records, nobody is locked out."""

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kshc_cli.disk.rights import take_over
from tests.conftest import ROOT
from tests.tracking.logs import FOLLOWED

pwd = pytest.importorskip("pwd")
pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root can be several users, on Linux"
)

LAN, MINH = 41001, 41002
"""Two users, each with a group of the same number."""
OFFICE = 41000
"""The group of both."""


@pytest.fixture
def office() -> Iterator[Path]:
    """Yield a folder with a plan, where others can get at it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copy(FOLLOWED, folder / "plan.yaml")
        yield folder


def own(path: Path, owner: int, group: int, mode: int) -> None:
    os.chown(path, owner, group)
    path.chmod(mode)


def as_user(user: int, *arguments: str, umask: str = "022", group: int = OFFICE) -> subprocess.CompletedProcess[str]:
    """Let a user run kshc."""
    with tempfile.TemporaryDirectory() as name:
        warm = shutil.copy(FOLLOWED, name)
        module = ["-m", "tests.disk.as_user", str(user), str(group), umask, warm]
        command = [sys.executable, *module, *arguments]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def note(folder: Path, user: int, umask: str = "022", group: int = OFFICE) -> None:
    """Let a user record a note; everybody has to be able to."""
    done = as_user(user, "note", "own", f"by {user}", "--plan", str(folder / "plan.yaml"), umask=umask, group=group)
    assert done.returncode == 0, done.stderr


def rights(path: Path) -> tuple[int, int, str]:
    found = path.stat()
    return found.st_uid, found.st_gid, oct(stat.S_IMODE(found.st_mode))


def notes(folder: Path) -> int:
    return (folder / "progress.yaml").read_text("utf-8").count("what: note")


@pytest.mark.parametrize("first", [0, LAN, MINH])
def test_who_may_write_in_the_folder_may_record(office: Path, first: int) -> None:
    own(office, LAN, OFFICE, 0o2775)
    own(office / "plan.yaml", LAN, OFFICE, 0o664)
    for count, user in enumerate([first, LAN, MINH, 0, MINH, LAN], 1):
        note(office, user, "077" if user == MINH else "022")
        assert notes(office) == count
    assert rights(office / "progress.yaml")[1] == OFFICE


@pytest.mark.parametrize("umask", ["022", "077"])
def test_who_owns_a_folder_without_being_in_its_group_is_not_locked_out(office: Path, umask: str) -> None:
    own(office, LAN, OFFICE, 0o2770)
    own(office / "plan.yaml", LAN, OFFICE, 0o660)
    for count, (user, group) in enumerate([(LAN, LAN), (MINH, OFFICE), (LAN, LAN), (MINH, OFFICE)], 1):
        note(office, user, umask, group)
        assert notes(office) == count
    assert rights(office / "progress.yaml")[:2] == (LAN, OFFICE)


@pytest.mark.parametrize(("group", "changes"), [(OFFICE, True), (LAN, False)])
def test_a_log_changes_hands_only_where_its_owner_is_known_to_be_in_its_group(
    office: Path, monkeypatch: pytest.MonkeyPatch, *, group: int, changes: bool
) -> None:
    member = pwd.struct_passwd(("lan", "x", LAN, group, "", "/", "/bin/sh"))
    monkeypatch.setattr("pwd.getpwuid", lambda _user: member)
    old, new = office / "plan.yaml", office / "new"
    own(old, LAN, OFFICE, 0o660)
    new.write_bytes(b"")
    with monkeypatch.context() as others:
        others.setattr("os.chown", lambda path, _owner, group: subprocess.run(["chgrp", str(group), path], check=True))
        assert take_over(new, old) == changes


def test_root_leaves_a_log_to_its_owner(office: Path) -> None:
    own(office, LAN, LAN, 0o700)
    own(office / "plan.yaml", LAN, LAN, 0o600)
    note(office, 0)
    note(office, LAN)
    note(office, 0)
    (office / "progress.yaml").chmod(0o640)
    os.setxattr(office / "progress.yaml", "user.note", "sổ".encode())
    note(office, 0)
    note(office, LAN)
    assert rights(office / "progress.yaml") == (LAN, LAN, "0o640")
    assert os.getxattr(office / "progress.yaml", "user.note") == "sổ".encode()


@pytest.mark.skipif(shutil.which("setfacl") is None, reason="needs setfacl")
def test_a_body_on_the_access_list_does_not_push_the_owner_out(office: Path) -> None:
    own(office, LAN, LAN, 0o700)
    note(office, LAN)
    subprocess.run(["setfacl", "-m", f"u:{MINH}:rwx", office], check=True)
    subprocess.run(["setfacl", "-m", f"u:{MINH}:rw", office / "progress.yaml"], check=True)
    for count, user in enumerate([MINH, LAN, MINH], 2):
        note(office, user)
        assert notes(office) == count
    assert rights(office / "progress.yaml")[0] == LAN


@pytest.mark.parametrize("what", ["log", "folder", "log of another", "folder of another"])
def test_what_may_not_be_written_is_told_and_stays(office: Path, what: str) -> None:
    own(office, LAN, OFFICE, 0o755)
    note(office, LAN)
    log, owner = office / "progress.yaml", 0 if "another" in what else LAN
    own(log, owner, owner, 0o644 if owner != LAN and "log" in what else 0o444 if "log" in what else log.stat().st_mode)
    if "folder" in what:
        own(office, owner, owner, 0o755 if owner != LAN else 0o555)
    before = {path.name: path.read_bytes() for path in office.iterdir()}
    done = as_user(LAN, "note", "own", "again", "--plan", str(office / "plan.yaml"))
    assert (done.returncode, "no permission" in done.stderr) == (3, True), done.stderr
    folder = f"{office}: there is no permission to write in this folder"
    blamed = folder if "folder" in what else f"{office}/progress.yaml"
    assert blamed in done.stderr
    assert {path.name: path.read_bytes() for path in office.iterdir()} == before


@pytest.mark.parametrize(("mode", "told"), [(0o644, ""), (0o600, "let its owner delete it")])
def test_a_lock_of_older_versions(office: Path, mode: int, told: str) -> None:
    own(office, LAN, OFFICE, 0o2775)
    (office / ".progress.yaml.lock").write_bytes(b"")
    own(office / ".progress.yaml.lock", LAN, OFFICE, mode)
    done = as_user(MINH, "note", "own", "again", "--plan", str(office / "plan.yaml"))
    assert (done.returncode, told in done.stderr) == (3 if told else 0, True), done.stderr


@pytest.mark.parametrize("what", ["plan", "folder"])
def test_a_plan_that_may_not_be_written_is_not_repaired(office: Path, what: str) -> None:
    plan = office / "plan.yaml"
    damaged = plan.read_bytes().replace(b" ", "\u00a0".encode(), 1) + b"#\xc2\xa0\n"
    plan.write_bytes(damaged)
    own(office, LAN, LAN, 0o555 if what == "folder" else 0o755)
    own(plan, LAN, LAN, 0o444 if what == "plan" else 0o644)
    done = as_user(LAN, "fix", "--plan", str(plan))
    assert (done.returncode, "no permission" in done.stderr) == (3, True), done.stderr
    assert plan.read_bytes() == damaged
    assert [each.name for each in office.iterdir() if not each.name.endswith(".lock")] == ["plan.yaml"]


@pytest.mark.parametrize("way", ["plan", "folder"])
def test_what_may_not_be_read_is_told(office: Path, way: str) -> None:
    own(office / "plan.yaml", 0, 0, 0o600 if way == "plan" else 0o644)
    own(office, 0, 0, 0o700 if way == "folder" else 0o755)
    for command in (["list"], ["validate"], ["note", "own", "x"]):
        done = as_user(LAN, *command, "--plan", str(office / "plan.yaml"))
        assert (done.returncode, "no permission" in done.stdout + done.stderr) in {(3, True), (1, True)}, done
        assert "Traceback" not in done.stderr


def test_where_nobody_may_look_for_the_plan_none_further_up_is_taken(office: Path) -> None:
    inner = office / "closed" / "inner"
    inner.mkdir(parents=True)
    own(inner.parent, 0, 0, 0o700)
    command = "import os; os.setuid(41001); from kshc_cli.app import main; print(main(['status']))"
    warm = "import kshc_cli.app, kshc_cli.workspace, kshc_cli.commands.status; "
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "KSHC_LANG": "en"}
    done = subprocess.run(
        [sys.executable, "-c", warm + command], cwd=inner, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "3"
    assert "plan.yaml: no permission; no plan of a folder above" in done.stderr
