"""What is said of a sound document in which one paragraph was changed by hand, as changes.tsv keeps it."""

import pytest

from tests.documents.layout.changes import KEPT, lines
from tests.documents.layout.kinds import SOUND

KNOWN = KEPT.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", SOUND)
def test_a_change_is_told_as_it_was(name: str) -> None:
    assert list(lines(name)) == [line for line in KNOWN if line.startswith(f"{name}\t")]


def test_all_documents_have_changes() -> None:
    assert list(dict.fromkeys(line.partition("\t")[0] for line in KNOWN)) == list(SOUND)
