"""Which occasion is meant by a period of the calendar: the only one that lies in it, its first and last day too."""

from pathlib import Path

import pytest

from tests.commands.test_who_owes import PLAN
from tests.conftest import Kshc

TIMES = "Ngày 01/4/2026; ngày 30/6/2026; ngày 30/9/2026; ngày 01/12/2026"


@pytest.fixture(autouse=True)
def _plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = PLAN.replace("time: Trước ngày 30/6/2026", f"time: {TIMES}")
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("tháng 4", "2026-04-01"),
        ("tháng 6", "2026-06-30"),
        ("quý III", "2026-09-30"),
        ("tháng 12", "2026-12-01"),
        ("T12", "2026-12-01"),
        ("1/12", "2026-12-01"),
    ],
)
def test_the_only_day_in_a_month_or_quarter_is_meant(kshc: Kshc, words: str, key: str) -> None:
    answer = kshc("--today", "2026-12-10", "-v", "done", "1", "--period", words, "--dry-run")
    assert answer.status == 0, answer.err
    assert f"period: {key}" in answer.err.replace('"', "")


@pytest.mark.parametrize("words", ["quý II", "tháng 5", "tháng 7", "quý I", "năm 2026", "6 tháng cuối năm"])
def test_where_none_or_several_lie_none_is_meant(kshc: Kshc, words: str) -> None:
    answer = kshc("--today", "2026-12-10", "done", "1", "--period", words, "--dry-run")
    assert answer.status == 2
    assert words in answer.err
