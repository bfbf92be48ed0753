"""What an edited Word file shows: its running text, and the rows of the tables of tasks, with the marks in them."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from kshc_cli.compare.edited import NotTaken
from kshc_cli.documents.editing.base import Base
from kshc_cli.documents.editing.tables import Standing, tables_of
from kshc_cli.documents.editing.writing import MARK
from kshc_cli.documents.importing.words import lines_of, typed
from kshc_cli.documents.word.body import Body, Paragraph, Row, WordTable
from kshc_cli.documents.word.body_reader import met_in
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
    """The table of tasks of the base that it stands behind; 0 for none, less between two parts of one."""
    marks: tuple[int, ...]
    """The paragraphs of the base that it bears the marks of, from 0."""
    block: int = -1
    """Which of the file's blocks it stands in."""


class ShownRow(NamedTuple):
    """A row of a table of tasks."""

    table: int
    """The table of the base that it belongs to; 0 for none."""
    cells: tuple[str, ...]
    is_across: bool
    """Whether one cell goes across the table."""
    is_header: bool
    marks: tuple[int, ...]
    is_apart: bool = False
    """Whether it stands where no row of the plan can be."""
    block: int = -1
    """Which of the file's blocks it stands in."""

    @property
    def said(self) -> str:
        """What its cells say, to name it by."""
        return " | ".join(filter(None, self.cells))


class Shown(NamedTuple):
    """What a file shows."""

    lines: tuple[Line, ...]
    rows: tuple[ShownRow, ...]
    not_taken: Mapping[int, NotTaken]
    """What cannot be said of tables, by their blocks."""
    above: Mapping[int, str]
    """What stands above tables that are not taken over, which says where they are."""
    body: Body
    standing: Mapping[int, Standing]
    """Which tables are which, by their blocks."""
    refused: frozenset[int] = frozenset()
    """The blocks of new headings that are not taken over: nothing can be said to stand below them."""

    def without(self, blocks: Container[int]) -> "Shown":
        """Return what a file shows but for some of its blocks."""
        return self._replace(
            lines=tuple(one for one in self.lines if one.block not in blocks),
            rows=tuple(one for one in self.rows if one.block not in blocks),
            not_taken={at: one for at, one in self.not_taken.items() if at not in blocks},
            above={at: one for at, one in self.above.items() if at not in blocks},
        )


def shown_by(body: Body, base: Base, marks: Mapping[int, Sequence[int]]) -> Shown:
    """Return what an edited file shows, whose paragraphs bear ``marks`` of the base."""
    blocks = body.blocks
    tables, lines, rows, stretch = tables_of(blocks, base, marks), list[Line](), list[ShownRow](), 0
    for at, block in enumerate(blocks):
        standing = tables.standing.get(at)
        if isinstance(block, WordTable) and standing is not None:
            if not standing.is_apart and not standing.is_moved:
                stretch = standing.table
            rows += (one._replace(block=at) for one in _rows(block, standing, marks))
        else:
            paragraphs = (block,) if isinstance(block, Paragraph) else block.paragraphs
            here = -tables.inside[at] if at in tables.inside else stretch
            lines += (one._replace(block=at) for one in _lines(paragraphs, here, marks))
    return Shown(tuple(lines), tuple(rows), tables.not_taken, tables.above, body, tables.standing)


def marks_in(parts: Mapping[str, bytes], count: int) -> dict[int, list[int]]:
    """Return which of ``count`` marks of a base the paragraphs of a file bear. Raises ``WordFileError``."""
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
        number = name.removeprefix(MARK).partition("_")[0]  # LibreOffice calls a copy _kshc_283_Copy_1
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


def _rows(table: WordTable, standing: Standing, marks: Mapping[int, Sequence[int]]) -> Iterator[ShownRow]:
    above: tuple[str, ...] = ()
    for row in table.rows:
        cells = tuple(_words(row, place, above) for place in range(len(row.cells)))
        borne = (mark for one in _paragraphs(row) for mark in marks.get(one.address.paragraph, ()))
        is_across = len(row.cells) == 1 and len(table.grid) > 1
        yield ShownRow(standing.table, cells, is_across, row.header, tuple(borne), standing.is_apart)
        above = cells


def _words(row: Row, place: int, above: Sequence[str]) -> str:
    cell = row.cells[place]
    if cell.continues and place < len(above):
        return above[place]
    return lines_of(cell.paragraphs)


def _paragraphs(row: Row) -> Iterator[Paragraph]:
    for cell in row.cells:
        yield from cell.paragraphs
