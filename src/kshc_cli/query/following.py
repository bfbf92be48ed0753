"""How the tasks of an answer stand: the standing of their duties, laid beside their rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from kshc_cli.query.rows import Row, RowStanding
from kshc_cli.reading.tasks import ReadPlan, ReadTask
from kshc_cli.tracking.dues import DueDay, due_days
from kshc_cli.tracking.happenings import Happenings
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.tracking.progress_log import What
from kshc_cli.tracking.standing import CLOSED, DUE_SOON, Standing, Status, standings_of
from kshc_cli.tracking.units import members


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

    @cached_property
    def _tasks(self) -> dict[str, ReadTask]:
        return {read.task.id: read for read in reversed(self.plan.tasks)}

    @cached_property
    def _units(self) -> frozenset[str]:
        """The bodies behind the agency that is asked for."""
        return frozenset() if self.agency is None else frozenset({self.agency, *members((self.agency,), self.plan)})

    @cached_property
    def taken_over(self) -> frozenset[str]:
        """The tasks that the agency asked for took over from others, in whole or in part."""
        entries = (entry for task in self.log.by_task for entry in self.log.until(task, self.day))
        given = ((entry.task, entry.lead) for entry in entries if entry.kind == What.REASSIGNED and self._units)
        return frozenset(
            task for task, lead in given if task and lead and self._units & members((lead,), self.plan).keys()
        )

    def standings(self, task: str) -> tuple[Standing, ...]:
        """Return how the duties of a task stand: those of the agency asked for where it owes some, else all."""
        if task not in self._known:
            found = standings_of(
                self._tasks[task], self.plan, self.log, office=self.office, day=self.day, soon=self.soon
            )
            own = tuple(one for one in found if one.unit in self._units)
            self._known[task] = own or found
        return self._known[task]

    def standing(self, row: Row) -> Row:
        """Return a row with how its task stands, or the occasion of it that falls due on the row's day."""
        found = self.standings(row.id)
        if row.day is not None:
            found = tuple(one for one in found if _is_of_day(one, row))
        return replace(row, standing=RowStanding(found))

    def dated(self, row: Row, start: date | None, end: date | None) -> Iterator[Row]:
        """Yield a row for each day from ``start`` to ``end`` on which duties of the task fall due."""
        if row.id not in self.log.by_task:
            for day in due_days(row.reading, office=self.office, start=start, end=end):
                yield replace(row, day=day)
            return
        days = {
            (one.occasion.part, one.occasion.key, one.due): one
            for one in self.standings(row.id)
            if one.due is not None and one.status not in CLOSED
        }
        for one in days.values():
            if one.due is None or (start and one.due < start) or (end and one.due > end):
                continue
            planned = one.occasion.day
            moved = DueDay(one.due, one.due, one.due, planned.occurrence if planned else None, _part(one))
            yield replace(row, day=moved if one.extended or planned is None else planned)


def _part(one: Standing) -> int:
    return one.occasion.part or 0


def _is_of_day(one: Standing, row: Row) -> bool:
    if row.day is None or one.due != row.day.due or _part(one) != row.day.part:
        return False
    return row.day.occurrence in {None, one.occasion.key}


def with_status(rows: Iterable[Row], status: frozenset[Status]) -> tuple[Row, ...]:
    """Return the rows with a duty that stands like one of ``status``; what is done late is done."""
    wanted = status | {Status.DONE_LATE} if Status.DONE in status else status
    return tuple(row for row in rows if row.standing and any(one.status in wanted for one in row.standing.standings))
