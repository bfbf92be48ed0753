"""Who does what a sentence says, and with whom: Giao Văn phòng …; Văn phòng chủ trì, phối hợp với Phòng Kinh tế ….

A body is only taken where its words begin the sentence or stand behind words that give or share a duty. Whoever gets a
report or advice, is cited or is a part of another name takes no part; who begins a statement of its own makes the
whole sentence doubtful.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.agencies.vocabulary import duty_length
from kshc_cli.reading.sentences.name_words import Mention
from kshc_cli.reading.sentences.names import are_bodies
from kshc_cli.reading.sentences.openings import Openings, Span
from kshc_cli.reading.sentences.words import (
    ABOUT,
    ADVISING,
    ASKS,
    BEFORE,
    BESIDE,
    CHIEF,
    EXCEPT,
    GIVES,
    HANDING_ON,
    JOINED_ACT,
    JOINS,
    LABELLED,
    LATER,
    LEADS_ON,
    NO_ACTS,
    TELLS,
    TITLES,
    TOGETHER,
    WITH,
    does_in,
)
from kshc_cli.reading.times.reader import read_time

_PART: Final = lazy_pattern(r"(?:[,)]|(?<=[\dIV]):)\s+")
"""What ends words before whoever does something: Trước ngày 30/6, …; Quý II: …."""
_MARK: Final = lazy_pattern(r"[,;]")
_END: Final = lazy_pattern(r"[;.](?=\s|$)")
_WHO_AND_WHEN: Final = lazy_pattern(
    r"\((?:(?P<body>[^();\d]{3,80});\s*(?P<then>[^();]{4,60})|(?P<first>[^();]{4,60});\s*(?P<next>[^();\d]{3,80}))\)[\s.;]*$"
)
"""Brackets with two parts that end a sentence."""
_SENDS: Final = lazy_pattern(
    r"\b(?:gửi|nộp|chuyển|liên hệ|phản ánh|báo cáo về|đón|tiếp đoàn|làm việc|gặp|thăm|trao|tặng|kiểm tra|giám sát"
    r"|thanh tra|khảo sát|đối thoại|với)\b",
    re.IGNORECASE,
)
"""What is done with a body, or to it, which the brackets perhaps name: Kiểm tra công vụ (Phòng Kinh tế; tháng 5)."""
_ANY_YEAR: Final = 2000
"""Of which year a time is does not matter to whether it is one."""
_TO: Final = frozenset(("gửi", "về", "qua", "đến", "tới", "cho"))
"""Words before whoever gets something."""


class Who(NamedTuple):
    """Who does what a sentence says."""

    lead: Span | None
    """None where it is not clear who does it, though bodies are named."""
    coop: tuple[Span, ...]
    begin: int
    """The character from which on the sentence says who: Giao …."""
    since: int
    """The character from which on times are the lead's; what stands before perhaps speaks of others."""
    until: int
    """The character from which on times are perhaps another body's."""
    others: tuple[Span, ...] = ()
    """What bodies do that are told to: times there are perhaps theirs."""


DOUBTED: Final = Who(None, (), 0, 0, 0)
"""Several bodies have statements of their own in a sentence."""


def who_in(sentence: str, registry: Registry) -> Who | None:
    """Return who does what a sentence says; None where no body is named that perhaps does something."""
    if TELLS.match(sentence) or TOGETHER.match(sentence):
        return DOUBTED
    read = BodySentence(sentence, registry)
    if (EXCEPT.match(sentence) and read.names) or read.is_unsure():
        return DOUBTED
    found = read.who()
    return found if found is None or found.lead is None else found._replace(others=tuple(read.others(found)))


def helpers_in(sentence: str, registry: Registry) -> tuple[Span, ...]:
    """Return with whom somebody does what a sentence says whom only a line above it names: Chủ trì, phối hợp với …."""
    begin = joint_act(sentence)
    return () if begin is None else tuple(BodySentence(sentence, registry).coop(begin))


def joint_act(sentence: str) -> int | None:
    """Return where a sentence begins to say with whom something is done; None where nobody or somebody else does it."""
    if LEADS_ON.match(sentence):
        return 0
    for found in JOINED_ACT.finditer(sentence):
        clause = sentence.rfind(";", 0, found.start() + 1) + 1
        if not ASKS.search(sentence, clause, found.start() + 1):
            return found.end()
    return None


class BodySentence(Openings):
    """A sentence, and who does what in it."""

    def who(self) -> Who | None:
        """Return who does what it says; None where no body is named that perhaps does something."""
        found, is_aside = self._leading()
        lead = found.lead
        before: Mention | None = None
        is_object = False
        for one in self.mentions():
            start, end = self.tokens[one.start].start, self.tokens[one.end - 1].end
            if lead and end <= lead.start and not is_aside:
                continue
            if lead and lead.start <= start < lead.end:
                before, is_object = one, False
                continue
            if any(span.start <= start < span.end for span in found.coop):
                before, is_object = one, True
                continue
            stand = self.stand(one, before if is_object else None)
            joining = self._joining(start) if stand is None and lead and start >= lead.end else None
            if joining:
                found, stand = found._replace(coop=(*found.coop, joining)), True
            elif stand is None:
                return DOUBTED
            elif not stand:
                found = found._replace(until=min(found.until, start))
            before, is_object = one, stand
        return found if lead or found.until < len(self.text) else None

    def _leading(self) -> tuple[Who, bool]:
        """Return who leads and who helps, and whether that is said beside what is to be done."""
        lead = self._lead()
        aside = self._beside() if lead is None else None
        begin = aside.start if aside else self.start() if lead else 0
        lead = lead or aside
        coop = tuple(self.coop(lead.end)) if lead else ()
        is_own = aside or (BEFORE.match(self.text) and self.behind_event() is None)
        since = 0 if is_own else begin
        return Who(lead, coop, begin, since, len(self.text)), aside is not None

    def others(self, found: Who) -> Iterator[Span]:
        """Yield what bodies do that are told to and neither lead nor help, up to the next mark.

        Whoever gets a report and makes something of it perhaps does all that follows: gửi Phòng Nội vụ tổng hợp, báo
        cáo Ủy ban nhân dân xã trước ngày ….
        """
        for one in self.names:
            start = self.tokens[one.start].start
            named = any(span.start <= start < span.end for span in (found.lead, *found.coop) if span)
            if not named and self._is_told_to_act(one):
                mark = (_END if self._before(one) in _TO else _MARK).search(self.text, start)
                yield Span(start, mark.start() if mark else len(self.text))

    def _before(self, one: Mention) -> str:
        """Return the word before a body and its titles."""
        place = one.start
        while place and self.tokens[place - 1].word in TITLES:
            place -= 1
        return self.word(place - 1)

    def _is_told_to_act(self, one: Mention) -> bool:
        """Tell whether a body does what follows that is told to (hướng dẫn Trạm Y tế lập …), and is not advised."""
        does = does_in(self.text, self.tokens[one.end - 1].end)
        acts = duty_length(self.tokens, one.end) or (does and not NO_ACTS.match(does[0].lstrip(" ,")))
        if not acts:
            return False
        place = one.start
        while place and (self.tokens[place - 1].word in TITLES or self.tokens[place - 1].word in {"cho", "với"}):
            place -= 1
        before = f"{self.word(place - 2)} {self.word(place - 1)}"
        return before not in ADVISING and self.word(place - 1) != "trình"

    def start(self) -> int:
        """Return where the sentence says who, behind words that say when or why, or who gives the duty."""
        if GIVES.match(self.text):
            return 0
        if handing := HANDING_ON.match(self.text):
            return handing.end()
        first = self.tokens[self.names[0].start].start if self.names else len(self.text)
        later = LATER.search(self.text)
        cites = later and any(self.tokens[start].start < later.start() for start, _end in self.cited)
        if later and (later.start() <= first or cites):
            return later.start(1)
        if about := ABOUT.match(self.text):
            return about.end()
        if (behind := self.behind_event()) is not None:
            return behind
        before = [found.end() for found in _PART.finditer(self.text) if found.end() <= first]
        return self.list_start(before) if before and BEFORE.match(self.text) else 0

    def _lead(self) -> Span | None:
        start = self.start()
        given = GIVES.match(self.text, start)
        if given is None:
            end = self.end(start)
            hands_on = GIVES.match(self.text, end + 1) if end is not None else None
            if hands_on is None:
                return self.subject(start, end)
            given = hands_on
        end = self.end(given.end())
        if end is None:
            end = self.guessed_end(given.end())
        if end is None or (given[0][:1] in {"đ", "Đ"} and not self.is_given(given[0], end)):
            return None
        return Span(given.end(), end)

    def _beside(self) -> Span | None:
        """Return the bodies of "(Phòng Kinh tế chủ trì …)" and "Việc kiểm tra do Công an xã chủ trì"."""
        for found in LABELLED.finditer(self.text):
            end = self.end(found.end())
            if end is not None and self.text[end:].lstrip()[:1] in {",", ";", ")"}:
                return Span(found.end(), end)
        for found in BESIDE.finditer(self.text):
            end = self.end(found.end())
            if end is not None and CHIEF.match(self.text, end):
                return Span(found.end(), end)
        return self._before_time()

    def _before_time(self) -> Span | None:
        """Return the one body of brackets that end a sentence with it and a time: … (Văn phòng; tháng 3/2026)."""
        found = _WHO_AND_WHEN.search(self.text)
        found = None if found and _SENDS.search(self.text, 0, found.start()) else found
        for who, when in (("body", "then"), ("next", "first")) if found else ():
            start, end = found.span(who) if found else (-1, -1)
            named = self.registry.read(self.text[start:end]) if start >= 0 and found else None
            if found and named and len(named.agencies) == 1 and are_bodies(self.text[start:end], self.registry):
                read = read_time(found[when], year=_ANY_YEAR)
                return Span(start, end) if read.parts and not read.unread else None
        return None

    def coop(self, begin: int) -> Iterator[Span]:
        """Yield with whom something is done, by words from a character on that say so."""
        for found in WITH.finditer(self.text, begin):
            if self._is_asked_of_others(begin, found.start()):
                continue
            end = self.end(found.end())
            if end is None:
                end = self.guessed_end(found.end()) or self.unsure_end(found.end())
            if end is not None:
                yield Span(found.end(), end)

    def _is_asked_of_others(self, begin: int, end: int) -> bool:
        """Tell whether somebody is asked for what is done there: chỉ đạo các cơ quan báo chí | phối hợp với …."""
        clause = max(begin, self.text.rfind(";", begin, end))
        asked = (self.token_at(found.end()) for found in ASKS.finditer(self.text, clause, end))
        return any(self.begins_body(place, sure=False) for place in asked)

    def _joining(self, start: int) -> Span | None:
        """Return the bodies from ``start`` on that only help whoever leads: A chủ trì, B phối hợp."""
        end = self.end(start)
        return Span(start, end) if end is not None and JOINS.match(self.text, end) else None
