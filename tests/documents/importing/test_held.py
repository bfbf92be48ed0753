"""The words of a document as a plan holds them."""

import pytest

from kshc_cli.compare.printed import held


@pytest.mark.parametrize("sign", ["\t", "\x0b", "\x0c", "\u2028", "\u2029"])
def test_what_parts_words_in_a_document_parts_them_in_the_plan(sign: str) -> None:
    assert held(f"Văn phòng{sign}Ủy ban") == "Văn phòng Ủy ban"


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\ufeff", "\x01"])
def test_what_shows_nothing_leaves_nothing(sign: str) -> None:
    assert held(f"Văn{sign} phòng") == "Văn phòng"


def test_lines_stay_lines_however_they_end() -> None:
    assert held("một\r\nhai\rba\n\n bốn ") == "một\nhai\nba\nbốn"
