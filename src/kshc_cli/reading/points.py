"""Points of the calendar in words: a day, a month, a quarter, a half, a year.

Every reader takes a cell and a place and returns what stands there with the place behind it, or None: nothing of the
kind stands there, or something strange does (month 13, "năm" without a number), which stays unread.
"""

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from kshc_cli.reading.cell import QUARTERS, Cell, Phrasebook, is_number

FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2199


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of ``months`` months from ``month`` on, or one ``day``; what the words leave out is None."""

    months: int
    month: int | None
    year: int | None = None
    day: int | None = None

    @property
    def unit(self) -> int:
        """The length in months; 0 for a day."""
        return self.months if self.day is None else 0


@dataclass(frozen=True, slots=True)
class Period:
    """A point with all its dates known, first and last day included."""

    first: date
    last: date
    unit: int
    """The length in months; 0 for a day."""


Found = tuple[Point, int]

_HALVES: Final = Phrasebook(
    {f"{count} đầu năm": 1 for count in ("6 tháng", "06 tháng", "sáu tháng", "nửa")}
    | {f"{count} cuối năm": 7 for count in ("6 tháng", "06 tháng", "sáu tháng", "nửa")}
)


def period_of(point: Point, year: int, month: int) -> Period | None:
    """Return the dates of a point in a year, from a month on or in it; None where there is no such day."""
    if point.day is None:
        end = month + point.months - 1
        return Period(date(year, month, 1), date(year, end, monthrange(year, end)[1]), point.unit)
    if point.day > monthrange(year, month)[1]:
        return None
    day = date(year, month, point.day)
    return Period(day, day, 0)


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


def read_point(cell: Cell, at: int) -> Found | None:
    """Read a point that begins with its own word (tháng 6/2024), or a full date in figures (31/10/2025)."""
    reader = _HEADS.get(cell.word(at))
    if reader is not None:
        return reader(cell, at + 1)
    half = _HALVES.match(cell, at)
    if half is not None:
        return _half(cell, *half)
    found = read_day(cell, at)
    return found if found is not None and found[0].year is not None else None


def read_like(cell: Cell, at: int, before: Point) -> Found | None:
    """Read a point without a word of its own, in the unit of the one before it: the 12/2025 of "tháng 11 - 12/2025"."""
    match before.unit:
        case 0:
            return read_day(cell, at)
        case 1:
            return _month(cell, at)
        case 3:
            return _quarter(cell, at)
        case 12:
            return _year(cell, at)
        case _:
            return None


def read_bare(cell: Cell, at: int) -> Found | None:
    """Read figures that are a time only where nothing stands before them: 2025, 12/2024."""
    if year_number(cell.word(at)) is not None:
        return _year(cell, at)
    found = _month(cell, at)
    return found if found is not None and found[0].year is not None and cell.word(at + 1) == "/" else None


def _year(cell: Cell, at: int) -> Found | None:
    bracket = cell.word(at) == "("
    year = year_number(cell.word(at + bracket))
    if year is None or (bracket and cell.word(at + 2) != ")"):
        return None
    return Point(12, 1, year), at + (3 if bracket else 1)


def _half(cell: Cell, month: int, at: int) -> Found:
    year = year_number(cell.word(at))
    return Point(6, month, year), at + (year is not None)


def _quarter(cell: Cell, at: int) -> Found | None:
    quarter = QUARTERS.get(cell.word(at))
    return None if quarter is None else _with_year(cell, at + 1, Point(3, 3 * quarter - 2))


def _month(cell: Cell, at: int) -> Found | None:
    month = number(cell.word(at), 12)
    return None if month is None else _with_year(cell, at + 1, Point(1, month))


def read_day(cell: Cell, at: int) -> Found | None:
    """Read a day in figures, which may leave out its year and month."""
    day = number(cell.word(at), 31)
    if day is None:
        return None
    point = Point(1, None, None, day)
    if cell.word(at + 1) == "/" or (cell.word(at + 1) == "tháng" and cell.word(at + 2) != "cuối"):
        month = number(cell.word(at + 2), 12)
        return None if month is None else _with_year(cell, at + 3, replace(point, month=month))
    return _figures(cell, at, point) or (point, at + 1)


def _figures(cell: Cell, at: int, point: Point) -> Found | None:
    """Read the rest of 30-11-2025 or 30.11.2025, written without spaces."""
    mark, month, year = cell.word(at + 1), number(cell.word(at + 2), 12), year_number(cell.word(at + 4))
    if mark not in {"-", "."} or cell.word(at + 3) != mark or not all(cell.tight(at + step) for step in range(1, 5)):
        return None
    return None if month is None or year is None else (replace(point, month=month, year=year), at + 5)


def _with_year(cell: Cell, at: int, point: Point) -> Found | None:
    """Read the year of a point if one follows; strange where its beginning does and no year comes."""
    word = cell.word(at)
    if word == "," and cell.word(at + 1) == "năm":
        year = year_number(cell.word(at + 2))
        return (point, at) if year is None else (replace(point, year=year), at + 3)
    if word == "năm":
        return _put_year(cell, at + 1, point)
    if word == "/":
        return _put_year(cell, at + (2 if cell.word(at + 1) == "năm" else 1), point)
    if word == "-" or (word == "." and cell.tight(at) and cell.tight(at + 1)):
        return _put_year(cell, at + 1, point) or (point, at)
    return point, at


def _put_year(cell: Cell, at: int, point: Point) -> Found | None:
    found = _year(cell, at)
    return None if found is None else (replace(point, year=found[0].year), found[1])


_HEADS: Final[Mapping[str, Callable[[Cell, int], Found | None]]] = {
    "ngày": read_day,
    "tháng": _month,
    "quý": _quarter,
    "năm": _year,
}
