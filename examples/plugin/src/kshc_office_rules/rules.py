"""A rule of one office."""

from collections.abc import Iterator
from typing import Final

from kshc_cli.plugins import CheckedPlan, Fault

MOST: Final = 3
"""How many bodies may lead one task, by the office's own instruction."""


def few_leads(plan: CheckedPlan) -> Iterator[Fault]:
    """A task that many bodies lead has nobody who answers for it."""
    for task in plan.tasks:
        if (count := len(task.lead_agencies)) > MOST:
            yield Fault(
                path=task.at("lead"),
                message=f"{count} bodies lead task {task.id}; the office allows {MOST}.",
                remedy="Name who answers for it, and let the others cooperate.",
                message_vi=f"Việc {task.id} do {count} cơ quan chủ trì; văn phòng cho phép {MOST}.",
                remedy_vi="Ghi cơ quan chịu trách nhiệm, các cơ quan khác phối hợp.",
            )
