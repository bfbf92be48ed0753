"""What was done to the rows of the tables of tasks."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from kshc_cli.compare.edited import Item, Kept, New, NotTaken
from kshc_cli.compare.order import beside_same
from kshc_cli.compare.pairing import paired
from kshc_cli.compare.printed import held
from kshc_cli.documents.editing.base import Base
from kshc_cli.documents.editing.shown import ShownRow, task_tables
from kshc_cli.findings import Path
from kshc_cli.messages import _

_NEEDED: Final = frozenset(("content", "heading", "header"))
"""What a row has to say: where it says that no more, nothing of it is taken over."""
_HEADER, _HEADING, TASK = "header", "heading", "task"


class BaseRow(NamedTuple):
    """A row as it was written."""

    kind: str
    table: int
    path: Path
    """The way to its task or group; nothing for a header."""
    cells: tuple[str, ...]
    values: tuple[Path | None, ...]
    """The way to the words of each cell."""


class RowWish(NamedTuple):
    """What is to be changed of rows."""

    values: dict[Path, str | None]
    lists: dict[Path, tuple[Item, ...]]
    not_taken: list[NotTaken]


def base_rows(base: Base) -> tuple[list[BaseRow], dict[int, int]]:
    """Return the rows of the tables of tasks, and for each paragraph in them the place of its row among these."""
    tables = task_tables(base)
    cells: dict[tuple[int, int], dict[int, list[int]]] = {}
    for number, one in enumerate(base.paragraphs):
        if one.table in tables:
            cells.setdefault((one.table, one.row), {}).setdefault(one.cell, []).append(number)
    rows, places = list[BaseRow](), dict[int, int]()
    for (table, _row), found in cells.items():
        places |= {number: len(rows) for numbers in found.values() for number in numbers}
        values = tuple(
            next((piece.path for number in numbers for piece in base.paragraphs[number].pieces), None)
            for numbers in found.values()
        )
        words = tuple(
            "\n".join(filter(None, (held(base.paragraphs[number].text) for number in numbers)))
            for numbers in found.values()
        )
        kind, path = _kind(values)
        rows.append(BaseRow(kind, table, path, words, values))
    return rows, places


def _kind(values: Iterable[Path | None]) -> tuple[str, Path]:
    for path in filter(None, values):
        if "tasks" in path:
            return TASK, path[: path.index("tasks") + 2]
        if "groups" in path:
            return _HEADING, path[:-1]
    return _HEADER, ()


def row_wish(base: Base, shown: Sequence[ShownRow]) -> RowWish:
    """Return what was done to rows: words of cells, rows that came, went or moved."""
    rows, places = base_rows(base)
    same = same_rows(rows, shown, places)
    wish = RowWish({}, {}, [])
    moved = {rows[other].table: words for place, other in same.items() if (words := _moved(rows[other], shown[place]))}
    for words in moved.values():
        reason = _("the columns of a table stand in another order, so that its rows stay as they were")
        wish.not_taken.append(NotTaken(reason, words))
    for place, other in same.items():
        if rows[other].table not in moved:
            add_words(wish, rows[other], shown[place])
    for table in task_tables(base):
        if table not in moved:
            _add_lists(wish, table, rows, shown, same)
    return wish


def _moved(row: BaseRow, shown: ShownRow) -> str:
    """Return the words of a header that stand over another column than before; nothing where none do."""
    pairs = zip(row.cells, shown.cells, strict=False) if row.kind == _HEADER else ()
    return " | ".join(new for old, new in pairs if new and new != old and new in row.cells)


def same_rows(rows: Sequence[BaseRow], shown: Sequence[ShownRow], places: Mapping[int, int]) -> dict[int, int]:
    """Return which rows are which of the base, by their places: by marks, by words, by what they stand behind."""
    found = _by_marks(rows, shown, places)
    left = [n for n in range(len(shown)) if n not in found and any(shown[n].cells)]
    for kind in (_HEADER, _HEADING, TASK):
        taken = set(found.values())
        new = [n for n in left if n not in found and (kind == _HEADER or shown[n].is_across == (kind == _HEADING))]
        old = [n for n, one in enumerate(rows) if n not in taken and one.kind == kind]
        keys = (_whole,) if kind == _HEADER else (_whole, _content)
        pairs = paired([shown[n] for n in new], [rows[n] for n in old], keys)  # type: ignore[arg-type]
        found |= {new[one.new]: old[one.old] for one in pairs}
    words = [_content(one) or "" for one in rows], [_content(one) or "" for one in shown]
    for place, other in [*beside_same(*words, found)]:
        if shown[place].is_across == (rows[other].kind == _HEADING) and any(shown[place].cells):
            found[place] = other
    return found


def _by_marks(rows: Sequence[BaseRow], shown: Sequence[ShownRow], places: Mapping[int, int]) -> dict[int, int]:
    """Return which rows bear the marks of which; of several that bear the same the one with most of its words."""
    claims: dict[int, list[int]] = {}
    for number, one in enumerate(shown):
        votes = Counter(places[mark] for mark in one.marks if mark in places)
        if votes:
            claims.setdefault(votes.most_common(1)[0][0], []).append(number)
    return {max(each, key=lambda one, row=row: _likeness(rows[row], shown[one])): row for row, each in claims.items()}  # type: ignore[misc]


def _likeness(row: BaseRow, shown: ShownRow) -> tuple[bool, int]:
    pairs = list(zip(row.cells, shown.cells, strict=False))
    return row.cells == shown.cells, sum(one == other for one, other in pairs)


def _whole(row: BaseRow | ShownRow) -> Hashable | None:
    return row.cells if any(row.cells) else None


def _content(row: BaseRow | ShownRow) -> str | None:
    """Return the longest words of a row: what is to be done, or a heading."""
    return max(row.cells, key=len, default="") or None


def add_words(wish: RowWish, row: BaseRow, shown: ShownRow) -> None:
    """Take over what the cells of a row say otherwise than they did."""
    if row.cells == shown.cells:
        return
    if len(row.cells) != len(shown.cells):
        wish.not_taken.append(NotTaken(_("a row has other cells than before"), shown.said))
        return
    cells = [*zip(row.cells, shown.cells, row.values, strict=True)]
    emptied = next((words for words, new, path in cells if words and not new and path and path[-1] in _NEEDED), "")
    if emptied:
        wish.not_taken.append(NotTaken(_("a task has to say what is done, a heading what it is about"), emptied))
        return
    for words, new, path in cells:
        if words == new:
            continue
        if path is None:
            wish.not_taken.append(NotTaken(_("no value of the plan says it"), new))
        elif path in wish.values and wish.values[path] != (new or None):
            wish.not_taken.append(NotTaken(_("it is one value of the plan, and was changed otherwise elsewhere"), new))
        else:
            wish.values[path] = new or None


class _Rows(NamedTuple):
    """The rows under one heading."""

    group: Kept | None
    """None where nothing stands above."""
    heading: str
    items: list[Item]


def _add_lists(
    wish: RowWish, table: int, rows: Sequence[BaseRow], shown: Sequence[ShownRow], same: Mapping[int, int]
) -> None:
    """Take over which rows a table has, under which headings, in which order."""
    own = [one for one in rows if one.table == table]
    first = next(one for one in own if one.kind == TASK)
    at = first.path[: first.path.index("tables") + 2]
    is_grouped = "groups" in first.path
    before = _before(own)
    after = _after(wish, own, [(n, one) for n, one in enumerate(shown) if one.table == table], (rows, same))
    if [(each.group, each.items) for each in after] == before and not any(each.heading for each in after):
        return
    if problem := _problem(after, own, is_grouped=is_grouped):
        wish.not_taken.append(problem)
        return
    if not is_grouped:
        wish.lists[*at, "tasks"] = tuple(after[0].items)
        return
    known = dict(before)
    for each in after:
        if each.group and known.get(each.group) != each.items:
            wish.lists[*each.group.path, "tasks"] = tuple(each.items)
    groups = tuple(each.group or New({"heading": each.heading}, tuple(each.items)) for each in after)
    if groups != tuple(known):
        wish.lists[*at, "groups"] = groups


def _before(own: Iterable[BaseRow]) -> list[tuple[Kept | None, list[Item]]]:
    found: list[tuple[Kept | None, list[Item]]] = []
    for one in own:
        if one.kind == _HEADING:
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
    headers = {one.cells for one in own if one.kind == _HEADER}
    found: list[_Rows] = []
    for number, one in shown:
        row = rows[same[number]] if number in same else None
        if row is None and (not any(one.cells) or one.cells in headers):
            continue
        if row is not None and row.kind == _HEADING:
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


def _problem(after: Sequence[_Rows], own: Sequence[BaseRow], *, is_grouped: bool) -> NotTaken | None:
    """Return why the rows of a table cannot be as a file has them, with words of them; None where they can."""
    reason, words = "", ""
    empty = next((each for each in after if not each.items), None)
    if not any(each.items for each in after):
        reason = _("the rows of a whole table are gone: take it out of plan.yaml")
        words = next((_content(one) or "" for one in own if one.kind != _HEADER), "")
    elif empty is not None:
        reason = _("a heading in a table has no rows below it, so that rows that came, went or moved stay as they were")
        words = empty.heading or _words_of(empty.group, own)
    elif is_grouped and after[0].group is None and not after[0].heading:
        reason = _("rows stand above the first heading of a table, so that its rows stay as they were")
        words = _words_of(after[0].items[0], own)
    elif not is_grouped and (len(after) > 1 or after[0].heading):
        reason = _("a heading was added in a table without any, so that its rows stay as they were")
        words = next(each.heading or _words_of(each.group, own) for each in after if each.heading or each.group)
    return NotTaken(reason, words) if reason else None


def _words_of(item: Item | None, own: Sequence[BaseRow]) -> str:
    """Return what a row or heading says."""
    if isinstance(item, New):
        return str(item.data.get("content", ""))
    return next((_content(one) or "" for one in own if item is not None and one.path == item.path), "")
