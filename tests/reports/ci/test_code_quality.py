"""Findings as GitLab takes them: a report of code quality."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from kshc_cli.findings import Finding, Place, Severity
from kshc_cli.reports.ci.code_quality import findings_gitlab
from kshc_cli.reports.findings import FileFindings
from tests.conftest import Kshc
from tests.reports.test_findings import IN_CELL

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}
TWICE = "tests/examples/rules/article-order/skipped.yaml"


def read(text: str) -> list[dict[str, Any]]:
    """Read a report as GitLab does: a list of records with what its parser asks for."""
    records: list[dict[str, Any]] = json.loads(text)
    for record in records:
        assert set(record) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert record["description"]
        assert record["severity"] in SEVERITIES
        assert record["location"]["lines"]["begin"] >= 1
        assert not record["location"]["path"].startswith(("/", "./"))
    assert len({record["fingerprint"] for record in records}) == len(records)
    return records


def test_what_is_found_stands_at_its_line(kshc: Kshc) -> None:
    answer = kshc("validate", TWICE, "--format", "gitlab")
    (first, *_rest) = read(answer.out)
    assert (first["check_name"], first["severity"]) == ("article-order", "critical")
    assert first["location"] == {"path": TWICE, "lines": {"begin": 18}}
    assert "1 file, 1 error" in answer.err
    assert answer.status == 1


def test_a_sound_plan_has_an_empty_report(kshc: Kshc) -> None:
    assert read(kshc("validate", "tests/examples/sound.yaml", "--format", "gitlab").out) == []


def test_a_finding_is_the_same_one_where_lines_came_before_it(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = Path(TWICE).read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(words, encoding="utf-8")
    before = read(kshc("validate", "--format", "gitlab").out)
    Path("plan.yaml").write_text(f"# one\n# two\n{words}", encoding="utf-8")
    after = read(kshc("validate", "--format", "gitlab").out)
    assert [record["fingerprint"] for record in before] == [record["fingerprint"] for record in after]
    assert [record["location"]["lines"]["begin"] + 2 for record in before] == [
        record["location"]["lines"]["begin"] for record in after
    ]


def test_a_finding_is_the_same_one_in_either_language_and_behind_another_task(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = Path("tests/examples/rules/unread-time/unknown.yaml").read_text(encoding="utf-8")
    task, after = (words.rindex("\n", 0, words.index(f"- id: {name}")) + 1 for name in ("1.1.1", "1.1.2"))
    more = words[task:after].replace("- id: ", "- id: x").replace("tuần 2 tháng 01", "Quý I")
    monkeypatch.chdir(tmp_path)
    told = []
    for language, text in (("en", words), ("vi", words), ("en", words[:task] + more + words[task:])):
        monkeypatch.setenv("KSHC_LANG", language)
        Path("plan.yaml").write_text(text, encoding="utf-8")
        found = read(kshc("validate", "--format", "gitlab").out)
        told += [record["fingerprint"] for record in found if record["check_name"] == "unread-time"]
    assert len(told) == 3
    assert len({*told}) == 1


def test_a_finding_of_a_word_file_is_the_same_one_behind_another_paragraph(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = Document("examples/directive/chi-thi.docx")
    monkeypatch.chdir(tmp_path)
    prints = []
    for _time in range(2):
        document.save("a.docx")
        found = read(kshc("check", "docx", "a.docx", "--format", "gitlab").out)
        prints.append({record["check_name"]: record["fingerprint"] for record in found})
        first = document.element.body[0]
        first.addprevious(deepcopy(document.paragraphs[-1]._p))  # noqa: SLF001  python-docx copies none itself
    before, after = prints
    assert before.items() <= after.items()


def test_equal_findings_of_one_place_are_told_apart() -> None:
    finding = Finding("r", Severity.WARNING, "Wrong.", "Repair it.", place=Place(3, 1))
    one, other = read(findings_gitlab([FileFindings("plan.yaml", (finding, finding))]))
    assert one["severity"] == other["severity"] == "minor"


def test_a_word_file_has_no_lines_and_names_its_place(kshc: Kshc) -> None:
    (record,) = read(findings_gitlab([FileFindings("a.docx", (IN_CELL,))]))
    assert record["description"] == "page 2, paragraph 31, table 1, row 4, cell 2: Wrong. Repair it."
    assert record["location"]["lines"]["begin"] == 1
    assert read(kshc("check", "docx", "examples/directive/chi-thi.docx", "--format", "gitlab").out)
