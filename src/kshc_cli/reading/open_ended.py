"""Phrases without a date of their own: what goes on, waits for an event, or is set by another document.

The words behind "khi" and "theo" may be any; they end where another time clearly begins.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, Literal

from kshc_cli.reading.cell import Cell, Phrasebook, is_number, phrases
from kshc_cli.reading.dated import OPENERS, Opener, open_series, read_bounds
from kshc_cli.reading.phrase import Phrase
from kshc_cli.reading.points import period_of, read_day
from kshc_cli.reading.values import Continuous, OnEvent, Reference, Relative, TimePart

Ends = Callable[[Cell, int], bool]
"""Tells whether another time begins at a place behind a separator."""

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
    phrases(
        "kế hoạch | lộ trình | tiến độ | quy định | chương trình | hướng dẫn | quyết định | thông báo | công văn | kh"
    )
    | phrases(
        "văn bản | đề án | nghị quyết | nghị định | thông tư | luật | quy chế | chỉ thị | dự án | hợp đồng | lịch"
    )
    | phrases("thời gian quy định | thời hạn quy định | thời gian yêu cầu | các văn bản | các kế hoạch")
    | phrases(
        "phụ lục | kết luận | công điện | tờ trình | thời gian | thời hạn | danh mục | đề cương | mục tiêu | nội dung"
    )
)
"""Teach what stands behind "theo" and means a document here."""

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
)
_OF_THIS: Final = frozenset(
    f"{signed} {this} này" for signed in ("ban hành", "ký ban hành", "ký") for this in ("kế hoạch", "quyết định")
)
"""Events that are this plan's own issue."""

_DUE: Final = frozenset({Opener.BEFORE, Opener.BY, Opener.THROUGH})


_FIRSTS: Final = _OPENINGS.firsts | _BY.firsts | _DOCUMENTS.firsts | _LIMITS.firsts | _AT_MOST.firsts


def read_open_ended(cell: Cell, at: int, ends: Ends) -> tuple[Phrase | None, ...]:
    """Read what begins at ``at`` by each reader of this module; most words begin nothing."""
    if cell.word(at) not in _FIRSTS and not is_number(cell.word(at)):
        return ()
    return tuple(read(cell, at, ends) for read in (read_continuous, read_by, read_event, read_relative, read_document))


def opens(cell: Cell, at: int) -> bool:
    """Tell by its first words whether a phrase of this module begins at ``at``."""
    return _OPENINGS.end(cell, at) is not None or _behind_by(cell, at) is not None


def read_continuous(cell: Cell, at: int, ends: Ends) -> Phrase | None:
    """Read "thường xuyên", with the period that bounds it, "từ ngày ký", and "trong quá trình …"."""
    end = _GOES_ON.end(cell, at)
    during = _DURING.end(cell, at if end is None else end)
    if during is not None:
        last = tail_end(cell, during, ends)
        return _free(cell, at, during, last, Continuous(words=cell.quote(at, last))) if last > during else None
    if end is None:
        signed = _SINCE_SIGNED.end(cell, at)
        return None if signed is None else Phrase(at, signed, (Continuous(cell.issued, words=cell.quote(at, signed)),))
    bounds = read_bounds(cell, end)
    return Phrase(
        at, bounds.end, (Continuous(bounds.start, bounds.until, cell.quote(at, bounds.end)),), dated=bounds.end > end
    )


def read_event(cell: Cell, at: int, ends: Ends) -> Phrase | None:
    """Read "khi …", "sau khi …" with the words of the event, and "đột xuất"."""
    begin = _WHEN.end(cell, at)
    named = _AFTER.end(cell, at) if begin is None else None
    if named is not None:
        begin = at + 1 + (cell.word(at) == "ngay")
    if begin is None:
        sudden = _SUDDEN.end(cell, at)
        return None if sudden is None else Phrase(at, sudden, (OnEvent(None, cell.quote(at, sudden)),))
    end = tail_end(cell, begin, ends)
    if end == begin or (_UNITS.match(cell, end - 1) is not None and is_number(cell.word(end - 2))):
        return None
    once = "sau" in cell.words[at:begin] and cell.word(begin) != "mỗi"
    return _free(cell, at, begin, end, OnEvent(words(cell, begin, end), cell.quote(at, end), once))


def read_by(cell: Cell, at: int, ends: Ends) -> Phrase | None:
    """Read "theo yêu cầu …" and "theo kế hoạch …"; one "theo" may serve several: theo yêu cầu và Kế hoạch …."""
    begin = _behind_by(cell, at)
    parts: list[TimePart] = []
    start = end = at
    while begin is not None:
        end = tail_end(cell, begin, lambda inner, place: _shares_by(inner, place) or ends(inner, place))
        source, typed = words(cell, begin, end), cell.quote(start, end)
        parts.append(OnEvent(source, typed) if _DEMANDS.end(cell, begin) is not None else Reference(source, typed))
        start = end + 1
        begin = start if _shares_by(cell, start) else None
    return _free(cell, at, at, end, *parts) if parts else None


def read_document(cell: Cell, at: int, ends: Ends) -> Phrase | None:
    """Read a document by its number with which a cell begins: Kế hoạch số 12/KH-UBND ngày 15/01/2026."""
    noun = _DOCUMENTS.end(cell, at) if at == 0 else None
    if noun is None or cell.word(noun) != "số" or not is_number(cell.word(noun + 1)):
        return None
    end = tail_end(cell, noun, ends)
    return _free(cell, at, noun, end, Reference(words(cell, at, end), cell.quote(at, end)))


def _shares_by(cell: Cell, at: int) -> bool:
    """Tell whether a demand or a document stands at ``at`` behind "và" or a comma."""
    return cell.word(at - 1) in {"và", ","} and _names_source(cell, at)


def _behind_by(cell: Cell, at: int) -> int | None:
    begin = _BY.end(cell, at)
    return begin if begin is not None and _names_source(cell, begin) else None


def _names_source(cell: Cell, at: int) -> bool:
    article = cell.word(at) in _ARTICLES and is_number(cell.word(at + 1))
    return article or _DEMANDS.end(cell, at) is not None or _DOCUMENTS.end(cell, at) is not None


def read_relative(cell: Cell, at: int, ends: Ends) -> Phrase | None:
    """Read "trong thời hạn 10 ngày kể từ ngày nhận …"."""
    limit = _LIMITS.end(cell, at)
    begin = limit or at
    begin = _AT_MOST.end(cell, begin) or begin
    amount = int(cell.word(begin)) if is_number(cell.word(begin)) and len(cell.word(begin)) <= 3 else 0
    unit = _UNITS.match(cell, _behind_spelled(cell, begin + 1))
    if not 1 <= amount <= 1000 or unit is None:
        return None
    (name, times), end = unit
    since = _SINCE.end(cell, end)
    if since is None:
        bare = limit is not None or (cell.word(at) == "trong" and name != "month")
        return (
            Phrase(at, end, (Relative(amount * times, name, None, cell.quote(at, end)),), dated=True) if bare else None
        )
    return _since_day(cell, at, since, Relative(amount * times, name, None)) or _since_event(
        cell, at, since, tail_end(cell, since, ends), Relative(amount * times, name, None)
    )


def _since_day(cell: Cell, at: int, since: int, limit: Relative) -> Phrase | None:
    """Read the day of "kể từ ngày 01/6/2025", from which a limit runs."""
    found = read_day(cell, since)
    point = found[0] if found is not None else None
    if found is None or point is None or point.month is None:
        return None
    day = period_of(point, point.year or cell.year, point.month)
    part = None if day is None else replace(limit, words=cell.quote(at, found[1]), anchor=day.first)
    return None if part is None else Phrase(at, found[1], (part,), dated=True, implied=point.year is None)


def _since_event(cell: Cell, at: int, since: int, last: int, limit: Relative) -> Phrase | None:
    """Read the event of "kể từ ngày nhận …"; this plan's own issue is a day that may be known."""
    if last == since or is_number(cell.word(since)):
        return None
    own = " ".join(cell.words[since:last]) in _OF_THIS
    part = replace(
        limit, event=words(cell, since, last), words=cell.quote(at, last), anchor=cell.issued if own else None
    )
    return _free(cell, at, since, last, part)


def _behind_spelled(cell: Cell, at: int) -> int:
    """Skip the number in words: 10 (mười) ngày."""
    if cell.word(at) != "(":
        return at
    closing = next((place for place in range(at + 1, at + 6) if cell.word(place) == ")"), None)
    return at if closing is None else closing + 1


def tail_end(cell: Cell, begin: int, ends: Ends) -> int:
    """Return where the free words that begin at ``begin`` end.

    They end at a semicolon, at a closing bracket that they did not open, and at a separator behind which another
    time begins; separators at their end do not belong to them.
    """
    depth = 0
    for at in range(begin, cell.size):
        word = cell.word(at)
        depth += (word == "(") - (word == ")")
        parts = word in SEPARATORS or (at > begin and cell.new_line(at))
        if depth < 0 or (parts and (cell.hard(at) or ends(cell, at + (word in SEPARATORS)))):
            return _trimmed(cell, begin, at)
    return _trimmed(cell, begin, cell.size)


def _free(cell: Cell, start: int, begin: int, end: int, *parts: TimePart) -> Phrase:
    """Make the phrase with free words from ``begin`` on; without parts where they hold a date of their own."""
    mixed = any(_sets_date(cell, at) for at in range(begin, end))
    return Phrase(start, end, () if mixed else parts, free=True)


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
    while end > begin and cell.word(end - 1) in SEPARATORS and not _closes(cell, begin, end - 1):
        end -= 1
    return end


def _closes(cell: Cell, begin: int, at: int) -> bool:
    """Tell whether the token at ``at`` closes a bracket of the words from ``begin`` on."""
    return cell.word(at) == ")" and "(" in cell.words[begin:at]


def words(cell: Cell, start: int, end: int) -> str:
    """Return the tokens from ``start`` up to ``end`` as typed, with one space for any white space."""
    return " ".join(cell.quote(start, end).split())
