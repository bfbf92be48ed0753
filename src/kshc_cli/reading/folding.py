"""Folding of Vietnamese text: what makes two spellings of the same words equal, and words with their place."""

import unicodedata
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Final, NamedTuple

from kshc_cli.patterns import lazy_pattern

_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d\u00f7"
"""Signs for "from … to …", the ÷ of technical papers too: tháng 3÷5."""
_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_STROKED: Final = "\u00f0\u0256"
"""Letters that some keyboards give for đ; they look like it."""
_PLAIN: Final = str.maketrans(dict.fromkeys(_DASHES, "-") | dict.fromkeys(_UNSEEN, "") | dict.fromkeys(_STROKED, "đ"))
_UNLIKE: Final = frozenset(f"{_DASHES}{_UNSEEN}{_STROKED}")
"""What is put plainly; few texts have any, and to look each letter up takes six times as long as to see that."""

_TOKEN: Final = lazy_pattern(f"[0-9]+|(?:[^\\W\\d_]|[\u0300-\u036f{_UNSEEN}])+|\\S")
_APART: Final = lazy_pattern(r"[\W_]+")
_LONG: Final = 1000
KNOWN: Final = 300
"""Characters of the longest text whose reading is remembered: the cells of many plans say the same."""
_PIECE: Final = lazy_pattern(r"\s+|\S{1,200}")


def _toned(vowel: str) -> list[str]:
    return [unicodedata.normalize("NFC", vowel + mark) for mark in "\u0300\u0301\u0303\u0309\u0323"]


# Where a syllable ends in oa, oe or uy its tone mark may stand on either vowel: hóa or hoá, khỏe or khoẻ, ủy or uỷ.
# The first is taken. Inside a syllable (hoàn) and after q (quý) only the second is right: hòan and qúy are slips.
_ON_FIRST: Final = {
    second_toned: first_toned
    for first, second in ("oa", "oe", "uy")
    for second_toned, first_toned in zip(
        (first + vowel for vowel in _toned(second)), (vowel + second for vowel in _toned(first)), strict=True
    )
}
_ON_SECOND: Final = {first_toned: second_toned for second_toned, first_toned in _ON_FIRST.items()}
_OPEN: Final = lazy_pattern(f"(?<!q)(?:{'|'.join(_ON_FIRST)})(?![^\\W\\d_])", needs=tuple(_ON_FIRST))
_CLOSED: Final = lazy_pattern(
    f"(?:{'|'.join(_ON_SECOND)})(?=[^\\W\\d_])|(?<=q)(?:{'|'.join(_ON_SECOND)})", needs=tuple(_ON_SECOND)
)


class Token(NamedTuple):
    """A run of letters, a run of digits, or one other mark; ``start`` and ``end`` count characters of the text."""

    word: str
    """The canonical spelling."""
    start: int
    end: int


def composed(text: str) -> str:
    """Return ``text`` in NFC, in time linear in its length even for hostile stacks of combining marks."""
    if len(text) <= _LONG:
        return unicodedata.normalize("NFC", text)
    return "".join(unicodedata.normalize("NFC", piece) for piece in _PIECE.findall(text))


def canonical(text: str) -> str:
    """Return the spelling that all spellings of the same words share; for comparing, never for showing.

    NFC, no capitals, tone marks in one place (hóa, ủy, quý), every dash a hyphen, one space for any white space,
    none at the ends, no invisible characters. Quý and quí, hàng and hằng stay different words.
    """
    return _known_spelling(text) if len(text) <= KNOWN else _spelling(text)


def _spelling(text: str) -> str:
    small = composed(text).casefold()
    plain = " ".join(composed(small if _UNLIKE.isdisjoint(small) else small.translate(_PLAIN)).split())
    if plain.isascii():
        return plain
    return _CLOSED.sub(lambda pair: _ON_SECOND[pair[0]], _OPEN.sub(lambda pair: _ON_FIRST[pair[0]], plain))


_known_spelling = lru_cache(maxsize=4096)(_spelling)


def fold(text: str) -> str:
    """Return ``canonical(text)`` without diacritics and with d for đ: "Văn phòng" becomes "van phong"."""
    plain = canonical(text)
    if plain.isascii():
        return plain
    apart = "".join(unicodedata.normalize("NFD", character) for character in plain)
    letters = "".join(character for character in apart if not unicodedata.combining(character))
    return composed(letters.replace("đ", "d"))


def squeezed(word: str) -> str:
    """Return ``fold(word)`` without what parts it: Chủ_trì, chu-tri and ChuTri are one."""
    return _APART.sub("", fold(word))


_cached_word = lru_cache(maxsize=4096)(_spelling)
_CACHED: Final = 30
"""Characters of the longest word that is remembered."""
_token: Final[Callable[[tuple[str, int, int]], Token]] = partial(tuple.__new__, Token)
"""Makes a token without the call of its constructor: cells are cut into many."""


def words_of(text: str) -> tuple[Token, ...]:
    """Cut ``text`` into tokens; white space and invisible characters belong to none.

    ``text[token.start:token.end]`` is the token as typed. "HĐND& UBND" and "HĐND&UBND" give the same three words.
    """
    return _known_words(text) if len(text) <= KNOWN else _words(text)


def _words(text: str) -> tuple[Token, ...]:
    return tuple(
        [
            _token((word, start, end))
            for start, end in [match.span() for match in _TOKEN.finditer(text)]
            if (word := _cached_word(text[start:end]) if end - start <= _CACHED else canonical(text[start:end]))
        ]
    )


_known_words = lru_cache(maxsize=2048)(_words)
