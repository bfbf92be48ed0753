"""Columns that take the place of others (Thời hạn mới, Chủ trì mới), and whose words hold where these are blank."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import Column

_TIME: Final = r"(?:thời\s+(?:gian|hạn)|hạn|tiến\s+độ|lộ\s+trình|ngày\s+kết\s+thúc)"
_RENEWED: Final = lazy_pattern(
    rf"(?!.*\b(?:đề\s+nghị|đề\s+xuất|xin|lý\s+do|số|lần|văn\s+bản)\b)"
    rf"(?:{_TIME}\b.*\W(?:mới|điều\s+chỉnh|gia\s+hạn|lùi|dời|hoãn|kéo\s+dài)\b.*|gia\s+hạn(?:\s+(?:đến|tới).*)?"
    rf"|(?:được\s+)?(?:điều\s+chỉnh|gia\s+hạn|lùi|dời|hoãn|thay\s+đổi|kéo\s+dài)(?:\s+lại)?\s+{_TIME}\b.*"
    r"|(?:được\s+)?(?:lùi|hoãn|kéo\s+dài)\s+(?:đến|tới|sang)\b.*|dời\s+(?:đến|tới|sang)\s+(?:ngày|tháng|quý))",
    re.IGNORECASE | re.DOTALL,
)
"""The words above a column that says until when a time was put off; no proposal to do so, nor its reasons."""
_FORMER: Final = lazy_pattern(
    rf"{_TIME}(?:\s+(?:hoàn\s+thành|thực\s+hiện|xử\s+lý|giải\s+quyết))?"
    r"[\s(]*(?:cũ|gốc|ban\s+đầu|dự\s+kiến|trước\s+đây|(?:theo\s+)?(?:kế\s+hoạch|KH)|(?:được|đã)\s+giao"
    r"|theo\s+(?:kế\s+hoạch|KH|quyết\s+định|QĐ|công\s+văn|văn\s+bản|nghị\s+quyết)\s[^()]{1,30})?[\s):*]*",
    re.IGNORECASE,
)
"""The words above the column of the time before."""
_LEAD: Final = (
    r"(?:(?:tên\s+)?(?:đơn\s+vị|cơ\s+quan|bộ\s+phận|người|cán\s+bộ|công\s+chức|phòng)\W+)*"
    r"(?:được\s+giao\s+)?(?:chủ\s+trì|thực\s+hiện|phụ\s+trách|đầu\s+mối|tham\s+mưu)(?:\s+thực\s+hiện)?"
)
_RENEWED_LEAD: Final = lazy_pattern(
    rf"{_LEAD}[\s(]*(?:mới|thay\s+thế|thay\s+đổi|(?:sau\s+)?(?:khi\s+)?điều\s+chỉnh|hiện\s+nay|sau\s+sắp\s+xếp)\)?",
    re.IGNORECASE,
)
"""The words above a column of who leads instead of somebody else."""
_FORMER_LEAD: Final = lazy_pattern(
    rf"{_LEAD}[\s(]*(?:cũ|trước\s+đây|ban\s+đầu|trước\s+(?:khi\s+)?(?:điều\s+chỉnh|sắp\s+xếp)|(?:được|đã)\s+giao)?[\s)]*",
    re.IGNORECASE,
)
"""The words above the column of who led before."""
_LEVELS: Final = ("state", "province", "district", "ward")
_GIVEN: Final = lazy_pattern(
    r"\bhạn\b(?!.*\b(?:báo\s+cáo|gửi|nộp|trình)\b).*?\b(?:(?P<state>trung\s+ương|tw|chính\s+phủ|bộ|cấp\s+trên)"
    r"|(?P<province>tỉnh|thành\s+phố|tp)|(?P<district>huyện|quận|thị\s+xã)|(?P<ward>xã|phường|đặc\s+khu|thị\s+trấn))\b",
    re.IGNORECASE | re.DOTALL,
)
"""The words above a column of the limit that a level of government has set: Hạn tỉnh giao, Thời hạn của phường."""
_UNCHANGED: Final = lazy_pattern(
    r"không|(?:không|chưa)\s+(?:có\s+)?(?:thay\s+đổi|đổi|điều\s+chỉnh|gia\s+hạn)|(?:vẫn\s+)?(?:giữ\s+nguyên|như\s+cũ)"
    r"(?:\s+(?:thời\s+hạn|đơn\s+vị|như\s+cũ))?",
    re.IGNORECASE,
    needs=("không", "chưa", "giữ", "như"),
)
_DASHES: Final = "-–—/."


def is_renewed(header: str) -> bool:
    """Tell whether the words above a column say that it holds a time that takes the place of another one."""
    return _RENEWED.fullmatch(header.strip()) is not None


def renews_lead(header: str) -> bool:
    """Tell whether the words above a column say that it holds who leads instead of somebody else."""
    return _RENEWED_LEAD.fullmatch(header.strip()) is not None


def level_of(header: str) -> int | None:
    """Return which level of government set the limit in a column: 0 for the State up to 3 for a ward; None unsaid."""
    found = _GIVEN.search(header)
    return None if found is None else next(level for level, name in enumerate(_LEVELS) if found[name])


@lru_cache(1024)
def is_unchanged(words: str) -> bool:
    """Tell whether a cell says that nothing takes the place of what was before: Không thay đổi, Giữ nguyên, a dash."""
    is_blank = all(sign in _DASHES or sign.isspace() for sign in words)
    return is_blank or _UNCHANGED.fullmatch(words.strip()) is not None


def former_key(columns: Sequence[Column]) -> str | None:
    """Return the key of the column with the time that holds where the later one is blank; None without one.

    That of the time before, or of the limit that the next level above has set: Hạn tỉnh giao beside Hạn xã giao.
    """
    header = next((column.header for column in columns if column.role == "time"), "")
    others = [column for column in columns if column.key and not is_renewed(column.header)]
    if is_renewed(header):
        return next((column.key for column in others if _FORMER.fullmatch(column.header.strip())), None)
    own = level_of(header)
    above = {level: column.key for column in others if (level := level_of(column.header)) is not None}
    nearest = max((level for level in above if own is not None and level < own), default=None)
    return None if nearest is None else above[nearest]


def former_lead(columns: Sequence[Column]) -> Column | None:
    """Return the column of who led before, which holds where that of who leads now is blank; None without one."""
    if not any(column.role == "lead" and renews_lead(column.header) for column in columns):
        return None
    others = (column for column in columns if column.key and not renews_lead(column.header))
    return next((column for column in others if _FORMER_LEAD.fullmatch(column.header.strip())), None)
