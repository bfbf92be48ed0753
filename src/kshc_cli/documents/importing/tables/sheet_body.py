"""A workbook as a Word file would hold it, so that both are recognised by the same words: title lines, then tables."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from kshc_cli.dataclass import dataclass, field
from kshc_cli.documents.excel.workbook import Sheet, SheetCell, SheetRemark, SheetRow, Workbook
from kshc_cli.documents.importing.tables.grid import header_of, widths_of
from kshc_cli.documents.importing.tables.other_tables import ends_table, has_tasks
from kshc_cli.documents.importing.tables.roles import columns_read, reads_as_header, role_of
from kshc_cli.documents.word.body import Address, Block, Body, Cell, Paragraph, Row, Run, WordSection, WordTable
from kshc_cli.documents.word.formats import ParagraphFormat, TextFormat

_PAGE: Final = (16838, 11906)
_MARGIN: Final = 1134
_HEADER: Final = 5
"""Rows in which a header is looked for: a title and three rows of it, and one of the table."""
_LONGEST: Final = 100
"""Letters that the words over a column have at most."""
_USUAL_NAMES: Final = ("sheet", "trang tính", "trang_tính", "trang tinh")
"""How sheets are called that nobody has named."""
_LOOKS: Final = {
    (bold, struck): TextFormat(bold=bold, hidden=struck) for bold in (False, True) for struck in (False, True)
}
_CENTRED: Final = ParagraphFormat(alignment="center")
_LEFT: Final = ParagraphFormat()


def body_of_sheets(workbook: Workbook) -> Body:
    """Return the sheets that show something as sections of one document, with its comments."""
    writer = _Writer()
    shown = [sheet for sheet in workbook.sheets if sheet.rows]
    sections = [
        WordSection(
            tuple(writer.blocks(sheet, place, is_one_of_several=len(shown) > 1)),
            *_PAGE,
            *(_MARGIN,) * 4,
            landscape=True,
        )
        for place, sheet in enumerate(shown, 1)
    ]
    comments = tuple(each for one in workbook.remarks if one.kind == "comment" for each in writer.comment(one))
    return Body(tuple(sections), comments=comments, author=workbook.author)


@dataclass(slots=True)
class _Part:
    """Rows that stand together: those of a table, with its header's depth, or others."""

    rows: list[SheetRow] = field(default_factory=list)
    is_table: bool = False


class _Writer:
    """Writes sheets as paragraphs and tables, counting them."""

    def __init__(self) -> None:
        self._paragraphs = 0
        self._tables = 0

    def blocks(self, sheet: Sheet, section: int, *, is_one_of_several: bool) -> Iterator[Block]:
        """Yield what stands in a sheet; the name of one of several stands over its table where nothing else does."""
        where = Address(0, section, sheet=sheet.name)
        parts = list(_parts(sheet))
        if is_one_of_several and parts[0].is_table and not sheet.name.lower().startswith(_USUAL_NAMES):
            yield self._paragraph([Run(sheet.name, _LOOKS[True, False])], where, _CENTRED)
        for part in parts:
            if part.is_table:
                yield self.table(part.rows, where, sheet.widths)
            else:
                yield from self._loose(part.rows, where)

    def comment(self, remark: SheetRemark) -> Iterator[Paragraph]:
        """Yield the lines of a comment."""
        where = Address(0, part="comments", row=remark.row, cell=remark.column, sheet=remark.sheet)
        for line in remark.words.split("\n"):
            yield self._paragraph([Run(line, _LOOKS[False, False])], where, _LEFT)

    def _paragraph(self, runs: Sequence[Run], where: Address, look: ParagraphFormat) -> Paragraph:
        self._paragraphs += 1
        return Paragraph(where._replace(paragraph=self._paragraphs), tuple(runs), look, _LOOKS[False, False])

    def _lines(self, cell: SheetCell, where: Address) -> Iterator[Paragraph]:
        """Yield the lines of a cell as paragraphs."""
        lines: list[list[Run]] = [[]]
        for piece in cell.pieces:
            first, *others = piece.text.split("\n")
            look = _LOOKS[piece.bold, piece.struck]
            lines[-1].append(Run(first, look))
            lines += [[Run(one, look)] for one in others]
        for runs in lines:
            yield self._paragraph(runs, where, _CENTRED if cell.centred else _LEFT)

    def _loose(self, rows: Iterable[SheetRow], where: Address) -> Iterator[Block]:
        """Yield rows outside the tables: those of one cell as paragraphs, others as what stands side by side."""
        for is_one, group in groupby(rows, lambda row: len(row.worded) == 1):
            if is_one:
                for row in group:
                    place = where._replace(row=row.number, cell=row.worded[0].column)
                    yield from self._lines(row.worded[0], place)
            else:
                yield self._side_by_side(list(group), where)

    def _side_by_side(self, rows: Sequence[SheetRow], where: Address) -> WordTable:
        """Return rows as a table without lines, whose cells are those that begin in the same columns."""
        self._tables += 1
        starts = sorted({cell.column for row in rows for cell in row.worded})
        made = []
        for row in rows:
            cells = {cell.column: cell for cell in row.worded}
            place = where._replace(table=self._tables, row=row.number)
            said = (tuple(self._lines(cells[one], place._replace(cell=one))) if one in cells else () for one in starts)
            made.append(Row(tuple(Cell(blocks) for blocks in said)))
        return WordTable(self._tables, tuple(made), ())

    def table(self, rows: Sequence[SheetRow], where: Address, widths: Sequence[int]) -> WordTable:
        """Return rows as a table with the columns that show something in any of them."""
        self._tables += 1
        used = _used(rows)
        place = where._replace(table=self._tables)
        made = tuple(self._row(row, used, place._replace(row=row.number)) for row in rows)
        grid = tuple(widths[column - 1] if column <= len(widths) else 1 for column in used)
        return WordTable(self._tables, made, grid, bordered=True)

    def _row(self, row: SheetRow, used: Sequence[int], where: Address) -> Row:
        cells, covered = {cell.column: cell for cell in row.cells}, 0
        made = []
        for column in used:
            if column <= covered:
                continue
            cell = cells.get(column, SheetCell(column))
            covered = column + cell.span - 1
            span = sum(1 for one in used if column <= one <= covered)
            blocks = tuple(self._lines(cell, where._replace(cell=column))) if cell.pieces else ()
            made.append(Cell(blocks, 0, span, merged_down=cell.merged_down, continues=cell.continues, fill=cell.fill))
        return Row(tuple(made))


def _used(rows: Iterable[SheetRow]) -> list[int]:
    """Return the columns in which a cell begins that shows something, or belongs to one above that does."""
    return sorted({cell.column for row in rows for cell in row.cells if cell.pieces or cell.continues})


def _parts(sheet: Sheet) -> Iterator[_Part]:
    """Part the rows of a sheet into tables of tasks and what stands above, between and below them."""
    part = _Part()
    before = 0
    for place, row in enumerate(sheet.rows):
        is_apart = not part.rows or not part.is_table or row.number > before + 1
        begins = is_apart or _is_another_header(row, part.rows)
        if begins and _begins_table(sheet.rows[place : place + _HEADER]):
            heading = _above(part) if part.is_table else []
            yield from _ended(part)
            if heading:
                yield _Part(heading)
            part = _Part(is_table=True)
        part.rows.append(row)
        before = row.number
    yield from _ended(part)


def _is_another_header(row: SheetRow, rows: Sequence[SheetRow]) -> bool:
    """Tell whether a row is the header of a table of tasks with other columns than the rows above it have."""
    said = [cell.text for cell in row.worded]
    return reads_as_header(said) and all(said != [cell.text for cell in above.worded] for above in rows[:_HEADER])


def _above(part: _Part) -> list[SheetRow]:
    """Take the rows of one cell at the end of a table, which head what follows."""
    kept = max(place for place, row in enumerate(part.rows) if len(row.worded) > 1 or place == 0) + 1
    part.rows, heading = part.rows[:kept], part.rows[kept:]
    return heading


def _ended(part: _Part) -> Iterator[_Part]:
    """Yield a part without what only stands below its table: notes, sums, signatures, or what an empty row parts."""
    if not part.is_table:
        yield from [part] if part.rows else []
        return
    last = max(place for place, row in enumerate(part.rows) if len(row.worded) > 1 or place == 0)
    proper = [place for place in range(last + 1) if _is_proper(part.rows[place], part.rows[0])]
    end = next(_ends(part.rows, proper[-1] if proper else last), len(part.rows))
    yield from (_Part(rows, is_table=True) for rows in _beside(part.rows[:end]))
    if part.rows[end:]:
        yield _Part(part.rows[end:])


def _beside(rows: Sequence[SheetRow]) -> Iterator[list[SheetRow]]:
    """Yield the rows of a table as those of the tables that stand side by side in it, each with a header of its own."""
    cells = rows[0].worded
    for place in range(1, len(cells)):
        left, right = ([cell.text for cell in side] for side in (cells[:place], cells[place:]))
        if role_of(right[0]) == "number" and reads_as_header(left) and reads_as_header(right):
            edge = cells[place].column
            yield _between(rows, 0, edge)
            yield from _beside(_between(rows, edge, None))
            return
    yield list(rows)


def _between(rows: Iterable[SheetRow], first: int, end: int | None) -> list[SheetRow]:
    """Return what shows something in the columns from ``first`` up to, without, ``end``."""
    cut = (
        SheetRow(
            row.number, tuple(cell for cell in row.cells if first <= cell.column and (not end or cell.column < end))
        )
        for row in rows
    )
    return [row for row in cut if any(cell.pieces or cell.continues for cell in row.cells)]


def _is_proper(row: SheetRow, header: SheetRow) -> bool:
    """Tell whether a row fills at least half of the columns that the header names."""
    return 2 * len({cell.column for cell in row.cells if cell.pieces or cell.continues}) > len(header.worded)


def _ends(rows: Sequence[SheetRow], last: int) -> Iterator[int]:
    """Yield the places behind the last proper row that come behind an empty row, or begin what ends a table."""
    for place in range(last + 1, len(rows)):
        first, *others = ([cell.text for cell in row.worded] for row in rows[place:])
        is_apart = rows[place].number > rows[place - 1].number + 1
        if is_apart or (ends_table(first) and not has_tasks(others, first)):
            yield place


def _begins_table(rows: Sequence[SheetRow]) -> bool:
    """Tell whether the header of a table of tasks begins with the first of some rows."""
    if not rows or len(rows[0].worded) < 2:
        return False
    words = [cell.text for cell in rows[0].worded]
    if words[0][:1].isdigit() or max(map(len, words)) > _LONGEST:
        return False
    table = _Writer().table(rows, Address(0), ())
    header = header_of(table)
    return header is not None and columns_read(header.words, widths_of(table, header)) is not None
