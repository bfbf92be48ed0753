"""Deadlines that a task in paragraphs names beside the time of its label."""

import pytest

from kshc_cli.plan.model import Item, Section, TimeWords
from kshc_cli.reading.tasks import read_plan
from kshc_cli.rules.beside import deadline_beside_label
from kshc_cli.source.plan_text import read_plan_file
from tests.conftest import EXAMPLES

SOUND = (EXAMPLES / "sound.yaml").read_bytes()


def found(text: str, time: str | None = None) -> list[str]:
    """Return the words that the rule finds in a plan with one task of this text, and perhaps this time beside it."""
    plan = read_plan_file(SOUND).plan
    assert plan is not None
    item = Item(id="nv.1", text=text, time=TimeWords(text=time) if time else None)
    attached = plan.plan.model_copy(update={"sections": (Section(items=(item,)),)})
    return [one.words for one in deadline_beside_label.judge(read_plan(plan.model_copy(update={"plan": attached})))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1. Kiểm tra chợ\n- Báo cáo kết quả trước ngày 15/10/2026.\n- Thời gian: quý I", "trước ngày 15/10/2026"),
        ("1. Lập hồ sơ, trình chậm nhất ngày 15/8\n- Thời gian: quý IV", "chậm nhất ngày 15/8"),
        ("1. Lập hồ sơ, trình chậm nhất ngày 15/8 (Chủ trì: A; thời gian: quý IV)", "chậm nhất ngày 15/8"),
        ("1. Báo cáo trước ngày 20 hằng tháng.\n- Thời gian: Hằng tháng", "trước ngày 20 hằng tháng"),
        ("1. Phòng Kinh tế báo cáo trước ngày 15/8\n- Chủ trì: Phòng Kinh tế\n- Thời gian: quý IV", "trước ngày 15/8"),
    ],
)
def test_a_deadline_that_no_label_says_is_found(text: str, words: str) -> None:
    assert found(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "1. Rà soát văn bản ban hành trước ngày 01/7/2026\n- Thời gian: quý II",
        "1. Rà soát hồ sơ đã nộp trước ngày 01/3/2026\n- Thời gian: quý II",
        "1. Cấp căn cước cho công dân sinh trước ngày 31/12/2012\n- Thời gian: năm 2026",
        "1. Thanh toán các công trình khởi công trước ngày 01/01/2026\n- Thời gian: quý IV",
        "1. Đôn đốc các ấp nộp báo cáo trước ngày 10/6\n- Thời gian: tháng 6",
        "1. Báo cáo trước ngày 20 hằng tháng.\n- Thời gian: trước ngày 20 hằng tháng",
        "1. Báo cáo định kỳ hằng tháng\n- Thời gian: trước ngày 20 hằng tháng",
        "1. Lập hồ sơ, hoàn thành trước ngày 30/6\n- Thời gian: trước ngày 30/6/2026",
        "1. Lập hồ sơ, hoàn thành trước ngày 30/6",
        "1. Tổng kết\n- Kinh phí: quyết toán trước ngày 31/12\n- Thời gian: quý IV",
        "1. Họp\n- Thời gian:\n+ trước ngày 15/3/2026\n+ trước ngày 15/9/2026",
        "1. Kiểm tra\n- Công an xã báo cáo trước ngày 15/10.\n- Chủ trì: Phòng Kinh tế\n- Thời gian: quý I",
    ],
)
def test_what_perhaps_is_no_deadline_of_the_task_is_not_blamed(text: str) -> None:
    assert found(text) == []


def test_a_time_that_is_quoted_is_the_only_one() -> None:
    text = "1. Kiểm tra\n- Báo cáo trước ngày 15/10/2026.\n- Thời gian: quý I"
    assert found(text, "trước ngày 15/10/2026") == []
