"""Writing an answer about tasks in the format asked for."""

from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.commands.formats import Format
from kshc_cli.commands.session import Session
from kshc_cli.messages import _
from kshc_cli.query.filters import with_days_off
from kshc_cli.query.following import Following
from kshc_cli.query.rows import Row, without_date
from kshc_cli.reports.changes import change_notes
from kshc_cli.reports.csv_text import CsvForm, csv_text
from kshc_cli.reports.csv_words import code_words
from kshc_cli.reports.drawing import has_columns
from kshc_cli.reports.due_days import due_notes, holiday_notes
from kshc_cli.reports.json_text import json_text
from kshc_cli.reports.phrases import without_date_line
from kshc_cli.reports.records import tasks_record
from kshc_cli.reports.standings import work_by_note
from kshc_cli.reports.tables import markdown_list, markdown_text, table_text
from kshc_cli.reports.views import CSV_FIELDS, View, csv_cells, due_view, task_view, with_standing, with_via
from kshc_cli.tracking.dues import counted_by_holidays
from kshc_cli.tracking.office_calendar import OfficeCalendar

_WIDE: Final = 100
"""Columns of a terminal from which on a table has room for the standing beside all its other columns."""


def write_answer(
    session: Session,
    following: Following,
    rows: Sequence[Row],
    output: Format,
    *,
    form: CsvForm,
    among: Sequence[Row],
    dated: bool = False,
    days_off: bool = True,
) -> None:
    """Write ``rows``; the closing line speaks of the tasks ``among`` which they were looked for.

    ``dated`` answers show days; with ``days_off``, those of them that are off are looked up.
    """
    office = following.office if dated else None
    looked_up = office if days_off else None
    if looked_up is not None:
        rows = with_days_off(rows, office=looked_up)
    counts = without_date(among, following.dated_by_log)
    if output is Format.JSON:
        plan = following.plan.plan
        record = tasks_record(plan, rows, as_of=following.day, without_date=counts, dated=dated, office=looked_up)
        session.write(json_text(record))
    elif output is Format.CSV:
        agencies = following.plan.registry.by_id
        session.write(csv_text(CSV_FIELDS, (csv_cells(row, agencies) for row in rows), form, code_words(agencies)))
    elif rows:
        _write_table(session, following, rows, output, dated=dated)
    else:
        session.say(_("Nothing found."))
    for note in _unknown(rows, office, days_off=days_off) if office else ():
        session.say(note)
    if among and output is not Format.JSON:
        session.say(without_date_line(counts))


def _unknown(rows: Sequence[Row], office: OfficeCalendar, *, days_off: bool) -> Iterator[str]:
    """Say which holidays are not known or not decided, of the days that were looked up, moved or counted by them."""
    told = (row.day for row in rows if days_off or counted_by_holidays(row.reading, office=office))
    return holiday_notes((day for day in told if day), office)


def _write_table(session: Session, following: Following, rows: Sequence[Row], output: Format, *, dated: bool) -> None:
    terminal = session.terminal()
    drawn = output is Format.TABLE and terminal.interactive and has_columns(terminal)
    narrow = drawn and following.is_kept and terminal.width < _WIDE
    view = _view(following, rows, dated=dated, drawn=drawn, narrow=narrow)
    if output is Format.MARKDOWN:
        session.write(markdown_text(view.headings, view.cells))
    else:
        session.write(table_text(view.headings, view.cells, terminal, view.colors))
    for note in due_notes(rows, following.office) if dated else ():
        session.say(note)
    changes = list(change_notes(rows, following.plan.registry.by_id))
    if output is Format.MARKDOWN:
        session.write(markdown_list(changes))
    else:
        for note in changes:
            session.say(note)
    if note := work_by_note(rows):
        session.say(note)


def _view(following: Following, rows: Sequence[Row], *, dated: bool, drawn: bool, narrow: bool) -> View:
    agencies = following.plan.registry.by_id
    view = due_view(rows, agencies, brief=drawn, timed=not narrow) if dated else task_view(rows, agencies)
    if following.agency is not None and not narrow:
        view = with_via(view, rows, agencies, drawn=drawn)
    return with_standing(view, rows, agencies, drawn=drawn, parts=narrow) if following.is_kept else view
