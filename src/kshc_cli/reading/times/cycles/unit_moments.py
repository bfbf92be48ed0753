"""How often something comes back, with the days or months said behind it or in brackets: hằng năm, trước ngày 15/12."""

from itertools import pairwise
from typing import Final

from kshc_cli.reading.times.cell import Phrasebook, TimeCell, is_number
from kshc_cli.reading.times.cycles.found_rules import OF_EACH, FoundRules, is_before
from kshc_cli.reading.times.cycles.periods import (
    HALF_YEARLY,
    MONTHLY,
    QUARTERLY,
    YEARLY,
    Units,
    first_unit,
    next_unit,
    read_units,
)
from kshc_cli.reading.times.cycles.point_rules import rules_of
from kshc_cli.reading.times.cycles.repeats import TAILS, UNITS_OF
from kshc_cli.reading.times.days.figures import MONTHS
from kshc_cli.reading.times.days.hours import HOUR, behind_hours
from kshc_cli.reading.times.days.openers import OPENERS, OpenedDate, Opener, open_series
from kshc_cli.reading.times.days.series import Series
from kshc_cli.reading.times.verbs import skipped

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
_STEPS: Final[dict[tuple[str, ...], int]] = {(QUARTERLY,): 3, (HALF_YEARLY,): 6}


def by_units(cell: TimeCell, at: int) -> FoundRules | None:
    """Read "hằng tháng", "02 lần/năm" and the moment behind them: hằng năm, trước ngày 15/12."""
    if (week := _WEEKS_OF.end(cell, at)) is not None and cell.word(week) in _CLOSING:
        return FoundRules(("",), week)
    units = read_units(cell, at) or _daily(cell, at)
    if units is None:
        return None
    week = _WEEKS.end(cell, units.end)
    if week is not None and cell.word(week) in _CLOSING and len(units.rules) == 1:
        return FoundRules(("",), week)  # a month's first week has no fixed days
    found = FoundRules(units.rules, units.end)
    if found.rules == ("",):
        return _at_times(cell, units) or found
    return _with_moment(cell, found, once="lần" in cell.words[at : units.end])


def _at_times(cell: TimeCell, units: Units) -> FoundRules | None:
    """Read as many days or periods as times are said: 02 lần/năm (tháng 5 và tháng 11), 2 lần/tháng (ngày 5, 20)."""
    opened = open_series(cell, units.end + (cell.word(units.end) in {",", "(", ":"}))
    series = opened.series
    if series is None or series.spans or len(series.points) != units.times or units.unit == QUARTERLY:
        return None
    if any(point.year is not None for point in series.points):
        return None
    rules = rules_of(opened.opener, series, units.unit)
    return FoundRules(rules, series.end, is_before(opened), series.law) if rules else None


def _daily(cell: TimeCell, at: int) -> Units | None:
    """Read "hằng ngày" behind hours, or the hour by which it is due: từ 7 giờ đến 17 giờ hằng ngày, trước 16 giờ …."""
    behind = behind_hours(cell, hour_of_each_day(cell, at))
    units = read_units(cell, behind) if behind > at else None
    return units if units is not None and units.rules == ("FREQ=DAILY",) else None


def hour_of_each_day(cell: TimeCell, at: int) -> int:
    """Return the place behind an opener of an hour that is due each day, else ``at``: trước 16 giờ hằng ngày."""
    opener, begin = OPENERS.match(cell, at) or (Opener.NONE, at)
    due = opener in {Opener.BEFORE, Opener.BY} and is_number(cell.word(begin))
    return begin if due and cell.word(begin + 1) in {*HOUR, ":"} else at


def by_units_with_days(cell: TimeCell, at: int) -> FoundRules | None:
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
        before.add(is_before(opened))
        end, unit, units = close + 1, next_unit(cell, close + 1), units + 1
    several = units > 1 and len(before) == 1
    return FoundRules(tuple(rules), end, before=True in before) if several else None


def by_month_of_report(cell: TimeCell, at: int) -> FoundRules | None:
    """Read "báo cáo tháng: trước ngày 20": the report of each month, and its day without a month.

    Behind other reports or units, "tháng" alone: báo cáo quý …; tháng: ngày 20.
    """
    unit = at + 2 * (cell.words[at : at + 2] == ("báo", "cáo"))
    if cell.word(unit) != "tháng" or not (unit > at or cell.word(at - 1) in {"", ",", ";", "và"}):
        return None
    mark = cell.word(unit + 1) if cell.word(unit + 1) in {"(", ":"} else ""
    if not (mark or unit > at):
        return None
    opened = open_series(cell, unit + 1 + bool(mark))
    series = opened.series
    if series is None or opened.opener not in OF_EACH or len(series.points) > 1 or series.points[0].month is not None:
        return None
    end = series.end + (mark == "(")
    closed = cell.word(series.end) == ")" if mark == "(" else cell.word(end) in _CLOSING
    rules = rules_of(opened.opener, series, MONTHLY) if closed and not series.points[0].unit else ()
    return FoundRules(rules, end, is_before(opened)) if rules else None


def _with_moment(cell: TimeCell, found: FoundRules, *, once: bool) -> FoundRules | None:
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
        return FoundRules((rule,), series.end)
    if opened.opener in OF_EACH and (days := _each_day(series, opened.opener, found.rules)):
        return FoundRules(days, series.end, is_before(opened))
    every, end = TAILS.match(cell, series.end) or (found.rules[0], series.end)
    if found.rules != (UNITS_OF.get(every, every),) or (every == QUARTERLY and end == series.end):
        return None
    if once and len(series.points) > 1:
        return None
    rules = rules_of(opened.opener, series, every)
    return FoundRules(rules, end, is_before(opened), series.law) if rules else None


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
