"""What the log changed of duties, said in words: who has them now, until when, by which document."""

from collections.abc import Iterable, Iterator, Mapping

from kshc_cli.days import written
from kshc_cli.messages import _
from kshc_cli.plan.model import Agency
from kshc_cli.query.lines import Change, HandOver, Line
from kshc_cli.reports.json_text import Json
from kshc_cli.reports.standings import several_names
from kshc_cli.tracking.progress_log import Entry, What


def change_words(change: Change, line: Line, agencies: Mapping[str, Agency]) -> str:
    """Say what an entry changed of a row's task, of whose duties and when, and by which document."""
    entry = change.entry
    words = {
        What.REASSIGNED: _("given to {name}"),
        What.EXTENDED: _("last day moved to {day}"),
        What.MERGED: _("merged into task {id}"),
        What.CANCELLED: _("called off"),
        What.SUSPENDED: _("suspended"),
        What.RESUMED: _("resumed"),
    }[entry.kind]
    if entry.task != line.row.id:
        words = _("takes in task {task}")
    givers = (entry.unit,) if entry.unit else change.givers
    if entry.kind is What.REASSIGNED and givers:
        words = _("given from {givers} to {name}")
    name, day = body_name(entry.lead, agencies), written(entry.due) if entry.due else ""
    said = words.format(name=name, day=day, id=entry.into, task=entry.task, givers=several_names(givers, agencies))
    body = "" if entry.kind is What.REASSIGNED else body_name(entry.unit, agencies)
    about = ", ".join(filter(None, (body, change.period(line.row.year))))
    by = entry.by or _("no document named")
    return f"{f'{about}: ' if about else ''}{said} ({by}; {written(entry.date)})"


def change_notes(lines: Iterable[Line], agencies: Mapping[str, Agency]) -> Iterator[str]:
    """Say of each task in an answer what the log changed of it."""
    told = {
        (line.row.id, change.entry.id): change_words(change, line, agencies)
        for line in lines
        for change in line.changes
    }
    for (task, _entry), words in told.items():
        yield f"{task}: {words}"


def lead_words(line: Line, agencies: Mapping[str, Agency]) -> str:
    """Return the words of the lead, and below them who has which duties now in place of whom."""
    told = "; ".join(_hand_overs(line.handed, agencies))
    if not told:
        return line.row.lead or ""
    told = told if line.handed[0].giver is None else f"({told})"
    return f"{line.row.lead or ''}\n{told}"


def _hand_overs(handed: Iterable[HandOver], agencies: Mapping[str, Agency]) -> Iterator[str]:
    """Say who gave duties to whom: those who gave to the same bodies together, of many the first by name."""
    takers: dict[tuple[str | None, bool], list[str]] = {}
    for one in handed:
        takers.setdefault((one.giver, one.always), []).append(body_name(one.taker, agencies))
    givers: dict[tuple[str, bool], list[str]] = {}
    for (giver, always), names in takers.items():
        givers.setdefault((", ".join(names), always), []).extend([giver] if giver else [])
    for (taking, always), units in givers.items():
        words = f"{several_names(units, agencies)} → {taking}".lstrip()
        yield words if always else _("{words} (some times only)").format(words=words)


def body_name(agency: str | None, agencies: Mapping[str, Agency]) -> str:
    """Return a body's name; its id where the registry lacks it, nothing for none."""
    return agencies[agency].name if agency is not None and agency in agencies else agency or ""


def change_record(entry: Entry) -> Json:
    """Return what an entry changed, spelt as in the log."""
    return {
        "what": entry.what,
        "task": entry.task,
        "date": entry.date.isoformat(),
        "unit": entry.unit,
        "period": entry.period,
        "lead": entry.lead,
        "due": entry.due.isoformat() if entry.due else None,
        "into": entry.into,
        "by": entry.by,
        "entry": entry.id,
    }
