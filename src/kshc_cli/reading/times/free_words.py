"""Free words: the event behind "khi", the document behind "theo"; where they end, and what leaves them in doubt."""

from collections.abc import Callable
from enum import Enum, auto
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.reading.times.cell import TimeCell, is_number
from kshc_cli.reading.times.days.openers import OPENERS, Opener, open_series
from kshc_cli.reading.times.phrase import Phrase
from kshc_cli.reading.values import TimePart


class Break(Enum):
    """What stands behind a separator in free words."""

    NONE = auto()
    """More of them."""
    TIME = auto()
    """Another time."""
    DOUBT = auto()
    """A time, but perhaps theirs: theo hướng dẫn, quý III/2026."""


Breaks = Callable[[TimeCell, int, bool], Break]
"""Tells what stands at a place behind a separator in free words; the flag: in a document's name, which holds years."""

SEPARATORS: Final = frozenset({",", ";", ".", ":", "-", "+", "(", ")", "[", "]", "{", "}", "&", "và"})
_PARTING: Final = SEPARATORS | {"hoặc", "/"}
_DUE: Final = frozenset({Opener.BEFORE, Opener.BY, Opener.THROUGH})


@dataclass(frozen=True, slots=True)
class Tail:
    """Free words from ``begin`` up to ``end``, which may be any."""

    begin: int
    end: int
    doubt: bool
    """Whether a time stands among them that is perhaps not theirs."""


def tail_of(cell: TimeCell, begin: int, breaks: Breaks, *, document: bool = False) -> Tail:
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


def ending_in(cell: TimeCell, start: int, tail: Tail, *parts: TimePart) -> Phrase:
    """Make the phrase that ends in free words; without parts where they hold a date or a limit of their own."""
    mixed = tail.doubt or any(
        _sets_date(cell, at) or _counts_days(cell, at) or _moves_date(cell, at) or _guesses_day(cell, at)
        for at in range(tail.begin, tail.end)
    )
    return Phrase(start, tail.end, () if mixed else parts, free=True)


def _moves_date(cell: TimeCell, at: int) -> bool:
    """Tell whether words at ``at`` move a date: theo quy định, lùi sang ngày 17/5."""
    end = at + 2 if cell.words[at : at + 2] in {("gia", "hạn"), ("kéo", "dài")} else at + 1
    moves = end > at + 1 or cell.word(at) in {"lùi", "hoãn", "dời"}
    return moves and cell.word(end) in {"sang", "đến", "tới", "hết"}


def _guesses_day(cell: TimeCell, at: int) -> bool:
    """Tell whether words at ``at`` say about when: sau khi tỉnh ban hành, khoảng 30/6/2026."""
    hoped = cell.words[at - 1 : at + 1] == ("dự", "kiến")
    day = at + 1 + (cell.word(at + 1) == "ngày")
    return (hoped or cell.word(at) in {"khoảng", "tầm"}) and (
        is_number(cell.word(day)) and cell.word(day + 1) == "/" and is_number(cell.word(day + 2))
    )


def _counts_days(cell: TimeCell, at: int) -> bool:
    """Tell whether words at ``at`` count days: sau khi ban hành 10 ngày, báo cáo."""
    return (
        is_number(cell.word(at))
        and cell.word(at + 1) in {"ngày", "tuần", "giờ", "lần"}
        and cell.word(at - 1) not in {"ngày", "tháng", "/", "-"}
    )


def _sets_date(cell: TimeCell, at: int) -> bool:
    """Tell whether words at ``at`` set a date; whole years (giai đoạn, từ năm …) may stand in a document's name."""
    if OPENERS.end(cell, at) is None:
        return False
    opened = open_series(cell, at)
    if opened.series is None:
        return opened.opener in _DUE and is_number(cell.word(opened.begin)) and cell.word(opened.begin + 1) == "/"
    shorter = any(point.unit < 12 for point in opened.series.points)
    return opened.opener is not Opener.STAGE and (shorter or opened.opener in _DUE)


def _trimmed(cell: TimeCell, begin: int, end: int) -> int:
    row = cell.words[begin:end]
    opened = begin + row.index("(") if "(" in row else end
    while end > begin and cell.word(end - 1) in SEPARATORS and not (cell.word(end - 1) == ")" and opened < end - 1):
        end -= 1
    return end


def words(cell: TimeCell, start: int, end: int) -> str:
    """Return the tokens from ``start`` up to ``end`` as typed, with one space for any white space."""
    return " ".join(cell.quote(start, end).split())
