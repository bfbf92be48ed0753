"""The plan of the year before, which a plan says that it follows."""

from pathlib import Path
from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.exporting import refuse_errors
from kshc_cli.cli.issuing import errors_in
from kshc_cli.cli.opening import BrokenPlanError
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED
from kshc_cli.desk.opening import FormError, Opened
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _
from kshc_cli.plan.model import Plan
from kshc_cli.plan.record import GAP
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
    _refuse_others(named, file.text.plan, plan)
    opened = Opened(file.text, progress_bytes(log))
    try:
        opened.check_log()
    except FormError as broken:
        raise BrokenPlanError(str(log), broken.findings, session.terminal(error=True)) from broken
    errors = [] if draft else errors_in(session, opened)
    return opened, refuse_errors(session, [(named, errors)]) if errors else 0


def _refuse_others(named: str, old: Plan, plan: Plan) -> None:
    follows = plan.follows
    if follows is None:
        sentence = _(
            "The plan does not say which one it follows (follows: {{year: {year}}}), as a draft of kshc roll does."
        )
        raise WrongArgumentError(sentence.format(year=old.year))
    numbers = [one for one in (follows.number, old.act.number) if one and GAP not in one]
    if follows.year != old.year or len({*numbers}) > 1:
        sentence = _("{file} is no. {number} of {year}, and the plan follows no. {other} of {before}.")
        facts = {"number": old.act.number or "…", "year": old.year, "other": follows.number or "…"}
        raise WrongArgumentError(sentence.format(file=named, before=follows.year, **facts))
