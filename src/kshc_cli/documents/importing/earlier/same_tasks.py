"""The tasks of an earlier plan that a document shows again: their ids, and what was stated beside their words."""

from collections.abc import Iterable, Sequence
from typing import Any

from kshc_cli.compare.printed import as_read, text_of
from kshc_cli.compare.same_tasks import items_of, rows_in_place, rows_of, same_items, same_rows
from kshc_cli.documents.importing.earlier.same_words import kept
from kshc_cli.plan.lines import quotes
from kshc_cli.plan.model import Column, Item, Plan, Task
from kshc_cli.plan.walk import placed_tasks


class SameTasks:
    """Finds for each task that was read the one of the earlier plan: with all its words, else with its content.

    Of a plan that was ``reworded``, else the row in its place with half of its words.
    """

    def __init__(self, read: Plan, earlier: Plan, *, reworded: bool = False) -> None:
        self._taken = {placed.task.id for placed in placed_tasks(earlier)}
        self._next: dict[str, int] = {}
        rows, old_rows = rows_of(read), rows_of(earlier)
        same = {one.new: one.old for one in same_rows(rows, old_rows)}
        if reworded:
            same |= rows_in_place(rows, old_rows, same)
        self._found = {rows[place][0].id: old_rows[other][0] for place, other in same.items()}
        items, old_items = items_of(read), items_of(earlier)
        self._items = {items[one.new].id: old_items[one.old] for one in same_items(items, old_items)}

    def task(self, new: Task, columns: Sequence[Column]) -> Task:
        """Return a task that was read, with what its earlier self adds to it; a new one gets an id that is free."""
        old = self._found.get(new.id)
        if old is None:
            return new.model_copy(update={"id": self._free(new.id)})
        return new.model_copy(update=_additions(new, old, columns))

    def item(self, new: Item) -> Item:
        """Return a task in paragraphs as its earlier self, which quotes only what still stands there."""
        old = self._items.get(new.id)
        if old is None:
            return new.model_copy(update={"id": self._free(new.id)})
        if as_read(old.text) == new.text:
            return old
        quoted = {name: getattr(old, name) for name in ("lead", "coop", "result", "time")}
        standing = {
            name: one
            for name, one in quoted.items()
            if one is not None and getattr(new, name) is None and quotes(text_of(one), new.text)
        }
        return new.model_copy(update={"id": old.id, "work_by": old.work_by, **standing})

    def _free(self, wish: str) -> str:
        prefix, _dot, last = wish.rpartition(".")
        number = max(self._next.get(prefix, 0), int(last))
        while f"{prefix}.{number}" in self._taken:
            number += 1
        self._next[prefix] = number
        self._taken.add(f"{prefix}.{number}")
        return f"{prefix}.{number}"


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
