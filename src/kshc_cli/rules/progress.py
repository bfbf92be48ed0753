"""Rules about the progress log: ids, and entries that name what is not there or say what cannot be true."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.days import written
from kshc_cli.findings import Finding, Severity
from kshc_cli.messages import _
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.rules.rule import Fault, Rule, Subject, documented, finding_of
from kshc_cli.tracking.happenings import Happenings, happenings
from kshc_cli.tracking.objections import objections
from kshc_cli.tracking.office_calendar import office_calendar
from kshc_cli.tracking.overtaken import overtaken
from kshc_cli.tracking.progress_log import Entry


class Logged:
    """What the rules look at: the entries of a log as they stand, held against their plan at once.

    ``log`` is what counts of the entries, where that is known already.
    """

    def __init__(self, entries: Sequence[Entry], plan: ReadPlan, log: Happenings | None = None) -> None:
        self.entries = entries
        self._plan = plan
        self._log = log

    def overtaken(self) -> Iterator[Fault]:
        """An extension ends before the last day that the plan itself says by now: the extension counts."""
        log = happenings(self.entries) if self._log is None else self._log
        said = _("The plan itself says {day} by now; the extension to {due} counts.")
        remedy = _("Where the day of the plan is right, retract it (kshc undo {id}); else extend anew (kshc extend).")
        for entry, day in overtaken(self._plan, log):
            message = said.format(day=written(day), due=written(entry.due) if entry.due else "")
            yield Fault(("entries", self.entries.index(entry), "due"), message, remedy.format(id=entry.id))

    @cached_property
    def objected(self) -> Mapping[str, Sequence[Finding]]:
        """What stands against entries by the rule that says so, with paths from the root of the file."""
        found: dict[str, list[Finding]] = {rule.id: [] for rule in LOG_RULES}
        places: dict[str, int] = {}
        for one in objections(self.entries, self._plan, office=office_calendar(self._plan.plan), log=self._log):
            places = places or {entry.id: place for place, entry in reversed(tuple(enumerate(self.entries)))}
            path = ("entries", places[one.entry.id], *one.finding.path)
            found[one.finding.rule].append(replace(one.finding, path=path))
        return found


LogRule = Rule[Logged, Iterator[Finding]]


def check_log(entries: Sequence[Entry], plan: ReadPlan, log: Happenings | None = None) -> Iterator[Finding]:
    """Yield what is wrong with the entries of a log, with paths from the root of its file.

    ``log`` is what counts of the entries, where that is known already.
    """
    logged = Logged(entries, plan, log)
    for rule in LOG_RULES:
        yield from rule.judge(logged)


def _objected(rule_id: str, documentation: str, severity: Severity = Severity.ERROR) -> LogRule:
    """Make a rule of what ``tracking.objections``, which also refuses new entries, holds against entries."""
    return Rule(
        rule_id, Subject.LOG, severity, documentation, "", lambda logged: iter(logged.objected[rule_id])
    )  # fmt: skip


def _duplicate_entry_ids(entries: Sequence[Entry]) -> Iterator[Fault]:
    """Two entries share an id: a retraction could mean either. The same line twice is one entry."""
    first: dict[str, int] = {}
    for place, entry in enumerate(entries):
        if entry.id in first and entries[first[entry.id]] != entry:
            yield Fault(
                ("entries", place, "id"),
                _("The id “{id}” is taken already.").format(id=entry.id),
                _("Give this entry an id of its own."),
                also=(("entries", first[entry.id], "id"),),
            )
        first.setdefault(entry.id, place)


def _judge_ids(logged: Logged) -> Iterator[Finding]:
    return (finding_of(fault, _DUPLICATE, Severity.ERROR) for fault in _duplicate_entry_ids(logged.entries))


def _judge_extensions(logged: Logged) -> Iterator[Finding]:
    return (finding_of(fault, _OVERTAKEN, Severity.WARNING) for fault in logged.overtaken())


_DUPLICATE: Final = "duplicate-entry-id"
_OVERTAKEN: Final = "overtaken-extension"

LOG_RULES: Final[tuple[LogRule, ...]] = (
    Rule(_DUPLICATE, Subject.LOG, Severity.ERROR, documented(_duplicate_entry_ids), "", _judge_ids),
    _objected("unknown-task", "An entry is about, or merges into, a task that the plan does not have."),
    _objected("unknown-unit", "An entry names a body that is in no entry of the registry or does not owe the task."),
    _objected("unknown-period", "The task has no such occasion, or several, of which the entry names none."),
    _objected("unknown-entry", "A retraction names an entry that the log does not have, or retracts itself."),
    _objected("done-twice", "What is done already is recorded as done again."),
    _objected("suspended-twice", "What rests already is suspended again."),
    _objected("repeated-event", "The same event is recorded twice for one day."),
    _objected("retracted-twice", "Two people retracted the same entry: one retraction is enough.", Severity.WARNING),
    _objected("done-too-early", "Something is done before it began, or before the plan's year."),
    _objected("future-entry", "A day had not come yet when it was entered."),
    _objected("due-too-early", "A last day lies before the day of the entry that moves it."),
    _objected("no-event", "Something is done without the event that it waits for, or has an event and waits for none."),
    _objected("closed-duty", "An entry is about a duty that is done, merged, given away or called off."),
    _objected("not-suspended", "Something is resumed that does not rest."),
    _objected("no-taker", "A duty is given to a body that is done with its own, or behind its last day."),
    _objected(
        "given-already",
        "A duty is given to a body that owes it without that, as where the amended plan says so itself.",
        Severity.WARNING,
    ),
    _objected(
        "no-last-day", "What goes on and has no last day is extended: the entry moves nothing.", Severity.WARNING
    ),
    Rule(_OVERTAKEN, Subject.LOG, Severity.WARNING, documented(Logged.overtaken), "", _judge_extensions),
)
"""The rules of the log, in the order of its documentation."""
