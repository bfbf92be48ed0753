"""Which group a body belongs to by its name: UBND phường 5 to UBND các xã, phường; Phòng Tư pháp to Các phòng, ban."""

from collections.abc import Iterable, Iterator
from typing import Final

from kshc_cli.plan.model import Agency
from kshc_cli.reading.agencies.vocabulary import CONNECTORS, PLURALS, kind_length
from kshc_cli.reading.folding import Token, words_of

_GENERAL: Final = frozenset({"cơ quan", "đơn vị", "tổ chức", "cá nhân", "đoàn thể", "địa phương", "doanh nghiệp"})
"""Kinds that say nothing of a name."""


class Kinds:
    """Groups by the kinds of bodies that their names list."""

    def __init__(self, groups: Iterable[Agency]) -> None:
        self._groups: dict[str, list[str]] = {}
        for group in groups:
            for kind in dict.fromkeys(_listed(group.name)):
                self._groups.setdefault(kind, []).append(group.id)

    def groups_for(self, name: str) -> tuple[str, ...]:
        """Return the ids of the groups that list the kind of body that ``name`` begins with."""
        words = _words(name)
        starts = [_kind_at(words, 0), _kind_at(words, 1)]
        return tuple(group for kind in starts if kind for group in self._groups.get(kind, ()))


def _words(name: str) -> tuple[Token, ...]:
    """Return the words of a name, Ủy ban nhân dân as UBND."""
    words = words_of(name)
    if [token.word for token in words[:4]] == ["ủy", "ban", "nhân", "dân"]:
        return (Token("ubnd", words[0].start, words[3].end), *words[4:])
    return words


def _kind_at(words: tuple[Token, ...], place: int) -> str:
    """Return the kind of bodies at ``place`` with what stands before it, empty if there is none."""
    length = kind_length(words, place)
    kind = " ".join(token.word for token in words[place : place + length])
    return "" if not kind or kind in _GENERAL else " ".join([token.word for token in words[:place]] + [kind])


def _listed(name: str) -> Iterator[str]:
    """Yield the kinds that a group lists behind "các", each with the word before it: ubnd xã, ubnd phường."""
    words = _words(name)
    start = next((place for place, token in enumerate(words[:2]) if token.word in PLURALS), None)
    place = len(words) if start is None else start + 1
    while place < len(words):
        length = kind_length(words, place)
        if not length and words[place].word not in CONNECTORS:
            return
        kind = " ".join(token.word for token in words[place : place + length])
        if kind and kind not in _GENERAL:
            yield " ".join([token.word for token in words[:start]] + [kind])
        place += max(length, 1)
