"""What one way of saying that something comes back gives: its rules, and whether the words say "trước" a day."""

from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.reading.times.days.openers import OpenedDate, Opener

OF_EACH: Final = frozenset({Opener.NONE, Opener.IN, Opener.BEFORE, Opener.BY})


@dataclass(frozen=True, slots=True)
class FoundRules:
    """The rules, and the place behind their words."""

    rules: tuple[str, ...]
    """Rules of RFC 5545; an empty one where "định kỳ" names no period."""
    end: int
    before: bool = False
    """Whether the words say "trước" a day."""
    law: str | None = None
    implied: bool = False
    """Whether it comes back in one year, which the words leave out."""


def is_before(opened: OpenedDate) -> bool:
    """Tell whether the words say "trước" a day, and no hour of it."""
    series = opened.series
    days = series is not None and all(point.unit == 0 for point in series.points)
    return opened.opener is Opener.BEFORE and days and not opened.clock
