"""One task in full: its words, what was read from them, its due days and how it stands."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, TypeAlias

from kshc_cli.dataclass import dataclass
from kshc_cli.days import written
from kshc_cli.messages import _, ngettext
from kshc_cli.plan.model import Agency
from kshc_cli.query.glance import glance
from kshc_cli.query.lines import Change, Line
from kshc_cli.query.rows import TaskRow
from kshc_cli.reading.times.kind_names import unread_name
from kshc_cli.reading.values import Relative
from kshc_cli.reports.changes import change_words
from kshc_cli.reports.due_days import counted, dated, due_sentence
from kshc_cli.reports.entries import entry_details, what_words
from kshc_cli.reports.labelled import labelled_text
from kshc_cli.reports.phrases import part_phrase
from kshc_cli.reports.readings import owed_since, part_line, unread_line
from kshc_cli.reports.standings import duties_lines
from kshc_cli.reports.terminal import Terminal
from kshc_cli.tracking.dues import DueDay
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.tracking.standing import CLOSED, Standing

Field = Literal["lead", "coop"]
Labelled: TypeAlias = tuple[str, str]
"""A label and the words beside it."""


@dataclass(frozen=True, slots=True)
class TaskPage:
    """A task with all that is told of it."""

    line: Line
    days: Sequence[Line]
    """A line for each of its due days."""
    standings: Sequence[Standing]
    recorded: Sequence[Change]
    """What the log says of it beside what it changed."""
    likely: Sequence[tuple[str, str]]
    """Unread words with the id of the body that they are likely a slip for."""


def show_text(
    page: TaskPage, agencies: Mapping[str, Agency], terminal: Terminal, *, office: OfficeCalendar, today: date
) -> str:
    """Write one task in full: words, what was read from them, what stayed unread, due days, standing, the log."""
    lines = [
        *_place_lines(page.line.row),
        *_body_lines("lead", page, agencies),
        *_body_lines("coop", page, agencies),
        (_("Result"), page.line.row.result or "–"),
        *((_on_one_line(other.header), other.words) for other in page.line.row.others),
        *_when_lines(page, agencies, office=office, today=today),
        (_("Recorded"), "\n".join(_recorded(one, page.line.row.year, agencies) for one in page.recorded)),
    ]
    marked = [(one.start, one.end) for one in page.line.row.said]
    return labelled_text(lines, terminal, marked=(_("Content"), marked))


def cell_text(
    field: Field | Literal["time"],
    page: TaskPage,
    agencies: Mapping[str, Agency],
    terminal: Terminal,
    *,
    office: OfficeCalendar,
    today: date,
) -> str:
    """Write what ``show_text`` says of one cell: its words, what was read from them, of a time its days as well."""
    if field == "time":
        return labelled_text(list(_when_lines(page, agencies, office=office, today=today)), terminal)
    return labelled_text(list(_body_lines(field, page, agencies)), terminal)


def _when_lines(
    page: TaskPage, agencies: Mapping[str, Agency], *, office: OfficeCalendar, today: date
) -> Iterator[Labelled]:
    """Yield the words of the time with what they mean, what became of it, its days and how its duties stand."""
    line, row = page.line, page.line.row
    yield from _time_lines(row, page.days, office)
    yield from (
        ("  " + unread_name(rest.words), unread_line(rest.words, office.year))
        for rest in row.unread
        if rest.field == "time"
    )
    yield from (("  " + _("note"), note) for note in row.reading.notes)
    if row.work_by:
        yield _("Work by"), written(row.work_by)
    yield _("Changed"), "\n".join(change_words(change, line, agencies) for change in line.changes)
    yield _("Due"), "\n".join(_due_lines(page, office=office, today=today))
    yield _("Standing"), duties_lines(page.standings, agencies, year=row.year)


def _on_one_line(header: str) -> str:
    """Return the words over a column on one line: a dash before each that begins with a capital, below others."""
    lines = [" ".join(line.split()) for line in header.split("\n") if line.strip()]
    return "".join(lines[:1]) + "".join(f" {line}" if line[0].islower() else f" – {line}" for line in lines[1:])


def _recorded(one: Change, year: int, agencies: Mapping[str, Agency]) -> str:
    """Say what an entry says, on which day."""
    details = entry_details(one.entry, agencies, one.period(year))
    return ": ".join(filter(None, (f"{written(one.entry.date)} {what_words(one.entry.kind)}", "; ".join(details))))


def _place_lines(row: TaskRow) -> Iterator[Labelled]:
    """Yield what the task is called, where it stands and what is to be done."""
    yield _("ID"), row.id
    yield _("Number"), row.number or "–"
    yield _("Section"), " › ".join(part for part in (row.section, row.table, row.group) if part)
    yield _("Content"), row.content


def _body_lines(field: Field, page: TaskPage, agencies: Mapping[str, Agency]) -> Iterator[Labelled]:
    """Yield the words of a cell of bodies, who was read in them as what, and what stayed unread."""
    row, lead = page.line.row, field == "lead"
    yield _("Lead") if lead else _("Cooperating"), (row.lead if lead else row.coop) or "–"
    yield from _taken_from(field, row)
    yield "  " + _("read as"), _names(row.lead_agencies if lead else row.coop_agencies, agencies)
    yield from _remarks(field, row, agencies)
    for rest in row.unread:
        if rest.field == field:
            yield "  " + unread_name(rest.words), rest.words
            slips = (one for one in page.likely if one[0] in rest.words)
            yield from (("  " + _("perhaps"), f"{words} → {_names((one,), agencies)}") for words, one in slips)


def _taken_from(field: Field | Literal["time"], row: TaskRow) -> Iterator[Labelled]:
    """Say that words stand in the sentence or above the task, where no label and no quote of its own says them."""
    if any(one.field == field for one in row.said):
        yield "  " + _("taken from"), _("the words of the content")
    yield from (("  " + _("taken from"), f"“{one.line}”") for one in row.shared if one.field == field)


def _time_lines(row: TaskRow, days: Sequence[Line], office: OfficeCalendar) -> Iterator[Labelled]:
    """Yield the words of the time, what was read in them and how it was counted."""
    yield _("Time"), row.time or "–"
    yield from _taken_from("time", row)
    yield from (("  " + _("read as"), part_line(part, blank=row.time is None)) for part in row.reading.parts)
    yield from (("  " + _("counted"), counting) for counting in _countings(row, days))
    yield from (("  " + _("counted"), since) for since in owed_since(row.reading, office))


def _due_lines(page: TaskPage, *, office: OfficeCalendar, today: date) -> Iterator[str]:
    """Say of the next due days why each counts and, where several parts have days, which occurrence of which it is.

    What the log moved says to which day.
    """
    days, row = page.days, page.line.row
    several = len({one.day.part for one in days if one.day}) > 1
    told = glance([one.day for one in days if one.day], today)
    if told.earlier:
        yield ngettext("{n} earlier day", "{n} earlier days", told.earlier).format(n=told.earlier)
    for one in days:
        if one.day in told.shown:
            part = row.reading.parts[one.day.part]
            sentence = due_sentence(one.day, one.day_off, office) + _moves(one.day, page.standings)
            source = ": ".join(filter(None, (_called(one.day, row.year), part.words or part_phrase(part))))
            yield f"{sentence}  ← {source}" if several else sentence
    if told.later and told.last:
        words = ngettext("and {n} more day, {last}", "and {n} more days, the last {last}", told.later)
        yield words.format(n=told.later, last=dated(told.last.due))


def _called(day: DueDay, year: int) -> str:
    """Return what an occurrence is called in words; nothing where it goes by its day."""
    name = day.called(day.occurrence, year) if day.occurrence else ""
    return "" if name == written(day.stated) else name


def _moves(day: DueDay, standings: Sequence[Standing]) -> str:
    """Say to which day the log moved a day: for all who owe it then, or for some of them."""
    own = [one for one in standings if _is_of(one, day) and one.status not in CLOSED]
    moved = sorted({one.due for one in own if one.extended and one.due})
    if not moved:
        return ""
    to = ", ".join(map(dated, moved))
    if all(one.extended for one in own):
        return _("; moved to {days}").format(days=to)
    return _("; for some moved to {days}").format(days=to)


def _is_of(one: Standing, day: DueDay) -> bool:
    planned = one.occasion.day
    return planned is not None and (planned.part, planned.stated) == (day.part, day.stated)


def _countings(row: TaskRow, days: Sequence[Line]) -> Iterator[str]:
    """Say of each time limit with a known end how it was counted."""
    ends = {one.day.part: one.day.stated for one in days if one.day}
    for index, part in enumerate(row.reading.parts):
        match part:
            case Relative(anchor=date() as anchor) if index in ends:
                yield counted(part, anchor, ends[index])
            case _:
                pass


def _remarks(field: Field, row: TaskRow, agencies: Mapping[str, Agency]) -> Iterator[Labelled]:
    for label, remarks in ((_("scope"), row.scopes), (_("duty"), row.duties)):
        for remark in remarks:
            if remark.field == field:
                yield "  " + label, f"{_names((remark.agency,), agencies)}  ← {remark.words}"
    if excluded := [agency for where, agency in row.excluded if where == field]:
        yield "  " + _("left out"), _names(excluded, agencies)


def _names(ids: Sequence[str], agencies: Mapping[str, Agency]) -> str:
    return "; ".join(f"{agencies[one].name} ({one})" if one in agencies else one for one in ids)
