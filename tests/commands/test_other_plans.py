"""Plans of another make: issued without a decision, with columns of their own, with sections that have no heading."""

import json
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES, Kshc

COLUMN = "    - {role: time, header: Thời gian, width: 14}\n"
TIME = "                  time: Trong tháng 3 năm 2026\n"
SECOND = "    - heading: II. TỔ CHỨC THỰC HIỆN\n      paragraphs:\n"


@pytest.fixture
def other_plan(tmp_path: Path) -> Path:
    text = (EXAMPLES / "rules" / "reference-line" / "needless.yaml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines(keepends=True) if "# <- here" not in line]
    changed = "".join(lines)
    for old, new in (
        (COLUMN, f"{COLUMN}    - {{role: other, key: kinh-phi, header: Kinh phí, width: 10}}\n"),
        (TIME, f"{TIME}                  others:\n                    kinh-phi: Năm triệu [?]\n"),
        (SECOND, "    - paragraphs:\n"),
    ):
        assert changed.count(old) == 1
        changed = changed.replace(old, new)
    path = tmp_path / "plan.yaml"
    path.write_text(changed, encoding="utf-8")
    return path


def test_it_is_valid(kshc: Kshc, other_plan: Path) -> None:
    assert kshc("validate", other_plan).status == 0


def test_list_names_its_own_number_and_other_words(kshc: Kshc, other_plan: Path) -> None:
    answer = json.loads(kshc("list", "--plan", other_plan, "--search", "nam trieu", "--format", "json").out)
    assert (answer["plan"]["number"], answer["plan"]["symbol"], answer["plan"]["date"]) == (
        "07",
        "KH-UBND",
        "2026-01-12",
    )
    assert [(task["id"], task["others"]) for task in answer["tasks"]] == [("1.1.1", {"kinh-phi": "Năm triệu [?]"})]


def test_what_has_no_heading_stands_under_the_last_one(kshc: Kshc, other_plan: Path) -> None:
    answer = json.loads(kshc("list", "--plan", other_plan, "--section", "I", "--format", "json").out)
    assert [task["id"] for task in answer["tasks"]] == ["1.1.1", "1.1.2", "II.1"]
    assert {task["section"] for task in answer["tasks"]} == {"I. NỘI DUNG"}


def test_show_names_the_column(kshc: Kshc, other_plan: Path) -> None:
    lines = kshc("show", "1.1.1", "--plan", other_plan).out.splitlines()
    assert [line.split(maxsplit=2) for line in lines if "Kinh phí" in line] == [["Kinh", "phí", "Năm triệu [?]"]]


def test_a_final_document_refuses_gaps_in_other_words(kshc: Kshc, other_plan: Path) -> None:
    result = kshc("render", "docx", "--final", "--plan", other_plan)
    assert result.status == 1
    place = next(n for n, line in enumerate(other_plan.read_text("utf-8").splitlines(), 1) if "kinh-phi: Năm" in line)
    assert f"{other_plan}:{place}:" in result.out


def test_a_time_is_held_against_its_own_day_of_issue(kshc: Kshc, other_plan: Path) -> None:
    text = other_plan.read_text(encoding="utf-8")
    other_plan.write_text(text.replace("Trong tháng 3 năm 2026", "Trước ngày 10/01/2026"), encoding="utf-8")
    found = json.loads(kshc("validate", other_plan, "--format", "json").out)["files"][0]["findings"]
    assert [finding["rule"] for finding in found] == ["due-before-decision"]


@pytest.mark.parametrize("name", ["&", "và", "- -", ","])
def test_a_body_whose_name_has_no_words_stops_nothing(kshc: Kshc, tmp_path: Path, name: str) -> None:
    plan = tmp_path / "plan.yaml"
    sound = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")
    known = f'agencies:\n  - id: nameless\n    name: "{name}"\n'
    plan.write_text(
        sound.replace("agencies:\n", known).replace("lead: Văn phòng\n", "lead: Chi cục Thú y\n"), encoding="utf-8"
    )
    result = kshc("validate", plan)
    assert "Chi cục Thú y" in result.out
    assert result.status in {0, 1}
