"""Extensions that the plan has overtaken: they end before the last day that its own words say by now."""

from collections.abc import Iterator
from datetime import date

from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.tracking.happenings import Happenings
from kshc_cli.tracking.office_calendar import office_calendar
from kshc_cli.tracking.progress_log import Entry, What
from kshc_cli.tracking.standing import CLOSED, DONE, Standing, standings_of


def overtaken(plan: ReadPlan, log: Happenings) -> Iterator[tuple[Entry, date]]:
    """Yield each extension to a day before that of the plan, which counts of what is still to be done, and that day."""
    office = office_calendar(plan.plan)
    for read in plan.tasks:
        extensions = [one for one in log.by_task.get(read.task.id, ()) if one.kind == What.EXTENDED]
        if not extensions:
            continue
        standings = standings_of(read, plan, log, office=office, day=date.max, soon=())
        found = {entry.id: (entry, day) for one in standings for entry, day in _of_one(one, extensions)}
        yield from found.values()


def _of_one(standing: Standing, extensions: list[Entry]) -> Iterator[tuple[Entry, date]]:
    """Yield the extension by which a duty is due before the day of its occasion."""
    occasion, due = standing.occasion, standing.due
    if not standing.extended or standing.status in DONE | CLOSED or due is None or occasion.day is None:
        return
    by = [one for one in extensions if one.due == due and one.period in {None, occasion.key}]
    if by and by[-1].date <= due < occasion.day.due:
        yield by[-1], occasion.day.due
