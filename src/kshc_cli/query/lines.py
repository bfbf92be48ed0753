"""Lines: what a question finds of a task, its row with the occasion, how its duties stand and who has them now."""

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from datetime import date
from typing import Literal

from kshc_cli.dataclass import dataclass
from kshc_cli.query.rows import TaskRow
from kshc_cli.tracking.dues import DueDay
from kshc_cli.tracking.occasions import Occasion
from kshc_cli.tracking.office_calendar import DayOff
from kshc_cli.tracking.period_names import period_name
from kshc_cli.tracking.progress_log import Entry
from kshc_cli.tracking.standing import CLOSED, DONE, OWED, Standing, Status, Tally, tally


@dataclass(frozen=True, slots=True)
class Change:
    """An entry about a task's duties, with the occasion that it names, where the task has it."""

    entry: Entry
    occasion: Occasion | None = None
    givers: tuple[str, ...] = ()
    """The bodies that gave a duty away by it, where that still tells how their duties stand."""

    def period(self, year: int) -> str:
        """Return what its occasion is called in a plan of ``year``; nothing where it names none."""
        return self.occasion.name(year) if self.occasion else period_name(self.entry.period or "", year)


@dataclass(frozen=True, slots=True)
class HandOver:
    """That a body has duties now which another one has by the words."""

    giver: str | None
    """Who has them by the words; None where all others that have any gave them to ``taker``."""
    taker: str
    always: bool
    """Whether on all occasions that the line is about."""


def hand_overs(standings: Iterable[Standing], by_words: Sequence[str | None]) -> tuple[HandOver, ...]:
    """Return who has duties now in place of whom; ``by_words`` are the bodies that owe them by the words.

    Who got a duty as a member of a group and gave it on stands for itself.
    """
    moved = {(one.occasion.key, one.unit): one for one in standings}
    given = {(key, one.moved_to) for (key, _unit), one in moved.items()}
    had = Counter(unit for (_key, unit), one in moved.items() if one.status not in DONE)
    gave = Counter(
        (unit, one.holder or "")
        for (key, unit), one in moved.items()
        if one.status is Status.REASSIGNED and (unit in by_words or (key, unit) not in given)
    )
    pairs = [HandOver(giver, taker, times == had[giver]) for (giver, taker), times in gave.items()]
    takers = dict.fromkeys(one.taker for one in pairs)
    whole = {(unit, taker) for unit in by_words for taker in takers if unit != taker}
    if whole == {(one.giver, one.taker) for one in pairs if one.always} and len(whole) == len(pairs):
        return tuple(HandOver(None, taker, always=True) for taker in takers)
    return tuple(pairs)


def last_day_of(one: Standing) -> DueDay | None:
    """Return the last day of a duty, as the log moved it; None where it has none."""
    planned = one.occasion.day
    if one.due is None:
        return None
    if planned is None:
        return DueDay(one.due, one.due, one.due, None, one.occasion.part or 0, event=one.occasion.event)
    return planned.moved(one.due) if one.extended else planned


@dataclass(frozen=True, slots=True)
class LineStanding:
    """How the duties behind a line stand, all of them together."""

    standings: tuple[Standing, ...]
    apart: bool = False
    """Whether other bodies have the same occasion by another day, since the log moved it for some only."""

    @property
    def tally(self) -> Tally:
        """How many stand how."""
        return tally(self.standings)

    @property
    def status(self) -> Status | None:
        """As the most pressing one stands."""
        return self.tally.status

    @property
    def bodies(self) -> tuple[str, ...]:
        """The bodies that have a duty here, done or not, in the order of the words; not those that gave it away."""
        units = (one.unit for one in self.standings if one.unit and one.status not in CLOSED)
        return tuple(dict.fromkeys(units))

    @property
    def owing(self) -> tuple[str, ...]:
        """The bodies that have a duty which is not done, in the order of the words; those most pressing only."""
        status = self.status
        units = (one.unit for one in self.standings if one.unit and one.status in OWED and one.status == status)
        return tuple(dict.fromkeys(units))

    @property
    def days(self) -> int | None:
        """Days left to the nearest last day, negative where it has passed; None where nothing is owed by a day."""
        return min((one.days for one in self.standings if one.days is not None), default=None)

    @property
    def day(self) -> DueDay | None:
        """The nearest last day by which something is owed, or the last one where nothing is."""
        dated = [one for one in self.standings if one.due and one.status not in CLOSED]
        owed = [one for one in dated if one.days is not None]
        last = max(dated, key=lambda one: one.due or date.min, default=None)
        one = min(owed, key=lambda one: one.days or 0, default=last)
        return None if one is None else last_day_of(one)

    @property
    def partly_on(self) -> date | None:
        """The last day on which a part was done of what is not done yet."""
        return max((one.partly_on for one in self.standings if one.partly_on), default=None)

    @property
    def done_on(self) -> date | None:
        """The day on which the last of them was done, where all are."""
        days = [one.done_on for one in self.standings if one.done_on]
        return max(days, default=None) if self.status in DONE else None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an answer: a task or one occasion of it, for all bodies or for the one asked for."""

    row: TaskRow
    via: str | None = None
    """The group through which the agency asked for takes part; None if it is named itself or none was asked for."""
    taken_over: bool = False
    """Whether the agency asked for takes part because it took the task over."""
    day: DueDay | None = None
    """In dated answers, the day on which this occurrence falls due."""
    day_off: DayOff | None = None
    """In answers that look holidays up, why the last day in time is off; None where it is worked."""
    runs_on: bool = False
    """In dated answers, whether it only goes on in the period, without a day."""
    extended_from: date | None = None
    """In dated answers, the day that an extension moved."""
    part: Literal["lead", "coop"] | None = None
    """What the agency asked for does here: it leads, or only takes part; None if none was asked for."""
    leads_too: bool = False
    """Whether the agency, asked for as one that takes part, leads it as well."""
    standing: LineStanding | None = None
    """In answers of a plan that is followed, how the duties behind the line stand."""
    asked: tuple[Standing, ...] = ()
    """In answers about duties that stand in some way, those of the line that do."""
    handed: tuple[HandOver, ...] = ()
    """Who has duties now that others have by the words."""
    changes: tuple[Change, ...] = ()
    """What the log changed of its duties: who owes them, until when, whether at all; and what it gave to the task of
    others, in order of time."""

    @property
    def owed_by(self) -> tuple[str, ...]:
        """The bodies that have its duties now; by the words where no log says otherwise."""
        return self.standing.bodies if self.standing is not None else self.row.lead_agencies

    @property
    def past_work_by(self) -> bool:
        """Whether the office's own day has passed while something is owed; the plan's day is another matter."""
        if self.standing is None or self.row.work_by is None:
            return False
        return any(one.status in OWED and one.on > self.row.work_by for one in self.standing.standings)

    @property
    def status(self) -> Status | None:
        """As the most pressing of its duties stands, in answers that tell it."""
        return self.standing.status if self.standing else None

    @property
    def due(self) -> date | None:
        """The day that counts, in dated answers."""
        return self.day.due if self.day else None


def without_date(lines: Iterable[Line], dated: Container[str] = ()) -> dict[str, int]:
    """Count the distinct tasks for which no date can be computed, by the reason, the most frequent first.

    ``dated`` are the ids of tasks that have a day by the log.
    """
    reasons = {line.row.id: line.row.without_date for line in lines if line.row.id not in dated}
    return dict(Counter(reason for reason in reasons.values() if reason is not None).most_common())


def kinds_without_date(lines: Iterable[Line], dated: Container[str] = ()) -> dict[str, int]:
    """Count the same tasks by the kind of their time, also where its day is illegible; ``unread`` where it has none."""
    rows = {line.row.id: line.row for line in lines if line.row.id not in dated and line.row.without_date}
    kinds = (row.reading.parts[0].kind if row.reading.parts else "unread" for row in rows.values())
    return dict(Counter(map(str, kinds)).most_common())
