"""Paragraphs that give out a task become one in the imported plan, where the document names their bodies elsewhere."""

from datetime import date

import pytest

from kshc_cli.documents.importing.document import imported
from kshc_cli.documents.importing.spoken import Sentences
from kshc_cli.plan.model import Agency, Item
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.tasks import read_plan
from tests.documents.importing.foreign import BOLD, HEADER, TASK, plan, row, table
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
