"""The columns that each command shows of its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from kshc_cli.messages import _
from kshc_cli.plan.model import Agency
from kshc_cli.query.rows import Row
from kshc_cli.reports.phrases import day, part_phrase
from kshc_cli.reports.tables import Heading
from kshc_cli.reports.terminal import Terminal, plain


@dataclass(frozen=True, slots=True)
class View:
    """Headings and cells, ready to be drawn."""

    headings: tuple[Heading, ...]
    cells: tuple[tuple[str, ...], ...]


def task_view(rows: Sequence[Row], agencies: Mapping[str, Agency], *, asked: bool = False) -> View:
    """Show tasks: id, content, lead, time; with ``asked``, how the agency asked for takes part."""
    headings = [Heading(_("ID")), Heading(_("Content"), 5), Heading(_("Lead"), 3), Heading(_("Time"), 2)]
    cells = [[row.id, row.content, row.lead or "", row.time or ""] for row in rows]
    return _with_via(headings, cells, rows, agencies if asked else None)


def due_view(rows: Sequence[Row], agencies: Mapping[str, Agency], *, asked: bool = False, brief: bool = False) -> View:
    """Show due days: date, id, content, lead, time; with ``brief``, a task's words only where it comes first."""
    headings = [
        Heading(_("Due")),
        Heading(_("ID")),
        Heading(_("Content"), 5),
        Heading(_("Lead"), 3),
        Heading(_("Time"), 2),
    ]
    cells: list[list[str]] = []
    seen: set[str] = set()
    for row in rows:
        words = [row.content, row.lead or "", row.time or ""]
        cells.append([_due(row), row.id, *([_("(as above)"), "", ""] if brief and row.id in seen else words)])
        seen.add(row.id)
    return _with_via(headings, cells, rows, agencies if asked else None)


def _due(row: Row) -> str:
    if row.due is None:
        return _("runs on") if row.runs_on else _("no rule")
    return day(row.due)


def _with_via(
    headings: list[Heading], cells: list[list[str]], rows: Sequence[Row], agencies: Mapping[str, Agency] | None
) -> View:
    if agencies is not None:
        headings.append(Heading(_("Takes part"), 2))
        for line, row in zip(cells, rows, strict=True):
            line.append(_takes_part(row, agencies))
    return View(tuple(headings), tuple(tuple(line) for line in cells))


def _takes_part(row: Row, agencies: Mapping[str, Agency]) -> str:
    if row.via is None:
        return _("named")
    return _("through {group}").format(group=agencies[row.via].name if row.via in agencies else row.via)


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
)
"""The columns of CSV answers, spelt as in JSON; ids in one cell are separated by spaces."""


def csv_cells(row: Row) -> tuple[str, ...]:
    """Return a row's cells for ``CSV_FIELDS``."""
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
        row.due.isoformat() if row.due else "",
        row.occurrence or "",
    )


def show_text(row: Row, agencies: Mapping[str, Agency], days: Sequence[Row], terminal: Terminal) -> str:
    """Write one task in full: its words, what was read from them, what stayed unread, and its due days."""
    lines = [
        (_("ID"), row.id),
        (_("Number"), row.number or "–"),
        (_("Section"), " › ".join(part for part in (row.section, row.table, row.group) if part)),
        (_("Content"), row.content),
        (_("Lead"), row.lead or "–"),
        ("  " + _("read as"), _names(row.lead_agencies, agencies)),
        (_("Cooperating"), row.coop or "–"),
        ("  " + _("read as"), _names(row.coop_agencies, agencies)),
        (_("Result"), row.result or "–"),
        (_("Time"), row.time or "–"),
        *(("  " + _("read as"), _part_line(part_phrase(part), part.words)) for part in row.reading.parts),
        *(("  " + _("unread"), rest.words) for rest in row.unread),
        *(("  " + _("note"), note) for note in row.reading.notes),
        *([(_("Work by"), day(row.work_by))] if row.work_by else []),
        *([(_("Due"), ", ".join(day(one.due) for one in days if one.due))] if days else []),
    ]
    return labelled_text([(label, text) for label, text in lines if text], terminal)


def _part_line(phrase: str, words: str) -> str:
    return f"{phrase}  ← {words}" if words else _("{phrase}  ← stated in the plan").format(phrase=phrase)


def labelled_text(lines: Sequence[tuple[str, str]], terminal: Terminal) -> str:
    """Write texts beside their labels, wrapped where somebody looks at them."""
    indent = max((len(label) for label, _text in lines), default=0) + 2
    width = terminal.width - indent if terminal.interactive else None
    return "".join(_labelled(label, text, indent, width) for label, text in lines)


def _labelled(label: str, text: str, indent: int, width: int | None) -> str:
    """Write a text beside its label, in lines of ``width`` or, without one, as they are."""
    lines = [plain(line) for line in text.split("\n")]
    if width is not None:
        lines = [part for line in lines for part in wrap(line, width, break_on_hyphens=False) or [""]]
    first, *more = lines
    return f"{label:<{indent}}{first}\n" + "".join(f"{'':<{indent}}{line}\n" for line in more)


def _names(ids: Sequence[str], agencies: Mapping[str, Agency]) -> str:
    return "; ".join(f"{agencies[one].name} ({one})" if one in agencies else one for one in ids)
