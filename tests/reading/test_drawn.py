"""Drawn sentences, and edited ones and phrases, mean what drawn.tsv and edited.tsv have of them.

Whoever changes a reader reads the difference.
"""

import pytest

from tests.reading import edited
from tests.reading.drawn import COUNT, KEPT, told

LINES = KEPT.read_text(encoding="utf-8").splitlines()
EDITED = edited.KEPT.read_text(encoding="utf-8").splitlines()
_AT_ONCE = 50


@pytest.mark.parametrize("start", range(0, COUNT, _AT_ONCE))
def test_drawn_sentences_say_what_they_said(start: int) -> None:
    assert [told(number) for number in range(start, start + _AT_ONCE)] == LINES[start : start + _AT_ONCE]


@pytest.mark.parametrize("start", range(0, edited.COUNT, _AT_ONCE))
def test_edited_phrases_and_sentences_mean_what_they_meant(start: int) -> None:
    assert [edited.told(number) for number in range(start, start + _AT_ONCE)] == EDITED[start : start + _AT_ONCE]


def test_no_day_of_a_thing_or_of_others_is_read_in_them() -> None:
    for line in LINES:
        read = next((part for part in line.split("\t")[0].split(" ; ") if part.startswith("time: ")), "")
        assert "01/01/2026" not in read
        assert "20/12/2026" not in read
