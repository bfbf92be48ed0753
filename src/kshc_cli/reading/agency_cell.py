"""An agency cell cut into what its words are: names, scopes in brackets, duties, and words left unread.

A scope or a duty may be recognised only where no body can hide in it; in doubt words stay unread.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from kshc_cli.plan.record import GAP
from kshc_cli.reading.folding import Token, words_of
from kshc_cli.reading.trie import Trie
from kshc_cli.reading.vocabulary import (
    CONNECTORS,
    DENIALS,
    Excluding,
    assigns,
    duty_length,
    exclusions,
    holds_body,
    names_partner,
)

_STOPS: Final = frozenset({";", "."})
_SEPARATORS: Final = _STOPS | {",", ":", "…", "(", ")"}


class Sense(Enum):
    """What a stretch of a cell is."""

    NAME = "name"
    SCOPE = "scope"
    DUTY = "duty"
    EXCLUDED = "excluded"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a cell, in characters; ``agency`` is the body that it names or stands beside."""

    sense: Sense
    start: int
    end: int
    agency: str = ""


@dataclass(frozen=True, slots=True)
class _Name:
    """The tokens of a name, from ``start`` up to ``end``; without an agency the end of the cell."""

    start: int
    end: int
    agency: str = ""
    sense: Sense = Sense.NAME


@dataclass(frozen=True, slots=True)
class Cut:
    """A cell cut by the names of bodies. What lies between the spans only joins them."""

    spans: tuple[Span, ...]
    """In the order of the words."""
    excluded: tuple[str, ...]
    """The bodies that the words take out for sure; where other words stand beside them these are unread."""


def cut_of(text: str, names: Trie[str]) -> Cut:
    """Cut ``text`` by the names of bodies, longest first. Never raises; takes time linear in the text."""
    cell = _Cell(text, names)
    return Cut(tuple(cell.spans()), tuple(cell.excluded))


class _Cell:
    def __init__(self, text: str, names: Trie[str]) -> None:
        self.text = text
        self.tokens = words_of(text)
        self.partner = brackets(self.tokens)
        self.barred = bytearray(len(self.tokens))
        self.excluded: list[str] = []
        self.excluding = {words.start: words for words in exclusions(self.tokens)}
        found = tuple(_names(self.tokens, names))
        apart = self._apart(found)
        read = self._exclude(found, apart)
        free = (name for name in apart if not self.barred[name.start])
        self.names = sorted((*free, *read), key=lambda name: name.start)

    def spans(self) -> Iterator[Span]:
        before, place = "", 0
        for name in (*self.names, _Name(len(self.tokens), len(self.tokens))):
            takes_part = name.sense is Sense.NAME
            if any(token.word not in CONNECTORS for token in self.tokens[place : name.start]):
                yield from self._gap(place, name.start, before, name.agency if takes_part else "")
            if name.agency:
                yield self._span(name.sense, name.start, name.end, name.agency)
            before, place = name.agency if takes_part else before, name.end

    def _apart(self, names: Sequence[_Name]) -> list[_Name]:
        """Return the names that stand apart; one that touches another is part of a longer one, or is taken back."""
        starts = {name.start for name in names}
        ends = {name.end for name in names}
        apart = []
        for name in names:
            behind = name.end < len(self.tokens) and not self._on_new_line(name.end)
            taken_back = behind and self.tokens[name.end].word in DENIALS and name.end not in self.excluding
            before = name.start in ends and not self._on_new_line(name.start)
            if before or taken_back or (behind and name.end in starts):
                self._bar(name.start, name.end)
            else:
                apart.append(name)
        return apart

    def _bar(self, start: int, end: int) -> None:
        self.barred[start:end] = b"\1" * (end - start)

    def _exclude(self, found: Sequence[_Name], apart: Sequence[_Name]) -> list[_Name]:
        """Bar what stands behind words of exclusion, to the end of their bracket or statement.

        Return the excluded names whose bracket or statement holds nothing else.
        """
        read: list[_Name] = []
        if self.excluding:
            named = {place for name in found for place in range(name.start, name.end)}
            by_start = {name.start: name for name in apart}
            first = apart[0].start if apart else len(self.tokens)
            outer = self._outer_brackets()
            for words in self.excluding.values():
                if not self.barred[words.start] and words.start not in named:
                    start, end = outer.get(words.start) or (words.start, self._statement_end(words.start))
                    if words.sure and first < start and not self.barred[first]:
                        read += self._taken_out(words, start, end, by_start)
                    self._bar(start, end)
        return read

    def _taken_out(self, words: Excluding, start: int, end: int, names: dict[int, _Name]) -> list[_Name]:
        """Take out the bodies behind words of exclusion; return them if nothing else stands from ``start`` to ``end``.

        Without brackets nobody knows whether a second body is taken out too.
        """
        in_brackets = start < words.start
        place, end = words.end, end - in_brackets
        taken: list[_Name] = []
        while place < end and (place in names or self.tokens[place].word in CONNECTORS):
            name = names.get(place, _Name(place, place + 1))
            if name.agency and ((taken and not in_brackets) or not self._is_apart(name.end, end)):
                break
            taken += [name] if name.agency else []
            place = name.end
        self.excluded += [name.agency for name in taken]
        if not taken or place < end or words.start - start != in_brackets:
            return []
        taken[0] = replace(taken[0], start=words.start)
        return [replace(name, sense=Sense.EXCLUDED) for name in taken]

    def _is_apart(self, place: int, end: int) -> bool:
        return place >= end or self.tokens[place].word in CONNECTORS

    def _outer_brackets(self) -> dict[int, tuple[int, int]]:
        """Return for each token inside brackets the place of the outermost pair."""
        found: dict[int, tuple[int, int]] = {}
        place = 0
        while place < len(self.tokens):
            close = self.partner.get(place, place)
            found.update(dict.fromkeys(range(place + 1, close), (place, close + 1)))
            place = close + 1
        return found

    def _statement_end(self, place: int) -> int:
        place += 1
        while place < len(self.tokens) and self.tokens[place].word != ";" and not self._on_new_line(place):
            place = max(place, self.partner.get(place, place)) + 1
        return min(place, len(self.tokens))

    def _on_new_line(self, place: int) -> bool:
        return place > 0 and "\n" in self.text[self.tokens[place - 1].end : self.tokens[place].start]

    def _gap(self, start: int, end: int, before: str, after: str) -> Iterator[Span]:
        """Cut the tokens between two names: brackets and duties of the first, unread words, a duty of the second."""
        while before and start < end and (close := self.partner.get(start, end)) < end:
            sense = self._in_brackets(start + 1, close)
            if sense is None:
                break
            yield self._span(sense, start + 1, close, before)
            start = close + 1
        pieces = self._pieces(start, end)
        left, right = 0, len(pieces)
        if after and pieces and self._is_duty(*pieces[-1]) and self._leads(start, *pieces[-1], end):
            right -= 1
        while before and left < right and self._is_duty(*pieces[left]):
            yield self._span(Sense.DUTY, *pieces[left], before)
            left += 1
        if after and left < right == len(pieces) and self._is_duty(*pieces[-1]):
            right -= 1
        if left < right:
            yield self._span(Sense.UNREAD, pieces[left][0], pieces[right - 1][1])
        if right < len(pieces):
            yield self._span(Sense.DUTY, *pieces[right], after)

    def _leads(self, gap: int, start: int, end: int, name: int) -> bool:
        """Tell whether a duty belongs to the name behind it: "giao …", "chủ trì: …", a statement of its own."""
        if assigns(self.text[self.tokens[start].start : self.tokens[end - 1].end]):
            return True
        if any(token.word == ":" for token in self.tokens[end:name]):
            return True
        between = self.text[self.tokens[gap - 1].end if gap else 0 : self.tokens[start].start]
        return "\n" in between or any(token.word in _STOPS for token in self.tokens[gap:start])

    def _in_brackets(self, start: int, end: int) -> Sense | None:
        """Tell what the words in a body's brackets are; None if they may hold another body, or nothing."""
        if start < end and self._is_duty(start, end):
            return Sense.DUTY
        return Sense.SCOPE if start < end and self._hides_none(start, start, end) else None

    def _is_duty(self, start: int, end: int) -> bool:
        opening = duty_length(self.tokens, start)
        return 0 < opening <= end - start and self._hides_none(start, start + opening, end)

    def _hides_none(self, start: int, plain: int, end: int) -> bool:
        """Tell whether no body can hide among tokens; heads are looked for from ``plain`` on."""
        if any(self.barred[start:end]) or GAP in self.text[self.tokens[start].start : self.tokens[end - 1].end]:
            return False
        return not holds_body(self.tokens, self.text, plain, end) and not names_partner(self.tokens, start, end)

    def _pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """Cut tokens at separators, new lines, and brackets whose other half lies elsewhere or nowhere."""
        found: list[tuple[int, int]] = []
        first = place = start
        while place < end:
            close = self.partner.get(place, place)
            if place < close < end:
                place = close + 1
                continue
            if self._on_new_line(place):
                found.append((first, place))
                first = place
            if self.tokens[place].word in _SEPARATORS:
                found.append((first, place))
                first = place + 1
            place += 1
        found.append((first, end))
        return [piece for cut in found if (piece := trimmed(self.tokens, self.partner, *cut))]

    def _span(self, sense: Sense, start: int, end: int, agency: str = "") -> Span:
        return Span(sense, self.tokens[start].start, self.tokens[end - 1].end, agency)


def _names(tokens: Sequence[Token], names: Trie[str]) -> Iterator[_Name]:
    place = 0
    while place < len(tokens):
        agency, length = names.longest(tokens, place)
        if agency is not None:
            yield _Name(place, place + length, agency)
        place += length


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
