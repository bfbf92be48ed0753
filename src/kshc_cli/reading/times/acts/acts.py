"""Acts in running text: who does what, for whom, up to the time by which it is due, and what for behind it.

    [order] [who] verb [what] [whom it goes to] TIME [what for | where]

A time behind an act is perhaps about what the act is about (xử lý hồ sơ nộp trước ngày …). It is the act's only where
its verb asks for such a time, and where no word between them may be the verb of a thing or belong to another time.
"""

from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.reading.times.acts.act_objects import ends_act, step_at
from kshc_cli.reading.times.acts.act_states import says_which
from kshc_cli.reading.times.acts.act_times import ActWords, is_due, names_time
from kshc_cli.reading.times.acts.act_verbs import ASKS, HELD, VERBS, Asks
from kshc_cli.reading.times.acts.act_words import (
    APPROVES,
    JOINTS,
    SYLLABLES,
    THINGS,
    WHO,
)
from kshc_cli.reading.times.cell import TimeCell, is_number
from kshc_cli.reading.times.cycles.repeats import TAILS
from kshc_cli.reading.times.days.openers import OPENERS, open_series
from kshc_cli.reading.times.open_ended import GOES_ON_FIRSTS, goes_on
from kshc_cli.reading.times.verbs import DUTIES, FILLERS, is_report
from kshc_cli.reading.values import Role

_BEFORE_TIMES: Final = OPENERS.firsts | {"định", "ít", "tối"}
_OF_ACCOUNTS: Final = frozenset({"quả", "hình"})
"""The ends of accounts that a verb behind them is about: kết quả khắc phục."""
_OF_WORK: Final = frozenset({"việc", "tác"})
"""The ends of "việc" and "công tác", behind which a verb is what is completed: hoàn thành việc rà soát."""
_THOSE: Final = frozenset({"các", "những", "từng"})
_OF_VERB: Final = 3
"""Words of the verb before those whom it is about."""
_OWES: Final = frozenset({"phải", "cần", "sẽ"})
"""Words behind a thing, and before what is to be done with it."""
_OF_PAPERS: Final = frozenset({"hoạch", "cáo", "án", "phép"})
"""The ends of papers that a verb behind them is about: kế hoạch kiểm tra."""
_BEHIND_TOLD: Final = frozenset({"", ",", ";", ".", ")", "để", "nhằm"})
_LONGEST: Final = 40
"""Words of an act that are looked at; it keeps reading linear in the length of the text."""
_LONGEST_STEADY: Final = 12
_MEANS: Final = frozenset({"chi", "phí", "sách", "nguồn", "dự", "toán", "vốn", "nhiệm", "trực", "sự", "không", "chưa"})
"""What stands before "thường xuyên" where it is no time: kinh phí thường xuyên, nhiệm vụ thường xuyên."""
_NOUN: Final = 2
"""Words of a verb that is perhaps a noun; a longer one has its object: ban hành kế hoạch."""
_LONGEST_NAME: Final = 25
"""Words of who does it."""


@dataclass(frozen=True, slots=True)
class SpokenAct:
    """An act, and the place behind its words, where its time begins."""

    end: int
    asks: Asks
    role: Role | None
    """What its last verb does, or its first; a report is perhaps due in the year after."""


def act_at(cell: TimeCell, at: int) -> SpokenAct | None:
    """Read an act at ``at`` up to the time that is due, or None where none is, or perhaps its object's."""
    if (at and _is_object(cell, at)) or _BEFORE_TIMES.isdisjoint(cell.words[at + 1 : at + _LONGEST + _LONGEST_NAME]):
        return None
    if _verb(cell, at) is not None:
        return _up_to_time(cell, at, said=False)
    if WHO.end(cell, at) is None or any(_verb_ends(cell, place, at) for place in range(max(at - _OF_VERB, 0), at)):
        return None
    place = WHO.end(cell, at) or at
    while place < min(at + _LONGEST_NAME, cell.size):
        if (verb := _verb(cell, place)) is not None:
            is_body = cell.word(at) not in {"việc", "kết"}
            sure = is_report(cell, place) or verb[1] - place > _NOUN
            return _up_to_time(cell, place, said=not (is_body and sure))
        if ends_act(cell, place) or THINGS.end(cell, place) is not None or names_time(cell, place):
            return None
        place += 1
    return None


def _verb_ends(cell: TimeCell, at: int, end: int) -> bool:
    """Tell whether a verb ends at ``end`` whose object stands there: đôn đốc | các đơn vị."""
    return VERBS.end(cell, at) == end and cell.word(end) in _THOSE


def _is_object(cell: TimeCell, at: int) -> bool:
    """Tell whether words at ``at`` are what an act or a paper is about: kiểm tra | việc lập, kế hoạch | rà soát."""
    before = cell.word(at - 1)
    return before in _OF_PAPERS | _OF_WORK | _OF_ACCOUNTS | {"độ"} or (cell.word(at) == "việc" and before.isalnum())


def steady_end(cell: TimeCell, at: int) -> int | None:
    """Return the place before "thường xuyên" or "trong các năm tiếp theo" behind what goes on: giám sát thường xuyên.

    Means for what goes on (chi thường xuyên) are no time.
    """
    place = at
    if GOES_ON_FIRSTS.isdisjoint(cell.words[at + 1 : at + _LONGEST_STEADY]):
        return None
    if at == cell.begin and cell.words[at : at + 2] == ("nhiệm", "vụ") and goes_on(cell, at + 2):
        return at + 2
    while place - at < _LONGEST_STEADY and not cell.new_line(place):
        listed = cell.word(place) in {",", "và"} and VERBS.end(cell, place + 1) is not None
        if not (cell.word(place).isalnum() or listed):
            return None
        if place > at and goes_on(cell, place):
            return place
        if (
            cell.word(place) in _MEANS
            or ends_act(cell, place)
            or names_time(cell, place)
            or is_number(cell.word(place))
        ):
            return None
        place += 1
    return None


def _verb(cell: TimeCell, at: int) -> tuple[Asks, int] | None:
    """Read a verb of an act; not the second half of another word (quy trình)."""
    found = VERBS.match(cell, at)
    if found is not None and cell.word(found[1] - 1) == "năm" and is_number(cell.word(found[1])):
        found = found[0], found[1] - 1  # xây dựng kế hoạch năm 2027: the year is a period
    alone = found is not None and found[1] == at + 1
    return None if alone and at and cell.word(at - 1) in SYLLABLES else found


def _up_to_time(cell: TimeCell, at: int, *, said: bool) -> SpokenAct | None:
    """Follow the words of an act from its verb at ``at``.

    ``said`` tells that other words stand before it, with which it is perhaps a noun: kết quả kiểm tra | trước ….
    """
    words = ActWords(at, at, Asks.END)
    place = at
    while place < min(at + _LONGEST, cell.size):
        verb = _verb(cell, place)
        direct = place == words.last
        laid = words.body is not None and APPROVES.end(cell, place) is not None
        if verb is not None and _is_owed(cell, place, words):
            return None
        if verb is not None and not words.depth and not laid and _joins(cell, place, first=place == at, direct=direct):
            governed = words.asks is Asks.END and place > at and (direct or _is_governed(cell, place, words))
            asks = Asks.END if governed else _asks(cell, place, verb[0], words)
            words, place = ActWords(place, verb[1], asks), verb[1]
            continue
        if place > at and words.depth == 0 and is_due(cell, place, words):
            noun = place == words.last and said and words.asks is not Asks.END
            if noun or (words.told and not _closes(cell, place)):
                return None
            asks = Asks.PERIOD if HELD.end(cell, words.verb) == place else words.asks
            return SpokenAct(place, asks, _role(cell, words.verb) or _role(cell, at, governs=True))
        if verb is not None and _is_told(cell, place, words):
            words, place = ActWords(place, verb[1], verb[0], told=True), verb[1]
            continue
        step = step_at(cell, place, verb, words)
        if step is None or words.depth < 0:
            return None
        place = step
    return None


def _asks(cell: TimeCell, at: int, asks: Asks, words: ActWords) -> Asks:
    """Return what a verb at ``at`` asks for; one that is looked at only "chậm nhất": kiểm tra việc lập …."""
    if cell.words[at - 2 : at] == ("tổ", "chức") and cell.words[at : at + 2] != ("báo", "cáo"):
        return Asks.PERIOD
    listed = at > words.verb and cell.word(at - 1) in {",", "và"} and at - 1 == words.last
    if listed and asks is Asks.LATEST and words.asks is Asks.PERIOD:
        return Asks.PERIOD  # tổ chức tuyên truyền, phổ biến
    looks = at > words.verb and words.asks in {Asks.LATEST, Asks.DAY}
    return Asks.LATEST if looks and cell.word(at - 1) in _OF_WORK else asks


def _is_governed(cell: TimeCell, at: int, words: ActWords) -> bool:
    """Tell whether a verb at ``at`` is what is completed: hoàn thành việc rà soát, cập nhật."""
    listed = cell.word(at - 1) in {",", "và"} and at - 1 == words.last
    return cell.word(at - 1) in _OF_WORK or listed


def _is_told(cell: TimeCell, at: int, words: ActWords) -> bool:
    """Tell whether a verb at ``at`` is what others are told to do: đôn đốc các đơn vị | nộp báo cáo."""
    told = ASKS.end(cell, words.verb) == words.last and not words.depth and cell.word(at - 1) not in _OF_PAPERS
    told = told and not says_which(cell, words.verb, words.last, at, sure=True)  # đôn đốc các đơn vị chậm | giải ngân
    return told and WHO.end(cell, words.last) is not None and not words.account


def _closes(cell: TimeCell, at: int) -> bool:
    """Tell whether the statement ends behind a date at ``at``, so that nobody is meant who did something by then."""
    series = open_series(cell, at).series
    behind = "" if series is None else cell.word(TAILS.end(cell, series.end) or series.end)
    return behind in _BEHIND_TOLD


def _is_owed(cell: TimeCell, at: int, words: ActWords) -> bool:
    """Tell whether a verb at ``at`` says when a thing is to be done: danh mục dự án cần | hoàn thành trước …."""
    object_begins = words.last < at - 1 and cell.word(words.verb - 1) != "việc"
    return object_begins and cell.word(at - 1) in _OWES and cell.word(at - 2).isalnum() and cell.word(at - 2) != "và"


def _joins(cell: TimeCell, at: int, *, first: bool, direct: bool) -> bool:
    """Tell whether a verb at ``at`` is one of the act itself, and not of its plan or report: kế hoạch kiểm tra."""
    return first or (direct and cell.word(at - 1) not in _OF_PAPERS | _OF_ACCOUNTS) or cell.word(at - 1) in JOINTS


def _role(cell: TimeCell, at: int, *, governs: bool = False) -> Role | None:
    """Return what a verb does; the first of several where it ``governs`` them: hoàn thành rà soát, lập danh sách."""
    found = FILLERS.match(cell, at) or DUTIES.match(cell, at)
    return None if found is None or (governs and cell.word(found[1]) == ",") else found[0]
