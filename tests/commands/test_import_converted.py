"""Files of other office programs: read through LibreOffice where it is, else refused with what to do."""

import zlib
from pathlib import Path

import pytest

from kshc_cli.foreign.pdf import is_scanned
from kshc_cli.plan.walk import placed_tasks
from kshc_cli.source.plan_text import read_plan_file
from tests.conftest import Kshc
from tests.documents.importing.foreign import HEADER, TASK, plan, table
from tests.documents.pages import office_is_there
from tests.documents.sheets import HEADER as HEADINGS
from tests.documents.sheets import TASK as ROW
from tests.documents.sheets import saved, workbook
from tests.documents.word_xml import word_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOC = OLE + "WordDocument".encode("utf-16-le")
XLS = OLE + "Workbook".encode("utf-16-le")
RTF = (
    rb"{\rtf1\ansi\trowd\cellx900\cellx4000\cellx7000\cellx9000 STT\cell Nhi\u7879?m v\u7909?\cell Ch\u7911? tr\u236?"
    rb"\cell Th\u7901?i gian\cell\row\trowd\cellx900\cellx4000\cellx7000\cellx9000 1\cell H\u7885?p\cell V\u259?n ph"
    rb"\u242?ng"
    rb"\cell Qu\u253? I\cell\row\pard\par}"
)


def office(folder: Path, made: Path, ending: str) -> str:
    """Write a program that makes the file ``made`` of whatever it is given."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\nls document.* > {folder}/given.txt\ncp {made} document.{ending}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize(
    ("command", "data", "given", "name"),
    [
        ("docx", DOC, "document.doc", "a Word file of the old kind (.doc)"),
        ("docx", RTF, "document.rtf", "an RTF file"),
        ("xlsx", XLS, "document.xls", "an Excel file of the old kind (.xls)"),
    ],
)
def test_libreoffice_makes_a_file_that_is_read(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, data: bytes, given: str, name: str
) -> None:
    made = tmp_path / "made"
    is_word = command == "docx"
    made.write_bytes(word_file(plan(table(HEADER, TASK))) if is_word else saved(workbook(HEADINGS, ROW)))
    monkeypatch.setenv("KSHC_SOFFICE", office(tmp_path, made, command))
    (tmp_path / "old").write_bytes(data)
    result = kshc("import", command, tmp_path / "old", "--year", "2026")
    assert (tmp_path / "given.txt").read_text("utf-8") == f"{given}\n"
    assert f"It is {name}; LibreOffice made a .{command} of it first" in result.err
    found = read_plan_file(result.out.encode()).plan
    assert found is not None
    assert [one.task.content for one in placed_tasks(found)] == ["Xây dựng kế hoạch"]


@pytest.mark.skipif(not office_is_there(), reason="needs LibreOffice")
def test_the_real_libreoffice_reads_an_rtf_file(kshc: Kshc, tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(RTF)
    result = kshc("import", tmp_path / "a.rtf", "--year", "2026")
    found = read_plan_file(result.out.encode()).plan
    assert found is not None, result.err
    assert [(one.task.content, one.task.lead and one.task.lead.text) for one in placed_tasks(found)] == [
        ("Họp", "Văn phòng")
    ]


@pytest.mark.parametrize(("command", "data"), [("docx", DOC), ("docx", RTF), ("xlsx", XLS)])
def test_without_libreoffice_one_sentence_says_what_to_do(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, data: bytes
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("KSHC_SOFFICE", raising=False)
    (tmp_path / "old").write_bytes(data)
    result = kshc("import", command, tmp_path / "old")
    assert (result.status, result.out, result.err.count("\n")) == (3, "", 1)
    assert f"save it as .{command} in the program that it is from, or install LibreOffice" in result.err
    monkeypatch.setenv("KSHC_SOFFICE", str(tmp_path / "none"))
    assert f"KSHC_SOFFICE names {tmp_path / 'none'}" in kshc("import", command, tmp_path / "old").err


def test_where_it_fails_its_words_are_told(kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "soffice"
    path.write_text("#!/bin/sh\necho 'Error: source file could not be loaded'\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("KSHC_SOFFICE", str(path))
    (tmp_path / "a.doc").write_bytes(DOC)
    result = kshc("import", tmp_path / "a.doc")
    assert (result.status, result.err.count("\n")) == (3, 1)
    assert "a.doc: LibreOffice made no .docx: it said “Error: source file could not be loaded”." in result.err


def test_each_kind_goes_to_its_own_command(kshc: Kshc, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(XLS)
    assert "kshc import xlsx FILE" in kshc("import", "docx", tmp_path / "a").err
    (tmp_path / "a").write_bytes(DOC)
    assert "kshc import docx FILE" in kshc("import", "xlsx", tmp_path / "a").err


PICTURE = b"%PDF-1.4\n1 0 obj <</Type/XObject/Subtype /Image>> endobj\n"
PACKED = PICTURE + b"2 0 obj <</Type/ObjStm/N 1/Filter/FlateDecode>>\nstream\r\n"


@pytest.mark.parametrize(
    ("data", "is_scan"),
    [
        (PICTURE + b"2 0 obj <</Type/Font/BaseFont/Times>> endobj", False),
        (PICTURE, True),
        (b"%PDF-1.4\n1 0 obj", False),
        (PACKED + zlib.compress(b"<</Type/Font>>") + b"\nendstream", False),
        (PACKED + zlib.compress(b"<</Type/Page>>") + b"\nendstream", True),
        (PACKED + b"no stream", True),
        (PICTURE + b"trailer <</Encrypt 5 0 R>>", False),
    ],
)
def test_a_pdf_of_words_is_told_from_one_of_scanned_pages(
    kshc: Kshc, tmp_path: Path, data: bytes, *, is_scan: bool
) -> None:
    assert is_scanned(data) is is_scan
    (tmp_path / "a.pdf").write_bytes(data)
    result = kshc("import", tmp_path / "a.pdf")
    assert (result.status, result.out, result.err.count("\n")) == (3, "", 1)
    assert ("open it in Word, compare it, and save it as .docx" in result.err) is not is_scan
    assert ("a PDF file of scanned pages" in result.err) is is_scan


def test_many_packed_streams_are_not_all_unpacked() -> None:
    """Nor one that unpacks to gigabytes."""
    bomb = PACKED + zlib.compress(bytes(50_000_000)) + b"\nendstream"
    assert is_scanned(bomb)
    assert is_scanned(b"".join([PACKED + zlib.compress(b"x")] * 60 + [PACKED + zlib.compress(b"/Font ")]))
