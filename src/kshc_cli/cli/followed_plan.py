"""The plan of the year before, which a plan says that it follows."""

from pathlib import Path
from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.exporting import refuse_errors
from kshc_cli.cli.issuing import errors_in
from kshc_cli.cli.opening import BrokenPlanError
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED
from kshc_cli.days import written
from kshc_cli.desk.opening import FormError, Opened
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _
from kshc_cli.plan.model import Plan
from kshc_cli.plan.record import GAP
from kshc_cli.reading.agencies.vocabulary import ORGANS
from kshc_cli.reading.folding import fold
from kshc_cli.workspace import open_plan, progress_bytes, progress_path

FollowsOption = Annotated[
    str | None,
    option(
        "--follows",
        reader=FILLED,
        metavar=_("PLAN"),
        help=_("The plan of the year before, which this one follows: compare with its figures of the same period."),
    ),
]


def plan_before(session: Session, named: str, plan: Plan, *, draft: bool) -> tuple[Opened, int]:
    """Return the plan that ``plan`` follows, with its log, and the exit status where errors refuse it, else 0.

    Raises WrongArgumentError for one that it does not follow, BrokenPlanError.
    """
    path = Path(named)
    file, log = open_plan(path), progress_path(path)
    if file.text.plan is None:
        raise BrokenPlanError(named, file.text.findings, session.terminal(error=True))
    _refuse_others(session, named, file.text.plan, plan)
    opened = Opened(file.text, progress_bytes(log))
    try:
        opened.check_log()
    except FormError as broken:
        raise BrokenPlanError(str(log), broken.findings, session.terminal(error=True)) from broken
    errors = [] if draft else errors_in(session, opened)
    return opened, refuse_errors(session, [(named, errors)]) if errors else 0


def _refuse_others(session: Session, named: str, old: Plan, plan: Plan) -> None:
    """Refuse a plan of no earlier year, one that this plan does not say it follows, and one of another office.

    Offices are renamed and merged: what ``follows`` identifies by number or day is only told.
    """
    follows = plan.follows
    if old.year >= plan.year:
        sentence = _("{file} is of {year}; what a plan of {other} follows is of an earlier year.")
        raise WrongArgumentError(sentence.format(file=named, year=old.year, other=plan.year))
    if follows is None:
        sentence = _(
            "The plan does not say which one it follows (follows: {{year: {year}}}), as a draft of kshc roll does."
        )
        raise WrongArgumentError(sentence.format(year=old.year))
    act = old.act
    numbers, days = (_number(follows.number), _number(act.number)), (follows.date, act.date)
    if follows.year != old.year or _differ(numbers):
        sentence = _("{file} is no. {number} of {year}, and the plan follows no. {other} of {before}.")
        facts = {"number": act.number or "…", "year": old.year, "other": follows.number or "…"}
        raise WrongArgumentError(sentence.format(file=named, before=follows.year, **facts))
    if follows.date and act.date and _differ(days):
        sentence = _("{file} is of {day}, and the plan follows one of {other}.")
        raise WrongArgumentError(sentence.format(file=named, day=written(act.date), other=written(follows.date)))
    if _office(old) != _office(plan):
        _tell_another_office(session, named, old, plan, is_sure=all(numbers) or all(days))


def _tell_another_office(session: Session, named: str, old: Plan, plan: Plan, *, is_sure: bool) -> None:
    """Say that a plan is of an office of another name, and refuse it where nothing identifies it."""
    facts = {"file": named, "other": old.issuer.name, "name": plan.issuer.name}
    if is_sure:
        session.say(
            _("{file} is of “{other}”, and the plan of “{name}”: the figures are of two offices.").format(**facts)
        )
        return
    known = {"number": _number(old.act.number) and old.act.number, "date": old.act.date}
    told = ", ".join(f"{key}: {value}" for key, value in (("year", old.year), *known.items()) if value)
    sentence = _(
        "{file} is of “{other}”, and the plan of “{name}”; where the one took over from the other, let the plan say "
        "by number or date which one it follows: follows: {{{told}}}."
    )
    if not any(known.values()):
        sentence = _(
            "{file} is of “{other}”, and the plan of “{name}”; neither number nor date says that it follows that one."
        )
    raise WrongArgumentError(sentence.format(told=told, **facts))


def _number(number: str | None) -> str:
    """Return a number as it is compared; empty where it is not known."""
    return "" if number is None or GAP in number else number.strip().lstrip("0")


def _differ(both: tuple[object, object]) -> bool:
    """Tell whether two facts, both known, are not the same."""
    return all(both) and both[0] != both[1]


def _office(plan: Plan) -> str:
    """Return the name of an office by which it is known, however it is spelt."""
    name = fold(plan.issuer.name)
    for full, short in ORGANS.items():
        name = name.replace(fold(full), fold(short))
    return name
