"""The guide for clerks: what it says that kshc answers is what kshc answers."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, Kshc
from tests.documents.importing.foreign import HEADER, TASK, plan, row, table
from tests.documents.word.test_old_charset import font
from tests.documents.word_xml import p, word_file

GUIDE = (ROOT / "docs" / "huong-dan.md").read_text(encoding="utf-8")
PLAN = (ROOT / "plan.yaml").read_text(encoding="utf-8")
QUOTES = re.findall(r"^\| “(.*?)” \|", GUIDE, re.MULTILINE)
"""What section C says that kshc reports, an ellipsis for words left out."""


def edited(old: str, new: str) -> Callable[[Path], tuple[str, ...]]:
    """Return a step that checks the plan with one change."""

    def step(folder: Path) -> tuple[str, ...]:
        assert old in PLAN
        (folder / "plan.yaml").write_text(PLAN.replace(old, new, 1), encoding="utf-8")
        return ("validate",)

    return step


def asked(*arguments: str) -> Callable[[Path], tuple[str, ...]]:
    """Return a step that asks the plan."""

    def step(folder: Path) -> tuple[str, ...]:
        (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
        return arguments

    return step


def brought(body: str, *arguments: str) -> Callable[[Path], tuple[str, ...]]:
    """Return a step that imports a Word document."""

    def step(folder: Path) -> tuple[str, ...]:
        (folder / "ke-hoach.docx").write_bytes(word_file(body))
        return ("import", "ke-hoach.docx", *arguments)

    return step


JUNE = "time: Trong tháng 6 năm 2024"
PROVOKED: tuple[Callable[[Path], tuple[str, ...]], ...] = (
    lambda _folder: ("status",),
    asked("import", "ke-hoach.docx", "--out", "plan.yaml"),
    brought(p("Công văn")),
    brought(p("KÕ ho¹ch n¨m 2026", "", font(".VnTime"))),
    brought(plan(p("Mở đầu.") + table(HEADER, TASK) + table(row("Khoản", "Số tiền")))),
    edited("lead: Văn phòng HĐND&UBND Thành phố", "lead: Ban Quản lý chợ"),
    edited(JUNE, "time: Tháng 13"),
    edited(JUNE, "time: Theo định kỳ"),
    edited(JUNE, "time: Lưu ý: trong tháng 6"),
    asked("list", "--agency", "phuong 9"),
    asked("done", "1.2.1"),
    asked("done", "1.3.3", "--all-units"),
)
"""What makes kshc report each of them, in the order of the guide."""


@pytest.mark.parametrize(("quote", "provoke"), list(zip(QUOTES, PROVOKED, strict=True)))
def test_kshc_reports_what_the_guide_explains(
    kshc: Kshc,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    quote: str,
    provoke: Callable[[Path], tuple[str, ...]],
) -> None:
    monkeypatch.setenv("KSHC_LANG", "vi")
    monkeypatch.chdir(tmp_path)
    result = kshc(*provoke(tmp_path))
    pattern = ".*".join(map(re.escape, quote.split("…")))
    assert re.search(pattern, f"{result.err}{result.out}"), result.err


def test_the_guide_says_how_to_get_what_it_shows() -> None:
    """Its day and the name of who records stand in the environment of its samples; a reader has neither."""
    begin, day = GUIDE.index("KSHC_TODAY=24/6/2024"), GUIDE.index("<!-- today: 2024-06-24 -->")
    assert begin < day < GUIDE.index("người ghi Lan") < GUIDE.index("KSHC_WHO=Lan") < GUIDE.index("kshc undo --note")
