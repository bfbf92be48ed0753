"""Words of one office that name no day: its meetings, which it holds on the same day of each month."""

import re
from datetime import date
from typing import Final

from kshc_cli.plugins import Deadline, Recurring, TimePart

DAY: Final = 20
"""The day of the month on which the office meets, by its own rules of work."""
_BEFORE: Final = re.compile(r"trước kỳ giao ban tháng (0?[1-9]|1[0-2])")


def meetings(words: str, *, year: int, issued: date | None) -> TimePart | None:  # noqa: ARG001  it has no use for it
    """Read “trước kỳ giao ban tháng 6” and “mỗi kỳ giao ban”; what other words mean is not ours to say."""
    known = " ".join(words.lower().split())
    if known == "mỗi kỳ giao ban":
        return Recurring(f"FREQ=MONTHLY;BYMONTHDAY={DAY}")
    if found := _BEFORE.fullmatch(known):
        return Deadline(date(year, int(found[1]), DAY), before=True)
    return None
