"""Many plans on a page: a line of numbers for each, and their sum."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from kshc_cli.messages import _, ngettext, plain
from kshc_cli.reports.drawing import ColumnHeading, View
from kshc_cli.reports.fleet import broken_records
from kshc_cli.reports.json_text import Json
from kshc_cli.reports.standings import status_color, status_words
from kshc_cli.tracking.standing import Status

COUNTS: Final = ("tasks", "duties", "done", "overdue", "due_soon", "without_date", "illegible", "unread")
"""The numbers of a plan, spelt as in JSON."""
SUMMARY_FIELDS: Final = ("office", "plan", "year", "as_of", *COUNTS, "broken")
"""The columns of CSV. There is no line for the sum, which a spreadsheet would add up with the others."""


class Summary(NamedTuple):
    """A plan with its numbers."""

    office: str
    file: str
    plan: Mapping[str, Any]
    as_of: str
    counts: Mapping[str, int]


def total(lines: Sequence[Summary]) -> dict[str, int]:
    """Return the sum of each number."""
    return {name: sum(line.counts[name] for line in lines) for name in COUNTS}


def summary_view(lines: Sequence[Summary], broken: Sequence[tuple[str, str]], *, drawn: bool) -> View:
    """Show a line for each plan, for each file that could not answer, and for all together."""
    names = _names()
    sums = total(lines)
    called = ngettext("{n} plan", "{n} plans", len(lines)).format(n=len(lines))
    cells = (
        *((line.office, *(str(line.counts[name]) for name in names)) for line in lines),
        *((_("not answered: {file}").format(file=file), *("–" for _name in names)) for file, _reason in broken),
        (called, *(str(sums[name]) for name in names)),
    )
    widths = [max(map(len, column)) if drawn else 0 for column in zip(*(row[1:] for row in cells), strict=True)]
    aligned = tuple(
        (row[0], *(cell.rjust(width) for cell, width in zip(row[1:], widths, strict=True))) for row in cells
    )
    headings = (
        ColumnHeading(_("Office"), 1, named=False, painted=True, calls="line"),
        *(ColumnHeading(name[0].upper() + name[1:]) for name in names.values()),
    )
    return View(headings, aligned, (*map(_color, lines), *("" for _one in broken), ""))


def _names() -> dict[str, str]:
    """Return what the numbers of a screen are called: of tasks, how many of these, of duties, how many of these."""
    return {
        "tasks": _("Tasks"),
        "without_date": _("no date"),
        "unread": _("partly unread"),
        "duties": _("Duties"),
        "done": status_words(Status.DONE),
        "overdue": _("late"),
        "due_soon": status_words(Status.DUE_SOON),
    }


def _color(line: Summary) -> str:
    pressing = (status for status in (Status.OVERDUE, Status.DUE_SOON) if line.counts[status.value])
    return status_color(next(pressing, None))


def summary_cells(lines: Sequence[Summary], broken: Sequence[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Return the cells for ``SUMMARY_FIELDS``; a file that could not answer has the reason in the last."""
    told = [
        (
            line.office,
            plain(line.file),
            str(line.plan["year"]),
            line.as_of,
            *(str(line.counts[name]) for name in COUNTS),
            "",
        )
        for line in lines
    ]
    return [*told, *(("", plain(file), "", "", *("" for _name in COUNTS), reason) for file, reason in broken)]


def summary_record(lines: Sequence[Summary], broken: Sequence[tuple[str, str]]) -> Json:
    """Return the numbers as one object (kshc.fleet/1)."""
    plans = [{"file": one.file, "office": one.office, **one.plan, "as_of": one.as_of, **one.counts} for one in lines]
    return {"schema": "kshc.fleet/1", "plans": plans, "total": total(lines), "broken": broken_records(broken)}
