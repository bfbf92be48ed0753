"""What tables say of who, of when and of changes where kshc follows it nowhere: each is told."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kshc_cli.documents.importing.ledger import warning
from kshc_cli.documents.importing.tables.judging import is_time
from kshc_cli.documents.importing.tables.settling import rival_doers
from kshc_cli.documents.word.body import Paragraph, WordTable
from kshc_cli.findings import Finding
from kshc_cli.messages import _, ngettext
from kshc_cli.plan.model import Plan, Table, Task
from kshc_cli.plan.schedules import is_cross
from kshc_cli.plan.walk import placed_tasks

NOTED: Final = "note-changes-task"
DOERS: Final = "second-doers"
UNTIMED: Final = "time-beside-task"

_PART: Final = re.compile(r"[,;:()\n]")
"""What parts a time from other words of a cell."""


def untimed_tables(tables: Iterable[tuple[WordTable, tuple[Table, ...]]], plan: Plan) -> Iterator[Finding]:
    """Yield a warning for each table without a column of the time that says it elsewhere, where it was not read."""
    timed = {one.task.id for one in placed_tasks(plan) if one.time_words is not None}
    for table, found in tables:
        if any(column.role == "time" for column in found[0].columns or ()):
            continue
        rows = (row for each in found for row in _rows(each))
        if told := [said for task, words in rows if task.id not in timed and (said := _said(words))]:
            message = ngettext(
                "{n} task of this table has no time, though words beside or above it name one.",
                "{n} tasks of this table have no time, though words beside or above them name one.",
                len(told),
            ).format(n=len(told))
            remedy = _("If these words say when, write them as the time (time) of the task in the plan.")
            yield warning(UNTIMED, table.paragraphs[:1], message, remedy, told[0])


def _rows(table: Table) -> Iterator[tuple[Task, list[str]]]:
    """Yield the tasks of a table with the words that may name their time: of cells, over a cross, of a heading."""
    for heading, tasks in ((None, table.tasks), *((group.heading, group.tasks) for group in table.groups)):
        for task in tasks:
            words = [task.result or "", heading or "", *(one.text for one in (task.lead, task.coop) if one)]
            for column in table.columns or ():
                cell = task.others.get(column.key or "") or ""
                words.append(column.header.replace("\n", " ") if is_cross(cell) else cell)
            yield task, words


def _said(words: Iterable[str]) -> str:
    """Return the first of some words of which a part is a time."""
    return next((each for each in words if any(map(is_time, filter(str.strip, _PART.split(each))))), "")


def second_doers(tables: Iterable[tuple[WordTable, tuple[Table, ...]]]) -> Iterator[Finding]:
    """Yield a warning for each further column of a table that names who does its tasks, and is not followed."""
    for table, found in tables:
        for rivals in rival_doers(found):
            taken, other = (" ".join(header.split()) for header in rivals)
            message = _("Columns “{taken}” and “{other}” both name who does the tasks: only “{taken}” was taken.")
            remedy = _("Check who answers for each task; what “{other}” names is followed only in lead or coop.")
            said = message.format(taken=taken, other=other)
            yield warning(DOERS, table.paragraphs[:1], said, remedy.format(other=other), other)


def changing_cells(cells: Iterable[tuple[tuple[Paragraph, ...], str]]) -> Iterator[Finding]:
    """Yield a warning for each cell of notes that changes the task of its row; notes are not followed."""
    for cell, words in cells:
        message = _("A note changes the task of its row, or says another time: kshc does not follow it.")
        remedy = _("Change the task in the plan, or record it with `kshc extend`, `reassign`, `suspend` or `cancel`.")
        yield warning(NOTED, cell, message, remedy, words)
