"""The registered names of bodies, to be found in tokens; the plan's own place at a name's end may be left out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kshc_cli.plan.model import Agency
from kshc_cli.reading.folding import Token, words_of
from kshc_cli.reading.home import Home
from kshc_cli.reading.trie import Trie
from kshc_cli.reading.vocabulary import head_length


class Found(NamedTuple):
    """A registered name in the tokens, from ``start`` up to ``end``."""

    start: int
    end: int
    agency: str
    needs_home: bool = False
    """Whether it means the body only with the plan's own place behind it: Công an, of Công an phường."""


class NameBook:
    """Names with their bodies; where two bodies claim one name the first keeps it."""

    def __init__(self, agencies: Iterable[Agency], home: Home) -> None:
        self.home = home
        self.groups: set[str] = set()
        self._names: Trie[str] = Trie()
        self._stems: Trie[tuple[str, bool]] = Trie()
        stems: dict[str, tuple[str, bool] | None] = {}
        for agency in agencies:
            if agency.is_group:
                self.groups.add(agency.id)
            for name in (agency.name, *agency.aliases):
                self._names.add(name, agency.id)
                self._gather_stem(name, agency.id, stems)
        for stem, owner in stems.items():
            if owner is not None:
                self._stems.add(stem, owner)

    def _gather_stem(self, name: str, agency: str, stems: dict[str, tuple[str, bool] | None]) -> None:
        tokens = words_of(name)
        length = self.home.stem_length(tokens)
        if length < len(tokens):
            stem = " ".join(token.word for token in tokens[:length])
            owner = (agency, head_length(tokens, 0) == length)
            stems[stem] = owner if stems.get(stem, owner) == owner else None

    def found(self, tokens: Sequence[Token]) -> Iterator[Found]:
        """Yield the names in the tokens, from left to right, the longest at each place."""
        place = 0
        while place < len(tokens):
            agency, length = self._names.longest(tokens, place)
            stem, stem_length = self._stems.longest(tokens, place)
            if stem is not None and (agency is None or stem_length > length):
                yield Found(place, place + stem_length, *stem)
                length = stem_length
            elif agency is not None:
                yield Found(place, place + length, agency)
            place += length
