"""What somebody who waits at a terminal sees: a bar where the steps are counted, else a sign that kshc is at work.

Neither is there in a pipe or with -q, and neither leaves anything behind.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from kshc_cli.cli.session import Session

if TYPE_CHECKING:
    from threading import Event

_PATIENCE: Final = 1.0
"""Seconds that nobody minds waiting without a sign."""


@contextmanager
def counted(session: Session, count: int) -> Iterator[Callable[[], None]]:
    """Yield what moves a bar of ``count`` steps on."""
    if not _is_awaited(session):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task("", total=count)
        yield lambda: bar.update(task, advance=1, refresh=True)


@contextmanager
def waiting(session: Session, words: str) -> Iterator[None]:
    """Show what kshc is about, where it takes longer than a second. Nothing is written meanwhile."""
    if not _is_awaited(session):
        yield
        return
    from threading import Event, Thread  # noqa: PLC0415  only a terminal waits

    done = Event()
    sign = Thread(target=_sign, args=(words, done), daemon=True)
    sign.start()
    try:
        yield
    finally:
        done.set()
        sign.join()


def _sign(words: str, done: "Event") -> None:
    if done.wait(_PATIENCE):
        return
    from rich.console import Console
    from rich.status import Status
    from rich.text import Text

    with Status(Text(words), console=Console(stderr=True), spinner="line"):
        done.wait()


def _is_awaited(session: Session) -> bool:
    return session.verbosity >= 0 and sys.stderr.isatty()
