"""Phrases that name dates: windows, deadlines, and the day from which something goes on."""

from datetime import date, timedelta
from typing import Final

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.plan.record import GAP
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, is_number, phrases
from kshc_cli.reading.times.days.calendar import LAST, Period
from kshc_cli.reading.times.days.hours import begins_on_the_hour
from kshc_cli.reading.times.days.openers import OpenedDate, Opener, open_series
from kshc_cli.reading.times.days.series import Series, all_adjacent, periods_of
from kshc_cli.reading.times.phrase import Phrase
from kshc_cli.reading.values import Continuous, Deadline, TimePart, Window

_ONWARDS: Final = Phrasebook(
    phrases("trở đi")
    | {
        f"{joint} {those} năm {later}": None
        for joint in ("và", ", và", ",")
        for those in ("các", "những")
        for later in ("tiếp theo", "sau", "tiếp sau", "kế tiếp", "tới", "sau đó")
    }
)
_BOUND_HEADS: Final = frozenset({"trong", "từ", "kể", "năm", "giai", "cả", "suốt", "bắt", "đến", "cho"})
_NEAR_HEADS: Final = frozenset({"tháng", "quý"})
_ONE_DAY: Final = timedelta(days=1)


def read_dated(cell: TimeCell, at: int, opened: OpenedDate) -> Phrase | None:
    """Read a window, a deadline or a beginning from what ``open_series`` found at ``at``."""
    series = opened.series
    if series is None:
        return _whole_year(cell, at, opened) or _illegible(cell, at, opened)
    periods = periods_of(series, cell.year)
    if periods is None or (series.law and not _sure(opened, series)):
        return None
    bracket = cell.word(series.end) == "("
    onwards = _ONWARDS.end(cell, series.end + bracket)
    if onwards is not None and bracket:
        onwards += cell.word(onwards) == ")"
    if onwards is not None:
        years = "đi" in cell.words[series.end : onwards] or periods[0].unit == 12 or opened.opener is Opener.FROM
        parts = _from_then_on(opened.opener, periods, cell.quote(at, onwards)) if years else ()
    else:
        parts = _parts(cell, opened, series, periods, cell.quote(at, series.end))
    if series.law:
        parts = tuple(replace(part, law=series.law) for part in parts)
    strong = onwards is not None or opened.opener is not Opener.NONE
    implied = series.points[-1].year is None
    later = any(point.later for point in series.points)
    end = onwards or series.end
    return Phrase(at, end, parts, dated=True, strong=strong, implied=implied, later=later) if parts else None


def _sure(opened: OpenedDate, series: Series) -> bool:
    """Tell whether words such as "cuối năm" mean the law's day and not a season: cuối năm 2025, đầu năm 2026."""
    if len(series.points) == 1:
        return True
    from_end, to_beginning = series.points[0].day == LAST, series.points[-1].law and series.points[-1].day == 1
    return len(series.elements) == 1 and opened.opener is Opener.FROM and not from_end and not to_beginning


def _parts(
    cell: TimeCell, opened: OpenedDate, series: Series, periods: list[Period], words: str
) -> tuple[TimePart, ...]:
    """Return what the periods mean behind the opener; nothing where the two make no sense together."""
    single = all(element.last is None for element in series.elements)
    match opened.opener:
        case Opener.NONE | Opener.IN:
            in_it = opened.opener is Opener.IN and series.law is None and not opened.clock
            return _windows(periods, words, days_are_due=single and not in_it, single=single)
        case Opener.FROM if single and begins_on_the_hour(cell, opened.begin):
            return ()  # a meeting of that day, or what goes on from then on
        case Opener.FROM:
            return _beginnings(series, periods, words)
        case Opener.STAGE:
            whole = len(periods) == 1 and not single and periods[0].unit == 12
            return (Window(periods[0].first, periods[0].last, words),) if whole else ()
        case Opener.BEFORE:
            before = not opened.clock
            return tuple(_before(period, words, before=before) for period in periods) if single else ()
        case Opener.BY | Opener.THROUGH | Opener.UNTIL:
            return tuple(Deadline(period.last, words) for period in periods) if single else ()
        case Opener.NOW:
            return (_from_now(cell, periods[0].last, words),) if single and len(periods) == 1 else ()


def _before(period: Period, words: str, *, before: bool) -> Deadline:
    """Return the last day of "trước …": the day itself, or the day before a longer period begins."""
    if period.unit == 0:
        return Deadline(period.first, words, before=before)
    return Deadline(period.first - _ONE_DAY, words)


def _from_now(cell: TimeCell, last: date, words: str) -> TimePart:
    """Return "từ nay đến …": from the day of issue, where it is known and lies before."""
    if cell.issued is None or cell.issued > last:
        return Deadline(last, words)
    return Window(cell.issued, last, words)


def _windows(periods: list[Period], words: str, *, days_are_due: bool, single: bool) -> tuple[TimePart, ...]:
    """Make one window of periods in a row (quý I, II); a day that stands alone is a deadline."""
    if single and len(periods) > 1 and all_adjacent(periods):
        return (Window(periods[0].first, periods[-1].last, words),)
    return tuple(
        Deadline(period.last, words) if days_are_due and period.unit == 0 else Window(period.first, period.last, words)
        for period in periods
    )


def _beginnings(series: Series, periods: list[Period], words: str) -> tuple[TimePart, ...]:
    spans = [element.last is not None for element in series.elements]
    if all(spans):
        return tuple(Window(period.first, period.last, words) for period in periods)
    return (Continuous(start=periods[0].first, words=words),) if len(spans) == 1 else ()


def _from_then_on(opener: Opener, periods: list[Period], words: str) -> tuple[TimePart, ...]:
    fits = len(periods) == 1 and opener in {Opener.NONE, Opener.IN, Opener.FROM, Opener.STAGE}
    return (Continuous(start=periods[0].first, words=words),) if fits else ()


def _whole_year(cell: TimeCell, at: int, opened: OpenedDate) -> Phrase | None:
    """Read "trong năm", "hết năm" or "từ nay đến hết năm" without a number: the plan's year."""
    end = opened.begin + 1
    if cell.word(end - 1) != "năm" or is_number(cell.word(end + (cell.word(end) == "("))):
        return None
    words, first, last = cell.quote(at, end), date(cell.year, 1, 1), date(cell.year, 12, 31)
    part: TimePart
    match opened.opener:
        case Opener.IN:
            part = Window(first, last, words)
        case Opener.THROUGH:
            part = Deadline(last, words)
        case Opener.NOW if cell.word(end - 2) == "hết":
            part = _from_now(cell, last, words)
        case _:
            return None
    return Phrase(at, end, (part,), dated=True)


def _illegible(cell: TimeCell, at: int, opened: OpenedDate) -> Phrase | None:
    """Read "trước ngày [?] tháng 01 năm 2024": a deadline whose day is not known."""
    if opened.opener not in {Opener.BEFORE, Opener.BY, Opener.THROUGH, Opener.UNTIL}:
        return None
    end = opened.begin
    while cell.word(end) in {"ngày", "tháng", "năm", "/", "-", GAP} or is_number(cell.word(end)):
        end += 1
    gaps = tuple(cell.quote(place, place + 1) for place in range(opened.begin, end) if cell.word(place) == GAP)
    return Phrase(at, end, (Deadline(None, cell.quote(at, end)),), dated=True, unread=gaps) if gaps else None


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and last day that bound something which goes on or comes back."""

    start: date | None
    until: date | None
    end: int
    """The place behind the words."""


def read_bounds(cell: TimeCell, at: int) -> Bounds:
    """Read the period that bounds what stands before ``at``: thường xuyên *trong năm 2024*.

    Behind a comma or a bracket only whole years, "từ …" or "đến …" bound it; a month there stands for itself. What
    stands before a colon begins another statement (năm 2024: trước ngày 20/12).
    """
    apart = cell.word(at) in {",", "("}
    begin = at + apart
    heads = _BOUND_HEADS if apart else _BOUND_HEADS | _NEAR_HEADS
    opened = open_series(cell, begin) if cell.word(begin) in heads else None
    phrase = read_dated(cell, begin, opened) if opened is not None else None
    if opened is None or phrase is None or len(phrase.parts) > 1 or cell.word(phrase.end) == ":":
        return Bounds(None, None, at)
    match phrase.parts[0]:
        case Window() as one if not apart or opened.opener is Opener.FROM or one.is_whole_years:
            return Bounds(one.start, one.end, phrase.end)
        case Continuous(start=start):
            return Bounds(start, None, phrase.end)
        case Deadline(due=due) if due is not None:
            return Bounds(None, due, phrase.end)
        case _:
            return Bounds(None, None, at)
