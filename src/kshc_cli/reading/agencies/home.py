"""The plan's own place behind a body: Phòng Nội vụ | thành phố Sa Đéc, Công an | P. An Bình, Các phòng | thuộc Sở."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from kshc_cli.plan.act import Issuer
from kshc_cli.reading.agencies.vocabulary import ORGANS, PLACES, TWO_SYLLABLES, head_length
from kshc_cli.reading.folding import Token, words_of
from kshc_cli.reading.trie import Trie

_SHORT: Final = {
    "tỉnh": (),
    "thành phố": ("tp", "tp."),
    "thị xã": ("tx", "tx."),
    "thị trấn": ("tt", "tt."),
    "quận": ("q", "q."),
    "huyện": ("h", "h."),
    "phường": ("p", "p."),
    "xã": ("x", "x."),
    "đặc khu": ("đk", "đk."),
}
"""The kinds of administrative units with their abbreviations."""

_LEVELS: Final = {"tỉnh": "tỉnh", "huyện": "huyện", "quận": "huyện", "thị xã": "huyện"} | dict.fromkeys(
    ("xã", "phường", "thị trấn", "đặc khu"), "xã"
)
"""What "cấp …" says of a unit; a thành phố may be of either level."""

_FIRSTS: Final = frozenset(word.split()[0] for kind, shorts in _SHORT.items() for word in (kind, *shorts))
"""First words of units."""

LEVELS: Final = frozenset(("trung ương", "trên", *_SHORT, *(short for shorts in _SHORT.values() for short in shorts)))
"""Words that mean a level of the state."""

_LEADING: Final = """
thuộc|trực thuộc|của|tại|ở|trong|toàn|trong toàn|trên toàn|trên địa bàn|thuộc địa bàn|tại địa bàn|đóng trên địa bàn
trong địa bàn|trên địa bàn toàn|thuộc phạm vi quản lý của|trực thuộc địa bàn
"""
"""Words that join a body to its place."""

_ALONE: Final = "trên địa bàn|tại địa bàn|trực thuộc|địa phương|tại địa phương|ở địa phương|thuộc phạm vi quản lý"
"""Words that mean the plan's own place by themselves."""

_COMMITTEES: Final = ("ubnd", "ủy ban nhân dân")


_ORGANS: Final = (*ORGANS, *ORGANS.values())

_APART: Final = ("đảng ", "chi bộ ", "đoàn ", "hội ", "công đoàn ", "mặt trận ", "liên đoàn ")
"""First words of bodies of which the committee has one of its own: Đảng ủy | UBND phường."""


class _Unit(NamedTuple):
    """An administrative unit: what it is, and its name, empty where nobody says it."""

    kind: str
    place: str


class PlacePhrase(NamedTuple):
    """What a place may be called: the words, in which book of a Home they stand, and whether its name is in them."""

    book: str
    words: tuple[str, ...]
    is_full: bool

    @property
    def telling(self) -> frozenset[str]:
        """The words that tell the place from others of its kind; none where all may be called so: UBND phường."""
        return frozenset(self.words) - _general_words()


@cache
def _general_words() -> frozenset[str]:
    kinds = (word for kind, shorts in _SHORT.items() for word in (kind, *shorts))
    return frozenset(token.word for words in (*kinds, *_COMMITTEES, "cấp") for token in words_of(words))


def phrases_of(issuer: Issuer | None) -> tuple[PlacePhrase, ...]:
    """Return what the places may be called that an issuer is of, the first claims of equal ones first."""
    named = () if issuer is None else _named(issuer)
    return tuple(
        PlacePhrase(book, tuple(token.word for token in words_of(form)), is_full) for book, form, is_full in named
    )


def _named(issuer: Issuer) -> Iterator[tuple[str, str, bool]]:
    own, above = _unit_in(issuer.name), _unit_in(issuer.parent or "")
    if own is None:
        yield from (("own", name, False) for name in _office_names(issuer.name))
        yield "places", issuer.name, True
    elif not own.place:
        own = _Unit(own.kind, above.place if above and above.kind == own.kind else issuer.place)
    units = tuple(dict.fromkeys(unit for unit in (own, above) if unit is not None))
    yield from (("places", f"{unit.kind} {unit.place}", True) for unit in units)
    for unit in units[:1]:
        yield from (("above" if own is None else "own", form, _is_full(form, unit)) for form in _forms(unit))
    yield from (("province", form, False) for form in _province_forms(units))


class Home:
    """The place that a plan is of, from the names of its issuer and of the body above it."""

    def __init__(self, phrases: Iterable[PlacePhrase]) -> None:
        books: dict[str, Trie[bool]] = {name: Trie() for name in ("own", "above", "province", "places")}
        for phrase in phrases:
            books[phrase.book].add_words(phrase.words, phrase.is_full)
        self._own, self._above = books["own"], books["above"]
        self._province, self._places = books["province"], books["places"]

    def length(self, tokens: Sequence[Token], start: int, end: int) -> int:
        """Return how many tokens from ``end`` on say the plan's own place of the body named from ``start`` to ``end``.

        0 if none do. A Sở is the province's, whoever's plan it is. Behind a name that ends in a unit (Công an tỉnh)
        only the name of the plan's own one says nothing new.
        """
        for ending in (2, 1):
            known, length = self._places.longest(tokens, max(end - ending, start + 1))
            if known and length > ending:
                return length - ending
        return self.length_at(start, end, tokens, end)

    def length_at(self, start: int, end: int, tokens: Sequence[Token], place: int) -> int:
        """Return how many tokens at ``place`` say the plan's own place of the body named from ``start`` to ``end``."""
        if tokens[start].word == "sở":
            return _matched(self._province, tokens, place)
        if self.committee_length(tokens, place) and _is_apart(tokens, start, end):
            return 0
        found, lead = _leading().longest(tokens, place)
        bare = head_length(tokens, start) == end - start
        behind = self._place_length(tokens, place + lead, bare=bare) if found is not None else 0
        if behind:
            return lead + behind
        if found:
            return lead
        return 0 if _ends_in_unit(tokens, start, end) else self._place_length(tokens, place, bare=bare)

    def _place_length(self, tokens: Sequence[Token], place: int, *, bare: bool) -> int:
        """Of an office's plan the unit above is its own too, but a bare Thanh tra tỉnh is not the office's."""
        return _matched(self._own, tokens, place) or (0 if bare else _matched(self._above, tokens, place))

    def is_place_of(self, name: Sequence[Token], words: Sequence[Token]) -> bool:
        """Tell whether words in brackets say the plan's own place of a body: Trạm Y tế (An Bình).

        They may repeat the unit that the name ends in: Công an phường (phường An Bình).
        """
        units = [length for length in (2, 1) if _said(name[-length:]) == _said(words[:length])]
        again = units[0] if units else 0
        return 0 < len(words) - again == self.length((*name, *words[again:]), 0, len(name))

    def committee_length(self, tokens: Sequence[Token], place: int) -> int:
        """Return how many tokens at ``place`` name the committee that issues the plan; 0 if they do not."""
        is_one = place < len(tokens) and tokens[place].word in {"ubnd", "ủy"}
        return _matched(self._own, tokens, place) if is_one else 0

    def is_own_organ(self, name: Sequence[Token]) -> bool:
        """Tell whether a name means the people's council or committee of the plan's own place."""
        words = _said(name)
        ends = (len(organ.split()) for organ in _ORGANS if f"{words} ".startswith(f"{organ} "))
        return any(end == len(name) or end + _matched(self._own, name, end) == len(name) for end in ends)

    def full_length(self, tokens: Sequence[Token], place: int) -> int:
        """Return how many tokens name the plan's own place in full at ``place``: thành phố Sa Đéc; 0 if none do."""
        for book in (self._own, self._places):
            full, length = book.longest(tokens, place)
            if full:
                return length
        return 0

    def stem_length(self, tokens: Sequence[Token]) -> int:
        """Return how many tokens of a name stand before the plan's own unit at its end; all of them if it has none."""
        for place in range(len(tokens) - 1, 1, -1):
            if tokens[place].word not in _FIRSTS:
                continue
            known, length = self._own.longest(tokens, place)
            if known is not None and place + length == len(tokens):
                return place if _may_end(tokens[place - 1].word) else len(tokens)
        return len(tokens)


def _said(tokens: Sequence[Token]) -> str:
    return " ".join(token.word for token in tokens)


def _is_apart(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a body is of the Party or a union: one of the same name is in the committee itself."""
    words = f"{_said(tokens[start:end])} "
    return words.endswith(" đảng ủy ") or words.startswith(_APART)


def _matched(book: Trie[bool], tokens: Sequence[Token], place: int) -> int:
    known, length = book.longest(tokens, place)
    return length if known is not None else 0


def _may_end(word: str) -> bool:
    return word.isalnum() and word not in PLACES and word not in {"và", "các", "những", "thuộc", "của", "trong"}


def _unit_in(name: str) -> _Unit | None:
    """Return the administrative unit that a name ends in: Ủy ban nhân dân | thành phố Sa Đéc."""
    words = [token.word for token in words_of(name)]
    for place, word in enumerate(words):
        if word in PLACES:
            length = 2 if word in TWO_SYLLABLES else 1
            kind = " ".join(words[place : place + length])
            if kind in _SHORT:
                return _Unit(kind, " ".join(words[place + length :]))
    return None


def _office_names(name: str) -> Iterator[str]:
    """Yield how an office without a unit in its name is called by its own departments: Sở Tư pháp, Sở."""
    words = words_of(name)
    yield name
    if words:
        yield words[0].word
        yield "nhà trường" if words[0].word == "trường" else "cơ quan"


def _forms(unit: _Unit) -> Iterator[str]:
    kinds = (unit.kind, *_SHORT[unit.kind])
    plain = [*kinds, *(f"{kind} {unit.place}" for kind in kinds if unit.place)]
    yield from plain
    yield from (f"{committee} {form}" for committee in _COMMITTEES for form in plain)
    if unit.place and not unit.place.isdigit():
        yield unit.place
        initials = "".join(word[0] for word in unit.place.split())
        if len(initials) > 1:
            yield from (f"{short}{space}{initials}" for short in _SHORT[unit.kind] for space in ("", " "))
    if level := _LEVELS.get(unit.kind):
        yield f"cấp {level}"


def _province_forms(units: Sequence[_Unit]) -> Iterator[str]:
    """Yield how the province of the plan is called; only the bare word where its name is not known."""
    highest = units[-1] if units else None
    if highest is None or highest.kind not in {"tỉnh", "thành phố"}:
        yield "tỉnh"
        return
    if highest.kind == "tỉnh" or len(units) > 1:
        yield from _forms(highest)
    else:
        yield from ("tỉnh", *_forms(highest))


def _is_full(form: str, unit: _Unit) -> bool:
    """Tell whether a form has the name of the unit."""
    return bool(unit.place) and f" {form}".endswith(f" {unit.place}")


def _ends_in_unit(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a name ends in a bare unit: Công an | tỉnh."""
    lasts = (" ".join(token.word for token in tokens[max(end - length, start + 1) : end]) for length in (1, 2))
    return any(last in _SHORT for last in lasts)


@cache
def _leading() -> Trie[bool]:
    return Trie.of({_ALONE: True, _LEADING: False})
