"""Schedules whose cells below periods are only coloured: the time of such a row is seen, and no words tell it."""

from collections.abc import Sequence
from typing import Final

from kshc_cli.documents.importing.tables.grid import GridRow, Header
from kshc_cli.documents.importing.tables.task_rows import WordedRow
from kshc_cli.plan.model import Column
from kshc_cli.plan.schedules import periods_of

_SAYS: Final = frozenset(("content", "lead"))
"""Roles of columns whose ground is that of a row, and tells no period."""


def coloured_rows(rows: Sequence[WordedRow], columns: Sequence[Column], header: Header) -> list[GridRow]:
    """Return the rows of a table that say no time, and of whose blank cells below periods only some are coloured.

    Or all, in another colour than the row's words have. A colour that a column has in its header, or in a row that says
    its time, only tells the columns apart.
    """
    keys = dict(periods_of(columns))
    periods = [place for place, column in enumerate(columns) if column.key in keys]
    times = [*periods, *(place for place, column in enumerate(columns) if column.role == "time")]
    if not periods:
        return []
    plain = {place for place in periods if _is_striped(header.fills, place, columns)}
    for row, words in rows:
        if any(words[place] for place in times):
            plain |= {place for place in periods if not words[place] and _is_coloured(row.fills, place, columns)}
    told = [place for place in periods if place not in plain]
    bare = (row for row, words in rows if not any(words[place] for place in times))
    return [row for row in bare if any(_is_coloured(row.fills, place, columns) for place in told)]


def _is_striped(fills: Sequence[str], place: int, columns: Sequence[Column]) -> bool:
    return len(fills) == len(columns) and _is_coloured(fills, place, columns)


def _is_coloured(fills: Sequence[str], place: int, columns: Sequence[Column]) -> bool:
    """Tell whether a cell has a colour that the row's words do not have."""
    ground = {fill for fill, column in zip(fills, columns, strict=True) if column.role in _SAYS}
    return bool(fills[place]) and fills[place] not in ground
