"""The columns that each command shows of its lines."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.messages import _
from kshc_cli.plan.model import Agency
from kshc_cli.query.lines import Line
from kshc_cli.reading.participation import Participation
from kshc_cli.reports.changes import body_name, change_words, lead_words
from kshc_cli.reports.drawing import Heading
from kshc_cli.reports.due_days import DUE_WIDTH, due_cell
from kshc_cli.reports.phrases import day
from kshc_cli.reports.records import day_off_record, day_record
from kshc_cli.reports.standings import STANDING_WIDTH, standing_cell, standing_lines, status_color

_PART_WIDTH: Final = 14
"""Columns of a drawn cell that says how a body takes part."""


@dataclass(frozen=True, slots=True)
class View:
    """Headings and cells, ready to be drawn."""

    headings: tuple[Heading, ...]
    cells: tuple[tuple[str, ...], ...]
    colors: tuple[str, ...] = ()
    """The colours of the lines on a terminal; none where nothing is told of how they stand."""


def task_view(lines: Sequence[Line], agencies: Mapping[str, Agency]) -> View:
    """Show tasks: id, content, lead, time."""
    headings = (
        Heading(_("ID"), named=False),
        Heading(_("Content"), 5, named=False),
        Heading(_("Lead"), 3),
        Heading(_("Time"), 2),
    )
    return View(
        headings,
        tuple((line.row.id, line.row.content, lead_words(line, agencies), line.row.time or "") for line in lines),
    )


def _what(share: int) -> tuple[Heading, Heading]:
    return Heading(_("ID"), named=False), Heading(_("Content"), share, named=False)


def due_view(lines: Sequence[Line], agencies: Mapping[str, Agency], *, brief: bool, timed: bool) -> View:
    """Show due days: date, id, content, lead, time if ``timed``; ``brief``: words only where a task's are new."""
    headings = (
        Heading(_("Due"), painted=True, wrap=DUE_WIDTH),
        Heading(_("ID"), named=False),
        Heading(_("Content"), 6, named=False),
        Heading(_("Lead"), 4),
    )
    cells: list[tuple[str, ...]] = []
    above: tuple[str, list[str]] | None = None
    for line in lines:
        words = [line.row.content, lead_words(line, agencies), line.row.time or ""]
        told = [_("(as above)"), "", ""] if brief and above == (line.row.id, words) else words
        cells.append((due_cell(line), line.row.id, *told[: 3 if timed else 2]))
        above = line.row.id, words
    return View((*headings, Heading(_("Time"), 3)) if timed else headings, tuple(cells))


def with_via(view: View, lines: Sequence[Line], agencies: Mapping[str, Agency], *, drawn: bool) -> View:
    """Add how the agency asked for takes part; where the table is drawn, in lines, for who leads stands beside it."""
    heading = Heading(_("Takes part"), wrap=_PART_WIDTH) if drawn else Heading(_("Takes part"), 2)
    return _with_column(view, heading, [_takes_part(line, agencies, brief=drawn) for line in lines])


def with_standing(
    view: View, lines: Sequence[Line], agencies: Mapping[str, Agency], *, drawn: bool, parts: bool
) -> View:
    """Add how the duties of each line stand, in lines where the table is drawn.

    With ``parts``, for a table without ``with_via``, above it where the agency asked for does not simply lead.
    """
    said = standing_lines if drawn else standing_cell
    cells = [said(line, agencies) for line in lines]
    if parts:
        simply = _("leads")
        ways = (_takes_part(line, agencies, brief=True) if line.part else simply for line in lines)
        cells = [cell if way == simply else f"{way}\n{cell}" for way, cell in zip(ways, cells, strict=True)]
    told = _with_column(view, Heading(_("Standing"), named=False, painted=True, wrap=STANDING_WIDTH), cells)
    return replace(told, colors=tuple(status_color(line.standing.status if line.standing else None) for line in lines))


def _with_column(view: View, heading: Heading, cells: Sequence[str]) -> View:
    lines = zip(view.cells, cells, strict=True)
    return replace(view, headings=(*view.headings, heading), cells=tuple((*line, cell) for line, cell in lines))


def _takes_part(line: Line, agencies: Mapping[str, Agency], *, brief: bool) -> str:
    """Say how the agency asked for takes part; ``brief`` where who leads stands beside it."""
    if line.taken_over:
        return _("leads: took it over")
    if line.leads_too:
        return _("leads and cooperates")
    if line.part == "coop" and brief:
        return _("cooperates only")
    if line.part == "coop":
        leads = "; ".join(body_name(one, agencies) for one in line.owed_by) or line.row.lead or "–"
        return _("cooperates only; led by {names}").format(names=leads)
    if line.via is None:
        return _("leads")
    return _("leads through {group}").format(group=agencies[line.via].name if line.via in agencies else line.via)


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


def csv_cells(line: Line, agencies: Mapping[str, Agency]) -> tuple[str, ...]:
    """Return a row's cells for ``CSV_FIELDS``; a task without a day of its own in the answer has its nearest one."""
    if line.day is None and line.standing is not None:
        line = replace(line, day=line.standing.day)
    words = (
        line.row.id,
        line.row.number,
        line.row.section,
        line.row.table,
        line.row.group,
        line.row.content,
        line.row.lead,
        line.row.coop,
        line.row.result,
        line.row.time,
    )
    return (
        *(word or "" for word in words),
        line.row.work_by.isoformat() if line.row.work_by else "",
        " ".join(line.row.lead_agencies),
        " ".join(line.row.coop_agencies),
        line.via or "",
        " ".join(part.kind.value for part in line.row.reading.parts),
        *(str(value or "") for name, value in (day_record(line) | day_off_record(line)).items() if name in _DAY_FIELDS),
        *_standing_cells(line),
        " ".join(line.owed_by),
        line.extended_from.isoformat() if line.extended_from else "",
        line.standing.partly_on.isoformat() if line.standing and line.standing.partly_on else "",
        "; ".join(change_words(change, line, agencies) for change in line.changes),
    )


def _standing_cells(line: Line) -> tuple[str, ...]:
    if line.standing is None or line.standing.status is None:
        return "", "", "", "", ""
    counts = line.standing.tally
    days = line.standing.days
    return (
        line.standing.status.value,
        str(counts.done),
        str(counts.total),
        " ".join(line.standing.owing),
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
