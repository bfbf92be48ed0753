"""Lists of those who meet (Thành phần: / - Chủ trì: Chủ tịch) or can be called: their labels say nothing of a task."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.lines import LETTER, UNMARKED, ItemLine

_MEETS: Final = lazy_pattern(
    r"(?:thành phần(?!\s+(?:phối hợp|hồ sơ))|đại biểu|khách mời|tham dự|dự họp"
    r"|(?:(?:mọi\s+)?thông tin\s+|(?:danh sách\s+)?đầu mối\s+|người\s+)liên hệ)\b[^:.;]{0,60}:?\s*",
    re.IGNORECASE,
)


def names_participants(line: str) -> bool:
    """Tell whether the words of a line head a list of who meets, or can be called: Thành phần:; Thông tin liên hệ:."""
    return _MEETS.fullmatch(line) is not None


def unlabelled(line: ItemLine) -> ItemLine:
    """Return a line as if no label of it were known."""
    return line._replace(role=None, said="", head=line.words, told=())


def without_participants(lines: Iterable[ItemLine]) -> Iterator[ItemLine]:
    """Yield lines without the labels of those below one that heads who meets."""
    head: int | None = None
    for line in lines:
        if head is not None and not _is_below(line, head):
            head = None
        if head is None and names_participants(line.words):
            head = line.rank
            yield unlabelled(line)
        else:
            yield line if head is None else unlabelled(line)


def _is_below(line: ItemLine, head: int) -> bool:
    """Tell whether a line stands in the list below one of this rank; below one without a mark it has one."""
    if head == UNMARKED:
        return LETTER <= line.rank < UNMARKED
    return line.rank > head and (head < LETTER or line.rank < UNMARKED)
