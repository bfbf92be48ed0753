"""Duties and labels before a time: báo cáo về Sở Tài chính, đợt 2:, 1., a)."""

from typing import Final

from kshc_cli.reading.times.acts.act_verbs import VERBS
from kshc_cli.reading.times.acts.act_words import FEASTS, NO_OF_THINGS, OF_THINGS
from kshc_cli.reading.times.acts.acts import act_at, steady_end
from kshc_cli.reading.times.acts.asides import exception_end
from kshc_cli.reading.times.acts.named_periods import behind_named
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, is_number, phrases
from kshc_cli.reading.times.days.points import read_day, read_point
from kshc_cli.reading.times.open_ended import opens
from kshc_cli.reading.times.verbs import (
    CONNECTORS,
    DUTIES,
    SOFT,
    is_finish,
    is_time_word,
    skipped,
    takes_back,
    verb_end,
)

_TIMES_OF: Final = frozenset({"thời", "hạn", "tiến", "lộ"})
"""What a title of a time begins with."""
_OF_THINGS: Final = frozenset({"hợp", "sử", "bảo", "giấy", "lưu", "vay", "thuê"})
"""What may stand in one where it is that of a thing: thời hạn hợp đồng, hạn sử dụng."""
_OF_FIGURES: Final = frozenset({"báo", "cáo", "kết", "số", "liệu", "chốt", "gửi", "nộp", "kỳ", "điểm"} | _OF_THINGS)
"""What may stand in a title where the time is that of figures, or of a report: thời gian chốt số liệu."""
_OF_ACCOUNTS: Final = frozenset({"số", "liệu", "chốt", "kỳ", "điểm"} | _OF_THINGS)
"""The same, where the title says by its words that something is due: thời hạn nộp bài dự thi."""
_PRODUCTS: Final = Phrasebook(
    phrases("lễ phát động | lễ khai mạc | lễ bế mạc | lễ trao giải | lễ tổng kết | hội thi | hội thao | hội thảo")
    | phrases("vòng loại | vòng sơ khảo | vòng chung khảo | vòng chung kết | sơ khảo | chung khảo | chung kết")
    | phrases(
        "kế hoạch | hội nghị | tập huấn | dự thảo | khảo sát | lập kế hoạch | lấy ý kiến | thẩm định | tuyên truyền"
    )
)
_LEVELS_OF: Final = Phrasebook(
    phrases("cấp cơ sở | cấp trường | cấp thôn | cấp xã | cấp phường | cấp huyện | cấp tỉnh | cấp cụm")
)
"""Levels that do the same one after the other, each with its time: cấp cơ sở: tháng 3; cấp xã: tháng 4."""
_STEPS: Final = Phrasebook(phrases("đợt | lần | bước | kỳ | giai đoạn"))
_INTO: Final = Phrasebook(phrases("chia làm | chia thành | gồm | thành | tổ chức | thực hiện | tổ chức thành"))
_COUNTS: Final = frozenset({"2", "02", "3", "03", "4", "04", "hai", "ba", "bốn"})
"""How many of them there are."""
_ROUNDS: Final = Phrasebook(phrases("lớp | khóa | vòng | cuộc | cụm | nhóm | hội nghị"))
"""What is numbered like those, and only with a colon or brackets behind the number: lớp 1: ngày …."""
_ORDINALS: Final = frozenset({"1", "2", "3", "4", "01", "02", "03", "04", "i", "ii", "iii", "iv", "một", "hai"})
_DUE_WORDS: Final = frozenset({"trước", "chậm", "trong", "hằng", "định"})
_LEVELS: Final = ("", "tỉnh", "thành phố", "tp", "huyện", "thị xã", "xã", "phường")
_ADDRESSES: Final = Phrasebook(
    {f"{body} {level}".strip(): 0 for body in ("ubnd", "hđnd", "chủ tịch ubnd") for level in _LEVELS}
    | dict.fromkeys(phrases("tỉnh | thành phố | chính phủ | thủ tướng chính phủ | cấp trên | cấp có thẩm quyền"), 0)
    | dict.fromkeys(phrases("sở | bộ | phòng | ban"), 2)
)
"""Bodies that plans are reported to, with the number of words that may follow: Sở Nội vụ."""
_TO_BODY: Final = Phrasebook(phrases("về | cho | lên | kết quả về | kết quả thực hiện về | kết quả cho"))

_COMPLETED: Final = Phrasebook(
    phrases("dự án | công trình | nhiệm vụ | hạng mục | gói thầu | nhà | đề tài | mô hình | khối lượng | nội dung")
    | phrases("chỉ tiêu | thủ tục | hồ sơ | đường | tuyến | cầu | trường | trụ sở | việc | đề án | phần việc")
)
"""What is perhaps completed itself."""
_LONGEST_TITLE: Final = 8
"""Words of it."""
_LONGEST_DUTY: Final = 40
"""Words of a duty that are looked at; it keeps reading linear in the length of the text."""


def duty_end(cell: TimeCell, at: int) -> int | None:
    """Return the place behind a duty and the words that it is about: báo cáo về Sở Tài chính.

    Words that may belong to a time, take one back or stand for a number leave the duty alone with its verb.
    """
    verb = verb_end(cell, at)
    if verb is None:
        return None
    if (sent := _sent_to(cell, at, verb)) is not None:
        return sent
    end = verb
    while end < cell.size and cell.word(end) not in CONNECTORS and not cell.new_line(end) and not opens(cell, end):
        if is_time_word(cell.word(end)) or takes_back(cell, end) or end - verb > _LONGEST_DUTY:
            return verb
        end += 1
    return end


def _sent_to(cell: TimeCell, at: int, verb: int) -> int | None:
    """Return the place before "trước …" behind a body that something is sent to: trình UBND tỉnh trước ngày …."""
    if cell.word(at) not in {"báo", "trình", "gửi", "nộp"}:
        return None
    found = _ADDRESSES.match(cell, _TO_BODY.end(cell, verb) or verb)
    if found is None:
        return None
    more, end = found
    return next((place for place in range(end, end + more + 1) if cell.word(place) in _DUE_WORDS), None)


def is_sent(cell: TimeCell, at: int) -> bool:
    """Tell whether something is sent to a body at ``at``, and when: what follows is due then."""
    verb = verb_end(cell, at)
    return verb is not None and _sent_to(cell, at, verb) is not None


def labels_duty(cell: TimeCell, at: int) -> bool:
    """Tell whether the label at ``at`` is a duty or its product."""
    return DUTIES.end(cell, at) is not None or _PRODUCTS.end(cell, at) is not None


def labelled(cell: TimeCell, at: int) -> int | None:
    """Return the place behind a label: thí điểm:, ban hành kế hoạch:, đợt 2:; "đợt 2" needs no colon."""
    if (before := _behind_count(cell, at) or _behind_feast(cell, at)) is not None:
        return before
    if (named := behind_named(cell, at)) is not None:
        return named
    end = skipped(cell, at) or duty_end(cell, at) or _PRODUCTS.end(cell, at) or _LEVELS_OF.end(cell, at)
    if end is not None and cell.word(end) == ":":
        return end + 1
    return _behind_step(cell, at) if end is None else _behind_title(cell, at)


def _behind_count(cell: TimeCell, at: int) -> int | None:
    """Return the place behind how many rounds follow: chia làm 02 đợt: | đợt 1 …."""
    begin = _INTO.end(cell, at) or at
    step = _STEPS.end(cell, begin + 1) if cell.word(begin) in _COUNTS else None
    mark = step is not None and cell.word(step) in {":", ",", "("}
    if step is None or cell.words[step + mark : step + mark + step - begin - 1] != cell.words[begin + 1 : step]:
        return None
    return step + mark if cell.word(2 * step + mark - begin - 1) in _ORDINALS else None


def _behind_feast(cell: TimeCell, at: int) -> int | None:
    """Return the place of the one time in brackets behind a day or month of its name: Ngày Pháp luật (| 09/11)."""
    begins = cell.word(at) in {"ngày", "tháng", "tuần"} and (at == cell.begin or cell.hard(at - 1))
    place = FEASTS.end(cell, at) if begins else None
    while place is not None and cell.word(place) != "(":
        plain = cell.word(place).isalpha() and not is_time_word(cell.word(place)) and not takes_back(cell, place)
        place = place + 1 if plain and place - at <= _LONGEST_DUTY else None
    found = (read_point(cell, place + 1) or read_day(cell, place + 1)) if place is not None else None
    closed = found is not None and cell.word(found[1]) == ")" and cell.word(found[1] + 1) in {"", ";", "."}
    return place + 1 if place is not None and closed else None


def _behind_title(cell: TimeCell, at: int) -> int | None:
    """Return the place behind a title that says of what it is the time: thời gian kiểm tra:, hạn cuối:."""
    if cell.word(at) not in _TIMES_OF:
        return None
    end = next((place for place in range(at + 1, at + _LONGEST_TITLE) if cell.word(place) == ":"), None)
    inside = range(at, end or at)
    due = cell.word(at) == "hạn" or cell.words[at : at + 2] == ("thời", "hạn")
    figures = _OF_ACCOUNTS if due else _OF_FIGURES
    if end is None or not figures.isdisjoint(cell.words[at:end]) or not all(map(str.isalnum, cell.words[at:end])):
        return None
    return None if any(takes_back(cell, place) for place in inside) else end + 1


def _behind_step(cell: TimeCell, at: int) -> int | None:
    numbering = _behind_numbering(cell, at)
    if numbering is not None:
        return numbering
    rounds = _ROUNDS.end(cell, at)
    if rounds is not None and is_number(cell.word(rounds)) and cell.word(rounds + 1) in {":", "("}:
        return rounds + 2
    step = _STEPS.end(cell, at)
    if step is None or cell.word(step) not in _ORDINALS or is_number(cell.word(step + 1)):
        return None
    if cell.word(step + 1) == "năm":
        return None
    if cell.word(step + 1) in {":", "("}:
        return step + 2
    return step + 1 if cell.word(step + 1) == ")" or cell.word(step + 1) not in CONNECTORS else None


def _behind_numbering(cell: TimeCell, at: int) -> int | None:
    """Return the place behind the number of a list line: 1., a), (1)."""
    before = at - (cell.word(at - 1) == "(")
    begins = at == cell.begin or cell.new_line(before) or cell.word(before - 1) == ";"
    number = len(cell.word(at)) <= 2 and (is_number(cell.word(at)) or len(cell.word(at)) == 1)
    if not begins or not number or cell.word(at + 1) not in {".", ")"} or cell.tight(at + 2):
        return None
    return at + 2


def lead_end(cell: TimeCell, at: int) -> int | None:
    """Return the place behind what a statement says is done, before a comma and its end: sửa trụ sở, hoàn thành ….

    None where a thing is perhaps what was completed: rà soát dự án đang khởi công, hoàn thành ….
    """
    begins = at == cell.begin or cell.new_line(at) or cell.hard(at - 1) or SOFT.end(cell, at - 2) == at
    if not begins or VERBS.end(cell, at) is None:
        return None
    dated = completed = False
    for place in range(at, min(at + _LONGEST_DUTY, cell.size)):
        word = cell.word(place)
        if word == "," and is_finish(cell, place + 1):
            return None if dated and (completed or _ends_in_verb(cell, place)) else place
        if not (word.isalnum() or word == ",") or _is_strange(cell, place):
            return None
        dated = dated or (OF_THINGS.end(cell, place) is not None and NO_OF_THINGS.end(cell, place) is None)
        completed = completed or _COMPLETED.end(cell, place) is not None
    return None


def _is_strange(cell: TimeCell, at: int) -> bool:
    """Tell whether the word at ``at`` may be part of a time, or takes one back; not in "trong vùng"."""
    place = cell.word(at) == "trong" and cell.word(at + 1).isalpha() and not is_time_word(cell.word(at + 1))
    return (is_time_word(cell.word(at)) and not place) or takes_back(cell, at) or opens(cell, at)


def _ends_in_verb(cell: TimeCell, at: int) -> bool:
    """Tell whether a verb ends at ``at``, with which the one behind a comma makes a list: đang sửa chữa, hoàn thành."""
    return any(VERBS.end(cell, place) == at for place in range(max(at - 3, 0), at))


def known_end(cell: TimeCell, at: int) -> int | None:
    """Return the place behind an act, a label, a soft mark, a filler or a duty."""
    if (led := lead_end(cell, at)) is not None:
        return led
    if (other := exception_end(cell, at)) is not None:
        return other
    act = act_at(cell, at)
    steady = steady_end(cell, at) if act is None else None
    end = act.end if act is not None else steady or labelled(cell, at) or skipped(cell, at) or duty_end(cell, at)
    if end is not None:
        return end + (cell.word(end) == ":")
    return labelled(cell, at)


def labels_figures(cell: TimeCell, at: int) -> bool:
    """Tell whether figures alone may be a time behind the label at ``at``: giai đoạn 1: 2026-2027, hoàn thành: 2026."""
    return skipped(cell, at) is not None or _STEPS.end(cell, at) is not None or FEASTS.end(cell, at) is not None
