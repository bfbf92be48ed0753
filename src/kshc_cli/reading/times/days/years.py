"""The year of a point: năm 2026, /2026, (năm 2026), 15/06/26, năm sau."""

from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, is_number, phrases
from kshc_cli.reading.times.days.calendar import Found, Point
from kshc_cli.reading.times.days.figures import year_number, year_of_day

_NEAR: Final = 10
"""Years behind the plan's up to which two figures are one."""
_LATER: Final = {"nay": 0, "sau": 1, "tới": 1, "ngoái": -1}
"""Years by the plan's: năm nay, năm sau."""
_NEXT: Final = Phrasebook(
    phrases("kế tiếp | liền sau | liền kề sau | sau liền kề | liền kề tiếp theo | tiếp theo liền kề | sau kế tiếp")
)
_BESIDE: Final = frozenset({"trước", "sau", "tiếp"})
_BY: Final = frozenset({"trước", "chậm", "muộn", "đến", "quá"})
"""Words of what is due by a day."""
_OF_EVENTS: Final = frozenset({"khi", "ngày", "đó"})
"""Words that make "năm sau" another thing: năm sau khi …."""
_ENDS: Final = frozenset({"", ".", ";", ")"})


def read_year(cell: TimeCell, at: int) -> Found | None:
    """Read a year without its word, or the "nay" and "sau" of "năm nay", "năm sau"."""
    length = _next_year(cell, at)
    later = (1 if length else _LATER.get(cell.word(at))) if cell.word(at - 1) == "năm" else None
    at += max(length - 1, 0)
    if later is not None and not _of_many(cell, at - 1) and cell.word(at + 1) not in _OF_EVENTS:
        return Point(12, 1, cell.year + later, later=later > 0), at + 1
    bracket = cell.word(at) == "("
    year = year_number(cell.word(at + bracket))
    if year is None or (bracket and cell.word(at + 2) != ")"):
        return None
    return Point(12, 1, year), at + (3 if bracket else 1)


def _next_year(cell: TimeCell, at: int) -> int:
    """Return how many words at ``at`` say that a year is the one behind the plan's; 0 where they do not.

    Năm liền kề is, where something is due by a day of it: trước ngày 15/01 của năm liền kề.
    """
    if (end := _NEXT.end(cell, at)) is not None:
        return end - at
    beside = cell.words[at : at + 2] == ("liền", "kề") and cell.word(at + 2) not in _BESIDE
    by = not _BY.isdisjoint(cell.words[:at]) and "từ" not in cell.words[:at]
    return 2 * (beside and by)


def _of_many(cell: TimeCell, at: int) -> bool:
    """Tell whether "năm" at ``at`` is each of several: các năm sau."""
    return cell.word(at - 1) in {"các", "những", "mỗi", "hằng", "từng"}


def with_year(cell: TimeCell, at: int, point: Point) -> Found | None:
    """Read the year of a point if one follows; strange where its beginning does and no year comes."""
    word = cell.word(at)
    year = year_number(word)
    if year is not None:
        own = point.unit or (cell.word(at - 2) == "tháng" and _closes_with_year(cell, at))  # ngày 3 tháng 3 2026
        return (replace(point, year=year), at + 1) if own else (point, at)
    if word in {",", "của", "-"} and cell.word(at + 1) == "năm" and not (word == "-" and cell.new_line(at)):
        return _put_year(cell, at + 2, point) or (point, at)
    if word == "," and not point.unit and _closes_with_year(cell, at + 1):
        return _put_year(cell, at + 1, point)
    if word == "năm":
        return None if _heads_lines(cell, at) else _put_year(cell, at + 1, point)
    if word == "/":
        return _short_year(cell, at + 1, point) or _put_year(cell, at + 1 + (cell.word(at + 1) == "năm"), point)
    if word == "(":
        return _put_year_in_brackets(cell, at + 1, point)
    if word == "-" or (word == "." and cell.tight(at) and cell.tight(at + 1)):
        return _put_year(cell, at + 1, point) or (point, at)
    return point, at


def _closes_with_year(cell: TimeCell, at: int) -> bool:
    """Tell whether a year near the plan's ends what is said of a day: 30 tháng 6, 2026; not: 30/6, 2000 hộ."""
    year, behind = year_number(cell.word(at)), cell.word(at + 1)
    near = year is not None and -1 <= year - cell.year <= _NEAR
    return near and (behind in _ENDS or (behind == "," and not is_number(cell.word(at + 2))))


def _heads_lines(cell: TimeCell, at: int) -> bool:
    """Tell whether a year begins a line as an earlier one does: each may be that of the lines below it."""
    return cell.new_line(at) and any(
        cell.word(place) == "năm" and year_number(cell.word(place + 1)) and (not place or cell.new_line(place))
        for place in range(at)
    )


def _put_year_in_brackets(cell: TimeCell, at: int, point: Point) -> Found:
    """Read the year of "quý II (năm 2026)" and "quý II (2026)"."""
    begin = at + (cell.word(at) == "năm")
    year = year_number(cell.word(begin)) if point.unit else None
    return (point, at - 1) if year is None or cell.word(begin + 1) != ")" else (replace(point, year=year), begin + 2)


def _short_year(cell: TimeCell, at: int, point: Point) -> Found | None:
    """Read the year of 15/06/26, near the plan's; none behind a month: 6/26."""
    word = cell.word(at)
    if point.day is not None and (year := year_of_day(word)) is not None:
        return replace(point, year=year), at + 1
    if point.day is None or len(word) != 2 or not is_number(word) or cell.word(at + 1) == "/":
        return None
    year = cell.year // 100 * 100 + int(word)
    return (replace(point, year=year), at + 1) if -1 <= year - cell.year <= _NEAR else None


def _put_year(cell: TimeCell, at: int, point: Point) -> Found | None:
    found = read_year(cell, at)
    return None if found is None else (replace(point, year=found[0].year, later=found[0].later), found[1])
