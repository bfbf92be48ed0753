"""Machine formats: the objects of JSON answers. docs/json.md documents them; a change of shape changes the version."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from kshc_cli.plan.model import Agency, Plan
from kshc_cli.query.rows import Row
from kshc_cli.reading.values import TimePart, TimeReading
from kshc_cli.reports.json_text import Json

_PART_FIELDS: Final = ("start", "end", "due", "rrule", "until", "amount", "unit", "event", "document", "words")


def part_record(part: TimePart) -> Json:
    """Return one part of a time: every field of every kind, None where it does not apply; dates as YYYY-MM-DD."""
    fields = {name: getattr(part, name, None) for name in _PART_FIELDS}
    if part.kind == "recurring":
        fields["end"] = None
    return {"kind": part.kind.value} | {
        name: value.isoformat() if isinstance(value, date) else value for name, value in fields.items()
    }


def reading_record(text: str, reading: TimeReading) -> Json:
    """Return a phrase with what it was read as."""
    return {
        "text": text,
        "parts": [part_record(part) for part in reading.parts],
        "unread": list(reading.unread),
        "notes": list(reading.notes),
    }


def task_record(row: Row, *, dated: bool = False) -> Json:
    """Return a row: its words, then what they mean; with ``dated`` also the occurrence's day."""
    record: dict[str, object] = {
        "id": row.id,
        "number": row.number,
        "section": row.section,
        "table": row.table,
        "group": row.group,
        "content": row.content,
        "lead": row.lead,
        "coop": row.coop,
        "result": row.result,
        "time": row.time,
        "work_by": row.work_by.isoformat() if row.work_by else None,
        "lead_agencies": list(row.lead_agencies),
        "coop_agencies": list(row.coop_agencies),
        "via": row.via,
        "reading": [part_record(part) for part in row.reading.parts],
        "unread": [{"field": rest.field, "words": rest.words} for rest in row.unread],
    }
    if dated:
        record["due"] = row.due.isoformat() if row.due else None
        record["occurrence"] = row.occurrence
        record["open"] = row.runs_on
    return record


def plan_record(plan: Plan) -> Json:
    """Return what identifies a plan."""
    decision = plan.decision
    return {
        "year": plan.year,
        "issuer": plan.issuer.name,
        "number": decision.number,
        "symbol": decision.symbol,
        "date": decision.date.isoformat() if decision.date else None,
        "subject": plan.plan.subject,
    }


def tasks_record(
    plan: Plan, rows: Sequence[Row], *, as_of: date, without_date: Mapping[str, int], dated: bool = False
) -> Json:
    """Return the answer to a question about tasks."""
    return {
        "schema": "kshc.tasks/1",
        "plan": plan_record(plan),
        "as_of": as_of.isoformat(),
        "tasks": [task_record(row, dated=dated) for row in rows],
        "without_date": dict(without_date),
    }


def agency_record(agency: Agency, *, lead: int, coop: int, groups: Sequence[str]) -> Json:
    """Return a registry entry, with how many tasks name it as lead and as cooperating body."""
    return {
        "id": agency.id,
        "name": agency.name,
        "aliases": list(agency.aliases),
        "members": list(agency.members),
        "open": agency.open,
        "source": agency.source,
        "groups": list(groups),
        "lead": lead,
        "coop": coop,
    }
