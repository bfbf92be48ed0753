"""The bodies that each owe a task: its leads, and the members of the groups that lead it."""

from collections.abc import Iterable

from kshc_cli.reading.tasks import ReadPlan, ReadTask
from kshc_cli.reading.values import AgencyReading


def units_of(read: ReadTask, plan: ReadPlan) -> tuple[str, ...]:
    """Return the ids of the bodies that owe a task, in the order of the words; none where the words name nobody known.

    Bodies that the words take out of a group, and those that do not exist in the plan's year, owe nothing.
    """
    return bodies_of(read.lead, plan)


def bodies_of(cell: AgencyReading, plan: ReadPlan) -> tuple[str, ...]:
    """Return the ids of the bodies that a cell names, groups taken apart; not those that it takes out of a group."""
    excluded = members(cell.excluded, plan)
    return tuple(one for one in members(cell.agencies, plan) if one not in excluded)


def members(agencies: Iterable[str], plan: ReadPlan) -> dict[str, None]:
    """Return the bodies behind ``agencies``, each once, in order."""
    named = tuple(agencies)
    found = dict.fromkeys(member for agency in named for member in plan.registry.members_of(agency))
    return {one: None for one in found if one in named or _exists(one, plan)}


def _exists(agency: str, plan: ReadPlan) -> bool:
    return plan.registry.by_id[agency].exists_in(plan.first_day, plan.last_day)
