"""The names in a cell that mean their body: what stands before and behind each one, up to a separator, is explained.

A registered name may be the beginning or the end of another body's: of another level or place (Công an | tỉnh), of an
office in it (Thanh tra | Sở Nội vụ), or a longer name (Phòng Kinh tế | và Hạ tầng). What is not explained bars it.
"""

from collections.abc import Sequence
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.reading.agencies.adjoining import is_chair, quantity_length
from kshc_cli.reading.agencies.behind import GIVING, Behind
from kshc_cli.reading.agencies.ground import Ground
from kshc_cli.reading.agencies.labels import may_take_away
from kshc_cli.reading.agencies.name_book import Found, NameBook
from kshc_cli.reading.agencies.offices import is_one_office, is_short
from kshc_cli.reading.agencies.reported import REPORTING
from kshc_cli.reading.agencies.stand import Named, Stand
from kshc_cli.reading.agencies.vocabulary import CONNECTORS, PLACES, answers_for, duty_length
from kshc_cli.reading.folding import canonical

_TIES: Final = frozenset({"với", "cùng", "cho", "để", "và", "chung"})
"""Small words between a duty and the body that it is given to."""
_PARTNERS: Final = frozenset({"với", "cùng"})
"""Those behind which a body takes part in whatever is done: tổng hợp cùng …"""
_OPENING: Final = ("thực hiện", "phụ trách", "tham gia")
"""Duties that make the body behind them take part where they begin a line."""
_DOING: Final = ("chủ trì", "thực hiện", "phụ trách", "triển khai", "chịu trách nhiệm", "làm", "là", "đầu mối")
"""Duties of who does the task itself: do Sở Y tế chủ trì."""
_HANDING: Final = ("giao", "phân công")
"""Duties by which the body before them leaves the task to the one behind them."""
_PEERS: Final = frozenset({"đảng ủy", "hđnd", "ubnd", "mttq", "ubmttq", "hội đồng nhân dân", "thường trực hđnd"})
"""Organs that stand beside a committee with a dash: Đảng ủy - HĐND - UBND."""


_LONGEST: Final = 5
"""Words of a quantity, and one more."""


def names_in(ground: Ground, book: NameBook) -> tuple[list[Found], list[Named]]:
    """Return all names of a cell, and those that are no part of another one or of a citation, with what they mean.

    Takes time linear in the tokens.
    """
    inside = _inside(ground)
    found = [name for name in book.found(ground.tokens) if not inside[name.start]]
    return found, _Judging(ground, book, found).named()


def _inside(ground: Ground) -> bytearray:
    """Mark the tokens of citations."""
    marks = bytearray(len(ground.tokens))
    for start, end in ground.cited.items():
        marks[start:end] = b"\1" * (end - start)
    return marks


def _bar_list(named: list[Named], found: Sequence[Found]) -> None:
    """Bar the names before a barred item, too: Phòng Kinh tế, | Văn hóa | và Xã hội is perhaps one."""
    for place in range(len(named) - 2, -1, -1):
        named[place] = replace(named[place], stand=Stand.BARRED)
        if not found[place - len(named)].is_item:
            return


class _Judging:
    def __init__(self, ground: Ground, book: NameBook, found: Sequence[Found]) -> None:
        self._ground = ground
        self._book = book
        self._found = found
        self._behind = Behind(ground, book.home, frozenset(name.start for name in found))
        self._before = Named(0, 0, 0, 0, "", Stand.BARRED)
        """The name before the one that is judged."""
        self._listed = False
        """Whether the one that is judged begins a list of several: các phòng Nội vụ, Tư pháp."""
        self._shut = 0
        """Where brackets end that list the members of a body that is not known: Tổ công tác (A, B)."""

    def named(self) -> list[Named]:
        """Judge the names from left to right."""
        named: list[Named] = []
        for index, name in enumerate(self._found):
            if name.start >= self._before.last:
                self._listed = index + 1 < len(self._found) and self._found[index + 1].is_item
                self._before = self._judged(name)
                named.append(self._before)
                if name.is_item and self._before.stand is Stand.BARRED:
                    _bar_list(named, self._found[: index + 1])
        return named

    def _judged(self, name: Found) -> Named:
        end, last = self._behind.reach(name.start, name.end)
        first, stand = self._leading(name, end)
        begin = self._ground.first(name.start, self._before.last)
        if self._is_member(begin) or self._is_labelled(begin):
            stand = Stand.BARRED
        stand = Stand.BARRED if name.needs_home and end == name.end and stand is Stand.BODY else stand
        if stand is Stand.OBJECT or (stand is Stand.BODY and self._is_whole(name, last)):
            start = name.start if self._is_title(first, name.start) else first
            return Named(first, start, end, last, name.agency, stand)
        first = self._ground.first(name.start, self._before.last)
        binds = self._binds(first, name.start)
        return Named(first, name.start, name.end, name.end, name.agency, Stand.BARRED, binds)

    def _is_whole(self, name: Found, last: int) -> bool:
        """Tell whether a name is over at ``last``, and hands nothing on to the next: UBND phường | giao | Công an."""
        if not self._behind.is_end(name.start, name.end, last):
            return False
        length = duty_length(self._ground.tokens, last) if last < len(self._ground.tokens) else 0
        if not length or not self._words(last, last + length).startswith(_HANDING):
            return True
        behind = last + length + (self._ground.word(last + length) == "cho")
        return not self._behind.begins(behind)

    def _binds(self, first: int, start: int) -> bool:
        """Tell whether the words before a barred name speak of all names that follow it in a list.

        A duty is perhaps done to all of them (kiểm tra Công an phường và Hội Nông dân), and they act as one (liên sở).
        """
        if self._is_labelled(first):
            return True
        if first == start:
            listed = self._before.binds and self._goes_on(first)
            return listed or is_short(self._ground, self._known(), first) or self._is_member(first)
        words = {token.word for token in self._ground.tokens[first:start]}
        return "liên" in words or duty_length(self._ground.tokens, first) > 0

    def _is_title(self, first: int, start: int) -> bool:
        return first < start and answers_for(self._ground.tokens, first, start)

    def _leading(self, name: Found, end: int) -> tuple[int, Stand]:
        """Return where what belongs to a name begins before it, and what these words make of it."""
        first = self._ground.first(name.start, self._before.last)
        if first == name.start:
            return first, self._joined(first)
        place, duty = first, ""
        while place < name.start:
            if self._own_length(place, name, end):
                break
            length = duty_length(self._ground.tokens, place)
            if 0 < length <= name.start - place:
                duty = self._words(place, place + length)
            elif place in self._ground.excluding:
                length = self._ground.excluding[place].end - place
            elif self._ties(place, end):
                duty = "" if self._ground.word(place) in _PARTNERS and not duty.startswith(REPORTING) else duty
                length = 1
            else:
                return first, Stand.BARRED
            place += length
        if not duty and self._ground.word(first) in {"cho", "để"}:
            return first, Stand.BARRED
        return place, self._given(duty, first)

    def _ties(self, place: int, end: int) -> bool:
        word = self._ground.word(place)
        return word in _TIES or (word == "do" and self._does(end))

    def _does(self, place: int) -> bool:
        """Tell whether whoever stands before ``place`` does it: do | Sở Y tế | chủ trì, not do | UBND tỉnh | giao."""
        length = duty_length(self._ground.tokens, place) if place < len(self._ground.tokens) else 0
        return length > 0 and self._words(place, place + length).startswith(_DOING)

    def _given(self, duty: str, first: int) -> Stand:
        """Tell what a duty makes of the body behind it."""
        if not duty or duty.startswith(GIVING):
            return Stand.BODY
        if duty.startswith(REPORTING):
            return Stand.OBJECT if self._before.agency else Stand.BARRED
        opens = first == 0 or self._ground.on_new_line(first)
        return Stand.BODY if opens and duty.startswith(_OPENING) else Stand.BARRED

    def _words(self, start: int, end: int) -> str:
        tokens = self._ground.tokens
        return canonical(self._ground.text[tokens[start].start : tokens[end - 1].end])

    def _own_length(self, place: int, name: Found, end: int) -> int:
        """Return how many tokens from ``place`` to the name are its title, or the words of a group; 0 if they are not.

        The chairman of the plan's own committee or council is neither of them.
        """
        tokens, length = self._ground.tokens, name.start - place
        if answers_for(tokens, place, name.start):
            own = self._book.home.is_own_organ(tokens[name.start : end])
            return 0 if own and is_chair(tokens, place, name.start) else length
        several = self._listed or name.agency in self._book.groups
        if several and length < _LONGEST and quantity_length(tokens[place : name.start], 0) == length:
            return length
        committee = self._words(place, name.start) in {"ubnd", "ủy ban nhân dân"}
        return length if committee and tokens[name.start].word in PLACES else 0

    def _joined(self, first: int) -> Stand:
        """Tell what the joint before a name, and the words before the joint, make of it."""
        ground = self._ground
        if first == 0 or ground.on_new_line(first):
            return Stand.BODY
        if first == self._before.last and self._before.agency and not ground.parts(first - 1):
            return Stand.BARRED
        joint = ground.word(first - 1)
        if self._is_symbol(first, joint) or is_short(ground, self._known(), first):
            return Stand.BARRED
        if self._goes_on(first) and self._before.binds:
            return Stand.BARRED
        begin, end = self._words_before(first - 1)
        if begin == end or self._words(begin, end) in _PEERS:
            object_of = self._goes_on(first) and self._before.stand is Stand.OBJECT
            is_office = is_one_office(ground, self._known(), first)
            return Stand.OBJECT if object_of else Stand.BARRED if is_office else Stand.BODY
        is_duty = duty_length(ground.tokens, begin) or begin in ground.excluding
        if joint == "-" and not is_duty and end == first - 1:
            return Stand.BARRED
        return Stand.BARRED if is_one_office(ground, self._known(), first) else Stand.BODY

    def _is_member(self, first: int) -> bool:
        """Tell whether a body that is not known has what stands at ``first`` as a member.

        In brackets, or behind a colon: Tổ công tác (A, B); Tổ công tác gồm: A, B.
        """
        ground = self._ground
        if first < self._shut:
            return True
        place = ground.opener.get(first, -1)
        if place >= self._before.last and not duty_length(ground.tokens, place + 1):
            begin, end = self._words_before(place)
            if ground.on_new_line(place) and place > self._known():
                begin = ground.first(place - 1, self._known())
            if begin < end == place and self._is_unknown(begin, end):
                self._shut = ground.partner[place]
                return True
        if first and ground.word(first - 1) == ":" and ground.word(first - 2) == "gồm":
            begin, end = self._words_before(first - 1)
            return end - begin > (2 if ground.word(end - 2) == "bao" else 1) and self._is_unknown(begin, end)
        return False

    def _is_labelled(self, first: int) -> bool:
        """Tell whether a label before ``first`` perhaps says that whoever stands there does not do the task."""
        if first == 0 or self._ground.word(first - 1) != ":":
            return False
        begin, end = self._words_before(first - 1)
        return (
            self._words(begin, end) not in _PEERS and may_take_away(self._ground, begin, end) if begin < end else False
        )

    def _is_unknown(self, begin: int, end: int) -> bool:
        """Tell whether unexplained words name a body, and no duty or peer of the body behind them."""
        ground = self._ground
        is_duty = duty_length(ground.tokens, begin) or begin in ground.excluding
        return not is_duty and self._words(begin, end) not in _PEERS

    def _is_symbol(self, first: int, joint: str) -> bool:
        """Tell whether a mark ties a name to the letters or figures before it: PA-UBND, 12/UBND, VP.UBND."""
        ground = self._ground
        if joint not in {"-", "/", "."} or not ground.is_glued(first - 1) or self._is_named(first - 1):
            return False
        before = ground.typed(first - 2)
        if canonical(before) in _PEERS:
            return False
        return joint == "-" or before.isupper() or before.isdigit()

    def _is_named(self, place: int) -> bool:
        return self._before.last == place and self._before.stand is not Stand.BARRED

    def _goes_on(self, first: int) -> bool:
        """Tell whether only joints of a list stand between the name before and ``first``."""
        between = self._ground.tokens[self._before.last : first]
        return all(token.word in {",", "và"} for token in between)

    def _known(self) -> int:
        """Return where the words begin that the name before does not explain."""
        return self._before.last if self._before.stand is not Stand.BARRED else 0

    def _words_before(self, place: int) -> tuple[int, int]:
        """Return the words before the joint that ends at ``place``, as far as no name explains them."""
        ground = self._ground
        while place > self._before.last and {ground.word(place), ground.word(place - 1)} <= CONNECTORS:
            if ground.on_new_line(place + 1):
                break
            place -= 1
        end = place
        known = self._before.last if self._before.stand is not Stand.BARRED else self._before.first
        if end <= known or ground.on_new_line(end):
            return end, end
        return ground.first(end - 1, known), end
