"""Recording what happened: what is written, what is refused, and that nothing else changes."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Kshc
from tests.tracking.logs import FOLLOWED

TODAY = ("--today", "2026-07-05")
OLD = "- {date: 2026-07-01, what: note, task: own, note: y, entered: 2026-07-01, id: a}"


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KSHC_WHO", raising=False)
    shutil.copy(FOLLOWED, tmp_path / "plan.yaml")
    return tmp_path / "plan.yaml"


@pytest.fixture
def log(plan: Path) -> Path:
    return plan.with_name("progress.yaml")


def last_line(log: Path) -> str:
    return log.read_text("utf-8").splitlines()[-1]


def standing(kshc: Kshc, task: str, *options: str) -> dict[tuple[str | None, str | None], str]:
    answer = json.loads(kshc("show", task, "--format", "json", *TODAY, *options).out)
    return {(one["period"], one["unit"]): one["status"] for one in answer["duties"]}


def test_done_writes_one_line_with_what_was_said(kshc: Kshc, log: Path) -> None:
    result = kshc(
        *(
            "done",
            "window",
            "--unit",
            "tram y te",
            "--on",
            "30/6/2026",
            "--doc",
            "123/BC-TYT",
            "--doc-date",
            "2026-06-29",
        ),
        *("--doc-title", "Báo cáo rà soát: đợt 1, 2", "--note", "[Gửi] qua trục", "--who", "Lan", *TODAY),
    )
    assert result.status == 0
    line = last_line(log)
    number = line.rpartition("id: ")[2].rstrip("}")
    assert line == (
        "- {date: 2026-06-30, what: done, task: window, unit: y-te, "
        'document: {number: 123/BC-TYT, date: 2026-06-29, title: "Báo cáo rà soát: đợt 1, 2"}, '
        f'note: "[Gửi] qua trục", who: Lan, entered: 2026-07-05, id: {number}}}'
    )
    assert number in result.err
    assert standing(kshc, "window")[None, "y-te"] == "done"
    assert kshc("validate").status == 0


def test_a_new_entry_is_the_only_change(kshc: Kshc, log: Path) -> None:
    kshc("done", "own", "--on", "2026-11-05", "--today", "2026-11-06")
    written = (
        log.read_bytes().replace(b"entries:", b"# ghi ch\xc3\xba\nentries:   # c\xc3\xa1c m\xe1\xbb\xa5c") + b"\n# het"
    )
    log.write_bytes(written)
    assert kshc("note", "own", "x", *TODAY).status == 0
    added = log.read_bytes()[len(written) :]
    assert log.read_bytes().startswith(written)
    assert added.startswith(b"\n- {date: 2026-07-05, what: note, task: own, note: x, ")
    assert added.count(b"\n") == 2


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("schema: kshc-progress/1\r\nentries:\r\n", "- {date: 2026-07-05, what: note, task: own, note: x"),
        ("schema: kshc-progress/1\nentries:", "\n- {date: 2026-07-05, what: note"),
        (f"schema: kshc-progress/1\nentries:\n  {OLD}\n", "  - {date: 2026-07-05, what: note"),
        ("schema: kshc-progress/1\n# no list\n", "entries:\n- {date: 2026-07-05, what: note"),
        ("schema: kshc-progress/1\r\n", "entries:\r\n- {date: 2026-07-05, what: note"),
    ],
)
def test_the_layout_of_a_log_is_kept(kshc: Kshc, log: Path, text: str, added: str) -> None:
    log.write_bytes(text.encode())
    assert kshc("note", "own", "x", *TODAY).status == 0
    data = log.read_bytes().decode()
    assert data.startswith(text + added)
    assert data.endswith("\r\n" if "\r\n" in text else "\n")
    assert data.count("\r\n") in {0, data.count("\n")}


@pytest.mark.parametrize(
    "text", ["schema: kshc-progress/1\nentries: []\n", "entries:\n- {}\nschema: kshc-progress/1\n", "[1"]
)
def test_a_log_that_takes_no_line_at_its_end_is_left_alone(kshc: Kshc, log: Path, text: str) -> None:
    log.write_text(text, encoding="utf-8")
    result = kshc("note", "own", "x", *TODAY)
    assert result.status == 3
    assert "progress.yaml" in result.err
    assert log.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("done", "windov"), "No task has the id “windov”. Did you mean window?"),
        (("merge", "own", "--into", "no such", "--by", "QĐ"), "No task has the id “no such”"),
        (("note", "own", " "), "Empty words were given"),
        (("note", "own", "a\u200bb"), "holds a character that cannot be seen (U+200B)"),
        (("done", "own", "--doc", ""), "Empty words were given"),
        (("cancel", "own", "--by", ""), "Empty words were given"),
        (("done", "monthly", "--unit", "kinh-te", "--period", "\x1b[31m"), "cannot be seen"),
        (("done", "window", "--unit", "nobody"), "nobody"),
        (
            ("done", "window", "--unit", "cac-phong"),
            "These owe it: Phòng Kinh tế (kinh-te), Phòng Văn hóa (van-hoa), Trạm Y tế (y-te), Văn phòng (van-phong).",
        ),
        (("done", "window"), "window: 4 bodies owe this task: Phòng Kinh tế (kinh-te); "),
        (("done", "monthly", "--unit", "kinh-te"), "several occasions"),
        (("done", "monthly", "--unit", "kinh-te", "--period", "2026-13"), "no occasion “2026-13”"),
        (("done", "monthly", "--unit", "kinh-te", "--period", "2025-W53"), "no occasion “2025-W53”"),
        (("done", "window", "--all-units", "--on", "2026-01-31"), "It begins on 01/02/2026 only."),
        (("done", "window", "--all-units", "--on", "2026-07-06"), "06/07/2026 has not come yet"),
        (("done", "event", "--unit", "kinh-te"), "Record the event first"),
        (("event", "window"), "Task “window” does not wait for an event."),
        (("resume", "window"), "It is not suspended."),
        (("merge", "own", "--into", "own", "--by", "QĐ"), "cannot be merged into itself"),
        (("done", "window", "--all-units", "--on", "31/2/2026"), "31/2/2026"),
        (("done", "window", "--all-units", "--doc-date", "2026-02-30"), "2026-02-30"),
        (("done", "window", "--unit", "y-te", "--all-units"), "not both"),
        (("reassign", "own", "--to", "van-phong", "--by", "QĐ"), "It has the duty already."),
        (("reassign", "own", "--unit", "y-te", "--to", "van-phong", "--by", "QĐ"), "the one that takes it over does"),
        (("done", "monthly", "--unit", "kinh-te", "--period", "tháng 1-10"), "--period: month 1, month 2, month 3, "),
        (("extend", "own", "--due", "2020-01-01", "--by", "QĐ"), "lies before the day of the entry"),
        (("done", "two", "--period", "2026-03-31", "--on", "2025-06-30"), "It begins on 01/01/2026 only."),
        (("extend", "event", "--due", "2026-08-01", "--by", "QĐ"), "Record the event first"),
        (("undo",), "no entry that could be retracted"),
        (("undo", "zz"), "No entry has the id “zz”"),
        (("extend", "window", "--due", "2026-08-01"), "--by"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    kshc: Kshc, log: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = kshc(*arguments, *TODAY)
    assert result.status == 2
    assert said in result.err
    assert not log.exists()


def test_a_period_that_the_task_has_not_is_told_unless_one_entry_ended_all(kshc: Kshc, log: Path) -> None:
    wrong = ("--period", "2026-13", *TODAY)
    for task, ends in (("two", ("reassign", "--to", "kinh-te")), ("two", ("cancel",)), ("monthly", ("cancel",))):
        assert kshc(ends[0], task, *ends[1:], "--by", "QĐ", *TODAY).status == 0
        refused = kshc("done", task, *wrong)
        assert (refused.status, "The task has no occasion “2026-13”." in refused.err) == (2, task == "two")
    assert log.exists()


def test_done_twice_is_refused_for_one_body_and_for_all(kshc: Kshc, log: Path) -> None:
    assert kshc("done", "window", "--unit", "y-te", *TODAY).status == 0
    before = log.read_bytes()
    again = kshc("done", "window", "--unit", "y-te", *TODAY)
    (entry,) = re.findall(r"id: (\w+)}", before.decode())
    assert again.status == 2
    assert f"It is done since 05/07/2026 (entry {entry})." in again.err
    assert f"kshc undo {entry}" in again.err
    assert log.read_bytes() == before
    assert kshc("done", "window", "--all-units", *TODAY).status == 0
    assert kshc("done", "window", "--all-units", *TODAY).status == 2


def test_a_body_or_a_task_named_twice_is_recorded_once(kshc: Kshc, log: Path) -> None:
    result = kshc("done", "window", "window", "--unit", "y-te", "--unit", "Y-TE", "--unit", "y-te", *TODAY)
    assert (result.status, result.err.count("kshc undo")) == (0, 1), result
    assert log.read_text("utf-8").count("what: done") == 1


@pytest.mark.usefixtures("plan")
def test_an_entry_may_not_make_another_one_untrue(kshc: Kshc) -> None:
    assert kshc("done", "own", "--on", "2026-11-05", "--today", "2026-11-06").status == 0
    result = kshc("cancel", "own", "--by", "QĐ 3", "--on", "2026-11-01", "--today", "2026-11-06")
    assert result.status == 2
    assert "of it would be true: It was called off on 01/11/2026.\n" in result.err


@pytest.mark.parametrize(
    "period", ["2026-06", "6", "06", "T6", " 6", "06/2026", "6/2026", "2026-6", "30/6/2026", "2026-06-30"]
)
def test_a_period_is_named_in_several_ways(kshc: Kshc, log: Path, period: str) -> None:
    assert kshc("done", "monthly", "--unit", "kinh-te", "--period", period, *TODAY).status == 0
    assert 'period: "2026-06"' in last_line(log)


@pytest.mark.usefixtures("plan")
def test_events_extensions_and_changes_of_lead(kshc: Kshc) -> None:
    for arguments in (
        ("event", "event", "--on", "2026-07-01", "--due", "2026-07-04"),
        ("done", "event", "--unit", "kinh-te", "--on", "2026-07-02"),
        ("extend", "window", "--unit", "y-te", "--due", "2026-08-15", "--by", "QĐ số 45/QĐ-UBND"),
        ("reassign", "monthly", "--unit", "kinh-te", "--to", "tram y te", "--by", "QĐ số 46/QĐ-UBND"),
        ("suspend", "goes-on", "--by", "CV số 1/UBND"),
        ("cancel", "two", "--period", "2026-09-30", "--by", "QĐ số 47/QĐ-UBND"),
        ("merge", "open", "--into", "own", "--by", "QĐ số 48/QĐ-UBND"),
        ("done", "window", "--unit", "kinh-te", "--partly"),
    ):
        assert kshc(*arguments, *TODAY).status == 0, arguments
    assert standing(kshc, "event") == {("2026-07-01", "kinh-te"): "done", ("2026-07-01", "van-hoa"): "overdue"}
    assert standing(kshc, "window")[None, "y-te"] == "running"
    assert standing(kshc, "monthly")["2026-07", "y-te"] == "running"
    assert standing(kshc, "two") == {("2026-03-31", "van-phong"): "overdue", ("2026-09-30", "van-phong"): "cancelled"}
    assert standing(kshc, "open") == {(None, None): "merged"}
    assert kshc("validate").status == 0
    told = kshc("log").out
    assert "Phòng Kinh tế; to Trạm Y tế; by QĐ số 46/QĐ-UBND" in told
    entries = json.loads(kshc("log", "window", "--format", "json").out)["entries"]
    assert [one["what"] for one in entries] == ["extended", "partly_done"]


def test_a_task_can_be_begun_by_several_events(kshc: Kshc, log: Path) -> None:
    assert kshc("event", "event", "--on", "2026-07-01", *TODAY).status == 0
    assert kshc("event", "event", "--on", "2026-07-03", *TODAY).status == 0
    assert kshc("event", "event", "--on", "2026-07-03", *TODAY).status == 2
    assert kshc("done", "event", "--unit", "kinh-te", *TODAY).status == 2
    assert kshc("done", "event", "--unit", "kinh-te", "--period", "2026-07-03", *TODAY).status == 0
    assert kshc("merge", "event", "--into", "own", "--by", "QĐ 1", *TODAY).status == 0
    assert standing(kshc, "event")["2026-07-01", "kinh-te"] == "merged"
    assert len(log.read_text("utf-8").splitlines()) == 4 + 4


def test_words_are_composed_and_line_breaks_kept(kshc: Kshc, log: Path) -> None:
    words = "ha\u0300ng mo\u0323t\nhai: # ba"
    assert kshc("note", "own", words, *TODAY).status == 0
    assert kshc("validate").status == 0
    (entry,) = json.loads(kshc("log", "--format", "json").out)["entries"]
    assert entry["note"] == "hàng mọt\nhai: # ba"
    assert '"hàng mọt\\nhai: # ba"' in last_line(log)


def test_the_log_is_shown_in_all_formats(kshc: Kshc, log: Path) -> None:
    assert "has no entries about that yet" in kshc("log").err
    kshc("done", "own", "--on", "2026-11-05", "--doc", "9/BC", "--doc-date", "2026-11-04", "--today", "2026-11-06")
    kshc("undo", "--today", "2026-11-07")
    rows = kshc("log", "--format", "csv", "--keys").out.splitlines()
    number = rows[1].partition(",")[0]
    assert rows[1] == f"{number},2026-11-05,done,own,,,,,,9/BC,2026-11-04,,,,,,2026-11-06,true"
    assert rows[2].endswith(f",2026-11-07,retracted,,,,,,,,,,,{number},,,2026-11-07,false")
    assert (
        "| 05/11/2026 | own | Tổng kết | done (retracted) | 9/BC, 04/11/2026; entered on 06/11/2026 |"
        in kshc("log", "own", "--format", "markdown").out
    )
    assert log.exists()


def test_tables_are_drawn_with_standing(kshc: Kshc, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kshc("done", "window", "--unit", "y-te", "--on", "2026-06-01", *TODAY)
    kshc("extend", "window", "--unit", "kinh-te", "--due", "2026-08-01", "--by", "QĐ", *TODAY)
    kshc("done", "window", "--unit", "van-hoa", "--partly", *TODAY)
    kshc("reassign", "own", "--to", "y-te", "--by", "QĐ", *TODAY)
    kshc("merge", "two", "--into", "own", "--by", "QĐ", *TODAY)
    monkeypatch.setenv("COLUMNS", "80")
    late = kshc("overdue", "--agency", "y-te", "--as-of", "2026-07-05", "--color", "always").out
    assert late == ""
    everybody = kshc("overdue", "--as-of", "2026-07-05", "--color", "always").out
    assert "owed by Phòng Văn" in everybody
    assert "Takes part" not in everybody
    assert max(map(len, re.sub(r"\x1b\[[\d;]*m", "", everybody).splitlines())) <= 80
    monkeypatch.setenv("COLUMNS", "140")
    assert "Takes part" in kshc("due", "--month", "6", "--agency", "y-te", "--color", "always").out
    shown = kshc("show", "window", *TODAY).out
    assert "running, 27 days left; last day moved to 01/08/2026: Phòng Kinh tế" in shown
    assert "5 days late; a part done 05/07/2026: Phòng Văn hóa" in shown
    assert "done 01/06/2026: Trạm Y tế" in shown
    assert "Văn phòng: reassigned; now with Trạm Y tế" in kshc("show", "own", *TODAY).out
    kshc("event", "limit", "--on", "2026-06-22", *TODAY)
    assert "22/06/2026: due soon, 1 day left; last day 06/07/2026: Văn phòng" in kshc("show", "limit", *TODAY).out
    assert "Văn phòng: merged; with task own" in kshc("show", "two", *TODAY).out
    assert log.exists()


def test_status_on_a_terminal(kshc: Kshc, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    text = kshc("status", "--color", "always", *TODAY).out
    assert "Nothing is recorded yet" in text
    assert "\x1b[1;31mLate: 4 tasks, 9 times\x1b[0m" in text
    kshc("extend", "window", "--unit", "kinh-te", "--due", "2026-07-08", "--by", "QĐ", *TODAY)
    text = kshc("status", "--agency", "kinh-te", *TODAY).out
    assert text.splitlines()[1] == "Phòng Kinh tế"
    assert "08/07/2026 (3 days left)" in text
    assert "1 due soon" in text
    assert log.exists()


def test_undo_retracts_and_can_be_undone(kshc: Kshc, log: Path) -> None:
    kshc("done", "own", "--on", "2026-11-05", "--today", "2026-11-06")
    before = log.read_text("utf-8")
    assert kshc("undo", "--today", "2026-11-07").status == 0
    assert log.read_text("utf-8").startswith(before)
    assert standing(kshc, "own", "--as-of", "2026-11-08") == {(None, "van-phong"): "running"}
    retraction = last_line(log).rpartition("id: ")[2].rstrip("}")
    assert kshc("undo", retraction, "--today", "2026-11-07").status == 0
    assert standing(kshc, "own", "--as-of", "2026-11-08") == {(None, "van-phong"): "done"}
    assert "done (retracted)" not in kshc("log").out
    assert "retraction (retracted)" in kshc("log").out


def test_a_dry_run_shows_the_line_and_writes_nothing(kshc: Kshc, log: Path) -> None:
    result = kshc("-v", "done", "window", "--unit", "y-te", "--dry-run", *TODAY)
    assert "- {date: 2026-07-05, what: done, task: window, unit: y-te, " in result.err
    said = kshc("done", "window", "--unit", "y-te", "--dry-run", *TODAY)
    assert said.err.startswith("This would be recorded: window ")
    assert "{date" not in said.err + said.out
    assert not log.exists()
    assert kshc("done", "windov", "--dry-run", *TODAY).status == 2


def test_who_enters_comes_from_the_environment(kshc: Kshc, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KSHC_WHO", "Trần Thị Lan")
    kshc("note", "own", "x", *TODAY)
    assert "who: Trần Thị Lan" in last_line(log)


@pytest.mark.usefixtures("plan")
def test_answers_take_the_log_in(kshc: Kshc) -> None:
    kshc("done", "window", "--unit", "y-te", "--on", "2026-06-01", *TODAY)
    kshc("extend", "window", "--unit", "van-phong", "--due", "2026-07-09", "--by", "QĐ", *TODAY)
    kshc("done", "monthly", "--all-units", "--period", "6", "--on", "2026-07-01", *TODAY)
    late = json.loads(kshc("overdue", "--format", "json", *TODAY).out)["tasks"]
    assert [(one["id"], one["due"]) for one in late if one["id"] in {"window", "monthly"}][-1] == (
        "window",
        "2026-06-30",
    )
    assert {one["occurrence"] for one in late if one["id"] == "monthly"} == {f"2026-0{month}" for month in range(1, 6)}
    window = next(one for one in late if one["id"] == "window")["standing"]
    assert window == {
        "status": "overdue",
        "done": 1,
        "total": 3,
        "days": -5,
        "owing": ["kinh-te", "van-hoa"],
        "partly_on": None,
    }
    soon = json.loads(kshc("due", "--month", "7", "--status", "due_soon", "--format", "json", *TODAY).out)["tasks"]
    assert [(one["id"], one["due"], one["standing"]["owing"]) for one in soon] == [
        ("window", "2026-07-09", ["van-phong"])
    ]
    done = json.loads(kshc("due", "--month", "6", "--status", "done", "--format", "json", *TODAY).out)["tasks"]
    assert {one["id"] for one in done} == {"window", "monthly"}
    assert kshc("overdue", "--fail", *TODAY).status == 1
    assert kshc("overdue", "--fail", "--agency", "y-te", *TODAY).status == 0
    own = json.loads(kshc("list", "--agency", "y-te", "--status", "done", "--format", "json", *TODAY).out)["tasks"]
    assert [one["id"] for one in own] == ["window"]


@pytest.mark.usefixtures("plan")
def test_the_offices_own_day_is_told_and_nothing_is_late_by_it(kshc: Kshc) -> None:
    kshc("note", "own", "x", "--today", "2026-11-01")
    result = kshc("due", "--month", "11", "--today", "2026-11-12")
    assert "Past the office's own day: own." in result.err
    assert "own" not in {row.split("\t")[1] for row in kshc("overdue", "--today", "2026-11-12").out.splitlines()}


@pytest.mark.usefixtures("plan")
def test_status_is_one_screen_and_one_object(kshc: Kshc) -> None:
    kshc("done", "window", "--unit", "y-te", "--on", "2026-06-01", *TODAY)
    text = kshc("status", *TODAY).out
    assert "1 of 33 duties done (3%)" in text.splitlines()[1]
    assert "30/06/2026 (5 days late)" in text
    answer = json.loads(kshc("status", "--format", "json", *TODAY).out)
    assert answer["total"] == sum(one["total"] for one in answer["agencies"]) == 33
    assert answer["done"] == sum(one["done"] for one in answer["sections"]) == 1
    assert [one["id"] for one in answer["late"]].count("monthly") == 6
    own = json.loads(kshc("status", "--agency", "y-te", "--format", "json", *TODAY).out)
    assert (own["done"], own["total"], own["counts"]) == (1, 1, {"done": 1, "continuous": 1})
    early = json.loads(kshc("status", "--as-of", "2026-06-25", "--format", "json", *TODAY).out)
    days = {key: [(one["id"], one["due"], one["occurrence"]) for one in early[key]] for key in ("due_soon", "late")}
    assert days["due_soon"] == [("window", "2026-06-30", None), ("monthly", "2026-06-30", "2026-06")]
    assert days["late"][0] == ("monthly", "2026-01-31", "2026-01")
    past = json.loads(kshc("status", "--as-of", "2026-03-01", "--format", "json", *TODAY).out)
    assert past["done"] == 0


def test_due_soon_is_settable(kshc: Kshc, plan: Path) -> None:
    plan.write_text(
        plan.read_text("utf-8").replace("plan:\n  subject", "due_soon: [30, 10]\nplan:\n  subject"), "utf-8"
    )
    answer = json.loads(kshc("show", "window", "--format", "json", "--today", "2026-06-10").out)
    assert {(one["status"], one["days"], one["due_within"]) for one in answer["duties"]} == {("due_soon", 20, 30)}


def test_a_body_that_took_over_finds_its_duties(kshc: Kshc, log: Path) -> None:
    assert kshc("reassign", "two", "--to", "y-te", "--by", "QĐ 7", "--on", "2026-01-10", *TODAY).status == 0
    late = json.loads(kshc("overdue", "--agency", "y-te", "--format", "json", *TODAY).out)["tasks"]
    assert [(one["id"], one["taken_over"]) for one in late if one["id"] == "two"] == [("two", True)]
    assert kshc("overdue", "--agency", "y-te", "--fail", *TODAY).status == 1
    assert "two" in [one["id"] for one in json.loads(kshc("list", "--agency", "y-te", "--format", "json").out)["tasks"]]
    assert "took it over" in kshc("due", "--month", "3", "--agency", "y-te", *TODAY).out
    own = json.loads(kshc("status", "--agency", "y-te", "--format", "json", *TODAY).out)
    assert own["counts"] == {"overdue": 2, "running": 1, "continuous": 1}
    assert json.loads(kshc("overdue", "--agency", "y-te", "--role", "coop", "--format", "json").out)["tasks"] == []
    assert log.exists()


def test_what_had_no_day_falls_due_once_it_is_given_one(kshc: Kshc, log: Path) -> None:
    assert kshc("extend", "open", "--due", "2026-06-01", "--by", "QĐ 7", "--on", "2026-05-01", *TODAY).status == 0
    found = json.loads(kshc("due", "--month", "6", "--format", "json", *TODAY).out)["tasks"]
    assert ("open", "2026-06-01") in [(one["id"], one["due"]) for one in found]
    late = json.loads(kshc("overdue", "--format", "json", *TODAY).out)["tasks"]
    assert "open" in {one["id"] for one in late}
    assert log.exists()


def test_undo_refuses_an_id_of_several_entries(kshc: Kshc, log: Path) -> None:
    kshc("note", "own", "x", *TODAY)
    first = last_line(log)
    entry = first.rpartition("id: ")[2].rstrip("}")
    twin = first.replace("note: x", "note: y")
    log.write_text(f"{log.read_text('utf-8')}{twin}\n", encoding="utf-8")
    before = log.read_bytes()
    for wish in ((), (entry,)):
        refused = kshc("undo", *wish, *TODAY)
        assert refused.status == 2
        assert f"Several entries have the id “{entry}”." in refused.err
        assert log.read_bytes() == before
    log.write_bytes(before.replace(twin.encode(), first.encode()))  # twice the same, as after a merge
    assert kshc("undo", entry, *TODAY).status == 0


@pytest.mark.parametrize("circle", ["a", "ab", "abc"])
def test_undo_refuses_a_retraction_of_itself(kshc: Kshc, log: Path, circle: str) -> None:
    lines = [
        f"- {{date: 2026-07-01, what: retracted, entry: {entry}, entered: 2026-07-01, id: {one}}}\n"
        for one, entry in zip(circle, circle[1:] + circle[0], strict=True)
    ]
    log.write_text(f"schema: kshc-progress/1\nentries:\n{''.join(lines)}", encoding="utf-8")
    before = log.read_bytes()
    result = kshc("undo", "a", *TODAY)
    assert (result.status, log.read_bytes()) == (2, before)
    assert "The entry “a” retracts itself, perhaps by way of others, and never counted. Delete its line" in result.err
    found = json.loads(kshc("validate", "--format", "json").out)["files"][1]["findings"]
    assert [one["rule"] for one in found] == ["unknown-entry"] * len(circle)


def test_undo_goes_on_after_undo(kshc: Kshc, log: Path) -> None:
    kshc("done", "own", "--on", "2026-11-05", "--today", "2026-11-06")
    done = last_line(log).rpartition("id: ")[2].rstrip("}")
    for number in range(3):
        assert kshc("undo", done, "--today", "2026-11-07").status == 0, number
        retraction = last_line(log).rpartition("id: ")[2].rstrip("}")
        assert kshc("undo", done, "--today", "2026-11-07").status == 2
        assert kshc("undo", retraction, "--today", "2026-11-07").status == 0
    assert kshc("validate").status == 0
    assert standing(kshc, "own", "--as-of", "2026-11-08") == {(None, "van-phong"): "done"}


def test_what_is_brought_back_may_not_contradict_the_rest(kshc: Kshc, log: Path) -> None:
    kshc("done", "two", "--period", "2026-03-31", "--on", "2026-03-20", *TODAY)
    kshc("undo", *TODAY)
    retraction = last_line(log).rpartition("id: ")[2].rstrip("}")
    kshc("done", "two", "--period", "31/03/2026", "--on", "2026-03-10", *TODAY)
    before = log.read_bytes()
    assert kshc("undo", retraction, *TODAY).status == 2
    assert log.read_bytes() == before


def test_the_same_line_twice_is_one_entry(kshc: Kshc, log: Path) -> None:
    kshc("done", "own", "--on", "2026-11-05", "--today", "2026-11-06")
    log.write_text(log.read_text("utf-8") + last_line(log) + "\n", encoding="utf-8")
    assert kshc("validate").status == 0


def test_an_event_of_a_cancelled_task_is_refused(kshc: Kshc, log: Path) -> None:
    assert kshc("event", "event", "--on", "2026-02-01", *TODAY).status == 0
    assert kshc("cancel", "event", "--by", "QĐ 7", "--on", "2026-02-10", *TODAY).status == 0
    assert "period" not in last_line(log)
    assert kshc("event", "event", "--on", "2026-03-01", *TODAY).status == 2


def test_an_entry_that_another_one_hangs_on_is_named(kshc: Kshc, log: Path) -> None:
    kshc("event", "limit", "--on", "2026-06-01", *TODAY)
    event = last_line(log).rpartition("id: ")[2].rstrip("}")
    kshc("done", "limit", "--on", "2026-06-09", *TODAY)
    result = kshc("undo", event, *TODAY)
    assert result.status == 2
    assert "It contradicts what stands recorded: limit: done on 09/06/2026;" in result.err


def test_entries_of_several_lines_do_not_lead_the_writer_astray(kshc: Kshc, log: Path) -> None:
    entry = "  - date: 2026-07-01\n    what: note\n    task: own\n    note: |-\n      một\n      - hai\n"
    log.write_text(f"schema: kshc-progress/1\nentries:\n{entry}    entered: 2026-07-01\n    id: a\n", encoding="utf-8")
    assert kshc("note", "own", "x\ty", *TODAY).status == 0
    assert last_line(log).startswith("  - {date: 2026-07-05, what: note, task: own, note: x y, ")
    assert kshc("validate").status == 0


@pytest.mark.parametrize("text", ["", "# Chưa có gì\n", "\n\n"])
def test_a_log_without_anything_is_begun(kshc: Kshc, log: Path, text: str) -> None:
    log.write_text(text, encoding="utf-8")
    assert kshc("status", *TODAY).status == 0
    assert kshc("validate").status == 0
    assert kshc("note", "own", "x", *TODAY).status == 0
    assert log.read_text("utf-8").startswith(text)
    assert kshc("validate").status == 0


def test_errors_in_the_log_are_told_with_every_answer(kshc: Kshc, plan: Path, log: Path) -> None:
    kshc("done", "own", "--on", "2026-11-05", "--today", "2026-11-06")
    plan.write_text(plan.read_text("utf-8").replace("id: own", "id: owned"), encoding="utf-8")
    assert "progress.yaml has errors; run `kshc validate`." in kshc("list").err
    assert "done" in kshc("log", "own").out
    assert kshc("log", "nobody").status == 2
    assert log.exists()


def test_a_log_that_cannot_be_read_hides_nothing_of_the_plan(kshc: Kshc, plan: Path, log: Path) -> None:
    plan.write_text(plan.read_text("utf-8").replace("open: true", "opne: true"), encoding="utf-8")
    log.mkdir()
    result = kshc("validate")
    assert result.status == 3
    assert "1 file, " in result.err


def test_a_retraction_of_a_retraction_is_shown_with_its_task(kshc: Kshc, log: Path) -> None:
    kshc("done", "own", "--on", "2026-11-05", "--today", "2026-11-06")
    kshc("undo", "--today", "2026-11-07")
    kshc("undo", last_line(log).rpartition("id: ")[2].rstrip("}"), "--today", "2026-11-07")
    kshc("note", "two", "x", "--today", "2026-11-07")
    entries = json.loads(kshc("log", "own", "--format", "json").out)["entries"]
    assert [(one["what"], one["retracted"]) for one in entries] == [
        ("done", False),
        ("retracted", True),
        ("retracted", False),
    ]


def test_two_people_who_each_add_an_entry_merge(kshc: Kshc, plan: Path) -> None:
    def git(*arguments: str) -> subprocess.CompletedProcess[str]:
        named = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        return subprocess.run(("git", *named, *arguments), cwd=plan.parent, capture_output=True, text=True, check=False)

    git("init", "-q", "-b", "main")
    plan.with_name(".gitattributes").write_text("progress*.yaml merge=union\n", encoding="utf-8")
    kshc("note", "own", "trước", *TODAY)
    git("add", ".")
    git("commit", "-qm", "first")
    git("switch", "-qc", "other")
    kshc("done", "window", "--unit", "y-te", *TODAY)
    git("commit", "-qam", "theirs")
    git("switch", "-q", "main")
    kshc("done", "window", "--unit", "kinh-te", *TODAY)
    git("commit", "-qam", "ours")
    assert git("merge", "-q", "other").returncode == 0
    assert kshc("validate").status == 0
    found = standing(kshc, "window")
    assert [found[None, unit] for unit in ("kinh-te", "van-hoa", "y-te")] == ["done_late", "overdue", "done_late"]


def test_a_conflict_in_the_log_stops_every_question_with_its_place(kshc: Kshc, log: Path) -> None:
    log.write_text("schema: kshc-progress/1\nentries:\n<<<<<<< HEAD\n=======\n>>>>>>> x\n", encoding="utf-8")
    result = kshc("overdue", *TODAY)
    assert result.status == 3
    assert "progress.yaml:3:1: error" in result.err


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_log_behind_a_link_stays_behind_it(kshc: Kshc, log: Path, tmp_path: Path) -> None:
    real = tmp_path / "shared" / "log.yaml"
    real.parent.mkdir()
    real.write_text("schema: kshc-progress/1\nentries:\n", encoding="utf-8")
    log.symlink_to(real)
    assert kshc("note", "own", "x", *TODAY).status == 0
    assert log.is_symlink()
    assert "note: x" in last_line(real)


@pytest.mark.parametrize(
    "command",
    [
        ("done", "window", "--unit", "y-te"),
        ("event", "event", "--on", "2026-02-01"),
        ("extend", "own", "--due", "2026-12-31", "--by", "QĐ 7"),
        ("reassign", "own", "--to", "y-te", "--by", "QĐ 7"),
        ("suspend", "two", "--by", "QĐ 7"),
        ("resume", "monthly", "--by", "QĐ 8"),
        ("merge", "two", "--into", "own", "--by", "QĐ 7"),
        ("cancel", "event", "--by", "QĐ 7"),
        ("note", "own", "đã gọi"),
        ("undo",),
    ],
    ids=lambda command: command[0],
)
def test_every_record_is_written_unless_it_is_a_dry_run(kshc: Kshc, log: Path, command: tuple[str, ...]) -> None:
    assert kshc("suspend", "monthly", "--by", "QĐ 6", "--on", "2026-07-01", *TODAY).status == 0
    before = log.read_text("utf-8")
    assert kshc(*command, "--dry-run", *TODAY).status == 0
    assert log.read_text("utf-8") == before
    assert kshc(*command, *TODAY).status == 0
    assert len(log.read_text("utf-8").splitlines()) == len(before.splitlines()) + 1


@pytest.mark.usefixtures("plan")
def test_a_last_day_before_the_entry_names_both_days_and_the_option(
    kshc: Kshc, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("extend", "window", "--due", "10/6/2026", "--by", "QĐ 45", "--dry-run", *TODAY)
    refused = kshc(*asked)
    assert refused.status == 2
    assert "The last day 10/06/2026 lies before the day of the entry, 05/07/2026." in refused.err
    assert "--on" in refused.err
    monkeypatch.setenv("KSHC_LANG", "vi")
    assert "Hạn 10/06/2026 sớm hơn ngày ghi nhận (05/07/2026)." in kshc(*asked).err
    monkeypatch.setenv("KSHC_LANG", "en")
    assert kshc(*asked, "--on", "1/6/2026").status == 0


def test_a_hand_over_that_the_amended_plan_says_itself_is_only_a_warning(kshc: Kshc, log: Path) -> None:
    assert kshc("reassign", "monthly", "--unit", "kinh-te", "--to", "y-te", "--by", "QĐ", *TODAY).status == 0
    assert kshc("reassign", "own", "--to", "y-te", "--by", "QĐ", *TODAY).status == 0
    plan = log.with_name("plan.yaml")
    words = plan.read_text(encoding="utf-8")
    for task, old, new in (("own", "Văn phòng", "Trạm Y tế"), ("monthly", "Các phòng", "Phòng Văn hóa; Trạm Y tế")):
        line = next(one for one in words.splitlines() if f"id: {task}," in one)
        words = words.replace(line, line.replace(f"lead: {old}", f"lead: {new}"))
    plan.write_text(words, encoding="utf-8")
    answer = kshc("validate")
    assert answer.status == 0
    assert answer.out.count("[given-already]") == 2
    assert answer.out.count("leave it: it changes nothing") == 2


def test_what_an_earlier_body_did_counts_where_the_amended_plan_names_the_one_that_took_over(
    kshc: Kshc, log: Path
) -> None:
    own = ("own", "--unit", "van-phong", "--due", "2026-12-20")
    assert kshc("done", "monthly", "--unit", "kinh-te", "--period", "2026-05", "--on", "2026-05-30", *TODAY).status == 0
    assert kshc("extend", *own, "--by", "QĐ", *TODAY).status == 0
    assert kshc("reassign", "monthly", "--unit", "kinh-te", "--to", "y-te", "--by", "QĐ", *TODAY).status == 0
    assert kshc("reassign", "own", "--to", "y-te", "--by", "QĐ", *TODAY).status == 0
    plan = log.with_name("plan.yaml")
    words = plan.read_text(encoding="utf-8")
    for task, old, new in (("own", "Văn phòng", "Trạm Y tế"), ("monthly", "Các phòng", "Phòng Văn hóa; Trạm Y tế")):
        line = next(one for one in words.splitlines() if f"id: {task}," in one)
        words = words.replace(line, line.replace(f"lead: {old}", f"lead: {new}"))
    plan.write_text(words, encoding="utf-8")
    answer = kshc("validate")
    assert answer.status == 0
    assert "[unknown-unit]" not in answer.out
    late = json.loads(kshc("overdue", "--agency", "y-te", "--format", "json", *TODAY).out)["tasks"]
    assert "2026-05" not in [one["occurrence"] for one in late if one["id"] == "monthly"]
    text = log.read_text("utf-8")
    log.write_text("".join(line for line in text.splitlines(keepends=True) if "reassigned" not in line), "utf-8")
    answer = kshc("validate")
    assert answer.out.count("[unknown-unit]") == 2
    assert "record the hand-over: kshc reassign own --unit van-phong." in answer.out
    assert kshc("reassign", "own", "--unit", "van-phong", "--to", "y-te", "--by", "QĐ", *TODAY).status == 0
    assert kshc("validate").out.count("[unknown-unit]") == 1


def test_an_entry_goes_on_to_count_along_a_chain_of_hand_overs(kshc: Kshc, log: Path) -> None:
    own = ("own", "--due", "2026-12-20")
    steps = (("van-phong", "y-te"), ("y-te", "van-hoa"), ("van-hoa", "y-te"), ("y-te", "kinh-te"))
    assert kshc("extend", *own, "--by", "QĐ", "--on", "2026-05-01", *TODAY).status == 0
    for day, (old, new) in enumerate(steps, 2):
        on = ("--by", "QĐ", "--on", f"2026-05-{day:02}", *TODAY)
        assert kshc("reassign", "own", "--unit", old, "--to", new, *on).status == 0
    text = log.read_text("utf-8").replace("extended, task: own,", "extended, task: own, unit: van-phong,")
    log.write_text(text, "utf-8")
    plan = log.with_name("plan.yaml")
    words = plan.read_text(encoding="utf-8")
    line = next(one for one in words.splitlines() if "id: own," in one)
    plan.write_text(words.replace(line, line.replace("lead: Văn phòng", "lead: Phòng Kinh tế")), encoding="utf-8")
    answer = kshc("validate")
    assert (answer.status, "progress" in answer.out.replace("progress.yaml: no findings", "")) == (0, False)
    assert "20/12/2026" in kshc("show", "own", *TODAY).out
    last = text.splitlines(keepends=True)[-1]
    log.write_text(text.replace(last, ""), "utf-8")
    answer = kshc("validate")
    assert "record the hand-over: kshc reassign own --unit y-te." in answer.out
    assert "reassign own --unit van-phong." not in answer.out
