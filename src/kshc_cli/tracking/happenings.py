"""The progress log as what is true of it: entries that nobody retracted, in the order in which things happened."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kshc_cli.dataclass import dataclass, field
from kshc_cli.tracking.progress_log import CLOSING, Draft, Entry, What


@dataclass(frozen=True, slots=True)
class Happenings:
    """What counts of a log; the order in which its entries stand in the file makes no difference."""

    by_task: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    """The entries about each task, by the day that they are true of, then that of entry, then their id."""
    retracted: frozenset[str] = frozenset()
    """The ids of entries that do not count."""
    in_circle: frozenset[str] = frozenset()
    """The ids of retractions that retract themselves or each other in a circle: they do not count either."""

    def until(self, task: str, day: date) -> tuple[Entry, ...]:
        """Return what was true of a task at the end of ``day``."""
        return tuple(entry for entry in self.by_task.get(task, ()) if entry.date <= day)

    def called_off(self, task: str) -> Entry | None:
        """Return the entry by which a task was cancelled as a whole: for all who owe it, on each occasion."""
        return next(
            (
                one
                for one in self.by_task.get(task, ())
                if one.kind == What.CANCELLED and not one.unit and not one.period
            ),
            None,
        )

    def is_history(self, task: str, entry: Entry) -> bool:
        """Tell whether an entry in a log speaks of a task as long as there was one: until it was cancelled as a whole.

        Notes may follow: what was cancelled stands in the plan for a while. What is to be recorded is never history.
        """
        end = self.called_off(task)
        if end is None or isinstance(entry, Draft):
            return False
        return entry.kind == What.NOTE or order(entry) <= order(end)


def happenings(entries: Sequence[Entry]) -> Happenings:
    """Leave out what was retracted; of entries with one id only the first by order counts, of equals the last."""
    unique: dict[str, Entry] = {}
    in_order = list(reversed(entries))
    in_order.sort(key=order)
    for entry in in_order:
        unique.setdefault(entry.id, entry)
    about = {entry.id: entry.entry or "" for entry in unique.values() if entry.kind == What.RETRACTED}
    settled = _settled(about)
    retracted = frozenset(about[one] for one, counts in settled.items() if counts)
    by_task: dict[str, list[Entry]] = {}
    for entry in unique.values():
        if entry.task is not None and entry.id not in retracted:
            by_task.setdefault(entry.task, []).append(entry)
    in_circle = frozenset(about.keys() - settled)
    return Happenings({task: tuple(each) for task, each in by_task.items()}, retracted, in_circle)


def bearing_on(tasks: Iterable[str], entries: Sequence[Entry]) -> Sequence[Entry]:
    """Return the entries that can say something of tasks: about them or no task, and what ends others.

    What has an id in common with one of these is among them.
    """
    wanted = {*tasks, None}
    ids = {one.id for one in entries if one.task in wanted or one.what in CLOSING}
    return [one for one in entries if one.id in ids]


def order(entry: Entry) -> tuple[date, date, str, str]:
    """Return what entries are sorted by: the day that they are true of, that of entry, the id."""
    return entry.date, entry.entered, entry.id, entry.what


def _settled(about: Mapping[str, str]) -> dict[str, bool]:
    """Return whether retractions, by what each is ``about``, count: those that no other one retracts that counts.

    Those in a circle, which nobody can enter one after the other, are left out.
    """
    unsettled = Counter(target for target in about.values() if target in about)
    ready = [(one, True) for one in about if not unsettled[one]]
    settled: dict[str, bool] = {}
    while ready:
        one, counts = ready.pop()
        if one in settled:
            continue
        settled[one] = counts
        target = about[one]
        unsettled[target] -= 1
        if target in about and (counts or not unsettled[target]):
            ready.append((target, not counts))
    return settled
