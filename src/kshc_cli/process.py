"""One run of kshc as a process, where its answer is not remembered yet."""

import atexit
import gc
import os
import sys
import time

from kshc_cli import __version__
from kshc_cli.recall import question


def work(problem: OSError | None = None) -> None:
    """Run the command line and leave with its exit status; with a ``problem``, say that it kept an answer from stdout.

    A run is short and makes no garbage in circles; walking its values again and again cost a fifth of the time of a
    plan of 10,000 tasks and saved no memory.
    """
    if sys.argv[1:] == ["--version"] and _tell_version():
        return
    gc.disable()
    asked, since = question(), time.time()
    from kshc_cli.app import answer, refuse  # noqa: PLC0415  it is heavy

    if problem:
        sys.exit(refuse(problem))
    status, session = answer()
    if asked and session.is_answered:
        from kshc_cli.disk.memory import remember_answer  # noqa: PLC0415  few runs remember
        from kshc_cli.disk.witness import witness  # noqa: PLC0415

        remember_answer(asked, witness(), status, session.told, since=since)
    _leave(status)


def _leave(status: int) -> None:
    """Leave as Python does, but without taking apart what the system takes back at once: that took two starts."""
    gc.freeze()  # it would look for circles once more
    threading = sys.modules.get("threading")  # where nobody loaded it there is one thread
    if threading is not None and threading.active_count() > 1:
        sys.exit(status)
    atexit._run_exitfuncs()  # noqa: SLF001  as Python does
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        sys.exit(status)
    os._exit(status)


def _tell_version() -> bool:
    """Tell the version without loading the command line, which takes some starts of Python; False where it cannot."""
    try:
        os.write(1, f"kshc {__version__}{os.linesep}".encode())
    except OSError:  # why it cannot is said by the command line
        return False
    return True
