"""Clauses of a sentence, and where in one times stand that can be read."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.sentences.deadlines import DUE
from kshc_cli.reading.times.cell import TimeCell, cell_of
from kshc_cli.reading.times.hopes import begins_hope
from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Continuous, Deadline, OnEvent, Recurring, Relative, TimeReading, Window

_CUE: Final = lazy_pattern(
    r"\b(?:hoàn thành|xong|thời gian|thời hạn|trước|chậm nhất|muộn nhất|trong|vào|từ|định kỳ|hằng|hàng|mỗi|"
    r"đến(?: hết|(?=\s+ngày\s+\d))|"
    r"hạn cuối|thường xuyên|sau(?=\s+\d{1,3}\s+(?:ngày|tuần|tháng)\b)|"
    r"ngày(?=\s+\d)|(?:0?[236]|hai|ba|sáu)(?=\s+tháng\s*(?:/|một\b|0?1\b)\s*(?:0?1\s+)?lần)|"
    r"(?<!quá )(?<!đa )(?:(?:ít nhất|tối thiểu)\s+)?\d{1,2}(?=\s+lần\s*/\s*(?:tuần|tháng|quý|năm)\b)|"
    r"(?:sáng|chiều|tối)(?=\s+(?:ngày\s+)?\d{1,2}[/.-]\d)|"
    r"cuối(?=\s+(?:(?:mỗi|hằng|hàng)\s+)?(?:năm|quý|tháng)\b)|(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s+)?"
    r"thứ(?=\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])\s+(?:hằng|hàng|mỗi)\s+tuần))\b",
    re.IGNORECASE,
)
"""Words with which a time begins."""
_CLAUSE: Final = lazy_pattern(r"(?:[^;.]|\.(?=\d))+")
NEXT_ACT: Final = lazy_pattern(
    r",\s+(?:và\s+)?(?:hoàn thành|báo cáo|gửi|trình|tổng hợp|ban hành|xây dựng|tham mưu|tổ chức|rà soát|kiểm tra|nộp|"
    r"triển khai|thực hiện|đánh giá|đề xuất|tiếp tục|duy trì|công khai|cập nhật|hoàn thiện|"
    r"hoàn chỉnh|công bố|thông báo)\b",
    re.IGNORECASE,
)
"""Where another act of the same clause begins, whose time is its own."""
_RHYTHMS: Final = frozenset({"định kỳ", "hằng", "hàng", "mỗi"})
"""Cues of what comes back, whose day may stand behind another act: hằng tháng tổng hợp, báo cáo … trước ngày 25."""
_OPENING: Final = frozenset({"ngày", "cuối", "đến"})
"""Cues that are words of other things, too, unless what is said begins with them."""
_DONE: Final = lazy_pattern(r"\b(?:hoàn thành|xong)\b(?!\s+\d)", re.IGNORECASE)
"""What is done by the day that a sentence begins with: Đến ngày 30/6, … hoàn thành …."""
_ALWAYS: Final = "thường xuyên"
_COMES_BACK: Final = lazy_pattern(r"\b(?:định kỳ|hằng|hàng|mỗi)\b", re.IGNORECASE)
_YEAR_BEHIND: Final = lazy_pattern(r"\s*[,(/-]?\s*(?:của\s+)?(?:năm\s+)?\(?(?:19|20)\d\d\b", re.IGNORECASE)
"""A year behind words, which is theirs: trước ngày 30/6, 2027."""
_HAS_YEAR: Final = lazy_pattern(r"\d{4}")
_MARK: Final = lazy_pattern(r"[,()]| để | nhằm | đảm bảo | bảo đảm ")
LONGEST: Final = 300
"""Characters of the longest time; it keeps reading linear in the length of the text."""
_MARKS: Final = 6


class ReadTime(NamedTuple):
    """Characters of a clause that say when, and what they mean; nothing of them is unread."""

    start: int
    end: int
    reading: TimeReading


_OTHERS_DAY: Final = lazy_pattern(r"\briêng\b", re.IGNORECASE)
"""What stands before those who have another day than whoever the sentence names: …, riêng các thôn trước 15/4."""


class Clause:
    """The words of a sentence up to a semicolon or its end, in a plan of a year."""

    def __init__(self, text: str, *, year: int, issued: date | None) -> None:
        self.text = text
        self.year = year
        self.issued = issued

    @cached_property
    def cell(self) -> TimeCell:
        """Its words, as those of a cell."""
        return cell_of(self.text, year=self.year, issued=self.issued)

    def place(self, start: int) -> int:
        """Return the place in the cell of the character at ``start``."""
        return bisect_left(self.cell.tokens, start, key=lambda token: token.start)

    def read(self, words: str) -> TimeReading:
        """Read some of its words."""
        return read_time(words, year=self.year, issued=self.issued)

    def behind(self, end: int) -> "Clause":
        """Return what stands behind a character as a clause of its own."""
        return Clause(self.text[end:], year=self.year, issued=self.issued)

    def times(self) -> Iterator[ReadTime]:
        """Yield the times in it, the longest at each place."""
        at = 0
        for cue in _CUE.finditer(self.text):
            found = _time_at(self, cue) if cue.start() >= at else None
            if found is not None:
                at = found.end
                yield found


def clauses_of(words: str, *, year: int, issued: date | None) -> Iterator[tuple[int, Clause]]:
    """Yield the clauses of a duty's words, each with the place of its first character."""
    for found in _CLAUSE.finditer(words):
        yield found.start(), Clause(found[0], year=year, issued=issued)


def times_in(words: str, *, year: int, issued: date | None) -> Iterator[tuple[str, TimeReading]]:
    """Yield of each clause the first words that say by when or how often, where nothing of them is left unread."""
    for _start, clause in clauses_of(words, year=year, issued=issued):
        yield from islice(((clause.text[one.start : one.end], one.reading) for one in clause.times()), 1)


def is_rhythm(read: TimeReading) -> bool:
    """Tell whether words say how often, and nothing of when."""
    return all(isinstance(part, Recurring) and "BY" not in (part.rrule or "") for part in read.parts)


def _time_at(clause: Clause, cue: re.Match[str]) -> ReadTime | None:
    """Read the longest time that a cue begins."""
    start, text = cue.start(), clause.text
    comes_back = cue[0].lower() in _RHYTHMS
    for end in (*(_days_behind(text, start) if comes_back else ()), *_ends(text, start)):
        said = text[start:end].rstrip(" ,/(")
        if _OTHERS_DAY.search(said) or (_YEAR_BEHIND.match(text, start + len(said)) and not _HAS_YEAR.search(said)):
            continue
        read = clause.read(said)
        joins = comes_back and NEXT_ACT.search(said)
        if joins and (len(read.parts) != 1 or is_rhythm(read)):
            continue
        if _is_dated(read) and (cue[0].lower() not in _OPENING or _may_open(clause, cue, start + len(said), read)):
            begin = begins_hope(text, start)
            whole = clause.read(text[begin:start] + said) if begin < start else read
            if len(whole.parts) < len(read.parts) and not whole.unread:  # phấn đấu trước 15/9, chậm nhất 30/9
                return ReadTime(begin, start + _length(said, whole), whole)
            return ReadTime(start, start + _length(said, read), read)
    return ReadTime(start, cue.end(), clause.read(cue[0])) if _goes_on(text, cue) else None


def _may_open(clause: Clause, cue: re.Match[str], end: int, read: TimeReading) -> bool:
    """Tell whether a cue that is a plain word elsewhere begins a time: what comes back, or what begins the clause.

    A day before the plan is issued, or of a plan of which that is not known, may tell what was.
    """
    part = read.parts[0]
    if isinstance(part, Recurring):
        return True
    last = part.end if isinstance(part, Window) else part.due if isinstance(part, Deadline) else None
    is_first = not clause.text[: cue.start()].strip() and clause.text[end : end + 1] in {",", ":"}
    is_first = is_first and (cue[0].lower() != "đến" or _DONE.search(clause.text, end) is not None)
    return is_first and bool(clause.issued and last and last >= clause.issued)


def _goes_on(clause: str, cue: re.Match[str]) -> bool:
    """Tell whether a cue says of the act that it begins, and whose words are not read, that it goes on all the time."""
    is_first = cue[0].lower() == _ALWAYS and not clause[: cue.start()].strip(" ,:")
    return is_first and not (DUE.search(clause, cue.end()) or _COMES_BACK.search(clause, cue.end()))


def _days_behind(clause: str, start: int) -> Iterator[int]:
    """Yield where words from ``start`` on may end that say how often, behind further acts of which they say when."""
    last = min(len(clause), start + LONGEST)
    if NEXT_ACT.search(clause, start, last):
        if last == len(clause):
            yield last
        marks = [found.start() for found in _MARK.finditer(clause, start, last)]
        yield from reversed(marks[:_MARKS])


def _ends(clause: str, start: int) -> Iterator[int]:
    """Yield where words from ``start`` on may end: with the act, else before the last of its commas or brackets."""
    act = NEXT_ACT.search(clause, start, start + LONGEST)
    last = act.start() if act else min(len(clause), start + LONGEST)
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
    known = all(
        isinstance(part, Window | Deadline | Recurring | Relative | Continuous | OnEvent) for part in read.parts
    )
    return known and any(not isinstance(part, OnEvent) for part in read.parts) and not read.unread
