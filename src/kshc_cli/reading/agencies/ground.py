"""The tokens of an agency cell with what cuts them: lines, brackets, list numbers, exclusions, citations."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from kshc_cli.reading.agencies.beside_times import opens_time
from kshc_cli.reading.agencies.cited import cited_ranges
from kshc_cli.reading.agencies.vocabulary import CONNECTORS, MARKS, answers_for, exclusions
from kshc_cli.reading.folding import KNOWN, Token, words_of

AND: Final = {"&": "và"}
"""What a sign stands for in names: HĐND&UBND."""
_BULLET: Final = "•"
_PARTED: Final = frozenset({";", ",", ":", ".", "và", "-", "+"})
"""What stands before the number of an item inside a line."""
_ALPHABET: Final = tuple("abcdđeghiklmnopqrstuvxy")
_UNITS: Final = frozenset("pqhtxđ")
"""Letters that are short for a unit, too: P. Công an is no item of a list, unless it goes on from o."""
_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
"""Numbers of items, beside figures."""
_STOPS: Final = MARKS | {";", ".", ":", "…", "(", ")"}
"""Marks that end whatever stands before them."""
_PARTING: Final = _STOPS | (CONNECTORS - {"với", "cùng"})
"""Marks and words that part bodies."""


class Ground:
    """A cell's tokens, and where it is cut."""

    def __init__(self, text: str) -> None:
        self.text = text
        tokens = words_of(text)
        self._lines = frozenset(_line_starts(tokens, text))
        self.tokens = _without_numbering(tokens, self._lines)
        """The words; "&" is "và"."""
        self.partner = brackets(self.tokens)
        self.opener = dict(_openers(self.partner))
        """For each token inside brackets the place of the outermost pair's first."""
        self.excluding = {words.start: words for words in exclusions(self.tokens)}
        self.cited = dict(cited_ranges(self.tokens, text))
        self.times = frozenset(place for place in range(1, len(self.tokens)) if opens_time(self.tokens, place))
        """Where times begin that stand beside bodies."""

    def word(self, place: int) -> str:
        """Return the canonical word at ``place``, empty behind the last."""
        return self.tokens[place].word if place < len(self.tokens) else ""

    def typed(self, place: int) -> str:
        """Return the word at ``place`` as typed."""
        return self.text[self.tokens[place].start : self.tokens[place].end]

    def on_new_line(self, place: int) -> bool:
        """Tell whether a line begins at ``place``."""
        return place in self._lines

    def stops(self, place: int) -> bool:
        """Tell whether the cell, a line or a statement ends at ``place``."""
        return place >= len(self.tokens) or self.on_new_line(place) or self.tokens[place].word in _STOPS

    def parts(self, place: int) -> bool:
        """Tell whether a mark or a word stands at ``place`` that parts bodies."""
        return self.tokens[place].word in _PARTING

    def first(self, place: int, least: int) -> int:
        """Return where the words begin that lead to ``place`` without a separator, ``least`` at the earliest."""
        while place > least and place not in self._lines and self.tokens[place - 1].word not in _PARTING:
            place -= 1
        return place

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


def ground_of(text: str) -> Ground:
    """Return the ground of a cell; nobody may change it, for others have the same words."""
    return _known_ground(text) if len(text) <= KNOWN else Ground(text)


_known_ground = lru_cache(maxsize=1024)(Ground)


def _line_starts(tokens: Sequence[Token], text: str) -> Iterator[int]:
    """Yield the places of the first words of all lines but the first; a title alone goes on: Lãnh đạo / Sở Nội vụ."""
    begin = 0
    for place in range(1, len(tokens)) if "\n" in text else ():
        if "\n" in text[tokens[place - 1].end : tokens[place].start]:
            if not answers_for(tokens, begin, place):
                yield place
            begin = place


def _without_numbering(tokens: tuple[Token, ...], lines: frozenset[int]) -> tuple[Token, ...]:
    """Return the tokens, the numbers of list items (1. a) (2) ii/) as bullets."""
    muted = {place for start, length in _numbers(tokens, lines) for place in range(start, start + length)}
    changed = dict.fromkeys(muted, _BULLET) | {
        place: AND[one.word] for place, one in enumerate(tokens) if one.word in AND
    }
    if not changed:
        return tokens
    return tuple([one._replace(word=changed[place]) if place in changed else one for place, one in enumerate(tokens)])


def _numbers(tokens: tuple[Token, ...], lines: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the first token and the length of each number: any one of a line, inside it those that go on counting.

    A figure before the separator may be what another figure is listed with (UBND Phường 1, 2.), but for words behind
    it that the list goes on with: 1. UBND Phường 1, 2. Phòng Nội vụ.
    """
    last: tuple[str, str] | None = None
    for place in range(len(tokens)):
        opens = place == 0 or place in lines
        parted = opens or tokens[place - 1].word in _PARTED
        if not parted or not (length := _numbering(tokens[place : place + 4])):
            continue
        mark = tokens[place : place + length]
        number = next(token.word for token in mark if token.word != "(")
        style = mark[-1].word
        names_next = style == "." and place + length < len(tokens) and place + length not in lines
        listed = not opens and place > 1 and tokens[place - 2].word.isdigit() and style != ")" and not names_next
        begins = not opens and tokens[place - 1].word == ":" and number in {"1", "a", "i"}
        follows = last is not None and last[1] == style and not listed and _is_next(last[0], number)
        opens = opens and not (style == "." and number in _UNITS)
        if opens or begins or follows:
            last = number, style
            yield place, length


def _is_next(one: str, other: str) -> bool:
    """Tell whether one number of an item may stand behind another: 1 2, a b, c đ, i ii."""
    if one.isdigit() and other.isdigit():
        return int(other) == int(one) + 1
    for row in (_ALPHABET, _ROMAN):
        if one in row and other in row:
            return 0 < row.index(other) - row.index(one) <= 1 + (row is _ALPHABET)
    return False


def _numbering(tokens: tuple[Token, ...]) -> int:
    """Return how many of the first words are the number of a list's item."""
    opened = bool(tokens) and tokens[0].word == "("
    words = [token.word for token in tokens][opened:]
    if len(words) < 2 or words[1] not in ({")"} if opened else {".", ")", "/"}):
        return 0
    if words[1] == "/" and len(words) > 2 and tokens[2 + opened].start == tokens[1 + opened].end:
        return 0
    is_number = words[0].isdigit() or words[0] in _ROMAN or (len(words[0]) == 1 and words[0].isalpha())
    return 2 + opened if is_number and not (len(words) > 2 and words[2].isdigit()) else 0


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


def _openers(partner: dict[int, int]) -> Iterator[tuple[int, int]]:
    last = -1
    for start in sorted(partner):
        if start > last:
            last = partner[start]
            yield from ((place, start) for place in range(start + 1, last))


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
