"""The sheet in which a body fills in what it did: lists to choose from, days, a hidden key a row, all else locked."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any, Final, NamedTuple

from kshc_cli.desk.answers import PlainForm
from kshc_cli.foreign.forms import COLUMNS, INPUTS, LIST_MARK, MARK, WHO
from kshc_cli.messages import _
from kshc_cli.outputs.excel.heights import height_of
from kshc_cli.outputs.excel.looks import Looks, write
from kshc_cli.outputs.excel.pages import on_paper
from kshc_cli.reports.duty_table import CellForm
from kshc_cli.reports.form_rows import FormRow

_PERSON: Final = 3
"""The row of who fills it in, counted from 0."""
_HEADING: Final = 4
_SPARE: Final = 20
"""Rows below the duties in which others may be chosen."""
_WIDTHS: Final = (2, 58, 22, 12, 16, 18, 14, 20, 14, 36)
_YELLOW: Final = "#FFF9DB"
_ALLOWED: Final = dict.fromkeys(("select_locked_cells", "select_unlocked_cells", "format_columns", "format_rows"), True)


class FormSheets(NamedTuple):
    """The two sheets of a form, and what they are called."""

    form: Any
    lists: Any
    lists_name: str


def write_form(sheets: FormSheets, title: str, told: PlainForm, rows: Sequence[FormRow], looks: Looks) -> None:
    """Write the sheet that is filled in, and the hidden one from which tasks and periods are chosen."""
    sheet, due = sheets.form, [row for row in rows if row.is_due]
    first, last = _HEADING + 1, _HEADING + len(due) + _SPARE
    _write_head(sheet, title, told, looks)
    for number, row in enumerate(due, first):
        sheet.set_row(number, height_of([(row.task, _WIDTHS[1]), (row.period, _WIDTHS[2])]))
        sheet.write_string(number, 0, row.key)
        for place, value in enumerate((row.task, row.period, row.due, row.standing), 1):
            write(sheet, (number, place), value, looks, "day" if COLUMNS[place] == "due" else "words")
    _write_lists(sheets.lists, rows)
    for number in range(first + len(due), last + 1):
        sheet.set_row(number, 31)
        sheet.write_formula(number, 0, _key_formula(sheets.lists_name, number, len(rows)), None, "")
        for place in (1, 2):
            sheet.write_blank(number, place, None, _typed(looks))
        for place in (3, 4):
            sheet.write_blank(number, place, None, looks.cell())
    _open_inputs(sheet, (first, last), told, looks)
    if rows:
        _offer_tasks(sheet, (first + len(due), last), sheets.lists_name, rows)
    sheet.protect("", _ALLOWED)
    sheet.freeze_panes(first, 2)
    on_paper(sheet, title, told["hint"], heading=_HEADING)
    sheet.print_area(1, 1, last, len(COLUMNS) - 1)


def _write_head(sheet: Any, title: str, told: PlainForm, looks: Looks) -> None:  # noqa: ANN401
    """Write the hidden marks, what the form is, who fills it in, and the headings."""
    for place, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(place, place, width, None, {"hidden": True} if place == 0 else {})
        sheet.write_string(0, place, name if place else MARK)
    sheet.set_row(0, None, None, {"hidden": True})
    sheet.write_string(1, 1, title, looks.title)
    sheet.write_string(2, 1, told["hint"], looks.told)
    sheet.write_string(_PERSON, 0, WHO)
    sheet.write_string(_PERSON, 1, _("Filled in by (name):"), looks.of(bold=True, align="right"))
    sheet.write_blank(_PERSON, 2, None, _typed(looks))
    heads = ("", *_heads())
    sheet.set_row(_HEADING, height_of((head, width - 3) for head, width in zip(heads, _WIDTHS, strict=True)))
    for place, head in enumerate(heads[1:], 1):
        sheet.write_string(_HEADING, place, head, looks.heading)


def _heads() -> tuple[str, ...]:
    return (
        _("Task"),
        _("Period"),
        _("Due"),
        _("Standing"),
        _("What was done"),
        _("On which day"),
        _("Number of the document"),
        _("Day of the document"),
        _("Note"),
    )


def _write_lists(sheet: Any, rows: Sequence[FormRow]) -> None:  # noqa: ANN401  xlsxwriter has no types
    """Write the tasks once each, and each period of a task with its key behind it, those of a task together."""
    sheet.write_string(0, 0, LIST_MARK)
    tasks = [*dict.fromkeys(row.task for row in rows)]
    for number, task in enumerate(tasks, 1):
        sheet.write_string(number, 0, task)
    place = {task: number for number, task in enumerate(tasks)}
    for number, row in enumerate(sorted(rows, key=lambda row: place[row.task]), 1):
        for column, words in enumerate((row.task, row.period, f"{row.task}\t{row.period}", row.key), 1):
            sheet.write_string(number, column, words)


def _key_formula(lists: str, row: int, count: int) -> str:
    """Return the formula that finds the key of the task and period that somebody chose."""
    chosen = f"$B{row + 1}&CHAR(9)&$C{row + 1}"
    return f"=IFERROR(INDEX('{lists}'!$E$2:$E${count + 1},MATCH({chosen},'{lists}'!$D$2:$D${count + 1},0)),\"\")"


def _offer_tasks(sheet: Any, rows: tuple[int, int], lists: str, all_rows: Sequence[FormRow]) -> None:  # noqa: ANN401
    """Let the spare rows choose a task, and then one of its periods."""
    tasks = len(dict.fromkeys(row.task for row in all_rows))
    end = len(all_rows) + 1
    sheet.data_validation(
        rows[0], 1, rows[1], 1, {"validate": "list", "source": f"='{lists}'!$A$2:$A${tasks + 1}", **_refusal()}
    )
    task = f"$B{rows[0] + 1}"
    column = f"'{lists}'!$B$2:$B${end}"
    source = f"=OFFSET('{lists}'!$C$1,MATCH({task},{column},0),0,COUNTIF({column},{task}),1)"
    sheet.data_validation(rows[0], 2, rows[1], 2, {"validate": "list", "source": source, **_refusal()})


def _open_inputs(sheet: Any, rows: tuple[int, int], told: PlainForm, looks: Looks) -> None:  # noqa: ANN401
    """Let people write in the last columns: kinds from a list, days that have come, words."""
    days = {
        "validate": "date",
        "criteria": "between",
        "minimum": datetime.combine(date.fromisoformat(told["first_day"]), time()),
        "maximum": "=TODAY()",
        "error_title": _("No such day"),
        "error_message": _("Write a day that has come, as 30/6/{year}.").format(year=told["first_day"][:4]),
    }
    kinds = {"validate": "list", "source": told["kinds"], **_refusal()}
    checks = {"kind": kinds, "date": days, "document_date": days}
    for name in INPUTS:
        place = COLUMNS.index(name)
        form: CellForm = "day" if checks.get(name) is days else "words"
        for number in range(rows[0], rows[1] + 1):
            sheet.write_blank(number, place, None, _typed(looks, form))
        if name in checks:
            sheet.data_validation(rows[0], place, rows[1], place, checks[name])


def _typed(looks: Looks, form: CellForm = "words") -> Any:  # noqa: ANN401  xlsxwriter has no types
    """Return the format of a cell in which people write."""
    return looks.cell(form, locked=False, bg_color=_YELLOW)


def _refusal() -> dict[str, str]:
    return {"error_title": _("Not in the list"), "error_message": _("Choose from the list.")}
