"""Periods that need no word of their own to be times, where they stand in statements that are built alike."""

from typing import Final

from kshc_cli.reading.times.acts.act_verbs import VERBS
from kshc_cli.reading.times.acts.asides import says_who
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, phrases
from kshc_cli.reading.times.days.openers import open_series
from kshc_cli.reading.times.days.points import read_point
from kshc_cli.reading.times.phrase import Phrase
from kshc_cli.reading.times.verbs import DUTIES, FILLERS, is_report

_SHORT_CELL: Final = 60
"""Words of a cell that are looked at as a whole; it keeps reading linear in the length of the text."""
_QUARTER: Final = 3
"""Months."""
_PARTING: Final = frozenset({";", ",", "và"})
_OF_PERIODS: Final = Phrasebook(
    phrases("quyết toán | giải ngân | đánh giá | thống kê | tổng kết | sơ kết | tổng hợp | thanh toán | dự toán")
)
"""Verbs of which a quarter is perhaps what they are about."""


def heads_statement(cell: TimeCell, phrase: Phrase) -> bool:
    """Tell whether a time begins a statement that says what is done then, or who does it: quý II: triển khai."""
    begins = phrase.start in {0, cell.begin} or cell.new_line(phrase.start) or cell.hard(phrase.start - 1)
    listed = (begins or cell.word(phrase.start - 1) == ",") and _opens_list(cell)
    if listed and (FILLERS.end(cell, phrase.end) or DUTIES.end(cell, phrase.end)):
        return True
    return begins and (cell.word(phrase.end) == ":" or says_who(cell, phrase.end))


def _opens_list(cell: TimeCell) -> bool:
    """Tell whether a cell begins with a quarter or month: quý I xây dựng; quý II ban hành."""
    found = read_point(cell, cell.begin) if cell.word(cell.begin) in {"quý", "tháng"} else None
    return found is not None and (FILLERS.end(cell, found[1]) or DUTIES.end(cell, found[1])) is not None


def all_bare(cell: TimeCell) -> bool:
    """Tell whether all statements are verbs and their quarter or month: xây dựng quý I; ban hành quý II."""
    if cell.size > _SHORT_CELL or _PARTING.isdisjoint(cell.words):
        return False
    at, named = cell.begin, 0
    while at < cell.size:
        verb = at
        while (behind := VERBS.end(cell, verb + (verb > at and cell.word(verb) in {",", "và"}))) is not None:
            verb = behind
        end = _periods_end(cell, verb) if verb > at else None
        if end is None or _is_of_period(cell, at, verb) or cell.word(end) not in _PARTING | {"", "."}:
            return False
        if cell.word(end) == "và" and VERBS.end(cell, end + 1) is None:
            return False
        at, named = end + 1, named + 1
    return named > 1


def before_period(cell: TimeCell, at: int) -> int | None:
    """Return the place behind a verb before a quarter or month in which it is done: tập huấn quý II."""
    verb = VERBS.end(cell, at)
    named = verb is not None and _periods_end(cell, verb) is not None and not _is_of_period(cell, at, verb)
    return verb if named else None


def _periods_end(cell: TimeCell, at: int) -> int | None:
    """Return the place behind quarters or months: quý I, quý II - III."""
    series = open_series(cell, at).series if cell.word(at) in {"quý", "tháng"} else None
    return series.end if series is not None and all(1 <= point.unit <= _QUARTER for point in series.points) else None


def _is_of_period(cell: TimeCell, start: int, end: int) -> bool:
    """Tell whether the words of an act are perhaps about the period behind them: quyết toán quý I."""
    verbs = [at for at in range(start, end) if _OF_PERIODS.end(cell, at) is not None or is_report(cell, at)]
    return bool(verbs) or cell.word(end - 1) in {"hoạch", "cáo", "án"}
