"""Differences as the object of JSON, ``kshc.diff/1``; its schema is made of these declarations."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from kshc_cli.compare.values import Comparison, Difference, Effect, Side
from kshc_cli.plan.model import Plan
from kshc_cli.reports.json_text import Json
from kshc_cli.reports.plan_record import plan_record

SCHEMA: Final = "kshc.diff/1"


class DiffPlan(NamedTuple):
    """One of the two plans."""

    name: str
    """What was compared: a file, or a file of a git revision."""
    year: int
    """The plan's year."""
    issuer: str
    """The body that issued the plan."""
    number: str | None
    """The number without the symbol; null until it is stamped."""
    symbol: str
    """The symbol after the number."""
    date: str | None
    """The day of issue; null until it is stamped."""
    subject: str
    """What the plan is about."""


class DiffSide(NamedTuple):
    """Something in one of the two plans."""

    path: list[str | int]
    """The way to it: keys and indexes from the root of the plan."""
    words: str | None
    """The words that stand there, or what is stated as YAML spells it; null for nothing."""
    place: list[str]
    """The headings above it: section, table, group."""
    position: int | None
    """Of what is reordered: which among its like it is, from 1; else null."""
    cells: dict[str, str]
    """Of a task or body that was added or removed: its other fields with their words."""


class DiffItem(NamedTuple):
    """One difference between the plans."""

    kind: str
    """What became of it."""
    subject: str
    """What differs."""
    id: str | None
    """The id of the task or body, in the new plan where it is there; null for what has none."""
    number: str | None
    """The printed number of the task."""
    field: str | None
    """The field that differs, as YAML spells it; null where the whole does."""
    old: DiffSide | None
    """In the old plan; null for what was added."""
    new: DiffSide | None
    """In the new plan; null for what was removed."""
    matched: str | None
    """By what a task is known again in the other plan; null for what is no task, or stands in one plan alone."""


class DiffEffect(NamedTuple):
    """What differences mean for one task, as kshc reads both plans."""

    kind: str
    """What it is."""
    task: str
    """The task's id, in the new plan where it is there."""
    old_days: list[str]
    """The last days by the old plan, where they differ."""
    new_days: list[str]
    """The last days by the new plan, where they differ."""
    body: str | None
    """The id of the body that gains or loses a duty or a part; null for other effects."""
    body_name: str | None
    """The name of that body."""
    entry: str | None
    """The id of the entry of the progress log that no longer fits; null for other effects."""
    message: str | None
    """What stands against that entry."""


class Diff(NamedTuple):
    """What differs between two plans."""

    schema: str
    """The shape of this object and its version."""
    old: DiffPlan
    """The old plan."""
    new: DiffPlan
    """The new plan."""
    matched_by: Literal["id", "likeness"]
    """Whether tasks are known by their ids, or by likeness because ids do not tell."""
    differences: list[DiffItem]
    """What differs, in the order of the new plan."""
    effects: list[DiffEffect]
    """What it means."""


def diff_record(found: Comparison, old: tuple[str, Plan], new: tuple[str, Plan]) -> Json:
    """Return what differs as the object of JSON; the plans come with their names."""
    told = Diff(
        SCHEMA,
        _plan(*old),
        _plan(*new),
        "id" if found.known_by_ids else "likeness",
        [_item(one) for one in found.differences],
        [_effect(one, found) for one in found.effects],
    )
    return {
        **told._asdict(),
        "old": told.old._asdict(),
        "new": told.new._asdict(),
        "differences": [*map(_plain, told.differences)],
        "effects": [one._asdict() for one in told.effects],
    }


def _plan(name: str, plan: Plan) -> DiffPlan:
    told: dict[str, Any] = {**plan_record(plan)}
    return DiffPlan(name=name, **told)


def _item(one: Difference) -> DiffItem:
    sides = (_side(one.old), _side(one.new))
    matched = one.matched.value if one.matched else None
    return DiffItem(one.kind.value, one.subject.value, one.id, one.number, one.field, *sides, matched)


def _side(side: Side | None) -> DiffSide | None:
    if side is None:
        return None
    return DiffSide([*side.path], side.words, [*side.place], side.position, dict(side.cells))


def _plain(item: DiffItem) -> Json:
    sides = {"old": item.old, "new": item.new}
    return {**item._asdict(), **{name: one and one._asdict() for name, one in sides.items()}}


def _effect(one: Effect, found: Comparison) -> DiffEffect:
    return DiffEffect(
        one.kind.value,
        one.task,
        [*_days(one.old_days)],
        [*_days(one.new_days)],
        one.body,
        found.names.get(one.body) if one.body else None,
        one.entry.id if one.entry else None,
        one.message or None,
    )


def _days(days: tuple[date, ...]) -> Iterator[str]:
    return (day.isoformat() for day in days)
