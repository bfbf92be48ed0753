"""Sections and tables that somebody added in Word: they arrive where they stand, as `import` would read them."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from kshc_cli.desk.merging import merged
from kshc_cli.desk.opening import Opened
from kshc_cli.documents.editing.wish import edited_document
from kshc_cli.documents.editing.writing import document_to_edit
from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.plan.walk import placed_tasks
from tests.conftest import ROOT
from tests.documents.editing.random_edits import bare
from tests.documents.editing.test_random_edits import plan_of, shown

HEADS = ["TT", "Nội dung công việc", "Đơn vị chủ trì", "Sản phẩm", "Thời gian hoàn thành", "Ghi chú"]
ROWS = [
    ["1", "Rà soát quy chế làm việc", "Văn phòng UBND", "Báo cáo", "Tháng 5 năm 2026", ""],
    ["2", "Tổng hợp kết quả rà soát", "Sở Nội vụ", "Tờ trình", "Trước ngày 15/6/2026", "Làm sớm"],
]
ITEM = ["1. Rà soát hồ sơ tồn đọng", "- Đơn vị chủ trì: Văn phòng UBND", "- Thời gian: trước ngày 15/6/2026"]
PLANS = ["plan.yaml", *(f"examples/{name}/plan.yaml" for name in ("province-annexes", "ward-prose"))]


class Editing:
    """A plan's Word file while it is edited."""

    def __init__(self, name: str) -> None:
        self.data = (ROOT / name).read_bytes()
        self.plan = plan_of(self.data)
        template = "quyet-dinh-ke-hoach" if self.plan.decision else "ke-hoach"
        self.template = (ROOT / "templates" / f"{template}.docx").read_bytes()
        self.document: Any = Document(BytesIO(document_to_edit(self.plan, self.data, self.template)))
        shown: list[Any] = self.document.paragraphs
        self.headings = [one._p for one in shown if one.style.name == "Đề mục"]  # noqa: SLF001

    def put(self, before: Any, words: str, style: str) -> None:  # noqa: ANN401  python-docx
        """Write a paragraph before an element."""
        before.addprevious(self.document.add_paragraph(words, style=style)._p)  # noqa: SLF001

    def put_table(self, before: Any, heads: list[str], rows: list[list[str]]) -> None:  # noqa: ANN401  python-docx
        """Write a table before an element."""
        table = self.document.add_table(rows=1 + len(rows), cols=len(heads))
        for row, words in zip(table.rows, [heads, *rows], strict=True):
            for cell, each in zip(row.cells, words, strict=True):
                cell.text = each
        before.addprevious(table._tbl)  # noqa: SLF001

    def save(self) -> bytes:
        """Return the file."""
        stream = BytesIO()
        self.document.save(stream)
        return stream.getvalue()


def table_behind_a_section(one: Editing) -> None:
    one.put_table(one.headings[2], HEADS, ROWS)


def table_with_a_heading(one: Editing) -> None:
    one.put(one.headings[1], "9. Bảng bổ sung.", "Đề mục bảng")
    one.put_table(one.headings[1], HEADS, ROWS)


def section_of_everything(one: Editing) -> None:
    one.put(one.headings[2], "IX. NỘI DUNG BỔ SUNG", "Đề mục")
    for words in ("Đoạn văn thứ nhất.", *ITEM):
        one.put(one.headings[2], words, "Nội dung")
    one.put_table(one.headings[2], HEADS, ROWS)


def sections_in_a_row(one: Editing) -> None:
    for number in ("IX", "X"):
        one.put(one.headings[1], f"{number}. MỤC THÊM", "Đề mục")
        one.put(one.headings[1], f"Đoạn văn của mục {number}.", "Nội dung")


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize(
    "edit", [table_behind_a_section, table_with_a_heading, section_of_everything, sections_in_a_row]
)
def test_it_arrives_where_it_stands(name: str, edit: Callable[[Editing], None]) -> None:
    """The document of the changed plan says what the file says; every old line stays, new tasks have new ids."""
    one = Editing(name)
    edit(one)
    document = one.save()
    found = merged(edited_document(document), Opened(one.data, None))
    assert found.plan is not None
    assert not found.not_taken
    new = plan_of(found.plan)
    assert shown(render_decision(new, one.template)) == shown(document)
    old, lines = (data.decode().split("\n") for data in (one.data, found.plan))
    rest = iter(lines)
    assert all(line in rest for line in old)
    ids = [each.task.id for each in placed_tasks(new)]
    assert len({*ids}) == len(ids)
    assert merged(edited_document(document), Opened(found.plan, None)).plan == found.plan


def widen(table: Any, header: str, at: int, words: str) -> None:  # noqa: ANN401  python-docx
    """Put a column before one of a table, with words in the cells of its tasks."""
    rows = [row for row in table.tr_lst if len(row.tc_lst) > 1]
    for row in rows:
        cell = bare(row.tc_lst[-2])
        for one in cell.p_lst[1:]:
            cell.remove(one)
        for one in list(cell.iter(qn("w:r"))):
            one.getparent().remove(one)
        Paragraph(cell.p_lst[0], None).add_run(header if row is rows[0] else words)  # type: ignore[arg-type]
        row.insert(row.index(row.tc_lst[at]), cell) if at < len(row.tc_lst) else row.append(cell)


def tables_of(one: Editing) -> list[Any]:
    """Return the tables of tasks."""
    return [table._tbl for table in one.document.tables if len(table.columns) > 3]  # noqa: SLF001


@pytest.mark.parametrize(
    ("name", "header", "at", "columns"),
    [
        ("plan.yaml", "Ghi chú", 6, "            - {role: other, key: ghi-chu, header: Ghi chú, width: 27}"),
        (
            "plan.yaml",
            "Lãnh đạo phụ trách",
            3,
            "            - {role: other, key: lanh-dao-phu-trach, header: Lãnh đạo phụ trách, width: 27}",
        ),
        ("plan.yaml", "Nguồn lực", 2, "            - {role: other, key: nguon-luc, header: Nguồn lực, width: 27}"),
        (
            "examples/province-annexes/plan.yaml",
            "Sản phẩm",
            3,
            "            - {role: result, header: Sản phẩm, width: 18}",
        ),
    ],
)
def test_a_new_column_of_one_table_arrives(name: str, header: str, at: int, columns: str) -> None:
    """It is among the columns of its table, its words in the tasks; a row that came with it has its cell too."""
    one = Editing(name)
    table = tables_of(one)[-1]
    widen(table, header, at, "Chữ của cột mới")
    table.append(bare(table.tr_lst[-1]))
    document = one.save()
    found = merged(edited_document(document), Opened(one.data, None))
    assert found.plan is not None
    assert not found.not_taken
    assert shown(render_decision(plan_of(found.plan), one.template)) == shown(document)
    old, lines = (data.decode().split("\n") for data in (one.data, found.plan))
    rest = iter(lines)
    assert all(line in rest for line in old)
    assert columns in lines
    assert merged(edited_document(document), Opened(found.plan, None)).plan == found.plan


def test_a_new_column_of_all_tables_is_one_of_the_plan() -> None:
    """No table states its columns then."""
    one = Editing("plan.yaml")
    for table in tables_of(one):
        widen(table, "Ghi chú", 6, "Chữ")
    document = one.save()
    found = merged(edited_document(document), Opened(one.data, None))
    assert found.plan is not None
    assert found.plan.decode().count("header:") == one.data.decode().count("header:") + 1
    assert shown(render_decision(plan_of(found.plan), one.template)) == shown(document)


def test_two_new_columns_arrive_and_the_second_of_equal_ones_is_told() -> None:
    """Each task gets the words of both."""
    one = Editing("plan.yaml")
    for at, header in enumerate(("Kinh phí", "Nguồn vốn")):
        widen(tables_of(one)[-1], header, 6 + at, header)
    document = one.save()
    found = merged(edited_document(document), Opened(one.data, None))
    assert found.plan is not None
    assert not found.not_taken
    assert shown(render_decision(plan_of(found.plan), one.template)) == shown(document)
    widen(tables_of(one)[-1], "Kinh phí", 8, "Chữ")
    again = merged(edited_document(one.save()), Opened(one.data, None))
    assert (again.plan, [each.words for each in again.not_taken]) == (found.plan, ["Kinh phí"])


def retitle(table: Any, at: int, header: str, words: str | None = None) -> None:  # noqa: ANN401  python-docx
    """Write another header over a column, and other words in the cells of its tasks."""
    first, *others = [row for row in table.tr_lst if len(row.tc_lst) > 1]
    for row in (first, *(others if words else ())):
        texts = [*row.tc_lst[at].iter(qn("w:t"))]
        for each in texts:
            each.text = ""
        texts[0].text = header if row is first else words


def test_another_header_of_one_table_is_no_other_one_of_the_rest() -> None:
    """The table gets columns of its own; where all have it, it is said once for all."""
    one = Editing("plan.yaml")
    retitle(tables_of(one)[1], 2, "Đơn vị chủ trì")
    document = one.save()
    found = merged(edited_document(document), Opened(one.data, None))
    assert found.plan is not None
    assert not found.not_taken
    assert shown(render_decision(plan_of(found.plan), one.template)) == shown(document)
    assert merged(edited_document(document), Opened(found.plan, None)).plan == found.plan
    for table in tables_of(one):
        retitle(table, 2, "Đơn vị chủ trì")
    everywhere = merged(edited_document(one.save()), Opened(one.data, None))
    assert everywhere.plan == one.data.replace("header: Cơ quan chủ trì".encode(), "header: Đơn vị chủ trì".encode(), 1)


def test_a_column_put_in_the_place_of_another_is_not_taken_for_it() -> None:
    """The words of the one that is gone stay, and that is told; those of the new one are its own."""
    one = Editing("plan.yaml")
    retitle(tables_of(one)[1], 3, "Kinh phí", "5 triệu")
    found = merged(edited_document(one.save()), Opened(one.data, None))
    assert found.plan is not None
    assert [each.words for each in found.not_taken] == ["Cơ quan phối hợp"]
    old, lines = (data.decode().split("\n") for data in (one.data, found.plan))
    rest = iter(lines)
    assert all(line in rest for line in old)
    tables = len(plan_of(one.data).plan.sections[0].tables[1].groups[0].tasks)
    assert found.plan.decode().count("kinh-phi: 5 triệu") >= tables
    assert found.plan.decode().count("header: Kinh phí") == 1


@pytest.mark.parametrize(
    ("at", "header", "words", "told"),
    [
        (4, "Đơn vị phụ trách", "Phòng A", ["Kết quả", "Đơn vị phụ trách"]),
        (4, "Kết quả cần đạt", "Ông A", ["Kết quả", "Kết quả cần đạt"]),
        (3, "Thời hạn", None, ["Thời hạn"]),
    ],
)
def test_a_header_that_says_something_else_is_told(at: int, header: str, words: str | None, told: list[str]) -> None:
    """Over other cells it is a new column, which another one may keep out; over the same ones it is no title."""
    one = Editing("plan.yaml")
    retitle(tables_of(one)[0], at, header, words)
    found = merged(edited_document(one.save()), Opened(one.data, None))
    assert (found.plan, [each.words for each in found.not_taken]) == (one.data, told)


def test_a_header_that_was_taken_out_is_told() -> None:
    """Else nobody would know what the columns hold."""
    one = Editing("plan.yaml")
    table = tables_of(one)[0]
    table.remove(table.tr_lst[0])
    found = merged(edited_document(one.save()), Opened(one.data, None))
    assert (found.plan, len(found.not_taken)) == (one.data, 1)


def test_a_copied_annex_arrives_with_the_empty_paragraph_above_its_table() -> None:
    """Neither its empty paragraph nor a line in the words of the original makes the original's table a moved one."""
    one = Editing("examples/province-annexes/plan.yaml")
    table = tables_of(one)[-1]
    head = table.getprevious()
    above: list[Any] = []
    while not head.xpath("string()").startswith("Phụ lục"):
        above.insert(0, head)
        head = head.getprevious()
    end = table.getnext()
    last = end if end.tag == qn("w:p") else table
    for each in (head, *above, table):
        new = bare(each)
        last.addnext(new)
        last = new
    words = [*last.iter(qn("w:t"))]
    for number, each in enumerate(words):
        each.text = f"{each.text} mới" if number > 7 else each.text
    heading = next(each for each in last.itersiblings(preceding=True) if each.xpath("string()").startswith("Phụ lục"))
    texts = [*heading.iter(qn("w:t"))]
    texts[0].text = "Phụ lục IX"
    for each in texts[1:]:
        each.text = ""
    document = one.save()
    found = merged(edited_document(document), Opened(one.data, None))
    assert not found.not_taken
    assert found.plan is not None
    assert len(plan_of(found.plan).plan.sections) == len(one.plan.plan.sections) + 1


@pytest.mark.parametrize(
    ("behind", "words"),
    [("b) Theo dõi", "c) Tham mưu sơ kết, xong trước ngày 20 tháng 6."), ("5. Đề nghị", "6. Giao Sở Tài chính.")],
)
def test_a_point_is_one_of_the_list_that_it_stands_behind(behind: str, words: str) -> None:
    """The points of a list may have numbers of two kinds."""
    one = Editing("examples/directive/plan.yaml")
    above = next(each for each in one.document.paragraphs if each.text.startswith(behind))
    above._p.addnext(one.document.add_paragraph(words, style=above.style)._p)  # noqa: SLF001
    found = merged(edited_document(one.save()), Opened(one.data, None))
    assert not found.not_taken
    assert found.plan is not None
    items = [each.text for section in plan_of(found.plan).plan.sections for each in section.items]
    at = items.index(words)
    assert items[at - 1].startswith(behind)
    assert items[:at] + items[at + 1 :] == [each.text for section in one.plan.plan.sections for each in section.items]


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("Thời hạn", "“Thời gian thực hiện” says that already"),
        ("Đơn vị thực hiện", "“Cơ quan chủ trì” says that already"),
        ("Người chủ trì mới", "“Cơ quan chủ trì” says that already"),
        ("Kết quả ", "“Kết quả” says that already"),
        ("", "a new column without a header"),
    ],
)
def test_a_column_that_is_not_clear_is_told_once(header: str, reason: str) -> None:
    """A second one of time or of who leads, and one without words: the other cells of its rows count."""
    one = Editing("plan.yaml")
    widen(tables_of(one)[-1], header, 6, "Chữ")
    found = merged(edited_document(one.save()), Opened(one.data, None))
    assert (found.plan, len(found.not_taken)) == (one.data, 1)
    assert reason in found.not_taken[0].sentence


def of_people(one: Editing) -> None:
    one.put_table(one.headings[2], ["Họ tên", "Chức vụ"], [["Nguyễn Văn A", "Chủ tịch"]])


def with_a_sum(one: Editing) -> None:
    one.put(one.headings[2], "IX. NỘI DUNG BỔ SUNG", "Đề mục")
    one.put_table(one.headings[2], HEADS, [*ROWS, ["Cộng", "02 nhiệm vụ", "", "", "", ""]])


def test_a_table_without_words_is_nothing() -> None:
    """Such as a rejected insertion leaves."""
    one = Editing("plan.yaml")
    one.put_table(one.headings[2], ["", ""], [["", ""]])
    found = merged(edited_document(one.save()), Opened(one.data, None))
    assert (found.plan, found.not_taken) == (one.data, ())


@pytest.mark.parametrize("edit", [of_people, with_a_sum])
def test_what_no_plan_can_say_is_told_once(edit: Callable[[Editing], None]) -> None:
    """Nothing of it is taken by half."""
    one = Editing("examples/ward-prose/plan.yaml")
    edit(one)
    found = merged(edited_document(one.save()), Opened(one.data, None))
    assert (found.plan, len(found.not_taken)) == (one.data, 1)
