"""What differs between two plans: their tasks and what stands around them, part by part."""

from collections.abc import Mapping, Sequence
from typing import Final

from kshc_cli.compare.act_differences import act_differences
from kshc_cli.compare.part_differences import part_differences
from kshc_cli.compare.part_pairs import part_pairs, parts_of
from kshc_cli.compare.plan_differences import plan_differences
from kshc_cli.compare.prose import Paragraphs
from kshc_cli.compare.registry_differences import registry_differences
from kshc_cli.compare.task_differences import task_differences
from kshc_cli.compare.task_pairs import TaskPairs, task_pairs
from kshc_cli.compare.values import Comparison, Difference
from kshc_cli.findings import Path
from kshc_cli.plan.model import Plan
from kshc_cli.plan.walk import Placed, placed_tasks

_ORDER: Final = ("heading", "columns", "paragraphs", "items", "tables", "groups", "tasks")
"""The parts of a section and of what stands in it, as a document has them."""
_RANKS: Final = {name: rank for rank, name in enumerate(_ORDER)}


def differences(old: Plan, new: Plan) -> Comparison:
    """Return what differs between two plans, in time linear in them: nothing that differs is left out."""
    return compared(old, new, [*placed_tasks(old)], [*placed_tasks(new)])[0]


def compared(
    old: Plan, new: Plan, old_tasks: Sequence[Placed], new_tasks: Sequence[Placed]
) -> tuple[Comparison, TaskPairs]:
    """Return what differs between two plans whose tasks are known, and which tasks are the same."""
    tasks = task_pairs(old_tasks, new_tasks)
    parts = part_pairs([*parts_of(old)], [*parts_of(new)], tasks.same)
    prose = Paragraphs(old, new, parts)
    where = {**parts.where, **prose.where}
    body = [*part_differences(parts), *prose.differences(), *task_differences(tasks, where)]
    body.sort(key=lambda one: _rank(one, where))
    around = (*plan_differences(old, new), *act_differences(old, new), *registry_differences(old, new))
    names = {one.id: one.name for plan in (old, new) for one in plan.agencies}
    return Comparison((*around, *body), known_by_ids=tasks.known_by_ids, names=names), tasks


def _rank(one: Difference, where: Mapping[Path, Path]) -> tuple[tuple[int, ...], bool]:
    """Return where a difference stands in the new plan; what is gone, where it stood, as far as that is there."""
    if one.new is not None:
        return tuple(map(_step, one.new.path)), False
    path = one.old.path if one.old else ()
    for length in range(len(path), 0, -1):
        if path[:length] in where:
            path = (*where[path[:length]], *path[length:])
            break
    return tuple(map(_step, path)), True


def _step(step: str | int) -> int:
    return step if isinstance(step, int) else _RANKS.get(step, len(_RANKS))
