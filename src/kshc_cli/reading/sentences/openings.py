"""How a sentence begins that says who only behind an event, or for whom: Sau khi UBND tỉnh ban hành …, | A rà soát.

Where a body ends what stands before the comma and another one follows, nobody knows which of them does it.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.agencies.vocabulary import duty_length
from kshc_cli.reading.sentences.mentions import Mentions
from kshc_cli.reading.sentences.words import FOR, JOINED_ACT, LATER, NO_DUTY, does_in

_EVENT: Final = lazy_pattern(r"(?:ngay\s+)?(?:sau khi|trước khi|khi)\s", re.IGNORECASE)
"""How a sentence begins with what somebody perhaps does first."""
_MARK_BEHIND: Final = lazy_pattern(r",\s+")


class Span(NamedTuple):
    """Characters of a sentence."""

    start: int
    end: int


class Openings(Mentions):
    """The bodies in a sentence, and what stands before those with whom it says what is done."""

    def is_unsure(self) -> bool:
        """Tell whether nobody knows who does it: Sau khi có ý kiến của A, | B, C rà soát; Đối với A, B cấp kinh phí."""
        if found := FOR.match(self.text):
            end = self.end(found.end())
            is_done = end is not None and self.text[end:].lstrip()[:1] != ":"
            return is_done and any(self._parts_list(part) for part in self._parts(found.end(), end))
        parts = [] if _EVENT.match(self.text) is None else list(self._parts(0, self._given_at()))
        begins = next((part for part in parts if self._begins(part) and self.subject(part, self.end(part))), None)
        return any(self._parts_list(part) for part in (*parts[:1], begins) if part is not None)

    def behind_event(self) -> int | None:
        """Return where a sentence says who behind what somebody else does first: Sau khi UBND tỉnh ban hành, | A …."""
        if _EVENT.match(self.text) is None:
            return None
        parts = (part for part in self._parts(0, self._given_at()) if self._begins(part))
        return next((part for part in parts if self.subject(part, self.end(part))), None)

    def _given_at(self) -> int:
        """Return where a sentence gives a duty behind its opening, or says with whom it is done."""
        marks = (LATER.search(self.text), JOINED_ACT.search(self.text))
        return min((found.start() for found in marks if found), default=len(self.text))

    def _parts(self, start: int, end: int | None) -> Iterator[int]:
        """Yield the characters behind commas, but for those within a name or a list of kinds: các sở, | ngành."""
        held = [(self.tokens[one.start].start, self.tokens[one.end - 1].end) for one in self.names]
        for found in _MARK_BEHIND.finditer(self.text, start, len(self.text) if end is None else end):
            is_kind = self.text[found.end() :][:1].islower() and self.listed(self.token_at(found.end()))
            if not is_kind and not any(first < found.start() < last for first, last in held):
                yield found.end()

    def _begins(self, part: int) -> bool:
        return any(self.tokens[one.start].start == part for one in self.names)

    def _parts_list(self, part: int) -> bool:
        """Tell whether a body ends before a comma and one begins behind it."""
        place = self.token_at(part)
        return (self._begins(part) or self.begins_body(place, sure=False)) and self._closes_name(place - 1)

    def _closes_name(self, comma: int) -> bool:
        """Tell whether a body's name ends at a comma, or at brackets before it."""
        last = comma - 1
        if self.word(last) == ")":
            last = next((place for place in range(last, -1, -1) if self.word(place) == "("), 0) - 1
        if any(one.end == last + 1 for one in self.names):
            return True
        known = {place for one in self.names for place in range(one.start, one.end)}
        heads = [place for place in range(last + 1) if place not in known and self.begins_body(place, sure=False)]
        return any(self.name_end(place) > last for place in heads)

    def is_given(self, words: str, end: int) -> bool:
        """Tell whether "đối với" speaks of who does what: nothing follows the bodies, or what they do."""
        place = self.token_at(end)
        if not words.casefold().startswith("đối") or place >= len(self.tokens) - 1:
            return True
        behind = place + (self.tokens[place].word in {":", ","})
        return bool(duty_length(self.tokens, behind) or does_in(self.text, self.tokens[behind - 1].end))

    def subject(self, start: int, end: int | None) -> Span | None:
        """Return the bodies that a sentence begins with, where they do something in it."""
        if end is None:
            end = self.guessed_end(start, opens=True)
            return None if end is None or NO_DUTY.match(self.text, end) else Span(start, end)
        if NO_DUTY.match(self.text, end):
            return None
        behind = self.text[end : end + 2].strip()
        place = self.token_at(end)
        if place < len(self.tokens) and self.tokens[place].word == ",":
            place += 1
        does = behind[:1] == ":" or does_in(self.text, end) or duty_length(self.tokens, place)
        return Span(start, end) if does else None
