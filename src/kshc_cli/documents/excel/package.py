"""A workbook as its parts (ECMA-376, Part 1, 18): opened with suspicion before any library unfolds it."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final

from kshc_cli.documents.excel.errors import NoWorkbookError, TooLargeWorkbookError, WorkbookError
from kshc_cli.documents.word.package import CONTENT_TYPES, refuse_document_types, unpacked
from kshc_cli.foreign.kinds import kind_of_file
from kshc_cli.messages import _

ROWS: Final = 50_000
"""Rows that a sheet may hold; trackers of provinces have some thousand."""

CELLS: Final = 500_000
"""Cells that all sheets may span together, empty ones and merged ones included."""

_RANGE: Final = re.compile(
    rb"<(?:\w+:)?(?:mergeCell|hyperlink)\s[^>]*?ref\s*=\s*[\"']\s*"
    rb"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"
)
"""What openpyxl unfolds cell by cell."""
_CELL: Final = re.compile(rb"<(?:\w+:)?c[\s>/]")
_SHEET: Final = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_LINK: Final = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_ID: Final = re.compile(rb"(?:\s|:)[iI]d=[\"']([^\"']*)")
_NAME: Final = re.compile(rb"\sname=[\"']([^\"']*)")
"""A workbook's sheets, and in which parts they lie."""
_ROW: Final = re.compile(rb"<(?:\w+:)?row[\s>/]")


def checked(data: bytes) -> Mapping[str, bytes]:
    """Return the parts of the workbook ``data`` by name.

    Raises ``WordFileError`` where it is none, contains macros or a DTD, unpacks to more than 64 MB, or spans more than
    ``ROWS`` or ``CELLS``.
    """
    parts = unpacked(data)
    if parts is None or CONTENT_TYPES not in parts or "xl/workbook.xml" not in parts:
        raise NoWorkbookError(kind_of_file(data))
    if any("vba" in name.lower() for name in parts):
        raise WorkbookError(_("it contains macros"), _("Save it in Excel as a workbook without macros (.xlsx)."))
    refuse_document_types(parts)
    if any(b"\0" in part for name, part in parts.items() if name.endswith(".xml")):
        raise NoWorkbookError(None)  # in UTF-16 its tags could not be counted
    _refuse_masses(parts)
    return parts


def _refuse_masses(parts: Mapping[str, bytes]) -> None:
    """Count in the bytes what a library would unfold: a merged range of all cells is one tag."""
    for name, part in parts.items():
        if sum(1 for _row in _ROW.finditer(part)) > ROWS:
            raise too_tall(_title(parts, name))
    spanned = 0
    for part in parts.values():
        spanned += sum(1 for _cell in _CELL.finditer(part)) + sum(_spans(part))
        if spanned > CELLS:
            raise too_wide()


def _title(parts: Mapping[str, bytes], part: str) -> str:
    """Return what the sheet is called whose part this is; nothing where the workbook does not say."""
    place = part.removeprefix("xl/").encode()
    links = _LINK.findall(parts.get("xl/_rels/workbook.xml.rels", b""))
    ids = {id_[1] for one in links if place in one and (id_ := _ID.search(one))}
    for sheet in _SHEET.findall(parts["xl/workbook.xml"]):
        if (id_ := _ID.search(sheet)) and id_[1] in ids and (name := _NAME.search(sheet)):
            return unescape(name[1].decode("utf-8", "replace"))
    return ""


def too_tall(sheet: str = "") -> TooLargeWorkbookError:
    """Return the error about a sheet that holds more than ``ROWS``."""
    if sheet:
        return TooLargeWorkbookError(
            _("its sheet “{name}” holds more than {count} rows").format(name=sheet, count=ROWS)
        )
    return TooLargeWorkbookError(_("one of its sheets holds more than {count} rows").format(count=ROWS))


def too_wide() -> TooLargeWorkbookError:
    """Return the error about sheets that span more than ``CELLS``."""
    return TooLargeWorkbookError(_("its sheets span more than {count} cells").format(count=CELLS))


def _spans(part: bytes) -> Iterator[int]:
    for first, top, last, bottom in _RANGE.findall(part):
        yield max(0, _column(last) - _column(first) + 1) * max(0, int(bottom) - int(top) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number
