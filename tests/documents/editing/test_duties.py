"""New paragraphs that give out a duty are told, because nobody follows paragraphs."""

from io import BytesIO

from docx import Document

from kshc_cli.desk.merging import Merged, merged
from kshc_cli.desk.opening import Opened
from kshc_cli.documents.editing.wish import edited_document
from kshc_cli.documents.editing.writing import document_to_edit
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


def test_other_paragraphs_are_not_told() -> None:
    """One that says no day, and those that stood there."""
    assert not with_paragraph(OTHER).told
