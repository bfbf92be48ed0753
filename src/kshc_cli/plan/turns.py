"""Where a plan runs over the turn of a year: what its subject and the order of the columns of a table say of that."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import Column
from kshc_cli.plan.periods import headed_period
from kshc_cli.plan.schedules import periods_of

_SPAN: Final = lazy_pattern(
    r"\b(?:năm\s+học|niên\s+(?:học|khóa|vụ)|học\s+kỳ|vụ|mùa)\b[^\d]{0,40}(20\d\d)\s*[-–/]\s*(20\d\d)", re.IGNORECASE
)
"""A school year or a crop, which begins in one year and ends in the next: vụ Đông Xuân năm 2026 - 2027."""
_HAS_TWO: Final = lazy_pattern(r"20\d\d\s*[-–/]\s*20\d\d", needs=("-", "–", "/"))
"""What few subjects hold that are searched for ``_SPAN``, which takes long to compile."""
_PREPARED: Final = lazy_pattern(
    r"\b(?:tuyển\s+quân|(?:tuyển\s+chọn|gọi)\b.{0,30}\bnhập\s+ngũ|giao(?:,)?\s+nhận\s+quân|năm\s+mới|(?:vụ\s+)?đông\s*[-–]?\s*xuân"
    r"|tết(?!\s+(?:trung\s+thu|thiếu\s+nhi|độc\s+lập|đoan\s+ngọ))|(?:đón|mừng|vui)\s+xuân"
    r"|(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)\s+(?:tý|sửu|dần|mão|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi)"
    r"|(?:xây\s+dựng|lập|dự\s+thảo|góp\s+ý)(?:\s+(?:và|các|dự\s+thảo))*\s+(?:kế\s+hoạch|dự\s+toán))\b",
    re.IGNORECASE,
)
"""What is done for a year in the months before it begins: Tuyển quân năm 2027."""
_PERIOD: Final = lazy_pattern(r"tháng\s+(\d{1,2})|quý\s+(IV|I{1,3}|[1-4])", re.IGNORECASE, needs=("tháng", "quý"))
_QUARTERS: Final = {"i": 1, "ii": 4, "iii": 7, "iv": 10, "1": 1, "2": 4, "3": 7, "4": 10}
"""The first months of quarters."""


def spanned_years(subject: str) -> tuple[int, int] | None:
    """Return the two years over whose turn a subject runs: Năm học 2026 - 2027."""
    if not _HAS_TWO.search(subject):
        return None
    years = ((int(found[1]), int(found[2])) for found in _SPAN.finditer(subject))
    return next(((first, last) for first, last in years if last == first + 1), None)


def is_prepared(words: str) -> bool:
    """Tell whether words speak of what is done for a year in the months before it."""
    return _PREPARED.search(words) is not None


def turned_month(columns: Sequence[Column]) -> int:
    """Return the month that the first column of a table is called by, where January stands behind; 0 for others.

    Tháng 9 … Tháng 12, Tháng 01 … Tháng 5.
    """
    return _turned(period for _key, period in periods_of(columns))


def turned_headings(headings: Iterable[str | None]) -> int:
    """Return the month of the first of headings that are months or quarters, where January stands behind it."""
    return _turned(headed_period(heading) for heading in headings if heading)


def _turned(periods: Iterable[str]) -> int:
    called = filter(None, map(_PERIOD.fullmatch, periods))
    months = [int(found[1]) if found[1] else _QUARTERS[found[2].lower()] for found in called]
    falls = any(after < before for before, after in pairwise(months))
    return months[0] if falls and months[-1] < months[0] else 0
