"""The answers of many plans in one: whose each row is, and what several plans say alike."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from kshc_cli.messages import _, plain
from kshc_cli.reports.drawing import ColumnHeading, View
from kshc_cli.reports.json_text import Json

_NAMED: Final = 3
"""Offices that a note names; the others are counted."""


class FleetPart(NamedTuple):
    """What one plan adds to a joint answer: rows or items, each with its day where they stand in order of days."""

    office: str
    """What the plan is called: by its issuer, and what else sets it apart."""
    file: str
    rows: Sequence[Any]
    days: Sequence[str] = ()


def offices(plans: Sequence[tuple[str, Mapping[str, Any]]]) -> list[str]:
    """Return what plans are called, each a file with what identifies it.

    They go by their issuers; with the year where one has several, with the file where that is the same too.
    """
    named = Counter(str(plan["issuer"]) for _file, plan in plans)
    dated = Counter((str(plan["issuer"]), plan["year"]) for _file, plan in plans)
    return [
        _office(file, plan, named[str(plan["issuer"])], dated[str(plan["issuer"]), plan["year"]])
        for file, plan in plans
    ]


def _office(file: str, plan: Mapping[str, Any], named: int, dated: int) -> str:
    apart = "" if named == 1 else str(plan["year"]) if dated == 1 else file
    return plain(f"{plan['issuer']} ({apart})" if apart else str(plan["issuer"]))


def in_order(parts: Iterable[FleetPart]) -> list[tuple[FleetPart, Any]]:
    """Return all rows, each with whose it is: by their days if they have some, those without one last."""
    rows = [
        (day or "~", part, row)
        for part in parts
        for day, row in zip(part.days or [""] * len(part.rows), part.rows, strict=True)
    ]
    return [(part, row) for _day, part, row in sorted(rows, key=lambda one: one[0])]


def joint_view(views: Sequence[tuple[FleetPart, View]]) -> View:
    """Return one table of several, with a column for the office; a column that a plan lacks is blank there."""
    headings = dict.fromkeys(heading for _part, view in views for heading in view.headings)
    rows = in_order(
        part._replace(rows=[*zip(_cells(view, headings), view.colors or [""] * len(view.cells), strict=True)])
        for part, view in views
    )
    colors = tuple(color for _part, (_row, color) in rows)
    cells = tuple((part.office, *row) for part, (row, _color) in rows)
    return View((ColumnHeading(_("Office"), 3), *headings), cells, colors if any(colors) else ())


def _cells(view: View, headings: Iterable[ColumnHeading]) -> Iterator[tuple[str, ...]]:
    places = {heading: place for place, heading in enumerate(view.headings)}
    for row in view.cells:
        yield tuple(row[places[heading]] if heading in places else "" for heading in headings)


CSV_FIELDS: Final = ("office", "plan")
"""The columns of CSV before those of one plan's answer: what the plan is called, and its file."""


def joint_record(records: Sequence[tuple[FleetPart, Json]], items: str, broken: Sequence[tuple[str, str]]) -> Json:
    """Return one object of several; its ``items`` say of which plan each is, by its file.

    Without ``items`` the answers of the plans stand beside each other. ``broken`` are files that could not answer, with
    the reason.
    """
    _part, first = records[0]
    schema = str(first["schema"]).replace("kshc.", "kshc.fleet-", 1)
    plans = [_plan_record(part, record, without={"schema", "plan", items}) for part, record in records]
    told = (
        {} if not items else {items: [{"plan": part.file, **item} for part, item in in_order(_items(records, items))]}
    )
    return {"schema": schema, "plans": plans, **told, "broken": broken_records(broken)}


def _items(records: Iterable[tuple[FleetPart, Json]], items: str) -> Iterator[FleetPart]:
    for part, record in records:
        listed = record[items]
        if isinstance(listed, list):
            yield part._replace(rows=listed)


def _plan_record(part: FleetPart, record: Json, *, without: set[str]) -> Json:
    plan = record["plan"]
    head = {"file": part.file, "office": part.office, **(plan if isinstance(plan, dict) else {})}
    return head | {name: value for name, value in record.items() if name not in without}


def broken_records(broken: Iterable[tuple[str, str]]) -> list[Json]:
    """Return the files that could not answer, with the reason."""
    return [{"file": file, "message": message} for file, message in broken]


def joint_notes(notes: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield what several offices say, each sentence once, behind the names of those who say it."""
    by_note: dict[str, list[str]] = {}
    for office, note in notes:
        by_note.setdefault(note, []).append(office)
    for note, named in by_note.items():
        names = ", ".join(named[:_NAMED])
        more = len(named) - _NAMED
        who = _("{names} and {n} more").format(names=names, n=more) if more > 0 else names
        yield f"{who}: {note}"
