"""Reading files whole, within bounds."""

import errno
import os
import stat
from pathlib import Path
from typing import Final

from kshc_cli.disk.reasons import not_ordinary, refused, unread
from kshc_cli.disk.witness import witness

LARGEST: Final = 32 * 1024 * 1024
"""No file that kshc reads is larger, in bytes; plans of 10,000 tasks have 6 MB."""
_HANDED_OVER: Final = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
"""What a shell opens for a command: ``<(git show HEAD:plan.yaml)``."""


def read_bytes(path: Path) -> bytes:
    """Read a file, one byte past LARGEST at most. Raises UnreadableFileError."""
    try:
        return _read(path)
    except (OSError, ValueError) as problem:
        witness().doubt()
        raise unread(path, problem) from problem


def bytes_if_there(path: Path) -> bytes | None:
    """Read a file as ``read_bytes`` does; None where nothing is called so. Raises UnreadableFileError."""
    try:
        return _read(path)
    except (OSError, ValueError) as problem:
        if _is_missing(path, problem):
            return None
        witness().doubt()
        raise unread(path, problem) from problem


def _read(path: Path) -> bytes:
    with open(path, "rb", opener=_opened) as stream:
        seen = os.fstat(stream.fileno())
        data = stream.read(min(seen.st_size, LARGEST) + 1)  # room for the largest takes longer than reading does
        if len(data) > seen.st_size:
            data += stream.read(LARGEST + 1 - len(data))
        if stat.S_ISREG(seen.st_mode):
            witness().saw(path, data, seen)
        else:
            witness().doubt()
        return data


def is_file(path: Path) -> bool:
    """Tell whether there is a file of this name.

    Raises UnreadableFileError where something else is called so, or nobody may look whether anything is.
    """
    try:
        _refuse_others(path.stat().st_mode)
    except (OSError, ValueError) as problem:
        if _is_missing(path, problem):
            return False
        witness().doubt()
        raise unread(path, problem) from problem
    return True


def _is_missing(path: Path, problem: OSError | ValueError) -> bool:
    """Tell whether nothing at all is called so: a link that leads nowhere is something."""
    if not isinstance(problem, FileNotFoundError) or path.is_symlink():
        return False
    witness().missed(path)
    return True


def _refuse_others(mode: int, *, is_handed_over: bool = False) -> None:
    """Raise OSError for what is no ordinary file."""
    if stat.S_ISDIR(mode):
        raise refused(errno.EISDIR)
    if not stat.S_ISREG(mode) and not is_handed_over:
        raise not_ordinary()


def _opened(name: str, flags: int) -> int:
    """Open what has an end: a named pipe or a device could be waited for in vain."""
    descriptor = os.open(name, flags | getattr(os, "O_NONBLOCK", 0))
    try:
        _refuse_others(os.fstat(descriptor).st_mode, is_handed_over=name.startswith(_HANDED_OVER))
        if os.name == "posix":
            os.set_blocking(descriptor, True)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor
