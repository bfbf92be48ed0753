"""What Word shows otherwise than its letters stand in the file: struck, prompted, deleted, broken over pages."""

import pytest

from kshc_cli.documents.importing.document import Imported
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.documents.word.package import packed
from kshc_cli.plan.model import AgencyWords, Task, TimeWords
from tests.documents.importing.foreign import HEADER, TASK, plan, table
from tests.documents.importing.test_foreign import import_, tasks
from tests.documents.word_xml import p, r, tc, tr, word_parts

TIME = p("Quý I")
LEAD = p("Văn phòng")


def found(content: str = p("Lập kế hoạch"), lead: str = LEAD, time: str = TIME) -> Imported:
    return import_(plan(table(HEADER, tr(tc(p("1")), tc(content), tc(lead), tc(time)))))


def only(result: Imported) -> Task:
    (task,) = tasks(result)
    return task


def words(result: Imported) -> tuple[str, str | None, str | None]:
    task = only(result)
    lead = task.lead.text if isinstance(task.lead, AgencyWords) else task.lead
    return task.content, lead, task.time.text if isinstance(task.time, TimeWords) else task.time


def paragraph(*runs: str, mark: str = "") -> str:
    return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{''.join(runs)}</w:p>"


DELETED = '<w:del w:id="1" w:author="A"/>'


def control(inside: str, *, prompt: bool = True) -> str:
    shows = "<w:showingPlcHdr/>" if prompt else ""
    return f"<w:sdt><w:sdtPr>{shows}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize("struck", ["<w:strike/>", "<w:dstrike/>", "<w:vanish/>"])
def test_struck_words_are_out_and_listed(struck: str) -> None:
    result = found(
        lead=paragraph(r("Phòng Nội vụ ", struck), r("Văn phòng")),
        time=paragraph(r("Trước ngày 30/6/2024", struck), r("Trước ngày 15/7/2024")),
    )
    assert words(result) == ("Lập kế hoạch", "Văn phòng", "Trước ngày 15/7/2024")
    assert [(one.word_place.quote, one.word_place.row) for one in result.left if one.word_place] == [
        ("Phòng Nội vụ | Trước ngày 30/6/2024", 2),
    ]
    assert "struck through, hidden" in result.left[0].message


def test_struck_rows_and_tasks_are_listed_once_each() -> None:
    strike = "<w:strike/>"
    task = "".join(
        paragraph(r(line, strike)) for line in ("1. Rà soát", "- Chủ trì: Phòng Nội vụ", "- Thời gian: quý I")
    )
    body = task + paragraph(r("Trên đây ", ""), r("tạm thời", strike)) + paragraph(r("Hết.", ""))
    result = import_(plan(table(HEADER, TASK) + body))
    quotes = [one.word_place.quote for one in result.left if one.word_place]
    assert quotes == ["1. Rà soát\n- Chủ trì: Phòng Nội vụ\n- Thời gian: quý I", "tạm thời"]


def test_words_that_are_not_struck_after_all_are_read() -> None:
    result = found(time=paragraph(r("Quý II", '<w:strike w:val="0"/>')))
    assert words(result)[2] == "Quý II"
    assert result.left == ()


@pytest.mark.parametrize("lead", [control(p("Chọn cơ quan")), paragraph(control(r("Chọn cơ quan")))])
def test_a_prompt_is_blank(lead: str) -> None:
    assert words(found(lead=lead)) == ("Lập kế hoạch", None, "Quý I")


def test_what_was_chosen_in_a_control_is_read() -> None:
    assert words(found(lead=paragraph(control(r("Sở Y tế"), prompt=False))))[1] == "Sở Y tế"


@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        (("Phòng", "Nội vụ"), "Phòng Nội vụ"),
        (("Phòng ", "Nội vụ"), "Phòng Nội vụ"),
        (("Phòng Tài", "nguyên", "và Môi trường"), "Phòng Tài nguyên và Môi trường"),
    ],
)
def test_paragraphs_whose_mark_was_deleted_are_one(parts: tuple[str, ...], joined: str) -> None:
    *first, last = parts
    lead = "".join(paragraph(r(each), mark=DELETED) for each in first) + p(last)
    result = found(lead=lead)
    assert words(result)[1] == joined
    assert [agency.name for agency in result.plan.agencies] == [joined]


@pytest.mark.parametrize("kind", ["page", "column"])
def test_a_break_of_the_page_parts_words(kind: str) -> None:
    content = paragraph(r("Tập huấn"), f'<w:r><w:br w:type="{kind}"/></w:r>', r("đợt 1"))
    assert words(found(content=content))[0] == "Tập huấn đợt 1"


def test_a_file_of_strict_open_xml_is_read() -> None:
    strict = {
        name: data.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"
        )
        for name, data in word_parts(p("Kế hoạch")).items()
    }
    assert b"purl.oclc.org/ooxml/wordprocessingml" in strict["word/document.xml"]
    assert [each.text for each in read_body(packed(strict)).paragraphs] == ["Kế hoạch"]
