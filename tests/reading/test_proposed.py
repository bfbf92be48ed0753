"""By which names sentences let bodies be proposed, where none is known: a line of proposed.tsv for each sentence.

A line is the names, bars between them, nothing where no end of a name is sure; then the sentence.
"""

from pathlib import Path

import pytest

from kshc_cli.plan.lines import line_of
from kshc_cli.reading.sentences.headings import guessed_bodies

LINES = [line.split("\t") for line in (Path(__file__).parent / "proposed.tsv").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("names", "sentence"), LINES)
def test_a_body_is_proposed_by_its_whole_name(names: str, sentence: str) -> None:
    assert "|".join(guessed_bodies(line_of(sentence, None).words)) == names
