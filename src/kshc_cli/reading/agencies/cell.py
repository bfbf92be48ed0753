"""An agency cell cut into what its words are: names, scopes in brackets, duties, and words left unread.

A scope or a duty may be recognised only where no body can hide in it; in doubt words stay unread.
"""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Final

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.plan.record import GAP
from kshc_cli.reading.agencies.adjoining import is_person
from kshc_cli.reading.agencies.beside_times import OPENING
from kshc_cli.reading.agencies.ground import ground_of, trimmed
from kshc_cli.reading.agencies.name_book import Found, NameBook
from kshc_cli.reading.agencies.named import names_in
from kshc_cli.reading.agencies.reported import reported_in
from kshc_cli.reading.agencies.stand import Named, Stand
from kshc_cli.reading.agencies.vocabulary import (
    CONNECTORS,
    Excluding,
    assigns,
    duty_length,
    holds_body,
    is_short_role,
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
class BodySpan:
    """A stretch of a cell, in characters; ``agency`` is the body that it names or stands beside."""

    sense: Sense
    start: int
    end: int
    agency: str = ""


@dataclass(frozen=True, slots=True)
class _Name:
    """The tokens of a name, from ``start`` up to ``end``; without an agency the end of the cell.

    ``first`` and ``last`` are where a title before it begins and where what is said of the body behind it ends.
    """

    first: int
    start: int
    end: int
    last: int
    agency: str = ""
    sense: Sense = Sense.NAME


@dataclass(frozen=True, slots=True)
class Cut:
    """A cell cut by the names of bodies. What lies between the spans only joins them."""

    spans: tuple[BodySpan, ...]
    """In the order of the words."""
    excluded: tuple[str, ...]
    """The bodies that the words take out for sure; where other words stand beside them these are unread."""


def cut_of(text: str, book: NameBook) -> Cut:
    """Cut ``text`` by the names of bodies, longest first. Never raises; takes time linear in the text."""
    cell = _Cell(text, book)
    return Cut(tuple(cell.spans()), tuple(cell.excluded))


class _Cell:
    def __init__(self, text: str, book: NameBook) -> None:
        self.text = text
        self.ground = ground_of(text)
        self.tokens = self.ground.tokens
        self.partner = self.ground.partner
        self.barred = bytearray(len(self.tokens))
        self.excluded: list[str] = []
        self.excluding = self.ground.excluding
        found, named = names_in(self.ground, book)
        self.explained = self.ground.cited | reported_in(self.ground, book.home)
        """Where words begin and end in which no body hides, whatever they name."""
        apart = self._apart(named)
        read = self._exclude(found, apart)
        free = (name for name in apart if not self.barred[name.start])
        self.names = sorted((*free, *read), key=lambda name: name.start)

    def _apart(self, named: Sequence[Named]) -> list[_Name]:
        """Return the names that mean their bodies."""
        apart: list[_Name] = []
        for name in named:
            match name.stand:
                case Stand.BODY:
                    apart.append(_Name(name.first, name.start, name.end, name.last, name.agency))
                case Stand.OBJECT:
                    self.explained[name.start] = name.last
                case Stand.BARRED:
                    self._bar(name.start, name.end)
        return apart

    def spans(self) -> Iterator[BodySpan]:
        before, place = "", 0
        size = len(self.tokens)
        for name in (*self.names, _Name(size, size, size, size)):
            takes_part = name.sense is Sense.NAME
            if any(token.word not in CONNECTORS for token in self.tokens[place : name.first]):
                yield from self._gap(place, name.first, before, name.agency if takes_part else "")
            if name.agency:
                yield from self._named(name)
            before, place = name.agency if takes_part else before, name.last

    def _named(self, name: _Name) -> Iterator[BodySpan]:
        """Yield a name between its title and what is said of the body."""
        if name.first < name.start:
            yield self._span(Sense.SCOPE, name.first, name.start, name.agency)
        yield self._span(name.sense, name.start, name.end, name.agency)
        if name.end < name.last:
            yield self._span(Sense.SCOPE, name.end, name.last, name.agency)

    def _bar(self, start: int, end: int) -> None:
        self.barred[start:end] = b"\1" * (end - start)

    def _exclude(self, found: Sequence[Found], apart: Sequence[_Name]) -> list[_Name]:
        """Bar what stands behind words of exclusion, to the end of their bracket or statement.

        Return the excluded names whose bracket or statement holds nothing else.
        """
        read: list[_Name] = []
        if self.excluding:
            named = {place for name in found for place in range(name.start, name.end)}
            by_start = {name.start: name for name in apart}
            first = apart[0].start if apart else len(self.tokens)
            for words in self.excluding.values():
                if not self.barred[words.start] and words.start not in named:
                    start, end = self._excluded_range(words.start)
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
            name = names.get(place, _Name(place, place, place + 1, place + 1))
            if name.agency and ((taken and not in_brackets) or not self._is_apart(name.end, end)):
                break
            taken += [name] if name.agency else []
            place = name.end
        self.excluded += [name.agency for name in taken]
        if not taken or place < end or words.start - start != in_brackets:
            return []
        taken[0] = replace(taken[0], first=words.start, start=words.start)
        return [replace(name, sense=Sense.EXCLUDED) for name in taken]

    def _is_apart(self, place: int, end: int) -> bool:
        return place >= end or self.tokens[place].word in CONNECTORS

    def _excluded_range(self, place: int) -> tuple[int, int]:
        """Return where brackets round ``place`` begin and end, else ``place`` and the end of its statement."""
        opener = self.ground.opener.get(place)
        return (place, self._statement_end(place)) if opener is None else (opener, self.partner[opener] + 1)

    def _statement_end(self, place: int) -> int:
        place += 1
        while place < len(self.tokens) and self.tokens[place].word != ";" and not self.ground.on_new_line(place):
            place = max(place, self.partner.get(place, place)) + 1
        return min(place, len(self.tokens))

    def _gap(self, start: int, end: int, before: str, after: str) -> Iterator[BodySpan]:
        """Cut the tokens between two names: brackets and duties of the first, unread words, a duty of the second."""
        while before and start < end and (close := self.partner.get(start, end)) < end:
            sense = self._in_brackets(start + 1, close)
            if sense is None:
                break
            yield self._span(sense, start + 1, close, before)
            start = close + 1
        pieces = self._pieces(start, end)
        senses = [self._sense(*piece) for piece in pieces]
        left, right = 0, len(pieces)
        if after and pieces and senses[-1] and self._leads(start, *pieces[-1], end):
            right -= 1
        while before and left < right and (sense := senses[left]) and not self._is_label(*pieces[left], end):
            yield self._span(sense, *pieces[left], before)
            left += 1
        while after and left < right and senses[right - 1] and (right == len(pieces) or not before):
            right -= 1
        if left < right:
            yield self._span(Sense.UNREAD, pieces[left][0], pieces[right - 1][1])
        for piece, sense in zip(pieces[right:], senses[right:], strict=True):
            yield self._span(sense or Sense.UNREAD, *piece, after)

    def _sense(self, start: int, end: int) -> Sense | None:
        """Tell what a piece is: a duty, or a citation; None for what is not understood."""
        if self._is_duty(start, end):
            return Sense.DUTY
        return Sense.SCOPE if self.ground.cited.get(start) == end else None

    def _is_label(self, start: int, end: int, gap: int) -> bool:
        """Tell whether a role with a colon behind it speaks of what follows in the gap: Phối hợp: Trạm Y tế."""
        is_role = duty_length(self.tokens, start) == end - start or is_short_role(self.tokens, start, end)
        return end < gap - 1 and self.tokens[end].word == ":" and is_role

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
        if start in self.ground.times or self._is_timed(start, end):
            return None
        if start < end and self._is_duty(start, end):
            return Sense.DUTY
        plain = start < end and (is_person(self.tokens, self.text, start, end) or self._hides_none(start, start, end))
        return Sense.SCOPE if plain else None

    def _is_duty(self, start: int, end: int) -> bool:
        if is_short_role(self.tokens, start, end):
            return True
        if self._is_timed(start, end):
            return False
        opening = duty_length(self.tokens, start)
        return 0 < opening <= end - start and self._hides_none(start, self._verbs_end(start, end), end)

    def _is_timed(self, start: int, end: int) -> bool:
        """Tell whether tokens say by when, which nobody follows in the cell of a body: (lập danh sách trước 15/3)."""
        return any(place in self.ground.times and self.tokens[place].word in OPENING for place in range(start, end))

    def _verbs_end(self, start: int, end: int) -> int:
        """Return where the duties end that follow each other from ``start`` on; in capitals they are no names."""
        place = start
        while place < end and (length := duty_length(self.tokens, place)) and place + length <= end:
            place += length
        return place

    def _hides_none(self, start: int, plain: int, end: int) -> bool:
        """Tell whether no body can hide among tokens; heads are looked for from ``plain`` on."""
        if any(self.barred[start:end]) or GAP in self.text[self.tokens[start].start : self.tokens[end - 1].end]:
            return False
        parts = tuple(self._unexplained(start, end))
        if any(names_partner(self.tokens, first, last) for first, last in parts):
            return False
        return not any(holds_body(self.tokens, self.text, max(first, plain), last) for first, last in parts)

    def _unexplained(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the stretches that no citation holds, and no name of whom a duty is done to."""
        first = place = start
        while place < end:
            behind = self.explained.get(place, place)
            if place < behind <= end:
                yield first, place
                first = place = behind
            else:
                place += 1
        yield first, end

    def _pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """Cut tokens at separators, new lines, and brackets whose other half lies elsewhere or nowhere."""
        found: list[tuple[int, int]] = []
        first = place = start
        while place < end:
            close = max(self.partner.get(place, place - 1) + 1, self.explained.get(place, place))
            if place < close <= end and not self.ground.on_new_line(place):
                place = close
                continue
            if self.ground.on_new_line(place):
                found.append((first, place))
                first = place
            if self.tokens[place].word in _SEPARATORS:
                found.append((first, place))
                first = place + 1
            place += 1
        found.append((first, end))
        return [piece for cut in found if (piece := trimmed(self.tokens, self.partner, *cut))]

    def _span(self, sense: Sense, start: int, end: int, agency: str = "") -> BodySpan:
        return BodySpan(sense, self.tokens[start].start, self.tokens[end - 1].end, agency)
