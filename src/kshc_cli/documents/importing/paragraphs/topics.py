"""Points that say what those below them are about, and give nothing: 1. Về cải cách thể chế."""

import re
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.lines import END_MARK, UNMARKED, line_of
from kshc_cli.reading.agencies.vocabulary import duty_length
from kshc_cli.reading.folding import words_of
from kshc_cli.reading.sentences.words import GIVES

_TOPIC: Final = lazy_pattern(
    r"(?:về|trách nhiệm|nhiệm vụ|công tác|nội dung|giải pháp|thời gian|thời hạn|tiến độ|kinh phí|phạm vi|đối tượng|"
    r"địa điểm|thành phần|mục tiêu|mục đích|yêu cầu|chỉ tiêu|lĩnh vực|(?:một số|các|những) (?:nhiệm vụ|nội dung|"
    r"giải pháp|công việc|biện pháp))\b[^:;.]*[:.]?",
    re.IGNORECASE,
)
"""Words that begin as what something is about, without what is done about it."""
_SCOPE: Final = lazy_pattern(
    r"(?:về\s+)?(?:thời gian|thời hạn|tiến độ|phạm vi|đối tượng|quy mô|địa điểm|địa bàn)\b[^:;.]*[:.]?", re.IGNORECASE
)
"""Words that begin as what holds for the whole document: when, where and for whom it is."""
_ACTS: Final = lazy_pattern(r"\b(?:phải|cần|được|sẽ|đề nghị|yêu cầu|giao)\b", re.IGNORECASE)
"""Words behind such a beginning that say what is done: Công tác tuyên truyền phải được tăng cường."""


def names_topic(line: str) -> bool:
    """Tell whether the words of a line only say what something is about: Về cải cách thể chế."""
    if _TOPIC.fullmatch(line) is None or _ACTS.search(line, line.find(" ")):
        return False
    tokens = words_of(line)
    acts = any(one.word == "," and duty_length(tokens, place) for place, one in enumerate(tokens, 1))
    return not (acts and line.endswith("."))  # Về hộ tịch, rà soát dữ liệu.


def names_scope(line: str) -> bool:
    """Tell whether a line heads when and where the whole document is carried out: Về thời gian, phạm vi, đối tượng:."""
    return _SCOPE.fullmatch(line) is not None and not _ACTS.search(line)


def heads_points(text: str, below: str) -> bool:
    """Tell whether a paragraph is no sentence and heads the one ``below`` it: a point of its own, or who does it."""
    line, under = line_of(text, None), line_of(below, None)
    if not below or "\n" in text or line.number is None or line.words.endswith((".", ";")):
        return False
    if under.rank == UNMARKED:
        return GIVES.match(under.words) is not None and not below.rstrip().endswith(END_MARK)
    return under.rank > line.rank
