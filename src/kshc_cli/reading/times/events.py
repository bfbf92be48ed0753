"""Whether two wordings name one event: có yêu cầu, nhận yêu cầu; but not: có đơn, thụ lý đơn."""

import re
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.folding import fold

_COMES: Final = frozenset(
    {"có", "nhận", "được", "đủ", "khi", "ngày", "sau", "từ", "kể", "phát", "sinh", "tiếp", "đến", "tới", "hợp", "lệ"}
    | {"theo", "quy", "định", "của", "các", "những", "mỗi", "thời", "điểm"}
)
"""Words that say no more than that something has come."""
_FURTHER: Final = lazy_pattern(
    r"(thụ lý|ban hành|(?<!đăng )ký|phê duyệt|kết thúc|hoàn thành|thông qua|công bố|kết luận)\b", re.IGNORECASE
)
"""What happens to it later: a limit from there on runs from another day."""


def is_same_event(one: str | None, two: str | None) -> bool:
    """Tell whether two events are perhaps one; words that name none may be any."""
    if one is None or two is None:
        return True
    first, second = (_words(event) for event in (one, two))
    steps = [frozenset(step.lower() for step in _FURTHER.findall(event)) for event in (one, two)]
    return steps[0] == steps[1] and (not first or not second or not first.isdisjoint(second))


def _words(event: str) -> frozenset[str]:
    return frozenset(map(fold, frozenset(event.lower().split()) - _COMES))
