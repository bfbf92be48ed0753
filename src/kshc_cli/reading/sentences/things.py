"""Whether a word of a duty perhaps dates a thing with the time behind it: rà soát | hồ sơ được nộp | trước ngày …."""

from typing import Final

from kshc_cli.reading.times.acts.act_states import says_which
from kshc_cli.reading.times.acts.act_verbs import VERBS
from kshc_cli.reading.times.acts.act_words import (
    COMPOUNDS,
    LEVELS,
    NO_OF_THINGS,
    OF_THINGS,
    PLAIN,
    RECEIVERS,
    THINGS,
    TO,
    WHO,
)
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, is_number, phrases
from kshc_cli.reading.times.days.points import read_day

_NEUTRAL: Final = NO_OF_THINGS.joined(Phrasebook(phrases("có trách nhiệm | chịu trách nhiệm | có kế hoạch")))
_THINGS: Final = THINGS.joined(
    Phrasebook(phrases("phương tiện | hợp đồng | kiến nghị | sản phẩm | học viên | xe | vụ việc | vụ án | chế độ"))
)
_STATES: Final = Phrasebook(
    phrases("đủ | hết | quá | chậm | tạm trú | thường trú | thi | tốt nghiệp | nghỉ hưu | đến kỳ | nêu | nộp | kê khai")
)
"""What a thing behind which they stand is, perhaps since a day."""
_AGES: Final = frozenset({"tuổi", "tròn"})
_ASKS: Final = Phrasebook(phrases("hướng dẫn | đôn đốc | nhắc nhở | yêu cầu | đề nghị | chỉ đạo"))
"""Verbs behind which somebody else does what is due: đôn đốc các đơn vị gửi báo cáo trước ngày …."""
_PAPERS: Final = frozenset({"sơ", "bản", "đơn", "thư", "trình"})
"""The ends of papers that such a verb behind them names: hồ sơ đề nghị khen thưởng."""
_OWN: Final = Phrasebook(phrases("hoàn thành | xong | báo cáo | tổng hợp | trình | tham mưu | ban hành"))
"""Verbs behind a comma of whoever asked."""
_PERIODS: Final = frozenset({"năm", "quý", "tháng"})
_LOOKS: Final = Phrasebook(
    dict.fromkeys(phrases("rà soát | theo dõi | thống kê | quản lý | xem xét | xử lý | giải quyết"), True)
    | dict.fromkeys(phrases("điều tra | phân tích | xác nhận | xác minh | đối soát | kiểm kê | giám định"), True)
    | dict.fromkeys(phrases("kiểm tra | giám sát | thanh tra | đánh giá | thẩm định | đôn đốc"), False)
)
"""Verbs of what is looked at, whatever dates it, and whether a period behind it may, too: kiểm tra … trong tháng 4."""
_SAID: Final = PLAIN | {
    "việc",
    "công",
    "tác",
    "toàn",
    "bộ",
    "tất",
    "cả",
    "nội",
    "dung",
    "trên",
    "địa",
    "bàn",
    "xã",
    "phường",
}
"""Words of what is looked at that nothing dates."""
_BEGINS: Final = Phrasebook(
    phrases(
        "mua | xây | giao đất | ký | thành lập | tham gia | tuyển dụng | bổ nhiệm | kết nạp | khởi công | tiếp nhận"
    )
)
"""Verbs that date a thing before them, and begin an act elsewhere: tài sản mua trước ngày …; mua sắm trước ngày …."""
_ONE: Final = 2
"""Syllables of one word, which is what is looked at, with none behind it that dates it: rà soát quy hoạch."""
_NUMBER: Final = 10
"""Words behind "số" before the day of a document: Quyết định số 12/QĐ-UBND ngày 03/3/2026."""
_JOINTS: Final = frozenset({",", "và", "để", ")"})
_LATEST: Final = frozenset({"chậm", "muộn"})
_OF_VERB: Final = 3
"""Words of the verb before another one."""
_WHOM: Final = 3
"""Words between such a verb and whom it asks."""


def dates_thing(cell: TimeCell, end: int) -> bool:
    """Tell whether a word before a time at ``end`` perhaps dates a thing with it, or is what somebody else does."""
    return _Words(cell, end).dates()


def _heads(cell: TimeCell, at: int) -> bool:
    """Tell whether a word begins what is to be done."""
    return not at or cell.word(at - 1) in {",", ":", "-"}


def _past_day(cell: TimeCell, at: int) -> int | None:
    """Return the place behind a day that is no time: ngày hội, Quyết định số 12/QĐ-UBND ngày 03/3/2026."""
    if cell.word(at) != "ngày":
        return None
    if not is_number(cell.word(at + 1)):
        return at + 1
    found = read_day(cell, at + 1) if "số" in cell.words[max(at - _NUMBER, 0) : at] else None
    return None if found is None or found[0].year is None else found[1]


class _Words:
    """The words of a clause up to a time."""

    def __init__(self, cell: TimeCell, end: int) -> None:
        self._cell = cell
        self._end = end
        self._dates = False
        self._thing: int | None = None
        """The place behind the last thing."""
        self._asked = False
        """Whether somebody else was asked to do what follows."""
        self._looks: bool | None = None
        """Whether what is looked at stands here that a period may date, too; None behind other verbs."""
        self._strange = 0
        """In how many words it is said that are not known."""
        self._act: tuple[int, int] | None = None
        """The verb of the act, and the place behind it; None where nothing but a comma begins it."""

    def dates(self) -> bool:
        place = 0
        while place < self._end:
            place = self._step(place)
        cue = self._cell.word(self._end)
        far = self._thing is not None and self._end - self._thing > 1
        looked = self._strange > _ONE and (self._looks or (self._looks is False and cue == "trước"))
        if self._dates or self._asked or ((far or looked) and cue not in _LATEST):
            return True
        if self._act is None or cue in _LATEST:
            return False
        verb, begin = self._act
        return says_which(self._cell, verb, begin, self._end, sure=True)

    def _step(self, at: int) -> int:
        """Note what stands at a place, and return the place behind it."""
        cell = self._cell
        to = TO.end(cell, at)
        if to is not None and RECEIVERS.end(cell, to) is not None:
            return self._forget(to + 1)
        joined = not at or cell.word(at - 1) in _JOINTS
        verb = VERBS.end(cell, at)
        if joined and (own := _OWN.end(cell, at)) is not None:
            self._asked = False
            return self._forget(max(own, verb or own), at)
        asks = _ASKS.end(cell, at) if cell.word(at - 1) not in _PAPERS else None
        if asks is not None:
            self._asked = self._asked or any(WHO.end(cell, one) is not None for one in range(asks, asks + _WHOM))
            return self._forget(asks)
        if looks := _LOOKS.match(cell, at) if joined else None:
            self._forget(looks[1])
            self._looks = looks[0]
            return looks[1]
        if cell.word(at) == "," or (verb is not None and (joined or self._is_governed(at))):
            return self._forget(verb or at + 1, None if verb is None else at)
        return self._pass(at, is_verb=verb is not None)

    def _forget(self, place: int, verb: int | None = None) -> int:
        """Begin a new act, which stands apart from the things of the one before."""
        self._act = None if verb is None else (verb, place)
        self._dates, self._thing, self._looks, self._strange = False, None, None, 0
        return place

    def _pass(self, at: int, *, is_verb: bool) -> int:
        cell = self._cell
        compound = COMPOUNDS.end(cell, at)
        level = LEVELS.end(cell, at) if self._thing in {at, at - 1} else None
        if compound is not None or level is not None:
            end = compound or level or at
            self._thing = end - 1  # a word behind it may date it
            return end
        neutral, thing = _NEUTRAL.end(cell, at) or _past_day(cell, at), _THINGS.end(cell, at)
        if neutral is not None:
            self._dates = self._dates or (self._thing is not None and neutral == self._end)
            self._thing = None
            return neutral
        if self._thing in {at, at - 1} and cell.word(at) in _PERIODS:
            self._thing = at + 2  # công chức năm 2025
            return at + 2
        self._strange += thing is None and cell.word(at) not in _SAID
        of_thing = OF_THINGS.end(cell, at) is not None and not (_heads(cell, at) and _BEGINS.end(cell, at) is not None)
        state = self._thing is not None and (is_verb or _STATES.end(cell, at) is not None)
        self._dates = self._dates or state or of_thing or cell.word(at) in _AGES
        self._thing = thing or self._thing
        return thing or at + 1

    def _is_governed(self, at: int) -> bool:
        """Tell whether a verb at ``at`` is what whoever acts does, right behind another one: chủ trì | xây dựng."""
        cell = self._cell
        if self._looks is not None or self._thing is not None:
            return False
        before = range(max(at - _OF_VERB, 0), at)
        return any(at in {VERBS.end(cell, place), _NEUTRAL.end(cell, place)} for place in before)
