"""A whole plan, read: every task and duty with what its words mean."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.findings import Finding
from kshc_cli.plan.lines import line_of
from kshc_cli.plan.model import AgencyWords, Duty, Plan, Task, TimeWords
from kshc_cli.plan.walk import Placed, placed_tasks
from kshc_cli.plan.years import Years
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.joint_column import is_turned, is_unclear, led_reading, mark_in, shared_mark, shared_reading
from kshc_cli.reading.neighbours import Above, Cells, spanned
from kshc_cli.reading.participation import Participation, participations
from kshc_cli.reading.sure_years import sure_years
from kshc_cli.reading.times.reader import OtherReader, given_time, other_reader, read_cell
from kshc_cli.reading.values import AgencyReading, Recurring, Said, Shared, TimePart, TimeReading, Undated

if TYPE_CHECKING:
    from kshc_cli.reading.item_tasks import Heard, ItemReader
    from kshc_cli.reading.laws.register import Register
    from kshc_cli.reading.laws.text import LegalText


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
        return bool(self.shared) and any(one.field == field for one in self.shared)

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
    own_texts: "tuple[LegalText, ...]" = ()
    """What the office adds to the register of legal texts."""
    troubles: tuple[Finding, ...] = ()
    """What went wrong where other packages were asked for words that kshc leaves unread."""

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
    def legal_texts(self) -> "Register":
        """The register of legal texts, with the office's own."""
        from kshc_cli.reading.laws.register import register_with  # noqa: PLC0415  only plans that cite texts need it

        return register_with(self.own_texts)

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

    def unread_bodies(self) -> Iterator[tuple[str, str]]:
        """Yield the ids of tasks with the words of each of their agency cells that are not read wholly."""
        for read in self.tasks:
            task = read.task
            if task.lead is not None and read.lead.unread:
                yield task.id, task.lead.text
            if isinstance(task, Task) and task.coop is not None and read.coop.unread:
                yield task.id, task.coop.text

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
        self._sure = sure_years(plan)
        self._times: dict[tuple[str, int], TimeReading] = {}
        self._above = Above()
        self._other: OtherReader | None = None

    @cached_property
    def _items(self) -> "ItemReader":
        from kshc_cli.reading.item_tasks import ItemReader  # noqa: PLC0415  tables need none

        return ItemReader(self.registry, year=self._year, issued=self._issued, time=self.time)

    def time(
        self, cell: TimeWords | None, years: Years = (), turned: int = 0, *, is_start: bool = False
    ) -> TimeReading:
        """Read a time of the plan's year, or of another; what comes back does so in the plan's alone.

        Where several years may be meant, only words that mean the same in any are sure. ``turned`` and ``is_start``:
        see ``SureYears.doubts``.
        """
        if cell is None:
            return TimeReading((Undated(),))
        if cell.reading is not None:
            return given_time(cell.reading)
        read = self._time_in(cell, years[0] if len(years) == 1 else self._year)
        if (not years or (turned and years == (self._year,))) and any(
            self._sure.doubts(part, turned, is_start=is_start) and not self._says_year(cell, number, part)
            for number, part in enumerate(read.parts)
        ):
            return TimeReading((), (cell.text,))
        if len(years) <= 1:
            return read
        return read if read == self._time_in(cell, self._year + 1) else TimeReading((), (cell.text,))

    def _says_year(self, cell: TimeWords, number: int, part: TimePart) -> bool:
        """Tell whether a part of a time is the same in a plan of the next year."""
        return part in self._read_time(cell.text, self._year + 1).parts[number : number + 1]

    def _time_in(self, cell: TimeWords, year: int) -> TimeReading:
        key = cell.text, year
        if key not in self._times:
            read = self._read_time(*key)
            comes_back = key[1] != self._year and any(isinstance(part, Recurring) for part in read.parts)
            self._times[key] = TimeReading((), (cell.text,)) if comes_back else read
        return self._times[key]

    def _read_time(self, text: str, year: int) -> TimeReading:
        """Read a cell; what kshc leaves unread of it others may know."""
        return read_cell(text, year=year, issued=self._issued, others=self._others)

    def _others(self) -> OtherReader | None:
        self._other = self._other or other_reader()
        return self._other

    @property
    def troubles(self) -> tuple[Finding, ...]:
        """What went wrong with others."""
        return self._other.findings() if self._other else ()

    def task(self, placed: Placed) -> ReadTask:
        text = placed.item_text
        if not isinstance(placed.task, Task):
            return self._read(placed, (), ())
        if text is not None:
            heard = self._items.heard(placed.section, placed.task, text, placed.years)
            found = self._heard(placed, heard)
            self._items.add(text, found.task, found.time, heard)
            return found
        meant, shared = self._above.read(placed, placed.task)
        former = placed.former_lead
        bodies = (Shared("lead", *former),) if former else tuple(Shared(*each) for each in placed.marked_bodies)
        return self._read(placed, (), (*shared, *(bodies or self._headed(placed))), meant)

    def _headed(self, placed: Placed) -> tuple[Shared, ...]:
        """Return who does a task by the heading of its group, where that names bodies and no column says who leads."""
        heading = placed.group.heading if placed.group and not placed.task.lead else ""
        if not heading or placed.has_leads or placed.lists_bodies:
            return ()
        words = line_of(heading.rsplit("\n", 1)[-1], None).words.rstrip(" .:;")
        read = self.registry.read(words)
        is_named = read.agencies and not (read.unread or read.duties or read.excluded or read.joins)
        return (Shared("lead", words, heading),) if is_named else ()

    def _heard(self, placed: Placed, heard: "Heard") -> ReadTask:
        """Read a task in paragraphs with what its sentences and lines above it say of it."""
        found = self._read(placed, heard.said, heard.shared, heard.meant)
        return found if heard.time is None else replace(found, time=heard.time)

    def _read(
        self,
        placed: Placed,
        said: tuple[Said, ...],
        shared: tuple[Shared, ...],
        meant: Cells = Cells(),  # noqa: B008  it is frozen
    ) -> ReadTask:
        """Read a task with the words that stand elsewhere, and the cells that its ditto marks mean."""
        placed = placed_with(placed, said, shared)
        task = placed.task
        coop = task.coop if isinstance(task, Task) else None
        lead, joining = self._lead(meant.lead or task.lead, placed), self.registry.read_cell(meant.coop or coop)
        return ReadTask(placed, lead, joining, self._time(placed, meant), said, shared)

    def _time(self, placed: Placed, meant: Cells) -> TimeReading:
        """Read by when a task is due; a column or label of its own may say when it begins."""
        start = self._above.start(placed)
        words = meant.time or placed.time_words
        if words is not None and meant.time is None and placed.is_crossed_throughout:
            return TimeReading((), (words.text,))
        if start is None:
            return self.time(words, placed.years, placed.turned)
        if words is None:
            return TimeReading((), (start.text,))
        return spanned(self.time(start, placed.years, is_start=True), self.time(words, placed.years))

    def _lead(self, cell: AgencyWords | None, placed: Placed) -> AgencyReading:
        """Read who leads; a column or label may say who cooperates, too."""
        mark = (mark_in(placed.label) if placed.label else shared_mark(placed.columns)) if cell else None
        if cell is None or mark is None:
            return led_reading(cell, self.registry)
        header = placed.label or next((column.header for column in placed.columns if column.role == "lead"), "")
        return shared_reading(cell, self.registry, mark, turned=is_turned(header))


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


def read_plan(plan: Plan, own_texts: "tuple[LegalText, ...]" = ()) -> ReadPlan:
    """Read every task and duty of ``plan``. Never fails: what cannot be read is in the readings' ``unread``.

    ``own_texts`` are what the office adds to the register of legal texts.
    """
    reader = _Reader(plan)
    tasks = tuple(reader.task(placed) for placed in placed_tasks(plan))
    return ReadPlan(plan, reader.registry, tasks, own_texts, reader.troubles)
