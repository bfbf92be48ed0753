"""What an edited sheet of a plan shows: its rows with their hidden keys, and what of it are no words of tasks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kshc_cli.compare.edited import NotTaken
from kshc_cli.compare.printed import held
from kshc_cli.documents.editing.cargo import unpacked_words
from kshc_cli.documents.editing.edited_file import NoBaseError, damaged, other_ways
from kshc_cli.documents.editing.sheets.plan_sheet import BASE, BASE_MARK, HEADING, HINT, MARK, TITLE, WRITTEN
from kshc_cli.documents.excel.errors import WorkbookError
from kshc_cli.documents.excel.number_format import shown_day, shown_moment, shown_number
from kshc_cli.documents.excel.package import checked
from kshc_cli.documents.excel.reader import doubted, drawn, is_endless, loaded, texts_of
from kshc_cli.documents.word.package import packed, unpacked
from kshc_cli.foreign.versions import is_newer, newer, upgrade
from kshc_cli.messages import _

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_SHEETS: Final = "xl/worksheets/"
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[\s>/]")
_LOOSE: Final = re.compile(r"\n\s*\n|\n[^\S\n]+\S")
"""An empty line, or an indent."""
_AMONG_THE_FIRST: Final = 50
"""Rows among which the one with the names of the columns stands."""


class SheetCell(NamedTuple):
    """A cell of a row."""

    words: str
    at: str
    """Its place as spreadsheets call it: B7."""
    value: object = None
    """The number or day that stands there in place of words; None for words."""
    fault: str = ""
    """Why its words are not to be had."""
    is_loose: bool = False
    """Whether empty lines or indents stood between its words."""


class SheetRow(NamedTuple):
    """A row below the names of the columns."""

    key: str
    cells: Mapping[str, SheetCell]


class EditedSheet(NamedTuple):
    """What a workbook holds."""

    plan: bytes
    rows: tuple[SheetRow, ...]
    names: frozenset[str]
    """The columns that it has still."""
    left: tuple[NotTaken, ...]
    """What stands beside the rows, and is nothing of the plan."""
    is_sorted: bool
    """Whether the program that saved it tells that the rows were sorted."""


def is_edited_sheet(data: bytes) -> bool:
    """Tell whether a file is a workbook of ``kshc edit xlsx``. Raises ``WordFileError`` where it unpacks to a mass."""
    return any(BASE.encode() in part for part in (unpacked(data) or {}).values())


def edited_sheet(data: bytes) -> EditedSheet:
    """Return what an edited workbook holds. Raises ``WordFileError`` where it is none that can be used."""
    parts = checked(data)
    archive = packed(parts)
    with doubted():
        values = loaded(archive, values=True)
        has_formulas = any(name.startswith(_SHEETS) and _FORMULA.search(part) for name, part in parts.items())
        formulas = loaded(archive, values=False) if has_formulas else values
        base = _base(values)
        found = [(one, number) for one in values.worksheets if (number := _names_row(one))]
        if not found:
            raise WorkbookError(
                _("its sheet lacks the hidden row or column by which kshc knows it again"),
                _("Write the plan anew with kshc edit xlsx, and copy the changes into it."),
            )
        if len(found) > 1:
            raise WorkbookError(_("several of its sheets hold the tasks"), _("Delete all but the one that counts."))
        sheet, number = found[0]
        reader = _Reader(sheet, formulas[sheet.title], number, _written(values))
        reader.say_above()
        rows = tuple(reader.rows())
        left = (*reader.left, *_beside(values, sheet), *_drawn(parts))
        return EditedSheet(base, rows, reader.names, left, _is_sorted(sheet))


def _base(book: Any) -> bytes:  # noqa: ANN401  openpyxl has no types
    """Return the plan file that a workbook carries along."""
    for sheet in book.worksheets:
        mark = str(sheet.cell(1, 1).value or "")
        if is_newer(mark, BASE_MARK):
            raise NoBaseError(newer(mark, BASE_MARK).rstrip("."), upgrade())
        if mark == BASE_MARK:
            words = "".join(str(row[0] or "") for row in sheet.iter_rows(min_row=2, max_col=1, values_only=True))
            try:
                return unpacked_words(words)
            except ValueError as fault:
                raise damaged("xlsx") from fault
    raise NoBaseError(
        _("it was not written by `kshc edit xlsx`, or the program that saved it has dropped what it needs"),
        other_ways("xlsx"),
    )


def _written(book: Any) -> dict[str, str]:  # noqa: ANN401  openpyxl has no types
    """Return what the sheet was written with around its tasks; nothing where the workbook does not say."""
    for sheet in book.worksheets:
        if str(sheet.cell(1, 1).value or "") == BASE_MARK:
            rows = sheet.iter_rows(min_col=WRITTEN, max_col=WRITTEN + 1, values_only=True)
            return {str(name): _said(words) for name, words in rows if name}
    return {}


def _names_row(sheet: "Worksheet") -> int:
    """Return the row with the names of the columns; 0 where there is none."""
    rows = sheet.iter_rows(max_row=_AMONG_THE_FIRST, max_col=1, values_only=True)
    return next((number for number, row in enumerate(rows, 1) if row[0] == MARK), 0)


def _is_sorted(sheet: "Worksheet") -> bool:
    state = sheet.auto_filter.sortState
    return state is not None and bool(state.sortCondition)


class _Reader:
    """Reads the rows of a sheet, and keeps what stands beside them."""

    def __init__(self, sheet: "Worksheet", formulas: "Worksheet", number: int, written: Mapping[str, str]) -> None:
        self.left: list[NotTaken] = []
        self._sheet = sheet
        self._formulas = formulas
        self._first = number + 1
        self._written = written
        self._names: dict[int, str] = {}
        for cell in sheet[number]:
            if cell.value is not None and cell.column > 1 and str(cell.value) not in self._names.values():
                self._names[cell.column] = str(cell.value)
        self.names = frozenset(self._names.values())
        self._merged = {
            (row, column)
            for one in sheet.merged_cells.ranges
            for row in range(one.min_row, one.max_row + 1)
            for column in range(one.min_col, one.max_col + 1)
            if (row, column) != (one.min_row, one.min_col)
        }

    def say_above(self) -> None:
        """Say what stands above the names of the columns otherwise than it was written."""
        if not self._written:
            return
        known = {"", *(self._written.get(name, "") for name in (TITLE, HINT))}
        for cells in self._sheet.iter_rows(max_row=self._first - 2) if self._first > 2 else ():
            for cell in cells[1:]:
                self._say_comment(cell)
                if (words := _said(cell.value)) not in known:
                    reason = _("it stands above the tasks and is none of their words; titles are edited in Word")
                    self.left.append(NotTaken(reason, words))

    def _say_header(self, cells: Sequence[Any]) -> None:
        """Say which columns are called otherwise than they were."""
        for column, name in self._names.items():
            words = _said(cells[column - 1].value) if column <= len(cells) else ""
            if words and words != self._written.get(name, words):
                reason = _("the names of columns are edited in Word")
                self.left.append(NotTaken(reason, words))

    def rows(self) -> Iterator[SheetRow]:
        """Yield the rows that say something."""
        strange: dict[int, str] = {}
        for cells in self._sheet.iter_rows(min_row=self._first):
            key = str(cells[0].value or "").strip()
            if key == HEADING:
                self._say_header(cells)
            found = {
                name: self._cell(cells[column - 1]) for column, name in self._names.items() if column <= len(cells)
            }
            for cell in cells[1:]:
                self._say_comment(cell)
                if cell.column not in self._names and cell.value is not None:
                    strange.setdefault(cell.column, str(cell.value))
            if key != HEADING and any(cell.words or cell.fault for cell in found.values()):
                yield SheetRow(key, found)
        for words in strange.values():
            self.left.append(NotTaken(_("it stands in a column that the plan has not"), words))

    def _say_comment(self, cell: Any) -> None:  # noqa: ANN401  openpyxl has no types
        if getattr(cell, "comment", None) is not None:
            self.left.append(NotTaken(_("a comment is nothing that the plan holds"), str(cell.comment.text)))

    def _cell(self, cell: Any) -> SheetCell:  # noqa: ANN401  openpyxl has no types
        at, value = cell.coordinate, cell.value
        if (cell.row, cell.column) in self._merged:
            return SheetCell(
                "", at, fault=_("its cell is merged with others, so that it is not clear of which row it is said")
            )
        formula = self._formulas.cell(cell.row, cell.column)
        if formula.data_type == "f":
            return SheetCell(str(formula.value), at, fault=_("a formula stands there: write the words themselves"))
        if value is None:
            return SheetCell("", at)
        if cell.data_type == "e":
            return SheetCell(str(value), at, fault=_("the spreadsheet shows an error there"))
        if isinstance(value, str | list):
            words = "".join(text for text, _font in texts_of(value))
            return SheetCell(held(words), at, is_loose=_LOOSE.search(words.strip()) is not None)
        return self._made(value, cell.number_format, at)

    def _made(self, value: object, number_format: str, at: str) -> SheetCell:
        """Return a cell with what is no words."""
        if is_endless(value):
            return SheetCell(str(value), at, fault=_("a number stands there that is too large for a spreadsheet"))
        if isinstance(value, date) and not shown_day(value, number_format):
            fault = _("it is a date of which less than the day is shown: write the words as text")
            return SheetCell(held(shown_moment(value, number_format).words), at, fault=fault)
        return SheetCell(held(_shown(value, number_format)), at, value)


def _said(value: object) -> str:
    """Return what a cell beside the tasks says."""
    if isinstance(value, str | list):
        return held("".join(text for text, _font in texts_of(value)))
    return "" if value is None else str(value)


def _shown(value: object, number_format: str) -> str:
    """Return a number or day as the sheet shows it, days with the day first."""
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float() | Decimal():
            return shown_number(value, number_format)
        case date():
            return shown_day(value, number_format)
        case time() | timedelta():
            return shown_moment(value, number_format).words
        case _:
            return str(value)


def _beside(book: Any, own: "Worksheet") -> Iterator[NotTaken]:  # noqa: ANN401  openpyxl has no types
    """Yield what other sheets say: of each its first words."""
    for sheet in book.worksheets:
        if sheet is own or str(sheet.cell(1, 1).value or "") == BASE_MARK:
            continue
        words = (str(value) for row in sheet.iter_rows(values_only=True) for value in row if value is not None)
        if said := " | ".join(islice(words, 3)):
            yield NotTaken(_("it stands in another sheet, “{name}”").format(name=sheet.title), said)


def _drawn(parts: Mapping[str, bytes]) -> Iterator[NotTaken]:
    for one in drawn(parts):
        words = one.words or _("pictures: {n}").format(n=one.count)
        yield NotTaken(_("what is drawn is nothing that the plan holds"), words)
