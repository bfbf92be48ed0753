"""Figures of dates: numbers of days, months and years, and days written with dots or dashes.

A day with its year (30-11-2025, 30.11.2025, 2026-06-30) says by itself that it is one. A day and a month with a dot or
a dash (30-6, 30.6) may be a span of days, a number of a list or a decimal; ``short_day`` says where they are none.
"""

from typing import Final, NamedTuple

from kshc_cli.reading.times.cell import TimeCell, is_number

FIRST_YEAR: Final = 1990
_OLDEST: Final = 1900
LAST_YEAR: Final = 2199
MONTHS: Final = 12
"""Of a year."""
_DAYS: Final = 31
_BEFORE_A_DAY: Final = frozenset({"trước", "đến", "tới", "hết", "nhất"})
"""Words behind which a day stands and no span of days: trước ngày 3-6."""
_BEFORE_AN_AMOUNT: Final = frozenset({"quá", "hơn"})
_GOES_ON: Final = frozenset({"/", "tháng", "-", "."})
"""What makes figures behind a dash the beginning of something else: ngày 10-12/6, 10-12 tháng 6."""


class Figures(NamedTuple):
    """A day in figures, and the place behind it."""

    day: int
    month: int
    year: int | None
    end: int


def number(word: str, most: int) -> int | None:
    """Return a number of one or two digits from 1 to ``most``."""
    if len(word) > 2 or not is_number(word):
        return None
    return int(word) if 1 <= int(word) <= most else None


def year_number(word: str) -> int | None:
    """Return a year of four digits; other numbers of four digits (1022) are none."""
    if len(word) != 4 or not is_number(word):
        return None
    return int(word) if FIRST_YEAR <= int(word) <= LAST_YEAR else None


def year_of_day(word: str) -> int | None:
    """Return the year of a day that is written in full, which may lie far back: 31/10/1974."""
    old = len(word) == 4 and is_number(word) and _OLDEST <= int(word) < FIRST_YEAR
    return int(word) if old else year_number(word)


def iso_day(cell: TimeCell, at: int) -> Figures | None:
    """Read 2026-06-30."""
    year = year_number(cell.word(at))
    if year is None or not (cell.word(at + 1) == cell.word(at + 3) == "-") or not _tight(cell, at, 4):
        return None
    month, day = number(cell.word(at + 2), MONTHS), number(cell.word(at + 4), _DAYS)
    two_figures = len(cell.word(at + 2)) == len(cell.word(at + 4)) == 2
    return Figures(day, month, year, at + 5) if month is not None and day is not None and two_figures else None


def marked_day(cell: TimeCell, at: int) -> Figures | None:
    """Read 30-11-2025, 30.11.2025, and where they can be nothing else 30-11 and 30.11, written without spaces."""
    day, mark, month = number(cell.word(at), _DAYS), cell.word(at + 1), number(cell.word(at + 2), MONTHS)
    if day is None or month is None or mark not in {"-", "."} or not _tight(cell, at, 2):
        return None
    year = year_of_day(cell.word(at + 4))
    if year is not None and cell.word(at + 3) == mark and _tight(cell, at + 2, 2):
        return Figures(day, month, year, at + 5)
    return Figures(day, month, None, at + 3) if _is_short(cell, at, day, month) else None


def _is_short(cell: TimeCell, at: int, day: int, month: int) -> bool:
    """Tell whether 30-6 or 30.6 at ``at`` is a day: behind "ngày", or a day above 12 behind "trước" or "đến".

    Two figures with a dash that grow, such as 3-6, are perhaps a span of days, unless "trước" or "đến" asks for one.
    """
    said = cell.word(at - 1) == "ngày"
    before = cell.word(at - 2 if said else at - 1)
    end = at + 3
    if cell.word(end) in _GOES_ON and (cell.word(end) in {"/", "tháng"} or cell.tight(end + 1)):
        return False
    if not said:
        return day > MONTHS and before not in _BEFORE_AN_AMOUNT
    return cell.word(at + 1) == "." or day >= month or before in _BEFORE_A_DAY


def _tight(cell: TimeCell, at: int, steps: int) -> bool:
    """Tell whether no space stands before any of the ``steps`` tokens behind ``at``."""
    return all(cell.tight(at + step) for step in range(1, steps + 1))
