"""Copies of the real plan with one mistake each: kshc finds every one, at its line, with a column."""

import json
import unicodedata
from pathlib import Path

import pytest

from tests.conftest import ROOT, Kshc

PLAN = (ROOT / "plan.yaml").read_text(encoding="utf-8")

JUNE = "time: Trong tháng 6 năm 2024"
MONTHLY = "time: Định kỳ hàng tháng"

MISTAKES: dict[str, tuple[str, str, str]] = {
    "an unclosed quote": ('number: "2.2"', 'number: "2.2', "syntax"),
    "a key given twice": ("  symbol: QĐ-UBND-HC\n", "  symbol: QĐ-UBND-HC\n  symbol: QĐ-UBND\n", "duplicate-key"),
    "a misspelt key": ("  authority:", "  autority:", "unknown-key"),
    "a key left out": ("  place: Sa Đéc\n", "", "missing-field"),
    "a list where text belongs": ("content: Báo cáo kết quả rà soát", "content: [Báo cáo] #", "wrong-type"),
    "a tab before a key": ('                  number: "2.2"', '\t                  number: "2.2"', "tab"),
    "letters that are not composed": (JUNE, unicodedata.normalize("NFD", JUNE), "not-nfc"),
    "a control character": (JUNE, "time: Trong tháng\x07 6 năm 2024", "control-character"),
    "an impossible date": ("date: 2024-01-09", "date: 2024-02-30", "impossible-date"),
    "an id given twice": ("id: 1.2.2", "id: 1.2.1", "duplicate-task-id"),
    "a body that nobody knows": ("lead: Trung Tâm tin học TPSĐ", "lead: Trung Tâm tin hoc TPSĐ", "unread-agency"),
    "a month 13": (JUNE, "time: Trong tháng 13 năm 2024", "unread-time"),
    "last year's date": (JUNE, "time: Trong tháng 6 năm 2023", "date-outside-year"),
    "a month before the decision": (JUNE, "time: Trước ngày 05/01/2024", "due-before-decision"),
    "a reading that contradicts the words": (
        JUNE,
        "time: {text: Trong tháng 6 năm 2024, reading: [{kind: deadline, due: 2024-06-15}]}",
        "contradicting-reading",
    ),
    "a window that ends before it starts": (
        MONTHLY,
        "time: {text: Đợt cao điểm, reading: [{kind: window, start: 2024-06-30, end: 2024-06-01}]}",
        "window-reversed",
    ),
    "a misspelt recurrence": (
        MONTHLY,
        "time: {text: Theo định kỳ, reading: [{kind: recurring, rrule: FREQ=MONTHY}]}",
        "bad-rrule",
    ),
    "a recurrence that never fires": (
        MONTHLY,
        "time: {text: Theo định kỳ, reading: [{kind: recurring, rrule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30}]}",
        "never-fires",
    ),
    "a group with an unknown member": ("      - phuong-an-hoa\n", "      - phuong-an-hoaa\n", "unknown-member"),
    "a decree without its date": (
        "63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát",
        "63/2010/NĐ-CP của Chính phủ về kiểm soát",
        "legal-citation",
    ),
    "an article number left out": ("- Điều 2. Quyết định", "- Điều 3. Quyết định", "article-order"),
    "no end mark": ("nghiêm túc nội dung Kế hoạch này./.", "nghiêm túc nội dung Kế hoạch này.", "missing-end-mark"),
    "a printed number out of order": ('number: "2.3"', 'number: "2.4"', "printed-number-order"),
    "a blank result": ("result: Báo cáo KSTTHC của UBND Thành phố", "result: null", "blank-result"),
}


def first_changed_line(old: str, new: str) -> int:
    pairs = zip(old.splitlines(), new.splitlines(), strict=False)
    return next(number for number, (before, after) in enumerate(pairs, 1) if before != after)


@pytest.mark.parametrize("name", MISTAKES)
def test_kshc_finds_it_with_line_and_column(name: str, kshc: Kshc, tmp_path: Path) -> None:
    old, new, rule = MISTAKES[name]
    assert old in PLAN
    broken = PLAN.replace(old, new, 1)
    path = tmp_path / "plan.yaml"
    path.write_text(broken, encoding="utf-8")
    result = kshc("validate", path, "--format", "json")
    found = [finding for finding in json.loads(result.out)["files"][0]["findings"] if finding["rule"] == rule]
    assert found, result.out
    assert found[0]["column"] >= 1
    assert found[0]["remedy"]
    distance = abs(found[0]["line"] - first_changed_line(PLAN, broken))
    assert distance <= (3 if rule in {"missing-field", "syntax"} else 0)


def test_there_are_24() -> None:
    assert len(MISTAKES) == 24
