"""Which rows a question is about."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, Literal

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.record import is_illegible
from kshc_cli.query.following import Following
from kshc_cli.query.lines import Line
from kshc_cli.query.rows import TaskRow, rows_of
from kshc_cli.query.sought_words import sought_words
from kshc_cli.reading.participation import through
from kshc_cli.reading.recurrence.cycles import Cycle, cycle_of
from kshc_cli.reading.tasks import ReadTask
from kshc_cli.reading.values import AgencyReading, Kind, Recurring, TimeReading
from kshc_cli.tracking.dues import DueDay, due_days, runs_on
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.tracking.standing import Status

RoleFilter = Literal["lead", "coop", "any"]

_NUMERAL: Final = lazy_pattern(r"[ivxl]+|[0-9]+")


class Unclear(StrEnum):
    """What a time may be beside its kinds, in words that have none."""

    ILLEGIBLE = "illegible"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a question asks for; None asks for all."""

    agency: str | None = None
    """An agency's id."""
    role: RoleFilter = "any"
    kind: Kind | Cycle | Unclear | None = None
    section: str | None = None
    """The printed number of a section (IV) or of a table (2), or words of a section's, table's or group's heading."""
    search: tuple[str, ...] = ()
    """Words that all stand in the row; those of one entry in one of its cells, one after another."""


def chosen_lines(following: Following, choice: Choice) -> tuple[Line, ...]:
    """Return a line for each task that ``choice`` asks for, in the order of the document.

    A body leads what the words give to it and what it took over, and not what it gave away.
    """
    rows, keeps = rows_of(following.plan), tuple(_filters(choice))
    lines = map(Line, rows) if choice.agency is None else _of_agency(rows, following, choice.agency, choice.role)
    return tuple(line for line in lines if all(keep(line.row) for keep in keeps))


def _of_agency(rows: Iterable[TaskRow], following: Following, agency: str, role: RoleFilter) -> Iterator[Line]:
    plan = following.plan
    groups = plan.groups_of(agency)
    for row, task in zip(rows, plan.tasks, strict=True):
        led = leading(row, task, agency, groups, following)
        if led and role != "coop":
            yield led if role == "lead" or agency not in task.coop.agencies else replace(led, via=None)
        elif role != "lead" and (joined := taking_part(row, task, agency, groups, "coop")):
            yield replace(joined, part="coop", leads_too=led is not None)


def given_away_lines(following: Following, choice: Choice) -> tuple[Line, ...]:
    """Return a line for each task that ``choice`` would ask for, had its body not given it away."""
    if choice.agency is None or choice.role == "coop" or not following.given_away:
        return ()
    keeps = tuple(_filters(choice))
    rows = (row for row in rows_of(following.plan) if row.id in following.given_away)
    return tuple(Line(row, part="lead") for row in rows if all(keep(row) for keep in keeps))


def leading(row: TaskRow, task: ReadTask, agency: str, groups: tuple[str, ...], following: Following) -> Line | None:
    """Return a task's line where a body has its duties now: by the words, a group, or because it took them over."""
    if row.id not in following.given_away and (found := taking_part(row, task, agency, groups, "lead")):
        return replace(found, part="lead")
    return Line(row, part="lead", taken_over=True) if row.id in following.taken_over else None


def cells_of(task: ReadTask, role: RoleFilter) -> tuple[AgencyReading, ...]:
    """Return the cells that name the bodies of a role."""
    return (*([task.lead] if role != "coop" else []), *([task.coop] if role != "lead" else []))


def taking_part(row: TaskRow, task: ReadTask, agency: str, groups: tuple[str, ...], role: RoleFilter) -> Line | None:
    """Return a task's line where a body, a member of ``groups``, takes part: with the group through which it does."""
    cells = cells_of(task, role)
    if any(agency in cell.agencies for cell in cells):
        return Line(row)
    group = through(groups, agency, cells)
    return Line(row, via=group) if group else None


def _filters(choice: Choice) -> Iterator[Callable[[TaskRow], bool]]:
    if choice.kind is not None:
        yield _of_kind(choice.kind)
    if choice.section is not None:
        yield _in_section(choice.section)
    yield from map(_holding, choice.search)


def _of_kind(kind: Kind | Cycle | Unclear) -> Callable[[TaskRow], bool]:
    match kind:
        case Kind():
            return lambda row: any(part.kind == kind for part in row.reading.parts)
        case Cycle():
            return lambda row: any(cycle_of(rule) is kind for rule in _rules(row))
        case Unclear():
            illegible = kind is Unclear.ILLEGIBLE
            return lambda row: any(is_illegible(words) is illegible for words in row.reading.unread)


def _rules(row: TaskRow) -> Iterator[str]:
    return (part.rrule for part in row.reading.parts if isinstance(part, Recurring) and part.rrule is not None)


def _in_section(wish: str) -> Callable[[TaskRow], bool]:
    number, words = wish.rstrip(".").casefold(), sought_words(wish)
    if _NUMERAL.fullmatch(number):
        return lambda row: number in {_printed_number(row.section or ""), _printed_number(row.table or "")}
    return lambda row: any(words.begin_in(heading) for heading in (row.section, row.table, row.group) if heading)


def _printed_number(heading: str) -> str:
    return heading.partition(" ")[0].rstrip(".").casefold()


def _holding(wish: str) -> Callable[[TaskRow], bool]:
    words = sought_words(wish)
    return lambda row: any(words.begin_in(cell) if words.words else wish in cell for cell in _cells(row) if cell)


def _cells(row: TaskRow) -> Iterator[str | None]:
    yield from (row.id, row.content, row.lead, row.coop, row.result, row.time)
    yield from (other.words for other in row.others)


def due_lines(
    lines: Iterable[Line], following: Following, *, start: date | None, end: date | None, with_open: bool = False
) -> tuple[Line, ...]:
    """Return one line for each day from ``start`` to ``end`` that counts, in order of date, then of the document.

    Without ``start`` or ``end`` that side is open: all days that the plan has. Each stands as its duties stand.

    With ``with_open``, what goes on in the period without ending in it follows, without a day.
    """
    lines = tuple(lines)
    days = [following.standing(dated) for line in lines for dated in following.dated(line, start, end)]
    first, last = start or date.min, end or date.max
    going = [
        line
        for line in lines
        if with_open and runs_on(line.row.reading, office=following.office, start=first, end=last)
    ]
    return (*_in_order(days), *(following.standing(replace(line, runs_on=True)) for line in going))


def overdue_lines(lines: Iterable[Line], following: Following) -> tuple[Line, ...]:
    """Return one line for each day before that of ``following`` with duties that are not done, the oldest first."""
    passed = due_lines(lines, following, start=None, end=following.day - timedelta(days=1))
    return tuple(line for line in passed if line.standing and line.standing.status is Status.OVERDUE)


def recurring_lines(
    lines: Iterable[Line], following: Following, *, start: date | None, end: date | None
) -> tuple[Line, ...]:
    """Return one line for each occurrence of what comes back; what has no rule yet stands once, without a day."""
    found: list[Line] = []
    for line in lines:
        parts = {index: part for index, part in enumerate(line.row.reading.parts) if isinstance(part, Recurring)}
        if not parts:
            continue
        days = [one for one in following.dated(line, start, end) if one.day and one.day.part in parts]
        found += map(following.standing, days)
        if any(part.rrule is None for part in parts.values()):
            found.append(following.standing(line))
    return _in_order(found)


def lines_of_task(row: TaskRow, *, office: OfficeCalendar) -> tuple[Line, ...]:
    """Return one line for each due day of a task."""
    return tuple(Line(row, day=day) for day in days_of_task(row.reading, office=office))


def days_of_task(reading: TimeReading, *, office: OfficeCalendar) -> list[DueDay]:
    """Return the due days of a task in order.

    What comes back is shown until the plan's year ends, or where it begins later, until that year ends.
    """
    last_years: dict[int, int] = {}
    found: list[DueDay] = []
    for day in due_days(reading, office=office):
        last_year = last_years.setdefault(day.part, max(office.year, day.stated.year))
        if day.occurrence is None or day.stated.year <= last_year:
            found.append(day)
    return sorted(found, key=lambda day: day.due)


def _in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: line.due or date.max))


def with_days_off(lines: Iterable[Line], *, office: OfficeCalendar) -> tuple[Line, ...]:
    """Return the lines, each with why its last day is off, as far as the days off of its year are decided."""
    return tuple(_with_day_off(line, line.day, office) if line.day else line for line in lines)


def _with_day_off(line: Line, day: DueDay, office: OfficeCalendar) -> Line:
    estimated = day.estimated or office.estimates(day.last)
    return replace(line, day=replace(day, estimated=estimated), day_off=day.day_off(office))
