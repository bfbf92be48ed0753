"""Tasks in paragraphs that were typed anew without their marks: which are which for sure, and which nobody can tell.

A task keeps its id, and what was recorded of it, through whatever its words become. So a paragraph without a mark is
one of a task only where something says so that speaks of no other task; else the task stays as it was, and is told.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from kshc_cli.documents.editing.exchanged import exchanged
from kshc_cli.documents.editing.gaps import last_known, together, unknown_between
from kshc_cli.documents.editing.lines import BaseLine, by_marks, equal_lines, in_order, label_of, same_lines
from kshc_cli.documents.editing.shown import Line
from kshc_cli.documents.editing.task_blocks import homes_of
from kshc_cli.documents.editing.task_words import bare_words, counted, holds, title_of
from kshc_cli.findings import Path
from kshc_cli.plan.model import Plan

_HALF: Final = 0.5
"""So much of their words two texts share that are one for sure, where no other comes near."""
_MARGIN: Final = 0.1
"""By so much another has to share less."""


_GROWN: Final = 1.2
"""So many times as long is a paragraph at least that another one was joined to."""


class Settled(NamedTuple):
    """What is known of the paragraphs of an edited file."""

    same: dict[int, int]
    """Which are which of the base."""
    doubted: dict[int, tuple[Path, ...]]
    """Those of which nobody can tell whether they are words of these tasks."""
    left: frozenset[int]
    """Paragraphs of the base that stay for that reason, though nothing shows them."""


def settled(
    old: Sequence[BaseLine], new: Sequence[Line], places: Mapping[int, int], torn: Collection[Path] = ()
) -> Settled:
    """Return which paragraphs are which, without what nobody can say for sure of tasks; ``places`` is of marks.

    Tasks that were found to be ``torn`` are in doubt.
    """
    marked = by_marks(old, new, places)
    return _Settling(old, new, same_lines(old, new, marked)).settle(places, marked, torn)


def task_path(line: BaseLine) -> Path | None:
    """Return the way to the task that a paragraph of the base is of; None for one of no task."""
    for piece in line.paragraph.pieces:
        if piece.path and "items" in piece.path:
            return piece.path[: piece.path.index("items") + 2]
    return None


def name_of_task(plan: Plan, path: Path) -> str:
    """Return the id of a task in paragraphs."""
    section, item = (step for step in path if isinstance(step, int))
    return plan.plan.sections[section].items[item].id


class _Settling:
    """Holds each match without a mark against what else it could be."""

    def __init__(self, old: Sequence[BaseLine], new: Sequence[Line], same: Mapping[int, int]) -> None:
        self.old, self.new = old, new
        self.same = dict(same)
        self.tasks = [task_path(one) for one in old]
        self.doubted: dict[int, tuple[Path, ...]] = {}
        self.left = set[int]()
        self.sure = dict[int, int]()
        self.before = list[int | None]()
        self.behind = list[int | None]()

    def settle(self, places: Mapping[int, int], marked: Mapping[int, int], torn: Collection[Path]) -> Settled:
        """Look at tasks that were exchanged and paragraphs that were joined, then at gaps between those known."""
        marked = {**marked, **self._exchange(), **self._bring_home()}
        self._part_joined(places)
        same = self.same.items()
        self.sure = {n: o for n, o in same if marked.get(n) == o or self.new[n].words == self.old[o].words}
        self.before = [*last_known(range(len(self.new)), self.sure)]
        self.behind = [*last_known(reversed(range(len(self.new))), self.sure)][::-1]
        known = set(self.sure.values())
        gaps = unknown_between(len(self.new), self.sure, self.doubted)
        for place, others in unknown_between(len(self.old), {one: one for one in known}, self.left).items():
            if any(self.tasks[one] is not None for one in others):
                self._look(others, gaps.get(place, []))
        self._look_afar()
        self._doubt_headless(marked)
        self._doubt_all([frozenset({task}) for task in torn])
        self._leave_whole()
        return Settled(self.same, self.doubted, frozenset(self.left))

    def _exchange(self) -> dict[int, int]:
        """Return the paragraphs of tasks that stand in each other's places as a whole; doubt those that do in part."""
        tasks = [*dict.fromkeys(task for task in self.tasks if task is not None)]
        own = [[at for at, task in enumerate(self.tasks) if task == one] for one in tasks]
        groups = self._groups()
        known = {places[0]: n for n, task in enumerate(tasks) if (places := groups.get(task))}
        known = {place: n for place, n in known.items() if self.same[place] == own[n][0]}
        old = {n: title_of(self.old[each[0]].words) for n, each in enumerate(own)}
        found = exchanged(old, {place: title_of(self.new[place].words) for place in known}, known)
        moved: dict[int, int] = {}
        for place, to in found.items():
            places = groups[tasks[known[place]]]
            if to is None or bare_words(self.new, places) != bare_words(self.old, own[to]):
                break
            moved |= dict(zip(places, own[to], strict=True))
        named = {n for place, to in found.items() for n in (known[place], to) if n is not None}
        if {*found.values()} == {known[place] for place in found} and len({*moved.values()}) == sum(
            len(own[n]) for n in named
        ):
            self.same |= moved
            return moved
        doubt = tuple(tasks[n] for n in sorted(named))
        places = [place for task in doubt for place in groups.get(task, ())]
        self.doubted |= dict.fromkeys((one for one in places if not self._is_unchanged(one)), doubt)
        self.same = {place: at for place, at in self.same.items() if place not in self.doubted}
        return {}

    def _bring_home(self) -> dict[int, int]:
        """Return the lines that are of the task below whose first line they stand; doubt tasks that nobody can part."""
        homes = homes_of(self.old, self.new, self.same, self.tasks)
        doubts = [*homes.doubted]
        before = {place: self.same[place] for place in homes.found if place in self.same}
        kept = {at for place, at in self.same.items() if place not in before}
        for place, home in homes.found.items():
            origin = self.tasks[before[place]] if place in before else None
            is_taken = home.at is not None and home.at in kept
            if home.task and (is_taken or (origin and not home.is_clear)):
                doubts.append(frozenset(task for task in (home.task, origin) if task))
        unclear = {task for tasks in doubts for task in tasks}
        moved: dict[int, int] = {}
        for place, home in homes.found.items():
            origin = self.tasks[before[place]] if place in before else None
            if unclear.isdisjoint((home.task, origin)):
                self.same.pop(place, None)
                if home.at is not None:
                    moved[place] = home.at
        self.same |= moved
        if moved:
            self._find_left({place: home.task for place, home in homes.found.items()})
        self._doubt_all(doubts)
        return moved

    def _find_left(self, own: Mapping[int, Path | None]) -> None:
        """Find the lines whose marks others bear by their words; those whose ``own`` task is known, in that."""
        words = [one.words for one in self.old], [one.words for one in self.new]
        found = equal_lines(*words, self.same)
        self.same |= {
            place: at
            for place, at in found.items()
            if place not in self.doubted and own.get(place, self.tasks[at]) == self.tasks[at]
        }

    def _doubt_all(self, doubts: Sequence[frozenset[Path]]) -> None:
        """Doubt what stands in the places of tasks, but for what stands there as before."""
        groups = self._groups() if doubts else {}
        steady = in_order(self.old, self.new, self.same) if doubts else set()
        for tasks in together(doubts):
            named = tuple(sorted(tasks, key=str))
            places = [place for task in named for place in groups.get(task, ())]
            for one in places:
                if not (one in steady and self._is_unchanged(one)):
                    self.doubted[one] = tuple(dict.fromkeys((*self.doubted.get(one, ()), *named)))
        self.same = {place: at for place, at in self.same.items() if place not in self.doubted}

    def _is_unchanged(self, place: int) -> bool:
        return place in self.same and self.old[self.same[place]].words == self.new[place].words

    def _groups(self) -> dict[Path, list[int]]:
        """Return the paragraphs of each task, with those that nothing is known of behind them."""
        found: dict[Path, list[int]] = {}
        task: Path | None = None
        for place in range(len(self.new)):
            task = self._task_at(place) if place in self.same else task
            if task is not None:
                found.setdefault(task, []).append(place)
        return found

    def _part_joined(self, places: Mapping[int, int]) -> None:
        """Doubt paragraphs that hold the words of several, one of them a task shown nowhere else, marked or not."""
        shown = set(self.same.values())
        gone = [at for at, task in enumerate(self.tasks) if task is not None and at not in shown]
        for place, one in enumerate(self.new):
            own = self.same.get(place)
            if own is None or len(one.words) < len(self.old[own].words) * _GROWN:
                continue
            others = [at for mark in one.marks if (at := places.get(mark)) is not None and at not in shown]
            others += [at for at in gone if at not in others and not holds(self.old[own].words, self.old[at].words)]
            if not others:
                continue
            apart = [at for at in others if self.tasks[at] != self.tasks[own]]
            joined = [at for at in apart if holds(one.words, self.old[at].words)]
            named = [task for at in (own, *joined) if (task := self.tasks[at]) is not None]
            if joined and named:
                del self.same[place]
                self.left |= {own, *joined}
                self.doubted[place] = tuple(named)

    def _look(self, others: Sequence[int], places: Sequence[int]) -> None:
        """Drop what is not sure in a gap; tasks that nothing shows then stay, where something there could be theirs."""
        dropped = [n for n in places if n in self.same and not self._is_sure(n, others, places)]
        gone = {self.tasks[self.same.pop(place)] for place in dropped}
        shown = set(self.same.values())
        free = [n for n in places if n not in self.same]
        open_ = [one for one in others if one not in shown]
        there = {self.tasks[one] for one in shown}
        unclear = {task for one in open_ if (task := self.tasks[one]) not in there} | gone
        named = tuple(dict.fromkeys(task for one in open_ if (task := self.tasks[one]) is not None and task in unclear))
        if named and free:
            self.left |= {one for one in open_ if self.tasks[one] in named}
            self.doubted |= dict.fromkeys(free, named)

    def _look_afar(self) -> None:
        """Doubt what stands elsewhere and could be words of a task; and leave all lines of tasks in doubt."""
        shown = set(self.same.values())
        open_ = [one for one, task in enumerate(self.tasks) if task is not None and one not in shown]
        free = [n for n in range(len(self.new)) if n not in self.same]
        for one in open_ if free else ():
            alike = max(free, key=lambda place, one=one: self._likeness(place, one))  # type: ignore[misc]
            if label_of(self.old[one].words) and self._likeness(alike, one) >= _HALF:
                self.doubted[alike] = tuple(dict.fromkeys((*self.doubted.get(alike, ()), self.tasks[one] or ())))

    def _doubt_headless(self, marked: Mapping[int, int]) -> None:
        """Doubt lines that are known by their words alone as those of a task whose first line nothing shows."""
        shown = set(self.same.values())
        firsts = {task: at for at, task in reversed([*enumerate(self.tasks)])}
        kept = {self.tasks[other] for place, other in self.same.items() if marked.get(place) == other}
        for place, other in list(self.same.items()):
            task = self.tasks[other]
            if task is not None and task not in kept and firsts[task] not in shown:
                del self.same[place]
                self.doubted[place] = (task,)

    def _leave_whole(self) -> None:
        """Leave all of a task in doubt: of its paragraphs those alone are taken that stand as they did."""
        steady = in_order(self.old, self.new, self.same)
        while named := {task for tasks in self.doubted.values() for task in tasks}:
            self._doubt_parted(named)
            away = [
                (place, task)
                for place, at in self.same.items()
                if (task := self.tasks[at]) in named and not (place in steady and self._is_unchanged(place))
            ]
            if not away:
                break
            for place, task in away:
                del self.same[place]
                self.doubted[place] = (task,) if task else ()
        shown = set(self.same.values())
        self.left |= {one for one, task in enumerate(self.tasks) if task in named and one not in shown}

    def _doubt_parted(self, named: set[Path]) -> None:
        """Doubt tasks that lost a line, and among whose other ones or behind them stands one in doubt."""
        shown = set(self.same.values())
        lost = {task for at, task in enumerate(self.tasks) if at not in shown and task is not None} - named
        task: Path | None = None
        for place in range(len(self.new)):
            own = self._task_at(place)
            task = own if place in self.same else task
            if place in self.doubted and task in lost and task is not None:
                self.doubted[place] = tuple(dict.fromkeys((*self.doubted[place], task)))
                named.add(task)

    def _is_sure(self, place: int, others: Sequence[int], places: Sequence[int]) -> bool:
        """Tell whether a paragraph is what it was taken for: by where it stands, by its words, by its number."""
        other = self.same[place]
        task = self.tasks[other]
        around = self._task_at(self.before[place]), self._task_at(self.behind[place])
        if task is None or around == (task, task):
            return True
        alike = self._likeness(place, other)
        rival = max(self._rivals(place, other, others, places), default=0.0)
        if alike >= _HALF and alike >= rival + _MARGIN:
            return True
        return len(others) == len(places) == 1 and task in around

    def _task_at(self, place: int | None) -> Path | None:
        own = None if place is None else self.same.get(place)
        return None if own is None else self.tasks[own]

    def _rivals(self, place: int, other: int, others: Sequence[int], places: Sequence[int]) -> Iterator[float]:
        """Yield how much a paragraph shares with those of other tasks, and its task's with what else stands there."""
        task = self.tasks[other]
        yield from (self._likeness(place, one) for one in others if self.tasks[one] != task)
        yield from (self._likeness(one, other) for one in places if one != place and self._task_at(one) != task)

    def _likeness(self, place: int, other: int) -> float:
        words, others = counted(self.new[place].words), counted(self.old[other].words)
        return (words & others).total() / max(words.total(), others.total(), 1)
