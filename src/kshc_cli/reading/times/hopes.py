"""Times that are only hoped for beside firm ones: trước 30/9 (phấn đấu trước 15/9). The firm time is the time.

The words of a hope are taken out before a cell is read, so that they change nothing that is firm. A hope that ends
later, or whose words are not all known, is told as unread.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.times.acts.act_verbs import VERBS
from kshc_cli.reading.times.cell import BEYOND, Phrasebook, TimeCell, cell_of, phrases
from kshc_cli.reading.times.days.openers import OPENERS
from kshc_cli.reading.times.open_ended import opens
from kshc_cli.reading.times.phrase import Phrase
from kshc_cli.reading.times.sifting import sift
from kshc_cli.reading.times.verbs import DUTIES, FILLERS
from kshc_cli.reading.times.walking import phrases_in
from kshc_cli.reading.values import Deadline, Recurring, Relative, Role

_HOPES: Final = Phrasebook(phrases("phấn đấu | cố gắng | nỗ lực | nỗ lực phấn đấu | cố gắng phấn đấu"))
_DOES: Final = Phrasebook(
    phrases("hoàn thành | hoàn thành 100 % | xong | hoàn tất | kết thúc | thực hiện | triển khai | tổ chức | tiến hành")
    | phrases("triển khai thực hiện | tổ chức thực hiện | thực hiện xong | hoàn thành xong | hoàn thành dứt điểm")
    | phrases(
        "cơ bản | hoàn thành cơ bản | sớm | sớm hoàn thành | phải | sẽ | toàn bộ | dứt điểm | hoàn thiện | về đích"
    )
)
"""Words of a hope that say no other act than that of the firm time."""
_JOINS: Final = frozenset({",", ";", "-", "+", "*", "•", "và", "/", "."})
_BEFORE: Final = lazy_pattern(
    r"\b(?:(?:phấn đấu|cố gắng|nỗ lực)\s+)+(?:(?:cơ bản|sớm|hoàn thành|xong)\s+)*$", re.IGNORECASE
)
"""The words of a hope, right before its time."""
_BUT: Final = (("nhưng",), ("song",), ("cần",), ("phải",), ("có",), ("trong", "đó"), ("tuy", "nhiên"))
_BRACKETS: Final = {"(": ")", "[": "]", "{": "}"}
_ENDS: Final = frozenset({"", ",", ";", ".", *_BRACKETS, *_BRACKETS.values()})
_NEAR: Final = _ENDS - {".", ""}
_LONGEST: Final = 40
"""Words that are looked at; it keeps reading linear in the length of the text."""
_MOST: Final = 12
"""Hopes of a cell that are looked at, for the same reason."""


@dataclass(frozen=True, slots=True)
class _Hope:
    """Tokens from ``begin`` up to ``end``, and the time among them."""

    begin: int
    end: int
    time: Phrase
    known: bool
    """Whether all words beside the time are known."""
    does: bool = False
    """Whether the words say that something is done then."""
    act: tuple[str, ...] = ()
    """The first words of another act, of which it is hoped."""


@dataclass(frozen=True, slots=True)
class Hoped:
    """What is only hoped for, as characters of the text."""

    start: int
    end: int
    known: bool
    """Whether nobody has to read it: it ends no later than what is firm, and its words are all known."""


def without_hopes(cell: TimeCell) -> tuple[TimeCell, list[Hoped]]:
    """Return a cell without what is only hoped for beside something firm, and that."""
    found: list[Hoped] = []
    place = tries = 0
    while place < cell.size and tries < _MOST and not _HOPES.firsts.isdisjoint(cell.words):
        if _HOPES.end(cell, place) is None:
            place += 1
            continue
        tries += 1
        hope = _hope_at(cell, place)
        firm = _cut(cell, hope.begin, hope.end) if hope is not None else cell
        known = _judged(cell, hope, firm) if hope is not None else None
        if hope is None or known is None:
            place += 1
            continue
        bracket = cell.word(hope.begin) in _BRACKETS
        inside = cell.tokens[hope.begin + bracket : hope.end - bracket]
        found.append(Hoped(inside[0].start, inside[-1].end, known))
        cell, place = firm, hope.begin
    return cell, found


def hopes_in(text: str, *, year: int, issued: date | None) -> list[Hoped]:
    """Return what is only hoped for in a text beside something firm."""
    return without_hopes(cell_of(text, year=year, issued=issued))[1]


def _hope_at(cell: TimeCell, at: int) -> _Hope | None:
    """Find the hope whose first word stands at ``at``."""
    said = _HOPES.end(cell, at)
    if said is None:
        return None
    said += cell.word(said) == ":"
    does = _does_end(cell, said)
    if cell.word(does) in _ENDS or cell.new_line(does):
        return _marked(cell, at, does)
    begin = next((at - len(but) for but in _BUT if cell.words[max(at - len(but), 0) : at] == but), at)
    bracket = begin > 0 and cell.word(begin - 1) in _BRACKETS
    last = _closing(cell, begin) if bracket else cell.size
    time = _first_time(cell, does, last)
    if time is None:
        return None
    end = last + 1 if bracket else _statement_end(cell, time.end)
    known = does == time.start and _does_end(cell, time.end) == end - bracket
    act = _act_end(cell, does)
    words = cell.words[does:act] if act is not None and does < time.start else ()
    return _Hope(begin - bracket, min(end, cell.size), time, known or bool(words), does > said, words)


def _does_end(cell: TimeCell, at: int) -> int:
    while (end := _DOES.end(cell, at)) is not None:
        at = end
    return at


def _act_end(cell: TimeCell, at: int) -> int | None:
    return VERBS.end(cell, at) or DUTIES.end(cell, at) or FILLERS.end(cell, at)


def _marked(cell: TimeCell, at: int, end: int) -> _Hope | None:
    """Return the hope whose mark stands behind its time: trước 15/9/2026 (phấn đấu)."""
    bracket = at > 0 and cell.word(at - 1) in _BRACKETS
    if "sớm" in cell.words[at:end] or (bracket and cell.word(end) != _BRACKETS[cell.word(at - 1)]):
        return None
    time = next((phrase for phrase in phrases_in(cell) if phrase.end == at - bracket), None)
    return None if time is None else _Hope(time.start, end + bracket, time, known=True)


def _closing(cell: TimeCell, at: int) -> int:
    """Return the place of the bracket that closes the one before ``at``, or the end of the cell."""
    depth = 1
    for place in range(at, cell.size):
        depth += (cell.word(place) in _BRACKETS) - (cell.word(place) in _BRACKETS.values())
        if not depth:
            return place
    return cell.size


def _statement_end(cell: TimeCell, at: int) -> int:
    while cell.word(at) not in _ENDS and cell.word(at) not in _JOINS and not cell.new_line(at):
        at += 1
    return at


def _first_time(cell: TimeCell, begin: int, last: int) -> Phrase | None:
    """Read the first time behind the words of a hope, which stands in its own statement."""
    near = begin
    while near < last and cell.word(near) not in _NEAR and not (near > begin and cell.new_line(near)):
        near += 1
    for end in (last, near):
        time = next(iter(phrases_in(_piece(cell, range(begin, end)))), None)
        if time is not None and begin + time.start < near:
            return replace(time, start=begin + time.start, end=begin + time.end)
    return _time_among(cell, range(begin, min(near, begin + _LONGEST)))


def _time_among(cell: TimeCell, places: range) -> Phrase | None:
    """Read the first time among words that are not known."""
    for begin in places:
        if not opens(cell, begin) and OPENERS.end(cell, begin) is None:
            continue
        for end in range(places.stop, begin + 1, -1):
            time = next(iter(phrases_in(_piece(cell, range(begin, end)))), None)
            if time is not None and (time.start, time.end) == (0, end - begin):
                return replace(time, start=begin, end=end)
    return None


def _piece(cell: TimeCell, places: Iterable[int]) -> TimeCell:
    """Return a cell that has only some of the tokens."""
    kept = list(places)
    words = [cell.words[place] for place in kept]
    slips = {number: cell.slips[place] for number, place in enumerate(kept) if place in cell.slips}
    begin = next((number for number, word in enumerate(words) if word.isalnum()), len(words))
    tokens = tuple(cell.tokens[place] for place in kept)
    return TimeCell(cell.text, cell.year, cell.issued, tokens, (*words, *BEYOND), slips, len(kept), begin)


def _cut(cell: TimeCell, begin: int, end: int) -> TimeCell:
    """Return a cell without the tokens of a hope and the sign that joins them to the rest."""
    if begin and cell.word(begin - 1) in _JOINS:
        begin -= 1
    elif begin <= cell.begin and cell.word(end) in _JOINS:
        end += 1
    return _piece(cell, (*range(begin), *range(end, cell.size)))


def _judged(cell: TimeCell, hope: _Hope, firm: TimeCell) -> bool | None:
    """Tell whether nobody has to read a hope; None where nothing firm stands beside it."""
    beside = [one for one in _beside(firm, hope) if not _is_strange(hope.time, one, cell.year)]
    if any(_is_before(hope.time, one) for one in beside):
        return hope.known
    due = any(one.last_day is not None and isinstance(one.parts[-1], Deadline) for one in beside)
    steps = hope.act or any(_names_step(firm, at) for at in range(firm.size))
    return False if due and hope.time.last_day is not None and not steps else None


def _beside(firm: TimeCell, hope: _Hope) -> list[Phrase]:
    """Return the firm times beside a hope which are of the same act: not: phấn đấu ban hành …; hoàn thành …."""
    found = [one for one in sift(firm).phrases if one.parts]
    before = next((one for one in reversed(found) if one.end <= hope.begin), None)
    behind = next((one for one in found if one.end > hope.begin), None)
    begin = before.end if before is not None else 0
    gap = range(begin, behind.start if behind is not None else firm.size)
    steps = any(_is_other(firm, at, hope.act) for at in gap if at >= hope.begin)
    apart = any(firm.word(at) == ":" or firm.hard(at) for at in gap if at >= hope.begin)
    named = hope.begin > begin and (firm.word(hope.begin - 1).isalnum() or firm.word(hope.begin - 1) == ":")
    beside = [before] if before is not None and not named and not _does_else(hope, firm, before.end) else []
    return [*beside, behind] if behind is not None and not steps and not (named and apart) else beside


def _is_strange(hope: Phrase, firm: Phrase, year: int) -> bool:
    """Tell whether a firm time leaves out its year, and a hope has another one than the plan's."""
    day = hope.last_day
    return firm.implied and not hope.implied and day is not None and day.year != year


def _is_before(hope: Phrase, firm: Phrase) -> bool:
    """Tell whether what is hoped for ends no later than what is firm."""
    hoped, last = hope.last_day, firm.last_day
    if hoped is not None and last is not None:
        return hoped <= last
    match hope.parts, firm.parts:
        case (Recurring(rrule=str() as one),), (Recurring(rrule=str() as two),):
            return _is_sooner(one, two)
        case (Relative() as one,), (Relative() as two,):
            return one.unit == two.unit and one.amount <= two.amount and one.event in {None, two.event}
        case _:
            return False


def _is_sooner(one: str, two: str) -> bool:
    """Tell whether two rules name days of the same months, the first no later one."""
    (period, _mark, day), (firm, _mark, last) = (rule.partition(";BYMONTHDAY=") for rule in (one, two))
    return period == firm and day.isdecimal() and (last in {"", "-1"} or (last.isdecimal() and int(day) <= int(last)))


def _does_else(hope: _Hope, firm: TimeCell, end: int) -> bool:
    """Tell whether something else is hoped for than what is firm before it: vận hành …; phấn đấu hoàn thành …."""
    roles = {match[0] for at in range(end) if (match := FILLERS.match(firm, at)) is not None}
    size = len(hope.act)
    named = any(firm.words[at : at + size] == hope.act for at in range(end))
    acts = any(_act_end(firm, at) is not None for at in range(end))
    runs = hope.does and not {Role.OPERATE, Role.PILOT}.isdisjoint(roles)
    return runs or (size > 0 and acts and not named)


def _is_other(cell: TimeCell, at: int, act: tuple[str, ...]) -> bool:
    """Tell whether another act stands at ``at`` than is hoped for."""
    same = bool(act) and cell.words[at : at + len(act)] == act
    return not same and (_names_step(cell, at) or (bool(act) and _act_end(cell, at) is not None))


def _names_step(cell: TimeCell, at: int) -> bool:
    """Tell whether an act stands at ``at`` behind which another one may come: khởi công, trình."""
    return _act_end(cell, at) is not None and _DOES.end(cell, at) is None


def begins_hope(text: str, start: int) -> int:
    """Return where the words of a hope begin right before the character at ``start``, else ``start``."""
    found = _BEFORE.search(text, max(start - _LONGEST, 0), start)
    return found.start() if found else start
