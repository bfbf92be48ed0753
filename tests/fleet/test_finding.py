"""What ``--plan`` and KSHC_PLAN may name: files, folders, patterns, lists."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from tests.conftest import Kshc
from tests.fleet.conftest import Office


def files(kshc: Kshc, *arguments: str | Path) -> list[str]:
    result = kshc("list", "--format", "json", *arguments)
    assert result.status == 0, result.err
    return [Path(plan["file"]).as_posix() for plan in json.loads(result.out)["plans"]]


@pytest.fixture(autouse=True)
def _here(offices: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(offices)


ALL = ["An/plan.yaml", "Bình/plan.yaml", "Chi/plan.yaml"]


@pytest.mark.parametrize(
    "named",
    [
        (".",),
        ("**/plan.yaml",),
        ("*/plan.yaml",),
        ("**",),
        ("*",),
        ("*/*.yaml",),  # the log beside a plan is no plan
        ("Chi", "An/plan.yaml", "B*/"),
        ("./An/plan.yaml", "An/../An/plan.yaml", "Chi/plan.yaml", "Bình", "*"),
    ],
)
def test_folders_patterns_and_files_each_plan_once_and_in_order(kshc: Kshc, named: tuple[str, ...]) -> None:
    assert [
        name.replace("An/../", "") for name in files(kshc, *(word for one in named for word in ("--plan", one)))
    ] == ALL


def test_absolute_patterns(kshc: Kshc, offices: Path) -> None:
    assert files(kshc, "--plan", f"{offices}/**/plan.yaml") == [f"{offices.as_posix()}/{name}" for name in ALL]


def test_plans_of_other_years_and_no_other_files(kshc: Kshc, office: Office) -> None:
    office("An/plan-2025.yaml", year=2025)
    office("An/planning.yaml")
    assert files(kshc, "--plan", "An") == ["An/plan-2025.yaml", "An/plan.yaml"]


@pytest.mark.parametrize("named", [".", "*", "*/plan.yaml", "**/plan.yaml", "Đông/p*.yaml", "[Đ]ông/plan.yaml"])
def test_a_link_that_leads_nowhere_is_missed_by_no_pattern(kshc: Kshc, offices: Path, named: str) -> None:
    (offices / "Đông").mkdir()
    (offices / "Đông" / "plan.yaml").symlink_to("gone")
    result = kshc("list", "--plan", named)
    answers = 3 if "ông" in named else 1  # 3 where no other plan is named that can answer
    assert (result.status, f"{Path('Đông/plan.yaml')}: this link leads to gone" in result.err) == (answers, True), (
        result
    )


@pytest.mark.parametrize(
    "named", [".", "Đông", "*", "*/plan*.yaml", "**/plan*.yaml", "Đông/plan{}.yaml", "Đông/p*.yaml"]
)
@pytest.mark.parametrize("name", ["plan.yaml", "plan-2025.yaml"])
@pytest.mark.parametrize("command", [("validate",), ("fleet",), ("list", "--plan")], ids=" ".join)
def test_a_folder_that_is_called_like_a_plan_is_told(
    kshc: Kshc, offices: Path, command: tuple[str, ...], name: str, named: str
) -> None:
    (offices / "Đông" / name).mkdir(parents=True)
    named = named.format(name.removeprefix("plan").removesuffix(".yaml"))
    result = kshc(*command, named)
    answers = 3 if named.endswith(name) or ("ông" in named and command != ("validate",)) else 1
    assert (result.status, f"{Path('Đông', name)}: this is a folder, not a file" in result.err) == (answers, True), (
        result
    )


def test_a_folder_in_the_place_of_a_plan_hides_no_plan_below(kshc: Kshc, office: Office) -> None:
    office("Đông/plan.yaml/2025/plan.yaml")
    result = kshc("list", "--plan", "Đông", "--format", "json")
    assert [Path(plan["file"]).as_posix() for plan in json.loads(result.out)["plans"]] == [
        "Đông/plan.yaml/2025/plan.yaml"
    ]
    assert result.status == 1


def test_hidden_folders_and_links_in_a_circle_are_passed_by(kshc: Kshc, office: Office, offices: Path) -> None:
    office(".git/plan.yaml")
    (offices / "An" / "round").symlink_to(offices)
    assert files(kshc, "--plan", ".") == files(kshc, "--plan", "**/plan.yaml") == ALL
    assert files(kshc, "--plan", ".g*/plan.yaml") == [".git/plan.yaml"]
    (offices / "again").symlink_to(offices / "An")
    assert files(kshc, "--plan", "*/plan.yaml") == ALL


def test_lists(kshc: Kshc, offices: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lists = offices / "lists"
    lists.mkdir()
    (lists / "all.txt").write_text(
        f"\ufeff# the offices\n\n../Chi/plan.yaml\n  {offices}/An  \n../B*/plan.yaml\n", "utf-8"
    )
    assert [name[-len("Chi/plan.yaml") :].strip("/") for name in files(kshc, "--plan", "@lists/all.txt")] != []
    assert len(files(kshc, "--plan", "@lists/all.txt", "--plan", ".")) == 3
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"An/plan.yaml\nChi\n")))
    assert files(kshc, "--plan", "@-") == ["An/plan.yaml", "Chi/plan.yaml"]


@pytest.mark.parametrize("name", ["[An]", "@An", "An*"])
def test_a_file_that_is_called_like_a_pattern_or_list_is_a_file(kshc: Kshc, office: Office, name: str) -> None:
    office(name)
    assert "plans" not in json.loads(kshc("list", "--format", "json", "--plan", name).out)


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("An/x*.yaml", "An/x*.yaml"),
        ("empty", "empty"),
        ("@none.txt", "@none.txt"),
        ("@bad.txt", "nowhere*"),
        ("a**/b", "a**/b"),
    ],
)
def test_what_names_no_plan_is_said(kshc: Kshc, offices: Path, named: str, told: str) -> None:
    (offices / "empty").mkdir()
    (offices / "none.txt").write_text("# nothing\n")
    (offices / "bad.txt").write_text("An\nnowhere*\n")
    result = kshc("list", "--plan", "An/plan.yaml", "--plan", named)
    assert (result.status, result.out) == (2, "")
    assert f"“{told}”" in result.err


def test_a_list_that_is_not_there(kshc: Kshc) -> None:
    assert kshc("list", "--plan", "@gone.txt").status == 3


def test_one_file_named_twice_is_one_plan(kshc: Kshc) -> None:
    once = kshc("list", "--plan", "An/plan.yaml")
    assert kshc("list", "--plan", "An/plan.yaml", "--plan", "./An/plan.yaml") == once


def test_plans_behind_the_command_replace_those_before_it(kshc: Kshc) -> None:
    own = kshc("list", "--plan", "An/plan.yaml")
    assert kshc("--plan", "Chi/plan.yaml", "list", "--plan", "An/plan.yaml") == own
    assert len(files(kshc, "--plan", "Chi/plan.yaml", "--plan", "An/plan.yaml")) == 2


def test_the_environment_may_name_several(kshc: Kshc, monkeypatch: pytest.MonkeyPatch, office: Office) -> None:
    monkeypatch.setenv("KSHC_PLAN", os.pathsep.join(("An/plan.yaml", "Chi")))
    assert files(kshc) == ["An/plan.yaml", "Chi/plan.yaml"]
    if os.name == "posix":
        office("a:b")
        monkeypatch.setenv("KSHC_PLAN", "a:b")
        assert kshc("list").out == kshc("list", "--plan", "a:b").out


@pytest.mark.parametrize(
    "command",
    [("done", "1.1.1"), ("note", "1.1.1", "x"), ("undo",), ("fix",), ("render", "docx"), ("read", "hằng tháng"), ()],
)
def test_commands_that_work_on_one_plan_refuse_more(kshc: Kshc, command: tuple[str, ...], offices: Path) -> None:
    before = sorted(offices.rglob("*"))
    result = kshc("--plan", ".", *command)
    assert result.status == 2
    assert "one plan, and 3 are named" in result.err
    assert sorted(offices.rglob("*")) == before


def test_a_folder_with_one_plan_can_be_recorded_in(kshc: Kshc, offices: Path) -> None:
    assert kshc("--plan", "An", "--today", "2026-04-01", "note", "1.1.1", "x").status == 0
    assert (offices / "An" / "progress.yaml").exists()


@pytest.mark.parametrize("named", ["", "@", "@list.txt", "@-"])
def test_what_names_no_plan_is_refused(kshc: Kshc, monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    Path("list.txt").write_text("@list.txt\n", "utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"@x\n")))
    result = kshc("fleet", named)
    assert result.status == 2
    assert ("names no plan" if named else "Nothing stands there") in result.err
