"""When what is done is due: what was seen in the words of an act, and whether a time behind them is its own.

A time behind an act is perhaps that of what the act is about, of its plan, or of the account that it gives.
"""

from datetime import date
from itertools import pairwise
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.reading.times.acts.act_states import says_which
from kshc_cli.reading.times.acts.act_verbs import HELD, Asks
from kshc_cli.reading.times.acts.act_words import DRAFTS
from kshc_cli.reading.times.cell import TimeCell, is_number
from kshc_cli.reading.times.cycles.periods import read_units
from kshc_cli.reading.times.cycles.repeats import TAILS
from kshc_cli.reading.times.days.figures import year_number
from kshc_cli.reading.times.days.hours import WEEKDAYS, behind_clock, behind_hours
from kshc_cli.reading.times.days.openers import OPENERS, OpenedDate, Opener, open_series
from kshc_cli.reading.times.limits import begins_limit

LOOKED_AT: Final = frozenset({"việc", "tác", "quả", "hình", "hoạch", "cáo", "án", "đợt", "độ", "lịch", "trình"})
"""The ends of what another act looks at, reports or plans, whose time is perhaps its own: kiểm tra việc | treo cờ."""
_ACCOUNTS: Final = frozenset({("kết", "quả"), ("tình", "hình"), ("tiến", "độ"), ("thực", "hiện")})
_LONGEST_WEEK: Final = 12
"""Words of days of each week."""
_LONGEST_BODY: Final = 12
"""Words of its name."""
REVIEWS: Final = frozenset({("sơ", "kết"), ("tổng", "kết")})
"""What is done "vào" a year, which is then no year that it is about."""
_STARTS: Final = frozenset({("triển", "khai"), ("áp", "dụng"), ("vận", "hành"), ("thực", "hiện")})
"""Verbs of what goes on from a day on: áp dụng mức thu mới tại chợ từ ngày 01/7."""
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
    told: bool = False
    """Whether others are told to do it."""
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
        pairs = {cell.words[words.verb - 2 : words.verb], cell.words[words.verb : words.verb + 2]}
        held = not pairs.isdisjoint({("tổ", "chức"), ("tiếp", "công")})
        return (words.body is not None or held) and words.leave(at)
    if _says_how_often(cell, at) or _names_weekdays(cell, at) or _names_hour(cell, at):
        return words.leave(at) and words.thing in {None, at} and cell.word(words.verb - 1) not in LOOKED_AT
    if cell.word(at) not in OPENERS.firsts or cell.word(at - 1) in {",", "("}:
        return False
    if begins_limit(cell, at):
        return words.leave(at)
    opened = open_series(cell, at)
    past = any(point.year is not None and point.year < cell.year for point in opened.points)
    if opened.series is None or past or _ends_before(cell, opened):
        return False
    if TAILS.end(cell, opened.series.end) is not None:
        return words.leave(at) and words.thing in {None, at}  # no thing is dated each month
    if not _fits(cell, at, opened, words):
        return False
    return opened.opener is Opener.BY or (words.leave(at) and not _says_which(cell, at, words))


def _says_which(cell: TimeCell, at: int, words: ActWords) -> bool:
    """Tell whether a word before a time at ``at`` perhaps says which thing or body the act is about."""
    sure = words.asks is Asks.END or cell.words[words.verb - 2 : words.verb] == ("tổ", "chức")
    return says_which(cell, words.verb, words.last if words.body is None else words.body, at, sure=sure)


def _ends_before(cell: TimeCell, opened: OpenedDate) -> bool:
    """Tell whether what is due before a period is due before the plan's year: chỉnh lý tài liệu | trước năm 2026."""
    periods = (opened.periods(cell.year) or []) if opened.opener is Opener.BEFORE else []
    return any(period.unit and period.first <= date(cell.year, 1, 1) for period in periods)


def _says_how_often(cell: TimeCell, at: int) -> bool:
    """Tell whether words at ``at`` say how often at the least: tuyên truyền … ít nhất 01 lần/quý."""
    if cell.words[at : at + 2] not in {("ít", "nhất"), ("tối", "thiểu")}:
        return False
    units = read_units(cell, at)
    return units is not None and "lần" in cell.words[at : units.end]


def _names_weekdays(cell: TimeCell, at: int) -> bool:
    """Tell whether days of each week stand at ``at``: vào sáng thứ Ba, thứ Năm hằng tuần."""
    if cell.word(at) != "vào":
        return False
    begin = behind_clock(cell, at + 1)
    row = cell.words[begin : begin + _LONGEST_WEEK]
    return WEEKDAYS.end(cell, begin) is not None and ("hằng", "tuần") in pairwise(row)


def _names_hour(cell: TimeCell, at: int) -> bool:
    """Tell whether an hour of each day stands at ``at``: trước 16 giờ hằng ngày."""
    opener, begin = OPENERS.match(cell, at) or (Opener.NONE, at)
    due = opener in {Opener.BEFORE, Opener.BY} and is_number(cell.word(begin))
    behind = behind_hours(cell, begin) if due else at
    return behind > at and cell.words[behind : behind + 2] == ("hằng", "ngày")


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
            return _is_later(cell, opened, words.until) or _is_of_plan(cell, at, opened, words)
        case Opener.IN:
            whole = any(point.unit > 3 for point in points)
            reviews = cell.words[words.verb : words.verb + 2] in REVIEWS and words.last == at
            organised = cell.words[words.verb - 2 : words.verb] == ("tổ", "chức")
            held = (organised or HELD.end(cell, words.verb) is not None) and not words.account
            direct = words.last == at and words.asks is Asks.PERIOD
            moment = cell.word(at) == "vào" and (
                reviews or ((held or direct) and days) or (words.account and not (whole or days))
            )
            account = words.account and cell.words[at - 2 : at] not in DRAFTS
            own = words.asks is Asks.PERIOD and ((whole and held) or not (whole or days or account))
            return words.asks is Asks.END or moment or own
        case Opener.FROM:
            return _begins_there(cell, at, opened, words)
        case _:
            return False


def _begins_there(cell: TimeCell, at: int, opened: OpenedDate, words: ActWords) -> bool:
    """Tell whether an act lasts for a span, or goes on from a day on."""
    held = HELD.end(cell, words.verb) if _are_spans(opened) else None
    if held == at:
        return cell.word(words.verb - 1) not in LOOKED_AT
    if words.until is not None or words.asks not in {Asks.PERIOD, Asks.END}:
        return False
    starts = cell.words[words.verb : words.last] in _STARTS and opened.are_days and words.thing is None
    return words.last == at or ((held is not None or starts) and not words.account)


def _are_spans(opened: OpenedDate) -> bool:
    """Tell whether a series is nothing but spans of days, months or quarters."""
    spans = opened.series is not None and all(one.last is not None for one in opened.series.elements)
    return spans and all(point.unit <= 3 for point in opened.points)


def _is_of_plan(cell: TimeCell, at: int, opened: OpenedDate, words: ActWords) -> bool:
    """Tell whether a month or quarter with its year is when the plan of that whole year is drafted.

    Ban hành kế hoạch năm 2026 trong tháng 01/2026; not: báo cáo kết quả thực hiện kế hoạch năm 2026 trong quý I/2026.
    """
    pairs = set(pairwise(cell.words[words.verb : at]))
    whole = words.until is not None and (words.until.month, words.until.day) == (12, 31)
    named = all(point.year is not None and 1 <= point.unit <= 3 for point in opened.points)
    drafts = ("kế", "hoạch") in pairs and pairs.isdisjoint(_ACCOUNTS)
    return whole and named and drafts and words.asks is Asks.PERIOD


def _is_later(cell: TimeCell, opened: OpenedDate, until: date) -> bool:
    """Tell whether a month or quarter lies behind the period of what the act is about: … năm 2025 trong quý I/2026.

    Or in an earlier year, which it names: kế hoạch năm 2027 trong tháng 12/2026.
    """
    periods = opened.periods(cell.year) or ()
    ahead = opened.series is not None and all((point.year or until.year) < until.year for point in opened.points)
    return bool(periods) and all(period.unit <= 3 and (period.first > until or ahead) for period in periods)
