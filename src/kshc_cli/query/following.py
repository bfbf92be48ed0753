"""How the tasks of an answer stand: the standing of their duties, laid beside their rows."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final, NamedTuple

from kshc_cli.dataclass import dataclass, field, replace
from kshc_cli.query.lines import Change, HandOver, Line, LineStanding, hand_overs
from kshc_cli.reading.tasks import ReadPlan, ReadTask
from kshc_cli.tracking.course import passes_by
from kshc_cli.tracking.dues import due_days
from kshc_cli.tracking.happenings import Happenings, order
from kshc_cli.tracking.occasions import Occasion
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.tracking.progress_log import Entry, What
from kshc_cli.tracking.standing import CLOSED, DUE_SOON, OWED, Standing, Status, standings_of
from kshc_cli.tracking.units import members, units_of

_CHANGING: Final = frozenset(
    {What.REASSIGNED, What.EXTENDED, What.MERGED, What.CANCELLED, What.SUSPENDED, What.RESUMED}
)
"""Entries that change who owes a duty, until when, or whether it is owed."""


class _Indexed(NamedTuple):
    """How the duties of a task stand, by last day and part of the time and by occasion, so that none is searched."""

    by_day: Mapping[tuple[date | None, int], Sequence[Standing]]
    by_occasion: Mapping[str | None, Sequence[Standing]]


@dataclass(frozen=True)
class Following:
    """A plan that is followed: its log, and the day from which it is looked at."""

    plan: ReadPlan
    office: OfficeCalendar
    day: date
    soon: tuple[int, ...] = DUE_SOON
    """How many days before its last one a duty is due soon, in steps."""
    log: Happenings = field(default_factory=Happenings)
    is_kept: bool = False
    """Whether there is a log at all."""
    agency: str | None = None
    """The body whose duties are asked for; None for those of all."""
    _known: dict[str, tuple[Standing, ...]] = field(default_factory=dict)
    _found: dict[str, "_Indexed"] = field(default_factory=dict)
    _everybodys: dict[str, tuple[Standing, ...]] = field(default_factory=dict)
    """The standings of tasks whoever owes them; what ``of`` returns shares them."""

    @cached_property
    def _tasks(self) -> dict[str, ReadTask]:
        return {read.task.id: read for read in reversed(self.plan.tasks)}

    @cached_property
    def units(self) -> frozenset[str]:
        """The bodies behind the agency that is asked for."""
        return frozenset() if self.agency is None else frozenset({self.agency, *members((self.agency,), self.plan)})

    @cached_property
    def taken_over(self) -> frozenset[str]:
        """The tasks of which the agency asked for has duties now that others gave to it, in whole or in part."""
        tasks = (task for task in self.log.by_task if task in self._tasks and self._was_given(task))
        return frozenset(task for task in tasks if any(one.status not in CLOSED for one in self._own(task)))

    def _was_given(self, task: str) -> bool:
        entries = self.log.until(task, self.day)
        given = (entry.lead for entry in entries if entry.kind == What.REASSIGNED and entry.lead)
        return any(self.units & members((lead,), self.plan).keys() for lead in given)

    def _own(self, task: str) -> list[Standing]:
        """Return how the duties stand that the agency asked for has or had of a task."""
        return [one for one in self.all_standings(task) if one.unit in self.units]

    def had(self, task: str) -> tuple[Standing, ...]:
        """Return how the duties of a task stand that the agency asked for has or had, or without one anybody."""
        return self.all_standings(task) if self.agency is None else tuple(self._own(task))

    @cached_property
    def given_away(self) -> frozenset[str]:
        """The tasks that the words give to the agency asked for, all of whose duties others have now."""
        return frozenset(task for task in self.log.by_task if task in self._tasks and self._gave_away(task))

    def _gave_away(self, task: str) -> bool:
        own = self._own(task)
        return bool(own) and all(one.status is Status.REASSIGNED for one in own)

    @cached_property
    def dated_by_log(self) -> frozenset[str]:
        """The tasks that have a last day by what the log says of their events."""
        return frozenset(
            task
            for task in self.log.by_task
            if task in self._tasks and any(one.due and one.status not in CLOSED for one in self.all_standings(task))
        )

    @cached_property
    def _merged_in(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries that merged other tasks, by the task into which they did."""
        found: dict[str, list[Entry]] = {}
        for task in self.log.by_task:
            for entry in self.log.until(task, self.day):
                if entry.into is not None:
                    found.setdefault(entry.into, []).append(entry)
        return {task: tuple(entries) for task, entries in found.items()}

    def recorded(self, task: str) -> tuple[Change, ...]:
        """Return what the log says of a task beside what it changed of its duties: what was done, noted, happened."""
        entries = [one for one in self.log.until(task, self.day) if one.kind not in _CHANGING]
        return self._with_occasions(task, entries) if entries else ()

    def _with_occasions(self, task: str, entries: Iterable[Entry]) -> tuple[Change, ...]:
        known: dict[str | None, Occasion] = {}
        givers: dict[str, dict[str, None]] = {}
        for one in self.all_standings(task):
            known[one.occasion.key] = one.occasion
            if one.status is Status.REASSIGNED and one.settled_by and one.unit:
                givers.setdefault(one.settled_by.id, {})[one.unit] = None
        return tuple(
            Change(one, known.get(one.period) if one.period else None, tuple(givers.get(one.id, ()))) for one in entries
        )

    def changes(self, task: str, periods: Container[str | None] | None = None) -> tuple[Change, ...]:
        """Return what the log changed of a task's duties, of all or of those of some occasions, named by their keys.

        What was merged into the task is among it.
        """
        own = [one for one in self.log.until(task, self.day) if one.kind in _CHANGING]
        others = self._merged_in.get(task, ())
        if not own and not others:
            return ()
        entries = sorted((*own, *others), key=order)
        told = (one for one in entries if periods is None or one.period is None or one.period in periods)
        return self._with_occasions(task, told)

    def of(self, agency: str) -> "Following":
        """Return the same for the duties of a body."""
        return replace(self, agency=agency, _known={}, _found={})

    def standings(self, task: str) -> tuple[Standing, ...]:
        """Return how the duties of a task stand: those of the agency asked for where it has some, else all."""
        if task not in self._known:
            found = self.all_standings(task)
            own = tuple(one for one in found if one.unit in self.units)
            kept = any(one.status is not Status.REASSIGNED for one in own)
            self._known[task] = own if kept else found
        return self._known[task]

    def all_standings(self, task: str) -> tuple[Standing, ...]:
        """Return how the duties of a task stand, whoever has or had them."""
        if task not in self._everybodys:
            self._everybodys[task] = standings_of(
                self._tasks[task], self.plan, self.log, office=self.office, day=self.day, soon=self.soon
            )
        return self._everybodys[task]

    def standing(self, line: Line) -> Line:
        """Return a line with how its task stands, or the occasion of it that falls due on the line's day."""
        found = self.standings(line.row.id)
        if line.day is None:
            changes = self.changes(line.row.id)
            return replace(line, standing=LineStanding(found), changes=changes, handed=self._handed(line.row.id))
        by_day, by_occasion = self._indexed(line.row.id)
        same_day = by_day.get((line.day.due, line.day.part), ())
        found = tuple(one for one in same_day if line.day.occurrence in {None, one.occasion.key})
        periods = dict.fromkeys(one.occasion.key for one in found)
        changes = self.changes(line.row.id, periods)
        about = [
            change for change in changes if not all(passes_by(change.entry, one.occasion, one.due) for one in found)
        ]
        own = set(map(id, found))
        others = (one for period in periods for one in by_occasion[period] if id(one) not in own)
        apart = any(one.status not in CLOSED for one in others)
        return replace(
            line,
            standing=LineStanding(found, apart=apart),
            changes=tuple(about) if found else changes,
            handed=self._handed(line.row.id, periods),
        )

    def _indexed(self, task: str) -> "_Indexed":
        """Return the same as ``standings``, by last day and part and by occasion."""
        if task not in self._found:
            by_day: dict[tuple[date | None, int], list[Standing]] = {}
            by_occasion: dict[str | None, list[Standing]] = {}
            for one in self.standings(task):
                by_day.setdefault((one.due, one.occasion.part or 0), []).append(one)
                by_occasion.setdefault(one.occasion.key, []).append(one)
            self._found[task] = _Indexed(by_day, by_occasion)
        return self._found[task]

    def _handed(self, task: str, periods: Container[str | None] | None = None) -> tuple[HandOver, ...]:
        """Return who has duties of a task now in place of whom, of all occasions or of some, named by their keys."""
        if task not in self.log.by_task:
            return ()
        standings = [one for one in self.all_standings(task) if periods is None or one.occasion.key in periods]
        return hand_overs(standings, units_of(self._tasks[task], self.plan) or (None,))

    def dated(self, line: Line, start: date | None, end: date | None) -> Iterator[Line]:
        """Yield a line for each day from ``start`` to ``end`` on which duties of the task fall due."""
        if line.row.id not in self.log.by_task:
            for day in due_days(line.row.reading, office=self.office, start=start, end=end):
                yield replace(line, day=day)
            return
        days = {
            (one.occasion.part, one.occasion.key, one.due): one
            for one in self.standings(line.row.id)
            if one.due is not None and one.status not in CLOSED
        }
        for one in days.values():
            if one.due is None or (start and one.due < start) or (end and one.due > end):
                continue
            planned = one.occasion.day
            earlier = planned.due if planned and one.extended else None
            yield replace(line, day=LineStanding((one,)).day, extended_from=earlier)


class Stage(StrEnum):
    """What may be asked for beside one status."""

    OWED = "owed"
    """Any of those in which somebody has something to do."""
    PARTLY_DONE = "partly_done"
    """Owed, but for a part."""


def with_status(lines: Iterable[Line], wished: Collection[Status | Stage]) -> tuple[Line, ...]:
    """Return the lines with a duty that stands like one of ``wished``; what is done late is done."""
    named = {*wished, *([Status.DONE_LATE] if Status.DONE in wished else [])}
    wanted = {*named, *(OWED if Stage.OWED in wished else [])}
    return tuple(
        replace(line, asked=tuple(one for one in _duties(line) if one.status in named))
        for line in lines
        if any(wanted & _stages(one) for one in _duties(line))
    )


def _duties(line: Line) -> tuple[Standing, ...]:
    return line.standing.standings if line.standing else ()


def _stages(one: Standing) -> set[Status | Stage]:
    return {one.status, Stage.PARTLY_DONE} if one.partly_on and one.status in OWED else {one.status}
