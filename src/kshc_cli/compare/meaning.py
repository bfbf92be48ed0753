"""What differences mean: last days, who owes what, and entries of the log that no longer fit. Readings tell all of it.

Nothing is computed here: days and duties are those of ``tracking.standing`` with an empty log, what stands against
entries is what ``kshc validate`` finds.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from kshc_cli.compare.registry_differences import same_bodies
from kshc_cli.compare.task_pairs import TaskPairs
from kshc_cli.compare.values import Effect, EffectKind
from kshc_cli.findings import Path
from kshc_cli.plan.model import Plan
from kshc_cli.plan.walk import Placed
from kshc_cli.reading.tasks import ReadPlan, ReadTask
from kshc_cli.tracking.happenings import Happenings
from kshc_cli.tracking.objections import objections
from kshc_cli.tracking.office_calendar import OfficeCalendar, office_calendar
from kshc_cli.tracking.progress_log import Entry
from kshc_cli.tracking.standing import standings_of
from kshc_cli.tracking.units import bodies_of

_NOTHING: Final = Happenings()


class _Duties(NamedTuple):
    """What a task asks for by a plan."""

    days: tuple[date, ...] = ()
    leads: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()


class _Side:
    """A plan, read, with what is asked of its tasks."""

    def __init__(self, plan: ReadPlan) -> None:
        self.plan = plan
        self.office: OfficeCalendar = office_calendar(plan.plan)
        self._reads: dict[Path, ReadTask] = {one.placed.path: one for one in plan.tasks}

    def read(self, placed: Placed) -> ReadTask:
        """Return a task with its readings."""
        return self._reads[placed.path]

    def duties(self, placed: Placed) -> _Duties:
        """Return what a task asks for."""
        read, day = self.read(placed), self.plan.first_day
        standings = standings_of(read, self.plan, _NOTHING, office=self.office, day=day, soon=())
        days = sorted({one.occasion.day.due for one in standings if one.occasion.day})
        leads = tuple(dict.fromkeys(one.unit for one in standings if one.unit))
        helpers = tuple(one for one in bodies_of(read.coop, self.plan) if one not in leads)
        return _Duties(tuple(days), leads, helpers)


def effects(old: ReadPlan, new: ReadPlan, tasks: TaskPairs) -> Iterator[Effect]:
    """Yield what differences mean for days and bodies: of tasks that stay, in their order, then of the others."""
    before, after = _Side(old), _Side(new)
    known = same_bodies(old.plan.agencies, new.plan.agencies)
    alike = _frame(old.plan) == _frame(new.plan)
    for pair in tasks.same:
        was, now = before.read(pair.old), after.read(pair.new)
        if not alike or (was.lead, was.coop, was.time) != (now.lead, now.coop, now.time):
            yield from _between(now.task.id, before.duties(pair.old), after.duties(pair.new), known)
    for placed in tasks.come:
        yield from _between(placed.task.id, _Duties(), after.duties(placed), known)
    for placed in tasks.gone:
        lost = _between(placed.task.id, before.duties(placed), _Duties(), known)
        yield from (one._replace(is_gone=True) for one in lost)


def _frame(plan: Plan) -> tuple[object, ...]:
    """Return what else days and bodies depend on than the words of a task."""
    act = plan.act
    return plan.year, plan.calendar, plan.agencies, act.date, act.month, plan.issuer


def _between(task: str, old: _Duties, new: _Duties, known: dict[str, str]) -> Iterator[Effect]:
    if old.days != new.days:
        yield Effect(EffectKind.LAST_DAY, task, old.days, new.days)
    kinds = (
        (EffectKind.LOSES, EffectKind.GAINS, old.leads, new.leads),
        (EffectKind.LEAVES, EffectKind.JOINS, old.helpers, new.helpers),
    )
    for leaving, coming, before, after in kinds:
        had = {known.get(body, body): body for body in before}
        yield from (Effect(leaving, task, body=body) for one, body in had.items() if one not in after)
        yield from (Effect(coming, task, body=body) for body in after if body not in had)


def unfitting(entries: Sequence[Entry], old: ReadPlan, new: ReadPlan) -> Iterator[Effect]:
    """Yield the entries of a log against which more stands by the new plan than by the old one."""
    if not entries:
        return
    before = {(one.entry.id, one.finding.rule) for one in objections(entries, old, office=office_calendar(old.plan))}
    told: set[str] = set()
    for one in objections(entries, new, office=office_calendar(new.plan)):
        if (one.entry.id, one.finding.rule) not in before and one.entry.id not in told:
            told.add(one.entry.id)
            yield Effect(EffectKind.RECORDED, one.entry.task or "", entry=one.entry, message=one.finding.message)
