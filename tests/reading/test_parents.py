"""Tasks in paragraphs below lines that say who does them: what they share, and what they say themselves."""

from datetime import date

import pytest

from kshc_cli.plan.act import Issuance, Issuer, Signature
from kshc_cli.plan.given import GivenDeadline
from kshc_cli.plan.model import Agency, AgencyWords, AttachedPlan, Item, ParagraphWords, Plan, Section, TimeWords
from kshc_cli.reading.tasks import ReadTask, read_plan
from kshc_cli.reading.values import Deadline

AGENCIES = (
    Agency(id="nv", name="Phòng Nội vụ"),
    Agency(id="kt", name="Phòng Kinh tế"),
    Agency(id="ca", name="Công an xã"),
)


def tasks(*sections: Section) -> list[ReadTask]:
    signature = Signature(lines=("A",), name=None)
    issuance = Issuance(number=None, symbol="KH-UBND", date=None, recipients=("Lưu: VT.",), signature=signature)
    plan = Plan.model_validate(
        {
            "schema": "kshc/1",
            "year": 2026,
            "issuer": Issuer(name="Ủy ban nhân dân xã Tân Lập", place="Tân Lập"),
            "issuance": issuance,
            "agencies": AGENCIES,
            "plan": AttachedPlan(subject="X", sections=sections),
        }
    )
    return list(read_plan(plan).tasks)


def section(*texts: str, heading: str | None = None, paragraphs: tuple[str, ...] = ()) -> Section:
    items = tuple(Item(id=f"t{number}", text=text) for number, text in enumerate(texts))
    return Section(heading=heading, paragraphs=tuple(ParagraphWords(text=one) for one in paragraphs), items=items)


def leads(*sections: Section) -> list[tuple[str, ...]]:
    return [one.lead.agencies for one in tasks(*sections)]


def test_parts_at_any_depth_share_what_the_task_above_them_says() -> None:
    found = tasks(
        section(
            "1. Rà soát\n- Chủ trì: Phòng Nội vụ\n- Cơ quan phối hợp: Công an xã\n- Thời gian: quý II/2026",
            "a) Nhóm đất đai",
            "- Lập danh mục\n+ Thời gian: trước ngày 15/4/2026",
            "+ In danh mục",
            "b) Nhóm hộ tịch\n- Chủ trì: Công an xã",
            "- Đối chiếu dữ liệu",
            "2. Tổng kết",
        )
    )
    nv, ca, nobody = ("nv",), ("ca",), ()
    assert [one.lead.agencies for one in found] == [nv, nv, nv, nv, ca, ca, nobody]
    assert [one.coop.agencies for one in found] == [ca, ca, ca, ca, (), (), nobody]
    times = [one.task.time.text if one.task.time else None for one in found]
    assert times == ["quý II/2026"] * 2 + ["trước ngày 15/4/2026"] * 2 + ["quý II/2026"] * 2 + [None]
    assert {one.field for one in found[3].shared} == {"lead", "coop", "time"}
    assert [one.line for one in found[5].shared] == ["b) Nhóm hộ tịch"] * 2
    assert (found[0].shared, found[6].shared) == ((), ())


@pytest.mark.parametrize(
    "above",
    [
        section("a) Lập danh mục", heading="1. Phòng Nội vụ"),
        section("a) Lập danh mục", heading="I. PHÒNG NỘI VỤ:"),
        section("- Lập danh mục", heading="II. NHIỆM VỤ", paragraphs=("1. Phòng Nội vụ", "a) Về cải cách:")),
        section("- Lập danh mục", paragraphs=("1. Giao Phòng Nội vụ:",)),
        section("- Lập danh mục", paragraphs=("Phòng Nội vụ chủ trì, thực hiện các nhiệm vụ sau:",)),
        section("- Lập danh mục", paragraphs=("1. Phòng Nội vụ chủ trì",)),
    ],
)
def test_a_line_that_names_who_does_it_holds_for_what_stands_below(above: Section) -> None:
    assert leads(above) == [("nv",)]


@pytest.mark.parametrize(
    "above",
    [
        section("1. Lập danh mục", paragraphs=("1. Phòng Nội vụ",)),
        section("- Lập danh mục", paragraphs=("1. Phòng Nội vụ", "2. Công việc khác")),
        section("- Lập danh mục", paragraphs=("1. Phòng Nội vụ phối hợp theo dõi.",)),
        section("- Lập danh mục", heading="I. NHIỆM VỤ CỦA PHÒNG NỘI VỤ"),
        section("- Phòng Kinh tế họp; Công an xã dự", heading="1. Phòng Nội vụ"),
        section("- Chi cục Thuế; Công an xã họp", heading="1. Phòng Nội vụ"),
    ],
)
def test_other_lines_hold_for_nothing(above: Section) -> None:
    assert leads(above) == [()]


def test_a_body_in_the_line_above_that_nobody_knows_is_unread_below_it() -> None:
    (one,) = tasks(section("- Lập danh mục", paragraphs=("1. Phòng Nội vụ và Chi cục Thuế:",)))
    assert (one.lead.agencies, one.lead.unread) == (("nv",), ("Chi cục Thuế",))


def test_what_is_stated_beside_the_words_of_a_task_holds_for_its_parts() -> None:
    stated = AgencyWords(text="bộ phận đầu mối", agencies=("ca",))
    time = TimeWords(text="khi xong", reading=(GivenDeadline(kind="deadline", due=date(2026, 5, 4)),))
    parent = Item(id="a", text="1. Rà soát (bộ phận đầu mối làm khi xong)", lead=stated, time=time)
    parts = (Item(id="b", text="a) Nhóm đất đai"), Item(id="c", text="- Lập danh mục"))
    found = tasks(Section(items=(parent, *parts)))
    assert [(one.lead.agencies, one.lead.unread) for one in found] == [(("ca",), ())] * 3
    assert [one.time.parts for one in found] == [(Deadline(date(2026, 5, 4)),)] * 3


def test_findings_about_a_time_are_those_of_the_task_that_says_it() -> None:
    parts = ("1. Họp\n- Chủ trì: Phòng Nội vụ\n- Thời gian: tuần 2, tháng 13", "a) Nhóm đất đai", "b) Nhóm hộ tịch")
    found = tasks(section(*parts))
    assert [one.shares("time") for one in found] == [False, True, True]
    assert len({one.time for one in found}) == 1


def test_whoever_a_sentence_names_goes_before_the_line_above() -> None:
    above = section("- Giao Công an xã tuần tra", "- Phòng Kinh tế chủ trì rà soát", "- Họp", heading="1. Phòng Nội vụ")
    assert leads(above) == [("ca",), ("kt",), ("nv",)]


def test_a_section_without_a_heading_goes_on_below_the_lines_above_it() -> None:
    first = section("- Họp", heading="II. NHIỆM VỤ", paragraphs=("1. Phòng Nội vụ",))
    assert leads(first, section("- Báo cáo", paragraphs=("- Lưu ý.",))) == [("nv",), ("nv",)]
    assert leads(first, section("- Báo cáo", heading="III. KHÁC")) == [("nv",), ()]
    assert leads(first, section("- Báo cáo", paragraphs=("2. Phòng Kinh tế",))) == [("nv",), ("kt",)]


def due(*sections: Section) -> list[str | None]:
    return [one.task.time.text if one.task.time else None for one in tasks(*sections)]


@pytest.mark.parametrize(
    ("line", "time"),
    [
        (
            "1. Phòng Nội vụ thực hiện các việc sau, hoàn thành trước ngày 30/6/2026:",
            "hoàn thành trước ngày 30/6/2026",
        ),
        ("1. Giao Phòng Nội vụ, hoàn thành trong quý III/2026:", "hoàn thành trong quý III/2026"),
        ("1. Các nhiệm vụ phải hoàn thành trước ngày 30/9/2026:", "phải hoàn thành trước ngày 30/9/2026"),
        ("1. Định kỳ hằng quý, Phòng Nội vụ thực hiện các việc sau:", "Định kỳ hằng quý"),
        ("1. Trong năm 2026, Phòng Nội vụ thực hiện các việc sau:", None),
        ("1. Phòng Nội vụ rà soát hồ sơ nộp trước ngày 30/6/2026:", None),
        ("1. Phòng Nội vụ", None),
    ],
)
def test_a_heading_says_by_when_what_stands_below_it_is_done(line: str, time: str | None) -> None:
    own = "b) Công khai trước ngày 15/4/2026"
    assert due(section("a) Rà soát", own, "2. Tổng kết", paragraphs=(line,))) == [time, "trước ngày 15/4/2026", None]


def test_a_line_that_opens_a_list_stands_above_its_numbers() -> None:
    opening = "Ủy ban nhân dân xã giao Phòng Nội vụ:"
    assert leads(section("1. Rà soát", "2. Tổng kết", paragraphs=(opening,))) == [("nv",), ("nv",)]
    assert leads(section("2. Rà soát", paragraphs=(opening,))) == [()]
    assert leads(section("1. Rà soát", paragraphs=(opening, "Nội dung như sau."))) == [()]


@pytest.mark.parametrize(
    ("heading", "time"),
    [
        ("1. Tháng 02/2026", "Tháng 02/2026"),
        ("II. NHIỆM VỤ TRỌNG TÂM QUÝ II NĂM 2026", "QUÝ II NĂM 2026"),
        ("2. Nhiệm vụ trong quý I/2026:", "quý I/2026"),
        ("II. NHIỆM VỤ NĂM 2026", None),
        ("1. Tháng hành động vì trẻ em", None),
    ],
)
def test_a_heading_that_is_a_period_says_when(heading: str, time: str | None) -> None:
    (one,) = tasks(section("- Công an xã tổng kết phong trào", heading=heading))
    assert (one.lead.agencies, one.task.time.text if one.task.time else None) == (("ca",), time)
    assert [each.line for each in one.shared] == ([heading] if time else [])


def test_each_of_two_lines_above_says_its_own_part() -> None:
    (one,) = tasks(section("- Tổng kết", paragraphs=("1. Công an xã", "a) Tháng 02/2026")))
    assert {(each.field, each.line) for each in one.shared} == {("lead", "1. Công an xã"), ("time", "a) Tháng 02/2026")}


@pytest.mark.parametrize(
    ("above", "text", "lead", "time"),
    [
        (("1. Công an xã báo cáo trước ngày 20/4/2026.",), "Phòng Kinh tế giám sát.", ("kt",), None),
        (("1. Công an xã báo cáo trước ngày 20/4/2026.",), "- Phòng Kinh tế giám sát.", ("kt",), None),
        (("- Công an xã báo cáo trước ngày 20/4/2026.",), "+ Lập danh sách.", ("ca",), None),
        (
            ("1. Công an xã rà soát, xong trước ngày 20/4/2026:",),
            "- Lập danh sách.",
            ("ca",),
            "xong trước ngày 20/4/2026",
        ),
        (("1. Công an xã", "- Tuần tra.", "- Báo cáo."), "Kinh phí do ngân sách xã bảo đảm.", (), None),
        (("1. Công an xã", "Tuần tra."), "Báo cáo kết quả.", ("ca",), None),
    ],
)
def test_what_goes_on_behind_a_point_belongs_to_nobody_above(
    above: tuple[str, ...], text: str, lead: tuple[str, ...], time: str | None
) -> None:
    heading, *points = above
    is_heading = heading == "1. Công an xã"
    one = tasks(section(*(points if is_heading else above), text, paragraphs=(heading,) if is_heading else ()))[-1]
    assert (one.lead.agencies, one.task.time.text if one.task.time else None) == (lead, time)
