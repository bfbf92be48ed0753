"""Two people's changes of one plan brought together: what both can have, and where they say different things."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from kshc_cli.compare.edit_places import Places, place_in
from kshc_cli.compare.edited import Item, Kept, New, Wish
from kshc_cli.compare.order import kept_in_order
from kshc_cli.compare.printed import as_read
from kshc_cli.findings import Path

_CELLS: Final = frozenset(("lead", "coop", "time"))
"""What is words, or words with what they mean."""


class Conflict(NamedTuple):
    """What both have changed, each otherwise: the words that it had, those of the plan now, and those wanted."""

    path: Path
    """The way to it in the plan that was edited."""
    before: str | None
    now: str | None
    wanted: str | None


class Joined(NamedTuple):
    """Changes of the plan as it is now, by the ways to its values."""

    values: dict[Path, str | None]
    lists: dict[Path, tuple[Item, ...]]
    conflicts: list[Conflict]


def value_at(data: Any, path: Path) -> tuple[Path, Any]:  # noqa: ANN401  plain data
    """Return the way to the words that stand at a path, however they are written, and the words; None for none."""
    steps: list[str | int] = []
    value = data
    for step in path:
        if step == "text" and isinstance(value, str):
            continue
        steps.append(step)
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            value = None
    if isinstance(value, dict) and path[-1:] and path[-1] in _CELLS:
        return (*steps, "text"), value.get("text")
    return tuple(steps), value


def joined(wish: Wish, base: Any, now: Any, places: Places) -> Joined:  # noqa: ANN401  plain data
    """Return a wish about the plan ``base`` as one about the plan ``now``, which came of it too."""
    found = Joined({}, {}, [])
    for path, words in wish.values.items():
        _join_value(found, path, words, (base, now), places)
    moved = {item.path for items in wish.lists.values() for item in _all(items) if isinstance(item, Kept)}
    for path, items in wish.lists.items():
        _join_list(found, path, items, (base, now), places, moved)
    for path, items in found.lists.items():
        found.conflicts.extend(_moved_twice(found, path, items, now))
    return found


def _moved_twice(found: Joined, path: Path, items: Sequence[Item], now: Any) -> Iterator[Conflict]:  # noqa: ANN401  plain data
    """Yield what both have moved, each elsewhere: it is in another list than the one that it would be taken from."""
    for item in _all(items):
        if isinstance(item, Kept) and (item.path[:-1] != path or item not in items):
            left = found.lists.get(item.path[:-1])
            if left is None or item in left:
                words = _words(value_at(now, item.path)[1])
                yield Conflict(item.path, words, words, words)


def _all(items: Iterable[Item]) -> list[Item]:
    return [one for item in items for one in (item, *(item.tasks if isinstance(item, New) else ()))]


def _join_value(found: Joined, path: Path, words: str | None, data: tuple[Any, Any], places: Places) -> None:
    old = value_at(data[0], path)[1]
    at = place_in(places, path)
    if at is None:
        found.conflicts.append(Conflict(path, old, None, words))
        return
    steps, current = value_at(data[1], at)
    if as_read(current) == as_read(words):
        return
    if as_read(current) != as_read(old):
        found.conflicts.append(Conflict(path, old, current, words))
    else:
        found.values[steps] = words


def _join_list(
    found: Joined, path: Path, items: Sequence[Item], data: tuple[Any, Any], places: Places, moved: set[Path]
) -> None:
    at = place_in(places, path[:-1]) if len(path) > 1 else ()
    if at is None:
        found.conflicts.append(Conflict(path, _words(value_at(data[0], path)[1]), None, None))
        return
    target = (*at, path[-1])
    before, current = (value_at(one, way)[1] or [] for one, way in ((data[0], path), (data[1], target)))
    old = [(*path, number) for number in range(len(before))]
    gone = [one for one in old if Kept(one) not in items and one not in moved]
    for one in gone:
        there = place_in(places, one)
        is_moved = there is not None and there[:-1] != target
        if there is not None and (is_moved or value_at(data[0], one)[1] != value_at(data[1], there)[1]):
            was, is_now = (_words(value_at(each, way)[1]) for each, way in ((data[0], one), (data[1], there)))
            found.conflicts.append(Conflict(one, was, is_now, None))
    for item in _all(items):
        if isinstance(item, Kept) and item.path[:-1] != path and place_in(places, item.path) is None:
            words = _words(value_at(data[0], item.path)[1])
            found.conflicts.append(Conflict(item.path, words, None, words))
    own = [(*target, number) for number in range(len(current))]
    wanted = [_placed(item, places) for item in items]
    sought = [one for one in wanted if one is not None]
    if own == [place_in(places, one) for one in old]:
        found.lists[target] = tuple(sought)
        return
    known = {_words(value_at(data[1], one)[1]) for one in own} - {_words(one) for one in before}
    fresh = [one for one in sought if not (isinstance(one, New) and _words(one.data) in known)]
    result = _merged(own, fresh, [place_in(places, one) for one in old])
    if result != [Kept(one) for one in own]:
        found.lists[target] = tuple(result)


def _placed(item: Item, places: Places) -> Item | None:
    """Return an item as the plan now has it; None for one that it has no more."""
    if isinstance(item, Kept):
        at = place_in(places, item.path)
        return None if at is None else Kept(at)
    tasks = tuple(one for one in (_placed(each, places) for each in item.tasks) if one is not None)
    return New(item.data, tasks)


def _merged(own: Sequence[Path], wanted: Sequence[Item], old: Sequence[Path | None]) -> list[Item]:
    """Return what a list holds whose items both have changed: what one adds or moves stands behind what it did."""
    numbers = {Kept(one): number for number, one in enumerate(old) if one is not None}
    staying = [item for item in wanted if isinstance(item, Kept) and item in numbers]
    kept = {staying[index] for index in kept_in_order([numbers[item] for item in staying])}
    result: list[Item] = [Kept(one) for one in own if Kept(one) not in numbers or Kept(one) in kept]
    last: Item | None = None
    there = {Kept(one) for one in own}
    for item in wanted:
        if isinstance(item, Kept) and item in numbers and item not in there:
            continue  # the other one has moved it elsewhere
        if isinstance(item, New) or item not in kept or item not in result:
            result.insert(result.index(last) + 1 if last in result else 0, item)
        last = item
    return result


def _words(value: Any) -> str:  # noqa: ANN401  plain data
    """Return what an item is known by."""
    if isinstance(value, Mapping):
        return as_read(
            next((value[key] for key in ("content", "text", "heading") if isinstance(value.get(key), str)), "")
        )
    return as_read(value) if isinstance(value, str) else ""
