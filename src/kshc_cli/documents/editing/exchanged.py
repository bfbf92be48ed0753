"""Tasks whose words somebody wrote in each other's places: what was recorded of a duty follows its words."""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import Final

from kshc_cli.compare.order import are_alike

_HALF: Final = 0.5
_MARGIN: Final = 0.1
"""By so much a text shares less with its own task than with the one whose words it has nearly."""
_MANY: Final = 100
"""Among so many that changed nearly equal words are looked for."""


Details = AbstractSet[tuple[Hashable, str]]
"""What is said of a task beside what is to be done: a role and its words."""


def exchanged(
    old: Mapping[int, str],
    new: Mapping[int, str],
    same: Mapping[int, int],
    details: tuple[Mapping[int, Details], Mapping[int, Details]] = ({}, {}),
) -> dict[int, int | None]:
    """Return which places have the words of another task than that of their mark; None is a new one.

    ``old`` has the words of tasks, ``new`` those of places, ``same`` the task of each place. Words have to be just
    those of one task and of one place, and the place of that task may not resemble it any more; or two tasks have
    nearly each other's. What had its task taken is the one that is left over, if it resembles that, or if ``details``,
    those of tasks and those of places, are that one's; else it is new.
    """
    counts, others = Counter(old.values()), Counter(new.values())
    homes = {words: task for task, words in old.items() if counts[words] == 1}
    there = {task: place for place, task in same.items()}
    changed = [place for place, task in same.items() if new[place] and new[place] != old[task]]
    found = {place: homes[new[place]] for place in changed if others[new[place]] == 1 and new[place] in homes}
    while kept := [
        place
        for place, task in found.items()
        if (own := there.get(task)) is not None and own not in found and are_alike(old[task], new[own])
    ]:
        for place in kept:
            del found[place]
    open_ones = [place for place in changed if place not in found and same[place] not in found.values()]
    found |= dict(_nearly(old, new, same, open_ones))
    return {**found, **dict(_left_over((old, details[0]), (new, details[1]), same, found))}


def _nearly(
    old: Mapping[int, str], new: Mapping[int, str], same: Mapping[int, int], places: list[int]
) -> Iterator[tuple[int, int]]:
    """Yield the two places of tasks that have nearly each other's words."""
    pairs = combinations(places, 2) if len(places) <= _MANY else iter(())
    for one, other in pairs:
        if all(
            (alike := _likeness(new[here], old[same[there]])) >= _HALF
            and alike >= _likeness(new[here], old[same[here]]) + _MARGIN
            for here, there in ((one, other), (other, one))
        ):
            yield one, same[other]
            yield other, same[one]


def _left_over(
    old: tuple[Mapping[int, str], Mapping[int, Details]],
    new: tuple[Mapping[int, str], Mapping[int, Details]],
    same: Mapping[int, int],
    found: Mapping[int, int],
) -> Iterator[tuple[int, int | None]]:
    taken = set(found.values())
    free = [same[place] for place in found if same[place] not in taken]
    for place, task in same.items():
        if task in taken and place not in found:
            own = next((one for one in free if are_alike(old[0][one], new[0][place])), None)
            if own is None:
                own = _detailed(old[1], new[1].get(place, frozenset()), task, free)
            if own is not None:
                free.remove(own)
            yield place, own


def _detailed(old: Mapping[int, Details], said: Details, task: int, free: Sequence[int]) -> int | None:
    """Return of which one of ``free`` most of what is said beside is, and more than of others and of ``task``."""
    shared = {one: len(old.get(one, frozenset()) & said) for one in (task, *free)}
    own = max(shared, key=lambda one: shared[one])
    is_most = 2 * shared[own] >= max(len(old.get(own, ())), len(said), 1)
    return own if is_most and [*shared.values()].count(shared[own]) == 1 and own != task else None


def _likeness(words: str, others: str) -> float:
    one, other = Counter(words.split()), Counter(others.split())
    return (one & other).total() / max(one.total(), other.total(), 1)
