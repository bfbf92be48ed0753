"""How many tasks each body of the registry takes part in."""

from collections import Counter
from dataclasses import dataclass

from kshc_cli.reading.tasks import ReadPlan


@dataclass(frozen=True, slots=True)
class Participation:
    """In how many tasks the words name a body as lead and as cooperating, and how many it comes into by groups only."""

    lead: int
    coop: int
    through_groups: int


def participations(plan: ReadPlan) -> dict[str, Participation]:
    """Count the tasks of every body of the registry; the tasks are walked through once."""
    lead: Counter[str] = Counter()
    coop: Counter[str] = Counter()
    tasks_of: dict[str, set[int]] = {}
    for number, task in enumerate(plan.tasks):
        lead.update(set(task.lead.agencies))
        coop.update(set(task.coop.agencies))
        for agency in {*task.lead.agencies, *task.coop.agencies}:
            tasks_of.setdefault(agency, set()).add(number)
    through: dict[tuple[str, ...], frozenset[int]] = {}
    found: dict[str, Participation] = {}
    for agency in plan.registry.by_id:
        groups = plan.registry.groups_with(agency)
        if groups not in through:
            through[groups] = frozenset[int]().union(*(tasks_of.get(group, ()) for group in groups))
        own = tasks_of.get(agency, frozenset[int]())
        found[agency] = Participation(lead[agency], coop[agency], len(through[groups]) - len(through[groups] & own))
    return found
