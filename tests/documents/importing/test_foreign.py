"""Word plans that kshc did not make: what is recognised, and that nothing is lost unsaid."""

import io

import pytest
from docx import Document

from kshc_cli.documents.importing.document import Imported, imported
from kshc_cli.documents.importing.errors import NoTaskTableError, UnknownYearError
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.plan.model import Section, Table, Task
from kshc_cli.plan.record import GAP
from kshc_cli.plan.walk import placed_tasks
from tests.documents.importing.foreign import (
    BOLD,
    CENTRE,
    DOWN,
    HEADER,
    NEW_SECTION,
    TASK,
    UP,
    cell,
    ending,
    head,
    heading,
    plan,
    row,
    table,
    wide,
)
from tests.documents.word_xml import p, read, tc, tr

LIST = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
FULL = table(
    tr(
        cell("TT", DOWN), cell("Nội dung công việc", DOWN), cell("Cơ quan thực hiện", wide(2)),
        cell("Sản phẩm", DOWN), cell("Thời gian", DOWN), cell("Ghi chú", DOWN),
    ),
    tr(cell("", UP), cell("", UP), cell("Chủ trì"), cell("Phối hợp"), cell("", UP), cell("", UP), cell("", UP)),
    row("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"),
    tr(cell("I", "", BOLD), cell("Cải cách thể chế", "", BOLD), *(cell() for _ in range(5))),
    tr(
        cell("1"), cell("Xây dựng kế hoạch"), cell("Phòng Nội vụ", DOWN), cell("Các phòng"), cell("Kế hoạch"),
        cell("Tháng 3/2024"), cell("x"),
    ),
    tr(cell("2"), cell("Báo cáo\nhằng quý"), cell("", UP), cell(), cell("Báo cáo"), cell("Hằng quý"), cell()),
    tr(cell("II. Chuyển đổi số", wide(7))),
    row("3", "Số hóa", "Văn phòng", "………", "…", "Thường xuyên", ""),
    tr(cell(), cell("Tổng cộng: 3 nhiệm vụ", wide(6))),
    widths=(500, 3000, 1500, 1500, 1500, 1000, 600),
)  # fmt: skip


def import_(body: str, *, year: int | None = None, **parts: str) -> Imported:
    return imported(read(body, **parts), year=year)


def only_table(found: Imported) -> Table:
    (section,) = found.plan.plan.sections
    (one,) = section.tables
    return one


def tasks(found: Imported) -> list[Task]:
    return [placed.task for placed in placed_tasks(found.plan) if isinstance(placed.task, Task)]


def sections(found: Imported) -> tuple[Section, ...]:
    return found.plan.plan.sections


def left(found: Imported) -> list[str]:
    return [one.word_place.quote for one in found.left if one.word_place]


def test_a_header_of_two_rows_and_cells_that_are_merged() -> None:
    found = import_(plan(FULL))
    columns = [(column.role, column.header, column.width) for column in found.plan.plan.columns or ()]
    assert columns == [
        ("number", "TT", 5),
        ("content", "Nội dung công việc", 31),
        ("lead", "Cơ quan thực hiện\nChủ trì", 16),
        ("coop", "Cơ quan thực hiện\nPhối hợp", 16),
        ("result", "Sản phẩm", 16),
        ("time", "Thời gian", 10),
        ("other", "Ghi chú", 6),
    ]
    first, second, third = tasks(found)
    assert (first.id, first.number, first.content, first.others) == (
        "1.1.1",
        "1",
        "Xây dựng kế hoạch",
        {"ghi-chu": "x"},
    )
    assert (second.content, second.coop, second.others) == ("Báo cáo\nhằng quý", None, {})
    assert [task.lead.text for task in (first, second) if task.lead] == ["Phòng Nội vụ", "Phòng Nội vụ"]
    assert third.coop is not None
    assert (third.coop.text, third.result) == (GAP, "…")
    assert [group.heading for group in only_table(found).groups] == ["I. Cải cách thể chế", "II. Chuyển đổi số"]
    assert left(found) == ["(1) | (2) | (3) | (4) | (5) | (6) | (7)", "Tổng cộng: 3 nhiệm vụ"]
    place = found.left[1].word_place
    assert place is not None
    assert (place.table, place.row, place.cell) == (2, 9, 2)


def test_what_is_stamped_and_signed() -> None:
    found = import_(plan(FULL)).plan
    assert found.issuer.model_dump() == {"name": "Phòng Nội vụ", "parent": "UBND HUYỆN CAO LÃNH", "place": "Cao Lãnh"}
    assert found.decision is None
    assert found.issuance is not None
    assert (found.issuance.number, found.issuance.symbol, str(found.issuance.date)) == ("12", "KH-PNV", "2024-03-05")
    assert found.issuance.recipients == ("Như trên;", "Lưu: VT.")
    assert found.issuance.signature.lines == ("TRƯỞNG PHÒNG",)
    assert found.issuance.signature.name == "Lê Văn Tám"
    assert (found.year, found.plan.reference) == (2024, None)


@pytest.mark.parametrize(
    ("subject", "year"),
    [
        ("Cải cách hành chính năm 2024", 2024),
        ("Cải cách hành chính năm 2025", 2025),
        ("Thực hiện Chương trình chuyển đổi số đến năm 2030", 2024),
        ("Chuyển đổi số năm 2025, định hướng đến hết năm 2030", 2025),
        ("Khắc phục hạn chế của Chỉ số cải cách hành chính năm 2023", 2024),
        ("Thực hiện Công văn ngày 03 tháng 5 năm 2025", 2024),
    ],
)
def test_the_year_is_that_of_the_subject_where_it_fits_the_day_of_issue(subject: str, year: int) -> None:
    assert import_(plan(table(HEADER, TASK), subject)).plan.year == year


def test_names_stay_in_capitals_unless_the_document_writes_them_otherwise() -> None:
    body = p("Theo đề nghị của Ủy ban nhân dân huyện Cao Lãnh, uỷ ban nhân dân huyện Cao Lãnh.") + table(HEADER, TASK)
    top = heading("ỦY BAN NHÂN DÂN", "HUYỆN CAO LÃNH", "PHÒNG NỘI VỤ", "Số: /KH-PNV")
    found = import_(top + head("KẾ HOẠCH") + head("Công tác năm 2024") + body).plan
    assert found.issuer.parent == "Ủy ban nhân dân huyện Cao Lãnh"
    assert found.issuer.name == "PHÒNG NỘI VỤ"


def test_sections_keep_their_order_around_tables() -> None:
    body = (
        p("Căn cứ Luật; Phòng ban hành kế hoạch:")
        + p("I. MỤC ĐÍCH, YÊU CẦU", "", BOLD) + p("1. Mục đích") + p("Nâng cao.")
        + p("II. NHIỆM VỤ", "", BOLD) + p("Các nhiệm vụ như sau:") + table(HEADER, TASK)
        + p("Ghi chú: theo Quyết định.")
        + p("1. Thi đua", "", BOLD) + table(HEADER, TASK)
    )  # fmt: skip
    found = import_(plan(body))
    assert found.plan.plan.preamble == ("Căn cứ Luật; Phòng ban hành kế hoạch:",)
    shape = [
        (one.heading, [each.text for each in one.paragraphs], [each.heading for each in one.tables])
        for one in sections(found)
    ]
    assert shape == [
        ("I. MỤC ĐÍCH, YÊU CẦU", ["1. Mục đích", "Nâng cao."], []),
        ("II. NHIỆM VỤ", ["Các nhiệm vụ như sau:"], [None]),
        (None, ["Ghi chú: theo Quyết định."], ["1. Thi đua"]),
    ]
    assert [task.id for task in tasks(found)] == ["1.1", "2.1"]
    assert found.left == ()


def test_sections_that_are_only_counted() -> None:
    found = import_(plan(p("1. Mục tiêu", "", BOLD) + p("Tốt.") + p("2. Nhiệm vụ", "", BOLD) + table(HEADER, TASK)))
    assert [one.heading for one in sections(found)] == ["1. Mục tiêu", "2. Nhiệm vụ"]


def test_numbers_that_word_counts() -> None:
    def counted(words: str) -> str:
        return tr(tc(p("", NUMBERED)), cell(words), cell("Văn phòng"), cell("Quý I"))

    found = import_(plan(table(HEADER, counted("a"), counted("b"))), numbering=LIST)
    assert [(task.number, task.content) for task in tasks(found)] == [("1.", "a"), ("2.", "b")]


def test_rows_above_the_first_group_and_headings_of_headings() -> None:
    rows = (
        TASK,
        tr(cell("A. Nhóm", wide(4))),
        tr(cell("A1. Con", wide(4))),
        row("2", "b", "Sở B", ""),
        row("", "", "", ""),
    )
    found = import_(plan(p("Mở đầu.") + p("Bảng 1", "", BOLD) + table(HEADER, *rows)))
    loose, grouped = sections(found)[0].tables
    assert (loose.heading, [task.content for task in loose.tasks]) == ("Bảng 1", ["Xây dựng kế hoạch"])
    assert (grouped.heading, [group.heading for group in grouped.groups]) == (None, ["A. Nhóm\nA1. Con"])
    assert [task.id for task in tasks(found)] == ["1.1", "2.1.1"]


def test_a_roman_number_makes_a_heading_without_bold() -> None:
    found = import_(plan(table(HEADER, row("I", "Chuyển đổi số", "", ""), TASK)))
    assert [group.heading for group in only_table(found).groups] == ["I. Chuyển đổi số"]


def test_a_table_that_goes_on_without_header_and_a_header_that_comes_again() -> None:
    more = table(row("2", "b", "Sở B", "Quý II"), HEADER, row("3", "c", "Sở C", "Quý III"))
    found = import_(plan(table(HEADER, TASK) + p("") + more))
    assert [task.content for task in tasks(found)] == ["Xây dựng kế hoạch", "b", "c"]
    assert found.left == ()


def test_a_title_in_the_table_and_a_content_of_unknown_name() -> None:
    titled = table(tr(cell("DANH MỤC", wide(4))), tr(cell(), cell("Chỉ tiêu"), cell("Chủ trì"), cell("Thời hạn")), TASK)
    found = import_(plan(titled))
    assert only_table(found).heading == "DANH MỤC"
    assert [(one.role, one.header) for one in found.plan.plan.columns or ()][:2] == [
        ("number", GAP),
        ("content", "Chỉ tiêu"),
    ]


def test_cells_that_do_not_follow_the_grid() -> None:
    ragged = table(
        tr(cell("STT"), cell("Nội dung", wide(2)), cell("Chủ trì"), cell("Kết quả")),
        tr(cell("1", wide(2)), cell("a"), cell("Văn phòng"), cell("Báo cáo")),
        tr(cell("2"), cell("b", wide(2)), cell("Mọi đơn vị", wide(2))),
    )
    found = import_(plan(ragged))
    assert [(task.content, task.lead and task.lead.text, task.result) for task in tasks(found)] == [
        ("a", "Văn phòng", "Báo cáo"),
        ("b", "Mọi đơn vị", None),
    ]


def test_other_tables_are_listed_each_once() -> None:
    costs = table(row("Khoản", "Số tiền"), row("In ấn", "5 triệu"))
    found = import_(plan(table(HEADER, TASK) + costs))
    assert left(found) == ["Khoản | Số tiền\nIn ấn | 5 triệu"]
    assert {one.rule for one in found.left} == {"not-in-plan"}


def test_a_decision_with_its_plan_and_an_annex() -> None:
    top = heading(
        "UBND TỈNH ĐỒNG THÁP", "UBND HUYỆN CAO LÃNH", "Số:      /QĐ-UBND", date="Cao Lãnh, ngày    tháng    năm 2024"
    )
    decision = (
        head("QUYẾT ĐỊNH") + head("Ban hành Kế hoạch") + head("CHỦ TỊCH UBND HUYỆN CAO LÃNH")
        + p("Căn cứ Luật;") + p("Theo đề nghị của Phòng.") + head("QUYẾT ĐỊNH:")
        + p("Điều 1. Ban hành Kế hoạch:") + p("a) một;") + p("Điều 2. Thi hành./.") + ending("CHỦ TỊCH") + NEW_SECTION
    )  # fmt: skip
    attached = (
        head("KẾ HOẠCH") + head("Công tác")
        + p("(Kèm theo Quyết định số      /QĐ-UBND ngày    tháng    năm 2024 của Chủ tịch)", CENTRE)
        + p("Mở đầu.") + table(HEADER, TASK) + NEW_SECTION
    )  # fmt: skip
    annex = head("PHỤ LỤC") + head("Chi tiết") + table(HEADER, row("1", "b", "Sở B", "Quý II"))
    found = import_(top + decision + attached + annex)
    plan_ = found.plan
    assert plan_.decision is not None
    assert (plan_.decision.number, plan_.decision.date, plan_.year) == (None, None, 2024)
    assert plan_.decision.articles == ("Điều 1. Ban hành Kế hoạch:\na) một;", "Điều 2. Thi hành./.")
    assert plan_.decision.bases == ("Căn cứ Luật;", "Theo đề nghị của Phòng.")
    assert plan_.plan.reference == "(Kèm theo Quyết định số {number} {date} của Chủ tịch)"
    assert not plan_.plan.own_heading
    assert [one.heading for one in plan_.plan.sections] == [None, "PHỤ LỤC\nChi tiết"]
    assert found.left == ()


def test_an_attached_plan_alone_leaves_its_decision_open() -> None:
    found = import_(
        head("KẾ HOẠCH") + head("Công tác năm 2025")
        + p("(Kèm theo Quyết định số 05/QĐ-UBND ngày 01 tháng 3 năm 2025 của UBND)", CENTRE) + table(HEADER, TASK)
    )  # fmt: skip
    decision = found.plan.decision
    assert decision is not None
    assert (decision.number, decision.symbol, decision.bases, decision.articles) == (None, GAP, (GAP,), (GAP,))
    assert found.plan.issuer.name == GAP
    assert found.plan.plan.reference is not None
    assert "05/QĐ-UBND ngày 01 tháng 3 năm 2025" in found.plan.plan.reference


def test_a_table_behind_the_signature_belongs_to_the_plan() -> None:
    found = import_(plan(p("Làm tốt./.")) + head("BIỂU PHÂN CÔNG") + table(HEADER, TASK) + p("_______"))
    assert found.plan.plan.preamble == ("Làm tốt./.",)
    assert sections(found)[0].tables[0].heading == "BIỂU PHÂN CÔNG"
    assert found.left == ()


def test_a_table_alone_becomes_a_plan_full_of_gaps() -> None:
    found = import_(table(HEADER, TASK), year=2024)
    assert (found.plan.plan.subject, found.plan.issuer.place, found.plan.act.symbol) == (GAP, GAP, GAP)
    assert (found.plan.act.signature.lines, found.plan.act.recipients) == ((GAP,), (GAP,))


def test_a_date_of_which_only_a_part_is_there_is_listed() -> None:
    body = heading("SỞ B", "Số: 1/KH", date="Cao Lãnh, ngày    tháng 3 năm 2024") + head("KẾ HOẠCH") + head("A")
    found = import_(body + table(HEADER, TASK))
    assert (found.plan.act.date, found.plan.act.month, found.plan.year) == (None, "2024-03", 2024)
    assert (found.plan.issuer.place, left(found)) == ("Cao Lãnh", [])


@pytest.mark.parametrize(
    ("line", "month"),
    [
        ("Cao Lãnh, ngày …… tháng 12 năm 2023", "2023-12"),
        ("Cao Lãnh, ngày     tháng 01 năm 2024", "2024-01"),
        ("Cao Lãnh, ngày    tháng 13 năm 2024", None),
        ("Cao Lãnh, ngày    tháng 3 năm", None),
        ("Cao Lãnh, ngày    tháng 3 năm 2024 (dự thảo)", None),
    ],
)
def test_a_blank_day_keeps_its_month_and_the_decision_cited_is_its_own(line: str, month: str | None) -> None:
    top = (
        heading("UBND HUYỆN CAO LÃNH", "Số:      /QĐ-UBND", date=line) + head("QUYẾT ĐỊNH") + head("Ban hành Kế hoạch")
    )
    cited = line.partition(", ")[2]
    attached = (
        head("KẾ HOẠCH") + head("Công tác năm 2024") + p(f"(Kèm theo Quyết định số     /QĐ-UBND {cited} của A)", CENTRE)
    )
    body = top + p("Điều 1. Ban hành Kế hoạch.") + ending("CHỦ TỊCH") + NEW_SECTION + attached + table(HEADER, TASK)
    found = import_(body)
    assert found.plan.act.month == month
    assert (line in left(found)) is (month is None)
    if month:
        assert found.plan.plan.reference == "(Kèm theo Quyết định số {number} {date} của A)"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Cao Lãnh, ngày 31 tháng 02 năm 2024", None),
        ("Cao Lãnh, ngày 05 tháng 3 năm 2024 (bản sửa)", "2024-03-05"),
        ("Cao Lãnh, ngày 05 tháng 3 năm 0024", None),
    ],
)
def test_what_is_no_day_or_more_than_one_is_listed(line: str, day: str | None) -> None:
    body = heading("SỞ B", "Số: 1/KH", date=line) + head("KẾ HOẠCH") + head("A")
    found = import_(body + table(HEADER, TASK), year=2024)
    assert str(found.plan.act.date) == str(day)
    assert found.plan.issuer.place == "Cao Lãnh"
    assert left(found) == [line]


def test_headers_footers_and_notes_are_listed() -> None:
    found = import_(
        plan(table(HEADER, TASK)) + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>',
        header1=p("MẬT") + p("MẬT"),
        footnotes=f'<w:footnote w:id="2">{p("Theo báo cáo.")}</w:footnote>',
    )
    assert [(one.word_place.part, one.word_place.quote) for one in found.left if one.word_place] == [
        ("header", "MẬT"),
        ("footnotes", "Theo báo cáo."),
    ]


def test_columns_that_name_a_role_twice() -> None:
    twice = table(
        row(
            "STT",
            "Nội dung",
            "Đơn vị thực hiện",
            "Thời gian bắt đầu",
            "Thời gian hoàn thành",
            "Kinh phí",
            "Kinh phí",
        ),
        row("1", "a", "Sở B", "Quý I", "Quý II", "5", "6"),
    )
    found = import_(plan(twice))
    (task,) = tasks(found)
    assert task.time is not None
    assert task.time.text == "Quý II"
    assert task.others == {"thoi-gian-bat-dau": "Quý I", "kinh-phi": "5", "kinh-phi-2": "6"}


@pytest.mark.parametrize(
    ("headers", "content", "lead"),
    [
        (("Nội dung", "Trách nhiệm thực hiện", "Ghi chú"), "a", "b"),
        (("Nội dung", "Người phụ trách", "Thực hiện"), "a", "b"),
        (("Nội dung", "Lãnh đạo phụ trách", "Cơ quan chủ trì"), "a", "c"),
        (("Nội dung", "Đơn vị thực hiện", "Chủ trì"), "a", "c"),
        (("Nhóm nhiệm vụ", "Nội dung nhiệm vụ", "Chủ trì"), "b", "c"),
        (("Lĩnh vực công việc", "Công việc", "Chủ trì"), "b", "c"),
        (("Nhóm nhiệm vụ", "Ghi chú", "Chủ trì"), "a", "c"),
    ],
)
def test_the_surest_words_make_a_column_the_one_of_its_role(headers: tuple[str, ...], content: str, lead: str) -> None:
    found = import_(plan(table(row("STT", *headers, "Thời gian"), row("1", "a", "b", "c", "Tháng 3"))))
    (task,) = tasks(found)
    assert task.content == content
    assert task.lead is not None
    assert task.lead.text == lead


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Thời gian trình kết quả", "time"),
        ("Kết quả và thời gian", "result"),
        ("Sản phẩm của công việc", "result"),
        ("Phối hợp với cơ quan thực hiện", "coop"),
    ],
)
def test_of_two_roles_in_a_header_the_first_counts(header: str, role: str) -> None:
    found = import_(plan(table(row("STT", "Nội dung", "Chủ trì", header), row("1", "a", "Sở B", "Tháng 3"))))
    assert found.plan.plan.columns is not None
    assert [column.role for column in found.plan.plan.columns] == ["number", "content", "lead", role]


def test_the_year_is_asked_for_where_nothing_says_it() -> None:
    with pytest.raises(UnknownYearError):
        import_(table(HEADER, TASK))


@pytest.mark.parametrize("body", ["", p("Kế hoạch năm 2024"), table(row("Khoản", "Số tiền")), table(), table(HEADER)])
def test_without_tasks_there_is_no_plan(body: str) -> None:
    with pytest.raises(NoTaskTableError):
        import_(body, year=2024)


def test_a_registry_is_proposed_and_explains_the_cells() -> None:
    rows = (
        row("1", "a", "Văn phòng HĐND và UBND", "Quý I"),
        row("2", "b", "VP HĐND và UBND; Các phòng", "Quý I"),
        row("3", "c", "Phòng Nội vụ", "Quý I"),
    )
    agencies = {one.name: one for one in import_(plan(table(HEADER, *rows))).plan.agencies}
    assert agencies["Văn phòng HĐND và UBND"].aliases == ("VP HĐND và UBND",)
    assert agencies["Các phòng"].members == (agencies["Phòng Nội vụ"].id,)


def test_a_document_of_python_docx() -> None:
    document = Document()
    document.add_heading("KẾ HOẠCH", 0)
    document.add_heading("I. NHIỆM VỤ", 1)
    document.add_heading("1. Chuyển đổi số năm 2025", 2)
    grid = document.add_table(rows=1, cols=4, style="Table Grid")
    for place, words in enumerate(("Số TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Dự kiến kết quả")):
        grid.rows[0].cells[place].text = words
    for said in (("1", "a", "Sở A", "Báo cáo"), ("2", "b", "", "Kế hoạch")):
        for place, each in enumerate(grid.add_row().cells):
            each.text = said[place]
    grid.cell(1, 2).merge(grid.cell(2, 2))
    stream = io.BytesIO()
    document.save(stream)
    found = imported(read_body(stream.getvalue()), year=2025)
    assert sections(found)[0].heading == "I. NHIỆM VỤ"
    assert sections(found)[0].tables[0].heading == "1. Chuyển đổi số năm 2025"
    assert [(task.content, task.lead and task.lead.text, task.result) for task in tasks(found)] == [
        ("a", "Sở A", "Báo cáo"),
        ("b", "Sở A", "Kế hoạch"),
    ]


def test_recipients_in_the_paragraph_of_their_label() -> None:
    body = plan(table(HEADER, TASK)).replace(p("Nơi nhận:") + p("- Như trên;"), p("Nơi nhận: Như Điều 9;"))
    issuance = import_(body).plan.issuance
    assert issuance is not None
    assert issuance.recipients == ("Như Điều 9;", "Lưu: VT.")


def test_a_header_that_is_parted_without_merged_cells() -> None:
    top = tr(cell("STT"), cell("Nội dung"), cell("Cơ quan thực hiện", wide(2)), cell("Thời gian"))
    found = import_(
        plan(table(top, row("", "", "Chủ trì", "Phối hợp", ""), row("1", "Rà soát", "Sở A", "Sở B", "Quý I")))
    )
    (task,) = (placed.task for placed in placed_tasks(found.plan))
    assert isinstance(task, Task)
    assert (task.content, task.lead and task.lead.text, task.coop and task.coop.text) == ("Rà soát", "Sở A", "Sở B")
    assert found.left == ()


def test_a_task_without_a_number_under_a_header_that_covers_two_columns() -> None:
    top = tr(cell("STT"), cell("Nội dung"), cell("Cơ quan thực hiện", wide(2)), cell("Thời gian"))
    found = import_(plan(table(top, row("", "Rà soát", "Sở A", "", ""), row("2", "Báo cáo", "Sở B", "Sở C", "Quý I"))))
    assert [placed.task.content for placed in placed_tasks(found.plan)] == ["Rà soát", "Báo cáo"]


def test_a_header_cell_that_reaches_into_the_tasks() -> None:
    top = tr(*(cell(words) for words in ("STT", "Nội dung", "Chủ trì")), cell("Thời gian", DOWN))
    first = tr(*(cell(words) for words in ("1", "Rà soát", "Sở A")), cell("", UP))
    found = import_(plan(table(top, first, row("2", "Báo cáo", "Sở B", "Quý I"))))
    assert [placed.task.content for placed in placed_tasks(found.plan)] == ["Rà soát", "Báo cáo"]


def test_a_decision_with_the_tasks_in_its_articles() -> None:
    top = heading("UBND TỈNH ĐỒNG THÁP", "UBND HUYỆN CAO LÃNH", "Số: 05/QĐ-UBND")
    decision = (
        head("QUYẾT ĐỊNH") + head("Phân công nhiệm vụ năm 2024") + head("CHỦ TỊCH UBND HUYỆN CAO LÃNH")
        + p("Căn cứ Luật;") + head("QUYẾT ĐỊNH:") + p("Điều 1. Phân công:") + table(HEADER, TASK)
        + p("Điều 2. Thi hành./.") + ending("CHỦ TỊCH")
    )  # fmt: skip
    found = import_(top + decision)
    assert [placed.task.content for placed in placed_tasks(found.plan)] == ["Xây dựng kế hoạch"]
    assert found.plan.decision is not None
    assert found.plan.decision.articles == ("Điều 1. Phân công:", "Điều 2. Thi hành./.")


def test_a_line_that_is_the_number_of_an_annex_begins_a_section_with_its_name() -> None:
    annex = p("PHỤ LỤC I", CENTRE, BOLD) + p("BIỂU MẪU BÁO CÁO", CENTRE, BOLD) + p("Dùng cho đơn vị báo cáo.")
    result = imported(read(plan(table(HEADER, TASK) + annex)))
    assert [section.heading for section in result.plan.plan.sections] == [None, "PHỤ LỤC I\nBIỂU MẪU BÁO CÁO"]
    assert [one.text for one in result.plan.plan.sections[-1].paragraphs] == ["Dùng cho đơn vị báo cáo."]
