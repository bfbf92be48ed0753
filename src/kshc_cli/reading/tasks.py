"""A whole plan, read: every task and duty with what its words mean."""

from dataclasses import replace
from datetime import date
from functools import cached_property

from kshc_cli.dataclass import dataclass
from kshc_cli.plan.model import Duty, Plan, Task, TimeWords
from kshc_cli.plan.walk import Placed, placed_tasks
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.participation import Participation, participations
from kshc_cli.reading.times.reader import given_time, read_time
from kshc_cli.reading.values import AgencyReading, TimeReading, Undated


@dataclass(frozen=True, slots=True)
class ReadTask:
    """A task or duty in its place, with the readings of its cells.

    A cell of the lead's column may say who only cooperates (Chủ trì: A / Phối hợp: B): ``lead`` and ``coop`` go by what
    bodies do, ``lead_cell`` and ``coop_cell`` by where they stand.
    """

    placed: Placed
    lead_cell: AgencyReading
    coop_cell: AgencyReading
    time: TimeReading

    @property
    def lead(self) -> AgencyReading:
        """Who does the task."""
        cell = self.lead_cell
        return replace(cell, agencies=cell.leading, joins=frozenset()) if cell.joins else cell

    @property
    def coop(self) -> AgencyReading:
        """Who cooperates, in whichever column."""
        cell, joining = self.coop_cell, self.lead_cell
        if not joining.joins:
            return cell
        excluded = (*joining.excluded, *cell.excluded)
        return replace(cell, agencies=(*joining.cooperating, *cell.agencies), excluded=excluded)

    @property
    def cells(self) -> tuple[tuple[str, AgencyReading], ...]:
        """The readings of the two cells, with the names of their fields."""
        return ("lead", self.lead_cell), ("coop", self.coop_cell)

    @property
    def task(self) -> Task | Duty:
        """The task as written."""
        return self.placed.task


@dataclass(frozen=True)
class ReadPlan:
    """The plan with its registry and all its tasks, read."""

    plan: Plan
    registry: Registry
    tasks: tuple[ReadTask, ...]

    @property
    def year(self) -> int:
        """The plan's year."""
        return self.plan.year

    @property
    def first_day(self) -> date:
        """The first day of the plan's year."""
        return date(self.year, 1, 1)

    @property
    def last_day(self) -> date:
        """The last day of the plan's year."""
        return date(self.year, 12, 31)

    def groups_of(self, agency: str) -> tuple[str, ...]:
        """Return the groups through which a body takes part, nearest first: none if it is gone, or not yet there."""
        entry = self.registry.by_id.get(agency)
        exists = entry is None or entry.exists_in(self.first_day, self.last_day)
        return self.registry.groups_with(agency) if exists else ()

    @cached_property
    def participations(self) -> dict[str, Participation]:
        """In how many tasks each body of the registry takes part."""
        cells = [(task.lead, task.coop) for task in self.tasks]
        return participations(cells, self.registry.by_id, self.groups_of)

    @property
    def used_agencies(self) -> frozenset[str]:
        """Ids of the bodies that take part in some task, by name or through a group."""
        parts = self.participations.items()
        return frozenset(agency for agency, part in parts if part.lead or part.coop or part.through_groups)


class _Reader:
    """Reads cells, each distinct text once: real plans repeat a few phrases."""

    def __init__(self, plan: Plan) -> None:
        self.registry = Registry(plan.agencies, plan.issuer)
        self._year, self._issued = plan.year, plan.act.date
        self._times: dict[str, TimeReading] = {}

    def time(self, cell: TimeWords | None) -> TimeReading:
        if cell is None:
            return TimeReading((Undated(),))
        if cell.reading is not None:
            return given_time(cell.reading)
        if cell.text not in self._times:
            self._times[cell.text] = read_time(cell.text, year=self._year, issued=self._issued)
        return self._times[cell.text]

    def task(self, placed: Placed) -> ReadTask:
        task = placed.task
        coop = task.coop if isinstance(task, Task) else None
        registry = self.registry
        return ReadTask(placed, registry.read_cell(task.lead), registry.read_cell(coop), self.time(placed.time_words))


def read_plan(plan: Plan) -> ReadPlan:
    """Read every task and duty of ``plan``. Never fails: what cannot be read is in the readings' ``unread``."""
    reader = _Reader(plan)
    return ReadPlan(plan, reader.registry, tuple(reader.task(placed) for placed in placed_tasks(plan)))
