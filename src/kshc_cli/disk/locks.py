"""One run at a time writes a log."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from kshc_cli.disk.reasons import reason
from kshc_cli.disk.replacing import UNFINISHED, real, unfinished
from kshc_cli.errors import UnreadableFileError
from kshc_cli.messages import _

LONGEST_WAIT: Final = 60
"""How long a run waits for another one that writes the same file, in seconds."""
_RIGHTS: Final = 0o666
"""Of a lock, whoever made it and with whatever umask: it holds nothing, and all who may write in its folder open it."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other runs of kshc from writing a file. The system gives the lock back when a run dies, however it dies.

    All links to a file share its lock. Raises UnreadableFileError where the lock cannot be made, or another run has it
    for too long.
    """
    from filelock import FileLock, Timeout

    target = real(path)
    name = target.with_name(f".{target.name}.lock")
    lock = FileLock(name, timeout=LONGEST_WAIT, mode=_RIGHTS)
    try:
        lock.acquire()
    except Timeout as problem:
        raise UnreadableFileError(str(path), _("another run of kshc is writing it")) from problem
    except OSError as problem:
        raise UnreadableFileError(str(name), reason(problem)) from problem
    try:
        _clear(target)
        yield
    finally:
        lock.release()


def _clear(target: Path) -> None:
    """Remove what runs left that were killed while they wrote ``target``: who has the lock is the only writer."""
    own = re.compile(re.escape(unfinished(target.name)) + UNFINISHED)
    with suppress(OSError), os.scandir(target.parent) as found:
        left = [Path(each.path) for each in found if own.fullmatch(each.name) and each.is_file(follow_symlinks=False)]
    for path in left:
        with suppress(OSError):
            path.unlink()
