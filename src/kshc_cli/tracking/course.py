"""What becomes of a task's duties while the entries of the log are walked through, one after the other."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.reading.tasks import ReadPlan, ReadTask
from kshc_cli.reading.values import Kind
from kshc_cli.tracking.occasions import Occasion, occasions_of
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.tracking.progress_log import CLOSING, Entry, What
from kshc_cli.tracking.units import members, units_of

_CHANGING_NOTHING: Final = frozenset({What.NOTE, What.EVENT, What.RETRACTED})
"""Entries that leave all duties as they are; by which events there are occasions, is known before."""

OF_EARLIER_HOLDERS: Final = frozenset(
    {What.DONE, What.PARTLY_DONE, What.EXTENDED, What.SUSPENDED, What.RESUMED, What.NOTE}
)
"""Entries that go on to count where the plan names whoever took over: what ended a duty was not given on."""

ABOUT_ONE: Final = frozenset({What.DONE, What.PARTLY_DONE, What.EXTENDED})
"""Entries about one occasion: without a period, the one that has no key; the others are about each that a task has."""


@dataclass(slots=True)
class DutyState:
    """What the log says of a duty so far."""

    due: date | None
    closed: What | None = None
    """What ended it, if it is not there any more."""
    suspended_by: Entry | None = None
    """The entry by which it rests."""
    done_on: date | None = None
    partly_on: date | None = None
    extended: bool = False
    moved_to: str | None = None
    settled_by: Entry | None = None
    """The entry by which it was done or ended."""

    @property
    def suspended(self) -> bool:
        """Whether it rests."""
        return self.suspended_by is not None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has it."""
        return self.closed is None and self.done_on is None


@dataclass(frozen=True, slots=True)
class LoggedDuty:
    """A duty that an entry is about."""

    occasion: Occasion
    unit: str | None
    state: DutyState


@dataclass(slots=True)
class Course:
    """The duties of one task: by the key of their occasion, then by the body that owes them."""

    plan: ReadPlan
    occasions: tuple[Occasion, ...]
    duties: Mapping[str | None, dict[str | None, DutyState]]
    entries: tuple[Entry, ...] = ()
    """All of the log that count of the task: an amended plan may say already what a later hand-over says."""

    def take(self, entry: Entry) -> None:
        """Let an entry come true of the open duties that it is about."""
        if entry.kind in _CHANGING_NOTHING:
            return
        for duty in [duty for duty in self.meant(entry) if duty.state.is_open]:
            if not ((duty.occasion.waits and entry.kind in ABOUT_ONE) or _moves_nothing(entry, duty.occasion)):
                self._take(entry, duty)

    def meant(self, entry: Entry) -> Iterator[LoggedDuty]:
        """Yield the duties that an entry is about, open or not."""
        for occasion in self.occasions_meant(entry):
            duties = self.duties[occasion.key]
            for unit in list(duties) if entry.unit is None else self._holders(entry, occasion):
                if unit in duties and not passes_by(entry, occasion, duties[unit].due):
                    yield LoggedDuty(occasion, unit, duties[unit])

    def _holders(self, entry: Entry, occasion: Occasion) -> Iterable[str | None]:
        """Return whose duty an entry of one body is about: its own.

        Where the plan was amended since, and names the bodies that took over as if they had owed it all along, it is
        about theirs.
        """
        if not self._is_of_an_earlier_holder(entry, occasion):
            return (entry.unit,)
        holders, _passed = self._passed_on(str(entry.unit), occasion, entry.date)
        return holders if holders.keys() <= self.duties[occasion.key].keys() else (entry.unit,)

    def _is_of_an_earlier_holder(self, entry: Entry, occasion: Occasion) -> bool:
        is_stranger = entry.unit is not None and entry.unit not in self.duties[occasion.key]
        return is_stranger and entry.kind in OF_EARLIER_HOLDERS

    def _passed_on(self, unit: str, occasion: Occasion, since: date) -> tuple[dict[str, None], list[Entry]]:
        """Return who has by now what a body had on a day, and by which hand-overs, one after the other.

        Whoever owes it keeps it here: what becomes of that the log tells without this.
        """
        owing = self.duties[occasion.key]
        holders: dict[str, None] = {unit: None}
        passed = []
        for later in self.entries:
            if later.kind != What.REASSIGNED or later.date < since or later.period not in {None, occasion.key}:
                continue
            giving = [one for one in holders if one not in owing and later.unit in {None, one}]
            takers = members((later.lead or "",), self.plan)
            if giving and takers:
                holders = {**{one: None for one in holders if one not in giving}, **takers}
                passed.append(later)
        return holders, passed

    def is_needed(self, hand_over: Entry) -> bool:
        """Tell whether a hand-over that the plan says by now tells whose earlier entries are."""
        return any(
            hand_over in self._passed_on(str(one.unit), occasion, one.date)[1]
            for one in self.entries
            for occasion in self.occasions_meant(one)
            if self._is_of_an_earlier_holder(one, occasion)
        )

    def is_given_already(self, hand_over: Entry, occasions: Iterable[Occasion]) -> bool:
        """Tell whether whoever takes it over, perhaps to give it on, owes each occasion: the plan says so by now."""
        takers = members((hand_over.lead or "",), self.plan)
        return (
            hand_over.kind == What.REASSIGNED
            and bool(takers)
            and all(
                self._passed_on(taker, one, hand_over.date)[0].keys() <= self.duties[one.key].keys()
                for one in occasions
                for taker in takers
            )
        )

    def last_holders(self, entry: Entry) -> tuple[str, ...]:
        """Return who has what a body had by the hand-overs from an entry on, without those who owe it by the plan."""
        found = {
            holder: None
            for occasion in self.occasions_meant(entry)
            for holder in self._passed_on(str(entry.unit), occasion, entry.date)[0]
            if holder not in self.duties[occasion.key]
        }
        return tuple(found)

    def occasions_meant(self, entry: Entry) -> Iterable[Occasion]:
        """Return the occasions that an entry is about; none where it should name one and does not."""
        if entry.period is not None:
            return [one for one in self.occasions if one.key == entry.period]
        if entry.kind in ABOUT_ONE:
            return [one for one in self.occasions if one.key is None]
        return self.occasions

    def _take(self, entry: Entry, duty: LoggedDuty) -> None:
        state, what = duty.state, entry.kind
        if what == What.DONE:
            state.done_on, state.settled_by = entry.date, entry
        elif what == What.PARTLY_DONE:
            state.partly_on = entry.date
        elif what == What.EXTENDED:
            state.due, state.extended = entry.due, True
        elif what == What.REASSIGNED:
            self._hand_over(entry, duty)
        elif what in CLOSING:
            state.closed, state.moved_to, state.settled_by = what, entry.into, entry
        elif what in {What.SUSPENDED, What.RESUMED}:
            state.suspended_by = entry if what == What.SUSPENDED else None

    def takers(self, entry: Entry, duty: LoggedDuty) -> list[str]:
        """Return the bodies to which an entry gives a duty: the one that it names, or the members of that group."""
        return [taker for taker in members((entry.lead or "",), self.plan) if taker != duty.unit]

    def _hand_over(self, entry: Entry, duty: LoggedDuty) -> None:
        """Give a duty to the body that takes over or, where that is a group, to each member."""
        takers = self.takers(entry, duty)
        if not takers:
            return
        state, others = duty.state, self.duties[duty.occasion.key]
        state.closed, state.moved_to, state.settled_by = What.REASSIGNED, entry.lead, entry
        for taker in takers:
            if taker not in others or others[taker].closed == What.REASSIGNED:
                others[taker] = DutyState(state.due, suspended_by=state.suspended_by, extended=state.extended)


def passes_by(entry: Entry, occasion: Occasion, due: date | None) -> bool:
    """Tell whether a hand-over leaves an occasion with whoever had it: of what comes back, one due before that day.

    One that the entry names is handed over whenever it was due.
    """
    whole = entry.kind == What.REASSIGNED and entry.period is None
    return whole and occasion.kind == Kind.RECURRING and due is not None and due < entry.date


def _moves_nothing(entry: Entry, occasion: Occasion) -> bool:
    """Tell whether an entry extends what goes on, and has no last day."""
    return entry.kind == What.EXTENDED and occasion.kind == Kind.CONTINUOUS


def course_of(read: ReadTask, plan: ReadPlan, entries: Iterable[Entry], *, office: OfficeCalendar) -> Course:
    """Return the duties of a task before anything came true of them; ``entries`` are all that count of it."""
    entries = tuple(entries)
    events = (entry for entry in entries if entry.kind == What.EVENT)
    occasions = occasions_of(read.time, office=office, events=events)
    units: tuple[str | None, ...] = units_of(read, plan) or (None,)
    duties = {one.key: {unit: DutyState(one.day.due if one.day else None) for unit in units} for one in occasions}
    return Course(plan, occasions, duties, entries)
