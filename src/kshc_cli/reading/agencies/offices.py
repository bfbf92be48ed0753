"""Heads before a name that make it an office's: VP. UBND xã; Văn phòng HĐND và UBND xã, VP Đảng ủy, HĐND và UBND."""

from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.agencies.ground import Ground
from kshc_cli.reading.folding import canonical

_ORGAN: Final = (
    "(?:đảng ủy|cấp ủy|thành ủy|tỉnh ủy|huyện ủy|quận ủy|hđnd|ubnd|hội đồng nhân dân|ủy ban nhân dân"
    "|(?:đoàn )?đbqh|đoàn đại biểu quốc hội|(?:ub)?mttq|ủy ban mttq)"
)
_HEADS: Final = ("phòng", "vp", "trực", "đạo")
_OFFICE: Final = lazy_pattern(rf"\b(?:{'|'.join(_HEADS)})\b.*\b{_ORGAN}\b", needs=_HEADS)
"""Its name up to the first organ: văn phòng, thường trực, lãnh đạo."""
_AGAIN: Final = lazy_pattern(rf"{_ORGAN}\b")
_ORGANS: Final = 6
"""Those that an office serves at most."""
_JOINTS: Final = frozenset({",", "và", "-", "/"})


def is_one_office(ground: Ground, known: int, first: int) -> bool:
    """Tell whether what begins at ``first`` is a further organ of an office that is named between ``known`` and it.

    Takes time linear in the words between them, which no name explains.
    """
    if not _AGAIN.match(_said(ground, first, min(first + 4, len(ground.tokens)))):
        return False
    end = first
    for _item in range(_ORGANS):
        if end <= known or ground.word(end - 1) not in _JOINTS or ground.on_new_line(end):
            break
        begin = _item_start(ground, known, end - 1)
        words = _said(ground, begin, end - 1)
        if _OFFICE.search(words):
            return True
        if words and not _AGAIN.match(words):
            return False
        end = begin
    return is_short(ground, known, end)


def is_short(ground: Ground, known: int, first: int) -> bool:
    """Tell whether a full stop makes the letters before ``first`` short for a word of its name: VP. | HĐND."""
    short, stop = first - 2, first - 1
    if short < known or ground.word(stop) != "." or ground.on_new_line(first):
        return False
    letters = ground.typed(short)
    touches = ground.tokens[short].end == ground.tokens[stop].start
    return touches and letters.isalpha() and letters.isupper()


def _item_start(ground: Ground, known: int, end: int) -> int:
    """Return where the item of a list begins that ends before ``end``."""
    place = end
    while place > known and not ground.on_new_line(place):
        before = ground.word(place - 1)
        if before in _JOINTS or ground.stops(place - 1):
            break
        place -= 1
    return place


def _said(ground: Ground, start: int, end: int) -> str:
    if start >= end:
        return ""
    return canonical(ground.text[ground.tokens[start].start : ground.tokens[end - 1].end])
