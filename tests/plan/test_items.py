"""Tasks printed as paragraphs: which lines say who, what and when."""

import pytest

from kshc_cli.plan.items import as_task, labelled
from kshc_cli.plan.model import AgencyWords, Item, Labels, TimeWords

KNOWN = {
    "lead": (
        "- Cơ quan chủ trì: A",
        "Đơn vị thực hiện: A",
        "- Phân công thực hiện: A",
        "+ Chủ trì : A",
        "• Cơ quan, đơn vị thực hiện: A",
        "a) Đơn vị chủ trì thực hiện: A",
        "- Người phụ trách: A",
        "- Trách nhiệm thực hiện: A",
        "- CƠ QUAN CHỦ TRÌ: A",
        "- Cơ quan\u00a0chủ trì: A",
        "- Cơ quan chu\u0309 tri\u0300: A",
    ),
    "coop": ("- Cơ quan phối hợp: A", "Phối hợp: A", "- Đơn vị phối hợp thực hiện: A", "- Cơ quan, đơn vị phối hợp: A"),
    "result": (
        "- Sản phẩm: A",
        "- Kết quả: A",
        "- Sản phẩm, kết quả: A",
        "- Kết quả đầu ra: A",
        "- Sản phẩm dự kiến: A",
    ),
    "time": (
        "- Thời gian thực hiện: A",
        "- Thời hạn hoàn thành: A",
        "– Lộ trình: A",
        "- Thời gian triển khai thực hiện: A",
        "1.1. Thời gian hoàn thành dự kiến: A",
        "- Hạn hoàn thành: A",
        "Hoàn thành: A",
        "- Tiến độ thực hiện: A",
    ),
    "content": ("- Nội dung: A", "- Nội dung thực hiện: A", "- Nhiệm vụ cụ thể: A"),
}


@pytest.mark.parametrize(("role", "line"), [(role, line) for role, lines in KNOWN.items() for line in lines])
def test_a_label_says_what_the_line_holds(role: str, line: str) -> None:
    assert labelled(line, None) == (role, "A")


@pytest.mark.parametrize(
    "line",
    [
        "- Kinh phí: A",
        "- Đơn vị chủ trì, phối hợp: A",
        "- Thời gian, địa điểm: A",
        "- Cơ quan chủ trì",
        "Văn phòng chủ trì: A",
        "- Giao: A",
        "- Thời gian qua, kết quả đạt được như sau: A",
        "- Kết quả giải quyết thủ tục hành chính năm 2025: A",
        "Hạn chế: A",
    ],
)
def test_other_words_before_a_colon_are_no_label(line: str) -> None:
    assert labelled(line, None) is None


def test_a_plan_has_labels_of_its_own() -> None:
    own = Labels(lead=("Giao  cho", "Ban (tổ)"))
    assert labelled("- giao cho: A", own) == ("lead", "A")
    assert labelled("- Ban (tổ): A", own) == ("lead", "A")
    assert labelled("- Chủ trì: A", own) == ("lead", "A")
    assert labelled("- Giao cho: A", None) is None


def test_lines_without_a_label_belong_to_the_content_or_to_the_label_that_goes_on() -> None:
    lines = (
        "1.2. Rà soát thủ tục",
        "Gồm hai đợt.",
        "- Nội dung: rà soát toàn bộ",
        "- Sản phẩm:",
        "+ Báo cáo",
        "- Thời gian: quý I;",
        "quý III",
        "Ghi chú thêm",
        "- Thời gian: tháng 11",
    )
    task = as_task(Item(id="x", text="\n".join(lines)), None)
    assert task.number == "1.2."
    assert task.content == "Rà soát thủ tục\nGồm hai đợt.\nrà soát toàn bộ\nGhi chú thêm"
    assert task.result == "+ Báo cáo"
    assert task.time == TimeWords(text="quý I;\nquý III\ntháng 11")
    assert (task.lead, task.coop) == (None, None)


@pytest.mark.parametrize(
    ("text", "number", "content"),
    [
        ("a) Tuyên truyền", "a)", "Tuyên truyền"),
        ("- Tuyên truyền", None, "Tuyên truyền"),
        ("IV. Tuyên truyền", "IV.", "Tuyên truyền"),
        ("2.1 Tuyên truyền", "2.1", "Tuyên truyền"),
        ("2026 là năm thứ hai", None, "2026 là năm thứ hai"),
        ("Tuyên truyền", None, "Tuyên truyền"),
        ("- Chủ trì: A", None, "- Chủ trì: A"),
    ],
)
def test_what_is_to_be_done_stands_behind_its_number(text: str, number: str | None, content: str) -> None:
    task = as_task(Item(id="x", text=text), None)
    assert (task.number, task.content) == (number, content)


def test_fields_beside_the_text_say_more_than_its_lines() -> None:
    item = Item(id="x", text="1. A\n- Chủ trì: B", lead=AgencyWords(text="B", agencies=("b",)))
    assert as_task(item, None).lead == AgencyWords(text="B", agencies=("b",))
