"""What kshc shows of a busy plan, word for word, by width and language: where it is to change, ``make generate``."""

from pathlib import Path

import pytest

from tools.screens import FILES, FOLDER, shown


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_screens_are_those_that_are_known(path: Path) -> None:
    assert shown(path).decode() == path.read_text(encoding="utf-8")


def test_no_other_screen_lies_beside_them() -> None:
    assert set(FOLDER.iterdir()) == set(FILES)
