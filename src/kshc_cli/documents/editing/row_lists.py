"""Which rows came to tables of tasks, went or moved, under which headings."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kshc_cli.compare.edited import Item, Kept, New, NotTaken
from kshc_cli.documents.editing.base_rows import HEADER, HEADING, TASK, BaseRow, content_of
from kshc_cli.documents.editing.shown import ShownRow
from kshc_cli.findings import Path
from kshc_cli.messages import _


class RowWish(NamedTuple):
    """What is to be changed of rows."""

    values: dict[Path, str | None]
    lists: dict[Path, tuple[Item, ...]]
    not_taken: list[NotTaken]


class _Rows(NamedTuple):
    """The rows under one heading."""

    group: Kept | None
    """None where nothing stands above."""
    heading: str
    items: list[Item]


class _Change(NamedTuple):
    """The rows of a table as they were and as a file has them."""

    own: list[BaseRow]
    before: list[tuple[Kept | None, list[Item]]]
    after: list[_Rows]

    @property
    def at(self) -> Path:
        """The way to the table."""
        first = next(one for one in self.own if one.kind == TASK)
        return first.path[: first.path.index("tables") + 2]

    @property
    def is_grouped(self) -> bool:
        return any(one.kind == HEADING for one in self.own)

    @property
    def is_none(self) -> bool:
        """Whether nothing came, went or moved."""
        return [(each.group, each.items) for each in self.after] == self.before and not any(
            each.heading for each in self.after
        )


def take_lists(
    wish: RowWish,
    known: tuple[Sequence[BaseRow], Mapping[int, int]],
    shown: Sequence[ShownRow],
    left: Collection[int],
) -> None:
    """Take over which rows tables have, under which headings, in which order, but for tables that are ``left``.

    ``known`` is the rows of the base and which are which of them. Rows that stand apart stay where they stood.
    """
    rows, same = known
    apart = {rows[other].path for place, other in same.items() if shown[place].is_apart}
    changes: dict[int, _Change] = {}
    for table in dict.fromkeys(one.table for one in rows):
        own = [one for one in rows if one.table == table]
        places = [(n, one) for n, one in enumerate(shown) if one.table == table and not one.is_apart]
        after = _after(RowWish({}, {}, []) if table in left else wish, own, places, known)
        _put_back(after, own, apart)
        changes[table] = _Change(own, _before(own), after)
    refused = _refused(wish, changes, left)
    for table, change in changes.items():
        if table not in refused and not change.is_none:
            _take(wish, change)


def _take(wish: RowWish, change: _Change) -> None:
    if not change.is_grouped:
        wish.lists[*change.at, "tasks"] = tuple(change.after[0].items)
        return
    known = dict(change.before)
    for each in change.after:
        if each.group and known.get(each.group) != each.items:
            wish.lists[*each.group.path, "tasks"] = tuple(each.items)
    groups = tuple(each.group or New({"heading": each.heading}, tuple(each.items)) for each in change.after)
    if groups != tuple(known):
        wish.lists[*change.at, "groups"] = groups


def _refused(wish: RowWish, changes: Mapping[int, _Change], left: Collection[int]) -> set[int]:
    """Return the tables whose rows stay as they were, and tell why: those too between which and these rows moved."""
    refused = {*left}
    for table, change in changes.items():
        if table not in left and not change.is_none and (problem := _problem(change)):
            wish.not_taken.append(problem)
            refused.add(table)
    tables = {Kept(one.path): table for table, change in changes.items() for one in change.own}
    links = [
        (tables[item], table, item)
        for table, change in changes.items()
        for each in change.after
        for item in (each.group, *each.items)
        if isinstance(item, Kept) and tables[item] != table
    ]
    while link := next((one for one in links if (one[0] in refused) != (one[1] in refused)), None):
        refused.update(link[:2])
        reason = _("it was moved from or into a table whose rows stay as they were, and stays where it was")
        own = [row for change in changes.values() for row in change.own]
        wish.not_taken.append(NotTaken(reason, _words_of(link[2], own)))
    return refused


def _put_back(after: list[_Rows], own: Sequence[BaseRow], apart: Collection[Path]) -> None:
    """Leave rows that stand apart where they stood."""
    for one in own:
        if one.kind == HEADER or one.path not in apart:
            continue
        group = one.path if one.kind == HEADING else one.path[:-2] if "groups" in one.path else None
        kept = None if group is None else Kept(group)
        each = next((rows for rows in after if rows.group == kept and not rows.heading), None)
        if each is None:
            each = _Rows(kept, "", [])
            after.insert(_behind([rows.group for rows in after], kept), each)
        if one.kind == TASK:
            each.items.insert(_behind(each.items, Kept(one.path)), Kept(one.path))


def _behind(items: Sequence[Item | None], item: Kept | None) -> int:
    """Return where an item stands among others: behind the last of those that stood before it in its list."""
    if item is None:
        return 0
    before = (n for n, one in enumerate(items) if isinstance(one, Kept) and _is_before(one.path, item.path))
    return max(before, default=-1) + 1


def _is_before(path: Path, other: Path) -> bool:
    return path[:-1] == other[:-1] and int(path[-1]) < int(other[-1])


def _before(own: Iterable[BaseRow]) -> list[tuple[Kept | None, list[Item]]]:
    found: list[tuple[Kept | None, list[Item]]] = []
    for one in own:
        if one.kind == HEADING:
            found.append((Kept(one.path), []))
        elif one.kind == TASK:
            if not found:
                found.append((None, []))
            found[-1][1].append(Kept(one.path))
    return found


def _after(
    wish: RowWish,
    own: Sequence[BaseRow],
    shown: Iterable[tuple[int, ShownRow]],
    known: tuple[Sequence[BaseRow], Mapping[int, int]],
) -> list[_Rows]:
    rows, same = known
    task = next(one for one in own if one.kind == TASK)
    headers = {one.cells for one in own if one.kind == HEADER}
    found: list[_Rows] = []
    for number, one in shown:
        row = rows[same[number]] if number in same else None
        if row is None and (not any(one.cells) or one.cells in headers):
            continue
        if row is not None and row.kind == HEADING:
            found.append(_Rows(Kept(row.path), "", []))
        elif row is None and one.is_across:
            found.append(_Rows(None, one.cells[0], []))
        elif row is None or row.kind == TASK:
            item = new_task(wish, task, one) if row is None else Kept(row.path)
            if item is not None:
                if not found:
                    found.append(_Rows(None, "", []))
                found[-1].items.append(item)
    return found


def new_task(wish: RowWish, like: BaseRow, shown: ShownRow) -> New | None:
    """Return the task of a new row, its cells as those of another one."""
    if len(like.cells) != len(shown.cells):
        wish.not_taken.append(NotTaken(_("a new row has other cells than its table"), shown.said))
        return None
    data: dict[str, str | dict[str, str] | None] = {"number": None, "content": "", "lead": None, "time": None}
    others: dict[str, str] = {}
    for words, path in zip(shown.cells, like.values, strict=True):
        if path is None or not words:
            continue
        if path[-2] == "others":
            others[str(path[-1])] = words
        else:
            data[str(path[-1])] = words
    if not data["content"]:
        wish.not_taken.append(NotTaken(_("a new row does not say what is to be done"), shown.said))
        return None
    return New(dict(_ordered({**data, **({"others": others} if others else {})})))


def _ordered(data: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for name in ("number", "content", "lead", "coop", "result", "time", "others"):
        if name in data:
            yield name, data[name]


def _problem(change: _Change) -> NotTaken | None:
    """Return why the rows of a table cannot be as a file has them, with words of them; None where they can."""
    own, after = change.own, change.after
    reason, words = "", ""
    empty = next((each for each in after if not each.items), None)
    if not any(each.items for each in after):
        reason = _("the rows of a whole table are gone: take it out of plan.yaml")
        words = next((content_of(one.cells) or "" for one in own if one.kind != HEADER), "")
    elif empty is not None:
        reason = _("a heading in a table has no rows below it, so that rows that came, went or moved stay as they were")
        words = empty.heading or _words_of(empty.group, own)
    elif change.is_grouped and after[0].group is None and not after[0].heading:
        reason = _("rows stand above the first heading of a table, so that its rows stay as they were")
        words = _words_of(after[0].items[0], own)
    elif not change.is_grouped and (len(after) > 1 or after[0].heading):
        reason = _("a heading was added in a table without any, so that its rows stay as they were")
        words = next(each.heading or _words_of(each.group, own) for each in after if each.heading or each.group)
    return NotTaken(reason, words) if reason else None


def _words_of(item: Item | None, own: Sequence[BaseRow]) -> str:
    """Return what a row or heading says."""
    if isinstance(item, New):
        return str(item.data.get("content", ""))
    return next((content_of(one.cells) or "" for one in own if item is not None and one.path == item.path), "")
