"""Series of points: spans (tháng 11 - 12/2025), lists (15/6 và 15/12/2025), and the dates that they mean together."""

from itertools import pairwise
from typing import Final

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.days import month_length
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, is_number, phrases
from kshc_cli.reading.times.days.calendar import Period, Point, period_of
from kshc_cli.reading.times.days.figures import MONTHS
from kshc_cli.reading.times.days.hours import behind_clock, read_named_day
from kshc_cli.reading.times.days.lone_days import is_fraction, read_lone_day, read_lone_span
from kshc_cli.reading.times.days.points import read_bare, read_day, read_like, read_point

LONGEST: Final = 12
"""A series of more elements is no time of a task; it keeps reading linear in the length of the text."""


_TO: Final = Phrasebook(
    phrases("đến | tới | đến hết | cho đến | cho tới | cho đến hết | tới hết | - | - đến | - hết | - đến hết")
    | phrases("và kết thúc | và kết thúc vào | kết thúc | kết thúc vào | , kết thúc | , kết thúc vào")
)
_AND: Final = Phrasebook(phrases(", | và | , và | & | +"))

_EDGE_OF: Final = Phrasebook(
    {
        f"{edge} {of}".strip(): which
        for which, edges in ((1, ("đầu", "đầu tiên")), (-1, ("cuối", "cuối cùng")))
        for edge in edges
        for of in ("", "của", "trong")
    }
)
_HALF_MONTH: Final = 15
"""Days, by Điều 146 khoản 1 of the Civil Code."""
_SHORTEST: Final = 20
"""Days of a month that are its first or last ones at most."""
_BEHIND_LIST: Final = frozenset({"", ",", ";", ".", ")"})
"""What stands behind months that are listed, and not behind one that begins what follows."""

_DUE: Final = frozenset({"trước", "chậm", "muộn"})
"""What the words begin with behind which something is due."""


@dataclass(frozen=True, slots=True)
class Element:
    """One point, or a span from the first point to the last."""

    first: Point
    last: Point | None = None

    @property
    def points(self) -> tuple[Point, ...]:
        """The points in order."""
        return (self.first,) if self.last is None else (self.first, self.last)


@dataclass(frozen=True, slots=True)
class Series:
    """Elements that share one opener, and the place behind them."""

    elements: tuple[Element, ...]
    end: int

    @property
    def points(self) -> tuple[Point, ...]:
        """All points in the order of the words."""
        return tuple(point for element in self.elements for point in element.points)

    @property
    def spans(self) -> bool:
        """Whether an element runs from one point to another."""
        return any(element.last is not None for element in self.elements)

    @property
    def law(self) -> str | None:
        """The article that makes a point of it a certain day, if one does."""
        return next((point.law for point in self.points if point.law is not None), None)


def read_series(cell: TimeCell, at: int, opener: tuple[str, ...] = (), *, bare: bool, days: bool) -> Series | None:
    """Read a series at ``at``; its elements may repeat ``opener``.

    ``bare`` allows figures alone, such as 2025, ``days`` a day without its own word, such as 30/6.
    """
    if (edges := _first_or_last_days(cell, at)) is not None:
        return edges
    found = read_named_day(cell, at) or (read_bare(cell, at) if bare else None)
    if found is None and (bare or opener):
        found = _day_with_month(cell, at) if days else _day_of_span(cell, at) or _lone(cell, at)
    elements: list[Element] = []
    while found is not None:
        element = _with_last(cell, *found)
        if element is None or len(elements) == LONGEST:
            return None
        elements.append(element[0])
        at = element[1]
        found = _next(cell, at, opener, elements[-1].points[-1])
    return Series(tuple(elements), at) if elements else None


def begins_on_day(cell: TimeCell, at: int) -> bool:
    """Tell whether a series at ``at`` begins with a day or a period, and not with the days of half a month."""
    return _first_or_last_days(cell, at) is None


def _first_or_last_days(cell: TimeCell, at: int) -> Series | None:
    """Read "10 ngày đầu tháng 12", "nửa đầu tháng 6" and "5 ngày cuối của tháng 6 và tháng 12": the days of each month.

    Where what is listed behind the first month is perhaps another time, whole periods stand behind its days. None
    where it is perhaps all of a month (nửa đầu tháng 6 và tháng 7).
    """
    half = cell.word(at) == "nửa"
    counted = is_number(cell.word(at)) and cell.word(at + 1) == "ngày"
    edge = _EDGE_OF.match(cell, at + 2 - half) if counted or half else None
    found = read_point(cell, edge[1]) if edge is not None and cell.word(edge[1]) == "tháng" else None
    count = int(cell.word(at)[:3]) if counted else _HALF_MONTH
    if edge is None or found is None or not 1 < count <= _SHORTEST or (half and edge[0] < 0):
        return None  # nửa cuối tháng 7: from the 16th or the 17th?
    months, end = _listed(cell, *found)
    if months[0].unit != 1 or months[0].month is None:
        return None
    same = all(point.unit == 1 for point in months) and (cell.word(end) in _BEHIND_LIST or cell.new_line(end))
    if same and len(months) > 1 and (half or _follow(months)):
        return None
    elements: list[Element] = []
    year = cell.year
    for place, point in reversed(list(enumerate(months))):
        year = point.year or year
        days = same or not place
        elements.append(_days_of(point, edge[0] * count, year) if days else Element(point))
    if _goes_on(cell, end):
        elements.insert(0, Element(months[0]))
    return Series(tuple(reversed(elements)), end)


def _follow(months: list[Point]) -> bool:
    """Tell whether a month stands right behind the one before it, so that the two are perhaps one time."""
    return any(two.month is not None and two.month - (one.month or 0) == 1 for one, two in pairwise(months))


def _goes_on(cell: TimeCell, at: int) -> bool:
    """Tell whether a point stands at ``at`` to which what is before it runs: 10 ngày đầu tháng 6 - tháng 12."""
    to = None if cell.new_item(at) else _TO.end(cell, at)
    return to is not None and read_named_day(cell, to) is not None


def _listed(cell: TimeCell, point: Point, at: int) -> tuple[list[Point], int]:
    """Return a point with the months, quarters and years that are listed behind it: tháng 6, tháng 12."""
    points = [point]
    while (behind := _AND.end(cell, at)) is not None and len(points) < LONGEST:
        found = read_named_day(cell, behind)
        if found is None or not found[0].unit or _has_own_day(cell, *found):
            break
        points.append(found[0])
        at = found[1]
    return points, at


def _days_of(month: Point, count: int, year: int) -> Element:
    """Return the first days of a month, or the last ones where ``count`` is negative."""
    first = 1 if count > 0 else month_length(year, month.month or 1) + count + 1
    return Element(replace(month, day=first), replace(month, day=first + abs(count) - 1))


def _lone(cell: TimeCell, at: int) -> tuple[Point, int] | None:
    return read_lone_day(cell, at) or read_lone_span(cell, at)


def _day_with_month(cell: TimeCell, at: int) -> tuple[Point, int] | None:
    found = read_day(cell, at)
    if is_fraction(cell, at) and found is not None and found[0].year is None:
        return _day_of_span(cell, at)
    return found if found is not None and found[0].month is not None else _day_of_span(cell, at)


def _day_of_span(cell: TimeCell, at: int) -> tuple[Point, int] | None:
    """Read the 15/6 or the 15 of "15/6 - 30/6/2025"; before anything but a full date these figures are no day."""
    found = read_day(cell, at)
    to = _TO.end(cell, found[1]) if found is not None else None
    since = cell.word(at - 1) == "từ"
    last = read_named_day(cell, to) if to is not None else None
    if last is None and to is not None and cell.word(to + 1) == "tháng":
        last = read_day(cell, to)  # 13 - 15 tháng 7
        since = True
    elif last is None and to is not None and since:
        last = read_day(cell, to)
        last = last if last is not None and (last[0].day or 0) > MONTHS else None  # not: từ 3 đến 5/6
    if last is None or last[0].unit:
        return None
    full = last[0].year is not None or (since and last[0].month is not None)
    return found if full else None


def _with_last(cell: TimeCell, first: Point, at: int) -> tuple[Element, int] | None:
    """Read the end of a span if there is one; strange where "đến" stands and no point follows."""
    to = None if cell.new_item(at) else _TO.end(cell, at)
    if to is None:
        return Element(first), at
    if cell.words[to - 1 : to + 1] == ("hết", "năm") and not is_number(cell.word(to + 1)):
        return Element(first, Point(12, 1, first.year)), to + 1
    to = behind_clock(cell, to)
    last = read_named_day(cell, to) or read_like(cell, to, first)
    if last is not None:
        return Element(first, last[0]), last[1]
    return (Element(first), at) if cell.word(at) == "-" else None


def _next(cell: TimeCell, at: int, opener: tuple[str, ...], before: Point) -> tuple[Point, int] | None:
    behind = _AND.end(cell, at)
    if behind is None:
        return _behind_semicolon(cell, at, before)
    if opener and cell.words[behind : behind + len(opener)] == opener:
        return read_named_day(cell, behind + len(opener)) or read_like(cell, behind + len(opener), before)
    found = read_named_day(cell, behind) or read_like(cell, behind, before)
    return None if found is None or (before.unit == 0 and _has_own_day(cell, *found)) else found


def _behind_semicolon(cell: TimeCell, at: int, before: Point) -> tuple[Point, int] | None:
    """Read the 20/11 of "trước ngày 20/5; 20/11": a later day of the year that is all of its statement."""
    found = read_day(cell, at + 1) if cell.word(at) == ";" and cell.word(at + 2) == "/" else None
    if found is None or found[0].month is None or before.day is None or before.month is None:
        return None
    later = (before.year or 0, before.month, before.day) < (found[0].year or 0, found[0].month, found[0].day or 0)
    closed = cell.word(found[1]) in {"", ";", ".", ")", ",", "và", "hằng", "mỗi"}
    return found if later and closed and (before.year is None) == (found[0].year is None) else None


def _has_own_day(cell: TimeCell, point: Point, end: int) -> bool:
    """Tell whether behind a list's day another period begins, whose own day follows: …, quý II trước ngày 15/6."""
    return bool(point.unit) and cell.word(end + (cell.word(end) in {"(", ":"})) in _DUE


def periods_of(series: Series, year: int) -> list[Period] | None:
    """Return the period of each element, or None where the words make no sense together.

    A point without a year takes that of the next point, and the last one ``year``, the plan's; a day without a month
    takes the next one's month. A span that would run backwards so, and ends in the year behind the plan's, begins in
    the plan's (từ tháng 11 đến tháng 2/2027); one that ends with another whole year needs a year for its beginning (từ
    tháng 6 đến năm 2028). A point before which another year than the plan's stands needs its own year. Where anything
    was filled in, the periods must stand in order of time. No two may overlap, no span may run backwards. A
    list that goes on from a day to a longer point says perhaps the same day of it (ngày 15 tháng 3, tháng 6), one that
    goes on to a figure above the month names perhaps the next month (ngày 25 tháng 3, 6 và ngày 15 tháng 12), and one
    that goes on to a day of the year behind begins perhaps in this one (trước ngày 15/6 và ngày 15/12 năm sau).
    """
    known = None if _coarsens(series) or _counts_months(series.points) or _turns(series) else _known(series, year)
    periods = None if known is None else _joined(series, known)
    if periods is None:
        return None
    in_order = sorted(periods, key=lambda period: period.first)
    if any(one.last >= two.first for one, two in pairwise(in_order)):
        return None
    return None if in_order != periods and _any_left_out(series.points) else periods


def _coarsens(series: Series) -> bool:
    """Tell whether behind an element with a day one without a day stands."""
    with_day = [any(point.unit == 0 for point in element.points) for element in series.elements]
    return any(one and not two for one, two in pairwise(with_day))


def _counts_months(points: tuple[Point, ...]) -> bool:
    """Tell whether behind a day of a month one without a month stands whose figure may be a later month."""
    return any(
        before.day is not None
        and before.month is not None
        and point.month is None
        and point.day is not None
        and before.month < point.day <= MONTHS
        for before, point in pairwise(points)
    )


def _turns(series: Series) -> bool:
    """Tell whether a day with its month, and without a year, stands before one of the year behind the plan's."""
    elements = [element.points for element in series.elements]
    return any(
        point.unit == 0 and point.month is not None and point.year is None and two[-1].later
        for one, two in pairwise(elements)
        for point in one
    )


def _known(series: Series, year: int) -> list[Period] | None:
    """Return the dates of all points; what one leaves out is filled in from the next."""
    known: list[Period] = []
    for element in reversed(series.elements):
        for place, point in reversed(list(enumerate(element.points))):
            period = _filled(point, known[-1] if known else None, year)
            if period is not None and element.last is not None and place == 0:
                period = _beginning(period, point, known[-1], year)
            if period is None:
                return None
            known.append(period)
    known.reverse()
    return known if _years_fit(series.points, known) else None


def _filled(point: Point, later: Period | None, year: int) -> Period | None:
    month = point.month or (later.first.month if later is not None and later.unit == 0 else None)
    own_year = point.year or (later.first.year if later is not None else year)
    return None if month is None else period_of(point, own_year, month)


def _beginning(first: Period, point: Point, last: Period, year: int) -> Period | None:
    """Return the beginning of a span, whose year was filled in from its end if ``point`` names none."""
    if point.year is not None or last.first.year == year:
        return first
    if last.unit > first.unit and last.unit == MONTHS:
        return None
    if point.month is None or first.first <= last.last or last.first.year != year + 1:
        return first
    return period_of(point, year, point.month)


def _years_fit(points: tuple[Point, ...], known: list[Period]) -> bool:
    """Tell whether no year was filled in against a year that stands before it."""
    return all(
        point.year is not None
        or before.year is None
        or (before.year == period.first.year and before.unit == point.unit)
        for (before, point), period in zip(pairwise(points), known[1:], strict=True)
    )


def _any_left_out(points: tuple[Point, ...]) -> bool:
    return any(point.year is None or point.month is None for point in points)


def _joined(series: Series, known: list[Period]) -> list[Period] | None:
    rest = iter(known)
    joined: list[Period] = []
    for element in series.elements:
        first = next(rest)
        last = first if element.last is None else next(rest)
        if first.first > last.last or first.last > last.last:
            return None
        joined.append(Period(first.first, last.last, max(first.unit, last.unit)))
    return joined


def all_adjacent(periods: list[Period]) -> bool:
    """Tell whether periods of one unit follow each other without a gap: quý I, II."""
    return all(
        one.unit == two.unit and one.last.toordinal() + 1 == two.first.toordinal() for one, two in pairwise(periods)
    )
