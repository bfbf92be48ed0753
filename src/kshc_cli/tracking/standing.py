"""How each duty stands on a day, derived from the plan and the log and never typed: done, late, due soon, waiting.

A duty is what one body owes on one occasion of a task. Standing is a function of (plan, log, day).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from kshc_cli.dataclass import dataclass, field
from kshc_cli.reading.tasks import ReadPlan, ReadTask
from kshc_cli.reading.values import Kind
from kshc_cli.tracking.course import DutyState, course_of
from kshc_cli.tracking.happenings import Happenings
from kshc_cli.tracking.occasions import Occasion
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.tracking.progress_log import Entry, What


class Status(StrEnum):
    """How a duty stands, spelt as in JSON; the most pressing first."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    RUNNING = "running"
    NOT_BEGUN = "not_begun"
    UNDATED = "undated"
    WAITING = "waiting"
    CONTINUOUS = "continuous"
    SUSPENDED = "suspended"
    DONE_LATE = "done_late"
    DONE = "done"
    REASSIGNED = "reassigned"
    MERGED = "merged"
    CANCELLED = "cancelled"


DONE: Final = frozenset({Status.DONE, Status.DONE_LATE})
OWED: Final = frozenset({Status.OVERDUE, Status.DUE_SOON, Status.RUNNING, Status.NOT_BEGUN, Status.UNDATED})
"""Duties that somebody has to do and has not done."""

CLOSED: Final = frozenset({Status.REASSIGNED, Status.MERGED, Status.CANCELLED})
"""Duties that nobody has any more."""

DUE_SOON: Final = (7, 3, 1)
"""How many days before its last one a duty is due soon, where the plan does not say."""

_WITHOUT_DAY: Final = {
    Kind.ON_EVENT: Status.WAITING,
    Kind.RELATIVE: Status.WAITING,
    Kind.CONTINUOUS: Status.CONTINUOUS,
}


_CLOSED_BY: Final = {
    What.REASSIGNED: Status.REASSIGNED,
    What.MERGED: Status.MERGED,
    What.CANCELLED: Status.CANCELLED,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How one duty stands: what a body (None where the words name nobody known) owes on one occasion of a task."""

    task: str
    unit: str | None
    occasion: Occasion
    status: Status
    on: date
    """The day on which it stands so."""
    due: date | None
    """The last day that counts, extensions included."""
    days: int | None
    """Days from the day asked for to ``due``, negative where it has passed; None for what is not owed or has no day."""
    within: int | None
    """Of what is due soon: the nearest step of days that it lies within, such as 3 of (7, 3, 1)."""
    done_on: date | None
    partly_on: date | None
    """The day on which a part was done, while it is not done."""
    extended: bool
    moved_to: str | None
    """The body that took it over, or the task into which it was merged."""
    settled_by: Entry | None
    """The entry by which it was done or ended."""
    holder: str | None
    """Who has it in the end that was given on, perhaps several times; None for what nobody gave on."""


def standings_of(
    read: ReadTask,
    plan: ReadPlan,
    log: Happenings,
    *,
    office: OfficeCalendar,
    day: date,
    soon: tuple[int, ...],
) -> tuple[Standing, ...]:
    """Return how the duties of a task stand at the end of ``day``.

    Due soon are those with as many days left as the greatest step of ``soon``, or fewer.
    """
    entries = log.until(read.task.id, day)
    course = course_of(read, plan, entries, office=office)
    for entry in entries:
        course.take(entry)
    return tuple(
        _standing(read.task.id, unit, occasion, course.duties[occasion.key], day=day, soon=soon)
        for occasion in course.occasions
        for unit in course.duties[occasion.key]
    )


def _standing(
    task: str,
    unit: str | None,
    occasion: Occasion,
    duties: Mapping[str | None, DutyState],
    *,
    day: date,
    soon: tuple[int, ...],
) -> Standing:
    state = duties[unit]
    status = _status(occasion, state, day, soon)
    days = (state.due - day).days if state.due is not None and status in OWED else None
    return Standing(
        task=task,
        unit=unit,
        occasion=occasion,
        status=status,
        on=day,
        due=state.due,
        days=days,
        within=min((step for step in soon if days is not None and 0 <= days <= step), default=None),
        done_on=state.done_on,
        partly_on=state.partly_on if state.is_open else None,
        extended=state.extended,
        moved_to=state.moved_to,
        settled_by=state.settled_by,
        holder=_holder(unit, duties),
    )


def _holder(unit: str | None, duties: Mapping[str | None, DutyState]) -> str | None:
    """Return who has in the end what a body gave on; None where it gave nothing on."""
    holder, passed = None, {unit}
    while (state := duties.get(unit)) and state.closed is What.REASSIGNED and state.moved_to not in passed:
        holder = unit = state.moved_to
        passed.add(unit)
    return holder


def _status(occasion: Occasion, state: DutyState, day: date, soon: tuple[int, ...]) -> Status:
    if state.closed is not None:
        return _CLOSED_BY[state.closed]
    if state.done_on is not None:
        return Status.DONE_LATE if state.due is not None and state.done_on > state.due else Status.DONE
    if state.suspended:
        return Status.SUSPENDED
    if state.due is None:
        return _without_day(occasion)
    if state.due < day:
        return Status.OVERDUE
    if not _has_begun(occasion, day):
        return Status.NOT_BEGUN
    return Status.DUE_SOON if (state.due - day).days <= max(soon, default=-1) else Status.RUNNING


def _without_day(occasion: Occasion) -> Status:
    if occasion.kind in {Kind.ON_EVENT, Kind.RELATIVE} and not occasion.waits:
        return Status.RUNNING  # the event has happened
    return _WITHOUT_DAY.get(Kind(occasion.kind), Status.UNDATED) if occasion.kind != "unread" else Status.UNDATED


def _has_begun(occasion: Occasion, day: date) -> bool:
    begins = occasion.begins
    return (begins is None or begins <= day) and (occasion.runs_from is None or occasion.runs_from < day)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many duties stand how."""

    counts: Counter[Status] = field(default_factory=Counter)

    @property
    def done(self) -> int:
        """Duties that are done, in time or late."""
        return sum(self.counts[status] for status in DONE)

    @property
    def total(self) -> int:
        """Duties that are done or owed; what waits, goes on, is suspended or closed is not among them."""
        return self.done + sum(self.counts[status] for status in OWED)

    @property
    def status(self) -> Status | None:
        """How all of them together stand: as the most pressing one that is not closed, else as the closed ones."""
        standing = [status for status in Status if self.counts[status]]
        return next((status for status in standing if status not in CLOSED), standing[0] if standing else None)


def tally(standings: Iterable[Standing]) -> Tally:
    """Count duties by how they stand."""
    return Tally(Counter(standing.status for standing in standings))
