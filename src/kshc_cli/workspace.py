"""The only module that opens files: finds the plan and kshc's own templates and schemas, reads, writes atomically."""

import errno
import glob
import os
import re
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from kshc_cli.errors import PlanNotFoundError, UnreadableFileError
from kshc_cli.messages import _
from kshc_cli.source.plan_text import PlanText, read_plan_file

PLAN_NAME: Final = "plan.yaml"
_UNFINISHED: Final = ".tmp"
_PLAN_STEM: Final = "plan"
_PROGRESS_STEM: Final = "progress"
LONGEST_WAIT: Final = 60
"""How long a run waits for another one that writes the same file, in seconds."""
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


def progress_path(plan: Path) -> Path:
    """Return where the progress log of a plan lies: progress.yaml beside plan.yaml, plan-2025's is progress-2025."""
    name = plan.name
    if re.match(rf"{_PLAN_STEM}(?![a-z])", name):
        return plan.with_name(_PROGRESS_STEM + name.removeprefix(_PLAN_STEM))
    return plan.with_name(f"{plan.stem}.{_PROGRESS_STEM}{plan.suffix}")


def is_progress_name(path: Path) -> bool:
    """Tell whether a file is called like a progress log."""
    return re.match(rf"{_PROGRESS_STEM}(?![a-z])", path.name) is not None or f".{_PROGRESS_STEM}." in path.name


def plan_path(progress: Path) -> Path:
    """Return where the plan of a progress log lies: the other way round."""
    name = progress.name
    if name.startswith(_PROGRESS_STEM):
        return progress.with_name(_PLAN_STEM + name.removeprefix(_PROGRESS_STEM))
    return progress.with_name(name.replace(f".{_PROGRESS_STEM}", "", 1))


def progress_bytes(path: Path) -> bytes | None:
    """Read a progress log; None where there is none. Raises UnreadableFileError."""
    return read_bytes(path) if os.path.exists(path) else None  # noqa: PTH110  this one raises for no name


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other runs of kshc from writing a file. The system gives the lock back when a run dies, however it dies.

    Raises UnreadableFileError where the folder cannot be written to, or another run has the lock for too long.
    """
    from filelock import FileLock, Timeout

    name = path.with_name(f".{path.name}.lock")
    try:
        with FileLock(name, timeout=LONGEST_WAIT):
            for left in path.parent.glob(f".{glob.escape(path.name)}.*{_UNFINISHED}"):
                left.unlink(missing_ok=True)  # by a run that was killed: whoever has the lock is the only writer
            yield
    except Timeout as problem:
        raise UnreadableFileError(str(path), _("another run of kshc is writing it")) from problem
    except OSError as problem:
        raise UnreadableFileError(str(path), _reason(problem)) from problem


def same_file(one: Path, other: Path) -> bool:
    """Tell whether two names lead to one file, through links too."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def write_bytes(path: Path, data: bytes, *, instead_of: bytes | None = None) -> None:
    """Replace a file as a whole: written beside it, flushed to disk, then renamed; its permissions are kept.

    With ``instead_of``, only where the file still holds these bytes (none: where it is still not there).
    After an error the old file is as it was. Raises UnreadableFileError.
    """
    target = path.resolve() if path.is_symlink() else path
    try:
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
        _refuse_special(target)
        _replace(target, data, mode, instead_of)
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


def _replace(target: Path, data: bytes, mode: int, instead_of: bytes | None) -> None:
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=_UNFINISHED, dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            _fill(stream, data)
        Path(name).chmod(mode)
        if instead_of is not None and instead_of != (target.read_bytes() if target.exists() else b""):
            raise OSError(errno.EBUSY, _("another program has changed it meanwhile; nothing was written, run it again"))
        Path(name).replace(target)
        _flush_folder(target.parent)
    finally:
        Path(name).unlink(missing_ok=True)


def _fill(stream: BinaryIO, data: bytes) -> None:
    stream.write(data)
    stream.flush()
    os.fsync(stream.fileno())


def _flush_folder(folder: Path) -> None:
    """Bring a new name to disk as well; where folders cannot be opened (Windows), the system does it itself."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _reason(problem: OSError | ValueError) -> str:
    match problem:
        case FileNotFoundError():
            return _("there is no such file or folder")
        case NotADirectoryError():
            return _("a part of this path is a file and no folder")
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


def schema_bytes(kind: str) -> bytes:
    """Return the JSON Schema of a kind of files: ``plan`` or ``progress``."""
    return read_bytes(_own("schemas", f"{kind}.schema.json"))


def _own(kind: str, name: str) -> Path:
    """Find a file that kshc carries: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).parent
    installed = package / kind / name
    return installed if installed.exists() else package.parents[1] / kind / name
