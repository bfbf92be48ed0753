"""The year of a task: from when to when it can be done, and the days on which something of it falls due."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from kshc_cli.query.following import Following
from kshc_cli.query.lines import Line
from kshc_cli.reading.values import Continuous, Relative, Window
from kshc_cli.tracking.dues import DueDay
from kshc_cli.tracking.standing import CLOSED, Status


class Span(NamedTuple):
    """An occasion with a day, or what goes on."""

    begins: date | None
    """The first day; None where only the last one is known, or of what goes on nothing is said."""
    due: date | None
    """The last day that counts; None of what goes on."""
    status: Status | None = None
    until: date | None = None
    """Of what goes on the last day, where it is said."""


class TaskYear(NamedTuple):
    """A task with its spans, in order."""

    line: Line
    spans: tuple[Span, ...]
    days: tuple[DueDay, ...]
    """The last days of the spans that have one."""
    closed: Status | None = None
    """Of what nobody has any more how it was ended: it has no spans."""


def task_years(lines: Iterable[Line], following: Following) -> Iterator[TaskYear]:
    """Yield each task with its spans; one without a day, and one that nobody has any more, has none."""
    for line in lines:
        if closed := _closed(line, following):
            yield TaskYear(line, (), (), closed)
            continue
        dated = [following.standing(one) for one in following.dated(line, None, None)]
        parts = line.row.reading.parts
        going = (Span(one.start, None, until=one.until) for one in parts if isinstance(one, Continuous))
        yield TaskYear(line, (*map(_span, dated), *going), tuple(one.day for one in dated if one.day))


def _closed(line: Line, following: Following) -> Status | None:
    """Return how all duties of a task were ended; None where somebody has one, or nobody ever had."""
    if line.row.id not in following.log.by_task:
        return None
    statuses = [one.status for one in following.standings(line.row.id)]
    return statuses[0] if statuses and CLOSED.issuperset(statuses) else None


def _span(line: Line) -> Span:
    """Return an occasion as a span: what comes back is a day, not the period that leads up to it."""
    day = line.day
    if day is None:
        return Span(None, None)
    standings = line.standing.standings if line.standing else ()
    begins = standings[0].occasion.begins if standings else day.begins
    is_period = isinstance(line.row.reading.parts[day.part], Window | Relative) if line.row.reading.parts else False
    return Span(begins if is_period else None, day.due, line.status)
