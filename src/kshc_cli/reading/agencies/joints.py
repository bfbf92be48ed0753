"""Where words that name several bodies part: at ";" and new lines, elsewhere only before what begins like a body."""

from typing import Final

from kshc_cli.reading.agencies.adjoining import FIRMS, is_short_head
from kshc_cli.reading.agencies.behind import is_brand
from kshc_cli.reading.agencies.broken_lines import goes_on, is_on_line
from kshc_cli.reading.agencies.listed import is_outsider, leaves_name
from kshc_cli.reading.agencies.stretch import Stretch
from kshc_cli.reading.agencies.vocabulary import (
    CONNECTORS,
    ORGANS,
    PLACES,
    PLURALS,
    SHORT_ROLES,
    duty_length,
    kind_length,
    title_length,
)

_LONGEST: Final = 40
"""Words; what is longer is a sentence."""
_OFFICES: Final = ("văn phòng ", "vp ", "thường trực ", "lãnh đạo ")
_ORGANS: Final = frozenset({"ubnd", "hđnd", "hdnd", "đbqh", "ủy"})


class Joints:
    """Tells where the pieces of some words part."""

    def __init__(self, words: Stretch) -> None:
        self.words, self.tokens, self.text = words, words.tokens, words.text

    def joint(self, start: int, place: int) -> int | None:
        """Return how many tokens at ``place`` part two pieces, 0 for a new line; None if the first goes on."""
        word = self.tokens[place].word
        if word == ";":
            return None if self._lists_names(start, place) else 1
        if place > start and not is_on_line(self.tokens, self.text, place):
            named = self.words.begins_body(place)
            return None if goes_on(self.tokens, self.text, start, place, begins_body=named) else 0
        if word in {"(", ")"}:
            other = self.words.partner.get(place)
            if start < place and is_outsider(self.tokens, start):
                return None
            return 1 if other is None or self.words.begins_body(min(place, other) + 1) else None
        if word in {".", ","} and self._is_label(place + 1):
            return 1
        if word == "." and self._is_short(start, place):
            return None
        if word not in CONNECTORS or not (self.words.begins_body(place + 1) or self._is_brand_behind(place)):
            left = self.words.begins_body(start) and leaves_name(
                self.tokens, self.text, start, place, self.words.partner
            )
            return 1 if left else None
        one = self.words.is_in_head(start, place) or self._is_listing(start, place) or self._is_one_office(start, place)
        return None if one else 1

    def _is_label(self, place: int) -> bool:
        """Tell whether a role with a colon stands at ``place``: Chủ trì: A. | Phối hợp: B."""
        length = duty_length(self.tokens, place) or (
            place < len(self.tokens) and self.tokens[place].word in SHORT_ROLES
        )
        return length > 0 and place + length < len(self.tokens) and self.tokens[place + length].word == ":"

    def _is_short(self, start: int, place: int) -> bool:
        """Tell whether a full stop makes the first word of a piece short for the head of a name: VP | . UBND xã."""
        start += duty_length(self.tokens, start)
        start += title_length(self.tokens, start) if start < place - 1 else 0
        return start == place - 1 and is_short_head(self.tokens, self.text, start)

    def _lists_names(self, start: int, place: int) -> bool:
        """Tell whether the items of a list go on that leave out what they share: Các Sở Nội vụ | ; Tài chính."""
        behind = place + 1 >= len(self.tokens) or self.words.begins_body(place + 1) or self._is_brand_behind(place)
        return self.words.is_list_of_names(start) and not behind

    def _is_brand_behind(self, place: int) -> bool:
        """Tell whether a joint parts two bodies of which the second is a brand: Sở Nội vụ, VNPT.

        Capitals behind capitals (VH,TT&DL) or "và" (Nông nghiệp và PTNT) are an abbreviation.
        """
        if (
            place + 1 >= len(self.tokens)
            or self.tokens[place].word in {"-", "/", "."}
            or not is_brand(self.words.typed(place + 1))
        ):
            return False
        if self.tokens[place + 1].word in FIRMS:
            return True
        is_list = self.tokens[place].word == "," and place > 0 and not self.words.typed(place - 1).isupper()
        return is_list or not self.words.typed(place + 1).isupper()

    def _is_listing(self, start: int, place: int) -> bool:
        """Tell whether the piece is a group that goes on listing its kinds: các phòng | , ban chuyên môn."""
        kind = kind_length(self.tokens, place + 1)
        behind = place + 1 + kind
        if not kind or (self.words.typed(place + 1).istitle() and not self._is_listed(behind)):
            return False
        if (
            self.words.is_called(behind)
            and self.tokens[behind].word not in PLACES
            and not self.words.typed(place + 1).isupper()
        ):
            return False
        recent = range(max(start, place - _LONGEST), place)
        index = max((one for one in recent if self.tokens[one].word in PLURALS), default=place) + 1
        listing = index <= place
        while listing and index < place:
            length = 1 if self.tokens[index].word in CONNECTORS else kind_length(self.tokens, index)
            listing = length > 0
            index += length
        return listing

    def _is_listed(self, place: int) -> bool:
        """Tell whether a kind that ends before ``place`` may stand alone: Cục, thuộc Bộ."""
        if place >= len(self.tokens):
            return True
        word = self.tokens[place].word
        return word in CONNECTORS or word in PLACES or word in {"thuộc", "trực"}

    def _is_one_office(self, start: int, place: int) -> bool:
        """Tell whether one office serves both organs: Văn phòng HĐND | và UBND Thành phố, be it its head's or not."""
        start += duty_length(self.tokens, start)
        while start < place and (title := title_length(self.tokens, start)):
            start += title
        if place - start > _LONGEST:
            return False
        before, behind = self._organs(start, place), self._organs(place + 1, self._line_end(place + 1)).split()
        if not before.startswith(_OFFICES) or behind[0] not in {"ubnd", "hđnd", "hdnd"}:
            return False
        words = set(before.split())
        by_comma = self.tokens[place].word not in {"và", "&", "-", "/"}
        return behind[0] not in words and bool(words & _ORGANS) and not (by_comma and behind[0] == "ubnd")

    def _line_end(self, start: int) -> int:
        """Return where the words at ``start`` end at the latest: behind five of them, or at a new line."""
        for place in range(start + 1, min(start + 5, len(self.tokens))):
            if "\n" in self.text[self.tokens[place - 1].end : self.tokens[place].start]:
                return place
        return start + 5

    def _organs(self, start: int, end: int) -> str:
        words = " ".join(token.word for token in self.tokens[start:end])
        for name, abbreviation in ORGANS.items():
            words = words.replace(name, abbreviation)
        return words
