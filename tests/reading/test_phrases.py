"""A corpus of times as plans word them: phrase, year, what it means, what stays unread."""

from pathlib import Path

import pytest

from kshc_cli.reading.times.reader import read_time
from tests.reading.expected import written

LINES = [line.split("\t") for line in (Path(__file__).parent / "phrases.tsv").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("text", "year", "parts", "unread"), LINES, ids=[line[0] for line in LINES])
def test_a_phrase_of_the_corpus_means_what_it_meant(text: str, year: str, parts: str, unread: str) -> None:
    reading = read_time(text.replace("\\n", "\n"), year=int(year))
    assert " + ".join(map(written, reading.parts)) == parts
    assert " | ".join(reading.unread).replace("\n", "\\n") == unread


def test_the_corpus_is_large_and_mostly_read() -> None:
    whole = [line for line in LINES if line[2] and not line[3]]
    assert len({line[0] for line in LINES}) == len(LINES) > 700
    assert len(whole) > 700
