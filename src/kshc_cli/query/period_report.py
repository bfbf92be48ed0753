"""What a report tells of a period: duties that were done in it, how the others stand at its end, what was changed.

They are the duties that ``status`` counts, taken from the same rows, as they stand on the last day that is counted.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple

from kshc_cli.dataclass import dataclass
from kshc_cli.messages import speaking
from kshc_cli.query.duties import DutyRow, duty_rows
from kshc_cli.query.filters import Choice, chosen_lines
from kshc_cli.query.following import Following
from kshc_cli.query.lines import Change, Line
from kshc_cli.tracking.standing import DONE, OWED, Status, Tally, tally

_WITHOUT_DAY: Final = OWED | {Status.WAITING, Status.CONTINUOUS}


class Period(NamedTuple):
    """A period that is reported on."""

    name: str
    """What it is called in the plan's language, behind the words of what happened: trong quý II năm 2026."""
    key: str
    """What files about it are called by: 2026-Q2."""
    first: date
    """The first day whose figures count."""
    last: date
    """The last one."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How many duties stand how at the end of a period; none is counted twice."""

    in_time: int
    """Done in the period, by the last day."""
    too_late: int
    """Done in the period, behind the last day."""
    running: int
    """Begun and not done, the last day is still to come."""
    late: int
    """Not done, the last day has passed."""
    undated: int
    """Not done, without a last day: what goes on, waits for an event, or states no day."""

    @property
    def done(self) -> int:
        """Done in the period."""
        return self.in_time + self.too_late

    @property
    def total(self) -> int:
        """All that the period is about."""
        return self.done + self.running + self.late + self.undated


class Compared(NamedTuple):
    """The figures of a section in both years; None in a year whose plan has no such section."""

    section: str | None
    before: Figures | None
    now: Figures | None


class Earlier(NamedTuple):
    """The same period of the plan that a plan follows."""

    year: int
    first: date
    day: date
    """The last day that is counted."""
    is_kept: bool
    """Whether that plan has a progress log; without one nothing is known of what was done."""
    figures: Figures
    sections: tuple[Compared, ...]
    """By the headings of the sections, those of the plan itself first."""


@dataclass(frozen=True, slots=True)
class PeriodReport:
    """How a plan stands at the end of a period, or on a day in it."""

    period: Period
    day: date
    """The last day that is counted: that of the period, or the one on which the report is made."""
    is_kept: bool
    """Whether there is a progress log."""
    so_far: Tally
    """All duties of the plan, as ``status`` counts them on that day."""
    figures: Figures
    sections: tuple[tuple[str | None, Figures], ...]
    """By the headings of the sections, in the order of the document."""
    bodies: tuple[tuple[str | None, Figures], ...]
    """By the bodies, in the order of the plan's list of them; None for duties of nobody known, last."""
    done: tuple[DutyRow, ...]
    late: tuple[DutyRow, ...]
    running: tuple[DutyRow, ...]
    undated: tuple[DutyRow, ...]
    suspended: int
    """How many duties rest; they are not among the figures."""
    changes: tuple[tuple[Line, Change], ...]
    """What the log changed in the period of who owes a duty, until when, or whether at all."""
    earlier: Earlier | None = None
    """The year before, where it is compared."""


def period_report(following: Following, period: Period) -> PeriodReport:
    """Return what a report tells of a period, of a plan that stands as on the last day which is counted."""
    with speaking("vi"):  # what occasions are called is printed
        rows = list(duty_rows(following, Choice(role="lead")))
    told = [row for row in rows if _is_told(row, period)]
    lines = chosen_lines(following, Choice())
    bodies = _figures(told, lambda row: row.body)
    return PeriodReport(
        period=period,
        day=following.day,
        is_kept=following.is_kept,
        so_far=tally(one for line in lines for one in following.had(line.row.id)),
        figures=_counted(told),
        sections=tuple(_figures(told, lambda row: row.section).items()),
        bodies=tuple((one, bodies[one]) for one in (*following.plan.registry.by_id, None) if one in bodies),
        done=tuple(sorted(filter(_is_done, told), key=lambda row: row.done_on or date.min)),
        late=tuple(sorted(filter(_is_late, told), key=_due)),
        running=tuple(sorted(filter(_is_running, told), key=_due)),
        undated=tuple(filter(_is_undated, told)),
        suspended=sum(row.status == Status.SUSPENDED for row in rows),
        changes=tuple(_changes(lines, following, period)),
    )


NONE: Final = Figures(0, 0, 0, 0, 0)
"""The figures of what has no duties."""


def _is_done(row: DutyRow) -> bool:
    return row.status in DONE


def _is_late(row: DutyRow) -> bool:
    return row.status == Status.OVERDUE


def _is_running(row: DutyRow) -> bool:
    return row.status in {Status.RUNNING, Status.DUE_SOON} and row.due is not None


def _is_undated(row: DutyRow) -> bool:
    return row.status in _WITHOUT_DAY and row.due is None


def _is_told(row: DutyRow, period: Period) -> bool:
    """Tell whether a duty has its place in a report: done in the period, or somebody's at the end of it."""
    if _is_done(row):
        return row.done_on is not None and period.first <= row.done_on <= period.last
    return _is_late(row) or _is_running(row) or _is_undated(row)


def _due(row: DutyRow) -> date:
    return row.due or date.max


def _figures(rows: Iterable[DutyRow], key: Callable[[DutyRow], str | None]) -> dict[str | None, Figures]:
    found: dict[str | None, list[DutyRow]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return {name: _counted(some) for name, some in found.items()}


def _counted(rows: Iterable[DutyRow]) -> Figures:
    rows = tuple(rows)
    return Figures(
        in_time=sum(row.status == Status.DONE for row in rows),
        too_late=sum(row.status == Status.DONE_LATE for row in rows),
        running=sum(map(_is_running, rows)),
        late=sum(map(_is_late, rows)),
        undated=sum(map(_is_undated, rows)),
    )


def _changes(lines: Iterable[Line], following: Following, period: Period) -> Iterator[tuple[Line, Change]]:
    for line in lines:
        for change in following.changes(line.row.id):
            if change.entry.task == line.row.id and period.first <= change.entry.date <= period.last:
                yield line, change
