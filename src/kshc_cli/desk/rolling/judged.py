"""A text of a plan that is moved, as it was judged: the years in it, what stays, and how a place of it is shown."""

from datetime import date
from typing import Final, NamedTuple

from kshc_cli.dataclass import dataclass
from kshc_cli.desk.rolling.kinds import Kind
from kshc_cli.findings import Path
from kshc_cli.reading.moving.spot import Spot, Verdict
from kshc_cli.source.edit.leaves import Leaf, Turn

_BEFORE: Final = 30
_BEHIND: Final = 1


@dataclass(frozen=True, slots=True)
class Judged:
    """A text with its years, as they are judged; where it holds none that move, it stays."""

    leaf: Leaf
    kind: Kind
    spots: tuple[Spot, ...]

    def turns(self, years: int) -> tuple[Turn, ...]:
        """Return what is put in place of what."""
        return tuple(
            Turn(spot.start, spot.end, spot.moved(years)) for spot in self.spots if spot.verdict is Verdict.MOVED
        )


class Left(NamedTuple):
    """Words that stay as they are, and why somebody has to look at them."""

    path: Path
    words: str
    why: str


class Reckoned(NamedTuple):
    """A day that a day of the week says, and so another one in the new year."""

    path: Path
    old: date
    new: date


def around_spot(words: str, spot: Spot) -> str:
    """Return a year with the words beside it, on one line."""
    start, end = max(spot.start - _BEFORE, 0), min(spot.end + _BEHIND, len(words))
    start = words.find(" ", start) + 1 if start and " " in words[start : spot.start] else start
    end = words.rfind(" ", spot.end, end) if end < len(words) and " " in words[spot.end : end] else end
    cut = " ".join(words[start:end].split())
    return f"{'…' if start else ''}{cut}{'…' if end < len(words) else ''}"


def around(words: str, start: int, end: int) -> str:
    """Return a place of words with those beside it, on one line."""
    return around_spot(words, Spot(start, end, 0, Verdict.MOVED))
