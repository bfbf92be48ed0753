"""``kshc show``: one task with its readings."""

from typing import Annotated

import typer

from kshc_cli.commands.formats import JsonOrText, TextFormat
from kshc_cli.commands.opening import asked_plan
from kshc_cli.commands.options import complete_task
from kshc_cli.commands.session import session_of
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _
from kshc_cli.query.filters import rows_of_task, with_days_off
from kshc_cli.query.rows import Row, rows_of
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.reports.due_days import unknown_holidays
from kshc_cli.reports.json_text import json_text
from kshc_cli.reports.records import day_off_record, day_record, plan_record, task_record
from kshc_cli.reports.terminal import plain
from kshc_cli.reports.views import show_text
from kshc_cli.tracking.office_calendar import office_calendar

EXAMPLES = ("kshc show 1.2.1",)

IdArgument = Annotated[str, typer.Argument(metavar=_("ID"), help=_("A task's id."), autocompletion=complete_task)]


def command(context: typer.Context, task: IdArgument, *, output: JsonOrText = TextFormat.TEXT) -> int:
    """Show one task: its words, how kshc reads them and from which of them, its days."""
    session = session_of(context)
    plan = asked_plan(session)
    row = _find(plan, task)
    office = office_calendar(plan.plan)
    days = with_days_off(rows_of_task(row, office=office), office=office)
    if output is TextFormat.JSON:
        dates = {
            "due": [day.due.isoformat() for day in days if day.due],
            "days": [
                {**day_record(day), **day_off_record(day), "part": day.day.part if day.day else None} for day in days
            ],
        }
        record = {"schema": "kshc.task/1", "plan": plan_record(plan.plan), "task": task_record(row, office=office)}
        session.write(json_text(record | dates))
    else:
        session.write(show_text(row, plan.registry.by_id, days, session.terminal(), office=office))
    for note in unknown_holidays(days, office):
        session.say(note)
    return 0


def _find(plan: ReadPlan, wish: str) -> Row:
    rows = {row.id: row for row in reversed(rows_of(plan))}
    if wish in rows:
        return rows[wish]
    from difflib import get_close_matches

    near = get_close_matches(wish, rows, n=3)
    if near:
        raise WrongArgumentError(
            _('No task has the id "{id}". Did you mean {ids}?').format(id=plain(wish), ids=", ".join(near))
        )
    raise WrongArgumentError(_('No task has the id "{id}"; `kshc list` shows them.').format(id=plain(wish)))
