"""Writing an answer about tasks in the format asked for."""

from collections.abc import Iterator, Sequence
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
from kshc_cli.tracking.dues import counted_by_holidays
from kshc_cli.tracking.office_calendar import OfficeCalendar


def write_answer(
    session: Session,
    plan: ReadPlan,
    rows: Sequence[Row],
    output: Format,
    *,
    among: Sequence[Row],
    as_of: date,
    asked: bool = False,
    office: OfficeCalendar | None = None,
    days_off: bool = True,
) -> None:
    """Write ``rows``; the closing line speaks of the tasks ``among`` which they were looked for.

    ``office`` counted the days of a dated answer; with ``days_off``, those of its days that are off are looked up.
    """
    looked_up = office if days_off else None
    if looked_up is not None:
        rows = with_days_off(rows, office=looked_up)
    counts = without_date(among)
    if output is Format.JSON:
        record = tasks_record(
            plan.plan, rows, as_of=as_of, without_date=counts, dated=office is not None, office=looked_up
        )
        session.write(json_text(record))
    elif output is Format.CSV:
        session.write(csv_text(CSV_FIELDS, (csv_cells(row) for row in rows)))
    elif rows:
        _write_table(session, plan, rows, output, office=office, asked=asked)
    else:
        session.say(_("Nothing found."))
    for note in _unknown(rows, office, days_off=days_off) if office else ():
        session.say(note)
    if among and output is not Format.JSON:
        session.say(without_date_line(counts))


def _unknown(rows: Sequence[Row], office: OfficeCalendar, *, days_off: bool) -> Iterator[str]:
    """Say which holidays are not known, of the days that were looked up, moved or counted by them."""
    told = (row for row in rows if days_off or counted_by_holidays(row.reading, office=office))
    return unknown_holidays(told, office)


def _write_table(
    session: Session, plan: ReadPlan, rows: Sequence[Row], output: Format, *, office: OfficeCalendar | None, asked: bool
) -> None:
    terminal = session.terminal()
    drawn = output is Format.TABLE and terminal.interactive
    agencies = plan.registry.by_id
    view = due_view(rows, agencies, asked=asked, brief=drawn) if office else task_view(rows, agencies, asked=asked)
    if output is Format.MARKDOWN:
        session.write(markdown_text(view.headings, view.cells))
    else:
        session.write(table_text(view.headings, view.cells, terminal))
    for note in due_notes(rows, office) if office else ():
        session.say(note)
