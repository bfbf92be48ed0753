"""Through which groups the words of a task name a body: a body of a group that is named is asked for by that, too."""

from collections.abc import Callable
from functools import cache
from typing import Literal

from kshc_cli.reading.tasks import ReadPlan


def named_groups(plan: ReadPlan) -> Callable[[str, Literal["lead", "coop"], str], tuple[str, ...]]:
    """Return what tells of a task, a role and a body (ids) the groups with that body which the words name.

    A group is also named by one that it belongs to. What a body took over that the words do not name, its groups have.
    """
    cells = {read.task.id: {"lead": read.lead, "coop": read.coop} for read in reversed(plan.tasks)}
    groups_of = cache(plan.groups_of)

    @cache
    def named(body: str, agencies: tuple[str, ...]) -> tuple[str, ...]:
        found = tuple(group for group in groups_of(body) if not {group, *groups_of(group)}.isdisjoint(agencies))
        return found or (() if body in agencies else groups_of(body))

    return lambda task, role, body: named(body, tuple(cells[task][role].agencies))
