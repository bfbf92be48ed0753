"""The document says what the plan says, to the letter and in its order."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kshc_cli.documents.components.wording import date_words
from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.documents.rendering.words import NO_BREAK_SPACE, printed
from kshc_cli.plan.model import Plan
from kshc_cli.plan.record import BLANK
from tests.conftest import ROOT
from tests.documents.conftest import Changed
from tests.documents.word_file import W, body, paragraphs, styled, text

GOLDEN = (ROOT / "tests" / "golden" / "plan-2024.txt").read_text("utf-8").splitlines()
ISSUER = ["ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", "ỦY BAN NHÂN DÂN THÀNH PHỐ SA ĐÉC"]
NATION = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
SPACE = NO_BREAK_SPACE

WORDS = st.text(st.characters(exclude_categories=["C"]) | st.sampled_from("{}%#_&<>\"'\\ \n"), min_size=1, max_size=60)


def test_the_document_holds_the_golden_words_its_headings_and_nothing_else(document: bytes) -> None:
    golden = [line.replace("[?]", BLANK) for line in GOLDEN]
    plan = golden.index("KẾ HOẠCH")
    stamp = [f"Số: 0{BLANK}/QĐ-UBND-HC", "Sa Đéc, ngày 09 tháng 01 năm 2024"]
    expected = [*ISSUER, *NATION, *stamp, *golden[:plan], *ISSUER, *NATION, *golden[plan:]]
    assert paragraphs(document) == expected


def test_words_that_look_like_tags_or_markup_come_out_as_they_are(changed: Changed, template: bytes) -> None:
    words = "{{ issuer.name }} {% if x %} {# c #} {_{ a }_} {_% b %_} HĐND&UBND &amp; <w:t> ]]> \"“'”"

    def edit(data: Any) -> None:  # noqa: ANN401  whatever YAML holds
        data["decision"]["subject"] = words
        data["plan"]["sections"][0]["tables"][0]["heading"] = words
        data["plan"]["reference"] = f"{words} {{number}} {{other}}"

    document = render_decision(changed(edit), template)
    assert styled(document, "TrichYeu")[0] == words
    assert styled(document, "DeMucBang")[0] == words
    assert styled(document, "DongKemTheo") == [f"{words} 0{BLANK}/QĐ-UBND-HC {{other}}"]


@given(words=WORDS.filter(str.strip))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_come_out_to_the_letter(changed: Changed, template: bytes, words: str) -> None:
    def edit(data: Any) -> None:  # noqa: ANN401  whatever YAML holds
        data["plan"]["preamble"] = [words]
        data["plan"]["sections"] = data["plan"]["sections"][:1]
        table = data["plan"]["sections"][0]["tables"][3]
        table["tasks"] = [table["tasks"][0] | {"content": words}]
        data["plan"]["sections"][0]["tables"] = [table]

    lines = [line for line in words.replace("[?]", BLANK).split("\n") if line.strip()]
    document = render_decision(changed(edit), template)
    assert styled(document, "NoiDung")[-len(lines) :] == lines
    assert styled(document, "BangChu")[: len(lines)] == lines


def test_a_line_break_begins_a_new_paragraph(changed: Changed, template: bytes) -> None:
    def edit(data: Any) -> None:  # noqa: ANN401  whatever YAML holds
        data["decision"]["articles"] = ["Điều 1. Một.\n\n \n1. Hai.", "Điều 2. Ba./.\n"]
        data["decision"]["subject"] = "Về việc\nban hành"

    document = render_decision(changed(edit), template)
    assert styled(document, "NoiDung")[:2] == ["Điều 1. Một.", "1. Hai."]
    assert styled(document, "NoiDungCuoi") == ["Điều 2. Ba./."]
    assert styled(document, "TrichYeu")[0] == "Về việc\nban hành"


def test_a_draft_shows_blanks_for_what_is_open(changed: Changed, template: bytes) -> None:
    def edit(data: Any) -> None:  # noqa: ANN401  whatever YAML holds
        data["decision"] |= {"number": None, "date": None, "signature": {"lines": ["CHỦ TỊCH"], "name": None}}

    document = render_decision(changed(edit), template)
    day = f"ngày{5 * SPACE}tháng{5 * SPACE}năm 2024"
    assert styled(document, "SoKyHieu") == [f"Số:{8 * SPACE}/QĐ-UBND-HC"]
    assert styled(document, "DiaDanhNgay") == [f"Sa Đéc, {day}"]
    line = f"(Ban hành kèm theo Quyết định số {8 * SPACE}/QĐ-UBND-HC {day} của Ủy ban nhân dân thành phố Sa Đéc)"
    assert styled(document, "DongKemTheo") == [line]
    assert styled(document, "NguoiKy") == [""]


def test_number_and_date_are_stated_once_and_stand_in_three_places(changed: Changed, template: bytes) -> None:
    def edit(data: Any) -> None:  # noqa: ANN401  whatever YAML holds
        data["decision"] |= {"number": "05", "date": "2024-10-20"}

    document = render_decision(changed(edit), template)
    assert styled(document, "SoKyHieu") == ["Số: 05/QĐ-UBND-HC"]
    assert styled(document, "DiaDanhNgay") == ["Sa Đéc, ngày 20 tháng 10 năm 2024"]
    assert "số 05/QĐ-UBND-HC ngày 20 tháng 10 năm 2024 của" in styled(document, "DongKemTheo")[0]


def test_own_heading_and_parent_can_be_left_out(changed: Changed, template: bytes) -> None:
    def edit(data: Any) -> None:  # noqa: ANN401  whatever YAML holds
        data["plan"]["own_heading"] = False
        del data["issuer"]["parent"]

    document = render_decision(changed(edit), template)
    assert styled(document, "QuocHieu") == NATION[:1]
    assert styled(document, "CoQuanChuQuan") == []
    assert styled(document, "CoQuanBanHanh") == ISSUER[1:]


def test_an_empty_cell_keeps_its_paragraph(changed: Changed, template: bytes) -> None:
    """Word refuses to open a file with a cell that holds none."""

    def edit(data: Any) -> None:  # noqa: ANN401  whatever YAML holds
        data["plan"]["sections"][0]["tables"][3]["tasks"][0] |= {"result": None, "time": None}

    cells = list(body(render_decision(changed(edit), template)).iter(W + "tc"))
    assert all(cell.find(W + "p") is not None for cell in cells)
    assert [text(cell) for cell in cells].count("") == 2


def test_a_table_shows_its_own_columns(changed: Changed, template: bytes) -> None:
    def edit(data: Any) -> None:  # noqa: ANN401  whatever YAML holds
        columns = [("time", "Thời hạn", 3), ("number", "TT", 1), ("content", "Việc", 6)]
        table = data["plan"]["sections"][0]["tables"][3]
        table["columns"] = [{"role": role, "header": words, "width": str(width)} for role, words, width in columns]

    table = list(body(render_decision(changed(edit), template)).iterchildren(W + "tbl"))[-1]
    rows = [[text(cell) for cell in row.iter(W + "tc")] for row in table.iter(W + "tr")]
    assert rows[0] == ["Thời hạn", "TT", "Việc"]
    assert rows[1][:2] == ["Khi có yêu cầu", "1"]
    grid = [int(column.get(W + "w")) for column in table.iter(W + "gridCol")]
    assert grid == [2806, 936, 5612]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 1, 9), "ngày 09 tháng 01 năm 2024"),
        (date(2024, 2, 10), "ngày 10 tháng 02 năm 2024"),
        (date(2024, 3, 1), "ngày 01 tháng 3 năm 2024"),
        (date(2024, 12, 31), "ngày 31 tháng 12 năm 2024"),
    ],
)
def test_a_zero_stands_before_days_below_ten_and_january_and_february_only(day: date, words: str) -> None:
    assert date_words(day) == words


def test_number_and_time_are_centred(plan: Plan) -> None:
    row = printed(plan).plan.sections[0].tables[3].rows[0]
    assert [cell.centred for cell in row.cells] == [True, False, False, False, False, True]
