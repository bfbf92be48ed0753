"""How often the log has changed what is said of a task's duties: a number that only grows, for who compares versions.

Entries that were retracted count, and so do their retractions: by both something changed.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kshc_cli.tracking.progress_log import Entry, What


class Revision(NamedTuple):
    """The state in which something is."""

    number: int = 0
    """How many entries changed it."""
    entered: date | None = None
    """The last day on which one of them was entered."""


class Revisions:
    """The entries that changed something, by their tasks, as they stand in the log on a day."""

    def __init__(self, entries: Iterable[Entry], day: date) -> None:
        self._by_task: dict[str, list[tuple[str | None, date]]] = {}
        """By task: the key of the occasion that an entry names, or None, and the day of entry."""
        entries = tuple(entries)
        by_id = {one.id: one for one in entries}
        for one in entries:
            about = _about(one, by_id)
            if about is None or about.kind is What.NOTE or (about is one and one.date > day):
                continue
            for task in filter(None, (about.task, about.into)):
                period = about.period if task == about.task else None
                self._by_task.setdefault(task, []).append((period, one.entered))

    def of(self, task: str, occasion: str | None = None, *, whole: bool = False) -> Revision:
        """Return the revision of one occasion of a task, named by its key, or of the ``whole`` task."""
        told = self._by_task.get(task, ())
        days = [entered for period, entered in told if whole or period is None or period == occasion]
        return Revision(len(days), max(days, default=None))


def _about(entry: Entry, by_id: Mapping[str, Entry]) -> Entry | None:
    """Return the entry that another retracts in the end, or itself; None where that leads nowhere."""
    passed: Sequence[str] = ()
    while entry.kind is What.RETRACTED:
        if entry.entry is None or entry.entry not in by_id or entry.id in passed:
            return None
        passed = (*passed, entry.id)
        entry = by_id[entry.entry]
    return entry
