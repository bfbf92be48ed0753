"""Entries of the progress log: as rows of a table, as CSV and as JSON."""

from collections.abc import Container, Iterable, Mapping
from typing import Final

from kshc_cli.days import written
from kshc_cli.messages import _
from kshc_cli.plan.model import Agency, Plan
from kshc_cli.reports.drawing import ColumnHeading
from kshc_cli.reports.json_text import Json
from kshc_cli.reports.plan_record import plan_record
from kshc_cli.tracking.progress_log import Document, Entry, What

ENTRY_FIELDS: Final = (
    *("id", "date", "what", "task", "unit", "period", "due", "lead", "into"),
    *("document_number", "document_date", "document_title", "by", "entry", "note", "who", "entered", "retracted"),
)
"""The columns of CSV answers, spelt as in the log."""


def what_words(what: What) -> str:
    """Say what an entry says."""
    return {
        What.DONE: _("done"),
        What.PARTLY_DONE: _("partly done"),
        What.EVENT: _("event"),
        What.EXTENDED: _("extended"),
        What.REASSIGNED: _("reassigned"),
        What.MERGED: _("merged"),
        What.SUSPENDED: _("suspended"),
        What.RESUMED: _("resumed"),
        What.CANCELLED: _("cancelled"),
        What.NOTE: _("note"),
        What.RETRACTED: _("retraction"),
    }[what]


def entry_headings() -> tuple[ColumnHeading, ...]:
    """Return the headings of a table of entries."""
    about = (
        ColumnHeading(_("Day"), named=False),
        ColumnHeading(_("Task"), named=False),
        ColumnHeading(_("Content"), 4, named=False, prose=True),
    )
    return *about, ColumnHeading(_("What"), 2), ColumnHeading(_("Details"), 5), ColumnHeading(_("Entry"))


def entry_line_cells(
    entry: Entry, retracted: Container[str], agencies: Mapping[str, Agency], *, period: str, task: str, content: str
) -> tuple[str, ...]:
    """Return an entry's cells of a table.

    ``period`` is what the occasion that it names is called, ``task`` and ``content``
    are id and words of the task that it is about.
    """
    what = what_words(entry.kind)
    return (
        written(entry.date),
        task,
        content,
        _("{what} (retracted)").format(what=what) if entry.id in retracted else what,
        "; ".join(entry_details(entry, agencies, period)),
        entry.id,
    )


def entry_details(
    entry: Entry, agencies: Mapping[str, Agency], period: str, *, bodies: str = "", before: str = ""
) -> Iterable[str]:
    """Say whose duty an entry is about, when, by which document and who entered it, as far as it tells.

    ``bodies`` are named where the entry itself names none; ``before`` says what stood in place of what it changes.
    """
    body = _("from {words}") if entry.kind is What.REASSIGNED else "{words}"
    due = _("new last day {words}") if entry.kind is What.EXTENDED else _("last day {words}")
    told = (
        (_name(entry.unit, agencies) or bodies, body),
        (period, "{words}"),
        (before, "{words}"),
        (written(entry.due) if entry.due else None, due),
        (_name(entry.lead, agencies), _("to {words}")),
        (entry.into, _("into {words}")),
        (entry.entry, _("of {words}")),
        (_document(entry.document), "{words}"),
        (entry.by, _("by {words}")),
        (entry.note, "{words}"),
        (entry.who, _("entered by {words}")),
        (written(entry.entered) if entry.entered != entry.date else None, _("entered on {words}")),
    )
    return [sentence.format(words=words) for words, sentence in told if words]


def _name(agency: str | None, agencies: Mapping[str, Agency]) -> str | None:
    return agencies[agency].name if agency is not None and agency in agencies else agency


def _document(document: Document | None) -> str:
    if document is None:
        return ""
    parts = (document.number, written(document.date) if document.date else None, document.title)
    return ", ".join(part for part in parts if part)


def entry_cells(entry: Entry, retracted: Container[str]) -> tuple[str, ...]:
    """Return an entry's cells for ``ENTRY_FIELDS``."""
    document = entry.document or Document()
    values = (
        *(entry.id, entry.date, entry.what, entry.task, entry.unit, entry.period, entry.due, entry.lead, entry.into),
        *(document.number, document.date, document.title, entry.by, entry.entry, entry.note, entry.who, entry.entered),
    )
    return (*("" if value is None else str(value) for value in values), str(entry.id in retracted).lower())


def log_record(plan: Plan, entries: Iterable[Entry], retracted: Container[str]) -> Json:
    """Return entries as one object (kshc.log/1)."""
    return {
        "schema": "kshc.log/1",
        "plan": plan_record(plan),
        "entries": [{**entry.fields(), "retracted": entry.id in retracted} for entry in entries],
    }
