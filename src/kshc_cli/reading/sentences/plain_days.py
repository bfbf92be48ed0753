"""Days of the plan's year that no word introduces: tổ chức hội nghị ngày 20/6/2026."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.sentences.things import dates_thing
from kshc_cli.reading.times.acts.act_verbs import HELD, VERBS
from kshc_cli.reading.times.acts.act_words import FEASTS, THINGS
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, phrases

_DAY: Final = lazy_pattern(
    r"\bngày\s+(?:\d{1,2}[/.-]\d{1,2}\s*(?:,|và|-)\s*(?:ngày\s+)?)?\d{1,2}[/.-]\d{1,2}[/.-](\d{4})\b", re.IGNORECASE
)
"""A day, or two that are listed."""
_ENDS: Final = lazy_pattern(r"\s*(?:$|[,.](?!\d)|tại\b|ở\b)", re.IGNORECASE)
_TAKES_PLACE: Final = HELD.joined(
    Phrasebook(
        phrases("họp | trực | trực ban | khai giảng | khai mạc | bế mạc | ra mắt")
        | phrases("khánh thành | khởi công | trao giải | bàn giao")
    )
)
"""Verbs of what takes place on the day behind them. Teach one here."""
_CITES: Final = frozenset(
    {
        "số",
        "theo",
        "căn",
        "ký",
        "của",
        "tại",
        "từ",
        "đến",
        "trước",
        "sau",
        "kể",
        "đã",
        "được",
        "nêu",
        "trên",
        "cứ",
        "hết",
    }
    | {"định", "luật", "thư", "lịch", "cáo", "văn", "thị", "luận", "điện", "mời", "trình", "quyết", "kỳ", "gồm"}
    | {"hoạch", "bản", "sơ", "đơn", "án", "dẫn", "giấy", "nghiệm", "liệu", "phép", "đồng", "việc", "nghiệp"}
)
"""Words of documents and things that a day is that of, and of longer times."""
_DOCUMENTS: Final = Phrasebook(
    phrases("công văn | quyết định | nghị định | nghị quyết | thông báo số | thông tư | chỉ thị | kết luận | công điện")
    | phrases("giấy mời | tờ trình | văn bản | hướng dẫn số | theo | căn cứ")
)
"""What a day in the same act is perhaps that of."""
_IN_NUMBERS: Final = frozenset({"/", "-"})
"""Marks in the number of a document."""
_FROM_HOUR: Final = 4
"""Words of an hour from which something goes on before its day: từ 17h00 ngày 10/4/2026."""
_NEAR: Final = 2
"""Words right before a day, of which none may cite."""


class PlainDay(NamedTuple):
    """Where a day stands in a clause, and whether it is when the act takes place."""

    start: int
    end: int
    is_own: bool


def days_of_year(clause: str, start: int, end: int, year: int) -> Iterator[re.Match[str]]:
    """Yield the days of the plan's year between two places of a clause."""
    return (found for found in _DAY.finditer(clause, start, end) if int(found[1]) == year)


def read_plain_day(clause: str, found: re.Match[str], cell: TimeCell, at: int) -> PlainDay | None:
    """Return a day behind an act that stands at ``at``, or None where it is that of a document or a feast."""
    begin = at
    while begin and cell.word(begin - 1).isalnum():
        begin -= 1
    heads = VERBS.end(cell, begin) is not None or _TAKES_PLACE.end(cell, begin) is not None
    if not heads or is_cited(cell, at) or (at > begin and "từ" in cell.words[max(at - _FROM_HOUR, begin) : at]):
        return None
    end = _TAKES_PLACE.end(cell, begin)
    things = any(THINGS.end(cell, place) == at for place in range(begin, at))
    own = end is not None and "từ" not in cell.words[end:at] and _ENDS.match(clause, found.end()) is not None
    return PlainDay(found.start(), found.end(), own and not things and not dates_thing(cell, at))


def is_cited(cell: TimeCell, at: int) -> bool:
    """Tell whether a day at ``at`` is that of a document or a feast: Quyết định số 12/QĐ-UBND | ngày 03/3/2026."""
    begin = at - (at > 0 and follows_mark(cell, at))
    while begin and (cell.word(begin - 1).isalnum() or cell.word(begin - 1) in _IN_NUMBERS):
        begin -= 1
    named = any(words.end(cell, place) for words in (_DOCUMENTS, FEASTS) for place in range(begin, at))
    return named or "số" in cell.words[begin:at] or not _CITES.isdisjoint(cell.words[max(at - _NEAR, begin) : at])


def follows_mark(cell: TimeCell, at: int) -> bool:
    """Tell whether a time at ``at`` stands right behind a comma, or begins what is said."""
    return not at or cell.word(at - 1) == ","
