r"""What a duty's time in running text becomes: the time of its task, or a finding; told_times.tsv has a line for each.

A line is the times of the tasks of paragraphs (bars between them, ``-`` for a task without one), ``!`` where a finding
or the account tells words that nobody follows, and the paragraphs, ``\n`` between them.
"""

from pathlib import Path

import pytest

from kshc_cli.documents.importing.document import imported
from kshc_cli.reading.tasks import read_plan
from tests.documents.importing.foreign import BOLD, HEADER, row, table
from tests.documents.importing.handed_out import of_ward
from tests.documents.word_xml import p, read

LINES = [line.split("\t") for line in (Path(__file__).parent / "told_times.tsv").read_text("utf-8").splitlines()]
BODIES = ("Văn phòng", "Phòng Kinh tế", "Phòng Văn hóa", "Công an xã", "Trạm Y tế", "Các đơn vị", "Các trường học")
TABLE = table(HEADER, *(row(str(number), "Lập hồ sơ", each, "Quý I") for number, each in enumerate(BODIES, 1)))


@pytest.mark.parametrize(("times", "told", "words"), LINES, ids=[line[2][:40] for line in LINES])
def test_no_time_of_a_duty_is_lost_unsaid(times: str, told: str, words: str) -> None:
    body = p("I. NHIỆM VỤ", "", BOLD) + TABLE + p("II. TỔ CHỨC THỰC HIỆN", "", BOLD)
    found = imported(read(of_ward("KẾ HOẠCH", body + "".join(map(p, words.split("\\n"))) + p("Hết./."))))
    spoken = [one for one in read_plan(found.plan).tasks if one.placed.item_text is not None]
    said = [
        (one.task.time.text if one.task.time else "-").replace("\n", " + ") + "?" * bool(one.time.unread)
        for one in spoken
    ]
    assert (" | ".join(said), "!" * bool(found.untold or found.prose.led)) == (times, told)


@pytest.mark.parametrize(
    ("content", "time", "told"),
    [
        ("Kiện toàn Ban Chỉ đạo (xong trước ngày 15/02/2026), duy trì hoạt động", "Cả năm", 1),
        ("Báo cáo trước ngày 30/6/2026", "Trước 30/6/2026", 0),
        ("Xử lý hồ sơ nộp trước ngày 15/02/2025", "Cả năm", 0),
        ("Tổng hợp trước ngày 25 hằng tháng", "Hằng tháng", 0),
    ],
)
def test_a_deadline_in_the_content_of_a_row_is_told_beside_another_time(content: str, time: str, told: int) -> None:
    body = p("I. NHIỆM VỤ", "", BOLD) + table(HEADER, row("1", content, "Văn phòng", time))
    found = imported(read(of_ward("KẾ HOẠCH", body + p("Hết./."))))
    assert [one.word_place.quote for one in found.untold if one.word_place] == [content] * told
