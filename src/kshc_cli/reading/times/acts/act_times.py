"""When what is done is due: what was seen in the words of an act, and whether a time behind them is its own.

A time behind an act is perhaps that of what the act is about, of its plan, or of the account that it gives.
"""

from datetime import date
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.reading.times.acts.act_words import DRAFTS, HELD, Asks
from kshc_cli.reading.times.cell import TimeCell, is_number
from kshc_cli.reading.times.cycles.repeats import TAILS
from kshc_cli.reading.times.days.figures import year_number
from kshc_cli.reading.times.days.openers import OPENERS, OpenedDate, Opener, open_series
from kshc_cli.reading.times.limits import begins_limit

_LONGEST_BODY: Final = 12
"""Words of its name."""
_HEADS: Final = frozenset({"ngày", "tháng", "quý", "năm", "đầu", "giữa", "cuối", "6", "06", "sáu", "9", "nửa"})


@dataclass(slots=True)
class ActWords:
    """What was seen behind the last verb of an act."""

    verb: int
    """The place of the verb."""
    last: int
    """The place behind it."""
    asks: Asks
    depth: int = 0
    """Brackets that are open."""
    thing: int | None = None
    """The place behind a thing that a word behind it may date."""
    body: int | None = None
    """The place of the body to which it goes; nothing dates one."""
    plain: bool = True
    """Whether nothing but plain words stood behind the verb."""
    account: bool = False
    """Whether it is about what was done, perhaps in the period that follows."""
    until: date | None = None
    """The last day of the period that names what it is about: quyết toán năm 2025."""

    def leave(self, place: int) -> bool:
        """Tell whether the words up to ``place`` leave a time there to the act."""
        if self.body is not None:
            return place - self.body <= _LONGEST_BODY
        if self.asks is Asks.DAY and not self.plain:
            return False
        return self.thing is None or place - self.thing <= 1


def stage_end(cell: TimeCell, at: int) -> int | None:
    """Return the place behind a stage of years, past ones too: đề án giai đoạn 2021 - 2025."""
    if cell.words[at : at + 2] != ("giai", "đoạn") or cell.word(at + 3) not in {"-", "đến"}:
        return None
    years = year_number(cell.word(at + 2)), year_number(cell.word(at + 4))
    return at + 5 if None not in years else None


def names_time(cell: TimeCell, at: int) -> bool:
    """Tell whether words at ``at`` name a time."""
    word = cell.word(at)
    if word not in _HEADS and word not in OPENERS.firsts:
        return False
    return open_series(cell, at).series is not None


def last_day(cell: TimeCell, at: int) -> date:
    """Return the last day of a period at ``at``; what is not fixed lasts for ever, no quarter is that of a stage."""
    if stage_end(cell, at) is not None:
        return date.min
    periods = open_series(cell, at).periods(cell.year)
    return periods[-1].last if periods else date.max


def is_due(cell: TimeCell, at: int, words: ActWords) -> bool:
    """Tell whether a time at ``at`` is one that the act asks for, and not before the plan's year."""
    if cell.words[at : at + 2] == ("định", "kỳ"):
        held = cell.words[words.verb : words.verb + 2] in {("tổ", "chức"), ("tiếp", "công")}
        return (words.body is not None or held) and words.leave(at)
    if cell.word(at) not in OPENERS.firsts or cell.word(at - 1) in {",", "("}:
        return False
    if begins_limit(cell, at):
        return words.leave(at)
    opened = open_series(cell, at)
    if opened.series is None or any(point.year is not None and point.year < cell.year for point in opened.points):
        return False
    if TAILS.end(cell, opened.series.end) is not None:
        return words.leave(at) and words.thing in {None, at}  # no thing is dated each month
    return _fits(cell, at, opened, words) and (opened.opener is Opener.BY or words.leave(at))


def _fits(cell: TimeCell, at: int, opened: OpenedDate, words: ActWords) -> bool:
    """Tell whether an act asks for such a time; behind a period of its object for a day, or a later period."""
    points, days = opened.points, opened.are_days
    named = words.until is not None
    match opened.opener:
        case Opener.BY:
            return days or not named
        case Opener.BEFORE if words.asks is Asks.LATEST and days and words.until is not None:
            return is_number(cell.word(at - 1)) and _is_later(cell, opened, words.until)
        case Opener.BEFORE | Opener.THROUGH:
            return words.asks is not Asks.LATEST and (days or (words.asks is not Asks.DAY and not named))
        case Opener.IN if words.until is not None:
            return _is_later(cell, opened, words.until)
        case Opener.IN:
            whole = any(point.unit > 3 for point in points)
            moment = cell.word(at) == "vào" and words.account and not (whole or days)
            account = words.account and cell.words[at - 2 : at] not in DRAFTS
            held = whole and HELD.end(cell, words.verb) is not None and not words.account
            own = words.asks is Asks.PERIOD and (held or not (whole or days or account))
            return words.asks is Asks.END or moment or own
        case Opener.FROM if named or words.asks not in {Asks.PERIOD, Asks.END}:
            return False
        case Opener.FROM:
            spans = opened.series is not None and all(one.last is not None for one in opened.series.elements)
            short = spans and all(point.unit <= 3 for point in points)
            return words.last == at or (short and not words.account and HELD.end(cell, words.verb) is not None)
        case _:
            return False


def _is_later(cell: TimeCell, opened: OpenedDate, until: date) -> bool:
    """Tell whether a month or quarter lies behind the period of what the act is about: … năm 2025 trong quý I/2026."""
    periods = opened.periods(cell.year) or ()
    return bool(periods) and all(period.unit <= 3 and period.first > until for period in periods)
