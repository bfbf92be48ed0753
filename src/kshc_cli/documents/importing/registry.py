"""A registry for a plan that has none: an entry for each name that stands in its agency cells."""

from typing import Final

from kshc_cli.plan.model import Agency, Plan
from kshc_cli.reading.proposals import Proposal, proposals
from kshc_cli.reading.tasks import read_plan

_ROUNDS: Final = 2
"""Entries first; then the other names of bodies that only these entries explain."""


def with_registry(plan: Plan) -> Plan:
    """Return a plan with the entries and aliases that are proposed for the unread words of its agency cells."""
    for _round in range(_ROUNDS):
        found = proposals(read_plan(plan))
        plan = plan.model_copy(update={"agencies": _grown(plan.agencies, found)})
    return plan


def _grown(agencies: tuple[Agency, ...], found: tuple[Proposal, ...]) -> tuple[Agency, ...]:
    aliases: dict[str, list[str]] = {}
    members: dict[str, list[str]] = {}
    for proposal in found:
        if proposal.alias_of is not None and proposal.alias is not None:
            aliases.setdefault(proposal.alias_of, []).append(proposal.alias)
        if proposal.entry is not None:
            for group in proposal.member_of:
                members.setdefault(group, []).append(proposal.entry.id)
    grown = (
        agency.model_copy(
            update={
                "aliases": (*agency.aliases, *aliases.get(agency.id, ())),
                "members": (*agency.members, *members.get(agency.id, ())),
            }
        )
        for agency in agencies
    )
    return (*grown, *(proposal.entry for proposal in found if proposal.entry))
