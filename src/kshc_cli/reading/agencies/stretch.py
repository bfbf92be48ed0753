"""Words of an agency cell, token by token: where names of bodies begin in them, what is in brackets or cited."""

from typing import Final

from kshc_cli.reading.agencies.cited import cited_ranges
from kshc_cli.reading.agencies.ground import brackets
from kshc_cli.reading.agencies.vocabulary import (
    PLURALS,
    answers_for,
    duty_length,
    exclusions,
    head_length,
    is_called,
    kind_length,
    names_place,
    title_length,
)
from kshc_cli.reading.folding import words_of

VILLAGES: Final = ("khóm", "ấp", "thôn", "khu phố", "tổ dân")
_LONGEST_HEAD: Final = 8
"""Tokens of the longest head of a body."""


class Stretch:
    """The tokens of a text; places are tokens, from 0 on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = words_of(text)
        self.partner = brackets(self.tokens)
        self.cited = dict(cited_ranges(self.tokens, text))
        self.excluding = frozenset(words.start for words in exclusions(self.tokens))

    def is_in_head(self, start: int, place: int) -> bool:
        """Tell whether a joint is part of a head that begins before it: Báo | và Phát thanh | , Truyền hình."""
        before = range(max(start, place - _LONGEST_HEAD), place)
        return any(head_length(self.tokens, at) > place - at for at in before)

    def is_list_of_names(self, start: int) -> bool:
        """Tell whether "các" stands before the name of one body: of a government there is one Sở Nội vụ only."""
        called = start + 2 < len(self.tokens) and self.tokens[start].word in PLURALS and self.is_called(start + 2)
        return called and self.tokens[start + 1].word in {"sở", "bộ"} and not kind_length(self.tokens, start + 2)

    def begins_body(self, place: int) -> bool:
        """Tell whether the words at ``place`` begin like a body's name; duty and title before it are skipped."""
        place += duty_length(self.tokens, place)
        place += self.title_before(place)
        if place >= len(self.tokens):
            return False
        word = self.tokens[place].word
        if word in PLURALS or head_length(self.tokens, place):
            return True
        return names_place(self.tokens, self.text, place) or (word == "chi" and self.is_called(place))

    def title_before(self, place: int) -> int:
        """Return how many tokens the title takes of who answers for the body named behind it: Giám đốc | Sở Nội vụ."""
        length = title_length(self.tokens, place)
        behind = place + length
        if not length or behind >= len(self.tokens) or not answers_for(self.tokens, place, behind):
            return 0
        first = behind + (self.tokens[behind].word in PLURALS)
        if " ".join(token.word for token in self.tokens[first : first + 2]).startswith(VILLAGES):
            return 0
        return length if head_length(self.tokens, first) or kind_length(self.tokens, first) else 0

    def is_called(self, place: int) -> bool:
        """Tell whether the word at ``place`` is written like a name."""
        return is_called(self.tokens, self.text, place)

    def characters(self, start: int, end: int) -> tuple[int, int]:
        """Return where some tokens stand, in characters."""
        return self.tokens[start].start, self.tokens[end - 1].end

    def typed(self, place: int) -> str:
        """Return the word at ``place`` as it is written."""
        return self.text[self.tokens[place].start : self.tokens[place].end]
