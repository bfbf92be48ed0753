"""New paragraphs that give out a duty are told, because nobody follows paragraphs."""

from io import BytesIO

from docx import Document
from docx.oxml.ns import qn

from kshc_cli.desk.merging import Merged, merged
from kshc_cli.desk.opening import Opened
from kshc_cli.documents.editing.wish import edited_document
from kshc_cli.documents.editing.writing import document_to_edit
from tests.documents.editing.random_edits import bare
from tests.documents.editing.test_random_edits import DATA, TEMPLATE, plan_of

DUTY = "Văn phòng HĐND&UBND Thành phố báo cáo UBND Tỉnh trước ngày 15/12/2024."
OTHER = "Các đơn vị phối hợp chặt chẽ trong quá trình thực hiện."


def with_paragraph(words: str) -> Merged:
    """Return what becomes of the project's plan with a paragraph more in its last section."""
    document = Document(BytesIO(document_to_edit(plan_of(DATA), DATA, TEMPLATE)))
    last = next(one for one in document.paragraphs if one.text.startswith("Trong quá trình thực hiện"))
    last.insert_paragraph_before(words, style=last.style)
    stream = BytesIO()
    document.save(stream)
    return merged(edited_document(stream.getvalue()), Opened(DATA, None))


def test_a_new_paragraph_with_a_duty_is_told() -> None:
    """It is taken as a paragraph, and said to be one; the same plan is told nothing of it again."""
    found = with_paragraph(DUTY)
    assert found.plan is not None
    assert DUTY in [one.text for one in plan_of(found.plan).plan.sections[-1].paragraphs]
    assert [one.startswith(f"“{DUTY}” says who does what by when") for one in found.told] == [True]


def test_a_duty_of_a_body_that_the_plan_does_not_know_is_told() -> None:
    [told] = with_paragraph("Công an tỉnh X báo cáo kết quả trước ngày 20/6/2024.").told
    assert "“Công an tỉnh X”, which the plan does not know" in told


def test_a_copied_row_that_kept_its_number_is_told() -> None:
    """Whatever it has in common with its original."""
    document = Document(BytesIO(document_to_edit(plan_of(DATA), DATA, TEMPLATE)))
    row = next(one for table in document.tables for one in table.rows if one.cells[0].text == "2.1")
    new = bare(row._tr)  # noqa: SLF001  python-docx has no other way
    row._tr.addnext(new)  # noqa: SLF001
    first, *others = new.tc_lst[1].iter(qn("w:t"))
    first.text = "Một việc khác hẳn"
    for one in others:
        one.text = ""
    stream = BytesIO()
    document.save(stream)
    found = merged(edited_document(stream.getvalue()), Opened(DATA, None))
    assert found.told == (
        "The new task 1.2.4 has the number “2.1” of 1.2.1: number it anew, unless one number is for both.",
    )


def test_other_paragraphs_are_not_told() -> None:
    """One that says no day, and those that stood there."""
    assert not with_paragraph(OTHER).told
