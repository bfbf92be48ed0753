"""The pages as LibreOffice lays them out: nothing is cut off, headings and page numbers stand where they belong."""

import re
from itertools import accumulate, pairwise
from typing import Any

import pytest

from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.documents.word.metrics import width
from tests.documents.conftest import Changed
from tests.documents.pages import Page, laid_out, lines, squeezed
from tests.documents.word_file import W, body, task_tables, text, value

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PAGES_OF_DECISION = 2
LEFT_MARGIN, RIGHT_EDGE = 85.05, 595.3 - 42.55
TOP_MARGIN, BOTTOM_EDGE = 56.7, 841.9 - 56.7
NUMBER_COLUMN = 120
TWIPS = 20


@pytest.fixture(scope="session")
def pages(document: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """Return the pages of the plan of Sa Đéc."""
    return laid_out(document, tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="session")
def draft(changed: Changed, template: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """Return the pages of a draft: long names, no number, no date, a row taller than a page."""

    def edit(data: Any) -> None:  # noqa: ANN401  whatever YAML holds
        data["decision"] |= {"number": None, "date": None}
        name = "Sở Nông nghiệp và Môi trường Thành phố Hồ Chí Minh"
        data["issuer"] |= {"name": name, "place": "Thành phố Hồ Chí Minh"}
        tall = "\n".join(f"- Việc thứ {number} trong một hàng cao hơn trang giấy." for number in range(90))
        data["plan"]["sections"][0]["tables"][0]["groups"][0]["tasks"][0]["content"] = tall

    return laid_out(render_decision(changed(edit), template), tmp_path_factory.mktemp("draft"))


def columns(table: Any) -> list[tuple[float, float]]:  # noqa: ANN401  lxml has no types
    """Return the left and right edge of each column in points."""
    widths = [int(column.get(W + "w")) / TWIPS for column in table.iter(W + "gridCol")]
    return list(pairwise(accumulate(widths, initial=LEFT_MARGIN)))


def column_text(pages: list[Page], left: float, right: float) -> str:
    """Return what stands between two edges, down all pages, without white space."""
    inside = (
        sorted(
            (word for word in page if left <= (word.left + word.right) / 2 <= right),
            key=lambda word: (word.top, word.left),
        )
        for page in pages
    )
    return squeezed("".join(word.text for page in inside for word in page))


def number_of(page: Page) -> list[str]:
    return [word.text for word in page if word.bottom < TOP_MARGIN]


def test_the_decision_takes_two_pages_and_the_plan_about_ten(pages: list[Page]) -> None:
    assert 11 <= len(pages) <= 13
    begins = [number for number, page in enumerate(pages) if any(NATION in line for line in lines(page))]
    assert begins == [0, PAGES_OF_DECISION]


def test_nation_and_motto_stand_on_one_line_each(pages: list[Page], draft: list[Page]) -> None:
    for page in (pages[0], pages[PAGES_OF_DECISION], draft[0], draft[PAGES_OF_DECISION]):
        for heading in (NATION, MOTTO):
            assert sum(heading in line for line in lines(page)) == 1


def test_headings_break_evenly(pages: list[Page]) -> None:
    found = [line for line in lines(pages[0]) if "SA ĐÉC" in line or "ỦY BAN" in line]
    assert found == [
        f"ỦY BAN NHÂN DÂN {NATION}",
        "ỦY BAN NHÂN DÂN",
        "THÀNH PHỐ SA ĐÉC",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ SA ĐÉC",
    ]


def test_every_word_of_every_cell_stands_in_its_column(document: bytes, pages: list[Page]) -> None:
    place = dict.fromkeys(range(6), 0)
    found = 0
    for table in task_tables(document):
        edges = columns(table)
        down = [column_text(pages[PAGES_OF_DECISION:], left, right) for left, right in edges]
        for row in table.iterchildren(W + "tr"):
            cells = list(row.iter(W + "tc"))
            for index, cell in enumerate(cells if len(cells) == len(edges) else []):
                start = down[index].find(squeezed(text(cell)), place[index])
                assert start >= 0, text(cell)
                place[index] = start + len(squeezed(text(cell)))
                found += 1
    assert found == 6 * (34 + 4)


def test_every_paragraph_stands_on_the_pages(document: bytes, pages: list[Page]) -> None:
    outside = [each for each in body(document).iterchildren(W + "p") if text(each).strip()]
    whole = squeezed("".join(word.text for page in pages for word in page if word.bottom >= TOP_MARGIN))
    place = 0
    for paragraph in outside:
        start = whole.find(squeezed(text(paragraph)[:60]), place)
        assert start >= 0, text(paragraph)
        place = start
    assert whole.endswith("Kếhoạchnày./.")


def test_nothing_leaves_the_text_area(pages: list[Page], draft: list[Page]) -> None:
    for word in (word for page in pages + draft for word in page):
        assert word.left >= LEFT_MARGIN - 1
        assert word.right <= RIGHT_EDGE + 1
        assert word.bottom <= BOTTOM_EDGE + 1


def test_the_header_row_begins_each_page_of_a_table(pages: list[Page]) -> None:
    with_rows = 0
    for page in pages[PAGES_OF_DECISION:]:
        numbers = [word.top for word in page if re.fullmatch(r"\d\.\d", word.text) and word.left < NUMBER_COLUMN]
        if numbers:
            headers = [word.top for word in page if word.text == "STT"]
            assert headers
            assert min(headers) < min(numbers)
            with_rows += 1
    assert with_rows >= 5


def test_a_group_heading_is_not_left_at_the_foot_of_a_page(document: bytes, pages: list[Page]) -> None:
    groups = {
        squeezed(text(each)) for each in body(document).iter(W + "p") if value(each, "pPr/pStyle", "val") == "BangNhom"
    }
    assert len(groups) == 9
    for page in pages:
        assert squeezed(list(lines(page))[-1]) not in groups


def test_page_numbers_are_hidden_on_first_pages_and_count_from_one_in_each_part(pages: list[Page]) -> None:
    plan = len(pages) - PAGES_OF_DECISION
    expected = [[], ["2"], [], *([str(number)] for number in range(2, plan + 1))]
    assert [number_of(page) for page in pages] == expected
    (number,) = (word for word in pages[1] if word.bottom < TOP_MARGIN)
    assert (number.left + number.right) / 2 == pytest.approx((LEFT_MARGIN + RIGHT_EDGE) / 2, abs=2)


def test_the_signature_stands_whole_beside_the_recipients(pages: list[Page]) -> None:
    found = list(lines(pages[1]))
    assert any(line.startswith("Điều 3.") for line in found)
    (beside,) = (line for line in found if line.startswith("Nơi nhận:"))
    assert beside == "Nơi nhận: CHỦ TỊCH"
    position, name = (word for word in pages[1] if word.text in {"CHỦ", "Hon"})
    assert name.top - position.bottom > 60
    assert any(line.startswith("- Lưu: V") for line in found)


def test_measured_widths_are_those_of_the_page(pages: list[Page]) -> None:
    page = pages[0]
    first = next(index for index, word in enumerate(page) if word.text == "Độc")
    motto = page[first : first + len(MOTTO.split())]
    assert " ".join(word.text for word in motto) == MOTTO
    assert motto[-1].right - motto[0].left == pytest.approx(width(MOTTO, 14, bold=True) / TWIPS, rel=0.01)


def test_a_row_taller_than_a_page_loses_nothing(draft: list[Page]) -> None:
    whole = squeezed("".join(word.text for page in draft for word in page))
    place = -1
    for number in range(90):
        following = whole.find(f"Việcthứ{number}trong", place + 1)
        assert following > place
        place = following


def test_blanks_keep_the_date_together(draft: list[Page]) -> None:
    found = list(lines(draft[0]))
    assert any(line.endswith("Thành phố Hồ Chí Minh,") for line in found)
    assert any(line.endswith("ngày tháng năm 2024") for line in found)
