"""One run at a time writes a log."""

import errno
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from time import sleep
from typing import Final

from kshc_cli.disk.reasons import refused, unread, unwritten
from kshc_cli.disk.replacing import UNFINISHED, real, unfinished
from kshc_cli.errors import UnreadableFileError
from kshc_cli.messages import _

LONGEST_WAIT: Final = 60
"""How long a run waits for another one that writes the same file, in seconds."""
_TURNS: Final = 20
"""How often in a second it looks whether that one is done."""
_RIGHTS: Final = 0o666
"""Of a lock, whoever made it and with whatever umask: it holds nothing, and all who may write in its folder open it."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other runs of kshc from writing a file. The system gives the lock back when a run dies, however it dies.

    All links to a file share its lock. Raises UnreadableFileError where a link leads to no folder, the lock cannot be
    made, or another run has it for too long.
    """
    from filelock import Timeout

    target = real(path)
    if path.is_symlink() and not target.parent.is_dir():  # filelock would make it
        raise unread(path, refused(errno.ENOENT))
    name = target.with_name(f".{target.name}.lock")
    try:
        release = _acquired(name)
    except Timeout as problem:
        raise UnreadableFileError(str(path), _("another run of kshc is writing it")) from problem
    except OSError as problem:
        raise _unlocked(name, problem) from problem
    try:
        _clear(target)
        yield
    finally:
        release()


def _acquired(name: Path) -> Callable[[], object]:
    """Wait for a lock; return what gives it back."""
    from filelock import FileLock

    lock = FileLock(name, timeout=LONGEST_WAIT, mode=_RIGHTS)
    try:
        lock.acquire()
    except PermissionError:
        if os.name != "posix" or not os.access(name, os.R_OK):
            raise
        return _acquired_by_reading(name)
    return lock.release


def _acquired_by_reading(name: Path) -> Callable[[], object]:
    """Wait for a lock that only another user may write, as older versions left it: to lock a file, reading it does."""
    from fcntl import LOCK_EX, LOCK_NB, flock

    from filelock import Timeout

    descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    for _turn in range(LONGEST_WAIT * _TURNS):
        try:
            flock(descriptor, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            sleep(1 / _TURNS)
        else:
            return partial(os.close, descriptor)
    os.close(descriptor)
    raise Timeout(str(name))


def _unlocked(name: Path, problem: OSError) -> UnreadableFileError:
    """Return the error for a lock that cannot be had."""
    if name.is_symlink():
        return UnreadableFileError(str(name), _("this is a link, in the place of kshc's lock; delete the link"))
    if name.exists() and not (name.is_file() or name.is_dir()):
        return UnreadableFileError(str(name), _("this is no ordinary file, in the place of kshc's lock; delete it"))
    if isinstance(problem, PermissionError) and name.exists():
        advice = _("no permission; let its owner delete it: it holds nothing, and kshc makes one that all can use")
        return UnreadableFileError(str(name), advice)
    return unwritten(name, problem)


def _clear(target: Path) -> None:
    """Remove what runs left that were killed while they wrote ``target``: who has the lock is the only writer."""
    own = re.compile(re.escape(unfinished(target.name)) + UNFINISHED)
    with suppress(OSError), os.scandir(target.parent) as found:
        left = [Path(each.path) for each in found if own.fullmatch(each.name) and each.is_file(follow_symlinks=False)]
    for path in left:
        with suppress(OSError):
            path.unlink()
