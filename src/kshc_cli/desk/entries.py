"""The question what was recorded: log."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kshc_cli.desk.answers import Answer
from kshc_cli.desk.opening import Opened
from kshc_cli.desk.question import Asked
from kshc_cli.messages import _
from kshc_cli.query.lines import Change
from kshc_cli.query.task_search import find_task
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.reports.drawing import View
from kshc_cli.reports.entries import ENTRY_FIELDS, entry_cells, entry_headings, entry_line_cells, log_record
from kshc_cli.reports.plain_tables import plain_table
from kshc_cli.reports.recorded import known_by, task_of
from kshc_cli.tracking.happenings import happenings
from kshc_cli.tracking.occasions import occasions_of
from kshc_cli.tracking.office_calendar import office_calendar
from kshc_cli.tracking.progress_log import Entry, What


class LogQuestion(NamedTuple):
    """What was done about a plan or a task, entry by entry."""

    asked: Asked
    task: str | None = None

    def answered(self, opened: Opened) -> Answer:
        """Answer with the entries in the order in which they were entered."""
        plan, entries, task = opened.plan, opened.entries, self.task
        retracted = happenings(entries).retracted
        if task is not None and not _about(task, entries):  # what the log knows, the plan need not know any more
            task = find_task(task, opened.read).task.id
        about = frozenset() if task is None else _about(task, entries)
        shown = [entry for entry in entries if task is None or entry.id in about]
        if self.asked.form.output == "json":
            return {"record": dict(log_record(plan, shown, retracted)), "items": "entries"}
        if self.asked.form.output == "csv":
            from kshc_cli.reports.csv_text import in_words
            from kshc_cli.reports.csv_words import entry_words

            cells = (entry_cells(entry, retracted) for entry in shown)
            words = entry_words({agency.id: agency for agency in plan.agencies})
            return {"fields": list(ENTRY_FIELDS), "cells": in_words(ENTRY_FIELDS, cells, self.asked.form.csv, words)}
        if not shown:
            return {"empty": _("The log has no entries about that yet; `kshc done` makes the first.")}
        return {"table": plain_table(View(entry_headings(), tuple(_cells(shown, entries, opened.read))))}


def _cells(shown: Sequence[Entry], entries: Sequence[Entry], read: ReadPlan) -> list[tuple[str, ...]]:
    """Return the cells of a table of entries."""
    agencies = {agency.id: agency for agency in read.plan.agencies}
    retracted, periods = happenings(entries).retracted, _periods(shown, entries, read)
    by_id = {entry.id: entry for entry in entries}
    words = {each.task.id: known_by(each.task.content) for each in read.tasks}
    tasks = {one.id: task_of(one, by_id) or "" for one in shown}
    return [
        entry_line_cells(
            one,
            retracted,
            agencies,
            period=periods.get(one.id, ""),
            task=tasks[one.id],
            content=words.get(tasks[one.id], ""),
        )
        for one in shown
    ]


def _periods(shown: Sequence[Entry], entries: Sequence[Entry], read: ReadPlan) -> Mapping[str, str]:
    """Return what the occasions are called that entries name, by the ids of the entries."""
    office, log = office_calendar(read.plan), happenings(entries).by_task
    tasks = {one.task for one in shown if one.period}
    occasions = {
        (each.task.id, one.key): one
        for each in read.tasks
        if each.task.id in tasks
        for one in occasions_of(each.time, office=office, events=_events(log.get(each.task.id, ())))
    }
    found = {entry.id: Change(entry, occasions.get((entry.task or "", entry.period))) for entry in shown}
    return {one: change.period(read.year) for one, change in found.items()}


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
