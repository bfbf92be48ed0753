"""The draft of a moved plan: each text judged for itself, then all of them proven by reading the plan again."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Final

from kshc_cli.desk.rolling.bodies import Renaming, ended, is_cell, renamed
from kshc_cli.desk.rolling.joining import cell_doubt, successors, twice_named
from kshc_cli.desk.rolling.judged import Judged, Left, Reckoned, around_spot
from kshc_cli.desk.rolling.kinds import Kind, cell_of, kind_of, unit_of
from kshc_cli.findings import Path
from kshc_cli.messages import _
from kshc_cli.plan.model import Plan
from kshc_cli.reading.moving.proof import compared, moved_day
from kshc_cli.reading.moving.spot import Spot, Verdict
from kshc_cli.reading.moving.spots import spots
from kshc_cli.reading.moving.times import Move, item_spots, lunar_days, time_spots
from kshc_cli.reading.tasks import ReadPlan, ReadTask, read_plan
from kshc_cli.reading.values import Deadline, TimeReading
from kshc_cli.rules.catalogue import check
from kshc_cli.source.edit.leaves import Leaf, edits_of, leaves, turned, with_values
from kshc_cli.source.plan_text import PlanText
from kshc_cli.source.yaml.edits import Edit
from kshc_cli.source.yaml.tree import Data

RULE: Final = "roll"
_ROUNDS: Final = 6
_BODIES: Final = frozenset(("lead", "coop"))
"""Cells whose findings say nothing of when: a body may have ended."""
_SATURDAY: Final = 5
_OPEN: Final = frozenset((Verdict.BARE, Verdict.DOUBTFUL))


class Draft:
    """A plan on its way to another year."""

    def __init__(self, text: PlanText, read: ReadPlan, years: int, renamings: tuple[Renaming, ...] = ()) -> None:
        self._lines = text.text.lines
        self.source = text.text.lines.text
        self._data: Data = text.text.data
        self._read = read
        self.years = years
        self.move = Move(read.year, years, read.plan.act.date)
        marks = text.text.marks
        self.leaves = tuple(leaves(self._data, marks, self.source)) if marks is not None else ()
        self.stuck: dict[Path, str] = {}
        """The tasks and texts that stay, and why."""
        self.renamings = renamings
        self.renamed = {leaf.path: (leaf, turns) for leaf in self.leaves if (turns := renamed(leaf, renamings))}
        """The texts in which bodies are called otherwise."""
        self.unsure: list[Left] = []
        """Cells in which that would change who is meant."""
        self.reckoned: tuple[Reckoned, ...] = ()
        self.off: dict[Path, date] = {}
        """Last days that fall on a Saturday or Sunday in the new year, by the task."""

    @cached_property
    def ids(self) -> Mapping[Path, str]:
        """The ids of tasks by their paths."""
        return {leaf.path[:-1]: leaf.value for leaf in self.leaves if leaf.path[-1] == "id"}

    def line(self, offset: int) -> int:
        """Return the line of a place in the source."""
        return self._lines.number(offset)

    @cached_property
    def judged(self) -> tuple[Judged, ...]:
        """The texts to which a year matters, judged each for itself."""
        return tuple(filter(None, map(self._judge, self.leaves)))

    def _judge(self, leaf: Leaf) -> Judged | None:
        kind = kind_of(leaf.path)
        year, years = self.move.year, self.years
        match kind:
            case Kind.TIME if not self._is_given(leaf.path):
                return Judged(leaf, kind, time_spots(leaf.value, self.move))
            case Kind.WORDS if leaf.path[-1] == "text" and "items" in leaf.path:
                return Judged(leaf, kind, item_spots(leaf.value, self.move, self._read.plan.plan.labels))
            case Kind.TIME | Kind.WORDS:
                return Judged(leaf, kind, spots(leaf.value, year, years))
            case Kind.GIVEN | Kind.WORK_BY:
                return Judged(leaf, kind, self._day_spots(leaf.value))
            case Kind.YEAR:
                return Judged(leaf, kind, (Spot(0, len(leaf.value), year, Verdict.MOVED),))
            case Kind.DAY_OFF:
                why = _("Which days are off or made up for is said anew each year.")
                return Judged(leaf, kind, (Spot(0, 4, year, Verdict.DOUBTFUL, why),))
            case _:
                return None

    def _is_given(self, path: Path) -> bool:
        return cell_of(path) in self._given_cells

    @cached_property
    def _given_cells(self) -> frozenset[Path]:
        return frozenset(cell_of(leaf.path) for leaf in self.leaves if "reading" in leaf.path)

    @cached_property
    def firsts(self) -> Mapping[Path, Leaf]:
        """The first text of each part of the plan, by its path."""
        found: dict[Path, Leaf] = {}
        for leaf in self.leaves:
            for length in range(len(leaf.path) + 1):
                found.setdefault(leaf.path[:length], leaf)
        return found

    def first(self, path: Path) -> Leaf | None:
        """Return the first text of a part of the plan; of what is read of words alone, of the part with these."""
        return next((self.firsts[path[:n]] for n in range(len(path), 0, -1) if path[:n] in self.firsts), None)

    def start(self, path: Path) -> int:
        """Return where that text begins; 0 where there is none."""
        first = self.first(path)
        return first.start if first else 0

    @cached_property
    def _others(self) -> frozenset[str]:
        """The ids of bodies that are called otherwise in the new year."""
        return frozenset(one.agency.id for one in self.renamings if one.new)

    @cached_property
    def _by_unit(self) -> Mapping[Path, list[Judged]]:
        found: dict[Path, list[Judged]] = {}
        for one in self.judged:
            found.setdefault(unit_of(one.leaf.path), []).append(one)
        return found

    def _day_spots(self, value: str) -> tuple[Spot, ...]:
        day = date.fromisoformat(value)
        is_there = moved_day(day, self.years) is not None
        why = "" if is_there else _("{day} is no day of the new year.").format(day=f"{day.day}/{day.month}")
        return (Spot(0, 4, day.year, Verdict.MOVED if is_there else Verdict.DOUBTFUL, why),)

    def settle(self) -> None:
        """Find out which texts move; what the whole plan does not prove stays."""
        self._hold_given()
        self._hold_cells()
        before = _found_in(self._read)
        for _round in range(_ROUNDS):
            stuck = dict(self._unproven(before))
            if not stuck:
                return
            self.stuck.update(stuck)

    def _hold_given(self) -> None:
        """Keep what a reading beside words says, where the words do not say of which year its days are."""
        by_cell: dict[Path, list[Judged]] = {}
        for one in self.judged:
            if one.kind in {Kind.TIME, Kind.GIVEN}:
                by_cell.setdefault(cell_of(one.leaf.path), []).append(one)
        for row in by_cell.values():
            days = [spot for one in row if one.kind is Kind.GIVEN for spot in one.spots]
            said = {spot.year for one in row if one.kind is Kind.TIME for spot in one.spots if _moves(spot)}
            if any(spot.year not in said or not _moves(spot) for spot in days):
                why = _("The plan states days beside these words; look up those of the new year.")
                self.stuck[unit_of(row[0].leaf.path)] = why

    def _hold_cells(self) -> None:
        """Keep the words of cells that would name other bodies by their new names."""
        if not self.renamings:
            return
        list(self.edits())
        into = successors(self.renamings)
        for old, new in zip(self._read.tasks, self.moved().tasks, strict=True):
            for (field, before), (_field, after) in zip(old.cells, new.cells, strict=True):
                cell_path = (*old.placed.path, field)
                paths = [path for path in (cell_path, (*cell_path, "text")) if path in self.renamed]
                why = cell_doubt(before, after, into, is_renamed=bool(paths))
                if not (is_cell(cell_path) or self._others.isdisjoint(before.agencies)):
                    why = _("A body that is named here is called otherwise in the new year; change its name here.")
                if why:
                    for path in paths:
                        del self.renamed[path]
                    self._leave(old, field, why)
            if twice_named(old.cells, into):
                self._leave(old, "coop", _("By the joined name this body leads the task and cooperates in it, too."))

    def _leave(self, read: ReadTask, field: str, why: str) -> None:
        cell = getattr(read.task, field, None)
        self.unsure.append(Left((*read.placed.path, field), cell.text if cell else "", why))

    def moving(self) -> Iterator[Judged]:
        """Yield the texts that change."""
        for one in self.judged:
            if one.turns(self.years) and unit_of(one.leaf.path) not in self.stuck:
                yield one

    def edits(self) -> Iterator[Edit]:
        """Yield the edits of the source; what cannot be told in it stays."""
        for one in self.moving():
            edits = edits_of(one.leaf, one.turns(self.years), self.source, RULE)
            if edits is None:
                self.stuck[unit_of(one.leaf.path)] = _(
                    "These words stand in the file in a way that nothing is changed in."
                )
            else:
                yield from edits
        for path, (leaf, turns) in list(self.renamed.items()):
            edits = edits_of(leaf, turns, self.source, RULE)
            if edits is None:
                del self.renamed[path]
                why = _("These words stand in the file in a way that nothing is changed in.")
                self.unsure.append(Left(path, leaf.value, why))
            else:
                yield from edits

    def values(self) -> Mapping[Path, str]:
        """Return the texts that change, as they become."""
        names = {path: turned(leaf.value, turns) for path, (leaf, turns) in self.renamed.items()}
        return names | {one.leaf.path: turned(one.leaf.value, one.turns(self.years)) for one in self.moving()}

    def moved(self) -> ReadPlan:
        """Return the new plan, read, as if it had been issued so many years after the old one."""
        data = with_values(self._data, self.values())
        plan = Plan.model_validate(data)
        act = "decision" if plan.decision else "issuance"
        issued = plan.act.model_copy(update={"date": self.move.new_issued})
        return read_plan(plan.model_copy(update={act: issued}))

    def _unproven(self, before: Counter[tuple[str, Path]]) -> Iterator[tuple[Path, str]]:
        """Yield tasks whose time is no longer read as the same, and texts that something is found in by moving them."""
        list(self.edits())
        new = self.moved()
        units = {unit_of(one.leaf.path) for one in self.moving()}
        reckoned: list[Reckoned] = []
        for old_task, new_task in zip(self._read.tasks, new.tasks, strict=True):
            path = old_task.placed.path
            unit = unit_of(path)
            lunar = lunar_days(spot for one in self._by_unit.get(unit, ()) for spot in one.spots)
            proof = compared(old_task.time, new_task.time, self.years, lunar)
            reckoned += (Reckoned((*path, "time"), *pair) for pair in proof.reckoned)
            if day := _day_off(new_task.time):
                self.off[path] = day
            if not proof.alike and unit not in self.stuck:
                yield unit, _("Its time would not be read as the same one in the new year.")
        self.reckoned = tuple(dict.fromkeys(reckoned))
        after = Counter(before)
        for finding in check(new):
            if not _BODIES.isdisjoint(finding.path):
                continue
            key = finding.rule, finding.path
            after[key] -= 1
            unit = unit_of(finding.path)
            if after[key] < 0 and unit in units and unit not in self.stuck:
                yield unit, finding.message

    def left(self) -> Iterator[Left]:
        """Yield the words that somebody has to look at, in the order of the plan."""
        told: set[Path] = set()
        for one in self.judged:
            unit = unit_of(one.leaf.path)
            if unit in self.stuck:
                if unit not in told and (one.spots or one.kind is Kind.TIME):
                    told.add(unit)
                    yield self._stuck(unit, one)
                continue
            doubts = [spot for spot in one.spots if spot.verdict in _OPEN]
            if doubts:
                yield Left(one.leaf.path, around_spot(one.leaf.value, doubts[0]), doubts[0].why)
        for unit, why in self.stuck.items():
            if unit not in told:
                yield Left(unit, "", why)
        yield from self.unsure
        for path, name, why in ended(self._read.plan, self.move.year + self.years, self.renamings):
            yield Left(path, name, why)

    def _stuck(self, unit: Path, first: Judged) -> Left:
        """Say of a task or paragraph that stays which of its words say when."""
        one = next((one for one in self._by_unit[unit] if one.kind is Kind.TIME), first)
        why = next((spot.why for spot in one.spots if spot.verdict in _OPEN and spot.why), self.stuck[unit])
        spot = one.spots[0] if one.spots else None
        return Left(one.leaf.path, around_spot(one.leaf.value, spot) if spot else one.leaf.value, why)


def _moves(spot: Spot) -> bool:
    return spot.verdict is Verdict.MOVED


def _day_off(time: TimeReading) -> date | None:
    """Return the last day of a time, where it is a Saturday or Sunday."""
    days = (part.due for part in time.parts if isinstance(part, Deadline) and part.due)
    return next((day for day in days if day.weekday() >= _SATURDAY), None)


def _found_in(plan: ReadPlan) -> Counter[tuple[str, Path]]:
    return Counter((finding.rule, finding.path) for finding in check(plan))
