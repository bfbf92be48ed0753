"""What an act in running text is about and to whom it goes, word by word, and what of it may date a thing."""

from typing import Final

from kshc_cli.reading.times.acts.act_times import ActWords, last_day, names_time, stage_end
from kshc_cli.reading.times.acts.act_verbs import ACTIVITIES, NOUNS, Asks
from kshc_cli.reading.times.acts.act_words import (
    ACCOUNTS,
    APPROVES,
    COMPOUNDS,
    EVENTS,
    LEVELS,
    NO_OF_THINGS,
    NO_THINGS,
    OF_THINGS,
    PLAIN,
    RECEIVERS,
    THINGS,
    TO,
)
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, is_number, phrases
from kshc_cli.reading.times.days.openers import Opener, open_series
from kshc_cli.reading.times.open_ended import opens
from kshc_cli.reading.times.verbs import is_report, takes_back

_MARKS: Final = frozenset({",", "-", "&", "/", "(", ")", "“", "”", '"', "%", "và"})
_USES: Final = frozenset(
    {("kết", "quả", "sử", "dụng"), ("tình", "hình", "sử", "dụng"), ("hiệu", "quả", "sử", "dụng")}
    | {("ý", "kiến", "tham", "gia")}
)
"""Accounts and papers, which nothing dates."""
_HALVES: Final = frozenset(
    {("thiết", "bị"), ("chuẩn", "bị"), ("dự", "bị"), ("vào", "sử"), ("công", "nhận"), ("xác", "nhận")}
    | {("ghi", "nhận"), ("quan", "đến"), ("chữ", "ký"), ("thư", "ký"), ("lý", "do"), ("máy", "tính")}
)
"""Words whose second half dates things elsewhere."""
_THOSE: Final = frozenset({"các", "những", "từng"})
_OF_PERIODS: Final = frozenset({"kế", "cáo", "toán", "nhiệm", "tiêu", "kỳ", "đợt", "liệu", "quả", "ban"})
"""Words of what a period names: kế hoạch quý I, quyết toán quý I."""
_CITED: Final = Phrasebook(phrases("được nêu tại | được nêu trong | được chỉ ra tại | được chỉ ra trong"))
"""Words between a thing and the paper that says which one it is, and dates it no more."""
_PAPERS: Final = frozenset({"đơn", "thư", "sơ", "bản", "cáo", "nghị", "văn", "trình", "tài"})
"""The ends of papers that somebody sent: đơn | gửi UBND xã trước ngày …."""
_LETTERS: Final = frozenset({"đơn", "thư"})
"""What people sent: tổng hợp đơn | gửi Sở Xây dựng trước ngày …."""
_RULES: Final = frozenset({"chế", "trình", "ước"})
"""The ends of rules that a verb behind them names: quy chế phối hợp, quy trình xử lý."""
_UNITS: Final = frozenset({"tuần", "tháng", "quý", "năm", "hằng", "mỗi"})
"""Words that may say how often, and not what an act is about."""
COUNTED: Final = frozenset({"ngày", "tuần", "tháng", "quý", "năm", "giờ", "h", "/", "-", ".", ":", "đến", "lần"})
"""Words beside a number that is perhaps part of a time."""


def step_at(cell: TimeCell, at: int, verb: tuple[Asks, int] | None, words: ActWords) -> int | None:
    """Return the place behind what stands at ``at``, noted in ``words``; None where the act may end or date a thing."""
    words.depth += (cell.word(at) == "(") - (cell.word(at) == ")")
    named = verb[1] if verb is not None and words.body is not None and cell.capital(at) else None  # về Sở | Xây dựng
    if (receiver := named or _receiver(cell, at, words)) is not None:
        return receiver
    if words.depth > 0:
        words.body = None if words.body is None else words.body + 1
        return None if names_time(cell, at) or cell.new_line(at) or takes_back(cell, at) else at + 1
    known = _approved(cell, at, words)
    if known is None and (ends_act(cell, at) or (words.body is not None and cell.word(at) == "đạt")):
        return None  # cho các xã đạt chuẩn | trước ngày …
    if (known := known or _known_thing(cell, at, words)) is not None:
        return known
    step = _past(cell, at, verb)
    if step is not None and step > at + 1 and verb is None and _is_when(cell, at, step, words):
        return None
    if step is not None and words.body is None:
        is_none = NO_OF_THINGS.end(cell, at) or NO_THINGS.end(cell, at)
        thing = THINGS.end(cell, at) if is_none is None else None
        words.thing = words.thing if thing is None else thing
        words.plain = words.plain and (cell.word(at) in PLAIN or step > at + 1)
        words.account = words.account or _accounts(cell, at, verb)
        if step > at + 1 and verb is None:
            words.until, words.thing, words.plain = last_day(cell, at), None, True
    return step


def _receiver(cell: TimeCell, at: int, words: ActWords) -> int | None:
    """Return the place behind the head of a body to which an act goes: về Sở, cho từng thành viên, trình UBND."""
    if cell.word(at) == "gửi" and cell.word(at - 1) in _LETTERS:
        return None
    laid = cell.word(at) == "trình" and at > words.last and words.asks in {Asks.PERIOD, Asks.END}
    owned = cell.word(at) == "của" and words.thing is not None
    to = at + 1 if laid or owned else TO.end(cell, at) or at
    those = to + (to > at and cell.word(to) in _THOSE)
    receiver = RECEIVERS.end(cell, those) if to > at or at == words.last else None
    if receiver is not None:
        sends = cell.word(at) == "gửi" and words.thing is None and cell.word(at - 1) not in _PAPERS
        words.asks = Asks.DAY if sends and words.asks is Asks.LATEST else words.asks
        words.body, words.thing = to, None
    return receiver


def _approved(cell: TimeCell, at: int, words: ActWords) -> int | None:
    """Return the place behind what a body does with what is laid before it: trình UBND tỉnh | phê duyệt."""
    end = APPROVES.end(cell, at) if words.body is not None and words.asks is Asks.PERIOD else None
    if end is not None:
        words.body = None
    return end


def _known_thing(cell: TimeCell, at: int, words: ActWords) -> int | None:
    """Return the place behind a thing with the words that say which, or behind where the last thing is."""
    if words.body is not None:
        return None
    if (cited := _CITED.end(cell, at)) is not None:
        words.thing = None
        return cited
    end = COMPOUNDS.end(cell, at) or (LEVELS.end(cell, at) if words.thing in {at, at - 1} else None)
    if end is not None:
        words.thing = end - 1  # a word behind it may date it
    return end


def _is_when(cell: TimeCell, at: int, end: int, words: ActWords) -> bool:
    """Tell whether a period up to ``end`` is when an act is done, and another one follows: khởi công quý I, …."""
    of_account = words.account or is_report(cell, words.verb) or not _OF_PERIODS.isdisjoint(cell.words[words.verb : at])
    return cell.word(end) == "," and cell.word(at) in {"quý", "tháng"} and not of_account


def _accounts(cell: TimeCell, at: int, verb: tuple[Asks, int] | None) -> bool:
    """Tell whether an account or a plan of what was done stands at ``at``, and not the name of an event."""
    if verb is not None:
        return ACTIVITIES.end(cell, at) is None and cell.word(at - 1) not in EVENTS | _RULES
    return cell.words[at : at + 2] in ACCOUNTS or cell.word(at) == "cáo"


def ends_act(cell: TimeCell, at: int) -> bool:
    """Tell whether the word at ``at`` may belong to another statement, to a thing, or takes a time back."""
    word = cell.word(at)
    if not (word.isalnum() or word in _MARKS) or cell.new_line(at) or opens(cell, at):
        return True
    registers = ("đăng", "ký") in {cell.words[at - 1 : at + 1], cell.words[at - 2 : at]}
    things = OF_THINGS.end(cell, at) is not None and NO_OF_THINGS.end(cell, at) is None and not registers
    things = things and cell.words[at - 2 : at + 2] not in _USES and cell.words[at - 1 : at + 1] not in _HALVES
    return things or takes_back(cell, at)


def _past(cell: TimeCell, at: int, verb: tuple[Asks, int] | None) -> int | None:
    """Return the place behind a word of what the act is about, or a period that names it: quyết toán năm 2025."""
    if verb is not None:
        of_noun = cell.words[at - 2 : at] in ACCOUNTS or cell.word(at - 1) in EVENTS
        neutral = verb[0] is Asks.LATEST or NOUNS.end(cell, at) is not None or of_noun
        return verb[1] if neutral and verb[1] == at + 1 else at + 1 if neutral else None
    if (stage := stage_end(cell, at)) is not None:
        return stage
    if not names_time(cell, at):
        if is_number(cell.word(at)):
            return None if cell.word(at + 1) in COUNTED or cell.word(at - 1) in COUNTED else at + 1
        return None if cell.word(at) in _UNITS else at + 1
    opened = open_series(cell, at)
    if opened.series is None or opened.opener not in {Opener.NONE, Opener.STAGE}:
        return None
    return opened.series.end if all(point.unit for point in opened.series.points) else None
