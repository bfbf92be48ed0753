"""What leaves phrases with dates in doubt beside duties, free words and each other."""

from datetime import date
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.days import month_length
from kshc_cli.reading.times.acts.act_times import REVIEWS
from kshc_cli.reading.times.acts.asides import period_end
from kshc_cli.reading.times.acts.duties import labelled
from kshc_cli.reading.times.acts.surroundings import Rest
from kshc_cli.reading.times.cell import TimeCell
from kshc_cli.reading.times.cycles.periods import YEARLY
from kshc_cli.reading.times.days.lone_days import is_hoped
from kshc_cli.reading.times.days.openers import OpenedDate, Opener
from kshc_cli.reading.times.phrase import Phrase
from kshc_cli.reading.times.verbs import CONNECTORS, DUTIES, FILLERS, SOFT, is_finish, report_end
from kshc_cli.reading.values import Continuous, Deadline, OnEvent, Recurring, Relative, Role, Window


def due_behind_duty(cell: TimeCell, opened: OpenedDate, phrase: Phrase, *, report: bool) -> bool:
    """Tell whether a date behind a duty says when it is due, and not what it is about.

    Not so: a stage or a span (tổng kết giai đoạn 2021-2025), days before the plan's year (rà soát trước năm 2020),
    and for a report half a year (báo cáo trong 6 tháng đầu năm) or the first weeks of a year that the words leave out,
    which are perhaps the next one's (báo cáo năm: trước ngày 15/01).
    """
    first, last = phrase.first_day, phrase.last_day
    if first is None or last is None or opened.opener not in _DUE_BEHIND_DUTY or last < date(cell.year, 1, 1):
        return False
    if opened.series is not None and any(element.last is not None for element in opened.series.elements):
        return opened.opener is Opener.NONE
    whole = opened.series is None or any(point.unit >= _HALF for point in opened.points)
    if opened.opener in {Opener.NONE, Opener.IN} and whole and (report or last.year != cell.year):
        return False
    return not (report and phrase.implied and last.month <= _EARLY)


_DUE_BEHIND_DUTY = frozenset({Opener.NONE, Opener.IN, Opener.BEFORE, Opener.BY})
_HALF = 6
"""Months."""
_EARLY = 2
"""The last month in which reports on the year before are due."""


def is_due(opened: OpenedDate, phrase: Phrase | None, *, bracket: bool) -> bool:
    """Tell whether a phrase behind free words and a separator is a deadline of its own: khi có yêu cầu, trước ngày ….

    In brackets "trước ngày" perhaps explains the words: sau khi kết thúc năm học (trước ngày 31/5).
    """
    return (
        phrase is not None
        and opened.are_days
        and opened.opener in ({Opener.BY} if bracket else {Opener.BEFORE, Opener.BY})
    )


def in_doubt(cell: TimeCell, opened: OpenedDate) -> bool:
    """Tell whether a date behind free words and a separator is perhaps theirs; whole years stand in a document's name.

    So does a full date behind its number: theo Kế hoạch số 12/KH-UBND, ngày 14/9/2018.
    """
    series = opened.series
    if series is None:
        return False
    dates = all(point.unit == 0 and point.year is not None for point in series.points)
    if opened.opener is Opener.NONE and dates and "số" in cell.words[max(opened.begin - _NAME, 0) : opened.begin]:
        return False
    begins = opened.opener is Opener.FROM and series.elements[-1].last is None
    due = begins or opened.opener in {Opener.BEFORE, Opener.BY, Opener.THROUGH, Opener.UNTIL}
    return due or any(point.unit < _YEAR for point in series.points)


_YEAR = 12
"""Months."""
_LATEST: Final = frozenset({("chậm", "nhất"), ("muộn", "nhất")})
_NAME = 40
"""Words of a document's name that are looked at."""


def with_spans(cell: TimeCell, found: list[Phrase]) -> list[Phrase]:
    """Make one span of a beginning and the time by which it is done: từ năm 2025, phấn đấu hoàn thành năm 2035."""
    spans: list[Phrase] = []
    for phrase in found:
        span = (_span(cell, spans[-1], phrase) or _wish(cell, spans[-1], phrase)) if spans else None
        if span is not None:
            spans.pop()
        spans.append(span or phrase)
    return spans


def _wish(cell: TimeCell, one: Phrase, two: Phrase) -> Phrase | None:
    """Leave the last day of "dự kiến 30/6, chậm nhất 31/8": what is hoped for before it is not late."""
    if cell.words[one.end : two.start] != (",",) or cell.words[two.start : two.start + 2] not in _LATEST:
        return None
    first, last = one.last_day, two.last_day
    if not is_hoped(cell, one.start) or first is None or last is None or first > last:
        return None
    return replace(two, start=one.start, implied=one.implied or two.implied)


def _span(cell: TimeCell, one: Phrase, two: Phrase) -> Phrase | None:
    """Make one phrase of "từ năm 2025" and "phấn đấu hoàn thành năm 2035", whose years are both named.

    What is due before a day stays a deadline, so that the plan's policy for such days counts.
    """
    verb = one.end + (cell.word(one.end) in {",", "-"})
    verb = SOFT.end(cell, verb) or verb
    match one.parts, two.parts:
        case (Continuous(start=date() as first, until=None),), (Window() | Deadline() as end,) if not (
            one.implied or two.implied
        ):
            last = two.last_day
            if last is None or first > last or not is_finish(cell, verb) or FILLERS.end(cell, verb) != two.start:
                return None
            words = cell.quote(one.start, two.end)
            if isinstance(end, Deadline) and end.before:
                return replace(two, start=one.start, parts=(replace(end, words=words, role=Role.FINISH),))
            return Phrase(one.start, two.end, (Window(first, last, words, role=Role.FINISH),), dated=True)
        case _:
            return None


def _make_one(one: Phrase, two: Phrase) -> bool:
    """Tell whether two phrases make one period: từ quý I, hoàn thành quý III; trong 15 ngày, từ 01/6."""
    last = one.parts[-1]
    if isinstance(last, Relative) and last.event is None and last.anchor is None:
        return isinstance(two.parts[0], Continuous | Window)
    begins = isinstance(last, Continuous) and last.start is not None and last.until is None
    return begins and isinstance(two.parts[0], Window | Deadline)


def _reviews(cell: TimeCell, gap: range) -> bool:
    """Tell whether a review behind a comma has the time behind it: triển khai từ tháng 3, tổng kết trong tháng 12."""
    return any(cell.word(at) in {",", ";"} and cell.words[at + 1 : at + 3] in REVIEWS for at in gap)


def _names_report(cell: TimeCell, gap: range) -> bool:
    """Tell whether the report of another period has the time behind it: hằng tháng ngày 20, báo cáo năm ngày 15/12."""
    return any(cell.word(at) == "," and report_end(cell, at + 1) is not None for at in gap)


def _shares_days(one: Phrase, two: Phrase) -> bool:
    """Tell whether a whole month behind some days of one says perhaps the same days of it: 13 - 15 tháng 7; tháng 8."""
    match one.parts[-1], two.parts[0]:
        case Window() as days, Window() as month:
            whole = month.start.month == month.end.month and not _is_in_one_month(month)
            return whole and _is_in_one_month(days)
        case _:
            return False


def _is_in_one_month(days: Window) -> bool:
    """Tell whether a period is some days of one month."""
    length = month_length(days.start.year, days.start.month)
    return days.start.month == days.end.month and (days.end - days.start).days + 1 < length


def goes_on_behind(cell: TimeCell, one: Phrase, two: Phrase) -> bool:
    """Tell whether a span goes on behind another time in brackets: từ 15/5 (sau khi kết thúc năm học) đến 15/8."""
    in_brackets = cell.word(one.end) == "(" and cell.word(two.start - 1) == ")"
    return in_brackets and cell.word(two.start) in {"đến", "tới"} and _make_one(one, two)


def of_later_years(cell: TimeCell, one: Phrase, two: Phrase) -> bool:
    """Tell whether a time says when in the years behind the plan's: năm 2026 …; các năm tiếp theo: trước 30/6.

    Its day in the plan's own year would be one that nobody named.
    """
    at = one.start + (cell.word(one.start) in {"trong", "vào"})
    begins = one.start == cell.begin or not cell.word(one.start - 1).isalnum()
    later = cell.word(at) in {"các", "những"} and cell.word(at + 1) == "năm"
    own = two.dated and (two.implied or _has_rule(two))
    return later and begins and own and not any(cell.hard(place) for place in range(one.end, two.start))


def _narrows(cell: TimeCell, one: Phrase, two: Phrase, *, said: bool) -> bool:
    """Tell whether the second phrase says when in the first's year: năm 2026 (quý II); năm 2026 xong trước 30/6."""
    if _has_rule(two) or two.first_day is None:
        return False
    if said:
        return CONNECTORS.isdisjoint(cell.words[one.end : two.start])
    return two.implied or cell.word(one.end) == "("


def _shares_day(one: Phrase, two: Phrase) -> bool:
    """Tell whether two rules perhaps share the first one's day: trước ngày 20 hằng tháng, hằng quý."""
    match one.parts[-1], two.parts[0]:
        case Recurring(rrule=str() as first), Recurring(rrule=str() as second):
            return "BYMONTHDAY" in first and "BY" not in second
        case _:
            return False


def _of_each_year(one: Phrase, two: Phrase, *, said: bool) -> bool:
    """Tell whether one of two phrases comes back with the other: tháng 6; tháng 12 hằng năm.

    Or comes back on the other's day: tháng 12/2026 và hằng năm; hằng năm; trước ngày 15/12. A verb between them
    (``said``) parts those whose dates are full: hoàn thành trước 30/6/2026; duy trì hằng năm.
    """
    match one.parts[-1], two.parts[0]:
        case Window() | Deadline(), Recurring(rrule=rule):
            whole = rule in {YEARLY, None}
            return (
                one.implied or not (said or one.is_year or _are_years(one))
                if whole
                else one.implied and rule is not None and rule.startswith(YEARLY)
            )
        case Recurring(rrule=rule), Window() | Deadline():
            return (rule is None or rule.startswith(YEARLY)) and (two.implied or two.later) and not two.is_year
        case _:
            return False


def clash(cell: TimeCell, one: Phrase, two: Phrase, between: Rest) -> bool:
    """Tell whether two phrases of one statement are perhaps a single one, which says another thing.

    A rule beside a date may be bounded or moved by it (từ tháng 3, hằng tháng), a date before a colon may be the label
    of the next (năm 2024: trước ngày 20/12), a bare period behind a day may be short for its day (ngày 15/6; tháng 12).
    """
    gap = range(one.end, two.start)
    if not (one.dated and two.dated):
        return False
    said = any(FILLERS.end(cell, at) or DUTIES.end(cell, at) for at in gap)
    words = cell.words[one.end : two.start]
    labelled_anew = ";" in words and words[-1:] == (":",)
    own = labelled_anew or _reviews(cell, gap)
    if "hoặc" in words or (_make_one(one, two) and not own) or _of_each_year(one, two, said=said):
        return True
    if one.is_year and _narrows(cell, one, two, said=said):
        return True
    if (words in {(",",), ("và",)} and _shares_day(one, two)) or (words == (";",) and _shares_days(one, two)):
        return True
    if any(cell.new_item(at) for at in gap):
        return False
    due = isinstance(one.parts[-1], Deadline) and ")" not in words
    if between.empty and due and not two.strong and isinstance(two.parts[0], Window):
        return True
    if _labels_next(cell, gap):
        return between.empty
    parted = bool(between.parted) or _names_report(cell, gap)
    parted = parted or period_end(cell, one.end) is not None or (between.empty and cell.word(one.end) == "và")
    return (
        not parted
        and _has_rule(one) != _has_rule(two)
        and not (_whole_year(one, cell.year) or _whole_year(two, cell.year))
    )


def is_either(cell: TimeCell, one: Phrase, two: Phrase) -> bool:
    """Tell whether a day and an event stand for one another: trước 30/6 hoặc sau khi có hướng dẫn."""
    either = [one.parts[-1:], two.parts[:1]]
    day = any(isinstance(part, Deadline) for parts in either for part in parts)
    event = any(isinstance(part, OnEvent) and part.once for parts in either for part in parts)
    return day and event and "hoặc" in cell.words[one.end : two.start]


def _labels_next(cell: TimeCell, gap: range) -> bool:
    """Tell whether a colon in a gap makes the time before it a label of the next: năm 2024: trước ngày 20/12.

    A colon of another label does not, nor one behind which its own statement ends: quý I: xây dựng; quý II: triển khai.
    """
    at = gap.start
    while at < gap.stop:
        label = labelled(cell, at)
        if label is None and cell.word(at) == ":":
            return not any(cell.hard(place) or cell.new_line(place) for place in range(at, gap.stop + 1))
        at = label or at + 1
    return False


def _are_years(phrase: Phrase) -> bool:
    """Tell whether a phrase is whole years, within which something comes back: năm 2026 - 2030, định kỳ hằng năm."""
    return all(isinstance(part, Window) and part.is_whole_years for part in phrase.parts)


def _has_rule(phrase: Phrase) -> bool:
    return any(isinstance(part, Recurring) and part.rrule is not None for part in phrase.parts)


def _whole_year(phrase: Phrase, year: int) -> bool:
    """Tell whether a phrase goes on through the plan's whole year, to which rules without bounds keep anyway."""
    match phrase.parts:
        case (Window(first, last) | Continuous(first, last),):
            begins = first is None or (first <= date(year, 1, 1) and (first.month, first.day) == (1, 1))
            return begins and (last is None or (last >= date(year, 12, 31) and (last.month, last.day) == (12, 31)))
        case _:
            return False
