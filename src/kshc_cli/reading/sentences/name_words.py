"""What stands at a place of a sentence: a word that begins a body's name, goes on with one, or says what it does."""

from functools import cache
from typing import Final, NamedTuple

from kshc_cli.reading.agencies.adjoining import ending_length, field_length, opens_role
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.agencies.vocabulary import (
    PLURALS,
    duty_length,
    head_length,
    kind_length,
    title_length,
)
from kshc_cli.reading.agencies.whole_names import doubtful_at, ends_inside, going_on
from kshc_cli.reading.folding import words_of
from kshc_cli.reading.sentences.words import ALSO_DOES, DOES, LOOKING, NO_DUTY, NO_HEADS, OFFICES
from kshc_cli.reading.times.acts.act_verbs import ACTIVITIES, VERBS
from kshc_cli.reading.trie import Phrases

LEVELS: Final = frozenset({"xã", "phường", "tỉnh", "huyện"})
"""Words that end a name, but for the name of the place: Công an xã | trực; Công an xã Tân Phú; Lao động - xã hội."""
_ALL: Final = frozenset({"các", "hai", "mọi", "2", "ba", "3"})
_OF_LEVEL: Final = LEVELS | {"cơ", "thôn", "trung", "khu"}
"""Words behind "cấp" that make it a level and no verb: UBND | cấp xã; not: UBND xã | cấp giấy phép."""
_IN: Final = frozenset({"việc", "công", "quá", "thực", "triển", "tổ"})
"""Words behind "trong" that begin what is done: trong việc, trong công tác, trong quá trình."""


class Mention(NamedTuple):
    """The tokens of a body's name, whole or only its first words."""

    start: int
    end: int


class NameWords:
    """The words of a sentence, with the names of the registry that it holds."""

    def __init__(self, text: str, registry: Registry) -> None:
        self.text = text
        self.registry = registry
        self.tokens = words_of(text)
        named = (Mention(one.start, one.end) for one in registry.named(text))
        self.names = tuple(one for one in named if not self._is_looking(one))

    def _is_looking(self, one: Mention) -> bool:
        """Tell whether a name is but a verb in small letters: kiến nghị sau | thanh tra | , kiểm tra."""
        words = " ".join(token.word for token in self.tokens[one.start : one.end])
        return words in LOOKING and self.text[self.tokens[one.start].start].islower()

    def names_level(self, place: int) -> bool:
        """Tell whether "cấp" at a place is a level of bodies and no verb: UBND | cấp xã, Công an các | cấp."""
        is_level = self.word(place + 1) in _OF_LEVEL or self.word(place - 1) in _ALL
        return self.word(place) == "cấp" and is_level

    def tells_in(self, place: int) -> bool:
        """Tell whether words at a place say in what bodies help: với các đoàn thể | trong việc tuyên truyền."""
        return self.word(place) == "trong" and self.word(place + 1) in _IN

    def acts(self, place: int, first: int) -> bool:
        """Tell whether a verb at a place ends a name, as no name is known to hold it: Phòng Kinh tế | ra quân."""
        is_verb = ALSO_DOES.match(self.text, self.tokens[place - 1].end) or verbs().length(self.tokens, place)
        is_verb = is_verb and not self.names_level(place)
        return bool(is_verb) and doubtful_at(self.tokens, self.text, first, place + 1) == place

    def verb_length(self, place: int) -> int:
        """Return how many tokens at a place say what a body does; 0 if none are known to."""
        if self.names_level(place):
            return 0
        start = self.tokens[place - 1].end
        said = (DOES.match(self.text, start), ALSO_DOES.match(self.text, start))
        lengths = (len(words_of(one[0].lstrip(" ,"))) for one in said if one)
        known = (
            duty_length(self.tokens, place),
            ending_length(self.tokens, place),
            verbs().length(self.tokens, place),
        )
        return max(*known, *lengths, 0)

    def leaves(self, place: int, first: int) -> bool | None:
        """Tell whether small letters at a place are no part of the name before them; None where that is not sure.

        Part of it are longer words than the verb that they begin like (Ban Chỉ đạo | chuyển đổi số), the end of a word
        (Ban Thường | trực), and what stands before a role (Phòng Quản lý xây dựng | chủ trì) or its owner (Phòng Kinh
        tế | tổng hợp thuộc Văn phòng).
        """
        held = going_on(self.tokens, self.text, first, place)
        verb = self.verb_length(place)
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
        return None if duty_length(self.tokens, behind) or verbs().length(self.tokens, behind) else True

    def begins_body(self, place: int, *, sure: bool) -> bool:
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
        if head in LOOKING and (sure or self.word(place + length) in OFFICES):
            return self.word(place + length) in OFFICES
        behind = self.tokens[place + length : place + length + 1]
        return bool(behind) and self.text[behind[0].start].isupper()

    def may_be_body(self, place: int) -> bool:
        """Tell whether a body's name, a group or a kind of bodies begins at a place."""
        return self.begins_body(place, sure=False) or bool(kind_length(self.tokens, place))

    def goes_on(self, place: int) -> bool:
        """Tell whether a list, or the name of a body for several fields, goes on at ``place``: Sở Văn hóa, Thể thao."""
        if place >= len(self.tokens):
            return False
        is_field = field_length(self.tokens, place) and self.text[self.tokens[place].start].isupper()
        return bool(is_field or self.begins_body(place, sure=False) or kind_length(self.tokens, place))

    def is_of_name(self, place: int, *, is_listed: bool) -> bool:
        """Tell whether words behind a known name are perhaps the rest of a longer one, or of the list that it begins.

        Phòng Kinh tế | ngành; Phòng Kinh tế, | hạ tầng và đô thị.
        """
        verb = self.verb_length(place)
        if self.names_level(place):
            return True
        if is_listed:
            return bool(kind_length(self.tokens, place)) or field_length(self.tokens, place) > verb
        return not verb and bool(kind_length(self.tokens, place))

    def stops(self, place: int, first: int) -> bool:
        """Tell whether no name that begins at ``first`` goes on at a place."""
        word = self.tokens[place].word
        if word in {";", ":", ".", "(", "…"} or self.tells_in(place):
            return True
        if kind_length(self.tokens, place) and self.word(place - 1) in {*PLURALS, ",", "và"}:
            return False  # các cơ quan, đơn vị | báo cáo
        small = self.text[self.tokens[place].start].islower()
        is_level = self.word(place - 1) in LEVELS and head_length(self.tokens, place - 1) == 0  # Tỉnh đoàn is a body
        if small and place > first + 1 and is_level and word not in {"hội", "và"}:
            return True
        if not small or word in {"và", "các"} or place < first + head_length(self.tokens, first):
            return False
        before = self.tokens[place - 1].end
        does = self.verb_length(place) or NO_DUTY.match(self.text, before) or self.acts(place, first)
        return bool(does) and self.leaves(place, first) is not False

    def listed(self, last: int) -> int:
        """Return how many tokens up to ``last`` are a word of a list of kinds; 0 if none are."""
        if self.tokens[last].word in {"và", ",", *PLURALS} or kind_length(self.tokens, last):
            return 1
        return 2 if kind_length(self.tokens, last - 1) == 2 else 0

    def begins_with_somebody(self) -> bool:
        """Tell whether the text begins with a title or what looks like a body, be it perhaps a verb in other places."""
        return bool(title_length(self.tokens, 0)) or self.begins_body(0, sure=False)

    def word(self, place: int) -> str:
        """Return the canonical word at a place; empty where none stands."""
        return self.tokens[place].word if 0 <= place < len(self.tokens) else ""

    def token_at(self, start: int) -> int:
        """Return the place of the first token from a character on."""
        return next((place for place, token in enumerate(self.tokens) if token.start >= start), len(self.tokens))


@cache
def verbs() -> Phrases:
    """Return the verbs of acts at which names of bodies end, as phrases of tokens."""
    return Phrases("|".join(verb for verb in VERBS.meanings() if verb not in ACTIVITIES.meanings()))
