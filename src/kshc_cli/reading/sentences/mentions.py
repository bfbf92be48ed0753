"""The bodies that a sentence names, known or not, and which of them only have something done to them, or for them."""

from collections.abc import Iterator
from typing import Final

from kshc_cli.reading.agencies.cited import cited_ranges
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.agencies.vocabulary import PLURALS, duty_length, head_length
from kshc_cli.reading.sentences.name_words import Mention
from kshc_cli.reading.sentences.names import Names
from kshc_cli.reading.sentences.words import CHIEF, DOING, TITLES

_OWNERS: Final = frozenset(("của", "cho", "thuộc", "với", "giữa", "tại"))
"""Words behind which bodies are only whose something is, or for whom."""


class Mentions(Names):
    """The bodies in a sentence, with what stands around each."""

    def __init__(self, text: str, registry: Registry) -> None:
        super().__init__(text, registry)
        self.cited = tuple(cited_ranges(self.tokens, text))

    def mentions(self) -> Iterator[Mention]:
        """Yield the names in the sentence, and the beginnings of others, in their order."""
        place, names = 0, iter(self.names)
        name = next(names, None)
        while place < len(self.tokens):
            if name is not None and place >= name.start:
                yield name
                place, name = max(name.end, place), next(names, None)
                continue
            length = head_length(self.tokens, place)
            if length and (self._is_name(place) or self._opens_group(place)):
                yield Mention(place, place + length)
            place += length or 1

    def _is_name(self, place: int) -> bool:
        """Tell whether a head is written as a name; what begins a statement is perhaps a verb: Thanh tra, kiểm tra."""
        if self.word(place - 1) in {"", ";", ".", ":"}:
            return self.begins_body(place, sure=True)
        return self.text[self.tokens[place].start].isupper()

    def _opens_group(self, place: int) -> bool:
        """Tell whether a group begins a statement of its own: …; các đơn vị báo cáo …."""
        if not place or self.tokens[place - 1].word not in PLURALS:
            return False
        return place == 1 or self.tokens[place - 2].word in {";", ",", "."}

    def stand(self, one: Mention, before: Mention | None) -> bool | None:
        """Tell whether a body is only whom something is done to or for; None where it begins a statement of its own.

        ``before`` is another one of that kind, which a list may go on from.
        """
        if any(start <= one.start < end for start, end in self.cited):
            return True
        place = one.start
        while place and self.tokens[place - 1].word in TITLES:
            place -= 1
        word = self.tokens[place - 1].word if place else ""
        if word == "và" and self.goes_on_from(place - 1) in _OWNERS:
            return True
        if before is not None and word in {",", "và", "-", "/", "&", "(", ":"}:
            between = range(before.end, place)
            if not any(duty_length(self.tokens, at) or self.tokens[at].word == ";" for at in between):
                return True
        if word in {"", ";", ",", ".", ":"}:
            group = one.start and self.tokens[one.start - 1].word in PLURALS
            return False if word == "," and group else None
        if self._gets_duty(one, place):
            return None
        return word not in DOING

    def _gets_duty(self, one: Mention, place: int) -> bool:
        """Tell whether a body, whose titles begin at a place, gets a duty there, or leads what stands before it."""
        word = self.word(place - 1)
        leads = word == "(" and CHIEF.match(self.text, self.tokens[one.end - 1].end) is not None
        return leads or word in {"giao", "cầu", "do"} or (word == "nghị" and self.word(place - 2) == "đề")
