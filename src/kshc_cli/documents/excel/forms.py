"""Forms that bodies filled in: their rows as they stand in the file, with what is wrong with their cells."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.documents.excel.errors import WorkbookError
from kshc_cli.documents.excel.package import ROWS, checked, too_tall
from kshc_cli.documents.excel.reader import doubted, loaded
from kshc_cli.documents.word.package import packed, unpacked
from kshc_cli.findings import Finding, Severity, WordPlace
from kshc_cli.foreign.forms import COLUMNS, FORM, INPUTS, LIST_MARK, MARK, WHO
from kshc_cli.foreign.versions import is_newer, newer, upgrade
from kshc_cli.messages import _

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_DAYS: Final = frozenset({"date", "document_date"})
_FORMULA: Final = "f"


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row in which somebody wrote; numbers count from 1."""

    number: int
    task: str
    period: str
    key: str
    """Empty where the row has none."""
    inputs: Mapping[str, str | date]
    """What was written, by the columns of a form; blank cells are left out."""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A sheet that was filled in."""

    sheet: str
    who: str | None
    columns: Mapping[str, int]
    """Where the columns stand, counted from 1."""
    rows: tuple[FilledRow, ...]
    faults: tuple[Finding, ...] = ()
    """What is wrong with its cells."""
    person: int = 1
    """The row of who fills it in."""

    def place(self, row: int, column: str) -> WordPlace:
        """Return the place of a cell."""
        return WordPlace(0, row=row, cell=self.columns.get(column, 1), sheet=self.sheet)


def is_form(data: bytes) -> bool:
    """Tell whether a file is a form of kshc, also one that another program saved in its own kind of files.

    Raises ``WordFileError`` where it unpacks to more than 64 MB.
    """
    parts = unpacked(data) or {"": data}
    return any(FORM.encode() in part for part in parts.values())


def filled_forms(data: bytes) -> tuple[FilledForm, ...]:
    """Return the sheets of a form. Raises ``WordFileError`` where it is no workbook that can be used."""
    archive = packed(checked(data))
    with doubted():
        values, formulas = (loaded(archive, values=wish) for wish in (True, False))
        keys = _keys(values)
        forms = [_form(sheet, formulas[sheet.title], keys) for sheet in values.worksheets if _says(sheet, 1, 1) == MARK]
        later = [said for sheet in values.worksheets if is_newer(said := _says(sheet, 1, 1), MARK)]
    if later:
        raise WorkbookError(newer(later[0], MARK).rstrip("."), upgrade())
    if not forms:
        raise WorkbookError(_("it has no sheet that kshc made to be filled in"))
    return tuple(forms)


def _keys(book: Any) -> dict[tuple[str, str], str]:  # noqa: ANN401  openpyxl has no types
    """Return the keys that may be chosen, by what their tasks and periods are called."""
    found: dict[tuple[str, str], str] = {}
    for sheet in book.worksheets:
        if _says(sheet, 1, 1) == LIST_MARK:
            for row in sheet.iter_rows(min_row=2, min_col=2, max_col=5, values_only=True):
                task, period, _both, key = (str(one or "") for one in row)
                found[task, period] = key
    return found


def _says(sheet: "Worksheet", row: int, column: int) -> str:
    return str(sheet.cell(row, column).value or "").strip()


def _form(sheet: "Worksheet", formulas: "Worksheet", keys: Mapping[tuple[str, str], str]) -> FilledForm:
    if sheet.max_row > ROWS:
        raise too_tall(sheet.title)
    columns = {str(cell.value): cell.column for cell in sheet[1] if str(cell.value) in COLUMNS} | {"key": 1}
    form = FilledForm(sheet.title, None, columns, ())
    person = next((number for number in range(2, 20) if _says(sheet, number, 1) == WHO), None)
    if person is None or len(columns) < len(COLUMNS):
        told = _("The sheet lacks rows or columns of the form that kshc made.")
        return replace(form, faults=(_fault(form.place(1, "key"), "changed-form", told, _anew()),))
    who = _says(sheet, person, columns["period"]) or None
    rows, faults = list[FilledRow](), list(_merged(form, sheet, person + 2))
    for number in range(person + 2, sheet.max_row + 1):
        found = list(_wrong(form, formulas, number))
        row = _row(sheet, formulas, number, columns, keys)
        if found or row is None:
            faults += found
        elif row.key:
            rows.append(row)
        else:
            told = _("It is not said of which task and period this was done.")
            faults.append(_fault(form.place(number, "task"), "unknown-row", told, _("Choose both from the lists.")))
    return replace(form, who=who, rows=tuple(rows), faults=tuple(faults), person=person)


def _row(
    sheet: "Worksheet",
    formulas: "Worksheet",
    number: int,
    columns: Mapping[str, int],
    keys: Mapping[tuple[str, str], str],
) -> FilledRow | None:
    """Return a row in which somebody wrote; a key that is a formula, or is lacking, is that of what was chosen."""
    values = {name: _value(sheet.cell(number, columns[name]).value) for name in INPUTS}
    inputs = {name: value for name, value in values.items() if value}
    if not inputs:
        return None
    task, period = (_says(sheet, number, columns[name]) for name in ("task", "period"))
    key = formulas.cell(number, columns["key"])
    is_own = key.value and key.data_type != _FORMULA
    return FilledRow(number, task, period, str(key.value) if is_own else keys.get((task, period), ""), inputs)


def _value(value: object) -> str | date:
    """Return what somebody wrote, numbers as words."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()


def _merged(form: FilledForm, sheet: "Worksheet", first: int) -> Iterator[Finding]:
    for one in sheet.merged_cells.ranges:
        if one.max_row >= first:
            place = WordPlace(0, row=one.min_row, cell=one.min_col, sheet=form.sheet)
            told = _("Cells are merged here, so that it is not clear of which row this is said.")
            yield _fault(place, "merged-cells", told, _("Split them, and fill in each row."))


def _wrong(form: FilledForm, formulas: "Worksheet", number: int) -> Iterator[Finding]:
    """Yield what is wrong with the cells of a row in which people write."""
    for name in INPUTS:
        cell = formulas.cell(number, form.columns[name])
        place = form.place(number, name)
        if cell.data_type == _FORMULA:
            told = _("A formula stands here, whose result changes with the day or with other cells.")
            yield _fault(place, "formula-in-form", told, _("Write the value itself."))
        elif name in _DAYS and cell.value is not None and not isinstance(cell.value, date | str):
            yield _fault(place, "no-day", _("This is no day."), _("Write a day, as day/month/year."))
        elif name not in _DAYS and isinstance(cell.value, date):
            told = _("The spreadsheet has made a day of what was written here.")
            yield _fault(place, "day-in-form", told, _("Write it again with an apostrophe before it."))


def _anew() -> str:
    return _("Ask for a new form (kshc export xlsx --form).")


def _fault(place: WordPlace, rule: str, message: str, remedy: str) -> Finding:
    return Finding(rule, Severity.ERROR, message, remedy, word_place=place)
