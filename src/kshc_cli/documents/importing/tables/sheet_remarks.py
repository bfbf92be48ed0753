"""What of a workbook is not in the plan: hidden sheets, formulas without a value, pictures."""

from collections.abc import Iterable, Iterator
from typing import Final

from kshc_cli.documents.excel.workbook import SheetRemark
from kshc_cli.documents.importing.ledger import RULE
from kshc_cli.findings import Finding, Severity, WordPlace, column_letters
from kshc_cli.messages import _, ngettext

_OF_FORMULAS: Final = frozenset(("no-value", "error"))
_NAMED: Final = 10
"""Cells that a warning names."""


def left_of_sheets(remarks: Iterable[SheetRemark]) -> Iterator[Finding]:
    """Yield a warning for each thing of a workbook that is not in the plan; one for all formulas of a sheet."""
    for remark in _summed(remarks):
        if said := _left(remark):
            message, remedy = said
            place = WordPlace(0, row=remark.row, cell=remark.column, quote=remark.words, sheet=remark.sheet)
            yield Finding(RULE, Severity.WARNING, message, remedy, word_place=place)


def _summed(remarks: Iterable[SheetRemark]) -> Iterator[SheetRemark]:
    """Yield the first remark of each kind that many cells of a sheet may have, with all of these as its words."""
    cells: dict[tuple[str, str], list[SheetRemark]] = {}
    for remark in remarks:
        if remark.kind in _OF_FORMULAS:
            cells.setdefault((remark.kind, remark.sheet), []).append(remark)
        else:
            yield remark
    for (kind, sheet), found in cells.items():
        named = ", ".join(f"{column_letters(one.column or 0)}{one.row} {one.words}".strip() for one in found[:_NAMED])
        words = named + (", …" if len(found) > _NAMED else "")
        yield SheetRemark(kind, sheet, found[0].row, found[0].column, words, len(found))


def _left(remark: SheetRemark) -> tuple[str, str] | None:
    """Return what is wrong and what to do; None where nothing of the workbook is missing."""
    match remark.kind:
        case "hidden-sheet":
            return _hidden(remark.count), _("If it holds tasks, unhide it in Excel and import again.")
        case "no-value":
            return _unsaved(remark.count), _(
                "Open the workbook in Excel, save it, and import again; or write the value into the plan by hand."
            )
        case "error" | "drawing" | "edge":
            return _shown(remark), _("Write what it says into the plan by hand if it belongs there.")
        case _:
            return None


def _shown(remark: SheetRemark) -> str:
    """Say what of a sheet is seen there, and is not in the plan."""
    if remark.kind == "edge":
        return _("The header or footer of the sheet's pages is not in the plan.")
    if remark.kind == "drawing" and remark.words:
        return _("A text box of the workbook is not in the plan.")
    return _failed(remark.count) if remark.kind == "error" else _drawn(remark.count)


def _hidden(rows: int) -> str:
    return ngettext(
        "The sheet is hidden and was left out: {n} row.", "The sheet is hidden and was left out: {n} rows.", rows
    ).format(n=rows)


def _unsaved(formulas: int) -> str:
    return ngettext(
        "{n} formula has no value that was saved; its cell was left out.",
        "{n} formulas have no values that were saved; their cells were left out.",
        formulas,
    ).format(n=formulas)


def _failed(formulas: int) -> str:
    return ngettext(
        "{n} formula ends in an error; its cell was left out.",
        "{n} formulas end in errors; their cells were left out.",
        formulas,
    ).format(n=formulas)


def _drawn(things: int) -> str:
    return ngettext(
        "{n} picture, chart or embedded file of the workbook is not in the plan.",
        "{n} pictures, charts or embedded files of the workbook are not in the plan.",
        things,
    ).format(n=things)
