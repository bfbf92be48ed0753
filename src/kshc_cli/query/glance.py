"""Which of a task's many due days a person is told: the next of what comes back, and how many more there are."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.tracking.dues import DueDay

_MANY: Final = 12
"""Occurrences that are all told: a year of months."""
_NEXT: Final = 6
"""Of more than ``_MANY``, how many are told."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What is told of due days: some of them, how many occurrences lie before and behind those, and the last one."""

    shown: tuple[DueDay, ...]
    earlier: int = 0
    later: int = 0
    last: DueDay | None = None


def glance(days: Sequence[DueDay], today: date) -> Glance:
    """Choose from ``days``, which stand in order: all that comes once, and of what comes back the next from ``today``.

    Where all of it has passed, the last ones are told.
    """
    coming = [day for day in days if day.occurrence is not None]
    if len(coming) <= _MANY:
        return Glance(tuple(days))
    first = min(sum(day.due < today for day in coming), len(coming) - _NEXT)
    told = coming[first : first + _NEXT]
    kept = {id(day) for day in told}
    shown = tuple(day for day in days if day.occurrence is None or id(day) in kept)
    return Glance(shown, first, len(coming) - first - _NEXT, coming[-1])
