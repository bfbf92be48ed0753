"""What an edited Word file shows: its running text, and the rows of the tables of tasks, with the marks in them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kshc_cli.compare.printed import held
from kshc_cli.documents.editing.base import Base
from kshc_cli.documents.editing.writing import MARK
from kshc_cli.documents.importing.words import lines_of, typed
from kshc_cli.documents.word.body import Paragraph, Row, WordTable
from kshc_cli.documents.word.body_reader import body_of, met_in
from kshc_cli.documents.word.markup import W
from kshc_cli.documents.word.package import DOCUMENT, parsed

Cell = tuple[int, int, int]
"""The table, row and cell in which running text stands; zeros outside of tables."""


class Line(NamedTuple):
    """A paragraph of the running text."""

    words: str
    style: str
    where: Cell
    stretch: int
    """The table of tasks of the base that it stands behind; 0 for none."""
    marks: tuple[int, ...]
    """The paragraphs of the base that it bears the marks of, from 0."""


class ShownRow(NamedTuple):
    """A row of a table of tasks."""

    table: int
    """The table of the base that it belongs to."""
    cells: tuple[str, ...]
    is_across: bool
    """Whether one cell goes across the table."""
    is_header: bool
    marks: tuple[int, ...]

    @property
    def said(self) -> str:
        """What its cells say, to name it by."""
        return " | ".join(filter(None, self.cells))


class Shown(NamedTuple):
    """What a file shows."""

    lines: tuple[Line, ...]
    rows: tuple[ShownRow, ...]


def task_tables(base: Base) -> dict[int, tuple[str, ...]]:
    """Return the numbers of the tables of tasks, with the words of their first row."""
    tables = {one.table for one in base.paragraphs for piece in one.pieces if piece.path and "tasks" in piece.path}
    found: dict[int, list[str]] = {table: [] for table in sorted(tables)}
    for one in base.paragraphs:
        if one.table in found and one.row == 1:
            found[one.table] += [held(one.text)]
    return {table: tuple(words) for table, words in found.items()}


def shown_by(parts: Mapping[str, bytes], base: Base) -> Shown:
    """Return what an edited file shows. Raises ``WordFileError``."""
    marks = _marks(parts, len(base.paragraphs))
    tables, lines, rows, stretch = task_tables(base), list[Line](), list[ShownRow](), 0
    waiting = dict(tables)
    for block in body_of(parts).blocks:
        if isinstance(block, Paragraph):
            lines += _lines((block,), stretch, marks)
            continue
        table = _table(block, base, waiting, marks)
        if table is None:
            lines += _lines(block.paragraphs, stretch, marks)
            continue
        waiting.pop(table, None)
        stretch = table
        rows += _rows(block, table, marks)
    return Shown(tuple(lines), tuple(rows))


def _marks(parts: Mapping[str, bytes], count: int) -> dict[int, list[int]]:
    """Return which marks of the base the paragraphs of a file bear, by their numbers."""
    root = parsed(parts[DOCUMENT])
    numbers = {one.element: one.number for one in met_in(parts, DOCUMENT, root)}
    found: dict[int, list[int]] = {}
    waiting: list[int] = []
    for element in root.iter(W + "p", W + "bookmarkStart"):
        if element.tag == W + "p":
            if waiting and element in numbers:
                found.setdefault(numbers[element], []).extend(waiting)
                waiting.clear()
            continue
        name = element.get(W + "name") or ""
        number = name.removeprefix(MARK)
        if not name.startswith(MARK) or not number.isascii() or not number.isdigit() or not 0 < int(number) <= count:
            continue
        paragraph = next(element.iterancestors(W + "p"), None)
        if paragraph is not None:
            if paragraph in numbers:  # others are in deleted rows
                found.setdefault(numbers[paragraph], []).append(int(number) - 1)
        else:
            waiting.append(int(number) - 1)
    return found


def _lines(paragraphs: Sequence[Paragraph], stretch: int, marks: Mapping[int, Sequence[int]]) -> Iterator[Line]:
    for one in paragraphs:
        at, words = one.address, typed(one)
        if words:
            where = at.table or 0, at.row or 0, at.cell or 0
            yield Line(words, one.format.style, where, stretch, tuple(marks.get(at.paragraph, ())))


def _table(
    table: WordTable, base: Base, waiting: Mapping[int, tuple[str, ...]], marks: Mapping[int, Sequence[int]]
) -> int | None:
    """Return which table of tasks of the base a table is: by its marks, else by the words of its first row."""
    found = (number for one in table.paragraphs for number in marks.get(one.address.paragraph, ()))
    counted = Counter(base.paragraphs[number].table for number in found)
    known = task_tables(base)
    votes = [(count, number) for number, count in counted.items() if number in known]
    if votes and 2 * max(votes)[0] > counted.total():
        return max(votes)[1]
    cells = table.rows[0].cells if table.rows else ()
    first = tuple(typed(one) for cell in cells for one in cell.paragraphs)
    return next((number for number, words in waiting.items() if words == first and first), None)


def _rows(table: WordTable, number: int, marks: Mapping[int, Sequence[int]]) -> Iterator[ShownRow]:
    above: tuple[str, ...] = ()
    for row in table.rows:
        cells = tuple(_words(row, place, above) for place in range(len(row.cells)))
        borne = (mark for one in _paragraphs(row) for mark in marks.get(one.address.paragraph, ()))
        is_across = len(row.cells) == 1 and len(table.grid) > 1
        yield ShownRow(number, cells, is_across, row.header, tuple(borne))
        above = cells


def _words(row: Row, place: int, above: Sequence[str]) -> str:
    cell = row.cells[place]
    if cell.continues and place < len(above):
        return above[place]
    return lines_of(cell.paragraphs)


def _paragraphs(row: Row) -> Iterator[Paragraph]:
    for cell in row.cells:
        yield from cell.paragraphs
