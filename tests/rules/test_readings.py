"""What may be stated beside words that come back."""

from pathlib import Path

import pytest

from tests.conftest import Kshc
from tests.tracking.logs import FOLLOWED

TASKS = "        - tasks:\n"
TIME = '{{text: "{words}", reading: [{reading}]}}'
QUARTERS, HALVES = "FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY;INTERVAL=6"


def rules(*rrules: str) -> str:
    return ", ".join(f'{{kind: recurring, rrule: "{rrule}"}}' for rrule in rrules)


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "plan.yaml"


def state(plan: Path, words: str, reading: str) -> None:
    text = FOLLOWED.read_text("utf-8")
    time = TIME.format(words=words, reading=reading)
    task = f"            - {{id: r, number: null, content: Báo cáo, lead: Văn phòng, time: {time}}}\n"
    plan.write_text(text[: text.index(TASKS) + len(TASKS)] + task, "utf-8")


@pytest.mark.parametrize(
    ("words", "reading", "contradicts"),
    [
        ("Định kỳ hằng quý, 6 tháng, năm", rules("FREQ=YEARLY;BYMONTH=3,6,9,12"), False),
        ("Định kỳ hằng quý, 6 tháng, năm", rules(QUARTERS), False),
        ("Định kỳ 6 tháng, năm", rules(HALVES), False),
        ("Định kỳ hằng quý, 6 tháng, năm", rules(HALVES), True),
        ("Định kỳ hằng quý, 6 tháng, năm", rules("FREQ=MONTHLY"), True),
        ("Định kỳ 6 tháng, năm và đột xuất", rules(HALVES), True),
        ("Định kỳ 6 tháng, năm và đột xuất", f"{rules(HALVES)}, {{kind: on_event}}", False),
        ("Trong tháng 6 năm 2026", rules("FREQ=YEARLY;BYMONTH=6"), True),
    ],
)
def test_what_comes_back_may_be_stated_otherwise_if_on_the_same_days(
    kshc: Kshc, plan: Path, words: str, reading: str, *, contradicts: bool
) -> None:
    state(plan, words, reading)
    assert ("[contradicting-reading]" in kshc("validate").out) == contradicts


def test_one_report_on_a_day_where_several_periods_end(kshc: Kshc, plan: Path) -> None:
    state(plan, "Định kỳ hằng quý, 6 tháng, năm", rules("FREQ=YEARLY;BYMONTH=3,6,9,12"))
    late = kshc("overdue", "--today", "2027-01-15").out.splitlines()[1:]
    assert [line.split()[1] for line in late] == ["31/03/2026", "30/06/2026", "30/09/2026", "31/12/2026"]
    assert kshc("done", "r", "--period", "31/12", "--on", "31/12/2026", "--today", "2027-01-15").status == 0
    assert "31/12/2026" not in kshc("overdue", "--today", "2027-01-15").out
