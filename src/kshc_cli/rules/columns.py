"""Rules about the columns of task tables, and the words that they show."""

from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.findings import Path, Severity
from kshc_cli.messages import _
from kshc_cli.plan.model import Column, Task
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.rules.rule import Fault, plan_rule

_FIELDS: Final = ("number", "content", "lead", "coop", "result", "time")
"""The fields of a task that hold words of the document."""


@plan_rule()
def repeated_column(plan: ReadPlan) -> Iterator[Fault]:
    """Two columns of a table show the same words."""
    yield from _repeated(plan.plan.plan.columns or (), ("plan", "columns"))
    for number, section in enumerate(plan.plan.plan.sections):
        for index, table in enumerate(section.tables):
            yield from _repeated(table.columns or (), ("plan", "sections", number, "tables", index, "columns"))


def _repeated(columns: Sequence[Column], path: Path) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for place, column in enumerate(columns):
        shown = column.key or column.role
        if shown in first:
            yield Fault(
                (*path, place, "key" if column.key else "role"),
                _("The column “{name}” stands twice.").format(name=shown),
                _("Delete one of the two, or give other words a key of their own."),
                also=((*path, first[shown]),),
            )
        first.setdefault(shown, place)


@plan_rule()
def unknown_column(plan: ReadPlan) -> Iterator[Fault]:
    """A task has words for a column that its table does not have: no document would show them."""
    for read in plan.tasks:
        if not isinstance(read.task, Task) or read.placed.table is None:
            continue
        known = {column.key for column in read.placed.columns if column.key}
        for key, words in read.task.others.items():
            if words is not None and key not in known:
                yield Fault(
                    (*read.placed.path, "others", key),
                    _("The table has no column with the key “{key}”.").format(key=key),
                    _("Add the column: {role: other, key: …, header: …, width: …}, or correct the key."),
                )


@plan_rule(Severity.WARNING)
def unprinted_words(plan: ReadPlan) -> Iterator[Fault]:
    """A task has words in a field that no column of its table shows: they stand in no document."""
    for read in plan.tasks:
        if not isinstance(read.task, Task) or read.placed.table is None:
            continue
        roles = {column.role for column in read.placed.columns}
        for name in _FIELDS:
            if name not in roles and getattr(read.task, name) is not None and not read.shares(name):
                yield Fault(
                    (*read.placed.path, name),
                    _("The table has no column for “{field}”, so no document shows these words.").format(field=name),
                    _("Add the column, or leave the words out."),
                )
