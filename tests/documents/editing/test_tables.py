"""Tables that somebody cut, copied, moved, added or gave other columns in Word: all of it arrives, or is told once."""

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from kshc_cli.desk.merging import merged
from kshc_cli.desk.opening import Opened
from kshc_cli.documents.editing.wish import edited_document
from kshc_cli.documents.editing.writing import document_to_edit
from kshc_cli.documents.rendering.decision import render_decision
from tests.documents.editing.random_edits import bare
from tests.documents.editing.test_random_edits import DATA, TEMPLATE, plan_of, rows_of, shown

Blocks = list[Any]
"""The elements of the body of the file; the tables of tasks are 28, 31, 34 and 37, each below its heading."""
FIRST, SECOND, THIRD, LAST, HEADING_3, SECTION_II = 28, 31, 34, 37, 33, 40
NAME_3, NAME_4 = "3. Truyền thông về hoạt động KSTTHC.", "4. Các nội dung khác có liên quan công tác KSTTHC"
OLD, NEW = "Khi có yêu cầu", "Tháng 3 năm 2024"


@pytest.fixture(scope="module")
def word() -> bytes:
    """Return the project's plan as a Word file to be edited."""
    return document_to_edit(plan_of(DATA), DATA, TEMPLATE)


def say(element: Any, words: str) -> None:  # noqa: ANN401  python-docx
    """Write words into a cell or paragraph."""
    first, *others = element.iter(qn("w:t"))
    first.text = words
    for one in others:
        one.text = ""


def cut(table: Any, at: int) -> Any:  # noqa: ANN401  python-docx
    """Take the rows from ``at`` on out of a table, and return them as one of their own."""
    new = deepcopy(table)
    for row in new.tr_lst:
        new.remove(row)
    for row in table.tr_lst[at:]:
        new.append(row)
    return new


def cut_in_two(blocks: Blocks) -> None:
    table = blocks[THIRD]
    table.addnext(cut(table, 5))
    table.addnext(bare(blocks[THIRD + 1]))
    say(blocks[LAST].tr_lst[1].tc_lst[5], NEW)


def cut_below_its_header(blocks: Blocks) -> None:
    blocks[THIRD].addnext(cut(blocks[THIRD], 1))
    blocks[THIRD].addnext(bare(blocks[THIRD + 1]))
    say(blocks[LAST].tr_lst[1].tc_lst[5], NEW)


def cut_by_a_paragraph(blocks: Blocks) -> None:
    cut_in_two(blocks)
    between = bare(blocks[SECTION_II])
    say(between, "Một đoạn giữa bảng.")
    blocks[THIRD].addnext(between)


def cut_and_carried_off(blocks: Blocks) -> None:
    blocks[SECTION_II].addnext(cut(blocks[THIRD], 5))
    say(blocks[LAST].tr_lst[1].tc_lst[5], NEW)


def copied(blocks: Blocks) -> None:
    """The copy bears the marks of the table, and stands beside it."""
    new = deepcopy(blocks[LAST])
    say(new.tr_lst[1].tc_lst[1], "Việc trong bản sao")
    blocks[LAST + 1].addnext(new)
    say(blocks[LAST].tr_lst[1].tc_lst[5], NEW)


def copied_into_paragraphs(blocks: Blocks) -> None:
    new = deepcopy(blocks[LAST])
    say(new.tr_lst[1].tc_lst[1], "Việc trong bản sao")
    blocks[SECTION_II].addnext(new)
    say(blocks[LAST].tr_lst[1].tc_lst[5], NEW)


def copied_before_it_by_libreoffice(blocks: Blocks) -> None:
    """The first one keeps the marks, those of the second get other names."""
    new = deepcopy(blocks[LAST])
    say(new.tr_lst[1].tc_lst[1], "Việc trong bản sao")
    blocks[LAST].addprevious(new)
    blocks[LAST].addprevious(bare(blocks[LAST + 1]))
    for one in blocks[LAST].iter(qn("w:bookmarkStart")):
        one.set(qn("w:name"), one.get(qn("w:name")) + "_Copy_1")
    say(blocks[LAST].tr_lst[1].tc_lst[5], NEW)


def copied_without_marks(blocks: Blocks) -> None:
    """A copy of the first stands before the second, whose header is the same."""
    new = bare(blocks[FIRST])
    say(new.tr_lst[2].tc_lst[1], "Việc trong bản sao")
    blocks[FIRST + 1].addnext(new)
    say(blocks[LAST].tr_lst[1].tc_lst[5], NEW)


def moved(blocks: Blocks) -> None:
    blocks[SECTION_II].addnext(blocks[LAST])
    say(blocks[LAST].tr_lst[1].tc_lst[5], NEW)


def moved_with_its_heading(blocks: Blocks) -> None:
    blocks[LAST].getnext().addnext(blocks[THIRD])
    blocks[LAST].getnext().addnext(blocks[HEADING_3])
    say(blocks[LAST].tr_lst[1].tc_lst[5], NEW)


def added_with_rows_of_others(blocks: Blocks) -> None:
    new = cut(blocks[LAST], 99)
    new.append(bare(blocks[LAST].tr_lst[0]))
    new.append(blocks[FIRST].tr_lst[5])
    new.append(blocks[THIRD].tr_lst[3])
    blocks[SECTION_II].addnext(new)
    say(blocks[LAST].tr_lst[1].tc_lst[5], NEW)


def another_header_table(blocks: Blocks) -> None:
    blocks[-2].addnext(bare(next(one for one in blocks if one.tag == qn("w:tbl"))))
    say(blocks[LAST].tr_lst[1].tc_lst[5], NEW)


def a_column_more(blocks: Blocks) -> None:
    for row in blocks[LAST].tr_lst:
        row.append(bare(row.tc_lst[-1]))
        say(row.tc_lst[-1], "Thời hạn")
    say(blocks[LAST].tr_lst[1].tc_lst[5], NEW)


def a_column_less(blocks: Blocks) -> None:
    for row in blocks[LAST].tr_lst:
        row.remove(row.tc_lst[3])
    say(blocks[LAST].tr_lst[1].tc_lst[4], NEW)


EDITS = [
    (cut_in_two, []),
    (cut_below_its_header, []),
    (cut_by_a_paragraph, [("Một đoạn giữa bảng.", "it parts a table in two")]),
    (cut_and_carried_off, [(NAME_3, "rows of this table stand in a table of their own behind “1. Thủ trưởng")]),
    (copied_before_it_by_libreoffice, [("Việc trong bản sao", f"behind “{NAME_4}, cải cách…” stands a copy")]),
    (copied_into_paragraphs, [("Việc trong bản sao", "behind “1. Thủ trưởng các phòng")]),
    (moved, [(NAME_4, "the table was moved")]),
    (moved_with_its_heading, [(NAME_4, "the table was moved")]),
    (added_with_rows_of_others, [("", "behind “1. Thủ trưởng")]),
    (another_header_table, [("ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", "it stands in a new table")]),
    (a_column_more, [("Thời hạn", "a new column")]),
    (a_column_less, [("Cơ quan phối hợp", "its whole column is gone")]),
]


@pytest.mark.parametrize(("edit", "told"), EDITS)
def test_a_table_arrives_or_is_told_once(
    word: bytes, edit: Callable[[Blocks], None], told: list[tuple[str, str]]
) -> None:
    """No row lands in another table, none is lost, and what is said in a cell that is clear is taken."""
    document = Document(BytesIO(word))
    edit([*document.element.body])
    stream = BytesIO()
    document.save(stream)
    found = merged(edited_document(stream.getvalue()), Opened(DATA, None))
    assert [
        (one.words.startswith(words), one.sentence.startswith(reason))
        for one, (words, reason) in zip(found.not_taken, told, strict=True)
    ] == [(True, True)] * len(told), found.not_taken
    assert found.plan is not None
    at = DATA.decode().index('- id: "4.1"')
    expected = DATA.decode()[:at] + DATA.decode()[at:].replace(OLD, NEW, 1)
    assert found.plan.decode() == expected


@pytest.mark.parametrize("edit", [copied, copied_without_marks])
def test_a_copy_is_a_new_table(word: bytes, edit: Callable[[Blocks], None]) -> None:
    """It stands in the plan where it stands in the file, with tasks of its own; the table itself keeps its tasks."""
    document = Document(BytesIO(word))
    edit([*document.element.body])
    stream = BytesIO()
    document.save(stream)
    found = merged(edited_document(stream.getvalue()), Opened(DATA, None))
    assert found.plan is not None
    assert not found.not_taken
    new, old = plan_of(found.plan), plan_of(DATA)
    assert shown(render_decision(new, TEMPLATE)) == shown(stream.getvalue())
    ids, known = rows_of(new), rows_of(old)
    assert len({*ids}) == len(ids)
    assert [one for one in ids if one in known] == known
    assert any(one.startswith("5.") for one in ids)


def test_a_copy_is_told_from_a_table_that_a_row_left(word: bytes) -> None:
    """The row that stands elsewhere now was taken out of the table itself: it keeps its id, and the copy is told."""
    document = Document(BytesIO(word))
    blocks = [*document.element.body]
    new = deepcopy(blocks[FIRST])
    say(new.tr_lst[-1].tc_lst[1], "Việc trong bản sao")
    blocks[FIRST].addprevious(new)
    blocks[FIRST].addprevious(bare(blocks[FIRST + 1]))
    row = blocks[FIRST].tr_lst[4]
    say(blocks[FIRST].tr_lst[5].tc_lst[5], NEW)
    blocks[THIRD].tr_lst[3].addnext(row)
    stream = BytesIO()
    document.save(stream)
    found = merged(edited_document(stream.getvalue()), Opened(DATA, None))
    assert found.plan is not None
    assert {*rows_of(plan_of(found.plan))} == {*rows_of(plan_of(DATA))}
    assert "Việc trong bản sao" not in found.plan.decode()
    assert [one.sentence for one in found.not_taken if "stands a copy of the table" in one.sentence]
