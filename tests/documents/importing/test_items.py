"""Tasks that stand in paragraphs of a document: where each begins and ends, and what stands between them."""

import pytest

from kshc_cli.documents.importing.document import imported
from kshc_cli.documents.importing.errors import NoTaskTableError
from kshc_cli.documents.importing.paragraphs.items import stretches
from kshc_cli.plan.model import Labels, Plan
from kshc_cli.reading.tasks import read_plan
from kshc_cli.reading.values import Window
from kshc_cli.rules.catalogue import check
from tests.documents.importing.foreign import BOLD, HEADER, TASK, plan, row, table
from tests.documents.word_xml import p, read


def parted(text: str, labels: Labels | None = None) -> list[str]:
    """Return the lines of a section, each behind "| " in a task and behind "  " elsewhere; a task begins with "> "."""
    lines = [line.strip() for line in text.strip().splitlines()]
    told = []
    for stretch in stretches(lines, labels):
        for place in range(stretch.start, stretch.end):
            mark = ("> " if place == stretch.start else "| ") if stretch.is_task else "  "
            told.append(mark + lines[place])
    assert [one[2:] for one in told] == lines
    return told


def shown(text: str) -> list[str]:
    return [line[8:] for line in text.strip("\n").splitlines() if line.strip()]


def test_a_task_goes_from_its_point_to_the_next_one() -> None:
    expected = shown("""
          Nhiệm vụ năm 2026 gồm:
        > 1. Rà soát
        | Làm hai đợt.
        | - Cơ quan chủ trì: A
        | - Thời gian: quý I
        > 2. Công khai
        | - Chi tiết thứ nhất
        | - Chủ trì: B
          3. Việc khác
          Không ai làm.
    """)
    assert parted("\n".join(line[2:] for line in expected)) == expected


def test_when_and_for_whom_a_programme_is_are_no_task() -> None:
    expected = shown("""
          a) Về thời gian, phạm vi, đối tượng:
          - Thời gian thực hiện Đề án: Từ năm 2026 đến hết năm 2030.
          - Phạm vi: toàn xã.
        > b) Về tuyên truyền
        | - Thời gian: quý I
        > c) Tiến độ, phạm vi
        | - Chủ trì: A
        | - Thời gian: quý II
    """)
    assert parted("\n".join(line[2:] for line in expected)) == expected


def test_points_below_points_are_tasks_and_what_heads_them_is_none() -> None:
    expected = shown("""
          1. Truyền thông
        > a) Hội nghị
        | - Chủ trì: A
        | - Thời gian: tháng 3
        > b) Pa nô
        | - Thời gian: tháng 4
          2. Kiểm tra
        > - Kiểm tra các tổ
        | + Chủ trì: B
        | + Thời gian: quý II
        > - Kiểm tra các trường
        | + Chủ trì: B
          Trên đây là Kế hoạch.
    """)
    assert parted("\n".join(line[2:] for line in expected)) == expected


def test_labels_of_the_rank_of_their_point_belong_to_the_line_above() -> None:
    expected = shown("""
        > - Tập huấn
        | - Chủ trì: A
        | - Thời gian: tháng 3
        > - Hội thảo
        | - Chủ trì: B
    """)
    assert parted("\n".join(line[2:] for line in expected)) == expected


def test_a_second_lead_or_time_behind_other_words_is_that_of_another_task() -> None:
    expected = shown("""
        > 1. Hai việc
        | - Rà soát
        | - Chủ trì: Văn phòng
        | - Thời gian: 15/3
        > - Tập huấn
        | - Chủ trì: Phòng Nội vụ
        | - Thời gian: 20/11
        > 2. Việc khác
        | - Thời gian: quý I
        | - Ghi chú
        | - Sản phẩm: báo cáo
    """)
    assert parted("\n".join(line[2:] for line in expected)) == expected


def test_a_label_that_goes_on_takes_its_lines_with_it() -> None:
    expected = shown("""
        > 1. Báo cáo
        | - Thời gian: Quý I,
        | quý III năm 2026.
          Kết thúc.
        > 2. Tổng kết
        | - Thời gian:
        | + Đợt 1: tháng 6
        | + Đợt 2: tháng 11
          Kết thúc.
    """)
    assert parted("\n".join(line[2:] for line in expected)) == expected


def test_what_is_said_of_the_whole_plan_is_no_task() -> None:
    for text in (
        "1. Thời gian thực hiện: năm 2026\n2. Kinh phí: ngân sách phường",
        "1. Mục tiêu\n- Kết quả: đạt 95 %\n- Sản phẩm: báo cáo",
        "- Chủ trì: A\n- Thời gian: quý I",
        "Văn phòng chủ trì: làm việc này",
    ):
        assert not [one for one in parted(text) if one[0] != " "], text


def test_labels_of_the_plan_itself_part_its_tasks() -> None:
    text = "1. Rà soát\n- Giao cho: A"
    assert parted(text) == ["  1. Rà soát", "  - Giao cho: A"]
    assert parted(text, Labels(lead=("Giao cho",))) == ["> 1. Rà soát", "| - Giao cho: A"]


def test_only_letters_and_dashes_mark_what_is_said_of_a_task() -> None:
    assert parted("1. Việc\n1.1.1. Chủ trì: A\n1.1.2. Thời gian: quý I") == [
        "  1. Việc",
        "  1.1.1. Chủ trì: A",
        "  1.1.2. Thời gian: quý I",
    ]
    assert parted("1. Việc\na) Chủ trì: A\nb) Thời gian: quý I") == [
        "> 1. Việc",
        "| a) Chủ trì: A",
        "| b) Thời gian: quý I",
    ]


def tasks(found: Plan) -> list[tuple[str, str, tuple[str, ...], str]]:
    read = read_plan(found).tasks
    return [
        (one.task.id, one.task.content, one.lead.agencies, one.task.time.text if one.task.time else "") for one in read
    ]


BODY = (
    p("I. MỤC ĐÍCH", "", BOLD)
    + p("Nâng cao chất lượng.")
    + p("II. NHIỆM VỤ", "", BOLD)
    + p("1. Rà soát thủ tục")
    + p("- Cơ quan chủ trì: Văn phòng HĐND và UBND.")
    + p("- Thời gian thực hiện: Trước ngày 15/9/2024.")
    + p("Việc sau đây làm thường xuyên:")
    + p("2. Công khai thủ tục")
    + p("- Cơ quan chủ trì: Phòng Tư pháp.")
)


def test_a_plan_in_prose_becomes_tasks_in_the_order_of_the_document() -> None:
    found = imported(read(plan(BODY)))
    assert not found.left
    assert tasks(found.plan) == [
        ("nv.1", "Rà soát thủ tục", ("van-phong",), "Trước ngày 15/9/2024."),
        ("nv.2", "Công khai thủ tục", ("phong-tu-phap",), ""),
    ]
    headings = [(one.heading, len(one.paragraphs), len(one.items)) for one in found.plan.plan.sections]
    assert headings == [("I. MỤC ĐÍCH", 1, 0), ("II. NHIỆM VỤ", 0, 1), (None, 1, 1)]
    assert found.plan.plan.columns is None


def test_a_plan_holds_tasks_in_prose_and_in_tables() -> None:
    found = imported(read(plan(BODY + p("III. BẢNG", "", BOLD) + table(HEADER, TASK))))
    assert [one[0] for one in tasks(found.plan)] == ["nv.1", "nv.2", "1.1"]


def test_an_edited_document_keeps_ids_days_and_what_still_stands_in_the_words() -> None:
    first = imported(read(plan(BODY))).plan
    sections = list(first.plan.sections)
    (item,) = sections[1].items
    renamed = item.model_copy(update={"id": "ra-soat", "result": "thủ tục", "coop": None})
    sections[1] = sections[1].model_copy(update={"items": (renamed,)})
    earlier = first.model_copy(update={"plan": first.plan.model_copy(update={"sections": tuple(sections)})})
    new = p("2. Tập huấn") + p("- Chủ trì: Phòng Nội vụ") + p("3. Công khai thủ tục")
    body = BODY.replace("15/9/2024", "30/9/2024").replace(p("2. Công khai thủ tục"), new)
    found = imported(read(plan(body)), like=earlier).plan
    kept = found.plan.sections[1].items[0]
    assert (kept.id, kept.result) == ("ra-soat", "thủ tục")
    assert "30/9/2024" in kept.text
    assert [one.id for section in found.plan.sections for one in section.items] == ["ra-soat", "nv.3", "nv.2"]


def test_a_bold_point_with_labels_is_a_task_and_no_heading() -> None:
    point = p("1. Rà soát", "", BOLD) + p("a) Lập danh mục.") + p("b) Công bố.") + p("- Chủ trì: Phòng Tư pháp")
    last = p("2. Tập huấn", "", BOLD) + p("- Chủ trì: Phòng Nội vụ") + p("Trên đây là Kế hoạch.")
    for above in ("", p("1. Mục đích", "", BOLD) + p("Nâng cao."), p("I. NHIỆM VỤ", "", BOLD)):
        found = imported(read(plan(above + point + last))).plan
        assert [one[1] for one in tasks(found)] == ["Rà soát\na) Lập danh mục.\nb) Công bố.", "Tập huấn"]
        headings = [one.heading for one in found.plan.sections if one.heading]
        assert headings == [words for words in ("1. Mục đích", "I. NHIỆM VỤ") if words in above]


def test_a_bold_point_over_several_tasks_is_their_heading() -> None:
    body = p("1. Truyền thông", "", BOLD)
    body += "".join(p(f"{mark}) Hội nghị {mark}") + p("- Chủ trì: Phòng Tư pháp") for mark in "ab")
    found = imported(read(plan(body))).plan
    assert [(one.heading, len(one.items)) for one in found.plan.sections] == [("1. Truyền thông", 2)]


def test_lines_of_one_paragraph_are_read_like_paragraphs() -> None:
    body = (
        p("I. NHIỆM VỤ", "", BOLD)
        + "<w:p><w:r><w:t>1. Rà soát</w:t><w:br/><w:t>- Chủ trì: Phòng Tư pháp</w:t></w:r></w:p>"
    )
    ((_id, content, lead, _time),) = tasks(imported(read(plan(body))).plan)
    assert (content, lead) == ("Rà soát", ("phong-tu-phap",))


def test_tasks_before_the_first_heading_are_tasks() -> None:
    body = (
        p("Các nhiệm vụ năm 2024:")
        + p("1. Rà soát")
        + p("- Chủ trì: Phòng Tư pháp")
        + p("I. KHÁC", "", BOLD)
        + p("Hết.")
    )
    found = imported(read(plan(body))).plan
    assert found.plan.preamble == ("Các nhiệm vụ năm 2024:",)
    assert [(one.heading, len(one.items)) for one in found.plan.sections] == [(None, 1), ("I. KHÁC", 0)]


def test_an_edited_sentence_keeps_its_task_and_not_the_day_that_is_gone() -> None:
    sentence = "Giao Phòng Tư pháp tập huấn trong quý I."
    body = (
        p("I. A", "", BOLD)
        + table(HEADER, row("1", "Việc", "Phòng Tư pháp", "Quý I"))
        + p("II. B", "", BOLD)
        + p(sentence)
    )
    first = imported(read(plan(body))).plan
    found = imported(read(plan(body.replace("quý I.", "quý III."))), like=first).plan
    ((item,),) = [section.items for section in found.plan.sections if section.items]
    (task,) = [one.task for one in read_plan(found).tasks if one.said]
    assert (item.id, task.id, task.time and task.time.text) == ("nv.1", "nv.1", "trong quý III")


def test_items_that_begin_alike_are_told_apart_by_who_leads() -> None:
    body = p("I. A", "", BOLD) + "".join(
        p("- Báo cáo") + p(f"+ Chủ trì: {name}") for name in ("Phòng Tư pháp", "Phòng Nội vụ")
    )
    first = imported(read(plan(body))).plan
    edited = body.replace(p("- Báo cáo") + p("+ Chủ trì: Phòng Tư pháp"), "").replace(
        "Chủ trì: Phòng Nội vụ", "Chủ trì: Phòng Nội vụ</w:t></w:r></w:p><w:p><w:r><w:t>+ Thời gian: quý I"
    )
    found = imported(read(plan(edited)), like=first).plan
    assert [item.id for section in found.plan.sections for item in section.items] == ["nv.2"]


def test_a_document_without_tasks_is_none_though_the_earlier_plan_had_some() -> None:
    first = imported(read(plan(BODY))).plan
    with pytest.raises(NoTaskTableError):
        imported(read(""), like=first)


def test_labels_in_brackets_at_the_end_make_a_paragraph_a_task() -> None:
    expected = shown("""
        > 1. Rà soát (Chủ trì: A; thời gian: quý I).
        > 2. Công khai (Đơn vị thực hiện: B, thời hạn hoàn thành: 30/6)
          3. Kiểm tra (theo Công văn số 5/UBND)
          4. Tổng kết (Sản phẩm: Báo cáo)
        > - Tập huấn (thời gian: tháng 3 (hai ngày));
          Trên đây là Kế hoạch.
    """)
    assert parted("\n".join(line[2:] for line in expected)) == expected


def test_a_task_ends_before_one_with_labels_in_brackets() -> None:
    expected = shown("""
        > 1. Rà soát
        | - Cơ quan chủ trì: A
        > - Báo cáo (Chủ trì: B; thời gian: quý I)
    """)
    assert parted("\n".join(line[2:] for line in expected)) == expected


def test_points_of_one_list_share_the_labels_below_it() -> None:
    expected = shown("""
        > 3. Nâng cao chất lượng
        | a) Tập huấn;
        | - Hai lớp
        | b) Kiểm tra.
        | Cơ quan chủ trì: A
        | Thời gian thực hiện: quý II
          - Xây dựng kế hoạch
        > a) Họp;
        | b) Báo cáo.
        | Cơ quan chủ trì: A
    """)
    assert parted("\n".join(line[2:] for line in expected)) == expected


def test_labels_below_the_last_letter_are_those_of_the_numbered_point() -> None:
    expected = shown("""
        > 1. Nâng cao chất lượng
        | a) Tập huấn.
        | - Hai lớp
        | b) Kiểm tra.
        | - Cơ quan chủ trì: A
        | - Thời gian thực hiện: quý II
        > 2. Công khai
        | a) Đăng tin;
        | b) Niêm yết.
        | - Cơ quan chủ trì: B
        | + Sở C
        | - Thời gian:
        | + Đợt 1: tháng 6
        > 3. Tổng kết
        | a) Họp.
        | b) Báo cáo.
        | Cơ quan chủ trì: A
          Trên đây là Kế hoạch.
    """)
    assert parted("\n".join(line[2:] for line in expected)) == expected


def test_labels_below_the_last_dash_are_those_of_the_list_where_it_is_one() -> None:
    expected = shown("""
        > 1. Kiểm tra
        | - Kiểm tra chợ;
        | - Kiểm tra quán ăn.
        | + Chủ trì: A
        | + Thời gian: tháng 5
          2. Tuyên truyền
          - Phát thanh.
        > - Treo băng rôn.
        | + Chủ trì: A
        > 3. Sửa đường
        | - Lập dự toán.
        | - Thi công.
        | Chủ trì: A
        | Thời gian: quý III
        > 4. Hội nghị
        | a) Sơ kết; b) Tổng kết.
        | - Chủ trì: A
        > 5. Hội thi
        | Đơn vị thực hiện:
        | - Công an xã
        | Thời gian:
        | Quý II
          - Lập kế hoạch.
    """)
    assert parted("\n".join(line[2:] for line in expected)) == expected


def test_when_all_of_a_text_is_and_whom_to_call_are_no_task() -> None:
    expected = shown("""
          - Phấn đấu 95% hồ sơ đúng hạn.
          - Phấn đấu 100% cán bộ được tập huấn.
          Thời gian thực hiện: năm 2026.
          Thông tin liên hệ:
          - Đơn vị: Công an xã
          - Điện thoại: 0277 3 111 222
    """)
    assert parted("\n".join(line[2:] for line in expected)) == expected


def test_letters_with_labels_of_their_own_are_tasks_by_themselves() -> None:
    expected = shown("""
          1. Nâng cao chất lượng
          a) Mở đầu.
        > b) Tập huấn.
        | - Cơ quan chủ trì: A
        > c) Kiểm tra.
        | - Cơ quan chủ trì: B
          2. Công khai
          a) Giao Phòng Nội vụ đăng tin.
        > b) Niêm yết.
        | - Cơ quan chủ trì: B
          3. Rà soát
          a) Lập danh mục trước ngày 05/3.
        > b) Công bố.
        | - Cơ quan chủ trì: B
          4. Tổng kết
        > a) Họp.
        | - Thời gian: quý II
          b) Báo cáo.
    """)
    assert parted("\n".join(line[2:] for line in expected)) == expected


def test_labels_in_brackets_are_read_and_printed() -> None:
    body = p("I. NỘI DUNG", "", BOLD) + p(
        "1. Rà soát (Chủ trì: Sở A; phối hợp: Sở B; sản phẩm: Báo cáo; thời gian: quý I/2024)."
    )
    found = imported(read(plan(p("Mở đầu.") + body))).plan
    (task,) = read_plan(found).tasks
    assert task.task.content == "Rà soát"
    assert [one.text for one in (task.task.lead, task.task.time) if one] == ["Sở A", "quý I/2024"]
    assert (len(task.lead.agencies), len(task.coop.agencies), task.time.unread) == (1, 1, ())
    (item,) = (item for section in found.plan.sections for item in section.items)
    assert item.text == "1. Rà soát (Chủ trì: Sở A; phối hợp: Sở B; sản phẩm: Báo cáo; thời gian: quý I/2024)."


def test_a_label_that_says_nothing_of_who_or_when_parts_no_task() -> None:
    expected = shown("""
        > 1. Nâng cấp
        | - Thời gian: quý I
        | - Kinh phí: 50 triệu
        | - Hạn chế: chưa đủ người
        | - Thời hạn hoàn thành: quý II
        | - Ghi chú: không
        > Tập huấn
        | Đối tượng: cán bộ
        | Chủ trì: A
        | Địa điểm: xã
        | Thời gian: tháng 5
        > - Hội thảo
        | + Chủ trì: A
          - Kinh phí: từ ngân sách
        > - Yêu cầu: đủ người
        | + Chủ trì: A
    """)
    assert parted("\n".join(line[2:] for line in expected)) == expected


def test_a_label_that_is_not_known_parts_no_task_where_it_stands_among_others() -> None:
    expected = shown("""
        > - Tập huấn: hai lớp
        | - Chủ trì: A
        | - Nhân lực phục vụ: 5 người
        | - Xe: 1
        | - Thời gian: quý II
        > - Hội thảo: một buổi
        | - Chủ trì: B
        | - Thời gian: quý III
        > - Diễn tập: một buổi
        | - Chủ trì: C
        | - Thời gian: quý III
    """)
    assert parted("\n".join(line[2:] for line in expected)) == expected


def test_a_second_content_is_another_task() -> None:
    expected = shown("""
        > 1. Các việc
        | - Nội dung: A
        | - Chủ trì: A
        | - Thời gian: tháng 3
        > - Nội dung: B
        | - Chủ trì: B
        | - Thời gian: tháng 4
    """)
    assert parted("\n".join(line[2:] for line in expected)) == expected


def test_labels_behind_a_sentence_make_it_a_task() -> None:
    expected = shown("""
        > 1. Xây trường. Cơ quan chủ trì: A. Thời gian: quý II.
        > 2. Rà soát; thời gian: quý I
          3. Hội nghị. Thời gian: quý I. Địa điểm: xã
          4. Phạm vi: toàn xã. Thời gian: năm 2026
          Hội nghị. Thời gian: 15/6
        > 5. Rà soát
        | Chủ trì: A. Phối hợp: B. Thời gian: quý II.
    """)
    assert parted("\n".join(line[2:] for line in expected)) == expected


def test_a_meeting_has_an_hour_and_a_task_somebody_who_leads() -> None:
    expected = shown("""
        > Tập huấn
        | Chủ trì: A
        | Thời gian: tháng 3
        | Địa điểm: xã
          Hội nghị
          Chủ trì: Chủ tịch
          Thời gian: 8 giờ 00, ngày 15/3
          Địa điểm: xã
    """)
    assert parted("\n".join(line[2:] for line in expected)) == expected


def times(found: Plan) -> list[tuple[str, list[str], tuple[str, ...]]]:
    return [
        (
            one.task.content.partition("\n")[0],
            [f"{part.start} {part.end}" for part in one.time.parts if isinstance(part, Window)],
            one.time.unread,
        )
        for one in read_plan(found).tasks
    ]


def test_labels_of_a_start_and_an_end_are_one_window_and_a_start_alone_is_unread() -> None:
    lines = (
        *("1. Xây trường", "- Thời gian bắt đầu: 01/3/2024", "- Thời gian kết thúc: 30/9/2024"),
        *("2. Xây đường", "- Đơn vị thực hiện: A", "- Khởi công: tháng 3/2024", "- Nghiệm thu: tháng 11/2024"),
        *("3. Xây cầu", "- Ngày bắt đầu: 02/3/2024; ngày kết thúc: 02/10/2024"),
        *("4. Đo đạc", "- Từ ngày: 02/3/2024", "- Đến ngày: 02/10/2024"),
        *("5. Sửa chữa", "- Đơn vị thực hiện: A", "- Thời gian khởi công: quý I"),
        *("6. Trồng cây", "- Từ: 02/3/2024 đến 02/10/2024", "- Chủ trì: A"),
        *("7. Xây chợ", "- Thời gian bắt đầu: tháng 11", "- Thời gian kết thúc: tháng 2"),
    )
    found = imported(read(plan(p("I. A", "", BOLD) + "".join(map(p, lines)))))
    assert not found.left
    assert times(found.plan) == [
        ("Xây trường", ["2024-03-01 2024-09-30"], ()),
        ("Xây đường", ["2024-03-01 2024-11-30"], ()),
        ("Xây cầu", ["2024-03-02 2024-10-02"], ()),
        ("Đo đạc", ["2024-03-02 2024-10-02"], ()),
        ("Sửa chữa", [], ("quý I",)),
        ("Trồng cây", ["2024-03-02 2024-10-02"], ()),
        ("Xây chợ", [], ("tháng 2",)),
    ]


def test_deadlines_and_bodies_of_notes_are_not_the_tasks() -> None:
    lines = (
        *("1. Tập huấn", "- Chủ trì: Phòng Tư pháp", "- Kinh phí: quyết toán trước ngày 31/12/2024"),
        *("2. Hội thảo", "- Thời gian: tháng 3", "- Đối tượng: Phòng Tư pháp, Phòng Nội vụ"),
    )
    found = imported(read(plan(p("I. A", "", BOLD) + "".join(map(p, lines))))).plan
    assert times(found) == [
        ("Tập huấn", [], ("trước ngày 31/12/2024",)),
        ("Hội thảo", ["2024-03-01 2024-03-31"], ()),
    ]
    assert [one.lead.agencies for one in read_plan(found).tasks] == [("phong-tu-phap",), ()]


def test_a_line_that_gives_a_duty_behind_the_labels_is_none_of_their_task() -> None:
    expected = shown("""
          1. Tuyên truyền
          a) Nội dung: Làm pa nô (Phòng Tư pháp chủ trì; thời gian: tháng 7)
          b) Tổ chức hội thi (Phòng Nội vụ chủ trì, xong trước ngày 30/6).
        > 2. Tập huấn
        | a) Nội dung: Lớp thứ nhất
        | - Thời gian: tháng 7
          b) Phòng Nội vụ chủ trì lớp thứ hai.
        > 3. Rà soát
        | - Chủ trì: A
        | - Gồm hai đợt.
          - Giao Phòng Nội vụ tổng hợp trước ngày 30/6.
        > 4. Công khai
        | a) Nội dung: Niêm yết (Chủ trì: A; thời gian: quý I)
        | b) Có ảnh kèm theo
    """)
    assert parted("\n".join(line[2:] for line in expected)) == expected


def test_a_deadline_beside_the_time_of_a_label_is_told() -> None:
    lines = (
        *("1. Giám sát", "- Tổ công tác giám sát, báo cáo trước ngày 30/11/2024.", "- Thời gian: Quý IV"),
        *("2. Họp tổng kết trước ngày 20/12/2024", "- Thời gian: trước ngày 20/12/2024"),
        *("3. Báo cáo định kỳ hằng tháng", "- Thời gian: Hằng tháng"),
        *("4. Tập huấn", "- Chủ trì: Phòng Nội vụ", "- Thời gian:", "+ trước ngày 15/3/2024", "+ trước ngày 15/9/2024"),
    )
    found = imported(read(plan(p("I. A", "", BOLD) + "".join(map(p, lines)))))
    (one,) = found.untold
    assert one.word_place
    assert one.word_place.quote == "- Tổ công tác giám sát, báo cáo trước ngày 30/11/2024."
    assert one.message == (
        "A sentence of the task says by when it is due beside the time of its label: only this is followed."
    )


@pytest.mark.parametrize(
    ("bodies", "lead", "coop"),
    [
        ("Phòng Tư pháp, Phòng Kinh tế", (), ()),
        ("Phòng Tư pháp / Phòng Kinh tế", ("phong-tu-phap",), ("phong-kinh-te",)),
        ("Phòng Tư pháp; phối hợp: Phòng Kinh tế", ("phong-tu-phap",), ("phong-kinh-te",)),
    ],
)
def test_a_joint_label_tells_who_leads_as_a_joint_column_does(
    bodies: str, lead: tuple[str, ...], coop: tuple[str, ...]
) -> None:
    named = ("1. Họp", "- Chủ trì: Phòng Tư pháp", "- Phối hợp: Phòng Kinh tế")
    lines = (*named, "2. Giám sát", f"- Cơ quan chủ trì, phối hợp: {bodies}", "- Thời gian: Quý IV")
    found = read_plan(imported(read(plan(p("I. A", "", BOLD) + "".join(map(p, lines))))).plan)
    assert (found.tasks[1].lead.agencies, found.tasks[1].coop.agencies) == (lead, coop)
    assert [each.rule for each in check(found) if each.rule == "unclear-lead"] == ([] if lead else ["unclear-lead"])
