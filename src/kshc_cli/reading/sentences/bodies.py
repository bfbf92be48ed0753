"""Who does what a sentence says, and with whom: Giao Văn phòng …; Văn phòng chủ trì, phối hợp với Phòng Kinh tế ….

A body is only taken where its words begin the sentence or stand behind words that give or share a duty. Whoever gets a
report or advice, is cited or is a part of another name takes no part; who begins a statement of its own makes the
whole sentence doubtful.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.agencies.cited import cited_ranges
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.agencies.vocabulary import (
    PLURALS,
    duty_length,
    head_length,
)
from kshc_cli.reading.folding import words_of
from kshc_cli.reading.sentences.names import Mention, Names, are_bodies
from kshc_cli.reading.sentences.words import (
    ABOUT,
    ADVISING,
    ASKS,
    BEFORE,
    BESIDE,
    CHIEF,
    CONNECTING,
    DOES,
    DOING,
    EXCEPT,
    GIVES,
    HANDING_ON,
    JOINED_ACT,
    JOINS,
    LATER,
    LEADS_ON,
    NO_ACTS,
    NO_DUTY,
    OTHERS,
    PERHAPS_OTHERS,
    ROLES,
    TELLS,
    TITLES,
    TOGETHER,
    WHOSE,
    WITH,
)

_PART: Final = lazy_pattern(r"[,)]\s+")


_MARK: Final = lazy_pattern(r"[,;]")
_END: Final = lazy_pattern(r"[;.](?=\s|$)")
_TO: Final = frozenset(("gửi", "về", "qua", "đến", "tới", "cho"))
"""Words before whoever gets something."""
_LONGEST: Final = 400
"""Characters of a heading."""
_OWNERS: Final = frozenset(("của", "cho", "thuộc", "với", "giữa", "tại"))
"""Words behind which bodies are only whose something is, or for whom."""
_ASIDE: Final = lazy_pattern(r"\s*\([^()]*\)$")


class Span(NamedTuple):
    """Characters of a sentence."""

    start: int
    end: int


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
    read = _Sentence(sentence, registry)
    if EXCEPT.match(sentence) and read.names:
        return DOUBTED
    found = read.who()
    return found if found is None or found.lead is None else found._replace(others=tuple(read.others(found)))


def goes_on(sentence: str, place: int) -> bool:
    """Tell whether what stands before a character still is of whoever does the sentence's first act.

    Behind a semicolon an act or a time goes on (…; báo cáo kết quả trước ngày), anything else may be somebody: …; Thuế
    báo cáo. Behind a comma only what looks like somebody is: …, riêng ấp Tân Hòa trước ngày; …, nhà thầu hoàn thành.
    """
    clause = sentence[sentence.rfind(";", 0, place) + 1 : place]
    if len(clause) < place and not _acts(clause):
        return False
    part = clause[max(clause.rfind(","), clause.rfind("(")) + 1 :]
    if OTHERS.match(part):
        return False
    tokens = words_of(part) if PERHAPS_OTHERS.match(part) else ()
    return not any(duty_length(tokens, at) for at in range(len(tokens)))


def _acts(clause: str) -> bool:
    """Tell whether words begin with what is done, or when; in front of nothing but a time they are blank."""
    words = clause.lstrip(" ,:()")
    connected = CONNECTING.match(words)
    words = words[connected.end() if connected else 0 :].strip(" ,:()")
    return not words or bool(duty_length(words_of(words), 0)) or DOES.match(f" {words}") is not None


def helpers_in(sentence: str, registry: Registry) -> tuple[Span, ...]:
    """Return with whom somebody does what a sentence says whom only a line above it names: Chủ trì, phối hợp với …."""
    begin = _joint_act(sentence)
    return () if begin is None else tuple(_Sentence(sentence, registry).coop(begin))


def _joint_act(sentence: str) -> int | None:
    """Return where a sentence begins to say with whom something is done; None where nobody or somebody else does it."""
    if LEADS_ON.match(sentence):
        return 0
    for found in JOINED_ACT.finditer(sentence):
        clause = sentence.rfind(";", 0, found.start() + 1) + 1
        if not ASKS.search(sentence, clause, found.start() + 1):
            return found.end()
    return None


def heads_duties(line: str, registry: Registry) -> Who | None:
    """Return who does what stands below a line that says no more than that: 1. Phòng Nội vụ; Giao Phòng Nội vụ:."""
    words = _ASIDE.sub("", line.rstrip(" .:;"))
    begin = _begin(line)
    if words[begin:] and are_bodies(words[begin:], registry):
        return Who(Span(begin, len(words)), (), 0, 0, 0)
    who = _Sentence(f"{words}:", registry).who() if len(line) < _LONGEST else None
    if who is None or who.lead is None or not registry.read(line[who.lead.start : who.lead.end]).agencies:
        return None
    rest = line
    for span in sorted((who.lead, *who.coop), reverse=True):
        rest = rest[: span.start] + "," + rest[span.end :]
    return who if line.endswith(":") or ROLES.fullmatch(rest) else None


def _begin(line: str) -> int:
    """Return where a line says who, behind words that say whose what stands below it is: Trách nhiệm của …."""
    found = WHOSE.match(line)
    return found.end() if found else 0


def names_somebody(line: str) -> bool:
    """Tell whether a line begins with what looks like a body, a group or the title of a person, known or not."""
    return _Sentence(line[_begin(line) :], Registry(())).begins_with_somebody()


def guessed_bodies(line: str) -> Iterator[str]:
    """Yield the words of a line that look like names of who does what it says, or what stands below it."""
    nobody = Registry(())
    begin = _begin(line)
    words = line.rstrip(" .:;")
    if begin and _Sentence(words[begin:], nobody).is_heading():
        yield words[begin:]
        return
    if ";" in words and all(_Sentence(part.strip(), nobody).is_heading() for part in words.split(";")):
        yield words
        return
    spans = tuple(_Sentence(line, nobody).guesses())
    if not spans and _ASIDE.search(words):
        words = _ASIDE.sub("", words)
        spans = tuple(_Sentence(words, nobody).guesses())
    if not spans and len(words) < _LONGEST and GIVES.match(words):
        spans = tuple(_Sentence(f"{words}:", nobody).guesses())  # a heading: 2. Giao Văn phòng
    yield from (line[span.start : span.end] for span in spans)


class _Sentence(Names):
    def __init__(self, text: str, registry: Registry) -> None:
        super().__init__(text, registry)
        self.cited = tuple(cited_ranges(self.tokens, text))

    def who(self) -> Who | None:
        lead = self._lead()
        aside = self._beside() if lead is None else None
        begin = aside.start if aside else self._start() if lead else 0
        lead = lead or aside
        coop = tuple(self.coop(lead.end)) if lead else ()
        found = Who(lead, coop, begin, 0 if aside or BEFORE.match(self.text) else begin, len(self.text))
        before: Mention | None = None
        is_object = False
        for one in self._mentions():
            start, end = self.tokens[one.start].start, self.tokens[one.end - 1].end
            if lead and end <= lead.start and not aside:
                continue
            if lead and lead.start <= start < lead.end:
                before, is_object = one, False
                continue
            if any(span.start <= start < span.end for span in found.coop):
                before, is_object = one, True
                continue
            stand = self._stand(one, before if is_object else None)
            joining = self._joining(start) if stand is None and lead and start >= lead.end else None
            if joining:
                found, stand = found._replace(coop=(*found.coop, joining)), True
            elif stand is None:
                return DOUBTED
            elif not stand:
                found = found._replace(until=min(found.until, start))
            before, is_object = one, stand
        return found if lead or found.until < len(self.text) else None

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
        does = DOES.match(self.text, self.tokens[one.end - 1].end)
        acts = duty_length(self.tokens, one.end) or (does and not NO_ACTS.match(does[0].lstrip(" ,")))
        if not acts:
            return False
        place = one.start
        while place and (self.tokens[place - 1].word in TITLES or self.tokens[place - 1].word in {"cho", "với"}):
            place -= 1
        before = f"{self.word(place - 2)} {self.word(place - 1)}"
        return before not in ADVISING and self.word(place - 1) != "trình"

    def guesses(self) -> Iterator[Span]:
        """Yield where names seem to stand: behind what gives a duty, before what is done, behind phối hợp với.

        Where nobody leads in the sentence, whoever does stands above: Chủ trì, phối hợp với Công an xã kiểm tra.
        """
        start = self._start()
        given = GIVES.match(self.text, start)
        begin = given.end() if given else start
        end = self.guessed_end(begin, opens=given is None)
        if end is None:
            if given is None and self.is_heading():
                yield Span(0, len(self.text.rstrip(" .:;")))
            elif given is None and (joint := _joint_act(self.text)) is not None:
                yield from self._guessed_help(joint)
            return
        yield Span(begin, end)
        yield from self._guessed_help(end)

    def _guessed_help(self, begin: int) -> Iterator[Span]:
        found = WITH.search(self.text, begin)
        other = self.guessed_end(found.end()) if found else None
        if found and other is not None:
            yield Span(found.end(), other)

    def _start(self) -> int:
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
        before = [found.end() for found in _PART.finditer(self.text) if found.end() <= first]
        return self.list_start(before) if before and BEFORE.match(self.text) else 0

    def _lead(self) -> Span | None:
        start = self._start()
        given = GIVES.match(self.text, start)
        if given is None:
            end = self.end(start)
            hands_on = GIVES.match(self.text, end + 1) if end is not None else None
            if hands_on is None:
                return self._subject(start, end)
            given = hands_on
        end = self.end(given.end())
        if end is None:
            end = self.guessed_end(given.end())
        if end is None or (given[0][:1] in {"đ", "Đ"} and not self._is_given(given[0], end)):
            return None
        return Span(given.end(), end)

    def _is_given(self, words: str, end: int) -> bool:
        """Tell whether "đối với" speaks of who does what: nothing follows the bodies, or what they do."""
        place = self.token_at(end)
        if not words.casefold().startswith("đối") or place >= len(self.tokens) - 1:
            return True
        behind = place + (self.tokens[place].word in {":", ","})
        return bool(duty_length(self.tokens, behind) or DOES.match(self.text, self.tokens[behind - 1].end))

    def _beside(self) -> Span | None:
        """Return the bodies of "(Phòng Kinh tế chủ trì …)" and "Việc kiểm tra do Công an xã chủ trì"."""
        for found in BESIDE.finditer(self.text):
            end = self.end(found.end())
            if end is not None and CHIEF.match(self.text, end):
                return Span(found.end(), end)
        return None

    def _subject(self, start: int, end: int | None) -> Span | None:
        """Return the bodies that a sentence begins with, where they do something in it."""
        if end is None:
            end = self.guessed_end(start, opens=True)
            return None if end is None or NO_DUTY.match(self.text, end) else Span(start, end)
        if NO_DUTY.match(self.text, end):
            return None
        behind = self.text[end : end + 2].strip()
        place = self.token_at(end)
        if place < len(self.tokens) and self.tokens[place].word == ",":
            place += 1
        does = behind[:1] == ":" or DOES.match(self.text, end) or duty_length(self.tokens, place)
        return Span(start, end) if does else None

    def coop(self, begin: int) -> Iterator[Span]:
        """Yield with whom something is done, by words from a character on that say so."""
        for found in WITH.finditer(self.text, begin):
            end = self.end(found.end())
            if end is None:
                end = self.guessed_end(found.end())
            if end is not None:
                yield Span(found.end(), end)

    def _joining(self, start: int) -> Span | None:
        """Return the bodies from ``start`` on that only help whoever leads: A chủ trì, B phối hợp."""
        end = self.end(start)
        return Span(start, end) if end is not None and JOINS.match(self.text, end) else None

    def _mentions(self) -> Iterator[Mention]:
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
            return self._begins_body(place, sure=True)
        return self.text[self.tokens[place].start].isupper()

    def _opens_group(self, place: int) -> bool:
        """Tell whether a group begins a statement of its own: …; các đơn vị báo cáo …."""
        if not place or self.tokens[place - 1].word not in PLURALS:
            return False
        return place == 1 or self.tokens[place - 2].word in {";", ",", "."}

    def _stand(self, one: Mention, before: Mention | None) -> bool | None:
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
        if word in {"giao", "cầu", "do"} or (word == "nghị" and self.word(place - 2) == "đề"):
            return None
        return word not in DOING
