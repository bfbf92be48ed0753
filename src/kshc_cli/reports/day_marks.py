"""The signs by which days are marked that something falls due on: readable without colour."""

from collections.abc import Iterable
from typing import Final

from kshc_cli.messages import _
from kshc_cli.reports.standings import status_color
from kshc_cli.reports.terminal import Terminal
from kshc_cli.tracking.standing import DONE, Status

DUE: Final = "*"
LATE: Final = "!"
FINISHED: Final = "✓"
BELATED: Final = "+"
RESTING: Final = "="
"""What is due, late, done, done late, suspended."""


def pressing(statuses: Iterable[Status | None]) -> Status | None:
    """Return how the most pressing of several stands; None where nothing is told of any."""
    found = set(statuses)
    return next((status for status in Status if status in found), None)


def sign_of(status: Status | None) -> str:
    """Return the sign of a day on which something falls due that stands so."""
    if status is Status.OVERDUE:
        return LATE
    if status in DONE:
        return FINISHED if status is Status.DONE else BELATED
    return RESTING if status is Status.SUSPENDED else DUE


def sign_of_code(status: str) -> str:
    """Return the same for a standing as programs write it: ``done_late``."""
    return sign_of(Status(status))


def painted_sign(status: Status | None, terminal: Terminal) -> str:
    """Return the same in its colour."""
    return terminal.painted(sign_of(status), status_color(status))


def legend(*more: str) -> str:
    """Explain the signs, and ``more`` of them behind."""
    told = (
        _("{sign} due").format(sign=DUE),
        _("{sign} late").format(sign=LATE),
        _("{sign} done").format(sign=FINISHED),
        _("{sign} done late").format(sign=BELATED),
        _("{sign} suspended").format(sign=RESTING),
    )
    return "   ".join((*told, *more))
