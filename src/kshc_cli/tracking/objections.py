"""What stands against an entry of the log: it names what is not there, or says what cannot be true."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from kshc_cli.findings import Finding, error, warning
from kshc_cli.messages import _
from kshc_cli.reading.tasks import ReadPlan, ReadTask
from kshc_cli.reading.values import Continuous
from kshc_cli.tracking.course import ABOUT_ONE, CLOSING, Course, Duty, course_of
from kshc_cli.tracking.happenings import Happenings, happenings, order
from kshc_cli.tracking.occasions import Occasion, waits_for_event
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.tracking.period_names import period_name
from kshc_cli.tracking.progress_log import Entry, What

_SHOWN: Final = 8
"""Ids or keys that a message lists at most."""

_DOING: Final = frozenset({What.DONE, What.PARTLY_DONE})


@dataclass(frozen=True, slots=True)
class Objection:
    """What stands against an entry; the finding's path begins at the entry."""

    entry: Entry
    finding: Finding


def objections(
    entries: Sequence[Entry], plan: ReadPlan, *, office: OfficeCalendar, tasks: Iterable[str] | None = None
) -> Iterator[Objection]:
    """Yield what stands against the entries of a log; with ``tasks`` only those about them, and all that retract."""
    known = {read.task.id: read for read in plan.tasks}
    about: dict[str, list[Entry]] = {}
    log = happenings(entries)
    retracted = log.retracted
    for entry in dict.fromkeys(entries):  # the same line twice is one entry
        about.setdefault(entry.task or "", []).append(entry)
    yield from _against_retractions([one for one in about.pop("", []) if one.id not in retracted], entries)
    yield from _against_merges(log, tasks)
    for task in about if tasks is None else set(tasks) & about.keys():
        named = [entry for entry in about[task] if entry.id not in retracted]
        if task in known:
            yield from _against_entries(known[task], plan, sorted(named, key=order), office, known)
        else:
            yield from (Objection(entry, _unknown_task("task", task, known)) for entry in named)


def _against_retractions(retractions: Iterable[Entry], entries: Sequence[Entry]) -> Iterator[Objection]:
    ids = {entry.id for entry in entries}
    earlier: dict[str, str] = {}
    for entry in retractions:
        target = entry.entry or ""
        if entry.date > entry.entered:
            yield Objection(entry, _in_future(entry))
        if target not in ids or target == entry.id:
            message = _('No entry has the id "{id}".').format(id=target)
            yield Objection(entry, error("unknown-entry", ("entry",), message, _("`kshc log` shows the entries.")))
        elif target in earlier:
            message = _('The entry "{id}" is retracted already.').format(id=target)
            remedy = _("Nothing needs to be done: one retraction is enough.")
            yield Objection(entry, warning("retracted-twice", ("entry",), message, remedy))
        earlier.setdefault(target, entry.id)


def _against_merges(log: Happenings, tasks: Iterable[str] | None) -> Iterator[Objection]:
    """Yield merges into tasks that are merged or cancelled themselves: nobody would have the work any more."""
    wanted = None if tasks is None else set(tasks)
    closed: dict[str, date] = {}
    ends = sorted(
        (one for each in log.by_task.values() for one in each if one.kind in CLOSING and not (one.unit or one.period)),
        key=order,
    )
    for entry in ends:
        if entry.into in closed and (wanted is None or entry.task in wanted):
            message = _('Task "{id}" is merged or cancelled itself.').format(id=entry.into)
            yield Objection(entry, error("closed-duty", ("into",), message, _("Name the task that goes on.")))
        closed.setdefault(entry.task or "", entry.date)


def _unknown_task(field: str, task: str, known: Mapping[str, ReadTask]) -> Finding:
    message = _('The plan has no task "{id}".').format(id=task)
    return error("unknown-task", (field,), message, _near(task, known))


def _near(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1)
    return _("Did you mean {id}?").format(id=near[0]) if near else _("`kshc list` shows the tasks with their ids.")


def _against_entries(
    read: ReadTask, plan: ReadPlan, entries: list[Entry], office: OfficeCalendar, known: Mapping[str, ReadTask]
) -> Iterator[Objection]:
    """Walk through the entries of one task and hold each against what was true before it."""
    course = course_of(read, plan, entries, office=office)
    events: set[date] = set()
    for entry in entries:
        if entry.date > entry.entered:
            yield Objection(entry, _in_future(entry))
        for finding in _against(entry, read, course, plan, events, known):
            yield Objection(entry, finding)
        course.take(entry)
        if entry.kind == What.EVENT:
            events.add(entry.date)


def _in_future(entry: Entry) -> Finding:
    return error(
        "future-entry",
        ("date",),
        _("{day} had not come yet when this was entered.").format(day=_written(entry.date)),
        _("Correct the day: the log says what has happened."),
    )


def _against(
    entry: Entry,
    read: ReadTask,
    course: Course,
    plan: ReadPlan,
    events: set[date],
    known: Mapping[str, ReadTask],
) -> Iterator[Finding]:
    yield from _against_names(entry, read, plan, known)
    if entry.due is not None and entry.due < entry.date:
        yield _due_too_early(entry.due)
    if entry.kind == What.EVENT:
        yield from _against_event(entry, read, course, events)
    elif occasions := list(course.occasions_meant(entry)):
        duties = list(course.meant(entry))
        if entry.unit in plan.registry.by_id and not duties:
            yield _not_its_task(entry, course)
        yield from _against_duties(entry, duties)
        yield from _against_takers(entry, course, duties)
        if entry.kind in _DOING:
            begins = max((day for one in occasions if (day := _turn(one))), default=plan.first_day)
            if entry.date < begins:
                yield _too_early(begins)
            elif entry.kind == What.DONE:
                yield from _against_the_end_of_all(entry, occasions, read, plan)
    else:
        yield _all_closed(course) or _no_such_period(entry, course)


def _against_names(entry: Entry, read: ReadTask, plan: ReadPlan, known: Mapping[str, ReadTask]) -> Iterator[Finding]:
    for field, agency in (("unit", entry.unit), ("lead", entry.lead)):
        if agency is not None and agency not in plan.registry.by_id:
            message = _('No agency has the id "{id}".').format(id=agency)
            yield error("unknown-unit", (field,), message, _("`kshc agencies` shows the agencies with their ids."))
    if entry.into is not None and entry.into not in known:
        yield _unknown_task("into", entry.into, known)
    if entry.into == read.task.id:
        message = _("A task cannot be merged into itself.")
        yield error("unknown-task", ("into",), message, _("Name the other task."))


def _against_event(entry: Entry, read: ReadTask, course: Course, events: set[date]) -> Iterator[Finding]:
    if not waits_for_event(read.time):
        message = _('Task "{id}" does not wait for an event.').format(id=read.task.id)
        yield error("no-event", ("what",), message, _("Record what was done with `kshc done`."))
    elif entry.date in events:
        message = _("An event of {day} stands in the log already.").format(day=_written(entry.date))
        yield error(
            "repeated-event", ("date",), message, _("Leave it so, or retract one of the two: kshc log shows their ids.")
        )
    elif closed := _closed_by(course, entry.date.isoformat()):
        message = _("It was {what} before that day.").format(what=_closed(closed))
        yield error("closed-duty", ("what",), message, _("Correct the day, or retract the other entry."))


def _closed_by(course: Course, key: str) -> What | None:
    """Return what ended all duties of an occasion; None where somebody has one."""
    ends = [state.closed for state in course.duties.get(key, {}).values()]
    return ends[0] if ends and None not in ends else None


def _against_takers(entry: Entry, course: Course, duties: Sequence[Duty]) -> Iterator[Finding]:
    """Yield what stands against giving duties to a body: it has them already, or is done with its own."""
    if entry.kind != What.REASSIGNED or entry.lead not in course.plan.registry.by_id:
        return
    open_ones = [duty for duty in duties if duty.state.is_open]
    if open_ones and not any(course.takers(entry, duty) for duty in open_ones):
        message = _("It has the duty already.")
        yield error("no-taker", ("lead",), message, _("Name the body that takes it over."))
    for duty in open_ones:
        others = course.duties[duty.occasion.key]
        for taker in course.takers(entry, duty):
            own = others.get(taker)
            if own is not None and not own.is_open and own.closed != What.REASSIGNED:
                message = _('"{unit}" has no duty here any more that this one could join.').format(unit=taker)
                yield error("no-taker", ("lead",), message, _("Name another body, or retract what ended its duty."))
                return


def _not_its_task(entry: Entry, course: Course) -> Finding:
    bodies = course.plan.registry.by_id
    owing = {
        unit: None for duties in course.duties.values() for unit, state in duties.items() if unit and state.is_open
    }
    units = [f"{bodies[unit].name} ({unit})" if unit in bodies else unit for unit in owing]
    name = bodies[entry.unit].name if entry.unit in bodies else entry.unit
    message = _('"{unit}" does not owe this task.').format(unit=name)
    if not units:
        return error("unknown-unit", ("unit",), message, _("Leave the unit out: no body is known that owes it."))
    return error("unknown-unit", ("unit",), message, _("These owe it: {units}.").format(units=_listed(units)))


def _all_closed(course: Course) -> Finding | None:
    """Return what ended all duties of a task, if one entry did."""
    states = [state for duties in course.duties.values() for state in duties.values()]
    ends = {state.settled_by.id: state for state in states if state.settled_by and state.closed}
    if len(ends) != 1 or not all(state.closed for state in states):
        return None
    ((_id, state),) = ends.items()
    what = _closed(state.closed) if state.closed else ""
    message = _("It was {what} before that day{how}.").format(what=what, how=_how(state.settled_by))
    return error("closed-duty", ("what",), message, _retract(state.settled_by))


def _no_such_period(entry: Entry, course: Course) -> Finding:
    keys = _listed(_open_first(entry, course))
    if entry.period is None:
        message = _("The task has several occasions, and the entry does not say which.")
        return error(
            "unknown-period", ("task",), message, _("Name one of them with --period: {periods}.").format(periods=keys)
        )
    message = _('The task has no occasion "{period}".').format(period=entry.period)
    if not keys:
        return error("unknown-period", ("period",), message, _("Leave the period out: the task has only one occasion."))
    return error(
        "unknown-period", ("period",), message, _("Name one of these with --period: {periods}.").format(periods=keys)
    )


def _open_first(entry: Entry, course: Course) -> Iterator[str]:
    """Yield the keys of a task's occasions with their words: the open ones, the current one first, then the others."""

    def order(one: Occasion) -> tuple[bool, bool, date]:
        due = one.day.due if one.day else date.max
        is_open = any(state.is_open for state in course.duties[one.key].values())
        return not is_open, due < entry.date, due

    for one in sorted((each for each in course.occasions if each.key), key=order):
        name = period_name(one.key or "")
        yield f"{one.key} ({name})" if name != one.key else name


def _against_duties(entry: Entry, duties: Sequence[Duty]) -> Iterator[Finding]:
    """Yield what stands against an entry in each duty that it is about; where it is about several, one must be open."""
    found = [_against_duty(entry, duty) for duty in duties]
    if found and all(found):
        yield from [finding for finding in found if finding][:1]


def _against_duty(entry: Entry, duty: Duty) -> Finding | None:
    state, kind = duty.state, entry.kind
    if kind == What.NOTE:
        return None
    if state.closed is not None:
        message = _("It was {what} before that day{how}.").format(
            what=_closed(state.closed), how=_how(state.settled_by)
        )
        return error("closed-duty", ("what",), message, _retract(state.settled_by))
    if state.done_on is not None:
        message = _("It is done since {day}{how}.").format(day=_written(state.done_on), how=_how(state.settled_by))
        return error("done-twice" if kind in _DOING else "closed-duty", ("what",), message, _retract(state.settled_by))
    if kind in ABOUT_ONE and duty.occasion.waits:
        message = _("It waits for an event that the log does not have.")
        return error("no-event", ("what",), message, _("Record the event first: kshc event ID --on DATE."))
    if kind == What.RESUMED and not state.suspended:
        return error("not-suspended", ("what",), _("It is not suspended."), _("Correct the task, unit or period."))
    if kind == What.SUSPENDED and state.suspended:
        return error("suspended-twice", ("what",), _("It is suspended already."), _("Delete one of the two."))
    return None


def _how(entry: Entry | None) -> str:
    """Say in brackets by which entry, document and person something stands recorded."""
    if entry is None:
        return ""
    number = entry.document.number if entry.document else None
    told = (_("entry {id}").format(id=entry.id), number, entry.by, entry.who)
    return f" ({', '.join(filter(None, told))})"


def _retract(entry: Entry | None) -> str:
    if entry is None:
        return _("Correct the day, or retract the other entry.")
    return _("Leave it so, or take that entry back: kshc undo {id}.").format(id=entry.id)


def _turn(occasion: Occasion) -> date | None:
    """Return the first day on which it is an occasion's turn: its own, or the one behind the occasion before it."""
    if occasion.begins is not None or occasion.runs_from is None:
        return occasion.begins
    return occasion.runs_from + timedelta(days=1)


def _against_the_end_of_all(
    entry: Entry, occasions: Iterable[Occasion], read: ReadTask, plan: ReadPlan
) -> Iterator[Finding]:
    """Yield what stands against calling done, long before its end, what goes on."""
    for one in occasions:
        part = read.time.parts[one.part] if one.part is not None else None
        if isinstance(part, Continuous) and entry.date < (end := part.until or plan.last_day):
            yield error(
                "done-too-early",
                ("date",),
                _("It goes on until {day}; done would close it for good.").format(day=_written(end)),
                _("Record what was done so far with `kshc done --partly` or `kshc note`."),
            )


def _closed(what: What) -> str:
    return {
        What.REASSIGNED: _("given to another body"),
        What.MERGED: _("merged into another task"),
        What.CANCELLED: _("called off"),
    }[what]


def _due_too_early(due: date) -> Finding:
    message = _("The last day {day} lies before the day of the entry.").format(day=_written(due))
    return error("due-too-early", ("due",), message, _("Correct one of the two days."))


def _too_early(begins: date) -> Finding:
    return error(
        "done-too-early",
        ("date",),
        _("It begins on {day} only.").format(day=_written(begins)),
        _("Correct the day or the period; what was done before it, record with `kshc note`."),
    )


def _listed(names: Iterable[str]) -> str:
    shown = list(names)
    return ", ".join(shown[:_SHOWN]) + (", …" if len(shown) > _SHOWN else "")


def _written(day: date) -> str:
    return day.strftime("%d/%m/%Y")
