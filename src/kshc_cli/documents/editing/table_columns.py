"""The columns of tables of tasks: what came, went or stands in another order, told once for a table."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kshc_cli.compare.edited import Item, NotTaken
from kshc_cli.documents.editing.base_rows import HEADER, TASK, BaseRow
from kshc_cli.documents.editing.new_columns import NewColumns
from kshc_cli.documents.editing.shown import ShownRow
from kshc_cli.documents.importing.tables.roles import role_of
from kshc_cli.findings import Path
from kshc_cli.messages import _
from kshc_cli.plan.model import Column


class Columns(NamedTuple):
    """The rows of a plan and of its file, with the same columns."""

    rows: list[BaseRow]
    """Those of the plan, with the columns that came."""
    shown: list[ShownRow]
    """Those of the file, with the words of columns that are gone, without columns that are not taken over."""
    left: set[int]
    """The tables whose rows stay as they were."""
    not_taken: list[NotTaken]
    lists: dict[Path, tuple[Item, ...]]
    """The columns of tables that got some."""


class _Table(NamedTuple):
    """A table whose columns are looked at."""

    number: int
    path: Path
    old: BaseRow
    """Its header as it was written."""
    new: ShownRow
    """And as the file has it."""
    place: int
    """Where that stands among the rows of the file."""
    tasks: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    """The cells of its tasks before and now."""
    roles: tuple[str, ...]
    """What its columns hold."""


def with_own_columns(
    rows: Sequence[BaseRow], shown: Sequence[ShownRow], same: Mapping[int, int], new_columns: NewColumns
) -> Columns:
    """Return rows of a plan and of its file with the same columns; ``same`` knows rows."""
    found = Columns([*rows], [*shown], set(), [], {})
    titles: dict[int, dict[Path, str]] = {}
    for one in _tables(found, same, new_columns):
        if one.old.cells == one.new.cells:
            continue
        if words := _moved(one):
            reason = _("the columns of a table stand in another order, so that its rows stay as they were")
        elif not _has_most(one, pairs := _aligned(one)):
            reason = _("the columns of a table are others than before, so that its rows stay as they were")
            words = " | ".join(one.new.cells)
        else:
            titles[one.number] = _titles(found, one, pairs)
            if len(pairs) < max(len(one.old.cells), len(one.new.cells)):
                known = {place: rows[other] for place, other in same.items()}
                _fit(found, one, pairs, known, new_columns)
            continue
        found.left.add(one.number)
        found.not_taken.append(NotTaken(reason, words))
    _settle_titles(found, titles, same, new_columns)
    found.lists.update(new_columns.lists())
    return found


def _tables(found: Columns, same: Mapping[int, int], new_columns: NewColumns) -> Iterator[_Table]:
    """Yield the tables of a file with their headers, and tell of those whose header is gone."""
    rows, shown = [*found.rows], [*found.shown]
    headers: dict[int, tuple[int, int]] = {}
    for place, other in sorted(same.items()):
        if rows[other].kind == HEADER and shown[place].table == rows[other].table:
            headers.setdefault(rows[other].table, (place, other))
    there = {one.table for one in shown}
    for number, row in enumerate(rows):
        place, other = headers.get(row.table, (-1, number))
        if row.kind != HEADER or other != number or row.table not in there:
            continue
        if place < 0:
            headers[row.table] = -1, -1
            top = next(at for at, one in enumerate(shown) if one.table == row.table)
            if top not in same or rows[same[top]].kind == HEADER:
                continue
            reason = _("the header of a table was taken out, and stays: what its columns hold has to be said")
            found.not_taken.append(NotTaken(reason, " | ".join(row.cells)))
            continue
        first = next(one.path for one in rows if one.table == row.table and one.kind == TASK)
        path = first[: first.index("tables") + 2]
        tasks = tuple(
            (rows[old].cells, shown[at].cells)
            for at, old in same.items()
            if rows[old].kind == TASK
            and rows[old].table == row.table == shown[at].table
            and (len(rows[old].cells), len(shown[at].cells)) == (len(row.cells), len(shown[place].cells))
        )
        yield _Table(row.table, path, row, shown[place], place, tasks, new_columns.roles(path))


def _moved(one: _Table) -> str:
    """Return the words of headers that stand in another order than before; nothing where none do."""
    old, new = one.old.cells, one.new.cells
    both = [words for words in new if words and old.count(words) == 1 == new.count(words)]
    before = sorted(both, key=old.index)
    return " | ".join(words for words, other in zip(both, before, strict=True) if words != other)


def _aligned(one: _Table) -> dict[int, int]:
    """Return which columns of a file are which, in their order."""
    old, new = one.old.cells, one.new.cells
    sure = {words for words in new if old.count(words) == 1 == new.count(words)}
    found: dict[int, int] = {}
    start = 0
    for at, words in enumerate(old):
        for place in range(start, len(new)):
            if new[place] in sure and new[place] != words:
                break
            if new[place] == words or (words not in sure and _has_stayed(one, at, place)):
                found[place] = at
                start = place + 1
                break
    return found


def _has_most(one: _Table, pairs: Mapping[int, int]) -> bool:
    """Tell whether most columns of a table are there, what is to be done among them."""
    content = next((at for at, role in enumerate(one.roles) if role == "content"), None)
    return 2 * len(pairs) > len(one.old.cells) and (content is None or content in pairs.values())


def _has_stayed(one: _Table, at: int, place: int) -> bool:
    """Tell whether a column is one of a file under another header: its cells are mostly those that it had."""
    if _is_read_alike(one, at, place) and one.roles[at : at + 1] in {("number",), ("content",)}:
        return True
    return 2 * sum(old[at] == new[place] for old, new in one.tasks) >= len(one.tasks)


def _is_read_alike(one: _Table, at: int, place: int) -> bool:
    """Tell whether a header says that its column holds what it held."""
    return role_of(one.new.cells[place]) in {role_of(one.old.cells[at]), *one.roles[at : at + 1]}


def _titles(found: Columns, one: _Table, pairs: Mapping[int, int]) -> dict[Path, str]:
    """Return the new headers of columns, by their ways; tell of one that says that a column holds something else."""
    titles: dict[Path, str] = {}
    cells = [*one.new.cells]
    for place, at in pairs.items():
        words, path = one.new.cells[place], one.old.values[at]
        if words == one.old.cells[at]:
            continue
        if _is_read_alike(one, at, place) or not words:
            titles |= {path: words} if path is not None else {}
        else:
            reason = _("this header would say that its column holds something else, so that the one before stays")
            found.not_taken.append(NotTaken(reason, words))
            cells[place] = one.old.cells[at]
    found.shown[one.place] = one.new._replace(cells=tuple(cells))
    return titles


def _settle_titles(
    found: Columns, titles: Mapping[int, Mapping[Path, str]], same: Mapping[int, int], new_columns: NewColumns
) -> None:
    """Give a table columns of its own where a header that it shared with others is another one in it alone."""
    headers = {row.table: row for row in found.rows if row.kind == HEADER}
    for table, own in titles.items():
        alone: dict[int, str] = {}
        for path, words in own.items():
            shared = [one for one, row in headers.items() if path in row.values]
            agreed = all(titles.get(one, {}).get(path) == words for one in shared)
            if words and path[:2] == ("plan", "columns") and not (agreed and new_columns.may_share):
                alone[int(path[2])] = words
        if not alone:
            continue
        first = next(one.path for one in found.rows if one.table == table and one.kind == TASK)
        new_columns.retitle(first[: first.index("tables") + 2], alone)
        for place, other in same.items():
            if found.rows[other] == headers[table]:
                cells = [
                    old if path is not None and path[:2] == ("plan", "columns") and int(path[2]) in alone else new
                    for old, new, path in zip(
                        headers[table].cells, found.shown[place].cells, headers[table].values, strict=True
                    )
                ]
                found.shown[place] = found.shown[place]._replace(cells=tuple(cells))


class _Place(NamedTuple):
    """Where a column stood, and where it stands now; None where it did not, or does not."""

    old: int | None
    new: int | None


def _fit(
    found: Columns, one: _Table, pairs: Mapping[int, int], known: Mapping[int, BaseRow], new_columns: NewColumns
) -> None:
    """Take over new columns that it is clear of what they hold, keep those that are gone, and tell of the others."""
    headers, count = one.new.cells, len(one.new.cells)
    new = new_columns.of(one.path, headers, [*pairs], len(one.old.cells))
    wanted = [each for each in _joint(pairs, len(one.old.cells), count) if each.old is not None or each.new in new]
    for at, shown in enumerate(found.shown):
        if shown.table == one.number and len(shown.cells) == count:
            before = known[at].cells if at in known else ("",) * len(one.old.cells)
            cells = (shown.cells[each.new] if each.new is not None else before[each.old or 0] for each in wanted)
            found.shown[at] = shown._replace(cells=tuple(cells))
    come = [new.get(each.new) if each.new is not None else None for each in wanted]
    columns = [(headers[each.new or 0], column) for each, column in zip(wanted, come, strict=True)]
    for number, row in enumerate(found.rows):
        if row.table == one.number and len(row.cells) == len(one.old.cells):
            found.rows[number] = _wider(row, columns)
    if new:
        new_columns.widen(one.path, {at: column for at, column in enumerate(come) if column})
    reason = _("its whole column is gone, whose words stay in the plan; to take them out, empty its cells")
    there = {*pairs.values()}
    found.not_taken.extend(NotTaken(reason, words) for at, words in enumerate(one.old.cells) if at not in there)
    for at, each in enumerate(headers):
        if at not in pairs and at not in new:
            reason = new_columns.reason_against(one.path, each, [*new.values()])
            found.not_taken.append(NotTaken(reason, each or one.new.said))


def _joint(pairs: Mapping[int, int], old: int, new: int) -> Iterator[_Place]:
    """Yield all columns, those that are gone before new ones: the places that they had, and those that they have."""
    waiting = 0
    for place in range(new + 1):
        end = next((pairs[at] for at in range(place, new) if at in pairs), old)
        for at in range(waiting, end):
            yield _Place(at, None)
        waiting = max(waiting, end)
        if place in pairs:
            yield _Place(pairs[place], place)
            waiting = pairs[place] + 1
        elif place < new:
            yield _Place(None, place)


def _wider(row: BaseRow, columns: Sequence[tuple[str, Column | None]]) -> BaseRow:
    """Return a row with a cell for each new one of these columns, given with the words of their headers."""
    old = iter(zip(row.cells, row.values, strict=True))
    cells: list[tuple[str, Path | None]] = []
    for words, column in columns:
        if column is None:
            cells.append(next(old))
        elif row.kind == HEADER:
            cells.append((words, None))
        else:
            end = ("others", column.key or "") if column.role == "other" else (column.role,)
            cells.append(("", (*row.path, *end)))
    return row._replace(cells=tuple(words for words, _path in cells), values=tuple(path for _words, path in cells))
