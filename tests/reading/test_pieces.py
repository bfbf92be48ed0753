"""Which names stand in unread words, whole, and where one is perhaps two: a line of pieces.tsv for each cell.

A line is the names, bars between them, a caret behind a joint where perhaps another body begins; then the cell.
"""

from itertools import pairwise
from pathlib import Path

import pytest

from kshc_cli.reading.agencies.splitting import pieces_of

LINES = [line.split("\t") for line in (Path(__file__).parent / "pieces.tsv").read_text(encoding="utf-8").splitlines()]


def named(text: str) -> str:
    """Write the names in a text as pieces.tsv does."""
    names = []
    for piece in pieces_of(text):
        if piece.name is not None:
            start, end = piece.name
            cuts = [start, *piece.doubts, end]
            names.append("^".join(text[one:other] for one, other in pairwise(cuts)))
    return "|".join(names).replace("\n", "\\n")


@pytest.mark.parametrize(("names", "cell"), LINES)
def test_the_names_in_unread_words(names: str, cell: str) -> None:
    assert named(cell.replace("\\n", "\n")) == names
