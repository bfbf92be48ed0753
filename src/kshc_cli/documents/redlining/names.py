"""What the tables and rows of a document are known by: its task tables one by one, as far as they are all there."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kshc_cli.documents.redlining.blocks import ROW, TABLE, inner
from kshc_cli.documents.word.markup import descendant

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class TableNames(NamedTuple):
    """What a task table is known by, and each of its rows of tasks and groups."""

    table: Hashable
    rows: tuple[Hashable, ...]


def named(root: "Element", names: Sequence[TableNames]) -> Mapping["Element", Hashable]:
    """Return the names of tables and rows; none where a template shows other tables or rows than the plan has.

    Task tables are those with a header that is repeated on each page.
    """
    found: dict[Element, Hashable] = {}
    tables = [(table, [*inner(table, ROW)]) for table in root.iter(TABLE)]
    headed = [(table, rows) for table, rows in tables if rows and _is_header(rows[0])]
    if len(headed) != len(names):
        return {}
    for (table, rows), known in zip(headed, names, strict=True):
        body = [row for row in rows if not _is_header(row)]
        if len(body) != len(known.rows):
            return {}
        found[table] = known.table
        found.update(zip(body, known.rows, strict=True))
    return found


def _is_header(row: "Element") -> bool:
    return descendant(row, "trPr/tblHeader") is not None
