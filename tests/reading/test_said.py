"""Sentences as plans word them, with all that they say; said.tsv has a line for each: what is said, the sentence.

What is said is the words of each field, bars between several; ``?`` are times that are told and not read.
"""

from pathlib import Path

import pytest

from tests.reading.test_sentences import said

LINES = [line.split("\t") for line in (Path(__file__).parent / "said.tsv").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("meant", "sentence"), LINES, ids=[line[1][:40] for line in LINES])
def test_all_that_a_sentence_says(meant: str, sentence: str) -> None:
    assert " ; ".join(f"{field}: {' | '.join(words)}" for field, words in said(sentence).items()) == meant
