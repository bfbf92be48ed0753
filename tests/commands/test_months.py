"""``kshc calendar`` and ``kshc timeline``: the year at a glance, at a terminal and in a pipe."""

import json
from pathlib import Path

import pytest

from kshc_cli.reports.terminal import width_of
from tests.conftest import ROOT, Kshc
from tests.outputs.calendars import COMING_BACK
from tests.tracking.logs import FOLLOWED

DAY = ("--today", "5/7/2026")
LEAF = """\
 Tháng 7/2026
 T2  T3  T4  T5  T6  T7  CN
          1   2   3   4 > 5
  6   7   8   9  10  11  12
 13  14  15  16  17  18  19
 20* 21  22  23  24  25  26
 27  28  29  30  31*
"""


@pytest.fixture
def coming_back(tmp_path: Path) -> Path:
    plan = tmp_path / "plan.yaml"
    plan.write_text(COMING_BACK, encoding="utf-8")
    return plan


@pytest.fixture
def read_at(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setenv("COLUMNS", "80")
    return monkeypatch


def test_a_month_is_a_leaf_with_its_days_marked_above_what_is_due(
    coming_back: Path, kshc: Kshc, read_at: pytest.MonkeyPatch
) -> None:
    read_at.setenv("KSHC_LANG", "vi")
    told = kshc("calendar", "--plan", coming_back, "--month", "7", "--agency", "kinh-te", "--role", "lead", *DAY).out
    leaf, _blank, rest = told.partition("\n\n")
    assert f"{leaf}\n" == LEAF
    assert "quá hạn" in rest.splitlines()[0]
    due = kshc("due", "--plan", coming_back, "--month", "7", "--agency", "kinh-te", "--role", "lead", *DAY).out
    assert told.endswith(due)


def test_in_a_pipe_a_calendar_is_the_list(coming_back: Path, kshc: Kshc) -> None:
    listed = kshc("due", "--plan", coming_back, "--from", "1/1/2026", "--to", "31/12/2026", *DAY)
    assert kshc("calendar", "--plan", coming_back, "--year", "2026", *DAY).out == listed.out


def test_a_year_marks_each_day_that_is_due_and_no_other(
    coming_back: Path, kshc: Kshc, read_at: pytest.MonkeyPatch
) -> None:
    read_at.setenv("COLUMNS", "28")
    drawn = kshc("calendar", "--plan", coming_back, "--year", "2026", *DAY).out.partition("✓ done")[0]
    bounds = ("--from", "1/1/2026", "--to", "31/12/2026", "--format", "json")
    tasks = json.loads(kshc("due", "--plan", coming_back, *bounds, *DAY).out)["tasks"]
    days = {task["due"] for task in tasks}
    late = {day for day in days if day < "2026-07-05"}
    assert (drawn.count("!") - 1, drawn.count("*") - 1) == (len(late), len(days - late))


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("plan", [ROOT / "plan.yaml", FOLLOWED])
def test_what_is_drawn_keeps_to_the_width(plan: Path, width: int, kshc: Kshc, read_at: pytest.MonkeyPatch) -> None:
    read_at.setenv("COLUMNS", str(width))
    for words in (("timeline",), ("calendar", "--year", "2024")):
        told = kshc(*words, "--plan", plan, "--today", "24/6/2024").out.partition("Due\t")[0]
        assert told
        assert max(map(width_of, told.splitlines())) <= width


def rows_of(told: str) -> dict[str, str]:
    """Return the bar of each row, at 80 columns."""
    return {line.split(" ")[0]: line[56:] for line in told.splitlines() if line and not line.startswith(" ")}


@pytest.mark.usefixtures("read_at")
def test_a_timeline_has_bars_for_periods_and_signs_for_days(coming_back: Path, kshc: Kshc) -> None:
    told = kshc("timeline", "--plan", coming_back, *DAY).out
    assert "(no time)" in told
    rows = rows_of(told)
    assert rows["month"] == "·!·!·!·!·!·!·*·*·*·*·*·*"
    assert rows["quarter"] == "· · ·!· · ·!· · ·*· · ·*"
    assert rows["across"] == "‹──────────────────────›"
    assert told.splitlines()[0].strip() == "▼ 05/07/2026"
    after = rows_of(kshc("timeline", "--plan", coming_back, "--year", "2027", *DAY).out)
    assert (after["across"][:2], after["month"][:2]) == ("* ", "‹ ")


def test_in_a_pipe_a_timeline_is_a_line_a_task(coming_back: Path, kshc: Kshc) -> None:
    head, *rows = kshc("timeline", "--plan", coming_back, *DAY).out.splitlines()
    assert len(rows) == 15
    assert {line.count("\t") for line in (head, *rows)} == {14}
    told = {row.split("\t")[0]: row.split("\t")[2:14] for row in rows}
    assert told["two-rules"][:4] == ["10!", "10!", "10! 31!", "10!"]
    assert told["across"] == ["─"] * 12
    assert told["no-time"] == [""] * 12


@pytest.mark.usefixtures("read_at")
def test_wide_words_and_a_plan_with_nothing_dated(tmp_path: Path, kshc: Kshc) -> None:
    plan = tmp_path / "plan.yaml"
    head, _tasks, _rest = COMING_BACK.partition("            - {id: month,")
    words = "行政手続の見直し" * 3
    task = f"            - {{id: only, number: null, content: {words}, lead: Văn phòng, time: Thường xuyên}}\n"
    plan.write_text(head + task, encoding="utf-8")
    told = kshc("timeline", "--plan", plan, *DAY)
    assert max(map(width_of, told.out.splitlines())) <= 80
    assert "~" * 24 in told.out
    drawn = kshc("calendar", "--plan", plan, *DAY)
    assert " 27  28  29  30  31\n" in drawn.out
    assert "Nothing found." in drawn.err


def test_a_month_and_a_year_are_not_asked_together(coming_back: Path, kshc: Kshc) -> None:
    assert kshc("calendar", "--plan", coming_back, "--month", "6", "--year", "2026").status == 2
    assert kshc("calendar", "--plan", coming_back, "--year", "26").status == 2
    assert kshc("timeline", "--plan", coming_back, "--agency", "khong-co").status == 2


@pytest.mark.usefixtures("read_at")
def test_many_plans_stand_each_under_its_office(coming_back: Path, kshc: Kshc) -> None:
    told = kshc("timeline", "--plan", coming_back, "--plan", ROOT / "plan.yaml", *DAY).out
    assert "== Ủy ban nhân dân xã Suối Mây" in told
    assert "== Ủy ban nhân dân thành phố Sa Đéc" in told


def test_what_nobody_has_any_more_says_so_in_place_of_a_bar(
    tmp_path: Path, plan_file: Path, kshc: Kshc, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plan.yaml").write_bytes(plan_file.read_bytes())
    asked = ("--plan", tmp_path / "plan.yaml", "--today", "2024-06-15")
    for task in ("1.2.3", "1.3.4", "1.3.2"):  # a month, what goes on, what waits for an event
        assert kshc("cancel", task, "--by", "QĐ 1", *asked).status == 0
    told = kshc("timeline", *asked).out.splitlines()
    assert [line.split("\t")[-1] for line in told if line.startswith(("1.2.3\t", "1.3.4\t"))] == [
        "Trong tháng 7 năm 2024 (cancelled)",
        "Thường xuyên (cancelled)",
    ]
    monkeypatch.setenv("COLUMNS", "80")
    drawn = kshc("timeline", *asked).out.splitlines()
    assert [line[44:] for line in drawn if line.startswith(("1.2.3 ", "1.3.4 ", "1.3.2 "))] == ["(cancelled)"] * 3
