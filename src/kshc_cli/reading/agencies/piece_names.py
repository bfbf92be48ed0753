"""The part of a piece of words that looks like the name of a body, and what of it may be another one."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kshc_cli.plan.record import GAP
from kshc_cli.reading.agencies.adjoining import is_bare_person, is_person, names_work, passive_length
from kshc_cli.reading.agencies.behind import is_brand
from kshc_cli.reading.agencies.beside_times import opens_time
from kshc_cli.reading.agencies.ground import trimmed
from kshc_cli.reading.agencies.listed import may_leave
from kshc_cli.reading.agencies.stretch import Stretch
from kshc_cli.reading.agencies.vocabulary import (
    PLURALS,
    SHORT_ROLES,
    duty_length,
    head_length,
    holds_body,
    kind_length,
    noun_length,
    title_length,
)

_LONGEST: Final = 40
"""Words; what is longer is a sentence."""
_CALLED_BY_TASK: Final = frozenset({"phòng", "ban", "tổ", "đoàn", "đội", "trung", "hội", "cục", "chi", "viện", "bộ"})
"""First words of bodies whose names may be what they do: Ban chỉ đạo thực hiện Đề án 06, Trung tâm hỗ trợ …"""
_JOINTS: Final = frozenset({",", "và", ";", "+"})


class PieceNames:
    """Tells which part of a piece of some words names a body."""

    def __init__(self, words: Stretch) -> None:
        self.words, self.tokens, self.text = words, words.tokens, words.text

    def is_body(self, start: int, end: int) -> bool:
        """Tell whether a name is no person, role (CT, PH) or bare kind, no list of numbers or of a group's members."""
        if end - start == 1 and self.tokens[start].word in SHORT_ROLES:
            return False
        first = start + (self.tokens[start].word in PLURALS)
        if title_length(self.tokens, first) or kind_length(self.tokens, start) == end - start:
            return False
        words = [token.word for token in self.tokens[start:end]]
        if self.words.is_list_of_names(start) or self._is_person(start, end):
            return False
        numbers = (one in _JOINTS and other.isdigit() for one, other in pairwise(words))
        if any(numbers) or (":" in words and not PLURALS.isdisjoint(words)):
            return False
        named = self.words.begins_body(start) or is_brand(self.words.typed(start))
        return named or holds_body(self.tokens, self.text, start + 1, end)

    def _is_person(self, start: int, end: int) -> bool:
        whose = (self.tokens, self.text, start, end)
        return is_bare_person(*whose) or is_person(*whose)

    def doubts(self, start: int, end: int) -> Iterator[int]:
        """Yield commas before a capital, and "và" before capitals only, and both before small letters of no field.

        The commas of "VH,TT&DL" and of "Văn hóa, Thể thao và Du lịch" are none of them.
        """
        commas = [place for place in range(start + 1, end - 1) if self.tokens[place].word == ","]
        behind = {token.word for token in self.tokens[commas[-1] : end]} if commas else set()
        for place in range(start + 1, end - 1):
            if kind_length(self.tokens, place + 1) or head_length(self.tokens, place + 1):
                continue
            if self.words.is_in_head(start, place):
                continue
            word, typed = self.tokens[place].word, self.words.typed(place + 1)
            capitals = typed.isupper() and len(self.tokens[place + 1].word) > 1
            glued = self.tokens[place + 1].start == self.tokens[place].end
            listed = word == "," and typed[0].isupper() and not (glued if capitals else behind & {"và", "&"})
            if listed or may_leave(self.tokens, self.text, place) or (word in {"và", "&"} and capitals and not glued):
                yield self.tokens[place].start

    def name(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the tokens that look like a name: without the duties round it, brackets, and exclusions."""
        duty = duty_length(self.tokens, start)
        inner = trimmed(self.tokens, self.words.partner, start + duty, end)
        if inner is None or inner[1] - inner[0] > _LONGEST:
            return None
        start, end = inner
        start += self.words.title_before(start)
        if not self.words.begins_body(start) and (duty or not self.words.typed(start)[0].isupper()):
            return None
        if duty_length(self.tokens, start):
            return self.name(start, end)
        found = trimmed(self.tokens, self.words.partner, start, self._end_of_name(start, end))
        return None if found is None or GAP in self.text[slice(*self.words.characters(*found))] else found

    def _end_of_name(self, start: int, end: int) -> int:
        """Return where a bracket, an exclusion or a duty begins behind a name.

        A duty is a verb in small letters; right behind the head it may be the name itself.
        """
        head = start + (self.tokens[start].word in PLURALS)
        first = head
        while first < end and (length := head_length(self.tokens, first)):
            first += length
        named_by_task = head == start and self.tokens[start].word in _CALLED_BY_TASK
        of_one = PLURALS.isdisjoint(token.word for token in self.tokens[start:end])
        place = start
        while place < end:
            if (
                self.tokens[place].word == "("
                or place in self.words.excluding
                or place in self.words.cited
                or (place > start and opens_time(self.tokens, place))
                or (of_one and self.tokens[place].word == ":")
            ):
                return place
            if not of_one and (passive := passive_length(self.tokens, place, end)):
                place += passive
                continue
            if place > start and place >= first + named_by_task and self._begins_duty(head, place):
                return place
            place += noun_length(self.tokens, place) or 1
        return end

    def _begins_duty(self, head: int, place: int) -> bool:
        """Tell whether a verb in small letters ends the name of the body with this head, and is not part of it."""
        verb = duty_length(self.tokens, place) and self.words.typed(place).islower()
        return bool(verb) and not names_work(self.tokens, head, place)
