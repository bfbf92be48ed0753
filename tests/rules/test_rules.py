"""Each rule finds the mistake of its example plans, at the marked line; else only what the plan declares is found."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kshc_cli.documents.layout.catalogue import RULES as LAYOUT_RULES
from kshc_cli.documents.layout.rule import LayoutRule
from kshc_cli.rules.catalogue import OPTIONAL, RULES
from kshc_cli.rules.progress import LOG_RULES, LogRule
from kshc_cli.rules.rule import PlanRule, Subject
from tests.conftest import EXAMPLES, Kshc

FILES = sorted((EXAMPLES / "rules").glob("*/*.yaml"))
OPTIONAL_IDS = {rule.id for rule in OPTIONAL}
MARK = re.compile(r"# <- (?P<here>here)?(?:, )?(?:also (?P<also>[a-z, -]+))?$")
"""``# <- here`` ends the line of the mistake; ``also a-rule, another`` one where other rules find something then."""


def marks(path: Path) -> Iterator[tuple[int, re.Match[str]]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if mark := MARK.search(line):
            yield number, mark


def marked_line(path: Path) -> int:
    return next(number for number, mark in marks(path) if mark["here"])


def declared(path: Path) -> set[tuple[str, int]]:
    """Return the further findings that an example says it has: rule and line."""
    return {(rule, number) for number, mark in marks(path) if mark["also"] for rule in mark["also"].split(", ")}


def plan_of(path: Path) -> Path:
    """Return the plan whose log an example is: the sound one, or one that lies in a folder beside it."""
    own = path.parent / "plan" / "plan.yaml"
    return own if own.exists() else EXAMPLES / "sound.yaml"


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_rule_finds_its_example(path: Path, kshc: Kshc) -> None:
    enable = ("--enable", path.parent.name) if path.parent.name in OPTIONAL_IDS else ()
    result = kshc("validate", path, "--format", "json", *enable)
    findings = json.loads(result.out)["files"][0]["findings"]
    found = {(finding["rule"], finding["line"]) for finding in findings}
    assert (path.parent.name, marked_line(path)) in found
    assert {one for one in found if one[0] != path.parent.name} == declared(path)
    assert all(finding["message"] and finding["remedy"] and finding["column"] for finding in findings)
    assert result.status == (1 if any(finding["severity"] == "error" for finding in findings) else 0)


def test_sound_example_has_no_finding(kshc: Kshc) -> None:
    result = kshc("validate", EXAMPLES / "sound.yaml", "--format", "json")
    assert json.loads(result.out)["files"][0]["findings"] == []
    assert result.status == 0


def test_every_rule_has_a_folder_of_examples_and_a_reason() -> None:
    assert {rule.id for rule in RULES} == {path.parent.name for path in FILES}
    assert all(rule.documentation for rule in RULES)


def test_rules_of_plan_log_and_layout_are_told_apart_by_their_ids() -> None:
    rules: list[PlanRule | LogRule | LayoutRule] = [*RULES, *LOG_RULES, *LAYOUT_RULES]
    assert len({rule.id for rule in rules}) == len(rules)
    subjects = [Subject.PLAN] * len(RULES) + [Subject.LOG] * len(LOG_RULES) + [Subject.LAYOUT] * len(LAYOUT_RULES)
    assert [rule.subject for rule in rules] == subjects
    for rule in rules:
        assert rule.documentation
        assert rule.source.startswith("Phụ lục") or rule.source.startswith("Điều") or not rule.id.startswith("nd30.")


def test_words_inside_a_cell_sharpen_the_column(kshc: Kshc) -> None:
    path = EXAMPLES / "rules" / "unread-agency" / "unknown-name.yaml"
    finding = json.loads(kshc("validate", path, "--format", "json").out)["files"][0]["findings"][0]
    line = path.read_text(encoding="utf-8").splitlines()[finding["line"] - 1]
    assert line[finding["column"] - 1 :].startswith("Trạm Y tế xã")


def test_a_reference_that_spells_out_the_decisions_own_number_and_day_has_no_finding(
    kshc: Kshc, tmp_path: Path
) -> None:
    text = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")
    plan = tmp_path / "plan.yaml"
    own = "số 07/QĐ-UBND ngày 12 tháng 01 năm 2026"
    plan.write_text(text.replace("số {number} {date}", own), encoding="utf-8")
    assert json.loads(kshc("validate", plan, "--format", "json").out)["files"][0]["findings"] == []
    for other in (own.replace("07/", "08/"), own.replace("QĐ-UBND", "QĐ-UBND-HC"), own.replace("ngày 12", "ngày 13")):
        plan.write_text(text.replace("số {number} {date}", other), encoding="utf-8")
        assert kshc("validate", plan).out.count("[decision-reference]") == 1


OPEN = {
    '  number: "07"\n  symbol: QĐ-UBND\n  date: 2026-01-12\n': '  symbol: "[?]"\n',
    "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch kiểm soát thủ tục hành chính năm 2026.": '"[?]"',
    "    - Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.\n": "",
}
"""What of the sound decision is left open where only its plan was at hand."""


@pytest.mark.parametrize(
    "document",
    ["Quyết định số 77/QĐ-UBND ngày 20 tháng 01 năm 2026", "Kế hoạch số 45/KH-UBND", "Công văn số 210/UBND-VP"],
)
def test_a_decision_that_is_not_at_hand_is_not_blamed(kshc: Kshc, tmp_path: Path, document: str) -> None:
    text = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")
    plan = tmp_path / "plan.yaml"
    for words, opened in {**OPEN, "Quyết định số {number} {date}": document}.items():
        assert words in text
        text = text.replace(words, opened)
    plan.write_text(text, encoding="utf-8")
    assert json.loads(kshc("validate", plan, "--format", "json").out)["files"][0]["findings"] == []
    assert kshc("validate", plan).status == 0


@pytest.mark.parametrize(("symbol", "blamed"), [("ĐU", 0), ("VPTU", 0), ("KH-UBND", 1), ("UBND", 1)])
def test_a_number_of_the_partys_form_belongs_to_no_symbol_of_the_state(
    kshc: Kshc, tmp_path: Path, symbol: str, blamed: int
) -> None:
    text = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")
    plan = tmp_path / "plan.yaml"
    plan.write_text(text.replace('"07"', "12-TB").replace("symbol: QĐ-UBND", f"symbol: {symbol}"), encoding="utf-8")
    assert kshc("validate", plan).out.count("[number-form]") == blamed


@pytest.mark.parametrize(("line", "blamed"), [("Người lập biểu", 0), ("Trên đây là Kế hoạch.", 1)])
def test_who_made_a_table_ends_no_text(kshc: Kshc, tmp_path: Path, line: str, blamed: int) -> None:
    text = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")
    plan = tmp_path / "plan.yaml"
    begin = text.index("    - heading: II.")
    plan.write_text(text[:begin] + f"    - paragraphs: [{line}]\n", encoding="utf-8")
    assert kshc("validate", plan).out.count("[missing-end-mark]") == blamed


@pytest.mark.parametrize("months", [(6, 12), (10, 12)])
def test_words_that_are_quoted_are_cut_behind_sixty_letters(
    kshc: Kshc, tmp_path: Path, months: tuple[int, int]
) -> None:
    text = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")
    words = f"Trước ngày 15/3/2026; trước ngày 15/{months[0]}/2026; trước 15/{months[1]}/2026"
    stated = f"{{text: {words}, reading: [{{kind: deadline, due: 2026-04-30}}]}}"
    plan = tmp_path / "plan.yaml"
    plan.write_text(text.replace("Trong tháng 3 năm 2026", stated), encoding="utf-8")
    findings = json.loads(kshc("validate", plan, "--format", "json").out)["files"][0]["findings"]
    (message,) = [one["message"] for one in findings if "Trước ngày" in one["message"]]
    assert len(words) == (60 if months == (6, 12) else 61)
    assert f"“{words if len(words) == 60 else words[:59] + '…'}”" in message
