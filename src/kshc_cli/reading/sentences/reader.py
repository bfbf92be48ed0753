"""What the sentences of a task in prose say: who does it, with whom, and by when."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.lines import line_of
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.sentences.bodies import DOUBTED, Who, helpers_in, who_in
from kshc_cli.reading.sentences.continuing import goes_on
from kshc_cli.reading.sentences.doubts import is_of_ground
from kshc_cli.reading.sentences.headings import heads_duties, is_others
from kshc_cli.reading.sentences.openings import Span
from kshc_cli.reading.sentences.times import when_in
from kshc_cli.reading.values import Said

_SENTENCE: Final = lazy_pattern(
    r"(?:[^.!?]|[.!?](?!\s+[^\W\d_])|(?:(?<=\bTP)|(?<=\bTp)|(?<=\bTX)|(?<=\bP)|(?<=\bX)|(?<=\bQ))\.)+[.!?]?|[.!?]"
)
"""A sentence; behind TP., P. and X., which are short for units, none ends."""
_PURPOSE: Final = lazy_pattern(r"\b(?:để|nhằm)\b", re.IGNORECASE)
"""Behind a time: what follows is done with what was sent by then, by whoever gets it."""
_NAMED: Final = lazy_pattern(r"thời (?:hạn|gian)\b", re.IGNORECASE)
"""How a time begins that is said to be one: Thời gian hoàn thành: quý II."""
_LONGEST: Final = 2000
"""Characters of a sentence that is read; a longer one perhaps names anybody."""


class _Told(NamedTuple):
    """A sentence with its place in the text, and who does what in it."""

    start: int
    words: str
    who: Who | None


class Speech(NamedTuple):
    """What the sentences of a task say."""

    said: tuple[Said, ...] = ()
    is_doubtful: bool = False
    """Whether they name bodies of which it is not clear what they do."""


def speech_of(
    text: str, registry: Registry, *, year: int, issued: date | None, lead: str | None = None, is_led: bool = False
) -> Speech:
    """Return the words of a task that say who does it, with whom and by when, by their place in ``text``.

    Nothing where two sentences say another one each, or none does and nobody is known to lead it (``is_led``): whose
    the times are would not be sure. A sentence may name the one who is known (``lead``).
    """
    told = list(_told(text, registry))
    if any(one.who and one.who.lead is None for one in told):
        return Speech(is_doubtful=True)
    leads = {text[one.start + span.start : one.start + span.end] for one in told if one.who and (span := one.who.lead)}
    if is_led and leads <= {lead}:
        return Speech(tuple(_said(told, registry, year, issued, is_led=True)))
    if len(leads) != 1:
        return Speech(is_doubtful=bool(leads))
    return Speech((), is_doubtful=True) if is_led else Speech(tuple(_said(told, registry, year, issued)))


def speech_under(text: str, registry: Registry, *, year: int, issued: date | None, is_led: bool) -> Speech:
    """Return what sentences say whose lead a line above them names (``is_led``), unless they name another one."""
    speech = speech_of(text, registry, year=year, issued=issued)
    if speech.said or speech.is_doubtful or not is_led:
        return speech
    if any(is_others(line) for _start, line in _lines(text)):
        return Speech(is_doubtful=True)
    return speech_of(text, registry, year=year, issued=issued, is_led=True)


def _told(text: str, registry: Registry) -> Iterator[_Told]:
    for index, (start, line) in enumerate(_lines(text)):
        who = heads_duties(line, registry) if not index and "\n" in text else None
        if who is not None:
            yield _Told(start, "", who)
            continue
        for sentence in _sentences(line):
            words = sentence[0].lstrip()
            begin = start + sentence.end() - len(words)
            yield _Told(begin, words, who_in(words, registry) if len(words) < _LONGEST else DOUBTED)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text without their marks, each with the place of its first character."""
    start = 0
    for line in text.split("\n"):
        words = line_of(line, None).words
        place = line.find(words) if words else -1
        if place >= 0:
            yield start + place, words
        start += len(line) + 1


def _sentences(line: str) -> Iterator[re.Match[str]]:
    return _SENTENCE.finditer(line)


def _said(
    told: list[_Told], registry: Registry, year: int, issued: date | None, *, is_led: bool = False
) -> Iterator[Said]:
    """Yield what sentences say, those behind the one that says who as long as nobody else is named.

    What those before it say of times is perhaps of something else: Hội chợ mở trong tháng 6. Giao Phòng Kinh tế ….
    """
    lead = False
    whens = [tuple(when_in(_blanked(one.words, one.who), year=year, issued=issued)) for one in told]
    is_timed = any(each.is_read for when in whens for each in when)
    for one, when in zip(told, whens, strict=True):
        span = one.who.lead if one.who else None
        if one.who is not None and span is not None:
            if not lead:
                blanks = len(one.words[span.start :]) - len(one.words[span.start :].lstrip())
                yield Said("lead", one.start + span.start + blanks, one.start + _closed(one.words, span))
            coop = ((each.start, _closed(one.words, each)) for each in one.who.coop)
            yield from (Said("coop", one.start + start, one.start + end) for start, end in coop)
            lead = True
        elif lead or is_led:
            helpers = helpers_in(one.words, registry)
            yield from (Said("coop", one.start + each.start, one.start + each.end) for each in helpers)
        words = _blanked(one.words, one.who)
        before = len(words)
        for each in (each for each in when if each.is_told or is_timed):
            is_own = one.who is None or one.who.since <= each.start < one.who.until
            is_own = is_own and not (one.who and any(span.start <= each.start < span.end for span in one.who.others))
            is_own = is_own and goes_on(words, each.start) and not _PURPOSE.search(words, before, each.start)
            is_own = is_own and not is_of_ground(one.words, each.start)
            is_own = is_own and (lead or is_led or _NAMED.match(one.words, each.start) is not None)
            before = min(before, each.end)
            end = _closed(words, Span(each.start, each.end))
            yield Said("time", one.start + each.start, one.start + end, each.is_read and is_own)


def _closed(words: str, span: Span) -> int:
    """Return where words end that leave no brackets open: with these where they end there, or before their mark."""
    said = words[span.start : span.end]
    if said.count("(") <= said.count(")"):
        return span.end
    is_closed = words.startswith(")", span.end)
    return span.end + 1 if is_closed else span.start + len(said.removesuffix("(").rstrip())


def _blanked(words: str, who: Who | None) -> str:
    """Return a sentence with commas in place of its bodies, and of who gives them the duty: no name is a time."""
    if who is None or who.lead is None:
        return words
    for span in (Span(who.begin, who.lead.start), who.lead, *who.coop):
        words = words[: span.start] + "," * (span.end - span.start) + words[span.end :]
    return words
