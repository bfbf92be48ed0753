"""The names of years in the cycle of sixty: Giáp Thìn is 2024."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kshc_cli.patterns import lazy_pattern

_STEMS: Final = "Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"
_BRANCHES: Final = "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"
_FIRST: Final = 1984
"""A year that is called Giáp Tý."""
NAME: Final = rf"(?:{'|'.join(_STEMS)}|Kỉ|Quí)\s+(?:{'|'.join(_BRANCHES)}|Tí|Tị|Mẹo)\b"
"""The name of any year, as a part of patterns."""
_NAME: Final = lazy_pattern(rf"\b{NAME}", re.IGNORECASE)
_SPELT: Final = {"kỉ": "kỷ", "quí": "quý", "tí": "tý", "tị": "tỵ", "mẹo": "mão"}


def name_of(year: int) -> str:
    """Return the name of a year."""
    return f"{_STEMS[(year - _FIRST) % len(_STEMS)]} {_BRANCHES[(year - _FIRST) % len(_BRANCHES)]}"


def named_years(words: str, years: Iterable[int]) -> Iterator[tuple[int, int, int]]:
    """Yield where words name one of ``years``: from which character up to which, and the year."""
    names = {name_of(year).lower(): year for year in years}
    for found in _NAME.finditer(words):
        called = " ".join(_SPELT.get(part.lower(), part.lower()) for part in found[0].split())
        if called in names:
            yield found.start(), found.end(), names[called]
