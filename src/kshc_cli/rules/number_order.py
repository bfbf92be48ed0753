"""Which of the printed numbers that stand one below the other do not follow, and what they should be."""

from collections.abc import Container, Sequence
from itertools import accumulate
from typing import NamedTuple

Number = tuple[int, ...]
"""A printed number by its parts, from the outermost; empty for none that is made of figures."""


class Before(NamedTuple):
    """The last of the numbers before others."""

    printed: Number = ()
    meant: Number = ()
    """What it should have been, where it was another one; else as printed."""


class Order(NamedTuple):
    """What is to be said of numbers that stand together."""

    right: dict[int, Number]
    """What those that do not follow should be, by their place: all of them together make one order."""
    end: Before


def number_order(
    numbers: Sequence[Number], beginnings: Sequence[Number], begin: Number, shared: Container[int]
) -> Order:
    """Return which numbers do not follow, the first of which is one of ``beginnings``, best ``begin``.

    Whoever does what is said of all of them has an order. What stands behind a gap may go on as printed: it is said
    once. ``shared`` are the places of numbers that repeat the one above rightly.
    """
    right = dict[int, Number]()
    apart = _apart(numbers)
    before = Before()
    for place, number in enumerate(numbers):
        if not number or (place in shared and number == before.printed):
            continue
        allowed = following(before.meant) if before.printed else beginnings
        goes_on = place in apart and before.meant < before.printed and number in following(before.printed)
        if number in allowed or goes_on:
            meant = number
        else:
            meant = _as_deep(number, allowed) if before.printed else begin
            right[place] = meant
        before = Before(number, meant)
    return Order(right, before)


def following(last: Number) -> list[Number]:
    """Return what may follow a number: its next sibling, that of what it belongs to, its first child."""
    siblings = [(*last[: depth - 1], last[depth - 1] + 1) for depth in range(len(last), 0, -1)]
    return [*siblings, (*last, 1)]


def _as_deep(number: Number, allowed: Sequence[Number]) -> Number:
    return next((one for one in allowed if len(one) == len(number)), allowed[0])


def _apart(numbers: Sequence[Number]) -> set[int]:
    """Return the places from which on all numbers are greater than the last one before, and that than its own."""
    places = [place for place, number in enumerate(numbers) if number]
    stood = [numbers[place] for place in places]
    least = [*accumulate(reversed(stood), min)][::-1]
    most = [*accumulate(stood, max)]
    return {places[at] for at in range(1, len(places)) if most[at - 1] == stood[at - 1] < least[at]}
