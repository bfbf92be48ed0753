"""Phrases that name dates: windows, deadlines, and the day from which something goes on."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from typing import Final

from kshc_cli.plan.record import GAP
from kshc_cli.reading.cell import Cell, Phrasebook, is_number, phrases
from kshc_cli.reading.phrase import Phrase
from kshc_cli.reading.points import Period
from kshc_cli.reading.series import Series, all_adjacent, periods_of, read_series
from kshc_cli.reading.values import Continuous, Deadline, TimePart, Window


class Opener(Enum):
    """What the words before a date make of it."""

    NONE = auto()
    IN = auto()
    FROM = auto()
    BEFORE = auto()
    BY = auto()
    UNTIL = auto()
    THROUGH = auto()
    STAGE = auto()


_LATEST: Final = [
    *("chậm nhất", "muộn nhất", "trễ nhất", "hạn cuối", "hạn chót"),
    *("chậm nhất là", "muộn nhất là", "trễ nhất là", "hạn cuối là", "hạn chót là"),
]

OPENERS: Final = Phrasebook(
    dict.fromkeys(("trong", "vào", "cả", "trong cả", "suốt", "trong suốt"), Opener.IN)
    | dict.fromkeys(("từ", "kể từ", "tính từ", "trong thời gian từ", "trong khoảng thời gian từ"), Opener.FROM)
    | {
        f"bắt đầu {verb} {word}".replace("  ", " ").strip(): Opener.FROM
        for verb in ("", "triển khai", "thực hiện", "áp dụng", "triển khai thực hiện")
        for word in ("", "từ", "kể từ", "vào")
    }
    | dict.fromkeys(("trước", *(f"{latest} trước" for latest in _LATEST)), Opener.BEFORE)
    | {f"{latest} {word}".strip(): Opener.BY for latest in _LATEST for word in ("", "vào", "trong", "đến", "đến hết")}
    | dict.fromkeys(("không quá", "không muộn hơn", "không trễ quá", "không chậm quá", "không trễ hơn"), Opener.BY)
    | dict.fromkeys(("đến hết", "cho đến hết", "hết", "từ nay đến hết"), Opener.THROUGH)
    | dict.fromkeys(("đến", "cho đến", "từ nay đến"), Opener.UNTIL)
    | dict.fromkeys(("giai đoạn", "trong giai đoạn", "cả giai đoạn", "giai đoạn từ"), Opener.STAGE)
)
"""Teach words that stand before a date here."""

_WHOLE_YEAR: Final = Phrasebook(phrases("trong năm | cả năm | trong cả năm | suốt năm | trong suốt năm"))
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


@dataclass(frozen=True, slots=True)
class Opened:
    """A series with the words before it."""

    opener: Opener
    begin: int
    """The place behind the opener."""
    series: Series | None


def open_series(cell: Cell, at: int, *, bare: bool = False) -> Opened:
    """Read an opener, if there is one, and the series behind it; ``bare`` allows figures alone (2025, 12/2024)."""
    opener, begin = OPENERS.match(cell, at) or (Opener.NONE, at)
    series = read_series(cell, begin, cell.words[at:begin], bare=bare or opener is Opener.STAGE)
    return Opened(opener, begin, series)


def read_dated(cell: Cell, at: int, opened: Opened) -> Phrase | None:
    """Read a window, a deadline or a beginning from what ``open_series`` found at ``at``."""
    series = opened.series
    if series is None:
        return _whole_year(cell, at) or _illegible(cell, at, opened)
    periods = periods_of(series, cell.year)
    if periods is None:
        return None
    onwards = _ONWARDS.end(cell, series.end)
    if onwards is not None:
        parts = _from_then_on(opened.opener, periods, cell.quote(at, onwards))
    else:
        parts = _parts(opened.opener, series, periods, cell.quote(at, series.end))
    strong = onwards is not None or opened.opener is not Opener.NONE
    implied = series.points[-1].year is None
    return Phrase(at, onwards or series.end, parts, dated=True, strong=strong, implied=implied) if parts else None


def _parts(opener: Opener, series: Series, periods: list[Period], words: str) -> tuple[TimePart, ...]:
    """Return what the periods mean behind the opener; nothing where the two make no sense together."""
    single = all(element.last is None for element in series.elements)
    match opener:
        case Opener.NONE | Opener.IN:
            return _windows(opener, periods, words, single=single)
        case Opener.FROM:
            return _beginnings(series, periods, words)
        case Opener.STAGE:
            whole = len(periods) == 1 and not single and periods[0].unit == 12
            return (Window(periods[0].first, periods[0].last, words),) if whole else ()
        case Opener.BEFORE:
            return tuple(Deadline(_day_before(period), words) for period in periods) if single else ()
        case Opener.BY | Opener.THROUGH | Opener.UNTIL:
            fits = single and (opener is not Opener.UNTIL or all(period.unit == 0 for period in periods))
            return tuple(Deadline(period.last, words) for period in periods) if fits else ()


def _windows(opener: Opener, periods: list[Period], words: str, *, single: bool) -> tuple[TimePart, ...]:
    """Make one window of periods in a row (quý I, II); a day that stands alone is a deadline."""
    if single and len(periods) > 1 and all_adjacent(periods):
        return (Window(periods[0].first, periods[-1].last, words),)
    if single and opener is Opener.NONE and all(period.unit == 0 for period in periods):
        return tuple(Deadline(period.last, words) for period in periods)
    return tuple(Window(period.first, period.last, words) for period in periods)


def _beginnings(series: Series, periods: list[Period], words: str) -> tuple[TimePart, ...]:
    spans = [element.last is not None for element in series.elements]
    if all(spans):
        return tuple(Window(period.first, period.last, words) for period in periods)
    return (Continuous(start=periods[0].first, words=words),) if len(spans) == 1 else ()


def _from_then_on(opener: Opener, periods: list[Period], words: str) -> tuple[TimePart, ...]:
    fits = len(periods) == 1 and opener in {Opener.NONE, Opener.IN, Opener.FROM, Opener.STAGE}
    return (Continuous(start=periods[0].first, words=words),) if fits else ()


def _day_before(period: Period) -> date:
    """Return the last day of "trước …": the day itself, or the day before a longer period begins."""
    return period.first if period.unit == 0 else period.first - _ONE_DAY


def _whole_year(cell: Cell, at: int) -> Phrase | None:
    """Read "trong năm" without a number: the plan's year."""
    end = _WHOLE_YEAR.end(cell, at)
    if end is None or is_number(cell.word(end)) or cell.word(end) == "(":
        return None
    return Phrase(at, end, (Window(date(cell.year, 1, 1), date(cell.year, 12, 31), cell.quote(at, end)),), dated=True)


def _illegible(cell: Cell, at: int, opened: Opened) -> Phrase | None:
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


def read_bounds(cell: Cell, at: int) -> Bounds:
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
        case Window(start, end) if not apart or opened.opener is Opener.FROM or _whole_years(start, end):
            return Bounds(start, end, phrase.end)
        case Continuous(start=start):
            return Bounds(start, None, phrase.end)
        case Deadline(due=due) if due is not None:
            return Bounds(None, due, phrase.end)
        case _:
            return Bounds(None, None, at)


def _whole_years(start: date, end: date) -> bool:
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
