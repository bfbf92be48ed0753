"""What somebody changed in the sheet of a plan."""

import re
from collections.abc import Container, Iterator, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple

from kshc_cli.compare.edited import NotTaken, Wish
from kshc_cli.compare.order import are_alike
from kshc_cli.documents.editing.base_rows import BaseRow
from kshc_cli.documents.editing.edited_file import EditedFile
from kshc_cli.documents.editing.row_lists import RowWish
from kshc_cli.documents.editing.rows import add_by_words, add_words, same_rows
from kshc_cli.documents.editing.sheets.lists import take_lists
from kshc_cli.documents.editing.sheets.plan_sheet import PLACE, PlanSheet, is_item, plan_sheet, task_of
from kshc_cli.documents.editing.sheets.reading import EditedSheet, SheetCell, SheetRow, edited_sheet
from kshc_cli.documents.editing.sheets.standing import moved_row, out_of_place, standings
from kshc_cli.documents.editing.shown import ShownRow
from kshc_cli.messages import _, ngettext
from kshc_cli.plan.model import Plan

_DAY: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def edited_workbook(data: bytes) -> EditedFile:
    """Return an edited workbook. Raises ``WordFileError``."""
    sheet = edited_sheet(data)
    return EditedFile("xlsx", sheet.plan, lambda plan, logged: sheet_wish(sheet, plan, logged))


def sheet_wish(file: EditedSheet, plan: Plan, logged: Container[str]) -> Wish:
    """Return what is changed in the sheet of ``plan``; ``logged`` are the tasks of which the log tells something."""
    sheet = plan_sheet(plan, file.plan)
    bases = [row.base for row in sheet.rows]
    wish = RowWish({}, {}, [*file.left])
    settling = _Settling(sheet, wish)
    read = [settling.row(row) for row in file.rows]
    wish.not_taken.extend(_lone_headings(sheet, read))
    wish.not_taken.extend(_gone_columns(sheet, file.names))
    rows = [row for row in read if any(row.shown.cells)]
    shown = [one.shown for one in _at_their_words(sheet, rows)]
    same = same_rows(bases, shown, {number: number for number in range(len(bases))})
    _part_typed_over(sheet, shown, same, logged)
    words = RowWish({}, {}, [])
    standing = standings(words, sheet, [(one, row.place) for one, row in zip(shown, rows, strict=True)], same)
    within = {one.number: one.within for one in standing if one.number is not None}
    for place, other in same.items():
        _add_words(wish, sheet, moved_row(wish, sheet, other, within.get(other), shown[place]), shown[place])
    wish.not_taken.extend(words.not_taken)
    told = [*settling.told(), *take_lists(wish, sheet, standing, is_sorted=file.is_sorted)]
    return Wish(wish.values, wish.lists, tuple(wish.not_taken), tuple(told))


def _part_typed_over(sheet: PlanSheet, shown: Sequence[ShownRow], same: dict[int, int], logged: Container[str]) -> None:
    """Take rows for new ones that bear the key of a task which the log tells of, and say what another duty is.

    A row keeps its key whatever is typed into it, and what was recorded would stand as that of the other duty.
    """
    at = next(place for place, column in enumerate(sheet.columns) if column.name == "content")
    for place, number in [*same.items()]:
        row, words = sheet.rows[number], shown[place].cells[at]
        if words and task_of(row) in logged and not are_alike(row.base.cells[at], words):
            del same[place]
    add_by_words([row.base for row in sheet.rows], shown, same, is_apart=False)


class _Row(NamedTuple):
    """A row with its words in the order of the columns, and the words of its place."""

    shown: ShownRow
    place: str


def _lone_headings(sheet: PlanSheet, rows: Sequence[_Row]) -> Iterator[NotTaken]:
    """Yield the rows that say nothing but a heading which the plan has not."""
    for row in rows:
        if row.place and row.place not in sheet.places.values() and not any(row.shown.cells):
            yield NotTaken(_("a row that says nothing else is no task, and headings are edited in Word"), row.place)


def _gone_columns(sheet: PlanSheet, names: frozenset[str]) -> Iterator[NotTaken]:
    """Yield the columns with words of the plan that a sheet has no more."""
    headers = {PLACE: _("Heading")}
    headers |= {
        one.name: one.header
        for place, one in enumerate(sheet.columns)
        if any(row.base.cells[place] for row in sheet.rows)
    }
    for name, header in headers.items():
        if name not in names:
            reason = _("its whole column is gone, whose words stay in the plan; to take them out, empty its cells")
            yield NotTaken(reason, header)


class _Settling:
    """Makes words of cells, and keeps which of them held numbers or days."""

    def __init__(self, sheet: PlanSheet, wish: RowWish) -> None:
        self._sheet = sheet
        self._wish = wish
        self._places = {row.key: number for number, row in enumerate(sheet.rows)}
        self._made: list[SheetCell] = []
        self._loose: list[str] = []

    def row(self, row: SheetRow) -> _Row:
        """Return a row; a cell whose words are not to be had keeps those that it had."""
        number = self._places.get(row.key)
        base = None if number is None else self._sheet.rows[number]
        cells = list[str]()
        for place, column in enumerate(self._sheet.columns):
            was = base.base.cells[place] if base else ""
            cell = row.cells.get(column.name)
            cells.append(was if cell is None else self._words(cell, was))
        cell = row.cells.get(PLACE)
        was = self._sheet.places[base.within] if base else ""
        place_words = was if cell is None else " ".join(self._words(cell, was).split())
        return _Row(
            ShownRow(0, tuple(cells), is_across=False, is_header=False, marks=() if number is None else (number,)),
            place_words,
        )

    def _words(self, cell: SheetCell, was: str) -> str:
        if cell.is_loose:
            self._loose.append(cell.at)
        if cell.fault:
            if cell.words != was:
                self._wish.not_taken.append(NotTaken(f"{cell.at}: {cell.fault}", cell.words or was))
            return was
        if cell.value is None or cell.words == was:
            return cell.words
        if _is_same(cell.value, was):
            return was
        self._made.append(cell)
        return cell.words

    def told(self) -> Iterator[str]:
        """Say which new words are numbers or days for the spreadsheet, and which stand otherwise than they did."""
        if self._made:
            said = ngettext(
                "{n} cell holds a number or a day, which the spreadsheet may have made of other words; it was read as:",
                "{n} cells hold numbers or days, which the spreadsheet may have made of other words; they were read "
                "as:",
                len(self._made),
            )
            yield "\n".join([said.format(n=len(self._made)), *(f"  {one.at}: “{one.words}”" for one in self._made)])
        if self._loose:
            said = ngettext(
                "{n} cell has empty lines or indents, which are not taken over: {cells}.",
                "{n} cells have empty lines or indents, which are not taken over: {cells}.",
                len(self._loose),
            )
            yield said.format(n=len(self._loose), cells=", ".join(self._loose))


def _is_same(value: object, words: str) -> bool:
    """Tell whether a number or day is what words said that a spreadsheet made it of."""
    if isinstance(value, date):
        found = _DAY.fullmatch(words)
        return found is not None and (value.day, value.month, value.year) == tuple(map(int, found.groups()))
    try:
        return not isinstance(value, bool) and isinstance(value, int | float) and Decimal(str(value)) == Decimal(words)
    except InvalidOperation:
        return False


def _at_their_words(sheet: PlanSheet, rows: Sequence[_Row]) -> list[_Row]:
    """Return rows without keys that belong to others: sorted without the hidden column, keys stay where they were.

    A row that says just what another one said, whose key stands beside other words, is that one.
    """
    wholes: dict[tuple[tuple[str, ...], str], list[int]] = {}
    for number, each in enumerate(sheet.rows):
        wholes.setdefault((each.base.cells, sheet.places[each.within]), []).append(number)
    at_home = {
        row.shown.marks[0] for row in rows if row.shown.marks and row.shown.marks[0] in wholes.get(_whole(row), ())
    }
    found, taken = dict[int, int](), set[int]()
    for place, row in enumerate(rows):
        same = wholes.get(_whole(row), ())
        if row.shown.marks and row.shown.marks[0] not in same:
            free = next((number for number in same if number not in at_home | taken), None)
            if free is not None:
                found[place] = free
                taken.add(free)
    return [
        row._replace(shown=row.shown._replace(marks=(found[place],)))
        if place in found
        else row._replace(shown=row.shown._replace(marks=()))
        if row.shown.marks and row.shown.marks[0] in taken
        else row
        for place, row in enumerate(rows)
    ]


def _whole(row: _Row) -> tuple[tuple[str, ...], str]:
    return row.shown.cells, row.place


def _add_words(wish: RowWish, sheet: PlanSheet, base: BaseRow, shown: ShownRow) -> None:
    """Take over the words of the cells of a row, but for those that its table or paragraph has no place for."""
    cells = list(shown.cells)
    for place, (words, way) in enumerate(zip(shown.cells, base.values, strict=True)):
        if way is None and words:
            wish.not_taken.append(out_of_place(base, sheet.columns[place].header, words))
            cells[place] = ""
    if is_item(base) and not any(cells):
        wish.not_taken.append(
            NotTaken(_("a task has to say what is done, a heading what it is about"), "".join(base.cells))
        )
        return
    add_words(wish, base, shown._replace(cells=tuple(cells)))
