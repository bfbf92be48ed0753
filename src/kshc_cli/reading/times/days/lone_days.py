"""Days in figures without their year that are all of a cell (30/9, 17/9 - 1/10), and what may be a fraction."""

from typing import Final

from kshc_cli.reading.times.cell import TimeCell
from kshc_cli.reading.times.days.calendar import Found, Point
from kshc_cli.reading.times.days.figures import MONTHS
from kshc_cli.reading.times.days.points import read_day

_BEHIND_HOPE: Final = frozenset({(",", "chậm", "nhất"), (",", "muộn", "nhất")})
"""What follows a day that is hoped for: dự kiến 30/6, chậm nhất 31/8."""
_HOPES: Final = 4
"""Words between a hope and its time: dự kiến hoàn thành trước."""
_HOPED: Final = frozenset({("dự", "kiến"), ("phấn", "đấu")})
_ROUNDS: Final = frozenset({"đợt", "lần", "vòng", "kỳ", "lượt"})
"""What has its day behind a number and a colon: đợt 1: 15/6; đợt 2: 15/11."""
_TERMS: Final = frozenset({"học", "nhiệm"})
"""What stands before "kỳ" where it is a term: học kỳ 1."""
_PARTS: Final = frozenset({10, 12})
"""Of which smaller figures may be counted: 6/12 months, 8/10."""
_PAIR: Final = 2
_HOLIDAYS: Final = [(30, 4), (1, 5)]


def read_lone_day(cell: TimeCell, at: int) -> Found | None:
    """Read the 30/9 or 7/8 that is all of a cell; 6/12 is perhaps a part of a year, 24/7 is no day."""
    found = _stroked(cell, at)
    if found is None or is_fraction(cell, at):
        return None
    point, end = found
    sure = _is_no_month(point) or (point.day or 0) >= (point.month or 0) or point.month not in _PARTS
    if is_listed(cell):
        return found
    closed = ends(cell, end) or (cell.words[end : end + 3] in _BEHIND_HOPE and is_hoped(cell, at))
    closed = closed or (_of_round(cell, at) and cell.word(end) == ";")
    return found if closed and sure and (point.day, point.month) != (24, 7) else None


def _of_round(cell: TimeCell, at: int) -> bool:
    """Tell whether the number of a round and a colon stand before ``at``: kỳ 1: 15/3; not: học kỳ 1: 15/3."""
    return cell.word(at - 1) == ":" and cell.word(at - 3) in _ROUNDS and cell.word(at - 4) not in _TERMS


def is_listed(cell: TimeCell) -> bool:
    """Tell whether a cell is nothing but days in figures, in the order of the year: 15/3 và 15/9; 20/3; 20/6."""
    days: list[tuple[int, int]] = []
    at, joint = 0, True
    while joint and len(days) <= MONTHS and (found := _stroked(cell, at)) is not None and not is_fraction(cell, at):
        days.append((found[0].month or 0, found[0].day or 0))
        joint = cell.word(found[1]) in {",", ";", "và"}
        at = found[1] + joint
    several = len(days) > _PAIR and len({day for _month, day in days}) == 1  # 10/3; 10/6; 10/9
    sure = (several or any(day > MONTHS for _month, day in days)) and days == sorted(set(days)) and (7, 24) not in days
    return len(days) > 1 and sure and ends(cell, at)


def is_hoped(cell: TimeCell, at: int) -> bool:
    """Tell whether a time at ``at`` is only hoped for: dự kiến hoàn thành trước."""
    begin = at
    while begin and cell.word(begin - 1).isalnum() and at - begin < _HOPES and not cell.new_line(begin):
        begin -= 1
    return any(cell.words[place : place + 2] in _HOPED for place in range(begin, at))


def read_lone_span(cell: TimeCell, at: int) -> Found | None:
    """Read the 17/9 of the "17/9 - 1/10" that is all of a cell; 30/4 - 1/5 is the name of a holiday."""
    first = _stroked(cell, at)
    last = _stroked(cell, first[1] + 1) if first is not None and cell.word(first[1]) == "-" else None
    if first is None or last is None or not ends(cell, last[1]):
        return None
    days = [(point.day, point.month) for point in (first[0], last[0])]
    sure = _is_no_month(first[0]) or _is_no_month(last[0]) or cell.word(at + 1) == "tháng"
    return first if sure and days != _HOLIDAYS else None


def _stroked(cell: TimeCell, at: int) -> Found | None:
    """Read 30/9 or 30 tháng 9, with its year or without."""
    found = read_day(cell, at) if cell.word(at + 1) in {"/", "tháng"} else None
    return found if found is not None and found[0].month is not None else None


def _is_no_month(point: Point) -> bool:
    return point.day is not None and point.day > MONTHS


def ends(cell: TimeCell, at: int) -> bool:
    """Tell whether nothing but marks stands behind ``at``."""
    return all(word in {".", ",", ";", ")", ""} for word in cell.words[at : cell.size + 1])


def is_fraction(cell: TimeCell, at: int) -> bool:
    """Tell whether figures may be a fraction: 1/2, 2/3, 3/4; with a zero before them (01/4) they are a day."""
    over, under = cell.word(at), cell.word(at + 2)
    return cell.word(at + 1) == "/" and under in {"2", "3", "4", "5"} and over < under and len(over) == 1
