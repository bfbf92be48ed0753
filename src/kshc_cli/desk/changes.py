"""What ``kshc import --like`` says of the tasks of an earlier plan: gone, new, with other words, under another id."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from kshc_cli.compare.printed import as_read, text_of
from kshc_cli.messages import _
from kshc_cli.plan.model import Duty, Plan, Task
from kshc_cli.plan.walk import placed_tasks

_NAMED: Final = 20
"""Ids that a sentence names."""
_WORDS: Final = ("content", "lead", "coop", "result", "time")
"""The fields whose words are compared."""


def gone_tasks(plan: Plan, earlier: Plan) -> tuple[str, ...]:
    """Return the ids that an earlier plan has and ``plan`` has not."""
    ids = {placed.task.id for placed in placed_tasks(plan)}
    return tuple(placed.task.id for placed in placed_tasks(earlier) if placed.task.id not in ids)


def about_changes(plan: Plan, earlier: Plan, logged: Sequence[str]) -> Iterator[str]:
    """Yield sentences about the tasks that differ; ``logged`` are those that the earlier plan's log goes on about."""
    old, new = _by_id(earlier), _by_id(plan)
    gone = [one for one in old if one not in new]
    added = [one for one in new if one not in old]
    if gone:
        yield _("Tasks of the earlier plan that are not in this one: {ids}.").format(ids=_some(gone))
    if kept := [one for one in gone if one in logged]:
        sentence = _(
            "The progress log has entries about tasks that are gone: {ids}. Keep these tasks in the plan and "
            "cancel them (kshc cancel), or the log no longer fits."
        )
        yield sentence.format(ids=_some(kept))
    if added:
        yield _("New tasks, which the earlier plan has not: {ids}.").format(ids=_some(added))
    if moved := [f"{one} → {other}" for one in gone for other in added if _is_same(old[one], new[other])]:
        yield _("Perhaps the same task under a new id: {ids}.").format(ids=_some(moved))
    names = _names()
    both = [(one, _changed(old[one], new[one])) for one in new if one in old]
    changed = [f"{one} ({', '.join(map(names.__getitem__, fields))})" for one, fields in both if fields]
    if changed:
        yield _("Tasks with other words than in the earlier plan: {ids}.").format(ids=_some(changed))


def _by_id(plan: Plan) -> Mapping[str, Task | Duty]:
    return {placed.task.id: placed.task for placed in placed_tasks(plan)}


def _names() -> Mapping[str, str]:
    return {
        "content": _("content"),
        "lead": _("lead"),
        "coop": _("coop"),
        "result": _("result"),
        "time": _("time"),
    }


def _some(ids: Sequence[str]) -> str:
    return ", ".join(islice(ids, _NAMED)) + (", …" if len(ids) > _NAMED else "")


def _words(task: Task | Duty, name: str) -> str:
    return as_read(text_of(getattr(task, name, None)))


def _changed(old: Task | Duty, new: Task | Duty) -> list[str]:
    return [name for name in _WORDS if _words(old, name) != _words(new, name)]


def _is_same(old: Task | Duty, new: Task | Duty) -> bool:
    """Tell whether two tasks of different contents have the same number, bodies and time."""
    if isinstance(old, Duty) or isinstance(new, Duty) or not (old.number and old.time):
        return False
    return old.number == new.number and not {"lead", "time"} & set(_changed(old, new))
