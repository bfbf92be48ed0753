"""Walks through a plan in the order of the document."""

from collections.abc import Iterator
from dataclasses import dataclass

from kshc_cli.findings import Path
from kshc_cli.plan.model import Column, Duty, Group, Plan, Section, Table, Task


@dataclass(frozen=True, slots=True)
class Placed:
    """A task or duty with the parts of the plan that it stands in."""

    task: Task | Duty
    path: Path
    section: Section
    table: Table | None = None
    group: Group | None = None


def placed_tasks(plan: Plan) -> Iterator[Placed]:
    """Yield every task and duty in the order of the document."""
    for number, section in enumerate(plan.plan.sections):
        path: Path = ("plan", "sections", number)
        yield from _duties(section, path)
        for index, table in enumerate(section.tables):
            yield from _rows(section, table, (*path, "tables", index))


def _duties(section: Section, path: Path) -> Iterator[Placed]:
    for number, paragraph in enumerate(section.paragraphs):
        for index, duty in enumerate(paragraph.duties):
            yield Placed(duty, (*path, "paragraphs", number, "duties", index), section)


def _rows(section: Section, table: Table, path: Path) -> Iterator[Placed]:
    for index, task in enumerate(table.tasks):
        yield Placed(task, (*path, "tasks", index), section, table)
    for number, group in enumerate(table.groups):
        for index, task in enumerate(group.tasks):
            yield Placed(task, (*path, "groups", number, "tasks", index), section, table, group)


def columns_of(plan: Plan, table: Table) -> tuple[Column, ...]:
    """Return the columns of ``table``: its own, or those that the plan states for all."""
    return table.columns or plan.plan.columns
