"""Points of the calendar in words: a day, a month, a quarter, a half, a year.

Every reader takes a cell and a place and returns what stands there with the place behind it, or None: nothing of the
kind stands there, or something strange does (month 13, "năm" without a number), which stays unread.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.days import month_length
from kshc_cli.reading.times.cell import QUARTER_WORDS, QUARTERS, Cell, Phrasebook, is_number
from kshc_cli.reading.times.figures import Figures, iso_day, marked_day, number, year_number, year_of_day

_LONGEST: Final = 12
_NEAR: Final = 10
"""Years behind the plan's up to which two figures are one."""
_LATER: Final = {"nay": 0, "sau": 1, "tới": 1, "ngoái": -1}
"""Years by the plan's: năm nay, năm sau."""
_OF_EVENTS: Final = frozenset({"khi", "ngày", "đó"})
"""Words that make "năm sau" another thing: năm sau khi …."""
_FARTHEST: Final = 50
"""Years behind the plan's up to which a number alone is one."""


_SHORT_CELL: Final = 60
"""Words of a cell that are looked at as a whole; it keeps reading linear in the length of the text."""
LAST: Final = -1
"""The last day of a month, as ``Point.day``."""


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of ``months`` months from ``month`` on, or one ``day``; what the words leave out is None."""

    months: int
    month: int | None
    year: int | None = None
    day: int | None = None
    law: str | None = None
    """The article that makes the words a certain day: cuối tháng, giữa năm."""
    weekday: int | None = None
    """The day of the week that the words give a day; 0 is Monday."""
    later: bool = False
    """Whether its year is the one behind the plan's, or behind each year (hằng năm, trước ngày 31/01 năm sau)."""

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

_COUNTS: Final = {"nửa": 6, "sáu tháng": 6, "ba tháng": 3, "chín tháng": 9} | {
    f"{zero}{months} tháng": months for months in range(2, 12) for zero in ("", "0")[: 1 + (months < 10)]
}
_PARTS_OF_YEAR: Final = Phrasebook(
    {f"{count} đầu năm": Point(months, 1) for count, months in _COUNTS.items()}
    | {f"{count} cuối năm": Point(months, 13 - months) for count, months in _COUNTS.items()}
)

EDGE_OF_MONTH: Final = "khoản 2 Điều 146 Bộ luật Dân sự 2015"
EDGE_OF_YEAR: Final = "khoản 3 Điều 146 Bộ luật Dân sự 2015"
_EDGES: Final = Phrasebook(
    {
        f"{edge} tháng": Point(1, None, None, day, EDGE_OF_MONTH)
        for edge, day in (("đầu", 1), ("giữa", 15), ("cuối", LAST))
    }
    | {
        f"{edge} năm": Point(1, month, None, day, EDGE_OF_YEAR)
        for edge, month, day in (("đầu", 1, 1), ("giữa", 6, LAST), ("cuối", 12, LAST))
    }
)
"""Đầu, giữa, cuối tháng: the 1st, the 15th, the last day; of the year 1 January, 30 June, 31 December."""

_MONTH_WORDS: Final = Phrasebook(
    {
        word: month
        for month, word in enumerate(
            ["một", "hai", "ba", "tư", "-", "sáu", "bảy", "tám", "chín", "mười", "mười_một", "mười_hai"], 1
        )
        for word in [word.replace("_", " ")]
        if word != "-"
    }
)
"""Tháng Một … tháng Mười hai, without tháng Năm, which is no month in "tháng, năm"."""

_OF_MONTHS: Final = frozenset({"cuối", "đầu", "liền", "kế", "tiếp", "sau"})
"""What makes "tháng" behind a day no month by number: ngày 15 tháng cuối quý."""

_SHORT: Final[Mapping[str, str]] = {"t": "tháng", "q": "quý"}
"""T6/2026 and Q.III/2026: read only with their year, for T6 alone may be a Friday."""


FIRST_DAYS: Final = frozenset({"mùng", "mồng"})
"""What stands before a day up to the tenth."""


def is_solar(cell: Cell) -> bool:
    """Tell whether a cell says that its days are those of the calendar, and not of the moon."""
    return any(cell.words[at : at + 2] == ("dương", "lịch") for at in range(min(cell.size, _SHORT_CELL)))


def period_of(point: Point, year: int, month: int) -> Period | None:
    """Return the dates of a point in a year, from a month on or in it; None where there is no such day or weekday."""
    if point.day is None:
        end = month + point.months - 1
        return Period(date(year, month, 1), date(year, end, month_length(year, end)), point.unit)
    length = month_length(year, month)
    if point.day > length:
        return None
    day = date(year, month, length if point.day == LAST else point.day)
    return Period(day, day, 0) if point.weekday in {None, day.weekday()} else None


def read_point(cell: Cell, at: int) -> Found | None:
    """Read a point that begins with its own word (tháng 6/2024), or a full date in figures (31/10/2025)."""
    reader = _HEADS.get(cell.word(at))
    if reader is not None:
        return reader(cell, at + 1)
    part = _PARTS_OF_YEAR.match(cell, at) or _EDGES.match(cell, at)
    if part is not None:
        return _part_of_year(cell, *part)
    if cell.word(at) == "cuối":
        return _end_of_quarter(cell, at)
    if cell.word(at) in _SHORT:
        return _short(cell, at)
    day = iso_day(cell, at)
    found = read_day(cell, at) if day is None else _point_of(day)
    return found if found is not None and found[0].year is not None else None


def _point_of(day: Figures) -> Found:
    return Point(1, day.month, day.year, day.day), day.end


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
    """Read figures that are a time only where nothing stands before them: 2025, 12/2024, the 11 of 11-12/2025."""
    year = year_number(cell.word(at))
    if year is not None:
        return _year(cell, at) if cell.year - 1 <= year <= cell.year + _FARTHEST else None
    found = _month(cell, at)
    if found is None:
        return None
    if found[0].year is None and cell.word(found[1]) == "-":
        last = _month(cell, found[1] + 1)
        follows = last is not None and last[0].year is not None and (found[0].month or 0) < (last[0].month or 0)
        return found if follows and cell.word(found[1] + 2) == "/" else None
    return found if found[0].year is not None and cell.word(at + 1) == "/" else None


def _year(cell: Cell, at: int) -> Found | None:
    next_year = cell.words[at : at + 2] in {("kế", "tiếp"), ("liền", "sau")}
    later = (1 if next_year else _LATER.get(cell.word(at))) if cell.word(at - 1) == "năm" else None
    at += next_year
    if later is not None and not _of_many(cell, at - 1) and cell.word(at + 1) not in _OF_EVENTS:
        return Point(12, 1, cell.year + later, later=later > 0), at + 1
    bracket = cell.word(at) == "("
    year = year_number(cell.word(at + bracket))
    if year is None or (bracket and cell.word(at + 2) != ")"):
        return None
    return Point(12, 1, year), at + (3 if bracket else 1)


def _of_many(cell: Cell, at: int) -> bool:
    """Tell whether "năm" at ``at`` is each of several: các năm sau."""
    return cell.word(at - 1) in {"các", "những", "mỗi", "hằng", "từng"}


def _end_of_quarter(cell: Cell, at: int) -> Found | None:
    """Read "cuối quý II": the last day of its last month."""
    found = _quarter(cell, at + 2) if cell.words[at : at + 2] == ("cuối", "quý") else None
    return None if found is None else (Point(1, (found[0].month or 0) + 2, found[0].year, LAST), found[1])


def _part_of_year(cell: Cell, point: Point, at: int) -> Found | None:
    """Read the year of "6 tháng đầu năm", "cuối năm", or the month and year of "cuối tháng 6/2026"."""
    if point.month is None:
        month = number(cell.word(at), 12)
        return None if month is None else _with_year(cell, at + 1, replace(point, month=month))
    year = year_number(cell.word(at))
    return replace(point, year=year), at + (year is not None)


def _short(cell: Cell, at: int) -> Found | None:
    """Read T6/2026, Q3/2026 or Q.III/2026, and the T7 of T7-T12/2026 or T7, T9/2026."""
    found = _behind_letter(cell, at)
    last = found
    for _step in range(_LONGEST):
        if last is None or last[0].year is not None or cell.word(last[1]) not in {"-", ",", "+", "&", "và"}:
            break
        last = (
            _behind_letter(cell, last[1] + 1) if cell.word(last[1] + 1) in _SHORT else _bare_like(cell, at, last[1] + 1)
        )
    quarters = (
        cell.word(cell.begin) == cell.word(at) == "q"
        and cell.size < _SHORT_CELL
        and not any(map(is_number, cell.words))
    )
    whole = quarters and last is not None and cell.word(last[1]) == ""
    return found if last is not None and (last[0].year is not None or whole) else None


def _bare_like(cell: Cell, at: int, place: int) -> Found | None:
    """Read the 5 of T3-5/2026."""
    return _HEADS[_SHORT[cell.word(at)]](cell, place)


def _behind_letter(cell: Cell, at: int) -> Found | None:
    begin = at + 1 + (cell.word(at + 1) == ".")
    return _HEADS[_SHORT[cell.word(at)]](cell, begin) if cell.tight(begin) else None


def _quarter(cell: Cell, at: int) -> Found | None:
    at += cell.word(at) == "thứ"
    quarter = QUARTERS.get(cell.word(at)) or QUARTER_WORDS.get(cell.word(at))
    return None if quarter is None else _with_year(cell, at + 1, Point(3, 3 * quarter - 2))


def _month_number(cell: Cell, at: int) -> tuple[int, int] | None:
    month = number(cell.word(at), 12)
    return (month, at + 1) if month is not None else _MONTH_WORDS.match(cell, at)


def _month(cell: Cell, at: int) -> Found | None:
    found = _month_number(cell, at)
    return None if found is None else _with_year(cell, found[1], Point(1, found[0]))


def read_day(cell: Cell, at: int) -> Found | None:
    """Read a day in figures, which may leave out its year and month."""
    at += cell.word(at) in FIRST_DAYS and is_solar(cell)
    day = number(cell.word(at), 31)
    if day is None:
        return None
    point = Point(1, None, None, day)
    if cell.word(at + 1) == "/" or (cell.word(at + 1) == "tháng" and cell.word(at + 2) not in _OF_MONTHS):
        month = _month_number(cell, at + 2)
        return None if month is None else _with_year(cell, month[1], replace(point, month=month[0]))
    marked = marked_day(cell, at)
    if marked is None:
        return point, at + 1
    found = _point_of(marked)
    return found if marked.year is not None else _with_year(cell, marked.end, found[0])


def _with_year(cell: Cell, at: int, point: Point) -> Found | None:
    """Read the year of a point if one follows; strange where its beginning does and no year comes."""
    word = cell.word(at)
    year = year_number(word)
    if year is not None:
        return (replace(point, year=year), at + 1) if point.unit else (point, at)
    if word in {",", "của", "-"} and cell.word(at + 1) == "năm" and not (word == "-" and cell.new_line(at)):
        return _put_year(cell, at + 2, point) or (point, at)
    if word == "năm":
        return None if _heads_lines(cell, at) else _put_year(cell, at + 1, point)
    if word == "/":
        return _short_year(cell, at + 1, point) or _put_year(cell, at + 1 + (cell.word(at + 1) == "năm"), point)
    if word == "(":
        return _put_year_in_brackets(cell, at + 1, point)
    if word == "-" or (word == "." and cell.tight(at) and cell.tight(at + 1)):
        return _put_year(cell, at + 1, point) or (point, at)
    return point, at


def _heads_lines(cell: Cell, at: int) -> bool:
    """Tell whether a year begins a line as an earlier one does: each may be that of the lines below it."""
    return cell.new_line(at) and any(
        cell.word(place) == "năm" and year_number(cell.word(place + 1)) and (not place or cell.new_line(place))
        for place in range(at)
    )


def _put_year_in_brackets(cell: Cell, at: int, point: Point) -> Found:
    """Read the year of "quý II (năm 2026)" and "quý II (2026)"."""
    begin = at + (cell.word(at) == "năm")
    year = year_number(cell.word(begin)) if point.unit else None
    return (point, at - 1) if year is None or cell.word(begin + 1) != ")" else (replace(point, year=year), begin + 2)


def _short_year(cell: Cell, at: int, point: Point) -> Found | None:
    """Read the year of 15/06/26, near the plan's; none behind a month: 6/26."""
    word = cell.word(at)
    if point.day is not None and (year := year_of_day(word)) is not None:
        return replace(point, year=year), at + 1
    if point.day is None or len(word) != 2 or not is_number(word) or cell.word(at + 1) == "/":
        return None
    year = cell.year // 100 * 100 + int(word)
    return (replace(point, year=year), at + 1) if -1 <= year - cell.year <= _NEAR else None


def _put_year(cell: Cell, at: int, point: Point) -> Found | None:
    found = _year(cell, at)
    return None if found is None else (replace(point, year=found[0].year, later=found[0].later), found[1])


def _first_day(cell: Cell, at: int) -> Found | None:
    """Read "mùng 8 tháng 3", which is one of the moon's days unless the words say otherwise."""
    found = read_day(cell, at) if is_solar(cell) else None
    return found if found is not None and found[0].month is not None else None


_HEADS: Final[Mapping[str, Callable[[Cell, int], Found | None]]] = {
    "ngày": read_day,
    "mùng": _first_day,
    "mồng": _first_day,
    "tháng": _month,
    "quý": _quarter,
    "năm": _year,
}
