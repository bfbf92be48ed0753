"""The tokens of an agency cell with what cuts them: lines, brackets, list numbers, exclusions, citations."""

from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.reading.cited import cited_ranges
from kshc_cli.reading.folding import Token, words_of
from kshc_cli.reading.vocabulary import CONNECTORS, exclusions

AND: Final = {"&": "và"}
"""What a sign stands for in names: HĐND&UBND."""
_BULLET: Final = "•"
_STOPS: Final = frozenset({";", ".", ":", "…", "(", ")", _BULLET, "*"})
"""Marks that end whatever stands before them."""
_TIES: Final = frozenset({"với", "cùng"})
"""Connectors that belong to the words on one side of them."""


class Ground:
    """A cell's tokens, and where it is cut."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tuple(_without_numbering(words_of(text), text))
        """The words; "&" is "và"."""
        self.partner = brackets(self.tokens)
        self.excluding = {words.start: words for words in exclusions(self.tokens)}
        self.cited = dict(cited_ranges(self.tokens, text))
        self._firsts = tuple(self._segment_starts())

    def _segment_starts(self) -> Iterator[int]:
        first = 0
        for place in range(len(self.tokens)):
            if self.on_new_line(place) or (place and self.parts(place - 1)):
                first = place
            yield first

    def word(self, place: int) -> str:
        """Return the canonical word at ``place``, empty behind the last."""
        return self.tokens[place].word if place < len(self.tokens) else ""

    def typed(self, place: int) -> str:
        """Return the word at ``place`` as typed."""
        return self.text[self.tokens[place].start : self.tokens[place].end]

    def on_new_line(self, place: int) -> bool:
        """Tell whether a line begins at ``place``."""
        return 0 < place < len(self.tokens) and "\n" in self.text[self.tokens[place - 1].end : self.tokens[place].start]

    def stops(self, place: int) -> bool:
        """Tell whether the cell, a line or a statement ends at ``place``."""
        return place >= len(self.tokens) or self.on_new_line(place) or self.tokens[place].word in _STOPS

    def parts(self, place: int) -> bool:
        """Tell whether a mark or a word stands at ``place`` that parts bodies."""
        word = self.tokens[place].word
        return word in _STOPS or (word in CONNECTORS and word not in _TIES)

    def first(self, place: int) -> int:
        """Return where the words begin that lead to ``place`` without a separator."""
        return self._firsts[place]

    def behind(self, place: int) -> int:
        """Return where the words end that follow ``place`` without a separator."""
        while not self.stops(place) and not self.parts(place):
            place += 1
        return place

    def is_glued(self, place: int) -> bool:
        """Tell whether the mark at ``place`` touches the words on both sides of it."""
        return 0 < place < len(self.tokens) - 1 and (
            self.tokens[place - 1].end == self.tokens[place].start
            and self.tokens[place].end == self.tokens[place + 1].start
        )


def _without_numbering(tokens: Sequence[Token], text: str) -> Iterator[Token]:
    """Yield the tokens, the numbers of list items (1. a) (2) 3/) as bullets."""
    muted: set[int] = set()
    for place, token in enumerate(tokens):
        if place and "\n" not in text[tokens[place - 1].end : token.start]:
            continue
        opened = token.word == "("
        words = [one.word for one in tokens[place : place + 2 + opened]][opened:]
        is_item = len(words) == 2 and words[1] in ({")"} if opened else {".", ")", "/"})
        apart = place + 2 + opened >= len(tokens) or not tokens[place + 2 + opened].word.isdigit()
        if is_item and apart and (words[0].isdigit() or len(words[0]) == 1) and words[0].isalnum():
            muted.update(range(place, place + 2 + opened))
    for place, token in enumerate(tokens):
        word = _BULLET if place in muted else AND.get(token.word, token.word)
        yield token if word == token.word else token._replace(word=word)


def brackets(tokens: Sequence[Token]) -> dict[int, int]:
    """Return the place of the other half for each bracket that has one."""
    partner: dict[int, int] = {}
    waiting: list[int] = []
    for place, token in enumerate(tokens):
        if token.word == "(":
            waiting.append(place)
        elif token.word == ")" and waiting:
            partner[place] = waiting.pop()
            partner[partner[place]] = place
    return partner


def trimmed(tokens: Sequence[Token], partner: dict[int, int], start: int, end: int) -> tuple[int, int] | None:
    """Take connectors, lone brackets and a pair of brackets round the whole from both ends; None if nothing is left."""
    while start < end:
        if partner.get(start) == end - 1:
            start, end = start + 1, end - 1
        elif _falls(tokens, partner, start, start, end):
            start += 1
        elif _falls(tokens, partner, end - 1, start, end):
            end -= 1
        else:
            return start, end
    return None


def _falls(tokens: Sequence[Token], partner: dict[int, int], place: int, start: int, end: int) -> bool:
    word = tokens[place].word
    return word in CONNECTORS or (word in {"(", ")"} and not start <= partner.get(place, -1) < end)
