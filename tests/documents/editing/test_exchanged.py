"""Tasks whose words were written in each other's places keep their ids, and what was recorded of them."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from kshc_cli.desk.merging import merged
from kshc_cli.desk.opening import Opened
from kshc_cli.documents.editing.exchanged import exchanged
from kshc_cli.documents.editing.sheets.plan_sheet import plan_sheet
from kshc_cli.documents.editing.sheets.wish import edited_workbook
from kshc_cli.documents.editing.wish import edited_document
from kshc_cli.documents.editing.writing import document_to_edit
from kshc_cli.outputs.excel.plan_sheet import workbook_of
from kshc_cli.plan.model import Task
from kshc_cli.plan.walk import placed_tasks
from tests.documents.editing.random_edits import bare
from tests.documents.editing.test_prose_tasks import DATA as PROSE
from tests.documents.editing.test_prose_tasks import TEMPLATE as PROSE_TEMPLATE
from tests.documents.editing.test_prose_tasks import tasks
from tests.documents.editing.test_random_edits import DATA, TEMPLATE, plan_of
from tests.documents.editing.test_tables import say

SURVEY, TRAIN, POST = "khảo sát mức hài lòng", "tập huấn nghiệp vụ một cửa", "niêm yết thủ tục mới"
OTHER = "mua sắm máy tính"
WORDS = [
    ((SURVEY, TRAIN), (TRAIN, SURVEY), {0: 1, 1: 0}),
    ((SURVEY, TRAIN, POST), (TRAIN, POST, SURVEY), {0: 1, 1: 2, 2: 0}),
    ((SURVEY, TRAIN), (f"{TRAIN} 2", f"{SURVEY} 2"), {0: 1, 1: 0}),
    ((SURVEY, TRAIN), (TRAIN, f"{SURVEY} 2"), {0: 1, 1: 0}),
    ((SURVEY, TRAIN), (TRAIN, OTHER), {0: 1, 1: None}),
    ((SURVEY, TRAIN), (TRAIN, None), {0: 1}),
    ((SURVEY, TRAIN), (TRAIN, TRAIN), {}),
    ((SURVEY, TRAIN), (TRAIN, f"{TRAIN} 2"), {}),
    ((SURVEY, TRAIN, TRAIN), (TRAIN, OTHER, TRAIN), {}),
    ((SURVEY, TRAIN), (OTHER, POST), {}),
    ((SURVEY, TRAIN), (f"{SURVEY} 2", f"{TRAIN} 2"), {}),
]


@pytest.mark.parametrize(("old", "new", "found"), WORDS)
def test_a_task_follows_its_words(
    old: tuple[str, ...], new: tuple[str | None, ...], found: dict[int, int | None]
) -> None:
    """Where they are surely its own: in one place, and no more where it stood; else the mark says which it is."""
    said = {place: words for place, words in enumerate(new) if words is not None}
    assert exchanged(dict(enumerate(old)), said, {place: place for place in said}) == found


def test_a_task_follows_what_is_said_beside_it_where_its_words_are_gone() -> None:
    """Most of that, and more than it shares with what another task says: else it is a new one."""
    new, same = {0: TRAIN, 1: OTHER}, {0: 0, 1: 1}
    own, others = {("lead", "A"), ("time", "Quý I")}, {("lead", "A"), ("time", "Quý II")}
    old = {0: SURVEY, 1: TRAIN}
    for said, task in ((own, 0), ({("lead", "A")}, None), (others, None), ({("time", "Quý I")}, 0)):
        assert exchanged(old, new, same, ({0: own, 1: others}, {1: said})) == {0: 1, 1: task}


def saved(document: Any) -> bytes:  # noqa: ANN401  python-docx, openpyxl
    """Return the bytes of a document or workbook."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def contents(data: bytes) -> dict[str, str]:
    """Return what the tasks of the last table say, by their ids in order."""
    (*_others, last) = plan_of(data).plan.sections[0].tables
    return {one.id: one.content for one in last.tasks}


def test_rows_typed_over_each_other_in_word() -> None:
    """The ids change places, and no task says anything else than it did."""
    document = Document(BytesIO(document_to_edit(plan_of(DATA), DATA, TEMPLATE)))
    one, other = document.tables[-1].rows[1:3]
    for here, there in zip(one.cells[1:], other.cells[1:], strict=True):
        here.text, there.text = there.text, here.text
    found = merged(edited_document(saved(document)), Opened(DATA, None))
    assert found.plan is not None
    assert not found.not_taken
    assert [*contents(found.plan).items()] == [*contents(DATA).items()][::-1]


def test_a_row_typed_over_another_and_then_reworded_keeps_its_id() -> None:
    """What else it says is said of no other task."""
    document = Document(BytesIO(document_to_edit(plan_of(DATA), DATA, TEMPLATE)))
    one, other = document.tables[-2].rows[2], document.tables[-1].rows[1]
    for here, there in zip(one.cells[1:], other.cells[1:], strict=True):
        here.text, there.text = there.text, here.text
    one.cells[1].text = "Việc khác hẳn"
    found = merged(edited_document(saved(document)), Opened(DATA, None))
    assert found.plan is not None
    assert not found.not_taken
    words = {one.task.id: one.task.content for one in placed_tasks(plan_of(DATA)) if isinstance(one.task, Task)}
    new = {one.task.id: one.task.content for one in placed_tasks(plan_of(found.plan)) if isinstance(one.task, Task)}
    assert new == words | {"4.1": "Việc khác hẳn"}
    assert [*contents(found.plan)] == ["3.1.1", "4.2"]


def test_rows_typed_over_each_other_in_excel() -> None:
    """As in Word."""
    book = load_workbook(BytesIO(workbook_of(plan_sheet(plan_of(DATA), DATA))))
    rows = [row for row in book.active.iter_rows(min_row=2) if row[3].value in contents(DATA).values()]
    one, other = rows
    for here, there in zip(one[3:], other[3:], strict=True):
        here.value, there.value = there.value, here.value
    found = merged(edited_workbook(saved(book)), Opened(DATA, None))
    assert found.plan is not None
    assert contents(found.plan) == contents(DATA)
    assert [*contents(found.plan)] == [*contents(DATA)][::-1]


@pytest.mark.parametrize("is_whole", [True, False])
def test_tasks_in_paragraphs_typed_over_each_other(*, is_whole: bool) -> None:
    """With all their lines their ids change places; with their first lines alone nothing changes, and each is told."""
    document = Document(BytesIO(document_to_edit(plan_of(PROSE), PROSE, PROSE_TEMPLATE)))
    old = tasks(PROSE)
    starts = [next(n for n, p in enumerate(document.paragraphs) if p.text == old[name][0]) for name in ("nv.4", "nv.5")]
    for line in range(len(old["nv.4"]) if is_whole else 1):
        one, other = (document.paragraphs[start + line] for start in starts)
        words, others = one.text, other.text
        if line == 0:
            words, others = words.replace("4.", "5."), others.replace("5.", "4.")
        say(one._p, others)  # noqa: SLF001
        say(other._p, words)  # noqa: SLF001
    found = merged(edited_document(saved(document)), Opened(PROSE, None))
    assert found.plan is not None
    if is_whole:
        new = tasks(found.plan)
        assert [*new] == ["nv.5" if one == "nv.4" else "nv.4" if one == "nv.5" else one for one in old]
        assert new["nv.4"] == [old["nv.4"][0].replace("4.", "5."), *old["nv.4"][1:]]
        assert not found.not_taken
    else:
        assert found.plan == PROSE
        assert [one.words[:2] for one in found.not_taken] == ["4.", "5."]
        assert all("nv.4, nv.5" in one.sentence for one in found.not_taken)


def test_a_new_row_with_the_bodies_of_one_that_is_gone_is_new() -> None:
    """It says the same of bodies, in more words than what is to be done, which is another thing."""
    document = Document(BytesIO(document_to_edit(plan_of(DATA), DATA, TEMPLATE)))
    rows = [row for table in document.tables for row in table.rows if len(row.cells) > 1]
    row = next(one._tr for one in rows if one.cells[1].text.startswith("Báo cáo tình hình, kết quả"))  # noqa: SLF001
    new = bare(row)
    row.addnext(new)
    row.getparent().remove(row)
    say(new.tc_lst[1], "Mua máy tính")
    found = merged(edited_document(saved(document)), Opened(DATA, None))
    assert found.plan is not None
    before, after = ({one.task.id for one in placed_tasks(plan_of(data))} for data in (DATA, found.plan))
    assert (len(before - after), len(after - before)) == (1, 1)
