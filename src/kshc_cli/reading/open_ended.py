"""Phrases without a date of their own: what goes on, waits for an event, or is set by another document.

The words behind "khi" and "theo" may be any; they end where another time clearly begins.
"""

from collections.abc import Callable
from typing import Final, Literal

from kshc_cli.reading.cell import Cell, Phrasebook, is_number, phrases
from kshc_cli.reading.dated import OPENERS, Opener, open_series, read_bounds
from kshc_cli.reading.phrase import Phrase
from kshc_cli.reading.values import Continuous, OnEvent, Reference, Relative, TimePart

Ends = Callable[[Cell, int], bool]
"""Tells whether another time begins at a place behind a separator."""

SEPARATORS: Final = frozenset({",", ";", ".", ":", "-", "+", "(", ")", "[", "]", "{", "}", "&", "và"})

_GOES_ON: Final = Phrasebook(
    phrases("thường xuyên | liên tục | thường xuyên liên tục | thường xuyên , liên tục | thường xuyên và liên tục")
    | phrases("thường xuyên hằng năm | thường xuyên hằng ngày")
)
_WHEN: Final = Phrasebook(
    {
        f"{before} {when}".strip(): None
        for before in ("", "đột xuất", "đột xuất ,")
        for when in ("khi", "sau khi", "ngay khi", "ngay sau khi", "mỗi khi")
    }
)
_SUDDEN: Final = Phrasebook(phrases("đột xuất | phát sinh | phát sinh đột xuất | đột xuất phát sinh"))
_BY: Final = Phrasebook(phrases("theo | đột xuất theo | đột xuất , theo"))
_DEMANDS: Final = Phrasebook(
    phrases("yêu cầu | đề nghị | chỉ đạo | nhu cầu | thực tế | tình hình | phát sinh | vụ việc | sự chỉ đạo")
)
"""Teach what stands behind "theo" and means an event here."""

_DOCUMENTS: Final = Phrasebook(
    phrases("kế hoạch | lộ trình | tiến độ | quy định | chương trình | hướng dẫn | quyết định | thông báo | công văn")
    | phrases(
        "văn bản | đề án | nghị quyết | nghị định | thông tư | luật | quy chế | chỉ thị | dự án | hợp đồng | lịch"
    )
    | phrases("thời gian quy định | thời hạn quy định | thời gian yêu cầu | các văn bản | các kế hoạch")
)
"""Teach what stands behind "theo" and means a document here."""

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
    | phrases("kể từ | tính từ")
)

_DUE: Final = frozenset({Opener.BEFORE, Opener.BY, Opener.THROUGH})


def opens(cell: Cell, at: int) -> bool:
    """Tell by its first words whether a phrase of this module begins at ``at``."""
    return (
        any(book.end(cell, at) is not None for book in (_GOES_ON, _WHEN, _SUDDEN)) or _behind_by(cell, at) is not None
    )


def read_continuous(cell: Cell, at: int) -> Phrase | None:
    """Read "thường xuyên", with the period that bounds it."""
    end = _GOES_ON.end(cell, at)
    if end is None:
        return None
    bounds = read_bounds(cell, end)
    return Phrase(
        at, bounds.end, (Continuous(bounds.start, bounds.until, cell.quote(at, bounds.end)),), dated=bounds.end > end
    )


def read_event(cell: Cell, at: int, ends: Ends) -> Phrase | None:
    """Read "khi …", "sau khi …" with the words of the event, and "đột xuất"."""
    begin = _WHEN.end(cell, at)
    if begin is None:
        sudden = _SUDDEN.end(cell, at)
        return None if sudden is None else Phrase(at, sudden, (OnEvent(None, cell.quote(at, sudden)),))
    end = tail_end(cell, begin, ends)
    if end == begin or (_UNITS.match(cell, end - 1) is not None and is_number(cell.word(end - 2))):
        return None
    return _free(cell, at, begin, end, OnEvent(words(cell, begin, end), cell.quote(at, end)))


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


def _shares_by(cell: Cell, at: int) -> bool:
    """Tell whether a demand or a document stands at ``at`` behind "và" or a comma."""
    return cell.word(at - 1) in {"và", ","} and _names_source(cell, at)


def _behind_by(cell: Cell, at: int) -> int | None:
    begin = _BY.end(cell, at)
    return begin if begin is not None and _names_source(cell, begin) else None


def _names_source(cell: Cell, at: int) -> bool:
    return _DEMANDS.end(cell, at) is not None or _DOCUMENTS.end(cell, at) is not None


def read_relative(cell: Cell, at: int, ends: Ends) -> Phrase | None:
    """Read "trong thời hạn 10 ngày kể từ ngày nhận …"; a real date behind "kể từ" leaves it unread."""
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
        bare = limit is not None
        return (
            Phrase(at, end, (Relative(amount * times, name, None, cell.quote(at, end)),), dated=True) if bare else None
        )
    last = tail_end(cell, since, ends)
    if last == since or is_number(cell.word(since)):
        return None
    part = Relative(amount * times, name, words(cell, since, last), cell.quote(at, last))
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
