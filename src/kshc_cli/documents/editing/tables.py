"""Which tables of an edited file are which of its plan: what was cut, copied, moved or added is told from the rest.

Marks alone do not say it: a copy may bear those of its original, and both parts of a table that was cut in two do.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final, NamedTuple

from kshc_cli.compare.edited import NotTaken
from kshc_cli.compare.order import kept_in_order
from kshc_cli.compare.printed import held
from kshc_cli.documents.editing.base import Base
from kshc_cli.documents.editing.base_rows import HEADER, BaseRow, base_rows, content_of, task_tables
from kshc_cli.documents.editing.told_tables import copy_told, new_told, part_told
from kshc_cli.documents.importing.words import lines_of, typed
from kshc_cli.documents.word.body import Block, Paragraph, Row, WordTable
from kshc_cli.messages import _

_SHORT: Final = 60
"""How much of a paragraph says where a table stands."""

Marks = Mapping[int, Sequence[int]]
"""Which paragraphs of the base each paragraph of a file bears the marks of."""


class Standing(NamedTuple):
    """Which table of the base a table of a file is, and how it stands."""

    table: int
    """0 for a copy and for a new one."""
    is_apart: bool
    """Whether it does not say which rows a table has: a part far from the rest, a copy, a new one."""
    is_moved: bool = False


class Tables(NamedTuple):
    """The tables of tasks of a file, by their places among its blocks."""

    standing: dict[int, Standing]
    inside: dict[int, int]
    """What stands between two parts of a table: the place of the part before it."""
    not_taken: dict[int, NotTaken]
    above: dict[int, str]
    """What stands above tables that are not taken over."""


def tables_of(blocks: Sequence[Block], base: Base, marks: Marks) -> Tables:
    """Return which tables are which; what cannot be said of them is told."""
    tables = _Tables(blocks, base, marks)
    tables.settle()
    strangers = [at for at, one in tables.standing.items() if not one.table]
    above = {at: tables.line_above(at) for at in strangers}
    return Tables(tables.standing, tables.inside, dict(tables.told()), above)


class _Tables:
    """Looks at all tables of a file together."""

    def __init__(self, blocks: Sequence[Block], base: Base, marks: Marks) -> None:
        self.standing: dict[int, Standing] = {}
        self.inside: dict[int, int] = {}
        self._blocks = blocks
        self._base = base
        self._marks = marks
        self._headers = task_tables(base)
        self._rows, self._places = base_rows(base)
        self._spans: dict[int, tuple[int, int]] = {}
        for number in self._places:
            table = base.paragraphs[number].table
            self._spans[table] = self._spans.get(table, (number,))[0], number
        self._lines = {held(one.text): n for n, one in enumerate(base.paragraphs) if n not in self._places}
        self._others = {held(one.text) for n, one in enumerate(base.paragraphs) if n not in self._places and one.table}
        self._lines.pop("", None)
        self._others.discard("")
        self._steady = self._steady_lines()
        self._reasons: dict[int, str] = {}

    def settle(self) -> None:
        """Say of each table which it is: of those with marks first."""
        claims: dict[int, list[int]] = {}
        unmarked: list[int] = []
        for at, block in enumerate(self._blocks):
            if not isinstance(block, WordTable):
                continue
            numbers = [number for one in block.paragraphs for number in self._marks.get(one.address.paragraph, ())]
            counted = Counter(self._base.paragraphs[number].table for number in numbers if number in self._places)
            best = max(counted, key=lambda one, counted=counted: counted[one], default=0)  # type: ignore[misc]
            if 2 * counted[best] > len(numbers):
                claims.setdefault(best, []).append(at)
            elif counted:
                self._set_apart(at, 0)
            elif not numbers:
                unmarked.append(at)
        for table, places in claims.items():
            self._settle_parts(table, places)
        self._settle_unmarked(unmarked)
        self._settle_order()

    def _settle_parts(self, table: int, places: Sequence[int]) -> None:
        """Say which of several tables with the marks of one is that one, which a part of it, which a copy."""
        main, *others = parts = self._parts(table, places)
        is_moved = not self._is_in_place(main, table)
        self.standing[main] = Standing(table, is_apart=False)
        if is_moved:
            self._move(main, table)
        for at in sorted(others, key=lambda at: abs(at - main)):
            is_near = self._is_near(at, table) or (not is_moved and self._is_in_place(at, table))
            if is_near:
                self.standing[at] = Standing(table, is_apart=False, is_moved=is_moved)
            else:
                self._set_apart(at, table)
        if not is_moved:
            near = sorted(at for at in parts if not self.standing[at].is_apart)
            for first, last in pairwise(near):
                self.inside |= dict.fromkeys(range(first + 1, last), first)

    def _parts(self, table: int, places: Sequence[int]) -> list[int]:
        """Return which of several tables have rows of one that no other has, the surest first; the rest are copies."""
        parts: list[int] = []
        seen = set[int]()
        away = {row for at in range(len(self._blocks)) if at not in places for row in self._own_rows(at)}
        away = {row for row in away if self._rows[row].table == table} if len(places) > 1 else set()
        for at in sorted(places, key=lambda at: (not self._is_in_place(at, table), self._difference(at, away), at)):
            own = self._own_rows(at)
            if parts and not own and all(self._is_header(row) or not any(_cells(row)) for row in self._rows_of(at)):
                self.standing[at] = Standing(table, is_apart=False, is_moved=True)
            elif parts and (not own or own & seen):
                self._set_apart(at, 0)
            else:
                seen |= own
                parts.append(at)
        return parts

    def _is_near(self, at: int, table: int) -> bool:
        """Tell whether nothing is said between a table and a part of the same one."""
        for step in (-1, 1):
            place = at + step
            while 0 <= place < len(self._blocks) and not self._says_anything(place):
                place += step
            if (known := self.standing.get(place)) is not None and known.table == table and not known.is_apart:
                return True
        return False

    def _says_anything(self, at: int) -> bool:
        block = self._blocks[at]
        return isinstance(block, WordTable) or bool(typed(block))

    def _settle_unmarked(self, places: Sequence[int]) -> None:
        """Say which tables without marks are those that nothing else is: by most of their rows, else by their place."""
        there = {one.table for one in self.standing.values()}
        free = [table for table in self._headers if table not in there]
        scores = sorted(
            ((-self._shared(at, table), at, table) for at in places for table in free if self._may_be(at, table)),
        )
        for _score, at, table in scores:
            if at not in self.standing and table not in there:
                self._settle_parts(table, [at])
                there.add(table)
        for at in places:
            block = self._blocks[at]
            is_other = isinstance(block, WordTable) and any(typed(one) in self._others for one in block.paragraphs)
            if at not in self.standing and not is_other:
                self._set_apart(at, 0)

    def _may_be(self, at: int, table: int) -> bool:
        block = self._blocks[at]
        if not isinstance(block, WordTable):
            return False
        count = sum(row.table == table and row.kind != HEADER for row in self._rows)
        first = tuple(typed(one) for cell in block.rows[0].cells for one in cell.paragraphs) if block.rows else ()
        is_headed = first == self._headers[table] and bool(first)
        return 2 * self._shared(at, table) >= count or (is_headed and self._is_in_place(at, table))

    def _shared(self, at: int, table: int) -> int:
        """Return how many rows of a table of the base one of the file says just so."""
        words = Counter(row.cells for row in self._rows if row.table == table and row.kind != HEADER)
        return (words & Counter(map(_cells, self._rows_of(at)))).total()

    def _settle_order(self) -> None:
        """Tell which of the tables that no text parts stand in another order than they did."""
        firsts: dict[int, int] = {}
        for at, one in sorted(self.standing.items()):
            if not one.is_apart and not one.is_moved:
                firsts.setdefault(one.table, at)
        kept = kept_in_order([*firsts])
        for index, (table, at) in enumerate(firsts.items()):
            if index not in kept:
                self._move(at, table)

    def _move(self, at: int, table: int) -> None:
        self.standing[at] = Standing(table, is_apart=False, is_moved=True)
        self._reasons[at] = _("the table was moved, which only plan.yaml can say: its rows stay where they were")

    def _set_apart(self, at: int, table: int) -> None:
        self.standing[at] = Standing(table, is_apart=True)

    def _steady_lines(self) -> tuple[list[int], list[int]]:
        """Return the blocks of text that stand in their order, and what of the base they are."""
        found: list[tuple[int, int]] = []
        marked = {number for numbers in self._marks.values() for number in numbers}
        lines = {words: number for words, number in self._lines.items() if number not in marked}
        for at, block in enumerate(self._blocks):
            for one in (block,) if isinstance(block, Paragraph) else block.paragraphs:
                numbers = [n for n in self._marks.get(one.address.paragraph, ()) if n not in self._places]
                known = numbers[0] if numbers else lines.get(typed(one))
                found += [(at, known)] if known is not None else []
        kept = kept_in_order([number for _at, number in found])
        return [found[index][0] for index in sorted(kept)], [found[index][1] for index in sorted(kept)]

    def _is_in_place(self, at: int, table: int) -> bool:
        """Tell whether a table stands between the same texts as one of the base."""
        index = bisect_left(self._steady[0], at)
        before = self._steady[1][index - 1] if index else -1
        behind = self._steady[1][index] if index < len(self._steady[1]) else len(self._base.paragraphs)
        first, last = self._spans[table]
        return before < first and last < behind

    def _rows_of(self, at: int) -> tuple[Row, ...]:
        block = self._blocks[at]
        return block.rows if isinstance(block, WordTable) else ()

    def _row_of(self, row: Row) -> int | None:
        """Return the row of the base that most marks of a row are of; None for a header and where there are none."""
        numbers = (
            n for cell in row.cells for one in cell.paragraphs for n in self._marks.get(one.address.paragraph, ())
        )
        counted = Counter(self._places[n] for n in numbers if n in self._places)
        found = counted.most_common(1)[0][0] if counted else None
        return None if found is None or self._rows[found].kind == HEADER else found

    def _own_rows(self, at: int) -> set[int]:
        return {found for row in self._rows_of(at) if (found := self._row_of(row)) is not None}

    def _difference(self, at: int, away: AbstractSet[int]) -> tuple[int, int]:
        """Return a key that is less the more rows say what is to be done as in the base, then all that they said.

        Rows that stand ``away`` in other tables were taken out of the table itself, and not out of a copy of it.
        """
        found = [(self._row_of(row), _cells(row)) for row in self._rows_of(at)]
        pairs = [(self._rows[known].cells, cells) for known, cells in found if known is not None]
        return (
            -sum(content_of(old) == content_of(new) for old, new in pairs) - len(away - self._own_rows(at)),
            -sum(old == new for old, new in pairs),
        )

    def told(self) -> Iterator[tuple[int, NotTaken]]:
        """Yield what cannot be said of tables, in their order, with their places."""
        for at, one in sorted(self.standing.items()):
            if at in self._reasons:
                yield at, NotTaken(self._reasons[at], self._name(one.table))
            elif one.is_apart and any(word for row in self._rows_of(at) for word in _cells(row)):
                yield at, self._apart(at, one.table)

    def _apart(self, at: int, table: int) -> NotTaken:
        line = _short(self.line_above(at))
        if table:
            return NotTaken(part_told(line), self._name(table))
        rows = [row for row in self._rows_of(at) if any(_cells(row))]
        tasks = [row for row in rows if len(row.cells) > 1 and not self._is_header(row)]
        words = max((max(_cells(row)[:2], key=len) for row in [*tasks, *rows][:1]), default="")
        own = self._own_rows(at)
        known = Counter(self._rows[number].table for number in own)
        elsewhere = {number for other in self.standing if other != at for number in self._own_rows(other)}
        if own and own <= elsewhere:
            return NotTaken(copy_told(line, self._name(known.most_common(1)[0][0])), words)
        return NotTaken(new_told(line, has_rows=bool(own)), words)

    def _is_header(self, row: Row) -> bool:
        return row.header or _cells(row) in {one.cells for one in self._rows if one.kind == HEADER}

    def line_above(self, at: int) -> str:
        """Return the words of the last paragraph above a block."""
        above = (typed(one) for one in reversed(self._blocks[:at]) if isinstance(one, Paragraph))
        return next(filter(None, above), "")

    def _name(self, table: int) -> str:
        """Return what stands above a table of the base, or what it says first."""
        own = [row for row in self._rows if row.table == table and row.kind != HEADER]
        path = own[0].path[: own[0].path.index("tables") + 2] if "tables" in own[0].path else ()
        paths = ((one.text, [piece.path for piece in one.pieces]) for one in self._base.paragraphs)
        heading = next((held(text) for text, known in paths if (*path, "heading") in known), "")
        return heading or max(own[0].cells, key=len)


def _cells(row: Row | BaseRow) -> tuple[str, ...]:
    return row.cells if isinstance(row, BaseRow) else tuple(lines_of(cell.paragraphs) for cell in row.cells)


def _short(words: str) -> str:
    return words if len(words) <= _SHORT else f"{words[:_SHORT].rpartition(' ')[0]}…"
