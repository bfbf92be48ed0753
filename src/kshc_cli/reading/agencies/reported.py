"""What is only reported to the plan's own committee, which does nothing by that: tham mưu | UBND tỉnh."""

from typing import Final

from kshc_cli.reading.agencies.ground import Ground
from kshc_cli.reading.agencies.home import Home

REPORTING: Final = ("tham mưu", "trình", "báo cáo", "gửi", "đề xuất")
"""Duties that are done to a body above, which does nothing by that."""


def reported_in(ground: Ground, home: Home) -> dict[int, int]:
    """Return where the plan's own committee begins and ends where something is only reported to it.

    Tham mưu | UBND tỉnh; trình Chủ tịch | UBND phường.
    """
    found: dict[int, int] = {}
    for place, token in enumerate(ground.tokens):
        if token.word in {"ubnd", "ủy"} and (length := home.committee_length(ground.tokens, place)):
            before = [one.word for one in ground.tokens[ground.first(place, max(place - 5, 0)) : place]]
            chair = 2 if before[-2:] == ["chủ", "tịch"] else 0
            words = " ".join(word for word in before[: len(before) - chair] if word not in {"cho", "lên", "về", "tới"})
            if words.endswith(REPORTING):
                found[place - chair] = place + length
    return found
