"""Files of other programs given in place of a plan: told by their first bytes, and named with the command for them."""

import re
from typing import Final

from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.source.yaml.problems import Problem

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_PICTURE: Final = lazy_pattern(
    rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0{4}|RIFF.{4}WEBP|II\*\0|MM\0\*|\0\0\0.ftyp(?:hei|mif1|avif)", re.DOTALL
)
_ARCHIVES: Final = (b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_OFFICE_PART: Final = lazy_pattern(rb"(?:word/document|xl/workbook|ppt/presentation)")
_OPEN_DOCUMENT: Final = lazy_pattern(rb"mimetypeapplication/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)?")
_FEW: Final = 1024
"""Bytes at the beginning in which another program's marks stand."""
_UNTYPED: Final = lazy_pattern(rb"[\0-\x08\x0e-\x1a\x1c-\x1f]")
"""Control characters that nobody types; old Vietnamese charsets have a few of them for rare letters."""
_SLIPS: Final = 8
"""So many of them, or a twentieth of all, may have slipped into a text."""


def foreign_file(data: bytes) -> Problem | None:
    """Say of which other program a file is; None where it may be a text."""
    if data.startswith(_ZIP):
        return _in_zip(data)
    if data.startswith(_OLE):
        return _compound(data)
    if data[:_FEW].lstrip().startswith(b"%PDF-"):
        return _named(_("a PDF file"), _("Read its Word file back with: kshc import docx FILE."))
    if data.startswith(b"{\\rtf"):
        return _named(_("an RTF file"), _save_as_docx())
    if _PICTURE.match(data):
        return _named(_("a picture"), _name_the_plan())
    if data.startswith(_ARCHIVES):
        return _named(_("an archive"), _("Unpack it, and name the plan in it."))
    if data[:_FEW].lstrip().lower().startswith((b"<!doctype html", b"<html", b"<?xml")):
        return _named(_("a web page or XML file"), _name_the_plan())
    return None


def binary_file(data: bytes) -> Problem | None:
    """Say that a file is no text at all, whatever program made it; ask for UTF-16 before, whose letters hold zeros."""
    first = data[:_FEW]
    if len(_UNTYPED.findall(first)) <= max(_SLIPS, len(first) // 20):
        return None
    return _named(_("a binary file"), _name_the_plan())


def _in_zip(data: bytes) -> Problem:
    """Tell by the names of the parts; where the list at the file's end is lost, by names anywhere in it."""
    from kshc_cli.source.yaml.zipped import part_names

    names = part_names(data) or [name.decode() for name in _OFFICE_PART.findall(data)]
    if any(name.startswith("word/document") for name in names):
        return _named(
            _("a Word file"),
            _("Read it into a plan with: kshc import docx FILE; check its layout with: kshc check docx FILE."),
        )
    if any(name.startswith("xl/workbook") for name in names):
        return _named(_("an Excel file"), _copy_the_table())
    if any(name.startswith("ppt/presentation") for name in names):
        return _named(_("a PowerPoint file"), _name_the_plan())
    if found := _OPEN_DOCUMENT.search(data[:_FEW]):
        return _open_document((found[1] or b"").decode())
    return _named(_("an archive"), _("Unpack it, and name the plan in it."))


def _open_document(kind: str) -> Problem:
    if kind == "spreadsheet":
        return _named(_("an OpenDocument spreadsheet (.ods)"), _copy_the_table())
    if kind == "presentation":
        return _named(_("an OpenDocument presentation (.odp)"), _name_the_plan())
    name = _("an OpenDocument text (.odt)") if kind == "text" else _("an OpenDocument file")
    return _named(name, _save_as_docx())


def _compound(data: bytes) -> Problem:
    """Tell files of Word, Excel and PowerPoint 97–2003 by the names of their streams."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return _named(_("a file protected by a password"), _("Save it without a password first."))
    if holds("WordDocument"):
        return _named(_("a Word file of the old kind (.doc)"), _save_as_docx())
    if holds("PowerPoint Document"):
        return _named(_("a PowerPoint file of the old kind (.ppt)"), _name_the_plan())
    if holds("Workbook") or holds("Book"):
        return _named(_("an Excel file of the old kind (.xls)"), _copy_the_table())
    return _named(_("a Word or Excel file of the old kind (.doc, .xls)"), _save_as_docx())


def _save_as_docx() -> str:
    return _("Save it as .docx, then read it with: kshc import docx FILE.")


def _copy_the_table() -> str:
    return _("Copy its table into a Word file, then: kshc import docx FILE.")


def _name_the_plan() -> str:
    return _("Name the plan, a text file such as plan.yaml.")


def _named(kind: str, remedy: str) -> Problem:
    return Problem("not-a-plan", 0, _("This is {kind}, not a plan.").format(kind=kind), remedy)
