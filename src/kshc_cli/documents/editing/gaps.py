"""Places of paragraphs between those that are known."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from kshc_cli.findings import Path


def together(doubts: Sequence[frozenset[Path]]) -> list[frozenset[Path]]:
    """Return sets of tasks, those with a task in common as one."""
    found: list[frozenset[Path]] = []
    for one in doubts:
        near = [each for each in found if each & one]
        found = [*(each for each in found if each not in near), one.union(*near)]
    return found


def last_known(places: Iterable[int], known: Container[int]) -> Iterator[int | None]:
    """Yield for each place the last one before it that is known."""
    last: int | None = None
    for place in places:
        yield last
        last = place if place in known else last


def unknown_between(count: int, known: Mapping[int, int], apart: Container[int]) -> dict[int, list[int]]:
    """Return the places that are not known, by what of the base they stand behind, without those that are told."""
    found: dict[int, list[int]] = {}
    behind = -1
    for place in range(count):
        behind = known.get(place, behind)
        if place not in known and place not in apart:
            found.setdefault(behind, []).append(place)
    return found
