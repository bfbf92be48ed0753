"""Documents that an agency cell cites: whoever issued one does not take part by that.

Theo Phương án số 7100/PA-UBND ngày 05/6/2025 của UBND tỉnh; theo hướng dẫn của Sở Nội vụ.
"""

from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from typing import Final

from kshc_cli.reading.agencies.vocabulary import CONNECTORS, PLURALS, assigns, duty_length, head_length, known_length
from kshc_cli.reading.folding import Token, words_of
from kshc_cli.reading.trie import Trie

_KINDS: Final = """
quyết định|kế hoạch|phương án|công văn|nghị quyết|nghị định|thông tư|chỉ thị|thông báo|đề án|chương trình|văn bản
tờ trình|hướng dẫn|quy chế|quy định|kết luận|công điện|báo cáo|luật|bộ luật|pháp lệnh|giấy mời|lệnh|biên bản
điều lệ|phụ lục|sắc lệnh|thông tri|quy trình|công bố|ý kiến|chương trình hành động|kế hoạch hành động
qđ|kh|cv|nq|nđ|tt|tb|ct|pa|ttr
"""
"""Kinds of documents."""

_WORKS: Final = "dự án|tiểu dự án"
"""What has a number as a body has that is over it: Ban Quản lý dự án số 1."""

_JOINT: Final = """
thông tư liên tịch|kế hoạch liên tịch|nghị quyết liên tịch|chương trình phối hợp|quy chế phối hợp|kế hoạch phối hợp
hướng dẫn liên ngành|kế hoạch liên ngành|công văn liên ngành|quy chế liên ngành|hướng dẫn liên sở|công văn liên sở
"""
"""Kinds of documents that several bodies issue together."""

_OPENING: Final = """
theo|căn cứ|kèm theo|ban hành kèm theo|theo đúng|căn cứ theo|thực hiện theo|triển khai theo|như|tại|trên cơ sở
"""
"""Words that open a citation, with a number or without."""

_REASONS: Final = """
chỉ đạo|phân công|yêu cầu|đề nghị|kiến nghị|ủy quyền|phê duyệt|chấp thuận|thẩm quyền|nhu cầu|lịch|định hướng|mẫu
chủ trương|giới thiệu|phân cấp|đề xuất|thống nhất|tiến độ|ý kiến chỉ đạo|sự chỉ đạo|sự phân công|sự hướng dẫn|quyền hạn
chức năng|nhiệm vụ
"""
"""What is cited of a body beside documents: theo phân công của …"""


class _Kind(Enum):
    """What is cited."""

    PLAIN = "a document"
    JOINT = "a document of several bodies"
    WORK = "what is cited behind an opening alone"
    REASON = "what a body wants"


_NEAR: Final = 6
"""Words between a kind of document and its number, or between an opening and "của"."""
_LIST: Final = 16
"""Words of a name that is looked at to see whether another one follows it."""


def cited_ranges(tokens: Sequence[Token], text: str) -> Iterator[tuple[int, int]]:
    """Yield the first token and the end of each citation, in order. Takes time linear in the tokens."""
    place, kinds, openings = 0, _kinds().firsts, _openings().firsts
    while place < len(tokens):
        if tokens[place].word not in kinds and tokens[place].word not in openings:
            place += 1
            continue
        opening, length = _openings().longest(tokens, place)
        lead = length if opening else 0
        kind, size = _kinds().longest(tokens, place + lead)
        known = kind is not None and (lead > 0 or kind is not _Kind.REASON)
        is_bare = lead == 0 and kind is _Kind.WORK
        if known and not is_bare and _is_cited(tokens, place + lead + size, opened=lead > 0):
            end = _end(tokens, text, place + lead + size, kind)
            yield place, end
            place = end
        else:
            place += 1


def is_citation(text: str) -> bool:
    """Tell whether words are one citation and nothing else."""
    tokens = words_of(text)
    return next(cited_ranges(tokens, text), (0, 0)) == (0, len(tokens)) and bool(tokens)


def _is_cited(tokens: Sequence[Token], place: int, *, opened: bool) -> bool:
    """Tell whether a number, a day or an issuer follows; without an opening they stand right behind the kind."""
    index = place
    while index < min(place + _NEAR, len(tokens)):
        word, behind = tokens[index].word, tokens[index + 1].word if index + 1 < len(tokens) else ""
        if word in {";", ")"} or (not opened and word in CONNECTORS):
            return False
        if _is_number(word, behind, right_behind=index == place):
            return True
        if word in {"của", "do"} and (opened or (index == place and word == "của")):
            return True
        if opened and head_length(tokens, index):
            return True
        index += known_length(tokens, index)
    return False


def _is_number(word: str, behind: str, *, right_behind: bool) -> bool:
    """Tell whether the number or day of a document begins: số 7100/PA, 57-NQ/TW, số [?]/KH, ngày 12/3."""
    if word == "số":
        return behind.isdigit() or behind in {"[", "…"}
    return right_behind and ((word.isdigit() and behind in {"/", "-"}) or (word == "ngày" and behind.isdigit()))


def _end(tokens: Sequence[Token], text: str, place: int, kind: _Kind | None) -> int:
    """Return where a citation ends: at a separator, at a comma before another statement, at words that assign."""
    depth = 0
    while place < len(tokens):
        word = tokens[place].word
        depth += (word == "(") - (word == ")")
        if depth < 0 or "\n" in text[tokens[place - 1].end : tokens[place].start]:
            break
        if depth == 0 and word == "," and kind is _Kind.REASON and _lists_bodies(tokens, place + 1):
            kind = _Kind.JOINT  # nobody can tell which of them want it, and which do it
        if depth == 0 and _stops(tokens, place, kind):
            break
        place += 1
    return place


def _stops(tokens: Sequence[Token], place: int, kind: _Kind | None) -> bool:
    word = tokens[place].word
    if word in {";", ":", "•"}:
        return True
    if word in {".", "/", "-"}:
        behind = place + 1 >= len(tokens) or tokens[place + 1].start > tokens[place].end
        return behind and (word == "." or tokens[place].start > tokens[place - 1].end)
    if word == ",":
        return kind is not _Kind.JOINT and _begins_statement(tokens, place + 1)
    return bool(duty_length(tokens, place)) and (assigns(word) or word in {"chủ", "phối"})


def _begins_statement(tokens: Sequence[Token], place: int) -> bool:
    if place >= len(tokens):
        return True
    return tokens[place].word in PLURALS or bool(head_length(tokens, place) or duty_length(tokens, place))


def _lists_bodies(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether several bodies stand at ``place``, so that nobody can tell who wants it: đề nghị của A, | B, C."""
    if place >= len(tokens) or tokens[place].word in PLURALS:
        return False
    for index in range(place + 1, min(place + _LIST, len(tokens) - 1)):
        if tokens[index].word in {";", ":", "."} or duty_length(tokens, index):
            return False
        if tokens[index].word in {",", "và"} and tokens[index + 1].word not in PLURALS:
            if head_length(tokens, index + 1):
                return True
            if tokens[index].word == ",":
                return False
    return False


@cache
def _openings() -> Trie[bool]:
    return Trie.of({_OPENING: True})


@cache
def _kinds() -> Trie[_Kind]:
    return Trie.of({_JOINT: _Kind.JOINT, _KINDS: _Kind.PLAIN, _REASONS: _Kind.REASON, _WORKS: _Kind.WORK})
