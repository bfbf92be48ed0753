"""Cells of a row that stand under several columns: to which of these their words belong."""

from collections.abc import Sequence
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.documents.importing.tables.grid import GridRow
from kshc_cli.documents.importing.tables.judging import mentions_body, names_body, tells_time
from kshc_cli.documents.importing.words import lines_of
from kshc_cli.plan.model import Column
from kshc_cli.plan.schedules import bodies_of, is_cross, periods_of

_WHO: Final = ("lead", "coop")


def unmerged(row: GridRow, columns: Sequence[Column]) -> GridRow:
    """Return a row with the words of merged cells under the header that they fit: a time is no lead.

    What is done belongs to the content; of other words nobody can tell, where one of several headers asks for a time.
    """
    cells, unclear = list(row.cells), row.unclear
    for first, end in row.merged:
        held, words = cells[first], lines_of(cells[first])
        places = _places(words, columns, range(first, end))
        if places is None:
            unclear = (*unclear, *held)
            continue
        cells[first] = ()
        for place in places:
            cells[place] = (*cells[place], *held)
    return replace(row, cells=tuple(cells), unclear=unclear) if row.merged else row


def _places(words: str, columns: Sequence[Column], covered: range) -> Sequence[int] | None:
    """Return the columns that the words of a cell over several belong to; None where that is unclear."""
    by_role = {columns[place].role: place for place in reversed(covered)}
    if "content" in by_role:
        return (by_role["content"],)
    if is_cross(words):
        marked = bodies_of(columns) | bodies_of(columns, "coop") | dict(periods_of(columns))
        return covered if all(columns[place].key in marked for place in covered) else (covered[0],)
    told = by_role.keys() - {"other", "number"}
    who = next((by_role[role] for role in _WHO if role in told), None)
    if who is not None and names_body(words):
        return (who,)
    if "time" in told and tells_time(words) and not mentions_body(words):
        return (by_role["time"],)
    is_sure = not told or told <= set(_WHO) or told == {"result"}
    return (by_role[next(iter(told))] if len(told) == 1 else covered[0],) if is_sure else None
