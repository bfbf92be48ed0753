"""Nothing is lost unsaid: every word of a document is in the plan, is listed, or stands in every document."""

import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kshc_cli.compare.printed import held
from kshc_cli.documents.importing.document import imported
from kshc_cli.documents.importing.errors import NoTaskTableError
from kshc_cli.documents.word.body import Body
from kshc_cli.plan.model import Plan
from kshc_cli.plan.record import GAP
from kshc_cli.source.edit.plan_yaml import plan_yaml
from kshc_cli.source.plan_text import read_plan_file
from tests.documents.importing.foreign import BOLD, CENTRE, DOWN, HEADER, TASK, UP, cell, plan, row, table, wide
from tests.documents.importing.test_foreign import FULL, left
from tests.documents.word_xml import p, read, tbl, tc, tr


def words_in(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


FIXED = words_in("Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc Nơi nhận: Số: QUYẾT ĐỊNH:")
"""The words that every document has."""


def words_of(body: Body) -> Counter[str]:
    notes = [one.printed for one in body.notes]
    return words_in(held(" ".join((*(one.printed for one in body.paragraphs), *notes))))


def words_of_plan(plan_: Plan) -> Counter[str]:
    """Count the words of a plan as its document would have them; its registry, keys and ids are not the document's."""
    bare = plan_.model_copy(update={"agencies": ()})
    data = bare.model_dump(mode="json", exclude={"agencies", "calendar", "format", "year"})
    return words_in(" ".join(_texts(data)))


def _texts(value: object, key: str = "") -> list[str]:
    match value:
        case dict():
            return [text for name, each in value.items() for text in _texts(each, str(name))]
        case list():
            return [text for each in value for text in _texts(each, key)]
        case str() if key == "date":
            year, month, day = value.split("-")
            return [f"ngày {day} tháng {int(month)} năm {year}"]
        case str() if key not in {"id", "role", "key"}:
            return [value.replace(GAP, "")]
        case _:
            return []


@pytest.mark.parametrize(
    "body",
    [
        plan(FULL),
        plan(
            p("I. MỘT", "", BOLD) + p("Lời.") + table(HEADER, TASK, row("2", "b", "Sở B", ""))
            + table(row("Khoản", "Số")) + p("Hết./.")
        ),
        plan(p("Mở đầu.") + table(HEADER, tr(cell("A. Nhóm", wide(4))), TASK, tr(cell("Cuối bảng", wide(4)))))
        + p("Sau cùng"),
    ],
)  # fmt: skip
def test_every_word_is_in_the_plan_or_listed(body: str) -> None:
    document = read(body)
    found = imported(document)
    listed = words_in(" ".join(left(found)))
    missing = words_of(document) - (words_of_plan(found.plan) + listed + FIXED)
    assert not missing
    assert plan_yaml(found.plan)


WORDS = (
    *("bổ sung", "Văn phòng", "Quý I", "(1)", "3", "II", "A.", "……", "", "Thủ trưởng đơn vị", "2024", "&<"),
    *("hoa\u0300", "\u200b", "a\u00adb"),
)
LINES = (
    *("KẾ HOẠCH", "QUYẾT ĐỊNH", "QUYẾT ĐỊNH:", "PHỤ LỤC", "Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH", "KT. CHỦ TỊCH"),
    *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 5/KH", "Số:", "Số 7", "UBND XÃ TÂN"),
    *("Tân An, ngày 05 tháng 3 năm 2024", "ngày tháng năm", "ngày 31 tháng 2 năm 2024", "ngày 1 tháng 1 năm 0001"),
    *("(Kèm theo Quyết định số 5/KH ngày 05 tháng 3 năm 2024)", "Căn cứ Luật;", "Điều 1. Thi hành", "I. Mở đầu"),
    *("năm 1945", "_____", "Các đồng chí", "Mục 1. Chung", "./.", "1. Rà soát", "Lê Văn Tám", "BIỂU", "Ghi chú: x"),
)
"""Every line that some part of an official document is known by."""

HEADERS = ("STT", "Nội dung", "Chủ trì", "Thời gian", "Phối hợp", "Kết quả", "Thời hạn hoàn thành", "Khác", "")


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Documents in which everything can stand anywhere, in tables of any shape."""
    looks = st.sampled_from((("", ""), (CENTRE, BOLD), ("", BOLD), (CENTRE, ""), ('<w:outlineLvl w:val="0"/>', "")))
    lines = st.builds(lambda words, look: p(words, *look), st.sampled_from(LINES + WORDS), looks)
    shapes = st.sampled_from(("", "", "", wide(2), wide(3), DOWN, UP))

    def rows(words: tuple[str, ...]) -> st.SearchStrategy[str]:
        cells = st.builds(cell, st.sampled_from(words), shapes, st.sampled_from(("", BOLD)))
        return st.lists(cells, max_size=5).map(lambda inside: tr(*inside))

    tops = st.lists(rows(HEADERS) | st.just(HEADER), min_size=1, max_size=2)
    tables = st.builds(lambda top, rest: table(*top, *rest), tops, st.lists(rows(WORDS), max_size=4))
    sides = st.lists(lines, max_size=4).map("".join)
    plain = st.builds(lambda one, other: tbl(tr(tc(one), tc(other))), sides, sides)
    return "".join(draw(st.lists(lines | tables | plain, max_size=12)))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(bodies())
def test_whatever_stands_in_a_document_is_placed_or_listed(body: str) -> None:
    document = read(body)
    try:
        found = imported(document, year=2024)
    except NoTaskTableError:
        return
    written = read_plan_file(plan_yaml(found.plan).encode())
    assert (written.plan, written.findings) == (found.plan, ())
    again = imported(document, year=2024, like=found.plan)
    assert (again.plan, again.left) == (found.plan, found.left)
    missing = words_of(document) - (words_of_plan(found.plan) + words_in(" ".join(left(found))))
    issuer = found.plan.issuer
    tables = (one.columns or found.plan.plan.columns for section in found.plan.plan.sections for one in section.tables)
    headers = (column.header for columns in tables for column in columns or ())
    # a header, or the issuer, that stands there twice is said once; a blank date is null
    repeated = (*headers, issuer.name, issuer.parent or "", "ngày tháng năm")
    assert set(missing) <= set(FIXED | words_in(" ".join(repeated)))


RECIPIENTS = tc(
    p("Nơi nhận:").replace("</w:t>", "</w:t><w:br/><w:t>- Như trên;</w:t><w:br/><w:t>- Lưu: VT, TCKT.</w:t>")
)
SECOND_SIGNATURE = tbl(
    tr(RECIPIENTS, tc(p("THỦ TRƯỞNG ĐƠN VỊ", CENTRE, BOLD) + p("") + p("Trần Văn Ký", CENTRE, BOLD)))
)


def test_recipients_and_signature_of_an_annex_are_listed_though_lines_share_a_paragraph() -> None:
    body = plan(table(HEADER, TASK)) + p("PHỤ LỤC I", CENTRE, BOLD) + p("Biểu mẫu.") + SECOND_SIGNATURE
    said = " ".join(finding.word_place.quote or "" for finding in imported(read(body)).left if finding.word_place)
    assert all(words in said for words in ("- Như trên;", "- Lưu: VT, TCKT.", "THỦ TRƯỞNG ĐƠN VỊ", "Trần Văn Ký"))


def test_who_issues_an_annex_is_listed_though_the_nation_stands_in_the_same_paragraph() -> None:
    line = p("TRƯỜNG TIỂU HỌC MỸ LONG@CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "", BOLD)
    top = line.replace("@", '</w:t><w:tab/><w:tab/><w:t xml:space="preserve">')
    motto = p("Độc lập - Tự do - Hạnh phúc", CENTRE, BOLD)
    form = top + motto + p("PHIẾU BÁO CÁO", CENTRE, BOLD) + p("Nội dung phiếu.")
    said = " ".join(
        finding.word_place.quote or ""
        for finding in imported(read(plan(table(HEADER, TASK)) + form)).left
        if finding.word_place
    )
    assert "TRƯỜNG TIỂU HỌC MỸ LONG" in said
