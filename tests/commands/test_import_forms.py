"""``kshc import xlsx`` of forms that bodies filled in: what is recorded, what is known, and what is refused."""

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kshc_cli.documents.word.package import packed, unpacked
from kshc_cli.messages import speaking
from kshc_cli.reports.form_rows import read_key
from tests.conftest import Kshc, Result
from tests.outputs.calendars import COMING_BACK
from tests.outputs.workbooks import computed, exported, saved_again
from tests.tracking.logs import FOLLOWED

TODAY = "2026-07-05"
COLUMNS = {"kind": 6, "date": 7, "number": 8, "document_date": 9, "note": 10}


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KSHC_WHO", raising=False)
    (tmp_path / "plan.yaml").write_bytes(FOLLOWED.read_bytes())
    return tmp_path / "plan.yaml"


def form(plan: Path, agency: str | None = "van-phong") -> Any:  # noqa: ANN401  openpyxl has no types
    options = ("--agency", agency) if agency else ()
    return load_workbook(BytesIO(exported(plan, "--form", *options, today=TODAY, name="form.xlsx")))


def row_of(book: Any, begins: str) -> int:  # noqa: ANN401  openpyxl has no types
    """Return the row of the first duty whose task and period begin so."""
    rows = range(6, book["Form"].max_row + 1)
    return next(
        n for n in rows if f"{book['Form'].cell(n, 2).value} / {book['Form'].cell(n, 3).value}".startswith(begins)
    )


def fill(book: Any, row: int, **cells: object) -> None:  # noqa: ANN401  openpyxl has no types
    for name, value in cells.items():
        book["Form"].cell(row, COLUMNS[name]).value = value


def imported(kshc: Kshc, plan: Path, *books: Any, options: tuple[str, ...] = ("--yes",)) -> Result:  # noqa: ANN401
    names = [f"back-{number}.xlsx" for number, _book in enumerate(books)]
    for name, book in zip(names, books, strict=True):
        plan.with_name(name).write_bytes(book if isinstance(book, bytes) else saved_again(book))
    return kshc("import", "xlsx", *names, "--today", TODAY, *options)


def recorded(plan: Path) -> list[str]:
    """Return the entries of the log, without their ids."""
    log = plan.with_name("progress.yaml")
    lines = log.read_text("utf-8").splitlines() if log.exists() else []
    return [re.sub(r", entered: .*", "", line)[3:] for line in lines if line.startswith("- {")]


def test_filled_rows_become_entries_all_together(kshc: Kshc, plan: Path) -> None:
    book = form(plan)
    book["Form"]["C4"] = "Lan"
    fill(book, row_of(book, "window"), kind="Done", date=date(2026, 6, 30), number="12/BC", document_date="29/6/2026")
    fill(book, row_of(book, "limit"), kind="Event", date="1/7/2026", note="kết thúc")
    fill(book, row_of(book, "mixed"), kind="Note", date=date(2026, 7, 1), note="đang làm")
    shown = imported(kshc, plan, book, options=())
    assert (shown.status, recorded(plan)) == (1, [])
    assert shown.out.count("to be recorded: ") == 3
    assert "Nothing was recorded: to record it where nobody can be asked, add --yes." in shown.err
    result = imported(kshc, plan, book)
    assert (result.status, result.out) == (0, shown.out)
    report = "{number: 12/BC, date: 2026-06-29}"
    assert recorded(plan) == [
        f"date: 2026-06-30, what: done, task: window, unit: van-phong, document: {report}, who: Lan",
        "date: 2026-07-01, what: event, task: limit, note: kết thúc, who: Lan",
        "date: 2026-07-01, what: note, task: mixed, unit: van-phong, period: 2026-03-31, note: đang làm, who: Lan",
    ]


def test_the_same_form_twice_records_nothing_twice(kshc: Kshc, plan: Path) -> None:
    book, other = form(plan), form(plan, "y-te")
    fill(book, row_of(book, "window"), kind="Done", date=date(2026, 6, 30))
    fill(other, row_of(other, "window"), kind="Partly done", date=date(2026, 6, 30))
    assert imported(kshc, plan, book, other, book).status == 0
    first = recorded(plan)
    assert len(first) == 2
    again = imported(kshc, plan, other, book)
    assert (again.status, recorded(plan)) == (0, first)
    assert again.out.count("recorded already: ") == 2
    kshc("undo", "--today", TODAY)
    back = imported(kshc, plan, other, book)
    assert "recorded before and taken back since" in back.out
    assert len(recorded(plan)) == 3


def test_what_was_recorded_of_all_bodies_is_known_of_each(kshc: Kshc, plan: Path) -> None:
    book = form(plan)
    kshc("done", "window", "--all-units", "--on", "30/6/2026", "--doc", "1/BC", "--today", TODAY)
    fill(book, row_of(book, "window"), kind="Done", date=date(2026, 6, 30))
    known = imported(kshc, plan, book)
    assert (known.status, "recorded already" in known.out, len(recorded(plan))) == (0, True, 1)
    fill(book, row_of(book, "window"), number="2/BC")
    assert "[done-twice]" in imported(kshc, plan, book).err


def test_what_contradicts_is_told_by_file_sheet_and_cell_and_nothing_is_recorded(kshc: Kshc, plan: Path) -> None:
    sound, book = form(plan, "y-te"), form(plan)
    fill(sound, row_of(sound, "window"), kind="Done", date=date(2026, 6, 30))
    row = row_of(book, "window")
    fill(book, row, kind="Done", date=date(2027, 1, 1))
    fill(book, row_of(book, "two: Tập huấn / 30/09"), kind="Done", date=date(2025, 12, 31))
    fill(book, row_of(book, "limit"), kind="Done", date=date(2026, 6, 1))
    result = imported(kshc, plan, sound, book)
    assert (result.status, recorded(plan)) == (1, [])
    assert f"back-1.xlsx: sheet “Form”, cell G{row}: error: 01/01/2027 has not come yet" in result.err
    assert "[done-too-early]" in result.err
    assert "It waits for an event" in result.err
    assert "Nothing was recorded: all rows of all files are recorded together, or none." in result.err
    assert result.out.count("to be recorded: ") == 1


def test_two_rows_that_contradict_each_other_are_found(kshc: Kshc, plan: Path) -> None:
    book, other = form(plan), form(plan)
    fill(book, row_of(book, "window"), kind="Done", date=date(2026, 6, 30))
    fill(other, row_of(other, "window"), kind="Done", date=date(2026, 6, 29))
    result = imported(kshc, plan, book, other)
    assert (result.status, recorded(plan)) == (1, [])
    assert "[done-twice]" in result.err
    row = row_of(book, "window")
    assert f"window: this and back-0.xlsx, sheet “Form”, cell F{row}, cannot both be true: It is done" in result.err
    assert "Correct one of the two." in result.err
    assert "kshc undo" not in result.err


def test_remedies_speak_of_the_form_and_findings_stand_in_order(kshc: Kshc, plan: Path) -> None:
    book = form(plan)
    kshc("done", "window", "--unit", "van-phong", "--on", "29/6/2026", "--today", TODAY)
    first, last = sorted((row_of(book, "window"), row_of(book, "limit")))
    for row in (first, last):
        fill(book, row, kind="Done", date=date(2026, 6, 30), document_date="hôm kia")
    result = imported(kshc, plan, book)
    cells = re.findall(r"cell ([A-Z]\d+):", result.err)
    assert cells == [f"I{first}", f"I{last}"]
    for row in (first, last):
        fill(book, row, document_date=None)
    told = imported(kshc, plan, book).err
    assert "Clear the row, or choose “Note” in the form." in told
    assert "Choose “Event” / “Note” in the form." in told
    assert "kshc " not in told


def test_a_note_without_a_day_is_of_the_day_on_which_it_is_read_and_recorded_once(kshc: Kshc, plan: Path) -> None:
    book = form(plan)
    fill(book, row_of(book, "window"), kind="Note", note="đang làm")
    assert imported(kshc, plan, book).status == 0
    assert recorded(plan) == [f"date: {TODAY}, what: note, task: window, unit: van-phong, note: đang làm"]
    later = imported(kshc, plan, book, options=("--today", "2026-07-09", "--yes"))
    assert (later.status, "recorded already" in later.out, len(recorded(plan))) == (0, True, 1)


def test_an_event_says_for_whom_it_is(kshc: Kshc, plan: Path) -> None:
    book = form(plan)
    fill(book, row_of(book, "limit"), kind="Event", date="1/7/2026")
    alone = imported(kshc, plan, book, options=()).out
    assert "Văn phòng" in alone.rpartition("event on 01/07/2026; ")[2]
    text = plan.read_text("utf-8")
    several = text.replace("Báo cáo sau kiểm tra, lead: Văn phòng,", "Báo cáo sau kiểm tra, lead: Các đơn vị,")
    assert several != text
    plan.write_text(several, "utf-8")
    book = form(plan)
    fill(book, row_of(book, "limit"), kind="Event", date="1/7/2026")
    assert re.search(r"event on 01/07/2026; begun for all \d+ lead bodies", imported(kshc, plan, book, options=()).out)


def test_another_task_and_period_may_be_chosen(kshc: Kshc, plan: Path, tmp_path: Path) -> None:
    plan.write_text(COMING_BACK, "utf-8")
    book = form(plan)
    sheet, lists = book["Form"], book["kshc"]
    spare = next(n for n in range(6, 200) if str(sheet.cell(n, 1).value).startswith("="))
    chosen = next(
        row for row in lists.iter_rows(min_row=2, values_only=True) if row[1].startswith("day-31") and "12" in row[2]
    )
    sheet.cell(spare, 2).value, sheet.cell(spare, 3).value = chosen[1], chosen[2]
    fill(book, spare, kind="Note", date=date(2026, 7, 1), note="sẽ làm sớm")
    assert imported(kshc, plan, computed(saved_again(book), tmp_path)).status == 0
    assert recorded(plan) == [
        'date: 2026-07-01, what: note, task: day-31, unit: van-phong, period: "2026-12", note: sẽ làm sớm'
    ]
    found = load_workbook(tmp_path / "book.xlsx", data_only=True)["Form"]
    assert found.cell(spare, 1).value == chosen[4]
    sheet.cell(spare, 3).value = "nothing like it"
    result = imported(kshc, plan, book)
    assert result.status == 1
    assert f"cell B{spare}: error: It is not said of which task and period this was done. [unknown-row]" in result.err


def test_every_row_of_a_form_can_be_read_back(plan: Path) -> None:
    for text, agency in ((COMING_BACK, None), (FOLLOWED.read_text("utf-8"), None), (COMING_BACK, "cac-phong")):
        plan.write_text(text, "utf-8")
        lists = form(plan, agency)["kshc"]
        rows = [row[1:] for row in lists.iter_rows(min_row=2, values_only=True) if row[4]]
        assert len({row[:2] for row in rows}) == len(rows) == len({row[3] for row in rows})
        assert all(read_key(key, task, period) for task, period, _both, key in rows)
        assert all(len(both) < 255 for _task, _period, both, _key in rows)


Change = Callable[[Any, int], object]


def put(column: int, value: object) -> Change:
    return lambda sheet, row: setattr(sheet.cell(row, column), "value", value)


def other_key(sheet: Any, row: int) -> None:  # noqa: ANN401  openpyxl has no types
    sheet.cell(row, 1).value = sheet.cell(row, 1).value.replace("window", "own")


def bare_number(sheet: Any, row: int) -> None:  # noqa: ANN401  openpyxl has no types
    sheet.cell(row, 7).number_format, sheet.cell(row, 7).value = "General", 45000


def merged(sheet: Any, row: int) -> None:  # noqa: ANN401  openpyxl has no types
    sheet.merge_cells(start_row=row, end_row=row + 1, start_column=6, end_column=6)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (other_key, "A{n}: error: The hidden key of this row is not the one that kshc wrote"),
        (put(2, "own: Tổng kết"), "[changed-key]"),
        (put(7, "=TODAY()"), "G{n}: error: A formula stands here"),
        (bare_number, "G{n}: error: This is no day. [no-day]"),
        (put(7, "hôm qua rồi"), "G{n}: error: "),
        (put(7, None), "G{n}: error: It is not said on which day. [form-date]"),
        (put(6, None), "F{n}: error: It is not said what was done. [form-kind]"),
        (put(6, "extended"), "F{n}: error: “extended” is nothing that a form records."),
        (put(6, "note"), "J{n}: error: A note without words says nothing."),
        (put(9, date(2026, 7, 6)), "I{n}: error: 06/07/2026 has not come yet. [form-entry]"),
        (put(9, "hôm nay"), "I{n}: error: “hôm nay” is no day of the calendar"),
        (put(8, "1\u202e/BC"), "H{n}: error: "),
        (lambda sheet, _row: setattr(sheet["C4"], "value", "L\u202ean"), "C4: error: "),
        (put(8, date(2026, 5, 12)), "H{n}: error: The spreadsheet has made a day of what was written here."),
        (merged, "F{n}: error: Cells are merged"),
        (lambda sheet, _row: sheet.delete_cols(9), "[changed-form]"),
    ],
)
def test_a_changed_form_is_one_finding_and_nothing_is_recorded(
    kshc: Kshc, plan: Path, change: Change, said: str
) -> None:
    book = form(plan)
    row = row_of(book, "window")
    fill(book, row, kind="Done", date=date(2026, 6, 30), number="1/BC")
    change(book["Form"], row)
    result = imported(kshc, plan, book)
    assert (result.status, recorded(plan)) == (1, [])
    assert said.format(n=row) in result.err
    assert result.err.count(": error: ") == 1
    assert "back-0.xlsx: sheet “Form”, cell " in result.err


def test_a_form_of_another_plan_is_refused(kshc: Kshc, plan: Path) -> None:
    book = form(plan)
    fill(book, row_of(book, "window"), kind="Done", date=date(2026, 6, 30))
    plan.write_text(plan.read_text("utf-8").replace("subject: Kiểm soát", "subject: Cải cách"), "utf-8")
    result = imported(kshc, plan, book)
    assert (result.status, "[another-plan]" in result.err, recorded(plan)) == (1, True, [])


def test_files_that_cannot_be_forms_are_named_and_nothing_is_recorded(kshc: Kshc, plan: Path) -> None:
    book = form(plan)
    fill(book, row_of(book, "window"), kind="Done", date=date(2026, 6, 30))
    sound = saved_again(book)
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    parts = unpacked(sound)
    assert parts is not None
    bomb = packed({**parts, "xl/media/x.bin": bytes(65 * 1024 * 1024)})
    tall = packed(
        {name: data.replace(b"</sheetData>", b"<row/>" * 1_000_000 + b"</sheetData>") for name, data in parts.items()}
    )
    low = form(plan)
    low["Form"].cell(1_048_576, 6).value = "Done"
    for data, said in (
        (ole, "a file protected by a password, not an Excel workbook (.xlsx). Save it without a password first."),
        (packed({**parts, "xl/vbaProject.bin": b"x"}), "it contains macros"),
        (bomb, "it holds more than 64 MB when it is unpacked"),
        (tall, "its sheet “Form” holds more than 50000 rows"),
        (saved_again(low), "its sheet “Form” holds more than 50000 rows"),
        (b"schema: kshc/1\n", "a plan of kshc"),
        (sound[:900], "it is"),
    ):
        result = imported(kshc, plan, sound, data)
        assert (result.status, recorded(plan)) == (3, []), said
        assert "back-1.xlsx: " in result.err
        assert said in result.err


def test_forms_speak_any_language(kshc: Kshc, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KSHC_LANG", "vi")
    with speaking("vi"):
        book = load_workbook(BytesIO(exported(plan, "--form", "--agency", "y-te", today=TODAY, name="phieu.xlsx")))
    sheet = book.worksheets[0]
    sheet["F6"], sheet["G6"] = "Đã hoàn thành", "30/6/2026"
    monkeypatch.setenv("KSHC_LANG", "en")
    assert imported(kshc, plan, book).status == 0
    assert recorded(plan) == ["date: 2026-06-30, what: done, task: window, unit: y-te"]


def test_libreoffice_keeps_lists_days_locks_and_keys(kshc: Kshc, plan: Path, tmp_path: Path) -> None:
    book = form(plan)
    fill(book, row_of(book, "window"), kind="Done", date=date(2026, 6, 30))
    kept = computed(saved_again(book), tmp_path)
    sheet = load_workbook(BytesIO(kept))["Form"]
    assert sheet.protection.sheet
    assert {one.type for one in sheet.data_validations.dataValidation} == {"list", "date"}
    assert sheet.column_dimensions["A"].hidden
    assert [sheet.cell(6, column).protection.locked for column in (2, 5, 6, 10)] == [True, True, False, False]
    assert imported(kshc, plan, kept).status == 0
    again = imported(kshc, plan, computed(saved_again(book), tmp_path, "ods"))
    assert (again.status, len(recorded(plan))) == (0, 1)
    assert "recorded already" in again.out


def test_options_of_plans_are_not_for_forms_nor_several_files_for_a_plan(kshc: Kshc, plan: Path) -> None:
    book = form(plan)
    assert imported(kshc, plan, book, options=("--out", "x.yaml")).status == 2
    assert imported(kshc, plan, b"x", b"y").status == 2
    empty = imported(kshc, plan, book)
    assert (empty.status, "nothing is filled in" in empty.err) == (0, True)
