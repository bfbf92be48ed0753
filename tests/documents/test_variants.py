"""Plans of all kinds in all forms of the template: whole, laid out as the decree says, nothing torn apart."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import groupby

import pytest

from kshc_cli.documents.components.act import ActKind
from kshc_cli.documents.components.recognition import recognised
from kshc_cli.documents.layout.catalogue import check_layout
from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.documents.rendering.template_form import FORMS, TemplateForm
from kshc_cli.documents.rendering.words import printed
from kshc_cli.documents.word.body import Block, Body, WordSection, WordTable, paragraphs_of
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.findings import Severity
from kshc_cli.plan.model import Plan
from tests.conftest import ROOT
from tests.documents.pages import Page, lines, pages_in, pdfs_of, squeezed
from tests.documents.variants import VARIANTS
from tests.documents.word_file import W, body, text, value

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
TOP_MARGIN = 56.7
LEFT_MARGIN, LEFT_BLOCK = 85.05, 232.7
ONE_LINE = 14
TEXT_WIDTHS = {False: 9354, True: 14286}

CASES: Mapping[str, tuple[Plan, TemplateForm]] = {
    f"{name}.{form.file_name.removesuffix('.docx')}": (plan, form)
    for name, plan in VARIANTS.items()
    for form in FORMS
    if form.alone == (plan.decision is None)
}
PAGED = [case for case, (_plan, form) in CASES.items() if (form.size == 13) is form.landscape]
"""The cases that LibreOffice lays out: the two forms that differ in everything, to save time."""


def document_of(case: str) -> bytes:
    plan, form = CASES[case]
    return render_decision(plan, (ROOT / "templates" / form.file_name).read_bytes())


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    """Return the Word file of each case."""
    return {case: document_of(case) for case in CASES}


@pytest.fixture(scope="module")
def bodies(documents: dict[str, bytes]) -> dict[str, Body]:
    """Return what kshc reads in the Word file of each case."""
    return {case: read_body(document) for case, document in documents.items()}


@pytest.fixture(scope="module")
def pages(documents: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """Return the pages of each case as LibreOffice lays them out."""
    paged = {case: documents[case] for case in PAGED}
    return {case: pages_in(pdf) for case, pdf in pdfs_of(paged, tmp_path_factory.mktemp("variants")).items()}


def said(value: object) -> Iterator[str]:
    """Yield the words of a record of printed words, in order, without the stamp, which stands above the title."""
    if isinstance(value, str):
        yield from value.split("\n")
    elif isinstance(value, tuple):
        for item in value:
            yield from said(item)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in {"number", "number_line", "date", "name", "annex"}:
                yield from said(getattr(value, field.name))


@pytest.mark.parametrize("case", CASES)
def test_all_words_are_printed_in_order(documents: dict[str, bytes], case: str) -> None:
    plan, form = CASES[case]
    words, whole = printed(plan), squeezed(text(body(documents[case])))
    assert "{" not in whole
    assert "None" not in whole
    place = 0
    for part in (words.plan, words.issuance) if form.alone else (words.decision, words.plan):
        for piece in said(part):
            place = whole.find(squeezed(piece), place)
            assert place >= 0, piece
    stamp = words.issuance or words.decision
    assert stamp
    assert squeezed(stamp.number_line) in whole
    assert squeezed(f"{words.issuer.place}, {stamp.date}") in whole
    assert squeezed(words.issuer.name).upper() in whole
    assert whole.count(squeezed(NATION)) == (2 if plan.decision and plan.plan.own_heading else 1)


@pytest.mark.parametrize("case", CASES)
def test_the_texts_are_recognised(bodies: dict[str, Body], case: str) -> None:
    plan, _form = CASES[case]
    found = recognised(bodies[case])
    kinds = [ActKind.DECISION, ActKind.ATTACHED] if plan.decision else [ActKind.NAMED]
    assert [act.kind for act in found.acts] == kinds
    assert found.strays == ()
    assert found.main
    assert [line.text for line in found.main.position] == list(plan.act.signature.lines)
    assert [line.text for line in found.main.signer] == [plan.act.signature.name]
    assert len(found.main.recipients) == len(plan.act.recipients)
    assert bool(found.acts[-1].reference) is (plan.plan.reference is not None)


OUT_OF_ORDER = {"nd30.I.II.6-numbering"}
FAULTS = {
    "no-heading-no-reference": {"nd30.mau-1.3-attached"},
    "text-only": OUT_OF_ORDER,  # begins with section II
    "tables-between": OUT_OF_ORDER,  # section II stands before section I
    "alone-tables-between": OUT_OF_ORDER,
}


@pytest.mark.parametrize("case", CASES)
def test_the_layout_is_that_of_the_decree(bodies: dict[str, Body], case: str) -> None:
    outcomes = check_layout(bodies[case]).outcomes
    failed = {one.rule for one in outcomes if any(finding.severity is Severity.ERROR for finding in one.findings)}
    assert failed == FAULTS.get(case.partition(".")[0], set())
    assert not {one.rule for one in outcomes if one.findings} & {"practice.table-header-row", "practice.row-split"}


def of_plan(read: Body, form: TemplateForm) -> tuple[WordSection, ...]:
    return read.sections if form.alone else read.sections[1:]


@pytest.mark.parametrize("case", CASES)
def test_pages_turn_where_tables_begin_and_end_and_numbers_run_on(bodies: dict[str, Body], case: str) -> None:
    plan, form = CASES[case]
    read = bodies[case]
    turned = [bool(section.tables) and form.landscape for section in plan.plan.sections]
    assert [section.landscape for section in of_plan(read, form)] == [way for way, _run in groupby(turned)]
    begins = [index == 0 or (index == 1 and not form.alone) for index in range(len(read.sections))]
    assert [section.restarts_at == 1 for section in read.sections] == begins
    assert [section.first_differs for section in read.sections] == begins
    for section in read.sections:
        assert (section.width, section.height) == ((16838, 11906) if section.landscape else (11906, 16838))
        assert (section.top, section.right, section.bottom, section.left) == (1134, 851, 1134, 1701)
        assert section.text_width == TEXT_WIDTHS[section.landscape]
        for table in (block for block in section.blocks if isinstance(block, WordTable)):
            assert sum(table.grid) == section.text_width
            assert [sum(cell.width for cell in row.cells) for row in table.rows] == [section.text_width] * len(
                table.rows
            )


@pytest.mark.parametrize("case", CASES)
def test_no_row_is_cut_and_each_page_repeats_the_header(bodies: dict[str, Body], case: str) -> None:
    tables = [block for block in bodies[case].blocks if isinstance(block, WordTable)]
    assert all(row.whole for table in tables for row in table.rows)
    for table in (table for table in tables if table.bordered):
        assert [row.header for row in table.rows] == [True] + [False] * (len(table.rows) - 1)
        assert all(paragraph.format.keep_next for cell in table.rows[0].cells for paragraph in cell.paragraphs)


@pytest.mark.parametrize("case", CASES)
def test_the_signature_is_kept_with_what_stands_before_it(bodies: dict[str, Body], case: str) -> None:
    blocks = bodies[case].blocks
    place = next(
        index
        for index, block in enumerate(blocks)
        if isinstance(block, WordTable) and text_of(block).startswith("Nơi nhận:")
    )
    before = blocks[:place]
    while not isinstance(before[-1], WordTable) and not before[-1].text.strip():
        assert before[-1].format.keep_next
        before = before[:-1]
    last = before[-1]
    kept = [p for cell in last.rows[-1].cells for p in cell.paragraphs] if isinstance(last, WordTable) else [last]
    assert all(paragraph.format.keep_next for paragraph in kept)


def text_of(block: Block) -> str:
    return " ".join(paragraph.text for paragraph in paragraphs_of((block,)))


@pytest.mark.parametrize("case", PAGED)
def test_headings_stand_on_one_line_and_no_page_is_empty(pages: dict[str, list[Page]], case: str) -> None:
    for heading in (NATION, MOTTO):
        found = [line for page in pages[case] for line in lines(page) if heading in line]
        plan = CASES[case][0]
        assert len(found) == (2 if plan.decision and plan.plan.own_heading else 1)
    for page in pages[case]:
        assert any(word.bottom > TOP_MARGIN for word in page)


@pytest.mark.parametrize("case", PAGED)
def test_page_numbers_are_hidden_on_the_first_page_of_each_text(pages: dict[str, list[Page]], case: str) -> None:
    plan, _form = CASES[case]
    begin = next(index for index, page in enumerate(pages[case]) if plan.plan.title in lines(page))
    expected = [str(number) for number in range(1, begin + 1)] + [
        str(number) for number in range(1, len(pages[case]) - begin + 1)
    ]
    shown = [" ".join(word.text for word in page if word.bottom < TOP_MARGIN) for page in pages[case]]
    assert shown == ["" if number == "1" else number for number in expected]


@pytest.mark.parametrize("case", PAGED)
def test_the_signature_stands_whole_on_a_page_with_text(pages: dict[str, list[Page]], case: str) -> None:
    signature = CASES[case][0].act.signature
    (page,) = (page for page in pages[case] if any(line.startswith("Nơi nhận:") for line in lines(page)))
    (label,) = (word for word in page if word.text == "nhận:")
    right = [word for word in page if word.left > LEFT_MARGIN + LEFT_BLOCK and word.bottom > label.top]
    assert squeezed("".join(word.text for word in right)).startswith(squeezed("".join(signature.lines)))
    assert " ".join(word.text for word in right).endswith(signature.name or "")
    assert abs(right[0].bottom - label.bottom) < ONE_LINE / 2
    assert any(TOP_MARGIN < word.bottom < label.top for word in page)


@pytest.mark.parametrize("case", PAGED)
def test_no_header_or_group_is_left_at_the_foot_of_a_page(
    documents: dict[str, bytes], pages: dict[str, list[Page]], case: str
) -> None:
    styles = {"BangNhom", "DeMuc", "DeMucBang", "LenhBanHanh"}
    leading = [each for each in body(documents[case]).iter(W + "p") if value(each, "pPr/pStyle", "val") in styles]
    headings = {squeezed(text(each)) for each in leading}
    headers = {squeezed(column.header) for column in CASES[case][0].plan.columns or ()}
    for page in pages[case]:
        last = squeezed(list(lines(page))[-1])
        assert last not in headings
        assert last not in headers


SIZES = {"Quốc hiệu": -1, "Cơ quan ban hành": -1} | dict.fromkeys(("Tiêu ngữ", "Tên loại", "Căn cứ", "Nội dung"), 0)
"""By style, how much larger than the body."""


@pytest.mark.parametrize("size", [14, 13])
def test_the_sizes_move_together(bodies: dict[str, Body], size: int) -> None:
    form = next(form for form in FORMS if form.size == size)
    seen = {each.format.style: each.mark.points for each in bodies[f"sa-dec.{form.file_name[:-5]}"].paragraphs}
    expected = {style: size + more for style, more in SIZES.items()}
    expected |= {"Số và ký hiệu": 13, "Nơi nhận": 12, "Danh sách nơi nhận": 11}
    assert {style: seen[style] for style in expected} == expected
