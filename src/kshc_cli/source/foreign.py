"""Files of other programs given in place of a plan: told by their first bytes, and named with the command for them."""

from typing import Final

from kshc_cli.messages import _
from kshc_cli.source.problems import Problem

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM\x00", b"RIFF")
_ARCHIVES: Final = (b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_FEW: Final = 1024
"""Bytes at the beginning in which another program's marks stand."""


def foreign_file(data: bytes) -> Problem | None:
    """Say of which other program a file is; None where it may be a text."""
    if data.startswith(_ZIP):
        return _in_zip(data)
    if data.startswith(_OLE):
        return _named(_("a Word or Excel file of the old kind (.doc, .xls)"), _("Save it as .docx or .xlsx first."))
    if data[:_FEW].lstrip().startswith(b"%PDF-"):
        return _named(_("a PDF file"), _("Read its Word file back with: kshc import docx FILE."))
    if data.startswith(b"{\\rtf"):
        return _named(_("an RTF file"), _("Save it as .docx, then read it with: kshc import docx FILE."))
    if data.startswith(_PICTURES):
        return _named(_("a picture"), _("Name the plan, a text file such as plan.yaml."))
    if data.startswith(_ARCHIVES):
        return _named(_("an archive"), _("Unpack it, and name the plan in it."))
    if data[:_FEW].lstrip().lower().startswith((b"<!doctype html", b"<html", b"<?xml")):
        return _named(_("a web page or XML file"), _("Name the plan, a text file such as plan.yaml."))
    return None


def _in_zip(data: bytes) -> Problem:
    if b"word/document" in data:
        return _named(
            _("a Word file"),
            _("Read it into a plan with: kshc import docx FILE; check its layout with: kshc check docx FILE."),
        )
    if b"xl/workbook" in data:
        return _named(_("an Excel file"), _("Copy its table into a Word file, then: kshc import docx FILE."))
    if b"mimetypeapplication/vnd.oasis" in data[:_FEW]:
        return _named(_("an OpenDocument file"), _("Save it as .docx, then read it with: kshc import docx FILE."))
    return _named(_("an archive"), _("Unpack it, and name the plan in it."))


def _named(kind: str, remedy: str) -> Problem:
    return Problem("not-a-plan", 0, _("This is {kind}, not a plan.").format(kind=kind), remedy)
