"""What an entry says, in a sentence: of which task, whose it was, in time or late, and how to take it back."""

from collections.abc import Iterable, Iterator, Mapping
from textwrap import shorten
from typing import Final

from kshc_cli.days import written
from kshc_cli.messages import _, ngettext, on_one_line
from kshc_cli.plan.model import Agency
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.reports.entries import entry_details, what_words
from kshc_cli.reports.standings import days_words, several_names
from kshc_cli.tracking.course import Course, LoggedDuty
from kshc_cli.tracking.period_names import period_name
from kshc_cli.tracking.progress_log import Entry, What

_WORDS: Final = 60
"""Characters of a task's words that tell which one it is."""


def recorded_sentence(entry: Entry, course: Course, before: Course, *, dry_run: bool = False) -> str:
    """Say what was recorded or, in a ``dry_run``, would be.

    ``course`` is that of its task with the entry in it, ``before`` the one without.
    """
    facts = _facts(entry, course, before)
    sentence = _("Recorded: {task}: {facts}. If it is wrong: kshc undo {id}")
    if dry_run:
        sentence = _("This would be recorded: {task}: {facts}. Nothing was written (--dry-run).")
    return sentence.format(task=_task(entry.task, course.plan), facts=facts, id=entry.id)


def recorded_words(entry: Entry, course: Course, before: Course) -> str:
    """Say what an entry records, of which task; ``course`` and ``before`` as for ``recorded_sentence``."""
    return f"{_task(entry.task, course.plan)}: {_facts(entry, course, before, begun=_begun(entry, course))}"


def _facts(entry: Entry, course: Course, before: Course, *, begun: str = "") -> str:
    period = next(
        (one.name(course.plan.year) for one in course.occasions if entry.period and one.key == entry.period), None
    )
    details = entry_details(
        entry,
        course.plan.registry.by_id,
        period or _period(entry, course.plan),
        bodies=begun or _bodies(entry, course),
        before=_day_before(entry, before),
    )
    return "; ".join((what_on(entry) + _timing(entry, course), *details))


def retracted_sentence(
    entry: Entry, retraction: Entry, plan: ReadPlan, entries: Mapping[str, Entry], *, dry_run: bool = False
) -> str:
    """Say which entry was retracted or, in a ``dry_run``, would be."""
    facts = "; ".join((what_on(entry), *_details(entry, plan)))
    sentence = _("Retracted: {task}: {facts}. To bring it back: kshc undo {id}")
    if dry_run:
        sentence = _("This would be retracted: {task}: {facts}. Nothing was written (--dry-run).")
    return sentence.format(task=_task(task_of(entry, entries), plan), facts=facts, id=retraction.id)


def entry_sentence(entry: Entry, plan: ReadPlan) -> str:
    """Return an entry in words, its id behind them."""
    facts = "; ".join((what_on(entry), *_details(entry, plan)))
    return _("{task}: {facts} (entry {id})").format(task=entry.task, facts=facts, id=entry.id)


def what_on(entry: Entry) -> str:
    """Say what happened, and on which day."""
    return _("{what} on {day}").format(what=what_words(entry.kind), day=written(entry.date))


def task_of(entry: Entry, entries: Mapping[str, Entry]) -> str | None:
    """Return the id of the task that an entry is about: a retraction is about that of what it retracts."""
    passed: set[str] = set()
    while entry.entry is not None and entry.entry not in passed and entry.entry in entries:
        passed.add(entry.entry)
        entry = entries[entry.entry]
    return entry.task


def known_by(words: str) -> str:
    """Return the beginning of a task's words, in one line, as much as tells which task it is."""
    return shorten(on_one_line(words), _WORDS, placeholder="…")


def _task(task: str | None, plan: ReadPlan) -> str:
    words = next((known_by(read.task.content) for read in plan.tasks if read.task.id == task), "")
    return f"{task or ''} {words}".strip()


def _details(entry: Entry, plan: ReadPlan) -> Iterable[str]:
    """Say the rest of an entry."""
    return entry_details(entry, plan.registry.by_id, _period(entry, plan))


def _period(entry: Entry, plan: ReadPlan) -> str:
    return period_name(entry.period, plan.year) if entry.period else ""


def _bodies(entry: Entry, course: Course) -> str:
    """Name the bodies that are done, or gave their duties away, by an entry that names none."""
    agencies: Mapping[str, Agency] = course.plan.registry.by_id
    return several_names(list(dict.fromkeys(duty.unit for duty in _settled(entry, course) if duty.unit)), agencies)


def _begun(entry: Entry, course: Course) -> str:
    """Say whose work an event begins: it is true of all bodies that lead its task."""
    if entry.kind is not What.EVENT:
        return ""
    begun = course.duties.get(entry.date.isoformat())
    duties = [begun] if begun else course.duties.values()
    units = list(dict.fromkeys(unit for one in duties for unit in one if unit))
    if len(units) < 2:
        return several_names(units, course.plan.registry.by_id)
    return _("begun for all {n} lead bodies").format(n=len(units))


def _day_before(entry: Entry, before: Course) -> str:
    """Say which last day an extension moves, where it is one, and where the new one is no later."""
    days = {duty.state.due for duty in before.meant(entry) if duty.state.is_open}
    old, *others = days or {None}
    if entry.kind is not What.EXTENDED or entry.due is None or old is None or others:
        return ""
    earlier = (old - entry.due).days
    told = ngettext(
        "old last day {day} (the new one is {n} day earlier)",
        "old last day {day} (the new one is {n} days earlier)",
        earlier,
    )
    return (told if earlier > 0 else _("old last day {day}")).format(day=written(old), n=earlier)


def _timing(entry: Entry, course: Course) -> str:
    """Say how many days before or behind its last day something was done, where there is one such day."""
    settled = _settled(entry, course) if entry.kind is What.DONE else ()
    due, *others = {duty.state.due for duty in settled} or {None}
    if due is None or others:
        return ""
    days = (due - entry.date).days
    if days <= 0:
        return ", " + (days_words(days) if days else _("on its last day"))
    return ", " + ngettext("{n} day before its last day", "{n} days before its last day", days).format(n=days)


def _settled(entry: Entry, course: Course) -> Iterator[LoggedDuty]:
    """Yield the duties that an entry has settled: they are done, given away or ended by it."""
    return (duty for duty in course.meant(entry) if duty.state.settled_by and duty.state.settled_by.id == entry.id)
