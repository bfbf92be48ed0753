"""Words that no entry of the registry matches, split into what look like names of bodies.

A split is made at ";" and new lines always, elsewhere only where the next words begin like a body: "Sở Nông nghiệp và
Môi trường" and "Sở VH,TT&DL" are one.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.plan.record import GAP
from kshc_cli.reading.agencies.adjoining import (
    FIRMS,
    is_bare_person,
    is_person,
    is_short_head,
    names_work,
    passive_length,
    quantity_length,
)
from kshc_cli.reading.agencies.behind import is_brand
from kshc_cli.reading.agencies.beside_times import opens_time
from kshc_cli.reading.agencies.broken_lines import goes_on, is_on_line
from kshc_cli.reading.agencies.cited import cited_ranges
from kshc_cli.reading.agencies.ground import brackets, trimmed
from kshc_cli.reading.agencies.listed import is_outsider, leaves_name, may_leave
from kshc_cli.reading.agencies.vocabulary import (
    CONNECTORS,
    ORGANS,
    PLACES,
    PLURALS,
    SHORT_ROLES,
    answers_for,
    duty_length,
    exclusions,
    head_length,
    holds_body,
    is_called,
    kind_length,
    names_place,
    noun_length,
    title_length,
)
from kshc_cli.reading.folding import words_of

_LONGEST: Final = 40
"""Words; what is longer is a sentence."""
_OFFICES: Final = ("văn phòng ", "vp ", "thường trực ", "lãnh đạo ")
_ORGANS: Final = frozenset({"ubnd", "hđnd", "hdnd", "đbqh", "ủy"})
_CALLED_BY_TASK: Final = frozenset({"phòng", "ban", "tổ", "đoàn", "đội", "trung", "hội", "cục", "chi", "viện", "bộ"})
"""First words of bodies whose names may be what they do: Ban chỉ đạo thực hiện Đề án 06, Trung tâm hỗ trợ …"""
_JOINTS: Final = frozenset({",", "và", ";", "+"})
_VILLAGES: Final = ("khóm", "ấp", "thôn", "khu phố", "tổ dân")
_OVER_MANY: Final = (
    *("ban quản lý", "ban ql", "bql", "ban chỉ đạo", "ban điều hành", "liên hiệp", "liên minh", "hiệp hội", "khối"),
    *("đảng ủy", "câu lạc bộ", "hội đồng", "văn phòng điều phối"),
)
"""First words of one body that is over others, or for them."""
_LONGEST_HEAD: Final = 8
"""Tokens of the longest head of a body."""
_SEVERAL: Final = ("cơ quan", "đơn vị", "tổ chức", "địa phương", "đoàn thể")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words from character ``start`` up to ``end``; ``name`` is the part that looks like a name, None if none does."""

    start: int
    end: int
    name: tuple[int, int] | None
    doubts: tuple[int, ...] = ()
    """Joints of the name, in characters, behind which perhaps another body begins.

    Báo Đồng Tháp, Bảo Việt; Sở Nông nghiệp và PTNT.
    """


def pieces_of(text: str) -> tuple[Piece, ...]:
    """Split unread words. Never raises; takes time linear in the text."""
    return tuple(_Words(text).pieces())


def is_plural(name: str) -> bool:
    """Tell whether a name stands for several bodies: các phòng, ban chuyên môn; cơ quan, đơn vị có liên quan.

    What a body is for may be many, too: Ban Quản lý các khu công nghiệp, Liên hiệp các Hội Khoa học.
    """
    tokens = words_of(name)
    words = [token.word for token in tokens]
    place = next((place for place, word in enumerate(words) if word in PLURALS), None)
    if place is None:
        return " ".join(words[:2]) in _SEVERAL
    if not place or max(title_length(tokens, 0), quantity_length(tokens, 0)) >= place:
        return True
    behind = tokens[place + 1].word if place + 1 < len(tokens) else ""
    if behind in PLACES or behind == "cấp" or " ".join(words[place + 1 : place + 3]).startswith(_VILLAGES):
        return True
    several = kind_length(tokens, place + 1) or head_length(tokens, place + 1) or not head_length(tokens, 0)
    return bool(several) and not " ".join(words).startswith(_OVER_MANY)


class _Words:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = words_of(text)
        self.partner = brackets(self.tokens)
        self.cited = dict(cited_ranges(self.tokens, text))
        self.excluding = frozenset(words.start for words in exclusions(self.tokens))

    def pieces(self) -> Iterator[Piece]:
        start = place = 0
        while place < len(self.tokens):
            if cited := self.cited.get(place):
                place = cited
                continue
            joint = self._joint(start, place)
            if joint is not None:
                yield from self._piece(start, place)
                start = place + joint
            place += 1
        yield from self._piece(start, len(self.tokens))

    def _joint(self, start: int, place: int) -> int | None:
        """Return how many tokens at ``place`` part two pieces, 0 for a new line; None if the first goes on."""
        word = self.tokens[place].word
        if word == ";":
            return None if self._lists_names(start, place) else 1
        if place > start and not is_on_line(self.tokens, self.text, place):
            named = self._begins_body(place)
            return None if goes_on(self.tokens, self.text, start, place, begins_body=named) else 0
        if word in {"(", ")"}:
            other = self.partner.get(place)
            if start < place and is_outsider(self.tokens, start):
                return None
            return 1 if other is None or self._begins_body(min(place, other) + 1) else None
        if word in {".", ","} and self._is_label(place + 1):
            return 1
        if word == "." and self._is_short(start, place):
            return None
        if word not in CONNECTORS or not (self._begins_body(place + 1) or self._is_brand_behind(place)):
            left = self._begins_body(start) and leaves_name(self.tokens, self.text, start, place, self.partner)
            return 1 if left else None
        one = self._is_in_head(start, place) or self._is_listing(start, place) or self._is_one_office(start, place)
        return None if one else 1

    def _is_in_head(self, start: int, place: int) -> bool:
        """Tell whether a joint is part of a head that begins before it: Báo | và Phát thanh | , Truyền hình."""
        before = range(max(start, place - _LONGEST_HEAD), place)
        return any(head_length(self.tokens, at) > place - at for at in before)

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
        behind = place + 1 >= len(self.tokens) or self._begins_body(place + 1) or self._is_brand_behind(place)
        return self._is_list_of_names(start) and not behind

    def _is_list_of_names(self, start: int) -> bool:
        """Tell whether "các" stands before the name of one body: of a government there is one Sở Nội vụ only."""
        called = start + 2 < len(self.tokens) and self.tokens[start].word in PLURALS and self._is_called(start + 2)
        return called and self.tokens[start + 1].word in {"sở", "bộ"} and not kind_length(self.tokens, start + 2)

    def _begins_body(self, place: int) -> bool:
        """Tell whether the words at ``place`` begin like a body's name; duty and title before it are skipped."""
        place += duty_length(self.tokens, place)
        place += self._title_before(place)
        if place >= len(self.tokens):
            return False
        word = self.tokens[place].word
        if word in PLURALS or head_length(self.tokens, place):
            return True
        return names_place(self.tokens, self.text, place) or (word == "chi" and self._is_called(place))

    def _title_before(self, place: int) -> int:
        """Return how many tokens the title takes of who answers for the body named behind it: Giám đốc | Sở Nội vụ."""
        length = title_length(self.tokens, place)
        behind = place + length
        if not length or behind >= len(self.tokens) or not answers_for(self.tokens, place, behind):
            return 0
        first = behind + (self.tokens[behind].word in PLURALS)
        if " ".join(token.word for token in self.tokens[first : first + 2]).startswith(_VILLAGES):
            return 0
        return length if head_length(self.tokens, first) or kind_length(self.tokens, first) else 0

    def _is_brand_behind(self, place: int) -> bool:
        """Tell whether a joint parts two bodies of which the second is a brand: Sở Nội vụ, VNPT.

        Capitals behind capitals (VH,TT&DL) or "và" (Nông nghiệp và PTNT) are an abbreviation.
        """
        if (
            place + 1 >= len(self.tokens)
            or self.tokens[place].word in {"-", "/", "."}
            or not is_brand(self._typed(place + 1))
        ):
            return False
        if self.tokens[place + 1].word in FIRMS:
            return True
        is_list = self.tokens[place].word == "," and place > 0 and not self._typed(place - 1).isupper()
        return is_list or not self._typed(place + 1).isupper()

    def _is_called(self, place: int) -> bool:
        return is_called(self.tokens, self.text, place)

    def _is_listing(self, start: int, place: int) -> bool:
        """Tell whether the piece is a group that goes on listing its kinds: các phòng | , ban chuyên môn."""
        kind = kind_length(self.tokens, place + 1)
        behind = place + 1 + kind
        if not kind or (self._typed(place + 1).istitle() and not self._is_listed(behind)):
            return False
        if self._is_called(behind) and self.tokens[behind].word not in PLACES and not self._typed(place + 1).isupper():
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

    def _piece(self, start: int, end: int) -> Iterator[Piece]:
        inner = trimmed(self.tokens, self.partner, start, end)
        if inner is not None:
            name = self._name(*inner)
            if name is None or inner[0] in self.cited or not self._is_body(*name):
                yield Piece(*self._characters(*inner), None)
            else:
                yield Piece(*self._characters(*inner), self._characters(*name), tuple(self._doubts(*name)))

    def _is_body(self, start: int, end: int) -> bool:
        """Tell whether a name is no person, role (CT, PH) or bare kind, no list of numbers or of a group's members."""
        if end - start == 1 and self.tokens[start].word in SHORT_ROLES:
            return False
        first = start + (self.tokens[start].word in PLURALS)
        if title_length(self.tokens, first) or kind_length(self.tokens, start) == end - start:
            return False
        words = [token.word for token in self.tokens[start:end]]
        if self._is_list_of_names(start) or self._is_person(start, end):
            return False
        numbers = (one in _JOINTS and other.isdigit() for one, other in pairwise(words))
        if any(numbers) or (":" in words and not PLURALS.isdisjoint(words)):
            return False
        named = self._begins_body(start) or is_brand(self._typed(start))
        return named or holds_body(self.tokens, self.text, start + 1, end)

    def _is_person(self, start: int, end: int) -> bool:
        whose = (self.tokens, self.text, start, end)
        return is_bare_person(*whose) or is_person(*whose)

    def _doubts(self, start: int, end: int) -> Iterator[int]:
        """Yield commas before a capital, and "và" before capitals only, and both before small letters of no field.

        The commas of "VH,TT&DL" and of "Văn hóa, Thể thao và Du lịch" are none of them.
        """
        commas = [place for place in range(start + 1, end - 1) if self.tokens[place].word == ","]
        behind = {token.word for token in self.tokens[commas[-1] : end]} if commas else set()
        for place in range(start + 1, end - 1):
            if kind_length(self.tokens, place + 1) or head_length(self.tokens, place + 1):
                continue
            if self._is_in_head(start, place):
                continue
            word, typed = self.tokens[place].word, self._typed(place + 1)
            capitals = typed.isupper() and len(self.tokens[place + 1].word) > 1
            glued = self.tokens[place + 1].start == self.tokens[place].end
            listed = word == "," and typed[0].isupper() and not (glued if capitals else behind & {"và", "&"})
            if listed or may_leave(self.tokens, self.text, place) or (word in {"và", "&"} and capitals and not glued):
                yield self.tokens[place].start

    def _name(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the tokens that look like a name: without the duties round it, brackets, and exclusions."""
        duty = duty_length(self.tokens, start)
        inner = trimmed(self.tokens, self.partner, start + duty, end)
        if inner is None or inner[1] - inner[0] > _LONGEST:
            return None
        start, end = inner
        start += self._title_before(start)
        if not self._begins_body(start) and (duty or not self._typed(start)[0].isupper()):
            return None
        if duty_length(self.tokens, start):
            return self._name(start, end)
        found = trimmed(self.tokens, self.partner, start, self._end_of_name(start, end))
        return None if found is None or GAP in self.text[slice(*self._characters(*found))] else found

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
                or place in self.excluding
                or place in self.cited
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
        verb = duty_length(self.tokens, place) and self._typed(place).islower()
        return bool(verb) and not names_work(self.tokens, head, place)

    def _characters(self, start: int, end: int) -> tuple[int, int]:
        return self.tokens[start].start, self.tokens[end - 1].end

    def _typed(self, place: int) -> str:
        return self.text[self.tokens[place].start : self.tokens[place].end]
