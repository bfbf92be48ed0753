"""What a calendar shows: the duties of one occasion of a task that fall due on one day, and those that are closed."""

from collections.abc import Iterable, Iterator, Mapping

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.query.filters import Choice, chosen_lines, given_away_lines
from kshc_cli.query.following import Following
from kshc_cli.query.lines import Line, LineStanding, last_day_of
from kshc_cli.reading.recurrence.series import Series, series_of
from kshc_cli.reading.values import Recurring, TimeReading
from kshc_cli.tracking.dues import due_days_of
from kshc_cli.tracking.occasions import Occasion
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.tracking.standing import CLOSED, Standing


@dataclass(frozen=True, slots=True)
class DatedDuties:
    """Duties of one occasion of a task that fall due on one day."""

    line: Line
    """Their line, with the day and how they stand."""
    occasion: Occasion
    apart: str | None = None
    """The first of their bodies, where the log moved the day for these and others have the same occasion by another."""
    closed: bool = False
    """Whether nobody whom the question is about has any of them any more; of all others ``due`` has just this line."""


@dataclass(frozen=True, slots=True)
class DatedTask:
    """A task with all duties of it that have a day."""

    line: Line
    duties: tuple[DatedDuties, ...]
    series: Mapping[int, Series]
    """What comes back by one rule, by the index of the reading's part; only the plan decides what is a series."""


def dated_tasks(following: Following, choice: Choice) -> Iterator[DatedTask]:
    """Yield each task that ``choice`` asks for and that has a day; what a body gave away altogether comes last."""
    lines = chosen_lines(following, choice)
    told = {line.row.id for line in lines}
    for line in lines:
        dated = [following.standing(one) for one in following.dated(line, None, None)]
        closed = _closed(line, following, following.standings(line.row.id)) if _is_logged(line, following) else ()
        yield from _task(line, (*_parted(dated), *closed), following.office)
    for line in given_away_lines(following, choice):
        if line.row.id not in told:
            yield from _task(line, tuple(_closed(line, following, following.had(line.row.id))), following.office)


def _task(line: Line, duties: tuple[DatedDuties, ...], office: OfficeCalendar) -> Iterator[DatedTask]:
    if duties:
        yield DatedTask(line, duties, dict(_series(line.row.reading, office)))


def _is_logged(line: Line, following: Following) -> bool:
    return line.row.id in following.log.by_task


def _series(reading: TimeReading, office: OfficeCalendar) -> Iterator[tuple[int, Series]]:
    for index, part in enumerate(reading.parts):
        if isinstance(part, Recurring) and part.rrule is not None:
            days = list(due_days_of(reading, index, office=office))
            series = series_of(part.rrule, [day.stated for day in days], [day.due for day in days])
            if series is not None:
                yield index, series


def _parted(lines: Iterable[Line]) -> Iterator[DatedDuties]:
    """Yield the duties of lines of one task; of an occasion with several days the first one not moved is not apart."""
    by_occasion: dict[str | None, list[tuple[Line, Standing | None]]] = {}
    occasions: dict[str | None, Occasion] = {}
    for line in lines:
        first = line.standing.standings[0] if line.standing and line.standing.standings else None
        occasion = first.occasion if first else _occasion(line)
        occasions.setdefault(occasion.key, occasion)
        by_occasion.setdefault(occasion.key, []).append((line, first))
    for key, told in by_occasion.items():
        told.sort(key=lambda one: one[1] is not None and one[1].extended)
        for number, (line, first) in enumerate(told):
            yield DatedDuties(line, occasions[key], apart=first.unit if first and number else None)


def _occasion(line: Line) -> Occasion:
    """Return the occasion of a line without duties: that of a second task with one id, which only a draft has."""
    day, parts = line.day, line.row.reading.parts
    if day is None:
        return Occasion(None, "unread", None)
    return Occasion(day.occurrence, parts[day.part].kind, day.part, day, day.begins)


def _closed(line: Line, following: Following, standings: Iterable[Standing]) -> Iterator[DatedDuties]:
    """Yield the duties of the occasions of a task that are closed for all, and had a day."""
    by_occasion: dict[str | None, list[Standing]] = {}
    for one in standings:
        by_occasion.setdefault(one.occasion.key, []).append(one)
    for key, found in by_occasion.items():
        dated = next((one for one in found if one.due is not None), None)
        if dated is not None and all(one.status in CLOSED for one in found):
            standing, changes = LineStanding(tuple(found)), following.changes(line.row.id, {key})
            closed = replace(line, day=last_day_of(dated), standing=standing, changes=changes)
            yield DatedDuties(closed, dated.occasion, closed=True)
