"""Questions to whoever sits at a terminal."""

import sys
from collections.abc import Callable
from typing import Final, TypeVar

from kshc_cli.cli.session import Session, talk
from kshc_cli.errors import WrongArgumentError, as_error
from kshc_cli.reading.folding import squeezed

Value = TypeVar("Value")

_AGREEING: Final = frozenset(("y", "yes", "c", "co"))
_TRIES: Final = 3
"""How often somebody is asked the same."""


def is_at_terminal() -> bool:
    """Tell whether somebody can be asked: what is typed and what is asked go by a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def is_agreed(answer: str) -> bool:
    """Tell whether an answer says yes."""
    return squeezed(answer) in _AGREEING


def asked(session: Session, question: str, read: Callable[[str], Value], default: str = "") -> Value:
    """Ask for a value until it can be read; Enter alone means ``default``. Raises KeyboardInterrupt where input ends.

    ``read`` raises a WrongArgumentError of what it cannot read, which is told; the last one goes on.
    """
    for _try in range(_TRIES - 1):
        try:
            return read(_line(session, question, default))
        except WrongArgumentError as problem:
            session.say(as_error(problem.sentence()))
    return read(_line(session, question, default))


def _line(session: Session, question: str, default: str) -> str:
    with talk() as stream:
        stream.write(session.fitted(f"{question} [{default}]: " if default else f"{question}: "))
    line = sys.stdin.readline()
    if not line:
        raise KeyboardInterrupt
    return line.strip() or default
