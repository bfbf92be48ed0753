"""Names of bodies that go on in the next line of a cell: Phòng Văn hóa / - Xã hội, UBND phường / An Bình."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from kshc_cli.reading.agencies.adjoining import ends_name
from kshc_cli.reading.agencies.vocabulary import (
    CONNECTORS,
    MARKS,
    PLACES,
    PLURALS,
    duty_length,
    head_length,
    names_place,
    title_length,
)
from kshc_cli.reading.folding import Token
from kshc_cli.reading.trie import Trie

_INCOMPLETE: Final = frozenset(
    (
        *("phòng", "sở", "ban", "bộ", "cục", "chi cục", "viện", "trung tâm", "trung tâm phục vụ", "ủy ban", "hội"),
        *("hội liên hiệp", "đội", "tổ", "trường", "trạm", "liên đoàn", "ban chỉ huy", "bộ chỉ huy", "ban quản lý"),
        "ban chấp hành",
    )
)
"""What is no body by itself, so that words in the next line which are none either belong to it."""
_GENERAL: Final = frozenset(
    (
        *("ubnd", "hđnd", "hdnd", "ủy ban nhân dân", "hội đồng nhân dân", "công an", "đảng ủy", "ubmttq", "mttq"),
        *("văn phòng", "thanh tra", "ban chqs"),
    )
)
"""What each administrative unit has, whose name goes on with that of the unit."""
_OF_UNITS: Final = ("ủy ban mttq ", "ubmttq ", "mttq ", "hội ", "đoàn ", "trạm y tế ", "ban chỉ huy ", "ban chqs ")
"""First words of what each of them has, too, called by more."""
_BOTH: Final = frozenset(
    (
        *(("văn phòng", "hđnd"), ("văn phòng", "hdnd"), ("vp", "hđnd"), ("vp", "hdnd"), ("ủy ban", "mttq")),
        *(("ủy ban", "mặt"), ("hội", "liên"), ("ban chấp hành", "đoàn"), ("ban chấp hành", "đảng")),
    )
)
"""A line, and the first word of the next one, of which each looks like a body and both are one."""
_SECOND: Final = """
hạ tầng|đô thị|xã hội|hành chính|môi trường|công nghệ|thể thao|du lịch|đào tạo|nông thôn|thương binh|tôn giáo|gia đình
truyền thông|vận tải|truyền thanh|truyền hình|trẻ em|việc làm|cộng sản|hồ chí minh|việt nam|tổ quốc|nhân dân
"""
"""Words that no body is called by alone (as by Tư pháp) and many go on with."""
_BEHIND_DASH: Final = "kế hoạch|thông tin|khoa học"
"""Those behind the dash of a name: Phòng Tài chính / - Kế hoạch."""
_JOINS: Final = frozenset({",", "và", "&", "-"})
_SYLLABLES: Final = 3
"""Syllables of the longest name of a place that stands alone in a line; of persons it may be where the line above
could be a body by itself."""


def goes_on(tokens: Sequence[Token], text: str, start: int, place: int, *, begins_body: bool) -> bool:
    """Tell whether the name that begins at token ``start`` plainly goes on in the line that begins at ``place``.

    ``begins_body``: whether the line begins like a name of its own.
    """
    first = start
    while first < place and tokens[first].word in MARKS | {"-", "+"}:
        first += 1
    line, word = " ".join(token.word for token in tokens[first:place]), tokens[place].word
    if not head_length(tokens, first) or word in MARKS or word in PLURALS:
        return False
    if begins_body:
        is_of_unit = line in _GENERAL or (f"{line} ".startswith(_OF_UNITS) and tokens[place - 1].word not in PLACES)
        return (is_of_unit and names_place(tokens, text, place)) or _is_one(line, tokens, place)
    if word == "-":
        is_listed = any(token.word == "-" for token in tokens[max(0, start - 1) : first])
        return not is_listed and _second().longest(tokens, place + 1)[0] is not None
    if word in _JOINS or tokens[place - 1].word in _JOINS:
        return True
    if duty_length(tokens, place) or title_length(tokens, place) or ends_name(tokens, place):
        return False
    if text[tokens[place].start].islower() or line in _INCOMPLETE:
        return True
    return _second().longest(tokens, place)[0] is True or _is_place(line, tokens, text, place)


def _is_one(line: str, tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a line says whose an office is: Văn phòng / HĐND và UBND, Văn phòng / UBND xã."""
    if (line, tokens[place].word) in _BOTH:
        return True
    behind = tokens[place + 1].word if place + 1 < len(tokens) else ""
    return line in {"văn phòng", "vp"} and tokens[place].word == "ubnd" and behind in PLACES | {""}


def _is_place(line: str, tokens: Sequence[Token], text: str, place: int) -> bool:
    """Tell whether a line is nothing but the name of the unit that the line above ends with: UBND phường / An Bình."""
    general, _space, unit = line.rpartition(" ")
    if unit not in PLACES or general not in _GENERAL:
        return False
    longest = _SYLLABLES if general in {"ubnd", "ủy ban nhân dân"} else _SYLLABLES - 1
    end = place + 1
    while end < len(tokens) and tokens[end].word not in CONNECTORS and is_on_line(tokens, text, end):
        end += 1
    names = [text[token.start : token.end] for token in tokens[place:end]]
    return len(names) <= longest and all(name[0].isupper() or name.isdigit() for name in names)


def is_on_line(tokens: Sequence[Token], text: str, place: int) -> bool:
    """Tell whether a token stands on the same line as the one before it."""
    return "\n" not in text[tokens[place - 1].end : tokens[place].start]


@cache
def _second() -> Trie[bool]:
    return Trie.of({_SECOND: True, _BEHIND_DASH: False})
