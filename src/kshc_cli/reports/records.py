"""Machine formats: the objects of JSON answers. docs/json.md documents them; a change of shape changes the version."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from kshc_cli.plan.model import Agency, Plan
from kshc_cli.query.lines import Line
from kshc_cli.query.rows import CellRemark
from kshc_cli.reading.participation import Participation
from kshc_cli.reading.values import Deadline, Relative, TimePart, TimeReading, Window
from kshc_cli.reports.changes import change_record
from kshc_cli.reports.json_text import Json
from kshc_cli.reports.standings import standing_record
from kshc_cli.tracking.dues import due_days
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.tracking.time_limits import limit_end

_PART_FIELDS: Final = (
    "start",
    "end",
    "due",
    "before",
    "rrule",
    "until",
    "amount",
    "unit",
    "anchor",
    "event",
    "once",
    "document",
    "role",
    "law",
    "words",
)
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""Spelt as in JSON, from Monday on."""


def part_record(part: TimePart, *, office: OfficeCalendar | None) -> Json:
    """Return one part of a time: every field of every kind, None where it does not apply; dates as YYYY-MM-DD.

    With an ``office``, ``due`` of a time limit is its end, counted by the office's calendar, and what has one last day
    tells why it is off and whether the days off of its year are an estimate.
    """
    fields = {name: getattr(part, name, None) for name in _PART_FIELDS}
    if part.kind == "recurring":
        fields["end"] = None
    if office is not None and isinstance(part, Relative):
        fields["due"] = limit_end(part, office)
    if office is not None and isinstance(part, Window | Deadline | Relative):
        fields |= _last_day(part, office)
    return {"kind": part.kind.value} | {
        name: value.isoformat() if isinstance(value, date) else value for name, value in fields.items()
    }


def _last_day(part: Window | Deadline | Relative, office: OfficeCalendar) -> dict[str, object]:
    day = next(due_days(TimeReading((part,)), office=office), None)
    off = day.day_off(office) if day else None
    return {
        "day_off": off.reason if off else None,
        "next_working_day": off.next_working_day if off else None,
        "estimated": day is not None and (office.estimates(day.last) or day.estimated),
    }


def reading_record(text: str, reading: TimeReading, *, office: OfficeCalendar | None) -> Json:
    """Return a phrase with what it was read as; ``office`` as for ``part_record``."""
    return {
        "text": text,
        "parts": [part_record(part, office=office) for part in reading.parts],
        "unread": list(reading.unread),
        "notes": list(reading.notes),
    }


def day_record(line: Line) -> dict[str, object]:
    """Return an occurrence's day: the one that counts, its weekday, and the one by the words."""
    day = line.day
    return {
        "due": day.due.isoformat() if day else None,
        "occurrence": day.occurrence if day else None,
        "stated": day.stated.isoformat() if day else None,
        "weekday": WEEKDAYS[day.due.weekday()] if day else None,
        "estimated": day is not None and day.estimated,
        "extended_from": line.extended_from.isoformat() if line.extended_from else None,
    }


def day_off_record(line: Line) -> dict[str, object]:
    """Return why the last day of an occurrence is off and the working day that follows, where they were looked up."""
    off = line.day_off
    return {
        "day_off": off.reason if off else None,
        "next_working_day": off.next_working_day.isoformat() if off else None,
    }


def task_record(line: Line, *, dated: bool = False, office: OfficeCalendar | None = None) -> Json:
    """Return a line: its words, then what they mean; with ``dated`` also the occurrence's day.

    ``office`` is given where days off were looked up; then time limits have their ends too.
    """
    record: dict[str, object] = {
        "id": line.row.id,
        "number": line.row.number,
        "section": line.row.section,
        "table": line.row.table,
        "group": line.row.group,
        "content": line.row.content,
        "lead": line.row.lead,
        "coop": line.row.coop,
        "result": line.row.result,
        "time": line.row.time,
        "others": {other.key: other.words for other in line.row.others},
        "work_by": line.row.work_by.isoformat() if line.row.work_by else None,
        "lead_agencies": list(line.row.lead_agencies),
        "coop_agencies": list(line.row.coop_agencies),
        "scopes": [_remark_record(remark) for remark in line.row.scopes],
        "duties": [_remark_record(remark) for remark in line.row.duties],
        "excluded": [{"field": field, "agency": agency} for field, agency in line.row.excluded],
        "via": line.via,
        "taken_over": line.taken_over,
        "part": line.part,
        "owed_by": list(line.owed_by),
        "changes": [change_record(change.entry) for change in line.changes],
        "reading": [part_record(part, office=office) for part in line.row.reading.parts],
        "unread": [{"field": rest.field, "words": rest.words} for rest in line.row.unread],
    }
    if line.standing is not None:
        record["standing"] = standing_record(line.standing)
    if dated:
        record |= {**day_record(line), **(day_off_record(line) if office else {}), "open": line.runs_on}
    return record


def _remark_record(remark: CellRemark) -> Json:
    return {"field": remark.field, "agency": remark.agency, "words": remark.words}


def plan_record(plan: Plan) -> Json:
    """Return what identifies a plan."""
    act = plan.act
    return {
        "year": plan.year,
        "issuer": plan.issuer.name,
        "number": act.number,
        "symbol": act.symbol,
        "date": act.date.isoformat() if act.date else None,
        "subject": plan.plan.subject,
    }


def tasks_record(
    plan: Plan,
    lines: Sequence[Line],
    *,
    as_of: date,
    without_date: Mapping[str, int],
    dated: bool,
    office: OfficeCalendar | None,
) -> Json:
    """Return the answer to a question about tasks; ``dated`` and ``office`` as for ``task_record``."""
    return {
        "schema": "kshc.tasks/1",
        "plan": plan_record(plan),
        "as_of": as_of.isoformat(),
        "tasks": [task_record(line, dated=dated, office=office) for line in lines],
        "without_date": dict(without_date),
    }


def agency_record(agency: Agency, part: Participation, *, groups: Sequence[str]) -> Json:
    """Return a registry entry, with the groups that it belongs to and the number of tasks that it takes part in."""
    return {
        "id": agency.id,
        "name": agency.name,
        "aliases": list(agency.aliases),
        "members": list(agency.members),
        "open": agency.open,
        "subordinate": agency.subordinate,
        "valid_from": agency.valid_from.isoformat() if agency.valid_from else None,
        "valid_to": agency.valid_to.isoformat() if agency.valid_to else None,
        "succeeded_by": list(agency.succeeded_by),
        "source": agency.source,
        "groups": list(groups),
        "lead": part.lead,
        "coop": part.coop,
        "through_groups": part.through_groups,
    }
