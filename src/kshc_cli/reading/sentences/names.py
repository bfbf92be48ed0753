"""Where the names of bodies end that a sentence holds: those of the registry, and what looks like one."""

from collections.abc import Iterator
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.agencies.adjoining import ends_name, field_length, opens_role, tail_length
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.agencies.vocabulary import DENIALS, PLURALS, duty_length, title_length
from kshc_cli.reading.agencies.whole_names import is_bare
from kshc_cli.reading.sentences.name_words import LEVELS, Mention, NameWords, verbs
from kshc_cli.reading.sentences.words import DOES, GOES_ON, NARROWS

_LETTERS: Final = lazy_pattern(r"\w+")
_LONGEST: Final = 40
"""Words of the longest list of bodies."""
_HEADING: Final = 16
"""Words of the longest name that stands alone."""
_BEHIND: Final = 8
"""Words that may be said of the last body of a list: có liên quan."""
_MEMBERS: Final = lazy_pattern(r"\s?:\s+([^\W\d_])[^,;.:()]{0,60}?(?:,| và)\s+([^\W\d_])")
"""A colon before names of which a second one begins with a capital."""


def are_bodies(words: str, registry: Registry) -> bool:
    """Tell whether words are bodies of the registry and nothing else, but for titles and what says which part."""
    read = registry.read(words)
    return bool(read.agencies) and not (read.unread or read.duties or read.excluded or read.joins)


class Names(NameWords):
    """The names in a sentence."""

    def end(self, start: int) -> int | None:
        """Return where the bodies end that begin at a character, all of them; None where that is not sure."""
        chain: Mention | None = None
        first = self.token_at(start)
        for one in self.names:
            if one.start < first:
                continue
            between = self.tokens[chain.end if chain else first : one.start]
            if len(between) > _BEHIND or any(token.word in {";", ":"} for token in between):
                break
            if one.end - first > _LONGEST:
                break
            chain = one
        ends = self._ends(chain, first) if chain else ()
        return next((end for end in ends if self._closes(start, end)), None)

    def _ends(self, last: Mention, first: int) -> Iterator[int]:
        """Yield where a list of bodies may end, the longest first: behind its last name, or what is said of it."""
        limit = min(last.end + _BEHIND, len(self.tokens))
        stop = next((place for place in range(last.end, limit) if self._ends_list(place)), limit)
        yield from (self.tokens[place - 1].end for place in range(stop, last.end - 1, -1))
        ends = [one.end for one in self.names if first <= one.start < last.start]
        yield from (self.tokens[place - 1].end for place in reversed(ends))

    def _ends_list(self, place: int) -> bool:
        """Tell whether words at ``place`` say no more of a body: what it does, or by what."""
        word = self.tokens[place].word
        if word == "có":
            return self.word(place + 1) != "liên"
        return word == "căn" or ends_name(self.tokens, place)

    def _closes(self, start: int, end: int) -> bool:
        """Tell whether words up to ``end`` are bodies, behind which a word or a mark follows that is none of theirs."""
        words = self.text[start:end]
        is_cut = words[-1] in ",;:" or self._is_in_aside(start, end)
        if is_cut or NARROWS.match(self.text, end) or not are_bodies(words, self.registry):
            return False
        if self.text[end : end + 2].lstrip()[:1] == ":":
            return not self._lists_members(start, end)
        if self.text[end : end + 1] in {";", ")"}:
            return True
        behind = _LETTERS.search(self.text, end)
        between = self.text[end : behind.start()] if behind else ""
        if behind is None or between.strip() not in {"", ",", "("}:
            return False
        is_listed = self.is_of_name(self.token_at(behind.start()), is_listed=between.strip() == ",")
        goes_on = behind[0] in GOES_ON or behind[0] in DENIALS or is_listed
        if not behind[0].isalpha() or not behind[0].islower() or goes_on:
            return False
        place = self.token_at(behind.start())
        name = max((one.start for one in self.names if one.end <= place), default=place)
        return bool(between.strip()) or self.leaves(place, name) is True

    def _lists_members(self, start: int, end: int) -> bool:
        """Tell whether a colon behind a group lists who of it is meant: các sở: | Tài chính, Nội vụ rà soát."""
        plural = any(one.word in PLURALS for one in self.tokens[self.token_at(start) : self.token_at(end)])
        listed = _MEMBERS.match(self.text, end) if plural else None
        if listed is None or not (listed[1].isupper() and listed[2].isupper()):
            return False
        place = self.token_at(listed.start(1))
        verb = max(self.verb_length(place), verbs().length(self.tokens, place))
        is_field = field_length(self.tokens, place) == verb and self.word(place + verb) in {",", "và"}
        return not verb or is_field  # các sở: Xây dựng | , Tư pháp

    def _is_in_aside(self, start: int, end: int) -> bool:
        """Tell whether a body in brackets ends there, and not the brackets: Công an (Phòng Kinh tế | lập) kiểm tra."""
        opened = self.text.rfind("(", start, end)
        if opened < 0 or ")" in self.text[opened : end + 1]:
            return False
        return any(opened < self.tokens[one.start].start < end for one in self.names)

    def guessed_end(self, start: int, *, opens: bool = False) -> int | None:
        """Return where words end that look like names; where they open the sentence, what they do must be sure."""
        first = self.token_at(start)
        place = self._guessed_place(first, opens=opens)
        if place is None or self._perhaps_goes_on(place, first):
            return None
        end = self._end_before(place, first)
        closing = self.text[end : end + 2].lstrip()[:1]
        behind = self.token_at(end)
        does = place < len(self.tokens) and (
            duty_length(self.tokens, behind) or DOES.match(self.text, end) or self.acts(behind, first)
        )
        if NARROWS.match(self.text, end) or self._lists_members(start, end):
            return None
        whole = not opens and place < len(self.tokens) and (self.word(behind - 1) in LEVELS or self.tells_in(behind))
        return end if closing == ":" or does or whole else None

    def unsure_end(self, start: int) -> int | None:
        """Return where words end at the latest that begin like the name of a body; None where they do not."""
        first = self.token_at(start)
        if first >= len(self.tokens):
            return None
        place = self._guessed_place(first, opens=False)
        named = place is not None and any(first <= one.start < place for one in self.names)
        if place is None or not (named or self.text[self.tokens[first].start].isupper()):
            return None
        return self._end_before(place, first)

    def _guessed_place(self, first: int, *, opens: bool) -> int | None:
        """Return the token that no name goes on with which begins at ``first``; None where that is not sure."""
        place = first
        if not self.begins_body(place, sure=opens):
            return None
        while place < min(first + _LONGEST, len(self.tokens)):
            word, behind = self.tokens[place].word, place + 1
            if word in DENIALS:
                return None
            tail, goes_on = tail_length(self.tokens, place)
            if tail and not goes_on and place > first:
                place += tail
                continue
            if place > first and self.stops(place, first):
                return place
            if word == "," and not self.goes_on(behind):
                return place
            place += 1
        return None

    def name_end(self, first: int) -> int:
        """Return the token at which a name ends that begins at ``first``; none of the text where that is not sure."""
        place = self._guessed_place(first, opens=False)
        return len(self.tokens) if place is None else place

    def _end_before(self, place: int, first: int) -> int:
        """Return the character behind the last word of a list that ends before a token."""
        while place > first and self.tokens[place - 1].word in {",", "và", "-", "("}:
            place -= 1
        return self.tokens[place - 1].end

    def _perhaps_goes_on(self, place: int, first: int) -> bool:
        """Tell whether a verb is perhaps no verb, or what a body is for: Tổ công tác | chống hạn rà soát."""
        if place >= len(self.tokens) or not self.text[self.tokens[place].start].islower() or self.tells_in(place):
            return False
        if self.leaves(place, first) is None:
            return True
        return is_bare(self.tokens, first, place) and not (
            title_length(self.tokens, first) or opens_role(self.tokens, place)
        )

    def list_start(self, parts: list[int]) -> int:
        """Return where the bodies begin of which the last part is known: các sở, ban, ngành, Văn phòng …."""
        start = parts.pop()
        while parts and self.may_be_body(self.token_at(parts[-1])):
            start = parts.pop()
        return start

    def goes_on_from(self, place: int) -> str:
        """Return the word before a list of kinds that ends at ``place``: của các cơ quan, đơn vị và …."""
        at = place
        while at and (length := self.listed(at)):
            at -= length
        return self.tokens[max(at, 0)].word

    def is_heading(self) -> bool:
        """Tell whether the whole text looks like the name of a body, as a heading of its duties."""
        tokens = self.tokens
        if not 1 < len(tokens) <= _HEADING or not self.begins_body(0, sure=True):
            return False
        last = len(tokens) - (tokens[-1].word in {".", ":", ";"})
        return not any(tokens[at].word in {".", ";", ":"} or self.stops(at, 0) for at in range(1, last))
