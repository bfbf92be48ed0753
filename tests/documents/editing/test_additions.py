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


@pytest.mark.parametrize("header", ["Thời hạn", "Đơn vị thực hiện", ""])
def test_a_column_that_is_not_clear_is_told_once(header: str) -> None:
    """A second one of time or of who leads, and one without words: the other cells of its rows count."""
    one = Editing("plan.yaml")
    widen(tables_of(one)[-1], header, 6, "Chữ")
    found = merged(edited_document(one.save()), Opened(one.data, None))
    assert (found.plan, len(found.not_taken)) == (one.data, 1)


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
