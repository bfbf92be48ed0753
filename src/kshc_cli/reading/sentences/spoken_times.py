"""Words of running text that say when or how often, whatever they mean and whether a calendar can know it.

They are told where no time of a task was read; nothing is read by them: trước mùa mưa bão, 6 tháng/lần, (20/6/2026).
"""

import re
from collections.abc import Iterator
from typing import Final

from kshc_cli.patterns import lazy_pattern

_UNIT: Final = r"(?:ngày|tuần|tháng|quý|năm)"
_NUMBER: Final = r"(?:\d{1,2}|một|hai|ba|bốn|sáu)"
_OFTEN: Final = (
    rf"{_NUMBER}\s+{_UNIT}\s*(?:/|một|1|01)\s*(?:\d{{1,2}}\s*)?(?:lần|lượt|kỳ)\b"
    rf"|(?:lần|lượt|buổi|cuộc|đợt|kỳ)\s*/\s*(?:{_NUMBER}\s+)?{_UNIT}\b"
    rf"|(?:mỗi|một|hằng|hàng)\s+{_UNIT}\s+(?:ít nhất\s+)?{_NUMBER}\s+(?:lần|lượt|buổi|cuộc|đợt|kỳ)\b"
    rf"|\d{{1,2}}\s+(?:tin|bài|tin, bài|ca|chuyến|phiên|giờ|chuyên mục|chương trình)\s*/\s*{_UNIT}\b"
    rf"|{_UNIT}/lần\b|(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý)\b"
)
_SEASON: Final = (
    r"(?:trước|sau|trong|vào|qua|dịp|đầu|giữa|cuối|ngay)\s+"
    r"(?:(?:các|những|trong|vào|dịp|đầu|giữa|cuối|khi|kết thúc|thời gian|đợt|kỳ)\s+){0,3}"
    r"(?:mùa\s+(?:mưa|khô|lũ|bão|nắng|nước nổi|mưa bão|vụ)|vụ\s+(?:đông xuân|hè thu|thu đông|mùa)|tết\b"
    r"|(?:nghỉ\s+)?hè\b|năm học|học kỳ|khai giảng|ngày lễ|lễ, tết)"
)
_WITHIN: Final = (
    r"trong\s+(?:vòng|thời hạn|thời gian)\s+(?:không quá\s+)?\d{1,3}\s*(?:giờ|h|phút|ngày|tuần|tháng)\b"
    r"(?!\s+(?:qua|trước|gần|đầu|cuối)\b)"
)
_LUNAR: Final = r"\d{1,2}\s+tháng\s+(?:chạp|giêng)\b|(?:mùng|mồng|rằm)\s+(?:\d|tháng)|âm lịch\b"
_EDGE: Final = r"(?:đầu|giữa|cuối)\s+(?:(?:mỗi|hằng|hàng|các)\s+)?(?:năm|quý|tháng|tuần|kỳ)\b(?!\s+(?:lương|phí))"
_WEEK: Final = r"tuần\s+(?:thứ\s+\w+|đầu(?: tiên)?|cuối(?: cùng)?|\d)\s+(?:của\s+)?(?:tháng|quý|năm)"
_POINT: Final = (
    r"(?:ngày\s+\d{1,2}(?:\s*[/.-]\s*\d{1,2})?(?:\s*[/.-]\s*\d{4})?|\d{1,2}/\d{1,2}(?:/\d{4})?|quý\s+(?:IV|I{1,3}|[1-4])\b|"
    r"tháng\s+\d{1,2}\b)"
)
_YEARED: Final = r"(?:\s*/\s*\d{4}|,?\s+năm\s+\d{4})?"
_LIST: Final = rf"{_POINT}{_YEARED}(?:\s*(?:,|và|-|–|đến)\s*(?:{_POINT}|\d{{1,2}}){_YEARED})*"
_APART: Final = rf"(?:\((?:[^()]*[\s:])?|[,:]\s*(?:dự kiến\s+|vào\s+|trong\s+)?){_LIST}\s*(?:\)|(?=\s*(?:[.;]|$)))"
_DASHED: Final = rf"\s[-–—]\s+(?:{_LIST}|thường xuyên|(?:cả|trong|hằng|hàng)\s+năm)(?=\s*[.;]*\s*$)"
"""The last of several parts between dashes: Bảo đảm an toàn thông tin - Công an xã - Thường xuyên."""
_PLACED: Final = rf":\s*{_LIST}(?=,?\s+(?:tại|ở)\s)"
"""A time and a place behind a colon: Hội nghị tổng kết: ngày 15/12/2026 tại Hội trường."""
_FESTIVE: Final = rf"(?:nhân\s+)?dịp\s+(?:[^,;.:()]{{0,40}}?\s)?{_LIST}"
"""The day of an occasion: Trao giải dịp 02/9."""
_SPOKEN: Final = lazy_pattern(
    rf"(?<!\w)(?:{_OFTEN}|{_SEASON}|{_WEEK}|{_WITHIN}|{_LUNAR}|(?:vào|trong|dịp)\s+{_EDGE}|{_FESTIVE})"
    rf"|{_APART}|{_DASHED}|{_PLACED}",
    re.IGNORECASE,
)
_CITED: Final = lazy_pattern(r"\bsố\s+\d[^,;()]{0,40}[(,]$|\bsố\s+\d[\w/.-]*\s*$", re.IGNORECASE)
"""The number of a document right before its day: Kế hoạch số 15/KH-UBND | (ngày 12/01/2026)."""
_FAR: Final = 80
"""Characters before a day in which the number of its document stands."""
_OPENED: Final = lazy_pattern(
    rf"(?:(?:vào|trong|đến|từ|dịp)\s+)?(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s+)?"
    rf"(?:đợt\s+\d+\s*)?"
    rf"(?:\(?{_LIST}\)?|{_EDGE}|(?:kết thúc|hết)\s+(?:năm|quý|tháng)\b|{_WEEK}|{_SEASON}"
    r"|thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])\s+(?:hằng|hàng|mỗi)\s+tuần"
    rf"|chủ nhật\s+(?:hằng|hàng|mỗi)\s+tuần)(?:[^,:;.]{{0,40}}[,:]\s|\W*$)",
    re.IGNORECASE,
)


def spoken_times(words: str) -> Iterator[re.Match[str]]:
    """Yield words that say when or how often, but for the day of a document behind its number."""
    return (found for found in _SPOKEN.finditer(words) if not _is_cited(words, found.start() + 1))


def _is_cited(words: str, end: int) -> bool:
    return _CITED.search(words, max(end - _FAR, 0), end) is not None


def opens_with_time(words: str) -> re.Match[str] | None:
    """Find the time that words begin with, before a comma or colon, or are nothing but: Ngày 15/5/2026, …; Quý I: …."""
    return _OPENED.match(words)
