"""Phrases that come back: hằng tháng, định kỳ hằng quý, trước ngày 20 hằng tháng, tháng 12 hằng năm."""

from itertools import pairwise
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.times.acts.act_words import HELD, OF_THINGS, VERBS, WHO
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, is_number, phrases
from kshc_cli.reading.times.cycles.periods import (
    HALF_YEARLY,
    MONTHLY,
    PERIODIC,
    QUARTERLY,
    YEARLY,
    Units,
    first_unit,
    next_unit,
    read_units,
)
from kshc_cli.reading.times.cycles.point_rules import rules_of
from kshc_cli.reading.times.cycles.repeats import EDGE_MONTHS, FIRST_OF_QUARTERS, NEXT_MONTH, OF_EDGES, TAILS, UNITS_OF
from kshc_cli.reading.times.cycles.weekdays import read_weekdays
from kshc_cli.reading.times.days.dated import read_bounds
from kshc_cli.reading.times.days.figures import MONTHS
from kshc_cli.reading.times.days.hours import behind_clock, behind_hours
from kshc_cli.reading.times.days.openers import OpenedDate, Opener, open_series
from kshc_cli.reading.times.days.points import EDGE_OF_MONTH, EDGE_OF_YEAR
from kshc_cli.reading.times.days.series import Series, read_series
from kshc_cli.reading.times.phrase import Phrase
from kshc_cli.reading.times.verbs import is_report, skipped
from kshc_cli.reading.values import Recurring, Role

_WEEKS: Final = Phrasebook(
    {
        " ".join(f"{at} tuần {which}".split()): None
        for at in ("", "vào", ", vào")
        for which in ("đầu", "đầu tiên", "cuối", "cuối cùng", "đầu tháng", "cuối tháng", "đầu tiên của tháng")
    }
)
_WEEKS_OF: Final = Phrasebook(
    {
        " ".join(f"{at} tuần {which} {of} {every} {unit}".split()): None
        for at in ("", "vào", "trong")
        for which in ("đầu", "đầu tiên", "cuối", "cuối cùng", "thứ nhất", "thứ hai", "thứ ba", "thứ tư")
        for of in ("", "của", "trong")
        for every in ("", "mỗi", "hằng")
        for unit in ("tháng", "quý")
        if of == "của" or every
    }
)
"""A week of each month or quarter; nobody knows its days."""
_CLOSING: Final = frozenset({"", ",", ";", ".", ")"})
_OF_MONTHS: Final = Phrasebook(phrases("các tháng | của các tháng | trong các tháng"))
_AND: Final = Phrasebook(phrases(", | và | , và"))
_BEHIND_MONTHS: Final = frozenset({"", ",", ";", ".", ")", "năm", "hằng"})
_DAYS_OF: Final = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}
"""Days that a month has each year, where they are not 31."""
_OF_EACH: Final = frozenset({Opener.NONE, Opener.IN, Opener.BEFORE, Opener.BY})


def read_recurring(cell: TimeCell, at: int, opened: OpenedDate) -> Phrase | None:
    """Read something that comes back, with the period that bounds it; ``opened`` is what stands at ``at``."""
    found = (
        _by_point(cell, at, opened)
        or _by_months(cell, at, opened)
        or _by_weekday(cell, opened)
        or _by_edge(cell, at, opened)
        or _by_units_with_days(cell, at)
        or _by_units(cell, at)
    )
    if found is None:
        return None
    bounds = read_bounds(cell, found.end)
    words = cell.quote(at, bounds.end)
    role = Role.REPORT if cell.words[at : at + 2] == ("báo", "cáo") else None
    said = " ".join(cell.words[at : bounds.end])
    parts = tuple(
        Recurring(
            rule or None,
            bounds.start,
            bounds.until,
            words,
            before=found.before,
            behind=_months_behind(rule, said),
            law=found.law,
            role=role,
        )
        for rule in found.rules
    )
    return Phrase(at, bounds.end, parts, dated=True, implied=found.implied and bounds.end == found.end)


def _months_behind(rule: str, words: str) -> int:
    """Return by how many months a rule is due behind the periods that it is about: tháng sau, tháng đầu quý sau."""
    if rule.startswith(FIRST_OF_QUARTERS):
        return 3 * (_NEXT_QUARTER.search(words) is not None)
    return int(rule.startswith(f"{MONTHLY};BYMONTHDAY") and _NEXT_MONTH.search(words) is not None)


_NEXT_QUARTER: Final = lazy_pattern(r"\bquý (?:sau|liền|kế|tiếp)")
_NEXT_MONTH: Final = lazy_pattern(r"\btháng (?:sau|liền|kế|tiếp)")


@dataclass(frozen=True, slots=True)
class _Rules:
    rules: tuple[str, ...]
    """Rules of RFC 5545; an empty one where "định kỳ" names no period."""
    end: int
    before: bool = False
    """Whether the words say "trước" a day."""
    law: str | None = None
    implied: bool = False
    """Whether it comes back in one year, which the words leave out."""


def _by_point(cell: TimeCell, at: int, opened: OpenedDate) -> _Rules | None:
    """Read "[định kỳ] trước ngày 20 hằng tháng", "tháng 12 hằng năm", "ngày 15 tháng cuối quý"."""
    periodic = PERIODIC.end(cell, at)
    opened = opened if periodic is None else open_series(cell, periodic)
    series = opened.series
    if series is None and is_number(cell.word(opened.begin)) and opened.opener is Opener.NONE:
        series = read_series(cell, opened.begin, bare=True, days=True)
    tail = TAILS.match(cell, series.end) if series is not None else None
    if series is None or tail is None:
        return None
    if tail[0] == NEXT_MONTH and (_longer_periods(cell) or cell.word(tail[1]) in _BEHIND_NEXT):
        return None
    if series.spans and at != cell.begin and not cell.hard(at - 1) and not _is_done_then(cell, at):
        return None  # báo cáo số liệu từ ngày 20 đến ngày 25 hằng tháng: perhaps what is reported on
    rules = rules_of(opened.opener, series, tail[0])
    return _Rules(rules, tail[1], _is_before(opened), series.law) if rules else None


def _is_done_then(cell: TimeCell, at: int) -> bool:
    """Tell whether nothing but who acts and the act stand before a span: Công an xã báo cáo | từ ngày 20."""
    begin = at
    while begin > max(cell.begin, at - _LONGEST_ACT) and not cell.hard(begin - 1) and not cell.new_line(begin):
        begin -= 1
    verb = next((place for place in range(begin, at) if VERBS.end(cell, place) is not None), at)
    end = VERBS.end(cell, verb)
    is_act = is_report(cell, verb) or HELD.end(cell, verb) is not None
    is_said = verb == begin or (WHO.end(cell, begin) is not None and cell.word(begin) not in _NOBODY)
    return end == at and is_act and is_said and OF_THINGS.end(cell, verb - 1) is None


def _longer_periods(cell: TimeCell) -> bool:
    """Tell whether a quarter, several months or a year stand anywhere: báo cáo quý trước ngày 05 của tháng liền kề."""
    counts = (
        at
        for at in range(1, cell.size)
        if cell.words[at] == "tháng" and cell.words[at - 1] not in _OF and cell.word(at - 2) != "ngày"
    )
    return not {"quý", "năm"}.isdisjoint(cell.words) or any(counts)


_BEHIND_NEXT: Final = frozenset({"khi", "ngày", "đó", "năm", "hết"})
"""What makes "tháng sau" another thing: tháng sau khi …."""
_LONGEST_ACT: Final = 12
"""Words of who acts and of the act."""
_NOBODY: Final = frozenset({"việc", "kết", "đề", "yêu"})
"""What begins no name, though an act may follow it: kết quả | kiểm tra."""
_OF: Final = frozenset({"của", "hằng", "mỗi", "cáo", ",", "ngày"})
"""What stands before "tháng" where no number of months does."""


def _by_months(cell: TimeCell, at: int, opened: OpenedDate) -> _Rules | None:
    """Read "ngày 15 các tháng 3, 6, 9, 12": a day that each of these months has in every year."""
    periodic = PERIODIC.end(cell, at)
    opened = opened if periodic is None else open_series(cell, periodic)
    begin, day = opened.begin, cell.word(opened.begin + 1)
    months = _OF_MONTHS.end(cell, begin + 2) if cell.word(begin) == "ngày" and is_number(day) else None
    if months is None or opened.opener not in _OF_EACH:
        return None
    listed, end = _months(cell, months)
    shortest = min((_DAYS_OF.get(month, 31) for month in listed), default=0)
    if not 1 <= int(day[:3]) <= shortest:
        return None
    every, behind = TAILS.match(cell, end) or (YEARLY, end)
    rule = f"{MONTHLY};BYMONTH={','.join(map(str, listed))};BYMONTHDAY={int(day[:3])}"
    if every != YEARLY:
        return None
    return _Rules((rule,), behind, before=opened.opener is Opener.BEFORE, implied=behind == end)


def _months(cell: TimeCell, at: int) -> tuple[list[int], int]:
    """Read "3, 6, 9 và 12", in the order of the year; none where it is one month, or no list of months alone."""
    listed, end = [int(cell.word(at)[:3])] if is_number(cell.word(at)) else [], at + 1
    while (behind := _AND.end(cell, end)) is not None and is_number(cell.word(behind)) and len(listed) <= MONTHS:
        listed.append(int(cell.word(behind)[:3]))
        end = behind + 1
    in_order = listed == sorted(set(listed)) and all(1 <= month <= MONTHS for month in listed)
    goes_on = is_number(cell.word(end + 1)) != (cell.word(end) == "năm") and cell.word(end) in {".", "năm"}
    ends = cell.new_line(end) or (cell.word(end) in _BEHIND_MONTHS and not goes_on)
    return (listed, end) if in_order and len(listed) > 1 and ends else ([], at)


def _is_before(opened: OpenedDate) -> bool:
    """Tell whether the words say "trước" a day, and no hour of it."""
    series = opened.series
    days = series is not None and all(point.unit == 0 for point in series.points)
    return opened.opener is Opener.BEFORE and days and not opened.clock


def _by_edge(cell: TimeCell, at: int, opened: OpenedDate) -> _Rules | None:
    """Read "cuối hằng tháng", "định kỳ vào ngày cuối cùng của mỗi quý" and "tháng đầu tiên của mỗi quý"."""
    periodic = PERIODIC.end(cell, opened.begin)
    begin = opened.begin if periodic is None else periodic + (cell.word(periodic) == "vào")
    month = EDGE_MONTHS.match(cell, begin) if opened.opener in {Opener.NONE, Opener.IN} else None
    if month is not None:
        return _Rules((month[0],), month[1])
    found = OF_EDGES.match(cell, begin)
    if found is None or is_number(cell.word(found[1])) or cell.word(found[1]) in _CERTAIN:
        return None
    law = EDGE_OF_YEAR if found[0].startswith(YEARLY) else EDGE_OF_MONTH
    return _Rules((found[0],), found[1], law=None if "ngày" in cell.words[at : found[1]] else law)


_CERTAIN: Final = frozenset(
    {"này", "nay", "sau", "trước", "tới", "đầu", "cuối", "i", "ii", "iii", "iv", "một", "hai", "ba", "tư"}
)
"""What makes a month or quarter a certain one."""


def _by_weekday(cell: TimeCell, opened: OpenedDate) -> _Rules | None:
    """Read "thứ sáu hằng tuần", "hằng tuần vào thứ sáu" and "thứ hai đầu tiên hằng tháng"."""
    start = opened.begin
    at = PERIODIC.end(cell, start) or start
    opens = cell.word(at) if at > start else ""
    at = behind_clock(cell, at + (opens in {"vào", "trước"}))
    found = read_weekdays(cell, start, at)
    before = opens == "trước" or (opened.opener is Opener.BEFORE and at == start)
    return None if found is None else _Rules((found.rule,), found.end, before)


def _by_units(cell: TimeCell, at: int) -> _Rules | None:
    if (week := _WEEKS_OF.end(cell, at)) is not None and cell.word(week) in _CLOSING:
        return _Rules(("",), week)
    units = read_units(cell, at) or _daily(cell, at)
    if units is None:
        return None
    week = _WEEKS.end(cell, units.end)
    if week is not None and cell.word(week) in _CLOSING and len(units.rules) == 1:
        return _Rules(("",), week)  # a month's first week has no fixed days
    found = _Rules(units.rules, units.end)
    if found.rules == ("",):
        return _at_times(cell, units) or found
    return _with_moment(cell, found, once="lần" in cell.words[at : units.end])


def _at_times(cell: TimeCell, units: Units) -> _Rules | None:
    """Read as many days or periods as times are said: 02 lần/năm (tháng 5 và tháng 11), 2 lần/tháng (ngày 5, 20)."""
    opened = open_series(cell, units.end + (cell.word(units.end) in {",", "(", ":"}))
    series = opened.series
    if series is None or series.spans or len(series.points) != units.times or units.unit == QUARTERLY:
        return None
    if any(point.year is not None for point in series.points):
        return None
    rules = rules_of(opened.opener, series, units.unit)
    return _Rules(rules, series.end, _is_before(opened), series.law) if rules else None


def _daily(cell: TimeCell, at: int) -> Units | None:
    """Read "hằng ngày" behind hours: từ 7 giờ đến 17 giờ hằng ngày."""
    behind = behind_hours(cell, at)
    units = read_units(cell, behind) if behind > at else None
    return units if units is not None and units.rules == ("FREQ=DAILY",) else None


def _by_units_with_days(cell: TimeCell, at: int) -> _Rules | None:
    """Read "định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12)": each unit with its day in brackets."""
    rules: list[str] = []
    before: set[bool] = set()
    unit = first_unit(cell, at)
    end, units = at, 0
    while unit is not None and cell.word(unit[1]) == "(":
        opened = open_series(cell, unit[1] + 1)
        series = opened.series
        every, close = TAILS.match(cell, series.end) or (unit[0], series.end) if series is not None else ("", 0)
        if series is None or cell.word(close) != ")" or UNITS_OF.get(every, every) != unit[0]:
            return None
        days = YEARLY if every == HALF_YEARLY else every
        found = rules_of(opened.opener, series, days) if close > series.end or every != QUARTERLY else ()
        if not found or any(point.unit for point in series.points):
            return None
        rules += found
        before.add(_is_before(opened))
        end, unit, units = close + 1, next_unit(cell, close + 1), units + 1
    several = units > 1 and len(before) == 1
    return _Rules(tuple(rules), end, before=True in before) if several else None


def _with_moment(cell: TimeCell, found: _Rules, *, once: bool) -> _Rules | None:
    """Read the day or month that follows a unit: "hằng năm, trước ngày 15/12"; only one, where it is said ``once``.

    Points that the unit cannot take, and that do not bound it either, make the whole phrase strange.
    """
    apart = cell.word(found.end) in {",", "(", ":"}
    begin = found.end + apart
    opened = open_series(cell, skipped(cell, begin) or begin)
    series = opened.series
    if series is None or _bounds(opened, series, found.rules, apart=apart):
        return found
    if (rule := _spread(series, found.rules)) is not None:
        return _Rules((rule,), series.end)
    if opened.opener in _OF_EACH and (days := _each_day(series, opened.opener, found.rules)):
        return _Rules(days, series.end, _is_before(opened))
    every, end = TAILS.match(cell, series.end) or (found.rules[0], series.end)
    if found.rules != (UNITS_OF.get(every, every),) or (every == QUARTERLY and end == series.end):
        return None
    if once and len(series.points) > 1:
        return None
    rules = rules_of(opened.opener, series, every)
    return _Rules(rules, end, _is_before(opened), series.law) if rules else None


def _spread(series: Series, rules: tuple[str, ...]) -> str | None:
    """Read the months of quarters or halves of the year: hằng quý (tháng 3, 6, 9, 12)."""
    step = _STEPS.get(rules)
    months = [point.month or 0 for point in series.points if point.unit == 1 and point.year is None]
    if step is None or len(months) < len(series.points) or len(months) * step != MONTHS:
        return None
    even = all(two - one == step for one, two in pairwise(months))
    return f"{MONTHLY};BYMONTH={','.join(map(str, months))}" if even else None


def _each_day(series: Series, opener: Opener, rules: tuple[str, ...]) -> tuple[str, ...]:
    """Read a day of each quarter or half of the year: 6 tháng/lần (trước ngày 15/6 và 15/12)."""
    step = _STEPS.get(rules)
    months = [point.month for point in series.points if point.unit == 0 and point.month is not None]
    if step is None or len(months) < len(series.points) or len(months) * step != MONTHS:
        return ()
    even = all(two - one == step for one, two in pairwise(months))
    return rules_of(opener, series, YEARLY) if even else ()


_STEPS: Final[dict[tuple[str, ...], int]] = {(QUARTERLY,): 3, (HALF_YEARLY,): 6}


def _bounds(opened: OpenedDate, series: Series, rules: tuple[str, ...], *, apart: bool) -> bool:
    """Tell whether a series behind a unit is the period in which it comes back, and no day or month of it."""
    one_year = any(point.year is not None for point in series.points)
    match opened.opener:
        case Opener.FROM | Opener.UNTIL | Opener.THROUGH | Opener.NOW | Opener.STAGE:
            return one_year or YEARLY not in rules
        case Opener.NONE | Opener.IN:
            return one_year and all(point.unit >= (12 if apart else 1) for point in series.points)
        case _:
            return False
