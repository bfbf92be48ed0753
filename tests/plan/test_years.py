"""The years that headings, columns and cells say: times below or beside them are of these, or unread."""

from datetime import date

import pytest

from kshc_cli.plan.model import AgencyWords, Column, Group, Item, Paragraph, Section, Table, Task, TimeWords
from kshc_cli.plan.years import years_over
from kshc_cli.reading.tasks import read_plan
from kshc_cli.reading.values import Deadline, TimePart, Window
from kshc_cli.rules.readings import contradicting_reading
from kshc_cli.source.plan_text import read_plan_file
from tests.conftest import EXAMPLES

SOUND = (EXAMPLES / "sound.yaml").read_bytes()

QUARTER = "2027-01-01..2027-03-31"
OWN = "2026-01-01..2026-03-31"


@pytest.mark.parametrize(
    ("heading", "years"),
    [
        ("II. NHIỆM VỤ NĂM 2027", (2027,)),
        ("2. Nhiệm vụ, giải pháp trọng tâm năm 2027", (2027,)),
        ("THÁNG 3/2027", (2027,)),
        ("I. NHIỆM VỤ NĂM 2026", (2026,)),
        ("3. Giai đoạn 2028 - 2030", (2028, 2030)),
        ("NĂM 2026 VÀ NĂM 2027", (2026, 2027)),
        ("II. CÔNG TÁC TUYỂN QUÂN NĂM 2027", (2026, 2027)),
        ("III. GIAI ĐOẠN 2026 - 2030", ()),
        ("II. Kế hoạch số 12/KH-UBND năm 2027", ()),
        ("II. Thực hiện theo Nghị quyết năm 2027", ()),
        ("I. KẾT QUẢ NĂM 2025", ()),
        ("II. Xây dựng dự toán năm 2027", ()),
        ("II. MỤC TIÊU ĐẾN NĂM 2030", ()),
        ("II. GIẢI PHÁP", ()),
    ],
)
def test_what_a_heading_says(heading: str, years: tuple[int, ...]) -> None:
    assert years_over([heading], 2026) == years


@pytest.mark.parametrize(
    ("headings", "times"),
    [
        (["II. NHIỆM VỤ NĂM 2027", "III. VIỆC KHÁC"], [QUARTER, OWN]),
        (["A. NĂM 2027", "I. KINH TẾ", "II. VĂN HÓA", "B. NĂM 2026", "I. KINH TẾ"], [QUARTER] * 3 + [OWN] * 2),
        (["I. VIỆC", "A. NĂM 2027", "1. Kinh tế", "B. NĂM 2026", "II. KHÁC"], [OWN, QUARTER, QUARTER, OWN, OWN]),
        (["II. NHIỆM VỤ", "NĂM 2027", "1. Kinh tế", "NĂM 2026", "III. KHÁC"], [OWN, QUARTER, QUARTER, OWN, OWN]),
        (["II. NHIỆM VỤ", "NĂM 2027", "III. KHÁC"], [OWN, QUARTER, OWN]),
        (["I. NĂM 2027", "1. NĂM 2026"], [QUARTER, OWN]),
        (["I. NĂM 2028 - 2030", "1. Năm 2027"], ["?", QUARTER]),
        (["PHẦN I. NĂM 2027", "I. VIỆC", "PHẦN II. KHÁC"], [QUARTER, QUARTER, OWN]),
    ],
)
@pytest.mark.parametrize("kind", ["label", "sentence", "table"])
def test_the_nearest_heading_counts(headings: list[str], times: list[str], kind: str) -> None:
    assert read(*(section(heading, kind) for heading in headings)) == times


def read(*sections: Section) -> list[str]:
    """Return the time of each task of a plan of 2026, “?” where its words are unread."""
    plan = read_plan_file(SOUND).plan
    assert plan is not None
    attached = plan.plan.model_copy(update={"sections": sections, "columns": None})
    tasks = read_plan(plan.model_copy(update={"plan": attached})).tasks
    return ["?" if one.time.unread else "; ".join(map(said, one.time.parts)) for one in tasks]


def said(part: TimePart) -> str:
    match part:
        case Window():
            return f"{part.start}..{part.end}"
        case Deadline():
            return f"{part.due}"
        case _:
            return "-"


def section(heading: str | None, kind: str, time: str = "Quý I") -> Section:
    """Return a section with one task, whose time stands in a cell, behind a label or in a sentence."""
    if kind == "table":
        return Section(heading=heading, tables=(Table(tasks=(row(time),)),))
    text = f"- Văn phòng họp trong {time}." if kind == "sentence" else f"- Họp\n+ Thời gian: {time}"
    return Section(heading=heading, items=(Item(id="x", text=text),))


def row(time: str | None, **others: str | None) -> Task:
    cell = TimeWords(text=time) if time else None
    return Task(id="x", number="1", content="Họp", lead=AgencyWords(text="Văn phòng"), time=cell, others=others)


def table(header: str, *rows: Task, heading: str | None = None, **others: str) -> Section:
    columns = (
        Column(role="content", header="Nội dung"),
        Column(role="lead", header="Chủ trì"),
        Column(role="time", header=header),
        *(Column(role="other", key=key, header=words) for key, words in others.items()),
    )
    return Section(tables=(Table(heading=heading, columns=columns, tasks=rows),))


@pytest.mark.parametrize(
    ("time", "read_as"),
    [
        ("Trước ngày 15/3", "2027-03-15"),
        ("Tháng 12/2026", "2026-12-01..2026-12-31"),
        ("Hằng quý", "?"),
        ("Thường xuyên", "-"),
    ],
)
def test_a_time_below_another_year(time: str, read_as: str) -> None:
    assert read(section("II. NHIỆM VỤ NĂM 2027", "label", time)) == [read_as]


@pytest.mark.parametrize(
    ("time", "read_as"),
    [("Quý I", "?"), ("Tháng 3/2028", "2028-03-01..2028-03-31"), ("Hằng tháng", "?"), ("Thường xuyên", "-")],
)
@pytest.mark.parametrize("kind", ["label", "table"])
def test_only_what_names_no_year_is_unread_where_several_may_be_meant(kind: str, time: str, read_as: str) -> None:
    assert read(section("II. GIAI ĐOẠN 2028 - 2030", kind, time)) == [read_as]


def test_points_and_lone_lines_say_a_year_for_what_is_below_them() -> None:
    assert read(Section(heading="II. NHIỆM VỤ", items=tuple(items("1. Năm 2027:", "a) Họp", "b) Họp", "2. Họp")))) == [
        "-",
        QUARTER,
        QUARTER,
        OWN,
    ]
    march = Section(paragraphs=(Paragraph(text="THÁNG 3/2027"),), items=tuple(items("1. Họp")))
    assert read(section(None, "label"), march, section("III. KHÁC", "label")) == [OWN, QUARTER, OWN]


@pytest.mark.parametrize(
    ("subject", "issued", "time", "read_as"),
    [
        ("Tuyển quân năm 2026", "2025-08-15", "Tháng 9", "?"),
        ("Tuyển quân năm 2026", "2025-08-15", "Tháng 9/2025", "2025-09-01..2025-09-30"),
        ("Tuyển quân năm 2026", "2025-08-15", "Tháng 02", "2026-02-01..2026-02-28"),
        ("Tuyển quân năm 2026", None, "Tháng 10", "?"),
        ("Tuyển quân năm 2026", None, "Tháng 02", "2026-02-01..2026-02-28"),
        ("Tuyển quân năm 2026", "2026-01-05", "Tháng 9", "2026-09-01..2026-09-30"),
        ("Tết Nguyên đán Bính Ngọ năm 2026", "2025-12-10", "15/12", "?"),
        ("Tết Trung thu năm 2026", "2025-12-10", "15/12", "2026-12-15"),
        ("Xây dựng dự toán ngân sách năm 2026", "2025-11-10", "Trước 20/12", "?"),
        ("Thực hiện dự toán ngân sách năm 2026", "2025-12-10", "Trước 20/12", "2026-12-20"),
        ("Công tác năm 2026", "2025-12-10", "Tháng 12", "2026-12-01..2026-12-31"),
        ("Công tác năm 2026", "2025-10-20", "Tháng 12", "?"),
        ("Công tác năm 2026", "2025-10-20", "Trong năm", "2026-01-01..2026-12-31"),
        ("Tổng kết công tác năm 2026", "2026-11-20", "Trước ngày 10/01", "?"),
        ("Tổng kết công tác năm 2026", "2026-11-20", "Trước ngày 10/01/2026", "2026-01-10"),
        ("Hoạt động năm học 2026 - 2027", "2026-08-28", "Tháng 12", "2026-12-01..2026-12-31"),
        ("Hoạt động năm học 2026 - 2027", "2026-08-28", "Tháng 5", "?"),
        ("Hoạt động năm học 2026 - 2027", None, "Tháng 5", "?"),
        ("Hoạt động năm học 2025 - 2026", None, "Tháng 5", "2026-05-01..2026-05-31"),
        ("Hoạt động năm học 2025 - 2026", None, "Tháng 9", "?"),
        ("Sản xuất vụ Đông Xuân năm 2026 - 2027", "2026-10-15", "Tháng 3", "?"),
    ],
)
@pytest.mark.parametrize("kind", ["label", "table"])
def test_a_time_is_of_the_plan_s_year_only_where_that_is_sure(
    subject: str, issued: str | None, time: str, read_as: str, kind: str
) -> None:
    plan = read_plan_file(SOUND).plan
    assert plan is not None
    act = plan.act.model_copy(update={"date": issued and date.fromisoformat(issued)})
    attached = plan.plan.model_copy(
        update={"subject": subject, "sections": (section("II. NHIỆM VỤ", kind, time),), "columns": None}
    )
    dated = plan.model_copy(update={"plan": attached, "decision": None, "issuance": act})
    (found,) = read_plan(dated).tasks
    assert ("?" if found.time.unread else said(found.time.parts[0])) == read_as


@pytest.mark.parametrize(
    ("headings", "issued", "times"),
    [
        ("Tháng 9|Tháng 12|Tháng 01", None, ["?", "?", "?"]),
        ("Quý III|Quý IV|Quý I", None, ["?", "?", "?"]),
        ("Tháng 9|Tháng 01", "2026-08-20", ["2026-09-01..2026-09-30", "?"]),
        ("Tháng 01|Tháng 9", None, ["2026-01-01..2026-01-31", "2026-09-01..2026-09-30"]),
        ("Tháng 9/2026|Tháng 01/2027", None, ["2026-09-01..2026-09-30", "2027-01-01..2027-01-31"]),
    ],
)
@pytest.mark.parametrize("kind", ["groups", "sections", "points"])
def test_months_over_tasks_that_fall_are_of_a_year_only_where_that_is_sure(
    headings: str, issued: str | None, times: list[str], kind: str
) -> None:
    plan = read_plan_file(SOUND).plan
    assert plan is not None
    months = headings.split("|")
    columns = (Column(role="content", header="Nội dung"), Column(role="lead", header="Chủ trì"))
    sections: tuple[Section, ...]
    task = Task(id="1", number="1", content="Họp", lead=AgencyWords(text="Văn phòng"), time=None)
    if kind == "groups":
        groups = tuple(Group(heading=one, tasks=(task,)) for one in months)
        sections = (Section(tables=(Table(columns=columns, groups=groups),)),)
    elif kind == "sections":
        sections = tuple(Section(heading=one, tables=(Table(columns=columns, tasks=(task,)),)) for one in months)
    else:
        sections = tuple(
            Section(
                heading=None if number else "I. NHIỆM VỤ",
                paragraphs=(Paragraph(text=f"{number + 1}. {one}"),),
                items=(Item(id="x", text="- Họp\n+ Chủ trì: Văn phòng"),),
            )
            for number, one in enumerate(months)
        )
    act = plan.act.model_copy(update={"date": issued and date.fromisoformat(issued)})
    attached = plan.plan.model_copy(update={"subject": "Công tác năm 2026", "sections": sections, "columns": None})
    dated = plan.model_copy(update={"plan": attached, "decision": None, "issuance": act})
    assert ["?" if one.time.unread else said(one.time.parts[0]) for one in read_plan(dated).tasks] == times


def items(*texts: str) -> list[Item]:
    return [Item(id="x", text=one if one.endswith(":") else f"{one}\n+ Thời gian: Quý I") for one in texts]


@pytest.mark.parametrize(
    ("header", "time"),
    [
        ("Thời gian năm 2027", QUARTER),
        ("Thời gian thực hiện\n(năm 2027)", QUARTER),
        ("Năm 2027\nThời gian", QUARTER),
        ("Thời gian năm 2027 - 2028", "?"),
        ("Thời gian theo Kế hoạch năm 2027", OWN),
        ("Thời gian giai đoạn 2026 - 2030", OWN),
    ],
)
def test_the_words_above_a_column_of_times(header: str, time: str) -> None:
    assert read(table(header, row("Quý I"))) == [time]


def test_a_group_of_another_year_than_its_column_is_of_neither() -> None:
    columns = (Column(role="content", header="Nội dung"), Column(role="time", header="Thời gian năm 2027"))
    groups = (Group(heading="NĂM 2026", tasks=(row("Quý I"),)),)
    assert read(Section(tables=(Table(columns=columns, groups=groups),))) == ["?"]


def test_a_column_of_years_beside_that_of_times() -> None:
    rows = (row("Quý I", nam="2027"), row("Quý I", nam="2026"), row("Quý I", nam="2027-2028"), row("Quý I"))
    assert read(table("Thời gian", *rows, nam="Năm")) == [QUARTER, OWN, "?", "?"]
    assert read(table("Quý", row("I", nam="2027"), nam="Năm")) == [QUARTER]
    assert read(table("Tháng", row("3", nam="2027"), nam="Năm")) == ["2027-03-01..2027-03-31"]
    assert read(table("Thời gian", row("Quý I"), nam="Năm")) == [OWN]


def test_columns_of_times_of_a_year_each() -> None:
    rows = (row("Quý IV", sau="Quý I"), row(None, sau="15/3"), row("Quý IV"), row("Quý IV", sau="-"))
    fourth = "2026-10-01..2026-12-31"
    expected = [f"{fourth}; {QUARTER}", "2027-03-15", fourth, fourth]
    assert read(table("Thời gian năm 2026", *rows, sau="Thời gian năm 2027")) == expected


def test_a_line_over_a_table() -> None:
    assert read(table("Thời gian", row("Quý I"), heading="Năm 2027"), table("Thời gian", row("Quý I"))) == [
        QUARTER,
        OWN,
    ]


def test_a_reading_that_is_stated_in_the_year_of_a_heading_is_sound() -> None:
    plan = read_plan_file(SOUND).plan
    assert plan is not None
    stated = ({"kind": "deadline", "due": date(2027, 3, 15)},)
    time = TimeWords.model_validate({"text": "Đến ngày 15/3", "reading": stated})
    task = row(None).model_copy(update={"time": time})
    below = Section(heading="II. NHIỆM VỤ NĂM 2027", tables=(Table(tasks=(task,)),))
    attached = plan.plan.model_copy(update={"sections": (below,)})
    assert not list(contradicting_reading.judge(read_plan(plan.model_copy(update={"plan": attached}))))
