"""``kshc import xlsx``: tables of tasks in an Excel workbook into a plan."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from kshc_cli.cli.converting import made_readable
from kshc_cli.cli.import_command import UNPLACED, import_command
from kshc_cli.desk.importing import ShownFile
from kshc_cli.documents.excel.reader import read_workbook
from kshc_cli.documents.excel.workbook import SheetRemark
from kshc_cli.documents.importing.tables.sheet_body import body_of_sheets
from kshc_cli.documents.importing.tables.sheet_remarks import left_of_sheets
from kshc_cli.findings import WordPlace
from kshc_cli.messages import _, ngettext
from kshc_cli.reports.findings import word_place_words

EXAMPLES = (
    "kshc import xlsx theo-doi.xlsx --year 2026 --out plan.yaml",
    "kshc import xlsx theo-doi-sua.xlsx --like plan.yaml > plan-moi.yaml",
)
FINDINGS = UNPLACED
_NAMED: Final = 5
"""Cells that a sentence names."""


def read_sheets(data: bytes) -> ShownFile:
    """Return what the sheets of a workbook show."""
    sheets, told = made_readable(data, "xlsx")
    workbook = read_workbook(sheets)
    body = body_of_sheets(workbook)
    return ShownFile(body, tuple(left_of_sheets(workbook.remarks)), (*told, *_told(workbook.remarks)))


def _told(remarks: Iterable[SheetRemark]) -> Iterator[str]:
    """Yield sentences about what was read otherwise than it is seen."""
    found = list(remarks)
    for remark in found:
        place = word_place_words(WordPlace(0, row=remark.row, cell=remark.column, sheet=remark.sheet))
        if remark.kind == "hidden-rows":
            said = ngettext(
                "{n} hidden row was read as any other ({place}).",
                "{n} hidden rows were read as any others (the first: {place}).",
                remark.count,
            )
            yield said.format(n=remark.count, place=place)
        elif remark.kind == "hidden-columns":
            said = ngettext(
                "{n} hidden column was read as any other ({place}).",
                "{n} hidden columns were read as any others (the first: {place}).",
                remark.count,
            )
            yield said.format(n=remark.count, place=place)
    dates = [remark for remark in found if remark.kind == "settled-dates"]
    if dates:
        said = ngettext(
            "{n} date that the sheet shows with the month first or by name was written with the day first: {cells}.",
            "{n} dates that the sheet shows with the month first or by name were written with the day first: {cells}.",
            len(dates),
        )
        cells = "; ".join(f"{_cell(one)} {one.words}" for one in islice(dates, _NAMED))
        yield said.format(n=len(dates), cells=cells + ("; …" if len(dates) > _NAMED else ""))


def _cell(remark: SheetRemark) -> str:
    return word_place_words(WordPlace(0, row=remark.row, cell=remark.column, sheet=remark.sheet))


command = import_command(
    read_sheets, _("An Excel workbook (.xlsx; .xls, .ods through LibreOffice) with tables of tasks.")
)
