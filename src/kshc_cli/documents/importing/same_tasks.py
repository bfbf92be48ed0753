"""The tasks of an earlier plan that a document shows again: their ids, and what was stated beside their words."""

from collections.abc import Iterable, Sequence
from typing import Any

from kshc_cli.documents.importing.same_words import kept, queues, taken
from kshc_cli.documents.importing.words import as_read
from kshc_cli.plan.model import Column, Plan, Task
from kshc_cli.plan.walk import placed_tasks, words_in

Row = tuple[Task, tuple[Column, ...]]
"""A task with the columns that show it."""


class SameTasks:
    """Finds for each task that was read the one of the earlier plan: with all its words, else with its content."""

    def __init__(self, read: Plan, earlier: Plan) -> None:
        old = [(placed.task, placed.columns) for placed in placed_tasks(earlier) if isinstance(placed.task, Task)]
        new = [(placed.task, placed.columns) for placed in placed_tasks(read) if isinstance(placed.task, Task)]
        self._taken = {placed.task.id for placed in placed_tasks(earlier)}
        self._next: dict[str, int] = {}
        self._found = _pairs(new, old)

    def task(self, new: Task, columns: Sequence[Column]) -> Task:
        """Return a task that was read, with what its earlier self adds to it; a new one gets an id that is free."""
        old = self._found.get(new.id)
        if old is None:
            return new.model_copy(update={"id": self._free(new.id)})
        return new.model_copy(update=_additions(new, old, columns))

    def _free(self, wish: str) -> str:
        prefix, _dot, last = wish.rpartition(".")
        number = max(self._next.get(prefix, 0), int(last))
        while f"{prefix}.{number}" in self._taken:
            number += 1
        self._next[prefix] = number + 1
        self._taken.add(f"{prefix}.{number}")
        return f"{prefix}.{number}"


def _pairs(new: Sequence[Row], old: Sequence[Row]) -> dict[str, Task]:
    """Return the earlier task for the id of each new one that has one; ids of what was read are derived and unique."""
    found: dict[str, Task] = {}
    for key in (_printed, _content):
        used = {id(task) for task in found.values()}
        waiting = queues([row for row in old if id(row[0]) not in used], key)
        for row in new:
            if row[0].id not in found and (same := taken(waiting, key(row))):
                found[row[0].id] = same[0]
    return found


def _printed(row: Row) -> frozenset[tuple[str, str]]:
    task, columns = row
    cells = ((column.key or column.role, as_read(words_in(task, column))) for column in columns)
    return frozenset((name, words) for name, words in cells if words)


def _content(row: Row) -> frozenset[tuple[str, str]]:
    return frozenset({("content", as_read(row[0].content))})


def _additions(new: Task, old: Task, columns: Iterable[Column]) -> dict[str, Any]:
    """Return the fields of the earlier task that say the same, or that no column shows."""
    shown = {column.role for column in columns}
    keys = {column.key for column in columns}
    fields: dict[str, Any] = {"id": old.id, "work_by": old.work_by}
    for name in ("number", "content", "lead", "coop", "result", "time"):
        before = getattr(old, name)
        fields[name] = kept(getattr(new, name), before) if name in shown else before
    unseen = {key: words for key, words in old.others.items() if key not in keys}
    seen = {key: kept(new.others.get(key), old.others.get(key)) for key in (*old.others, *new.others) if key in keys}
    fields["others"] = unseen | seen
    return fields
