"""Words that differ, marked: whole syllables, numbers and days, and nothing lost of either text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.compare.marks import marks
from kshc_cli.reading.folding import composed


def shown(old: str, new: str) -> str:
    """Return two texts as one, as git marks words."""
    signs = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    return "".join(signs[mark.sign].format(mark.words) for mark in marks(old, new))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("đến tháng 6 năm 2024", "đến tháng 7 năm 2024", "đến tháng [-6-]{+7+} năm 2024"),
        ("Phòng Tư pháp", "Phòng Nội vụ", "Phòng [-Tư pháp-]{+Nội vụ+}"),
        ("theo QĐ số 05/QĐ-UBND.", "theo QĐ số 06/QĐ-UBND.", "theo QĐ số [-05/QĐ-UBND-]{+06/QĐ-UBND+}."),
        ("ngày 30/6/2024;", "ngày 15/7/2024.", "ngày [-30/6/2024;-]{+15/7/2024.+}"),
        ("", "mới", "{+mới+}"),
        ("hòa", "ho\u0300a", "hòa"),
        ("a b c d", "x y z d", "[-a b c-]{+x y z+} d"),
        ("HĐND&UBND", "HĐND", "[-HĐND&UBND-]{+HĐND+}"),
    ],
)
def test_words_are_marked_whole(old: str, new: str, said: str) -> None:
    assert shown(old, new) == said


TEXTS = st.lists(st.sampled_from(["a", "bờ", "30/6", ",", " ", "\n", "ho\u0300a", "(x)", "; "]), max_size=30).map(
    "".join
)


@given(old=TEXTS, new=TEXTS)
def test_both_texts_can_be_read_of_the_marks(old: str, new: str) -> None:
    found = marks(old, new)
    assert "".join(mark.words for mark in found if mark.sign != "+") == composed(old)
    assert "".join(mark.words for mark in found if mark.sign != "-") == composed(new)
    assert all(one.sign != other.sign for one, other in pairwise(found))


def test_a_long_text_is_compared_in_time() -> None:
    old = " ".join(f"từ{number % 700}" for number in range(20_000))
    found = marks(old, old.replace("từ5 ", "chữ ", 3))
    assert "".join(mark.words for mark in found if mark.sign != "+") == old
