"""Which sections, tables and groups of two plans are the same: by their headings, else by what stands in them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from kshc_cli.compare.pairing import paired
from kshc_cli.compare.printed import as_read
from kshc_cli.compare.task_pairs import TaskPair
from kshc_cli.compare.values import Subject
from kshc_cli.dataclass import dataclass, replace
from kshc_cli.findings import Path
from kshc_cli.plan.lines import line_of
from kshc_cli.plan.model import Group, Plan, Section, Table

LEVELS: Final = (Subject.SECTION, Subject.TABLE, Subject.GROUP)
_LENGTHS: Final = (3, 5, 7)
"""How many steps lead to a part of each level."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section, table or group."""

    level: Subject
    path: Path
    record: Section | Table | Group
    place: tuple[str, ...]
    """The headings of the parts that it stands in."""
    within: Path = ()
    """The part that it stands in; in a plan that is matched, as the other one has it."""

    @property
    def heading(self) -> str:
        """Its heading as a document shows it; nothing where it has none."""
        return as_read(self.record.heading)


class PartPair(NamedTuple):
    """The same part in both plans."""

    old: Part
    new: Part


class PartPairs(NamedTuple):
    """The parts of two plans, the outer ones first."""

    same: tuple[PartPair, ...]
    gone: tuple[Part, ...]
    come: tuple[Part, ...]

    @property
    def where(self) -> Mapping[Path, Path]:
        """Where the parts of the old plan stand in the new one."""
        return {one.old.path: one.new.path for one in self.same}


def parts_of(plan: Plan) -> Iterator[Part]:
    """Yield the sections, tables and groups of a plan in its order."""
    for number, section in enumerate(plan.plan.sections):
        path: Path = ("plan", "sections", number)
        yield Part(Subject.SECTION, path, section, ())
        over = _headed((), section.heading)
        for index, table in enumerate(section.tables):
            at = (*path, "tables", index)
            yield Part(Subject.TABLE, at, table, over, path)
            below = _headed(over, table.heading)
            for place, group in enumerate(table.groups):
                yield Part(Subject.GROUP, (*at, "groups", place), group, below, at)


def _headed(place: tuple[str, ...], heading: str | None) -> tuple[str, ...]:
    return (*place, heading) if heading else place


def part_pairs(old: Sequence[Part], new: Sequence[Part], tasks: Iterable[TaskPair]) -> PartPairs:
    """Return which parts are the same, level by level, the ``tasks`` of both plans known."""
    votes = _votes(old, new, tasks)
    same: list[PartPair] = []
    for level in LEVELS:
        same += _same(
            [one for one in old if one.level is level],
            [one for one in new if one.level is level],
            {one.new.path: one.old.path for one in same},
            votes,
        )
    known = {one.old.path for one in same}, {one.new.path for one in same}
    gone, come = (
        tuple(part for part in parts if part.path not in seen) for parts, seen in ((old, known[0]), (new, known[1]))
    )
    order = {one.path: place for place, one in enumerate(new)}
    return PartPairs(tuple(sorted(same, key=lambda one: order[one.new.path])), gone, come)


def _same(
    old: Sequence[Part], new: Sequence[Part], above: Mapping[Path, Path], votes: Mapping[tuple[Path, Path], int]
) -> Iterator[PartPair]:
    """Yield the parts of one level that are the same; ``above`` says where the outer parts stand in the old plan."""
    placed = [replace(one, within=above.get(one.within, ("", *one.within)) if one.within else ()) for one in new]
    found = {one.new: one.old for one in paired(placed, old, (_headed_within,))}
    places = {one.path: place for place, one in enumerate(old)}
    numbers = {one.path: place for place, one in enumerate(new)}
    taken = set(found.values())
    for path, other in sorted(votes, key=lambda pair: -votes[pair]):
        if path in numbers and numbers[path] not in found and places[other] not in taken:
            found[numbers[path]] = places[other]
            taken.add(places[other])
    left = [place for place in range(len(new)) if place not in found]
    others = [place for place in range(len(old)) if place not in taken]
    rest = paired([placed[i] for i in left], [old[i] for i in others], (_called, _headless_within))
    found |= {left[one.new]: others[one.old] for one in rest}
    return (PartPair(old[other], new[place]) for place, other in found.items())


def _headed_within(part: Part) -> tuple[Path, str] | None:
    return (part.within, part.heading) if part.heading else None


def _called(part: Part) -> str | None:
    """Return the heading behind its number."""
    return line_of(part.heading, None).words if part.heading else None


def _headless_within(part: Part) -> Path | None:
    return None if part.heading else part.within


def _votes(old: Iterable[Part], new: Iterable[Part], tasks: Iterable[TaskPair]) -> Counter[tuple[Path, Path]]:
    """Count for parts of the new and old plan the tasks and paragraphs that they have in common."""
    found: Counter[tuple[Path, Path]] = Counter()
    for pair in tasks:
        path, other = pair.new.path[:-2], pair.old.path[:-2]
        for length in _LENGTHS:
            if len(path) >= length <= len(other) and path[length - 2] == other[length - 2]:
                found[path[:length], other[:length]] += 1
    texts = {
        as_read(text.text): one.path for one in old if isinstance(one.record, Section) for text in one.record.paragraphs
    }
    for part in new:
        if isinstance(part.record, Section):
            same = filter(None, (texts.get(as_read(text.text)) for text in part.record.paragraphs))
            found.update((part.path, other) for other in same)
    return found
