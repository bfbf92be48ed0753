"""``kshc show``: one task with its readings."""

from typing import Annotated

import typer

from kshc_cli.commands.formats import JsonOrText, TextFormat
from kshc_cli.commands.opening import asked_plan
from kshc_cli.commands.options import complete_task
from kshc_cli.commands.session import session_of
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _
from kshc_cli.query.filters import due_rows
from kshc_cli.query.rows import Row, rows_of
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.reports.json_text import json_text
from kshc_cli.reports.records import plan_record, task_record
from kshc_cli.reports.terminal import plain
from kshc_cli.reports.views import show_text

EXAMPLES = ("kshc show 1.2.1",)

IdArgument = Annotated[str, typer.Argument(metavar=_("ID"), help=_("A task's id."), autocompletion=complete_task)]


def command(context: typer.Context, task: IdArgument, *, output: JsonOrText = TextFormat.TEXT) -> int:
    """Show one task: its words, how kshc reads them and from which of them, its days."""
    session = session_of(context)
    plan = asked_plan(session)
    row = _find(plan, task)
    days = due_rows([row], year=plan.year, start=None, end=plan.last_day)
    if output is TextFormat.JSON:
        record = {"schema": "kshc.task/1", "plan": plan_record(plan.plan), "task": task_record(row)}
        session.write(json_text(record | {"due": [day.due.isoformat() for day in days if day.due]}))
    else:
        session.write(show_text(row, plan.registry.by_id, days, session.terminal()))
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
