"""Running what another package wrote: it may fail, print, leave or never come back, and kshc goes on."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from io import StringIO
from types import FrameType
from typing import Final, NamedTuple, TypeVar

from kshc_cli.disk.witness import witness
from kshc_cli.messages import _
from kshc_cli.plugins.installed import asking

SECONDS: Final = 5.0
"""How long a plug-in may take each time it is asked, where the system can stop it."""
_SHOWN: Final = 200
"""Characters of what a plug-in printed, or failed with, that are told."""
Made = TypeVar("Made")


class Trouble(NamedTuple):
    """Why a plug-in gave nothing that can be used: what happened, in a few words."""

    reason: str
    is_late: bool = False
    """Whether it was stopped for the time that it took."""


class _TookTooLong(BaseException):
    """It goes past what a plug-in catches of ordinary errors."""


def guarded(run: Callable[[], Made]) -> tuple[Made | None, Trouble | None]:
    """Return what a plug-in makes, and what went wrong; None for each that is not there.

    What it prints to standard output is kept from there: that is the answer's, which another program may read.
    """
    printed = StringIO()
    made: Made | None = None
    trouble: Trouble | None = None
    try:
        with asking(), _limited(), _kept_from_stdout(printed):
            try:
                made = run()
            except (KeyboardInterrupt, _TookTooLong):
                raise
            except BaseException as problem:  # noqa: BLE001  whatever another package raises
                trouble = failure(problem)
    except _TookTooLong:
        trouble = Trouble(_("it took longer than {n} seconds").format(n=f"{SECONDS:g}"), is_late=True)
        witness().doubt_time()
    return made, trouble or _about(printed)


def failure(problem: BaseException) -> Trouble:
    """Tell an error in a few words: its kind alone, where it cannot say what it is."""
    kind = type(problem).__name__
    try:
        told = f"{kind}: {problem}".removesuffix(": ")
    except (KeyboardInterrupt, _TookTooLong):
        raise
    except BaseException:  # noqa: BLE001  its words are code of another package, too
        told = kind
    return Trouble(_("it failed: {error}").format(error=_short(told)))


def _about(printed: StringIO) -> Trouble | None:
    """Say what was done to standard output, if anything was."""
    if printed.closed:
        return Trouble(_("it closed standard output"))
    words = _short(printed.getvalue())
    return Trouble(_("it printed to standard output: “{words}”").format(words=words)) if words else None


def _short(words: str) -> str:
    told = " ".join("".join(one if one.isprintable() else " " for one in words[: 2 * _SHOWN]).split())
    return told if len(told) <= _SHOWN else told[: _SHOWN - 1] + "…"


@contextmanager
def _limited() -> Iterator[None]:
    """Stop what takes longer, where that can be done: in the first thread, on a system that has alarms."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise _TookTooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _kept_from_stdout(printed: StringIO) -> Iterator[None]:
    """Keep what is printed, and let what other programs or C code write go to standard error; stdin is empty."""
    stdin = sys.stdin
    sys.stdin = StringIO()
    try:
        with redirect_stdout(printed), _descriptor_on_stderr():
            yield
    finally:
        sys.stdin = stdin


@contextmanager
def _descriptor_on_stderr() -> Iterator[None]:
    kept = None
    with suppress(OSError):
        kept = os.dup(1)
        if sys.__stdout__ is not None:
            sys.__stdout__.flush()
        os.dup2(2, 1)
    try:
        yield
    finally:
        if kept is not None:
            os.dup2(kept, 1)
            os.close(kept)
