"""Writing an answer about tasks in the format asked for."""

from collections.abc import Sequence
from datetime import date

from kshc_cli.commands.formats import Format
from kshc_cli.commands.session import Session
from kshc_cli.messages import _
from kshc_cli.query.filters import with_days_off
from kshc_cli.query.rows import Row, without_date
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.reports.due_days import due_notes, unknown_holidays
from kshc_cli.reports.json_text import json_text
from kshc_cli.reports.phrases import without_date_line
from kshc_cli.reports.records import tasks_record
from kshc_cli.reports.tables import csv_text, markdown_text, table_text
from kshc_cli.reports.views import CSV_FIELDS, csv_cells, due_view, task_view
from kshc_cli.tracking.office_calendar import OfficeCalendar


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
    office: OfficeCalendar | None = None,
) -> None:
    """Write ``rows``; the closing line speaks of the tasks ``among`` which they were looked for.

    With an ``office``, days off are looked up and shown.
    """
    if office is not None:
        rows = with_days_off(rows, office=office)
    counts = without_date(among)
    if output is Format.JSON:
        record = tasks_record(plan.plan, rows, as_of=as_of, without_date=counts, dated=dated, office=office)
        session.write(json_text(record))
    elif output is Format.CSV:
        session.write(csv_text(CSV_FIELDS, (csv_cells(row) for row in rows)))
    elif rows:
        _write_table(session, plan, rows, output, dated=dated, asked=asked)
    else:
        session.say(_("Nothing found."))
    for note in unknown_holidays(rows, office) if office else ():
        session.say(note)
    if among and output is not Format.JSON:
        session.say(without_date_line(counts))


def _write_table(
    session: Session, plan: ReadPlan, rows: Sequence[Row], output: Format, *, dated: bool, asked: bool
) -> None:
    terminal = session.terminal()
    drawn = output is Format.TABLE and terminal.interactive
    agencies = plan.registry.by_id
    view = due_view(rows, agencies, asked=asked, brief=drawn) if dated else task_view(rows, agencies, asked=asked)
    if output is Format.MARKDOWN:
        session.write(markdown_text(view.headings, view.cells))
    else:
        session.write(table_text(view.headings, view.cells, terminal))
    for note in due_notes(rows):
        session.say(note)
