"""Which tasks of two plans are the same: by their ids or, where these say nothing, by likeness."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kshc_cli.compare.order import are_alike, beside_same
from kshc_cli.compare.pairing import paired
from kshc_cli.compare.printed import as_read
from kshc_cli.compare.same_tasks import begun, printed_cells
from kshc_cli.compare.values import Matched
from kshc_cli.findings import Path
from kshc_cli.plan.model import Task
from kshc_cli.plan.walk import Placed


class TaskPair(NamedTuple):
    """The same task in both plans."""

    old: Placed
    new: Placed
    matched: Matched


class TaskPairs(NamedTuple):
    """The tasks of two plans."""

    same: tuple[TaskPair, ...]
    """Those that both have, in the order of the new plan."""
    gone: tuple[Placed, ...]
    come: tuple[Placed, ...]
    known_by_ids: bool


def task_pairs(old: Sequence[Placed], new: Sequence[Placed]) -> TaskPairs:
    """Return which tasks are the same, in time linear in the plans.

    Ids say it, unless more of them stand before another's words than before their own: then, and for most tasks where
    few ids are common, likeness does. Where single ids stand before another's words, it is asked before them. What ids
    leave over otherwise is the same only where its content is.
    """
    by_id = {one.new: one.old for one in paired(new, old, (_id,))}
    words = _contents(old), _contents(new)
    ids = by_id if _are_kept(by_id, *words) else {}
    known_by_ids = 2 * len(ids) >= min(len(old), len(new))
    doubtful = _doubtful(ids, words, [one.path[:-2] for one in new])
    found = {place: (other, Matched.ID) for place, other in ids.items() if place not in doubtful}
    found |= {place: (other, matched) for place, other, matched in _alike(old, new, found)}
    if doubtful or not known_by_ids:
        others = set(doubtful.values())
        for place, other, matched in [*_likely(words, found)]:
            if not known_by_ids or place in doubtful or other in others:
                found[place] = other, Matched.ID if doubtful.get(place) == other else matched
    kept = {other for other, _matched in found.values()}
    own = {place: other for place, other in doubtful.items() if place not in found and other not in kept}
    found |= {place: (other, Matched.ID) for place, other in own.items()}
    return _told(old, new, found, known_by_ids=known_by_ids)


def _told(
    old: Sequence[Placed], new: Sequence[Placed], found: Mapping[int, tuple[int, Matched]], *, known_by_ids: bool
) -> TaskPairs:
    same = tuple(TaskPair(old[found[i][0]], one, found[i][1]) for i, one in enumerate(new) if i in found)
    kept = {other for other, _matched in found.values()}
    gone = tuple(one for i, one in enumerate(old) if i not in kept)
    come = tuple(one for i, one in enumerate(new) if i not in found)
    return TaskPairs(same, gone, come, known_by_ids)


def content_of(placed: Placed) -> str:
    """Return the words of a task as written: those of its content, in paragraphs all of them."""
    return placed.item_text or placed.task.content


def _contents(tasks: Sequence[Placed]) -> list[str]:
    return [as_read(content_of(one)) for one in tasks]


def _are_kept(by_id: dict[int, int], old: Sequence[str], new: Sequence[str]) -> bool:
    """Tell whether ids stand for the same tasks: no more of them stand for the words of others than for their own."""
    if not by_id:
        return False
    told = set(old)
    same = sum(old[other] == new[place] for place, other in by_id.items())
    strangers = sum(old[other] != new[place] and new[place] in told for place, other in by_id.items())
    return strangers <= same


def _doubtful(
    ids: Mapping[int, int], words: tuple[Sequence[str], Sequence[str]], parts: Sequence[Path]
) -> dict[int, int]:
    """Return the tasks whose ids stand before another's words, as those of rows counted anew do.

    So do all others in the same part that are reworded: there ids are places.
    """
    old, new = words
    others = {place: other for place, other in ids.items() if old[other] != new[place]}
    kept = ids.keys() - others.keys()
    gone = {old[one] for one in set(range(len(old))) - {ids[place] for place in kept}}
    come = {new[one] for one in set(range(len(new))) - kept}
    strangers = {place for place, other in others.items() if new[place] in gone or old[other] in come}
    within = {parts[place] for place in strangers}
    return {place: other for place, other in others.items() if parts[place] in within}


def _likely(
    words: tuple[Sequence[str], Sequence[str]], found: Mapping[int, tuple[int, Matched]]
) -> Iterator[tuple[int, int, Matched]]:
    """Yield which of the tasks that nobody has found are the same by their place, or by how they begin."""
    known = {place: other for place, (other, _matched) in found.items()}
    beside = dict(beside_same(words[0], words[1], known))
    yield from ((place, other, Matched.PLACE) for place, other in beside.items())
    known |= beside
    yield from _begun_alike(words, set(known.values()), set(known))


def _alike(
    old: Sequence[Placed], new: Sequence[Placed], found: dict[int, tuple[int, Matched]]
) -> Iterator[tuple[int, int, Matched]]:
    """Yield which of the tasks that nobody has found are the same by all their words, or by their content."""
    taken = {other for other, _matched in found.values()}
    left = [i for i in range(len(new)) if i not in found]
    others = [i for i in range(len(old)) if i not in taken]
    pairs = paired([new[i] for i in left], [old[i] for i in others], (_words, _content))
    for pair in pairs:
        yield left[pair.new], others[pair.old], (Matched.WORDS, Matched.CONTENT)[pair.key]


def _begun_alike(
    words: tuple[Sequence[str], Sequence[str]], taken: set[int], found: set[int]
) -> Iterator[tuple[int, int, Matched]]:
    """Yield which of the tasks that are left begin with the same words, and have half of all in common."""
    old, new = words
    others = [i for i in range(len(old)) if i not in taken]
    left = [i for i in range(len(new)) if i not in found]
    pairs = paired([new[i] for i in left], [old[i] for i in others], (begun,))
    both = ((left[one.new], others[one.old]) for one in pairs)
    yield from ((place, other, Matched.BEGINNING) for place, other in both if are_alike(old[other], new[place]))


def _id(placed: Placed) -> Hashable:
    return placed.task.id


def _words(placed: Placed) -> Hashable:
    task = placed.task
    if placed.item is not None:
        return as_read(placed.item.text)
    if isinstance(task, Task):
        return printed_cells(task, placed.columns)
    cells = (task.content, task.lead.text if task.lead else "", task.time.text if task.time else "")
    return tuple(map(as_read, cells))


def _content(placed: Placed) -> Hashable:
    return as_read(content_of(placed))
