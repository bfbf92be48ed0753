"""The columns of tables of tasks: what came, went or stands in another order, told once for a table."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kshc_cli.compare.edited import NotTaken
from kshc_cli.documents.editing.base_rows import HEADER, BaseRow
from kshc_cli.documents.editing.shown import ShownRow
from kshc_cli.messages import _


class Columns(NamedTuple):
    """The rows of a file with the columns that their tables had."""

    shown: list[ShownRow]
    left: set[int]
    """The tables whose rows stay as they were."""
    not_taken: list[NotTaken]


def with_own_columns(rows: Sequence[BaseRow], shown: Sequence[ShownRow], same: Mapping[int, int]) -> Columns:
    """Return rows without new columns, and with the words of those that are gone; ``same`` knows rows."""
    found = Columns([*shown], set(), [])
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
        else:
            _settle(found, table, (old.cells, new.cells), {place: rows[other] for place, other in same.items()})
    return found


def _moved(row: BaseRow, shown: ShownRow) -> str:
    """Return the words of a header that stand over another column than before; nothing where none do."""
    pairs = zip(row.cells, shown.cells, strict=True)
    return " | ".join(new for old, new in pairs if new and new != old and new in row.cells)


def _settle(
    found: Columns, table: int, headers: tuple[tuple[str, ...], tuple[str, ...]], known: Mapping[int, BaseRow]
) -> None:
    """Make the rows of a table with other columns such as they were, where it is clear which came or went."""
    old, new = headers
    few, many = sorted(headers, key=len)
    places = _places(few, many)
    if places is None:
        reason = _("the columns of a table are others than before, so that its rows stay as they were")
        found.left.add(table)
        found.not_taken.append(NotTaken(reason, " | ".join(new)))
        return
    for place, one in enumerate(found.shown):
        if one.table == table and len(one.cells) == len(new):
            cells = [one.cells[at] for at in places if at < len(one.cells)]
            if len(old) > len(new):
                cells = [*known[place].cells] if place in known else [""] * len(old)
                for at, words in zip(places, one.cells, strict=True):
                    cells[at] = words
            found.shown[place] = one._replace(cells=tuple(cells))
    reason = _("a new column, which is not taken over: it has to be among the columns in plan.yaml first")
    if len(old) > len(new):
        reason = _("its whole column is gone, whose words stay in the plan; to take them out, empty its cells")
    found.not_taken.extend(NotTaken(reason, many[at]) for at in range(len(many)) if at not in places)


def _places(few: Sequence[str], many: Sequence[str]) -> list[int] | None:
    """Return where the headers of fewer columns stand among more in the same order; None where that is not clear."""
    places = [many.index(one) for one in few if many.count(one) == 1]
    return places if len(places) == len(few) and places == sorted(places) else None
