"""git, which keeps files as they were: the only module that runs it, and it changes nothing there."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from threading import Timer
from typing import Final

from kshc_cli.disk.reading import LARGEST
from kshc_cli.disk.reasons import reason
from kshc_cli.disk.witness import witness
from kshc_cli.errors import KshcError, UnreadableFileError, WrongArgumentError
from kshc_cli.messages import _, plain
from kshc_cli.patterns import lazy_pattern

LONGEST: Final = 60
"""Seconds that git may take to give a file."""
_NAMED: Final = lazy_pattern(r"(?P<revision>[^:]*):(?P<path>.+)", re.DOTALL)
_DRIVE: Final = lazy_pattern(r"[A-Za-z]:[\\/]")
"""How a path of Windows begins, which names no revision."""
_QUIET: Final = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
}
"""git says what is wrong in English, asks nobody, writes nothing and fetches nothing."""


class MissingGitError(KshcError):
    """A revision is named, and git is not there."""

    def sentence(self) -> str:
        """Say what to install, or what to do without it."""
        return _("A revision such as HEAD~3:plan.yaml needs git, and it is not installed; name two files in its place.")


class NoRepositoryError(KshcError):
    """A revision is named, and the current folder belongs to no repository."""

    def sentence(self) -> str:
        """Say where revisions can be named."""
        return _("This folder is in no git repository; a revision such as HEAD~3:plan.yaml can be named in one.")


def is_revision(name: str) -> bool:
    """Tell whether a name is that of a file in a revision: ``HEAD~3:plan.yaml``; no file may be called so."""
    return _NAMED.fullmatch(name) is not None and not _DRIVE.match(name) and "://" not in name


def file_of_revision(name: str, folder: Path | None = None) -> bytes:
    """Return what a file holds in a revision, one byte past LARGEST at most.

    Its path counts from the top of the repository, or where nothing is there from the current folder; one that begins
    with ``./`` counts from ``folder``. Raises MissingGitError, NoRepositoryError, UnreadableFileError, and
    WrongArgumentError where there is no such revision or file.
    """
    revision, _colon, path = name.partition(":")
    if revision.startswith("-"):  # git would take it for an option
        raise _unknown(revision)
    data, said = _blob(name, folder)
    if data is None and _is_missing_file(said) and not path.startswith(("./", "../", "/")):
        data, _said = _blob(f"{revision}:./{path}", folder)
    if data is None:
        raise _refusal(name, said)
    return data


def beside_in_revision(name: str, named: str) -> bytes | None:
    """Return what the file called ``named`` beside that of a revision holds in it; None where there is none."""
    revision, _colon, path = name.partition(":")
    folder, slash, _file = path.rpartition("/")
    try:
        return file_of_revision(f"{revision}:{folder}{slash}{named}")
    except (WrongArgumentError, UnreadableFileError):
        return None


def words_ever(path: Path) -> bytes:
    """Return the lines that a file got or lost in any revision; nothing where git is not there or knows nothing."""
    command = ("log", "-p", "-U0", "--format=", "--no-color", "--no-ext-diff", "--no-textconv", "--no-show-signature")
    try:
        data, _said = _answer(("--literal-pathspecs", *command, "--", path.name), path.name, path.parent)
    except (MissingGitError, UnreadableFileError):
        return b""
    return data or b""


def _blob(name: str, folder: Path | None) -> tuple[bytes | None, str]:
    """Return what git gives for the name of a file, or None and what it says."""
    return _answer(("cat-file", "blob", name), name, folder)


def _answer(words: tuple[str, ...], name: str, folder: Path | None) -> tuple[bytes | None, str]:
    """Return what git answers about a file, or None and what it says."""
    witness().doubt()
    program = shutil.which("git")
    if program is None:
        raise MissingGitError
    command = [str(Path(program).absolute()), "--no-pager", *words]
    try:
        process = subprocess.Popen(  # noqa: S603  git itself, and no shell reads the words
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **_QUIET},
        )
    except OSError as problem:
        raise UnreadableFileError(name, reason(problem)) from problem
    return _read(process, name)


def _read(process: subprocess.Popen[bytes], name: str) -> tuple[bytes | None, str]:
    timer = Timer(LONGEST, process.kill)
    timer.start()
    try:
        data = process.stdout.read(LARGEST + 1) if process.stdout else b""
        if len(data) > LARGEST:
            process.kill()
            return data, ""
        said = process.stderr.read(LONGEST * 100).decode(errors="replace") if process.stderr else ""
    finally:
        process.wait()
        timer.cancel()
        for stream in filter(None, (process.stdout, process.stderr)):
            stream.close()
    if process.returncode < 0:
        raise UnreadableFileError(name, _("git did not end within {seconds} seconds").format(seconds=LONGEST))
    return (data, "") if process.returncode == 0 else (None, said)


def _is_missing_file(said: str) -> bool:
    return "does not exist" in said or "exists on disk, but not in" in said or "is in the index, but not" in said


def _refusal(name: str, said: str) -> KshcError:
    revision, _colon, path = name.partition(":")
    if "not a git repository" in said:
        return NoRepositoryError()
    if _is_missing_file(said):
        return WrongArgumentError(_("Revision {revision} has no file {path}.").format(revision=revision, path=path))
    if "invalid object name" in said or "bad revision" in said or "Not a valid object name" in said:
        return _unknown(revision)
    if "bad file" in said or "not a blob" in said or "expected blob" in said:
        return WrongArgumentError(_("{name} is no file.").format(name=name))
    last = plain("".join(said.strip().splitlines()[-1:]))
    return UnreadableFileError(name, _("git says “{words}”").format(words=last))


def _unknown(revision: str) -> WrongArgumentError:
    return WrongArgumentError(_("git knows no revision “{revision}”.").format(revision=revision or ":"))
