"""Machine formats: the objects of JSON answers. docs/json.md documents them; a change of shape changes the version."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from kshc_cli.plan.model import Agency, Plan
from kshc_cli.query.lines import Line
from kshc_cli.query.rows import CellRemark
from kshc_cli.reading.participation import Participation
from kshc_cli.reading.values import Deadline, Relative, Said, TimePart, TimeReading, Window
from kshc_cli.reports.changes import change_record
from kshc_cli.reports.columns import (
    BODIES,
    COUNTS,
    DAY,
    DAY_OFF,
    EXTENDED,
    LIFE,
    NAMES,
    OWED_BY,
    VIA,
    WORDS,
    WORK_BY,
    fields_of,
)
from kshc_cli.reports.json_text import Json
from kshc_cli.reports.plan_record import plan_record
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
    if part.read_by is not None:
        fields["read_by"] = part.read_by
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
    estimated = line.day is not None and line.day.estimated
    return {**fields_of(DAY, line), "estimated": estimated, **fields_of(EXTENDED, line)}


def day_off_record(line: Line) -> dict[str, object]:
    """Return why the last day of an occurrence is off and the working day that follows, where they were looked up."""
    return fields_of(DAY_OFF, line)


def task_record(line: Line, *, dated: bool = False, office: OfficeCalendar | None = None) -> Json:
    """Return a line: its words, then what they mean; with ``dated`` also the occurrence's day.

    ``office`` is given where days off were looked up; then time limits have their ends too.
    """
    record: dict[str, object] = {
        **fields_of(WORDS, line),
        "others": {other.key: other.words for other in line.row.others},
        **fields_of((*WORK_BY, *BODIES), line),
        "scopes": [_remark_record(remark) for remark in line.row.scopes],
        "duties": [_remark_record(remark) for remark in line.row.duties],
        "excluded": [{"field": field, "agency": agency} for field, agency in line.row.excluded],
        **fields_of(VIA, line),
        "taken_over": line.taken_over,
        "part": line.part,
        **fields_of(OWED_BY, line),
        "changes": [change_record(change.entry) for change in line.changes],
        "reading": [part_record(part, office=office) for part in line.row.reading.parts],
        "unread": [{"field": rest.field, "words": rest.words} for rest in line.row.unread],
        "said": [_said_record(one, line.row.content) for one in line.row.said],
        "shared": [{"field": one.field, "words": one.words, "line": one.line} for one in line.row.shared],
    }
    if line.standing is not None:
        record["standing"] = standing_record(line.standing)
    if dated:
        record |= {**day_record(line), **(day_off_record(line) if office else {}), "open": line.runs_on}
    return record


def _remark_record(remark: CellRemark) -> Json:
    return {"field": remark.field, "agency": remark.agency, "words": remark.words}


def _said_record(said: Said, content: str) -> Json:
    return {"field": said.field, "start": said.start, "end": said.end, "words": content[said.start : said.end]}


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
    taking = agency, part
    return {
        **fields_of((*NAMES, *LIFE), taking),
        "source": agency.source,
        "groups": list(groups),
        **fields_of(COUNTS, taking),
    }
