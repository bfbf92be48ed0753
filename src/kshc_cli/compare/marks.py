"""Where two texts differ, word by word: syllables, numbers and dates stay whole."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from kshc_cli.compare.order import aligned
from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.folding import composed

_PIECE: Final = lazy_pattern("\\s+|[\\w\u0300-\u036f](?:\\S*[\\w\u0300-\u036f])?|[^\\w\\s]")
"""Blanks, a word without the marks around it (05/QĐ-UBND and 30/6/2024 are one), or a mark."""

_CLOSE: Final = 250_000
"""Up to this product of the numbers of pieces, texts are compared piece by piece; longer ones where they are equal."""


class Mark(NamedTuple):
    """A run of words that both texts have (``=``), only the old one (``-``), or only the new one (``+``)."""

    sign: Literal["=", "-", "+"]
    words: str


def marks(old: str, new: str) -> list[Mark]:
    """Return two texts as one: what both have, and what each has alone; letters are compared composed.

    Old words come before the new ones in their place. Blanks alone part no two runs.
    """
    return exact_marks(composed(old), composed(new))


def exact_marks(old: str, new: str) -> list[Mark]:
    """Return the same of two texts whose letters stay as they are composed."""
    before, after = (_PIECE.findall(text) for text in (old, new))
    found: list[Mark] = []
    for (first, start), (last, end) in pairwise([(-1, -1), *_equal(before, after), (len(before), len(after))]):
        _put(found, "-", before[first + 1 : last])
        _put(found, "+", after[start + 1 : end])
        _put(found, "=", before[last : last + 1])
    return _joined(found)


def _equal(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where the two have the same pieces."""
    if len(old) * len(new) > _CLOSE:
        yield from aligned(old, new)
        return
    from difflib import SequenceMatcher

    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        yield from ((block.a + step, block.b + step) for step in range(block.size))


def _put(found: list[Mark], sign: Literal["=", "-", "+"], pieces: Sequence[str]) -> None:
    """Put words behind what was found: those of one run together, old ones before the new ones beside them."""
    words = "".join(pieces)
    if not words:
        return
    place = len(found)
    if sign == "-" and found and found[-1].sign == "+":
        place -= 1
    if place and found[place - 1].sign == sign:
        found[place - 1] = Mark(sign, found[place - 1].words + words)
    else:
        found.insert(place, Mark(sign, words))


def _joined(found: Sequence[Mark]) -> list[Mark]:
    """Return runs of which none is parted by blanks alone."""
    joined: list[Mark] = []
    for number, mark in enumerate(found):
        is_inside = 0 < number < len(found) - 1
        if mark.sign == "=" and not mark.words.strip() and is_inside:
            around = {one.sign for one in (*found[max(0, number - 2) : number], *found[number + 1 : number + 3])}
            if {"-", "+"} <= around:
                _put(joined, "-", [mark.words])
                _put(joined, "+", [mark.words])
                continue
        _put(joined, mark.sign, [mark.words])
    return joined
