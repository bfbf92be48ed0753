"""Which rows of the tables of two plans are the same: of tasks and of groups, table by table as a document has them."""

from collections.abc import Iterator
from typing import NamedTuple

from kshc_cli.compare.part_pairs import part_pairs, parts_of
from kshc_cli.compare.task_pairs import task_pairs
from kshc_cli.findings import Path
from kshc_cli.plan.model import Plan
from kshc_cli.plan.walk import placed_tasks


class TableRows(NamedTuple):
    """A table and its rows: where they stand in the new plan; what is gone, where it stood in the old one."""

    table: Path
    rows: tuple[Path, ...]


def kept_rows(old: Plan, new: Plan) -> tuple[list[TableRows], list[TableRows]]:
    """Return the tables of both plans; what is the same in both is called by the same path."""
    tasks = task_pairs([*placed_tasks(old)], [*placed_tasks(new)])
    parts = part_pairs([*parts_of(old)], [*parts_of(new)], tasks.same)
    same = {**parts.where, **{one.old.path: one.new.path for one in tasks.same}}
    before = [
        TableRows(_called(one.table, same), tuple(_called(row, same) for row in one.rows)) for one in _tables(old)
    ]
    return before, [*_tables(new)]


def _called(path: Path, same: dict[Path, Path]) -> Path:
    return same.get(path, ("old", *path))


def _tables(plan: Plan) -> Iterator[TableRows]:
    for number, section in enumerate(plan.plan.sections):
        for index, table in enumerate(section.tables):
            path: Path = ("plan", "sections", number, "tables", index)
            rows: list[Path] = [(*path, "tasks", place) for place in range(len(table.tasks))]
            for place, group in enumerate(table.groups):
                within: Path = (*path, "groups", place)
                rows += (within, *((*within, "tasks", task) for task in range(len(group.tasks))))
            yield TableRows(path, tuple(rows))
