"""Which tasks of two plans are the same where their ids do not say so: by all their words, else by their content."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Final

from kshc_cli.compare.order import beside_same
from kshc_cli.compare.pairing import Pair, paired
from kshc_cli.compare.printed import as_read
from kshc_cli.plan.items import as_task
from kshc_cli.plan.model import Column, Item, Plan, Task
from kshc_cli.plan.walk import placed_tasks, words_in

Row = tuple[Task, tuple[Column, ...]]
"""A task with the columns that show it."""

_TELLING: Final = 8
"""Words by whose first ones a task is known again."""


def same_rows(new: Sequence[Row], old: Sequence[Row]) -> Iterator[Pair]:
    """Yield the rows of tables that are the same: with all their words, else with their content."""
    return paired(new, old, (_printed, _content))


def rows_in_place(new: Sequence[Row], old: Sequence[Row], known: Mapping[int, int]) -> dict[int, int]:
    """Return which other rows stand between the same ones, and have half of their contents' words in common."""
    words, others = ([as_read(task.content) for task, _columns in rows] for rows in (new, old))
    return dict(beside_same(others, words, known))


def same_items(new: Sequence[Item], old: Sequence[Item]) -> Iterator[Pair]:
    """Yield the tasks in paragraphs that are the same: with all their words, else as they begin."""
    return paired(new, old, (_text, _begun_by, _begun))


def rows_of(plan: Plan) -> list[Row]:
    """Return the rows of a plan's tables."""
    placed = (placed for placed in placed_tasks(plan) if placed.table is not None)
    return [(one.task, one.columns) for one in placed if isinstance(one.task, Task)]


def items_of(plan: Plan) -> list[Item]:
    """Return the tasks in a plan's paragraphs."""
    return [item for section in plan.plan.sections for item in section.items]


def begun(words: str) -> str:
    """Return how words begin, as a document shows them."""
    return " ".join(as_read(words).split()[:_TELLING])


def _text(item: Item) -> str:
    return as_read(item.text)


def _begun(item: Item) -> str:
    """Return how the words of an item begin behind its number."""
    return begun(as_task(item, None).content)


def _begun_by(item: Item) -> tuple[str, str]:
    """Return the same, with who leads."""
    task = as_task(item, None)
    return _begun(item), as_read(task.lead.text) if task.lead else ""


def _printed(row: Row) -> frozenset[tuple[str, str]]:
    return printed_cells(*row)


def printed_cells(task: Task, columns: Sequence[Column]) -> frozenset[tuple[str, str]]:
    """Return the words of a row's cells as a document shows them, by what their columns hold."""
    cells = ((column.key or column.role, as_read(words_in(task, column))) for column in columns)
    return frozenset((name, words) for name, words in cells if words)


def _content(row: Row) -> Hashable:
    return as_read(row[0].content)
