"""kshc and the JSON Schema agree about what is a plan and a log, whatever is written in place of what.

A sample; more with ``KSHC_MUTATIONS=3000 .venv/bin/pytest tests/source/test_agreement.py``.
"""

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from kshc_cli.findings import Finding, Severity
from kshc_cli.source.edit.progress_text import read_progress_file
from kshc_cli.source.plan_schema import plan_schema, progress_schema
from kshc_cli.source.plan_text import read_plan_file
from tests.source.editor import Editor
from tests.source.mutations import every_spelling, mutated
from tests.source.plans import SMALL, small_with

ROOT = Path(__file__).parents[2]
COUNT = int(os.environ.get("KSHC_MUTATIONS", "60"))
SOUND = (ROOT / "tests" / "examples" / "sound.yaml").read_text("utf-8")
LOG = """\
schema: kshc-progress/1
entries:
  - {id: a1, date: 2026-02-03, what: done, task: 1.1.1}
  - id: b2
    date: 2026-02-04
    what: extend
    task: "1.10"
    due: 2026-06-30
    document: {number: 12/CV-UBND, date: 2026-02-04, title: Gia hạn}
"""
PLAN_EDITOR, LOG_EDITOR = Editor(plan_schema()), Editor(progress_schema())
_NO_ID = re.compile("“[-+.].*” is no id.")


def errors(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def is_beyond_a_schema(found: list[Finding]) -> bool:
    """Tell whether kshc refuses only what a JSON Schema never gets to see.

    Tags, and how a number is spelled: an id +7, -0 or .5 is 7, 0 or 0.5 to it, and to a plan the text that was typed.
    """
    return bool(found) and all(finding.rule == "tag" or _NO_ID.search(finding.message) for finding in found)


def differences(
    texts: Iterable[str], editor: Editor, findings: Callable[[bytes], Iterable[Finding]]
) -> list[tuple[str, list[Finding]]]:
    """Return the texts of which kshc and the editor think differently, with what kshc says."""
    different = []
    for text in texts:
        found = errors(findings(text.encode()))
        if bool(found) is editor.accepts(text) and not is_beyond_a_schema(found):
            different.append((text, found))
    return different


def plan_findings(data: bytes) -> Iterable[Finding]:
    return read_plan_file(data).findings


def log_findings(data: bytes) -> Iterable[Finding]:
    return read_progress_file(data).findings


@pytest.mark.parametrize("text", [SMALL, SOUND], ids=["small", "sound"])
def test_a_mutated_plan_is_sound_for_both_or_for_neither(text: str) -> None:
    assert differences(mutated(text, COUNT, seed=11), PLAN_EDITOR, plan_findings) == []


def test_a_mutated_log_is_sound_for_both_or_for_neither() -> None:
    assert differences(mutated(LOG, 4 * COUNT, seed=11), LOG_EDITOR, log_findings) == []


def test_the_start_of_a_plan_in_every_spelling() -> None:
    texts = (each for number, each in enumerate(every_spelling(SMALL)) if number % max(1, 1800 // COUNT) == 0)
    assert differences(texts, PLAN_EDITOR, plan_findings) == []


@pytest.mark.parametrize("spelling", ["2024", '"2024"', "0x7E8", "0o3750", "+2024", "02024", "2024.0", "2.024e3"])
def test_a_year_is_a_number_however_it_is_spelled(spelling: str) -> None:
    read = read_plan_file(small_with("year: 2024", f"year: {spelling}"))
    assert read.findings == ()
    assert read.plan is not None
    assert read.plan.year == 2024


@pytest.mark.parametrize("spelling", ["2_024", '"0x7E8"', "2024.5", "true", ".nan", "1e400", "null", "24", '"24"'])
def test_what_is_no_year_is_found(spelling: str) -> None:
    (finding,) = read_plan_file(small_with("year: 2024", f"year: {spelling}")).findings
    assert (finding.path, finding.severity) == (("year",), Severity.ERROR)


@pytest.mark.parametrize("spelling", ["Null", "NULL", "~", "null", ""])
def test_no_spelling_of_nothing_is_printed_as_a_name(spelling: str) -> None:
    plan = read_plan_file(SOUND.replace("name: Trần Thị Bình", f"name: {spelling}").encode()).plan
    assert plan is not None
    assert plan.act.signature.name is None
    (finding,) = read_plan_file(
        SOUND.replace("name: Ủy ban nhân dân xã Hòa Bình", f"name: {spelling}").encode()
    ).findings
    assert (finding.rule, finding.path) == ("wrong-type", ("issuer", "name"))


@pytest.mark.parametrize("word", ["true", "False", "TRUE"])
def test_a_bare_word_of_truth_is_no_text_and_a_quoted_one_is(word: str) -> None:
    (finding,) = read_plan_file(small_with("place: Sa Đéc", f"place: {word}")).findings
    assert (finding.rule, finding.path) == ("wrong-type", ("issuer", "place"))
    assert "quotes" in finding.remedy
    assert read_plan_file(small_with("place: Sa Đéc", f"place: '{word}'")).findings == ()


@pytest.mark.parametrize("word", ["yes", "on", "1", '"true"'])
def test_yes_and_no_are_true_and_false(word: str) -> None:
    (finding,) = read_plan_file(small_with("open: true", f"open: {word}")).findings
    assert "true or false" in finding.remedy
