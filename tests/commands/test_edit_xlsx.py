"""``kshc edit xlsx`` and ``kshc import xlsx --into``: a plan edited as a sheet, by openpyxl and by LibreOffice."""

import shutil
import subprocess
from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
import yaml
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.filters import SortCondition, SortState

from tests.conftest import ROOT, Kshc

PLAN = (ROOT / "plan.yaml").read_text(encoding="utf-8")
TIME = "Từ tháng 02 đến tháng 6 năm 2024"
FIRST = 5
PLACE, NUMBER, CONTENT, LEAD, COOP, RESULT, WHEN = range(2, 9)
"""The columns; the first one is hidden."""
Edit = Callable[[Any], None]


@pytest.fixture
def folder(tmp_path: Path, kshc: Kshc, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a plan and its sheet, and run kshc in it."""
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    assert kshc("edit", "xlsx", "--out", "sua.xlsx").status == 0
    return tmp_path


def edited(edit: Edit) -> None:
    """Edit the sheet."""
    book = load_workbook("sua.xlsx")
    edit(book.worksheets[0])
    book.save("sua.xlsx")


def row_of(sheet: Any, number: str) -> int:  # noqa: ANN401  openpyxl has no types
    """Return the row with a printed number."""
    return next(row for row in range(FIRST, sheet.max_row + 1) if sheet.cell(row, NUMBER).value == number)


def put(number: str, column: int, value: object) -> Edit:
    """Return the edit that writes a value into a cell."""

    def edit(sheet: Any) -> None:  # noqa: ANN401  openpyxl has no types
        sheet.cell(row_of(sheet, number), column).value = value

    return edit


def plan() -> str:
    """Return the text of the plan."""
    return Path("plan.yaml").read_text(encoding="utf-8")


def ids() -> list[str]:
    """Return the ids of the tasks in tables, in their order."""
    tables = [table for section in yaml.safe_load(plan())["plan"]["sections"] for table in section.get("tables", ())]
    groups = [group for table in tables for group in (table.get("groups") or [table])]
    return [task["id"] for group in groups for task in group["tasks"]]


@pytest.mark.usefixtures("folder")
def test_the_plan_changes_where_the_sheet_did_and_nowhere_else(kshc: Kshc) -> None:
    """One cell, one line; what it means is shown; again nothing differs."""
    edited(put("2.1", WHEN, "Trong tháng 7 năm 2024"))
    dry = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--dry-run")
    assert (dry.status, plan()) == (0, PLAN)
    unasked = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml")
    assert (unasked.status, plan(), "--yes" in unasked.err) == (1, PLAN, True)
    found = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes")
    assert (found.status, found.out) == (0, dry.out)
    assert "last day: 30/06/2024 → 31/07/2024" in found.out
    assert plan() == PLAN.replace(TIME, "Trong tháng 7 năm 2024", 1)
    again = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml")
    assert (again.status, again.err) == (0, "The plan was changed since the file was written.\nNothing differs.\n")


@pytest.mark.usefixtures("folder")
def test_who_enters_things_keeps_no_sheet_out(kshc: Kshc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KSHC_WHO", "Lan")
    edited(put("2.1", WHEN, "Trong tháng 7 năm 2024"))
    assert kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes").status == 0
    assert plan() == PLAN.replace(TIME, "Trong tháng 7 năm 2024", 1)


@pytest.mark.usefixtures("folder")
def test_conflicts_are_told_and_both_sides_keep_the_rest(kshc: Kshc) -> None:
    """As for Word: one mechanism for both."""
    mine = PLAN.replace(TIME, "Trong tháng 8 năm 2024", 1)
    Path("plan.yaml").write_text(mine, encoding="utf-8")
    edited(put("2.1", WHEN, "Trong tháng 7 năm 2024"))
    found = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes")
    assert (found.status, plan()) == (1, mine)
    assert "changed on both sides: Task 1.2.1 › time\n" in found.err
    edited(put("2.1", WHEN, TIME))
    edited(put("2.3", RESULT, "Báo cáo, phụ lục"))
    assert kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes").status == 0
    assert plan() == mine.replace("result: Báo cáo\n", "result: Báo cáo, phụ lục\n", 1)


@pytest.mark.usefixtures("folder")
def test_rows_that_come_go_and_move(kshc: Kshc) -> None:
    """A row without a heading belongs to the one above it; a heading chosen anew moves the task, which keeps its id."""

    def edit(sheet: Any) -> None:  # noqa: ANN401  openpyxl has no types
        at = row_of(sheet, "2.1")
        sheet.insert_rows(at + 1)
        for column, words in ((CONTENT, "Công khai phương án"), (LEAD, "Văn phòng HĐND&UBND Thành phố")):
            sheet.cell(at + 1, column).value = words
        sheet.delete_rows(row_of(sheet, "2.2"))
        sheet.cell(row_of(sheet, "1.1"), PLACE).value = sheet.cell(row_of(sheet, "3.1"), PLACE).value

    edited(edit)
    before = ids()
    found = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes")
    assert found.status == 0, found.err
    after = ids()
    assert after[:2] == ["1.2.1", "1.2.4"]
    assert after.index("1.1.1") == after.index("1.4.1") - 1
    assert {*before} - {*after} == {"1.2.2"}


@pytest.mark.usefixtures("folder")
def test_a_sorted_sheet_moves_nothing(kshc: Kshc) -> None:
    """What is changed in it is taken over all the same, whether the keys were sorted along or not."""

    def edit(sheet: Any, *, with_keys: bool) -> None:  # noqa: ANN401  openpyxl has no types
        put("2.1", WHEN, "Trong tháng 7 năm 2024")(sheet)
        first = 1 if with_keys else 2
        rows = [[cell.value for cell in row[first - 1 :]] for row in sheet.iter_rows(min_row=FIRST)]
        rows.sort(key=lambda row: str(row[CONTENT - first]))
        for number, row in enumerate(rows, FIRST):
            for column, value in enumerate(row, first):
                sheet.cell(number, column).value = value

    whole = Path("sua.xlsx").read_bytes()
    for with_keys in (True, False):
        Path("sua.xlsx").write_bytes(whole)
        Path("plan.yaml").write_text(PLAN, encoding="utf-8")
        edited(lambda sheet, with_keys=with_keys: edit(sheet, with_keys=with_keys))  # type: ignore[misc]
        found = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes")
        assert (found.status, "are sorted otherwise" in found.err) == (0, True)
        assert plan() == PLAN.replace(TIME, "Trong tháng 7 năm 2024", 1)


SMALL = """\
schema: kshc/1
year: 2026
issuer: {name: Ủy ban nhân dân xã Tân Hòa, place: Tân Hòa}
issuance: {symbol: KH-UBND, recipients: ["Lưu: VT."], signature: {lines: [CHỦ TỊCH]}}
agencies: [{id: van-phong, name: Văn phòng}, {id: kinh-te, name: Phòng Kinh tế}, {id: trung-tam, name: Trung tâm}]
plan:
  subject: Cải cách hành chính năm 2026
  sections:
    - heading: I. NHIỆM VỤ
      tables:
        - groups:
"""
FEW = {
    "1. Chỉ đạo": [
        ("Ban hành kế hoạch", "Văn phòng", "Quý I"),
        ("Đôn đốc báo cáo", "Văn phòng", "Hằng tháng"),
        ("Bổ sung dự toán", "Văn phòng", "Quý II"),
    ],
    "2. Rà soát": [
        ("Rà soát thủ tục", "Phòng Kinh tế", "Tháng 10/2026"),
        ("Dự thảo công văn", "Phòng Kinh tế", "Tháng 9/2026"),
        ("Ứng dụng chữ ký số", "Văn phòng", "Quý III"),
    ],
    "3. Giải quyết": [
        ("Tổ chức lấy ý kiến", "Trung tâm", "Tháng 2/2026"),
        ("Trả lời phản ánh", "Trung tâm", "Tháng 3/2026"),
        ("Ăn mặc đồng phục", "Trung tâm", "Năm 2026"),
        ("Âu yếm thiếu nhi", "Phòng Kinh tế", "Tháng 6/2026"),
    ],
}


def small() -> str:
    """Return a plan of few tasks in three groups."""
    lines = [SMALL.rstrip()]
    for group, (heading, tasks) in enumerate(FEW.items(), 1):
        lines += [f"            - heading: {heading}", "              tasks:"]
        for row, (content, lead, time) in enumerate(tasks, 1):
            words = f'number: "{group}.{row}", content: {content}, lead: {lead}, result: Báo cáo, time: {time}'
            lines.append(f'                - {{id: "{group}.{row}", {words}}}')
    return "\n".join((*lines, ""))


def arranged(order: str, kshc: Kshc) -> tuple[str, list[str]]:
    """Return what is said of the sheet of the few tasks with its rows in another order, and that of its tasks then."""
    Path("plan.yaml").write_text(small(), encoding="utf-8")
    assert kshc("edit", "xlsx", "--out", "sua.xlsx", "--force").status == 0

    def edit(sheet: Any) -> None:  # noqa: ANN401  openpyxl has no types
        rows = {str(row[NUMBER - 1].value): [cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST)}
        for number, one in enumerate(order.split(), FIRST):
            for column, value in enumerate(rows[one], 1):
                sheet.cell(number, column).value = value

    edited(edit)
    said = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes").err
    return said, ids()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "order",
    [
        pytest.param("2.1 2.2 3.4 3.1 3.2 3.3 1.1 1.2 1.3 2.3", id="by-lead"),
        pytest.param("1.1 1.2 1.3 2.3 3.1 3.2 3.3 2.1 2.2 3.4", id="by-lead-down"),
        pytest.param("3.4 2.1 2.2 3.3 3.1 3.2 1.2 1.1 1.3 2.3", id="by-lead-then-time"),
        pytest.param("3.3 3.4 1.1 1.3 2.2 1.2 2.1 3.1 3.2 2.3", id="by-content-in-vietnamese"),
        pytest.param("3.3 3.4 1.1 1.3 1.2 2.2 2.1 3.1 3.2 2.3", id="by-content-in-english"),
        pytest.param("1.2 3.3 1.1 1.3 2.3 3.1 3.2 3.4 2.2 2.1", id="by-time-with-figures"),
        pytest.param("3.1 3.2 1.1 1.2 1.3 2.1 3.3 3.4 2.2 2.3", id="two-among-others-and-more"),
    ],
)
def test_a_sheet_in_the_order_of_a_column_moves_nothing(order: str, kshc: Kshc) -> None:
    """However few rows have moved by it."""
    said, after = arranged(order, kshc)
    assert said.startswith("The rows of the sheet are sorted otherwise than the plan; its tasks keep their order.\n")
    assert after == sorted(after)
    assert "not taken over" not in said


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "order",
    [
        "1.3 1.1 1.2 2.1 2.2 2.3 3.1 3.2 3.3 3.4",
        "1.1 1.3 1.2 2.1 2.3 2.2 3.1 3.2 3.4 3.3",
        "1.3 1.2 1.1 2.1 2.2 2.3 3.1 3.2 3.3 3.4",
        "1.1 1.2 1.3 2.2 2.3 2.1 3.4 3.2 3.3 3.1",
    ],
)
def test_rows_that_somebody_moved_within_their_headings_stand_there(order: str, kshc: Kshc) -> None:
    said, after = arranged(order, kshc)
    assert "are sorted otherwise" not in said
    assert after == order.split()


@pytest.mark.usefixtures("folder")
def test_a_row_that_moved_a_little_is_no_sorted_sheet(kshc: Kshc) -> None:
    """Unless the program says that it sorted."""

    def edit(sheet: Any) -> None:  # noqa: ANN401  openpyxl has no types
        first = row_of(sheet, "2.1")
        rows = [[cell.value for cell in sheet[first + n]] for n in (1, 0)]
        for number, row in enumerate(rows, first):
            for column, value in enumerate(row, 1):
                sheet.cell(number, column).value = value

    edited(edit)
    found = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--dry-run")
    assert (found.status, "in another order 1" in found.out) == (0, True)

    def sort(sheet: Any) -> None:  # noqa: ANN401  openpyxl has no types
        sheet.auto_filter.sortState = SortState(ref="A5:H20", sortCondition=[SortCondition(ref="H5:H20")])

    edited(sort)
    found = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--dry-run")
    assert (found.status, found.out) == (0, "")
    assert found.err.endswith("its tasks keep their order.\nNothing differs.\n")


@pytest.mark.usefixtures("folder")
def test_a_row_put_below_another_heading_stays_and_is_told(kshc: Kshc) -> None:
    """It names its old heading still."""

    def edit(sheet: Any) -> None:  # noqa: ANN401  openpyxl has no types
        at = row_of(sheet, "2.1")
        cells = [cell.value for cell in sheet[at]]
        sheet.delete_rows(at)
        sheet.insert_rows(row_of(sheet, "3.2"))
        for column, value in enumerate(cells, 1):
            sheet.cell(row_of(sheet, "3.2") - 1, column).value = value

    edited(edit)
    found = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes")
    assert (found.status, plan()) == (1, PLAN)
    assert "stands among the tasks of another heading and says “2. Về rà soát" in found.err


@pytest.mark.parametrize(
    ("number", "column", "value", "words", "told"),
    [
        ("2.1", WHEN, datetime(2024, 6, 15), "15/06/2024", "  H6: “15/06/2024”\n"),  # noqa: DTZ001
        ("2.1", WHEN, 6, "6", "  H6: “6”\n"),
        ("2.1", WHEN, "=B3", TIME, "a formula stands there"),
        ("2.1", WHEN, "  Tháng 7\r\n", "Tháng 7", ""),
        ("2.1", NUMBER, 2.1, "2.1", ""),
        ("2.1", PLACE, "Mục khác", "", "no heading that is called so"),
        ("2.1", CONTENT, None, "", "has to say what is done"),
        ("2.1", 10, "ghi chú của tôi", "", "a column that the plan has not"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_a_spreadsheet_makes_of_words(
    kshc: Kshc, number: str, column: int, value: object, words: str, told: str
) -> None:
    """Days and numbers are told, formulas and what has no place too; nothing is guessed."""
    edited(put(number, column, value))
    found = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes")
    assert told in found.err
    changed = bool(words) and words not in {TIME, "2.1"}
    assert plan() == (PLAN.replace(TIME, words if words != "6" else '"6"', 1) if changed else PLAN)
    assert found.status == int(bool(told) and not changed), found.err


@pytest.mark.parametrize(
    ("look", "words"),
    [
        ("dd/mm/yyyy", "15/06/2024"),
        ("d/m/yy", "15/6/24"),
        ("mm-dd-yy", "15/06/2024"),
        ("yyyy-mm-dd", "15/06/2024"),
        ("yyyy/mm/dd h:mm:ss", "15/06/2024"),
        ("dd.mm.yyyy", "15/06/2024"),
        ("d-mmm", "15/06"),
        ("dd-mm", "15/06"),
        ('"Ngày" dd "tháng" mm "năm" yyyy', "Ngày 15 tháng 06 năm 2024"),
        ("yyyy", ""),
        ("mm/yyyy", ""),
        ("mmm-yy", ""),
        ("dddd", ""),
        ("h:mm", ""),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_day_says_what_the_sheet_shows_of_it(kshc: Kshc, look: str, words: str) -> None:
    """Where less than the day is shown nothing is made up."""

    def edit(sheet: Any) -> None:  # noqa: ANN401  openpyxl has no types
        cell = sheet.cell(row_of(sheet, "2.1"), WHEN)
        cell.value = datetime(2024, 6, 15)  # noqa: DTZ001
        cell.number_format = look

    edited(edit)
    found = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes")
    assert plan() == PLAN.replace(TIME, words or TIME, 1)
    assert (found.status, "H6: it is a date of which less than the day is shown" in found.err) == (int(not words),) * 2


@pytest.mark.usefixtures("folder")
def test_a_number_that_no_spreadsheet_holds_is_not_taken_over(kshc: Kshc) -> None:
    """A program may have written it all the same."""
    edited(put("2.1", WHEN, 123454321))
    with ZipFile("sua.xlsx") as archive:
        parts = {name: archive.read(name).replace(b"<v>123454321</v>", b"<v>1e400</v>") for name in archive.namelist()}
    with ZipFile("sua.xlsx", "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    found = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes")
    assert (found.status, plan()) == (1, PLAN)
    assert "H6: a number stands there that is too large" in found.err


def _cells(**values: object) -> Edit:
    def edit(sheet: Any) -> None:  # noqa: ANN401  openpyxl has no types
        for place, value in values.items():
            sheet[place] = value

    return edit


def _with_row(at: int, **values: object) -> Edit:
    def edit(sheet: Any) -> None:  # noqa: ANN401  openpyxl has no types
        sheet.insert_rows(at)
        _cells(**values)(sheet)

    return edit


def _copied_column(sheet: Any) -> None:  # noqa: ANN401  openpyxl has no types
    sheet.insert_cols(COOP)
    for row in range(FIRST - 2, sheet.max_row + 1):
        sheet.cell(row, COOP).value = sheet.cell(row, COOP + 1).value
    sheet.cell(row_of(sheet, "2.1"), COOP + 1).value = "Phòng Nội vụ"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (_with_row(9, B9="IV. MỤC MỚI"), ["“IV. MỤC MỚI”: a row that says nothing else is no task"]),
        (_cells(B40="Tổng cộng: 34"), ["“Tổng cộng: 34”: a row that says nothing else is no task"]),
        (_cells(C40="9"), ["“9”: a new row does not say what is to be done"]),
        (lambda sheet: sheet.delete_cols(COOP), ["“Cơ quan phối hợp”: its whole column is gone"]),
        (lambda sheet: sheet.delete_cols(PLACE), ["“Heading”: its whole column is gone"]),
        (_copied_column, ["“Cơ quan phối hợp”: it stands in a column that the plan has not"]),
        (_cells(K4="Ghi chú"), ["“Ghi chú”: it stands in a column that the plan has not"]),
        (_cells(D4="Việc làm"), ["“Việc làm”: the names of columns are edited in Word"]),
        (_cells(B1="Kế hoạch mới", B2="xem", E1="Mật"), [f"“{one}”: it stands above" for one in ("xem", "Mật")]),
        (_with_row(1, C1="Dự thảo"), ["“Dự thảo”: it stands above the tasks"]),
        (lambda sheet: sheet.delete_rows(1, 2), []),
        (_cells(B40="2. Về rà soát quy định, thủ tục hành chính."), []),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_a_sheet_says_beside_its_tasks_is_told(kshc: Kshc, edit: Edit, told: list[str]) -> None:
    """Whatever somebody typed; what only went away is no words, but for whole columns."""
    edited(edit)
    found = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes")
    assert (found.status, plan()) == (int(bool(told)), PLAN), found.err
    assert all(one in found.err for one in told), found.err


@pytest.mark.usefixtures("folder")
def test_empty_lines_and_indents_are_told(kshc: Kshc) -> None:
    """A plan holds the words of its lines."""
    edited(put("2.3", RESULT, "  Báo cáo\n\n   - phụ lục\n"))
    found = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes")
    assert (found.status, "1 cell has empty lines or indents, which are not taken over: G8." in found.err) == (0, True)
    assert "Báo cáo\n" in plan()


@pytest.mark.usefixtures("folder")
def test_what_nobody_reads_is_told_of_what_was_changed_alone(kshc: Kshc) -> None:
    """Also where another task says the same; a warning is no reason against writing."""
    edited(put("2.1", LEAD, "Phòng Sao Hỏa"))
    for count, number in enumerate(("2.1", "2.2"), 1):
        edited(put(number, LEAD, "Phòng Sao Hỏa"))
        found = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes")
        assert (found.status, found.err.count("[unread-agency]")) == (0, 1), found.err
        assert plan().count("lead: Phòng Sao Hỏa") == count


@pytest.mark.parametrize("words", ["=SUM(1)", "+ Quý II", "- Quý II", "@ thường xuyên", "'Quý II'", "1.10"])
@pytest.mark.usefixtures("folder")
def test_words_that_look_like_formulas_stay_words(kshc: Kshc, words: str) -> None:
    """In both ways."""
    Path("plan.yaml").write_text(PLAN.replace(f"time: {TIME}", f'time: "{words}"', 1), encoding="utf-8")
    assert kshc("edit", "xlsx", "--out", "sua.xlsx", "--force").status == 0
    sheet = load_workbook("sua.xlsx").worksheets[0]
    cell = sheet.cell(row_of(sheet, "2.1"), WHEN)
    assert (cell.value, cell.data_type, cell.number_format) == (words, "s", "@")
    edited(put("2.3", RESULT, "Báo cáo, phụ lục"))
    before = plan()
    assert kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes").status == 0
    assert plan() == before.replace("result: Báo cáo\n", "result: Báo cáo, phụ lục\n", 1)


@pytest.mark.usefixtures("folder")
def test_merged_cells_say_nothing_and_are_told(kshc: Kshc) -> None:
    """Merging empties all but the first; the words of the others stay in the plan."""

    def edit(sheet: Any) -> None:  # noqa: ANN401  openpyxl has no types
        at = row_of(sheet, "2.1")
        sheet.merge_cells(start_row=at, end_row=at + 1, start_column=LEAD, end_column=LEAD)
        sheet.cell(at, CONTENT).comment = Comment("xem lại", "ai")

    edited(edit)
    found = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes")
    assert (found.status, plan()) == (1, PLAN)
    assert "E7: its cell is merged with others" in found.err
    assert "“xem lại”: a comment is nothing that the plan holds" in found.err


@pytest.mark.usefixtures("folder")
def test_a_copy_of_a_row_is_a_new_task(kshc: Kshc) -> None:
    """The one with its old words keeps the id; without the key, words tell which row it is."""

    def edit(sheet: Any) -> None:  # noqa: ANN401  openpyxl has no types
        at = row_of(sheet, "2.1")
        cells = [cell.value for cell in sheet[at]]
        sheet.insert_rows(at)
        for column, value in enumerate(cells, 1):
            sheet.cell(at, column).value = value
        sheet.cell(at, WHEN).value = "Quý I"
        sheet.cell(row_of(sheet, "2.3"), 1).value = "khác"

    edited(edit)
    before = ids()
    assert kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes").status == 0
    at = before.index("1.2.1")
    assert ids() == [*before[:at], "1.2.4", *before[at:]]
    assert TIME in plan()


@pytest.mark.usefixtures("folder")
def test_a_task_with_progress_is_not_taken_out(kshc: Kshc) -> None:
    """As for Word."""
    assert kshc("--today", "2024-07-01", "note", "1.2.1", "đang làm").status == 0
    edited(lambda sheet: sheet.delete_rows(row_of(sheet, "2.1")))
    found = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes")
    assert (found.status, plan()) == (1, PLAN)
    assert "Taken out in the edited file, but the progress log tells of them: 1.2.1." in found.err


@pytest.mark.usefixtures("folder")
def test_a_task_that_was_cancelled_is_taken_out_and_its_log_stays_history(kshc: Kshc) -> None:
    """The way that the refusal advises leads on: nothing stands against the log, and nothing more is recorded of it."""
    assert kshc("--today", "2024-07-01", "note", "1.2.1", "đang làm").status == 0
    edited(lambda sheet: sheet.delete_rows(row_of(sheet, "2.1")))
    assert kshc("--today", "2024-07-02", "cancel", "1.2.1", "--by", "QĐ số 9/QĐ-UBND").status == 0
    compared = Path("cu.yaml")
    compared.write_bytes(plan().encode())
    assert kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes").status == 0
    assert "1.2.1" not in ids()
    for command in (
        ("validate",),
        ("list",),
        ("status",),
        ("log",),
        ("render", "report", "--quarter", "3", "--out", "bao-cao.docx"),
        ("render", "reminder", "--agency", "van-phong", "--out", "don-doc.docx"),
        ("roll", "--year", "2025", "--dry-run"),
    ):
        said = kshc("--today", "2024-07-22", *command)
        assert (said.status, "[unknown-task]" in said.out + said.err) == (0, False), (command, said.err)
    assert "no longer fitting" not in kshc("diff", "cu.yaml", "plan.yaml").out
    assert kshc("--today", "2024-07-22", "done", "1.2.1").status == 2
    refused = kshc("--today", "2024-07-22", "undo")
    assert (refused.status, "The plan has no task “1.2.1”." in refused.err) == (2, True)


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.usefixtures("folder")
def test_another_duty_typed_over_a_task_with_progress_is_not_that_task(kshc: Kshc, *, whole: bool) -> None:
    """As for Word, though the row keeps its hidden key; once it is cancelled the new duty is one with an id of its own.

    Of words that are alike it is told what was recorded.
    """
    assert kshc("--today", "2024-07-22", "note", "1.2.3", "đang làm", "--on", "2024-07-20").status == 0
    own = Path("sua.xlsx").read_bytes()
    edited(put("2.3", CONTENT, "Báo cáo kết quả rà soát, đơn giản hóa quy định TTHC của Ủy ban nhân dân Thành phố"))
    alike = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--dry-run")
    assert (alike.status, "The progress log tells of 1.2.3: note 20/07/2024." in alike.out) == (0, True)
    Path("sua.xlsx").write_bytes(own)
    edited(put("2.3", CONTENT, "Tổ chức hội nghị tổng kết năm"))
    for column, words in ((LEAD, "Phòng Nội vụ Thành phố"), (COOP, None), (RESULT, "Hội nghị")) if whole else ():
        edited(put("2.3", column, words))
    found = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes")
    assert (found.status, plan()) == (1, PLAN)
    assert "Taken out in the edited file, but the progress log tells of them: 1.2.3." in found.err
    day = ("--on", "2024-07-21", "--today", "2024-07-22")
    assert kshc("cancel", "1.2.3", "--by", "QĐ số 5/QĐ-UBND", *day).status == 0
    kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes")
    assert "1.2.3" not in ids()
    assert "- id: 1.2.4\n" in plan()


@pytest.mark.usefixtures("folder")
def test_a_group_without_rows_goes_and_a_table_without_rows_stays(kshc: Kshc) -> None:
    """The headings of groups are told by their rows alone."""
    whole = Path("sua.xlsx").read_bytes()

    def remove(sheet: Any, *starts: str) -> None:  # noqa: ANN401  openpyxl has no types
        for row in range(sheet.max_row, FIRST - 1, -1):
            if str(sheet.cell(row, NUMBER).value or "").startswith(starts):
                sheet.delete_rows(row)

    edited(lambda sheet: remove(sheet, "2."))
    found = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--dry-run")
    assert (found.status, "Group: removed" in found.out or "removed 1" in found.out) == (0, True), found.err
    Path("sua.xlsx").write_bytes(whole)
    edited(lambda sheet: sheet.delete_rows(FIRST, sheet.max_row))
    found = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes")
    assert (found.status, plan()) == (1, PLAN)
    assert "its heading would have no tasks left" in found.err


def _spoilt(how: str) -> None:
    if how == "another":
        book = Workbook()
        book.active["A1"] = "STT"
        book.save("sua.xlsx")
    elif how == "macros":
        with ZipFile("sua.xlsx", "a") as archive:
            archive.writestr("xl/vbaProject.bin", b"x")
    elif how == "bomb":
        with ZipFile("sua.xlsx", "a", ZIP_DEFLATED) as archive:
            archive.writestr("xl/media/x.xml", b" " * 100_000_000)
    elif how == "docx":
        shutil.copy(ROOT / "templates" / "quyet-dinh-ke-hoach.docx", "sua.xlsx")
    else:
        book = load_workbook("sua.xlsx")
        match how:
            case "damaged":
                book.worksheets[1]["A2"] = "QUJD"
            case "no key":
                book.worksheets[0].delete_cols(1)
            case "far":
                book.worksheets[0].cell(1_048_576, WHEN).font = Font(bold=True)
            case _:
                book.copy_worksheet(book.worksheets[0])
        book.save("sua.xlsx")


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ("another", "was not written by `kshc edit xlsx`"),
        ("damaged", "what it carries of the plan that it was made of is damaged"),
        ("no key", "lacks the hidden row or column"),
        ("far", "its sheet “Plan” holds more than 50000 rows"),
        ("twice", "several of its sheets hold the tasks"),
        ("macros", "it contains macros"),
        ("bomb", "holds more than 64 MB"),
        ("docx", "not an Excel workbook"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_file_that_cannot_be_taken_back_is_refused_with_one_sentence(kshc: Kshc, how: str, told: str) -> None:
    """And the plan stays."""
    _spoilt(how)
    found = kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--yes")
    assert (found.status, plan()) == (3, PLAN)
    assert told in found.err
    assert len(found.err.strip().splitlines()) == 1


@pytest.mark.usefixtures("folder")
def test_options_that_do_not_go_together_and_files_of_others(kshc: Kshc) -> None:
    """A sheet to be edited is no table of an office, and an edited one is not replaced unasked."""
    alone = kshc("import", "xlsx", "sua.xlsx")
    assert (alone.status, "take it back with --into PLAN" in alone.err) == (2, True)
    assert kshc("import", "xlsx", "sua.xlsx", "--dry-run").status == 2
    assert kshc("import", "xlsx", "sua.xlsx", "sua.xlsx", "--into", "plan.yaml").status == 2
    assert kshc("import", "xlsx", "sua.xlsx", "--into", "plan.yaml", "--year", "2024").status == 2
    assert kshc("edit", "xlsx", "--out", "sua.xlsx").status == 0
    edited(put("2.1", WHEN, "Quý I"))
    assert kshc("edit", "xlsx", "--out", "sua.xlsx").status == 2
    assert kshc("edit", "xlsx", "--out", "sua.docx").status == 2


@pytest.mark.usefixtures("folder")
def test_another_plan_is_refused(kshc: Kshc) -> None:
    """It shares no tasks with the one that the sheet was written of."""
    shutil.copy(ROOT / "tests" / "examples" / "sound.yaml", "other.yaml")
    found = kshc("import", "xlsx", "sua.xlsx", "--into", "other.yaml", "--yes")
    assert (found.status, "it was written of another plan" in found.err) == (3, True)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.usefixtures("folder")
def test_a_file_saved_by_libreoffice_comes_back(kshc: Kshc, tmp_path: Path) -> None:
    """Keys, the plan and words stay what they were."""
    edited(put("2.1", WHEN, "+ Trong tháng 7 năm 2024"))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", "saved", "sua.xlsx"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = kshc("import", "xlsx", "saved/sua.xlsx", "--into", "plan.yaml", "--yes")
    assert (found.status, found.err) == (0, "Written: plan.yaml\n")
    assert plan() == PLAN.replace(TIME, "+ Trong tháng 7 năm 2024", 1)


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_a_byte_order_mark_and_ends_of_lines_stay(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """Also where rows come, and words get a line more."""
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_bytes(b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode())
    assert kshc("edit", form, "--out", f"sua.{form}").status == 0
    unchanged = kshc("import", form, f"sua.{form}", "--into", "plan.yaml")
    assert (unchanged.status, unchanged.err) == (0, "Nothing differs.\n")
    if form == "docx":
        document = docx.Document("sua.docx")
        row = document.tables[3].rows[4]._tr  # noqa: SLF001  python-docx has no other way
        row.addnext(deepcopy(row))
        document.tables[3].rows[5].cells[1].paragraphs[0].runs[0].text = "Công khai phương án"
        document.save("sua.docx")
    else:

        def edit(sheet: Any) -> None:  # noqa: ANN401  openpyxl has no types
            sheet.insert_rows(row_of(sheet, "2.2"))
            sheet.cell(row_of(sheet, "2.2") - 1, CONTENT).value = "Công khai\nphương án"

        edited(edit)
    assert kshc("import", form, f"sua.{form}", "--into", "plan.yaml", "--yes").status == 0
    data = Path("plan.yaml").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf#")
    assert data.count(b"\n") == data.count(b"\r\n") > PLAN.count("\n")
