"""A body's extract of a plan: the tasks that it leads and those in which it cooperates, with their due days."""

from collections.abc import Iterable, Iterator
from functools import cache

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.plan.model import Agency
from kshc_cli.query.filters import RoleFilter, cells_of, days_of_task, leading, taking_part
from kshc_cli.query.following import Following
from kshc_cli.query.glance import Glance, glance
from kshc_cli.query.lines import Line
from kshc_cli.query.rows import rows_of
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.reading.values import TimeReading
from kshc_cli.tracking.dues import DueDay


@dataclass(frozen=True, slots=True)
class ExtractTask:
    """A task of a body: its line, whose ``via`` is for the role that it stands under, and its due days."""

    line: Line
    dated: frozenset[int]
    """The parts of its time that have days, also those on which nobody owes anything any more."""
    told: Glance
    """Which of the days are listed, and how many more there are."""


@dataclass(frozen=True, slots=True)
class Extract:
    """What a plan wants of a body, in the order of the document; a task that it leads stands only there."""

    agency: str
    lead: tuple[ExtractTask, ...]
    coop: tuple[ExtractTask, ...]

    def __bool__(self) -> bool:
        return bool(self.lead or self.coop)


def extracts(following: Following, agencies: Iterable[str], *, role: RoleFilter) -> Iterator[Extract]:
    """Yield the extract of each of ``agencies`` (ids), for both roles or for one, as the plan stands on the day."""
    plan, office = following.plan, following.office
    rows = rows_of(plan)

    @cache
    def days(reading: TimeReading) -> tuple[DueDay, ...]:
        return tuple(days_of_task(reading, office=office))

    def extracted(line: Line, own: Following) -> ExtractTask:
        planned = days(line.row.reading)
        if line.row.id not in own.log.by_task:
            return ExtractTask(
                replace(line, changes=own.changes(line.row.id)), _parts(planned), glance(planned, own.day)
            )
        dated = sorted((one.day for one in own.dated(line, None, None) if one.day), key=lambda one: one.due)
        return ExtractTask(own.standing(line), _parts((*planned, *dated)), glance(dated, own.day))

    for agency in agencies:
        groups, own = plan.groups_of(agency), following.of(agency)
        lead: list[ExtractTask] = []
        coop: list[ExtractTask] = []
        for row, task in zip(rows, plan.tasks, strict=True):
            led = leading(row, task, agency, groups, own) if role != "coop" else None
            joined = taking_part(row, task, agency, groups, "coop") if role != "lead" and not led else None
            if led:
                lead.append(extracted(led, own))
            elif joined:
                coop.append(extracted(joined, own))
        yield Extract(agency, tuple(lead), tuple(coop))


def groups_told_by_members(plan: ReadPlan) -> dict[str, Agency]:
    """Return the groups, by id, whose tasks stand in the extracts of their members: they have no others than named.

    One that has members left open, or none in the plan's year, may hold tasks that nobody else's extract has.
    """
    return {
        group.id: group
        for group in plan.plan.agencies
        if not group.open and any(group.id in plan.groups_of(member) for member in group.members)
    }


def _parts(days: Iterable[DueDay]) -> frozenset[int]:
    return frozenset(day.part for day in days)


def tasks_of_nobody(plan: ReadPlan, role: RoleFilter) -> int:
    """Return in how many tasks the words name no body of the registry, in the role's cell or in both."""
    known = plan.registry.by_id.keys()
    return sum(all(known.isdisjoint(cell.agencies) for cell in cells_of(task, role)) for task in plan.tasks)
