"""Days off in the answers: `due`, `overdue`, `recurring` and `show` under each policy of the plan's calendar."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, Kshc

PLAN = """\
schema: kshc/1
year: 2024
issuer: {name: Ủy ban nhân dân thành phố Sa Đéc, place: Sa Đéc}
decision:
  number: null
  symbol: QĐ-UBND
  date: 2024-01-09
  subject: Ban hành Kế hoạch
  authority: CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ SA ĐÉC
  bases: [Căn cứ Luật Tổ chức chính quyền địa phương;]
  articles: [Điều 1. Ban hành kèm theo Quyết định này Kế hoạch./.]
  recipients: [Như Điều 3;]
  signature: {lines: [CHỦ TỊCH], name: null}
agencies:
  - {id: van-phong, name: Văn phòng}
%s
plan:
  subject: Kế hoạch
  reference: (Kèm theo Quyết định số {number} {date})
  columns:
    - {role: content, header: Nội dung, width: 60}
    - {role: time, header: Thời gian, width: 40}
  sections:
    - heading: I. NỘI DUNG
      tables:
        - tasks:
            - {id: june, number: "1", content: Rà soát, lead: Văn phòng, time: Trong tháng 6 năm 2024}
            - {id: tet, number: "2", content: Báo cáo Tết, lead: Văn phòng, time: Chậm nhất ngày 08/02/2024}
            - {id: before, number: "3", content: Nộp, lead: Văn phòng, time: Trước ngày 01/7/2024}
            - id: swap
              number: "4"
              content: Họp
              lead: Văn phòng
              time: Chậm nhất ngày 29/4/2024
            - {id: monthly, number: "5", content: Báo cáo tháng, lead: Văn phòng, time: Trước ngày 01 hằng tháng}
            - id: days
              number: "6"
              content: Ban hành kế hoạch
              lead: Văn phòng
              time:
                text: Trong thời hạn 20 ngày kể từ ngày nhận Kế hoạch này
                reading: [{kind: relative, amount: 20, unit: day, event: nhận Kế hoạch, anchor: 2024-08-12}]
            - id: working-days
              number: "7"
              content: Trả lời
              lead: Văn phòng
              time:
                text: Trong thời hạn 5 ngày làm việc kể từ ngày nhận Kế hoạch này
                reading: [{kind: relative, amount: 5, unit: working_day, anchor: 2024-08-29}]
"""

Ask = Callable[..., Any]
Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def run(calendar: str = "") -> Path:
        path = tmp_path / "plan.yaml"
        path.write_text(PLAN % (f"calendar: {{{calendar}}}" if calendar else ""), encoding="utf-8")
        return path

    return run


@pytest.fixture
def ask(kshc: Kshc, write: Write) -> Ask:
    def run(calendar: str, *arguments: str) -> Any:  # noqa: ANN401  JSON
        result = kshc("--plan", write(calendar), "--today", "2024-06-10", *arguments, "--format", "json")
        assert result.status == 0, result.err
        return json.loads(result.out)

    return run


def days(answer: Any) -> list[tuple[str, str]]:  # noqa: ANN401  JSON
    return [(task["due"], task["id"]) for task in answer["tasks"]]


MOVED = "calendar: {on_day_off: next_working_day}"


@pytest.mark.parametrize(("language", "period"), [("en", "for month 6"), ("vi", "kỳ tháng 6")])
def test_a_day_that_left_its_period_says_for_which_it_is(
    kshc: Kshc, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: str, period: str
) -> None:
    monkeypatch.setenv("KSHC_LANG", language)
    path = tmp_path / "plan.yaml"
    path.write_text((PLAN % MOVED).replace("Trước ngày 01 hằng tháng", "Hằng tháng"), encoding="utf-8")
    asked = ("--plan", path, "--today", "2024-07-02", "due", "--month", "7")
    rows = [line.split("\t")[:2] for line in kshc(*asked).out.splitlines()]
    (moved, kept) = (due for due, task in rows if task == "monthly")
    assert moved.endswith(f"01/07/2024 ← {'Sun' if language == 'en' else 'CN'} 30/06/2024 {period}")
    assert kept.casefold().endswith("31/07/2024 month 7" if language == "en" else "31/07/2024 tháng 7")
    assert (
        kshc("--plan", path, "extend", "june", "--due", "2024-07-19", "--by", "QĐ 1", "--on", "2024-06-20").status == 0
    )
    (extended,) = (
        due for line in kshc(*asked).out.splitlines() for due, task in [line.split("\t")[:2]] if task == "june"
    )
    assert extended.endswith(f"01/07/2024 {period}")


def test_the_examples_plan_is_sound(kshc: Kshc, write: Write) -> None:
    path = write("on_day_off: next_working_day, days_off: [2024-02-15], worked_days: [2024-06-29]")
    findings = json.loads(kshc("validate", path, "--format", "json").out)["files"][0]
    assert findings["errors"] == 0


def test_without_a_calendar_days_count_as_worded(ask: Ask) -> None:
    june = ask("", "due", "--month", "6")
    assert days(june) == [("2024-06-01", "monthly"), ("2024-06-30", "june")]
    task = june["tasks"][1]
    assert {name: task[name] for name in ("due", "stated", "weekday", "day_off", "next_working_day")} == {
        "due": "2024-06-30",
        "stated": "2024-06-30",
        "weekday": "sunday",
        "day_off": "Sunday",
        "next_working_day": "2024-07-01",
    }
    assert june == ask("on_day_off: keep, before: inclusive", "due", "--month", "6")


def test_a_working_day_is_off_for_no_reason(ask: Ask) -> None:
    (task,) = [task for task in ask("", "due", "--month", "7")["tasks"] if task["id"] == "before"]
    assert (task["weekday"], task["day_off"], task["next_working_day"]) == ("monday", None, None)


@pytest.mark.parametrize(
    ("policy", "june", "july"),
    [
        ("next_working_day", [("2024-06-03", "monthly")], [("2024-07-01", "june")]),
        ("previous_working_day", [("2024-06-28", "june")], []),
    ],
)
def test_a_sunday_moves_over_the_end_of_the_month(
    ask: Ask, policy: str, june: list[tuple[str, str]], july: list[tuple[str, str]]
) -> None:
    fixed = [("2024-07-01", "before"), ("2024-07-01", "monthly")]
    assert days(ask(f"on_day_off: {policy}", "due", "--month", "6")) == june
    answer = ask(f"on_day_off: {policy}", "due", "--month", "7")
    assert days(answer) == sorted(
        [*july, *fixed], key=lambda day: (day[0], ["june", "before", "monthly"].index(day[1]))
    )
    assert all(task["stated"] == "2024-06-30" for task in answer["tasks"] if task["id"] == "june")


def test_tet_and_the_day_off_for_a_worked_saturday(ask: Ask) -> None:
    (tet,) = ask("", "due", "--from", "2024-02-08", "--to", "2024-02-14")["tasks"]
    assert (tet["id"], tet["day_off"], tet["next_working_day"]) == ("tet", "29 Tết", "2024-02-15")
    (swap,) = ask("", "due", "--from", "2024-04-29", "--to", "2024-04-29")["tasks"]
    assert swap["day_off"] == "Ngày nghỉ hoán đổi (làm bù ngày 04/05/2024)"
    moved = ask("on_day_off: next_working_day", "due", "--month", "2")
    assert days(moved) == [("2024-02-01", "monthly"), ("2024-02-15", "tet")]
    back = ask("on_day_off: previous_working_day", "due", "--month", "2")
    assert days(back) == [("2024-02-01", "monthly"), ("2024-02-07", "tet")]


def test_the_offices_own_days_count(ask: Ask) -> None:
    own = "on_day_off: next_working_day, days_off: [2024-02-15], worked_days: [2024-06-30]"
    assert ("2024-02-16", "tet") in days(ask(own, "due", "--month", "2"))
    assert ("2024-06-30", "june") in days(ask(own, "due", "--month", "6"))
    kept = ask("days_off: [2024-07-01]", "due", "--month", "7")["tasks"][0]
    assert (kept["day_off"], kept["next_working_day"]) == ("the office's day off", "2024-07-02")


def test_before_may_exclude_the_day(ask: Ask) -> None:
    june = ask("before: exclusive", "due", "--month", "6")
    assert days(june) == [("2024-06-30", "june"), ("2024-06-30", "before"), ("2024-06-30", "monthly")]
    monthly = june["tasks"][2]
    assert (monthly["occurrence"], monthly["stated"], monthly["day_off"]) == ("2024-07", "2024-07-01", "Sunday")


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("Trước ngày 01/7/2024", "{kind: deadline, due: 2024-07-01, before: true}"),
        ("Trước ngày 01 hằng tháng", "{kind: recurring, rrule: FREQ=MONTHLY;BYMONTHDAY=1, before: true}"),
    ],
)
def test_a_reading_beside_the_words_may_say_before(kshc: Kshc, write: Write, words: str, reading: str) -> None:
    path = write("before: exclusive")
    read = kshc("due", "--plan", path, "--month", "6", "--format", "csv").out
    stated = f"{{text: {words}, reading: [{reading}]}}"
    path.write_text(path.read_text(encoding="utf-8").replace(f"time: {words}}}", f"time: {stated}}}"), encoding="utf-8")
    assert "before: true" in path.read_text(encoding="utf-8")
    assert kshc("due", "--plan", path, "--month", "6", "--format", "csv").out == read


def test_overdue_looks_from_the_day_that_counts(ask: Ask) -> None:
    def late(calendar: str, day: str) -> set[str]:
        return {task["id"] for task in ask(calendar, "overdue", "--as-of", day)["tasks"]}

    assert "june" in late("", "2024-07-01")
    assert "june" not in late("on_day_off: next_working_day", "2024-07-01")
    assert "june" in late("on_day_off: next_working_day", "2024-07-02")
    assert "june" in late("on_day_off: previous_working_day", "2024-06-29")
    assert "before" in late("before: exclusive", "2024-07-01")
    assert "before" not in late("", "2024-07-01")


def test_recurring_has_the_same_days(ask: Ask) -> None:
    answer = ask("before: exclusive, on_day_off: previous_working_day", "recurring", "--from", "2024-06-01")
    first = answer["tasks"][0]
    assert (first["due"], first["stated"], first["occurrence"]) == ("2024-06-28", "2024-07-01", "2024-07")
    assert (first["day_off"], first["weekday"]) == ("Sunday", "friday")


def test_time_limits_are_due_once_their_event_is_dated(ask: Ask) -> None:
    answer = ask("", "due", "--month", "9")
    assert days(answer) == [("2024-09-01", "monthly"), ("2024-09-01", "days"), ("2024-09-09", "working-days")]
    readings = {task["id"]: task["reading"][0] for task in answer["tasks"]}
    assert (readings["days"]["anchor"], readings["days"]["due"]) == ("2024-08-12", "2024-09-01")
    assert readings["working-days"]["due"] == "2024-09-09"
    assert "relative" not in answer["without_date"]
    moved = ask("on_day_off: next_working_day", "due", "--month", "9")
    assert ("2024-09-04", "days") in days(moved)


def test_show_says_how_a_limit_was_counted(kshc: Kshc, write: Write) -> None:
    out = kshc("show", "days", "--plan", write("")).out
    assert "20 days from Mon 12/08/2024, which is not counted (article 147 of the Civil Code), end on" in out
    kept = "article 148 of the Civil Code would move it to Wed 04/09/2024, the plan keeps it"
    assert f"Sun 01/09/2024 is off: Sunday; {kept}" in out
    assert "5 working days from Thu 29/08/2024" in kshc("show", "working-days", "--plan", write("")).out
    moved = kshc("show", "june", "--plan", write("on_day_off: next_working_day")).out
    assert "Mon 01/07/2024; the last day, Sun 30/06/2024, is off: Sunday" in moved


def test_show_counts_months_to_the_months_last_day(kshc: Kshc, write: Write) -> None:
    path = write("")
    days, month = "amount: 20, unit: day, event: nhận Kế hoạch, anchor: 2024-08-12", "amount: 1, unit: month"
    path.write_text(path.read_text(encoding="utf-8").replace(days, f"{month}, anchor: 2024-01-31"), encoding="utf-8")
    out = kshc("show", "days", "--plan", path).out
    assert "1 month from Wed 31/01/2024 ends on the same day of the month or its last one (article 148)" in out
    assert out.endswith("Thu 29/02/2024\n")


def test_show_keeps_a_day_that_moves_into_the_next_year(ask: Ask) -> None:
    answer = ask("on_day_off: next_working_day, days_off: [2024-12-31]", "show", "monthly")
    assert len(answer["due"]) == 11, "the first lay before the day of the plan"
    own = "on_day_off: next_working_day, days_off: [2024-12-02, 2024-12-03]"
    assert ask(own, "show", "monthly")["days"][-1] == {
        "due": "2024-12-04",
        "occurrence": "2024-12",
        "stated": "2024-12-01",
        "weekday": "wednesday",
        "estimated": False,
        "extended_from": None,
        "day_off": "Sunday",
        "next_working_day": "2024-12-04",
        "part": 0,
    }


def table(kshc: Kshc, plan: Path, *arguments: str) -> list[str]:
    out = kshc("--plan", plan, "--color", "always", *arguments).out
    return re.sub(r"\x1b\[[\d;]*m", "", out).splitlines()


@pytest.mark.parametrize("width", [80, 120])
def test_the_table_draws_the_move_below_the_day(
    kshc: Kshc, write: Write, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    kept = table(kshc, write(""), "due", "--month", "2")
    assert any(line.startswith("Thu 01/02/2024    monthly") for line in kept)
    row = next(number for number, line in enumerate(kept) if line.startswith("Thu 08/02/2024    tet"))
    assert [line[:16].strip() for line in kept[row + 1 : row + 3]] == ["29 Tết", "→ Thu 15/02/2024"]
    moved = table(kshc, write("on_day_off: next_working_day"), "due", "--month", "7")
    row = next(number for number, line in enumerate(moved) if line.startswith("Mon 01/07/2024    june"))
    assert moved[row + 1].startswith("← Sun 30/06/2024")
    assert all(len(line) <= width for line in kept + moved)


def test_the_marks_are_explained(kshc: Kshc, write: Write) -> None:
    assert "article 148" in kshc("due", "--plan", write(""), "--month", "6").err
    assert "article 148" not in kshc("due", "--plan", write(""), "--from", "2024-07-01", "--to", "2024-07-01").err
    assert "next working day counts" in kshc("due", "--plan", write("on_day_off: next_working_day"), "--month", "7").err
    back = kshc("due", "--plan", write("on_day_off: previous_working_day"), "--month", "6").err
    assert "working day before it counts" in back
    assert "the day before it as the last" in kshc("due", "--plan", write("before: exclusive"), "--month", "6").err


def test_a_pipe_and_a_spreadsheet_get_the_move_too(kshc: Kshc, write: Write) -> None:
    lines = kshc("due", "--plan", write(""), "--month", "6").out.splitlines()
    assert lines[-1].startswith("Sun 30/06/2024 → Mon 01/07/2024\tjune\t")
    out = kshc("due", "--plan", write("on_day_off: next_working_day"), "--month", "7", "--format", "csv", "--keys").out
    fields, *rows = csv.reader(io.StringIO(out, newline=""))
    first = fields.index("due")
    assert fields[first : first + 6] == ["due", "occurrence", "stated", "weekday", "day_off", "next_working_day"]
    june = next(row for row in rows if row[0] == "june")
    assert june[first : first + 6] == ["2024-07-01", "", "2024-06-30", "monday", "Sunday", "2024-07-01"]


def test_an_unknown_years_holidays_are_not_passed_off_as_working_days(kshc: Kshc, write: Write) -> None:
    path = write("")
    path.write_text(path.read_text(encoding="utf-8").replace("2024", "2150"), encoding="utf-8")
    result = kshc("due", "--plan", path, "--month", "6", "--format", "json")
    assert {task["id"] for task in json.loads(result.out)["tasks"]} == {"monthly", "june"}
    assert "public holidays of 2150 are not known" in result.err
    assert "2150" in kshc("show", "june", "--plan", path).err


def loads_holidays(*arguments: str | Path) -> bool:
    table = "kshc_cli.tracking.holiday_table"
    code = f"import sys; from kshc_cli.app import main; main(sys.argv[1:]); print({table!r} in sys.modules)"
    process = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        cwd=ROOT,
        env=os.environ | {"KSHC_LANG": "en"},
    )
    return process.stdout.splitlines()[-1] == "True"


def test_holidays_are_loaded_only_where_an_answer_needs_them(write: Write) -> None:
    plan = write("before: exclusive, worked_days: [2024-05-04]")
    assert not loads_holidays("list", "--plan", plan)
    assert not loads_holidays("validate", plan)
    assert loads_holidays("read", "Trước ngày 30/6", "--plan", plan), "it says whether the day is off"
    assert not loads_holidays("read", "Trước ngày 20 hằng tháng", "--plan", plan)
    assert not loads_holidays("overdue", "--plan", ROOT / "plan.yaml", "--as-of", "2024-07-15")
    assert not loads_holidays("due", "--plan", ROOT / "plan.yaml", "--month", "2023-06")
    assert loads_holidays("due", "--plan", plan, "--month", "6")


def replaced(path: Path, *pairs: tuple[str, str]) -> Path:
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert text.count(old) == 1
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return path


def test_show_says_that_a_period_wholly_off_keeps_its_last_day(kshc: Kshc, write: Write) -> None:
    tet = ("Chậm nhất ngày 08/02/2024", "Từ ngày 10/02/2024 đến ngày 12/02/2024")
    plan = replaced(write("on_day_off: previous_working_day"), tet)
    out = kshc("show", "tet", "--plan", plan).out
    assert "Mon 12/02/2024 is off: Mùng ba Tết Nguyên Đán; no working day lies between" in out
    err = kshc("due", "--plan", plan, "--month", "2").err
    assert "no working day lies between the task's beginning and its last day" in err
    assert "article 148" not in err


def test_show_says_why_the_day_before_is_the_last(kshc: Kshc, write: Write) -> None:
    kept = kshc("show", "before", "--plan", write("before: exclusive")).out
    assert "Sun 30/06/2024 (“trước” Mon 01/07/2024; this plan excludes that day) is off: Sunday; article 148" in kept
    moved = kshc("show", "before", "--plan", write("before: exclusive, on_day_off: previous_working_day")).out
    assert "Fri 28/06/2024; the last day, Sun 30/06/2024 (“trước” Mon 01/07/2024; this plan excludes" in moved
    assert "excludes" not in kshc("show", "before", "--plan", write("")).out
    legend = kshc("due", "--plan", write("before: exclusive, on_day_off: previous_working_day"), "--month", "6").err
    assert "← the last day in time" in legend


def test_show_tells_the_days_of_several_parts_apart(kshc: Kshc, ask: Ask, write: Write) -> None:
    words = "Trước ngày 20 hằng tháng; báo cáo chậm nhất ngày 29/4/2024"
    plan = replaced(write(""), ("Chậm nhất ngày 29/4/2024", words))
    out = kshc("show", "swap", "--plan", plan).out
    assert "Fri 20/12/2024  ← month 12: Trước ngày 20 hằng tháng" in out
    assert "Mon 29/04/2024 is off: Ngày nghỉ" in out
    assert "the plan keeps it  ← chậm nhất ngày 29/4/2024" in out
    record = json.loads(kshc("show", "swap", "--plan", plan, "--format", "json").out)
    parts = {(day["occurrence"] or day["due"]): day["part"] for day in record["days"]}
    assert (parts["2024-12"], parts["2024-04-29"]) == (0, 1)
    assert "←" not in kshc("show", "monthly", "--plan", write("")).out.partition("Due")[2]
    assert {day["part"] for day in ask("", "show", "june")["days"]} == {0}


STATED = "time: {text: Theo định kỳ, reading: [{kind: recurring, %s}]}}"


@pytest.mark.parametrize(
    ("rule", "first", "count"),
    [
        ("rrule: FREQ=MONTHLY;INTERVAL=6, start: 2025-01-01, until: 2026-12-31", "2025-06-30", 2),
        ("rrule: FREQ=MONTHLY;INTERVAL=6, start: 2024-08-01, until: 2026-12-31", "2024-12-31", 1),
        ("rrule: FREQ=YEARLY, start: 2024-06-01, until: 2026-12-31", "2024-12-31", 1),
        ("rrule: FREQ=YEARLY;BYMONTH=3, start: 2024-06-01, until: 2026-12-31", "2025-03-31", 1),
    ],
)
def test_show_has_the_first_year_of_what_begins_later(
    kshc: Kshc, write: Write, rule: str, first: str, count: int
) -> None:
    plan = replaced(write(""), ("time: Trước ngày 01 hằng tháng}", STATED % rule))
    days = json.loads(kshc("show", "monthly", "--plan", plan, "--format", "json").out)["due"]
    assert (days[0], len(days)) == (first, count)
    due = json.loads(kshc("due", "--month", first[:7], "--plan", plan, "--format", "json").out)
    assert (first, "monthly") in {(task["due"], task["id"]) for task in due["tasks"]}


def test_read_previews_the_days_that_count(kshc: Kshc, write: Write) -> None:
    def preview(calendar: str) -> str:
        out = kshc("--today", "2024-08-15", "read", "trước ngày 01 hằng tháng", "--plan", write(calendar)).out
        return next(line for line in out.splitlines() if "next days" in line).split("  ")[-1]

    assert preview("").startswith("Sun 01/09/2024, Tue 01/10/2024, Fri 01/11/2024, Sun 01/12/2024")
    assert preview("on_day_off: next_working_day").startswith("Wed 04/09/2024, Tue 01/10/2024")
    assert preview("on_day_off: previous_working_day").startswith("Fri 30/08/2024, Tue 01/10/2024")
    assert preview("before: exclusive").startswith("Sat 31/08/2024, Mon 30/09/2024")


def test_read_previews_a_day_to_which_several_move_once(kshc: Kshc, write: Write) -> None:
    out = kshc("--today", "2024-06-14", "read", "hằng ngày", "--plan", write("on_day_off: next_working_day")).out
    assert "Fri 14/06/2024, Mon 17/06/2024, Tue 18/06/2024" in out


def test_overdue_tells_what_holidays_it_did_not_know(kshc: Kshc, write: Write) -> None:
    def told(calendar: str, limit: str) -> str:
        plan = write(calendar)
        text = plan.read_text(encoding="utf-8").replace("amount: 5, unit: working_day", limit).replace("2024", "2150")
        plan.write_text(text, encoding="utf-8")
        return kshc("overdue", "--plan", plan, "--as-of", "2150-12-31").err

    sentence = "public holidays of 2150 are not known"
    assert sentence in told("on_day_off: next_working_day", "amount: 5, unit: day")
    assert sentence in told("", "amount: 5, unit: working_day")
    assert sentence not in told("", "amount: 5, unit: day")


def test_one_side_of_a_period_may_be_open(ask: Ask, kshc: Kshc, write: Write) -> None:
    later = days(ask("", "due", "--from", "2024-12-01"))
    assert later == [("2024-12-01", "monthly")]
    assert days(ask("", "due", "--from", "2025-01-01")) == []
    limit = ("amount: 20, unit: day", "amount: 20, unit: month")
    plan = replaced(write(""), limit)
    far = json.loads(kshc("due", "--from", "01/01/2025", "--plan", plan, "--format", "json").out)
    assert days(far) == [("2026-04-12", "days")]
    early = replaced(write(""), ("Chậm nhất ngày 08/02/2024", "Chậm nhất ngày 08/02/2023"))
    past = json.loads(kshc("due", "--to", "2023-12-31", "--plan", early, "--format", "json").out)
    assert days(past) == [("2023-02-08", "tet")]


@pytest.mark.parametrize("command", ["due", "recurring"])
def test_a_period_that_ends_before_it_starts_is_refused(kshc: Kshc, write: Write, command: str) -> None:
    result = kshc(command, "--from", "2024-06-01", "--to", "2024-01-01", "--plan", write(""))
    assert (result.status, result.out) == (2, "")
    assert result.err == "Error: The period ends on 01/01/2024, before it starts on 01/06/2024.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("due", "--month"),
        ("due", "--from"),
        ("due", "--to"),
        ("due", "--within"),
        ("recurring", "--from"),
        ("recurring", "--to"),
        ("overdue", "--as-of"),
    ],
)
def test_an_empty_day_is_none(kshc: Kshc, write: Write, arguments: tuple[str, str]) -> None:
    result = kshc(*arguments, "", "--plan", write(""))
    assert (result.status, result.out) == (2, "")


def test_a_blank_time_is_from_no_words(kshc: Kshc, write: Write) -> None:
    assert kshc("read", "").out == "read as  no time\n"
    blank = replaced(write(""), ("time: Trong tháng 6 năm 2024", "time: null"))
    assert "stated in the plan" not in kshc("show", "june", "--plan", blank).out
    stated = "time: {text: Chưa đề xuất, reading: [{kind: undated}]}"
    plan = replaced(write(""), ("time: Trong tháng 6 năm 2024", stated))
    assert "no time  ← stated in the plan" in kshc("show", "june", "--plan", plan).out
