"""Which paragraphs of the running text of an edited file are which of the base."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from kshc_cli.compare.order import are_alike, beside_same, kept_in_order
from kshc_cli.compare.pairing import paired
from kshc_cli.compare.printed import held
from kshc_cli.documents.editing.base import Base, BaseParagraph
from kshc_cli.documents.editing.base_rows import task_tables
from kshc_cli.documents.editing.shown import Cell, Line
from kshc_cli.findings import Path

_LABEL: Final = re.compile(r"(?:Điều\s+)?[\dIVX]+[a-zđ]?\s*[.)/:]|[a-zđ]\)")


Zone = tuple[Cell, int]
"""A cell, or the text between two tables of tasks."""


class BaseLine(NamedTuple):
    """A paragraph of the running text as it was written."""

    paragraph: BaseParagraph
    words: str
    behind: tuple[int, ...] = ()
    """The tables of tasks that it stands behind."""


def base_lines(base: Base) -> tuple[list[BaseLine], dict[int, int]]:
    """Return the paragraphs outside the tables of tasks that say something, and their places by their numbers."""
    tables = task_tables(base)
    lines, places = list[BaseLine](), dict[int, int]()
    starts = {table: next(n for n, one in enumerate(base.paragraphs) if one.table == table) for table in tables}
    for number, one in enumerate(base.paragraphs):
        words = held(one.text)
        if one.table not in tables and words:
            places[number] = len(lines)
            lines.append(BaseLine(one, words, tuple(table for table, first in starts.items() if first < number)))
    return lines, places


def same_lines(old: Sequence[BaseLine], new: Sequence[Line], marked: Mapping[int, int]) -> dict[int, int]:
    """Return which paragraphs are which, by their places: by marks, by words, by what they stand behind."""
    words = [one.words for one in old], [one.words for one in new]
    found = equal_lines(*words, marked)
    found |= dict(beside_same(*words, found))
    found |= _labelled(old, new, found)
    return found | _alone(old, new, found)


def equal_lines(old: Sequence[str], new: Sequence[str], known: Mapping[int, int]) -> dict[int, int]:
    """Return which of two lists of words are which: those known, and of the others those that say the same."""
    found = {**known}
    _add_equal(found, (old, new), lambda one, counts: counts[0][one] == counts[1][one] == 1)
    _add_beside(found, (old, new), range(len(new)), -1)
    _add_beside(found, (old, new), range(len(new) - 1, -1, -1), 1)
    _add_equal(found, (old, new), lambda _one, _counts: True)
    return found


def _add_equal(
    found: dict[int, int],
    words: tuple[Sequence[str], Sequence[str]],
    is_meant: Callable[[str, tuple[Counter[str], Counter[str]]], bool],
) -> None:
    """Add which of those that nobody has found have the same words."""
    taken = set(found.values())
    left = [n for n in range(len(words[1])) if n not in found]
    others = [n for n in range(len(words[0])) if n not in taken]
    counts = Counter(words[0][n] for n in others), Counter(words[1][n] for n in left)
    left = [n for n in left if is_meant(words[1][n], counts)]
    pairs = paired([words[1][n] for n in left], [words[0][n] for n in others], (str,))
    found |= {left[one.new]: others[one.old] for one in pairs}


def _add_beside(
    found: dict[int, int], words: tuple[Sequence[str], Sequence[str]], places: Iterable[int], step: int
) -> None:
    """Add which have the same words beside those that are known: of words that stand often, those of the same task."""
    taken = set(found.values())
    for place in places:
        other = found.get(place + step, -2) - step
        is_open = place not in found and place + step in found and other not in taken
        if is_open and 0 <= other < len(words[0]) and words[0][other] == words[1][place]:
            found[place] = other
            taken.add(other)


def _labelled(old: Sequence[BaseLine], new: Sequence[Line], known: Mapping[int, int]) -> dict[int, int]:
    """Return which of those that nobody has found begin with the same number between the same two: “1.”, “Điều 2.”."""
    taken = set(known.values())
    keys = list[tuple[int, str]](), list[tuple[int, str]]()
    behind = -1
    for place, one in enumerate(old):
        behind = place if place in taken else behind
        keys[0].append((behind, label_of(one.words)))
    behind = -1
    for place, line in enumerate(new):
        behind = known.get(place, behind)
        keys[1].append((behind, label_of(line.words)))
    left = [n for n in range(len(new)) if n not in known and keys[1][n][1]]
    others = [n for n in range(len(old)) if n not in taken and keys[0][n][1]]
    pairs = paired([keys[1][n] for n in left], [keys[0][n] for n in others], (tuple,))
    return {left[one.new]: others[one.old] for one in pairs}


def label_of(words: str) -> str:
    """Return the number or letter that a paragraph begins with."""
    found = _LABEL.match(words)
    return found[0] if found else ""


def by_marks(old: Sequence[BaseLine], new: Sequence[Line], places: Mapping[int, int]) -> dict[int, int]:
    """Return which bear the marks of which; of several that bear the same the one with the same words, or like ones.

    Of equal ones it is the one that stands behind what it stood behind, else the one that stands in its order.
    """
    claims: dict[int, list[int]] = {}
    for number, one in enumerate(new):
        own = [places[mark] for mark in one.marks if mark in places]
        if own:
            claims.setdefault(max(own, key=lambda place, one=one: _likeness(old[place], one)), []).append(number)  # type: ignore[misc]
    likest = {at: max(_likeness(old[at], new[one]) for one in each) for at, each in claims.items()}
    rivals = sorted(
        (one, at) for at, each in claims.items() for one in each if _likeness(old[at], new[one]) == likest[at]
    )
    steady = dict(rivals[index][::-1] for index in kept_in_order([at for _one, at in rivals]))
    firsts = {at: one for one, at in reversed(rivals)}
    equal = {*rivals}
    found: dict[int, int] = {}
    for at, first in sorted(firsts.items()):
        beside = found.get(at - 1, -2) + 1
        found[at] = beside if (beside, at) in equal else steady.get(at, first)
    return {place: at for at, place in found.items()}


def _likeness(old: BaseLine, new: Line) -> tuple[bool, bool]:
    return old.words == new.words, are_alike(old.words, new.words)


def _alone(old: Sequence[BaseLine], new: Sequence[Line], known: Mapping[int, int]) -> dict[int, int]:
    """Return which stand alone between the same two, so that the one was written in place of the other."""
    both = sorted(known.items())
    found: dict[int, int] = {}
    for (first, start), (last, end) in zip([(-1, -1), *both], [*both, (len(new), len(old))], strict=True):
        if last - first == 2 == end - start:
            found[first + 1] = start + 1
    taken = set(known.values())
    return {place: other for place, other in found.items() if other not in taken}


def in_order(old: Sequence[BaseLine], new: Sequence[Line], same: Mapping[int, int]) -> set[int]:
    """Return the places of the paragraphs that stayed where they were: of values rather than of their further lines."""
    away = _away(old, new, same)
    matched = sorted(place for place in same if place not in away)
    firsts: dict[object, int] = {}
    for place in matched:
        own = first_path(old[same[place]]) or place
        firsts[own] = min(same[place], firsts.get(own, same[place]))
    known = set(firsts.values())
    leading = [place for place in matched if same[place] in known]
    leading = [leading[index] for index in kept_in_order([same[place] for place in leading])]
    fitting = [place for place in matched if _fits(place, sorted(leading), same)]
    return {fitting[index] for index in kept_in_order([same[place] for place in fitting])}


def first_path(line: BaseLine) -> Path | None:
    """Return the way to the value that a paragraph shows first, or a line of; None where it shows none."""
    return next((piece.path for piece in line.paragraph.pieces), None)


def _fits(place: int, leading: Sequence[int], same: Mapping[int, int]) -> bool:
    """Tell whether a paragraph stands behind and before those of ``leading`` that it stood behind and before."""
    at = bisect_left(leading, place)
    if leading[at : at + 1] == [place]:
        return True
    is_behind = at == 0 or same[leading[at - 1]] < same[place]
    return is_behind and (at == len(leading) or same[place] < same[leading[at]])


def _away(old: Sequence[BaseLine], new: Sequence[Line], same: Mapping[int, int]) -> frozenset[int]:
    """Return which paragraphs stand in another cell than before, or on the other side of a table of tasks.

    Cells and tables may have other numbers now: where most of a place came from, that it was.
    """
    there = {one.stretch for one in new}
    counted: dict[Zone, Counter[Zone]] = {}
    zones: dict[int, Zone] = {}
    for place, other in same.items():
        at = old[other].paragraph
        zones[place] = (at.table, at.row, at.cell), max((one for one in old[other].behind if one in there), default=0)
        counted.setdefault((new[place].where, new[place].stretch), Counter())[zones[place]] += 1
    was = {zone: _most(found, zone) for zone, found in counted.items()}
    return frozenset(
        place
        for place, zone in zones.items()
        if new[place].stretch < 0 or was[new[place].where, new[place].stretch] != zone
    )


def _most(found: Counter[Zone], zone: Zone) -> Zone:
    return max(found, key=lambda one: (found[one], one == zone))
