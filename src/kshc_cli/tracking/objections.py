"""What stands against an entry of the log: it names what is not there, or says what cannot be true."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.days import written
from kshc_cli.findings import Finding, error, warning
from kshc_cli.messages import _
from kshc_cli.reading.tasks import ReadPlan, ReadTask
from kshc_cli.reading.values import Continuous
from kshc_cli.tracking.course import ABOUT_ONE, Course, DutyState, LoggedDuty, course_of, passes_by
from kshc_cli.tracking.happenings import Happenings, bearing_on, happenings, order
from kshc_cli.tracking.occasions import Occasion, waits_for_event
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.tracking.progress_log import CLOSING, Entry, What
from kshc_cli.tracking.refusals import (
    all_closed,
    due_too_early,
    given_already,
    how_recorded,
    in_future,
    no_such_period,
    nobody_owes,
    not_its_task,
    nothing_ahead,
    retracts_itself,
    runs_on,
    suspended_later,
    taken_back,
    too_early,
    unknown_task,
    was_ended,
)

_DOING: Final = frozenset({What.DONE, What.PARTLY_DONE})


@dataclass(frozen=True, slots=True)
class Objection:
    """What stands against an entry; the finding's path begins at the entry."""

    entry: Entry
    finding: Finding


def objections(
    entries: Sequence[Entry],
    plan: ReadPlan,
    *,
    office: OfficeCalendar,
    tasks: Collection[str] | None = None,
    log: Happenings | None = None,
) -> Iterator[Objection]:
    """Yield what stands against the entries of a log; with ``tasks`` only those about them, and all that retract.

    ``log`` is what counts of all entries, where that is known already.
    """
    known = {read.task.id: read for read in plan.tasks}
    about: dict[str, list[Entry]] = {}
    named = entries if tasks is None else bearing_on(tasks, entries)
    log = happenings(named) if log is None else log
    retracted = log.retracted
    for entry in dict.fromkeys(named):  # the same line twice is one entry
        about.setdefault(entry.task or "", []).append(entry)
    yield from _against_retractions([one for one in about.pop("", []) if one.id not in retracted], entries, log)
    yield from _against_merges(log, tasks)
    yield from _against_targets(log, known, known if tasks is None else tasks)
    for task in about if tasks is None else set(tasks) & about.keys():
        counting = [entry for entry in about[task] if entry.id not in retracted]
        if task in known:
            yield from _against_entries(known[task], plan, sorted(counting, key=order), office)
        else:
            told = [entry for entry in counting if not log.is_history(task, entry)]
            finding = unknown_task("task", task, known) if told else None
            yield from (Objection(entry, finding) for entry in told if finding)


def _against_retractions(
    retractions: Iterable[Entry], entries: Sequence[Entry], log: Happenings
) -> Iterator[Objection]:
    ids = {entry.id for entry in entries}
    earlier: dict[str, str] = {}
    for entry in retractions:
        target = entry.entry or ""
        if entry.date > entry.entered:
            yield Objection(entry, in_future(entry))
        if entry.id in log.in_circle:
            yield Objection(entry, retracts_itself(entry.id))
        elif target not in ids:
            message = _("No entry has the id “{id}”.").format(id=target)
            yield Objection(entry, error("unknown-entry", ("entry",), message, _("`kshc log` shows the entries.")))
        elif target in earlier:
            message = _("The entry “{id}” is retracted already.").format(id=target)
            remedy = _("Nothing needs to be done: one retraction is enough.")
            yield Objection(entry, warning("retracted-twice", ("entry",), message, remedy))
        earlier.setdefault(target, entry.id)


def _against_merges(log: Happenings, tasks: Iterable[str] | None) -> Iterator[Objection]:
    """Yield merges into tasks that are merged or cancelled themselves: nobody would have the work any more."""
    wanted = None if tasks is None else set(tasks)
    closed: dict[str, Entry] = {}
    ends = sorted(
        (one for each in log.by_task.values() for one in each if one.kind in CLOSING and not (one.unit or one.period)),
        key=order,
    )
    for entry in ends:
        ending = closed.get(entry.into or "")
        if ending is not None and (wanted is None or entry.task in wanted):
            message = _("Task “{id}” is merged or cancelled itself{how}.").format(
                id=entry.into, how=how_recorded(ending)
            )
            yield Objection(entry, error("closed-duty", ("into",), message, _("Name the task that goes on.")))
        closed.setdefault(entry.task or "", entry)


def _against_targets(log: Happenings, known: Mapping[str, ReadTask], tasks: Iterable[str]) -> Iterator[Objection]:
    """Yield merges of tasks into some that the plan does not have, unless it is history that it had them."""
    for task in tasks:
        for entry in log.by_task.get(task, ()) if task in known else ():
            into = entry.into
            if into is not None and into not in known and not log.is_history(into, entry):
                yield Objection(entry, unknown_task("into", into, known))


def _against_entries(
    read: ReadTask, plan: ReadPlan, entries: list[Entry], office: OfficeCalendar
) -> Iterator[Objection]:
    """Walk through the entries of one task and hold each against what was true before it."""
    course = course_of(read, plan, entries, office=office)
    events: dict[date, Entry] = {}
    for entry in entries:
        if entry.date > entry.entered:
            yield Objection(entry, in_future(entry))
        for finding in _against(entry, read, course, plan, events):
            later = _suspended_later(entry, entries) if finding.rule == "not-suspended" else None
            yield Objection(entry, suspended_later(later) if later else finding)
        course.take(entry)
        if entry.kind == What.EVENT:
            events.setdefault(entry.date, entry)


def _suspended_later(entry: Entry, entries: Iterable[Entry]) -> Entry | None:
    """Return the first entry behind another one that suspends what that one resumes."""
    return next(
        (
            one
            for one in entries
            if one.kind == What.SUSPENDED
            and order(one) > order(entry)
            and (one.unit is None or entry.unit in {None, one.unit})
            and (one.period is None or entry.period in {None, one.period})
        ),
        None,
    )


def _against(
    entry: Entry,
    read: ReadTask,
    course: Course,
    plan: ReadPlan,
    events: Mapping[date, Entry],
) -> Iterator[Finding]:
    yield from _against_names(entry, read, plan)
    if entry.due is not None and entry.due < entry.date:
        yield due_too_early(entry.due, entry.date)
    if entry.kind == What.EVENT:
        yield from _against_event(entry, read, course, events)
    elif occasions := list(course.occasions_meant(entry)):
        duties = list(
            islice(course.meant(entry), 1 if entry.kind == What.NOTE else None)
        )  # a note needs some duty only
        yield from () if duties else _against_nobody(entry, course, occasions)
        yield from _against_duties(entry, duties, course)
        yield from _against_takers(entry, course, duties)
        if entry.kind == What.EXTENDED:
            yield from (runs_on(end) for one in occasions if (end := _last_of_all(one, read, plan)))
        if entry.kind in _DOING:
            begins = max((day for one in occasions if (day := one.turn)), default=plan.first_day)
            if entry.date < begins:
                period = next((one.name(plan.year) for one in occasions if entry.period and one.turn), "")
                yield too_early(begins, period)
            elif entry.kind == What.DONE:
                yield from _against_the_end_of_all(entry, occasions, read, plan)
    else:
        yield all_closed(course) or _stranger(entry, course) or no_such_period(entry, course)


def _stranger(entry: Entry, course: Course) -> Finding | None:
    """Say that a body owes the task on no occasion, so that naming one would not help."""
    owes = any(entry.unit in duties for duties in course.duties.values())
    return None if owes or entry.unit not in course.plan.registry.by_id else not_its_task(entry, course)


def _against_nobody(entry: Entry, course: Course, occasions: Sequence[Occasion]) -> Iterator[Finding]:
    """Yield what stands against an entry that is about no duty: of its body, or from its day on."""
    if all(passes_by(entry, one, one.day.due if one.day else None) for one in occasions):
        yield nothing_ahead(entry)
    elif course.is_given_already(entry, occasions):
        if course.is_needed(entry):
            return
        message = _("The body that it names does not owe this task; the one that takes it over does already.")
        yield given_already(message)
    elif entry.unit in course.plan.registry.by_id:
        yield not_its_task(entry, course)


def _against_names(entry: Entry, read: ReadTask, plan: ReadPlan) -> Iterator[Finding]:
    for field, agency in (("unit", entry.unit), ("lead", entry.lead)):
        if agency is not None and agency not in plan.registry.by_id:
            message = _("No agency has the id “{id}”.").format(id=agency)
            yield error("unknown-unit", (field,), message, _("`kshc agencies` shows the agencies with their ids."))
    if entry.into == read.task.id:
        message = _("A task cannot be merged into itself.")
        yield error("unknown-task", ("into",), message, _("Name the other task."))


def _against_event(entry: Entry, read: ReadTask, course: Course, events: Mapping[date, Entry]) -> Iterator[Finding]:
    if not waits_for_event(read.time):
        message = _("Task “{id}” does not wait for an event.").format(id=read.task.id)
        yield error("no-event", ("what",), message, _("Record what was done with `kshc done`."))
    elif entry.date in events:
        earlier = events[entry.date]
        message = _("An event of {day} stands in the log already{how}.").format(
            day=written(entry.date), how=how_recorded(earlier)
        )
        yield error("repeated-event", ("date",), message, taken_back(earlier))
    elif closed := _closed_by(course, entry.date.isoformat()):
        yield error("closed-duty", ("what",), was_ended(closed, course), taken_back(closed.settled_by))


def _closed_by(course: Course, key: str) -> DutyState | None:
    """Return how all duties of an occasion were ended; None where somebody has one."""
    states = list(course.duties.get(key, {}).values())
    return states[0] if states and all(state.closed for state in states) else None


def _against_takers(entry: Entry, course: Course, duties: Sequence[LoggedDuty]) -> Iterator[Finding]:
    """Yield what stands against giving duties to a body: it has them already, or is done with its own."""
    if entry.kind != What.REASSIGNED or entry.lead not in course.plan.registry.by_id:
        return
    open_ones = [duty for duty in duties if duty.state.is_open]
    if open_ones and not any(course.takers(entry, duty) for duty in open_ones):
        yield given_already(_("It has the duty already."))
    for duty in open_ones:
        others = course.duties[duty.occasion.key]
        for taker in course.takers(entry, duty):
            own = others.get(taker)
            if own is not None and not own.is_open and own.closed != What.REASSIGNED:
                message = _("“{unit}” has no duty here any more that this one could join.").format(unit=taker)
                yield error("no-taker", ("lead",), message, _("Name another body, or retract what ended its duty."))
                return


def _against_duties(entry: Entry, duties: Sequence[LoggedDuty], course: Course) -> Iterator[Finding]:
    """Yield what stands against an entry in each duty that it is about; where it is about several, one must be open."""
    found = [_against_duty(entry, duty, course) for duty in duties]
    if not all(found):
        return
    settling = {duty.state.settled_by.id if duty.state.settled_by else None for duty in duties}
    if len(settling) > 1 and None not in settling:
        yield nobody_owes(duties, course)
    else:
        yield from [finding for finding in found if finding][:1]


def _against_duty(entry: Entry, duty: LoggedDuty, course: Course) -> Finding | None:
    state, kind = duty.state, entry.kind
    if kind == What.NOTE:
        return None
    if state.closed is not None:
        return error("closed-duty", ("what",), was_ended(state, course), taken_back(state.settled_by))
    if state.done_on is not None:
        message = _("It is done since {day}{how}.").format(
            day=written(state.done_on), how=how_recorded(state.settled_by)
        )
        return error(
            "done-twice" if kind in _DOING else "closed-duty", ("what",), message, taken_back(state.settled_by)
        )
    if kind in ABOUT_ONE and duty.occasion.waits:
        message = _("It waits for an event that the log does not have.")
        remedy = _("Record the event first: kshc event {id} --on DATE.").format(id=entry.task)
        return error("no-event", ("what",), message, remedy)
    if kind == What.RESUMED and not state.suspended:
        return error("not-suspended", ("what",), _("It is not suspended."), _("Correct the task, unit or period."))
    if kind == What.SUSPENDED and state.suspended:
        message = _("It is suspended already{how}.").format(how=how_recorded(state.suspended_by))
        return error("suspended-twice", ("what",), message, taken_back(state.suspended_by))
    return None


def _against_the_end_of_all(
    entry: Entry, occasions: Iterable[Occasion], read: ReadTask, plan: ReadPlan
) -> Iterator[Finding]:
    """Yield what stands against calling done, long before its end, what goes on."""
    for one in occasions:
        end = _last_of_all(one, read, plan)
        if end and entry.date < end:
            yield error(
                "done-too-early",
                ("date",),
                _("It goes on until {day}; done would close it for good.").format(day=written(end)),
                _("Record what was done so far with `kshc done --partly` or `kshc note`."),
            )


def _last_of_all(occasion: Occasion, read: ReadTask, plan: ReadPlan) -> date | None:
    """Return until which day something goes on; None for what is done at some time."""
    part = read.time.parts[occasion.part] if occasion.part is not None else None
    return (part.until or plan.last_day) if isinstance(part, Continuous) else None
