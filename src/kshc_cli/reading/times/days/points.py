"""Points of the calendar in words: a day, a month, a quarter, a half, a year.

Every reader takes a cell and a place and returns what stands there with the place behind it, or None: nothing of the
kind stands there, or something strange does (month 13, "năm" without a number), which stays unread.
"""

from collections.abc import Callable, Mapping
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.reading.times.cell import QUARTER_WORDS, QUARTERS, Phrasebook, TimeCell, is_number
from kshc_cli.reading.times.days.calendar import LAST, Found, Point
from kshc_cli.reading.times.days.figures import Figures, iso_day, marked_day, number, year_number
from kshc_cli.reading.times.days.years import read_year, with_year

_LONGEST: Final = 12
_FARTHEST: Final = 50
"""Years behind the plan's up to which a number alone is one."""


_SHORT_CELL: Final = 60
"""Words of a cell that are looked at as a whole; it keeps reading linear in the length of the text."""


_COUNTS: Final = {"nửa": 6, "sáu tháng": 6, "ba tháng": 3, "chín tháng": 9} | {
    f"{zero}{months} tháng": months for months in range(2, 12) for zero in ("", "0")[: 1 + (months < 10)]
}
_PARTS_OF_YEAR: Final = Phrasebook(
    {f"{count} đầu năm": Point(months, 1) for count, months in _COUNTS.items()}
    | {f"{count} cuối năm": Point(months, 13 - months) for count, months in _COUNTS.items()}
)

_HALVES: Final = Phrasebook(
    {
        f"{count} {edge}": Point(6, month)
        for count in ("6 tháng", "06 tháng")
        for edge, month in (("đầu", 1), ("cuối", 7))
    }
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
_BEFORE_SHORT: Final = frozenset({"từ", "đến", "trong", "hết", "trước", "-", ",", ";", "và", "&", "+"})


_BY_PLAN: Final = frozenset({"nay", "sau", "tới"})
"""What stands behind "năm" for a year by the plan's: cuối năm nay."""
FIRST_DAYS: Final = frozenset({"mùng", "mồng"})
"""What stands before a day up to the tenth."""


def is_solar(cell: TimeCell) -> bool:
    """Tell whether a cell says that its days are those of the calendar, and not of the moon."""
    return any(cell.words[at : at + 2] == ("dương", "lịch") for at in range(min(cell.size, _SHORT_CELL)))


def read_point(cell: TimeCell, at: int) -> Found | None:
    """Read a point that begins with its own word (tháng 6/2024), or a full date in figures (31/10/2025)."""
    reader = _HEADS.get(cell.word(at))
    if reader is not None:
        return reader(cell, at + 1)
    part = _PARTS_OF_YEAR.match(cell, at) or _EDGES.match(cell, at)
    if part is not None:
        return _part_of_year(cell, *part)
    if (half := _half_of_year(cell, at)) is not None:
        return half
    if cell.word(at) == "cuối":
        return _end_of_quarter(cell, at)
    if cell.word(at) in _SHORT:
        return _short(cell, at)
    day = iso_day(cell, at)
    found = read_day(cell, at) if day is None else _point_of(day)
    return found if found is not None and found[0].year is not None else None


def _point_of(day: Figures) -> Found:
    return Point(1, day.month, day.year, day.day), day.end


def read_like(cell: TimeCell, at: int, before: Point) -> Found | None:
    """Read a point without a word of its own, in the unit of the one before it: the 12/2025 of "tháng 11 - 12/2025"."""
    match before.unit:
        case 0:
            return read_day(cell, at)
        case 1:
            return _month(cell, at)
        case 3:
            return _quarter(cell, at)
        case 12:
            return read_year(cell, at)
        case _:
            return None


def read_bare(cell: TimeCell, at: int) -> Found | None:
    """Read figures that are a time only where nothing stands before them: 2025, 12/2024, the 11 of 11-12/2025."""
    year = year_number(cell.word(at))
    if year is not None:
        return read_year(cell, at) if cell.year - 1 <= year <= cell.year + _FARTHEST else None
    found = _month(cell, at)
    if found is None:
        return None
    if found[0].year is None and cell.word(found[1]) == "-":
        last = _month(cell, found[1] + 1)
        follows = last is not None and last[0].year is not None and (found[0].month or 0) < (last[0].month or 0)
        return found if follows and cell.word(found[1] + 2) == "/" else None
    return found if found[0].year is not None and cell.word(at + 1) == "/" else None


def _end_of_quarter(cell: TimeCell, at: int) -> Found | None:
    """Read "cuối quý II": the last day of its last month."""
    found = _quarter(cell, at + 2) if cell.words[at : at + 2] == ("cuối", "quý") else None
    return None if found is None else (Point(1, (found[0].month or 0) + 2, found[0].year, LAST), found[1])


def _part_of_year(cell: TimeCell, point: Point, at: int) -> Found | None:
    """Read the year of "6 tháng đầu năm", "cuối năm", or the month and year of "cuối tháng 6/2026"."""
    if point.month is None:
        month = number(cell.word(at), 12)
        return None if month is None else with_year(cell, at + 1, replace(point, month=month))
    word = cell.word(at)
    if word in _BY_PLAN and (found := read_year(cell, at)) is not None:
        return replace(point, year=found[0].year, later=found[0].later), found[1]
    bracket = word == "("
    begin = at + (word in {"/", "("}) + 2 * (cell.words[at : at + 2] == ("của", "năm"))
    year = year_number(cell.word(begin))
    if year is None or (bracket and cell.word(begin + 1) != ")"):
        return point, at
    return replace(point, year=year), begin + 1 + bracket


def _half_of_year(cell: TimeCell, at: int) -> Found | None:
    """Read "6 tháng đầu/2026", as below a year's column, and "6 tháng đầu" that is all of a statement."""
    half = _HALVES.match(cell, at)
    if half is None:
        return None
    found = _part_of_year(cell, *half)
    named = found is not None and found[0].year is not None
    return found if named or cell.word(half[1]) in {"", ";", "."} else None


def _short(cell: TimeCell, at: int) -> Found | None:
    """Read T6/2026, Q3/2026 or Q.III/2026, and the T7 of T7-T12/2026 or T7, T9/2026.

    Without a year T10 and T03 are months where nothing else is said: no day of the week is called so.
    """
    found = _behind_letter(cell, at)
    last = found
    is_month = _is_no_weekday(cell, at)
    for _step in range(_LONGEST):
        if last is None or last[0].year is not None or cell.word(last[1]) not in {"-", ",", "+", "&", "và"}:
            break
        last = (
            _behind_letter(cell, last[1] + 1) if cell.word(last[1] + 1) in _SHORT else _bare_like(cell, at, last[1] + 1)
        )
        is_month = is_month or (last is not None and _is_no_weekday(cell, last[1] - 2))
    quarters = (
        cell.word(cell.begin) == cell.word(at) == "q"
        and cell.size < _SHORT_CELL
        and not any(map(is_number, cell.words))
    )
    months = is_month and cell.word(at) == "t" and (at == cell.begin or cell.word(at - 1) in _BEFORE_SHORT)
    whole = (quarters or months) and last is not None and cell.word(last[1]) in {"", ";"}
    return found if last is not None and (last[0].year is not None or whole) else None


def _is_no_weekday(cell: TimeCell, at: int) -> bool:
    """Tell whether what stands at ``at`` is a month and no day of the week: T10, T03; T3 may be a Tuesday."""
    number = cell.word(at + 1)
    return cell.word(at) == "t" and (number.startswith("0") or number in {"1", "8", "9", "10", "11", "12"})


def _bare_like(cell: TimeCell, at: int, place: int) -> Found | None:
    """Read the 5 of T3-5/2026."""
    return _HEADS[_SHORT[cell.word(at)]](cell, place)


def _behind_letter(cell: TimeCell, at: int) -> Found | None:
    begin = at + 1 + (cell.word(at + 1) == ".")
    return _HEADS[_SHORT[cell.word(at)]](cell, begin) if cell.tight(begin) else None


def _quarter(cell: TimeCell, at: int) -> Found | None:
    at += cell.word(at) == "thứ"
    quarter = QUARTERS.get(cell.word(at)) or QUARTER_WORDS.get(cell.word(at))
    return None if quarter is None else with_year(cell, at + 1, Point(3, 3 * quarter - 2))


def _month_number(cell: TimeCell, at: int) -> tuple[int, int] | None:
    month = number(cell.word(at), 12)
    return (month, at + 1) if month is not None else _MONTH_WORDS.match(cell, at)


def _month(cell: TimeCell, at: int) -> Found | None:
    found = _month_number(cell, at)
    return None if found is None else with_year(cell, found[1], Point(1, found[0]))


def read_day(cell: TimeCell, at: int) -> Found | None:
    """Read a day in figures, which may leave out its year and month."""
    at += cell.word(at) in FIRST_DAYS and is_solar(cell)
    day = number(cell.word(at), 31)
    if day is None:
        return None
    point = Point(1, None, None, day)
    if cell.word(at + 1) == "/" or (cell.word(at + 1) == "tháng" and cell.word(at + 2) not in _OF_MONTHS):
        month = _month_number(cell, at + 2)
        return None if month is None else with_year(cell, month[1], replace(point, month=month[0]))
    marked = marked_day(cell, at)
    if marked is None:
        return point, at + 1
    found = _point_of(marked)
    return found if marked.year is not None else with_year(cell, marked.end, found[0])


def _first_day(cell: TimeCell, at: int) -> Found | None:
    """Read "mùng 8 tháng 3", which is one of the moon's days unless the words say otherwise."""
    found = read_day(cell, at) if is_solar(cell) else None
    return found if found is not None and found[0].month is not None else None


_HEADS: Final[Mapping[str, Callable[[TimeCell, int], Found | None]]] = {
    "ngày": read_day,
    "mùng": _first_day,
    "mồng": _first_day,
    "tháng": _month,
    "quý": _quarter,
    "năm": read_year,
}
