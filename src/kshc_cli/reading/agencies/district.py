"""Bodies of the district level (huyện, quận, thị xã, thành phố thuộc tỉnh), which ended on 01/7/2025.

And those of communes and wards, which were joined on that day, most of them under other names.
"""

from datetime import date
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.folding import canonical

FIRST_WHOLE_YEAR: Final = 2026
"""The first year all of which is without districts."""
LAST_DAY: Final = date(2025, 6, 30)
"""The last day of the districts, and of communes and wards as they were."""
_CENTRAL: Final = r"(?!(?:hà nội|hồ chí minh|hcm|hải phòng|đà nẵng|cần thơ|huế|trực thuộc)\b)"
LEVEL: Final = rf"(?:huyện|quận|thị xã|thị trấn|(?:thành phố|tp\.?)\s+{_CENTRAL}(?=[^\W\d_]))"
"""What units of the level are called, in words in one spelling (``canonical``)."""
BODY: Final = lazy_pattern(
    rf"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd)\s+(?:các\s+)?{LEVEL}"
    rf"|\bcác\s+(?:huyện|quận|thị xã|thị trấn)\b|\b(?:huyện|quận|thị|thị xã) ủy\b|\bcấp huyện\b|\bthị trấn\b"
    rf"|\bphòng\s+[^;,.]{{2,60}}\s{LEVEL}"
)
"""What bodies of it are called."""
_OWN: Final = lazy_pattern(r"\b(?:thành phố|tp|huyện|quận|thị xã)\W*$")

_COMMUNE: Final = lazy_pattern(
    r"\b(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|đảng ủy|công an|trạm y tế|văn phòng|phòng [^;,.]{2,60})\s+"
    r"(?:xã|phường)\s+(?!hội\b)[^\W_]"
)


def is_of_commune(name: str) -> bool:
    """Tell whether a name is one of a body of a single commune or ward that it names."""
    return bool(_COMMUNE.search(canonical(name)))


def is_of_district(name: str, issuer: str = "") -> bool:
    """Tell whether a name is one of a body of the level; ``issuer``: whose body one is that is only “… Thành phố”."""
    words = canonical(name)
    return bool(BODY.search(words) or (issuer and BODY.search(canonical(issuer)) and _OWN.search(words)))
