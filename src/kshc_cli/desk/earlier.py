"""The same period of the plan that a plan follows: what a report compares with."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date

from kshc_cli.compare.part_pairs import part_pairs, parts_of
from kshc_cli.compare.task_pairs import task_pairs
from kshc_cli.compare.values import Subject
from kshc_cli.desk.opening import Opened
from kshc_cli.plan.model import Plan
from kshc_cli.plan.walk import placed_tasks
from kshc_cli.query.period_report import NONE, Compared, Earlier, Period, PeriodReport, period_report


def earlier_of(old: Opened, plan: Plan, report: PeriodReport) -> Earlier:
    """Return how the plan ``old`` stood in the period of a report on ``plan``, which follows it, by the same days."""
    years = plan.year - old.plan.year
    period = report.period
    first, last, day = (_before(one, years) for one in (period.first, period.last, report.day))
    was = period_report(old.following(day), Period(period.name, period.key, first, last))
    return Earlier(old.plan.year, first, day, was.is_kept, was.figures, tuple(_compared(was, old.plan, report, plan)))


def _before(day: date, years: int) -> date:
    """Return a day so many years before; the last one of a month stays that."""
    last = monthrange(day.year - years, day.month)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return day.replace(year=day.year - years, day=last if is_last else min(day.day, last))


def _compared(was: PeriodReport, old: Plan, report: PeriodReport, plan: Plan) -> Iterator[Compared]:
    """Yield the sections of either plan that have figures; which of them are the same the plans tell by their tasks."""
    same = task_pairs(tuple(placed_tasks(old)), tuple(placed_tasks(plan))).same
    pairs = part_pairs(tuple(parts_of(old)), tuple(parts_of(plan)), same).same
    called: dict[str | None, str | None] = {
        one.old.record.heading: one.new.record.heading
        for one in pairs
        if one.old.level is Subject.SECTION and one.old.record.heading
    }
    before = {_now(name, called): figures for name, figures in was.sections}
    now = dict(report.sections)
    there = {section.heading for section in plan.plan.sections}
    gone = {_now(section.heading, called) for section in old.plan.sections}
    own = [one for one in _headings(plan) if one in before or one in now]
    for name in (*own, *(one for one in before if one is not None and one not in there)):
        yield Compared(
            name,
            before.get(name, NONE if name is None or name in gone else None),
            now.get(name, NONE if name is None or name in there else None),
        )


def _now(heading: str | None, called: Mapping[str | None, str | None]) -> str | None:
    return called.get(heading, heading)


def _headings(plan: Plan) -> list[str | None]:
    return [*dict.fromkeys((*(section.heading for section in plan.plan.sections if section.heading), None))]
