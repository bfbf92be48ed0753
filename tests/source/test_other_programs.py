"""A file of another program is named, with what to do; a text with a slip or two is none."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from kshc_cli.source.plan_text import read_plan_file
from tests.source.plans import SMALL

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def zipped(*names: str, **parts: str) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for name, words in parts.items():
            archive.writestr(name, words)
        for name in names:
            archive.writestr(name, "")
    return data.getvalue()


def compound(stream: str) -> bytes:
    return _OLE + bytes(100) + stream.encode("utf-16-le")


def open_document(kind: str) -> bytes:
    return zipped("content.xml", mimetype=f"application/vnd.oasis.opendocument.{kind}")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (zipped("word/document.xml"), "a Word file,"),
        (zipped("xl/workbook.xml"), "an Excel file,"),
        (zipped("ppt/presentation.xml"), "a PowerPoint file,"),
        (zipped("readme.txt"), "an archive"),
        (open_document("text"), "an OpenDocument text"),
        (open_document("spreadsheet"), "an OpenDocument spreadsheet"),
        (open_document("presentation"), "an OpenDocument presentation"),
        (compound("EncryptedPackage"), "protected by a password"),
        (compound("WordDocument"), "a Word file of the old kind"),
        (compound("PowerPoint Document"), "a PowerPoint file of the old kind"),
        (compound("Workbook"), "an Excel file of the old kind"),
        (compound("Book"), "an Excel file of the old kind"),
        (compound("Sheet"), "a Word or Excel file of the old kind"),
        (b"%PDF-1.7\n", "a PDF file"),
        (b"\n \n%PDF-1.7\n", "a PDF file"),
        (b"{\\rtf1\\ansi", "an RTF file"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"\x1f\x8b\x08", "an archive"),
        (b"<!DOCTYPE html><html>", "a web page or XML file"),
        (b"\n<html>", "a web page or XML file"),
        (b'<?xml version="1.0"?>', "a web page or XML file"),
        (b"\x01" * 9, "a binary file"),
        (b"year: 2026 " * 20 + b"\x01" * 13, "a binary file"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_of_another_program_is_named_at_its_beginning(data: bytes, kind: str) -> None:
    (finding,) = read_plan_file(data).findings
    assert finding.rule == "not-a-plan"
    assert kind in finding.message
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == (1, 1)


@pytest.mark.parametrize("slips", [b"\x01" * 8, b"a: %PDF-1.7", b"# PK", b"a: <html>"])
def test_a_text_with_slips_is_a_text(slips: bytes) -> None:
    found = read_plan_file(SMALL.encode() + slips).findings
    assert "not-a-plan" not in {finding.rule for finding in found}
