"""Texts that give nobody a duty: forms, reports, letters to those above, programmes, quoted laws."""

import pytest

from kshc_cli.desk.import_account import about_counts
from kshc_cli.documents.importing.document import imported
from kshc_cli.documents.importing.errors import NoTaskTableError
from kshc_cli.plan.model import Task
from kshc_cli.reading.tasks import read_plan
from tests.documents.importing.foreign import CENTRE, ending, heading, plan
from tests.documents.importing.handed_out import DATE, WARD, of_ward
from tests.documents.word_xml import p, read

DUTY = p("2. Giao Phòng Kinh tế rà soát hồ sơ, báo cáo trước ngày 20/01/2026.")
LABELS = p("2. Rà soát hồ sơ đất đai") + p("- Cơ quan chủ trì: Phòng Kinh tế") + p("- Thời gian: Tháng 3/2026")


def letter(body: str) -> str:
    top = heading(*WARD, "Số: 15/UBND-VP", "V/v tổ chức đại hội", date=DATE)
    return top + p("Kính gửi: Hội Làm vườn xã.", CENTRE) + body + ending("CHỦ TỊCH")


def contents(document: str) -> list[str]:
    return [one.task.content.partition(" ")[0] for one in read_plan(imported(read(document)).plan).tasks]


@pytest.mark.parametrize("title", ["PHIẾU TRÌNH GIẢI QUYẾT CÔNG VIỆC", "BÁO CÁO", "TỜ TRÌNH", "CHƯƠNG TRÌNH HỌP MẶT"])
def test_labels_in_a_form_report_or_programme_are_no_tasks(title: str) -> None:
    with pytest.raises(NoTaskTableError) as failed:
        imported(read(of_ward(title, LABELS)))
    assert title in failed.value.sentence()
    assert contents(of_ward("KẾ HOẠCH", LABELS)) == ["Rà"]


def test_labels_above_a_programme_are_no_task() -> None:
    when = p("Thời gian: 14h00, ngày 22/01/2026") + p("Địa điểm: Hội trường xã") + p("Chủ trì: Đồng chí Chủ tịch")
    assert contents(plan(when + LABELS)) == ["Rà"]


def test_a_place_in_the_list_of_a_task_stays_its() -> None:
    when = p("1. Tổ chức hội thi") + p("- Thời gian: Tháng 3/2026") + p("- Địa điểm: Hội trường xã")
    assert contents(plan(when)) == ["Tổ"]


def test_a_letter_to_those_above_hands_out_nothing() -> None:
    told = p("1. Phòng Nội vụ có trách nhiệm rà soát hồ sơ.")
    assert contents(letter(told)) == ["Phòng"]
    with pytest.raises(NoTaskTableError):
        imported(read(letter(told + p("Ủy ban nhân dân xã kính báo cáo Ủy ban nhân dân tỉnh./."))))


@pytest.mark.parametrize(
    "words",
    [
        "1. Chủ tịch Hội: Ông Lê Văn Tám.",
        "+ Đối với Phòng Nội vụ: Có kết quả đánh giá loại Tốt.",
        "Thực hiện Công văn số 12/UBND-NC ngày 05/01/2026 của Ủy ban tỉnh, trong đó, giao Phòng Nội vụ góp ý.",
        "b) Phòng Nội vụ có trách nhiệm báo cáo kết quả theo Điều 15 Nghị định này.",
        "Phòng Nội vụ có trách nhiệm đo đạc theo quy định tại điểm a khoản 2 Điều 75 Nghị định số 43/2014/NĐ-CP.",
        "Yêu cầu các phòng, ban, đơn vị báo cáo khó khăn trong quá trình thực hiện./.",
    ],
)
def test_what_a_letter_tells_or_quotes_is_no_task(words: str) -> None:
    assert contents(letter(p(words) + DUTY)) == ["Giao"]


def test_what_the_writer_of_a_letter_does_itself_is_no_task() -> None:
    top = heading("UBND XÃ TÂN LẬP", "PHÒNG NỘI VỤ", "Số: 15/PNV", "V/v góp ý", date=DATE)
    told = p("Phòng Nội vụ tổng hợp ý kiến của các đơn vị.") + DUTY
    assert contents(top + p("Kính gửi: Phòng Kinh tế.", CENTRE) + told + ending("TRƯỞNG PHÒNG")) == ["Giao"]


def test_points_and_labels_that_word_calls_headings_are_tasks() -> None:
    outline = '<w:outlineLvl w:val="0"/>'
    lines = ("1. Hạ tầng", "(1) Rà soát đường truyền.", "- Đơn vị chủ trì: Phòng Kinh tế.", "- Thời gian: Quý I/2026.")
    found = imported(read(plan("".join(p(line, outline) for line in lines))))
    assert [one.heading for one in found.plan.plan.sections] == ["1. Hạ tầng"]
    assert [item.text for section in found.plan.plan.sections for item in section.items] == ["\n".join(lines[1:])]


def test_bodies_of_a_list_whose_first_are_not_known_all_lead() -> None:
    words = (
        "1. Căn cứ Kế hoạch này, các phòng, ban, ngành, Công an xã xây dựng kế hoạch trước ngày 15/3/2026."
        "\n2. Công an xã chủ trì tuần tra."
    )
    body = "".join(p(line) for line in words.split("\n"))
    tasks = read_plan(imported(read(of_ward("CHỈ THỊ", body))).plan).tasks
    assert tasks[0].task.lead is not None
    assert tasks[0].task.lead.text == "các phòng, ban, ngành, Công an xã"


@pytest.mark.parametrize(
    "line", ["1. Văn phòng UBND xã (Trung tâm phục vụ)", "1. Giao Văn phòng UBND xã (thường trực):"]
)
def test_a_heading_with_an_aside_names_whose_duties_stand_below(line: str) -> None:
    body = p(line) + p("a) Công bố danh mục trước ngày 15/3/2026.")
    tasks = read_plan(imported(read(of_ward("CHỈ THỊ", body))).plan).tasks
    assert [(one.lead.agencies, one.task.time and one.task.time.text) for one in tasks] == [
        (("van-phong-ubnd",), "trước ngày 15/3/2026")
    ]


@pytest.mark.parametrize(
    ("sentence", "lead", "coop"),
    [
        ("Ủy ban nhân dân xã ủy quyền cho Phòng Nội vụ dự đại hội.", "Phòng Nội vụ", None),
        (
            "Giao Phòng Nội vụ chủ trì, phối hợp với các đơn vị đồng thời rà soát nội dung.",
            "Phòng Nội vụ",
            "các đơn vị",
        ),
    ],
)
def test_names_end_where_the_sentence_goes_on(sentence: str, lead: str, coop: str | None) -> None:
    (read_task,) = read_plan(imported(read(letter(p(sentence)))).plan).tasks
    task = read_task.task
    assert isinstance(task, Task)
    assert (task.lead and task.lead.text, task.coop and task.coop.text) == (lead, coop)


def test_whose_list_a_thing_is_does_not_make_a_duty_doubtful() -> None:
    body = p("1. Phòng Nội vụ") + p(
        "a) Công bố danh mục thuộc thẩm quyền của các cơ quan, đơn vị và Công an xã trên địa bàn trước ngày 1/3/2026."
    )
    body += p("2. Công an xã tuần tra.")
    assert contents(of_ward("CHỈ THỊ", body)) == ["Công", "Công"]


def test_a_body_for_several_fields_is_named_whole() -> None:
    body = p("1. Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Công an tỉnh tuyên truyền.")
    (task,) = read_plan(imported(read(of_ward("CHỈ THỊ", body))).plan).tasks
    assert (task.lead.agencies, task.coop.agencies) == (("so-van-hoa-the-thao-du-lich",), ("cong-an-tinh",))


def test_a_sentence_that_begins_with_a_period_and_is_no_task_is_listed() -> None:
    words = "2. Quý I/2027, ai cũng đánh giá kết quả."
    found = imported(read(of_ward("CHỈ THỊ", p("1. Giao Phòng Nội vụ rà soát hồ sơ.") + p(words))))
    assert [one.word_place and one.word_place.quote for one in found.untold] == [words]


def test_a_list_of_bodies_is_not_cut_before_one_that_is_not_known() -> None:
    body = p("1. Rà soát") + p("- Cơ quan chủ trì: Các phòng, ban") + p("- Thời gian: Quý I/2024")
    body += p("Yêu cầu các phòng, ban, địa phương báo cáo trước ngày 15/3/2024.")
    tasks = [one.task for one in read_plan(imported(read(plan(body))).plan).tasks]
    assert not any(one.lead and one.lead.text == "các phòng, ban" for one in tasks)


def test_points_among_tasks_that_only_say_what_is_done_are_told() -> None:
    body = (
        p("1. Giao Phòng Kinh tế:")
        + p("a) Rà soát thủ tục;")
        + p("b) Công khai quy hoạch;")
        + p("2. Các đơn vị được kiểm tra")
        + p("a) Chuẩn bị báo cáo;")
        + p("b) Hồ sơ: 02 bộ.")
    )
    found = imported(read(of_ward("THÔNG BÁO", body)))
    assert [one.task.content for one in read_plan(found.plan).tasks] == ["Rà soát thủ tục;", "Công khai quy hoạch;"]
    assert [place.quote for place in found.prose.left] == ["a) Chuẩn bị báo cáo;"]
    told = list(about_counts(found, 0))
    assert any("1 tells what is done, among tasks" in sentence for sentence in told)
    assert any("a) Chuẩn bị báo cáo" in sentence for sentence in told)


def test_points_far_from_any_task_are_not_told_as_duties() -> None:
    body = "".join(p(f"{mark}) Rà soát quy định;") for mark in "abcd") + p("2. Giao Phòng Kinh tế công khai quy hoạch.")
    assert not imported(read(of_ward("CHỈ THỊ", body))).prose.left


@pytest.mark.parametrize("date", [DATE, "Tân Lập, ngày     tháng 01 năm 2026"])
def test_a_day_in_a_task_is_told_of_a_draft_without_its_day_too(date: str) -> None:
    words = "1. Giao Phòng Kinh tế rà soát hồ sơ, yêu cầu đến 30/5/2026 phải bàn giao toàn bộ mặt bằng."
    body = heading(*WARD, "Số: 02/TB-UBND", date=date) + p("THÔNG BÁO", CENTRE, "<w:b/>") + p(words)
    found = imported(read(body + ending("CHỦ TỊCH")))
    (task,) = read_plan(found.plan).tasks
    assert task.task.time is None
    assert [one.word_place.quote for one in found.untold if one.word_place] == [words]
