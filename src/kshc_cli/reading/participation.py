"""How many tasks each body of the registry takes part in, by its name and through groups."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from kshc_cli.dataclass import dataclass, field
from kshc_cli.reading.values import AgencyReading


@dataclass(frozen=True, slots=True)
class Participation:
    """In how many tasks the words name a body as lead and as cooperating, and how many it comes into by groups only."""

    lead: int
    coop: int
    through_groups: int


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells that name, and that exclude, a body: twice the number of the task, for its second cell one more."""

    naming: set[int] = field(default_factory=set)
    excluding: set[int] = field(default_factory=set)


def through(groups: Iterable[str], agency: str, cells: Iterable[AgencyReading]) -> str | None:
    """Return the first of the body's ``groups`` by which it comes into a cell that does not exclude it."""
    outs = {agency, *groups}
    named = {group for cell in cells if outs.isdisjoint(cell.excluded) for group in cell.agencies}
    return next((group for group in groups if group in named), None)


def participations(
    tasks: Sequence[tuple[AgencyReading, AgencyReading]],
    agencies: Iterable[str],
    groups_of: Callable[[str], tuple[str, ...]],
) -> dict[str, Participation]:
    """Count the tasks of every body; the tasks, each its lead and cooperating cell, are walked through once."""
    cells = _cells(tasks)
    lead, coop = (Counter(agency for task in tasks for agency in set(task[role].agencies)) for role in (0, 1))
    known: dict[tuple[str, ...], _ByGroups] = {}
    found: dict[str, Participation] = {}
    for agency in agencies:
        groups = groups_of(agency)
        if groups not in known:
            known[groups] = _by_groups([cells[group] for group in groups if group in cells])
        by_groups = known[groups].times(cells.get(agency, _Cells()))
        found[agency] = Participation(lead[agency], coop[agency], by_groups)
    return found


@dataclass(frozen=True, slots=True)
class _ByGroups:
    """The cells and tasks that a member of certain groups comes into by them."""

    cells: frozenset[int]
    tasks: frozenset[int]

    def times(self, own: _Cells) -> int:
        """Return in how many tasks a body with its ``own`` cells comes by groups only."""
        out = own.excluding & self.cells
        lost = {cell // 2 for cell in out if cell ^ 1 not in self.cells or cell ^ 1 in out}
        return len(self.tasks) - len(self.tasks & (lost | {cell // 2 for cell in own.naming}))


def _cells(tasks: Sequence[tuple[AgencyReading, AgencyReading]]) -> dict[str, _Cells]:
    cells = defaultdict[str, _Cells](_Cells)
    for number, reading in enumerate(reading for task in tasks for reading in task):
        for agency in reading.agencies:
            cells[agency].naming.add(number)
        for agency in reading.excluded:
            cells[agency].excluding.add(number)
    return cells


def _by_groups(groups: Sequence[_Cells]) -> _ByGroups:
    naming = frozenset[int]().union(*(group.naming for group in groups))
    cells = naming.difference(*(group.excluding for group in groups))
    return _ByGroups(cells, frozenset(cell // 2 for cell in cells))
