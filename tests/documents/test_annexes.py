"""Annexes of a plan: below its signature, each on a page of its own, number and name in the middle."""

from pathlib import Path

import pytest

from kshc_cli.documents.layout.catalogue import check_layout
from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.documents.rendering.template_form import FORMS
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.findings import Severity
from kshc_cli.plan.annexes import AnnexHeading, annex_heading, first_annex
from kshc_cli.plan.model import Paragraph, Plan, Section
from kshc_cli.source.edit.plan_yaml import plan_yaml
from tests.conftest import ROOT, Kshc
from tests.documents.pages import Page, laid_out, lines, pages_in, pdfs_of, squeezed
from tests.documents.variants import SMALL, alone, attached, sections
from tests.documents.word_file import body, text

NOTE = "(Kèm theo Kế hoạch kiểm soát thủ tục hành chính năm 2026)"
LONG_SIDE, SHORT_SIDE = 841.9, 595.3
LEFT_MARGIN, RIGHT_MARGIN, TOP_MARGIN = 85.05, 42.55, 56.7
SAME_LINE, ABOUT, SHORT = 2, 3, 130
FIRST = f"Phụ lục I\nDANH MỤC NHIỆM VỤ\n{NOTE}"
SECOND = f"Phụ lục II\nBIỂU MẪU BÁO CÁO KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ KIỂM SOÁT\nTHỦ TỤC HÀNH CHÍNH\n{NOTE}"


def with_annexes(plan: Plan) -> Plan:
    """Return the plan with its tables in an annex behind the text, and a second annex of words."""
    tables, words = sections(plan, 0, 1)
    mention = Paragraph(text="Nhiệm vụ tại Phụ lục I, báo cáo theo Phụ lục II kèm theo Kế hoạch này.")
    main = words.model_copy(update={"heading": "I. TỔ CHỨC THỰC HIỆN", "paragraphs": (mention, *words.paragraphs)})
    annexes = (
        tables.model_copy(update={"heading": FIRST}),
        Section(heading=SECOND, paragraphs=(Paragraph(text="1. Tên cơ quan báo cáo."),)),
        Section(paragraphs=(Paragraph(text="2. Số liệu trong kỳ."),)),
    )
    return attached(plan, sections=(main, *annexes))


PLANS = {"alone": alone(with_annexes(SMALL)), "decided": with_annexes(SMALL)}
CASES = [
    (name, form)
    for name, plan in PLANS.items()
    for form in FORMS
    if form.alone == (plan.decision is None) and form.size == 14
]


@pytest.mark.parametrize(("name", "form"), CASES)
def test_annexes_stand_behind_the_signature_and_break_no_rule(name: str, form: object) -> None:
    chosen = next(one for one in FORMS if one == form)
    document = render_decision(PLANS[name], (ROOT / "templates" / chosen.file_name).read_bytes())
    whole = squeezed(text(body(document)))
    order = ["TỔ CHỨC THỰC HIỆN", "Nơi nhận:"] if chosen.alone else ["Nơi nhận:", "KẾ HOẠCH"]
    places = [whole.find(squeezed(words)) for words in (*order, FIRST, SECOND, "2. Số liệu trong kỳ.")]
    assert whole.count(squeezed("Nơi nhận:")) == 1
    assert places == sorted(places)
    assert places[0] >= 0
    outcomes = check_layout(read_body(document)).outcomes
    found = [f"{one.rule}: {each.message}" for one in outcomes for each in one.findings]
    assert [one for one in found if "annex" in one] == []
    errors = {one.rule for one in outcomes for each in one.findings if each.severity is Severity.ERROR}
    assert errors == set()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    documents = {
        form.file_name.removesuffix(".docx"): render_decision(
            PLANS["alone"], (ROOT / "templates" / form.file_name).read_bytes()
        )
        for form in FORMS
        if form.alone and form.size == 14
    }
    return {name: pages_in(pdf) for name, pdf in pdfs_of(documents, tmp_path_factory.mktemp("annexes")).items()}


def test_each_annex_begins_a_page_and_no_page_is_empty(pages: dict[str, list[Page]]) -> None:
    for laid in pages.values():
        begins = [list(lines(page)) for page in laid]
        firsts = [said[1] if said[0].isdecimal() else said[0] for said in begins]
        assert [one for one in firsts if one.startswith("Phụ lục")] == ["Phụ lục I", "Phụ lục II"]
        assert sum(line.startswith("Phụ lục") for said in begins for line in said) == 2


def test_number_name_and_note_stand_in_the_middle(pages: dict[str, list[Page]]) -> None:
    for form, laid in pages.items():
        turned = form.endswith("ngang")
        for page in laid:
            begin = [word for word in page if word.bottom > TOP_MARGIN][:2]
            if [word.text for word in begin] == ["Phụ", "lục"]:
                label = [word for word in page if abs(word.bottom - begin[0].bottom) < SAME_LINE]
                table = turned and any(word.text == "STT" for word in page)
                middle = (LEFT_MARGIN + (LONG_SIDE if table else SHORT_SIDE) - RIGHT_MARGIN) / 2
                assert abs((label[0].left + label[-1].right) / 2 - middle) < ABOUT


def test_a_document_with_annexes_comes_back_as_its_plan(kshc: Kshc, tmp_path: Path) -> None:
    for name, plan in PLANS.items():
        source = tmp_path / f"{name}.yaml"
        source.write_text(plan_yaml(plan), encoding="utf-8")
        assert kshc("--plan", source, "render", "docx", "--out", tmp_path / f"{name}.docx").status == 0
        back = tmp_path / f"{name}-back.yaml"
        told = kshc("import", "docx", tmp_path / f"{name}.docx", "--like", source, "--out", back)
        assert (told.status, back.read_text("utf-8")) == (0, source.read_text("utf-8"))


def test_the_last_words_before_the_annexes_end_with_the_mark(kshc: Kshc, tmp_path: Path) -> None:
    source = tmp_path / "plan.yaml"
    source.write_text(plan_yaml(PLANS["alone"]), encoding="utf-8")
    assert "[missing-end-mark]" not in kshc("validate", source).out
    source.write_text(source.read_text("utf-8").replace("./.", "."), encoding="utf-8")
    assert kshc("validate", source).out.count("[missing-end-mark]") == 1


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        (FIRST, AnnexHeading("Phụ lục I", ("DANH MỤC NHIỆM VỤ",), (NOTE,))),
        ("PHỤ LỤC 01\n(Kèm theo Quyết định số 5)", AnnexHeading("PHỤ LỤC 01", (), ("(Kèm theo Quyết định số 5)",))),
        ("Phụ lục số 2", AnnexHeading("Phụ lục số 2", (), ())),
        ("Phụ lục\nBIỂU MẪU", AnnexHeading("Phụ lục", ("BIỂU MẪU",), ())),
        ("Phụ lục I. Danh mục", AnnexHeading("Phụ lục I. Danh mục", (), ())),
        ("Phu\u0323 lu\u0323c A", AnnexHeading("Phu\u0323 lu\u0323c A", (), ())),
        ("II. PHỤ LỤC", None),
        ("Phụ lụcx", None),
        ("", None),
        (None, None),
    ],
)
def test_headings_of_annexes_by_their_lines(heading: str | None, parts: AnnexHeading | None) -> None:
    assert annex_heading(heading) == parts


def test_what_follows_an_annex_belongs_to_it() -> None:
    assert first_annex(PLANS["alone"].plan.sections) == 1
    assert first_annex(SMALL.plan.sections) == len(SMALL.plan.sections)


def test_a_line_that_was_broken_by_hand_is_not_spread_over_its_width(tmp_path: Path) -> None:
    (_tables, words) = sections(SMALL, 0, 1)
    broken = words.model_copy(update={"heading": "I. TỔ CHỨC\nTHỰC HIỆN KẾ HOẠCH NĂM 2026 Ở XÃ"})
    document = render_decision(
        attached(SMALL, sections=(broken,)), (ROOT / "templates/quyet-dinh-ke-hoach.docx").read_bytes()
    )
    page = next(page for page in laid_out(document, tmp_path) if any(word.text == "I." for word in page))
    (first,) = [word for word in page if word.text == "I."]
    line = [word for word in page if abs(word.bottom - first.bottom) < SAME_LINE]
    assert [word.text for word in line] == ["I.", "TỔ", "CHỨC"]
    assert line[-1].right - line[0].left < SHORT
