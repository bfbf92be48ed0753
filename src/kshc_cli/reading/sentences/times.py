"""By when or how often the duty of a sentence is due, where no word before the time may date a thing.

… rà soát thủ tục hành chính trước ngày 15/6            the duty's
… rà soát hồ sơ nộp trước ngày 15/6, báo cáo kết quả trong quý I    that of what it is about
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.agencies.adjoining import field_length
from kshc_cli.reading.sentences.doubts import is_of_others, is_of_share, is_of_year_after, owes_thing
from kshc_cli.reading.sentences.plain_days import days_of_year, read_plain_day
from kshc_cli.reading.sentences.things import dates_thing
from kshc_cli.reading.times.act_words import (
    ACCOUNTS,
    DRAFTS,
    HELD,
    RECEIVERS,
    SYLLABLES,
    THINGS,
    TO,
    VERBS,
    Asks,
)
from kshc_cli.reading.times.acts import steady_end
from kshc_cli.reading.times.cell import Cell, cell_of
from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.times.verbs import is_finish, is_report
from kshc_cli.reading.values import Continuous, Deadline, Recurring, Relative, TimePart, TimeReading, Window

_CUE: Final = lazy_pattern(
    r"\b(?:hoàn thành|xong|thời gian|thời hạn|trước|chậm nhất|muộn nhất|trong|vào|từ|định kỳ|hằng|hàng|mỗi|đến hết|"
    r"hạn cuối|thường xuyên|ngày(?=\s+\d)|(?:0?[236]|hai|ba|sáu)(?=\s+tháng\s+(?:một|0?1)\s+lần)|"
    r"thứ(?=\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])\s+(?:hằng|hàng|mỗi)\s+tuần))\b",
    re.IGNORECASE,
)
"""Words with which a time begins."""
_DUE: Final = lazy_pattern(
    r"\b(?:trước|chậm nhất|muộn nhất|hạn cuối|hạn chót)\b(?:\W+\w+){0,4}?\W+(?:ngày|tháng|quý)"
    r"\W+(?:\d|\[|…|\.\.|cuối\b)"
    r"|\b(?:trước|chậm nhất|muộn nhất)(?:\W+\w+){0,2}?\W+\d{1,2}[/.-]\d{1,2}\b"
    r"|\b(?:trước|chậm nhất|muộn nhất|vào)(?:\W+\w+){0,3}?\W+(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\b"
    r"|\b(?:trước|chậm nhất|muộn nhất)(?:\W+(?:là|vào|lúc))?\W+\d{1,2}\s*(?:giờ|h|g)\b"
    r"|\bđịnh kỳ\s+(?:(?:vào|trước)\s+)?ngày\s+\d"
    r"|\bđịnh kỳ\s+(?:(?:hằng|hàng|mỗi|0?[36])\s+)?(?:tuần|tháng|quý|năm)\b",
    re.IGNORECASE,
)
"""Words that say by when or how often something is due, of whatever it is."""
_CLAUSE: Final = lazy_pattern(r"(?:[^;.]|\.(?=\d))+")
_NEXT_ACT: Final = lazy_pattern(
    r",\s+(?:và\s+)?(?:hoàn thành|báo cáo|gửi|trình|tổng hợp|ban hành|xây dựng|tham mưu|tổ chức|rà soát|kiểm tra|nộp|"
    r"triển khai|thực hiện|đánh giá|đề xuất|tiếp tục|duy trì|công khai|cập nhật)\b",
    re.IGNORECASE,
)
"""Where another act of the same clause begins, whose time is its own."""
_OFTEN: Final = lazy_pattern(r"\b(?:tuần|tháng|quý|năm)\b", re.IGNORECASE)
_RHYTHMS: Final = frozenset({"định kỳ", "hằng", "hàng", "mỗi"})
"""Cues of what comes back, whose day may stand behind another act: hằng tháng tổng hợp, báo cáo … trước ngày 25."""
_ALWAYS: Final = "thường xuyên"
_COMES_BACK: Final = lazy_pattern(r"\b(?:định kỳ|hằng|hàng|mỗi)\b", re.IGNORECASE)
_MARK: Final = lazy_pattern(r"[,()]| để | nhằm | đảm bảo | bảo đảm ")
_IF: Final = lazy_pattern(
    r"\b(?:(?<!các )(?<!những )(?<!số )(?<!từng )(?<!mọi )(?<!hết )(?<!\d )trường hợp|nếu|khi)\b", re.IGNORECASE
)
_WHY: Final = lazy_pattern(
    r"\b(?:không|chưa|thay|gia hạn|điều chỉnh|trừ|kéo dài|lùi|hoãn|đã|âm lịch|tết)\b", re.IGNORECASE
)
"""Words that take a time back, or say that it has passed."""
_SETS: Final = lazy_pattern(
    r"\b(?:bổ sung|sửa đổi|điều chỉnh|quy định|thông báo|công bố|ấn định|thống nhất|kéo dài)"
    r"\s+(?:về\s+)?(?:mốc\s+)?(?:thời hạn|thời gian|thời điểm|tiến độ)\b",
    re.IGNORECASE,
)
"""Words that make the time itself what is done: bổ sung thời hạn đến ngày 30/6."""
_TITLE: Final = 12
"""Characters of a time's own title, with which it begins."""
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
    r"\b(?:quý\s+(?:[ivx]+|[1-4])|tháng\s+\d{1,2})\b(?:\s*/\s*\d{4}|\s+năm\s+\d{4})?(?=\s*(?:$|[,)]))", re.IGNORECASE
)
"""A quarter or month that ends what is said of an act."""
_OF_PERIODS: Final = frozenset(
    {"nhiệm", "chỉ", "tiêu", "thuế", "toán", "liệu", "trình", "đua", "kỳ", "phiên", "đợt", "ngân", "kế", "cáo"}
    | {"nghị", "quả", "theo", "từ", "đến", "của", "ngày", "trong", "trước", "với", "so", "và", "trả", "chi", "đã"}
)
"""Words of what a period is that of: nhiệm vụ quý I, quyết toán quý I."""
_BARE: Final = frozenset({"hằng", "hàng", "mỗi", "ngày"})
"""Words behind which a noun's time stands, unless a mark or a verb stands before them: kế hoạch hằng năm."""
_PERIODS: Final = frozenset({"trong", "vào", "từ"})
"""Words behind which the time of what is reported on may stand: kết quả thực hiện trong quý I."""
_YEAR: Final = 360
"""Days of a period that says nothing but the year."""
_BEFORE_FINISH: Final = frozenset(
    {",", "(", ")", "và", "phải", "cần", "sẽ", "đấu", "kiến", "trương", "để", "việc", "bản"}
)
"""Words before a verb that finishes an act."""
_LONGEST: Final = 300
"""Characters of the longest time; it keeps reading linear in the length of the text."""
_MARKS: Final = 6
_NEAR: Final = 8
"""Words of a name of a thing."""


class When(NamedTuple):
    """Characters of a text that say by when or how often."""

    start: int
    end: int
    is_read: bool
    """Whether it is clear what the words mean, and that they speak of the duty."""


def times_in(words: str, *, year: int, issued: date | None) -> Iterator[tuple[str, TimeReading]]:
    """Yield of each clause the words that say by when or how often, where nothing of them is left unread."""
    for clause in _CLAUSE.finditer(words):
        yield from islice(((clause[0][start:end], read) for start, end, read in _readings(clause[0], year, issued)), 1)


def when_in(words: str, *, year: int, issued: date | None) -> Iterator[When]:
    """Yield where a duty's words say when: times that are read as its own, and deadlines that nobody can read."""
    for clause in _CLAUSE.finditer(words):
        yield from _in_clause(clause[0], clause.start(), year, issued)


def names_deadline(words: str) -> re.Match[str] | None:
    """Find words that say by when or how often something is due, whether they can be read or not."""
    return _DUE.search(words)


def _in_clause(clause: str, offset: int, year: int, issued: date | None) -> Iterator[When]:
    at = 0
    first = max(date(year, 1, 1), issued or date.min)
    for start, end, read in _readings(clause, year, issued):
        yield from _unread(clause, at, start, offset, year)
        at = end
        if _is_past(read, first):
            if _is_stale(clause, start, end, read, year, issued):
                yield When(offset + start, offset + end, is_read=False)
            continue
        leaves = _leaves_day(clause, start, end, read, year, issued)
        taken = leaves or _TAKEN_BACK.search(clause, end, end + _LONGEST)
        is_own = not taken and _is_own(clause, start, read, year, issued)
        if is_own or leaves or _DUE.search(clause, start, end):
            yield When(offset + start, offset + end, is_own)
    yield from _unread(clause, at, len(clause), offset, year)


def _is_stale(clause: str, start: int, end: int, read: TimeReading, year: int, issued: date | None) -> bool:
    """Tell whether a time that was over before the plan is issued is perhaps the duty's, and not that of a report."""
    before = clause[:start]
    if _PAST.search(before, before.rfind(",") + 1):
        return False
    cell, at = _place(clause, start, year, issued)
    if dates_thing(cell, at):
        return False
    days = (
        part.due if isinstance(part, Deadline) else part.end
        for part in read.parts
        if isinstance(part, Deadline | Window)
    )
    own = _is_own(clause, start, read, year, issued) and all(day is None or day.year >= year for day in days)
    return own or _DUE.search(clause, start, end) is not None


def _leaves_day(clause: str, start: int, end: int, read: TimeReading, year: int, issued: date | None) -> bool:
    """Tell whether words up to ``end`` say how often, and others behind them of the same act perhaps when."""
    due = _DUE.search(clause, end) if _is_rhythm(read) else None
    if due is None:
        return False
    act = _NEXT_ACT.search(clause, end, due.start())
    if act and not clause[end : act.start()].strip(" ,") and clause[:start].rstrip()[-1:] in {"", ","}:
        return True  # hằng năm, tổ chức … trước ngày 15/12/2026
    for begin, last, other in _readings(clause[end:], year, issued) if act else ():
        if begin <= due.start() - end < last:
            comes_back = any(isinstance(part, Recurring) for part in other.parts)
            return comes_back and not _OFTEN.search(clause, end, due.start())
    return True


def _is_rhythm(read: TimeReading) -> bool:
    """Tell whether words say how often, and nothing of when."""
    return all(isinstance(part, Recurring) and "BY" not in (part.rrule or "") for part in read.parts)


def _unread(clause: str, start: int, end: int, offset: int, year: int) -> Iterator[When]:
    """Yield periods of acts, and a deadline from its first word on, that stand between two places and were not read."""
    due = _DUE.search(clause, start, end)
    for found in _PERIOD.finditer(clause, start, due.start() if due else end):
        cell, at = _place(clause, found.start(), year, None)
        if _names_act(cell, at):
            own = at == 0 or any(VERBS.match(cell, place) == (Asks.PERIOD, at) for place in range(at))
            yield When(
                offset + found.start(), offset + found.end(), is_read=own and not _IF.search(clause[: found.start()])
            )
    yield from _plain_days(clause, start, due.start() if due else end, offset, year)
    if due:
        yield When(offset + due.start(), offset + start + len(clause[start:end].rstrip(" ,/()")), is_read=False)


def _plain_days(clause: str, start: int, end: int, offset: int, year: int) -> Iterator[When]:
    """Yield days that stand between two places with no word before them that makes a time of them."""
    for found in days_of_year(clause, start, end, year):
        cell, at = _place(clause, found.start(), year, None)
        day = read_plain_day(clause, found, cell, at)
        if day is not None:
            own = day.is_own and not _IF.search(clause, 0, day.start) and not _WHY.search(clause, 0, day.start)
            yield When(offset + day.start, offset + day.end, is_read=own)


def _place(clause: str, start: int, year: int, issued: date | None) -> tuple[Cell, int]:
    """Return the words of a clause, and the place among them of its character at ``start``."""
    cell = _cell(clause, year, issued)
    return cell, bisect_left(cell.tokens, start, key=lambda token: token.start)


@lru_cache(maxsize=8)
def _cell(clause: str, year: int, issued: date | None) -> Cell:
    """Return the words of a clause, which are asked for at each of its times."""
    return cell_of(clause, year=year, issued=issued)


def _names_act(cell: Cell, at: int) -> bool:
    """Tell whether a period at ``at`` is perhaps when an act is done: khởi công quý I/2026; not: báo cáo quý I/2026."""
    begin = at
    while begin and cell.word(begin - 1) not in {",", ";", "("}:
        begin -= 1
    if not at or (begin == at and cell.word(at - 1) == ","):
        return not at
    words = cell.words[begin:at]
    accounts = any(cell.words[place : place + 2] in ACCOUNTS for place in range(begin, at))
    return not (
        accounts or _OF_PERIODS.intersection(words) or any(is_report(cell, place) for place in range(begin, at))
    )


def _readings(clause: str, year: int, issued: date | None) -> Iterator[tuple[int, int, TimeReading]]:
    """Yield where times stand in a clause, the longest at each place, and what they mean; nothing of them is unread."""
    at = 0
    for cue in _CUE.finditer(clause):
        if cue.start() < at:
            continue
        comes_back = cue[0].lower() in _RHYTHMS
        for end in (*(_days_behind(clause, cue.start()) if comes_back else ()), *_ends(clause, cue.start())):
            said = clause[cue.start() : end].rstrip(" ,/(")
            read = read_time(said, year=year, issued=issued)
            joins = bool(_NEXT_ACT.search(said)) and comes_back
            if joins and (len(read.parts) != 1 or _is_rhythm(read)):
                continue
            if _is_dated(read) and (cue[0].lower() != "ngày" or isinstance(read.parts[0], Recurring)):
                at = cue.start() + _length(said, read)
                yield cue.start(), at, read
                break
        else:
            if _goes_on(clause, cue):
                at = cue.end()
                yield cue.start(), at, read_time(cue[0], year=year, issued=issued)


def _goes_on(clause: str, cue: re.Match[str]) -> bool:
    """Tell whether a cue says of the act that it begins, and whose words are not read, that it goes on all the time."""
    is_first = cue[0].lower() == _ALWAYS and not clause[: cue.start()].strip(" ,:")
    return is_first and not (_DUE.search(clause, cue.end()) or _COMES_BACK.search(clause, cue.end()))


def _days_behind(clause: str, start: int) -> Iterator[int]:
    """Yield where words from ``start`` on may end that say how often, behind further acts of which they say when."""
    last = min(len(clause), start + _LONGEST)
    if _NEXT_ACT.search(clause, start, last):
        if last == len(clause):
            yield last
        marks = [found.start() for found in _MARK.finditer(clause, start, last)]
        yield from reversed(marks[:_MARKS])


def _ends(clause: str, start: int) -> Iterator[int]:
    """Yield where words from ``start`` on may end: with the act, else before the last of its commas or brackets."""
    act = _NEXT_ACT.search(clause, start, start + _LONGEST)
    last = act.start() if act else min(len(clause), start + _LONGEST)
    if act or last == len(clause):
        yield last
    marks = [found.start() for found in _MARK.finditer(clause, start, last)]
    yield from reversed(marks[:_MARKS])


def _length(said: str, read: TimeReading) -> int:
    """Return where the time itself ends in the words that were read, before what is said of what for or where."""
    words = read.parts[-1].words
    place = said.rfind(words) if words else -1
    end = place + len(words) if place >= 0 else len(said)
    return end + (said[end : end + 1] == ")" and said.count("(", 0, end) > said.count(")", 0, end))


def _is_dated(read: TimeReading) -> bool:
    dated = all(isinstance(part, Window | Deadline | Recurring | Relative | Continuous) for part in read.parts)
    return dated and bool(read.parts) and not read.unread


def _is_own(clause: str, start: int, read: TimeReading, year: int, issued: date | None) -> bool:
    """Tell whether a time is the duty's own, and not that of what the duty is about."""
    before = clause[:start]
    if _IF.search(before) or _WHY.search(before, before.rfind(",") + 1) or _SETS.search(clause, 0, start + _TITLE):
        return False
    cell, at = _place(clause, start, year, issued)
    if is_of_year_after(before, read, year) or is_of_share(clause, start) or is_of_others(cell, at):
        return False
    if not at or cell.word(at - 1) in {",", "("} or _finishes(cell, at):
        return True
    if isinstance(read.parts[0], Continuous):
        direct = any(VERBS.end(cell, place) == at for place in range(at))
        return (direct or _is_steady(cell, at)) and not dates_thing(cell, at)
    if is_finish(cell, at) or dates_thing(cell, at):
        return False
    word = cell.word(at)
    if cell.words[at : at + 2] == ("vào", "ngày") and _heads_act(cell, at):
        return True
    if (word in _PERIODS or word in _BARE) and not isinstance(read.parts[0], Relative):
        return _follows_act(cell, at, whole=any(_is_year(part) for part in read.parts), bare=word in _BARE)
    return word != "định" or cell.words[at - 4 : at - 2] != ("chế", "độ")


def _finishes(cell: Cell, at: int) -> bool:
    """Tell whether a verb that finishes an act, and not a thing (dự án hoàn thành), stands at a time or before it."""
    place = at if is_finish(cell, at) else at - 1
    if not is_finish(cell, place) or owes_thing(cell, place):
        return False
    done = cell.word(place) == "xong" and not any(THINGS.end(cell, place - size) == place for size in (1, 2))
    joined = not place or cell.word(place - 1) in _BEFORE_FINISH or done
    return joined or any(_is_verb(cell, before, place) for before in range(max(place - _NEAR, 0), place))


def _is_verb(cell: Cell, at: int, end: int) -> bool:
    """Tell whether a verb stands between two places, and not the second half of a noun: công trình."""
    return VERBS.end(cell, at) == end and not (end == at + 1 and cell.word(at - 1) in SYLLABLES)


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


def _is_year(part: TimePart) -> bool:
    return isinstance(part, Window) and (part.end - part.start).days >= _YEAR


def _is_steady(cell: Cell, at: int) -> bool:
    """Tell whether the words up to "thường xuyên" are an act that goes on: cập nhật dữ liệu thường xuyên."""
    begin = _act_begin(cell, at)
    return VERBS.end(cell, begin) is not None and steady_end(cell, begin) == at and cell.word(at - 1) != "dục"


def _act_begin(cell: Cell, at: int) -> int:
    """Return the place behind the last comma or semicolon before a time."""
    while at and cell.word(at - 1) not in {",", ";"}:
        at -= 1
    return at


def _heads_act(cell: Cell, at: int) -> bool:
    """Tell whether the words up to a day begin with a verb, whose day it is: báo cáo kết quả vào ngày …."""
    return VERBS.end(cell, _act_begin(cell, at)) is not None


def _follows_act(cell: Cell, at: int, *, whole: bool, bare: bool) -> bool:
    """Tell whether a period at ``at`` is when an act is done, and not what a report or a plan is about."""
    begin = _act_begin(cell, at)
    verbs = [place for place in range(begin, at) if VERBS.end(cell, place) is not None]
    direct = any(VERBS.end(cell, place) == at and cell.words[place - 2 : place] not in ACCOUNTS for place in verbs)
    if direct:
        named = cell.word(at) == "trong" and cell.word(at + 1) in {"tháng", "quý"}
        return bare or named or not is_report(cell, verbs[-1])
    if whole or bare:
        return False
    if cell.word(at) == "từ" and verbs and (HELD.end(cell, verbs[-1]) is None or "việc" in cell.words[begin:at]):
        return False  # kiểm tra việc giải quyết hồ sơ từ ngày … đến ngày …: perhaps that of the work looked at
    if verbs and cell.words[at - 2 : at] in DRAFTS:
        return VERBS.match(cell, verbs[-1]) == (Asks.PERIOD, at - 2) and not is_report(cell, verbs[-1])
    accounts = any(cell.words[place : place + 2] in ACCOUNTS for place in range(begin, at))
    return not accounts and not any(is_report(cell, place) and not _tells_whom(cell, place, at) for place in verbs)


def _tells_whom(cell: Cell, place: int, at: int) -> bool:
    """Tell whether a verb that reports is followed by nothing but to whom: báo cáo UBND tỉnh | trong tháng 5/2026."""
    end = VERBS.end(cell, place) or place
    whom = RECEIVERS.end(cell, TO.end(cell, end) or end)
    while whom is not None and whom < at:
        whom = RECEIVERS.end(cell, whom) or (whom + (field_length(cell.tokens, whom) or at))  # Sở | Nội vụ
    return whom == at
