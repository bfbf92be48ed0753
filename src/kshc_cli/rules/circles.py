"""Circles among ids that lead to other ids: groups to their members, bodies to their successors."""

from collections.abc import Mapping, Sequence

Links = Mapping[str, Sequence[str]]
"""The ids that each id leads to."""


def in_circles(links: Links) -> frozenset[str]:
    """Return the ids that lead back to themselves, at once or through others.

    Takes time linear in the links: strongly connected parts after Kosaraju.
    """
    back: dict[str, list[str]] = {}
    for one, others in links.items():
        for other in others:
            back.setdefault(other, []).append(one)
    order: list[str] = []
    seen: set[str] = set()
    for one in links:
        order += _reached(one, links, seen)
    seen.clear()
    parts = [_reached(one, back, seen) for one in reversed(order)]
    own = (one for one, others in links.items() if one in others)
    return frozenset(own).union(*(part for part in parts if len(part) > 1))


def _reached(start: str, links: Links, seen: set[str]) -> list[str]:
    """Return what ``start`` leads to and was not seen before, itself included, each after all that it leads to."""
    found: list[str] = []
    way = [] if start in seen else [(start, iter(links.get(start, ())))]
    seen.add(start)
    while way:
        one, others = way[-1]
        following = next((other for other in others if other not in seen), None)
        if following is None:
            found.append(one)
            way.pop()
        else:
            seen.add(following)
            way.append((following, iter(links.get(following, ()))))
    return found
