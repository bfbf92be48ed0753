"""``kshc import xlsx`` as a clerk uses it."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment

from kshc_cli.documents.word.package import packed
from kshc_cli.plan.model import Plan, Task
from kshc_cli.plan.walk import placed_tasks
from kshc_cli.source.plan_text import read_plan_file
from tests.conftest import EXAMPLES, Kshc, Result
from tests.documents.sheets import BOLD, CENTRE, HEADER, TASK, saved, sheet, workbook
from tests.documents.word_file import parts

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def run(kshc: Kshc, folder: Path, made: Any, *arguments: str) -> Result:  # noqa: ANN401  openpyxl has no types
    path = folder / "bang.xlsx"
    path.write_bytes(made if isinstance(made, bytes) else saved(made))
    return kshc("import", "xlsx", path, "--year", "2026", *arguments)


def plan_of(result: Result) -> Plan:
    plan = read_plan_file(result.out.encode()).plan
    assert plan is not None, result.err
    return plan


def tasks_of(result: Result) -> list[Task]:
    return [one.task for one in placed_tasks(plan_of(result)) if isinstance(one.task, Task)]


def told(result: Result) -> list[str]:
    return [line.partition("bang.xlsx: ")[2] for line in result.err.splitlines() if "[not-in-plan]" in line]


def words(task: Task) -> tuple[str | None, str, str | None, str | None]:
    return task.number, task.content, task.lead.text if task.lead else None, task.time.text if task.time else None


def test_a_sheet_of_tasks_becomes_a_plan(kshc: Kshc, tmp_path: Path) -> None:
    result = run(kshc, tmp_path, workbook(HEADER, TASK, (2, "Báo cáo", "Công an", "Hằng quý")))
    assert (result.status, told(result)) == (0, [])
    assert [words(task) for task in tasks_of(result)] == [
        ("1", "Xây dựng kế hoạch", "Văn phòng", "Quý I"),
        ("2", "Báo cáo", "Công an", "Hằng quý"),
    ]
    plan = plan_of(result)
    assert (plan.decision, plan.act.number, plan.act.date, plan.act.symbol) == (None, None, None, "[?]")
    assert "2 tasks were read." in result.err


def test_title_lines_merged_cells_and_two_header_rows(kshc: Kshc, tmp_path: Path) -> None:
    made = workbook(
        ("UBND HUYỆN CAO LÃNH", None, NATION),
        ("PHÒNG NỘI VỤ", None, "Độc lập - Tự do - Hạnh phúc"),
        ("Số: 12/KH-PNV", None, "Cao Lãnh, ngày 05 tháng 01 năm 2026"),
        (),
        ("KẾ HOẠCH\nCải cách hành chính năm 2026",),
        (),
        ("STT", "Nhiệm vụ", "Đơn vị", None, "Thời gian"),
        (None, None, "Chủ trì", "Phối hợp", None),
        ("I", "Thể chế"),
        (1, "Rà soát", "Văn phòng", "Công an", "Quý I"),
        (2, "Báo cáo", None, "Thanh tra", "Quý II"),
        (),
        (None, None, None, None, "TRƯỞNG PHÒNG"),
        (None, None, None, None, "Lê Văn Tám"),
    )
    rows = made.active
    for merged in ("A1:B1", "A2:B2", "A3:B3", "C1:E1", "A5:E5", "C7:D7", "A7:A8", "B7:B8", "E7:E8", "C10:C11"):
        rows.merge_cells(merged)
    for line in (1, 2, 3, 5, 13, 14):
        for cell in rows[line]:
            cell.font, cell.alignment = BOLD, CENTRE
    rows["B9"].font = BOLD
    result = run(kshc, tmp_path, made)
    plan = plan_of(result)
    assert (plan.issuer.name, plan.issuer.place) == ("PHÒNG NỘI VỤ", "Cao Lãnh")
    assert (plan.act.number, plan.act.symbol, str(plan.act.date)) == ("12", "KH-PNV", "2026-01-05")
    assert plan.plan.subject == "Cải cách hành chính năm 2026"
    assert plan.act.signature.name == "Lê Văn Tám"
    (group,) = plan.plan.sections[0].tables[0].groups
    assert group.heading == "I. Thể chế"
    assert [words(task) for task in group.tasks] == [
        ("1", "Rà soát", "Văn phòng", "Quý I"),
        ("2", "Báo cáo", "Văn phòng", "Quý II"),
    ]
    assert plan.plan.columns is not None
    assert [one.header for one in plan.plan.columns][2] == "Đơn vị\nChủ trì"
    assert told(result) == []


def test_dates_are_written_as_they_are_seen_and_never_month_first(kshc: Kshc, tmp_path: Path) -> None:
    day = datetime(2026, 6, 1)  # noqa: DTZ001  a cell has no zone
    made = workbook(HEADER, *((place, "Báo cáo", "Văn phòng", day) for place in range(1, 4)))
    for place, number_format in enumerate(("dd/mm/yyyy", "m/d/yyyy", "mmm-yy"), 2):
        made.active.cell(place, 4).number_format = number_format
    result = run(kshc, tmp_path, made)
    assert [words(task)[3] for task in tasks_of(result)] == ["01/06/2026", "01/06/2026", "06/2026"]
    assert "2 dates that the sheet shows with the month first or by name" in result.err
    assert "sheet “Sheet1”, cell D3 01/06/2026; sheet “Sheet1”, cell D4 06/2026." in result.err


def test_several_sheets_are_one_plan_and_what_is_hidden_is_said(kshc: Kshc, tmp_path: Path) -> None:
    made = workbook(HEADER, TASK, name="Quý I")
    second = sheet(made, "Quý II", HEADER, (1, "Kiểm tra", "Thanh tra", "Quý II"), (2, "Họp", "Văn phòng", "Quý II"))
    second.row_dimensions[3].hidden = True
    second.column_dimensions["C"].hidden = True
    sheet(made, "Danh mục", ("Văn phòng",), ("Thanh tra",)).sheet_state = "hidden"
    sheet(made, "Trống")
    result = run(kshc, tmp_path, made)
    assert [task.content for task in tasks_of(result)] == ["Xây dựng kế hoạch", "Kiểm tra", "Họp"]
    headings = [table.heading for section in plan_of(result).plan.sections for table in section.tables]
    assert headings == ["Quý I", "Quý II"]
    assert told(result) == ["sheet “Danh mục”: warning: The sheet is hidden and was left out: 2 rows. [not-in-plan]"]
    assert "1 hidden row was read as any other (sheet “Quý II”, row 3)." in result.err
    assert "1 hidden column was read as any other (sheet “Quý II”, column C)." in result.err
    assert result.status == 1


def test_what_has_no_place_is_listed_with_its_cell(kshc: Kshc, tmp_path: Path) -> None:
    made = workbook(HEADER, TASK, (2, "Báo cáo", "Văn phòng", "Quý II"), (), ("Khoản", "Số tiền"), ("In ấn", 2))
    rows = made.active
    rows["B2"] = CellRichText("Xây dựng ", TextBlock(InlineFont(strike=True), "dự thảo"), " kế hoạch")
    rows["C3"].comment = Comment("Hỏi lại", "A")
    rows["E2"], rows["E3"] = "=1+1", "#REF!"
    rows["E3"].data_type = "e"
    rows.oddFooter.center.text = "Lưu hành nội bộ"
    result = run(kshc, tmp_path, made)
    assert [task.content for task in tasks_of(result)] == ["Xây dựng  kế hoạch", "Báo cáo"]
    assert told(result) == [
        "sheet “Sheet1”, row 5: warning: This table has no place in the plan: 2 rows. [not-in-plan]",
        "sheet “Sheet1”, cell C3: warning: These words have no place in the plan. [not-in-plan]",
        (
            "sheet “Sheet1”, cell B2: warning: These words are struck through, hidden or set above others, and "
            "were left out. [not-in-plan]"
        ),
        "sheet “Sheet1”: warning: The header or footer of the sheet's pages is not in the plan. [not-in-plan]",
        "sheet “Sheet1”, cell E2: warning: 1 formula has no value that was saved; its cell was left out. [not-in-plan]",
        "sheet “Sheet1”, cell E3: warning: 1 formula ends in an error; its cell was left out. [not-in-plan]",
    ]


def test_crosses_under_quarters_are_the_time(kshc: Kshc, tmp_path: Path) -> None:
    made = workbook(
        ("TT", "Nội dung", "Chủ trì", "Thời gian", None),
        (None, None, None, "Quý I", "Quý II"),
        (1, "Kiểm tra", "Thanh tra", None, "x"),
    )
    for merged in ("A1:A2", "B1:B2", "C1:C2", "D1:E1"):
        made.active.merge_cells(merged)
    result = run(kshc, tmp_path, made)
    (placed,) = placed_tasks(plan_of(result))
    assert placed.time_words is not None
    assert placed.time_words.text == "Quý II"


def test_like_an_earlier_plan_ids_stay(kshc: Kshc, tmp_path: Path) -> None:
    first = run(kshc, tmp_path, workbook(HEADER, TASK))
    earlier = tmp_path / "plan.yaml"
    earlier.write_text(first.out.replace('id: "1.1"', "id: a.7"), encoding="utf-8")
    again = run(kshc, tmp_path, workbook(HEADER, (1, "Họp", "Văn phòng", "Quý I"), TASK), "--like", str(earlier))
    assert [task.id for task in tasks_of(again)] == ["1.1", "a.7"]


def test_a_workbook_without_tasks_says_how_tasks_are_known(kshc: Kshc, tmp_path: Path) -> None:
    result = run(kshc, tmp_path, workbook(("Khoản", "Số tiền"), ("In ấn", 2)))
    assert (result.status, "The document has no tasks" in result.err) == (1, True)


def with_rows(rows: str) -> bytes:
    """Return a workbook with this XML in place of the rows of its sheet."""
    made = parts(saved(workbook(HEADER)))
    xml = made["xl/worksheets/sheet1.xml"].decode()
    before, _begin, rest = xml.partition("<sheetData>")
    made["xl/worksheets/sheet1.xml"] = f"{before}{rows}{rest.partition('</sheetData>')[2]}".encode()
    return packed(made)


EMPTY_ROWS = "<sheetData>" + "".join(f'<row r="{place}" ht="15"/>' for place in range(1, 60_001)) + "</sheetData>"
FAR_CELL = '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
MERGED = '<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (with_rows(EMPTY_ROWS), "its sheet “Sheet1” holds more than 50000 rows"),
        (with_rows(FAR_CELL), "its sheet “Sheet1” holds more than 50000 rows"),
        (with_rows(MERGED), "its sheets span more than 500000 cells"),
        (with_rows("<sheetData><row"), "its content is broken"),
        (saved(workbook(HEADER))[:900], "not an Excel workbook (.xlsx)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"%PDF-1.7", "it is a PDF file, not an Excel workbook (.xlsx)"),
        (b"", "it is not an Excel workbook (.xlsx)"),
    ],
)
def test_what_cannot_be_used_is_one_finding(kshc: Kshc, tmp_path: Path, data: bytes, reason: str) -> None:
    result = run(kshc, tmp_path, data)
    assert (result.status, result.out, result.err.count("\n")) == (3, "", 1), result.err
    assert reason in result.err


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/workbook.xml", "<sheets>", "<sheets"),
        ("xl/styles.xml", "<fonts", "<fants"),
        ("xl/worksheets/sheet1.xml", 'r="A1"', 'r="A1" s="99"'),
        ("xl/worksheets/sheet1.xml", 'r="A1"', 'r="1A"'),
        ("docProps/core.xml", "<dc:creator", "<dc:creator <"),
    ],
)
def test_a_broken_workbook_is_one_finding(kshc: Kshc, tmp_path: Path, part: str, old: str, new: str) -> None:
    made = parts(saved(workbook(HEADER, TASK)))
    xml = made[part].decode()
    assert old in xml
    result = run(kshc, tmp_path, packed({**made, part: xml.replace(old, new, 1).encode()}))
    assert (result.status, result.out, result.err.count("\n")) == (3, "", 1), result.err
    assert "its content is broken. Open it in Excel, which may repair it" in result.err


@pytest.mark.parametrize("form", [(), ("--form",)])
def test_a_list_of_duties_that_kshc_wrote_is_no_plan(kshc: Kshc, tmp_path: Path, form: tuple[str, ...]) -> None:
    book = tmp_path / "theo-doi.xlsx"
    assert kshc("export", "xlsx", *form, "--plan", EXAMPLES / "sound.yaml", "--out", book).status == 0
    edited = load_workbook(book)
    edited.save(tmp_path / "sua.xlsx")  # as another program saves it
    for name in ("theo-doi.xlsx", "sua.xlsx"):
        told = kshc("init", tmp_path / "moi", "--from", tmp_path / name)
        assert told.status == 3
        assert "`kshc export xlsx` wrote it" in told.err
        assert not (tmp_path / "moi" / "plan.yaml").exists()
    if not form:
        assert kshc("import", "xlsx", book).status == 3


def test_macros_and_document_types_are_refused(kshc: Kshc, tmp_path: Path) -> None:
    made = parts(saved(workbook(HEADER, TASK)))
    assert "it contains macros" in run(kshc, tmp_path, packed({**made, "xl/vbaProject.bin": b"x"})).err
    declared = b'<!DOCTYPE a [<!ENTITY b "c">]>' + made["xl/workbook.xml"]
    result = run(kshc, tmp_path, packed({**made, "xl/workbook.xml": declared}))
    assert (result.status, "declares a document type" in result.err) == (3, True)


def test_a_word_file_is_sent_to_the_other_command(
    kshc: Kshc, tmp_path: Path, plan_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # where there is no LibreOffice
    document = tmp_path / "a.docx"
    kshc("render", "docx", "--plan", plan_file, "--out", document)
    result = kshc("import", "xlsx", document)
    assert (result.status, "it is a Word file" in result.err, "kshc import docx" in result.err) == (3, True, True)
    path = tmp_path / "a.xlsx"
    path.write_bytes(saved(workbook(HEADER, TASK)))
    result = kshc("import", "docx", path)
    assert (result.status, "kshc import xlsx" in result.err) == (3, True)
    assert kshc("import", path, "--year", "2026") == kshc("import", "xlsx", path, "--year", "2026")
    old = tmp_path / "a.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"))
    assert "save it as .xlsx in the program" in kshc("import", old).err


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("BẢNG THEO DÕI NHIỆM VỤ NĂM 2026", 0),
        ("BẢNG THEO DÕI NHIỆM VỤ", 2),
        ("NHIỆM VỤ NĂM 2025 CHUYỂN SANG NĂM 2026", 2),
        ("NHIỆM VỤ THEO KẾ HOẠCH NGÀY 05 THÁNG 01 NĂM 2026", 2),
    ],
)
def test_the_year_is_the_one_that_stands_over_the_table(kshc: Kshc, tmp_path: Path, title: str, status: int) -> None:
    path = tmp_path / "bang.xlsx"
    path.write_bytes(saved(workbook((title,), (), HEADER, TASK)))
    result = kshc("import", "xlsx", path)
    assert result.status == status
    assert ("year: 2026" in result.out) is (status == 0)


def test_a_bare_table_keeps_how_the_earlier_plan_is_issued(kshc: Kshc, tmp_path: Path) -> None:
    earlier = tmp_path / "plan.yaml"
    sound = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")
    earlier.write_text(sound, encoding="utf-8")
    old = read_plan_file(sound.encode()).plan
    assert old is not None
    plan = plan_of(run(kshc, tmp_path, workbook(HEADER, TASK), "--like", str(earlier)))
    assert (plan.issuer, plan.decision, plan.issuance) == (old.issuer, old.decision, None)
    assert (plan.plan.subject, plan.plan.reference) == (old.plan.subject, old.plan.reference)
    stamped = ("UBND XÃ CAO LÃNH", None, NATION), ("Số: 12/KH-UBND",), ("KẾ HOẠCH",), ("Cải cách năm 2026",), ()
    plan = plan_of(run(kshc, tmp_path, workbook(*stamped, HEADER, TASK), "--like", str(earlier)))
    assert plan.decision is None
    assert (plan.act.symbol, plan.act.number, plan.act.recipients) == ("KH-UBND", "12", ("[?]",))


OTHER_HEADER = ("TT", "Nội dung", "Phối hợp", "Chủ trì", "Sản phẩm", "Thời hạn")


@pytest.mark.parametrize("empty", [(), ((),)])
def test_a_second_table_has_columns_of_its_own(
    kshc: Kshc, tmp_path: Path, empty: tuple[tuple[object, ...], ...]
) -> None:
    second = (1, "Tập huấn", "Công an", "Phòng Nội vụ", "Lớp", "Quý II")
    made = workbook(HEADER, TASK, *empty, ("II. VIỆC ĐỘT XUẤT",), OTHER_HEADER, second)
    result = run(kshc, tmp_path, made)
    assert [words(task) for task in tasks_of(result)] == [
        ("1", "Xây dựng kế hoạch", "Văn phòng", "Quý I"),
        ("1", "Tập huấn", "Phòng Nội vụ", "Quý II"),
    ]
    assert tasks_of(result)[1].coop is not None
    assert [one.heading for one in plan_of(result).plan.sections] == [None, "II. VIỆC ĐỘT XUẤT"]


def test_a_second_table_may_be_narrower(kshc: Kshc, tmp_path: Path) -> None:
    first = (1, "Tập huấn", "Công an", "Phòng Nội vụ", "Lớp", "Quý II")
    made = workbook(OTHER_HEADER, first, ("II. VIỆC ĐỘT XUẤT",), HEADER[:2] + HEADER[3:], (1, "Họp", "Quý I"))
    assert [words(task) for task in tasks_of(run(kshc, tmp_path, made))] == [
        ("1", "Tập huấn", "Phòng Nội vụ", "Quý II"),
        ("1", "Họp", None, "Quý I"),
    ]


def test_a_header_that_comes_again_begins_no_other_table(kshc: Kshc, tmp_path: Path) -> None:
    result = run(kshc, tmp_path, workbook(HEADER, TASK, HEADER, (2, "Họp", "Công an", "Quý II")))
    (section,) = plan_of(result).plan.sections
    assert [len(table.tasks) for table in section.tables] == [2]


def test_tables_side_by_side_are_read_apart(kshc: Kshc, tmp_path: Path) -> None:
    made = workbook(
        (*HEADER, None, *HEADER), (*TASK, None, 1, "Họp", "Công an", "Quý II"), (2, "Báo cáo", "Công an", "Quý IV")
    )
    assert [words(task) for task in tasks_of(run(kshc, tmp_path, made))] == [
        ("1", "Xây dựng kế hoạch", "Văn phòng", "Quý I"),
        ("2", "Báo cáo", "Công an", "Quý IV"),
        ("1", "Họp", "Công an", "Quý II"),
    ]


def test_notes_sums_and_signatures_right_below_a_table_are_no_tasks(kshc: Kshc, tmp_path: Path) -> None:
    note = "Ghi chú: Công an báo cáo trước ngày 20/12/2026"
    made = workbook(
        HEADER, TASK, (note,), ("Tổng cộng", "1 việc"), (None, None, "CHỦ TỊCH"), (None, None, "Lê Văn Tám")
    )
    result = run(kshc, tmp_path, made)
    assert [words(task) for task in tasks_of(result)] == [("1", "Xây dựng kế hoạch", "Văn phòng", "Quý I")]
    assert "Tổng cộng | 1 việc" in result.err
    assert "trước ngày 20/12/2026" in result.err
    assert all(words in result.out for words in (note, "CHỦ TỊCH", "Lê Văn Tám"))


def test_tasks_below_a_note_stay_tasks(kshc: Kshc, tmp_path: Path) -> None:
    made = workbook(HEADER, TASK, ("Ghi chú: bổ sung sau",), (2, "Họp", None, None))
    result = run(kshc, tmp_path, made)
    assert [task.content for task in tasks_of(result)] == ["Xây dựng kế hoạch", "Họp"]
    assert "Ghi chú: bổ sung sau" in result.err


def test_a_note_below_a_table_needs_no_end_mark(kshc: Kshc, tmp_path: Path) -> None:
    result = run(kshc, tmp_path, workbook(HEADER, TASK, (), ("Ghi chú: các đơn vị báo cáo kết quả",)))
    assert "missing-end-mark" not in result.err


def test_columns_from_and_to_are_one_window(kshc: Kshc, tmp_path: Path) -> None:
    header = ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Từ ngày", "Đến ngày")
    result = run(kshc, tmp_path, workbook(header, (1, "Họp", "Công an", "01/3/2026", "15/6/2026")))
    (placed,) = placed_tasks(plan_of(result))
    assert (words(tasks_of(result)[0])[3], placed.start_words and placed.start_words.text) == ("15/6/2026", "01/3/2026")


def test_signs_that_excel_writes_as_codes_are_read(kshc: Kshc, tmp_path: Path) -> None:
    made = parts(saved(workbook(HEADER, (1, "Hop A", "Công an", "Quý I"))))
    coded = {name: part.replace(b"Hop A", b"Hop_x000D_\nbieu_x0007_") for name, part in made.items()}
    assert [task.content for task in tasks_of(run(kshc, tmp_path, packed(coded)))] == ["Hop\nbieu"]


def test_a_file_that_is_kept_while_tasks_are_done_says_that_the_plan_takes_no_progress_over(
    kshc: Kshc, tmp_path: Path
) -> None:
    header = ("STT", "Nội dung", "Người phụ trách", "Đơn vị", "Bắt đầu", "Kết thúc", "Tiến độ", "Kết quả thực hiện")
    rows = [
        (1, "Lập danh sách", "Chị Hoa", "Phòng Kinh tế", "05/01/2026", "30/01/2026", "100%", "Đã có Báo cáo số 20"),
        (2, "Kiểm tra", "Anh Tú", "Công an xã", "03/02/2026", "31/03/2026", "50%", None),
    ]
    result = run(kshc, tmp_path, workbook(header, *rows))
    assert "How far tasks are (“Tiến độ”, “Kết quả thực hiện”) is kept as words only; record what is done" in result.err
    assert "Column “Đơn vị” was taken for who leads" in result.err
    assert [words(task)[2:] for task in tasks_of(result)] == [
        ("Phòng Kinh tế", "30/01/2026"),
        ("Công an xã", "31/03/2026"),
    ]
    path = tmp_path / "plan.yaml"
    path.write_text(result.out, encoding="utf-8")
    assert "blank-result" not in kshc("--plan", path, "validate").out


def test_a_column_below_another_header_is_shown_on_one_line(kshc: Kshc, tmp_path: Path) -> None:
    made = workbook(
        ("STT", "Nội dung", "Đơn vị", "Thời gian", None, "Nguồn\nkinh phí"),
        (None, None, None, "Bắt đầu", "Kết thúc", None),
        (1, "Lập danh sách", "Phòng Kinh tế", "01/02/2026", "30/03/2026", "Xã"),
    )
    for merged in ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"):
        made.active.merge_cells(merged)
    result = run(kshc, tmp_path, made)
    path = tmp_path / "plan.yaml"
    path.write_text(result.out, encoding="utf-8")
    shown = kshc("--plan", path, "show", "1.1").out
    assert "Thời gian – Bắt đầu  01/02/2026\n" in shown
    assert "Nguồn kinh phí       Xã\n" in shown
