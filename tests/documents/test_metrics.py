"""Widths of words as the Times fonts have them, and the breaks that follow from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.documents.word.metrics import balanced, width, wrapped

LINES = st.lists(st.text("aăâBÔƯ,-1", min_size=1, max_size=12), min_size=1, max_size=30).map(" ".join)


@pytest.mark.parametrize(
    ("words", "bold", "units"),
    [
        ("A", False, 722),
        ("ẤẦẨẪẬ", False, 5 * 722),
        ("độ", False, 500 + 500),
        ("Độ", True, 722 + 500),
        ("Ư", True, 722 + 54),
        ("SA ĐÉC", True, 556 + 722 + 250 + 722 + 667 + 722),
        ("\N{NO-BREAK SPACE}", True, 345),
    ],
)
def test_marks_take_no_room_and_horns_a_little(words: str, bold: bool, units: int) -> None:
    assert width(words, 10, bold=bold) == pytest.approx(units * 10 * 20 / 1000)


def test_words_wrap_at_spaces_and_line_breaks() -> None:
    one = width("aa", 10, bold=False)
    assert len(wrapped("aa aa aa", 10, 2 * one, bold=False)) == 3
    assert len(wrapped("aa aa aa", 10, 2.5 * one, bold=False)) == 2
    assert len(wrapped("aa\naa aa", 10, 10 * one, bold=False)) == 2


@given(words=LINES, available=st.integers(3500, 9000))
def test_balanced_lines_are_as_few_and_no_longer(words: str, available: int) -> None:
    greedy = wrapped(words, 14, available, bold=True)
    even = balanced(words, 14, available, bold=True)
    assert len(even) == len(greedy)
    assert max(even) <= max(greedy)
    assert len(wrapped(words, 14, max(even) + 0.01, bold=True)) == len(even)
