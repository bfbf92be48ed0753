"""Reading files whole, within bounds."""

import errno
import os
import stat
from pathlib import Path
from typing import Final

from kshc_cli.disk.reasons import not_ordinary, reason, refused
from kshc_cli.disk.witness import witness
from kshc_cli.errors import UnreadableFileError

LARGEST: Final = 32 * 1024 * 1024
"""No file that kshc reads is larger, in bytes; plans of 10,000 tasks have 6 MB."""
_HANDED_OVER: Final = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
"""What a shell opens for a command: ``<(git show HEAD:plan.yaml)``."""


def read_bytes(path: Path) -> bytes:
    """Read a file, one byte past LARGEST at most. Raises UnreadableFileError."""
    try:
        return _read(path)
    except (OSError, ValueError) as problem:
        raise UnreadableFileError(str(path), reason(problem)) from problem


def bytes_if_there(path: Path) -> bytes | None:
    """Read a file as ``read_bytes`` does; None where there is none. Raises UnreadableFileError."""
    try:
        return _read(path)
    except FileNotFoundError:
        witness().missed(path)
        return None
    except (OSError, ValueError) as problem:
        raise UnreadableFileError(str(path), reason(problem)) from problem


def _read(path: Path) -> bytes:
    with open(path, "rb", opener=_opened) as stream:
        seen = os.fstat(stream.fileno())
        data = stream.read(min(seen.st_size, LARGEST) + 1)  # room for the largest takes longer than reading does
        if len(data) > seen.st_size:
            data += stream.read(LARGEST + 1 - len(data))
        if stat.S_ISREG(seen.st_mode):
            witness().saw(path, data)
        else:
            witness().doubt()
        return data


def is_file(path: Path) -> bool:
    """Tell whether there is a file of this name."""
    try:
        there = path.is_file()
    except PermissionError:  # in a folder that nobody may look into
        there = False
    if not there:
        witness().missed(path)
    return there


def _opened(name: str, flags: int) -> int:
    """Open what has an end: a named pipe or a device could be waited for in vain."""
    descriptor = os.open(name, flags | getattr(os, "O_NONBLOCK", 0))
    try:
        kind = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(kind):
            raise refused(errno.EISDIR)
        if not stat.S_ISREG(kind) and not name.startswith(_HANDED_OVER):
            raise not_ordinary()
        if os.name == "posix":
            os.set_blocking(descriptor, True)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor
