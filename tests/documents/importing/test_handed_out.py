"""Directives, letters and conclusions that hand out duties in their sentences: whose they are, and by when."""

from pathlib import Path

import pytest

from kshc_cli.documents.importing.document import Imported, imported
from kshc_cli.documents.importing.errors import NoTaskTableError
from kshc_cli.plan.model import Item, Section
from kshc_cli.reading.tasks import read_plan
from tests.conftest import Kshc
from tests.documents.importing.foreign import BOLD, CENTRE, HEADER, TASK, ending, head, heading, table
from tests.documents.importing.handed_out import CONCLUSION, DATE, DIRECTIVE, LETTER, WARD, of_ward
from tests.documents.word_xml import p, read, word_file

Told = tuple[str, tuple[str, ...], tuple[str, ...], str | None, str | None]
"""A task: how it begins, who leads, who helps, the words of its time, the line above it that says who."""


def told(found: Imported) -> list[Told]:
    return [
        (
            one.task.content[:30],
            one.lead.agencies,
            one.coop.agencies,
            one.task.time.text if one.task.time else None,
            next((each.line for each in one.shared if each.field == "lead"), None),
        )
        for one in read_plan(found.plan).tasks
    ]


def test_a_directive_gives_its_duties_to_those_it_names() -> None:
    found = imported(read(DIRECTIVE))
    culture, economy = "2. Phòng Văn hóa - Xã hội", "5. Giao Phòng Kinh tế:"
    assert told(found) == [
        ("Thủ trưởng các phòng, ban, đơn", ("phong-ban-don-vi-thuoc",), (), "hoàn thành trước ngày 15/02/2026", None),
        ("Tham mưu Ủy ban nhân dân xã ba", ("phong-van-hoa-xa-hoi",), (), "trước ngày 31/01/2026", culture),
        ("Theo dõi, đôn đốc.", ("phong-van-hoa-xa-hoi",), (), None, culture),
        ("Giao Công an xã chủ trì, phối ", ("cong-an",), ("van-phong",), "hoàn thành trong quý I/2026", None),
        ("Văn phòng HĐND và UBND xã: Tổn", ("van-phong",), (), "trước ngày 10 tháng 12 năm 2026", None),
        ("Rà soát thủ tục đất đai, hoàn ", ("phong-kinh-te",), (), "hoàn thành trước ngày 30/6/2026", economy),
        ("Công khai quy hoạch.", ("phong-kinh-te",), (), None, economy),
    ]
    assert found.plan.plan.title == "CHỈ THỊ"
    assert [one[:20] for one in found.plan.plan.preamble] == ["Thời gian qua, công ", "Để khắc phục tồn tại"]
    assert (found.left, found.doubts, found.untold) == ((), (), ())


def test_a_letter_asks_those_it_names_and_its_kind_is_kept() -> None:
    found = imported(read(LETTER))
    assert [(one.lead.agencies, one.task.time and one.task.time.text) for one in read_plan(found.plan).tasks] == [
        (("phong-ban-chuyen-mon",), "trước ngày 20/01/2026"),
        (("van-phong",), "trước ngày 25/01/2026"),
    ]
    assert found.plan.plan.title == "CÔNG VĂN"
    assert (found.doubts, found.untold) == ((), ())


def test_conclusions_give_duties_behind_what_they_are_about() -> None:
    found = imported(read(CONCLUSION))
    assert [(one.lead.agencies, one.task.time and one.task.time.text) for one in read_plan(found.plan).tasks] == [
        (("phong-kinh-te",), "trước ngày 25 hằng tháng"),
        (("phong-van-hoa-xa-hoi",), "trước ngày 31/01/2026"),
        (("cong-an",), None),
    ]


def test_headings_in_bold_are_sections_that_name_who_does_what_stands_below() -> None:
    body = p("1. Phòng Nội vụ", "", BOLD) + p("a) Lập kế hoạch trước ngày 15/3/2026.") + p("2. Công tác khác", "", BOLD)
    found = imported(read(of_ward("CHỈ THỊ", body + p("a) Họp tổng kết."))))
    assert told(found) == [
        ("Lập kế hoạch trước ngày 15/3/2", ("phong-noi-vu",), (), "trước ngày 15/3/2026", "1. Phòng Nội vụ")
    ]
    assert [one.heading for one in found.plan.plan.sections] == ["1. Phòng Nội vụ", "2. Công tác khác"]


def test_duties_of_two_in_one_sentence_stay_a_paragraph_that_is_listed() -> None:
    words = "3. Giao Phòng Nội vụ theo dõi; Công an xã báo cáo trước ngày 15/6/2026."
    found = imported(read(of_ward("CHỈ THỊ", p("1. Giao Phòng Nội vụ họp, báo cáo trước ngày 1/3/2026.") + p(words))))
    assert [one.task.id for one in read_plan(found.plan).tasks] == ["nv.1"]
    assert [one.word_place and one.word_place.quote for one in found.untold] == [
        "Công an xã báo cáo trước ngày 15/6/2026."
    ]


@pytest.mark.parametrize("title", ["QUYẾT ĐỊNH", "QUY CHẾ", "BÁO CÁO"])
def test_other_documents_hand_nothing_out(title: str) -> None:
    with pytest.raises(NoTaskTableError):
        imported(read(of_ward(title, p("1. Phòng Nội vụ có trách nhiệm theo dõi."))))


def test_a_directive_without_duties_has_no_tasks() -> None:
    with pytest.raises(NoTaskTableError):
        imported(read(of_ward("CHỈ THỊ", p("Thời gian qua, Công an xã đã tổ chức tuần tra."))))


def test_what_was_handed_out_is_printed_and_read_again_as_it_was(kshc: Kshc, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word_file(DIRECTIVE))
    first, second, printed = tmp_path / "a.yaml", tmp_path / "b.yaml", tmp_path / "b.docx"
    assert kshc("import", "docx", tmp_path / "a.docx", "--out", first).status == 0
    assert kshc("render", "docx", "--plan", first, "--out", printed).status == 0
    assert kshc("import", "docx", printed, "--like", first, "--out", second).status == 0
    assert kshc("list", "--plan", second).out == kshc("list", "--plan", first).out
    assert second.read_bytes().count(b"- id: nv.") == 7
    shown = kshc("show", "nv.3", "--plan", first).out
    assert "taken from  “2. Phòng Văn hóa - Xã hội”" in shown


def test_titles_name_those_whom_they_answer_for_and_groups_stand_side_by_side_in_a_heading() -> None:
    heads = "1. Giám đốc các sở, Thủ trưởng các ban, ngành tỉnh; Chủ tịch Ủy ban nhân dân các xã, phường"
    body = p(heads, "", BOLD) + p("a) Rà soát hồ sơ quá hạn trước ngày 31/3/2026.")
    body += p("2. Giao Văn phòng Ủy ban nhân dân tỉnh", "", BOLD)
    body += p("a) Chủ trì, phối hợp với Sở Nội vụ kiểm tra; báo cáo trước ngày 30/6/2026.")
    body += p("b) Theo dõi, báo cáo Sở Tư pháp trước ngày 15/12/2026.")
    body += p("3. Giao Sở Nội vụ, Sở Tư pháp tham mưu thực hiện.") + p("Yêu cầu các cơ quan nghiêm túc thực hiện./.")
    found = imported(read(of_ward("CHỈ THỊ", body)))
    assert [(one.lead.agencies, one.coop.agencies) for one in read_plan(found.plan).tasks] == [
        (("so", "ban-nganh-tinh", "xa-phuong"), ()),
        (("van-phong-ubnd-tinh",), ("so-noi-vu",)),
        (("van-phong-ubnd-tinh",), ()),
        (("so-noi-vu", "so-tu-phap"), ()),
    ]
    names = {one.id: one.name for one in found.plan.agencies}
    assert names["so"] == "Các sở"
    assert "co-quan" not in names
    assert (found.left, found.untold) == ((), ())


def test_a_bold_heading_reaches_to_the_next_number_and_never_to_somebody_else() -> None:
    body = p("1. Phòng Kinh tế", "", BOLD) + p("a) Lập sổ theo dõi trước ngày 10/3/2026.")
    body += p("b) Phối hợp với Công an xã kiểm tra trước ngày 15/3/2026.")
    body += p("2. Hội Nông dân xã vận động hội viên trước ngày 20/3/2026.")
    body += p("3. Tổ chức tổng kết trước ngày 01/12/2026.") + p("4. Trưởng các ấp")
    body += p("a) Họp dân trước ngày 25/3/2026.") + p("5. Giao Công an xã kiểm tra trước ngày 30/3/2026.")
    found = imported(read(of_ward("CHỈ THỊ", body)))
    assert [(one.lead.agencies, one.coop.agencies) for one in read_plan(found.plan).tasks] == [
        (("phong-kinh-te",), ()),
        (("phong-kinh-te",), ("cong-an",)),
        (("hoi-nong-dan",), ()),
        (("ap",), ()),
        (("cong-an",), ()),
    ]
    said = [one.word_place.quote for one in found.untold if one.word_place]
    assert said == ["3. Tổ chức tổng kết trước ngày 01/12/2026."]


def test_whoever_gets_a_report_is_called_by_no_verb() -> None:
    body = p("1. Phòng Kinh tế nhận báo cáo của các ấp trước ngày 10 hằng tháng.")
    body += p("2. Giao Phòng Kinh tế tổng hợp, báo cáo trước ngày 30/3/2026.")
    found = imported(read(of_ward("CHỈ THỊ", body)))
    assert [one.name for one in found.plan.agencies] == ["Phòng Kinh tế"]
    assert len(read_plan(found.plan).tasks) == 1


def test_a_body_is_one_whatever_it_does() -> None:
    acts = ("nộp", "chi trả", "nạo vét kênh", "tuyền truyền", "ký", "thu tiền", "phát phiếu", "in tờ rơi", "rà soát")
    body = "".join(
        p(f"{number}. Giao Phòng Kinh tế {act} theo quy định, hoàn thành trước ngày 15/6/2026.")
        for number, act in enumerate(acts, 1)
    )
    body += p("20. Công an xã trực trước ngày 15/6/2026.") + p("21. Trạm Y tế xã phun thuốc trước ngày 15/6/2026.")
    found = imported(read(of_ward("CHỈ THỊ", body)))
    assert {one.name for one in found.plan.agencies} == {"Phòng Kinh tế", "Công an xã", "Trạm Y tế xã"}
    leads = [one.lead.agencies for one in read_plan(found.plan).tasks]
    assert set(leads) <= {("phong-kinh-te",), ("cong-an",), ("tram-y-te-xa",), ("tram-y-te",)}
    assert leads.count(("phong-kinh-te",)) >= len(acts) - 5


@pytest.mark.parametrize(
    ("addressed", "asked", "members"),
    [
        ("Phòng Kinh tế; Công an xã", "các cơ quan, đơn vị", ["Phòng Kinh tế", "Công an xã"]),
        ("Phòng Kinh tế; Công an xã", "các phòng chuyên môn", None),
        ("Các phòng; Công an xã", "các cơ quan, đơn vị", None),
    ],
)
def test_whoever_a_letter_asks_is_whom_it_goes_to(addressed: str, asked: str, members: list[str] | None) -> None:
    words = f"Ủy ban nhân dân xã đề nghị {asked} báo cáo trước ngày 20/01/2026./."
    body = p(f"Kính gửi: {addressed}.", CENTRE) + p(words)
    heading_of_letter = heading(*WARD, "Số: 15/UBND-VP", "V/v báo cáo", date=DATE)
    found = imported(read(heading_of_letter + body + ending("CHỦ TỊCH"))).plan
    (task,) = read_plan(found).tasks
    names = {one.id: one.name for one in found.agencies}
    (group,) = (one for one in found.agencies if one.id in task.lead.agencies)
    assert ([names[one] for one in group.members] or None, group.open) == (members, members is None)


def test_a_heading_in_capitals_is_one_body_by_the_spelling_elsewhere() -> None:
    parts = p("I. PHÒNG VĂN HÓA - XÃ HỘI", "", BOLD) + p("1. Rà soát hộ nghèo trước ngày 15/11/2026.")
    for beside, name in (
        ("", "Phòng văn hóa - xã hội"),
        ("2. Giao Phòng Văn hóa - Xã hội họp.", "Phòng Văn hóa - Xã hội"),
    ):
        found = imported(read(of_ward("CHƯƠNG TRÌNH", parts + (p(beside) if beside else "")))).plan
        assert [one.name for one in found.agencies] == [name]


def test_how_many_people_a_body_sends_is_no_duty() -> None:
    body = (
        p("1. Công an xã: 05 người.")
        + p("2. Trạm Y tế xã: bố trí trực.")
        + p("3. Trưởng ấp 3 vận động Nhân dân trong ấp cùng chấp hành.")
    )
    found = imported(read(of_ward("CHỈ THỊ", body)))
    assert [one.task.content for one in read_plan(found.plan).tasks] == ["Trạm Y tế xã: bố trí trực."]
    assert [one.quote for one in found.prose.led] == ["3. Trưởng ấp 3 vận động Nhân dân trong ấp cùng chấp hành."]


def test_a_body_does_what_follows_what_the_point_is_about() -> None:
    body = p("1. Về tuyển quân: Ban Chỉ huy Quân sự xã tham mưu kế hoạch, hoàn thành trong tháng 4/2026.")
    body += p("2. Về hộ tịch: Công an xã rà soát các trường hợp sai sót, hoàn thành trước ngày 15/5/2026.")
    found = imported(read(of_ward("THÔNG BÁO", body, "Kết luận cuộc họp tháng 3 năm 2026")))
    assert [each[1:4:2] for each in told(found)] == [
        (("ban-chi-huy-quan-su",), "hoàn thành trong tháng 4/2026"),
        (("cong-an",), "hoàn thành trước ngày 15/5/2026"),
    ]


def test_whoever_helps_somebody_named_above_is_a_body_though_no_other_words_name_it() -> None:
    found = imported(
        read(
            of_ward(
                "CHỈ THỊ",
                p("Thời gian qua, xã đã phối hợp với Bưu điện Long Hòa. Chủ tịch Ủy ban nhân dân xã yêu cầu:")
                + p("1. Phòng Kinh tế")
                + p(
                    "a) Chủ trì, phối hợp với Trung tâm Phục vụ hành chính công xã rà soát, trình trước ngày 15/3/2026."
                )
                + p("b) Phối hợp chặt chẽ với Ban Chỉ huy Quân sự xã, Trạm Y tế tổ chức diễn tập trong quý II/2026."),
            )
        )
    )
    plan = read_plan(found.plan)
    assert [(one.lead.agencies, one.coop.agencies) for one in plan.tasks] == [
        (("phong-kinh-te",), ("trung-tam-phuc-vu-hanh-chinh-cong",)),
        (("phong-kinh-te",), ("ban-chi-huy-quan-su", "tram-y-te")),
    ]
    assert "Bưu điện" not in " ".join(agency.name for agency in found.plan.agencies)


def test_whoever_heads_the_bodies_of_a_group_is_the_group() -> None:
    found = imported(
        read(of_ward("CHỈ THỊ", p("1. Trưởng các ấp vận động Nhân dân, hoàn thành trước ngày 15/5/2026.")))
    )
    assert told(found)[0][1:4:2] == (("ap",), "hoàn thành trước ngày 15/5/2026")


def test_what_a_point_is_about_is_no_duty_of_those_asked_above_it() -> None:
    lines = (
        "Chủ tịch Ủy ban nhân dân xã yêu cầu các phòng, ban thực hiện các nhiệm vụ sau:",
        "1. Về cải cách thể chế",
        "Giao Phòng Kinh tế:",
        "a) Rà soát văn bản.",
        "2. Về xây dựng đội ngũ, vị trí việc làm.",
        "3. Nâng cao chất lượng phục vụ",
        "a) Niêm yết thủ tục tại trụ sở.",
        "4. Về hồ sơ, lập danh mục hồ sơ năm 2026.",
        "5. Công khai thủ tục",
        "6. Công tác thi đua phải được đổi mới.",
        "7. Trách nhiệm của Công an xã, các đơn vị thuộc xã",
        "a) Bố trí người trực.",
        "8. Nhiệm vụ chung",
    )
    found = imported(read(of_ward("CHỈ THỊ", "".join(map(p, lines)))))
    asked, economy, police = ("phong-ban",), ("phong-kinh-te",), ("cong-an", "don-vi-thuoc")
    assert [each[:2] for each in told(found)] == [
        ("Rà soát văn bản.", economy),
        ("Niêm yết thủ tục tại trụ sở.", asked),
        ("Về hồ sơ, lập danh mục hồ sơ n", asked),
        ("Công khai thủ tục", asked),
        ("Công tác thi đua phải được đổi", asked),
        ("Bố trí người trực.", police),
    ]
    assert told(found)[5][4] == "7. Trách nhiệm của Công an xã, các đơn vị thuộc xã"
    assert not found.left


ARTICLES = (
    p("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch năm 2026.")
    + p("Điều 2. Giao Phòng Kinh tế báo cáo trước ngày 15/12/2026.")
    + p("Điều 3. Các đơn vị chịu trách nhiệm thi hành Quyết định này./.")
)


def decided(rest: str) -> Imported:
    enacted = p("QUYẾT ĐỊNH:", CENTRE, BOLD) + ARTICLES + ending("CHỦ TỊCH")
    text = head("QUYẾT ĐỊNH") + head("Ban hành Kế hoạch năm 2026") + p("Căn cứ Luật;") + enacted
    return imported(read(heading(*WARD, "Số: 05/QĐ-UBND", date=DATE) + text + rest))


def test_a_duty_in_an_article_is_told() -> None:
    annex = head("KẾ HOẠCH") + head("Năm 2026") + p("I. NHIỆM VỤ", "", BOLD) + table(HEADER, TASK)
    found = decided(annex)
    assert [one.word_place.quote for one in found.untold if one.word_place] == [
        "Điều 2. Giao Phòng Kinh tế báo cáo trước ngày 15/12/2026."
    ]
    with pytest.raises(NoTaskTableError) as refused:
        decided("")
    assert "1 line of these seems to give a duty: “Điều 2. Giao Phòng Kinh tế" in refused.value.sentence()


def test_a_name_whose_end_is_not_sure_is_proposed_only_where_it_stands_elsewhere() -> None:
    first = p("1. Giao Phòng Nội vụ gom góp vật tư, hoàn thành trước ngày 15/8/2026.") + p(
        "2. Văn phòng tổng hợp, báo cáo trước ngày 5/6/2026."
    )
    found = imported(read(of_ward("CHỈ THỊ", first)))
    assert [one.name for one in found.plan.agencies] == ["Văn phòng"]
    assert [one.rule for one in found.untold] == ["deadline-without-duty"]
    found = imported(read(of_ward("CHỈ THỊ", first + p("3. Phòng Nội vụ họp trước ngày 10/6/2026."))))
    assert {one.name for one in found.plan.agencies} == {"Văn phòng", "Phòng Nội vụ"}
    assert not found.untold


def test_helpers_whose_names_end_nobody_knows_where_are_unread_and_not_lost() -> None:
    lines = (
        "1. Công an xã chủ trì, phối hợp với các thôn và Phòng Kinh tế bủa lưới, xong trước 15/8/2026.",
        "2. Phòng Kinh tế bố trí kinh phí trước ngày 30/6/2026.",
        "3. Công an xã trực trước ngày 15/6/2026.",
    )
    found = imported(read(of_ward("CHỈ THỊ", "".join(map(p, lines)))))
    assert {one.name for one in found.plan.agencies} == {"Phòng Kinh tế", "Công an xã"}
    sections = (Section(items=(Item(id="x", text=lines[0]),)),)
    kept = found.plan.plan.model_copy(update={"sections": sections})
    (task,) = read_plan(found.plan.model_copy(update={"plan": kept})).tasks
    assert task.coop.unread == ("các thôn và Phòng Kinh tế bủa lưới",)


def test_what_is_asked_only_in_case_and_what_closes_a_text_are_no_duties() -> None:
    body = p("1. Công an xã") + p("- Tuần tra trước ngày 10/02/2026.") + p("- Xử lý các trường hợp vi phạm.")
    body += p("- Tháo gỡ khó khăn, vướng mắc; kiểm tra đột xuất khi cần thiết.")
    body += p("- Khi cần thiết, đề xuất điều chỉnh Chỉ thị.") + p("- Nếu có phát sinh, báo cáo Ủy ban nhân dân xã.")
    body += p("Kinh phí thực hiện do ngân sách xã bảo đảm.") + p("Chỉ thị này có hiệu lực kể từ ngày ký.")
    body += p("Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Công an xã.")
    found = imported(read(of_ward("CHỈ THỊ", body)))
    assert [one.task.content for one in read_plan(found.plan).tasks] == [
        "Tuần tra trước ngày 10/02/2026.",
        "Xử lý các trường hợp vi phạm.",
        "Tháo gỡ khó khăn, vướng mắc; kiểm tra đột xuất khi cần thiết.",
    ]


@pytest.mark.parametrize("word", ["CHƯA", "ĐÃ", "KHÔNG"])
def test_a_heading_of_what_was_or_was_not_done_says_nothing_of_when(word: str) -> None:
    body = p(f"I. NHIỆM VỤ {word} HOÀN THÀNH QUÝ I NĂM 2026", "", BOLD) + p("1. Giao Công an xã tuần tra.")
    (one,) = read_plan(imported(read(of_ward("CHỈ THỊ", body))).plan).tasks
    assert one.task.time is None


@pytest.mark.parametrize("title", ["THÔNG BÁO", "KẾ HOẠCH"])
def test_a_label_inside_a_sentence_stops_no_other_sentence_from_being_a_task(title: str) -> None:
    lines = (
        "1. Phòng Kinh tế hoàn thành hồ sơ tuyến hẻm, trình trước ngày 10/3/2026.",
        "2. Giao Công an xã phối hợp Trạm Y tế kiểm tra tạm trú; thời gian hoàn thành: 20/3/2026.",
        "3. Văn phòng HĐND và UBND xã đôn đốc việc thực hiện.",
    )
    found = imported(read(of_ward(title, "".join(map(p, lines)))))
    assert [(one[1], one[2], one[3]) for one in told(found)] == [
        (("phong-kinh-te",), (), "trước ngày 10/3/2026"),
        (("cong-an",), ("tram-y-te",), "20/3/2026."),
        (("van-phong",), (), None),
    ]
    assert (found.doubts, found.untold) == ((), ())


def test_few_labels_stop_no_sentence_from_being_a_task_and_many_do() -> None:
    labelled = p("9. Rà soát hồ sơ đất đai") + p("- Chủ trì: Phòng Kinh tế")
    bodies = ("Công an xã", "Trạm Y tế", "Phòng Nội vụ")
    sentences = [p(f"{number}. Giao {body} lập danh sách.") for number, body in enumerate(bodies, 1)]
    few = imported(read(of_ward("KẾ HOẠCH", "".join(sentences) + labelled)))
    assert [one[1] for one in told(few)] == [("cong-an",), ("tram-y-te",), ("phong-noi-vu",), ("phong-kinh-te",)]
    many = imported(read(of_ward("KẾ HOẠCH", "".join(sentences[:2]) + labelled)))
    assert ([one[1] for one in told(many)], len(many.prose.led)) == ([("phong-kinh-te",)], 2)
    directive = imported(read(of_ward("CHỈ THỊ", sentences[0] + labelled)))
    assert ([one[1] for one in told(directive)], directive.doubts) == ([("cong-an",), ("phong-kinh-te",)], ())


def test_a_plain_point_that_goes_on_with_the_numbers_of_bold_ones_is_not_below_them() -> None:
    body = p("1. Phòng Nội vụ", "", BOLD) + p("Lập kế hoạch trước ngày 15/3/2026.") + p("2. Giao Công an xã tuần tra.")
    found = read_plan(imported(read(of_ward("CHỈ THỊ", body))).plan).tasks
    assert [(one.placed.heading, one.lead.agencies) for one in found] == [
        ("1. Phòng Nội vụ", ("phong-noi-vu",)),
        (None, ("cong-an",)),
    ]


def test_the_last_clause_of_a_point_gives_the_duties_below_it() -> None:
    body = p("1. Thống nhất phương án sửa chữa trụ sở. Giao Phòng Kinh tế:")
    body += p("- Lập dự toán trước ngày 25/3/2026.") + p("- Lựa chọn nhà thầu.")
    body += p("2. Về y tế: Đồng ý đề xuất mua thiết bị; giao Trạm Y tế xã chủ trì, phối hợp với Phòng Nội vụ:")
    body += p("a) Lập hồ sơ mua sắm.") + p("3. Thống nhất chủ trương. Giao Công an xã tuần tra.")
    found = imported(read(of_ward("THÔNG BÁO", body, "Kết luận cuộc họp tháng 3 năm 2026")))
    first = "1. Thống nhất phương án sửa chữa trụ sở. Giao Phòng Kinh tế:"
    assert [(one[1], one[2], one[4]) for one in told(found)[:2]] == [(("phong-kinh-te",), (), first)] * 2
    assert told(found)[2][1:3] == (("tram-y-te",), ("phong-noi-vu",))
    assert first not in [one.quote for one in found.prose.led]


def test_whoever_leads_in_brackets_is_a_body() -> None:
    lines = (
        "1. Công bố danh mục (Văn phòng HĐND và UBND xã chủ trì; thời gian: tháng 7/2026).",
        "2. Rà soát quy trình (Phòng Kinh tế chủ trì; phối hợp: Phòng Nội vụ; hoàn thành trước 30/6/2026).",
        "3. Đo đạc (do Phòng Kinh tế chủ trì, phối hợp với Công ty Đo đạc An Bình, hoàn thành trong quý III/2026)",
        "4. Thu gom rác (bằng xe đẩy chủ trì).",
    )
    labelled = p("5. Tập huấn") + p("- Chủ trì: Trạm Y tế") + p("- Thời gian: tháng 8/2026")
    for rest, count in (("", 3), (labelled, 4)):
        found = imported(read(of_ward("KẾ HOẠCH", p("I. NHIỆM VỤ", "", BOLD) + "".join(map(p, lines)) + rest)))
        assert len(told(found)) == count
        assert [one[1:4] for one in told(found)[:3]] == [
            (("van-phong",), (), "thời gian: tháng 7/2026"),
            (("phong-kinh-te",), ("phong-noi-vu",), "hoàn thành trước 30/6/2026"),
            (("phong-kinh-te",), ("cong-ty-do-dac-an-binh",), "hoàn thành trong quý III/2026"),
        ]
        assert not any(one.time.unread for one in read_plan(found.plan).tasks)


def test_points_may_be_counted_in_words() -> None:
    body = p("Chủ tịch Ủy ban nhân dân xã yêu cầu:")
    body += p("Một là, Phòng Kinh tế lập kế hoạch trước ngày 15/8/2026.") + p("Hai là, Công an xã tuần tra.")
    body += p("Ba là: giao Trạm Y tế tổ chức sơ tuyển trong tháng 10/2026.") + p("Năm lần kiểm tra là đủ.")
    assert [one[1] for one in told(imported(read(of_ward("CHỈ THỊ", body))))] == [
        ("phong-kinh-te",),
        ("cong-an",),
        ("tram-y-te",),
    ]


def test_a_day_to_come_that_is_not_read_as_a_tasks_time_is_told() -> None:
    body = p("Hội nghị họp ngày 20 tháng 9 năm 2026.") + p("1. Công an xã")
    body += p("- Chủ trì tổ chức chương trình văn nghệ ngày 24/9/2026.")
    body += p("- Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 của xã.")
    found = imported(read(of_ward("CHỈ THỊ", body)))
    assert len(read_plan(found.plan).tasks) == 2
    assert [one.word_place.quote for one in found.untold if one.word_place] == [
        "- Chủ trì tổ chức chương trình văn nghệ ngày 24/9/2026."
    ]


def test_what_people_do_is_no_duty_of_the_body_above() -> None:
    body = p("1. Công an xã") + p("- Tuần tra.") + p("- Nhân dân trên địa bàn tố giác tội phạm.")
    body += p("- Các hộ kinh doanh ký cam kết.") + p("- Doanh nghiệp chấp hành trước ngày 15/3/2026.")
    found = imported(read(of_ward("CHỈ THỊ", body)))
    assert [one.task.content for one in read_plan(found.plan).tasks] == ["Tuần tra."]
    assert [one.word_place.quote for one in found.untold if one.word_place] == [
        "- Doanh nghiệp chấp hành trước ngày 15/3/2026."
    ]


def test_what_one_of_several_does_by_itself_is_told() -> None:
    words = "- Riêng Ban Chỉ huy Quân sự xã trực sẵn sàng chiến đấu."
    body = p("1. Công an xã, Ban Chỉ huy Quân sự xã") + p("- Tuần tra ban đêm.") + p(words)
    found = imported(read(of_ward("CHỈ THỊ", body)))
    assert [one.task.content for one in read_plan(found.plan).tasks] == ["Tuần tra ban đêm."]
    assert [one.quote for one in found.prose.led] == [words]


def test_who_asks_for_a_duty_stays_known_where_it_is_read_by_it() -> None:
    asked = (
        "Văn phòng UBND tỉnh đề nghị Phòng Kinh tế hoàn thiện dự thảo và gửi về Văn phòng UBND tỉnh trước 14/4/2026."
    )
    found = imported(read(of_ward("THÔNG BÁO", p("1. Đề nghị Phòng Kinh tế lấy ý kiến.") + p(f"2. {asked}"))))
    assert [one.lead.agencies for one in read_plan(found.plan).tasks] == [("phong-kinh-te",)] * 2
