"""The registered names of bodies, to be found in tokens; the plan's own place at a name's end may be left out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from kshc_cli.plan.model import Agency
from kshc_cli.reading.agencies.ground import AND
from kshc_cli.reading.agencies.home import Home
from kshc_cli.reading.agencies.vocabulary import ORGANS, PLACES, PLURALS, TWO_SYLLABLES, exclusions, head_length
from kshc_cli.reading.folding import Token, words_of
from kshc_cli.reading.trie import Trie

_OPENS_LIST: Final = frozenset({":", "(", "bao", "gồm"})
"""What may stand between the name of a group and those of it that are meant."""
_LISTING: Final = frozenset({",", "và", ":", ";"})
_PARTS: Final = frozenset({",", "và", "/"})
"""What parts the units in the name of a group: UBND các xã, phường."""
_NO_WORDS: Final[tuple[tuple[Token, ...], ...]] = ()
_LONGEST: Final = 20
"""Words of a name's end."""
_LIST: Final = 12
"""Words behind a colon among which a body of a list begins."""


class Found(NamedTuple):
    """A registered name in the tokens, from ``start`` up to ``end``."""

    start: int
    end: int
    agency: str
    needs_home: bool = False
    """Whether it means the body only with the plan's own place behind it: Công an, of Công an phường."""
    is_item: bool = False
    """Whether it is an item of a list, without the words that all items share."""


class NameBook:
    """Names with their bodies; where two bodies claim one name the first keeps it."""

    def __init__(self, agencies: Iterable[Agency], home: Home) -> None:
        self.home = home
        self.groups: set[str] = set()
        self.members: dict[str, frozenset[str]] = {}
        """The bodies of each group whose members are known."""
        self._names: Trie[str] = Trie()
        self._stems: Trie[tuple[str, bool]] = Trie()
        stems: dict[str, tuple[str, bool] | None] = {}
        """Names without the plan's own place at the end, and names with organs spelt in the other way."""
        for agency in agencies:
            if agency.is_group:
                self.groups.add(agency.id)
            if agency.members:
                self.members[agency.id] = frozenset(agency.members)
            for name in (agency.name, *agency.aliases):
                self._add(name, agency.id, stems)
        for stem, owner in stems.items():
            if owner is not None:
                self._stems.add_words(stem.split(" "), owner)

    def _add(self, name: str, agency: str, stems: dict[str, tuple[str, bool] | None]) -> None:
        tokens = words_of(name)
        words = [AND.get(token.word, token.word) for token in tokens]
        self._names.add_words(words, agency)
        length = self.home.stem_length(tokens)
        _gather(_exchanged(" ".join(words)), (agency, False), stems)
        if length < len(words):
            stem = " ".join(words[:length])
            bare = head_length(tokens, 0) == length
            _gather([stem, *_exchanged(stem)], (agency, bare), stems)

    def found(self, tokens: Sequence[Token]) -> Iterator[Found]:
        """Yield the names in the tokens, from left to right, the longest at each place.

        Of an item in a list the words that all share may be left out: các Sở: Tài chính, Nội vụ; UBND Phường 1, 2.
        """
        place, first, shared, members = 0, 0, _NO_WORDS, _NO_WORDS
        excluding = {one for words in exclusions(tokens) for one in range(words.start, words.end)}
        while place < len(tokens):
            if (name := self._name_at(tokens, place)) and (listed := self._members_behind(tokens, name)):
                first, shared = place, listed
                place = _behind_opening(tokens, name.end)
                continue
            if name:
                shared = _shared(tokens[name.start : name.end])
                members = _of_members(tokens[name.start : name.end]) if name.agency in self.groups else _NO_WORDS
            elif name := self._item_at(shared, tokens, place, first):
                first = name.end
            elif listed := self._listed_at(tokens, place):
                first, shared = place, listed
                place += 1 + len(listed[0])
                continue
            if name:
                yield name
                place = first = name.end
            else:
                kept = shared if tokens[place].word in _LISTING else _NO_WORDS
                shared = members if place in excluding else kept
                place += 1

    def _name_at(self, tokens: Sequence[Token], place: int) -> Found | None:
        word = tokens[place].word if place < len(tokens) else ""
        if word not in self._names.firsts and word not in self._stems.firsts:
            return None
        agency, length = self._names.longest(tokens, place)
        stem, stem_length = self._stems.longest(tokens, place)
        if stem is not None and (agency is None or stem_length > length):
            return Found(place, place + stem_length, *stem)
        return None if agency is None else Found(place, place + length, agency)

    def _item_at(
        self, shared: tuple[tuple[Token, ...], ...], tokens: Sequence[Token], place: int, first: int
    ) -> Found | None:
        """Return the name that an item is the end of; the first one of a list begins where the list does."""
        for words in shared:
            name = self._name_at((*words, *tokens[place : place + _LONGEST]), 0)
            if name is not None and name.end > len(words) and not name.needs_home:
                opens = any(token.word in PLURALS for token in tokens[first:place])
                return Found(first if opens else place, place + name.end - len(words), name.agency, is_item=True)
        return None

    def _members_behind(self, tokens: Sequence[Token], name: Found) -> tuple[tuple[Token, ...], ...]:
        """Return the words that the items share which stand listed behind a group's name, none if none do."""
        return self._shared_by_items(tokens, name.start, name.end) if name.agency in self.groups else _NO_WORDS

    def _shared_by_items(self, tokens: Sequence[Token], start: int, end: int) -> tuple[tuple[Token, ...], ...]:
        """Return the words of a group's name that the items behind it share: these alone are meant.

        UBND các xã: Tân Bình, Long Hòa. Các sở (Nội vụ, Tư pháp). UBND các xã Tân Bình, Long Hòa.
        """
        if end + 1 >= len(tokens):
            return _NO_WORDS
        shared, begin = _of_members(tokens[start:end]), _behind_opening(tokens, end)
        items = range(begin, min(begin + _LIST, len(tokens)) if tokens[end].word == ":" else begin + 1)
        starts = (place for place in items if place == begin or tokens[place - 1].word in _LISTING)
        return shared if shared and any(self._item_at(shared, tokens, one, start) for one in starts) else _NO_WORDS

    def _listed_at(self, tokens: Sequence[Token], place: int) -> tuple[tuple[Token, ...], ...]:
        """Return the words that the items behind "các" share, none if a name begins there."""
        head = head_length(tokens, place)
        units = place + head + 1
        if head and units < len(tokens) and tokens[units - 1].word in PLURALS and tokens[units].word in PLACES:
            return self._shared_by_items(tokens, place, units + 1)
        if tokens[place].word not in PLURALS or self._name_at(tokens, place + 1):
            return _NO_WORDS
        words = tuple(tokens[place + 1 : place + 1 + head_length(tokens, place + 1)])
        return (words,) if words else _NO_WORDS


def _gather(names: Iterable[str], owner: tuple[str, bool], stems: dict[str, tuple[str, bool] | None]) -> None:
    """Note whose the names are; what two bodies could be called is nobody's."""
    for name in names:
        stems[name] = owner if stems.get(name, owner) == owner else None


def _exchanged(words: str) -> list[str]:
    """Return a name with organs of the state in full where they are abbreviated, and the reverse."""
    found = [words]
    for full, short in ORGANS.items():
        if full in words:
            found += [one.replace(full, short) for one in found]
        elif f" {short} " in f" {words} ":
            found += [f" {one} ".replace(f" {short} ", f" {full} ").strip() for one in found]
    return found[1:]


def _behind_opening(tokens: Sequence[Token], place: int) -> int:
    """Return the place behind what opens a list there, the place itself where nothing does."""
    while place < len(tokens) and tokens[place].word in _OPENS_LIST:
        place += 1
    return place


def _of_members(group: Sequence[Token]) -> tuple[tuple[Token, ...], ...]:
    """Return the words of a group's name that its members, named behind it, may leave out, with or without their unit.

    UBND các xã, phường: An Hòa, Phường 1; UBND các xã (xã An Hòa). None where the name is no plural.
    """
    plural = next((place for place, token in enumerate(group) if token.word in PLURALS), len(group))
    head, units = tuple(group[:plural]), [list[Token]()]
    for token in group[plural + 1 :]:
        if token.word in _PARTS:
            units.append([])
        else:
            units[-1].append(token)
    named = tuple((*head, *unit) for unit in units if unit)
    return (*named, head) if head and any(unit and unit[-1].word in PLACES for unit in units) else named


def _shared(name: Sequence[Token]) -> tuple[tuple[Token, ...], ...]:
    """Return the words of a name that the next item may leave out: all but its number; head and unit; head."""
    head = head_length(name, 0)
    unit = head + 1 + (name[head].word in TWO_SYLLABLES) if head < len(name) and name[head].word in PLACES else 0
    lengths = (len(name) - 1 if name[-1].word.isdigit() else 0, unit, head)
    return tuple(tuple(name[:length]) for length in lengths if 0 < length < len(name))
