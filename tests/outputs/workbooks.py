"""Workbooks that kshc wrote, read back by openpyxl, and by LibreOffice, which computes their formulas anew."""

import os
import shutil
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.documents.pages import office_is_there
from tests.outputs.calendars import run


def exported(plan: Path, *options: str | Path, today: str = "2026-07-05", name: str = "book.xlsx") -> bytes:
    """Return the workbook of a plan, with errors or without."""
    target = plan.with_name(name)
    status, _out = run("export", "xlsx", "--plan", plan, "--draft", "--today", today, "--out", target, *options)
    assert status == 0
    return target.read_bytes()


def opened(data: bytes, *, values: bool = False) -> Any:  # noqa: ANN401  openpyxl has no types
    """Return a workbook as openpyxl reads it, with formulas or with the values that were last seen of them."""
    return load_workbook(BytesIO(data), data_only=values)


def table_of(sheet: Any) -> list[dict[str, Any]]:  # noqa: ANN401  openpyxl has no types
    """Return the rows of the table of a sheet, by their headings; days as days."""
    (table,) = sheet.tables.values()
    heads, *rows = ([cell.value for cell in row] for row in sheet[table.ref])
    return [{head: _told(value) for head, value in zip(heads, row, strict=True)} for row in rows]


def _told(value: object) -> object:
    return value.date() if isinstance(value, date) and hasattr(value, "date") else value


def counts_of(sheet: Any) -> dict[str, list[int]]:  # noqa: ANN401  openpyxl has no types
    """Return what the sheet that counts says of each body."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    return {row[0]: row[1:] for row in rows if row[0]}


def saved_again(book: Any) -> bytes:  # noqa: ANN401  openpyxl has no types
    """Return a workbook as openpyxl saves it, without values of formulas."""
    stream = BytesIO()
    (opened(book) if isinstance(book, bytes) else book).save(stream)
    return stream.getvalue()


def _calc_is_there() -> bool:
    """Tell whether LibreOffice knows Excel's files; under CI it is an error if it does not."""
    program = shutil.which("soffice")
    found = program is not None and Path(program).resolve().with_name("libscfiltlo.so").exists()
    assert found or os.environ.get("CI") != "true", "CI must install libreoffice-calc-nogui"
    return found


def computed(data: bytes, folder: Path, target: str = "xlsx") -> bytes:
    """Let LibreOffice open a workbook, compute what has no value yet, and save it."""
    if not (office_is_there() and _calc_is_there()):
        pytest.skip("needs LibreOffice with Calc, poppler-utils and Liberation fonts")
    (folder / "given").mkdir(exist_ok=True)
    (folder / "given" / "book.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", target, "--outdir", str(folder), "given/book.xlsx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
    return (folder / f"book.{target}").read_bytes()
