"""What comes back is owed from the plan's day on, days off are told everywhere alike, wrong days are named."""

import json
from pathlib import Path

import pytest

from tests.conftest import Kshc

TODAY = "2026-01-12"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return tmp_path / "plan.yaml"


def written(plan: Path, time: str, *, date: str = TODAY, calendar: str = "") -> Path:
    plan.write_text(TEXT % {"time": time, "date": date, "calendar": calendar}, encoding="utf-8")
    return plan


TEXT = """\
schema: kshc/1
year: 2026
issuer: {name: Ủy ban nhân dân phường Hoa Sen, parent: Ủy ban nhân dân tỉnh Đồng Tháp, place: Hoa Sen}
decision:
  number: "15"
  symbol: QĐ-UBND
  date: %(date)s
  authority: CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG HOA SEN
  subject: Ban hành Kế hoạch năm 2026
  bases: [Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025.]
  articles: [Điều 1. Ban hành kèm theo Quyết định này Kế hoạch năm 2026./.]
  recipients: ["Lưu: VT."]
  signature: {lines: [CHỦ TỊCH], name: null}
agencies:
  - {id: van-phong, name: Văn phòng}
%(calendar)s
plan:
  subject: Kế hoạch năm 2026
  reference: (Kèm theo Quyết định số {number} {date} của Chủ tịch Ủy ban nhân dân phường Hoa Sen)
  columns:
    - {role: number, header: STT, width: 8}
    - {role: content, header: Nội dung, width: 50}
    - {role: lead, header: Cơ quan chủ trì, width: 25}
    - {role: time, header: Thời gian, width: 20}
  sections:
    - heading: I. NỘI DUNG
      tables:
        - heading: 1. Báo cáo
          tasks:
            - {id: "1.1", number: "1", content: Báo cáo, lead: Văn phòng, time: "%(time)s"}
"""


def dues(kshc: Kshc, command: str, plan: Path, *more: str) -> list[str]:
    answer = kshc("--plan", plan, "--today", TODAY, command, *more, "--format", "json")
    assert answer.status == 0, answer.err
    return [task["due"] for task in json.loads(answer.out)["tasks"]]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Trước ngày 05 hằng tháng", "2026-02-05"),
        ("Thứ bảy hằng tuần", "2026-01-17"),
        ("Thứ hai hằng tuần", "2026-01-12"),
        ("Hằng tháng", "2026-01-31"),
        ("Ngày 12 hằng tháng", "2026-01-12"),
        ("Hằng tuần", "2026-01-18"),
    ],
)
def test_nothing_is_owed_that_ended_before_the_day_of_the_plan(kshc: Kshc, plan: Path, words: str, first: str) -> None:
    written(plan, words)
    assert dues(kshc, "overdue", plan) == []
    assert dues(kshc, "recurring", plan)[0] == first
    assert dues(kshc, "due", plan, "--from", "1/1", "--to", "28/2")[0] == first


def test_a_plan_of_june_owes_nothing_of_the_months_before(kshc: Kshc, plan: Path) -> None:
    written(plan, "Hằng tháng", date="2026-06-10")
    assert kshc("--plan", plan, "--today", "2026-06-10", "overdue", "--format", "csv").out.count("\n") == 1
    assert dues(kshc, "recurring", plan)[0] == "2026-06-30"
    out = kshc("--plan", plan, "--today", "2026-06-10", "show", "1.1").out
    assert "from the plan's day, Wed 10/06/2026, on; 5 earlier occurrences are not owed" in out


def test_a_plan_whose_month_is_known_owes_nothing_of_the_months_before(kshc: Kshc, plan: Path) -> None:
    written(plan, "Hằng tháng", date="null\n  month: 2026-06")
    assert dues(kshc, "recurring", plan)[0] == "2026-06-30"
    assert kshc("--plan", plan, "--today", "2026-06-30", "overdue", "--format", "csv").out.count("\n") == 1
    out = kshc("--plan", plan, "--today", "2026-06-10", "show", "1.1").out
    assert "from the plan's month, 06/2026, on; 5 earlier occurrences are not owed" in out


def test_a_draft_without_a_date_counts_from_the_year(kshc: Kshc, plan: Path) -> None:
    written(plan, "Hằng tháng", date="null")
    assert dues(kshc, "recurring", plan)[0] == "2026-01-31"


def test_what_comes_once_is_owed_whenever_the_plan_was_signed(kshc: Kshc, plan: Path) -> None:
    written(plan, "Trước ngày 10/01/2026")
    assert dues(kshc, "overdue", plan) == ["2026-01-10"]


def test_next_year_alone_has_no_day_in_this_plan(kshc: Kshc, plan: Path) -> None:
    written(plan, "Tháng 01 hằng năm", date="2026-02-10")
    answer = json.loads(kshc("--plan", plan, "--today", "2026-02-10", "due", "--format", "json").out)
    assert (answer["tasks"], answer["without_date"]) == ([], {"recurring": 1})


@pytest.mark.parametrize("policy", ["keep", "next_working_day", "previous_working_day"])
def test_words_that_name_a_weekend_mean_it(kshc: Kshc, plan: Path, policy: str) -> None:
    calendar = f"calendar: {{on_day_off: {policy}, before: exclusive}}"
    written(plan, "Thứ bảy hằng tuần", calendar=calendar)
    answer = kshc("--plan", plan, "--today", TODAY, "due", "--month", "3", "--format", "json")
    days = json.loads(answer.out)["tasks"]
    assert [day["due"] for day in days] == ["2026-03-07", "2026-03-14", "2026-03-21", "2026-03-28"]
    assert {day["day_off"] for day in days} == {None}
    text = kshc("--plan", plan, "--today", TODAY, "show", "1.1").out
    assert text.count("Sat ") == 7, "six, and the last of those behind them"
    assert "and 44 more days, the last Sat 26/12/2026" in text
    assert "is off" not in text.replace("Tết", "")


def test_an_excluded_day_is_moved_like_any_last_day(kshc: Kshc, plan: Path) -> None:
    written(plan, "Trước ngày 01/9/2026", calendar="calendar: {on_day_off: next_working_day, before: exclusive}")
    assert dues(kshc, "due", plan, "--from", "1/8", "--to", "30/9") == ["2026-09-03"]


@pytest.mark.parametrize(
    ("words", "due"), [("Trước ngày 10/01/2026", "2026-01-10"), ("Trước ngày 02/01/2026", "2026-01-05")]
)
def test_exchanged_days_move_deadlines(kshc: Kshc, plan: Path, words: str, due: str) -> None:
    written(plan, words, calendar="calendar: {on_day_off: next_working_day}")
    assert dues(kshc, "due", plan, "--month", "1") == [due]


def test_read_says_that_a_last_day_is_off(kshc: Kshc) -> None:
    out = kshc("read", "10 ngày kể từ ngày nhận", "--event", "23/8/2026").out
    assert "Wed 02/09/2026 is off: Quốc khánh; article 148 of the Civil Code would move it to Thu 03/09/2026" in out
    assert "Sat 28/02/2026 is off: Saturday" in kshc("read", "15 ngày kể từ ngày nhận", "--event", "2026-02-13").out
    assert "is off" not in kshc("read", "15 ngày kể từ ngày nhận", "--event", "2026-03-10").out
    part = json.loads(kshc("read", "Trước ngày 02/01/2026", "--format", "json").out)["parts"][0]
    assert (part["day_off"], part["next_working_day"]) == ("Ngày nghỉ hoán đổi (làm bù ngày 10/01/2026)", "2026-01-05")


def test_days_of_an_undecided_year_are_called_an_estimate(kshc: Kshc, plan: Path) -> None:
    words = "05 ngày làm việc kể từ ngày 28/12/2026"
    note = "The days off of 2027 are an estimate"
    assert note in kshc("read", words, "--year", "2026").out
    assert json.loads(kshc("read", words, "--year", "2026", "--format", "json").out)["parts"][0]["estimated"]
    written(plan, words)
    assert note in kshc("--plan", plan, "--today", TODAY, "show", "1.1").err
    answer = kshc("--plan", plan, "--today", TODAY, "due", "--from", "1/1/2027", "--to", "31/1/2027")
    assert note in answer.err
    answer = kshc(
        "--plan", plan, "--today", TODAY, "due", "--from", "1/1/2027", "--to", "31/1/2027", "--format", "json"
    )
    assert [day["estimated"] for day in json.loads(answer.out)["tasks"]] == [True]
    out = plan.with_name("extract.docx")
    assert kshc("--plan", plan, "--today", TODAY, "render", "extract", "-a", "van-phong", "--out", out).status == 0
    assert note not in kshc("read", "05 ngày làm việc kể từ ngày 20/11/2026", "--year", "2026").out


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("31/6/2026", "Month 6 has 30 days."),
        ("Trước ngày 31/9", "Month 9 has 30 days."),
        ("Trước ngày 30 tháng 2", "February 2026 has 28 days."),
        ("ngày 29/02/2026", "February 2026 has 28 days."),
        ("Tháng 13", "There is no month 13."),
        ("Trong tháng 13/2026", "There is no month 13."),
        ("Trước ngày 15/13/2026", "There is no month 13."),
        ("Quý V/2026", "There is no quarter V."),
        ("quí 5", "There is no quarter 5."),
        ("32/12/2026", "Month 12 has 31 days."),
        ("Trước ngày 00/12/2026", "There is no day 0."),
        ("Ngày 0 tháng 3", "There is no day 0."),
        ("31-4-2026", "Month 4 has 30 days."),
        ("31.11.2026", "Month 11 has 30 days."),
        ("Trước ngày 31-6", "Month 6 has 30 days."),
        ("ngày 31.9", "Month 9 has 30 days."),
        ("Ngày 15.13", "There is no month 13."),
        ("Ngày 32", "There is no day 32."),
        ("Ngày 32 hằng tháng", "There is no day 32."),
        ("Tuần 60", "There is no week 60."),
    ],
)
def test_days_that_the_calendar_lacks_are_named(kshc: Kshc, plan: Path, words: str, missing: str) -> None:
    assert missing in kshc("read", words, "--year", "2026").out
    written(plan, words)
    assert missing in kshc("validate", plan).out
    assert missing in kshc("--plan", plan, "show", "1.1").out
    assert dues(kshc, "due", plan, "--from", "1/1", "--to", "31/12") == []


@pytest.mark.parametrize("words", ["ngày 20-25", "Mỗi ngày 40", "ngày 32 xã báo cáo", "Điều 31.6", "tuần 2", "ngày 15"])
def test_sound_figures_are_not_called_missing_days(kshc: Kshc, words: str) -> None:
    out = kshc("read", words, "--year", "2026").out
    assert "unread" in out
    assert "There is no" not in out
    assert "days." not in out


@pytest.mark.parametrize("words", ["khoản 31/TB-6", "29/02 gì đó", "13/2026/QĐ"])
def test_other_figures_are_no_days(kshc: Kshc, words: str) -> None:
    out = kshc("read", words, "--year", "2024").out
    assert "unread" in out
    assert "←" not in out


@pytest.mark.parametrize(
    "text", ["2026-06-30", "30/6/2026", "30-6-2026", "30.6.2026", "30/06/2026", "30/6", "30-6", "30.6"]
)
def test_options_take_days_as_people_write_them(kshc: Kshc, plan: Path, text: str) -> None:
    written(plan, "Trước ngày 30/6/2026")
    assert dues(kshc, "due", plan, "--from", text, "--to", text) == ["2026-06-30"]
    answer = kshc("--plan", plan, "list", "--as-of", text, "--format", "json")
    assert json.loads(answer.out)["as_of"] == "2026-06-30"
    assert kshc("--plan", plan, "--today", "2026-07-01", "done", "1.1", "--on", text).status == 0
    assert "date: 2026-06-30" in plan.with_name("progress.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("２０２６-06-30", "is no day"),
        ("٣٠/6/2026", "is no day"),
        ("31/6/2026", "Month 6 has 30 days."),
        ("30/13/2026", "There is no month 13."),
        ("30/6.2026", "is no day"),
        ("30/6/26", "is no day"),
        ("", "is no day"),
        ("30/6/0026", "is no day"),
    ],
)
def test_options_refuse_what_is_no_day(kshc: Kshc, plan: Path, text: str, said: str) -> None:
    written(plan, "Trước ngày 30/6/2026")
    for arguments in (["--today", text, "list"], ["due", "--from", text], ["list", "--as-of", text]):
        answer = kshc("--plan", plan, *arguments)
        assert (answer.status, answer.out) == (2, "")
        assert said in answer.err


@pytest.mark.parametrize(
    "arguments", [("read", "Quý I", "--year", "２０２６"), ("import", "docx", "x.docx", "--year", "２０２６")]
)
def test_years_are_written_in_plain_figures(
    kshc: Kshc, arguments: tuple[str, ...], plan_file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "x.docx"
    assert kshc("--plan", plan_file, "render", "docx", "--out", out).status == 0
    answer = kshc(*(str(out) if one == "x.docx" else one for one in arguments))
    assert answer.status == 2
    assert "is no year of a plan: 1990 to 2199." in answer.err


def test_today_may_leave_its_year_to_the_plan(kshc: Kshc, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(plan, "Trước ngày 30/6/2026")
    monkeypatch.chdir(plan.parent)
    assert json.loads(kshc("--today", "1/7", "list", "--format", "json").out)["as_of"] == "2026-07-01"
    assert kshc("--today", "1/7", "done", "1.1").status == 0
    assert "date: 2026-07-01" in plan.with_name("progress.yaml").read_text("utf-8")
    answer = kshc("--today", "29/2", "list")
    assert (answer.status, answer.err) == (2, "Error: “29/2” is no day of the calendar. February 2026 has 28 days.\n")
    monkeypatch.chdir(plan.parent.parent)
    answer = kshc("--today", "30/6", "read", "Quý I")
    assert answer.status == 2
    assert "names no year" in answer.err
    assert kshc("--today", "30/6", "read", "Quý I", "--year", "2026").status == 0


@pytest.mark.parametrize(
    "text", ["6", "06", "T6", "t6", "Tháng 6", "tháng 06", "thang 6", "6/2026", "06-2026", "2026-06", "tháng 6/2026"]
)
def test_months_are_taken_as_people_write_them(kshc: Kshc, plan: Path, text: str) -> None:
    written(plan, "Trước ngày 30/6/2026")
    assert dues(kshc, "due", plan, "--month", text) == ["2026-06-30"]


@pytest.mark.parametrize("text", ["６", "0", "13", "Q2", "6 tháng", "2026", "6/26", "0000-06", "30/6/2026", ""])
def test_what_is_no_month_is_refused_with_the_plans_year(kshc: Kshc, plan: Path, text: str) -> None:
    written(plan, "Trước ngày 30/6/2026")
    answer = kshc("--plan", plan, "due", "--month", text)
    assert answer.status == 2
    assert "is no month; write it 6 or 6/2026." in answer.err


def test_hints_name_days_of_the_plans_year(kshc: Kshc, plan: Path) -> None:
    written(plan, "Trước ngày 30/6/2026")
    answer = kshc("--plan", plan, "done", "1.1", "--on", "mai")
    assert "“mai” is no day of the calendar; write it 30/6 or 30/6/2026." in answer.err
