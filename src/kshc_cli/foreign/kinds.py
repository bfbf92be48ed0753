"""What kind of file somebody has named in place of another: told by its first bytes, with what to do about it."""

import re
from typing import Final, NamedTuple

from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_PICTURE: Final = lazy_pattern(
    rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0{4}|RIFF.{4}WEBP|II\*\0|MM\0\*|\0\0\0.ftyp(?:hei|mif1|avif)", re.DOTALL
)
_PICTURE_STARTS: Final = b"\x89\xffGBRIM\0"
"""What they begin with; few plans do, and the expression takes long to compile."""
_ARCHIVES: Final = (b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_OFFICE_PART: Final = lazy_pattern(rb"(?:word/document|xl/workbook|ppt/presentation)")
_OPEN_DOCUMENT: Final = lazy_pattern(rb"mimetypeapplication/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)?")
_FEW: Final = 1024
"""Bytes at the beginning in which another program's marks stand."""
_UNTYPED: Final = lazy_pattern(rb"[\0-\x08\x0e-\x1a\x1c-\x1f]")
"""Control characters that nobody types; old Vietnamese charsets have a few of them for rare letters."""
_SLIPS: Final = 8
"""So many of them, or a twentieth of all, may have slipped into a text."""


_PLAN: Final = lazy_pattern(rb"^\xef?\xbb?\xbf?schema:\s*[\"']?kshc(-progress)?/", re.MULTILINE)


class FileKind(NamedTuple):
    """A kind of file, each in the words of the language in use."""

    name: str
    """What it is: “a PDF file”."""
    to_plan: str
    """What to do where a plan was to be named."""
    to_word: str
    """What to do where a Word file was to be named."""
    is_word: bool = False
    """Whether it is a Word file, sound or not, or may be one of the old kind."""
    is_workbook: bool = False
    """Whether it is an Excel file, sound or not, or a spreadsheet of another program."""
    convertible: str = ""
    """What its name should end in for LibreOffice to make a Word or Excel file of it; empty where there is no need."""
    is_protected: bool = False
    """Whether a password is needed to read it, so that nobody knows what it is."""

    @property
    def to_excel(self) -> str:
        """What to do where an Excel file was to be named."""
        if self.is_protected:
            return self.to_word
        if self.is_workbook:
            return _("Save it in Excel as .xlsx first.")
        return _("Read it with: kshc import docx FILE.") if self.is_word else _("Name an Excel workbook (.xlsx).")


def foreign_file(data: bytes) -> FileKind | None:
    """Tell of which other program a file is; None where it may be a text."""
    if data.startswith(_ZIP):
        return _in_zip(data)
    if data.startswith(_OLE):
        return _compound(data)
    if data[:_FEW].lstrip().startswith(b"%PDF-"):
        return _pdf(data)
    if data.startswith(b"{\\rtf"):
        return _to_be_saved(_("an RTF file"), convertible="rtf")
    if data[:1] in _PICTURE_STARTS and _PICTURE.match(data):
        return _of_no_use(_("a picture"))
    if data.startswith(_ARCHIVES):
        return _archive()
    if data[:_FEW].lstrip().lower().startswith((b"<!doctype html", b"<html", b"<?xml")):
        return _of_no_use(_("a web page or XML file"))
    return None


def binary_file(data: bytes) -> FileKind | None:
    """Tell that a file is no text at all, whatever program made it; ask for UTF-16 before, whose letters hold zeros."""
    first = data[:_FEW]
    if len(_UNTYPED.findall(first)) <= max(_SLIPS, len(first) // 20):
        return None
    return _of_no_use(_("a binary file"))


def kind_of_file(data: bytes) -> FileKind | None:
    """Tell what a file is, also a plan or log of kshc and any other text; None for one that is empty."""
    if found := file_of_kshc(data):
        return found
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return foreign_file(data) or (None if wide else binary_file(data)) or (_text() if data.strip() else None)


def file_of_kshc(data: bytes) -> FileKind | None:
    """Tell whether a file calls itself a plan or a log of kshc, and which."""
    found = _PLAN.search(data[: 4 * _FEW])
    if found is None:
        return None
    check = _("Check it with: kshc validate FILE.")
    if found[1]:
        return FileKind(_("a progress log of kshc"), _name_the_plan(), check)
    return FileKind(_("a plan of kshc"), "", f"{check} " + _("Write its Word file with: kshc render docx."))


def _text() -> FileKind:
    return FileKind(_("a text file"), _name_the_plan(), _name_a_word_file())


def _in_zip(data: bytes) -> FileKind:
    """Tell by the names of the parts; where the list at the file's end is lost, by names anywhere in it."""
    from kshc_cli.foreign.zipped import part_names

    names = part_names(data) or [name.decode() for name in _OFFICE_PART.findall(data)]
    if any(name.startswith("word/document") for name in names):
        read = _("Read it into a plan with: kshc import docx FILE; check its layout with: kshc check docx FILE.")
        return FileKind(_("a Word file"), read, "", is_word=True)
    if any(name.startswith("xl/workbook") for name in names):
        return _spreadsheet(_("an Excel file"))
    if any(name.startswith("ppt/presentation") for name in names):
        return _of_no_use(_("a PowerPoint file"))
    if found := _OPEN_DOCUMENT.search(data[:_FEW]):
        return _open_document((found[1] or b"").decode())
    return _archive()


def _open_document(kind: str) -> FileKind:
    if kind == "spreadsheet":
        return _spreadsheet(_("an OpenDocument spreadsheet (.ods)"), convertible="ods")
    if kind == "presentation":
        return _of_no_use(_("an OpenDocument presentation (.odp)"))
    if kind == "text":
        return _to_be_saved(_("an OpenDocument text (.odt)"), convertible="odt")
    return _to_be_saved(_("an OpenDocument file"))


def _compound(data: bytes) -> FileKind:
    """Tell files of Word, Excel and PowerPoint 97–2003 by the names of their streams."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        remedy = _("Save it without a password first.")
        return FileKind(_("a file protected by a password"), remedy, remedy, is_protected=True)
    if holds("WordDocument"):
        return _to_be_saved(_("a Word file of the old kind (.doc)"), is_word=True, convertible="doc")
    if holds("PowerPoint Document"):
        return _of_no_use(_("a PowerPoint file of the old kind (.ppt)"))
    if holds("Workbook") or holds("Book"):
        return _spreadsheet(_("an Excel file of the old kind (.xls)"), convertible="xls")
    return _to_be_saved(_("a Word or Excel file of the old kind (.doc, .xls)"), is_word=True)


def _pdf(data: bytes) -> FileKind:
    """Tell a PDF file of words from one of scanned pages, and what to do about each."""
    from kshc_cli.foreign.pdf import is_scanned

    back = _("Read its Word file back with: kshc import docx FILE.")
    if is_scanned(data):
        made = _("Ask for the Word file that it was made from; only its pages' pictures are here.")
        return FileKind(_("a PDF file of scanned pages"), back, made)
    made = _("Name the Word file that it was made from; or open it in Word, compare it, and save it as .docx.")
    return FileKind(_("a PDF file"), back, made)


def _to_be_saved(name: str, *, is_word: bool = False, convertible: str = "") -> FileKind:
    read = _("Save it as .docx, then read it with: kshc import docx FILE.")
    return FileKind(name, read, _("Save it as .docx first."), is_word, convertible=convertible)


def _spreadsheet(name: str, *, convertible: str = "") -> FileKind:
    remedy = _("Read it into a plan with: kshc import xlsx FILE.")
    return FileKind(name, remedy, remedy, is_workbook=True, convertible=convertible)


def _archive() -> FileKind:
    unpack = _("Unpack it, and name the Word file (.docx) in it.")
    return FileKind(_("an archive"), _("Unpack it, and name the plan in it."), unpack)


def _of_no_use(name: str) -> FileKind:
    return FileKind(name, _name_the_plan(), _name_a_word_file())


def _name_the_plan() -> str:
    return _("Name the plan, a text file such as plan.yaml.")


def _name_a_word_file() -> str:
    return _("Name a Word file (.docx).")
