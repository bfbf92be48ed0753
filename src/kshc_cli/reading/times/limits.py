"""Time limits that run from an event or a day: trong thời hạn 10 ngày làm việc kể từ ngày nhận …."""

from typing import Final, Literal

from kshc_cli.dataclass import replace
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, is_number, phrases
from kshc_cli.reading.times.days.calendar import period_of
from kshc_cli.reading.times.days.points import read_day
from kshc_cli.reading.times.free_words import Breaks, Tail, ending_in, tail_of, words
from kshc_cli.reading.times.phrase import Phrase
from kshc_cli.reading.values import Relative

LIMITS: Final = Phrasebook(phrases("trong thời hạn | trong thời gian | trong vòng | thời hạn"))
AT_MOST: Final = Phrasebook(
    phrases("không quá | tối đa | chậm nhất | chậm nhất là | chậm nhất sau | chậm nhất là sau | muộn nhất")
    | phrases("trong | là | sau | tối đa là | nhiều nhất | nhiều nhất là | tối đa không quá")
)
Unit = Literal["day", "working_day", "month"]
UNITS: Final[Phrasebook[tuple[Unit, int]]] = Phrasebook(
    {
        "ngày": ("day", 1),
        "ngày làm việc": ("working_day", 1),
        "tuần": ("day", 7),
        "tháng": ("month", 1),
        "năm": ("month", 12),
    }
)
_ONES: Final = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
_BEHIND_TEN: Final = _ONES | {"lăm": 5}
_BEHIND_TENS: Final = {word: one for word, one in _BEHIND_TEN.items() if word != "một"} | {"mốt": 1, "tư": 4}
_TENS: Final = {f"{word} mươi": 10 * one for word, one in _ONES.items() if word != "một"}
SPELLED: Final = Phrasebook(
    {**_ONES, "mười": 10, **_TENS}
    | {f"mười {word}": 10 + one for word, one in _BEHIND_TEN.items()}
    | {f"{ten} {word}": tens + one for ten, tens in _TENS.items() for word, one in _BEHIND_TENS.items()}
)
"""Amounts in words; "năm" is a year as well as five, and is read only before (05)."""
AMOUNTS: Final = SPELLED.firsts | {"nửa"}
"""Words other than figures that a limit may begin with."""
_HALVES: Final[dict[tuple[str, ...], tuple[int, Unit]]] = {("nửa", "năm"): (6, "month"), ("nửa", "tháng"): (15, "day")}
"""By Điều 146 khoản 1 of the Civil Code."""
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
_OF_THINGS: Final = frozenset({"dùng", "lưu", "sử", "bảo", "hợp", "vay", "thuê", "giấy"})
"""Words of titles of what lasts so long, and is not due then: hạn dùng."""
_TITLE: Final = 9
"""Words of a title that a limit alone follows: thời hạn trả lời: 05 ngày làm việc."""
_NO_EVENTS: Final = frozenset({"năm", "tháng", "quý"})


def read_relative(cell: TimeCell, at: int, breaks: Breaks) -> Phrase | None:
    """Read "trong thời hạn 10 ngày kể từ ngày nhận …"."""
    limit = LIMITS.end(cell, at)
    begin = limit or at
    length = _length(cell, AT_MOST.end(cell, begin) or begin)
    if length is None or _adds(cell, at):
        return None
    amount, name, end = length
    if cell.word(end) == "(" and (since := _SINCE.end(cell, end + 1)) is not None:
        return _closed(cell, _since(cell, at, since, Relative(amount, name, None), breaks))
    since = _SINCE.end(cell, end)
    if since is None:
        title = cell.words[max(at - _TITLE, 0) : at - 1] if cell.word(at - 1) == ":" else ()
        titled = "hạn" in title and _OF_THINGS.isdisjoint(title)
        bare = titled or limit is not None or (cell.word(at) == "trong" and name != "month")
        return Phrase(at, end, (Relative(amount, name, None, cell.quote(at, end)),), dated=True) if bare else None
    return _since(cell, at, since, Relative(amount, name, None), breaks)


def begins_limit(cell: TimeCell, at: int) -> bool:
    """Tell whether a limit begins at ``at`` by words that nothing but a limit has, and says from when it runs."""
    limit = LIMITS.end(cell, at) or at
    begin = AT_MOST.end(cell, limit) or limit
    length = _length(cell, begin) if begin > at else None
    return length is not None and _SINCE.end(cell, length[2]) is not None


def _since(cell: TimeCell, at: int, since: int, limit: Relative, breaks: Breaks) -> Phrase | None:
    return _since_day(cell, at, since, limit) or _since_event(cell, at, tail_of(cell, since, breaks), limit)


def _closed(cell: TimeCell, phrase: Phrase | None) -> Phrase | None:
    """Return a phrase with the bracket behind it, in which its event stands: 05 ngày (kể từ ngày nhận)."""
    if phrase is None or cell.word(phrase.end) != ")":
        return None
    return replace(phrase, end=phrase.end + 1)


def _length(cell: TimeCell, at: int) -> tuple[int, Unit, int] | None:
    """Read "10 ngày làm việc", "hai tháng" or "nửa tháng", with the place behind it."""
    if half := _HALVES.get(cell.words[at : at + 2]):
        return *half, at + 2
    amount, behind = _amount(cell, at)
    unit = UNITS.match(cell, _behind_spelled(cell, behind))
    if not amount or unit is None:
        return None
    (name, times), end = unit
    return amount * times, name, end


def _amount(cell: TimeCell, at: int) -> tuple[int, int]:
    """Read a number of at most three figures, or in words, with the place behind it; 0 where none stands there."""
    if cell.word(at) == "năm" and cell.words[at + 1] == "(" and cell.words[at + 2] in {"5", "05"}:
        return 5, at + 1
    if is_number(cell.word(at)):
        return (int(cell.word(at)) if len(cell.word(at)) <= 3 else 0), at + 1
    return SPELLED.match(cell, at) or (0, at)


def _adds(cell: TimeCell, at: int) -> bool:
    """Tell whether a limit at ``at`` is part of a longer one: 1,5 ngày; 1 năm, 6 tháng; một năm và sáu tháng."""
    before = cell.words[max(at - 6, 0) : max(at - 1, 0)]
    amounts = any(is_number(word) or word in AMOUNTS for word in before)
    return cell.word(at - 1) in {",", ".", "+", "và"} and amounts


def _since_day(cell: TimeCell, at: int, since: int, limit: Relative) -> Phrase | None:
    """Read the day of "kể từ ngày 01/6/2025", from which a limit runs."""
    found = read_day(cell, since)
    point = found[0] if found is not None else None
    if found is None or point is None or point.month is None:
        return None
    day = period_of(point, point.year or cell.year, point.month)
    part = None if day is None else replace(limit, words=cell.quote(at, found[1]), anchor=day.first)
    return None if part is None else Phrase(at, found[1], (part,), dated=True, implied=point.year is None)


def _since_event(cell: TimeCell, at: int, tail: Tail, limit: Relative) -> Phrase | None:
    """Read the event of "kể từ ngày nhận …"; this plan's own issue is a day that may be known."""
    said = cell.words[tail.begin : tail.end]
    if not said or is_number(said[0]) or said[0] in _NO_EVENTS:
        return None
    own = " ".join(said) in _OF_THIS
    event, typed = words(cell, tail.begin, tail.end), cell.quote(at, tail.end)
    part = replace(limit, event=event, words=typed, anchor=cell.issued if own else None)
    return replace(ending_in(cell, at, tail, part), dated=True)


def _behind_spelled(cell: TimeCell, at: int) -> int:
    """Skip the number in words: 10 (mười) ngày."""
    if cell.word(at) != "(":
        return at
    closing = next((place for place in range(at + 1, at + 6) if cell.word(place) == ")"), None)
    return at if closing is None else closing + 1
