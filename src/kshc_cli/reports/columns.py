"""The columns of answers: one table says what each is called and holds, whether a cell or an object takes it.

A column goes by its key in JSON; its heading in the user's language is ``csv_text.field_words``'s.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from operator import attrgetter
from typing import Final, Generic, TypeVar

from kshc_cli.dataclass import dataclass
from kshc_cli.plan.model import Agency
from kshc_cli.query.lines import Line
from kshc_cli.reading.participation import Participation
from kshc_cli.reports.changes import change_words

Value = str | int | bool | date | tuple[str, ...] | None
"""What a column holds: words, a number, whether something is so, a day, several words or ids; None for nothing."""
Record = TypeVar("Record")

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""Spelt as in JSON, from Monday on."""


@dataclass(frozen=True, slots=True)
class AnswerColumn(Generic[Record]):
    """A column of an answer about records of one kind."""

    key: str
    value: Callable[[Record], Value]
    between: str = " "
    """What parts several values in one cell."""


def keys_of(columns: Iterable[AnswerColumn[Record]]) -> tuple[str, ...]:
    """Return what columns are called in JSON."""
    return tuple(column.key for column in columns)


def cells_of(columns: Iterable[AnswerColumn[Record]], record: Record) -> tuple[str, ...]:
    """Return a record's cells of text: days as 2024-06-30, nothing as an empty one."""
    return tuple(_cell(column.value(record), column.between) for column in columns)


def fields_of(columns: Iterable[AnswerColumn[Record]], record: Record) -> dict[str, object]:
    """Return a record's fields for JSON: days as texts, several values as a list, nothing as None."""
    return {column.key: _plain(column.value(record)) for column in columns}


def _cell(value: Value, between: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case date():
            return value.isoformat()
        case tuple():
            return between.join(value)
        case _:
            return str(value)


def _plain(value: Value) -> object:
    match value:
        case date():
            return value.isoformat()
        case tuple():
            return list(value)
        case _:
            return value


def _of(*names: str, inside: str = "") -> tuple[AnswerColumn[Line], ...]:
    return tuple(AnswerColumn(name, attrgetter(f"{inside}{name}")) for name in names)


WORDS: Final = _of(
    *("id", "number", "section", "table", "group", "content", "lead", "coop", "result", "time"), inside="row."
)
"""The words of a task, and where it stands."""
WORK_BY: Final = _of("work_by", inside="row.")
BODIES: Final = _of("lead_agencies", "coop_agencies", inside="row.")
"""The bodies by the words."""
VIA: Final = _of("via")
OWED_BY: Final = _of("owed_by")
DAY: Final[tuple[AnswerColumn[Line], ...]] = (
    AnswerColumn("due", lambda line: line.due),
    AnswerColumn("occurrence", lambda line: line.day.occurrence if line.day else None),
    AnswerColumn("stated", lambda line: line.day.stated if line.day else None),
    AnswerColumn("weekday", lambda line: WEEKDAYS[line.day.due.weekday()] if line.day else None),
)
"""An occurrence's day: the one that counts, its weekday, and the one by the words."""
DAY_OFF: Final[tuple[AnswerColumn[Line], ...]] = (
    AnswerColumn("day_off", lambda line: line.day_off.reason if line.day_off else None),
    AnswerColumn("next_working_day", lambda line: line.day_off.next_working_day if line.day_off else None),
)
"""Why the last day of an occurrence is off and the working day that follows, where they were looked up."""
EXTENDED: Final = _of("extended_from")
_KINDS: Final[AnswerColumn[Line]] = AnswerColumn(
    "kinds", lambda line: tuple(part.kind.value for part in line.row.reading.parts)
)
_STANDING: Final[tuple[AnswerColumn[Line], ...]] = (
    AnswerColumn("status", lambda line: line.status.value if line.status else None),
    AnswerColumn("done", lambda line: line.standing.tally.done if line.standing and line.status else None),
    AnswerColumn("total", lambda line: line.standing.tally.total if line.standing and line.status else None),
    AnswerColumn("owing", lambda line: line.standing.owing if line.standing else ()),
    AnswerColumn("days", lambda line: line.standing.days if line.standing else None),
)
_PARTLY: Final[AnswerColumn[Line]] = AnswerColumn(
    "partly_on", lambda line: line.standing.partly_on if line.standing else None
)


def task_columns(agencies: Mapping[str, Agency]) -> tuple[AnswerColumn[Line], ...]:
    """Return the columns of a table of tasks for programs and spreadsheets."""
    changes: AnswerColumn[Line] = AnswerColumn(
        "changes", lambda line: tuple(change_words(change, line, agencies) for change in line.changes), "; "
    )
    return (
        *(*WORDS, *WORK_BY, *BODIES, *VIA, _KINDS, *DAY, *DAY_OFF, *_STANDING, *OWED_BY, *EXTENDED, _PARTLY),
        changes,
    )


Taking = tuple[Agency, Participation]
"""A body with in how many tasks it takes part."""


def _body(*names: str, between: str = " ") -> tuple[AnswerColumn[Taking], ...]:
    return tuple(AnswerColumn(name, _field_of_body(name), between) for name in names)


def _field_of_body(name: str) -> Callable[[Taking], Value]:
    get = attrgetter(name)
    return lambda taking: get(taking[0])


NAMES: Final = (*_body("id", "name"), *_body("aliases", between="; "), *_body("members"))
LIFE: Final = _body("open", "subordinate", "valid_from", "valid_to", "succeeded_by")
COUNTS: Final[tuple[AnswerColumn[Taking], ...]] = (
    AnswerColumn("lead", lambda taking: taking[1].lead),
    AnswerColumn("coop", lambda taking: taking[1].coop),
    AnswerColumn("through_groups", lambda taking: taking[1].through_groups),
)
AGENCY_COLUMNS: Final = (*NAMES, *LIFE, *COUNTS)
"""The columns of a table of bodies."""
