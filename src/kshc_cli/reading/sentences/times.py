"""By when or how often the duty of a sentence is due, where no word before the time may date a thing.

… rà soát thủ tục hành chính trước ngày 15/6            the duty's
… rà soát hồ sơ nộp trước ngày 15/6, báo cáo kết quả trong quý I    that of what it is about
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.sentences.clauses import LONGEST, NEXT_ACT, Clause, ReadTime, clauses_of, is_rhythm
from kshc_cli.reading.sentences.deadlines import DUE
from kshc_cli.reading.sentences.doubts import length_before, names_term
from kshc_cli.reading.sentences.left_times import left_times
from kshc_cli.reading.sentences.own_times import IF, WHY, is_own, is_perhaps_of_thing, names_act
from kshc_cli.reading.sentences.plain_days import days_of_year, read_plain_day
from kshc_cli.reading.sentences.things import dates_thing
from kshc_cli.reading.times.acts.act_verbs import VERBS, Asks
from kshc_cli.reading.times.acts.rounds import lacks_round
from kshc_cli.reading.times.acts.statements import all_bare
from kshc_cli.reading.times.acts.watched import is_of_watched
from kshc_cli.reading.times.cell import cell_of
from kshc_cli.reading.times.cycles.rhythms import tells_when
from kshc_cli.reading.times.hopes import begins_hope, hopes_in
from kshc_cli.reading.values import Continuous, Deadline, Recurring, TimePart, TimeReading, Window

_OFTEN: Final = lazy_pattern(r"\b(?:tuần|tháng|quý|năm)\b", re.IGNORECASE)
_TAKEN_BACK: Final = lazy_pattern(
    r"\b(?:gia hạn|lùi|hoãn|dời|kéo dài|điều chỉnh|trừ|chuyển)\s+(?:(?:lại|thêm)\s+)?"
    r"(?:(?:đến|sang|tới|thành|hết)\s+){0,2}(?:ngày|tháng|quý|\d)",
    re.IGNORECASE,
)
"""Words behind a time that take it back: trước ngày 30/6, gia hạn đến ngày 30/9."""
_PAST: Final = lazy_pattern(
    r"\b(?:đã|được|năm (?:trước|qua|ngoái)|tính đến|kể từ|số liệu|theo|căn cứ|giai đoạn|thời gian qua)\b", re.IGNORECASE
)
"""Words that tell what was before."""
_PERIOD: Final = lazy_pattern(
    r"\b(?:quý\s+(?:[ivx]+|[1-4])|tháng\s+\d{1,2})\b(?:\s*/\s*\d{4}|\s+năm\s+\d{4})?(?=\s*(?:$|[,):]))", re.IGNORECASE
)
"""A quarter or month that ends what is said of an act."""
_FINISH_YEAR: Final = lazy_pattern(
    r"\b(?:hoàn thành|phấn đấu|kết thúc)\b[^;]{0,120}?\bnăm\s+(\d{4})\s*(?:$|[,;.)])", re.IGNORECASE
)
"""The year by which something is done."""
_ON_EVENT: Final = lazy_pattern(
    r"(?<!\w)(?:ngay\s+)?khi\s+(?:có\s+(?:nhu cầu|yêu cầu|đề nghị)|cần(?:\s+thiết)?(?=\s*$)|được yêu cầu)\b[^,;()]*$",
    re.IGNORECASE,
)
"""What ends a clause of what is done whenever somebody asks for it."""
_THEN: Final = lazy_pattern(r"(?:(?!\b(?:nếu|khi|trường hợp)\b)[^;])*?\bthì\b", re.IGNORECASE)
"""What makes a condition of a time before it: hoàn thành trước … thì được khen."""
_ROUND: Final = lazy_pattern(r"\b(?:đợt|lần|vòng|kỳ|lượt)\s+(?:\d|[IV]+\b)", re.IGNORECASE)
_FOR_OTHERS: Final = lazy_pattern(
    r"(?:\s*\([^()]*\)|\s+(?:đối với|của)\s+[^,;()]{1,60}?)\s*(?:,|và)\s+"
    r"(?P<other>(?:(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|(?:trong\s+)?(?:quý\s+(?:IV|I{1,3}|[1-4])|tháng\s+\d{1,2})"
    r"(?:\s*/\s*\d{4})?)(?![\w/-])(?:\s*\([^()]*\)|\s+(?:đối với|của)\s+[^,;()]{1,60})?)\s*(?:$|[,;.)(])",
    re.IGNORECASE,
)
"""The day of others behind that of some, and whose they are: trước ngày 30/6 | (đối với khu phố) và 30/9."""
_EDGES: Final = frozenset({"đầu", "giữa", "cuối"})
"""Words before a month that make a day of it."""


class _Found(NamedTuple):
    """Characters of a clause that say when."""

    start: int
    end: int
    is_read: bool
    is_told: bool = True
    """False of a period that is perhaps that of a thing: it only counts beside a time, which else seems to be all."""


class When(NamedTuple):
    """Characters of a text that say by when or how often."""

    start: int
    end: int
    is_read: bool
    """Whether it is clear what the words mean, and that they speak of the duty."""
    is_told: bool = True
    """False of a period that is perhaps that of a thing: it only counts beside a time, which else seems to be all."""


def when_in(words: str, *, year: int, issued: date | None) -> Iterator[When]:
    """Yield where a duty's words say when: times that are read as its own, and deadlines that nobody can read."""
    found = [(offset, one) for offset, clause in clauses_of(words, year=year, issued=issued) for one in _all_of(clause)]
    whens: list[When] = []
    lacks = _ROUND.search(words) is not None and lacks_round(cell_of(words, year=year, issued=issued))
    for offset, one in found:
        when = When(offset + one.start, offset + one.end, one.is_read and not lacks, one.is_told)
        joined = _with_hope(words, whens[-1], when, year, issued) if whens else None
        if joined is not None:
            whens.pop()
        whens.append(joined or when)
    yield from whens


def _with_hope(words: str, one: When, two: When, year: int, issued: date | None) -> When | None:
    """Make one of a firm time and one that is only hoped for: trước 30/9; phấn đấu xong trước 15/9.

    It is as clear as the firm one.
    """
    start = begins_hope(words, one.start)
    if two.end - start > LONGEST or two.start < one.end:
        return None
    for hope in hopes_in(words[start : two.end + words.startswith(")", two.end)], year=year, issued=issued):
        if hope.known and start + hope.start <= two.start and two.end <= start + hope.end:
            return When(one.start, two.end, one.is_read, one.is_told)
        if hope.known and start + hope.start <= one.start and one.end <= start + hope.end:
            return When(start, two.end, two.is_read, two.is_told)
    return None


def _all_of(clause: Clause) -> list[_Found]:
    """Return what a clause says of when, in order, with the times that nobody took."""
    found = list(_in_clause(clause))
    first = _first_day(clause)
    taken = [(one.start, one.end) for one in found]
    found.extend(
        _Found(left.start, left.end, is_read=False, is_told=left.is_clear)
        for left in left_times(clause, taken)
        if not _is_past(clause.read(clause.text[left.start : left.end]), first)
    )
    event = _ON_EVENT.search(clause.text.rstrip(" ."))
    if event and not any(one.end > event.start() for one in found):
        found.append(_Found(event.start(), event.end(), is_read=True))
    return sorted(found, key=lambda one: one.start)


def _in_clause(clause: Clause) -> Iterator[_Found]:
    at = 0
    first = _first_day(clause)
    for time in clause.times():
        start, end, read = time
        yield from _unread(clause, at, start)
        before, at = at, end
        if _is_past(read, first):
            if _is_stale(clause, time):
                yield _Found(start, end, is_read=False)
            continue
        partly = _in_part(clause, time, before)
        if partly is not None:
            at = partly.end
            yield partly
            continue
        leaves = _leaves_day(clause, time)
        doubted = leaves or _is_doubtful(clause, time)
        taken = doubted or _TAKEN_BACK.search(clause.text, end, end + LONGEST)
        own = not taken and is_own(clause, time)
        doubted = doubted or names_term(clause.text, start) or is_perhaps_of_thing(clause.cell, clause.place(start))
        if own or doubted or DUE.search(clause.text, start, end):
            yield _Found(start, end, own)
    yield from _unread(clause, at, len(clause.text))


def _in_part(clause: Clause, time: ReadTime, before: int) -> _Found | None:
    """Return a time that is but a part of what is said: 15 ngày | trước …; trước … | (khu phố) và 30/9 (phường)."""
    start, end = time.start, time.end
    earlier = length_before(clause.text, start)
    others = _FOR_OTHERS.match(clause.text, end)
    if earlier is None and others is None:
        return None
    start = start if earlier is None else max(earlier, before)
    return _Found(start, end if others is None else others.end("other"), is_read=False)


def _is_doubtful(clause: Clause, time: ReadTime) -> bool:
    """Tell whether a time is that of a later year, of a condition, or of what is looked at."""
    if _ends_later(clause, time) or _THEN.match(clause.text, time.end) is not None:
        return True
    at = clause.place(time.start)
    return tells_when(time.reading.parts) and is_of_watched(clause.cell, at)


def _first_day(clause: Clause) -> date:
    """Return the first day on which something can be due by the plan."""
    return max(date(clause.year, 1, 1), clause.issued or date.min)


def _is_stale(clause: Clause, time: ReadTime) -> bool:
    """Tell whether a time that was over before the plan is issued is perhaps the duty's, and not that of a report."""
    before = clause.text[: time.start]
    if _PAST.search(before, before.rfind(",") + 1) or dates_thing(clause.cell, clause.place(time.start)):
        return False
    days = (
        part.due if isinstance(part, Deadline) else part.end
        for part in time.reading.parts
        if isinstance(part, Deadline | Window)
    )
    own = is_own(clause, time) and all(day is None or day.year >= clause.year for day in days)
    return own or DUE.search(clause.text, time.start, time.end) is not None


def _leaves_day(clause: Clause, time: ReadTime) -> bool:
    """Tell whether a time says how often, and other words behind it of the same act perhaps when."""
    text, end = clause.text, time.end
    due = DUE.search(text, end) if is_rhythm(time.reading) else None
    if due is None:
        return False
    act = NEXT_ACT.search(text, end, due.start())
    if act and not text[end : act.start()].strip(" ,") and text[: time.start].rstrip()[-1:] in {"", ","}:
        return True  # hằng năm, tổ chức … trước ngày 15/12/2026
    for begin, last, other in clause.behind(end).times() if act else ():
        if begin <= due.start() - end < last:
            comes_back = any(isinstance(part, Recurring) for part in other.parts)
            return comes_back and not _OFTEN.search(text, end, due.start())
    return True


def _ends_later(clause: Clause, time: ReadTime) -> bool:
    """Tell whether what goes on from a time on is to be done in a later year: từ năm 2026, hoàn thành … năm 2035."""
    starts = [part.start for part in time.reading.parts if isinstance(part, Continuous) and not part.until]
    ends = _FINISH_YEAR.search(clause.text, time.end) if starts else None
    return ends is not None and any(start and int(ends[1]) > start.year for start in starts)


def _unread(clause: Clause, start: int, end: int) -> Iterator[_Found]:
    """Yield periods of acts, and a deadline from its first word on, that stand between two places and were not read."""
    text = clause.text
    due = DUE.search(text, start, end)
    last = due.start() if due else end
    yield from _periods(clause, start, last)
    yield from _plain_days(clause, start, last)
    if due:
        yield _Found(due.start(), start + len(text[start:end].rstrip(" ,/()")), is_read=False)


def _periods(clause: Clause, start: int, end: int) -> Iterator[_Found]:
    """Yield quarters and months that end what is said of an act, between two places."""
    cell, is_listed = clause.cell, False
    for found in _PERIOD.finditer(clause.text, start, end):
        at, is_alike = clause.place(found.start()), all_bare(cell)
        if cell.word(at - 1) in _EDGES:
            continue
        own = at == 0 or any(VERBS.match(cell, place) == (Asks.PERIOD, at) for place in range(at))
        own = is_alike or (own and not (at and dates_thing(cell, at)))
        is_past = _is_past(clause.read(found[0]), _first_day(clause))
        if (is_alike or names_act(cell, at)) and not is_past:
            is_listed = own and not IF.search(clause.text[: found.start()])
            yield _Found(found.start(), found.end(), is_read=is_listed)
        elif is_listed and any(VERBS.end(cell, place) == at for place in range(at)):
            yield _Found(found.start(), found.end(), is_read=False, is_told=False)  # khảo sát quý I, tổng hợp quý II


def _plain_days(clause: Clause, start: int, end: int) -> Iterator[_Found]:
    """Yield days that stand between two places with no word before them that makes a time of them."""
    for found in days_of_year(clause.text, start, end, clause.year):
        day = read_plain_day(clause.text, found, clause.cell, clause.place(found.start()))
        if day is not None:
            own = day.is_own and not any(words.search(clause.text, 0, day.start) for words in (IF, WHY))
            yield _Found(day.start, day.end, is_read=own)


def _is_past(read: TimeReading, first: date) -> bool:
    """Tell whether a time was over before the plan is issued, so that nothing can be due by it."""
    return any(_ends_before(part, first) for part in read.parts)


def _ends_before(part: TimePart, first: date) -> bool:
    match part:
        case Window():
            return part.end < first
        case Deadline():
            return part.due is None or part.due < first
        case _:
            return False
