"""Writing an answer about tasks in the format asked for."""

from collections.abc import Sequence
from datetime import date

from kshc_cli.commands.formats import Format
from kshc_cli.commands.session import Session
from kshc_cli.messages import _
from kshc_cli.query.rows import Row, without_date
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.reports.json_text import json_text
from kshc_cli.reports.phrases import without_date_line
from kshc_cli.reports.records import tasks_record
from kshc_cli.reports.tables import csv_text, markdown_text, table_text
from kshc_cli.reports.views import CSV_FIELDS, csv_cells, due_view, task_view


def write_answer(
    session: Session,
    plan: ReadPlan,
    rows: Sequence[Row],
    output: Format,
    *,
    among: Sequence[Row],
    as_of: date,
    dated: bool = False,
    asked: bool = False,
) -> None:
    """Write ``rows``; the closing line speaks of the tasks ``among`` which they were looked for."""
    counts = without_date(among)
    if output is Format.JSON:
        record = tasks_record(plan.plan, rows, as_of=as_of, without_date=counts, dated=dated)
        session.write(json_text(record))
        return
    if output is Format.CSV:
        session.write(csv_text(CSV_FIELDS, (csv_cells(row) for row in rows)))
    elif rows:
        terminal = session.terminal()
        drawn = output is Format.TABLE and terminal.interactive
        agencies = plan.registry.by_id
        view = due_view(rows, agencies, asked=asked, brief=drawn) if dated else task_view(rows, agencies, asked=asked)
        if output is Format.MARKDOWN:
            session.write(markdown_text(view.headings, view.cells))
        else:
            session.write(table_text(view.headings, view.cells, terminal))
    else:
        session.say(_("Nothing found."))
    if among:
        session.say(without_date_line(counts))
