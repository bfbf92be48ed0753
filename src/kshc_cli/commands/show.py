"""``kshc show``: one task with its readings."""

from typing import Annotated

import typer

from kshc_cli.commands.formats import JsonOrText, TextFormat
from kshc_cli.commands.opening import followed_plan
from kshc_cli.commands.options import AsOfOption, complete_task
from kshc_cli.commands.session import session_of
from kshc_cli.messages import _
from kshc_cli.query.filters import rows_of_task, with_days_off
from kshc_cli.query.rows import row_of
from kshc_cli.query.task_search import find_task
from kshc_cli.reading.proposals import likely_bodies
from kshc_cli.reports.due_days import holiday_notes
from kshc_cli.reports.json_text import json_text
from kshc_cli.reports.records import day_off_record, day_record, plan_record, task_record
from kshc_cli.reports.standings import duty_record
from kshc_cli.reports.task_page import show_text

EXAMPLES = ("kshc show 1.2.1",)

IdArgument = Annotated[
    str,
    typer.Argument(
        metavar=_("TASK"), help=_("A task's id, or its number in the document."), autocompletion=complete_task
    ),
]


def command(
    context: typer.Context, task: IdArgument, *, as_of: AsOfOption = None, output: JsonOrText = TextFormat.TEXT
) -> int:
    """Show one task: its words, how kshc reads them and from which of them, its days."""
    session = session_of(context)
    following = followed_plan(session, as_of=as_of)
    plan, office = following.plan, following.office
    row = following.standing(row_of(find_task(task, plan), plan))
    days = with_days_off(rows_of_task(row, office=office), office=office)
    if output is TextFormat.JSON:
        dates = {
            "due": [day.due.isoformat() for day in days if day.due],
            "days": [
                {**day_record(day), **day_off_record(day), "part": day.day.part if day.day else None} for day in days
            ],
        }
        record = {"schema": "kshc.task/1", "plan": plan_record(plan.plan), "task": task_record(row, office=office)}
        duties = {"as_of": following.day.isoformat(), "duties": [*map(duty_record, following.standings(row.id))]}
        session.write(json_text(record | dates | duties))
    else:
        standings = following.standings(row.id) if following.is_kept else ()
        likely = likely_bodies(plan, row.id)
        agencies, terminal = plan.registry.by_id, session.terminal()
        text = show_text(
            row, agencies, days, terminal, office=office, today=following.day, standings=standings, likely=likely
        )
        session.write(text)
    for note in holiday_notes((day.day for day in days if day.day), office):
        session.say(note)
    return 0
