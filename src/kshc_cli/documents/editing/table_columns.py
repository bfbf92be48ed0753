"""The columns of tables of tasks: what came, went or stands in another order, told once for a table."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kshc_cli.compare.edited import Item, NotTaken
from kshc_cli.documents.editing.base_rows import HEADER, TASK, BaseRow
from kshc_cli.documents.editing.new_columns import NewColumns
from kshc_cli.documents.editing.shown import ShownRow
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


def with_own_columns(
    rows: Sequence[BaseRow], shown: Sequence[ShownRow], same: Mapping[int, int], new_columns: NewColumns
) -> Columns:
    """Return rows of a plan and of its file with the same columns; ``same`` knows rows."""
    found = Columns([*rows], [*shown], set(), [], {})
    headers: dict[int, tuple[BaseRow, ShownRow]] = {}
    for place, other in sorted(same.items()):
        if rows[other].kind == HEADER and shown[place].table == rows[other].table:
            headers.setdefault(rows[other].table, (rows[other], shown[place]))
    for table, (old, new) in headers.items():
        if len(old.cells) == len(new.cells):
            if words := _moved(old, new):
                reason = _("the columns of a table stand in another order, so that its rows stay as they were")
                found.left.add(table)
                found.not_taken.append(NotTaken(reason, words))
        elif (places := _places(*sorted((old.cells, new.cells), key=len))) is None:
            reason = _("the columns of a table are others than before, so that its rows stay as they were")
            found.left.add(table)
            found.not_taken.append(NotTaken(reason, " | ".join(new.cells)))
        elif len(old.cells) < len(new.cells):
            _widen(found, table, places, new, new_columns)
        else:
            _fill(found, table, places, old, {place: rows[other] for place, other in same.items()})
    found.lists.update(new_columns.lists())
    return found


def _moved(row: BaseRow, shown: ShownRow) -> str:
    """Return the words of a header that stand over another column than before; nothing where none do."""
    pairs = zip(row.cells, shown.cells, strict=True)
    return " | ".join(new for old, new in pairs if new and new != old and new in row.cells)


def _fill(found: Columns, table: int, places: Sequence[int], header: BaseRow, known: Mapping[int, BaseRow]) -> None:
    """Give the rows of a table back the words of columns that are gone."""
    for place, one in enumerate(found.shown):
        if one.table == table and len(one.cells) == len(places):
            cells = [*known[place].cells] if place in known else [""] * len(header.cells)
            for at, words in zip(places, one.cells, strict=True):
                cells[at] = words
            found.shown[place] = one._replace(cells=tuple(cells))
    reason = _("its whole column is gone, whose words stay in the plan; to take them out, empty its cells")
    found.not_taken.extend(NotTaken(reason, words) for at, words in enumerate(header.cells) if at not in places)


def _widen(found: Columns, table: int, places: Sequence[int], header: ShownRow, new_columns: NewColumns) -> None:
    """Take over new columns that it is clear of what they hold, and tell of the others."""
    path = next(one.path for one in found.rows if one.table == table and one.kind == TASK)
    new = new_columns.of(path[: path.index("tables") + 2], header.cells, places)
    kept = sorted({*places, *new})
    count = len(header.cells)
    for place, one in enumerate(found.shown):
        if one.table == table and len(one.cells) == count:
            found.shown[place] = one._replace(cells=tuple(one.cells[at] for at in kept))
    for number, row in enumerate(found.rows):
        if row.table == table and len(row.cells) == len(places):
            found.rows[number] = _wider(row, [(header.cells[at], new.get(at)) for at in kept])
    reason = _(
        "a new column, which is not taken over: its header does not say what it holds, or another column holds that"
    )
    words = [each or header.said for at, each in enumerate(header.cells) if at not in kept]
    found.not_taken.extend(NotTaken(reason, each) for each in words)


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


def _places(few: Sequence[str], many: Sequence[str]) -> list[int] | None:
    """Return where the headers of fewer columns stand among more in the same order; None where that is not clear."""
    places = [many.index(one) for one in few if many.count(one) == 1]
    return places if len(places) == len(few) and places == sorted(places) else None
