"""Sound documents of every kind and habit: nothing is blamed, and what the document is was told."""

import pytest

from kshc_cli.documents.components.origin import Origin
from kshc_cli.documents.layout.catalogue import check_layout
from kshc_cli.documents.word.body_reader import body_of
from tests.documents.layout.kinds import SOUND


@pytest.mark.parametrize("name", SOUND)
def test_no_sound_document_is_blamed(name: str) -> None:
    found = check_layout(body_of(SOUND[name]))
    assert [(one.rule, one.message, one.word_place) for each in found.outcomes for one in each.findings] == []
    assert found.origin is Origin.STATE
    assert found.kinds


def test_there_are_enough_of_them() -> None:
    assert len(SOUND) >= 47
