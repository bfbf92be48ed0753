"""Where the names of bodies end that a sentence holds: those of the registry, and what looks like one."""

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.agencies.adjoining import ending_length, ends_name, field_length, opens_role, tail_length
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.agencies.vocabulary import (
    DENIALS,
    PLURALS,
    duty_length,
    head_length,
    kind_length,
    title_length,
)
from kshc_cli.reading.agencies.whole_names import doubtful_at, ends_inside, going_on, is_bare
from kshc_cli.reading.folding import words_of
from kshc_cli.reading.sentences.words import ALSO_DOES, DOES, GOES_ON, LOOKING, NARROWS, NO_DUTY, NO_HEADS, OFFICES
from kshc_cli.reading.times.acts.act_words import VERBS
from kshc_cli.reading.trie import Phrases

_LETTERS: Final = lazy_pattern(r"\w+")
_LONGEST: Final = 40
"""Words of the longest list of bodies."""
_HEADING: Final = 16
"""Words of the longest name that stands alone."""
_LEVELS: Final = frozenset({"xã", "phường", "tỉnh", "huyện"})
"""Words that end a name, but for the name of the place: Công an xã | trực; Công an xã Tân Phú; Lao động - xã hội."""
_ALL: Final = frozenset({"các", "hai", "mọi", "2", "ba", "3"})
_OF_LEVEL: Final = _LEVELS | {"cơ", "thôn", "trung", "khu"}
"""Words behind "cấp" that make it a level and no verb: UBND | cấp xã; not: UBND xã | cấp giấy phép."""
_IN: Final = frozenset({"việc", "công", "quá", "thực", "triển", "tổ"})
"""Words behind "trong" that begin what is done: trong việc, trong công tác, trong quá trình."""
_BEHIND: Final = 8
"""Words that may be said of the last body of a list: có liên quan."""


_MEMBERS: Final = lazy_pattern(r"\s?:\s+([^\W\d_])[^,;.:()]{0,60}?(?:,| và)\s+([^\W\d_])")
"""A colon before names of which a second one begins with a capital."""


class Mention(NamedTuple):
    """The tokens of a body's name, whole or only its first words."""

    start: int
    end: int


def are_bodies(words: str, registry: Registry) -> bool:
    """Tell whether words are bodies of the registry and nothing else, but for titles and what says which part."""
    read = registry.read(words)
    return bool(read.agencies) and not (read.unread or read.duties or read.excluded or read.joins)


class Names:
    """The names in a sentence."""

    def __init__(self, text: str, registry: Registry) -> None:
        self.text = text
        self.registry = registry
        self.tokens = words_of(text)
        self.names = tuple(Mention(one.start, one.end) for one in registry.named(text))

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
        is_listed = self._is_of_name(self.token_at(behind.start()), is_listed=between.strip() == ",")
        goes_on = behind[0] in GOES_ON or behind[0] in DENIALS or is_listed
        if not behind[0].isalpha() or not behind[0].islower() or goes_on:
            return False
        place = self.token_at(behind.start())
        name = max((one.start for one in self.names if one.end <= place), default=place)
        return bool(between.strip()) or self._leaves(place, name) is True

    def _is_of_name(self, place: int, *, is_listed: bool) -> bool:
        """Tell whether words behind a known name are perhaps the rest of a longer one, or of the list that it begins.

        Phòng Kinh tế | ngành; Phòng Kinh tế, | hạ tầng và đô thị.
        """
        verb = self._verb_length(place)
        if self._names_level(place):
            return True
        if is_listed:
            return bool(kind_length(self.tokens, place)) or field_length(self.tokens, place) > verb
        return not verb and bool(kind_length(self.tokens, place))

    def _lists_members(self, start: int, end: int) -> bool:
        """Tell whether a colon behind a group lists who of it is meant: các sở: | Tài chính, Nội vụ rà soát."""
        plural = any(one.word in PLURALS for one in self.tokens[self.token_at(start) : self.token_at(end)])
        listed = _MEMBERS.match(self.text, end) if plural else None
        if listed is None or not (listed[1].isupper() and listed[2].isupper()):
            return False
        place = self.token_at(listed.start(1))
        verb = max(self._verb_length(place), _verbs().length(self.tokens, place))
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
            duty_length(self.tokens, behind) or DOES.match(self.text, end) or self._acts(behind, first)
        )
        if NARROWS.match(self.text, end) or self._lists_members(start, end):
            return None
        whole = not opens and place < len(self.tokens) and (self.word(behind - 1) in _LEVELS or self._tells_in(behind))
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
        if not self._begins_body(place, sure=opens):
            return None
        while place < min(first + _LONGEST, len(self.tokens)):
            word, behind = self.tokens[place].word, place + 1
            if word in DENIALS:
                return None
            tail, goes_on = tail_length(self.tokens, place)
            if tail and not goes_on and place > first:
                place += tail
                continue
            if place > first and self._stops(place, first):
                return place
            if word == "," and not self._goes_on(behind):
                return place
            place += 1
        return None

    def _end_before(self, place: int, first: int) -> int:
        """Return the character behind the last word of a list that ends before a token."""
        while place > first and self.tokens[place - 1].word in {",", "và", "-", "("}:
            place -= 1
        return self.tokens[place - 1].end

    def _goes_on(self, place: int) -> bool:
        """Tell whether a list, or the name of a body for several fields, goes on at ``place``: Sở Văn hóa, Thể thao."""
        if place >= len(self.tokens):
            return False
        is_field = field_length(self.tokens, place) and self.text[self.tokens[place].start].isupper()
        return bool(is_field or self._begins_body(place, sure=False) or kind_length(self.tokens, place))

    def _stops(self, place: int, first: int) -> bool:
        word = self.tokens[place].word
        if word in {";", ":", ".", "(", "…"} or self._tells_in(place):
            return True
        if kind_length(self.tokens, place) and self.word(place - 1) in {*PLURALS, ",", "và"}:
            return False  # các cơ quan, đơn vị | báo cáo
        small = self.text[self.tokens[place].start].islower()
        is_level = self.word(place - 1) in _LEVELS and head_length(self.tokens, place - 1) == 0  # Tỉnh đoàn is a body
        if small and place > first + 1 and is_level and word not in {"hội", "và"}:
            return True
        if not small or word in {"và", "các"} or place < first + head_length(self.tokens, first):
            return False
        before = self.tokens[place - 1].end
        does = self._verb_length(place) or NO_DUTY.match(self.text, before) or self._acts(place, first)
        return bool(does) and self._leaves(place, first) is not False

    def _acts(self, place: int, first: int) -> bool:
        """Tell whether a verb at a place ends a name, as no name is known to hold it: Phòng Kinh tế | ra quân."""
        is_verb = ALSO_DOES.match(self.text, self.tokens[place - 1].end) or _verbs().length(self.tokens, place)
        is_verb = is_verb and not self._names_level(place)
        return bool(is_verb) and doubtful_at(self.tokens, self.text, first, place + 1) == place

    def _names_level(self, place: int) -> bool:
        """Tell whether "cấp" at a place is a level of bodies and no verb: UBND | cấp xã, Công an các | cấp."""
        is_level = self.word(place + 1) in _OF_LEVEL or self.word(place - 1) in _ALL
        return self.word(place) == "cấp" and is_level

    def _tells_in(self, place: int) -> bool:
        """Tell whether words at a place say in what bodies help: với các đoàn thể | trong việc tuyên truyền."""
        return self.word(place) == "trong" and self.word(place + 1) in _IN

    def _perhaps_goes_on(self, place: int, first: int) -> bool:
        """Tell whether a verb is perhaps no verb, or what a body is for: Tổ công tác | chống hạn rà soát."""
        if place >= len(self.tokens) or not self.text[self.tokens[place].start].islower() or self._tells_in(place):
            return False
        if self._leaves(place, first) is None:
            return True
        return is_bare(self.tokens, first, place) and not (
            title_length(self.tokens, first) or opens_role(self.tokens, place)
        )

    def _leaves(self, place: int, first: int) -> bool | None:
        """Tell whether small letters at a place are no part of the name before them; None where that is not sure.

        Part of it are longer words than the verb that they begin like (Ban Chỉ đạo | chuyển đổi số), the end of a word
        (Ban Thường | trực), and what stands before a role (Phòng Quản lý xây dựng | chủ trì) or its owner (Phòng Kinh
        tế | tổng hợp thuộc Văn phòng).
        """
        held = going_on(self.tokens, self.text, first, place)
        verb = self._verb_length(place)
        if verb and self.word(place + verb) == "thuộc":
            return None
        if held > verb:
            return False
        if not held and ends_inside(self.tokens, self.text, first, place):
            return None
        behind = place + held
        if not held or self.word(place) == "tổng" or behind >= len(self.tokens):
            return True
        if opens_role(self.tokens, behind):
            return False
        return None if duty_length(self.tokens, behind) or _verbs().length(self.tokens, behind) else True

    def _verb_length(self, place: int) -> int:
        """Return how many tokens at a place say what a body does; 0 if none are known to."""
        if self._names_level(place):
            return 0
        start = self.tokens[place - 1].end
        said = (DOES.match(self.text, start), ALSO_DOES.match(self.text, start))
        lengths = (len(words_of(one[0].lstrip(" ,"))) for one in said if one)
        known = (
            duty_length(self.tokens, place),
            ending_length(self.tokens, place),
            _verbs().length(self.tokens, place),
        )
        return max(*known, *lengths, 0)

    def _begins_body(self, place: int, *, sure: bool) -> bool:
        """Tell whether a body's name, a group or a title begins at ``place``; ``sure`` wants more than a plain head."""
        if place >= len(self.tokens):
            return False
        title = title_length(self.tokens, place)
        if title and place + title < len(self.tokens):
            place += title
        if self.tokens[place].word in PLURALS:
            return bool(kind_length(self.tokens, place + 1) or head_length(self.tokens, place + 1))
        length = head_length(self.tokens, place)
        named = place + length * (title > 0)  # Trưởng phòng | Kinh tế
        if not length or not any(self.text[one.start].isupper() for one in self.tokens[place : named + 1]):
            return False
        head = " ".join(token.word for token in self.tokens[place : place + length])
        if head not in NO_HEADS:
            return True
        if sure and head in LOOKING:
            return self.word(place + length) in OFFICES
        behind = self.tokens[place + length : place + length + 1]
        return bool(behind) and self.text[behind[0].start].isupper()

    def list_start(self, parts: list[int]) -> int:
        """Return where the bodies begin of which the last part is known: các sở, ban, ngành, Văn phòng …."""
        start = parts.pop()
        while parts and self._may_be_body(self.token_at(parts[-1])):
            start = parts.pop()
        return start

    def _may_be_body(self, place: int) -> bool:
        return self._begins_body(place, sure=False) or bool(kind_length(self.tokens, place))

    def goes_on_from(self, place: int) -> str:
        """Return the word before a list of kinds that ends at ``place``: của các cơ quan, đơn vị và …."""
        at = place
        while at and (length := self._listed(at)):
            at -= length
        return self.tokens[max(at, 0)].word

    def _listed(self, last: int) -> int:
        """Return how many tokens up to ``last`` are a word of a list of kinds; 0 if none are."""
        if self.tokens[last].word in {"và", ",", *PLURALS} or kind_length(self.tokens, last):
            return 1
        return 2 if kind_length(self.tokens, last - 1) == 2 else 0

    def begins_with_somebody(self) -> bool:
        """Tell whether the text begins with a title or what looks like a body, be it perhaps a verb in other places."""
        return bool(title_length(self.tokens, 0)) or self._begins_body(0, sure=False)

    def is_heading(self) -> bool:
        """Tell whether the whole text looks like the name of a body, as a heading of its duties."""
        tokens = self.tokens
        if not 1 < len(tokens) <= _HEADING or not self._begins_body(0, sure=True):
            return False
        last = len(tokens) - (tokens[-1].word in {".", ":", ";"})
        return not any(tokens[at].word in {".", ";", ":"} or self._stops(at, 0) for at in range(1, last))

    def word(self, place: int) -> str:
        """Return the canonical word at a place; empty where none stands."""
        return self.tokens[place].word if 0 <= place < len(self.tokens) else ""

    def token_at(self, start: int) -> int:
        """Return the place of the first token from a character on."""
        return next((place for place, token in enumerate(self.tokens) if token.start >= start), len(self.tokens))


@cache
def _verbs() -> Phrases:
    return Phrases("|".join(map(" ".join, VERBS.phrases())))
