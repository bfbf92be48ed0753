"""Whatever is edited in Word arrives in the plan, and nothing else of the plan changes."""

from functools import cache
from random import Random

import pytest

from kshc_cli.desk.merging import merged
from kshc_cli.desk.opening import Opened
from kshc_cli.documents.editing.wish import edited_document
from kshc_cli.documents.editing.writing import document_to_edit
from kshc_cli.documents.importing.words import typed
from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.plan.model import Plan, Task
from kshc_cli.plan.walk import placed_tasks
from kshc_cli.source.plan_text import read_plan_file
from tests.conftest import ROOT
from tests.documents.editing.random_edits import Edited

DATA = (ROOT / "plan.yaml").read_bytes()
TEMPLATE = (ROOT / "templates" / "quyet-dinh-ke-hoach.docx").read_bytes()


def plan_of(data: bytes) -> Plan:
    """Return the plan that a file holds."""
    plan = read_plan_file(data).plan
    assert plan is not None
    return plan


def rows_of(plan: Plan) -> list[str]:
    """Return the ids of the rows of a plan."""
    return [one.task.id for one in placed_tasks(plan) if isinstance(one.task, Task)]


def shown(document: bytes) -> list[str]:
    """Return what a document says, paragraph by paragraph."""
    return [words for one in read_body(document).paragraphs if (words := typed(one))]


@cache
def to_edit() -> bytes:
    """Return the project's plan as a Word file to be edited."""
    return document_to_edit(plan_of(DATA), DATA, TEMPLATE)


@pytest.fixture(scope="module")
def word() -> bytes:
    """Return that file."""
    return to_edit()


def test_a_file_that_nobody_edited_changes_nothing(word: bytes) -> None:
    """Not a byte, and nothing is told."""
    found = merged(edited_document(word), Opened(DATA, None))
    assert (found.plan, found.not_taken, found.conflicts) == (DATA, (), ())


@pytest.mark.parametrize("seed", range(6))
def test_random_edits_arrive_exactly(seed: int) -> None:
    assert_arrives(seed)


def tables_in(plan: Plan) -> int:
    return sum(len(one.tables) for one in plan.plan.sections)


def assert_arrives(seed: int) -> None:
    """Edit the file by chance, and take it back.

    The document of the changed plan says what the edited file says; rows keep their ids, lines their bytes.
    """
    edited = Edited(to_edit(), rows_of(plan_of(DATA)), seed)
    for _number in range(Random(seed).randint(2, 6)):  # noqa: S311  no secret
        edited.edit()
    document = edited.save()
    found = merged(edited_document(document), Opened(DATA, None))
    assert found.plan is not None, edited.done
    told = [one for one in found.not_taken if "a duty quotes" not in one.sentence]
    assert all("a copy of the table" in one.sentence for one in told), edited.done
    plan = plan_of(found.plan)
    assert tables_in(plan) - tables_in(plan_of(DATA)) + len(told) == edited.done.count("copy_table"), edited.done
    assert found.not_taken or shown(render_decision(plan, TEMPLATE)) == shown(document), edited.done
    assert merged(edited_document(document), Opened(found.plan, None)).plan == found.plan, (
        "the same file again changes nothing"
    )
    ids = rows_of(plan)
    known = set(rows_of(plan_of(DATA)))
    if "copy_table" in edited.done:  # a copy that a plan can say where it stands is a new table, with tasks of its own
        assert [one for one in ids if one in known] == [one for one in edited.ids() if one], edited.done
    else:
        assert [one if one in known else None for one in ids] == edited.ids(), edited.done
    assert len({*ids}) == len(ids)
    if not {"remove", "remove_row"} & {*edited.done}:
        old, new = (data.decode().split("\n") for data in (DATA, found.plan))
        remarks = {line for line in old if line.lstrip().startswith("#")}
        if {"move_row", "exchange", "cut_table"} & {*edited.done}:  # a remark moves in, or out, with its row
            remarks, new = {line.strip() for line in remarks}, [line.strip() for line in new]
        assert remarks <= {*new}


@pytest.mark.parametrize("seed", range(100, 106))
def test_two_files_of_one_plan_double_nothing(word: bytes, seed: int) -> None:
    """Whatever two people edited, both taken over and then the first once more: each id stands once, or is told."""
    files = list[bytes]()
    for number in (seed, seed + 1000):
        edited = Edited(word, rows_of(plan_of(DATA)), number)
        for _step in range(3):
            edited.edit()
        files.append(edited.save())
    data = DATA
    for document in (*files, files[0]):
        found = merged(edited_document(document), Opened(data, None))
        assert not found.unplaced
        if found.plan is None:
            assert found.conflicts
            return
        data = found.plan
        ids = rows_of(plan_of(data))
        assert len({*ids}) == len(ids)
