"""From what older versions of kshc wrote to what this one writes: bytes in, bytes out, and nothing that is not sure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from kshc_cli.dataclass import replace
from kshc_cli.desk.opening import entries_of, log_in_form
from kshc_cli.findings import Finding, Repair
from kshc_cli.messages import _
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.rules.progress import check_log
from kshc_cli.source.edit.log_periods import with_periods
from kshc_cli.source.edit.progress_text import LogText
from kshc_cli.tracking.course import course_of
from kshc_cli.tracking.happenings import happenings
from kshc_cli.tracking.office_calendar import office_calendar
from kshc_cli.tracking.periods_meant import called_before
from kshc_cli.tracking.progress_log import Entry

Periods = Mapping[int, str | None]
"""What periods are called now, by the places of their entries; None where none is needed any more."""


class Migrated(NamedTuple):
    """The bytes of a file, and what they are in the form of today."""

    before: bytes
    after: bytes
    repairs: Sequence[Repair] = ()
    left: Sequence[Finding] = ()
    """What no occasion is called, and none is known to have been called: a person has to decide."""


def migrated_log(data: bytes, plan: ReadPlan) -> Migrated:
    """Return a progress log with the periods that an older kshc called otherwise under the names of today.

    An entry stays as it is where under that name something else would stand against it. Raises FormError.
    """
    log = log_in_form(data)
    entries = entries_of(log)
    periods = _without_objections(entries, _renamed(entries, plan), plan)
    new = with_periods(log, periods) if periods else None
    if new is None:
        return Migrated(data, data, left=_left(log, entries, plan, frozenset(periods)))
    now = _with(entries, {place: period for place, period in periods.items() if place in new.places})
    return Migrated(data, new.data, new.repairs, _left(log, now, plan, periods.keys() - new.places))


def _renamed(entries: Sequence[Entry], plan: ReadPlan) -> dict[int, str | None]:
    log, office = happenings(entries), office_calendar(plan.plan)
    known = {read.task.id: read for read in plan.tasks}
    courses = {
        task: course_of(known[task], plan, about, office=office)
        for task, about in log.by_task.items()
        if task in known and any(one.period for one in about)
    }
    found: dict[int, str | None] = {}
    for place, entry in enumerate(entries):
        course = courses.get(entry.task or "")
        if course is not None and entry.period and entry.id not in log.retracted:
            meant = called_before(entry.period, course.occasions)
            found |= {place: meant.key} if meant is not None else {}
    return found


def _without_objections(entries: Sequence[Entry], periods: Periods, plan: ReadPlan) -> Periods:
    """Leave out the entries against which something stands under the new names that did not stand against them."""
    before = set(_against(entries, plan))
    while periods:
        new = {place for place, rule in _against(_with(entries, periods), plan) if (place, rule) not in before}
        kept = {place: period for place, period in periods.items() if place not in new}
        if len(kept) == len(periods):
            break
        periods = kept
    return periods


def _against(entries: Sequence[Entry], plan: ReadPlan) -> Iterator[tuple[int, str]]:
    for finding in check_log(entries, plan):
        match finding.path:
            case (_, int(place), *_):
                yield place, finding.rule
            case _:
                pass


def _with(entries: Sequence[Entry], periods: Periods) -> tuple[Entry, ...]:
    return tuple(one._replace(period=periods[place]) if place in periods else one for place, one in enumerate(entries))


def _left(log: LogText, entries: Sequence[Entry], plan: ReadPlan, repeated: Collection[int]) -> tuple[Finding, ...]:
    """Return what is said of periods that name no occasion, with its place in the file as it was.

    Some could be renamed, were they not ``repeated`` by others through a YAML alias.
    """
    found = (one for one in check_log(entries, plan) if one.rule == "unknown-period" and one.path[-1] == "period")
    remedy = _(
        "An older kshc called one of its occasions so, but other entries repeat it (“&name”, “*name”): "
        "write the period out in each entry, and let `kshc migrate` rename it then."
    )
    return log.locate(replace(one, remedy=remedy) if one.path[-2] in repeated else one for one in found)
