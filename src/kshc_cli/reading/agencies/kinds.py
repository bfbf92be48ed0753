"""Which group a body belongs to by its name: UBND phường 5 to UBND các xã, phường; Phòng Tư pháp to Các phòng, ban.

A name has to say all that the group says of its kind: Các trường tiểu học have Trường Tiểu học Kim Đồng, not Trường
Mầm non Hoa Sen. Where a group says no more than a kind, a body has to be called as bodies of this kind are.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from kshc_cli.plan.model import Agency
from kshc_cli.reading.agencies.adjoining import field_length, is_short_for_fields, quantity_length, tail_length
from kshc_cli.reading.agencies.home import Home
from kshc_cli.reading.agencies.vocabulary import (
    CONNECTORS,
    PLACES,
    PLURALS,
    head_length,
    kind_length,
    known_length,
    title_length,
)
from kshc_cli.reading.folding import Token, words_of
from kshc_cli.reading.trie import Phrases

_OFFICES: Final = frozenset({"phòng", "sở", "bộ", "vụ", "cục"})
"""Kinds of bodies of which a government has one for each field of work."""
_CALLED_BY_WORK: Final = _OFFICES | {"chi cục", "trung tâm", "trạm"}
"""Kinds of bodies that are called by their field of work; Phòng giao dịch of a bank is no office of the committee."""
_SCHOOLS: Final = Phrases(
    "mầm non|mẫu giáo|tiểu học|trung học|trung học cơ sở|trung học phổ thông|thcs|thpt|phổ thông|th"
)
_NAMED: Final = frozenset(
    [
        *("khóm", "ấp", "thôn", "khu phố", "tổ dân phố", "xã", "phường", "thị trấn", "đặc khu", "huyện", "quận"),
        *("thị xã", "thành phố", "tỉnh", "hợp tác xã"),
    ]
)
"""Kinds of bodies that have a name or a number of their own."""
_OWN_WORK: Final = Phrases("quản lý|tổ chức cán bộ|ngân sách|thanh tra|pháp chế")
"""Fields of work of the departments of an office, beside those that many bodies have."""
_SAYING_NOTHING: Final = Phrases("chuyên môn|nghiệp vụ|chức năng|học")
"""Words of a group that tell none of its members from others of their kind."""


class _Listed(NamedTuple):
    """What a group lists: the words that its members begin with, the kind in them, and whether that is all it says."""

    words: str
    kind: str
    bare: bool


class Kinds:
    """Groups by the kinds of bodies that their names list."""

    def __init__(self, groups: Iterable[Agency], home: Home) -> None:
        self._home = home
        self._groups: dict[str, dict[str, _Listed]] = {}
        for group in groups:
            for listed in self._listed(_words(group.name)):
                self._groups.setdefault(listed.words, {})[group.id] = listed

    def groups_for(self, name: str) -> tuple[str, ...]:
        """Return the ids of the groups that list the kind of body which ``name`` says that it is.

        The issuer is in none of them.
        """
        words = _words(name)
        words = () if self._home.is_own_organ(words) else words[: self._home.stem_length(words)]
        found: dict[str, None] = {}
        for length in range(1, len(words) + 1):
            groups = self._groups.get(_said(words[:length]), {})
            found |= {group: None for group, listed in groups.items() if _is_one(words, length, listed)}
        return tuple(found)

    def _listed(self, words: tuple[Token, ...]) -> Iterator[_Listed]:
        """Yield what a group lists behind "các"; nothing where it means those of others, or only some: có liên quan."""
        start = next((place for place, token in enumerate(words) if token.word in PLURALS), len(words))
        first = title_length(words, 0) if words else 0
        first += 0 if first >= start else quantity_length(words, first)
        before = _said(words[first:start])
        found: list[_Listed] = []
        kind, place = "", start + 1
        while place < len(words):
            if words[place].word == ":":
                return
            if words[place].word in CONNECTORS:
                place += 1
                continue
            length = kind_length(words, place)
            kind = _said(words[place : place + length]) if length else kind
            place, more = self._more(words, start + 1, place + length)
            if not kind or _is_of_others(more) or any(tail_length(more, one)[0] for one in range(len(more))):
                return
            found.append(_Listed(" ".join(filter(None, (before, kind, _said(more)))), kind, bare=not more))
            if any(kind_length(more, one) for one in range(len(more))):
                break
        yield from found

    def _more(self, words: tuple[Token, ...], start: int, place: int) -> tuple[int, tuple[Token, ...]]:
        """Return where the item of a list ends, and what it says of its kind: các trường | tiểu học | trên địa bàn."""
        more: list[Token] = []
        while place < len(words) and words[place].word not in CONNECTORS:
            if not more and _begins_kind(words, place):
                break
            nothing = self._nothing_length(words, start, place, opens=not more)
            if not nothing:
                more.append(words[place])
            place += max(nothing, 1)
        return place, tuple(more)

    def _nothing_length(self, words: tuple[Token, ...], start: int, place: int, *, opens: bool) -> int:
        """Return how many words at ``place`` say of a group only that it is the plan's own, or what all could say."""
        return (opens and _SAYING_NOTHING.length(words, place)) or self._home.length(words, start, place)


def _begins_kind(words: tuple[Token, ...], place: int) -> bool:
    """Tell whether a further kind is listed right behind one: các sở | ban | ngành tỉnh, các xã | phường."""
    level = words[place].word in PLACES and words[place - 1].word not in PLACES
    return not level and kind_length(words, place) > 0


def _is_of_others(more: Sequence[Token]) -> bool:
    return any(token.word in PLACES or token.word in {"thuộc", "của", "cấp"} for token in more)


def _is_one(words: tuple[Token, ...], length: int, listed: _Listed) -> bool:
    """Tell whether a name that begins with what a group lists goes on like that of a member."""
    rest = words[length:]
    if not listed.bare:
        return not rest if listed.kind in _OFFICES else _is_name(words, length)
    if listed.kind in _CALLED_BY_WORK:
        return bool(rest) and _are_fields(rest)
    if listed.kind == "trường":
        return _SCHOOLS.length(words, length) > 0
    return listed.kind in _NAMED and bool(rest) and _is_name(words, length)


def _is_name(words: tuple[Token, ...], place: int) -> bool:
    """Tell whether what stands at ``place`` may be one body's own name; a joint there makes another body."""
    if place < len(words) and words[place].word in CONNECTORS:
        return False
    while place < len(words):
        if head_length(words, place):
            return False
        place += known_length(words, place)
    return True


def _are_fields(words: tuple[Token, ...]) -> bool:
    place = 0
    while place < len(words):
        length = field_length(words, place) or _OWN_WORK.length(words, place)
        word = words[place].word
        if not length and word not in CONNECTORS and not is_short_for_fields(word):
            return False
        place += max(length, 1)
    return True


def _said(words: Sequence[Token]) -> str:
    return " ".join(token.word for token in words)


def _words(name: str) -> tuple[Token, ...]:
    """Return the words of a name, Ủy ban nhân dân as UBND."""
    words = words_of(name)
    if _said(words[:4]) == "ủy ban nhân dân":
        return (Token("ubnd", words[0].start, words[3].end), *words[4:])
    return words
