"""The sheet in which a plan is edited: a row a task, its key and the plan itself where nobody sees them."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from kshc_cli.documents.editing.cargo import packed_words
from kshc_cli.documents.editing.sheets.plan_sheet import (
    BASE_MARK,
    HEADING,
    HINT,
    MARK,
    PLACE,
    TITLE,
    WRITTEN,
    PlanRow,
    PlanSheet,
)
from kshc_cli.documents.excel.errors import WorkbookError
from kshc_cli.messages import _
from kshc_cli.outputs.excel.book import mark_as_own, new_workbook
from kshc_cli.outputs.excel.heights import height_of
from kshc_cli.outputs.excel.looks import Looks
from kshc_cli.outputs.excel.names import sheet_name
from kshc_cli.outputs.excel.pages import on_paper

_NAMES: Final = 2
"""The row with the names of the columns, counted from 0; title and hint stand above it, headings below."""
_FIRST: Final = 4
_SPARE: Final = 200
"""Rows below the tasks in which headings may be chosen from the list."""
_WIDTHS: Final = {PLACE: 24, "number": 7, "content": 50, "lead": 22, "coop": 24, "result": 18, "time": 20}
_USUAL: Final = 16
_PIECE: Final = 30_000
"""Letters of the plan in a cell, which may hold 32,767."""
_LONGEST: Final = 32_767
_SIGNS: Final = ("=", "+", "-", "@")
"""What words would become a formula by, were they typed anew."""
_GREY: Final = "#EDEDED"
_FIRST_YEAR: Final = 1900


def workbook_of(sheet: PlanSheet) -> bytes:
    """Write the workbook of a plan. Raises ``WorkbookError`` where words are longer than a cell holds."""
    stream = BytesIO()
    with new_workbook(stream) as workbook:
        told = _("To be edited; kshc import xlsx takes it back into the plan. The first column tells a task’s heading.")
        workbook.set_properties(
            {"title": sheet.title[:255], "subject": told, "created": datetime(max(sheet.year, _FIRST_YEAR), 1, 1)}  # noqa: DTZ001
        )
        mark_as_own(workbook)
        taken = set[str]()
        own = workbook.add_worksheet(sheet_name(_("Plan"), taken))
        name = sheet_name("kshc", taken)
        _write_base(workbook.add_worksheet(name), sheet, {TITLE: sheet.title, HINT: told, **_headers(sheet)})
        _write_rows(own, sheet, told, Looks(workbook))
        _offer_places(own, sheet, name)
        own.activate()
    return stream.getvalue()


def _headers(sheet: PlanSheet) -> dict[str, str]:
    """Return what the columns are called, by their names."""
    return {PLACE: _("Heading"), **{one.name: one.header for one in sheet.columns}}


def _write_base(hidden: Any, sheet: PlanSheet, written: Mapping[str, str]) -> None:  # noqa: ANN401  xlsxwriter has no types
    """Write the plan in pieces, what its lists of tasks are called, and what is ``written`` around its tasks."""
    words = packed_words(sheet.data)
    hidden.write_string(0, 0, BASE_MARK)
    for number, at in enumerate(range(0, len(words), _PIECE), 1):
        hidden.write_string(number, 0, words[at : at + _PIECE])
    for number, place in enumerate(sheet.places.values()):
        hidden.write_string(number, 1, place)
    for number, one in enumerate(written.items()):
        for column, words in enumerate(one, WRITTEN - 1):
            hidden.write_string(number, column, words)
    hidden.very_hidden()


def _write_rows(own: Any, sheet: PlanSheet, told: str, looks: Looks) -> None:  # noqa: ANN401
    names, headers = zip(*_headers(sheet).items(), strict=True)
    widths = [_WIDTHS.get(name, _USUAL) for name in names]
    own.set_column(0, 0, 2, None, {"hidden": True})
    own.write_string(0, 1, sheet.title, looks.title)
    own.write_string(1, 1, told, looks.told)
    own.set_row(_NAMES, None, None, {"hidden": True})
    own.write_string(_NAMES, 0, MARK)
    own.write_string(_NAMES + 1, 0, HEADING)
    own.set_row(_NAMES + 1, height_of((one, width - 4) for one, width in zip(headers, widths, strict=True)))
    typed = looks.of(num_format="@", text_wrap=True, valign="top")
    for place, (name, width, header) in enumerate(zip(names, widths, headers, strict=True), 1):
        own.set_column(place, place, width, typed)
        own.write_string(_NAMES, place, name)
        own.write_string(_NAMES + 1, place, header, looks.heading)
    for number, row in enumerate(sheet.rows, _FIRST):
        _write_row(own, number, row, (sheet.places[row.within], *row.base.cells), looks)
        own.set_row(number, height_of(zip((sheet.places[row.within], *row.base.cells), widths, strict=True)))
    last = _FIRST + len(sheet.rows) - 1
    own.autofilter(_NAMES + 1, 0, last, len(names))
    own.freeze_panes(_FIRST, 0)
    on_paper(own, sheet.title, "", heading=_NAMES + 1)
    own.print_area(0, 1, last, len(names))


def _write_row(own: Any, number: int, row: PlanRow, words: tuple[str, ...], looks: Looks) -> None:  # noqa: ANN401
    own.write_string(number, 0, row.key)
    for place, (one, way) in enumerate(zip(words, ((), *row.base.values), strict=True), 1):
        if len(one) > _LONGEST:
            raise WorkbookError(_("a task has words that are longer than a cell of Excel holds"), _("Edit it in Word."))
        wishes: dict[str, object] = {"num_format": "@"}
        wishes |= {"font_size": 9, "font_color": "#595959"} if place == 1 else {}
        wishes |= {"bg_color": _GREY} if way is None else {}
        wishes |= {"quote_prefix": True} if one.startswith(_SIGNS) else {}
        look = looks.cell("words", **wishes)
        if one:
            own.write_string(number, place, one, look)
        else:
            own.write_blank(number, place, None, look)


def _offer_places(own: Any, sheet: PlanSheet, name: str) -> None:  # noqa: ANN401  xlsxwriter has no types
    """Let the headings be chosen from a list."""
    check = {
        "validate": "list",
        "source": f"='{name}'!$B$1:$B${len(sheet.places)}",
        "error_title": _("Not in the list"),
        "error_message": _("Choose from the list."),
    }
    own.data_validation(_FIRST, 1, _FIRST + len(sheet.rows) + _SPARE, 1, check)
