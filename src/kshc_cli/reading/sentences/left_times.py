"""Times of a clause that nobody took: each is told, unless it is that of a document, a thing or a report.

… mở đợt cao điểm đến ngày 15/3/2026; tổng kết trong quý II     told: what goes on until the 15th?
… tổng hợp kết quả trong quý I, báo cáo trước ngày 05/4         that of the results, which are due behind it
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.sentences.clauses import Clause
from kshc_cli.reading.sentences.deadlines import DUE
from kshc_cli.reading.sentences.own_times import WHY, is_of_account, names_act
from kshc_cli.reading.sentences.plain_days import follows_mark, is_cited
from kshc_cli.reading.sentences.things import dates_thing
from kshc_cli.reading.times.acts.act_verbs import VERBS
from kshc_cli.reading.times.cell import TimeCell, is_number

_YEAR: Final = r"(?:\s*[/.-]\s*\d{4}|\s+năm\s+\d{4})"
_POINT: Final = (
    rf"(?:(?:ngày\s+)?\d{{1,2}}[/.-]\d{{1,2}}{_YEAR}|ngày\s+\d{{1,2}}[/.-]\d{{1,2}}(?![/.-]\d)|"
    rf"quý\s+(?:IV|I{{1,3}}|[1-4])\b{_YEAR}?|tháng\s+\d{{1,2}}\b{_YEAR}?|\d{{1,2}}/\d{{4}})"
)
_OPENED: Final = (
    r"(?:(?:hoàn thành|xong|chậm nhất|muộn nhất|trong|vào|trước|từ|đến|hết|nửa|đầu|giữa|cuối|tuần đầu|"
    r"ngày làm việc (?:đầu tiên|cuối cùng) của)\s+)*"
)
_TIME: Final = lazy_pattern(rf"(?<![\w/.-]){_OPENED}{_POINT}(?![\w/-])(?!\.\d)", re.IGNORECASE)
_BETWEEN: Final = lazy_pattern(r"\s*(?:,|và|-|đến)?\s*$", re.IGNORECASE)
"""What joins the beginning of a span to its end, or two of a list."""
_BARE: Final = frozenset({"ngày", "quý", "tháng"})
"""Words with which a time begins that nothing opens."""
_ENDS: Final = lazy_pattern(r"\s*(?:$|[,;.)(]|và\b)")
_WORKING: Final = lazy_pattern(r"\bngày làm việc\b", re.IGNORECASE)
_OF_VERB: Final = 3
"""Words of a verb."""
_SETS: Final = lazy_pattern(r"\b(?:thời hạn|thời gian|thời điểm|tiến độ)\b", re.IGNORECASE)
"""Words of what is set or put off: bổ sung thời gian hoàn thành | đến ngày 30/6."""


class LeftTime(NamedTuple):
    """Characters of a clause that say when, and that nobody took."""

    start: int
    end: int
    is_clear: bool
    """Whether the words say of themselves that they are a time; others count only beside a time, which seems to be all.
    """


def left_times(clause: Clause, taken: Sequence[tuple[int, int]]) -> Iterator[LeftTime]:
    """Yield the times of a clause that stand outside the places ``taken``, and are perhaps the duty's."""
    for start, end in _free(clause.text, taken):
        if not _is_taken_back(clause.text, start) and _is_perhaps_own(clause, start, end):
            yield LeftTime(start, end, _is_clear(clause, start, end))


def _free(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield where times stand outside the places ``taken``, a span or a list of them as one."""
    last: tuple[int, int] | None = None
    for found in _TIME.finditer(text):
        start, end = found.span()
        if any(begin < end and start < behind for begin, behind in taken):
            continue
        if last is not None and _BETWEEN.match(text[last[1] : start]):
            last = last[0], end
            continue
        if last is not None:
            yield last
        last = start, end
    if last is not None:
        yield last


def _is_taken_back(text: str, start: int) -> bool:
    """Tell whether words before a time take it back, or set it: gia hạn đến …."""
    begin = text.rfind(",", 0, start) + 1
    return WHY.search(text, begin, start) is not None or _SETS.search(text, begin, start) is not None


def _is_perhaps_own(clause: Clause, start: int, end: int) -> bool:
    cell, at = clause.cell, clause.place(start)
    if dates_thing(cell, at):
        return False
    if cell.word(at) == "ngày" or is_number(cell.word(at)):
        return not is_cited(cell, at)
    if cell.word(at) in _BARE:
        return names_act(cell, at)
    return not (is_of_account(cell, at) and DUE.search(clause.text, end))


def _is_clear(clause: Clause, start: int, end: int) -> bool:
    """Tell whether a time is opened and ends what is said, and is not perhaps that of what is reported."""
    cell, at = clause.cell, clause.place(start)
    if _WORKING.search(clause.text, start, end):
        return True
    opened = cell.word(at) not in _BARE and (not is_number(cell.word(at)) or _is_direct(cell, at))
    begins = cell.word(at) == "từ" and "đến" not in clause.text[start:end]
    of_work = "việc" in cell.words[:at] or cell.words[at - 2 : at] == ("số", "liệu")
    perhaps = begins or of_work or is_of_account(cell, at)
    return (opened or follows_mark(cell, at)) and not perhaps and _ENDS.match(clause.text, end) is not None


def _is_direct(cell: TimeCell, at: int) -> bool:
    """Tell whether a time stands right behind a verb: rà soát | 12/2026."""
    return any(VERBS.end(cell, place) == at for place in range(max(at - _OF_VERB, 0), at))
