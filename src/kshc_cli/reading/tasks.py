"""A whole plan, read: every task and duty with what its words mean."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.plan.lines import line_of
from kshc_cli.plan.model import AgencyWords, Duty, Plan, Section, Task, TimeWords
from kshc_cli.plan.walk import Placed, placed_tasks
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.joint_column import is_turned, is_unclear, led_reading, mark_in, shared_mark, shared_reading
from kshc_cli.reading.neighbours import Above, Cells, spanned
from kshc_cli.reading.participation import Participation, participations
from kshc_cli.reading.times.reader import given_time, read_time
from kshc_cli.reading.values import AgencyReading, Said, Shared, TimeReading, Undated

if TYPE_CHECKING:
    from kshc_cli.reading.sentences.parents import Parent, Parents
    from kshc_cli.reading.sentences.reader import Speech


@dataclass(frozen=True, slots=True)
class ReadTask:
    """A task or duty in its place, with the readings of its cells.

    A cell of the lead's column may say who only cooperates (Chủ trì: A / Phối hợp: B): ``lead`` and ``coop`` go by what
    bodies do, ``lead_cell`` and ``coop_cell`` by where they stand.
    """

    placed: Placed
    lead_cell: AgencyReading
    coop_cell: AgencyReading
    time: TimeReading
    said: tuple[Said, ...] = ()
    """Where the sentences of a task in paragraphs say what no label and no quote does; it stands in ``placed``, too."""
    shared: tuple[Shared, ...] = ()
    """What lines above it say, where it says nothing itself; it stands in ``placed``, too."""

    @property
    def lead(self) -> AgencyReading:
        """Who does the task."""
        cell = self.lead_cell
        return replace(cell, agencies=cell.leading, joins=frozenset()) if cell.joins else cell

    @property
    def coop(self) -> AgencyReading:
        """Who cooperates, in whichever column."""
        cell, joining = self.coop_cell, self.lead_cell
        if not joining.joins:
            return cell
        excluded = (*joining.excluded, *cell.excluded)
        return replace(cell, agencies=(*joining.cooperating, *cell.agencies), excluded=excluded)

    @property
    def cells(self) -> tuple[tuple[str, AgencyReading], ...]:
        """The readings of the two cells, with the names of their fields."""
        return ("lead", self.lead_cell), ("coop", self.coop_cell)

    def shares(self, field: str) -> bool:
        """Tell whether a line above says what the field holds: findings about it are that line's."""
        return any(one.field == field for one in self.shared)

    @property
    def task(self) -> Task | Duty:
        """The task as written."""
        return self.placed.task


@dataclass(frozen=True)
class ReadPlan:
    """The plan with its registry and all its tasks, read."""

    plan: Plan
    registry: Registry
    tasks: tuple[ReadTask, ...]

    @property
    def year(self) -> int:
        """The plan's year."""
        return self.plan.year

    @property
    def first_day(self) -> date:
        """The first day of the plan's year."""
        return date(self.year, 1, 1)

    @property
    def last_day(self) -> date:
        """The last day of the plan's year."""
        return date(self.year, 12, 31)

    def groups_of(self, agency: str) -> tuple[str, ...]:
        """Return the groups through which a body takes part, nearest first: none if it is gone, or not yet there."""
        entry = self.registry.by_id.get(agency)
        exists = entry is None or entry.exists_in(self.first_day, self.last_day)
        return self.registry.groups_with(agency) if exists else ()

    @cached_property
    def participations(self) -> dict[str, Participation]:
        """In how many tasks each body of the registry takes part."""
        cells = [(task.lead, task.coop) for task in self.tasks]
        return participations(cells, self.registry.by_id, self.groups_of)

    @property
    def used_agencies(self) -> frozenset[str]:
        """Ids of the bodies that take part in some task, by name or through a group, in whatever role."""
        parts = self.participations.items()
        unclear = (self.registry.read(cell.text).agencies for _read, cell in self.unclear)
        taking = {agency for agency, part in parts if part.lead or part.coop or part.through_groups}
        return frozenset(taking.union(*unclear))

    @property
    def unclear(self) -> Iterator[tuple[ReadTask, AgencyWords]]:
        """Yield the tasks whose column of who leads and who cooperates names bodies, and does not tell which leads."""
        for read in self.tasks:
            cell = read.task.lead
            if cell is not None and is_unclear(cell, read.lead_cell, self.registry):
                yield read, cell


class _Reader:
    """Reads cells, each distinct text once: real plans repeat a few phrases."""

    def __init__(self, plan: Plan) -> None:
        self.registry = Registry(plan.agencies, plan.issuer)
        self._year, self._issued = plan.year, plan.act.date
        self._times: dict[str, TimeReading] = {}
        self._section: Section | None = None
        self._above = Above()

    @cached_property
    def _parents(self) -> "Parents":
        from kshc_cli.reading.sentences.parents import Parents  # noqa: PLC0415  tables need none

        return Parents(self.registry, year=self._year, issued=self._issued)

    def time(self, cell: TimeWords | None) -> TimeReading:
        if cell is None:
            return TimeReading((Undated(),))
        if cell.reading is not None:
            return given_time(cell.reading)
        if cell.text not in self._times:
            self._times[cell.text] = read_time(cell.text, year=self._year, issued=self._issued)
        return self._times[cell.text]

    def task(self, placed: Placed) -> ReadTask:
        text = placed.item_text
        if not isinstance(placed.task, Task):
            return self._read(placed, (), ())
        if text is None:
            meant, shared = self._above.read(placed, placed.task)
            bodies = placed.marked_bodies
            marked = () if bodies is None else (Shared("lead", *bodies),)
            return self._read(placed, (), (*shared, *marked), meant)
        if placed.section is not self._section:
            self._section = placed.section
            self._parents.enter(placed.section)
        above = self._parents.over(text)
        speech = self._speech(placed.task, above)
        said = tuple(one for one in speech.said if getattr(placed.task, one.field) is None)
        shared = () if above is None or speech.is_doubtful else tuple(_shared(placed.task, said, above))
        meant = _stated(above, shared)
        found = self._read(placed, said, shared, meant)
        if above is not None and above.when is not None and found.shares("time"):
            found = replace(found, time=above.when)
        parent = _parent(found, text, meant)
        self._parents.add(text, parent if _holds_below(said, text) else parent._replace(time=None, when=None))
        return found

    def _read(
        self,
        placed: Placed,
        said: tuple[Said, ...],
        shared: tuple[Shared, ...],
        meant: Cells = Cells(),  # noqa: B008  it is frozen
    ) -> ReadTask:
        """Read a task with what its sentences, lines above it, and cells that its ditto marks mean say of it."""
        given = placed.task
        placed = placed_with(placed, said, shared)
        task = placed.task
        coop = task.coop if isinstance(task, Task) else None
        times = [one for one in said if one.field == "time"]
        time = self._spoken(given.content, times) if times else self.time(meant.time or placed.time_words)
        start = self._above.start(placed)
        if start is not None and not times:
            is_ended = meant.time or placed.time_words
            time = spanned(self.time(start), time) if is_ended else TimeReading((), (start.text,))
        lead, joining = self._lead(meant.lead or task.lead, placed), self.registry.read_cell(meant.coop or coop)
        return ReadTask(placed, lead, joining, time, said, shared)

    def _lead(self, cell: AgencyWords | None, placed: Placed) -> AgencyReading:
        """Read who leads; a column or label may say who cooperates, too."""
        mark = (mark_in(placed.label) if placed.label else shared_mark(placed.columns)) if cell else None
        if cell is None or mark is None:
            return led_reading(cell, self.registry)
        header = placed.label or next((column.header for column in placed.columns if column.role == "lead"), "")
        return shared_reading(cell, self.registry, mark, turned=is_turned(header))

    def _speech(self, task: Task, above: "Parent | None") -> "Speech":
        """Return what the sentences of a task in paragraphs say, whose lead the plan or a line above it may say."""
        from kshc_cli.reading.sentences.reader import Speech  # noqa: PLC0415  tables need none

        if task.lead and task.time:
            return Speech()
        speech = self._speech_in(_without_notes(task.content), task, above)
        dated = task.time is not None or any(one.field == "time" for one in speech.said)
        return speech if dated else Speech((*speech.said, *_noted(task.content)), speech.is_doubtful)

    def _speech_in(self, text: str, task: Task, above: "Parent | None") -> "Speech":
        from kshc_cli.reading.sentences.reader import Speech, speech_of, speech_under  # noqa: PLC0415  tables need none

        year, issued = self._year, self._issued
        if task.lead is not None:
            speech = speech_of(text, self.registry, year=year, issued=issued, lead=task.lead.text, is_led=True)
            return Speech(tuple(one for one in speech.said if one.field == "time"), speech.is_doubtful)
        is_led = above is not None and above.lead is not None
        speech = speech_under(text, self.registry, year=year, issued=issued, is_led=is_led)
        if speech.said or speech.is_doubtful or is_led:
            return speech
        return speech_of(text, self.registry, year=year, issued=issued, is_led=True)  # nobody is named

    def _spoken(self, text: str, said: Sequence[Said]) -> TimeReading:
        """Read the times that stand in sentences each for itself; what they say together must be the same."""
        words = [text[one.start : one.end] for one in said if one.is_read]
        whole = self.time(TimeWords(text="; ".join(words))) if words else TimeReading(())
        parts = tuple(part for one in words for part in self.time(TimeWords(text=one)).parts)
        agrees = whole.parts == parts and not whole.unread
        unread = tuple(text[one.start : one.end] for one in said if not (one.is_read and agrees))
        return TimeReading(parts if agrees else (), unread, whole.notes if agrees else ())


def _notes(text: str) -> Iterator[tuple[int, str]]:
    """Yield the labelled lines of a task's content that say nothing of who does it, or by when, with their places."""
    start = 0
    for number, line in enumerate(text.split("\n")):
        if number and line_of(line, None).role in {"note", "start"}:
            yield start, line
        start += len(line) + 1


def _without_notes(text: str) -> str:
    """Return a task's content with blanks in place of its notes: a cost is no duty, nor is whoever it is for."""
    for start, line in _notes(text):
        text = f"{text[:start]}{' ' * len(line)}{text[start + len(line) :]}"
    return text


def _noted(text: str) -> Iterator[Said]:
    """Yield the deadlines in notes: perhaps they are the task's."""
    from kshc_cli.reading.sentences.times import names_deadline  # noqa: PLC0415  tables need none

    for start, line in _notes(text):
        found = names_deadline(line) if line_of(line, None).role == "note" else None
        if found:
            yield Said("time", start + found.start(), start + len(line.rstrip(" .;,")), is_read=False)


def placed_with(placed: Placed, said: Iterable[Said], shared: Iterable[Shared]) -> Placed:
    """Return a task in its place with the words that its sentences and lines above it say, as if it quoted them."""
    text = placed.task.content
    told: dict[str, list[str]] = {}
    for one in said:
        told.setdefault(one.field, []).append(text[one.start : one.end])
    for each in shared:
        told.setdefault(each.field, []).append(each.words)
    kinds = {"lead": AgencyWords, "coop": AgencyWords, "time": TimeWords}
    update = {field: kinds[field](text="\n".join(words)) for field, words in told.items()}
    return replace(placed, task=placed.task.model_copy(update=update)) if update else placed


def _shared(task: Task, said: Iterable[Said], above: "Parent") -> Iterator[Shared]:
    """Yield what a line above a task says of it, as far as the task says nothing itself: with the lead who helps."""
    own = {one.field for one in said}
    line = above.line.partition("\n")[0]
    if above.lead and task.lead is None and "lead" not in own:
        yield Shared("lead", above.lead, line)
        if above.coop and task.coop is None and "coop" not in own:
            yield Shared("coop", above.coop, line)
    if above.time and task.time is None and "time" not in own:
        yield Shared("time", above.time, (above.time_line or above.line).partition("\n")[0])


def _stated(above: "Parent | None", shared: Iterable[Shared]) -> Cells:
    """Return the cells of a task above that another one shares, which may state the bodies beside the words."""
    fields = {one.field for one in shared} if above else set()
    lead = above.lead_cell if above and "lead" in fields else None
    return Cells(lead, above.coop_cell if above and "coop" in fields else None)


def _holds_below(said: Iterable[Said], text: str) -> bool:
    """Tell whether the time of a task holds for its points: not that of a sentence of its own, which opens none."""
    return text.rstrip().endswith(":") or all(one.field != "time" for one in said)


def _parent(read: ReadTask, text: str, meant: Cells) -> "Parent":
    """Return a task as what stands above its parts, with the cells that those above it state."""
    from kshc_cli.reading.sentences.parents import Parent  # noqa: PLC0415  tables need none

    task = read.task
    coop = task.coop if isinstance(task, Task) else None
    lead, joint, time = (cell.text if cell else None for cell in (task.lead, coop, task.time))
    return Parent(text, lead, joint, time, meant.lead or task.lead, meant.coop or coop, read.time)


def read_plan(plan: Plan) -> ReadPlan:
    """Read every task and duty of ``plan``. Never fails: what cannot be read is in the readings' ``unread``."""
    reader = _Reader(plan)
    return ReadPlan(plan, reader.registry, tuple(reader.task(placed) for placed in placed_tasks(plan)))
