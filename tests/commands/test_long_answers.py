"""What a screen shows of many tasks, bodies and occasions: the most pressing, with a count of the others."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT, Kshc
from tests.tracking.logs import FOLLOWED

TODAY = ("--today", "2026-07-05")
TASKS = "        - tasks:\n"


def task(name: str, lead: str, time: str) -> str:
    return f"            - {{id: {name}, number: null, content: Báo cáo, lead: {lead}, time: {time}}}\n"


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "plan.yaml"


def with_tasks(plan: Path, *tasks: str, bodies: int = 0) -> None:
    text = FOLLOWED.read_text(encoding="utf-8")
    head = text[: text.index(TASKS) + len(TASKS)]
    known = "".join(f"  - {{id: ap-{number}, name: Ấp {number}}}\n" for number in range(1, bodies + 1))
    plan.write_text(head.replace("agencies:\n", f"agencies:\n{known}") + "".join(tasks), encoding="utf-8")


def test_status_shows_8_tasks_and_15_bodies_within_120_columns(kshc: Kshc, plan: Path) -> None:
    late = (task(f"late-{number}", f"Ấp {number}", "Trong tháng 3 năm 2026") for number in range(1, 18))
    with_tasks(plan, *late, bodies=17)
    plan.write_text(plan.read_text(encoding="utf-8").replace("Báo cáo,", f"{'Báo cáo ' * 20},"), encoding="utf-8")
    lines = kshc("status", *TODAY).out.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  late-")] == [f"late-{at}" for at in range(1, 9)]
    assert "  … and 9 more tasks" in lines
    assert sum("0/1" in line for line in lines) == 15
    assert lines[-1] == "  … and 2 more"
    assert max(map(len, lines)) in range(113, 121)
    with_tasks(plan, *(task(f"late-{number}", f"Ấp {number}", "Trong tháng 3") for number in range(1, 9)), bodies=8)
    assert "more" not in kshc("status", *TODAY).out


def test_a_glance_shows_3_tasks(kshc: Kshc, plan: Path) -> None:
    for late, more in ((5, ["  … and 2 more tasks"]), (3, [])):
        with_tasks(plan, *(task(f"late-{at}", "Ấp 1", "Trong tháng 3 năm 2026") for at in range(1, late + 1)), bodies=1)
        lines = kshc(*TODAY).out.splitlines()
        assert [line.split()[0] for line in lines if line.startswith("  late-")] == ["late-1", "late-2", "late-3"]
        assert [line for line in lines if "more" in line] == more


def test_a_bar_has_12_columns_as_full_as_duties_are_done_or_late(kshc: Kshc, plan: Path) -> None:
    months = (task(f"t-{month}", "Văn phòng", f"Trong tháng {month} năm 2026") for month in range(1, 13))
    with_tasks(plan, *months)
    for month in (1, 2, 3):
        assert kshc("done", f"t-{month}", "--on", f"2026-0{month}-20", *TODAY).status == 0
    assert f"  {'█' * 3}{'▒' * 3}{'·' * 6}  3/12  3 late" in kshc("status", *TODAY).out


@pytest.mark.parametrize(
    ("time", "shown"), [("Hằng tháng", 12), ("Hằng tuần từ ngày 01/10/2026 đến ngày 31/12/2026", 6), ("Hằng tuần", 6)]
)
def test_show_tells_a_year_of_months_and_of_more_those_around_today(
    kshc: Kshc, plan: Path, time: str, shown: int
) -> None:
    with_tasks(plan, task("often", "Văn phòng", time))
    assert kshc("note", "often", "đã gọi", *TODAY).status == 0
    text = kshc("show", "often", *TODAY).out
    assert len(re.findall(r"(?m)^(?:Due)? +[A-Z][a-z]{2} \d", text)) == shown
    stands = r"\): (?:\d+ days? late|not begun|due soon|running)|(?m:^(?:Standing)? +month)"
    assert len(re.findall(stands, text)) == shown


def test_a_cell_names_three_bodies_that_owe(kshc: Kshc, plan: Path) -> None:
    with_tasks(plan, task("all", "Ấp 1; Ấp 2; Ấp 3; Ấp 4; Ấp 5", "Trong tháng 3 năm 2026"), bodies=5)
    assert "owed by Ấp 1, Ấp 2, Ấp 3 and 2 more" in kshc("status", *TODAY).out
    with_tasks(plan, task("all", "Ấp 1; Ấp 2; Ấp 3", "Trong tháng 3 năm 2026"), bodies=3)
    assert "owed by Ấp 1, Ấp 2, Ấp 3\n" in kshc("status", *TODAY).out


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("columns", [40, 48, 59, 60, 76])
def test_status_keeps_within_a_narrow_terminal(
    kshc: Kshc, monkeypatch: pytest.MonkeyPatch, columns: int, language: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("KSHC_LANG", language)
    told = kshc("--plan", ROOT / "plan.yaml", "--today", "2024-06-20", "--color", "always", "status").out
    lines = re.sub(r"\x1b\[[\d;]*m", "", told).splitlines()
    assert max(map(len, lines)) <= columns
    assert any("▒" in line for line in lines) == (columns >= 60)
    piped = kshc("--plan", ROOT / "plan.yaml", "--today", "2024-06-20", "status")
    assert piped.out.splitlines() == lines
    talk = kshc("--plan", ROOT / "plan.yaml", "--today", "2024-06-20", "due", "--month", "6").err
    assert "\n" in talk.rstrip()
    assert max(map(len, talk.splitlines())) <= columns
    monkeypatch.delenv("COLUMNS")
    assert max(map(len, kshc("--plan", ROOT / "plan.yaml", "--today", "2024-06-20", "status").out.splitlines())) > 76


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("columns", [40, 48, 60, 68, 80])
def test_bars_leave_room_for_large_numbers(
    kshc: Kshc, plan: Path, monkeypatch: pytest.MonkeyPatch, columns: int, language: str
) -> None:
    often, soon = '"Ngày 01, 02, 03, 04, 05, 06, 07, 08, 09 hằng tháng"', "Trước ngày 31/3/2026"
    with_tasks(plan, *(task(f"t{n}", "Ấp 1", often if n < 20 else soon) for n in range(60)), bodies=1)
    plan.write_text(plan.read_text("utf-8").replace("Ấp 1", "Phòng Văn hóa và Thông tin thành phố"), "utf-8")
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("KSHC_LANG", language)
    told = kshc("--color", "always", "status", "--today", "2026-03-28").out
    lines = re.sub(r"\x1b\[[\d;]*m", "", told).splitlines()
    assert max(map(len, lines)) <= columns
    assert re.search(r" 0/2120  (quá hạn 460|460 late)  (sắp đến hạn 60|60 due soon)$", lines[-1])
