"""The only module that opens files: finds the plan and kshc's own templates and schemas, reads, writes atomically."""

import errno
import os
import stat
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from kshc_cli.errors import PlanNotFoundError, UnreadableFileError
from kshc_cli.messages import _
from kshc_cli.source.plan_text import PlanText, read_plan_file

PLAN_NAME: Final = "plan.yaml"
EXTRACT_TEMPLATE: Final = "trich-ke-hoach.docx"
LARGEST: Final = 32 * 1024 * 1024
"""No file that kshc reads is larger, in bytes; plans of 10,000 tasks have 6 MB."""


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan file with what was found in it."""

    path: Path
    text: PlanText


def find_plan(named: str | None, folder: Path | None = None) -> Path:
    """Return the plan's path: ``named``, or plan.yaml in ``folder`` (default: the current one) or a parent of it.

    Raises PlanNotFoundError.
    """
    found = Path(named) if named else nearest_plan(folder)
    if found is None:
        raise PlanNotFoundError
    return found


def nearest_plan(folder: Path | None = None) -> Path | None:
    """Return the path of plan.yaml in ``folder`` (default: the current one) or a parent of it, if there is one."""
    start = (folder or Path.cwd()).absolute()
    for place in (start, *start.parents):
        if (place / PLAN_NAME).is_file():
            return _short(place / PLAN_NAME)
    return None


def _short(path: Path) -> Path:
    """Return ``path`` relative to the current folder where it lies below it."""
    with suppress(ValueError):
        return path.relative_to(Path.cwd())
    return path


def open_plan(path: Path) -> PlanFile:
    """Read a plan file. Raises UnreadableFileError; what is wrong inside the file is in its findings."""
    return PlanFile(path, read_plan_file(read_bytes(path)))


def read_bytes(path: Path) -> bytes:
    """Read a file, one byte past LARGEST at most. Raises UnreadableFileError."""
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except (OSError, ValueError) as problem:
        raise UnreadableFileError(str(path), _reason(problem)) from problem


def word_bytes(path: Path) -> bytes:
    """Read a Word file. Raises UnreadableFileError, also for one that is larger than LARGEST."""
    data = read_bytes(path)
    if len(data) > LARGEST:
        reason = _("it is larger than {megabytes} MB").format(megabytes=LARGEST // 1024 // 1024)
        raise UnreadableFileError(str(path), reason)
    return data


def same_file(one: Path, other: Path) -> bool:
    """Tell whether two names lead to one file, through links too."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def write_bytes(path: Path, data: bytes) -> None:
    """Replace a file as a whole: written beside it, flushed to disk, then renamed; its permissions are kept.

    After an error the old file is as it was. Raises UnreadableFileError.
    """
    target = path.resolve() if path.is_symlink() else path
    try:
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
        _refuse_special(target)
        _replace(target, data, mode)
    except OSError as problem:
        raise UnreadableFileError(str(path), _reason(problem)) from problem


def write_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write files (name and content) into a folder, made where it is missing; return how many they are.

    All are written into a folder of their own before the first one takes its place: until then an error, in what makes
    them too, leaves everything as it was. Raises UnreadableFileError.
    """
    target = folder.resolve()
    try:
        if target.exists() and not target.is_dir():
            raise NotADirectoryError
        target.parent.mkdir(parents=True, exist_ok=True)
        place = target if target.exists() else target.parent  # on the same disk, so that moving in is renaming
        with tempfile.TemporaryDirectory(prefix=f".{target.name[:100]}.", suffix=".tmp", dir=place) as name:
            return _move_in(_stage(Path(name), files), target)
    except OSError as problem:
        raise UnreadableFileError(str(folder), _reason(problem)) from problem


def _stage(folder: Path, files: Iterable[tuple[str, bytes]]) -> list[Path]:
    staged = []
    for name, data in files:
        staged.append(folder / name)
        with staged[-1].open("wb") as stream:
            _fill(stream, data)
    return staged


def _move_in(staged: list[Path], folder: Path) -> int:
    for path in staged:
        _refuse_special(folder / path.name)
    if staged:
        folder.mkdir(exist_ok=True)
    for path in staged:
        path.replace(folder / path.name)
    return len(staged)


def _refuse_special(target: Path) -> None:
    if target.is_dir():
        raise IsADirectoryError
    if target.exists() and not target.is_file():
        raise OSError(errno.ENOTSUP, _("this is no ordinary file"))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError


def _replace(target: Path, data: bytes, mode: int) -> None:
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            _fill(stream, data)
        Path(name).chmod(mode)
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)


def _fill(stream: BinaryIO, data: bytes) -> None:
    stream.write(data)
    stream.flush()
    os.fsync(stream.fileno())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _reason(problem: OSError | ValueError) -> str:
    match problem:
        case FileNotFoundError() | NotADirectoryError():
            return _("there is no such file or folder")
        case PermissionError():
            return _("no permission")
        case IsADirectoryError():
            return _("this is a folder, not a file")
        case OSError(errno=errno.ENOSPC):
            return _("the disk is full")
        case OSError() if problem.errno != errno.ENAMETOOLONG:
            return problem.strerror or str(problem)
        case _:
            return _("this is no file name")


def template_bytes(named: str | None, own: str) -> bytes:
    """Return a Word template: the file named, or kshc's ``own`` of that name."""
    return read_bytes(Path(named) if named else _own("templates", own))


def schema_bytes() -> bytes:
    """Return the JSON Schema of plan files."""
    return read_bytes(_own("schemas", "plan.schema.json"))


def _own(kind: str, name: str) -> Path:
    """Find a file that kshc carries: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).parent
    installed = package / kind / name
    return installed if installed.exists() else package.parents[1] / kind / name
