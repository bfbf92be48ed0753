"""The columns that each command shows of its lines."""

from collections.abc import Mapping, Sequence
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.days import written
from kshc_cli.messages import _
from kshc_cli.plan.model import Agency
from kshc_cli.query.lines import Line
from kshc_cli.reading.participation import Participation
from kshc_cli.reports.changes import body_name, lead_words
from kshc_cli.reports.columns import COUNTS, AnswerColumn, cells_of
from kshc_cli.reports.drawing import ColumnHeading, View
from kshc_cli.reports.due_days import DUE_WIDTH, due_cell
from kshc_cli.reports.standings import STANDING_WIDTH, standing_cell, standing_lines, status_color

_PART_WIDTH: Final = 14
"""Columns of a drawn cell that says how a body takes part."""


def task_view(lines: Sequence[Line], agencies: Mapping[str, Agency]) -> View:
    """Show tasks: id, content, lead, time."""
    headings = (
        ColumnHeading(_("ID"), named=False),
        ColumnHeading(_("Content"), 5, named=False, prose=True),
        ColumnHeading(_("Lead"), 3),
        ColumnHeading(_("Time"), 2),
    )
    return View(
        headings,
        tuple((line.row.id, line.row.content, lead_words(line, agencies), line.row.time or "") for line in lines),
    )


def _what(share: int) -> tuple[ColumnHeading, ColumnHeading]:
    return ColumnHeading(_("ID"), named=False), ColumnHeading(_("Content"), share, named=False, prose=True)


def due_view(lines: Sequence[Line], agencies: Mapping[str, Agency], *, brief: bool, timed: bool) -> View:
    """Show due days: date, id, content, lead, time if ``timed``; ``brief``: words only where a task's are new."""
    headings = (
        ColumnHeading(_("Due"), painted=True, wrap=DUE_WIDTH),
        ColumnHeading(_("ID"), named=False),
        ColumnHeading(_("Content"), 6, named=False, prose=True),
        ColumnHeading(_("Lead"), 4),
    )
    cells: list[tuple[str, ...]] = []
    above: tuple[str, list[str]] | None = None
    for line in lines:
        words = [line.row.content, lead_words(line, agencies), line.row.time or ""]
        told = [_("(as above)"), "", ""] if brief and above == (line.row.id, words) else words
        cells.append((due_cell(line), line.row.id, *told[: 3 if timed else 2]))
        above = line.row.id, words
    return View((*headings, ColumnHeading(_("Time"), 3)) if timed else headings, tuple(cells))


def with_via(view: View, lines: Sequence[Line], agencies: Mapping[str, Agency], *, drawn: bool) -> View:
    """Add how the agency asked for takes part; where the table is drawn, in lines, for who leads stands beside it."""
    heading = ColumnHeading(_("Takes part"), wrap=_PART_WIDTH) if drawn else ColumnHeading(_("Takes part"), 2)
    return _with_column(view, heading, [_takes_part(line, agencies, brief=drawn) for line in lines])


def with_standing(
    view: View, lines: Sequence[Line], agencies: Mapping[str, Agency], *, drawn: bool, parts: bool
) -> View:
    """Add how the duties of each line stand, in lines where the table is drawn.

    With ``parts``, for a table without room for ``with_via``, below how the agency asked for takes part.
    """
    said = standing_lines if drawn else standing_cell
    cells = [said(line, agencies) for line in lines]
    if parts:
        ways = (_takes_part(line, agencies, brief=True) for line in lines)
        cells = ["\n".join(filter(None, told)) for told in zip(ways, cells, strict=True)]
    name = _("Takes part, standing") if parts else _("Standing")
    told = _with_column(view, ColumnHeading(name, named=False, painted=True, wrap=STANDING_WIDTH), cells)
    return replace(told, colors=tuple(status_color(line.status) for line in lines))


def _with_column(view: View, heading: ColumnHeading, cells: Sequence[str]) -> View:
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


def task_cells(line: Line, columns: Sequence[AnswerColumn[Line]]) -> tuple[str, ...]:
    """Return a line's cells of text; a task without a day of its own in the answer has its nearest one."""
    if line.day is None and line.standing is not None:
        line = replace(line, day=line.standing.day)
    return cells_of(columns, line)


def agency_line(agency: Agency, part: Participation) -> tuple[str, ...]:
    """Return an agency's line of a table: other names, members, life and successors in one cell."""
    members = ", ".join((*agency.members, *(["…"] if agency.open else [])))
    also = [
        *(["; ".join(agency.aliases)] if agency.aliases else []),
        *([f"= {members}"] if members else []),
        *([_("from {day}").format(day=written(agency.valid_from))] if agency.valid_from else []),
        *([_("until {day}").format(day=written(agency.valid_to))] if agency.valid_to else []),
        *([f"→ {', '.join(agency.succeeded_by)}"] if agency.succeeded_by else []),
        *([] if agency.subordinate else [_("not under the issuer")]),
    ]
    return agency.id, agency.name, " · ".join(also), *cells_of(COUNTS, (agency, part))
