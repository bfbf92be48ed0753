"""Headings that are periods (THÁNG 3, Quý I/2027, NĂM 2027): when what stands below them is to be done."""

import re
from typing import Final

from kshc_cli.patterns import lazy_pattern

_ORDINAL: Final = r"(?:([IVXLC]+|\d+(?:\.\d+)*|[A-ZĐ])[.):]\s*)?"
_NOUN: Final = (
    r"(?:(?:các\s+)?(?:công\s+việc|nhiệm\s+vụ|nội\s+dung|hoạt\s+động|việc)(?:\s+(?:trọng\s+tâm|chính|cụ\s+thể))*"
    r"(?:\s+(?:(?:cần|phải)\s+){0,2}(?:thực\s+hiện|triển\s+khai|hoàn\s+thành))?\s+)?(?:(?:trong|của)\s+)?"
    r"(?:thời\s+gian(?:\s+thực\s+hiện)?\s*:?\s*)?"
)
_COUNT: Final = r"(?:\d{1,2}|[iv]{1,3})"
_YEAR: Final = r"20\d\d"
_ONE: Final = (
    rf"(?:(?:tháng|quý)\s+{_COUNT}|(?:6|sáu)\s+tháng\s+(?:đầu|cuối)(?:\s+năm)?|(?:năm|giai\s+đoạn)\s+{_YEAR}"
    rf"|{_COUNT}|{_YEAR})(?:(?:\s*/\s*|\s+năm\s+|\s+){_YEAR})?"
)
_JOINT: Final = r"\s*(?:[,;+&-]|–|và|đến)\s*"
_BY: Final = (
    rf"(?:(?:hoàn\s+thành|xong)\s+)?(?:trước|chậm\s+nhất(?:\s+là)?|muộn\s+nhất(?:\s+là)?|đến|không\s+quá)\s+(?:hết\s+)?"
    rf"(?:(?:ngày\s+)?\d{{1,2}}(?:\s*/\s*|\s+tháng\s+)\d{{1,2}}(?:(?:\s*/\s*|\s+năm\s+){_YEAR})?|(?=tháng|quý){_ONE})"
)
"""A day or period by whose end something is due."""
_HEADED: Final = lazy_pattern(
    rf"{_ORDINAL.lower()}{_NOUN}((?:từ\s+)?(?=tháng|quý|năm|giai|6|sáu){_ONE}(?:{_JOINT}{_ONE})*)(\s*\([^()]*\))?[\s.:;]*"
)
"""The heading of tasks that are all to be done in a period: its ordinal, the period, and what is said of it.

In small letters: to compile it for capitals too takes five times as long.
"""
_HEADED_BY: Final = lazy_pattern(rf"{_ORDINAL.lower()}{_NOUN}({_BY})[\s.:;]*")
"""The heading of tasks that are all due by a day, in small letters."""
_LIMIT: Final = lazy_pattern(r"\s*\((?:trước|đến|từ|chậm\s+nhất|hoàn\s+thành|xong|ngày|hạn)\b.*\d", re.IGNORECASE)
"""Words in brackets that say by when in the period."""
_ANY_ORDINAL: Final = lazy_pattern(rf"\s*{_ORDINAL}")


def headed_period(heading: str) -> str:
    """Return the period that is all that the last line of a heading says, with the days of it; nothing for others."""
    line = heading.strip().rpartition("\n")[2].strip()
    small = line.lower()
    found = _HEADED.fullmatch(small)
    if found is None:
        return ""
    words = line if len(small) == len(line) else small
    period, limit = (words[slice(*found.span(group))] for group in (2, 3))
    return f"{period}{limit}" if _LIMIT.match(limit) else period


def headed_limit(heading: str) -> str:
    """Return the words by when all is due below a heading, where its last line says nothing else; nothing for others.

    Nhiệm vụ hoàn thành trước ngày 30/6: no period, and a year in it is that of the day alone.
    """
    line = heading.strip().rpartition("\n")[2].strip()
    small = line.lower()
    found = _HEADED_BY.fullmatch(small)
    if found is None:
        return ""
    return line[slice(*found.span(2))] if len(small) == len(line) else found[2]


def kind_of(line: str) -> str:
    """Return what kind of ordinal a line has: roman, a letter, of figures, or none, in capitals or not."""
    ordinal = (found[1] if (found := _ANY_ORDINAL.match(line)) else "") or ""
    if not ordinal:
        return "capitals" if line.isupper() else "none"
    return "figures" if ordinal[0].isdigit() else "roman" if set(ordinal) <= set("IVX") else "letter"
