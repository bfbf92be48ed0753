"""Recording what happened: from what a person asks to an entry behind the last one of the log."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from kshc_cli.cli.entry_ids import new_id
from kshc_cli.cli.entry_options import Wish
from kshc_cli.cli.opening import opened_log, opened_plan
from kshc_cli.cli.session import Session
from kshc_cli.dataclass import dataclass
from kshc_cli.days import written
from kshc_cli.desk.days import day_of
from kshc_cli.desk.opening import entries_of
from kshc_cli.disk.locks import locked
from kshc_cli.disk.replacing import write_bytes
from kshc_cli.errors import EXIT_USAGE, KshcError, WrongArgumentError
from kshc_cli.messages import _, ngettext, plain
from kshc_cli.query.agency_search import find_agency
from kshc_cli.query.task_search import find_task
from kshc_cli.reading.folding import composed
from kshc_cli.reading.tasks import ReadPlan, read_plan
from kshc_cli.reports.recorded import entry_sentence, recorded_sentence
from kshc_cli.source.edit.progress_text import are_added, entry_line, with_entries
from kshc_cli.source.yaml.blanks import ODD_SPACE
from kshc_cli.source.yaml.characters import UNWANTED
from kshc_cli.tracking.course import ABOUT_ONE, Course, course_of
from kshc_cli.tracking.happenings import bearing_on, happenings
from kshc_cli.tracking.objections import Objection, objections
from kshc_cli.tracking.office_calendar import office_calendar
from kshc_cli.tracking.periods_meant import period_meant
from kshc_cli.tracking.progress_log import FIELDS, Draft, Entry, EntryRecord, What
from kshc_cli.tracking.refusals import body_named, listed
from kshc_cli.workspace import progress_bytes, progress_path


class RefusedEntryError(KshcError):
    """An entry that names what is not there, or says what cannot be true."""

    exit_status = EXIT_USAGE

    def __init__(self, objection: Objection, entry: Entry, plan: ReadPlan) -> None:
        super().__init__(objection, entry)
        self.objection = objection
        self.entry = entry
        self.plan = plan

    def sentence(self) -> str:
        """Say what stands against the entry, and what to do; or which other one it would make untrue, and why."""
        finding, other = self.objection.finding, self.objection.entry
        if other.id == self.entry.id:
            task = f"{self.entry.task}: " if self.entry.task else ""
            return f"{task}{finding.message} {finding.remedy}".strip()
        return _("It contradicts what stands recorded: {entry}; of it would be true: {message}").format(
            entry=entry_sentence(other, self.plan), message=finding.message
        )


class RefusedEntriesError(KshcError):
    """Several entries that were to be written together, and what stands against some of them."""

    exit_status = EXIT_USAGE

    def __init__(self, refusals: tuple[KshcError, ...]) -> None:
        super().__init__(refusals)
        self.refusals = refusals

    def sentence(self) -> str:
        """Say that none was written."""
        return _("Nothing was written: all are recorded together, or none.")

    def told(self) -> str:
        """Say what stands against each, and that none was written."""
        return "\n".join([*(refusal.told() for refusal in self.refusals), self.sentence()])


class LogLayoutError(KshcError):
    """A log to which a line cannot be added at its end."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path

    def sentence(self) -> str:
        """Say how the file must end."""
        return _(
            "{file}: an entry cannot be added at its end; end the file with “entries:” and one entry a line."
        ).format(file=self.path)


Make = Callable[[tuple[Entry, ...]], Entry]
"""Makes an entry in the light of those that stand in the log."""


@dataclass(frozen=True, slots=True)
class Recorder:
    """The plan whose log is written."""

    session: Session
    plan: ReadPlan
    path: Path
    """The log."""

    def record(self, *makes: Make, dry_run: bool) -> tuple[Entry, ...]:
        """Add the entry that each of ``makes`` makes of the log so far, all or none. Other runs of kshc wait meanwhile.

        Returns the entries of the log, the new ones last. Raises RefusedEntryError where something stands against one,
        RefusedEntriesError where there are several; then, and with ``dry_run``, nothing is written.
        """
        if dry_run:
            return self._prepared(makes)[0]
        with locked(self.path):
            entries, data, old = self._prepared(makes)
            write_bytes(self.path, data, instead_of=old, shared=True)
        return entries

    def _prepared(self, makes: Sequence[Make]) -> tuple[tuple[Entry, ...], bytes, bytes]:
        """Return the entries of the log with those that are made, its bytes with them, and those before."""
        old = progress_bytes(self.path) or b""
        log = opened_log(self.session, self.path, old) if old else None
        known = entries_of(log)
        made = self._made(makes, known)
        data = with_entries(old, made, log)
        if not are_added(made, log, data):
            raise LogLayoutError(self.path)
        return (*known, *made), data, old

    def _made(self, makes: Sequence[Make], entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Make entries, each in the light of those before it; raise what stands against them, all at once."""
        known, refusals = entries, list[KshcError]()
        for make in makes:
            try:
                entry = make(known)
                self._refuse(entry, known)
            except (WrongArgumentError, RefusedEntryError) as refusal:
                if len(makes) == 1:
                    raise
                refusals.append(refusal)
            else:
                known = (*known, entry)
        if refusals:
            raise RefusedEntriesError(tuple(refusals))
        return known[len(entries) :]

    def _refuse(self, entry: Entry, entries: tuple[Entry, ...]) -> None:
        """Raise RefusedEntryError where the entry brings an objection that was not there before."""
        by_id = {one.id: one for one in entries}
        target = entry
        while target.entry in by_id:  # a retraction is about the task of what it retracts, perhaps by way of others
            target = by_id.pop(target.entry)
        tasks = [task for task in (target.task, entry.into) if task]
        office = office_calendar(self.plan.plan)
        before = {_key(one) for one in objections(entries, self.plan, office=office, tasks=tasks)}
        for one in objections((*entries, entry), self.plan, office=office, tasks=tasks):
            if _key(one) not in before:
                raise RefusedEntryError(one, entry, self.plan)

    def course(self, task: str, entries: Sequence[Entry]) -> Course:
        """Return the duties of a task as the log leaves them. Raises WrongArgumentError for an id that no task has."""
        read = find_task(task, self.plan)
        named = happenings(bearing_on((task,), entries)).by_task.get(task, ())
        course = course_of(read, self.plan, named, office=office_calendar(self.plan.plan))
        for entry in named:
            course.take(entry)
        return course


def _key(objection: Objection) -> tuple[str, str]:
    return objection.entry.id, objection.finding.rule


def recorder(session: Session) -> Recorder:
    """Open the plan in use, to record what happened. Raises BrokenPlanError."""
    file, plan = opened_plan(session)
    return Recorder(session, read_plan(plan), progress_path(file.path))


def recorded(session: Session, *wishes: Wish, dry_run: bool) -> int:
    """Record what a person asks for, all or nothing, and say so.

    Raises WrongArgumentError, RefusedEntryError, RefusedEntriesError.
    """
    log = recorder(session)
    makes = [partial(_entry, wish, unit, log) for wish in wishes for unit in wish.units or (None,)]
    entries = log.record(*makes, dry_run=dry_run)
    for place, entry in enumerate(entries[-len(makes) :], len(entries) - len(makes)):
        course = log.course(entry.task or "", entries)
        before = log.course(entry.task or "", entries[:place]) if entry.due else course
        session.say(recorded_sentence(entry, course, before, dry_run=dry_run))
        session.say(entry_line(entry), level=1)
    return 0


def _entry(wish: Wish, named: str | None, log: Recorder, entries: tuple[Entry, ...]) -> Entry:
    today = log.session.day(year=log.plan.year)
    on = today if wish.on is None else day_of(wish.on, year=log.plan.year)
    if on > today:
        raise WrongArgumentError(_("{day} has not come yet; the log says what has happened.").format(day=written(on)))
    unit = None if named is None else find_agency(named, log.plan.plan.agencies).id
    wish = replace(wish, task=find_task(wish.task, log.plan).task.id)
    course = log.course(wish.task, entries)
    fields = _with_days(wish.fields or {}, log.plan.year)
    if isinstance(into := fields.get("into"), str):
        fields["into"] = find_task(into, log.plan).task.id
    if isinstance(lead := fields.get("lead"), str):
        fields["lead"] = find_agency(lead, log.plan.plan.agencies).id
    kind = What(wish.what)
    _needed, allowed = FIELDS[kind]
    period = period_meant(wish.period, course, about_one=kind in ABOUT_ONE) if "period" in allowed else None
    _ask_for_unit(wish, course, period)
    return made(
        wish.what,
        date=on,
        entered=today,
        task=wish.task,
        unit=unit,
        period=period,
        note=wish.note,
        who=wish.who,
        **fields,
    )


def _with_days(fields: Mapping[str, object], year: int) -> dict[str, object]:
    """Return fields with the days that a person typed in them read. Raises WrongArgumentError."""
    read: dict[str, object] = {}
    for name, value in fields.items():
        if isinstance(value, Mapping):
            read[name] = _with_days(value, year)
        else:
            read[name] = day_of(value, year=year) if name in {"due", "date"} and isinstance(value, str) else value
    return read


def _spelt(value: object) -> object:
    """Return words as a log may hold them: composed, with something in them and nothing that cannot be seen.

    Raises WrongArgumentError for others.
    """
    if isinstance(value, dict):
        return {name: _spelt(part) for name, part in value.items()}
    if not isinstance(value, str):
        return value
    words = composed(ODD_SPACE.sub(" ", value)).replace("\r\n", "\n").replace("\t", " ").replace("\r", "\n")
    if not words.strip():
        raise WrongArgumentError(_("An option was given without words; leave it out, or say something."))
    if found := UNWANTED.search(words):
        code = f"U+{ord(found[0]):04X}"
        raise WrongArgumentError(
            _("“{words}” holds a character that cannot be seen ({code}).").format(words=plain(words), code=code)
        )
    return words


def made(what: str, **fields: object) -> Entry:
    """Return a new entry with an id of its own, which stands in no log yet."""
    given = {name: _spelt(value) for name, value in fields.items() if value is not None}
    return Draft.of(EntryRecord.model_validate({"what": what, "id": new_id(), **given}))


def _ask_for_unit(wish: Wish, course: Course, period: str | None) -> None:
    """Raise WrongArgumentError where several bodies owe the task and it is not said whose duty is meant."""
    if wish.units and wish.all_units:
        raise WrongArgumentError(_("Name one body with --unit, or all of them with --all-units, not both."))
    if wish.what not in {"done", "partly_done"} or wish.units or wish.all_units:
        return
    duties = [
        (unit, state)
        for one in course.occasions
        for unit, state in course.duties[one.key].items()
        if unit and state.closed is None and period in {None, one.key} and not one.waits
    ]
    owing = dict.fromkeys(unit for unit, state in duties if state.is_open)
    if not owing or len({unit for unit, _state in duties}) < 2:
        return
    names = listed((body_named(unit, course) for unit in owing), "; ")
    sentence = ngettext(
        "{task}: {n} body still owes this task: {names}. Name it with --unit.",
        "{task}: {n} bodies owe this task: {names}. Name one with --unit, or all of them with --all-units.",
        len(owing),
    )
    raise WrongArgumentError(sentence.format(task=wish.task, n=len(owing), names=names))
