"""``kshc log``: what was done about the plan, entry by entry."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from kshc_cli.commands.formats import BomOption, Format, FormatOption, KeysOption, csv_form
from kshc_cli.commands.opening import entries_of, opened_log, opened_plan
from kshc_cli.commands.options import complete_task
from kshc_cli.commands.session import session_of
from kshc_cli.messages import _
from kshc_cli.plan.model import Plan
from kshc_cli.query.rows import Change
from kshc_cli.query.task_search import find_task
from kshc_cli.reading.tasks import read_plan
from kshc_cli.reports.csv_text import csv_text
from kshc_cli.reports.csv_words import entry_words
from kshc_cli.reports.entries import ENTRY_FIELDS, entry_cells, entry_headings, entry_line_cells, log_record
from kshc_cli.reports.json_text import json_text
from kshc_cli.reports.recorded import known_by, task_of
from kshc_cli.reports.tables import markdown_text, table_text
from kshc_cli.tracking.happenings import happenings
from kshc_cli.tracking.occasions import occasions_of
from kshc_cli.tracking.office_calendar import office_calendar
from kshc_cli.tracking.progress_log import Entry, What
from kshc_cli.workspace import progress_bytes, progress_path

EXAMPLES = ("kshc log", "kshc log 1.2.1", "kshc log --format json")

TaskArgument = Annotated[
    str | None,
    typer.Argument(
        metavar=_("[ID]"),
        help=_("A task's id, or its number in the document; all if left out."),
        autocompletion=complete_task,
    ),
]


def command(
    context: typer.Context,
    task: TaskArgument = None,
    *,
    output: FormatOption = Format.TABLE,
    bom: BomOption = False,
    keys: KeysOption = False,
) -> int:
    """Show the entries of the log in the order in which they were entered, those that were retracted marked."""
    session, form = session_of(context), csv_form(output, bom=bom, keys=keys)
    file, plan = opened_plan(session)
    path = progress_path(file.path)
    data = progress_bytes(path)
    entries = () if data is None else entries_of(opened_log(session, path, data))
    retracted = happenings(entries).retracted
    if task is not None and not _about(task, entries):  # what the log knows, the plan need not know any more
        task = find_task(task, read_plan(plan)).task.id
    about = frozenset() if task is None else _about(task, entries)
    shown = [entry for entry in entries if task is None or entry.id in about]
    match output:
        case Format.JSON:
            session.write(json_text(log_record(plan, shown, retracted)))
        case Format.CSV:
            said = entry_words({agency.id: agency for agency in plan.agencies})
            session.write(csv_text(ENTRY_FIELDS, [entry_cells(entry, retracted) for entry in shown], form, said))
        case Format.TABLE | Format.MARKDOWN if shown:
            cells = _cells(shown, entries, plan)
            headings = entry_headings()
            markdown = output is Format.MARKDOWN
            session.write(
                markdown_text(headings, cells) if markdown else table_text(headings, cells, session.terminal())
            )
        case _:
            session.say(_("The log has no entries about that yet; `kshc done` makes the first."))
    return 0


def _cells(shown: Sequence[Entry], entries: Sequence[Entry], plan: Plan) -> list[tuple[str, ...]]:
    """Return the cells of a table of entries."""
    agencies = {agency.id: agency for agency in plan.agencies}
    retracted, periods, words = (
        happenings(entries).retracted,
        _periods(shown, entries, plan),
        _words(shown, entries, plan),
    )
    return [
        entry_line_cells(one, retracted, agencies, period=periods.get(one.id, ""), content=words[one.id])
        for one in shown
    ]


def _words(shown: Sequence[Entry], entries: Sequence[Entry], plan: Plan) -> Mapping[str, str]:
    """Return by which words the tasks are known that entries are about, by the ids of the entries."""
    words = {read.task.id: known_by(read.task.content) for read in read_plan(plan).tasks}
    by_id = {entry.id: entry for entry in entries}
    return {entry.id: words.get(task_of(entry, by_id) or "", "") for entry in shown}


def _periods(shown: Sequence[Entry], entries: Sequence[Entry], plan: Plan) -> Mapping[str, str]:
    """Return what the occasions are called that entries name, by the ids of the entries."""
    read, office, log = read_plan(plan), office_calendar(plan), happenings(entries).by_task
    tasks = {one.task for one in shown if one.period}
    occasions = {
        (each.task.id, one.key): one
        for each in read.tasks
        if each.task.id in tasks
        for one in occasions_of(each.time, office=office, events=_events(log.get(each.task.id, ())))
    }
    found = {entry.id: Change(entry, occasions.get((entry.task or "", entry.period))) for entry in shown}
    return {one: change.period(plan.year) for one, change in found.items()}


def _events(entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.kind is What.EVENT]


def _about(task: str, entries: Sequence[Entry]) -> frozenset[str]:
    """Return the ids of the entries about a task, and of what retracts them, directly or not."""
    found = {entry.id for entry in entries if entry.task == task}
    retracting: dict[str, list[str]] = {}
    for entry in entries:
        retracting.setdefault(entry.entry or "", []).append(entry.id)
    waiting = list(found)
    for one in waiting:
        fresh = [other for other in retracting.get(one, ()) if other not in found]
        found.update(fresh)
        waiting += fresh
    return frozenset(found)
