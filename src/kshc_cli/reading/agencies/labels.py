"""Labels before a body: those that say no more than which part of the work is its own, and those that may say anything.

Nội dung 1: A and Các ngành: A, B name who does it; Nơi nhận: A, Thành phần: A and Địa điểm: A name somebody else.
"""

from collections.abc import Sequence
from functools import cache
from typing import Final

from kshc_cli.reading.agencies.ground import Ground
from kshc_cli.reading.agencies.vocabulary import PLACES, PLURALS, duty_length, is_short_role, kind_length, names_place
from kshc_cli.reading.folding import Token
from kshc_cli.reading.trie import Trie

_PARTS: Final = """
nội dung|đợt|phần|lĩnh vực|cấp|nhóm|việc|nhiệm vụ|giai đoạn|năm|tháng|quý|ngày|về|đối với|mục|ý|điểm|khoản|tiêu chí
chỉ tiêu|công tác|hồ sơ|thủ tục|dự án|báo cáo|kinh phí|tại|ở
"""
"""Words that a label begins with which says a part of the work: whoever stands behind it does that part."""

_OTHERS: Final = "trách nhiệm|thường trực|bộ phận|chỉ đạo|tên"
"""Words that a label begins with which leaves the body behind it in its column, or says what it does."""


def may_take_away(ground: Ground, begin: int, end: int) -> bool:
    """Tell whether the words of a label that nothing explains perhaps say that those behind it do not do the task."""
    tokens = ground.tokens
    if begin >= end or duty_length(tokens, begin) or is_short_role(tokens, begin, end):
        return False
    if begin in ground.cited or begin in ground.excluding or names_place(tokens, ground.text, begin):
        return False
    first = begin + (tokens[begin].word in PLURALS and begin + 1 < end)
    if kind_length(tokens, first) or (tokens[begin].word in PLACES and end == begin + 1):
        return False
    return _known().longest(tokens, begin)[0] is None


def says_part(tokens: Sequence[Token]) -> bool:
    """Tell whether the words of a label say a part of the work: nội dung 1, đợt 2, lĩnh vực đất đai."""
    return _known().longest(tokens, 0)[0] is True


@cache
def _known() -> Trie[bool]:
    return Trie.of({_PARTS: True, _OTHERS: False})
