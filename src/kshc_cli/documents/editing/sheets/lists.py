"""Which tasks the lists of a plan hold by its edited sheet, and in which order."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kshc_cli.compare.edited import Item, Kept, NotTaken
from kshc_cli.compare.order import kept_in_order
from kshc_cli.documents.editing.row_lists import RowWish
from kshc_cli.documents.editing.sheets.plan_sheet import PlanSheet
from kshc_cli.documents.editing.sheets.sorting import is_sorted_by_a_column
from kshc_cli.documents.editing.sheets.standing import Standing
from kshc_cli.findings import Path
from kshc_cli.messages import _

_MANY: Final = 4
"""More than one row in so many stands among those of another heading where nobody put them there one by one."""


def take_lists(wish: RowWish, sheet: PlanSheet, found: Sequence[Standing], *, is_sorted: bool) -> Iterator[str]:
    """Take over which tasks stand in which list, in which order; yield what is to be said of it.

    ``is_sorted`` says that whoever saved the sheet tells that it was sorted. Such an order is one to look at: tasks
    then keep the order of the plan, and new ones come last.
    """
    among = _among_their_own(sheet, found)
    is_order_of_view = _is_of_view(sheet, found, among, is_sorted=is_sorted)
    in_place = frozenset[int]() if is_order_of_view else among
    own: dict[Path, list[tuple[int, Standing]]] = {path: [] for path in sheet.places}
    for place, one in enumerate(found):
        own[one.within].append((place, one))
    lists = {path: tuple(_in_order(sheet, each, in_place)) for path, each in own.items()}
    if is_order_of_view:
        yield _("The rows of the sheet are sorted otherwise than the plan; its tasks keep their order.")
    before: dict[Path, list[Item]] = {path: [] for path in sheet.places}
    for row in sheet.rows:
        before[row.within].append(Kept(row.base.path))
    if emptied := [path for path, items in lists.items() if not items and not _may_be_empty(path, lists)]:
        reason = _("its heading would have no tasks left, so that rows that came, went or moved stay as they were")
        wish.not_taken.extend(NotTaken(reason, sheet.places[path]) for path in emptied)
        return
    wish.not_taken.extend(_astray(sheet, found, among if not is_order_of_view else frozenset(range(len(found)))))
    gone = {path[:-1] for path, items in lists.items() if not items and "groups" in path}
    for table in {path[:-1] for path in gone}:
        groups = [path[:-1] for path in lists if path[:-2] == table]
        wish.lists[table] = tuple(Kept(one) for one in groups if one not in gone)
    wish.lists.update(
        {path: items for path, items in lists.items() if [*items] != before[path] and path[:-1] not in gone}
    )


def _is_of_view(sheet: PlanSheet, found: Sequence[Standing], among: frozenset[int], *, is_sorted: bool) -> bool:
    """Tell whether the order of rows is one to look at: sorted, or of rows most of which stand elsewhere.

    Or many of them among those of another heading than they name.
    """
    stayed = [(place, number) for place, one in enumerate(found) if (number := one.number) is not None]
    stayed = [(place, number) for place, number in stayed if _stays(sheet, found[place])]
    numbers = [number for _place, number in stayed]
    moved = len(numbers) - len(kept_in_order(numbers))
    if not moved or is_sorted or 2 * moved > len(numbers):
        return bool(moved)
    astray = sum(1 for place, _number in stayed if place not in among)
    return astray > max(1, len(numbers) // _MANY) or is_sorted_by_a_column(sheet, numbers)


def _among_their_own(sheet: PlanSheet, found: Sequence[Standing]) -> frozenset[int]:
    """Return the places of tasks that stand where their list may go on: between others that nobody moved."""
    ranks = {path: rank for rank, path in enumerate(sheet.places)}
    numbers = [(place, number) for place, one in enumerate(found) if (number := one.number) is not None]
    staying = [(place, number) for place, number in numbers if _stays(sheet, found[place])]
    fixed = {staying[index][0] for index in kept_in_order([number for _place, number in staying])}
    least, most = [0] * len(found), [len(ranks)] * len(found)
    for place in range(1, len(found)):
        least[place] = ranks[found[place - 1].within] if place - 1 in fixed else least[place - 1]
    for place in reversed(range(len(found) - 1)):
        most[place] = ranks[found[place + 1].within] if place + 1 in fixed else most[place + 1]
    return frozenset(
        place for place, one in enumerate(found) if place in fixed or least[place] <= ranks[one.within] <= most[place]
    )


def _may_be_empty(path: Path, lists: Mapping[Path, tuple[Item, ...]]) -> bool:
    """Tell whether a list may lose all tasks: one of paragraphs, or of a group beside others, which goes with them."""
    if "items" in path:
        return True
    return "groups" in path and any(items for other, items in lists.items() if other[:-2] == path[:-2])


def _in_order(sheet: PlanSheet, own: Sequence[tuple[int, Standing]], in_place: frozenset[int]) -> Iterator[Item]:
    """Yield the tasks of a list: those ``in_place`` as they stand, others behind what they followed, then new ones."""
    staying = {number: one for _place, one in own if (number := one.number) is not None and _stays(sheet, one)}
    behind: dict[int | None, list[Item]] = {}
    last: int | None = None
    placed = {one.number for place, one in own if place in in_place}
    for number in sorted(staying):
        if number in placed:
            last = number
        else:
            behind.setdefault(last, []).append(staying[number].item)
    yield from behind.get(None, ())
    for place, one in own:
        if place in in_place:
            yield one.item
            yield from behind.get(one.number, ()) if one.number in staying else ()
    yield from (one.item for place, one in own if place not in in_place and one.number not in staying)


def _stays(sheet: PlanSheet, one: Standing) -> bool:
    """Tell whether a task is for the list that it was in."""
    return one.number is not None and sheet.rows[one.number].within == one.within


def _astray(sheet: PlanSheet, found: Sequence[Standing], among: frozenset[int]) -> Iterator[NotTaken]:
    """Yield the tasks that stand among those of another heading than the one that they name, which is theirs still."""
    for place, one in enumerate(found):
        if place not in among and (number := one.number) is not None and _stays(sheet, one):
            reason = _("it stands among the tasks of another heading and says “{heading}”, where it stays")
            words = max(sheet.rows[number].base.cells, key=len)
            yield NotTaken(reason.format(heading=sheet.places[one.within]), words)
