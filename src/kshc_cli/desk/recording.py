"""Recording what happened: from what a person asks to entries behind the last one of the log; bytes in, bytes out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from typing import NamedTuple

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.days import written
from kshc_cli.desk.days import day_of
from kshc_cli.desk.opening import entries_of, log_in_form
from kshc_cli.desk.refused_entries import LogLayoutError, RefusedEntriesError, RefusedEntryError
from kshc_cli.errors import KshcError, WrongArgumentError
from kshc_cli.messages import _, listed, ngettext, plain
from kshc_cli.query.agency_search import find_agency
from kshc_cli.query.task_search import find_task
from kshc_cli.reading.folding import composed
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.source.edit.progress_text import are_added, with_entries
from kshc_cli.source.yaml.blanks import ODD_SPACE
from kshc_cli.source.yaml.characters import UNWANTED
from kshc_cli.tracking.course import ABOUT_ONE, Course, course_of
from kshc_cli.tracking.happenings import bearing_on, happenings
from kshc_cli.tracking.objections import Objection, objections
from kshc_cli.tracking.office_calendar import office_calendar
from kshc_cli.tracking.periods_meant import period_meant
from kshc_cli.tracking.progress_log import FIELDS, Draft, Entry, EntryRecord, What
from kshc_cli.tracking.refusals import body_named, retracts_itself


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asks to record, as typed; the fields are those of an entry."""

    what: str
    task: str
    on: str | None = None
    units: Sequence[str] | None = None
    all_units: bool = False
    period: str | None = None
    fields: Mapping[str, object] | None = None
    note: str | None = None
    who: str | None = None


Make = Callable[[tuple[Entry, ...]], Entry]
"""Makes an entry in the light of those that stand in the log."""


class Recorded(NamedTuple):
    """A log to which entries were added."""

    before: tuple[Entry, ...]
    """The entries that stood there."""
    new: tuple[Entry, ...]
    data: bytes
    """The file with them."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, the new ones last."""
        return *self.before, *self.new


@dataclass(frozen=True, slots=True)
class Recorder:
    """Records of a plan, on a day, with ids of its own for new entries."""

    plan: ReadPlan
    today: date
    new_id: Callable[[], str]

    def record(self, log: bytes, makes: Sequence[Make], name: str) -> Recorded:
        """Return a log, whose file goes by ``name``, with the entry that each of ``makes`` makes of it so far.

        Raises FormError for what is no log, RefusedEntryError where something stands against an entry,
        RefusedEntriesError where there are several.
        """
        read = log_in_form(log) if log else None
        known = entries_of(read)
        new = self._made(makes, known)
        data = with_entries(log, new, read)
        if not are_added(new, read, data):
            raise LogLayoutError(name)
        return Recorded(known, new, data)

    def wished(self, *wishes: Wish) -> Iterator[Make]:
        """Yield what makes the entries that a person asks for: one for each body named, however often and however.

        Making them raises WrongArgumentError for what is not clear.
        """
        meant: list[tuple[Wish, str | None]] = []
        for wish in wishes:
            for unit in wish.units or (None,):
                one = self._in_ids(wish, unit)
                if one not in meant:
                    meant.append(one)
                    yield partial(self._entry, wish, unit)

    def _in_ids(self, wish: Wish, unit: str | None) -> tuple[Wish, str | None]:
        """Return what is wished of a body with the ids of the plan in place of a person's words, where it has them."""
        task = wish.task
        with suppress(WrongArgumentError):
            task = find_task(wish.task, self.plan).task.id
        with suppress(WrongArgumentError):
            unit = None if unit is None else find_agency(unit, self.plan.plan.agencies).id
        return replace(wish, task=task, units=None), unit

    def retraction(self, entry: str | None, *, note: str | None, who: str | None) -> Make:
        """Return what makes a retraction of an entry or, without an id, of the last one that counts.

        Making it raises WrongArgumentError where there is none, several have the id, or it retracts itself.
        """

        def make(entries: tuple[Entry, ...]) -> Entry:
            meant = _only(_meant(entry, entries), entries)
            return self._new("retracted", date=self.today, entered=self.today, entry=meant.id, note=note, who=who)

        return make

    def course(self, task: str, entries: Sequence[Entry]) -> Course:
        """Return the duties of a task as the log leaves them. Raises WrongArgumentError for an id that no task has."""
        read = find_task(task, self.plan)
        named = happenings(bearing_on((task,), entries)).by_task.get(task, ())
        course = course_of(read, self.plan, named, office=office_calendar(self.plan.plan))
        for entry in named:
            course.take(entry)
        return course

    def _made(self, makes: Sequence[Make], entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Make entries, each in the light of those before it; raise what stands against them, all at once."""
        known, refusals = entries, list[KshcError]()
        for make in makes:
            try:
                entry = make(known)
                self.refuse(entry, known)
            except (WrongArgumentError, RefusedEntryError) as refusal:
                if len(makes) == 1:
                    raise
                refusals.append(refusal)
            else:
                known = (*known, entry)
        if refusals:
            raise RefusedEntriesError(tuple(refusals))
        return known[len(entries) :]

    def refuse(self, entry: Entry, entries: tuple[Entry, ...]) -> None:
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

    def _entry(self, wish: Wish, named: str | None, entries: tuple[Entry, ...]) -> Entry:
        agencies, year = self.plan.plan.agencies, self.plan.year
        on = self.today if wish.on is None else day_of(wish.on, year=year)
        if on > self.today:
            sentence = _("{day} has not come yet; the log says what has happened.")
            raise WrongArgumentError(sentence.format(day=written(on)))
        unit = None if named is None else find_agency(named, agencies).id
        wish = replace(wish, task=find_task(wish.task, self.plan).task.id)
        course = self.course(wish.task, entries)
        fields = _with_days(wish.fields or {}, year)
        if isinstance(into := fields.get("into"), str):
            fields["into"] = find_task(into, self.plan).task.id
        if isinstance(lead := fields.get("lead"), str):
            fields["lead"] = find_agency(lead, agencies).id
        kind = What(wish.what)
        _needed, allowed = FIELDS[kind]
        period = period_meant(wish.period, course, about_one=kind in ABOUT_ONE) if "period" in allowed else None
        _ask_for_unit(wish, course, period)
        fields |= {"task": wish.task, "unit": unit, "period": period, "note": wish.note, "who": wish.who}
        return self._new(wish.what, date=on, entered=self.today, **fields)

    def _new(self, what: str, **fields: object) -> Entry:
        given = {name: spelt(value) for name, value in fields.items() if value is not None}
        return Draft.of(EntryRecord.model_validate({"what": what, "id": self.new_id(), **given}))


def _key(objection: Objection) -> tuple[str, str]:
    return objection.entry.id, objection.finding.rule


def _with_days(fields: Mapping[str, object], year: int) -> dict[str, object]:
    """Return fields with the days that a person typed in them read. Raises WrongArgumentError."""
    read: dict[str, object] = {}
    for name, value in fields.items():
        if isinstance(value, Mapping):
            read[name] = _with_days(value, year)
        else:
            read[name] = day_of(value, year=year) if name in {"due", "date"} and isinstance(value, str) else value
    return read


def spelt(value: object) -> object:
    """Return words as a log may hold them: composed, with something in them and nothing that cannot be seen.

    Raises WrongArgumentError for others.
    """
    if isinstance(value, dict):
        return {name: spelt(part) for name, part in value.items()}
    if not isinstance(value, str):
        return value
    words = composed(ODD_SPACE.sub(" ", value)).replace("\r\n", "\n").replace("\t", " ").replace("\r", "\n")
    if not words.strip():
        raise WrongArgumentError(_("Empty words were given: say something, or leave the option out."))
    if found := UNWANTED.search(words):
        code = f"U+{ord(found[0]):04X}"
        raise WrongArgumentError(
            _("“{words}” holds a character that cannot be seen ({code}).").format(words=plain(words), code=code)
        )
    return words


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


def _only(meant: Entry, entries: tuple[Entry, ...]) -> Entry:
    """Return the entry unless others bear its id, as all of them would be retracted with it, or it retracts itself."""
    if meant.kind is What.RETRACTED and meant.id in happenings(entries).in_circle:
        finding = retracts_itself(meant.id)
        raise WrongArgumentError(f"{finding.message} {finding.remedy}")
    if all(one == meant for one in entries if one.id == meant.id):
        return meant
    message = _("Several entries have the id “{id}”. Give each its own in the log; `kshc validate` shows where.")
    raise WrongArgumentError(message.format(id=meant.id))


def _meant(wish: str | None, entries: tuple[Entry, ...]) -> Entry:
    """Return the entry with an id or, without one, the one entered last that counts and is no retraction."""
    if wish is not None:
        found = next((one for one in entries if one.id == wish), None)
        if found is None:
            raise WrongArgumentError(_("No entry has the id “{id}”; `kshc log` shows them.").format(id=wish))
        return found
    retracted = happenings(entries).retracted
    counting = (one for one in entries if one.kind is not What.RETRACTED and one.id not in retracted)
    found = max(counting, key=lambda one: (one.entered, one.id), default=None)
    if found is None:
        raise WrongArgumentError(_("The log has no entry that could be retracted."))
    return found
