"""Whether a time in a clause is that of its act, and not of a thing, of a report's figures, or of others."""

import re
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.agencies.adjoining import field_length
from kshc_cli.reading.sentences.clauses import Clause, ReadTime
from kshc_cli.reading.sentences.doubts import (
    SETS,
    TITLE,
    is_of_others,
    is_of_paper,
    is_of_share,
    is_of_year_after,
    owes_thing,
)
from kshc_cli.reading.sentences.things import dates_thing
from kshc_cli.reading.sentences.words import does_in
from kshc_cli.reading.times.acts.act_times import LOOKED_AT
from kshc_cli.reading.times.acts.act_verbs import HELD, VERBS, Asks
from kshc_cli.reading.times.acts.act_words import ACCOUNTS, DRAFTS, EVENTS, OF_THINGS, RECEIVERS, SYLLABLES, THINGS, TO
from kshc_cli.reading.times.acts.acts import steady_end
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, phrases
from kshc_cli.reading.times.verbs import is_finish, is_report
from kshc_cli.reading.values import Continuous, Recurring, Relative, TimeReading, Window

IF: Final = lazy_pattern(
    r"\b(?:(?<!các )(?<!những )(?<!số )(?<!từng )(?<!mọi )(?<!hết )(?<!\d )trường hợp|nếu|khi)\b", re.IGNORECASE
)
WHY: Final = lazy_pattern(
    r"\b(?:không|chưa|thay(?!\s+(?:thế|mới)\b)|gia hạn|điều chỉnh|trừ|kéo dài|lùi|hoãn|đã|âm lịch|tết)\b", re.IGNORECASE
)
"""Words that take a time back, or say that it has passed."""
_OF_PERIODS: Final = frozenset(
    {"nhiệm", "chỉ", "tiêu", "thuế", "toán", "liệu", "đua", "kỳ", "phiên", "đợt", "ngân", "kế", "cáo"}
    | {"nghị", "quả", "theo", "từ", "đến", "của", "ngày", "trong", "trước", "với", "so", "và", "trả", "chi", "đã"}
)
"""Words of what a period is that of: nhiệm vụ quý I, quyết toán quý I."""
_SESSIONS: Final = frozenset({"sáng", "chiều", "tối"})
"""Words before a day on which something is that is perhaps a thing, unless they begin the clause."""
_JOINTS: Final = frozenset({"và", "(", "để", "phải", "sẽ", "cần", "đầu"})
"""Words before a further verb of an act."""
_BARE: Final = frozenset({"hằng", "hàng", "mỗi", "ngày"})
"""Words behind which a noun's time stands, unless a mark or a verb stands before them: kế hoạch hằng năm."""
_PERIODS: Final = frozenset({"trong", "vào", "từ"})
"""Words behind which the time of what is reported on may stand: kết quả thực hiện trong quý I."""
_BEFORE_FINISH: Final = frozenset(
    {",", "(", ")", "và", "phải", "cần", "sẽ", "đấu", "kiến", "trương", "để", "việc", "bản"}
)
"""Words before a verb that finishes an act."""
_LAST: Final = frozenset({"cuối", "chót", "hoàn", ":"})
"""Words behind "hạn" that make it the act's own: hạn cuối, hạn hoàn thành; not: hạn nộp."""
_NEAR: Final = 8
"""Words of a name of a thing."""
_PAIRED: Final = frozenset(
    {("phòng", "chống"), ("cháy", "chữa"), ("bộ", "công"), ("chức", "viên"), ("chức", "cá"), ("tập", "bồi")}
    | {("tạo", "bồi"), ("chơi", "giải"), ("quan", "đơn"), ("an", "trật"), ("tế", "xã"), ("hóa", "thể")}
)
"""Syllables before and behind a comma that parts no acts: phòng, chống; cán bộ, công chức, viên chức."""
_LASTING: Final = Phrasebook(
    phrases("dự toán | kế hoạch | dự án | đề án | chương trình | phương án | hợp đồng | gói thầu | quy hoạch | thuê")
    | phrases("công trình | hạng mục | bảng giá | đơn giá | chính sách | nghị quyết | lộ trình | danh mục | mua sắm")
)
"""What is looked at, drafted or laid before somebody, and lasts for years itself."""
_CARRIES_OUT: Final = Phrasebook(
    phrases("thực hiện | triển khai | tổ chức | tiếp tục | duy trì | vận hành | thi công | phát động | đẩy mạnh")
)
"""Verbs by which it is the act that lasts: triển khai chương trình …, từ tháng 3."""
_LABEL: Final = frozenset({"thời", "gian", "hạn", "tiến", "độ", "thực", "hiện", "thi", "công", "triển", "khai", ":"})
"""Words of what is said before such a period: thời gian thực hiện | từ năm 2026."""
_YEARS: Final = frozenset({"năm", "giai"})
"""Words of periods of years: từ | năm 2026; trong | giai đoạn."""


def is_own(clause: Clause, time: ReadTime) -> bool:
    """Tell whether a time is the duty's own, and not that of what the duty is about."""
    text, start, read = clause.text, time.start, time.reading
    before = text[:start]
    if IF.search(before) or WHY.search(before, before.rfind(",") + 1) or SETS.search(text, 0, start + TITLE):
        return False
    cell, at = clause.cell, clause.place(start)
    if _is_of_aside(clause, start) or is_of_year_after(before, read, clause.year):
        return False
    if is_of_share(text, start) or is_of_others(cell, at) or is_of_paper(text, start):
        return False
    if _finishes(cell, at):
        return True
    if not at or cell.word(at - 1) in {",", "("}:
        return not is_perhaps_of_thing(cell, at)
    return _is_of_act(cell, at, read)


def _is_of_aside(clause: Clause, start: int) -> bool:
    """Tell whether a time is that of an act in brackets beside another one: (lập danh sách trước …) tổ chức kiểm tra.

    Brackets right behind a body open where its words are blank.
    """
    text = clause.text
    opened, closed = text.rfind("(", 0, start), text.find(")", start)
    is_inside = closed >= 0 and "(" not in text[start:closed] and ")" not in text[max(opened, 0) : start]
    if not is_inside or not text[closed + 1 :].strip(" ,.:"):
        return False
    cell, at = clause.cell, clause.place(start)
    places = range(clause.place(max(opened, text.rfind(",", 0, start)) + 1), at)
    verbs = [place for place in places if VERBS.end(cell, place) is not None]
    is_term = cell.word(places.start) == "hạn" and cell.word(places.start + 1) not in _LAST  # thông báo (hạn nộp …) đến
    return is_term or any(not (is_finish(cell, place) or is_report(cell, place)) for place in verbs)


def is_perhaps_of_thing(cell: TimeCell, at: int) -> bool:
    """Tell whether a period behind a comma is perhaps that of what is reported or counted before it.

    báo cáo kết quả kỳ họp, trong tháng 5 · thanh toán khối lượng phát sinh, từ tháng 3 · công khai lịch (ngày 15 …).
    """
    mark = max(at - 1, 0)
    begin = _act_begin(cell, mark)
    if begin == mark:
        return False
    if cell.word(mark) == "(" and cell.word(at) == "ngày":
        return not any(HELD.end(cell, place) or is_report(cell, place) for place in range(begin, mark))
    if cell.word(mark) == "," and _lasts_itself(cell, mark):
        return True
    if cell.word(mark) != "," or cell.word(at) not in _PERIODS:
        return False
    if OF_THINGS.end(cell, mark - 1) == mark or OF_THINGS.end(cell, mark - 2) == mark:
        return True
    reports = [place for place in range(begin, mark) if is_report(cell, place)]
    return is_of_account(cell, mark) and not any(_tells_whom(cell, place, mark) for place in reports)


def _lasts_itself(cell: TimeCell, mark: int) -> bool:
    """Tell whether the time behind a comma is perhaps that of a thing which lasts: thẩm định dự toán …, từ năm 2026.

    Of an act that goes on for years itself, and names no such thing, years are its own.
    """
    begin = mark + 1
    while cell.word(begin) in _LABEL:
        begin += 1
    of_years = cell.word(begin) in _PERIODS and cell.word(begin + 1) in _YEARS
    if not of_years and (begin > mark + 1 or cell.word(begin) != "từ"):
        return False
    places = range(mark)
    lasts = any(_LASTING.end(cell, place) is not None for place in places)
    return lasts and not any(_CARRIES_OUT.end(cell, place) is not None for place in places)


def _is_of_act(cell: TimeCell, at: int, read: TimeReading) -> bool:
    """Tell whether a time behind the words of an act is the act's, and not that of one of the words."""
    if isinstance(read.parts[0], Continuous):
        direct = any(VERBS.end(cell, place) == at and _is_heading(cell, place) for place in range(at))
        return (direct or _is_steady(cell, at)) and not dates_thing(cell, at)
    word = cell.word(at)
    before = cell.words[at - 2 : at]
    ends_thing = before == ("kết", "thúc") and cell.word(at - 3).isalnum()
    of_figures = before == ("số", "liệu") and word not in {"trước", "chậm", "muộn"}
    if ends_thing or of_figures or is_finish(cell, at) or dates_thing(cell, at) or word in _SESSIONS:
        return False
    comes_back = all(isinstance(part, Recurring) for part in read.parts)
    if word == "vào" and (comes_back or cell.word(at + 1) == "ngày") and _heads_act(cell, at):
        return True
    if word == "từ" and comes_back:
        said = range(_act_begin(cell, at), at)
        direct = any(VERBS.end(cell, place) == at for place in said)
        return direct or not any(THINGS.end(cell, place) is not None for place in said)
    if (word in _PERIODS or word in _BARE) and not isinstance(read.parts[0], Relative):
        whole = any(isinstance(part, Window) and part.is_long for part in read.parts)
        return _follows_act(cell, at, whole=whole, bare=word in _BARE)
    return word != "định" or cell.words[at - 4 : at - 2] != ("chế", "độ")


def names_act(cell: TimeCell, at: int) -> bool:
    """Tell whether a period at ``at`` is perhaps when an act is done: khởi công quý I/2026; not: báo cáo quý I/2026."""
    begin = at
    while begin and cell.word(begin - 1) not in {",", ";", "("}:
        begin -= 1
    if not at or (begin == at and cell.word(at - 1) == ","):
        return not at
    places = range(begin, at)
    accounts = any(cell.words[place : place + 2] in ACCOUNTS for place in places)
    of_period = any(cell.word(place) in _OF_PERIODS or _is_programme(cell, place) for place in places)
    return not (accounts or of_period or any(is_report(cell, place) for place in places))


def is_of_account(cell: TimeCell, at: int) -> bool:
    """Tell whether words before a period report, or name what is reported: tổng hợp kết quả | trong quý I."""
    begin = at
    while begin and cell.word(begin - 1) not in {",", ";", "("}:
        begin -= 1
    places = range(begin, at)
    accounts = any(cell.words[place : place + 2] in ACCOUNTS.difference(DRAFTS) for place in places)
    of_whom = any(RECEIVERS.end(cell, place) is not None for place in places)
    return accounts or (not of_whom and any(is_report(cell, place) for place in places))


def _is_programme(cell: TimeCell, at: int) -> bool:
    """Tell whether "trình" ends a noun, and is no verb: công trình quý I; not: trình đề án quý I."""
    return cell.word(at) == "trình" and cell.word(at - 1) in SYLLABLES


def _finishes(cell: TimeCell, at: int) -> bool:
    """Tell whether a verb that finishes an act, and not a thing (dự án hoàn thành), stands at a time or before it."""
    place = at if is_finish(cell, at) else at - 1
    if not is_finish(cell, place) or owes_thing(cell, place):
        return False
    done = cell.word(place) == "xong" and not any(THINGS.end(cell, place - size) == place for size in (1, 2))
    joined = not place or cell.word(place - 1) in _BEFORE_FINISH or done
    return joined or any(_is_verb(cell, before, place) for before in range(max(place - _NEAR, 0), place))


def _is_verb(cell: TimeCell, at: int, end: int) -> bool:
    """Tell whether a verb stands between two places, and not the second half of a noun: công trình."""
    return VERBS.end(cell, at) == end and not (end == at + 1 and cell.word(at - 1) in SYLLABLES)


def _is_steady(cell: TimeCell, at: int) -> bool:
    """Tell whether the words up to "thường xuyên" are an act that goes on: cập nhật dữ liệu thường xuyên."""
    begin = _act_begin(cell, at)
    return VERBS.end(cell, begin) is not None and steady_end(cell, begin) == at and cell.word(at - 1) != "dục"


def _is_heading(cell: TimeCell, at: int) -> bool:
    """Tell whether a verb begins an act, or stands behind another one: not that of a thing (quy định | áp dụng)."""
    begin = _act_begin(cell, at)
    return at == begin or cell.word(at - 1) in _JOINTS or any(VERBS.end(cell, one) == at for one in range(begin, at))


def _act_begin(cell: TimeCell, at: int) -> int:
    """Return the place behind the last comma or semicolon before a time that is none inside a word: phòng, chống."""
    while at and (cell.word(at - 1) not in {",", ";"} or (cell.word(at - 2), cell.word(at)) in _PAIRED):
        at -= 1
    return at


def _heads_act(cell: TimeCell, at: int) -> bool:
    """Tell whether the words up to a day begin with a verb, whose day it is: báo cáo kết quả vào ngày ….

    Not where another one is looked at: kiểm tra việc tiếp công dân vào ngày ….
    """
    begin = _act_begin(cell, at)
    looked_at = any(
        cell.word(place - 1) in LOOKED_AT and VERBS.end(cell, place) is not None for place in range(begin + 1, at)
    )
    return VERBS.end(cell, begin) is not None and not looked_at


def _follows_act(cell: TimeCell, at: int, *, whole: bool, bare: bool) -> bool:
    """Tell whether a period at ``at`` is when an act is done, and not what a report or a plan is about."""
    begin = _act_begin(cell, at)
    verbs = [
        place
        for place in range(begin, at)
        if VERBS.end(cell, place) is not None and cell.word(place - 1) not in EVENTS  # hội nghị | tổng kết
    ]
    direct = any(VERBS.end(cell, place) == at and cell.words[place - 2 : place] not in ACCOUNTS for place in verbs)
    direct = direct or (bare and _does_only(cell, begin, at))
    looked_at = bool(verbs) and verbs[-1] > begin and cell.word(verbs[-1] - 1) in LOOKED_AT
    if looked_at and cell.word(at) == "vào":
        return False  # kiểm tra việc tiếp công dân vào thứ Năm hằng tuần
    if direct and not (looked_at and cell.word(at) == "từ"):
        named = cell.word(at) == "trong" and cell.word(at + 1) in {"tháng", "quý"}
        return bare or named or not is_report(cell, verbs[-1])
    if whole or bare or (begin and not verbs and not _is_done_then(cell, begin, at)):
        return False
    held = bool(verbs) and HELD.end(cell, verbs[-1]) is not None and not looked_at
    if cell.word(at) == "từ" and verbs and (not held or "việc" in cell.words[begin:at]):
        return False  # kiểm tra việc giải quyết hồ sơ từ ngày … đến ngày …: perhaps that of the work looked at
    if held and cell.word(at) != "từ" and _holds_event(cell, verbs[-1]):
        return True
    if verbs and cell.words[at - 2 : at] in DRAFTS:
        return VERBS.match(cell, verbs[-1]) == (Asks.PERIOD, at - 2) and not is_report(cell, verbs[-1])
    accounts = any(cell.words[place : place + 2] in ACCOUNTS for place in range(begin, at))
    return not accounts and not any(is_report(cell, place) and not _tells_whom(cell, place, at) for place in verbs)


def _holds_event(cell: TimeCell, at: int) -> bool:
    """Tell whether an event is held by a verb at ``at``, whose time it is: tổ chức 02 hội nghị triển khai Kế hoạch."""
    return cell.words[at : at + 2] == ("tổ", "chức") and not EVENTS.isdisjoint(cell.words[at + 2 : at + 5])


def _is_done_then(cell: TimeCell, begin: int, at: int) -> bool:
    """Tell whether the last part of a list is what is done in a period, too: …, treo băng rôn | trong tháng 5.

    It is not behind what is reported, or in a span of days: báo cáo kết quả giải quyết đơn thư, phản ánh từ ….
    """
    does = does_in(f" {cell.quote(begin, at)}", 0) is not None
    is_list = cell.word(max(begin - 2, 0)).isalnum()
    return does and not (is_list and (cell.word(at) == "từ" or is_of_account(cell, begin - 1)))


def _does_only(cell: TimeCell, begin: int, at: int) -> bool:
    """Tell whether the words of an act are nothing but a verb: diễn tập | mỗi quý 01 lần."""
    words = f" {cell.quote(begin, at)}"
    found = does_in(words, 0)
    return found is not None and found.end() == len(words)


def _tells_whom(cell: TimeCell, place: int, at: int) -> bool:
    """Tell whether a verb that reports is followed by nothing but to whom: báo cáo UBND tỉnh | trong tháng 5/2026."""
    end = VERBS.end(cell, place) or place
    whom = RECEIVERS.end(cell, TO.end(cell, end) or end)
    while whom is not None and whom < at:
        whom = RECEIVERS.end(cell, whom) or (whom + (field_length(cell.tokens, whom) or at))  # Sở | Nội vụ
    return whom == at
