"""The tasks of an earlier plan that a document shows again: their ids, and what was stated beside their words."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Final, TypeVar

from kshc_cli.documents.importing.earlier.same_words import kept, queues, taken, text_of
from kshc_cli.documents.importing.words import as_read
from kshc_cli.plan.items import as_task
from kshc_cli.plan.lines import quotes
from kshc_cli.plan.model import Column, Item, Plan, Task
from kshc_cli.plan.walk import placed_tasks, words_in

Row = tuple[Task, tuple[Column, ...]]
"""A task with the columns that show it."""

_TELLING: Final = 8
"""Words by whose first ones a task is known again."""

One = TypeVar("One", Row, Item)


class SameTasks:
    """Finds for each task that was read the one of the earlier plan: with all its words, else with its content."""

    def __init__(self, read: Plan, earlier: Plan) -> None:
        self._taken = {placed.task.id for placed in placed_tasks(earlier)}
        self._next: dict[str, int] = {}
        self._found = _pairs(_rows(read), _rows(earlier), _row_id, (_printed, _content))
        self._items = _pairs(_items(read), _items(earlier), _item_id, (_text, _begun_by, _begun))

    def task(self, new: Task, columns: Sequence[Column]) -> Task:
        """Return a task that was read, with what its earlier self adds to it; a new one gets an id that is free."""
        old = self._found.get(new.id)
        if old is None:
            return new.model_copy(update={"id": self._free(new.id)})
        return new.model_copy(update=_additions(new, old[0], columns))

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


def _pairs(
    new: Sequence[One], old: Sequence[One], id_of: Callable[[One], str], keys: Iterable[Callable[[One], Hashable]]
) -> dict[str, One]:
    """Return the earlier one for the id of each new one that has one; ids of what was read are derived and unique."""
    found: dict[str, One] = {}
    for key in keys:
        used = {id(one) for one in found.values()}
        waiting = queues([one for one in old if id(one) not in used], key)
        for one in new:
            if id_of(one) not in found and (same := taken(waiting, key(one))):
                found[id_of(one)] = same
    return found


def _rows(plan: Plan) -> list[Row]:
    placed = (placed for placed in placed_tasks(plan) if placed.table is not None)
    return [(one.task, one.columns) for one in placed if isinstance(one.task, Task)]


def _row_id(row: Row) -> str:
    return row[0].id


def _items(plan: Plan) -> list[Item]:
    return [item for section in plan.plan.sections for item in section.items]


def _item_id(item: Item) -> str:
    return item.id


def _text(item: Item) -> str:
    return as_read(item.text)


def _begun(item: Item) -> str:
    """Return how the words of an item begin behind its number."""
    return " ".join(as_read(as_task(item, None).content).split()[:_TELLING])


def _begun_by(item: Item) -> tuple[str, str]:
    """Return the same, with who leads."""
    task = as_task(item, None)
    return _begun(item), as_read(task.lead.text) if task.lead else ""


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
