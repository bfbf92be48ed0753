"""Time cells moved to another year: a year moves there, too, where only its reading shows that it is one."""

from collections.abc import Iterable
from datetime import date

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.messages import _
from kshc_cli.plan.lines import line_of
from kshc_cli.plan.model import Labels
from kshc_cli.reading.moving.proof import compared, moved_day
from kshc_cli.reading.moving.spot import Spot, Verdict
from kshc_cli.reading.moving.spots import spots
from kshc_cli.reading.times.reader import read_time


@dataclass(frozen=True, slots=True)
class Move:
    """From which year to which a plan is moved, and when it was issued."""

    year: int
    years: int
    """By how many years."""
    issued: date | None = None

    @property
    def new_issued(self) -> date | None:
        """The day of issue so many years on, by which the new words are read for the proof."""
        if self.issued is None:
            return None
        return moved_day(self.issued, self.years) or self.issued.replace(year=self.issued.year + self.years, day=28)


def moved_words(words: str, found: Iterable[Spot], years: int) -> str:
    """Return words with those of their years moved that move."""
    pieces: list[str] = []
    done = 0
    for spot in found:
        if spot.verdict is Verdict.MOVED:
            pieces += (words[done : spot.start], spot.moved(years))
            done = spot.end
    return "".join((*pieces, words[done:]))


def time_spots(words: str, move: Move) -> tuple[Spot, ...]:
    """Return the years in the words of a time cell, judged by what they say and by what is read of them."""
    found = spots(words, move.year, move.years)
    if not found or _is_proven(words, found, move) or _is_lunar(words, found, move):
        return found
    bare = [number for number, spot in enumerate(found) if spot.verdict is Verdict.BARE]
    tried = _as_moved(found, bare)
    if bare and _is_proven(words, tried, move):
        needed = [number for number in bare if not _is_proven(words, _without(tried, number), move)]
        return _as_moved(found, needed)
    return tuple(_doubted(spot) if spot.verdict is Verdict.MOVED else spot for spot in found)


def item_spots(words: str, move: Move, own: Labels | None) -> tuple[Spot, ...]:
    """Return the years in the text of a task in paragraphs; what a label says is a time is judged as such a cell."""
    found = spots(words, move.year, move.years)
    start = 0
    for line in words.split("\n"):
        for told in line_of(line, own).told:
            at = words.find(told.words, start, start + len(line)) if told.holds == "time" else -1
            if at >= 0:
                end = at + len(told.words)
                others = [spot for spot in found if spot.end <= at or spot.start >= end]
                own_ones = (
                    replace(spot, start=spot.start + at, end=spot.end + at) for spot in time_spots(told.words, move)
                )
                found = tuple(sorted((*others, *own_ones), key=lambda spot: spot.start))
        start += len(line) + 1
    return found


def _doubted(spot: Spot) -> Spot:
    return replace(spot, verdict=Verdict.DOUBTFUL, why=_("This time is not read as the same one in the new year."))


def _as_moved(found: tuple[Spot, ...], numbers: Iterable[int]) -> tuple[Spot, ...]:
    chosen = set(numbers)
    return tuple(
        replace(spot, verdict=Verdict.MOVED, why="") if number in chosen else spot for number, spot in enumerate(found)
    )


def _without(found: tuple[Spot, ...], left: int) -> tuple[Spot, ...]:
    return tuple(replace(spot, verdict=Verdict.BARE) if number == left else spot for number, spot in enumerate(found))


def _is_lunar(words: str, found: tuple[Spot, ...], move: Move) -> bool:
    """Tell whether the lunar calendar says what moves, in words of which nothing is read as a day of ours."""
    is_reckoned = all(spot.is_lunar or spot.named for spot in found) and any(spot.is_lunar for spot in found)
    return is_reckoned and not read_time(words, year=move.year, issued=move.issued).parts


def _is_proven(words: str, found: tuple[Spot, ...], move: Move) -> bool:
    old = read_time(words, year=move.year, issued=move.issued)
    new = read_time(moved_words(words, found, move.years), year=move.year + move.years, issued=move.new_issued)
    return bool(old.parts) and compared(old, new, move.years, lunar_days(found)).alike


def lunar_days(found: Iterable[Spot]) -> frozenset[tuple[date, date]]:
    """Return the days that were reckoned by the lunar calendar, old and new."""
    return frozenset(spot.days for spot in found if spot.is_lunar and spot.days)
