"""Words that say by when or how often something is due, of whatever it is, whether they can be read or not."""

import re
from typing import Final

from kshc_cli.patterns import lazy_pattern

DUE: Final = lazy_pattern(
    r"\b(?:trước|chậm nhất|muộn nhất|hạn cuối|hạn chót)\b(?:\W+\w+){0,4}?\W+(?:ngày|tháng|quý)"
    r"\W+(?:\d|\[|…|\.\.|cuối\b)"
    r"|\b(?:trước|chậm nhất|muộn nhất)(?:\W+\w+){0,2}?\W+\d{1,2}[/.-]\d{1,2}\b"
    r"|\b(?:trước|chậm nhất|muộn nhất|vào)(?:\W+\w+){0,3}?\W+(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\b"
    r"|\b(?:trước|chậm nhất|muộn nhất)(?:\W+(?:là|vào|lúc))?\W+\d{1,2}\s*(?:giờ|h|g)\b"
    r"|\bđịnh kỳ\s+(?:(?:vào|trước)\s+)?ngày\s+\d"
    r"|\bđịnh kỳ\s+(?:(?:hằng|hàng|mỗi|0?[36])\s+)?(?:tuần|tháng|quý|năm)\b",
    re.IGNORECASE,
)


def names_deadline(words: str) -> re.Match[str] | None:
    """Find the first such words."""
    return DUE.search(words)
