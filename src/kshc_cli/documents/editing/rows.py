"""What was done to the rows of the tables of tasks."""

from collections import Counter
from collections.abc import Callable, Container, Hashable, Mapping, Sequence
from typing import Final

from kshc_cli.compare.edited import NotTaken
from kshc_cli.compare.order import beside_same
from kshc_cli.compare.pairing import paired
from kshc_cli.documents.editing.base import Base
from kshc_cli.documents.editing.base_rows import HEADER, HEADING, TASK, BaseRow, base_rows, content_of
from kshc_cli.documents.editing.exchanged import exchanged
from kshc_cli.documents.editing.moved_rows import MovedRows
from kshc_cli.documents.editing.new_columns import NewColumns
from kshc_cli.documents.editing.row_lists import RowWish, take_lists
from kshc_cli.documents.editing.shown import ShownRow
from kshc_cli.documents.editing.table_columns import with_own_columns
from kshc_cli.findings import Path
from kshc_cli.messages import _

_NEEDED: Final = frozenset(("content", "heading", "header"))
"""What a row has to say: where it says that no more, nothing of it is taken over."""


def row_wish(base: Base, shown: Sequence[ShownRow], new_columns: NewColumns) -> RowWish:
    """Return what was done to rows: words of cells, rows that came, went or moved, and to columns of their tables."""
    rows, places = base_rows(base)
    same = same_rows(rows, shown, places)
    columns = with_own_columns(rows, shown, same, new_columns)
    rows = columns.rows
    wish = RowWish({}, columns.lists, columns.not_taken)
    moved = MovedRows(rows)
    for place, other in same.items():
        if rows[other].table not in columns.left and columns.shown[place].table:
            fitted = moved.fitted(rows[other], columns.shown[place])
            add_words(wish, fitted.row, fitted.shown)
            wish.not_taken.extend(fitted.not_taken)
    take_lists(wish, (rows, same), columns.shown, columns.left)
    return wish


def same_rows(rows: Sequence[BaseRow], shown: Sequence[ShownRow], places: Mapping[int, int]) -> dict[int, int]:
    """Return which rows are which of the base, by their places: by marks, by words, by what they stand behind.

    Those that stand apart come last, and have to bear marks or say the same.
    """
    found = dict[int, int]()
    for is_apart in (False, True):
        found |= _by_marks(rows, shown, places, {n for n, one in enumerate(shown) if one.is_apart == is_apart}, found)
        add_by_words(rows, shown, found, is_apart=is_apart)
    content = _content_in(rows)
    words = [content(one) or "" for one in rows], [content(one) or "" for one in shown]
    for place, other in [*beside_same(*words, found)]:
        is_like = shown[place].is_across == (rows[other].kind == HEADING) and any(shown[place].cells)
        if is_like and not shown[place].is_apart:
            found[place] = other
    for place, task in _exchanged(rows, shown, found).items():
        if task is None:
            del found[place]
        else:
            found[place] = task
    add_by_words(rows, shown, found, is_apart=False)
    return found


def add_by_words(rows: Sequence[BaseRow], shown: Sequence[ShownRow], found: dict[int, int], *, is_apart: bool) -> None:
    """Add which rows say the same, of those that nobody has found."""
    left = [n for n, one in enumerate(shown) if n not in found and any(one.cells) and one.is_apart == is_apart]
    for kind in (HEADER, HEADING, TASK):
        taken = set(found.values())
        new = [n for n in left if n not in found and (kind == HEADER or shown[n].is_across == (kind == HEADING))]
        old = [n for n, one in enumerate(rows) if n not in taken and one.kind == kind]
        keys = (_whole,) if kind == HEADER else (_whole, _content_in(rows))
        pairs = paired([shown[n] for n in new], [rows[n] for n in old], keys)  # type: ignore[arg-type]
        found |= {new[one.new]: old[one.old] for one in pairs}


def _exchanged(rows: Sequence[BaseRow], shown: Sequence[ShownRow], same: Mapping[int, int]) -> dict[int, int | None]:
    """Return which rows say now what another one said is to be done; None for a new one."""
    places = {n: place for n, one in enumerate(rows) if one.kind == TASK and (place := _said_at(one)) is not None}
    known = {
        place: row
        for place, row in same.items()
        if row in places and not shown[place].is_apart and len(shown[place].cells) == len(rows[row].cells)
    }
    old = {n: _plain(rows[n].cells[place]) for n, place in places.items()}
    new = {place: _plain(shown[place].cells[places[row]]) for place, row in known.items()}
    details = (
        {n: _details(rows[n], rows[n]) for n in places},
        {n: _details(rows[row], shown[n]) for n, row in known.items()},
    )
    return exchanged(old, new, known, details)


def _details(like: BaseRow, row: BaseRow | ShownRow) -> frozenset[tuple[Path, str]]:
    """Return what a row with the columns of another one says beside its number and what is to be done."""
    roles = [() if path is None else path[len(like.path) :] for path in like.values]
    said = zip(roles, map(_plain, row.cells), strict=True)
    return frozenset((role, words) for role, words in said if words and role[:1] not in {(), ("number",), ("content",)})


def _said_at(row: BaseRow) -> int | None:
    """Return which cell of a row says what is to be done."""
    ends = ((n, path[-2:]) for n, path in enumerate(row.values) if path is not None)
    return next((n for n, end in ends if end[1] == "content" or (end[1] == "text" and isinstance(end[0], int))), None)


def _plain(words: str) -> str:
    return " ".join(words.split())


def _by_marks(
    rows: Sequence[BaseRow],
    shown: Sequence[ShownRow],
    places: Mapping[int, int],
    among: Container[int],
    known: Mapping[int, int],
) -> dict[int, int]:
    """Return which rows bear the marks of which; of several that bear the same the one with most of its words."""
    claims: dict[int, list[int]] = {}
    taken = set(known.values())
    for number, one in enumerate(shown):
        votes = Counter(places[mark] for mark in one.marks if mark in places and number in among)
        if votes and (row := votes.most_common(1)[0][0]) not in taken:
            claims.setdefault(row, []).append(number)
    return {max(each, key=lambda one, row=row: _likeness(rows[row], shown[one])): row for row, each in claims.items()}  # type: ignore[misc]


def _likeness(row: BaseRow, shown: ShownRow) -> tuple[bool, int]:
    pairs = list(zip(row.cells, shown.cells, strict=False))
    return row.cells == shown.cells, sum(one == other for one, other in pairs)


def _content_in(rows: Sequence[BaseRow]) -> Callable[[BaseRow | ShownRow], str | None]:
    """Return what tells what a row says is to be done, or its heading: bodies that two have in common are no sign."""
    places = {one.table: at for one in reversed(rows) if one.kind == TASK and (at := _said_at(one)) is not None}
    first = next(iter(reversed(places.values())), None)

    def content(row: BaseRow | ShownRow) -> str | None:
        at = places.get(row.table, first)
        return content_of(row.cells) if at is None or at >= len(row.cells) else row.cells[at] or None

    return content


def _whole(row: BaseRow | ShownRow) -> Hashable | None:
    return row.cells if any(row.cells) else None


def add_words(wish: RowWish, row: BaseRow, shown: ShownRow) -> None:
    """Take over what the cells of a row say otherwise than they did."""
    if row.cells == shown.cells:
        return
    if len(row.cells) != len(shown.cells):
        wish.not_taken.append(
            NotTaken(
                _("a row has other cells than before, so that it stays as it was: part or join them as they were"),
                shown.said,
            )
        )
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
