"""What differs of a plan as a whole: its year and issuer, its calendar, its title and opening words, its columns."""

from collections.abc import Iterator
from typing import Final

from kshc_cli.compare.columns import columns_differences
from kshc_cli.compare.fields import field_changes, stated
from kshc_cli.compare.lists import list_differences
from kshc_cli.compare.values import Difference, Kind, Side, Subject
from kshc_cli.plan.model import Calendar, Plan
from kshc_cli.plan.record import Record

_OWN: Final = frozenset(("issuer", "decision", "issuance", "agencies", "calendar", "plan"))
"""Fields that are compared by themselves."""


def plan_differences(old: Plan, new: Plan) -> Iterator[Difference]:
    """Yield what differs of two plans as a whole."""
    yield from _fields(Subject.PLAN, (), old, new, without=_OWN)
    yield from _fields(Subject.PLAN, ("issuer",), old.issuer, new.issuer)
    yield from _calendar(old.calendar, new.calendar)
    before, after = old.plan, new.plan
    yield from _fields(Subject.PLAN, ("plan",), before, after, without=frozenset(("columns", "preamble", "sections")))
    path = "plan", "columns"
    yield from columns_differences(before.columns, after.columns, Side(path, None), Side(path, None))
    path = "plan", "preamble"
    yield from list_differences(Subject.PLAN, "preamble", (path, before.preamble), (path, after.preamble))


def _calendar(old: Calendar | None, new: Calendar | None) -> Iterator[Difference]:
    """Yield what differs of the calendar; of one that is left out, from what it means then."""
    if (old is None) != (new is None):
        was, now = (None if one is None else Side(("calendar",), stated(one)) for one in (old, new))
        yield Difference(Kind.REMOVED if new is None else Kind.ADDED, Subject.CALENDAR, None, None, was, now)
    yield from _fields(Subject.CALENDAR, ("calendar",), old or Calendar(), new or Calendar())


def _fields(
    subject: Subject, path: tuple[str, ...], old: Record, new: Record, without: frozenset[str] = frozenset()
) -> Iterator[Difference]:
    for change in field_changes(old, new, without=without):
        name = ".".join((*path, change.field)) if path and subject is Subject.PLAN else change.field
        at = *path, change.field
        yield Difference(change.kind, subject, None, name, Side(at, change.old), Side(at, change.new))
