"""One cell may say who leads and who cooperates; every command goes by what it says."""

import json
from pathlib import Path

import pytest
from docx import Document
from docx.table import Table

from tests.conftest import EXAMPLES, Kshc

SOUND = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")
WORDS = "Văn phòng\n                  coop: Các phòng chuyên môn\n"
CELLS = (
    '"Chủ trì: Văn phòng / Phối hợp: Phòng Kinh tế"',
    "Văn phòng (chủ trì), Phòng Kinh tế (phối hợp)",
    "Văn phòng chủ trì, phối hợp với Phòng Kinh tế",
    "|-\n                    - Cơ quan phối hợp: Phòng Kinh tế\n                    - Cơ quan chủ trì: Văn phòng",
)


@pytest.fixture(params=CELLS)
def plan(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A plan whose first task says both in the lead's column."""
    assert WORDS in SOUND
    path = tmp_path / "plan.yaml"
    path.write_text(SOUND.replace(WORDS, f"{request.param}\n", 1), encoding="utf-8")
    return path


def test_lists_go_by_the_words(kshc: Kshc, plan: Path) -> None:
    (task, *_rest) = json.loads(kshc("list", "--plan", plan, "--format", "json").out)["tasks"]
    assert (task["lead_agencies"], task["coop_agencies"], task["coop"]) == (["van-phong"], ["kinh-te"], None)
    assert task["unread"] == []
    for role, ids in (("lead", set()), ("coop", {"1.1.1"}), ("any", {"1.1.1"})):
        answer = kshc("list", "--plan", plan, "--agency", "kinh-te", "--role", role, "--format", "json").out
        assert {one["id"] for one in json.loads(answer)["tasks"] if one["via"] is None} & {"1.1.1"} == ids


def test_only_who_leads_owes(kshc: Kshc, plan: Path) -> None:
    shown = json.loads(kshc("show", "1.1.1", "--plan", plan, "--format", "json", "--as-of", "2026-12-31").out)
    assert [duty["unit"] for duty in shown["duties"]] == ["van-phong"]
    late = json.loads(kshc("overdue", "--plan", plan, "--as-of", "2026-12-31", "--format", "json").out)["tasks"]
    assert [one["lead_agencies"] for one in late if one["id"] == "1.1.1"] == [["van-phong"]]


def test_an_extract_puts_the_task_under_the_role(kshc: Kshc, plan: Path, tmp_path: Path) -> None:
    titles = {}
    for agency in ("van-phong", "kinh-te"):
        out = tmp_path / f"{agency}.docx"
        assert kshc("render", "extract", "--agency", agency, "--plan", plan, "--out", out).status == 0
        tables = Document(str(out)).tables
        titles[agency] = [table.rows[0].cells[3].text for table in tables if "1.1.1" in _words(table)]
    assert titles == {"van-phong": ["Phối hợp"], "kinh-te": ["Chủ trì"]}
    assert kshc("validate", plan).status == 0


def _words(table: Table) -> str:
    return " ".join(cell.text for row in table.rows for cell in row.cells)
