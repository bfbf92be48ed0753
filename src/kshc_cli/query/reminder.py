"""What a body is reminded of: duties that it owes now, late or due within a term, and what was recorded of them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.query.filters import Choice, chosen_lines, due_lines
from kshc_cli.query.following import Following
from kshc_cli.query.lines import Change, Line
from kshc_cli.tracking.progress_log import Entry, What
from kshc_cli.tracking.standing import OWED, Standing

_TOLD: Final = frozenset({What.PARTLY_DONE, What.EVENT})
"""Entries that say something of a duty which is still owed. Notes are the office's own, and go to nobody else."""
_NOBODY: Final = frozenset[str | None]({None})


@dataclass(frozen=True, slots=True)
class Owed:
    """An occasion of a task on which something is owed, with how its duties stand."""

    line: Line
    bodies: tuple[str, ...]
    """Who owes it, of the bodies that are reminded."""
    days: int
    """Days left to its last day, negative where it has passed."""
    recorded: tuple[Change, ...]
    """What was entered of these duties, in order of time."""

    @property
    def is_late(self) -> bool:
        """Whether its last day has passed."""
        return self.days < 0


@dataclass(frozen=True, slots=True)
class Reminder:
    """What a body owes on a day, or by a later one, in order of the last days."""

    agency: str
    day: date
    until: date
    """The last day of the term."""
    owed: tuple[Owed, ...]

    def __bool__(self) -> bool:
        return bool(self.owed)

    @property
    def late(self) -> tuple[Owed, ...]:
        """What is late."""
        return tuple(one for one in self.owed if one.is_late)

    @property
    def soon(self) -> tuple[Owed, ...]:
        """What falls due within the term."""
        return tuple(one for one in self.owed if not one.is_late)


def reminder_of(following: Following, agency: str, until: date) -> Reminder:
    """Return what a body owes, and where it is a group, each of its members."""
    own = following.of(agency)
    return _reminder(own, agency, until, own.units)


def reminders(following: Following, until: date) -> Iterator[Reminder]:
    """Yield what each body itself owes that owes anything, in the order of the registry."""
    for agency in following.plan.registry.by_id:
        if found := _reminder(following.of(agency), agency, until, frozenset({agency})):
            yield found


def owed_by_nobody_known(following: Following, until: date) -> int:
    """Return in how many tasks something is owed by then, of which no words name a body of the registry."""
    lines = due_lines(chosen_lines(following, Choice(role="lead")), following, start=None, end=until)
    return len({line.row.id for line in lines if _owing(line, _NOBODY)})


def _reminder(own: Following, agency: str, until: date, bodies: frozenset[str]) -> Reminder:
    lines = due_lines(chosen_lines(own, Choice(agency, "lead")), own, start=None, end=until)
    return Reminder(agency, own.day, until, tuple(_owed(lines, own, bodies)))


def _owed(lines: Iterable[Line], own: Following, bodies: frozenset[str]) -> Iterator[Owed]:
    for line in lines:
        owing = _owing(line, bodies)
        if owing and line.day:
            entries = (*(one for one in own.recorded(line.row.id) if one.entry.kind in _TOLD), *line.changes)
            recorded = tuple(change for change in entries if _is_about(change.entry, owing))
            yield Owed(line, _units(owing), (line.day.due - own.day).days, recorded)


def _owing(line: Line, bodies: frozenset[str | None] | frozenset[str]) -> tuple[Standing, ...]:
    standings = line.standing.standings if line.standing else ()
    return tuple(one for one in standings if one.status in OWED and one.unit in bodies)


def _units(owing: Iterable[Standing]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.unit for one in owing if one.unit))


def _is_about(entry: Entry, owing: Sequence[Standing]) -> bool:
    """Tell whether an entry is about some duties: about these bodies or none named, and on these occasions."""
    units = _units(owing)
    if entry.unit is not None and entry.unit not in units and entry.lead not in units:
        return False
    if entry.kind is What.EVENT:
        return any(one.occasion.event == entry.date for one in owing)
    return entry.period is None or any(one.occasion.key == entry.period for one in owing)
