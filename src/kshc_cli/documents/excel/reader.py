"""Reads a workbook through openpyxl: sheets, rows and cells as they are seen."""

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

from kshc_cli.dataclass import dataclass
from kshc_cli.documents.excel.errors import BrokenWorkbookError, WorkbookError
from kshc_cli.documents.excel.number_format import shown_moment, shown_number
from kshc_cli.documents.excel.package import CELLS, ROWS, checked, too_tall, too_wide
from kshc_cli.documents.excel.workbook import Sheet, SheetCell, SheetRemark, SheetRow, Stretch, Workbook
from kshc_cli.documents.word.package import LARGEST, packed
from kshc_cli.messages import _

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TWIPS: Final = 110
"""Twips of a digit, in which Excel counts the widths of columns."""
_WHITE: Final = frozenset(("theme 0", "indexed 1", "indexed 9", "indexed 64", "indexed 65"))
"""The colours of the usual theme and palette that are white, or those of the computer's own ground."""
_DRAWN: Final = re.compile(rb"<a:t>([^<]+)</a:t>")
_DRAWING: Final = re.compile(r"xl/(?:media|charts|embeddings|diagrams)/[^/]+\.\w+")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CODES: Final = re.compile(r'&(?:"[^"]*"|\d+|K[\dA-F]{6}|[A-Z])')
"""Codes in a page header, for fonts, page numbers and days."""


def read_workbook(data: bytes) -> Workbook:
    """Return what stands in an Excel workbook. Raises ``WordFileError`` where it is none that can be used."""
    parts = checked(data)
    archive = packed(parts)
    with doubted():
        values = loaded(archive, values=True)
        formulas = loaded(archive, values=False) if any(b"<f" in part for part in parts.values()) else None
        reader = _Reader({} if formulas is None else {sheet.title: sheet for sheet in formulas.worksheets})
        sheets = tuple(reader.sheets(values.worksheets))
    if not sheets:
        raise WorkbookError(_("it has no sheet that is seen"), _("Unhide the sheet with the tasks in Excel."))
    return Workbook(sheets, (*reader.remarks, *drawn(parts)), str(values.properties.creator or ""))


@contextmanager
def doubted() -> Iterator[None]:
    """Take what openpyxl stumbles over, now or when a cell's style is asked for, for what it is: a broken workbook."""
    try:
        yield
    except (
        *(SyntaxError, KeyError, ValueError, TypeError, AttributeError, IndexError),  # the first one is XML's
        *(OverflowError, RecursionError, EOFError, OSError),
    ) as fault:
        raise BrokenWorkbookError from fault


def loaded(archive: bytes, *, values: bool) -> Any:  # noqa: ANN401  openpyxl has no types
    """Return a workbook with the ``values`` that were last seen of formulas, or with the formulas.

    Raises ``TooLargeWorkbookError`` where its sheets span more than ``CELLS``: whoever goes through rows makes all of
    them, also for one cell far away.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what it would not write back
        try:
            book = load_workbook(BytesIO(archive), data_only=values, rich_text=True, keep_links=False)
        except InvalidFileException as fault:
            raise BrokenWorkbookError from fault
    if sum(sheet.max_row * sheet.max_column for sheet in book.worksheets) > CELLS:
        tall = next((sheet.title for sheet in book.worksheets if sheet.max_row > ROWS), None)
        raise too_wide() if tall is None else too_tall(tall)
    return book


def is_endless(value: object) -> bool:
    """Tell whether a value is a number that no spreadsheet holds, as which too large a one is read."""
    return isinstance(value, float) and not isfinite(value)


def drawn(parts: Mapping[str, bytes]) -> Iterator[SheetRemark]:
    """Yield the words of text boxes, and how many pictures, charts and embedded files there are."""
    for name, part in parts.items():
        if name.startswith("xl/drawings/") and (words := b"".join(_DRAWN.findall(part))):
            yield SheetRemark("drawing", "", words=words.decode("utf-8", "replace"))
    count = sum(1 for name in parts if _DRAWING.fullmatch(name))
    if count:
        yield SheetRemark("drawing", "", count=count)


@dataclass(slots=True)
class _Merges:
    """The merged ranges of a sheet, by the cells that they cover."""

    spans: dict[tuple[int, int], tuple[int, int]]
    """Columns and rows that the range of each first cell covers."""
    below: dict[tuple[int, int], int]
    """How many columns the range covers whose first cell of a later row this is."""
    covered: set[tuple[int, int]]
    """All other cells of ranges."""


class _Reader:
    """Reads sheets, and keeps what is to be said of them."""

    def __init__(self, formulas: "Mapping[str, Worksheet]") -> None:
        self.remarks: list[SheetRemark] = []
        self._formulas = formulas
        self._letters = 0

    def sheets(self, sheets: "Iterable[Worksheet]") -> Iterator[Sheet]:
        """Yield the sheets that are seen; of a hidden one it is said how much it holds."""
        for sheet in sheets:
            rows = tuple(self._rows(sheet))
            if sheet.sheet_state == "visible":
                self._say_hidden(sheet, rows)
                self._say_edges(sheet)
                yield Sheet(sheet.title, rows, _widths(sheet))
            else:
                self.remarks = [one for one in self.remarks if one.sheet != sheet.title]
                self.remarks += [SheetRemark("hidden-sheet", sheet.title, count=len(rows))] if rows else []

    def _rows(self, sheet: "Worksheet") -> Iterator[SheetRow]:
        merges = _merges(sheet)
        for number, row in enumerate(sheet.iter_rows(), 1):
            cells = tuple(self._cells(sheet, number, row, merges))
            if any(cell.pieces or cell.continues for cell in cells):
                yield SheetRow(number, cells)

    def _cells(self, sheet: "Worksheet", number: int, row: Iterable[Any], merges: _Merges) -> Iterator[SheetCell]:
        for column, cell in enumerate(row, 1):
            place = (number, column)
            if place in merges.below:
                yield SheetCell(column, span=merges.below[place], continues=True)
            elif place not in merges.covered:
                wide, high = merges.spans.get(place, (1, 1))
                pieces = tuple(self._pieces(sheet, cell, number, column))
                fill = _fill(cell) if cell.has_style else ""
                if pieces or fill or wide > 1 or high > 1:
                    centred = getattr(cell.alignment, "horizontal", None) in {"center", "centerContinuous"}
                    yield SheetCell(column, pieces, wide, merged_down=high > 1, centred=centred, fill=fill)

    def _pieces(self, sheet: "Worksheet", cell: Any, row: int, column: int) -> Iterator[Stretch]:  # noqa: ANN401
        """Yield what a cell shows, and keep what is to be said of it."""
        where = (sheet.title, row, column)
        if getattr(cell, "comment", None) is not None:
            self.remarks.append(SheetRemark("comment", *where, str(cell.comment.text)))
        value = cell.value
        if value is None:
            if self._is_formula(sheet.title, row, column):
                self.remarks.append(SheetRemark("no-value", *where))
            return
        if cell.data_type == "e" or is_endless(value):
            self.remarks.append(SheetRemark("error", *where, str(value)))
            return
        texts = (
            texts_of(value)
            if isinstance(value, str | list)
            else ((self._shown(value, cell.number_format, where), None),)
        )
        for text, font in texts:
            self._count(text)
            look = cell.font if font is None else font
            if text.strip() or font is not None:
                yield Stretch(text, bold=bool(look and look.b), struck=bool(look and look.strike))

    def _count(self, text: str) -> None:
        """Bound what many cells show that share one long text."""
        self._letters += len(text)
        if self._letters > LARGEST:
            raise too_wide()

    def _shown(self, value: object, number_format: str, where: tuple[str, int, int]) -> str:
        match value:
            case bool():
                return "TRUE" if value else "FALSE"
            case int() | float() | Decimal():
                return shown_number(value, number_format)
            case datetime() | date() | time() | timedelta():
                shown = shown_moment(value, number_format)
                if shown.is_settled:
                    self.remarks.append(SheetRemark("settled-dates", *where, shown.words))
                return shown.words
            case _:
                return str(value)

    def _is_formula(self, sheet: str, row: int, column: int) -> bool:
        found = self._formulas.get(sheet)
        return found is not None and found.cell(row, column).data_type == "f"

    def _say_hidden(self, sheet: "Worksheet", rows: Iterable[SheetRow]) -> None:
        """Say which rows and columns with words are hidden: they are read as any others."""
        worded = {row.number for row in rows if row.worded}
        hidden = sorted(number for number, one in sheet.row_dimensions.items() if one.hidden and number in worded)
        if hidden:
            self.remarks.append(SheetRemark("hidden-rows", sheet.title, hidden[0], count=len(hidden)))
        used = {cell.column for row in rows for cell in row.worded}
        spans = [(one.min or 0, one.max or 0) for one in sheet.column_dimensions.values() if one.hidden]
        columns = sorted(column for column in used if any(first <= column <= last for first, last in spans))
        if columns:
            self.remarks.append(SheetRemark("hidden-columns", sheet.title, column=columns[0], count=len(columns)))

    def _say_edges(self, sheet: "Worksheet") -> None:
        """Say what stands in the headers and footers of a sheet's pages, but for numbers and names."""
        edges = (sheet.oddHeader, sheet.oddFooter)
        texts = (part.text for edge in edges for part in (edge.left, edge.center, edge.right) if part and part.text)
        for text in texts:
            words = " ".join(_CODES.sub(" ", text).split())
            if sum(map(str.isalpha, words)) > len("trang / "):
                self.remarks.append(SheetRemark("edge", sheet.title, words=words))


def _fill(cell: Any) -> str:  # noqa: ANN401  openpyxl has no types
    """Return the colour of a cell's ground: one of the file's own, or the number of one of the theme or palette."""
    fill = cell.fill
    if getattr(fill, "fill_type", None) is None:
        return ""
    colour = fill.fgColor
    if colour is None or (colour.type == "rgb" and str(colour.rgb).upper().endswith("FFFFFF")):
        return ""
    name = f"{colour.type} {colour.value}"
    return "" if name in _WHITE and not colour.tint else f"{name} {colour.tint}"


def texts_of(value: str | list[Any]) -> Iterator[tuple[str, Any]]:
    """Yield the texts of a cell, each with its own font where it has one."""
    for part in [value] if isinstance(value, str) else value:
        yield (_meant(part), None) if isinstance(part, str) else (_meant(str(part.text)), part.font)


def _meant(text: str) -> str:
    """Return text with the signs that Excel writes as codes: _x000D_ (ECMA-376, Part 1, 22.9.2.19)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _merges(sheet: "Worksheet") -> _Merges:
    merges = _Merges({}, {}, set())
    for found in sheet.merged_cells.ranges:
        wide, high = found.max_col - found.min_col + 1, found.max_row - found.min_row + 1
        merges.spans[found.min_row, found.min_col] = wide, high
        for row in range(found.min_row, found.max_row + 1):
            merges.covered.update((row, column) for column in range(found.min_col, found.max_col + 1))
            if row > found.min_row:
                merges.below[row, found.min_col] = wide
        merges.covered.discard((found.min_row, found.min_col))
    return merges


def _widths(sheet: "Worksheet") -> tuple[int, ...]:
    """Return the widths of the columns in twips; those of which nothing is said have the usual one."""
    usual = sheet.sheet_format.defaultColWidth or 8.43
    widths = [usual] * sheet.max_column
    for one in sheet.column_dimensions.values():
        for column in range(one.min or 1, min(one.max or 0, len(widths)) + 1):
            widths[column - 1] = one.width or usual
    return tuple(max(1, int(width * _TWIPS)) for width in widths)
