"""The rows of a form that bodies fill in: duties by what people call them, each with a key that tells it for sure."""

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from textwrap import shorten
from typing import Final, NamedTuple

from kshc_cli.messages import _, on_one_line
from kshc_cli.query.duties import DutyRow
from kshc_cli.reading.times.kind_names import kind_name
from kshc_cli.reading.values import Kind
from kshc_cli.reports.duty_table import standing_words
from kshc_cli.reports.entries import what_words
from kshc_cli.tracking.progress_log import What
from kshc_cli.tracking.standing import CLOSED, DONE, Status

_WORDS: Final = 90
"""Characters of a task's words that tell which one it is: a drop-down list shows few more, and compares 255."""
_NAMED: Final = 40
"""Characters of a body's name."""
_ONCE: Final = frozenset({Kind.DEADLINE, Kind.WINDOW})
"""The kinds of time that have one occasion, unless its name says which one it is."""
_DIGITS: Final = 10
_BETWEEN: Final = "|"
"""What parts a key: ids of plans, tasks and bodies and keys of occasions hold none."""


class FormKey(NamedTuple):
    """What a row of a form is about."""

    plan: str
    task: str
    occasion: str | None
    unit: str | None


class FormRow(NamedTuple):
    """A duty in a form."""

    task: str
    """What the task is called."""
    period: str
    """What the occasion is called; no two of a task alike."""
    due: date | None
    standing: str
    key: str
    is_due: bool
    """Whether something may be told of it now: its time has come, or has no beginning."""


def kind_words() -> dict[str, str]:
    """Return what may be told of a duty in a form: the kinds of entries, each with what it is called."""
    kinds = (What.DONE, What.PARTLY_DONE, What.EVENT, What.NOTE)
    return {kind.value: what_words(kind)[:1].upper() + what_words(kind)[1:] for kind in kinds}


def form_rows(rows: Iterable[DutyRow]) -> list[FormRow]:
    """Return the duties of which something can be told: those that are neither done nor closed."""
    led = [row for row in rows if row.role == "lead" and row.status and Status(row.status) not in DONE | CLOSED]
    several = len({row.body for row in led}) > 1
    taken, found = set[tuple[str, str]](), list[FormRow]()
    for row in led:
        task = _task(row, named=several)
        period = next(name for name in _periods(row) if (task, name) not in taken)
        taken.add((task, period))
        key = key_of(FormKey(row.plan, row.task, row.period, row.body), task, period)
        is_due = row.status != Status.NOT_BEGUN
        found.append(FormRow(task, period, row.due, standing_words(row.status), key, is_due))
    return found


def _task(row: DutyRow, *, named: bool) -> str:
    """Return what a task is called, with its body where the form has several; ~ means something to spreadsheets."""
    body = f" – {_cut(row.body_name or '–', _NAMED)}" if named else ""
    return f"{row.task}{body}: {_cut(row.content, _WORDS)}".replace("~", "-")


def _cut(words: str, most: int) -> str:
    return shorten(on_one_line(words), most, placeholder="…")


def _periods(row: DutyRow) -> Iterator[str]:
    """Yield what an occasion may be called, the plainest first."""
    name = row.period_name or (_("once") if row.kind in _ONCE else kind_name(row.kind))
    yield (name[:1].upper() + name[1:]).replace("~", "-")
    yield from (f"{name} ({number})" for number in range(2, 10_000))


def key_of(about: FormKey, task: str, period: str) -> str:
    """Return the key of a row that is called so: what it is about, and a number that no other row has."""
    told = [about.plan, about.task, about.occasion or "", about.unit or ""]
    return _BETWEEN.join((*told, _number(*told, task, period)))


def read_key(key: str, task: str, period: str) -> FormKey | None:
    """Return what a row is about; None where its key is none, or not that of a row that is called so."""
    *told, number = key.split(_BETWEEN)
    if len(told) != len(FormKey._fields) or number != _number(*told, task, period):
        return None
    plan, about, occasion, unit = told
    return FormKey(plan, about, occasion or None, unit or None)


def _number(*told: str) -> str:
    return sha256("\n".join(told).encode()).hexdigest()[:_DIGITS]
