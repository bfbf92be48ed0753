"""All that the words of a cell say: who takes part and how, what is said of whom, who is taken out, what stays unread.

A line of agency_details.tsv is the plan, what is read, the cell: ``+`` before who only cooperates, ``(…)`` behind a
body what its words say of it, ``[…]`` what it does, ``-`` before who is taken out, ``?`` before words left unread, each
kind in the order of the words. ``pytest -vv`` shows what a cell says today.
"""

from pathlib import Path

import pytest

from kshc_cli.reading.values import AgencyReading
from tests.reading.test_agency_cells import registry

LINES = [
    line.split("\t") for line in (Path(__file__).parent / "agency_details.tsv").read_text(encoding="utf-8").splitlines()
]


def told(reading: AgencyReading) -> str:
    """Write a reading as agency_details.tsv does."""
    said = [f"{'+' * (place in reading.joins)}{agency}" for place, agency in enumerate(reading.agencies)]
    said += [f"{remark.agency} ({remark.words})" for remark in reading.scopes]
    said += [f"{remark.agency} [{remark.words}]" for remark in reading.duties]
    said += [f"-{agency}" for agency in reading.excluded]
    said += [f"?{words}" for words in reading.unread]
    return " ; ".join(said).replace("\n", "\\n")


@pytest.mark.parametrize(("plan", "meaning", "cell"), LINES)
def test_all_that_a_cell_says(plan: str, meaning: str, cell: str) -> None:
    assert told(registry(plan).read(cell.replace("\\n", "\n"))) == meaning
