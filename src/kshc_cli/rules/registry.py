"""Rules about the registry of agencies."""

from collections.abc import Iterator

from kshc_cli.findings import Path, Severity
from kshc_cli.messages import _
from kshc_cli.reading.agencies.registry import name_key
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.rules.circles import in_circles
from kshc_cli.rules.rule import Fault, plan_rule


@plan_rule()
def duplicate_agency_id(plan: ReadPlan) -> Iterator[Fault]:
    """Two agencies share an id, so nobody can tell which one is meant."""
    first: dict[str, Path] = {}
    for index, agency in enumerate(plan.plan.agencies):
        path: Path = ("agencies", index, "id")
        if agency.id in first:
            yield Fault(
                path,
                _("The agency id “{id}” is taken already.").format(id=agency.id),
                _("Give this agency an id of its own."),
                also=(first[agency.id],),
            )
        first.setdefault(agency.id, path)


@plan_rule()
def unknown_member(plan: ReadPlan) -> Iterator[Fault]:
    """A group names a member that the registry does not have."""
    for index, agency in enumerate(plan.plan.agencies):
        for place, member in enumerate(agency.members):
            if member not in plan.registry.by_id:
                yield Fault(
                    ("agencies", index, "members", place),
                    _("The group “{group}” names a member “{id}” that is no agency's id.").format(
                        group=agency.id, id=member
                    ),
                    _("Correct the id, or add an agency with it."),
                )


@plan_rule()
def circular_group(plan: ReadPlan) -> Iterator[Fault]:
    """A group is, through its members, a member of itself."""
    circling = in_circles({agency.id: agency.members for agency in plan.registry.by_id.values()})
    for index, agency in enumerate(plan.plan.agencies):
        if agency.id in circling:
            yield Fault(
                ("agencies", index, "members"),
                _("The group “{group}” contains itself.").format(group=agency.id),
                _("Take it, or the group that leads back to it, out of the members."),
            )


@plan_rule()
def ambiguous_alias(plan: ReadPlan) -> Iterator[Fault]:
    """Two bodies claim the same name, so that a cell with it could mean either."""
    claims: dict[str, tuple[str, Path]] = {}
    for index, agency in enumerate(plan.plan.agencies):
        paths: list[tuple[str, Path]] = [(agency.name, ("agencies", index, "name"))]
        paths += [(alias, ("agencies", index, "aliases", place)) for place, alias in enumerate(agency.aliases)]
        for name, path in paths:
            owner, first = claims.setdefault(name_key(name), (agency.id, path))
            if owner != agency.id:
                yield Fault(
                    path,
                    _("“{name}” is claimed by “{first}” and by “{second}”.").format(
                        name=name, first=owner, second=agency.id
                    ),
                    _("Leave the name to one of the two."),
                    also=(first,),
                )


@plan_rule()
def unknown_agency(plan: ReadPlan) -> Iterator[Fault]:
    """The agencies stated beside the words of a cell are not in the registry."""
    for read in plan.tasks:
        for cell, reading in read.cells:
            for place, agency in enumerate(reading.agencies):
                if agency not in plan.registry.by_id:
                    yield Fault(
                        (*read.placed.path, cell, "agencies", place),
                        _("“{id}” is no agency's id.").format(id=agency),
                        _("Correct the id, or add an agency with it."),
                    )


@plan_rule(Severity.WARNING, about_lacking=True)
def unused_agency(plan: ReadPlan) -> Iterator[Fault]:
    """An agency of the registry takes part in nothing: perhaps a cell spells its name in another way.

    One that ended before the plan's year, or begins after it, may stay for its history. Of one that unread words likely
    mean these are the cause, and have a finding of their own.
    """
    used = plan.used_agencies | _meant(plan)
    for index, agency in enumerate(plan.plan.agencies):
        if agency.id not in used and agency.exists_in(plan.first_day, plan.last_day):
            yield Fault(
                ("agencies", index, "id"),
                _("No task names the agency “{id}”.").format(id=agency.id),
                _("Delete it, or give it the spelling that the tasks use as an alias."),
            )


def _meant(plan: ReadPlan) -> set[str | None]:
    """Return the ids of those that unread words likely mean."""
    if next(plan.unread_bodies(), None) is None:
        return set()
    from kshc_cli.reading.proposals import proposals  # noqa: PLC0415  most plans have no such words

    return {proposal.alias_of for proposal in proposals(plan)}
