"""Phrases that come back: hằng tháng, định kỳ hằng quý, trước ngày 20 hằng tháng, tháng 12 hằng năm."""

from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.times.acts.act_verbs import HELD, VERBS
from kshc_cli.reading.times.acts.act_words import OF_THINGS, WHO
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, is_number, phrases
from kshc_cli.reading.times.cycles.found_rules import OF_EACH, FoundRules, is_before
from kshc_cli.reading.times.cycles.periods import (
    MONTHLY,
    PERIODIC,
    YEARLY,
)
from kshc_cli.reading.times.cycles.point_rules import rules_of
from kshc_cli.reading.times.cycles.repeats import EDGE_MONTHS, FIRST_OF_QUARTERS, NEXT_MONTH, OF_EDGES, TAILS
from kshc_cli.reading.times.cycles.unit_moments import by_month_of_report, by_units, by_units_with_days
from kshc_cli.reading.times.cycles.weekdays import read_weekdays
from kshc_cli.reading.times.days.dated import read_bounds
from kshc_cli.reading.times.days.figures import MONTHS
from kshc_cli.reading.times.days.hours import behind_clock
from kshc_cli.reading.times.days.openers import OpenedDate, Opener, open_series
from kshc_cli.reading.times.days.points import EDGE_OF_MONTH, EDGE_OF_YEAR
from kshc_cli.reading.times.days.series import read_series
from kshc_cli.reading.times.phrase import Phrase
from kshc_cli.reading.times.verbs import is_report
from kshc_cli.reading.values import Recurring, Role

_OF_MONTHS: Final = Phrasebook(phrases("các tháng | của các tháng | trong các tháng"))
_AND: Final = Phrasebook(phrases(", | và | , và"))
_BEHIND_MONTHS: Final = frozenset({"", ",", ";", ".", ")", "năm", "hằng"})
_DAYS_OF: Final = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}
"""Days that a month has each year, where they are not 31."""


def read_recurring(cell: TimeCell, at: int, opened: OpenedDate) -> Phrase | None:
    """Read something that comes back, with the period that bounds it; ``opened`` is what stands at ``at``."""
    found = (
        _by_point(cell, at, opened)
        or _by_months(cell, at, opened)
        or _by_weekday(cell, opened)
        or _by_edge(cell, at, opened)
        or by_units_with_days(cell, at)
        or by_month_of_report(cell, at)
        or by_units(cell, at)
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


def _by_point(cell: TimeCell, at: int, opened: OpenedDate) -> FoundRules | None:
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
    if series.spans and not _begins(cell, at) and not _is_done_then(cell, at):
        return None  # báo cáo số liệu từ ngày 20 đến ngày 25 hằng tháng: perhaps what is reported on
    rules = rules_of(opened.opener, series, tail[0])
    return FoundRules(rules, tail[1], is_before(opened), series.law) if rules else None


def _begins(cell: TimeCell, at: int) -> bool:
    """Tell whether a cell or a statement of it begins at ``at``."""
    return at == cell.begin or cell.hard(at - 1)


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


def _by_months(cell: TimeCell, at: int, opened: OpenedDate) -> FoundRules | None:
    """Read "ngày 15 các tháng 3, 6, 9, 12": a day that each of these months has in every year."""
    periodic = PERIODIC.end(cell, at)
    opened = opened if periodic is None else open_series(cell, periodic)
    begin, day = opened.begin, cell.word(opened.begin + 1)
    months = _OF_MONTHS.end(cell, begin + 2) if cell.word(begin) == "ngày" and is_number(day) else None
    if opened.opener is Opener.FROM and (_begins(cell, at) or _is_done_then(cell, at)):
        day, months = _span_of_days(cell, begin)
    elif opened.opener not in OF_EACH:
        return None
    if months is None:
        return None
    listed, end = _months(cell, months)
    shortest = min((_DAYS_OF.get(month, 31) for month in listed), default=0)
    if not 1 <= int(day[:3]) <= shortest:
        return None
    every, behind = TAILS.match(cell, end) or (YEARLY, end)
    rule = f"{MONTHLY};BYMONTH={','.join(map(str, listed))};BYMONTHDAY={int(day[:3])}"
    if every != YEARLY:
        return None
    return FoundRules((rule,), behind, before=opened.opener is Opener.BEFORE, implied=behind == end)


def _span_of_days(cell: TimeCell, at: int) -> tuple[str, int | None]:
    """Read the last day of "[từ] 10 đến 15 các tháng", and the place behind these words."""
    first = at + (cell.word(at) == "ngày")
    last = first + 2 + (cell.word(first + 2) == "ngày")
    joined = is_number(cell.word(first)) and cell.word(first + 1) in {"đến", "-", "tới"} and is_number(cell.word(last))
    if not joined or int(cell.word(first)[:3]) >= int(cell.word(last)[:3]):
        return "", None
    return cell.word(last), _OF_MONTHS.end(cell, last + 1)


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


def _by_edge(cell: TimeCell, at: int, opened: OpenedDate) -> FoundRules | None:
    """Read "cuối hằng tháng", "định kỳ vào ngày cuối cùng của mỗi quý" and "tháng đầu tiên của mỗi quý"."""
    periodic = PERIODIC.end(cell, opened.begin)
    begin = opened.begin if periodic is None else periodic + (cell.word(periodic) == "vào")
    month = EDGE_MONTHS.match(cell, begin) if opened.opener in {Opener.NONE, Opener.IN} else None
    if month is not None:
        return FoundRules((month[0],), month[1])
    found = OF_EDGES.match(cell, begin) if opened.opener is not Opener.FROM else None
    if found is None or is_number(cell.word(found[1])) or cell.word(found[1]) in _CERTAIN:
        return None
    law = EDGE_OF_YEAR if found[0].startswith(YEARLY) else EDGE_OF_MONTH
    return FoundRules((found[0],), found[1], law=None if "ngày" in cell.words[at : found[1]] else law)


_CERTAIN: Final = frozenset(
    {"này", "nay", "sau", "trước", "tới", "đầu", "cuối", "i", "ii", "iii", "iv", "một", "hai", "ba", "tư"}
)
"""What makes a month or quarter a certain one."""


_TO: Final = frozenset({"đến", "tới", "-"})


def _by_weekday(cell: TimeCell, opened: OpenedDate) -> FoundRules | None:
    """Read "thứ sáu hằng tuần", "hằng tuần vào thứ sáu" and "thứ hai đầu tiên hằng tháng"."""
    start = opened.begin
    at = PERIODIC.end(cell, start) or start
    opens = cell.word(at) if at > start else ""
    at = behind_clock(cell, at + (opens in {"vào", "trước"}))
    found = read_weekdays(cell, start, at)
    if found is not None and opened.opener is Opener.FROM and not _TO.intersection(cell.words[start : found.end]):
        return None  # từ thứ Hai hằng tuần: by when?
    before = opens == "trước" or (opened.opener is Opener.BEFORE and at == start)
    return None if found is None else FoundRules((found.rule,), found.end, before)
