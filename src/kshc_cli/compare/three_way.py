"""Two people's changes of one plan brought together: what both can have, and where they say different things."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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
    is_place: bool = False
    """Whether it is about where something stands: the words are the headings above it."""


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
    gone = set[Path | None]()
    for path, items in wish.lists.items():
        gone |= {place_in(places, one) for one in _gone(path, items, base, moved)}
        _join_list(found, path, items, (base, now), places, moved)
    origins = {there: one for one, there in places.items() if there is not None}
    for path, items in found.lists.items():
        found.conflicts.extend(_moved_twice(found, path, items, (base, now), origins))
    if not found.conflicts:
        found.conflicts.extend(_miscounted(found, (base, now), gone, origins))
    return found


def _moved_twice(
    found: Joined, path: Path, items: Sequence[Item], data: tuple[Any, Any], origins: Mapping[Path, Path]
) -> Iterator[Conflict]:
    """Yield what both have moved, each elsewhere: it is in another list than the one that it would be taken from."""
    for item in _all(items):
        if isinstance(item, Kept) and (item.path[:-1] != path or item not in items):
            left = found.lists.get(item.path[:-1])
            if item in left if left is not None else not _is_gone(found, item.path[:-1]):
                origin = origins.get(item.path, item.path)
                group = next((one for one in items if isinstance(one, New) and item in one.tasks), None)
                wanted = place_words(data[1], path) if group is None else _words(group.data)
                yield Conflict(
                    origin, place_words(data[0], origin), place_words(data[1], item.path), wanted, is_place=True
                )


def _is_gone(found: Joined, path: Path) -> bool:
    """Tell whether a list is gone with the group, table or section that it stands in."""
    above = (path[:length] for length in range(len(path), 0, -1) if isinstance(path[length - 1], int))
    return any((kept := found.lists.get(one[:-1])) is not None and Kept(one) not in _all(kept) for one in above)


def _miscounted(
    found: Joined, data: tuple[Any, Any], gone: Collection[Path | None], origins: Mapping[Path, Path]
) -> Iterator[Conflict]:
    """Yield what would stand twice in the plan, or no more although nobody took it out."""
    counts = Counter(item.path for items in found.lists.values() for item in _all(items) if isinstance(item, Kept))
    own = [(*path, number) for path in found.lists for number in range(len(value_at(data[1], path)[1] or ()))]
    for one in dict.fromkeys((*own, *counts)):
        if counts[one] > 1 or (not counts[one] and one not in gone):
            origin = origins.get(one, one)
            yield Conflict(origin, place_words(data[0], origin), place_words(data[1], one), None, is_place=True)


def place_words(data: Any, path: Path) -> str:  # noqa: ANN401  plain data
    """Return the headings above what stands at a path."""
    found: list[str] = []
    for step in path[:-1]:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(data, Mapping) and isinstance(data.get("heading"), str):
            found.append(as_read(data["heading"]))
    return " › ".join(found)


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
    found.conflicts.extend(_opposed(path, items, data, places, moved))
    own = [(*target, number) for number in range(len(current))]
    sought = [one for one in (_placed(item, places) for item in items) if one is not None]
    staying = [place_in(places, one) for one in old]
    if own == staying:
        found.lists[target] = tuple(sought)
        return
    come = {one: value_at(data[1], one)[1] for one in own if one not in {*staying, *places.values()}}
    result = _merged(own, [*_fresh(found, path, sought, come)], staying)
    if result != [Kept(one) for one in own]:
        found.lists[target] = tuple(result)


def _opposed(
    path: Path, items: Sequence[Item], data: tuple[Any, Any], places: Places, moved: Collection[Path]
) -> Iterator[Conflict]:
    """Yield what one took out of a list and the other changed or moved."""
    for one in _gone(path, items, data[0], moved):
        there = place_in(places, one)
        parent = place_in(places, path[:-1])
        if there is None or parent is None:
            continue
        if there[:-1] != (*parent, path[-1]):
            yield Conflict(one, place_words(data[0], one), place_words(data[1], there), None, is_place=True)
            continue
        was, is_now = (value_at(each, way)[1] for each, way in ((data[0], one), (data[1], there)))
        for at, before, now in _differing(one, was, is_now):
            yield Conflict(at, before, now, None)
    for item in _all(items):
        if isinstance(item, Kept) and item.path[:-1] != path and place_in(places, item.path) is None:
            before, wanted = (place_words(data[0], way) for way in (item.path, (*path, 0)))
            yield Conflict(item.path, before, None, wanted, is_place=True)


def _gone(path: Path, items: Sequence[Item], base: Any, moved: Collection[Path]) -> list[Path]:  # noqa: ANN401  plain data
    """Return what a list lost, and no other list got."""
    old = [(*path, number) for number in range(len(value_at(base, path)[1] or ()))]
    return [one for one in old if Kept(one) not in items and one not in moved]


def _differing(path: Path, old: Any, new: Any) -> Iterator[tuple[Path, str | None, str | None]]:  # noqa: ANN401  plain data
    """Yield where what stands at a path differs, with the words of both."""
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*old, *new)):
            yield from _differing((*path, key), old.get(key), new.get(key))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for number, (was, now) in enumerate(zip(old, new, strict=True)):
            yield from _differing((*path, number), was, now)
    else:
        yield path, _said(old), _said(new)


def _said(value: Any) -> str | None:  # noqa: ANN401  plain data
    """Return all the words of a value."""
    if isinstance(value, list | Mapping):
        parts = (one for key, one in value.items() if key != "id") if isinstance(value, Mapping) else value
        return "; ".join(said for one in parts if (said := _said(one))) or None
    return None if value is None else as_read(str(value)) or None


def _fresh(found: Joined, path: Path, sought: Iterable[Item], come: dict[Path, Any]) -> Iterator[Item]:
    """Yield the items of a list but those that the plan got too; one that it has with other words is a conflict."""
    for item in sought:
        same = [one for one, value in come.items() if isinstance(item, New) and _words(item.data) == _words(value)]
        if not isinstance(item, New) or not same:
            yield item
            continue
        at = next((one for one in same if _is_there(item, one, come[one])), same[0])
        value = come.pop(at)
        if not _is_there(item, at, value):
            wanted = _said([item.data, *(one.data for one in item.tasks if isinstance(one, New))])
            found.conflicts.append(Conflict(path, None, _said(value), wanted))


def _is_there(item: New, path: Path, value: Any) -> bool:  # noqa: ANN401  plain data
    """Tell whether what the plan got is just what was added in Word."""
    if not isinstance(value, Mapping) or not isinstance(item.data, Mapping):
        return _words(value) == _words(item.data)
    tasks = value.get("tasks") or ()
    return all(_said(value_at(value, (key,))[1]) == _said(words) for key, words in item.data.items()) and all(
        one.path[:-1] == (*path, "tasks")
        if isinstance(one, Kept)
        else any(_is_there(one, (*path, "tasks", number), each) for number, each in enumerate(tasks))
        for one in item.tasks
    )


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
        is_both = (
            isinstance(item, Kept) and item in there and item not in numbers
        )  # the other one has moved it here too
        if not is_both and (isinstance(item, New) or item not in kept or item not in result):
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
