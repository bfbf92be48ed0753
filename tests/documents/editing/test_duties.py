"""New paragraphs that give out a duty are told, because nobody follows paragraphs."""

from io import BytesIO

import pytest
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


def test_a_duty_without_a_day_is_told_without_one() -> None:
    """Below a heading that hands out duties."""
    [told] = with_paragraph("Văn phòng HĐND&UBND Thành phố bố trí kinh phí thực hiện Kế hoạch này.").told
    assert "says who does what, and is a paragraph" in told


@pytest.mark.parametrize(
    "words",
    [
        "Trong quá trình thực hiện nếu có vướng mắc, Công an tỉnh X phản ánh về Thành phố để tổng hợp./.",
        "Công an tỉnh X phản ánh về Thành phố khi có khó khăn.",
    ],
)
def test_what_a_body_does_if_something_happens_has_no_deadline(words: str) -> None:
    assert not with_paragraph(words).told


def test_a_paragraph_that_is_numbered_or_ends_otherwise_is_not_told() -> None:
    """What it says stood there before; what is said besides is told of."""
    last = "        - >-\n          Trong quá trình thực hiện"
    data = DATA.decode().replace(last, f'        - "1. {DUTY}"\n{last}').encode()
    for words, count in ((f"2) {DUTY[:-1]}./.", 0), (f"2. {DUTY[:-1]} và ngày 20/12/2024.", 1)):
        document = Document(BytesIO(document_to_edit(plan_of(data), data, TEMPLATE)))
        one = next(one for one in document.paragraphs if DUTY in one.text)
        one.runs[0].text = words
        for run in one.runs[1:]:
            run.text = ""
        stream = BytesIO()
        document.save(stream)
        found = merged(edited_document(stream.getvalue()), Opened(data, None))
        assert found.plan is not None
        assert words in found.plan.decode()
        assert len(found.told) == count


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
