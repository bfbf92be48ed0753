"""The sentences that object to an entry: what is wrong, what stands recorded, and what to do instead."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from kshc_cli.days import written
from kshc_cli.findings import Finding, error, warning
from kshc_cli.messages import _, listed
from kshc_cli.near import nearest
from kshc_cli.reading.tasks import ReadTask
from kshc_cli.reading.values import Kind
from kshc_cli.tracking.course import OF_EARLIER_HOLDERS, Course, DutyState, LoggedDuty
from kshc_cli.tracking.occasions import Occasion
from kshc_cli.tracking.period_names import period_name
from kshc_cli.tracking.periods_meant import called_before, occasions_within
from kshc_cli.tracking.progress_log import Draft, Entry, What

_SHOWN: Final = 5
"""Bodies or entries that a message lists at most."""

_PERIODS: Final = 12
"""Occasions that a message lists at most: all of what comes back each month."""


def unknown_task(field: str, task: str, known: Mapping[str, ReadTask]) -> Finding:
    """Say that the plan has no such task, and which one is meant."""
    message = _("The plan has no task “{id}”.").format(id=task)
    return error("unknown-task", (field,), message, _near(task, known))


def _near(word: str, known: Iterable[str]) -> str:
    meant = nearest(word, known)
    return _("Did you mean {id}?").format(id=meant) if meant else _("`kshc list` shows the tasks with their ids.")


def retracts_itself(entry: str) -> Finding:
    """Say that an entry is a retraction of itself, and what to do with it."""
    message = _("The entry “{id}” retracts itself, perhaps by way of others, and never counted.").format(id=entry)
    return error("unknown-entry", ("entry",), message, _("Delete its line in the log."))


def in_future(entry: Entry) -> Finding:
    """Say that an entry speaks of a day behind the one on which it was entered."""
    return error(
        "future-entry",
        ("date",),
        _("{day} had not come yet when this was entered.").format(day=written(entry.date)),
        _("Correct the day: the log says what has happened."),
    )


def not_its_task(entry: Entry, course: Course) -> Finding:
    """Say that a body does not owe the task, which ones do, and which are done with it by which entry."""
    duties = [
        LoggedDuty(one, unit, state)
        for one in course.occasions_meant(entry) or course.occasions
        for unit, state in course.duties[one.key].items()
        if unit is not None
    ]
    owing = dict.fromkeys(body_named(duty.unit, course) for duty in duties if duty.state.is_open)
    bodies = course.plan.registry.by_id
    message = _("“{unit}” does not owe this task.").format(
        unit=bodies[entry.unit].name if entry.unit in bodies else entry.unit
    )
    told = [_("These owe it: {units}.").format(units=listed(owing, most=_SHOWN))] if owing else []
    told += _settlements(duties, course)
    if (
        owing
        and not isinstance(entry, Draft)
        and entry.unit in bodies
        and entry.kind in {*OF_EARLIER_HOLDERS, What.REASSIGNED}
    ):
        told += _hand_overs(entry, course)
    remedy = " ".join(told) or _("Leave the unit out: no body is known that owes it.")
    return error("unknown-unit", ("unit",), message, remedy)


def _hand_overs(entry: Entry, course: Course) -> Iterator[str]:
    """Say which hand-over the log lacks, from those to whom the ones that it has gave the duty of an entry's body."""
    for holder in course.last_holders(entry):
        sentence = (
            _("If it owed this until the plan was amended, record the hand-over: {command}.")
            if holder == entry.unit
            else _(
                "The log gives this to {unit}; if that body owed it until the plan was amended, "
                "record the hand-over: {command}."
            )
        )
        unit = body_named(holder, course)
        yield sentence.format(unit=unit, command=f"kshc reassign {entry.task} --unit {holder}")


def nothing_ahead(entry: Entry) -> Finding:
    """Say that what comes back has no occasion from the day of a hand-over on."""
    message = _("Nothing of it falls due from {day} on.").format(day=written(entry.date))
    return error("no-taker", ("date",), message, _("Name what is handed over with --period, or correct the day."))


def given_already(message: str) -> Finding:
    """Say that a hand-over changes nothing: whoever takes over owes the task without it."""
    remedy = _("Name the body that takes it over; where the plan itself says so by now, leave it: it changes nothing.")
    return warning("given-already", ("lead",), message, remedy)


def nobody_owes(duties: Iterable[LoggedDuty], course: Course) -> Finding:
    """Say that all duties are done or ended, each by which entry."""
    told = (*_settlements(duties, course), _("Leave it so, or take one of these entries back: kshc undo ID."))
    return error("closed-duty", ("what",), _("Nobody owes it any more."), " ".join(told))


def _settlements(duties: Iterable[LoggedDuty], course: Course) -> Iterator[str]:
    """Say of each entry by which duties were done or ended whose they were; hand-overs say nothing of who owes."""
    settled: dict[str, tuple[Entry, dict[str, None]]] = {}
    for duty in duties:
        by = duty.state.settled_by
        if by is not None and by.kind != What.REASSIGNED:
            settled.setdefault(by.id, (by, {}))[1][body_named(duty.unit, course)] = None
    for by, units in list(settled.values())[:_SHOWN]:
        what = _("done") if by.kind == What.DONE else ended(by.kind)
        whose = listed(filter(None, units), most=_SHOWN)
        yield _("{units}: {what} on {day}{how}.").format(
            units=whose or by.task, what=what, day=written(by.date), how=how_recorded(by)
        )


def body_named(unit: str | None, course: Course) -> str:
    """Return a body's name with its id in brackets, which a person can type."""
    bodies = course.plan.registry.by_id
    return f"{bodies[unit].name} ({unit})" if unit in bodies else unit or ""


def all_closed(course: Course) -> Finding | None:
    """Return what ended all duties of a task, if one entry did."""
    states = [state for duties in course.duties.values() for state in duties.values()]
    ends = {state.settled_by.id: state for state in states if state.settled_by and state.closed}
    if len(ends) != 1 or not all(state.closed for state in states):
        return None
    ((_id, state),) = ends.items()
    return error("closed-duty", ("what",), was_ended(state, course), taken_back(state.settled_by))


def no_such_period(entry: Entry, course: Course) -> Finding:
    """Say that the task has no such occasion, or several, and list those that it has."""
    held = occasions_within(entry.period, course) if entry.period else []
    keys = _nearest(entry, course, held or course.occasions)
    if entry.period is None:
        message = _("The task has several occasions; it is not said which one is meant.")
        if any(one.kind is not Kind.RECURRING for one in course.occasions):
            message = _("The task falls due several times; it is not said which time is meant.")
        return error(
            "unknown-period", ("task",), message, _("Name one of them with --period: {periods}.").format(periods=keys)
        )
    is_older = not isinstance(entry, Draft) and called_before(entry.period, course.occasions) is not None
    several = _("The task has several occasions in “{period}”.")
    sentence = several if held and not is_older else _("The task has no occasion “{period}”.")
    message = sentence.format(period=period_name(entry.period, course.plan.year))
    if is_older:
        remedy = _("An older kshc called one of its occasions so: let `kshc migrate` rename it.")
        return error("unknown-period", ("period",), message, remedy)
    if not keys:
        return error("unknown-period", ("period",), message, _("Leave the period out: the task has only one occasion."))
    return error(
        "unknown-period", ("period",), message, _("Name one of these with --period: {periods}.").format(periods=keys)
    )


def _nearest(entry: Entry, course: Course, occasions: Iterable[Occasion]) -> str:
    """List what a task's occasions are called, which --period takes, in order of time: the open ones, if there are any.

    Of many those are named that matter most: the current one, the oldest and then those that have passed, the last one
    first, then those to come.
    """

    def open_ones(one: Occasion) -> list[DutyState]:
        return [state for state in course.duties[one.key].values() if state.is_open]

    def due(one: Occasion) -> date:
        return max((state.due for state in open_ones(one) if state.due), default=one.day.due if one.day else date.max)

    def order(one: Occasion) -> tuple[int, int]:
        if due(one) < entry.date:
            return 1, -due(one).toordinal()
        return 2 if one.turn is not None and one.turn > entry.date else 0, due(one).toordinal()

    named = [one for one in occasions if one.key]
    near = sorted(filter(open_ones, named) if any(map(open_ones, named)) else named, key=order)
    passed = [one for one in near if order(one)[0] == 1]
    if len(passed) > 1:
        near.remove(passed[-1])
        near.insert(near.index(passed[0]), passed[-1])
    shown = sorted(near[:_PERIODS], key=due)
    return listed([one.name(course.plan.year) for one in (*shown, *near[_PERIODS:])], most=_PERIODS)


def how_recorded(entry: Entry | None) -> str:
    """Say in brackets by which entry, document and person something stands recorded; of a draft nothing."""
    if entry is None or isinstance(entry, Draft):
        return ""
    number = entry.document.number if entry.document else None
    told = (_("entry {id}").format(id=entry.id), number, entry.by, entry.who)
    return f" ({', '.join(filter(None, told))})"


def taken_back(entry: Entry | None) -> str:
    """Say by which command the entry is taken back that something stands recorded by."""
    if entry is None:
        return _("Correct the day, or retract the other entry.")
    return _("Leave it so, or take that entry back: kshc undo {id}.").format(id=entry.id)


def was_ended(state: DutyState, course: Course) -> str:
    """Say when a duty was ended, how and by which entry."""
    by = state.settled_by
    if by is None or state.closed is None:
        return _("Nobody owes it any more.")
    bodies = course.plan.registry.by_id
    what = {
        What.MERGED: _("merged into task {id}").format(id=by.into),
        What.REASSIGNED: _("given to {name}").format(name=bodies[by.lead].name if by.lead in bodies else by.lead),
    }.get(state.closed, ended(state.closed))
    return _("It was {what} on {day}{how}.").format(what=what, day=written(by.date), how=how_recorded(by))


def ended(what: What) -> str:
    """Say what ended a duty."""
    return {
        What.REASSIGNED: _("given to another body"),
        What.MERGED: _("merged into another task"),
        What.CANCELLED: _("called off"),
    }[what]


def due_too_early(due: date, day: date) -> Finding:
    """Say that a last day lies before the day of its entry."""
    sentence = _("The last day {due} lies before the day of the entry, {day}.")
    message = sentence.format(due=written(due), day=written(day))
    remedy = _("Correct one of the two days; what was decided on an earlier day is recorded with --on.")
    return error("due-too-early", ("due",), message, remedy)


def runs_on(end: date) -> Finding:
    """Say that what goes on has no last day that could be moved; an entry that moves it changes nothing."""
    return warning(
        "no-last-day",
        ("due",),
        _("It goes on until {day} and has no last day that could be extended.").format(day=written(end)),
        _("Record what was decided with `kshc note`; where its time has changed, change its words in the plan."),
    )


def suspended_later(by: Entry) -> Finding:
    """Say that something was suspended behind the day on which it is to be resumed."""
    message = _("It was suspended on {day} only{how}.").format(day=written(by.date), how=how_recorded(by))
    return error("not-suspended", ("date",), message, _("Correct the day."))


def too_early(begins: date, period: str) -> Finding:
    """Say on which day a task begins or, where an entry names one, a period of it."""
    sentence = _("The occasion “{period}” begins on {day} only.") if period else _("It begins on {day} only.")
    return error(
        "done-too-early",
        ("date",),
        sentence.format(day=written(begins), period=period),
        _("Correct the day or the period; what was done before it, record with `kshc note`."),
    )
