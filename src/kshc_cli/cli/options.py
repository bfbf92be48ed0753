"""Options that several commands have, and the completion of their values."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.opening import one_plan
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED, choice
from kshc_cli.errors import KshcError
from kshc_cli.messages import _
from kshc_cli.query.filters import Unclear
from kshc_cli.query.following import Stage
from kshc_cli.reading.recurrence.cycles import Cycle
from kshc_cli.reading.tasks import ReadPlan, read_plan
from kshc_cli.reading.times.kind_names import kind_name
from kshc_cli.reading.values import Kind
from kshc_cli.reports.recurrences import cycle_words
from kshc_cli.reports.standings import status_words
from kshc_cli.tracking.standing import Status
from kshc_cli.workspace import open_plan

KindWish = Kind | Cycle | Unclear
StatusWish = Status | Stage


class RoleOption(StrEnum):
    """The part that an agency takes."""

    LEAD = "lead"
    COOP = "coop"
    ANY = "any"


def role_words(role: RoleOption) -> str:
    """Return what a part is called."""
    return {RoleOption.LEAD: _("lead"), RoleOption.COOP: _("cooperating"), RoleOption.ANY: _("any")}[role]


def kind_words(kind: KindWish) -> str:
    """Return what a kind of time is called, or a period after which something comes back."""
    return cycle_words(kind) if isinstance(kind, Cycle) else kind_name(kind)


def cycle_names(kind: KindWish) -> tuple[str, ...]:
    """Return what else a period after which something comes back may be called; nothing for other kinds."""
    if not isinstance(kind, Cycle):
        return ()
    bare = {
        Cycle.DAILY: _("day"),
        Cycle.WEEKLY: _("week"),
        Cycle.MONTHLY: _("month"),
        Cycle.QUARTERLY: _("quarter"),
        Cycle.HALF_YEARLY: _("half-year"),
        Cycle.YEARLY: _("year"),
    }[kind]
    return bare, f"{kind_name(Kind.RECURRING)} {cycle_words(kind)}"


def stage_words(status: StatusWish) -> str:
    """Return how something stands, as answers say it."""
    if isinstance(status, Status):
        return status_words(status)
    return {Stage.OWED: _("owed"), Stage.PARTLY_DONE: _("partly done")}[status]


def complete_agency(session: Session, begun: str) -> Iterator[tuple[str, str]]:
    """Offer ids and names of the plan's agencies."""
    from kshc_cli.query.agency_search import names_of  # noqa: PLC0415  a shell asks, no command

    plan = _plan_of(session)
    for agency in plan.plan.agencies if plan else ():
        yield agency.id, agency.name
        yield from ((name, agency.id) for name in names_of(agency) if begun and name.startswith(begun))


def complete_task(session: Session, begun: str) -> Iterator[tuple[str, str]]:
    """Offer the ids of the plan's tasks."""
    plan = _plan_of(session)
    for read in plan.tasks if plan else ():
        if read.task.id.startswith(begun):
            yield read.task.id, read.task.content.split("\n")[0][:60]


def _plan_of(session: Session) -> ReadPlan | None:
    """Read the plan for completion; whatever is wrong with it, there is just nothing to offer."""
    try:
        plan = open_plan(one_plan(session)).text.plan
    except KshcError:
        return None
    return read_plan(plan) if plan else None


AgencyOption = Annotated[
    str | None,
    option(
        "--agency",
        "-a",
        help=_("An agency: its id, name or alias, with or without diacritics."),
        metavar=_("AGENCY"),
        completion=complete_agency,
    ),
]
RoleOptionType = Annotated[
    RoleOption,
    choice("--role", values=RoleOption, words=role_words, metavar=_("ROLE"), help=_("The part that the agency takes.")),
]
KindOption = Annotated[
    KindWish | None,
    choice(
        "--kind",
        "-k",
        values=(*Kind, *Cycle, *Unclear),
        words=kind_words,
        also=cycle_names,
        metavar=_("KIND"),
        help=_("Only tasks whose time is of this kind."),
    ),
]
SectionOption = Annotated[
    str | None,
    option(
        "--section",
        "-s",
        reader=FILLED,
        metavar=_("SECTION"),
        help=_("A section's or table's number, or words of a heading."),
    ),
]
StatusOption = Annotated[
    list[StatusWish] | None,
    choice(
        "--status",
        values=(*Status, *Stage),
        words=stage_words,
        also=lambda one: (_("all done"),) if one is Status.DONE else (),
        metavar=_("STATUS"),
        help=_("Only what stands so; may be repeated."),
    ),
]
AsOfOption = Annotated[
    str | None, option("--as-of", metavar=_("DATE"), help=_("The day to look from; today if left out."))
]
SearchOption = Annotated[
    list[str] | None,
    option(
        "--search",
        reader=FILLED,
        metavar=_("WORDS"),
        help=_(
            "Words that stand in the task one after another: with their diacritics where they are typed, else without;"
            " repeated, all must stand there."
        ),
    ),
]
YearOption = Annotated[str | None, option("--year", metavar=_("YEAR"), help=_("A year, for example 2024."))]
FromOption = Annotated[str | None, option("--from", metavar=_("DATE"), help=_("The first day, for example 1/6/2024."))]
ToOption = Annotated[str | None, option("--to", metavar=_("DATE"), help=_("The last day, for example 30/6/2024."))]
