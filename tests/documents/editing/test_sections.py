"""Sections moved as a whole in the Word file of a plan: each arrives as it is, or nothing does."""

from io import BytesIO
from itertools import takewhile
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from kshc_cli.desk.merging import Merged, merged
from kshc_cli.desk.opening import Opened
from kshc_cli.documents.editing.wish import edited_document
from kshc_cli.documents.editing.writing import document_to_edit
from kshc_cli.documents.rendering.decision import render_decision
from tests.conftest import ROOT
from tests.documents.editing.random_edits import bare, sections_of
from tests.documents.editing.test_random_edits import plan_of, shown

PLANS = {
    "tables": (ROOT / "plan.yaml", "quyet-dinh-ke-hoach.docx"),
    "prose": (ROOT / "examples" / "ward-prose" / "plan.yaml", "ke-hoach.docx"),
    "annexes": (ROOT / "examples" / "province-annexes" / "plan.yaml", "quyet-dinh-ke-hoach.docx"),
}
NUMERALS = ("I", "II", "III", "IV")


class Moving:
    """A Word file of a plan whose sections are moved."""

    def __init__(self, name: str) -> None:
        path, template = PLANS[name]
        self.data = path.read_bytes()
        self.template = (ROOT / "templates" / template).read_bytes()
        self.document = Document(BytesIO(document_to_edit(plan_of(self.data), self.data, self.template)))
        *others, last = sections_of(self.document)
        self.sections = [*others, [*takewhile(lambda one: not "".join(one.itertext()).startswith("Phụ lục"), last)]]

    def move(self, moved: int, before: int) -> None:
        """Put a section before another one; behind the last one for one more than that."""
        end = self.sections[-1][-1].getnext()
        behind = end if before == len(self.sections) else self.sections[before][0]
        for one in self.sections[moved]:
            behind.addprevious(one)

    def renumber(self) -> None:
        """Give all sections the numbers that they have now, as somebody does by hand: in place of the old ones."""
        for number, (head, *_others) in enumerate(sections_of(self.document)):
            first, *others = head.iter(qn("w:t"))
            words = "".join(one.text for one in (first, *others))
            first.text = f"{NUMERALS[number]}. {words.partition('. ')[2]}"
            for one in others:
                one.text = ""

    def unmark(self) -> None:
        """Take all marks out, as a program does that keeps none where something is pasted."""
        for one in [*self.document.element.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
            one.getparent().remove(one)

    def saved(self) -> bytes:
        stream = BytesIO()
        self.document.save(stream)
        return stream.getvalue()

    def merged(self) -> Merged:
        return merged(edited_document(self.saved()), Opened(self.data, None))


@pytest.mark.parametrize("marks", [True, False], ids=["marks", "no-marks"])
@pytest.mark.parametrize("numbers", ["old", "new"])
@pytest.mark.parametrize(
    ("name", "moved", "before"),
    [
        ("tables", 0, 2),
        ("tables", 0, 4),
        ("tables", 3, 0),
        ("tables", 2, 1),
        ("prose", 2, 0),
        ("prose", 0, 2),
        ("annexes", 2, 4),
        ("annexes", 0, 4),
    ],
)
def test_a_section_moves_as_a_whole(name: str, moved: int, before: int, numbers: str, *, marks: bool) -> None:
    """All its lines, as they are; with numbers typed anew those of the headings alone change."""
    moving = Moving(name)
    moving.move(moved, before)
    if numbers == "new":
        moving.renumber()
    if not marks:
        moving.unmark()
    found = moving.merged()
    assert found.plan is not None
    assert not found.not_taken
    assert shown(render_decision(plan_of(found.plan), moving.template)) == shown(moving.saved())
    old, new = (sorted(data.decode().splitlines()) for data in (moving.data, found.plan))
    if numbers == "new":
        old, new = ([line for line in lines if "heading:" not in line] for lines in (old, new))
    assert new == old
    assert merged(edited_document(moving.saved()), Opened(found.plan, None)).plan == found.plan


def _leave_a_table(moving: Moving) -> None:
    table = [one for one in moving.sections[0] if one.tag == qn("w:tbl")][1]
    moving.sections[0].remove(table)
    moving.move(0, 2)


def _move_the_heading(moving: Moving) -> None:
    moving.sections[3] = moving.sections[3][:1]
    moving.move(3, 2)


@pytest.mark.parametrize(
    ("edit", "heading", "reason"),
    [
        (_leave_a_table, "I. NỘI DUNG VÀ THỜI GIAN TRIỂN KHAI.", "not all of its tables with it"),
        (_move_the_heading, "IV. TỔ CHỨC THỰC HIỆN", "only plan.yaml can say"),
    ],
)
def test_a_section_moved_in_part_stays(edit: Any, heading: str, reason: str) -> None:  # noqa: ANN401
    """It is told once, and nothing changes."""
    moving = Moving("tables")
    edit(moving)
    found = moving.merged()
    assert found.plan == moving.data
    [told] = found.not_taken
    assert (told.words, reason in told.sentence) == (heading, True)


def test_a_copy_of_a_section_is_a_new_one() -> None:
    """The section itself stays what it is, wherever its copy stands."""
    moving = Moving("prose")
    for one in moving.sections[2]:
        moving.sections[1][0].addprevious(one.__copy__())
    found = moving.merged()
    assert found.plan is not None
    assert not found.not_taken
    assert shown(render_decision(plan_of(found.plan), moving.template)) == shown(moving.saved())
    assert {*moving.data.decode().splitlines()} <= {*found.plan.decode().splitlines()}


def test_annexes_change_places() -> None:
    """An annex begins with its title, which stands above its table."""
    moving = Moving("annexes")
    first, second = (one._p for one in moving.document.paragraphs if one.text in {"Phụ lục I", "Phụ lục II"})  # noqa: SLF001
    for one in [second, *second.itersiblings()]:
        if one.tag != qn("w:sectPr"):
            first.addprevious(one)
    found = moving.merged()
    assert found.plan is not None
    assert not found.not_taken
    old, new = (plan_of(data).plan.sections for data in (moving.data, found.plan))
    assert new == (*old[:-2], old[-1], old[-2])


@pytest.mark.parametrize("marks", [True, False], ids=["marks", "no-marks"])
def test_a_copy_behind_a_section_whose_heading_was_typed_over_is_a_new_one(*, marks: bool) -> None:
    """Nothing of it is of the section before; that its paragraphs give out duties is told of each."""
    moving = Moving("prose")
    own = moving.sections[2][:4]  # a section without a heading stands behind it
    end = own[-1].getnext()
    for one in own:
        end.addprevious(one.__copy__() if marks else bare(one))
    head, *others = end.getparent()[end.getparent().index(end) - len(own)].iter(qn("w:t"))
    head.text = "IV. TỔ CHỨC THỰC HIỆN THÊM"
    for one in others:
        one.text = ""
    found = moving.merged()
    assert found.plan is not None
    assert not found.not_taken
    assert shown(render_decision(plan_of(found.plan), moving.template)) == shown(moving.saved())
    old, new = (plan_of(data).plan.sections for data in (moving.data, found.plan))
    assert (new[:3], new[4:]) == (old[:3], old[3:])
    assert [(one.heading, len(one.paragraphs)) for one in new[3:4]] == [("IV. TỔ CHỨC THỰC HIỆN THÊM", 3)]
    assert ["says who does what by when" in one for one in found.told].count(True) >= 2
