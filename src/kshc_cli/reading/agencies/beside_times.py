"""Times that stand beside a body in its cell: Văn phòng - Quý II/2026; Công an xã (30/10). No name holds them."""

from collections.abc import Sequence
from typing import Final

from kshc_cli.reading.folding import Token

OPENING: Final = frozenset(
    {
        "trong",
        "trước",
        "từ",
        "đến",
        "xong",
        "vào",
        "chậm",
        "nhất",
        "muộn",
        "hoàn",
        "thành",
        "cuối",
        "đầu",
        "hết",
        "giữa",
    }
)
"""Words before a time."""
_MOST: Final = 5
"""Such words at most."""
_UNITS: Final = frozenset({"quý", "tháng", "ngày", "tuần"})
_ROMAN: Final = frozenset({"i", "ii", "iii", "iv"})
_BESIDE: Final = frozenset({"-", "(", ",", ";", "/"})
"""Marks behind which a day stands alone: Trường 30/4 is a name."""


def opens_time(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a time begins at ``place`` behind other words: | trong quý I; | Quý II; - | 30/6; | tháng 9/2026.

    A year, a day without a mark before it and the number of a month may belong to a name.
    """
    at = place
    while at < min(place + _MOST, len(tokens)) and tokens[at].word in OPENING:
        at += 1
    words = [one.word for one in tokens[at : at + 3]]
    if len(words) < 2:
        return False
    is_parted = at > place or tokens[place - 1].word in _BESIDE
    if words[0] in _UNITS:
        sure = is_parted or words[0] == "quý" or words[2:] == ["/"]
        return sure and (words[1].isdigit() or words[1] in _ROMAN)
    is_year = words[0] == "năm" and at > place and words[1].isdigit()
    return is_year or (
        is_parted and words[0].isdigit() and words[1] in {"/", "-"} and words[2:3] != [] and words[2].isdigit()
    )
