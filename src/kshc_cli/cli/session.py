"""What all commands share: the global options, today, the terminal, and the two ways to speak.

It loads nothing of the plan: ``kshc --help`` needs it.
"""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Literal, TextIO

from kshc_cli.dataclass import dataclass, field
from kshc_cli.desk.days import Today
from kshc_cli.disk.witness import witness
from kshc_cli.messages import plain
from kshc_cli.reports.terminal import Terminal, uncommanding

Color = Literal["auto", "always", "never"]


@dataclass(slots=True)
class Session:
    """The global options of one run."""

    plans: tuple[str, ...] = ()
    """What names the plans in use: files, folders, patterns, lists, URLs; the nearest plan.yaml where nothing does."""
    scheduler: str | None = None
    """The address of the Dask cluster that is to answer."""
    today: str | None = None
    """The day to take for today, as typed."""
    color: Color = "auto"
    verbosity: int = 0
    lost: OSError | None = None
    """Why stdout takes no more: its reader has seen enough, the disk is full."""
    is_answered: bool = False
    """Whether the command was a question: what was told may be told again."""
    told: list[tuple[int, str]] = field(default_factory=list)
    """What was written so far: to which stream (1 stdout, 2 stderr), and the words."""

    def now(self) -> Today:
        """Return today, as the option, the environment or the clock says."""
        return Today(date.today(), self.today)  # noqa: DTZ011  an office's today is the local one

    def day(self, *, year: int | None = None) -> date:
        """Return today, that leaves its year out being of ``year``."""
        return self.now().day(year=year)

    def terminal(self, *, error: bool = False) -> Terminal:
        """Describe where stdout (or stderr) goes."""
        stream = sys.stderr if error else sys.stdout
        interactive = stream.isatty() or self.color == "always"
        return Terminal(
            width=max(40, _columns()),
            color=self.color == "always" or (self.color == "auto" and stream.isatty()),
            interactive=interactive,
            is_asked=bool(os.environ.get("COLUMNS")),
        )

    def is_at_terminal(self) -> bool:
        """Tell whether somebody sees what goes to stdout as it comes."""
        return sys.stdout.isatty()

    def write(self, text: str, *, is_exact: bool = False) -> None:
        """Write data to stdout; where it need not be exact, no line of it is a command to CI.

        Where stdout takes no more (``kshc list | head``), the run goes on, and ``lost`` says why.
        """
        text = text if is_exact else uncommanding(text)
        self.told.append((1, text))
        try:
            sys.stdout.write(text)
        except OSError as problem:
            self._lose(problem)

    def flush(self) -> None:
        """Write out what stdout holds back."""
        try:
            sys.stdout.flush()
        except OSError as problem:
            self._lose(problem)

    def _lose(self, problem: OSError) -> None:
        self.lost = self.lost or problem
        give_up(sys.stdout)

    def say(self, text: str, *, level: int = 0) -> None:
        """Write a sentence to stderr, unless -q asks for less than ``level``; its lines break as ``fitted`` says."""
        self.show(self.fitted("\n".join(map(plain, text.splitlines()))) + "\n", level=level)

    def fitted(self, text: str) -> str:
        """Return what goes to stderr with its lines broken between words, on a terminal or where COLUMNS is set."""
        return self.terminal(error=True).fitted(text)

    def show(self, text: str, *, level: int = 0) -> None:
        """Write lines to stderr as they are, unless -q asks for less than ``level``."""
        if self.verbosity >= level:
            text = uncommanding(text)
            self.told.append((2, text))
            self.flush()
            with talk() as stream:
                stream.write(text)


@contextmanager
def talk() -> Iterator[TextIO]:
    """Yield stderr. Where nothing can be written to it, the run goes on: what was done is done, heard or not."""
    try:
        yield sys.stderr
        sys.stderr.flush()
    except OSError:
        give_up(sys.stderr)


def give_up(stream: TextIO) -> None:
    """Throw away what is unwritten: a pipe's reader has read enough (``kshc list | head``), or the disk is full."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def named_plans(text: str | None) -> tuple[str, ...]:
    """Return the plans that KSHC_PLAN names: one, or several with the system's separator between them."""
    if not text or Path(text).exists():
        return (text,) if text else ()
    witness().missed(Path(text))
    return tuple(filter(None, re.split(rf"{re.escape(os.pathsep)}(?!//)", text)))


def _columns() -> int:
    """Return how wide the terminal is; 80 where there is none, as ``shutil`` says, which also loads all compressors."""
    if not os.environ.get("COLUMNS") and not (sys.__stdout__ and sys.__stdout__.isatty()):
        return 80
    from shutil import get_terminal_size  # noqa: PLC0415

    return get_terminal_size().columns
