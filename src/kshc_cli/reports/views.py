"""The columns that each command shows of its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from textwrap import wrap
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.messages import _
from kshc_cli.plan.model import Agency
from kshc_cli.query.rows import Row
from kshc_cli.reading.participation import Participation
from kshc_cli.reports.changes import body_name, change_words, lead_words
from kshc_cli.reports.drawing import Heading
from kshc_cli.reports.due_days import due_cell
from kshc_cli.reports.phrases import day
from kshc_cli.reports.records import day_off_record, day_record
from kshc_cli.reports.standings import standing_cell, standing_lines, status_color

_PART_WIDTH: Final = 14
"""Columns of a drawn cell that says how a body takes part."""


@dataclass(frozen=True, slots=True)
class View:
    """Headings and cells, ready to be drawn."""

    headings: tuple[Heading, ...]
    cells: tuple[tuple[str, ...], ...]
    colors: tuple[str, ...] = ()
    """The colours of the rows on a terminal; none where nothing is told of how they stand."""


def task_view(rows: Sequence[Row], agencies: Mapping[str, Agency]) -> View:
    """Show tasks: id, content, lead, time."""
    headings = (
        Heading(_("ID"), named=False),
        Heading(_("Content"), 5, named=False),
        Heading(_("Lead"), 3),
        Heading(_("Time"), 2),
    )
    return View(headings, tuple((row.id, row.content, lead_words(row, agencies), row.time or "") for row in rows))


def _what(share: int) -> tuple[Heading, Heading]:
    return Heading(_("ID"), named=False), Heading(_("Content"), share, named=False)


def due_view(rows: Sequence[Row], agencies: Mapping[str, Agency], *, brief: bool, timed: bool) -> View:
    """Show due days: date, id, content, lead, time if ``timed``; ``brief``: words only where a task's are new."""
    headings = (
        Heading(_("Due"), painted=True),
        Heading(_("ID"), named=False),
        Heading(_("Content"), 6, named=False),
        Heading(_("Lead"), 4),
    )
    cells: list[tuple[str, ...]] = []
    seen: dict[str, list[str]] = {}
    for row in rows:
        words = [row.content, lead_words(row, agencies), row.time or ""]
        told = [_("(as above)"), "", ""] if brief and seen.get(row.id) == words else words
        cells.append((due_cell(row), row.id, *told[: 3 if timed else 2]))
        seen[row.id] = words
    return View((*headings, Heading(_("Time"), 3)) if timed else headings, tuple(cells))


def with_via(view: View, rows: Sequence[Row], agencies: Mapping[str, Agency], *, drawn: bool) -> View:
    """Add how the agency asked for takes part; where the table is drawn, in lines, for who leads stands beside it."""
    heading = Heading(_("Takes part"), 0 if drawn else 2)
    if not drawn:
        return _with_column(view, heading, [_takes_part(row, agencies) for row in rows])
    only = _("cooperates only")
    told = (only if row.part == "coop" and not row.taken_over else _takes_part(row, agencies) for row in rows)
    return _with_column(view, heading, ["\n".join(wrap(words, _PART_WIDTH)) for words in told])


def with_standing(view: View, rows: Sequence[Row], agencies: Mapping[str, Agency], *, drawn: bool, parts: bool) -> View:
    """Add how the duties of each row stand, in lines where the table is drawn.

    With ``parts``, for a table without ``with_via``, above it where the agency asked for only cooperates.
    """
    said = standing_lines if drawn else standing_cell
    cells = [said(row, agencies) for row in rows]
    if parts:
        only = _("cooperates only")
        cells = [f"{only}\n{cell}" if row.part == "coop" else cell for row, cell in zip(rows, cells, strict=True)]
    told = _with_column(view, Heading(_("Standing"), named=False, painted=True), cells)
    return replace(told, colors=tuple(status_color(row.standing.status if row.standing else None) for row in rows))


def _with_column(view: View, heading: Heading, cells: Sequence[str]) -> View:
    lines = zip(view.cells, cells, strict=True)
    return replace(view, headings=(*view.headings, heading), cells=tuple((*line, cell) for line, cell in lines))


def _takes_part(row: Row, agencies: Mapping[str, Agency]) -> str:
    if row.taken_over:
        return _("leads: took it over")
    if row.part == "coop":
        leads = "; ".join(body_name(one, agencies) for one in row.owed_by) or row.lead or "–"
        return _("cooperates only; led by {names}").format(names=leads)
    if row.via is None:
        return _("leads")
    return _("leads through {group}").format(group=agencies[row.via].name if row.via in agencies else row.via)


CSV_FIELDS = (
    "id",
    "number",
    "section",
    "table",
    "group",
    "content",
    "lead",
    "coop",
    "result",
    "time",
    "work_by",
    "lead_agencies",
    "coop_agencies",
    "via",
    "kinds",
    "due",
    "occurrence",
    "stated",
    "weekday",
    "day_off",
    "next_working_day",
    "status",
    "done",
    "total",
    "owing",
    "days",
    "owed_by",
    "extended_from",
    "partly_on",
    "changes",
)
"""The columns of CSV answers, spelt as in JSON; ids in one cell are separated by blanks, changes by semicolons."""


_DAY_FIELDS: Final = ("due", "occurrence", "stated", "weekday", "day_off", "next_working_day")


def csv_cells(row: Row, agencies: Mapping[str, Agency]) -> tuple[str, ...]:
    """Return a row's cells for ``CSV_FIELDS``; a task without a day of its own in the answer has its nearest one."""
    if row.day is None and row.standing is not None:
        row = replace(row, day=row.standing.day)
    words = (
        row.id,
        row.number,
        row.section,
        row.table,
        row.group,
        row.content,
        row.lead,
        row.coop,
        row.result,
        row.time,
    )
    return (
        *(word or "" for word in words),
        row.work_by.isoformat() if row.work_by else "",
        " ".join(row.lead_agencies),
        " ".join(row.coop_agencies),
        row.via or "",
        " ".join(part.kind.value for part in row.reading.parts),
        *(str(value or "") for name, value in (day_record(row) | day_off_record(row)).items() if name in _DAY_FIELDS),
        *_standing_cells(row),
        " ".join(row.owed_by),
        row.extended_from.isoformat() if row.extended_from else "",
        row.standing.partly_on.isoformat() if row.standing and row.standing.partly_on else "",
        "; ".join(change_words(change, row, agencies) for change in row.changes),
    )


def _standing_cells(row: Row) -> tuple[str, ...]:
    if row.standing is None or row.standing.status is None:
        return "", "", "", "", ""
    counts = row.standing.tally
    days = row.standing.days
    return (
        row.standing.status.value,
        str(counts.done),
        str(counts.total),
        " ".join(row.standing.owing),
        "" if days is None else str(days),
    )


AGENCY_FIELDS = (
    "id",
    "name",
    "aliases",
    "members",
    "open",
    "subordinate",
    "valid_from",
    "valid_to",
    "succeeded_by",
    "lead",
    "coop",
    "through_groups",
)
"""The columns of CSV answers about agencies, spelt as in JSON.

In one cell names are separated by semicolons, ids by spaces; what is so or not is ``true`` or ``false``.
"""


def agency_cells(agency: Agency, part: Participation) -> tuple[str, ...]:
    """Return an agency's cells for ``AGENCY_FIELDS``."""
    return (
        agency.id,
        agency.name,
        "; ".join(agency.aliases),
        " ".join(agency.members),
        *(str(one).lower() for one in (agency.open, agency.subordinate)),
        *(one.isoformat() if one else "" for one in (agency.valid_from, agency.valid_to)),
        " ".join(agency.succeeded_by),
        *_counts(part),
    )


def _counts(part: Participation) -> tuple[str, ...]:
    return str(part.lead), str(part.coop), str(part.through_groups)


def agency_line(agency: Agency, part: Participation) -> tuple[str, ...]:
    """Return an agency's line of a table: other names, members, life and successors in one cell."""
    members = ", ".join((*agency.members, *(["…"] if agency.open else [])))
    also = [
        *(["; ".join(agency.aliases)] if agency.aliases else []),
        *([f"= {members}"] if members else []),
        *([_("from {day}").format(day=day(agency.valid_from))] if agency.valid_from else []),
        *([_("until {day}").format(day=day(agency.valid_to))] if agency.valid_to else []),
        *([f"→ {', '.join(agency.succeeded_by)}"] if agency.succeeded_by else []),
        *([] if agency.subordinate else [_("not under the issuer")]),
    ]
    return agency.id, agency.name, " · ".join(also), *_counts(part)
