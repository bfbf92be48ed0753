"""All duties of a plan in flat rows: one for each body, in each role, on each occasion of a task.

They are what ``list``, ``due`` and ``status`` answer with, taken apart: the same lines, occasions, days and standings,
so that rows with the role ``lead`` are the duties that ``status`` counts. Nothing is computed here.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any, Literal, NamedTuple

from kshc_cli.plan.model import Plan
from kshc_cli.query.filters import Choice, chosen_lines, given_away_lines
from kshc_cli.query.following import Following
from kshc_cli.query.lines import Line, LineStanding
from kshc_cli.query.plan_ids import plan_id
from kshc_cli.query.rows import TaskRow
from kshc_cli.reading.participation import through
from kshc_cli.reading.tasks import ReadPlan, ReadTask
from kshc_cli.reading.values import AgencyReading
from kshc_cli.tracking.occasions import Occasion
from kshc_cli.tracking.progress_log import Document
from kshc_cli.tracking.standing import CLOSED, Standing
from kshc_cli.tracking.units import bodies_of


class DutyRow(NamedTuple):
    """What a body has to do, or takes part in, on one occasion of a task, on the day that is asked for."""

    plan: str
    """The plan's id, made of its year, office, title and subject."""
    year: int
    """The plan's year."""
    office: str
    """The body that issued the plan."""
    parent: str | None
    """The body above it, if the heading of the plan names one."""
    as_of: date
    """The day on which the duty stands so."""
    draft: bool
    """Whether the plan or its log has errors, so that the duty may be told wrongly."""
    task: str
    """The task's id."""
    number: str | None
    """The printed number; null for a duty outside the tables."""
    section: str | None
    """The heading of the section."""
    table: str | None
    """The heading of the table."""
    group: str | None
    """The heading of the group."""
    content: str
    """The words that say what is to be done."""
    lead: str | None
    """The words that say who leads."""
    coop: str | None
    """The words that say who takes part."""
    result: str | None
    """The words that say what is the product."""
    time: str | None
    """The words that say when."""
    work_by: date | None
    """The office's own day."""
    kind: str
    """The kind of the part of the time that the occasion comes from; unread where there is none."""
    period: str | None
    """The key of the occasion in the log: 2024-06, 2024-Q2; null where it is the only one of its task."""
    period_name: str | None
    """What the occasion is called in words; in Vietnamese wherever programs read it."""
    begins: date | None
    """The first day on which it can be done, where that is known."""
    planned: date | None
    """The last day by the plan, before an extension."""
    estimated: bool
    """Whether a day was moved or counted by days off on which no decision of the State was seen."""
    role: Literal["lead", "coop"]
    """Whether the body owes it, or takes part."""
    body: str | None
    """The body's id; null where the words name nobody known."""
    body_name: str | None
    """The body's name."""
    via: str | None
    """The id of the group through which the words name the body; null where they name itself, or the log did."""
    due: date | None
    """The last day that counts, by the plan's calendar and by extensions."""
    status: str
    """How the duty stands on the day; of a body that takes part, how those of the leading bodies stand together."""
    days: int | None
    """Days left to the last day, negative where it has passed; null for what is not owed or has none."""
    done_on: date | None
    """The day on which it was done."""
    partly_on: date | None
    """The day on which a part was done, while it is not done."""
    moved_to: str | None
    """The id of the body that took it over, or of the task into which it was merged."""
    document_number: str | None
    """Number and symbol of the document by which it was done."""
    document_date: date | None
    """The day of that document."""
    document_title: str | None
    """What that document is about."""
    by: str | None
    """The document that approves that it was given to another body, merged or cancelled."""
    entry: str | None
    """The id of the entry of the log by which it was done or ended."""


Day = date


class PlanOfDuties(NamedTuple):
    """A plan whose duties are told."""

    plan: str
    """The plan's id, made of its year, office, title and subject."""
    year: int
    """The plan's year."""
    office: str
    """The body that issued the plan."""
    parent: str | None
    """The body above it, if the heading of the plan names one."""
    number: str | None
    """The number without the symbol; null until it is stamped."""
    symbol: str
    """The symbol after the number."""
    date: Day | None
    """The day of issue; null until it is stamped."""
    subject: str
    """What the plan is about."""
    as_of: Day
    """The day on which the duties stand so."""
    draft: bool
    """Whether the plan or its log has errors, so that duties may be told wrongly."""
    without_date: dict[str, int]
    """For how many tasks no date can be computed, by the kind of their time, or illegible, unread."""


class AllDuties(NamedTuple):
    """All duties of the plans that were asked, one for each body, in each role, on each occasion of a task."""

    schema: str
    """The shape of this object and its version."""
    plans: list[PlanOfDuties]
    """The plans that were asked."""
    duties: list[DutyRow]
    """The duties, in the order of the plans and of their documents."""


class _Occasion(NamedTuple):
    """The duties of a task on one occasion."""

    occasion: Occasion
    all: list[Standing]
    asked: list[Standing]
    """Those of the body that is asked for, where one is."""


def duty_rows(following: Following, choice: Choice, *, draft: bool = False) -> Iterator[DutyRow]:
    """Yield the rows that ``choice`` asks for: by task, by occasion, first who owes a duty, then who takes part.

    Of a plan with errors they are a ``draft``.
    """
    tasks = {read.task.id: read for read in reversed(following.plan.tasks)}
    plan, bodies = (*_of_plan(following.plan.plan), following.day, draft), _Bodies(following.plan)
    for line, had in _lines(following, choice):
        read, task = tasks[line.row.id], _of_task(line.row)
        leads = choice.role != "coop" and line.part != "coop"
        helpers = _helpers(read, following) if choice.role != "lead" and not had else ()
        for one in _occasions(following, line.row.id):
            when = _of_occasion(one.occasion, line.row.year)
            for duty in one.asked if leads else ():
                yield _row(plan, task, when, bodies.of("lead", duty.unit, read.lead), _of_duty(duty))
            told = [_of_all(standings) for standings in _by_day(one.all)] if helpers else ()
            for helper in helpers:
                yield from (_row(plan, task, when, bodies.of("coop", helper, read.coop), how) for how in told)


def _lines(following: Following, choice: Choice) -> Iterator[tuple[Line, bool]]:
    """Yield the lines in the order of the document, each with whether its body had it and gave all of it on."""
    chosen, given = chosen_lines(following, choice), given_away_lines(following, choice)
    lines = [*((line, True) for line in given), *((line, False) for line in chosen)]
    if given:
        places = {read.task.id: place for place, read in enumerate(following.plan.tasks)}
        lines.sort(key=lambda told: places[told[0].row.id])
    yield from lines


def _row(*fields: tuple[Any, ...]) -> DutyRow:
    return DutyRow._make(value for several in fields for value in several)


def _occasions(following: Following, task: str) -> Iterator[_Occasion]:
    """Yield the occasions of a task with the duties on them, also with those that are closed."""
    found: dict[str | None, _Occasion] = {}
    asked = set(map(id, following.had(task)))
    for one in following.all_standings(task):
        occasion = found.setdefault(one.occasion.key, _Occasion(one.occasion, [], []))
        occasion.all.append(one)
        if id(one) in asked:
            occasion.asked.append(one)
    yield from found.values()


def _by_day(standings: Sequence[Standing]) -> Iterable[Sequence[Standing]]:
    """Return the duties of an occasion by their last day, as the log moved it for some; if all are closed, together."""
    days: dict[date | None, list[Standing]] = {}
    for one in standings:
        days.setdefault(one.due, []).append(one)
    return [day for day in days.values() if any(one.status not in CLOSED for one in day)] or [standings]


def _helpers(read: ReadTask, following: Following) -> tuple[str, ...]:
    """Return the bodies that take part in a task without owing it, or of the one that is asked for those behind it."""
    helpers = bodies_of(read.coop, following.plan)
    return helpers if following.agency is None else tuple(one for one in helpers if one in following.units)


class _Bodies:
    """The bodies of rows, each known with its name and its groups after the first time."""

    def __init__(self, plan: ReadPlan) -> None:
        self._plan = plan
        self._groups = cache(plan.groups_of)

    def of(self, role: Literal["lead", "coop"], body: str | None, cell: AgencyReading) -> tuple[object, ...]:
        """Return role, id, name and group of a body that a cell names, or that took over what it names."""
        if body is None:
            return role, None, None, None
        entry = self._plan.registry.by_id.get(body)
        via = None if body in cell.agencies else through(self._groups(body), body, (cell,))
        return role, body, entry.name if entry else body, via


def plan_of_duties(following: Following, undated: dict[str, int], *, draft: bool) -> PlanOfDuties:
    """Return what identifies the plan of rows; ``undated`` counts its tasks without a date, a ``draft`` has errors."""
    plan = following.plan.plan
    act, known = plan.act, _of_plan(plan)
    return PlanOfDuties(*known, act.number, act.symbol, act.date, plan.plan.subject, following.day, draft, undated)


def _of_plan(plan: Plan) -> tuple[str, int, str, str | None]:
    return plan_id(plan), plan.year, plan.issuer.name, plan.issuer.parent


def _of_task(row: TaskRow) -> tuple[object, ...]:
    place = row.id, row.number, row.section, row.table, row.group
    return *place, row.content, row.lead, row.coop, row.result, row.time, row.work_by


def _of_occasion(one: Occasion, year: int) -> tuple[object, ...]:
    planned = one.day.due if one.day else None
    estimated = one.day is not None and one.day.estimated
    return str(one.kind), one.key, one.name(year) or None if one.key else None, one.begins, planned, estimated


def _of_duty(one: Standing) -> tuple[object, ...]:
    """Return how a duty stands, and by which entry it was done or ended."""
    entry = one.settled_by
    document = (entry and entry.document) or Document()
    told = one.due, one.status.value, one.days, one.done_on, one.partly_on, one.moved_to
    return *told, *document, *((entry.by, entry.id) if entry else (None, None))


def _of_all(standings: Sequence[Standing]) -> tuple[object, ...]:
    """Return how the duties of an occasion stand together."""
    together = LineStanding(tuple(standings))
    status = together.status
    due = together.day.due if together.day else None
    told = due, status.value if status else "", together.days, together.done_on, together.partly_on
    return *told, *([None] * 6)
