"""Columns that put off the time of tasks (Thời hạn mới, Gia hạn đến), and those of the time before."""

import re
from collections.abc import Sequence
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import Column

_TIME: Final = r"(?:thời\s+(?:gian|hạn)|hạn|tiến\s+độ|lộ\s+trình|ngày\s+kết\s+thúc)"
_RENEWED: Final = lazy_pattern(
    rf"(?!.*\b(?:đề\s+nghị|đề\s+xuất|xin|lý\s+do|số|lần|văn\s+bản)\b)"
    rf"(?:{_TIME}\b.*\W(?:mới|điều\s+chỉnh|gia\s+hạn|lùi|kéo\s+dài)\b.*|gia\s+hạn(?:\s+(?:đến|tới).*)?)",
    re.IGNORECASE | re.DOTALL,
)
"""The words above a column that says until when a time was put off; no proposal to do so, nor its reasons."""
_FORMER: Final = lazy_pattern(
    rf"{_TIME}(?:\s+(?:hoàn\s+thành|thực\s+hiện|xử\s+lý|giải\s+quyết))?"
    r"[\s(]*(?:cũ|gốc|ban\s+đầu|dự\s+kiến|trước\s+đây|(?:theo\s+)?kế\s+hoạch|(?:được|đã)\s+giao)?[\s):*]*",
    re.IGNORECASE,
)
"""The words above the column of the time before."""


def is_renewed(header: str) -> bool:
    """Tell whether the words above a column say that it holds a time that takes the place of another one."""
    return _RENEWED.fullmatch(header.strip()) is not None


def former_key(columns: Sequence[Column]) -> str | None:
    """Return the key of the column with the time that holds where that of a new one is blank; None without one."""
    if not any(column.role == "time" and is_renewed(column.header) for column in columns):
        return None
    former = (column for column in columns if column.key and not is_renewed(column.header))
    return next((column.key for column in former if _FORMER.fullmatch(column.header.strip())), None)
