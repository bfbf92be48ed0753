"""Pairs of what is the same in two plans: by what each is known by, first the surest."""

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

One = TypeVar("One")
Key = TypeVar("Key", bound=Hashable)


class Pair(NamedTuple):
    """Where the same stands in the new and in the old of two lists, and by which of the keys, from 0, it is known."""

    new: int
    old: int
    key: int


def queues(values: Iterable[One], key: Callable[[One], Key]) -> dict[Key, deque[One]]:
    """Return values by their key, those of the same key in order."""
    found: dict[Key, deque[One]] = {}
    for value in values:
        found.setdefault(key(value), deque()).append(value)
    return found


def taken(waiting: dict[Key, deque[One]], key: Key) -> One | None:
    """Take the next value of a key, if there is one left."""
    line = waiting.get(key)
    return line.popleft() if line else None


def paired(new: Sequence[One], old: Sequence[One], keys: Iterable[Callable[[One], Hashable | None]]) -> Iterator[Pair]:
    """Yield which of two lists are the same, each once: first all that the first key tells, then those of the next.

    What a key returns None for, it does not know. The time is linear in the lists.
    """
    left_new, left_old = dict.fromkeys(range(len(new))), dict.fromkeys(range(len(old)))
    for number, key in enumerate(keys):
        waiting = queues(left_old, lambda place, key=key: key(old[place]))  # type: ignore[misc]
        for place in [*left_new]:
            known = key(new[place])
            same = None if known is None else taken(waiting, known)
            if same is not None:
                del left_new[place], left_old[same]
                yield Pair(place, same, number)
