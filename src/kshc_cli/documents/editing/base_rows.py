"""The rows of the tables of tasks as they were written."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from kshc_cli.compare.printed import held
from kshc_cli.documents.editing.base import Base
from kshc_cli.findings import Path

HEADER: Final = "header"
HEADING: Final = "heading"
TASK: Final = "task"


class BaseRow(NamedTuple):
    """A row as it was written."""

    kind: str
    table: int
    path: Path
    """The way to its task or group; nothing for a header."""
    cells: tuple[str, ...]
    values: tuple[Path | None, ...]
    """The way to the words of each cell."""


def task_tables(base: Base) -> dict[int, tuple[str, ...]]:
    """Return the numbers of the tables of tasks, with the words of their first row."""
    tables = {one.table for one in base.paragraphs for piece in one.pieces if piece.path and "tasks" in piece.path}
    found: dict[int, list[str]] = {table: [] for table in sorted(tables)}
    for one in base.paragraphs:
        if one.table in found and one.row == 1:
            found[one.table] += [held(one.text)]
    return {table: tuple(words) for table, words in found.items()}


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
            return HEADING, path[:-1]
    return HEADER, ()


def content_of(cells: Sequence[str]) -> str | None:
    """Return the longest words of a row: what is to be done, or a heading."""
    return max(cells, key=len, default="") or None
