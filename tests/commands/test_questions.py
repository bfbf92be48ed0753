"""The questions to the plan of Sa Đéc, through the command line."""

import csv
import io
import json
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from tests.conftest import Kshc

WINDOWS_AND_YEAR_ENDS = {"1.2.1", "1.2.2", "1.2.3", "1.5.1", "1.5.3", "1.5.4", "2.1.7", "2.1.8"}


@pytest.fixture
def ask(kshc: Kshc, plan_file: Path) -> Any:  # noqa: ANN401  JSON
    def run(*arguments: str) -> Any:  # noqa: ANN401  JSON
        result = kshc("--plan", plan_file, "--today", "2024-06-10", *arguments, "--format", "json")
        assert result.status == 0, result.err
        return json.loads(result.out)

    return run


def ids(answer: Any) -> list[str]:  # noqa: ANN401  JSON
    return [task["id"] for task in answer["tasks"]]


def test_list_shows_all_tasks_and_the_duty(ask: Any) -> None:  # noqa: ANN401
    answer = ask("list")
    assert answer["schema"] == "kshc.tasks/1"
    assert len(answer["tasks"]) == 35
    assert [task["id"] for task in answer["tasks"] if task["number"] is None] == ["IV.1"]
    assert answer["as_of"] == "2024-06-10"
    assert answer["plan"]["year"] == 2024
    assert not [task["id"] for task in answer["tasks"] if task["unread"] and task["id"] != "IV.1"]


def test_without_date_counts_each_task_that_no_calendar_can_compute(ask: Any) -> None:  # noqa: ANN401
    answer = ask("list")
    dated = WINDOWS_AND_YEAR_ENDS | {"2.1.6"}
    assert sum(answer["without_date"].values()) == 35 - len(dated)
    assert answer["without_date"]["recurring"] == 2
    assert answer["without_date"]["deadline"] == 1


def test_due_in_june(ask: Any) -> None:  # noqa: ANN401
    answer = ask("due", "--month", "6")
    assert [(task["due"], task["id"], task["occurrence"]) for task in answer["tasks"]] == [
        ("2024-06-30", "1.2.1", None),
        ("2024-06-30", "1.2.2", None),
        ("2024-06-30", "2.1.6", "2024-06"),
    ]
    assert ask("due", "--month", "2024-06") == answer == ask("due")
    assert answer == ask("due", "--from", "2024-06-01", "--to", "30/06/2024")


def test_due_with_open_adds_what_runs_on(ask: Any) -> None:  # noqa: ANN401
    answer = ask("due", "--month", "6", "--open")
    going = [task for task in answer["tasks"] if task["open"]]
    assert {"1.5.1", "2.1.7", "1.3.1", "2.1.5"} <= {task["id"] for task in going}
    assert all(task["due"] is None for task in going)
    assert not {"1.5.3", "1.2.3", "1.3.2"} & {task["id"] for task in going}


def test_overdue_names_what_has_passed_and_nothing_else(ask: Any) -> None:  # noqa: ANN401
    answer = ask("overdue", "--as-of", "2024-07-15")
    assert {task["id"] for task in answer["tasks"]} == {"1.2.1", "1.2.2", "2.1.6"}
    months = [task["occurrence"] for task in answer["tasks"] if task["id"] == "2.1.6"]
    assert months == [f"2024-0{month}" for month in range(1, 7)]
    assert all(task["due"] < "2024-07-15" for task in answer["tasks"])


def test_a_duty_is_late_from_the_day_after_its_last_day(ask: Any) -> None:  # noqa: ANN401
    assert "1.2.1" not in ids(ask("overdue", "--as-of", "2024-06-30"))
    assert "1.2.1" in ids(ask("overdue", "--as-of", "2024-07-01"))
    assert set(ids(ask("overdue", "--as-of", "2025-01-01"))) == WINDOWS_AND_YEAR_ENDS | {"2.1.6"}


def test_overdue_can_fail(kshc: Kshc, plan_file: Path) -> None:
    assert kshc("overdue", "--plan", plan_file, "--as-of", "2024-07-15", "--fail").status == 1
    assert kshc("overdue", "--plan", plan_file, "--as-of", "2024-01-15", "--fail").status == 0


def test_recurring_lists_occurrences_and_what_has_no_rule(ask: Any) -> None:  # noqa: ANN401
    answer = ask("recurring", "--from", "2024-11-01")
    assert [(task["id"], task["due"]) for task in answer["tasks"]] == [
        ("2.1.6", "2024-11-30"),
        ("2.1.6", "2024-12-31"),
        ("1.3.5", None),
        ("1.3.6", None),
    ]


@pytest.mark.parametrize("wish", ["phuong-1", "Phường 1", "phuong 1", "UBND PHƯỜNG 1"])
def test_a_member_finds_the_tasks_of_its_group(ask: Any, wish: str) -> None:  # noqa: ANN401
    answer = ask("list", "--agency", wish)
    by_id = {task["id"]: task for task in answer["tasks"]}
    assert by_id["1.2.1"]["via"] == "xa-phuong"
    assert "xa-phuong" in by_id["1.2.1"]["lead_agencies"]
    assert "1.3.5" in by_id
    assert ids(ask("list", "--agency", wish, "--role", "lead")) != ids(answer)


def test_named_bodies_are_told_from_members(ask: Any) -> None:  # noqa: ANN401
    via = {task["id"]: task["via"] for task in ask("list", "--agency", "phong-noi-vu")["tasks"]}
    assert via["1.3.5"] is None
    assert via["1.2.1"] == "phong-ban"


_OF_COMMUNE: Final = """
schema: kshc/1
year: 2026
issuer: {name: ỦY BAN NHÂN DÂN XÃ TÂN HÒA, place: Tân Hòa}
issuance: {number: "02", symbol: KH-UBND, date: 2026-01-12, recipients: ["Lưu: VT."],
  signature: {lines: [CHỦ TỊCH], name: Nguyễn Văn Hải}}
agencies:
  - {id: van-hoa, name: Phòng Văn hóa - Xã hội, aliases: [Phòng VH-XH]}
  - {id: vp, name: Văn phòng}
  - {id: ca, name: Công an xã}
plan:
  title: KẾ HOẠCH
  subject: Công tác năm 2026
  sections:
    - items:
        - {id: "1.1", text: Việc A, lead: Văn phòng, time: Quý I}
        - {id: "1.2", text: Việc B, lead: Phòng Kinh tế, time: Quý I}
        - {id: "1.3", text: Việc C, lead: Công an xã, coop: "Phòng Kinh tế, Văn phòng", time: Quý I}
"""


def test_agency_without_diacritics(ask: Any) -> None:  # noqa: ANN401
    assert ids(ask("list", "--agency", "van phong")) == ids(ask("list", "--agency", "van-phong"))


def test_ambiguous_and_unknown_agencies(kshc: Kshc, plan_file: Path) -> None:
    ambiguous = kshc("list", "--plan", plan_file, "--agency", "phuong")
    assert ambiguous.status == 2
    assert "phuong-1" in ambiguous.err
    assert "phuong-2" in ambiguous.err
    misspelt = kshc("list", "--plan", plan_file, "--agency", "van phonng hdnd&ubnd")
    assert misspelt.status == 2
    assert "Did you mean" in misspelt.err
    assert "van-phong" in misspelt.err


def test_an_unknown_agency_is_no_other_one_and_its_words_may_stand_unread(kshc: Kshc, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(_OF_COMMUNE, encoding="utf-8")

    def refused(wish: str) -> str:
        result = kshc("list", "--plan", plan, "--agency", wish)
        assert result.status == 2
        return result.err

    error = refused("phong kinh te")
    assert "Did you mean" not in error
    assert "cannot read who does it: 1.2, 1.3." in error
    assert "cannot read" not in refused("phong noi vu")
    for wish in ("vhxh", "pvhxh", "phong van hoa xa hoj"):
        assert "Did you mean Phòng Văn hóa - Xã hội (van-hoa)" in refused(wish)
    assert "Công an xã (ca)" in refused("cong an phuong")


def test_at_most_three_near_names_are_offered_the_nearest_first(kshc: Kshc, plan_file: Path) -> None:
    error = kshc("list", "--plan", plan_file, "--agency", "phuonng").err
    offered = error.partition("Did you mean ")[2].split("; ")
    assert len(offered) == 3
    assert "phuong-" in offered[0]
    assert "Did you mean" not in kshc("list", "--plan", plan_file, "--agency", "xyzzy").err


def test_kind_section_and_search(ask: Any) -> None:  # noqa: ANN401
    assert set(ids(ask("list", "--kind", "window"))) == WINDOWS_AND_YEAR_ENDS
    assert ids(ask("list", "--section", "IV")) == ["IV.1"]
    assert ids(ask("list", "--section", "4")) == ["4.1", "4.2"]
    assert ids(ask("list", "--section", "cong tac chuan bi")) == ["3.1.1", "3.1.2", "3.1.3"]
    assert ids(ask("list", "--search", "ra soat don gian hoa")) == ids(ask("list", "--search", "RÀ SOÁT, đơn giản hóa"))
    assert "1.2.3" in ids(ask("list", "--search", "don gian hoa"))


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ("phương án", True),
        ("phuong an", True),
        ("PHƯƠNG ÁN", True),
        (unicodedata.normalize("NFD", "phương án"), True),
        ("phuong án đơn", True),
        ("tổng hợp: phương", True),
        ("TTHC qua ket qu", True),
        ("1.2.2", True),
        ("phường án", False),
        ("đon gian", False),
        ("án phương", False),
        ("hương án", False),
        ("phương đơn giản", False),
        ("phươn án", False),
        ("UBND tỉnh Văn phòng", False),
    ],
)
def test_words_are_sought_as_they_are_typed(ask: Any, wish: str, *, found: bool) -> None:  # noqa: ANN401
    assert ("1.2.2" in ids(ask("list", "--search", wish))) is found


def test_words_with_marks_are_found_in_no_others(ask: Any) -> None:  # noqa: ANN401
    assert ids(ask("list", "--search", "phương án")) == ids(ask("list", "--search", "phương")) == ["1.2.1", "1.2.2"]
    assert len(ids(ask("list", "--search", "phường"))) > 10
    assert (
        ids(ask("list", "--search", "so hoá")) == ids(ask("list", "--search", "số hóa")) == ["2.1.3", "2.1.5", "2.1.7"]
    )
    assert ids(ask("list", "--search", "[?]")) == ["2.1.3", "IV.1"]


def test_repeated_searches_hold_all(ask: Any) -> None:  # noqa: ANN401
    assert ids(ask("list", "--search", "tổng hợp", "--search", "phương án")) == ["1.2.2"]
    assert ids(ask("list", "--search", "phương án", "--search", "phường")) == ["1.2.1", "1.2.2"]
    assert ids(ask("list", "--search", "phương án", "--search", "một cửa")) == []


def test_headings_and_names_are_matched_by_the_same_words(kshc: Kshc, plan_file: Path, ask: Any) -> None:  # noqa: ANN401
    assert ids(ask("list", "--section", "công tác chuẩn")) == ["3.1.1", "3.1.2", "3.1.3"]
    assert ids(ask("list", "--section", "cộng tác")) == ids(ask("list", "--section", "ông tác")) == []
    assert ids(ask("list", "--agency", "UBND phuong An Hòa")) == ids(ask("list", "--agency", "phuong-an-hoa"))
    assert ids(ask("list", "--agency", "an hoà")) == ids(ask("list", "--agency", "phuong-an-hoa"))
    another = kshc("list", "--plan", plan_file, "--agency", "phường An Họa")
    assert (another.status, "Did you mean UBND phường An Hòa" in another.err) == (2, True)


def test_csv_guards_spreadsheets(kshc: Kshc, plan_file: Path) -> None:
    result = kshc("list", "--plan", plan_file, "--format", "csv")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(result.out, newline=""))}
    assert len(rows) == 35
    assert rows["2.1.1"]["content"].startswith("'- Triển khai")
    assert rows["1.2.1"]["lead_agencies"] == "Các phòng, ban chuyên môn Thành phố; UBND các xã, phường"


def test_csv_has_days_and_numbers(kshc: Kshc, plan_file: Path) -> None:
    """A task's nearest last day stands in its row; a number below 0 is no formula."""
    result = kshc("--today", "2024-07-02", "list", "--plan", plan_file, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.out, newline="")))
    for row in rows:
        assert bool(row["due"]) == bool(row["days"])
        if row["due"]:
            assert (date.fromisoformat(row["due"]) - date(2024, 7, 2)).days == int(row["days"])
    assert any(int(row["days"] or 0) < 0 for row in rows)


def test_a_pipe_gets_one_line_a_task(kshc: Kshc, plan_file: Path) -> None:
    result = kshc("list", "--plan", plan_file)
    lines = result.out.splitlines()
    assert len(lines) == 36
    assert all(line.count("\t") == 3 for line in lines)
    assert "No date can be computed for 26 tasks" in result.err


def test_markdown(kshc: Kshc, plan_file: Path) -> None:
    lines = kshc("due", "--plan", plan_file, "--month", "6", "--format", "markdown").out.splitlines()
    assert lines[1] == "| --- | --- | --- | --- | --- |"
    assert lines[2].startswith("| Sun 30/06/2024<br>→ Mon 01/07/2024 | 1.2.1 | Xây dựng và tổ chức")


def test_show_explains(kshc: Kshc, plan_file: Path) -> None:
    out = kshc("show", "1.2.1", "--plan", plan_file).out
    assert "Từ tháng 02 đến tháng 6 năm 2024" in out
    assert "from 01/02/2024 to 30/06/2024" in out
    assert "UBND các xã, phường (xa-phuong)" in out
    record = json.loads(kshc("show", "IV.1", "--plan", plan_file, "--format", "json").out)
    assert record["task"]["number"] is None
    assert record["task"]["unread"][0]["field"] == "time"
    assert record["due"] == []


def test_show_unknown_id(kshc: Kshc, plan_file: Path) -> None:
    result = kshc("show", "1.2.11", "--plan", plan_file)
    assert result.status == 2
    assert "Did you mean 1.2.1" in result.err
    assert "kshc list" in kshc("show", "xyz", "--plan", plan_file).err


def test_agencies(kshc: Kshc, plan_file: Path) -> None:
    record = json.loads(kshc("agencies", "--plan", plan_file, "--format", "json").out)
    entries = {entry["id"]: entry for entry in record["agencies"]}
    assert len(entries["xa-phuong"]["members"]) == 9
    assert entries["phuong-1"]["groups"] == ["xa-phuong"]
    assert entries["phuong-1"]["source"]
    assert entries["van-phong"]["lead"] > 10
    assert "van-phong" in kshc("agencies", "--plan", plan_file).out
    assert kshc("agencies", "--plan", plan_file, "--format", "csv").out.startswith("id,name")
    assert kshc("agencies", "--plan", plan_file, "--format", "markdown").out.startswith("| ID")


def test_read_a_phrase(kshc: Kshc, plan_file: Path) -> None:
    record = json.loads(kshc("read", "Tháng 12", "--plan", plan_file, "--format", "json").out)
    assert record["parts"][0]["kind"] == "window"
    assert record["parts"][0]["end"] == "2024-12-31"
    assert "2025" in kshc("read", "Tháng 12", "--year", "2025").out
    assert "unread  tuần 2 tháng 01" in kshc("read", "tuần 2 tháng 01").out


def test_read_lines(kshc: Kshc, monkeypatch: pytest.MonkeyPatch, plan_file: Path) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Tháng 6\nTháng 6\t2026\n\n"))
    lines = [json.loads(line) for line in kshc("read", "-", "--plan", plan_file).out.splitlines()]
    assert [line["text"] for line in lines] == ["Tháng 6", "Tháng 6", ""]
    assert [line["parts"][0]["end"] for line in lines[:2]] == ["2024-06-30", "2026-06-30"]
    monkeypatch.setattr("sys.stdin", io.StringIO("Tháng 6\tabc\nTháng 7\t\nTháng 8\t9999\n"))
    result = kshc("read", "-", "--plan", plan_file)
    lines = [json.loads(line) for line in result.out.splitlines()]
    assert result.status == 2
    assert [(line["unread"], len(line["parts"])) for line in lines] == [(["Tháng 6"], 0), ([], 1), (["Tháng 8"], 0)]
    assert lines[0]["notes"] == ["“abc” is no year of a plan: 1990 to 2199."]
    assert [line.split(":")[:2] for line in result.err.splitlines()] == [["Error", " Line 1"], ["Error", " Line 3"]]


@pytest.mark.parametrize("year", ["0", "1989", "2200", "9999", "20x5", "02024", "２０２４", ""])
def test_a_year_beyond_those_of_plans_is_refused(kshc: Kshc, year: str) -> None:
    assert kshc("read", "Định kỳ hằng tháng", "--year", year).status == 2


def test_read_needs_no_plan_but_a_sound_one_if_it_asks_it(
    kshc: Kshc, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert kshc("--today", "2024-05-01", "read", "Tháng 6").out.startswith("read as  from 01/06/2024")
    (tmp_path / "plan.yaml").write_text("schema: kshc/1\nyear: 2019\n", encoding="utf-8")
    assert kshc("read", "Tháng 6").status == 3
    assert kshc("read", "Tháng 6", "--year", "2025").out.startswith("read as  from 01/06/2025")
    assert kshc("read", "Tháng 6", "--year", "2025", "--plan", "plan.yaml").status == 3


@pytest.mark.parametrize(
    "arguments",
    [
        ("due", "--month", "13"),
        ("due", "--month", "2024-6-1"),
        ("due", "--within", "soon"),
        ("due", "--month", "6", "--within", "7d"),
        ("due", "--from", "2024-02-30"),
        ("due", "--from", "2024-06-30", "--to", "2024-06-01"),
        ("overdue", "--as-of", "31/02/2024"),
        ("--today", "tomorrow", "list"),
        ("lst",),
        ("list", "--kind", "sometimes"),
    ],
)
def test_arguments_that_mean_nothing(kshc: Kshc, plan_file: Path, arguments: tuple[str, ...]) -> None:
    result = kshc("--plan", plan_file, *arguments)
    assert result.status == 2
    assert result.err
    assert not result.out


def test_days_beyond_reason_are_usage(kshc: Kshc, plan_file: Path) -> None:
    for day in ("0001-01-01", "9999-12-31"):
        assert kshc("overdue", "--plan", plan_file, "--as-of", day).status == 2
        assert kshc("--today", day, "due", "--plan", plan_file).status == 2


def test_a_question_that_finds_nothing_says_only_that(kshc: Kshc, plan_file: Path) -> None:
    result = kshc("list", "--plan", plan_file, "--section", "99")
    assert (result.status, result.out, result.err) == (0, "", "Nothing found.\n")
    assert kshc("list", "--plan", plan_file, "--search", "(((").out == ""


def test_within(ask: Any) -> None:  # noqa: ANN401
    assert ids(ask("due", "--within", "3w")) == ["1.2.1", "1.2.2", "2.1.6"]
    assert ids(ask("due", "--within", "7d")) == []
    assert ask("due", "--within", "9999w")["tasks"]


@pytest.mark.parametrize(
    ("asked", "month"),
    [
        (("due", "--today", "2026-11-28"), 11),
        (("due", "--month", "9/2025"), 9),
        (("due", "--within", "7d", "--today", "2025-02-01"), 2),
        (("due", "--to", "31/12/2022"), 12),
        (("due", "--from", "1/3/2022", "--to", "2/3/2022"), 3),
    ],
)
def test_a_period_of_another_year_is_answered_with_the_plan_s_year(
    kshc: Kshc, plan_file: Path, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...], month: int
) -> None:
    none = kshc("--plan", plan_file, *asked)
    assert (none.status, none.out) == (0, "")
    assert f"The plan is of 2024; for a month of it, ask for example `kshc due --month {month}/2024`." in none.err
    monkeypatch.setenv("KSHC_LANG", "vi")
    assert "Đây là kế hoạch năm 2024; " in kshc("--plan", plan_file, *asked).err
    assert "2024" not in kshc("--plan", plan_file, *asked, "--format", "csv").err


def test_nothing_found_in_the_plan_s_own_year_says_no_more(kshc: Kshc, plan_file: Path) -> None:
    for asked in (("--month", "1"), ("--from", "1/1/2024", "--to", "2/1/2024"), ("--from", "31/12/2023")):
        assert "The plan is of" not in kshc("--plan", plan_file, "due", *asked, "--agency", "phuong 1").err
