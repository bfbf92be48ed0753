"""Answers of many plans in one: whose each row is, and what could not answer."""

import csv
import io
import json
import marshal
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kshc_cli.desk.answering import answer_of
from kshc_cli.desk.checking import CheckQuestion
from kshc_cli.desk.days import Today
from kshc_cli.desk.entries import LogQuestion
from kshc_cli.desk.pages import ShowQuestion, StatusQuestion
from kshc_cli.desk.question import Asked, Form, Question
from kshc_cli.desk.registry import AgenciesQuestion, UnreadBodiesQuestion
from kshc_cli.desk.summary import SummaryQuestion
from kshc_cli.desk.tasks import DueQuestion, ListQuestion, OverdueQuestion, RecurringQuestion
from tests.conftest import EXAMPLES, Kshc
from tests.fleet.conftest import Office

TODAY = ("--today", "2026-04-02")


@pytest.fixture(autouse=True)
def _here(offices: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(offices)


def test_a_table_has_a_column_for_the_office(kshc: Kshc) -> None:
    head, *lines = kshc("list", "--plan", ".", *TODAY).out.splitlines()
    assert head.split("\t") == ["Office", "ID", "Content", "Lead", "Time", "Standing"]
    assert {line.split("\t")[0] for line in lines} == {f"Ủy ban nhân dân xã {name}" for name in ("An", "Bình", "Chi")}
    done = next(line for line in lines if "xã Bình\t1.1.1" in line)
    assert done.split("\t")[-1].startswith("done")
    blank = next(line for line in lines if "xã An\t1.1.1" in line)
    assert blank.endswith("\t")  # nothing is told of how a plan stands that has no log


def test_markdown_too(kshc: Kshc) -> None:
    assert kshc("list", "--plan", ".", "--format", "markdown", *TODAY).out.startswith("| Office | ID |")


def test_days_of_all_offices_stand_in_order(kshc: Kshc) -> None:
    said = kshc("due", "--plan", ".", "--from", "1/1", "--to", "31/12", "--format", "json", *TODAY)
    tasks = json.loads(said.out)["tasks"]
    days = [(task["due"], Path(task["plan"]).parent.name) for task in tasks]
    assert days == sorted(days)
    assert {name for _day, name in days} == {"An", "Bình", "Chi"}
    rows = list(
        csv.DictReader(
            io.StringIO(kshc("due", "--plan", ".", "--from", "1/1", "--to", "31/12", "-f", "csv", *TODAY).out)
        )
    )
    assert [(row["due"], Path(row["plan"]).parent.name) for row in rows] == days
    assert {row["office"] for row in rows} == {f"Ủy ban nhân dân xã {name}" for name in ("An", "Bình", "Chi")}


def test_json_holds_what_each_plan_answers_by_itself(kshc: Kshc) -> None:
    joint = json.loads(kshc("list", "--plan", ".", "--format", "json", *TODAY).out)
    assert joint["schema"] == "kshc.fleet-tasks/1"
    assert joint["broken"] == []
    for plan in joint["plans"]:
        own = json.loads(kshc("list", "--plan", plan["file"], "--format", "json", *TODAY).out)
        assert [task for task in joint["tasks"] if task["plan"] == plan["file"]] == [
            {"plan": plan["file"], **task} for task in own["tasks"]
        ]
        assert plan == {
            "file": plan["file"], "office": own["plan"]["issuer"], **own["plan"], "as_of": own["as_of"],
            "without_date": own["without_date"],
        }  # fmt: skip


@pytest.mark.parametrize(
    ("command", "items"),
    [
        (("log",), "entries"),
        (("agencies",), "agencies"),
        (("recurring",), "tasks"),
        (("overdue",), "tasks"),
        (("agencies", "--unread"), "proposals"),
    ],
)
def test_lists_say_of_which_plan_each_item_is(kshc: Kshc, command: tuple[str, ...], items: str) -> None:
    told = json.loads(kshc(*command, "--plan", ".", "--format", "json", *TODAY).out)
    assert all(Path(one["plan"]).name == "plan.yaml" for one in told[items])
    assert len(told["plans"]) == 3


@pytest.mark.parametrize("command", [("status",), ("show", "1.1.1")])
def test_pages_stand_behind_each_other(kshc: Kshc, command: tuple[str, ...]) -> None:
    own = [kshc(*command, "--plan", f"{name}/plan.yaml", *TODAY).out for name in ("An", "Bình", "Chi")]
    heads = [f"== Ủy ban nhân dân xã {name}\n" for name in ("An", "Bình", "Chi")]
    assert kshc(*command, "--plan", ".", *TODAY).out == "\n".join(map("".join, zip(heads, own, strict=True)))
    told = json.loads(kshc(*command, "--plan", ".", "--format", "json", *TODAY).out)
    assert [Path(plan["file"]).parent.name for plan in told["plans"]] == ["An", "Bình", "Chi"]


def test_offices_with_several_plans_go_by_year_or_file(kshc: Kshc, office: Office) -> None:
    office("An/plan-2025.yaml", year=2025)
    office("x/plan.yaml", called="Chi")
    lines = kshc("fleet", *TODAY).out.splitlines()
    names = [line.split("\t")[0].removeprefix("Ủy ban nhân dân xã ") for line in lines[1:-1]]
    assert names == ["An (2025)", "An (2026)", "Bình", "Chi (Chi/plan.yaml)", "Chi (x/plan.yaml)"]


def test_notes_say_whose_they_are_and_alike_ones_once(kshc: Kshc) -> None:
    err = kshc("due", "--plan", ".", "--from", "1/1", "--to", "31/12", *TODAY).err
    notes = [line for line in err.splitlines() if line.startswith("Ủy ban")]
    assert len(notes) == len({note.partition(": ")[2] for note in notes}) > 0
    who = ", ".join(f"Ủy ban nhân dân xã {name}" for name in ("An", "Bình", "Chi"))
    assert any(note.startswith(f"{who}: → the working day") for note in notes)
    assert len(re.findall(r"A date can be computed for (the|all) \d+ tasks? looked at\.", err)) == 1


def test_a_body_is_looked_for_in_each_plan(kshc: Kshc, offices: Path) -> None:
    path = offices / "An" / "plan.yaml"
    path.write_text(path.read_text("utf-8").replace("Phòng Kinh tế", "Phòng Tài chính"), "utf-8")
    said = kshc("list", "--plan", ".", "--agency", "phòng tài chính", "-f", "json", *TODAY)
    assert said.status == 0
    assert {Path(task["plan"]).parent.name for task in json.loads(said.out)["tasks"]} == {"An"}
    nobody = kshc("list", "--plan", ".", "--agency", "Bộ Ngoại giao", *TODAY)
    assert (nobody.status, nobody.out) == (2, "")
    assert nobody.err == kshc("list", "--plan", "An/plan.yaml", "--agency", "Bộ Ngoại giao", *TODAY).err


def test_a_body_that_is_not_clear_in_one_plan_is_said(kshc: Kshc, offices: Path) -> None:
    path = offices / "An" / "plan.yaml"
    path.write_text(path.read_text("utf-8").replace("name: Văn phòng HĐND và UBND", "name: Phòng Văn hóa mới"), "utf-8")
    said = kshc("list", "--plan", ".", "--agency", "phòng văn", *TODAY)
    assert said.status == 1
    assert "Error: An/plan.yaml: " in said.err
    assert "Ủy ban nhân dân xã Bình\t" in said.out


def test_a_task_is_shown_of_all_plans_that_have_it(kshc: Kshc, offices: Path) -> None:
    path = offices / "Chi" / "plan.yaml"
    path.write_text(path.read_text("utf-8").replace("id: 1.1.1", "id: 9.9.9"), "utf-8")
    said = kshc("show", "9.9.9", "--plan", ".", *TODAY)
    assert said.status == 0
    assert said.out.startswith("== Ủy ban nhân dân xã Chi\n")
    assert said.out.count("== ") == 1
    assert kshc("show", "8.8.8", "--plan", ".").status == 2


@pytest.fixture
def broken(offices: Path) -> Path:
    """Add a plan in a wrong form, one that is gone and a log in a wrong form."""
    (offices / "Dương").mkdir()
    (offices / "Dương" / "plan.yaml").write_text("year: 2026\n", "utf-8")
    (offices / "gone.txt").write_text("An\nBình\nChi\nDương\nEm/plan.yaml\n", "utf-8")
    (offices / "Chi" / "progress.yaml").write_text("entries: [\n", "utf-8")
    return offices


@pytest.mark.parametrize(
    "command",
    [
        ("list",),
        ("due", "--month", "3"),
        ("overdue",),
        ("recurring",),
        ("status",),
        ("show", "1.1.1"),
        ("log",),
        ("fleet",),
    ],
)
@pytest.mark.usefixtures("broken")
def test_what_is_broken_is_said_and_the_others_answer(kshc: Kshc, command: tuple[str, ...]) -> None:
    said = kshc(*command, "--plan", "@gone.txt", *TODAY)
    assert said.status == 1
    errors = [line.split(": ")[1] for line in said.err.splitlines() if line.startswith("Error: ")]
    assert errors == ["Chi/progress.yaml:1:10", "Dương/plan.yaml:1:1", "Em/plan.yaml"]
    assert "and 3 more findings" in said.err
    assert "xã Bình" in said.out
    if command[0] not in {"log", "fleet"}:
        assert "xã An" in said.out
        told = json.loads(kshc(*command, "--plan", "@gone.txt", "--format", "json", *TODAY).out)
        assert [one["file"] for one in told["broken"]] == ["Chi/plan.yaml", "Dương/plan.yaml", "Em/plan.yaml"]


@pytest.mark.parametrize("command", [("list",), ("status",), ("fleet",), ("overdue", "--fail")])
@pytest.mark.parametrize("named", ["Dương", "Dương/plan.yaml", "Chi", "Em/plan.yaml"])
@pytest.mark.usefixtures("broken")
def test_where_none_is_left_to_answer_the_status_is_that_of_one_file(
    kshc: Kshc, command: tuple[str, ...], named: str
) -> None:
    said = kshc(*command, "--plan", named, *TODAY)
    assert (said.status, named in said.err) == (3, True)
    assert kshc(*command, "--plan", named, "--plan", "An", *TODAY).status == 1


@pytest.mark.usefixtures("broken")
def test_agencies_do_not_need_the_log(kshc: Kshc) -> None:
    assert "xã Chi" in kshc("agencies", "--plan", ".").out


@pytest.mark.usefixtures("broken")
def test_validate_goes_through_all_and_ends_with_1(kshc: Kshc) -> None:
    said = kshc("validate", "--plan", "@gone.txt", "--format", "json")
    assert said.status == 1
    assert "Em/plan.yaml: there is no such file" in said.err
    files = {one["file"]: one["errors"] for one in json.loads(said.out)["files"]}
    assert files == {
        "An/plan.yaml": 0, "Bình/plan.yaml": 0, "Bình/progress.yaml": 0, "Chi/plan.yaml": 0, "Chi/progress.yaml": 1,
        "Dương/plan.yaml": 4,
    }  # fmt: skip
    assert kshc("validate", "@gone.txt", "--format", "json") == said
    assert kshc("validate", "An", "Bình").status == 0
    assert kshc("validate", "An/plan.yaml", "Em/plan.yaml").status == 3  # files that are named are asked as before


def test_the_summary_adds_up(kshc: Kshc) -> None:
    told = json.loads(kshc("fleet", "--format", "json", *TODAY).out)
    assert told["schema"] == "kshc.fleet/1"
    names = ("tasks", "without_date", "illegible", "unread", "duties", "done", "overdue", "due_soon")
    assert told["total"] == {name: sum(plan[name] for plan in told["plans"]) for name in names}
    for plan in told["plans"]:
        own = json.loads(kshc("status", "--plan", plan["file"], "--format", "json", *TODAY).out)
        assert (plan["duties"], plan["done"]) == (own["total"], own["done"])
        assert plan["overdue"] == own["counts"].get("overdue", 0)
        listed = json.loads(kshc("list", "--plan", plan["file"], "--format", "json", *TODAY).out)
        assert plan["tasks"] == len(listed["tasks"])
        assert plan["without_date"] == sum(listed["without_date"].values())
        words = [[one["words"] for one in task["unread"]] for task in listed["tasks"]]
        assert plan["illegible"] == sum(any("[?]" in one for one in task) for task in words)
        assert plan["unread"] == sum(any("[?]" not in one for one in task) for task in words)
    lines = kshc("fleet", *TODAY).out.splitlines()
    shown = [name for name in names if name != "illegible"]
    assert lines[-1].split("\t") == ["3 plans", *(str(told["total"][name]) for name in shown)]
    markdown = kshc("fleet", "--format", "markdown", *TODAY).out.splitlines()
    assert markdown[-1] == f"| {' | '.join(lines[-1].split(chr(9)))} |"
    rows = list(csv.DictReader(io.StringIO(kshc("fleet", "--format", "csv", *TODAY).out)))
    assert [row["plan"] for row in rows] == ["An/plan.yaml", "Bình/plan.yaml", "Chi/plan.yaml"]
    assert [int(row["duties"]) for row in rows] == [plan["duties"] for plan in told["plans"]]


def test_the_summary_of_nothing_that_answers(kshc: Kshc, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / "plan.yaml").write_text("x", "utf-8")
    said = kshc("fleet", "none", "--format", "csv")
    assert said.status == 3
    assert said.out.splitlines()[1].startswith(",none/plan.yaml,")


def test_eighty_columns(kshc: Kshc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for command in (("fleet",), ("list", "--plan", "."), ("due", "--month", "3", "--plan", ".", "-a", "Văn phòng")):
        said = kshc(*command, "--color", "always", *TODAY).out
        plain = [line.replace("\x1b[1m", "").replace("\x1b[0m", "") for line in said.splitlines()]
        assert any("Office" in line for line in plain[:3])
        assert max(map(len, plain)) <= 95  # with colours inside


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("columns", ["60", "80"])
def test_the_fleet_shows_a_line_for_each_plan(
    kshc: Kshc, monkeypatch: pytest.MonkeyPatch, columns: str, language: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("KSHC_LANG", language)
    told = kshc("fleet", "--color", "always", *TODAY).out
    lines = re.sub(r"\x1b\[[\d;]*m", "", told).splitlines()
    assert max(map(len, lines)) <= int(columns)
    rows = lines[next(n for n, line in enumerate(lines) if line.startswith("───")) + 1 :]
    assert [row.partition("  ")[0].split()[-1] for row in rows[:3]] == ["An", "Bình", "Chi"]
    assert len(rows) == 4


ASKED = Asked(Today(date(2026, 4, 2)), "vi")
QUESTIONS: list[Callable[[Asked], Question]] = [
    ListQuestion, DueQuestion, OverdueQuestion, RecurringQuestion, StatusQuestion, LogQuestion, AgenciesQuestion,
    UnreadBodiesQuestion, CheckQuestion, SummaryQuestion, lambda asked: ShowQuestion(asked, "1.1.1"),
]  # fmt: skip


@pytest.mark.parametrize("output", ["table", "json", "csv", "markdown", "text"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_answers_are_plain_values(question: Callable[[Asked], Question], output: str) -> None:
    plan = (EXAMPLES / "sound.yaml").read_bytes()
    for data in (plan, plan.replace(b"year: 2026", b"year: 2025"), b"x: [", b""):
        answer = answer_of(data, None, question(ASKED._replace(form=Form(output))))
        assert marshal.loads(marshal.dumps(dict(answer))) == answer  # noqa: S302  our own


@pytest.mark.skipif(os.name != "posix", reason="a terminal of POSIX")
@pytest.mark.parametrize(
    ("count", "options", "bar"), [(23, (), ""), (24, (), "24/24"), (25, (), "25/25"), (25, ("-q",), "")]
)
def test_a_bar_shows_how_far_many_plans_are_where_somebody_waits(
    office: Office, tmp_path: Path, count: int, options: tuple[str, ...], bar: str
) -> None:
    plans = [f"--plan={office(f'{number}/plan.yaml')}" for number in range(count)]
    ours, its = os.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "kshc_cli", *options, "list", *plans], stdout=subprocess.PIPE, stderr=its, cwd=tmp_path,
        check=False, env=os.environ | {"KSHC_CACHE": "0", "COLUMNS": "80", "TERM": "xterm"},
    )  # fmt: skip
    os.write(its, b"end")
    shown = b""
    while not shown.endswith(b"end"):
        shown += os.read(ours, 65536)
    os.close(ours)
    os.close(its)
    assert done.returncode == 0
    assert bar.encode() in shown
    assert bool(bar) == (b"/" in shown), shown
