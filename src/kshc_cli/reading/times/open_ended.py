"""Phrases without a date of their own: what goes on, waits for an event, or is set by another document.

The words behind "khi" and "theo" may be any; they end where another time clearly begins.
"""

from functools import partial
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, is_number, phrases
from kshc_cli.reading.times.days.dated import read_bounds
from kshc_cli.reading.times.days.openers import open_series
from kshc_cli.reading.times.free_words import SEPARATORS, Break, Breaks, Tail, ending_in, tail_of, words
from kshc_cli.reading.times.limits import AMOUNTS, AT_MOST, LIMITS, UNITS, read_relative
from kshc_cli.reading.times.phrase import Phrase
from kshc_cli.reading.values import Continuous, OnEvent, Reference, TimePart

_LATER_YEARS: Final = [
    f"{those} năm {which}"
    for those in ("các", "những", "trong các", "trong những")
    for which in ("tiếp theo", "sau", "kế tiếp", "tiếp sau")
]
_GOES_ON: Final = Phrasebook(
    {f"{goes_on} {years}".strip(): None for goes_on in ("", "thường xuyên") for years in _LATER_YEARS}
    | phrases("thường xuyên | liên tục | thường xuyên liên tục | thường xuyên , liên tục | thường xuyên và liên tục")
    | phrases("thường xuyên hằng năm | thường xuyên hằng ngày")
)
GOES_ON_FIRSTS: Final = _GOES_ON.firsts
"""The words with which what goes on begins."""
_DURING: Final = Phrasebook(phrases("trong quá trình | trong suốt quá trình"))
_SINCE_SIGNED: Final = Phrasebook(
    {f"{since} ngày {signed}": None for since in ("từ", "kể từ") for signed in ("ký", "ký ban hành", "ban hành")}
)
"""From the plan's own day of issue on."""
_SINCE_OTHER: Final = Phrasebook(
    {
        f"{since} {day} {approved} trở đi": None
        for since in ("từ", "kể từ")
        for day in ("ngày", "ngày được", "khi", "khi được", "ngày có", "khi có")
        for approved in ("phê duyệt", "thông qua", "hiệu lực", "quyết định phê duyệt")
    }
)
"""From a day on that the plan does not know."""
_WHEN: Final = Phrasebook(
    {
        f"{before} {when}".strip(): None
        for before in ("", "đột xuất", "đột xuất ,")
        for when in ("khi", "sau khi", "ngay khi", "ngay sau khi", "mỗi khi", "chờ")
    }
    | phrases("theo thời điểm | tại thời điểm | vào thời điểm")
)
_AFTER: Final = Phrasebook(
    phrases("ngay sau hội nghị | ngay sau đại hội | ngay sau phiên họp | ngay sau cuộc họp")
    | phrases("sau đại hội | sau kỳ họp | sau hội nghị | sau phiên họp | sau cuộc họp | ngay sau kỳ họp")
    | phrases("sau đợt kiểm tra | sau bầu cử | sau tết | sau mỗi")
)
"""Teach events named by a noun here."""
_SUDDEN: Final = Phrasebook(phrases("đột xuất | phát sinh | phát sinh đột xuất | đột xuất phát sinh"))
_OPENINGS: Final = _GOES_ON.joined(_DURING, _WHEN, _SUDDEN, _AFTER, _SINCE_SIGNED, _SINCE_OTHER)
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
    phrases("kế hoạch | lộ trình | tiến độ | quy định | chương trình | hướng dẫn | quyết định | thông báo | công văn")
    | phrases(
        "văn bản | đề án | nghị quyết | nghị định | thông tư | luật | quy chế | chỉ thị | dự án | hợp đồng | lịch"
    )
    | phrases("kh | qđ | nq | cv | ct")
    | phrases("thời gian quy định | thời hạn quy định | thời gian yêu cầu | các văn bản | các kế hoạch")
    | phrases(
        "phụ lục | kết luận | công điện | tờ trình | thời gian | thời hạn | danh mục | đề cương | mục tiêu | nội dung"
    )
)
"""Teach what stands behind "theo" and means a document here."""

_THIS: Final = Phrasebook(phrases("kế hoạch này | quyết định này | kế hoạch | quyết định"))
_YEARS: Final = frozenset({"năm", "tháng", "quý"})
_SOME_TIME: Final = frozenset({"từ", "trước", "trong", "đến", "tới", "sau", "ngày", "vào"})
_OFTEN: Final = frozenset({"mỗi", "từng", "hằng"})
_ARTICLES: Final = frozenset({"điều", "khoản", "mục", "điểm"})

_FIRSTS: Final = _OPENINGS.firsts | _BY.firsts | _DOCUMENTS.firsts | LIMITS.firsts | AT_MOST.firsts | AMOUNTS | {"năm"}


def read_open_ended(cell: TimeCell, at: int, breaks: Breaks) -> tuple[Phrase | None, ...]:
    """Read what begins at ``at`` by each reader of this module; most words begin nothing."""
    if cell.word(at) not in _FIRSTS and not is_number(cell.word(at)):
        return ()
    return tuple(
        read(cell, at, breaks) for read in (read_continuous, read_by, read_event, read_relative, read_document)
    )


def opens(cell: TimeCell, at: int) -> bool:
    """Tell by its first words whether a phrase of this module begins at ``at``."""
    return _OPENINGS.end(cell, at) is not None or _behind_by(cell, at) is not None


def goes_on(cell: TimeCell, at: int) -> bool:
    """Tell whether "thường xuyên" or the years behind stand at ``at``."""
    return _GOES_ON.end(cell, at) is not None


def read_continuous(cell: TimeCell, at: int, breaks: Breaks) -> Phrase | None:
    """Read "thường xuyên", with the period that bounds it, "từ ngày ký", and "trong quá trình …"."""
    end = _GOES_ON.end(cell, at) if cell.word(at - 1) not in {"ngày", "tháng"} else None
    during = _DURING.end(cell, at if end is None else end)
    if during is not None:
        tail = tail_of(cell, during, breaks)
        if tail.end == during or any(open_series(cell, place).series for place in range(during, tail.end)):
            return None
        return ending_in(cell, at, tail, Continuous(words=cell.quote(at, tail.end)))
    if end is None:
        return _since_signed(cell, at)
    bounds = read_bounds(cell, end)
    return Phrase(
        at, bounds.end, (Continuous(bounds.start, bounds.until, cell.quote(at, bounds.end)),), dated=bounds.end > end
    )


def _since_signed(cell: TimeCell, at: int) -> Phrase | None:
    """Read "từ ngày ký"; another document's day of signing, or one in brackets, is none of ours."""
    if (other := _SINCE_OTHER.end(cell, at)) is not None:
        return Phrase(at, other, (Continuous(words=cell.quote(at, other)),))
    end = _SINCE_SIGNED.end(cell, at)
    if end is None:
        return None
    own = _THIS.end(cell, end) or end
    own += 2 * (cell.words[own : own + 2] == ("trở", "đi"))
    alone = cell.word(own - 1) in {"này", "đi"} or cell.word(own) in SEPARATORS - {"("} or own == cell.size
    return Phrase(at, own, (Continuous(cell.issued, words=cell.quote(at, own)),)) if alone else None


def read_event(cell: TimeCell, at: int, breaks: Breaks) -> Phrase | None:
    """Read "khi …", "sau khi …" with the words of the event, and "đột xuất"."""
    begin = _WHEN.end(cell, at)
    named = _AFTER.end(cell, at) if begin is None else None
    if named is not None:
        begin = at + 1 + (cell.word(at) == "ngay")
    if begin is None:
        return _read_sudden(cell, at)
    tail = tail_of(cell, begin, breaks)
    end = tail.end
    if cell.word(begin - 1) == "điểm" and (is_number(cell.word(begin)) or cell.word(begin) == "ngày"):
        return None
    if end == begin or (UNITS.match(cell, end - 1) is not None and is_number(cell.word(end - 2))):
        return None
    once = "sau" in cell.words[at:begin] and _OFTEN.isdisjoint(cell.words[begin:end])
    if "hằng" in cell.words[begin:end]:
        tail = replace(tail, doubt=True)
    return ending_in(cell, at, tail, OnEvent(words(cell, begin, end), cell.quote(at, end), once))


def _read_sudden(cell: TimeCell, at: int) -> Phrase | None:
    """Read "đột xuất" and "phát sinh"; what arose in some time (phát sinh năm 2025) is no event to come."""
    end = _SUDDEN.end(cell, at)
    if end is None or (cell.word(end - 1) == "sinh" and cell.word(end) in _YEARS | _SOME_TIME):
        return None
    return Phrase(at, end, (OnEvent(None, cell.quote(at, end)),))


def read_by(cell: TimeCell, at: int, breaks: Breaks) -> Phrase | None:
    """Read "theo yêu cầu …" and "theo kế hoạch …"; one "theo" may serve several: theo yêu cầu và Kế hoạch …."""
    begin = _behind_by(cell, at)
    parts: list[TimePart] = []
    start = end = at
    doubt = False
    while begin is not None:
        document = _DEMANDS.end(cell, begin) is None
        tail = tail_of(cell, begin, partial(_break_by, breaks=breaks), document=document)
        end, doubt = tail.end, doubt or tail.doubt
        source, typed = words(cell, begin, end), cell.quote(start, end)
        parts.append(OnEvent(source, typed) if _DEMANDS.end(cell, begin) is not None else Reference(source, typed))
        start = end + 1
        begin = start if _shares_by(cell, start) else None
    return ending_in(cell, at, Tail(at, end, doubt=doubt), *parts) if parts else None


def _break_by(cell: TimeCell, at: int, document: bool, *, breaks: Breaks) -> Break:  # noqa: FBT001  a Breaks
    return Break.TIME if _shares_by(cell, at) else breaks(cell, at, document)


def read_document(cell: TimeCell, at: int, breaks: Breaks) -> Phrase | None:
    """Read a document by its number with which a cell begins: Kế hoạch số 12/KH-UBND ngày 15/01/2026."""
    noun = _DOCUMENTS.end(cell, at) if at == cell.begin else None
    if noun is None or cell.word(noun) != "số" or not is_number(cell.word(noun + 1)):
        return None
    tail = tail_of(cell, noun, breaks, document=True)
    return ending_in(cell, at, tail, Reference(words(cell, at, tail.end), cell.quote(at, tail.end)))


def _shares_by(cell: TimeCell, at: int) -> bool:
    """Tell whether a demand or a document stands at ``at`` behind "và" or a comma."""
    return cell.word(at - 1) in {"và", ","} and _names_source(cell, at)


def _behind_by(cell: TimeCell, at: int) -> int | None:
    begin = _BY.end(cell, at)
    return begin if begin is not None and _names_source(cell, begin) else None


def _names_source(cell: TimeCell, at: int) -> bool:
    article = cell.word(at) in _ARTICLES and is_number(cell.word(at + 1))
    return article or _DEMANDS.end(cell, at) is not None or _DOCUMENTS.end(cell, at) is not None
