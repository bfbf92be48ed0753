"""Who does what a sentence says, and with whom: Giao Văn phòng …; Văn phòng chủ trì, phối hợp với Phòng Kinh tế ….

A body is only taken where its words begin the sentence or stand behind words that give or share a duty. Whoever gets a
report or advice, is cited or is a part of another name takes no part; who begins a statement of its own makes the
whole sentence doubtful.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.agencies.cited import cited_ranges
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.agencies.vocabulary import (
    PLURALS,
    duty_length,
    head_length,
)
from kshc_cli.reading.sentences.names import Mention, Names, are_bodies
from kshc_cli.reading.sentences.words import (
    BEFORE,
    DOES,
    DOING,
    GIVES,
    HANDING_ON,
    JOINS,
    LATER,
    TITLES,
    WITH,
)

_PART: Final = lazy_pattern(r"[,)]\s+")


class Span(NamedTuple):
    """Characters of a sentence."""

    start: int
    end: int


class Who(NamedTuple):
    """Who does what a sentence says."""

    lead: Span
    coop: tuple[Span, ...]
    begin: int
    """The character from which on the sentence says who: Giao …."""
    since: int
    """The character from which on times are the lead's; what stands before perhaps speaks of others."""
    until: int
    """The character from which on times are perhaps another body's."""


def who_in(sentence: str, registry: Registry) -> Who | None:
    """Return who does what a sentence says; None where it names nobody, or perhaps several for different acts."""
    return _Sentence(sentence, registry).who()


def heads_duties(line: str, registry: Registry) -> Span | None:
    """Return the bodies that a line consists of, as the heading of their duties: 1. Phòng Nội vụ."""
    words = line.rstrip(" .:;")
    return Span(0, len(words)) if words and are_bodies(words, registry) else None


def guessed_bodies(sentence: str) -> Iterator[Span]:
    """Yield the words of a sentence that look like names of who does it, whoever they are."""
    yield from _Sentence(sentence, Registry(())).guesses()


class _Sentence(Names):
    def __init__(self, text: str, registry: Registry) -> None:
        super().__init__(text, registry)
        self.cited = tuple(cited_ranges(self.tokens, text))

    def who(self) -> Who | None:
        lead = self._lead()
        if lead is None:
            return None
        coop = tuple(self._coop(lead.end))
        until = len(self.text)
        roles: list[bool] = []
        """Whether each mention before is only whom something is done to or for."""
        before: Mention | None = None
        for one in self._mentions():
            start, end = self.tokens[one.start].start, self.tokens[one.end - 1].end
            if end <= lead.start:
                continue
            if any(span.start <= start < span.end for span in (lead, *coop)):
                before, roles = one, [*roles, True]
                continue
            stand = self._stand(one, before, roles)
            if stand is None and start >= lead.end and (joining := self._joining(start)):
                coop = (*coop, joining)
                stand = True
            elif stand is None:
                return None
            if not stand and start >= lead.end:
                until = min(until, start)
            before, roles = Mention(one.start, max(one.end, self.token_at(end))), [*roles, bool(stand)]
        begin = self._start()
        return Who(lead, coop, begin, 0 if BEFORE.match(self.text) else begin, until)

    def guesses(self) -> Iterator[Span]:
        """Yield where names seem to stand: behind what gives a duty, before what is done, behind phối hợp với."""
        start = self._start()
        given = GIVES.match(self.text, start)
        end = self.guessed_end(given.end() if given else start, opens=given is None)
        if end is None:
            return
        yield Span(given.end() if given else start, end)
        found = WITH.search(self.text, end)
        other = self.guessed_end(found.end()) if found else None
        if found and other is not None:
            yield Span(found.end(), other)

    def _start(self) -> int:
        """Return where the sentence says who, behind words that say when or why, or who gives the duty."""
        if GIVES.match(self.text):
            return 0
        if handing := HANDING_ON.match(self.text):
            return handing.end()
        first = self.tokens[self.names[0].start].start if self.names else len(self.text)
        later = LATER.search(self.text)
        if later and (
            later.start() <= first or any(self.tokens[start].start < later.start() for start, _ in self.cited)
        ):
            return later.start()
        before = [found.end() for found in _PART.finditer(self.text) if found.end() <= first]
        return before[-1] if before and BEFORE.match(self.text) else 0

    def _lead(self) -> Span | None:
        start = self._start()
        given = GIVES.match(self.text, start)
        if given is None:
            end = self.end(start)
            hands_on = GIVES.match(self.text, end + 1) if end is not None else None
            if hands_on is None:
                return self._subject(start, end)
            given = hands_on
        end = self.end(given.end())
        if end is None:
            end = self.guessed_end(given.end())
        return None if end is None else Span(given.end(), end)

    def _subject(self, start: int, end: int | None) -> Span | None:
        """Return the bodies that a sentence begins with, where they do something in it."""
        if end is None:
            end = self.guessed_end(start, opens=True)
            return None if end is None else Span(start, end)
        behind = self.text[end : end + 2].strip()
        place = self.token_at(end)
        if place < len(self.tokens) and self.tokens[place].word == ",":
            place += 1
        does = behind[:1] == ":" or DOES.match(self.text, end) or duty_length(self.tokens, place)
        return Span(start, end) if does else None

    def _coop(self, begin: int) -> Iterator[Span]:
        for found in WITH.finditer(self.text, begin):
            end = self.end(found.end())
            if end is None and found[0].rstrip().endswith(("với", "cùng")):
                end = self.guessed_end(found.end())
            if end is not None:
                yield Span(found.end(), end)

    def _joining(self, start: int) -> Span | None:
        """Return the bodies from ``start`` on that only help whoever leads: A chủ trì, B phối hợp."""
        end = self.end(start)
        return Span(start, end) if end is not None and JOINS.match(self.text, end) else None

    def _mentions(self) -> Iterator[Mention]:
        """Yield the names in the sentence, and the beginnings of others, in their order."""
        place, names = 0, iter(self.names)
        name = next(names, None)
        while place < len(self.tokens):
            if name is not None and place >= name.start:
                yield name
                place, name = max(name.end, place), next(names, None)
                continue
            length = head_length(self.tokens, place)
            capital = self.text[self.tokens[place].start].isupper()
            if length and (capital or self._opens_group(place)):
                yield Mention(place, place + length)
            place += length or 1

    def _opens_group(self, place: int) -> bool:
        """Tell whether a group begins a statement of its own: …; các đơn vị báo cáo …."""
        if not place or self.tokens[place - 1].word not in PLURALS:
            return False
        return place == 1 or self.tokens[place - 2].word in {";", ",", "."}

    def _stand(self, one: Mention, before: Mention | None, roles: Sequence[bool]) -> bool | None:
        """Tell whether a body is only whom something is done to or for; None where it begins a statement of its own."""
        if any(start <= one.start < end for start, end in self.cited):
            return True
        place = one.start
        while place and self.tokens[place - 1].word in TITLES:
            place -= 1
        word = self.tokens[place - 1].word if place else ""
        if before is not None and word in {",", "và", "-", "/", "&", "(", ":"} and roles[-1]:
            between = range(before.end, place)
            if not any(duty_length(self.tokens, at) or self.tokens[at].word == ";" for at in between):
                return True
        if word in {"", ";", ",", ".", ":"}:
            group = one.start and self.tokens[one.start - 1].word in PLURALS
            return False if word == "," and group else None
        if word in {"giao", "cầu", "do"} or (word == "nghị" and self.word(place - 2) == "đề"):
            return None
        return word not in DOING
