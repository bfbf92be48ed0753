"""A year in words, and what becomes of it when a plan is moved to another year."""

from datetime import date
from enum import StrEnum

from kshc_cli.dataclass import dataclass
from kshc_cli.reading.times.days.year_names import name_of


class Verdict(StrEnum):
    """What becomes of a year."""

    MOVED = "moved"
    FACT = "fact"
    """It stays, and nothing need be said."""
    BARE = "bare"
    """Only its form leaves a doubt: it moves where a reading of the words proves it."""
    DOUBTFUL = "doubtful"
    """It stays, and somebody has to look at it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A year in words: characters from ``start`` up to ``end``."""

    start: int
    end: int
    year: int
    verdict: Verdict
    why: str = ""
    """Of a doubt: what it is, as a sentence."""
    named: bool = False
    """Whether it is the name of a year (Giáp Thìn)."""
    ahead: str = ""
    """What then stands before the year: the spot holds all words that change with it (thứ Hai, ngày 15/7/2024)."""
    tail: str = ""
    is_lunar: bool = False
    """Whether the words say which day of the lunar calendar it is, by which they were reckoned."""
    days: tuple[date, date] | None = None
    """The day that the year is part of, in the old year and in the new one."""
    told: tuple[str, ...] = ()
    """What was reckoned of these words."""

    def moved(self, years: int) -> str:
        """Return what stands in its place ``years`` later."""
        year = name_of(self.year + years) if self.named else str(self.year + years)
        return f"{self.ahead}{year}{self.tail}"
