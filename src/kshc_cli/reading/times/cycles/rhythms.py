"""Words that say how often, and words behind the act that say when: hằng quý báo cáo … trước ngày 20 tháng cuối quý.

The two are one time. Where the words behind the act cannot be read, or do not fit, how often alone is none: its last
day would be a day that nobody named.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.times.acts.asides import period_end
from kshc_cli.reading.times.acts.surroundings import Rest
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, is_number, phrases
from kshc_cli.reading.times.cycles.periods import HALF_YEARLY, MONTHLY, QUARTERLY, YEARLY
from kshc_cli.reading.times.cycles.point_rules import rules_of
from kshc_cli.reading.times.cycles.repeats import FIRST_OF_QUARTERS, LAST_OF_QUARTERS
from kshc_cli.reading.times.cycles.weekdays import CODES
from kshc_cli.reading.times.days.figures import year_number
from kshc_cli.reading.times.days.hours import WEEKDAYS, behind_clock
from kshc_cli.reading.times.days.openers import OpenedDate, Opener
from kshc_cli.reading.times.phrase import Phrase
from kshc_cli.reading.values import Deadline, Recurring, TimePart, Window

_HOUR: Final = lazy_pattern(r"\d\s*(?:giờ|h|g)\b|:\d\d\b", re.IGNORECASE)
_WEEKLY: Final = "FREQ=WEEKLY"
_MOMENTS: Final = {
    MONTHLY: (f"{MONTHLY};BYMONTHDAY", f"{MONTHLY};BYDAY"),
    QUARTERLY: (LAST_OF_QUARTERS, FIRST_OF_QUARTERS),
    YEARLY: (f"{YEARLY};BYMONTH",),
    _WEEKLY: ("FREQ=WEEKLY;BYDAY",),
}
"""How rules begin that say when in each of a period."""
_BARE: Final = frozenset({*_MOMENTS, HALF_YEARLY, "FREQ=DAILY", None})
_TELLS_WHEN: Final = Phrasebook(
    phrases("vào | dịp | nhân dịp | nhân | trước | sau | đầu | giữa | cuối | khi | tại kỳ họp | trong thời gian")
)
"""How words begin that say when in the period."""
_OCCASIONS: Final = Phrasebook(
    phrases("nhân | dịp | nhân dịp | kỷ niệm | chào mừng | hưởng ứng | gắn với | trùng với | cùng với | vào")
)
"""How words begin that name the day, or the month, of something."""
_DAYS: Final = frozenset({"ngày", "tháng", "tuần", "quý", "mùa", "kỳ", "lễ"})
_MEETINGS: Final = frozenset({("kỳ", "họp"), ("kỳ", "giao"), ("cùng", "kỳ"), ("cuộc", "họp"), ("phiên", "họp")})
_FIGURES: Final = 2
_LAST_DAY: Final = 31
_LAST_MONTH: Final = 12
_OPENS: Final = frozenset({Opener.BEFORE, Opener.BY, Opener.IN, Opener.THROUGH})


def is_rhythm(phrase: Phrase) -> bool:
    """Tell whether a phrase says how often, and nothing of when."""
    return bool(phrase.parts) and all(isinstance(one, Recurring) and one.rrule in _BARE for one in phrase.parts)


def tells_when(parts: Sequence[TimePart]) -> bool:
    """Tell whether parts come back, and their words say when: trước ngày 15 hằng tháng, trước 16 giờ hằng ngày."""
    rules = [part for part in parts if isinstance(part, Recurring)]
    return bool(rules) and any("BY" in (part.rrule or "") or _HOUR.search(part.words) for part in rules)


def read_moment(cell: TimeCell, at: int, opened: OpenedDate, rhythm: Phrase) -> Phrase | None:
    """Read days behind the act that comes back each month, or each year: hằng tháng báo cáo … trước ngày 25."""
    series = opened.series
    rule = _rule(rhythm)
    if rule == _WEEKLY:
        return _read_weekday(cell, at)
    if series is None or opened.opener not in _OPENS or not opened.are_days:
        return None
    rules = rules_of(opened.opener, series, rule) if rule in {MONTHLY, YEARLY} else ()
    words, before = cell.quote(at, series.end), opened.opener is Opener.BEFORE and not opened.clock
    parts = tuple(Recurring(one, None, None, words, before=before) for one in rules)
    return Phrase(at, series.end, parts, dated=True) if parts else None


def _read_weekday(cell: TimeCell, at: int) -> Phrase | None:
    """Read the weekday behind the act that comes back each week: hằng tuần báo cáo … vào chiều thứ Năm."""
    opener = cell.word(at) if cell.word(at) in {"vào", "trước"} else ""
    begin = behind_clock(cell, at + bool(opener))
    named = WEEKDAYS.match(cell, begin) if opener else None
    if named is None or cell.word(named[1]) not in {"", ";", ".", ")"}:
        return None
    rule, words = f"{_WEEKLY};BYDAY={CODES[named[0]]}", cell.quote(at, named[1])
    before = opener == "trước" and begin == at + 1
    return Phrase(at, named[1], (Recurring(rule, None, None, words, before=before),), dated=True)


def _rule(rhythm: Phrase) -> str | None:
    """Return the one rule of a rhythm that nothing bounds."""
    match rhythm.parts:
        case (Recurring(rrule=rule, start=None, until=None),):
            return rule
        case _:
            return None


def with_moments(cell: TimeCell, found: list[Phrase]) -> list[Phrase]:
    """Make one phrase of words that say how often and those behind the act that say when."""
    joined: list[Phrase] = []
    for phrase in found:
        one = _joined(cell, joined[-1], phrase) if joined else None
        if one is not None:
            joined.pop()
        joined.append(one or phrase)
    return joined


def with_yearly(cell: TimeCell, found: list[Phrase]) -> list[Phrase]:
    """Let "hằng năm" count for each of the days before it: trước 15/6 (6 tháng) và trước 15/12 (năm) hằng năm."""
    joined: list[Phrase] = []
    for phrase in found:
        joined.append(phrase)
        days = _days_before(cell, joined) if _is_yearly(phrase) else 0
        if not days:
            continue
        rhythm = joined.pop() if is_rhythm(phrase) else None
        begin = len(joined) - days - (rhythm is None)
        each = [_each_year(one) for one in joined[begin : begin + days]]
        joined[begin : begin + days] = each
        if rhythm is not None:
            words = cell.quote(each[-1].start, rhythm.end)
            joined[-1] = replace(each[-1], end=rhythm.end, parts=(replace(each[-1].parts[0], words=words),))
    return joined


def _is_yearly(phrase: Phrase) -> bool:
    match phrase.parts:
        case (Recurring(rrule=str() as rule, start=None, until=None),):
            return rule == YEARLY or rule.startswith(f"{YEARLY};BYMONTH=")
        case _:
            return False


def _days_before(cell: TimeCell, found: list[Phrase]) -> int:
    """Return how many days without years stand before the last phrase, each with the report that is due then."""
    last = found[-1]
    bare, count, begin = is_rhythm(last), 0, last.start
    for phrase in reversed(found[:-1]):
        period = period_end(cell, phrase.end)
        joint = period is not None and period < begin and cell.word(period) in {"và", ","}
        parted = period is not None and (period == begin if bare and not count else joint and period + 1 == begin)
        if not (parted and phrase.implied and phrase.is_day and len(phrase.parts) == 1):
            break
        if not isinstance(phrase.parts[0], Deadline) or phrase.parts[0].due is None:
            break
        count, begin = count + 1, phrase.start
    return count


def _each_year(phrase: Phrase) -> Phrase:
    """Return the day of a phrase as one that comes back each year."""
    match phrase.parts[0]:
        case Deadline(due=date() as due) as day:
            rule = f"{YEARLY};BYMONTH={due.month};BYMONTHDAY={due.day}"
            return replace(phrase, parts=(Recurring(rule, None, None, day.words, before=day.before),), implied=False)
        case _:
            return phrase


def _joined(cell: TimeCell, one: Phrase, two: Phrase) -> Phrase | None:
    if not is_rhythm(one) or is_rhythm(two) or not two.parts:
        return None
    if _parted(cell, one.end, two.start) and not _is_one(cell, one, two):
        return None
    periodic = len(one.parts) == 1 and _rule(one) is None and one.parts[0] == Recurring(None, words=one.parts[0].words)
    begins = ("FREQ=",) if periodic else _MOMENTS.get(_rule(one) or "", ())
    when = [part for part in two.parts if isinstance(part, Recurring)]
    fits = all((part.rrule or "").startswith(begins) for part in when)
    if not begins or not fits or len(when) < len(two.parts):
        return None
    words = cell.quote(one.start, two.end)
    parts = tuple(replace(part, words=words) for part in when)
    return replace(two, start=one.start, parts=parts)


def _is_one(cell: TimeCell, one: Phrase, two: Phrase) -> bool:
    """Tell whether a mark alone parts how often from when, and nobody does anything before: hằng quý; vào ngày 20 …."""
    begins = one.start == cell.begin or cell.hard(one.start - 1)
    return begins and two.start == one.end + 1 and not cell.new_line(two.start)


def unfit(cell: TimeCell, one: Phrase, two: Phrase) -> bool:
    """Tell whether what says how often and what says when behind the same act do not fit together."""
    if not is_rhythm(one) or is_rhythm(two) or not two.dated or _parted(cell, one.end, two.start):
        return False
    gap = range(one.end, two.start)
    return len(gap) > 0 and not {",", "và"}.intersection(cell.words[gap.start : gap.stop])


def _parted(cell: TimeCell, start: int, end: int) -> bool:
    """Tell whether another statement begins between two places."""
    return any(cell.hard(at) or cell.new_line(at) for at in range(start, end + 1))


def without_day(cell: TimeCell, found: list[Phrase], rests: list[Rest]) -> set[int]:
    """Return the places of phrases that say how often, and of dates behind them, where when is said in another way.

    A document may stand between the two: hằng năm, theo hướng dẫn của tỉnh, trước ngày 15/11.
    """
    dropped: set[int] = set()
    for index, phrase in enumerate(found):
        if phrase.dated and _excepts_year(cell, rests[index + 1]):
            dropped.add(index)
        if not is_rhythm(phrase):
            continue
        two = next((at for at in range(index + 1, len(found)) if found[at].dated), len(found))
        if two < len(found) and _dates(cell, found, rests, (index, two)):
            dropped |= {index, two}
        end = found[index + 1].start if index + 1 < len(found) else cell.size
        if _leaves_day(cell, rests[index + 1]) or _names_day(cell, phrase.end, end):
            dropped.add(index)
    return dropped


def _excepts_year(cell: TimeCell, rest: Rest) -> bool:
    """Tell whether unread words behind a rule say another thing of a year: …; năm 2026 trước ngày 30/11."""
    words = cell.words[rest.first : rest.last]
    return words[:1] == ("năm",) and year_number(cell.word(rest.first + 1)) is not None and "ngày" in words


def _dates(cell: TimeCell, found: list[Phrase], rests: list[Rest], places: tuple[int, int]) -> bool:
    """Tell whether a date is the day of a rhythm, which stands right before it or before a document."""
    index, two = places
    first, second = found[index], found[two]
    if is_rhythm(second) or any(isinstance(part, Recurring) for part in second.parts):
        return False
    if two == index + 1:
        return _is_one(cell, first, second) and cell.hard(first.end) and len(second.parts) > 1
    between = all(rest.empty for rest in rests[index + 1 : two + 1]) and not cell.new_line(second.start)
    return between and isinstance(second.parts[0], Deadline | Window) and not second.is_year


def _names_day(cell: TimeCell, begin: int, end: int) -> bool:
    """Tell whether words that are known, or not, name a day of each year: nhân Ngày Quốc khánh 2/9."""
    for at in range(begin, end):
        if at > begin and (cell.hard(at) or cell.new_line(at)):
            return False
        occasion = _OCCASIONS.end(cell, at)
        if occasion is not None and cell.word(occasion) in _DAYS | {"dịp"}:
            return True
        if is_number(cell.word(at)) and _is_bare_day(cell, at):
            return True
    return False


def _is_bare_day(cell: TimeCell, at: int) -> bool:
    """Tell whether figures are a day and a month without a year: 2/9, 02-9; not those of a document, nor a rate."""
    mark, behind = cell.word(at + 1), cell.word(at + 3)
    day, month = cell.word(at), cell.word(at + 2)
    if mark not in {"/", "-", "."} or behind == mark or not (is_number(day) and is_number(month)):
        return False
    return (
        max(len(day), len(month)) <= _FIGURES
        and 1 <= int(day) <= _LAST_DAY
        and 1 <= int(month) <= _LAST_MONTH
        and cell.word(at - 1) not in {"/", "-", ".", "số"}
    )


def _leaves_day(cell: TimeCell, rest: Rest) -> bool:
    """Tell whether words that perhaps say when stand unread in the statement: hằng tuần gửi … trước 16 giờ thứ Năm.

    So do those that begin as a time does, behind whatever mark: hằng năm, vào dịp 27/7.
    """
    if _TELLS_WHEN.end(cell, rest.first) is not None and rest.first < rest.last:
        return True
    for at in range(rest.first, rest.last):
        if cell.hard(at) or cell.new_line(at):
            return False
        if cell.words[at : at + 2] in _MEETINGS or (cell.word(at) == "vào" and cell.word(at + 1) in _DAYS):
            return True
        day = cell.word(at) in {"ngày", "thứ"} and (is_number(cell.word(at + 1)) or WEEKDAYS.end(cell, at) is not None)
        if day or WEEKDAYS.end(cell, at) is not None:
            return True
    return False
