"""What stands behind a name: the plan's own place, words that say more of the body, or a name that goes on."""

from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.agencies.adjoining import (
    ends_name,
    field_length,
    goes_on,
    is_former,
    is_person,
    is_stranger,
    may_name,
    tail_length,
)
from kshc_cli.reading.agencies.ground import Ground
from kshc_cli.reading.agencies.home import LEVELS, Home
from kshc_cli.reading.agencies.vocabulary import (
    CONNECTORS,
    DENIALS,
    PLACES,
    PLURALS,
    duty_length,
    head_length,
    holds_body,
    is_called,
    names_place,
)
from kshc_cli.reading.agencies.whole_names import is_inside
from kshc_cli.reading.folding import Token, canonical, fold

GIVING: Final = (
    *("chủ trì", "phối hợp", "giao", "đề nghị", "mời", "yêu cầu", "phân công", "cơ quan", "đơn vị", "là", "đầu mối"),
    *("làm đầu mối", "cùng"),
)
"""Duties that make the body behind them take part; behind others it is what they are done to."""
_ADDRESSED: Final = frozenset({"huyện", "quận", "tỉnh", "thị", "thành"})
"""Units behind a comma that say where the body before it is."""
_OF: Final = frozenset({"thuộc", "trực", "của", "tại", "ở"})
"""Words that tie a body to the one or the place behind them."""
_JOINING: Final = CONNECTORS - {",", "-"}
"""Connectors behind which no place follows that belongs to the name before them."""
_LETTERS: Final = 2
"""Letters from which on a word may be in capitals only, and words from which on no place begins like a duty."""
_PAIR: Final = 2
"""Letters and figures that are the sign of a unit: PC06."""
_LONGEST: Final = 20
"""Words in brackets that say a place."""
_WHOLE: Final = frozenset(
    {"công", "ubnd", "hđnd", "thanh", "thuế", "kho", "khóm", "ấp", "thôn", "các", "tòa", "bhxh", "bưu", "điện", "mặt"}
)
"""First words of names that list no fields of work: a comma ends Công an, not Phòng Kinh tế."""
_SYLLABLES: Final = lazy_pattern("[aeiouy]+[^aeiouy]+[aeiouy]")
"""More syllables than one, which no Vietnamese word of one piece has: viettel."""


def is_brand(typed: str) -> bool:
    """Tell whether a word is a name by itself: it has more than one syllable, or only capitals."""
    shouted = typed.isupper() and len(typed) > 1
    return shouted or (typed[0].isupper() and _SYLLABLES.search(fold(typed)) is not None)


class Behind:
    """The words behind the names of a cell."""

    def __init__(self, ground: Ground, home: Home, starts: frozenset[int]) -> None:
        self._ground = ground
        self._home = home
        self._starts = starts
        """Where names begin."""

    def begins(self, place: int) -> bool:
        """Tell whether a name begins at ``place``."""
        return place in self._starts

    def reach(self, start: int, end: int) -> tuple[int, int]:
        """Return where a name ends with the plan's own place behind it, and where what is said of the body ends."""
        last = end
        while self._may_go_on(last):
            place = self._place_end(start, last)
            if place > last:
                end, last = (place, place) if last == end else (end, place)
                continue
            tail = self._tail_end(last)
            if tail == last:
                break
            last = tail
        return end, last

    def _may_go_on(self, place: int) -> bool:
        word = self._ground.word(place)
        return word == "(" or (not self._ground.stops(place) and word not in _JOINING)

    def _place_end(self, start: int, end: int) -> int:
        tokens = self._ground.tokens
        if self._ground.word(end) == "(":
            inside = self._inside(end)
            own = self._home.is_place_of(tokens[start:end], inside)
            return end + len(inside) + 2 if own else end
        if self._ground.word(end) in {",", "-"} and not self._ground.on_new_line(end + 1):
            full = self._home.full_length(tokens, end + 1)
            return end + 1 + full if full and self._is_over(end + 1 + full) else end
        return end + self._home.length(tokens, start, end)

    def _is_over(self, place: int) -> bool:
        return self._ground.stops(place) or self._ground.word(place) in {",", "-", "và"}

    def _tail_end(self, place: int) -> int:
        """Return where the words end that are said of a body, if no other body hides in them."""
        ground, start = self._ground, place
        if place in ground.cited:
            return ground.cited[place]
        length, is_clause = tail_length(ground.tokens, place)
        if duty_length(ground.tokens, place) or not length:
            return start
        place += length
        if ground.word(place - 1) == "khác" and ground.word(place) in PLACES:
            return start
        while (
            is_clause and not ground.stops(place) and not ground.parts(place) and not duty_length(ground.tokens, place)
        ):
            if place in self._starts or place in ground.cited:
                break
            place += 1
        if not is_clause and ground.text[ground.tokens[start].start : ground.tokens[place - 1].end].isupper():
            return place
        return start if holds_body(ground.tokens, ground.text, start, place) else place

    def is_end(self, start: int, end: int, place: int) -> bool:
        """Tell whether the name from ``start`` to ``end`` with what is said of it is over at ``place``."""
        ground = self._ground
        word = ground.word(place)
        if word == "(" and (self._denies(place + 1) or self._makes_another(start, place)):
            return False
        if place in ground.times and place not in self._starts:
            return True
        denies = self._denies(place)
        if not denies and ((ground.stops(place) and word != "và") or place in ground.excluding):
            return True
        if denies or place in self._starts:
            return False
        if word in CONNECTORS:
            return self._parts(start, place, placed=place > end)
        if self._is_called(place) or goes_on(ground.tokens, start, place) or is_inside(ground.tokens, start, place):
            return False
        bare = head_length(ground.tokens, start) == end - start
        if self._is_duty(place, bare=bare):
            return True
        return ends_name(ground.tokens, place) and not (bare and word == "tổ")

    def _denies(self, place: int) -> bool:
        """Tell whether words at ``place`` take a body back: không thực hiện, không phải | báo cáo."""
        excluding = self._ground.excluding.get(place)
        is_done = excluding is None or duty_length(self._ground.tokens, excluding.end) > 0
        return self._ground.word(place) in DENIALS and is_done

    def _is_called(self, place: int) -> bool:
        """Tell whether two capitals make a name of what else begins a duty or ends a name: Cần Thơ, GIAO THỦY."""
        if self._ground.stops(place + 1) or place + 1 in self._starts or self._ground.parts(place + 1):
            return False
        words = (self._ground.typed(place), self._ground.typed(place + 1))
        shouted = [len(word) >= _LETTERS and word.isupper() for word in words]
        if all(shouted):
            return duty_length(self._ground.tokens, place) < _LETTERS
        return all(word[0].isupper() for word in words) and not any(shouted)

    def _makes_another(self, start: int, place: int) -> bool:
        """Tell whether brackets make another body of the one before them: (tỉnh), (xã Tân Phú), (Cần Thơ), (cũ)."""
        ground, inside = self._ground, self._inside(place)
        if not inside or self._home.is_place_of(ground.tokens[start:place], inside):
            return False
        words = [token.word for token in inside]
        level = " ".join(words[words[:1] == ["cấp"] :])
        end = place + 1 + len(inside)
        if is_person(ground.tokens, ground.text, place + 1, end):
            return False
        if level in LEVELS or words[0] in _OF or is_former(ground.tokens, place + 1, end):
            return True
        return names_place(ground.tokens, ground.text, place + 1) or self._is_proper(place + 1, end)

    def _inside(self, place: int) -> tuple[Token, ...]:
        """Return the words in the brackets that open at ``place``; none where they are too many for a place."""
        close = self._ground.partner.get(place, place)
        return self._ground.tokens[place + 1 : close] if close - place <= _LONGEST else ()

    def _is_proper(self, start: int, end: int) -> bool:
        """Tell whether capitals make one name of all words, perhaps of a place: (Cần Thơ), (TP. Huế), (CẦN GIỜ)."""
        tokens = self._ground.tokens
        typed = [self._ground.typed(place) for place in range(start, end) if tokens[place].word != "."]
        if not typed or head_length(tokens, start) or duty_length(tokens, start) or is_stranger(tokens, start):
            return False
        numbered = len(typed) == _PAIR and typed[1].isdigit() and tokens[start].end == tokens[end - 1].start
        code = (len(typed) == 1 or numbered) and typed[0].isupper()
        alone = code and tokens[start].word[:2] not in LEVELS
        return not alone and all(word[0].isupper() or word.isdigit() for word in typed) and not typed[0].isdigit()

    def _is_duty(self, place: int, *, bare: bool = False) -> bool:
        """Tell whether a duty begins right behind a name; a capital, and a verb behind a bare head, may name it."""
        tokens = self._ground.tokens
        length = duty_length(tokens, place)
        if not length:
            return False
        typed = self._ground.text[tokens[place].start : tokens[place + length - 1].end]
        if canonical(typed).startswith(GIVING):
            return True
        return (not typed[0].isupper() or typed.isupper()) and not (bare and may_name(tokens, place))

    def _parts(self, start: int, place: int, *, placed: bool) -> bool:
        """Tell whether the connectors at ``place`` part the name from something else; a name may go on behind them.

        So may the place behind a name: Công an phường, xã.
        """
        ground, joint, behind = self._ground, place, place
        while ground.word(behind) in CONNECTORS and (not ground.stops(behind) or self._goes_over(behind)):
            behind += 1
        if ground.stops(behind) and not self._goes_over(behind):
            return True
        if behind in self._starts or behind in ground.excluding or behind in ground.cited or behind in ground.times:
            return True
        word = ground.word(joint)
        glued = word in {"-", "/", "và", "."} and ground.is_glued(joint)
        if glued or (word == "-" and self._is_whole(behind)):
            return False
        if names_place(ground.tokens, ground.text, behind):
            return word in {",", "và", "cùng", "với"} and ground.word(behind) not in _ADDRESSED
        if placed and ground.word(behind) in PLACES:
            return False
        if word == "," and ground.word(start) in _WHOLE and ground.typed(behind)[0].isupper():
            return True
        is_other = self._begins_other(behind, word, shouted=ground.typed(joint - 1).isupper())
        return is_other and not self._repeats(start, joint, behind)

    def _repeats(self, start: int, joint: int, place: int) -> bool:
        """Tell whether a word of the name stands again behind a joint: Ban Quản lý các khu A | và khu B."""
        ground = self._ground
        again = ground.word(place) in {one.word for one in ground.tokens[start + 1 : joint]}
        return again and ground.typed(place)[0].islower() and not head_length(ground.tokens, place)

    def _is_whole(self, place: int) -> bool:
        """Tell whether a level, a unit or one body stands behind a dash, perhaps that which an office is part of."""
        tokens = self._ground.tokens
        if tokens[place].word in {"cấp", *PLACES}:
            return True
        is_head = head_length(tokens, place) > 0 and not self._is_duty(place)
        return is_head and PLURALS.isdisjoint(token.word for token in tokens[place : place + 2])

    def _goes_over(self, place: int) -> bool:
        """Tell whether a name may go on in the line at ``place``: Phòng Văn hóa - | Xã hội; Phòng A | và B."""
        before, word = self._ground.word(place - 1), self._ground.word(place)
        joined = "và" in {before, word} or (before == "-" and word != "-")
        return joined and self._ground.on_new_line(place)

    def _begins_other(self, place: int, joint: str, *, shouted: bool) -> bool:
        ground = self._ground
        tokens, word, typed = ground.tokens, ground.word(place), ground.typed(place)
        if word in PLURALS or head_length(tokens, place) or (word == "chi" and is_called(tokens, ground.text, place)):
            return True
        if is_stranger(tokens, place) or self._is_duty(place):
            return True
        if word.isdigit():
            return joint == "," or (joint == "và" and ground.word(place - 2).isdigit())
        if typed[0].isupper():
            listed = joint == "," and not shouted
            return is_brand(typed) and (listed or not typed.isupper())
        return not field_length(tokens, place)
