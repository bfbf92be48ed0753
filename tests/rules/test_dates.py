"""The rules about dates judge by the last day in time, and grow no faster than the lists that they look at."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import EXAMPLES, Kshc

CELL = "time: Trong tháng 3 năm 2026"


def findings(kshc: Kshc, folder: Path, *, cell: str = CELL, calendar: str = "") -> list[Any]:
    text = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")
    assert text.count(CELL) == text.count("\nplan:\n") == 1
    text = text.replace(CELL, cell).replace("\nplan:\n", f"\ncalendar: {{{calendar}}}\nplan:\n")
    path = folder / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    found: list[Any] = json.loads(kshc("validate", path, "--format", "json").out)["files"][0]["findings"]
    return found


@pytest.mark.parametrize(
    ("words", "inclusive", "exclusive"),
    [
        ("Trước ngày 01/01/2027", ["date-outside-year"], []),
        ("Trước ngày 01/01/2026", ["due-before-decision"], ["date-outside-year"]),
        ("Trước ngày 12/01/2026", [], ["due-before-decision"]),
        ("Chậm nhất ngày 12/01/2026", [], []),
    ],
)
def test_the_last_day_in_time_is_judged(
    kshc: Kshc, tmp_path: Path, words: str, inclusive: list[str], exclusive: list[str]
) -> None:
    for policy, rules in (("inclusive", inclusive), ("exclusive", exclusive)):
        found = findings(kshc, tmp_path, cell=f"time: {words}", calendar=f"before: {policy}")
        assert [finding["rule"] for finding in found] == rules


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("time: Trong tháng 3 năm 2026", 0),
        ("time: Trước ngày 30/5/2026", 0),
        ("time: Trước ngày 31/5/2026 và khi có yêu cầu", 0),
        ("time: Thường xuyên", 0),
        ("time: Trước ngày 29/5/2026", 1),
        ("time: Trước ngày 30/9/2026 và trước ngày 29/5/2026", 1),
    ],
)
def test_the_offices_day_may_be_the_day_that_counts_and_not_a_later_one(
    kshc: Kshc, tmp_path: Path, cell: str, found: int
) -> None:
    work_by = "2026-05-30" if "tháng 3" not in cell else "2026-03-31"
    result = findings(kshc, tmp_path, cell=f"{cell}\n                  work_by: {work_by}")
    assert [finding["rule"] for finding in result] == ["work-by-after-due"] * found


def test_the_offices_day_is_compared_with_the_moved_day(kshc: Kshc, tmp_path: Path) -> None:
    cell = "time: Chậm nhất ngày 31/5/2026\n                  work_by: 2026-06-01"
    assert len(findings(kshc, tmp_path, cell=cell)) == 1
    assert findings(kshc, tmp_path, cell=cell, calendar="on_day_off: next_working_day") == []


def test_a_calendar_has_no_more_days_than_a_year(kshc: Kshc, tmp_path: Path) -> None:
    days = ", ".join(f"2026-{1 + number % 12:02}-{1 + number % 28:02}" for number in range(401))
    (finding,) = findings(kshc, tmp_path, calendar=f"days_off: [{days}]")
    assert (finding["message"], finding["remedy"]) == ("The list is too long.", "Write at most 400 items.")


def test_a_day_in_both_lists_names_its_first_place_in_the_other(kshc: Kshc, tmp_path: Path) -> None:
    both = "days_off: [2026-05-09, 2026-06-06, 2026-06-06], worked_days: [2026-06-06]"
    found = {finding["rule"]: finding for finding in findings(kshc, tmp_path, calendar=both)}
    assert found["doubtful-calendar"]["path"] == ["calendar", "days_off", 2]
    contradiction = found["contradicting-calendar"]
    line = f"calendar: {{{both}}}"
    assert contradiction["path"] == ["calendar", "worked_days", 0]
    assert [place["column"] for place in contradiction["also"]] == [line.index("2026-06-06") + 1]
