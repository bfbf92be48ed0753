"""Rows that somebody moves in Word into a table with other columns: each cell stays what it was, or is told."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document

from kshc_cli.desk.merging import Merged, merged
from kshc_cli.desk.opening import Opened
from kshc_cli.documents.editing.wish import edited_document
from kshc_cli.documents.editing.writing import document_to_edit
from kshc_cli.plan.model import Task
from kshc_cli.plan.walk import placed_tasks
from tests.conftest import ROOT
from tests.documents.editing.random_edits import bare
from tests.documents.editing.test_random_edits import TEMPLATE, plan_of
from tests.documents.editing.test_tables import say

PLAN = (ROOT / "plan.yaml").read_text(encoding="utf-8")
COLUMNS = """        - columns:
            - {role: number, header: STT, width: 5}
            - {role: content, header: Nội dung, width: 40}
            - {role: time, header: Thời gian, width: 15}
            - {role: lead, header: Chủ trì, width: 15}
            - {role: coop, header: Phối hợp, width: 15}
            - {role: other, key: kinh-phi, header: Kinh phí, width: 10}
          heading:"""
RESULT = "              result: Văn bản báo cáo kết quả thẩm định, chấm điểm (nếu có)\n"
START = PLAN.rindex("        - heading:", 0, PLAN.index('- id: "4.1"'))
LAST_TABLE = PLAN[START:].replace("        - heading:", COLUMNS, 1)
DATA = f"{PLAN[:START]}{LAST_TABLE.replace(RESULT, '              others: {kinh-phi: 5 triệu}' + chr(10))}".encode()
"""The project's plan, whose last table has as many columns as the others: times before bodies, funds, no products."""


class Moving:
    """A Word file in which a row moves from one table of tasks to the end of a group of another one."""

    def __init__(self, place: int, table: int, there: int) -> None:
        self.document = Document(BytesIO(document_to_edit(plan_of(DATA), DATA, TEMPLATE)))
        tables = [one._tbl for one in self.document.tables if len(one.columns) > 3]  # noqa: SLF001
        self.row: Any = [one for one in tables[table].tr_lst if len(one.tc_lst) > 1][place]
        tables[there].tr_lst[-1].addnext(self.row)

    def merged(self) -> Merged:
        """Return what becomes of the plan."""
        stream = BytesIO()
        self.document.save(stream)
        return merged(edited_document(stream.getvalue()), Opened(DATA, None))


def task_in(data: bytes, name: str) -> Task:
    """Return a task of a plan."""
    return next(one.task for one in placed_tasks(plan_of(data)) if isinstance(one.task, Task) and one.task.id == name)


def put_in_their_order(row: Any) -> None:  # noqa: ANN401  python-docx
    """Put the cells of a row of the last table in the order that the columns of the others have."""
    number, content, time, lead, coop, funds = row.tc_lst
    for cell in (number, content, lead, coop, funds, time):
        row.append(cell)
    say(funds, "Văn bản")


@pytest.mark.parametrize(
    ("place", "table", "there", "name", "told"),
    [
        (1, -1, 0, "4.1", [("5 triệu", "no column “Kinh phí”")]),
        (2, 0, -1, "1.2.1", [("Phương án", "no column “Kết quả”")]),
    ],
)
def test_a_row_moved_as_it_is_says_what_it_said(
    place: int, table: int, there: int, name: str, told: list[tuple[str, str]]
) -> None:
    """Each cell is what its old column says; words that the new table has no column for are told, and stay."""
    found = Moving(place, table, there).merged()
    assert found.plan is not None
    assert task_in(found.plan, name) == task_in(DATA, name)
    assert found.plan != DATA
    for one, (words, reason) in zip(found.not_taken, told, strict=True):
        assert one.words.startswith(words)
        assert reason in one.sentence


def test_a_row_whose_cells_were_put_in_the_order_of_its_new_table() -> None:
    """A time is no body: its cells say what the columns above them are, what these lack stays."""
    moving = Moving(1, -1, 0)
    put_in_their_order(moving.row)
    found = moving.merged()
    assert found.plan is not None
    assert task_in(found.plan, "4.1") == task_in(DATA, "4.1").model_copy(update={"result": "Văn bản"})
    assert [one.words for one in found.not_taken] == ["5 triệu"]


def test_a_row_of_which_nobody_can_tell_keeps_its_words() -> None:
    """It moves, and that is told."""
    moving = Moving(1, -1, 0)
    for cell in moving.row.tc_lst[2:]:
        say(cell, "Chữ khác")
    found = moving.merged()
    assert found.plan is not None
    assert task_in(found.plan, "4.1") == task_in(DATA, "4.1")
    assert [one.words[:5] for one in found.not_taken] == ["1 | T", "5 tri"]
    assert "not clear which of its cells" in found.not_taken[0].sentence


def test_a_row_in_which_a_body_stands_for_a_time_keeps_its_words() -> None:
    """As many cells as before, in another order: none of them says what it said because of its place."""
    moving = Moving(1, -1, 0)
    number, content, time, lead, coop, funds = moving.row.tc_lst
    for cell in (number, content, lead, funds, time, coop):
        moving.row.append(cell)
    found = moving.merged()
    assert found.plan is not None
    assert task_in(found.plan, "4.1") == task_in(DATA, "4.1")
    assert "not clear which of its cells" in found.not_taken[0].sentence


def test_a_copy_of_a_row_in_another_table_says_what_the_columns_above_it_are() -> None:
    """It is a new task, whose cells stand below that table's headers."""
    moving = Moving(1, -1, 0)
    copy = bare(moving.row)
    moving.row.addnext(copy)
    say(copy.tc_lst[1], "Việc mới")
    found = moving.merged()
    assert found.plan is not None
    new = next(
        one.task
        for one in placed_tasks(plan_of(found.plan))
        if isinstance(one.task, Task) and one.task.content == "Việc mới"
    )
    assert new.lead is not None
    assert new.lead.text == "Khi có yêu cầu"
