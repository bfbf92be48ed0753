"""What a finding says of each single fault: its place, what is wrong, and what to do; findings.tsv has it in words.

A line is the rule, how the manieth of its faults, the paragraph's number and first words, message and remedy; ``pytest
-vv`` shows what another says today.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.documents.layout import test_all_parts, test_words
from tests.documents.layout.test_rules import CASES, changed, findings
from tests.documents.layout.test_singles import SYMBOL, with_change

SAID = (Path(__file__).parent / "findings.tsv").read_text(encoding="utf-8").splitlines()
_QUOTED = 30
"""Letters by which a place is known."""
_MADE = "sound"


def faults() -> Iterator[tuple[str, str, str, str]]:
    """Yield rule, document and change of each fault, in a fixed order."""
    yield from ((rule, _MADE, *change) for rule, changes in CASES.items() for change in changes)
    yield from (("nd30.I.II.3-symbol", *change) for change in SYMBOL)
    yield from (*test_words.ONE_FAULT, *test_all_parts.ONE_FAULT)


def numbered() -> Iterator[tuple[str, str, str, str, str]]:
    """Yield each fault behind its rule and how the manieth of the rule's it is."""
    seen: Counter[str] = Counter()
    for rule, name, old, new in faults():
        seen[rule] += 1
        yield f"{rule} {seen[rule]}", rule, name, old, new


FAULTS = list(numbered())


def told(name: str, old: str, new: str) -> list[str]:
    """Return place, message and remedy of each finding."""
    lines = []
    for finding in findings(changed(old, new) if name == _MADE else with_change(name, old, new)):
        place = finding.word_place
        where = f"{place.part} {place.paragraph} {place.quote[:_QUOTED]}" if place else ""
        lines.append(f"{where.strip()}\t{finding.message}\t{finding.remedy}".replace("\n", " "))
    return lines


@pytest.mark.parametrize(("case", "rule", "name", "old", "new"), FAULTS, ids=[case for case, *_fault in FAULTS])
def test_a_finding_says_what_is_wrong_where_and_what_to_do(case: str, rule: str, name: str, old: str, new: str) -> None:
    lines = told(name, old, new)
    assert lines == [line.partition("\t")[2] for line in SAID if line.partition("\t")[0] == case], rule


def test_every_line_is_of_a_fault() -> None:
    assert list(dict.fromkeys(line.partition("\t")[0] for line in SAID)) == [case for case, *_fault in FAULTS]
