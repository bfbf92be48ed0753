"""What the import makes of a document in which one paragraph or row was changed by hand, as changes.tsv keeps it."""

import pytest

from tests.documents.importing.changes import DOCUMENTS, KEPT, lines

KNOWN = KEPT.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_change_is_taken_as_it_was(name: str) -> None:
    assert list(lines(name)) == [line for line in KNOWN if line.startswith(f"{name}\t")]
