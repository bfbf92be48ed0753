"""Tasks that a sentence gives out: who, with whom and by when, in its own words; or nothing, where that is not sure."""

from datetime import date

import pytest

from kshc_cli.documents.importing.document import imported
from kshc_cli.documents.importing.spoken import Sentences
from kshc_cli.plan.model import Agency
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.tasks import read_plan
from tests.documents.importing.foreign import BOLD, HEADER, TASK, plan, row, table
from tests.documents.word_xml import p, read

REGISTRY = Registry(
    [
        Agency(id="vp", name="Văn phòng HĐND và UBND phường", aliases=("Văn phòng",)),
        Agency(id="vhxh", name="Phòng Văn hóa - Xã hội"),
        Agency(id="kt", name="Phòng Kinh tế"),
        Agency(id="ca", name="Công an phường"),
    ]
)


def said(sentence: str) -> tuple[str, str | None, str] | None:
    return Sentences(REGISTRY, year=2026, issued=date(2026, 1, 15)).read(sentence)


@pytest.mark.parametrize(
    ("sentence", "lead", "coop", "time"),
    [
        (
            "Văn phòng HĐND và UBND phường chủ trì, phối hợp với Phòng Văn hóa - Xã hội làm; xong trong quý I/2026.",
            "Văn phòng HĐND và UBND phường",
            "Phòng Văn hóa - Xã hội",
            "xong trong quý I/2026",
        ),
        (
            "Giao Văn phòng HĐND và UBND phường theo dõi, báo cáo trước ngày 10/12/2026./.",
            "Văn phòng HĐND và UBND phường",
            None,
            "trước ngày 10/12/2026",
        ),
        (
            "b) Giao cho Phòng Kinh tế và Phòng Văn hóa - Xã hội rà soát trước ngày 3/4/2026",
            "Phòng Kinh tế và Phòng Văn hóa - Xã hội",
            None,
            "trước ngày 3/4/2026",
        ),
        ("- Công an phường có trách nhiệm tuần tra định kỳ hằng quý", "Công an phường", None, "định kỳ hằng quý"),
        (
            "Đề nghị Công an phường phối hợp với Phòng Kinh tế tổ chức tuyên truyền trong tháng 3/2026",
            "Công an phường",
            "Phòng Kinh tế",
            "trong tháng 3/2026",
        ),
    ],
)
def test_a_sentence_says_who_with_whom_and_when(sentence: str, lead: str, coop: str | None, time: str) -> None:
    assert said(sentence) == (lead, coop, time)
    assert all(words is None or words in sentence for words in (lead, coop, time))


@pytest.mark.parametrize(
    "sentence",
    [
        "Giao Phòng Kinh tế Hạ tầng làm việc trước ngày 3/4/2026",
        "Giao Phòng Kinh tế và Chi cục Thuế rà soát trước ngày 3/4/2026",
        "Giao Phòng Kinh tế, Chi cục Thuế rà soát trước ngày 3/4/2026",
        "Giao Văn phòng thành phố báo cáo trước ngày 15/6/2026",
        "Giao Văn phòng theo dõi; Phòng Kinh tế báo cáo trước ngày 3/4/2026",
        "Giao Văn phòng theo dõi. Phòng Kinh tế báo cáo trước ngày 3/4/2026",
        "Giao Công an phường kiểm tra trong quý II/2026; báo cáo trước ngày 10/7/2026",
        "Văn phòng không chủ trì việc này trước ngày 3/4/2026",
        "Giao Phòng Kinh tế báo cáo trong quá trình thực hiện",
        "Giao Phòng Kinh tế theo dõi thường xuyên",
        "Trước ngày 3/4/2026, Phòng Kinh tế báo cáo",
        "Giao Văn phòng theo dõi việc tổ chức thực hiện, Phòng Kinh tế báo cáo kết quả trước ngày 3/4/2026",
        "Giao Văn phòng phối hợp với Chi cục Thuế rà soát trước ngày 3/4/2026",
        "Giao Phòng Kinh tế - Hạ tầng rà soát trước ngày 3/4/2026",
        "Giao Phòng Kinh tế",
        "Giao",
        "",
    ],
)
def test_what_is_not_sure_stays_a_paragraph(sentence: str) -> None:
    assert said(sentence) is None


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
