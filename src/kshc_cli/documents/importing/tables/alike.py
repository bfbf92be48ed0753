"""Tables of a document with the same header: their columns are judged by the cells of all of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice
from typing import Final

from kshc_cli.documents.importing.tables.grid import Header, body_rows, header_of
from kshc_cli.documents.importing.tables.judging import judged
from kshc_cli.documents.importing.tables.roles import role_of
from kshc_cli.documents.importing.words import lines_of
from kshc_cli.documents.word.body import WordTable
from kshc_cli.plan.model import Column, Role

SAMPLE: Final = 100
"""Rows by which a column is judged whose header tells no role."""


class Alike:
    """The tables of a document by the words of their headers: columns of one header have one role in all of them."""

    def __init__(self, tables: Iterable[WordTable]) -> None:
        self._tables = tuple(tables)
        self._samples: dict[tuple[str, ...], list[list[str]]] = {}

    def roles(
        self, columns: Sequence[Column], words: tuple[str, ...], rows: Sequence[Sequence[str]]
    ) -> Mapping[int, Role]:
        """Return the roles that cells tell, by place: of columns whose header tells none, those of all such tables.

        ``words`` are those of the table's header, ``rows`` the words of its own cells.
        """
        own = judged(columns, rows)
        if not (sample := self._sample(words)):
            return own
        shared = {place: role for place, role in judged(columns, sample).items() if _is_unknown(columns[place])}
        others = {place: role for place, role in own.items() if not _is_unknown(columns[place])}
        return shared | {place: role for place, role in others.items() if role not in shared.values()}

    def _sample(self, words: tuple[str, ...]) -> Sequence[Sequence[str]]:
        """Return the words of the first rows below a header that several tables have; nothing for another one."""
        if words not in self._samples:
            rows = [worded(table, header) for table, header in self._headed.get(words, ())]
            self._samples[words] = list(islice(chain.from_iterable(rows), SAMPLE)) if len(rows) > 1 else []
        return self._samples[words]

    @cached_property
    def _headed(self) -> Mapping[tuple[str, ...], list[tuple[WordTable, Header]]]:
        found: dict[tuple[str, ...], list[tuple[WordTable, Header]]] = {}
        for table in self._tables if len(self._tables) > 1 else ():
            if (header := header_of(table)) is not None:
                found.setdefault(header.words, []).append((table, header))
        return found


def _is_unknown(column: Column) -> bool:
    return role_of(column.header) == "other"


def worded(table: WordTable, header: Header) -> Iterator[list[str]]:
    """Yield the words of the cells of each row below a header."""
    return ([lines_of(cell) for cell in row.cells] for row in body_rows(table, header))
