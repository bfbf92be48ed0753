"""What answers say when something was given on twice, extended, suspended, or is not what it was taken for."""

import re
from pathlib import Path

import pytest

from kshc_cli.messages import use_language
from tests.conftest import Kshc

TODAY = ("--today", "2024-07-02")
OFFICE, JUSTICE, HOME = "Văn phòng HĐND&UBND Thành phố", "Phòng Tư pháp Thành phố", "Phòng Nội vụ Thành phố"


@pytest.fixture(autouse=True)
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plan_file: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KSHC_WHO", raising=False)
    path = tmp_path / "plan.yaml"
    path.write_bytes(plan_file.read_bytes())
    return path


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]


def given_on_twice(kshc: Kshc) -> list[str]:
    to = ("tư pháp", "nội vụ")
    return [kshc("reassign", "1.2.2", "--to", body, "--by", "CV 1", *TODAY).err for body in to]


@pytest.mark.parametrize("command", [("show", "1.1"), ("list",), ("done", "1.2.2"), ("render", "docx")])
def test_a_log_in_place_of_a_plan_is_called_one(kshc: Kshc, command: tuple[str, ...]) -> None:
    Path("log.yaml").write_text("schema: kshc-progress/1\nentries: []\n", "utf-8")
    said = kshc("--plan", "log.yaml", *command)
    assert said.status in {2, 3}
    assert "This is a progress log of kshc, not a plan." in said.err
    assert said.err.count("log.yaml:") == 1


def test_what_comes_back_on_unknown_days_is_called_alike_and_its_remedy_fits(kshc: Kshc, plan: Path) -> None:
    words = plan.read_text("utf-8")
    assert words.count("time: Trong tháng 6 năm 2024\n") > 0
    plan.write_text(words.replace("time: Trong tháng 6 năm 2024\n", "time: Hai tuần một lần\n", 1), "utf-8")
    term = "comes back, on which days is not said"
    assert term in kshc("recurring").out
    assert term in kshc("read", "Hai tuần một lần").out
    assert term in kshc("show", "1.2.2").out
    assert "rrule: FREQ=WEEKLY;INTERVAL=2, start: …" in kshc("validate", "plan.yaml").out
