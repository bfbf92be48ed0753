"""Duties as the plain events of a calendar: each day of a task one event, what comes back by one rule one series."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple, TypedDict

from kshc_cli.messages import _
from kshc_cli.plan.model import Agency
from kshc_cli.query.dated_duties import DatedDuties, DatedTask
from kshc_cli.query.lines import Line
from kshc_cli.reading.recurrence.series import Series
from kshc_cli.reports.calendar_words import category_words, page_words, title_words
from kshc_cli.reports.drafts import draft_title, draft_words
from kshc_cli.tracking.revisions import Revision, Revisions
from kshc_cli.tracking.standing import DONE, Status

State = Literal["open", "begun", "suspended", "done", "closed"]
"""How the duties of an event stand, all together; begun: a part of them is done."""


class CalendarForm(NamedTuple):
    """What all events of a calendar have in common."""

    plan: str
    """What the ids of the plan's events begin with."""
    first_day: date
    """The day of what the log never changed."""
    alarms: tuple[int, ...] = ()
    """How many days before its day somebody is to be reminded of a duty."""
    as_todo: bool = False
    """Whether they are things to be done; then none is a series."""
    draft: bool = False
    """Whether the plan or its log has errors."""


class CalendarEvent(TypedDict):
    """An event as plain values; days are written 2024-06-30."""

    uid: str
    """Plan, task and occasion; never its day."""
    day: str
    begins: str
    """The first day on which it can be done; empty where that is not known, or is its day."""
    title: str
    page: str
    categories: list[str]
    state: State
    percent: int
    """How many of its duties are done."""
    done_on: str
    revision: int
    stamp: str
    """The day of the last change."""
    alarms: list[int]
    rule: str
    """Of a series its RRULE, empty for all else."""
    left_out: list[str]
    added: list[str]
    in_place_of: str
    """Of an event of a series that differs from the others, its day in the series."""


class _Shown(NamedTuple):
    """What an event shows beside its day."""

    title: str
    page: str
    state: State
    percent: int
    done_on: str


class _Source(NamedTuple):
    """What the events of a task are made of, beside its duties."""

    task: str
    """What their ids begin with."""
    form: CalendarForm
    revisions: Revisions
    agencies: Mapping[str, Agency]


def calendar_events(
    tasks: Iterable[DatedTask], form: CalendarForm, revisions: Revisions, agencies: Mapping[str, Agency]
) -> Iterator[CalendarEvent]:
    """Yield the events of tasks: of a series first what holds for all its days, then the days that differ."""
    ids = Counter[str]()
    for task in tasks:
        ids[task.line.row.id] += 1
        source = _Source(_task_id(task, form, ids[task.line.row.id]), form, revisions, agencies)
        series = {} if form.as_todo else task.series
        parted: dict[int | None, list[DatedDuties]] = {}
        for duties in task.duties:
            parted.setdefault(_series_part(duties, series), []).append(duties)
        for part, several in parted.items():
            if part is None:
                yield from (_single(duties, source) for duties in several)
            else:
                yield from _series(part, series[part], several, source)


def _task_id(task: DatedTask, form: CalendarForm, number: int) -> str:
    """Return what the ids of a task's events begin with; of several with one id, as in a draft, ``number`` each."""
    told = f"{form.plan}+{task.line.row.id}"
    return told if number == 1 else f"{told}+again.{number}"


def _series_part(duties: DatedDuties, series: Mapping[int, Series]) -> int | None:
    """Return the part of whose series an event is one; None for one by itself, also what was moved before its start."""
    part, planned = duties.occasion.part, _planned(duties)
    if part is None or part not in series or duties.apart or planned is None:
        return None
    return part if planned >= series[part].first else None


def _single(duties: DatedDuties, source: _Source) -> CalendarEvent:
    key, row = duties.occasion.key, duties.line.row
    uid = f"{source.task}+{key.replace('/', '+')}" if key else source.task
    uid = f"{uid}@{duties.apart}" if duties.apart else uid
    event = _event(uid, duties.line, _shown(duties, source), source.revisions.of(row.id, key), source)
    day = duties.line.day
    if day is not None and day.begins is not None and day.begins < day.due:
        event["begins"] = day.begins.isoformat()
    return _of_period(event, duties)


def _of_period(event: CalendarEvent, duties: DatedDuties) -> CalendarEvent:
    """Let the page of an event say which occasion of its task it is, unless it is the only one."""
    label = _("Period")
    if duties.occasion.key and (name := duties.occasion.name(duties.line.row.year)):
        event["page"] += f"\n{label}: {name}"
    return event


def _series(part: int, series: Series, several: Sequence[DatedDuties], source: _Source) -> Iterator[CalendarEvent]:
    """Yield what holds for the days of a series, and one event for each day that differs from it."""
    line = several[0].line
    shown = [(duties, _shown(duties, source)) for duties in several]
    common = _commonest([one for _duties, one in shown])
    uid = f"{source.task}+series.{part + 1}"
    revision = source.revisions.of(line.row.id, whole=True)
    whole = _event(uid, line, common, revision, source)
    own = {planned for duties in several if (planned := _planned(duties))}
    whole["day"], whole["rule"] = series.first.isoformat(), series.rule
    whole["left_out"] = [day.isoformat() for day in sorted(series.days - own)]
    whole["added"] = [day.isoformat() for day in sorted(own - series.days)]
    yield whole
    for duties, one in shown:
        planned = _planned(duties)
        if planned and (one != common or duties.line.due != planned):
            event = _event(uid, duties.line, one, revision, source)
            event["in_place_of"] = planned.isoformat()
            yield _of_period(event, duties)


def _planned(duties: DatedDuties) -> date | None:
    """Return the day of an occasion by the plan."""
    return duties.occasion.day.due if duties.occasion.day else None


def _commonest(shown: Sequence[_Shown]) -> _Shown:
    """Return what most events show, of those on whose days somebody has something to do, where there are any."""
    owed = [one for one in shown if one.state == "open"] or [one for one in shown if one.state != "closed"]
    return Counter(owed or shown).most_common(1)[0][0]


def _shown(duties: DatedDuties, source: _Source) -> _Shown:
    line, standing = duties.line, duties.line.standing
    state, counts = _state(duties), standing.tally if standing else None
    percent = 100 * counts.done // counts.total if counts and counts.total else 0
    done_on = standing.done_on if standing and state == "done" else None
    page, draft = page_words(line, source.agencies), source.form.draft
    if draft:
        page = f"{draft_words()}\n\n{page}"
    return _Shown(
        draft_title(title_words(line.row), draft=draft), page, state, percent, done_on.isoformat() if done_on else ""
    )


def _state(duties: DatedDuties) -> State:
    standing = duties.line.standing
    if duties.closed or standing is None:
        return "closed"
    if standing.status in DONE:
        return "done"
    if standing.status is Status.SUSPENDED:
        return "suspended"
    return "begun" if standing.tally.done or standing.partly_on else "open"


def _event(uid: str, line: Line, shown: _Shown, revision: Revision, source: _Source) -> CalendarEvent:
    form = source.form
    return {
        "uid": uid,
        "day": line.due.isoformat() if line.due else "",
        "begins": "",
        "title": shown.title,
        "page": shown.page,
        "categories": [*category_words(line.row)],
        "state": shown.state,
        "percent": shown.percent,
        "done_on": shown.done_on,
        "revision": revision.number,
        "stamp": (revision.entered or form.first_day).isoformat(),
        "alarms": [*form.alarms] if shown.state in {"open", "begun"} else [],
        "rule": "",
        "left_out": [],
        "added": [],
        "in_place_of": "",
    }
