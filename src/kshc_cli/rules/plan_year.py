"""The rule about the plan's year: one wrong year, or one wrong day of issue, makes every date of the plan look wrong.

What follows from it is no finding of its own: the other rules look at the plan as it was probably meant.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final

from kshc_cli.days import written
from kshc_cli.findings import Path
from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import Plan
from kshc_cli.reading.folding import canonical
from kshc_cli.reading.tasks import ReadPlan, read_plan
from kshc_cli.reading.times.days.figures import FIRST_YEAR, LAST_YEAR
from kshc_cli.reading.values import Deadline, Window
from kshc_cli.rules.rule import Fault, plan_rule

_YEAR: Final = lazy_pattern(r"năm (\d{4})(?!\d)", re.ASCII)


@plan_rule()
def plan_year(plan: ReadPlan) -> Iterator[Fault]:
    """The plan's year, its day of issue and its words do not fit together: one of them is a slip."""
    meant, issued = _meant_year(plan), plan.plan.act.date
    if meant is not None:
        message = _("The plan's words speak of {meant}, its year is {year}.")
        yield Fault(
            ("year",),
            message.format(meant=meant, year=plan.year),
            _("Write year: {meant}, if that is the year of the plan.").format(meant=meant),
            also=(_date_path(plan.plan),) if issued and issued.year == meant else (),
        )
    elif issued is not None and not _may_issue(issued.year, plan.year):
        yield Fault(
            _date_path(plan.plan),
            _("The plan of {year} cannot have been issued on {day}.").format(year=plan.year, day=written(issued)),
            _("Correct the day of issue, or the plan's year."),
            also=(("year",),),
        )
    else:
        yield from _against_each_other(plan.plan)


@plan_rule()
def followed_year(plan: ReadPlan) -> Iterator[Fault]:
    """A plan follows one of an earlier year."""
    followed = plan.plan.follows
    if followed is not None and followed.year >= plan.year:
        message = _("The plan of {year} cannot follow the one of {followed}.")
        yield Fault(
            ("follows", "year"),
            message.format(year=plan.year, followed=followed.year),
            _("Write the year of the plan from which this one was drafted."),
            also=(("year",),),
        )


def _against_each_other(plan: Plan) -> Iterator[Fault]:
    """Yield what stands against a decision whose subject names other years than the plan's subject does."""
    if plan.decision is None:
        return
    decided, planned = _years_in(plan.decision.subject), _years_in(plan.plan.subject)
    if decided and planned and not decided & planned:
        message = _("The decision's subject speaks of {decided}, the plan's of {planned}.")
        yield Fault(
            ("decision", "subject"),
            message.format(decided=min(decided), planned=min(planned)),
            _("Correct the year in one of the two."),
            also=(("plan", "subject"),),
        )


def _years_in(words: str) -> set[int]:
    return {int(year) for year in _YEAR.findall(canonical(words))}


def as_meant(plan: ReadPlan) -> ReadPlan:
    """Return the plan with the year, or without the day of issue, that ``plan_year`` calls a slip."""
    meant, written = _meant_year(plan), plan.plan
    if meant is not None:
        return read_plan(written.model_copy(update={"year": meant}), plan.own_texts)
    if written.act.date is None or _may_issue(written.act.date.year, plan.year):
        return plan
    act = "decision" if written.decision else "issuance"
    undated = written.model_copy(update={act: written.act.model_copy(update={"date": None})})
    return read_plan(undated, plan.own_texts)


def _date_path(plan: Plan) -> Path:
    return ("decision" if plan.decision else "issuance", "date")


def _may_issue(issued: int, year: int) -> bool:
    """Tell whether a plan may be issued in a year: its own, or the one before it."""
    return issued in {year - 1, year}


def _meant_year(plan: ReadPlan) -> int | None:
    """Return the year that two of subject, times and day of issue speak of, where none of them speaks of the plan's.

    None where they do not, or do not agree.
    """
    subjects = f"{plan.plan.plan.subject} {plan.plan.decision.subject if plan.plan.decision else ''}"
    spoken = _years_in(subjects)
    dated = _years_of_times(plan)
    if plan.year in spoken or plan.year in dated:
        return None
    issued = plan.plan.act.date
    signs = Counter([*spoken, *(year for year, _times in dated.most_common(1)), *([issued.year] if issued else [])])
    ((meant, times),) = signs.most_common(1) or [(plan.year, 0)]
    return meant if times > 1 and meant != plan.year and FIRST_YEAR <= meant <= LAST_YEAR else None


def _years_of_times(plan: ReadPlan) -> Counter[int]:
    """Count the years that the times of tasks name as their end, each task once."""
    years: Counter[int] = Counter()
    for read in plan.tasks:
        for part in read.time.parts[:1]:
            match part:
                case Window(end=end) | Deadline(due=date() as end) if str(end.year) in part.words:
                    years[end.year] += 1
                case _:
                    pass
    return years
