"""The paragraphs of a task in an edited file: what stands from its first line to the next one's is said of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from kshc_cli.compare.order import kept_in_order
from kshc_cli.documents.editing.fresh import kind_of
from kshc_cli.documents.editing.lines import BaseLine
from kshc_cli.documents.editing.shown import Line
from kshc_cli.findings import Path
from kshc_cli.plan.lines import line_of

_DETAILS: Final = frozenset(("lead", "coop", "result", "time", "note"))
"""What lines with a label hold that do not say what is to be done."""


class Homes(NamedTuple):
    """What the blocks of an edited file say of its paragraphs."""

    found: dict[int, "Home"]
    """What lines are that were known as those of others, or not at all."""
    doubted: tuple[frozenset[Path], ...]
    """Tasks between which words were exchanged so that nobody can tell which is which."""


class Home(NamedTuple):
    """What a line of a file is of the task that it stands in; None for no task of the base, and for a new line."""

    task: Path | None
    at: int | None
    is_clear: bool
    """Whether it can be said where in the task it stands."""


class _Block(NamedTuple):
    """A task of the base, and where in the file its first line and what follows it stand; None for a new task."""

    task: Path | None
    places: list[int]


def is_detail(words: str) -> bool:
    """Tell whether a line has a label that does not say what is to be done: who, with whom, what for, when."""
    return line_of(words, None).role in _DETAILS


def goes_on(lines: Iterable[str], words: str) -> bool:
    """Tell whether words go on with a task behind its last line: they hold a detail that no line of it holds."""
    role = line_of(words, None).role
    return role in _DETAILS and all(line_of(one, None).role != role for one in lines)


def homes_of(
    old: Sequence[BaseLine], new: Sequence[Line], same: Mapping[int, int], tasks: Sequence[Path | None]
) -> Homes:
    """Return of which tasks the paragraphs of a file are that were known as those of others.

    ``same`` says which are which of the base by themselves, ``tasks`` of which task each one of the base is.
    """
    blocks = _Blocks(old, new, same, tasks)
    return Homes(dict(blocks.at_home()), tuple(blocks.doubted()))


class _Blocks:
    def __init__(
        self, old: Sequence[BaseLine], new: Sequence[Line], same: Mapping[int, int], tasks: Sequence[Path | None]
    ) -> None:
        self._old, self._new, self._same, self._tasks = old, new, same, tasks
        self._own: dict[Path, list[int]] = {}
        for at, task in enumerate(tasks):
            if task is not None:
                self._own.setdefault(task, []).append(at)
        counts, others = Counter(one.words for one in old), Counter(one.words for one in new)
        self._said = {
            one.words: at
            for at, one in enumerate(old)
            if tasks[at] is not None and counts[one.words] == others[one.words] == 1
        }
        """The paragraphs of tasks whose words stand once in the base and in the file."""
        self._blocks = [*self._parted()]
        self._shown = {block.task for block in self._blocks}

    def _parted(self) -> Iterator[_Block]:
        """Yield the blocks: each begins with the first line of a task, or with a new one that is numbered like it."""
        firsts = {each[0] for each in self._own.values()}
        kinds, lists = self._kinds(), self._lists()
        block: _Block | None = None
        last: Path | None = None
        for place, one in enumerate(self._new):
            at = self._same.get(place)
            before = self._new[place - 1] if place else one
            is_beside = (one.where, one.stretch) == (before.where, before.stretch)
            is_strange = at is not None and self._tasks[at] is None
            last = None if is_strange or not is_beside else last
            is_first = at in firsts or (at is None and kind_of(one.words) in kinds.get(last or lists[place], ()))
            if block is not None and (is_first or is_strange or not is_beside):
                yield block
                block = None
            if is_first:
                block = _Block(None if at is None else self._tasks[at], [place])
                last = lists[place] if at is not None else last
            elif block is not None:
                block.places.append(place)
        if block is not None:
            yield block

    def _kinds(self) -> dict[Path, set[int | None]]:
        """Return of which kinds the numbers are that tasks of each list begin with, and no further line of them."""
        firsts, others = dict[Path, set[int | None]](), dict[Path, set[int | None]]()
        for task, (first, *lines) in self._own.items():
            firsts.setdefault(task[:-1], set()).add(kind_of(self._old[first].words))
            others.setdefault(task[:-1], {None}).update(kind_of(self._old[at].words) for at in lines)
        return {path: kinds - others[path] for path, kinds in firsts.items()}

    def _lists(self) -> list[Path]:
        """Return of which list the next paragraph of a task is, for each place; an empty way behind all."""
        found: list[Path] = [()]
        for place in reversed(range(len(self._new))):
            at = self._same.get(place)
            task = None if at is None else self._tasks[at]
            found.append(found[-1] if task is None else task[:-1])
        return found[:0:-1]

    def doubted(self) -> Iterator[frozenset[Path]]:
        """Yield tasks of which one has what another says is to be done below its first line, and nothing of its own.

        And those of which a new task has marked lines, if nothing shows the first one, or lines that it took from
        their midst: one task parted in two, or a line of it that has a number.
        """
        for task, places in self._blocks:
            if task is None:
                marked = (place for place in places if self._new[place].marks)
                yield from (frozenset((one,)) for place in marked if (one := self._headless(place)) is not None)
                yield from (frozenset((one,)) for place in places if (one := self._shown_at(place)) is not None)
                continue
            own = [at for at in self._own[task][1:] if not is_detail(self._old[at].words)]
            here = [self._said_of(place) for place in places[1:] if not is_detail(self._new[place].words)]
            others = {one for one in here if one is not None and one != task}
            if own:
                is_mixed = bool(others) and task not in here
            else:
                is_mixed = any(one in self._shown and self._is_all_here(one, here) for one in others)
            if is_mixed:
                yield frozenset({task, *others})

    def _said_of(self, place: int) -> Path | None:
        at = self._said.get(self._new[place].words, self._same.get(place))
        return None if at is None else self._tasks[at]

    def _is_all_here(self, task: Path, here: Sequence[Path | None]) -> bool:
        own = [at for at in self._own[task][1:] if not is_detail(self._old[at].words)]
        return bool(own) and here.count(task) == len(own)

    def at_home(self) -> Iterator[tuple[int, Home]]:
        """Yield what the lines of others in a block are there, in that of a new task those known by words alone."""
        for task, places in self._blocks:
            if task is None:
                yield from self._strangers(places)
            elif any(self._is_of_other(place, task) for place in places):
                found = dict(self._settled(self._own[task], places))
                lasting = [place for place in places if found.get(place, 0) is not None]
                for place, at in found.items():
                    words = (self._new[one].words for one in places if one < place)
                    is_clear = at is not None or place < lasting[-1] or goes_on(words, self._new[place].words)
                    yield place, Home(task, at, is_clear)

    def _is_of_other(self, place: int, task: Path) -> bool:
        at = self._same.get(place)
        return at is not None and self._tasks[at] != task

    def _strangers(self, places: Sequence[int]) -> Iterator[tuple[int, Home]]:
        for place in places:
            if self._headless(place) and not self._new[place].marks:
                yield place, Home(None, None, is_clear=True)

    def _headless(self, place: int) -> Path | None:
        """Return the task of a paragraph if nothing shows its first line."""
        at = self._same.get(place)
        return None if at is None or self._tasks[at] in self._shown else self._tasks[at]

    def _shown_at(self, place: int) -> Path | None:
        """Return the task of a paragraph if the file shows its first line."""
        at = self._same.get(place)
        return None if at is None or self._tasks[at] not in self._shown else self._tasks[at]

    def _settled(self, own: Sequence[int], places: Sequence[int]) -> Iterator[tuple[int, int | None]]:
        """Yield which line of its own task each one of a block is: what stands as before, then what is between."""
        known = [(place, at) for place in places if (at := self._same.get(place)) in own]
        kept = kept_in_order([at for _place, at in known if at is not None])
        steady = [(known[n][0], own.index(known[n][1])) for n in sorted(kept)]
        moved = {place for place, _at in known} - {place for place, _at in steady}
        edges = [*steady, (places[-1] + 1, len(own))]
        for (first, start), (last, end) in pairwise(edges):
            here = [place for place in range(first + 1, last) if place not in moved]
            there = [own[n] for n in range(start + 1, end) if own[n] not in {at for place, at in known}]
            pairs = dict(self._paired(here, there))
            yield from ((place, pairs.get(place)) for place in here)

    def _paired(self, here: Sequence[int], there: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield which lines between two that stayed stand for which: each for one of its own kind, or all in turn."""
        if len(here) == len(there):
            yield from zip(here, there, strict=True)
            return
        free = [*there]
        for place in here:
            role = line_of(self._new[place].words, None).role
            at = next((one for one in free if line_of(self._old[one].words, None).role == role is not None), None)
            if at is not None:
                yield place, at
                del free[: free.index(at) + 1]
