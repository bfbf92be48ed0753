"""A plan as one page for people who look: what each task wants when and of whom, and how that stands, in words."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Final, Literal, TypedDict

from kshc_cli.days import written
from kshc_cli.messages import _, inert, plain
from kshc_cli.plan.model import Agency
from kshc_cli.query.duties import DutyRow
from kshc_cli.reports.changes import body_name
from kshc_cli.reports.standings import dayless_words, days_words, status_words
from kshc_cli.tracking.standing import CLOSED, DONE, OWED, Status, Tally

NEXT_DAYS: Final = 14
"""How many days ahead the page looks for what falls due next."""

_PRESSING: Final = (*Status,)


class PageDuty(TypedDict):
    """Duties of one occasion of a task that fall due on one day and stand alike; days are written 2024-06-30."""

    period: str
    begins: str
    due: str
    planned: str
    """The day by the plan, where the log moved it."""
    kind: str
    status: str
    told: str
    """How they stand, in words."""
    days: int | None
    is_owed: bool
    is_counted: bool
    """Whether they are done or owed: what status counts."""
    is_closed: bool
    """Whether nobody has them any more."""
    is_next: bool
    """Whether they are owed within the next days."""
    estimated: bool
    owners: list[list[int]]
    """Whose they are, one by one: the body and the groups that the words name it through, by their places among the
    page's bodies; nothing of who is not known or gave it away."""
    names: list[str]
    """Whose they are, one by one."""
    is_part: bool
    """Whether other bodies have the same occasion, too."""


class PageTask(TypedDict):
    """A task: its words, and its duties in order."""

    id: str
    number: str
    section: int
    """The place of its section's heading among the page's sections; -1 without one."""
    heading: str
    """The headings of its table and group."""
    content: str
    lead: str
    coop: str
    result: str
    time: str
    work_by: str
    partners: list[int]
    """The bodies that take part, and the groups that they are named through, by their places."""
    duties: list[PageDuty]


class PageCount(TypedDict):
    """How many duties stand how, of a body, a section, or all."""

    name: str
    place: int
    """Among the page's bodies or sections; -1 where it is none of them."""
    total: int
    done: int
    done_late: int
    late: int
    soon: int
    dayless: str
    """Of what owes nothing by a day, in words what it has: what goes on, what waits; else empty."""


class PageHead(TypedDict):
    """Whose plan a page shows, as it stands on which day."""

    title: str
    issuer: str
    parent: str
    act: str
    """Number, symbol and day of the decision, as far as they are known."""
    year: int
    agency: str
    """The body whose tasks they are; empty for those of all."""
    as_of: str
    is_kept: bool
    """Whether anything was recorded."""


class PageLists(TypedDict):
    """What the page can be asked for."""

    sections: list[str]
    bodies: list[str]
    units: list[list[int]]
    """The bodies behind each of them, by their places: itself, or the members of a group."""
    kinds: dict[str, str]
    """The kinds of time that occur, with what they are called."""
    statuses: dict[str, str]
    """The standings that occur, the most pressing first."""


class PageCounts(TypedDict):
    """How many duties stand how: all, by section, by body."""

    total: PageCount
    by_section: list[PageCount]
    by_body: list[PageCount]


class PlanPage(PageHead, PageLists, PageCounts):
    """All that a page shows."""

    has_errors: bool
    is_wall: bool
    tasks: list[PageTask]
    without_date: str
    """How many tasks have no day, and why."""


class _Places:
    """The places of names on a list that grows as they are met."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}

    def of(self, key: str) -> int:
        return self.known.setdefault(key, len(self.known))


Groups = Callable[[str, Literal["lead", "coop"], str], tuple[str, ...]]
"""Returns the groups through which the words of a task name a body in a role, by their ids."""


class Rooms:
    """What a page lists beside its tasks: sections and bodies, each under the place that tasks name."""

    def __init__(self, agencies: Mapping[str, Agency], groups: Groups) -> None:
        self.agencies = agencies
        self.groups = groups
        self.sections = _Places()
        self.bodies = _Places()

    def bodies_of(self, row: DutyRow) -> Iterator[int]:
        """Yield the places of a row's body and of the groups that it is named through; none of who gave it away."""
        if row.body is not None and row.status != Status.REASSIGNED:
            yield from map(self.bodies.of, (row.body, *self.groups(row.task, row.role, row.body)))


def page_tasks(rows: Iterable[DutyRow], rooms: Rooms) -> list[PageTask]:
    """Return the tasks of rows that stand in order, one by one."""
    return [_task([*several], rooms) for _key, several in groupby(rows, lambda row: (row.task, row.content))]


def occasions_of(duties: Iterable[PageDuty]) -> dict[tuple[str, str], list[PageDuty]]:
    """Return duties of a task by last day and occasion, as ``due`` has lines: none closed, what presses first."""
    found: dict[tuple[str, str], list[PageDuty]] = {}
    for duty in sorted(duties, key=lambda duty: _PRESSING.index(Status(duty["status"]))):
        if duty["due"] and not duty["is_closed"]:
            found.setdefault((duty["due"], duty["period"]), []).append(duty)
    return found


def page_count(name: str, place: int, counts: Tally) -> PageCount:
    """Return how many duties stand how."""
    return {
        "name": name,
        "place": place,
        "total": counts.total,
        "done": counts.done,
        "done_late": counts.counts[Status.DONE_LATE],
        "late": counts.counts[Status.OVERDUE],
        "soon": counts.counts[Status.DUE_SOON],
        "dayless": "" if counts.total else ", ".join(dayless_words(counts)),
    }


def _task(rows: Sequence[DutyRow], rooms: Rooms) -> PageTask:
    first = rows[0]
    partners = [place for row in rows if row.role == "coop" for place in rooms.bodies_of(row)]
    return {
        "id": first.task,
        "number": plain(first.number or ""),
        "section": -1 if first.section is None else rooms.sections.of(first.section),
        "heading": " · ".join(plain(heading) for heading in (first.table, first.group) if heading),
        "content": _words(first.content),
        "lead": _words(first.lead),
        "coop": _words(first.coop),
        "result": _words(first.result),
        "time": _words(first.time),
        "work_by": written(first.work_by) if first.work_by else "",
        "partners": [*dict.fromkeys(partners)],
        "duties": [*_duties(rows, rooms)],
    }


def _words(words: str | None) -> str:
    """Return words of a cell line by line; what is not seen but does something is a blank, as in tables."""
    return "\n".join(str(inert(line)) for line in (words or "").split("\n"))


def _duties(rows: Sequence[DutyRow], rooms: Rooms) -> Iterator[PageDuty]:
    for _period, several in groupby(rows, lambda row: row.period):
        occasion = [*several]
        one = occasion[0].body
        owed = [row for row in occasion if row.role == "lead"] or [row for row in occasion if row.body == one]
        alike: dict[tuple[date | None, str, str], list[DutyRow]] = {}
        for row in owed:
            alike.setdefault((row.due, row.status, _told(row, rooms)), []).append(row)
        for duties in alike.values():
            yield _duty(duties, rooms, is_part=len(alike) > 1)


def _duty(rows: Sequence[DutyRow], rooms: Rooms, *, is_part: bool) -> PageDuty:
    first = rows[0]
    days_done = dict.fromkeys(row.done_on for row in rows)
    same_day = len(days_done) == 1
    told = f"{_told(first, rooms)} {written(first.done_on)}" if first.done_on and same_day else _told(first, rooms)
    owners = [row for row in rows if row.role == "lead"]
    return {
        "period": first.period_name or "",
        "begins": first.begins.isoformat() if first.begins else "",
        "due": first.due.isoformat() if first.due else "",
        "planned": written(first.planned) if first.planned and first.planned != first.due else "",
        "kind": first.kind,
        "status": first.status,
        "told": told,
        "days": first.days,
        "is_owed": first.status in OWED,
        "is_counted": first.status in OWED | DONE,
        "is_closed": first.status in CLOSED,
        "is_next": first.days is not None and 0 <= first.days <= NEXT_DAYS,
        "estimated": first.estimated,
        "owners": [[*rooms.bodies_of(row)] for row in owners],
        "names": [_name(row, with_day=not same_day) for row in owners],
        "is_part": is_part,
    }


def _name(row: DutyRow, *, with_day: bool) -> str:
    name = plain(row.body_name or row.body or "") or _("(no body known)")
    return f"{name} ({written(row.done_on)})" if with_day and row.done_on else name


def _told(row: DutyRow, rooms: Rooms) -> str:
    """Say how a duty stands, but for the day on which it was done."""
    words = status_words(Status(row.status))
    if row.days is not None and row.status != Status.NOT_BEGUN:
        left = days_words(row.days)
        words = left if row.status == Status.OVERDUE else f"{words}, {left}"
    taken = body_name(row.moved_to, rooms.agencies) if row.status == Status.REASSIGNED else ""
    told = (
        words,
        _("a part done {day}").format(day=written(row.partly_on)) if row.partly_on else "",
        _("now with {name}").format(name=taken) if taken else "",
        _("with task {id}").format(id=row.moved_to) if row.status == Status.MERGED else "",
    )
    return "; ".join(filter(None, told))
