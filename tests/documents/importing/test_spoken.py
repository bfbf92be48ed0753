"""Paragraphs that give out a task become one in the imported plan, where the document names their bodies elsewhere."""

from datetime import date

import pytest

from kshc_cli.documents.importing.document import Imported, imported
from kshc_cli.documents.importing.paragraphs.spoken import Sentences
from kshc_cli.plan.model import Agency, Item, ParagraphWords
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.tasks import read_plan
from kshc_cli.rules.catalogue import check
from tests.documents.importing.foreign import BOLD, HEADER, TASK, plan, row, table
from tests.documents.importing.handed_out import of_ward
from tests.documents.word_xml import p, read

REGISTRY = Registry([Agency(id="vp", name="Văn phòng"), Agency(id="kt", name="Phòng Kinh tế")])


@pytest.mark.parametrize(
    "sentence",
    [
        "Giao Phòng Kinh tế và Chi cục Thuế rà soát trước ngày 3/4/2026",
        "Giao Văn phòng phối hợp với Chi cục Thuế rà soát trước ngày 3/4/2026",
        "Giao Văn phòng theo dõi; Phòng Kinh tế báo cáo trước ngày 3/4/2026",
        "Giao Văn phòng rà soát hồ sơ nộp trước ngày 3/4/2026",
        "Giao Văn phòng báo cáo trước ngày 10/3/2026, rà soát hồ sơ nộp trước ngày 3/4/2026",
        "Giao Phòng Kinh tế báo cáo trong quá trình thực hiện",
        "Giao Phòng Kinh tế",
    ],
)
def test_a_paragraph_stays_one_where_bodies_or_days_are_not_sure(sentence: str) -> None:
    sentences = Sentences(REGISTRY, year=2026, issued=date(2026, 1, 15))
    assert not sentences.give(Item(id="x", text=sentence))
    assert sentences.give(Item(id="x", text="Giao Phòng Kinh tế báo cáo Văn phòng trước ngày 3/4/2026"))


def test_sentences_of_a_document_become_tasks_where_its_tables_name_the_bodies() -> None:
    body = (
        p("I. NHIỆM VỤ", "", BOLD)
        + table(HEADER, row("1", "Việc", "Phòng Tư pháp", "Quý I"), TASK)
        + p("II. TỔ CHỨC THỰC HIỆN", "", BOLD)
        + p("1. Theo dõi")
        + p("Giao Phòng Tư pháp theo dõi, báo cáo trước ngày 10/12/2024.")
        + p("2. Báo cáo")
        + p("Phòng Tư pháp chủ trì tổng hợp trước ngày 20/12/2024.")
        + p("Trên đây là Kế hoạch.")
    )
    found = imported(read(plan(body)))
    assert not found.untold
    assert not any(item.lead or item.time for section in found.plan.plan.sections for item in section.items)
    tasks = {one.task.id: one for one in read_plan(found.plan).tasks}
    assert [(key, one.lead.agencies) for key, one in tasks.items()] == [
        ("1.1", ("phong-tu-phap",)),
        ("1.2", ("van-phong",)),
        ("nv.1", ("phong-tu-phap",)),
        ("nv.2", ("phong-tu-phap",)),
    ]
    assert tasks["nv.1"].task.content.startswith("Theo dõi\nGiao Phòng Tư pháp theo dõi")
    shape = [(one.heading, len(one.paragraphs), len(one.items)) for one in found.plan.plan.sections]
    assert shape == [("I. NHIỆM VỤ", 0, 0), ("II. TỔ CHỨC THỰC HIỆN", 0, 2), (None, 1, 0)]


def test_ids_follow_the_document_whether_labels_or_a_sentence_make_the_task() -> None:
    body = (
        p("I. NHIỆM VỤ", "", BOLD)
        + p("Giao Phòng Tư pháp báo cáo trước ngày 10/12/2024.")
        + p("1. Rà soát")
        + p("- Chủ trì: Phòng Tư pháp")
        + p("Phòng Tư pháp chủ trì tổng hợp trước ngày 20/12/2024.")
        + p("2. Công khai")
        + p("- Chủ trì: Phòng Tư pháp")
    )
    found = imported(read(plan(body))).plan
    begun = [(item.id, item.text[:7]) for section in found.plan.sections for item in section.items]
    assert begun == [("nv.1", "Giao Ph"), ("nv.2", "1. Rà s"), ("nv.3", "Phòng T"), ("nv.4", "2. Công")]


def test_words_that_ask_nobody_are_not_quoted_as_duties() -> None:
    lines = ("Cụ thể hóa các chỉ tiêu; phân công rõ người, rõ việc.", "Yêu cầu thực hiện nghiêm./.")
    body = table(HEADER, TASK) + "".join(map(p, lines)) + p("Yêu cầu các đơn vị nghiêm túc thực hiện.")
    found = imported(read(plan(p("I. NHIỆM VỤ", "", BOLD) + body)))
    assert [place.quote for place in found.prose.led] == ["Yêu cầu các đơn vị nghiêm túc thực hiện."]


ROWS = table(HEADER, row("1", "Việc", "Phòng Tư pháp", "Quý I"), TASK)


def of_sections(*lines: str, heading: str = "II. TỔ CHỨC THỰC HIỆN") -> Imported:
    body = p("I. NHIỆM VỤ", "", BOLD) + ROWS + p(heading, "", BOLD) + "".join(map(p, lines))
    return imported(read(plan(body + p("Trên đây là Kế hoạch./."))))


def said_in(found: Imported) -> list[tuple[str, tuple[str, ...], str | None]]:
    return [
        (one.task.content, one.lead.agencies, one.task.time.text if one.task.time else None)
        for one in read_plan(found.plan).tasks
        if one.placed.item_text is not None
    ]


def test_below_a_heading_that_hands_out_a_duty_needs_no_day_and_its_body_no_table() -> None:
    lines = (
        "1. Phòng Tư pháp: Theo dõi, đôn đốc việc thực hiện.",
        "2. Trạm Y tế chủ trì, phối hợp với Phòng Tư pháp tuyên truyền.",
        "3. Đề nghị Hội Nông dân giám sát.",
        "4. Phòng Tư pháp rà soát hồ sơ nộp trước ngày 15/6/2024.",
        "5. Nếu có vướng mắc, Phòng Tư pháp tổng hợp, báo cáo.",
    )
    found = of_sections(*lines)
    assert said_in(found) == [
        ("Phòng Tư pháp: Theo dõi, đôn đốc việc thực hiện.", ("phong-tu-phap",), None),
        ("Trạm Y tế chủ trì, phối hợp với Phòng Tư pháp tuyên truyền.", ("tram-y-te",), None),
        ("Đề nghị Hội Nông dân giám sát.", ("hoi-nong-dan",), None),
    ]
    assert [one.word_place.quote for one in found.untold if one.word_place] == [lines[3]]
    assert not [one for one in check(read_plan(found.plan)) if one.rule == "blank-time"]
    assert said_in(of_sections(*lines, heading="II. GIẢI PHÁP")) == []


def test_what_an_earlier_plan_has_as_a_paragraph_stays_one() -> None:
    body = p("I. NHIỆM VỤ", "", BOLD) + ROWS + p("II. PHÂN CÔNG", "", BOLD) + p("1. Phòng Tư pháp theo dõi.")
    first = imported(read(plan(body))).plan
    (*rest, section) = first.plan.sections
    plain = section.model_copy(update={"items": (), "paragraphs": (ParagraphWords(text="1. Phòng Tư pháp theo dõi."),)})
    like = first.model_copy(update={"plan": first.plan.model_copy(update={"sections": (*rest, plain)})})
    again = imported(read(plan(body + p("2. Phòng Tư pháp báo cáo."))), like=like)
    assert said_in(again) == [("Phòng Tư pháp báo cáo.", ("phong-tu-phap",), None)]


def test_a_sentence_is_no_heading_of_the_line_below_it() -> None:
    found = of_sections("1. Phòng Tư pháp báo cáo trước ngày 10/12/2024.", "Phòng Tư pháp theo dõi.")
    assert [content for content, _lead, _time in said_in(found)] == [
        "Phòng Tư pháp báo cáo trước ngày 10/12/2024.",
        "Phòng Tư pháp theo dõi.",
    ]


def test_a_heading_with_a_day_is_followed_through_what_stands_below_it() -> None:
    found = of_sections("1. Phòng Tư pháp hoàn thành trước ngày 30/6/2024:", "a) Rà soát;", "b) Công khai.")
    due = "hoàn thành trước ngày 30/6/2024"
    assert said_in(found) == [("Rà soát;", ("phong-tu-phap",), due), ("Công khai.", ("phong-tu-phap",), due)]
    assert (found.untold, found.prose.led) == ((), ())


def test_a_sentence_whose_body_the_earlier_plan_does_not_know_is_a_task_of_nobody_known() -> None:
    first = of_sections("1. Giao Phòng Tư pháp rà soát.").plan
    lines = ("1. Giao Trạm Y tế tuyên truyền trước ngày 15/5/2024.", "2. Trung tâm Văn hóa theo dõi.")
    body = p("I. NHIỆM VỤ", "", BOLD) + ROWS + p("II. PHÂN CÔNG", "", BOLD) + "".join(map(p, lines)) + p("Hết./.")
    found = imported(read(plan(body)), like=first)
    leads = [one.lead for one in read_plan(found.plan).tasks if one.placed.item_text]
    assert [(one.agencies, one.unread) for one in leads] == [((), ("Trạm Y tế",)), ((), ("Trung tâm Văn hóa",))]
    assert (found.plan.agencies, found.untold) == (first.agencies, ())


def test_a_day_in_a_task_that_is_not_read_as_its_time_is_not_said_to_stand_in_no_task() -> None:
    body = p("1. Giao Phòng Tư pháp rà soát hồ sơ nộp trước ngày 15/6/2024.") + p("2. Xong trước ngày 20/6/2024.")
    found = imported(read(of_ward("CHỈ THỊ", body, "Về hộ tịch năm 2024")), year=2024)
    assert [one.task.id for one in read_plan(found.plan).tasks] == ["nv.1"]
    assert [one.message.partition(" say")[0] for one in found.untold] == ["Words of a task", "The paragraph"]


@pytest.mark.parametrize(("words", "lines"), [("đã chủ trì họp giao ban", 0), ("đã họp, Văn phòng chủ trì", 1)])
def test_what_was_done_already_may_give_nothing(words: str, lines: int) -> None:
    said = f"Ngày 03/01/2024, Chủ tịch UBND xã {words}, dự họp có các ấp."
    found = imported(read(plan(p("Mở đầu.") + p(said) + p("1. Văn phòng lập danh sách trước ngày 30/6/2024."))))
    assert len(found.prose.led) == lines


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("Đạt 38%. Giao Hội Lạ họp trước ngày 15/6/2024. Các ấp làm.", "Giao Hội Lạ họp trước ngày 15/6/2024."),
        (
            f"Phòng Lạ {'rà soát hồ sơ, ' * 9}báo cáo trước ngày 15/6/2024.",
            f"…hồ sơ, {'rà soát hồ sơ, ' * 4}báo cáo trước ngày 15/6/2024.",
        ),
        (
            f"Phòng Lạ báo cáo trước ngày 15/6/2024 {'để các ấp biết, ' * 9}thực hiện.",
            f"Phòng Lạ báo cáo trước ngày 15/6/2024 {'để các ấp biết, ' * 3}để các ấp…",
        ),
    ],
)
def test_the_sentence_that_says_by_when_is_quoted_around_its_time(words: str, quote: str) -> None:
    found = imported(read(plan(p("Mở đầu.") + table(HEADER, TASK) + p(words))))
    assert [one.word_place.quote for one in found.untold if one.word_place] == [quote]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("1. Phòng Tư pháp báo cáo kết quả rà soát trước ngày 10/12/2024.", None),
        ("1. Các nhiệm vụ của Phòng Tư pháp.", "1. Các nhiệm vụ của Phòng Tư pháp."),
        ("1. Giao Phòng Tư pháp các nhiệm vụ sau:", "1. Giao Phòng Tư pháp các nhiệm vụ sau:"),
    ],
)
def test_a_sentence_that_gives_a_duty_is_no_heading_of_the_table_below_it(line: str, heading: str | None) -> None:
    tables = table(HEADER, row("1", "Việc", "Phòng Tư pháp", "Quý I"), TASK)
    (section,) = imported(read(plan(p("I. NHIỆM VỤ", "", BOLD) + p(line) + tables))).plan.plan.sections
    assert [one.heading for one in section.tables] == [heading]
    assert [one.text for one in section.items] == ([] if heading else [line])
