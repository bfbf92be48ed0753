"""Rows that moved into a table with other columns: which of their cells say what."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kshc_cli.compare.edited import NotTaken
from kshc_cli.documents.editing.base_rows import HEADER, TASK, BaseRow
from kshc_cli.documents.editing.shown import ShownRow
from kshc_cli.findings import Path
from kshc_cli.messages import _

_Roles = tuple[Path | None, ...]


class Fitted(NamedTuple):
    """A row of the base with the cells that it has in the file, and what cannot be said of it there."""

    row: BaseRow
    shown: ShownRow
    not_taken: tuple[NotTaken, ...] = ()


class MovedRows:
    """Says of rows that stand in another table than they did in whose order their cells are."""

    def __init__(self, rows: Sequence[BaseRow]) -> None:
        self._columns: dict[int, _Roles] = {}
        self._headers: dict[int, Mapping[Path, str]] = {}
        for row in rows:
            if row.kind == TASK:
                self._columns.setdefault(row.table, _roles_of(row))
        for row in rows:
            if row.kind == HEADER and row.table in self._columns:
                pairs = zip(self._columns[row.table], row.cells, strict=False)
                self._headers.setdefault(row.table, {role: words for role, words in pairs if role is not None})

    def fitted(self, row: BaseRow, shown: ShownRow) -> Fitted:
        """Return a row with its cells in the order of the file: of its old table, or of that in which it stands now."""
        there = self._columns.get(shown.table, ())
        own = _roles_of(row)
        if row.kind != TASK or shown.table in {0, row.table} or own == there:
            return Fitted(row, shown)
        as_before, as_there = _score(row, own, shown), _score(row, there, shown)
        untold = tuple(self._unprinted(row, own, there))
        if as_before == as_there or _is_shuffled(row, own if as_before > as_there else there, shown):
            reason = _(
                "its row was moved into a table with other columns, and it is not clear which of its cells says what: "
                "it moves, and its words stay as they were"
            )
            return Fitted(row, shown._replace(cells=row.cells), (NotTaken(reason, shown.said), *untold))
        if as_there > as_before:
            old = dict(zip(own, row.cells, strict=True))
            cells = tuple("" if role is None else old.get(role, "") for role in there)
            values = tuple(None if role is None else (*row.path, *role) for role in there)
            row = row._replace(cells=cells, values=values)
        return Fitted(row, shown, untold)

    def _unprinted(self, row: BaseRow, own: _Roles, there: _Roles) -> list[NotTaken]:
        headers = self._headers.get(row.table, {})
        return [
            NotTaken(unprinted(headers.get(role, "") or str(role[-1])), words)
            for role, words in zip(own, row.cells, strict=True)
            if role is not None and words and role not in there
        ]


def unprinted(column: str) -> str:
    """Say of words why they are in the plan, and not in what is printed of it."""
    reason = _(
        "the table into which its row was moved has no column “{column}”: these words stay with the task, and are "
        "printed nowhere"
    )
    return reason.format(column=column)


def _roles_of(row: BaseRow) -> _Roles:
    """Return what the cells of a row hold, by the ways to it from its task."""
    return tuple(None if path is None else path[len(row.path) :] for path in row.values)


def _is_shuffled(row: BaseRow, roles: _Roles, shown: ShownRow) -> bool:
    """Tell whether in this order a cell would say what another one said: its place tells nothing then."""
    old = dict(zip(_roles_of(row), row.cells, strict=True))
    said = {words: role for role, words in old.items() if words}
    return any(
        words and words != old.get(role) and words in said and said[words] != role
        for role, words in zip(roles, shown.cells, strict=True)
    )


def _score(row: BaseRow, roles: _Roles, shown: ShownRow) -> int:
    """Return how many cells say what they did, if they are in this order; less than none where they cannot be."""
    if len(roles) != len(shown.cells):
        return -1
    old = dict(zip(_roles_of(row), row.cells, strict=True))
    return sum(role in old and old[role] == words != "" for role, words in zip(roles, shown.cells, strict=True))
