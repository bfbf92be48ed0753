"""Phrases without a date of their own: what goes on, waits for an event, or is set by another document.

The words behind "khi" and "theo" may be any; they end where another time clearly begins.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial
from typing import Final, Literal

from kshc_cli.reading.cell import Cell, Phrasebook, is_number, phrases
from kshc_cli.reading.dated import OPENERS, Opener, open_series, read_bounds
from kshc_cli.reading.phrase import Phrase
from kshc_cli.reading.points import period_of, read_day
from kshc_cli.reading.values import Continuous, OnEvent, Reference, Relative, TimePart


class Break(Enum):
    """What stands behind a separator in free words."""

    NONE = auto()
    """More of them."""
    TIME = auto()
    """Another time."""
    DOUBT = auto()
    """A time, but perhaps theirs: theo hướng dẫn, quý III/2026."""


Breaks = Callable[[Cell, int, bool], Break]
"""Tells what stands at a place behind a separator in free words; the flag: in a document's name, which holds years."""

SEPARATORS: Final = frozenset({",", ";", ".", ":", "-", "+", "(", ")", "[", "]", "{", "}", "&", "và"})

_GOES_ON: Final = Phrasebook(
    phrases("thường xuyên | liên tục | thường xuyên liên tục | thường xuyên , liên tục | thường xuyên và liên tục")
    | phrases("thường xuyên hằng năm | thường xuyên hằng ngày | trong các năm tiếp theo | các năm tiếp theo")
    | phrases("những năm tiếp theo | trong những năm tiếp theo | các năm sau | trong các năm sau")
)
_DURING: Final = Phrasebook(phrases("trong quá trình | trong suốt quá trình"))
_SINCE_SIGNED: Final = Phrasebook(
    {f"{since} ngày {signed}": None for since in ("từ", "kể từ") for signed in ("ký", "ký ban hành", "ban hành")}
)
"""From the plan's own day of issue on."""
_WHEN: Final = Phrasebook(
    {
        f"{before} {when}".strip(): None
        for before in ("", "đột xuất", "đột xuất ,")
        for when in ("khi", "sau khi", "ngay khi", "ngay sau khi", "mỗi khi", "chờ")
    }
)
_AFTER: Final = Phrasebook(
    phrases("sau đại hội | sau kỳ họp | sau hội nghị | sau phiên họp | sau cuộc họp | ngay sau kỳ họp")
    | phrases("sau đợt kiểm tra | sau bầu cử | sau tết | sau mỗi")
)
"""Teach events named by a noun here."""
_SUDDEN: Final = Phrasebook(phrases("đột xuất | phát sinh | phát sinh đột xuất | đột xuất phát sinh"))
_OPENINGS: Final = _GOES_ON.joined(_DURING, _WHEN, _SUDDEN, _AFTER, _SINCE_SIGNED)
_BY: Final = Phrasebook(
    phrases(
        "theo | đột xuất theo | đột xuất , theo | theo đúng | đúng | đảm bảo | bảo đảm | đảm bảo đúng | bảo đảm đúng"
    )
    | phrases("bám sát")
)
_DEMANDS: Final = Phrasebook(
    phrases("yêu cầu | đề nghị | chỉ đạo | sự chỉ đạo | nhu cầu | thực tế | tình hình | phát sinh | vụ việc")
    | phrases("phân công | sự phân công | giấy mời")
)
"""Teach what stands behind "theo" and means an event here."""

_DOCUMENTS: Final = Phrasebook(
    phrases("kế hoạch | lộ trình | tiến độ | quy định | chương trình | hướng dẫn | quyết định | thông báo | công văn")
    | phrases(
        "văn bản | đề án | nghị quyết | nghị định | thông tư | luật | quy chế | chỉ thị | dự án | hợp đồng | lịch"
    )
    | phrases("kh | qđ | nq | cv | ct")
    | phrases("thời gian quy định | thời hạn quy định | thời gian yêu cầu | các văn bản | các kế hoạch")
    | phrases(
        "phụ lục | kết luận | công điện | tờ trình | thời gian | thời hạn | danh mục | đề cương | mục tiêu | nội dung"
    )
)
"""Teach what stands behind "theo" and means a document here."""

_THIS: Final = Phrasebook(phrases("kế hoạch này | quyết định này"))
_YEARS: Final = frozenset({"năm", "tháng", "quý"})
_PARTING: Final = SEPARATORS | {"hoặc", "/"}
_OFTEN: Final = frozenset({"mỗi", "từng", "hằng"})
_ARTICLES: Final = frozenset({"điều", "khoản", "mục", "điểm"})

_LIMITS: Final = Phrasebook(phrases("trong thời hạn | trong thời gian | trong vòng | thời hạn"))
_AT_MOST: Final = Phrasebook(
    phrases("không quá | tối đa | chậm nhất | chậm nhất là | chậm nhất sau | chậm nhất là sau | muộn nhất | trong | là")
)
_UNITS: Final[Phrasebook[tuple[Literal["day", "working_day", "month"], int]]] = Phrasebook(
    {"ngày": ("day", 1), "ngày làm việc": ("working_day", 1), "tuần": ("day", 7), "tháng": ("month", 1)}
)
_SINCE: Final = Phrasebook(
    {
        f"{since} {what}".strip(): None
        for since in ("kể từ", "tính từ", "từ", "sau")
        for what in ("ngày", "khi", "thời điểm")
    }
    | phrases("kể từ | tính từ | , kể từ ngày | , kể từ khi | , tính từ ngày")
    | phrases(", kể từ | , tính từ")
)
_OF_THIS: Final = frozenset(
    f"{signed} {this} này" for signed in ("ban hành", "ký ban hành", "ký") for this in ("kế hoạch", "quyết định")
)
"""Events that are this plan's own issue."""

_DUE: Final = frozenset({Opener.BEFORE, Opener.BY, Opener.THROUGH})


_FIRSTS: Final = _OPENINGS.firsts | _BY.firsts | _DOCUMENTS.firsts | _LIMITS.firsts | _AT_MOST.firsts


def read_open_ended(cell: Cell, at: int, breaks: Breaks) -> tuple[Phrase | None, ...]:
    """Read what begins at ``at`` by each reader of this module; most words begin nothing."""
    if cell.word(at) not in _FIRSTS and not is_number(cell.word(at)):
        return ()
    return tuple(
        read(cell, at, breaks) for read in (read_continuous, read_by, read_event, read_relative, read_document)
    )


@dataclass(frozen=True, slots=True)
class Tail:
    """Free words from ``begin`` up to ``end``, which may be any."""

    begin: int
    end: int
    doubt: bool = False
    """Whether a time stands among them that is perhaps not theirs."""


def opens(cell: Cell, at: int) -> bool:
    """Tell by its first words whether a phrase of this module begins at ``at``."""
    return _OPENINGS.end(cell, at) is not None or _behind_by(cell, at) is not None


def read_continuous(cell: Cell, at: int, breaks: Breaks) -> Phrase | None:
    """Read "thường xuyên", with the period that bounds it, "từ ngày ký", and "trong quá trình …"."""
    end = _GOES_ON.end(cell, at) if cell.word(at - 1) not in {"ngày", "tháng"} else None
    during = _DURING.end(cell, at if end is None else end)
    if during is not None:
        tail = tail_of(cell, during, breaks)
        if tail.end == during or any(open_series(cell, place).series for place in range(during, tail.end)):
            return None
        return _free(cell, at, tail, Continuous(words=cell.quote(at, tail.end)))
    if end is None:
        return _since_signed(cell, at)
    bounds = read_bounds(cell, end)
    return Phrase(
        at, bounds.end, (Continuous(bounds.start, bounds.until, cell.quote(at, bounds.end)),), dated=bounds.end > end
    )


def _since_signed(cell: Cell, at: int) -> Phrase | None:
    """Read "từ ngày ký"; another document's day of signing, or one in brackets, is none of ours."""
    end = _SINCE_SIGNED.end(cell, at)
    if end is None:
        return None
    own = _THIS.end(cell, end) or end
    alone = own > end or cell.word(own) in SEPARATORS - {"("} or own == cell.size
    return Phrase(at, own, (Continuous(cell.issued, words=cell.quote(at, own)),)) if alone else None


def read_event(cell: Cell, at: int, breaks: Breaks) -> Phrase | None:
    """Read "khi …", "sau khi …" with the words of the event, and "đột xuất"."""
    begin = _WHEN.end(cell, at)
    named = _AFTER.end(cell, at) if begin is None else None
    if named is not None:
        begin = at + 1 + (cell.word(at) == "ngay")
    if begin is None:
        return _read_sudden(cell, at)
    tail = tail_of(cell, begin, breaks)
    end = tail.end
    if end == begin or (_UNITS.match(cell, end - 1) is not None and is_number(cell.word(end - 2))):
        return None
    once = "sau" in cell.words[at:begin] and _OFTEN.isdisjoint(cell.words[begin:end])
    if "hằng" in cell.words[begin:end]:
        tail = replace(tail, doubt=True)
    return _free(cell, at, tail, OnEvent(words(cell, begin, end), cell.quote(at, end), once))


def _read_sudden(cell: Cell, at: int) -> Phrase | None:
    """Read "đột xuất" and "phát sinh"; what arose in a year (phát sinh năm 2025) is no event to come."""
    end = _SUDDEN.end(cell, at)
    if end is None or (cell.word(end - 1) == "sinh" and cell.word(end) in _YEARS):
        return None
    return Phrase(at, end, (OnEvent(None, cell.quote(at, end)),))


def read_by(cell: Cell, at: int, breaks: Breaks) -> Phrase | None:
    """Read "theo yêu cầu …" and "theo kế hoạch …"; one "theo" may serve several: theo yêu cầu và Kế hoạch …."""
    begin = _behind_by(cell, at)
    parts: list[TimePart] = []
    start = end = at
    doubt = False
    while begin is not None:
        document = _DEMANDS.end(cell, begin) is None
        tail = tail_of(cell, begin, partial(_break_by, breaks=breaks), document=document)
        end, doubt = tail.end, doubt or tail.doubt
        source, typed = words(cell, begin, end), cell.quote(start, end)
        parts.append(OnEvent(source, typed) if _DEMANDS.end(cell, begin) is not None else Reference(source, typed))
        start = end + 1
        begin = start if _shares_by(cell, start) else None
    return _free(cell, at, Tail(at, end, doubt=doubt), *parts) if parts else None


def _break_by(cell: Cell, at: int, document: bool, *, breaks: Breaks) -> Break:  # noqa: FBT001  a Breaks
    return Break.TIME if _shares_by(cell, at) else breaks(cell, at, document)


def read_document(cell: Cell, at: int, breaks: Breaks) -> Phrase | None:
    """Read a document by its number with which a cell begins: Kế hoạch số 12/KH-UBND ngày 15/01/2026."""
    noun = _DOCUMENTS.end(cell, at) if at == cell.begin else None
    if noun is None or cell.word(noun) != "số" or not is_number(cell.word(noun + 1)):
        return None
    tail = tail_of(cell, noun, breaks, document=True)
    return _free(cell, at, tail, Reference(words(cell, at, tail.end), cell.quote(at, tail.end)))


def _shares_by(cell: Cell, at: int) -> bool:
    """Tell whether a demand or a document stands at ``at`` behind "và" or a comma."""
    return cell.word(at - 1) in {"và", ","} and _names_source(cell, at)


def _behind_by(cell: Cell, at: int) -> int | None:
    begin = _BY.end(cell, at)
    return begin if begin is not None and _names_source(cell, begin) else None


def _names_source(cell: Cell, at: int) -> bool:
    article = cell.word(at) in _ARTICLES and is_number(cell.word(at + 1))
    return article or _DEMANDS.end(cell, at) is not None or _DOCUMENTS.end(cell, at) is not None


def read_relative(cell: Cell, at: int, breaks: Breaks) -> Phrase | None:
    """Read "trong thời hạn 10 ngày kể từ ngày nhận …"."""
    limit = _LIMITS.end(cell, at)
    begin = limit or at
    begin = _AT_MOST.end(cell, begin) or begin
    amount = int(cell.word(begin)) if is_number(cell.word(begin)) and len(cell.word(begin)) <= 3 else 0
    unit = _UNITS.match(cell, _behind_spelled(cell, begin + 1))
    if not 1 <= amount <= 1000 or unit is None or _adds(cell, at):
        return None
    (name, times), end = unit
    since = _SINCE.end(cell, end)
    if since is None:
        bare = limit is not None or (cell.word(at) == "trong" and name != "month")
        return (
            Phrase(at, end, (Relative(amount * times, name, None, cell.quote(at, end)),), dated=True) if bare else None
        )
    return _since_day(cell, at, since, Relative(amount * times, name, None)) or _since_event(
        cell, at, tail_of(cell, since, breaks), Relative(amount * times, name, None)
    )


def _adds(cell: Cell, at: int) -> bool:
    """Tell whether a limit at ``at`` is part of a longer one: 1,5 ngày; 1 năm, 6 tháng; 15 ngày + 5 ngày."""
    return cell.word(at - 1) in {",", ".", "+", "và"} and any(map(is_number, cell.words[max(at - 6, 0) : at - 1]))


def _since_day(cell: Cell, at: int, since: int, limit: Relative) -> Phrase | None:
    """Read the day of "kể từ ngày 01/6/2025", from which a limit runs."""
    found = read_day(cell, since)
    point = found[0] if found is not None else None
    if found is None or point is None or point.month is None:
        return None
    day = period_of(point, point.year or cell.year, point.month)
    part = None if day is None else replace(limit, words=cell.quote(at, found[1]), anchor=day.first)
    return None if part is None else Phrase(at, found[1], (part,), dated=True, implied=point.year is None)


def _since_event(cell: Cell, at: int, tail: Tail, limit: Relative) -> Phrase | None:
    """Read the event of "kể từ ngày nhận …"; this plan's own issue is a day that may be known."""
    if tail.end == tail.begin or is_number(cell.word(tail.begin)) or cell.word(tail.begin) in _YEARS:
        return None
    own = " ".join(cell.words[tail.begin : tail.end]) in _OF_THIS
    event, typed = words(cell, tail.begin, tail.end), cell.quote(at, tail.end)
    part = replace(limit, event=event, words=typed, anchor=cell.issued if own else None)
    return replace(_free(cell, at, tail, part), dated=True)


def _behind_spelled(cell: Cell, at: int) -> int:
    """Skip the number in words: 10 (mười) ngày."""
    if cell.word(at) != "(":
        return at
    closing = next((place for place in range(at + 1, at + 6) if cell.word(place) == ")"), None)
    return at if closing is None else closing + 1


def tail_of(cell: Cell, begin: int, breaks: Breaks, *, document: bool = False) -> Tail:
    """Return the free words that begin at ``begin``; ``document`` tells that they name one.

    They end at a semicolon, at a closing bracket that they did not open, and at a separator behind which another
    time begins; separators at their end do not belong to them.
    """
    depth = 0
    doubt = False
    for at in range(begin, cell.size):
        word = cell.word(at)
        depth += (word == "(") - (word == ")")
        if depth < 0 or cell.hard(at):
            return Tail(begin, _trimmed(cell, begin, at), doubt=doubt)
        if word in _PARTING or (at > begin and cell.new_line(at)):
            found = breaks(cell, at + (word in _PARTING), document)
            if found is Break.TIME:
                return Tail(begin, _trimmed(cell, begin, at), doubt=doubt)
            doubt = doubt or found is Break.DOUBT
    return Tail(begin, _trimmed(cell, begin, cell.size), doubt=doubt)


def _free(cell: Cell, start: int, tail: Tail, *parts: TimePart) -> Phrase:
    """Make the phrase that ends in free words; without parts where they hold a date or a limit of their own."""
    mixed = tail.doubt or any(_sets_date(cell, at) or _limits(cell, at) for at in range(tail.begin, tail.end))
    return Phrase(start, tail.end, () if mixed else parts, free=True)


def _limits(cell: Cell, at: int) -> bool:
    """Tell whether words at ``at`` count days: sau khi ban hành 10 ngày, báo cáo."""
    return (
        is_number(cell.word(at))
        and cell.word(at + 1) in {"ngày", "tuần", "giờ", "lần"}
        and cell.word(at - 1) not in {"ngày", "tháng", "/", "-"}
    )


def _sets_date(cell: Cell, at: int) -> bool:
    """Tell whether words at ``at`` set a date; whole years (giai đoạn, từ năm …) may stand in a document's name."""
    if OPENERS.end(cell, at) is None:
        return False
    opened = open_series(cell, at)
    if opened.series is None:
        return opened.opener in _DUE and is_number(cell.word(opened.begin)) and cell.word(opened.begin + 1) == "/"
    shorter = any(point.unit < 12 for point in opened.series.points)
    return opened.opener is not Opener.STAGE and (shorter or opened.opener in _DUE)


def _trimmed(cell: Cell, begin: int, end: int) -> int:
    row = cell.words[begin:end]
    opened = begin + row.index("(") if "(" in row else end
    while end > begin and cell.word(end - 1) in SEPARATORS and not (cell.word(end - 1) == ")" and opened < end - 1):
        end -= 1
    return end


def words(cell: Cell, start: int, end: int) -> str:
    """Return the tokens from ``start`` up to ``end`` as typed, with one space for any white space."""
    return " ".join(cell.quote(start, end).split())
