"""Rules about the dates that the readings give."""

from collections.abc import Container, Iterator
from datetime import date
from typing import Final

from kshc_cli.days import written
from kshc_cli.findings import Path, Severity
from kshc_cli.messages import _
from kshc_cli.reading.recurrence.occurrences import never_fires as fires_never
from kshc_cli.reading.recurrence.occurrences import rule_problem
from kshc_cli.reading.tasks import ReadPlan, ReadTask
from kshc_cli.reading.values import Continuous, Deadline, Recurring, TimePart, Window
from kshc_cli.rules.rule import Fault, plan_rule
from kshc_cli.tracking.dues import first_due_day, last_day
from kshc_cli.tracking.office_calendar import OfficeCalendar, office_calendar
from kshc_cli.tracking.public_days import SATURDAY


@plan_rule()
def date_outside_year(plan: ReadPlan) -> Iterator[Fault]:
    """A task's whole time lies in another year: before the plan's, last year's text was kept; after it, a warning."""
    office = office_calendar(plan.plan)
    for read, index, part in _parts(plan):
        match part:
            case Window() if part.end < plan.first_day or part.start > plan.last_day:
                yield _outside(plan, _place(read, index), part.words, part.end)
            case Deadline(due=date() as due) if last_day(part, due, office).year != plan.year:
                yield _outside(plan, _place(read, index), part.words, last_day(part, due, office))
            case _:
                pass
    for read in plan.tasks:
        work_by = read.task.work_by
        if work_by is not None and not plan.first_day <= work_by <= plan.last_day:
            yield _outside(plan, (*read.placed.path, "work_by"), "", work_by)


def _outside(plan: ReadPlan, path: Path, words: str, day: date) -> Fault:
    return Fault(
        path,
        _("{day} is not in {year}, the plan's year.").format(day=written(day), year=plan.year),
        _("Correct the date, or the plan's year."),
        words=words,
        severity=None if day < plan.first_day else Severity.WARNING,
    )


@plan_rule()
def window_reversed(plan: ReadPlan) -> Iterator[Fault]:
    """A period ends before it starts."""
    for read, index, part in _parts(plan):
        start, end = _bounds(part)
        if start is not None and end is not None and end < start:
            yield Fault(
                _place(read, index),
                _("The period ends on {end}, before it starts on {start}.").format(
                    end=written(end), start=written(start)
                ),
                _("Exchange the two dates, or correct one."),
            )


def _bounds(part: TimePart) -> tuple[date | None, date | None]:
    match part:
        case Window():
            return part.start, part.end
        case Continuous() | Recurring():
            return part.start, part.until
        case _:
            return None, None


@plan_rule()
def due_before_decision(plan: ReadPlan) -> Iterator[Fault]:
    """A duty was due before the decision, or the plan, that lays it down was signed."""
    issued, office = plan.plan.act.date, office_calendar(plan.plan)
    if issued is None:
        return
    for read, index, part in _parts(plan):
        match part:
            case Window(end=stated) | Deadline(due=date() as stated) if (
                plan.first_day <= (due := last_day(part, stated, office)) < issued
            ):
                yield Fault(
                    _place(read, index),
                    _("It is due on {due}, before the day of issue {issued}.").format(
                        due=written(due), issued=written(issued)
                    ),
                    _("Correct the time, or the day of issue."),
                    words=part.words,
                )
            case _:
                pass


@plan_rule(Severity.WARNING)
def day_of_next_year(plan: ReadPlan) -> Iterator[Fault]:
    """A day without its year lies before the end of what the task reports on, so that the year after is meant."""
    for read, index, part in _parts(plan):
        if not (isinstance(part, Deadline) and part.due and part.due.year == plan.year and part.due.month <= _EARLY):
            continue
        from kshc_cli.reading.sentences.doubts import is_early  # noqa: PLC0415  few plans have such a day

        if is_early(read.task.content.partition("\n")[0], part, plan.year):
            yield Fault(
                _place(read, index),
                _("By its content it is perhaps not due on {due}, but in the year after.").format(
                    due=written(part.due)
                ),
                _("Write the year beside the day."),
                words=part.words,
            )


_EARLY: Final = 3
"""The last month in which what a whole year gives is due in the year after."""


@plan_rule(source="RFC 5545, 3.3.10")
def bad_rrule(plan: ReadPlan) -> Iterator[Fault]:
    """A recurrence rule is not one of RFC 5545."""
    for read, index, part in _parts(plan):
        if isinstance(part, Recurring) and part.rrule is not None and (problem := rule_problem(part.rrule)):
            yield Fault(
                (*_place(read, index), "rrule"),
                problem,
                _("Write it as in RFC 5545, for example FREQ=MONTHLY;BYMONTHDAY=20."),
            )


@plan_rule()
def never_fires(plan: ReadPlan) -> Iterator[Fault]:
    """A recurrence has no occurrence in its period: it would never remind anybody."""
    for read, index, part in _parts(plan):
        if not isinstance(part, Recurring) or part.rrule is None or rule_problem(part.rrule):
            continue
        if fires_never(part, plan.year):
            yield Fault(
                _place(read, index),
                _("The rule “{rrule}” has no occurrence in its period.").format(rrule=part.rrule),
                _("Correct the rule, or its start and end."),
            )


@plan_rule(Severity.WARNING)
def work_by_after_due(plan: ReadPlan) -> Iterator[Fault]:
    """The day that the office itself works to lies after the task's first due day."""
    office = office_calendar(plan.plan)
    for read in plan.tasks:
        work_by = read.task.work_by
        if work_by is None:
            continue
        first = first_due_day(read.time, office=office)
        if first is not None and first.due < work_by:
            yield Fault(
                (*read.placed.path, "work_by"),
                _("The office works to {work_by}, after the first due day {due}.").format(
                    work_by=written(work_by), due=written(first.due)
                ),
                _("Correct work_by, or the time."),
            )


@plan_rule()
def contradicting_calendar(plan: ReadPlan) -> Iterator[Fault]:
    """The office's calendar has a day both off and worked: due days near it cannot be counted."""
    own = plan.plan.calendar
    if own is None:
        return
    places = {day: index for index, day in reversed(tuple(enumerate(own.days_off)))}
    for index, day in enumerate(own.worked_days):
        if day in places:
            yield Fault(
                ("calendar", "worked_days", index),
                _("{day} stands both among the days off and among the worked days.").format(day=written(day)),
                _("Delete it from one of the two lists."),
                also=(("calendar", "days_off", places[day]),),
            )


@plan_rule(Severity.WARNING)
def doubtful_calendar(plan: ReadPlan) -> Iterator[Fault]:
    """A day of the office's calendar stands twice, is far from the plan's year, or is worked anyway."""
    own = plan.plan.calendar
    if own is None:
        return
    for name, days in (("days_off", own.days_off), ("worked_days", own.worked_days)):
        earlier: set[date] = set()
        for index, day in enumerate(days):
            if doubt := _doubt(plan, day, earlier=earlier):
                yield Fault(("calendar", name, index), *doubt)
            earlier.add(day)
    public, off = OfficeCalendar(plan.year), set(own.days_off)
    for index, day in enumerate(own.worked_days):
        if day.weekday() < SATURDAY and day not in off and public.day_off(day) is None:
            yield Fault(
                ("calendar", "worked_days", index),
                _("{day} is a working day anyway.").format(day=written(day)),
                _("Correct the date, or delete it."),
            )


def _doubt(plan: ReadPlan, day: date, *, earlier: Container[date]) -> tuple[str, str] | None:
    """Return message and remedy where a day stands twice or far from the plan's year."""
    if day in earlier:
        return _("{day} stands twice in this list.").format(day=written(day)), _("Delete one of the two.")
    if abs(day.year - plan.year) > 1:
        message = _("{day} is far from {year}, the plan's year.").format(day=written(day), year=plan.year)
        return message, _("Correct the date, or delete it.")
    return None


def _parts(plan: ReadPlan) -> Iterator[tuple[ReadTask, int, TimePart]]:
    for read in plan.tasks:
        for index, part in enumerate(() if read.shares("time") else read.time.parts):
            yield read, index, part


def _place(read: ReadTask, index: int) -> Path:
    cell = read.task.time
    stated = cell is not None and cell.reading is not None
    return (*read.placed.path, "time", "reading", index) if stated else (*read.placed.path, "time", "text")
