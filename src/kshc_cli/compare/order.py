"""Two lists of the same things: which stand in the same order, and what stands beside what where some differ."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

_LOOK_AHEAD: Final = 10
"""How many are looked at for one that is alike, so that the time stays linear."""

Beside = tuple[int | None, int | None]
"""Where the same stands in the old and in the new list; None where it does not."""


def kept_in_order(places: Sequence[int], steady: Container[int] = ()) -> frozenset[int]:
    """Return the indexes of a longest run of ``places`` that grows: of the rest each was moved before or behind it.

    Of runs of the same length it is one with the most ``steady`` indexes.
    """
    ends: list[int] = []
    weights: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(ends, place)
        before.append(tails[at - 1] if at else -1)
        weight = (weights[at - 1] if at else 0) + len(places) + 1 + (index in steady)
        last = bisect_right(weights, weight)
        ends[at:last], weights[at:last], tails[at:last] = [place], [weight], [index]
    found: list[int] = []
    at = tails[-1] if tails else -1
    while at >= 0:
        found.append(at)
        at = before[at]
    return frozenset(found)


def aligned(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return where the same stands in two lists in the same order, in time linear up to a logarithm.

    Equal beginnings and ends are taken first, then between them what stands once in each, and what goes on from there.
    """
    found: list[tuple[int, int]] = []
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        first, last, start, end = waiting.pop()
        while first < last and start < end and old[first] == new[start]:
            found.append((first, start))
            first, start = first + 1, start + 1
        while first < last and start < end and old[last - 1] == new[end - 1]:
            last, end = last - 1, end - 1
            found.append((last, end))
        anchors = [(first + a, start + c) for a, c in _anchors(old[first:last], new[start:end])]
        found += anchors
        if anchors:
            edges = [(first - 1, start - 1), *anchors, (last, end)]
            waiting += [(a + 1, b, c + 1, d) for (a, c), (b, d) in pairwise(edges)]
    return sorted(found)


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return where those stand that each list has once, as far as they are in the same order."""
    counts, others = Counter(old), Counter(new)
    places = {one: place for place, one in enumerate(old) if counts[one] == 1 and others[one] == 1}
    pairs = [(places[one], place) for place, one in enumerate(new) if one in places]
    kept = kept_in_order([place for place, _other in pairs])
    return [pair for index, pair in enumerate(pairs) if index in kept]


def beside(old: Sequence[str], new: Sequence[str]) -> Iterator[Beside]:
    """Yield what stands beside what in two lists of texts, in the order of the new one.

    What is equal comes from ``aligned``; between that a text is beside the next one with half of its words, and what is
    left over of both lists but equal was moved: such pairs do not grow.
    """
    pairs = aligned(old, new)
    found: list[Beside] = [*pairs]
    left = _Left([], [])
    for (first, start), (last, end) in pairwise([(-1, -1), *pairs, (len(old), len(new))]):
        found += _fill((old, new), range(first + 1, last), range(start + 1, end), left)
    waiting: dict[str, list[int]] = {}
    for place in reversed(left.gone):
        waiting.setdefault(old[place], []).append(place)
    for place in left.come:
        same = waiting.get(new[place])
        found.append((same.pop() if same else None, place))
    found += [(place, None) for places in waiting.values() for place in places]
    yield from _in_place(found)


class _Left(NamedTuple):
    """The places of what no pair has, in the old and in the new list."""

    gone: list[int]
    come: list[int]


def _fill(
    texts: tuple[Sequence[str], Sequence[str]], gap: Sequence[int], places: Iterable[int], left: _Left
) -> Iterator[tuple[int, int]]:
    """Yield which texts of a gap are alike, the old ones first; what is left over goes to ``left``."""
    old, new = texts
    at = 0
    for place in places:
        near = range(at, min(at + _LOOK_AHEAD, len(gap)))
        alike = next((one for one in near if are_alike(old[gap[one]], new[place])), None)
        if alike is None:
            left.come.append(place)
            continue
        left.gone.extend(gap[at:alike])
        yield gap[alike], place
        at = alike + 1
    left.gone.extend(gap[at:])


def are_alike(one: str, other: str) -> bool:
    """Tell whether two texts share at least half of the words of the longer one."""
    words, others = one.split(), other.split()
    shared = (Counter(words) & Counter(others)).total()
    return 2 * shared >= max(len(words), len(others), 1)


def _in_place(found: list[Beside]) -> list[Beside]:
    """Return pairs in the order of the new list, each that is gone behind what it stood behind."""
    behind = {old: new for old, new in found if old is not None and new is not None}
    after: dict[int, float] = {}
    last = -1.0
    for place in sorted(old for old, _new in found if old is not None):
        last = float(behind.get(place, last))
        after[place] = last
    return sorted(found, key=lambda pair: (pair[1], 0) if pair[1] is not None else (after[pair[0] or 0], 1))


def beside_same(old: Sequence[str], new: Sequence[str], known: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Yield where in the new and in the old list texts are alike that stand behind the same one; ``known`` says which.

    Those that are known, by their places in the new list, are not looked at.
    """
    taken = set(known.values())
    gaps: dict[int, list[int]] = {}
    behind = -1
    for place in range(len(old)):
        behind = place if place in taken else behind
        if place not in taken:
            gaps.setdefault(behind, []).append(place)
    waiting: dict[int, list[int]] = {}
    behind = -1
    for place in range(len(new)):
        behind = known.get(place, behind)
        if place not in known:
            waiting.setdefault(behind, []).append(place)
    for behind, places in waiting.items():
        for other, place in _fill((old, new), gaps.get(behind, []), places, _Left([], [])):
            yield place, other


def out_of_order(within: Sequence[Hashable], places: Sequence[int], now: Sequence[int]) -> frozenset[int]:
    """Return the indexes of what no longer stands in the order of ``places``, each among those ``within`` the same.

    Where it is as well one as another that was moved, it is one whose place is another ``now``: of two that were
    swapped both, and none between them.
    """
    among: dict[Hashable, list[int]] = {}
    for index, one in enumerate(within):
        among.setdefault(one, []).append(index)
    moved = frozenset(range(len(places)))
    for indexes in among.values():
        own = [places[index] for index in indexes]
        ranks = {place: rank for rank, place in enumerate(sorted(own))}
        steady = {n for n, index in enumerate(indexes) if own[n] == now[index] or ranks[own[n]] == n}
        moved -= {indexes[one] for one in kept_in_order(own, steady)}
    return moved
