"""What an amending decision says of a list many parts of which stand in another order: one sentence for all of them."""

from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.compare.values import Difference, Kind
from kshc_cli.documents.rendering.amended_places import NUMBER, THINGS
from kshc_cli.findings import Path

_MANY: Final = 3
"""From how many on what moved within a list is told together."""
_MOVES: Final = "Chuyển "
_ORDER: Final = "Sắp xếp lại thứ tự các {thing} như sau: {names}"
_BY_NUMBER: Final = "{numbers} (theo {number} hiện hành)"


def reordered(group: Sequence[Difference]) -> Iterator[list[Difference]]:
    """Yield what stands in another order of each list in which many do."""
    lists: dict[Path, list[Difference]] = {}
    for one in group:
        if one.kind is Kind.REORDERED and one.new:
            lists.setdefault(one.new.path[:-1], []).append(one)
    yield from (several for several in lists.values() if len(several) >= _MANY)


def new_order(moved: Sequence[Difference], names: Sequence[str], said: Sequence[str]) -> str:
    """Say how a list is ordered now: all of it, by ``names``, where half of it moved, else by what is ``said``."""
    if not (names and all(names)) or len(names) > 2 * len(moved):
        return f"{_MOVES}{'; '.join(one.removeprefix(_MOVES) for one in said)}"
    thing = THINGS[moved[0].subject]
    numbered = f"{thing} {NUMBER} "
    if all(name.startswith(numbered) for name in names):
        numbers = ", ".join(name.removeprefix(numbered) for name in names)
        return _ORDER.format(thing=thing, names=_BY_NUMBER.format(numbers=numbers, number=NUMBER))
    return _ORDER.format(thing=thing, names="; ".join(name.removeprefix(f"{thing} ") for name in names))
