"""Lines that say who does what stands below them, and names that look like bodies where no registry knows them."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.sentences.bodies import BodySentence, Who, joint_act
from kshc_cli.reading.sentences.names import are_bodies
from kshc_cli.reading.sentences.openings import Span
from kshc_cli.reading.sentences.subjects import has_subject, opening_end
from kshc_cli.reading.sentences.words import GIVES, JUDGES, ROLES, WHOSE, WITH

_LONGEST: Final = 400
"""Characters of a heading."""
_GIVEN: Final = lazy_pattern(r"(?<=[.!?])\s+((?:Giao|Phân công|Yêu cầu|Đề nghị)\s[^.!?]+)")
"""A later sentence that gives a duty: Thống nhất chủ trương. Giao Phòng Kinh tế lập đề án."""
_LIST: Final = lazy_pattern(
    r"(?:(?P<organ>UBND|(?:[ỦU]y|Uỷ) ban nhân dân)\s+)?\b[Cc]ác (?P<unit>[Ss]ở|xã|phường)\s?:\s+(?P<items>[^:;.()]+)"
)
"""A group before a colon, and the items that are meant of it."""
_PLACES: Final = frozenset({"xã", "phường"})
_JOINT: Final = lazy_pattern(r",\s+|\s+và\s+")
_PLACE: Final = lazy_pattern(r"(?!\d)[^\W_]\w*(?:\s+(?:-\s+)?(?:\d+|[A-ZĐÀ-ỸƠƯ]\w*))*")
"""The name of a place at the beginning of words."""
_SPORTS: Final = lazy_pattern(r"Văn h[oó][áa]?\b|Thể thao\b|Du lịch\b|Thương binh\b|Lao động\b")
"""Parts of names that hold commas themselves: Sở Văn hóa, Thể thao và Du lịch."""
_ASIDE: Final = lazy_pattern(r"\s*\([^()]*\)$")


def heads_duties(line: str, registry: Registry) -> Who | None:
    """Return who does what stands below a line that says no more than that: 1. Phòng Nội vụ; Giao Phòng Nội vụ:."""
    words = _ASIDE.sub("", line.rstrip(" .:;"))
    begin = _begin(line)
    if words[begin:] and are_bodies(words[begin:], registry):
        return Who(Span(begin, len(words)), (), 0, 0, 0)
    who = BodySentence(f"{words}:", registry).who() if len(line) < _LONGEST else None
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
    return BodySentence(line[_begin(line) :], Registry(())).begins_with_somebody()


def is_others(line: str) -> bool:
    """Tell whether a line has a subject of its own, so that whoever stands above it does not do what it says."""
    words = line[_begin(line) :]
    rest = words[opening_end(words) :]
    is_begun = names_somebody(line) or has_subject(rest) or (rest != words and names_somebody(rest))
    return is_begun or _judges(words)


def _judges(words: str) -> bool:
    """Tell whether a sentence thanks or blames somebody, or agrees with them: Phê bình Trạm Y tế xã chậm báo cáo."""
    opening = JUDGES.match(words)
    behind = re.split(r"[,;:.]", words[opening.end() :], maxsplit=1)[0] if opening else ""
    sentence = BodySentence(behind, Registry(()))
    return has_subject(behind) or any(sentence.begins_body(at, sure=False) for at in range(len(sentence.tokens)))


def guessed_bodies(line: str) -> Iterator[str]:
    """Yield the words of a line that look like names of who does what it says, or what stands below it."""
    nobody = Registry(())
    begin = _begin(line)
    words = line.rstrip(" .:;")
    if begin and BodySentence(words[begin:], nobody).is_heading():
        yield words[begin:]
        return
    if ";" in words and all(BodySentence(part.strip(), nobody).is_heading() for part in words.split(";")):
        yield words
        return
    spans = tuple(_guesses(BodySentence(line, nobody)))
    if not spans and _ASIDE.search(words):
        words = _ASIDE.sub("", words)
        spans = tuple(_guesses(BodySentence(words, nobody)))
    if not spans and len(words) < _LONGEST and GIVES.match(words):
        spans = tuple(_guesses(BodySentence(f"{words}:", nobody)))  # a heading: 2. Giao Văn phòng
    yield from (line[span.start : span.end] for span in spans)
    for given in _GIVEN.finditer(line):
        words = given[1]
        yield from (words[span.start : span.end] for span in _guesses(BodySentence(words, nobody)))
    yield from _listed(line)


def _listed(line: str) -> Iterator[str]:
    """Yield the bodies that items of a list mean by what they share, as far as it is sure where each ends.

    Các sở: Tài chính, Y tế rà soát; UBND các xã: Tân Bình, Long Hòa. Where "và" may be part of a name, it is not.
    """
    for found in _LIST.finditer(line):
        organ, unit = found["organ"], found["unit"]
        if organ and unit in _PLACES:
            *listed, last = _JOINT.split(found["items"])
            names = [*map(_PLACE.fullmatch, listed), _PLACE.match(last)]
            yield from (f"{organ} {unit} {one[0]}" for one in names if one and listed and all(names))
        elif not organ and unit not in _PLACES:
            pieces = [*takewhile(lambda one: one[:1].isupper(), found["items"].split(", "))]
            fields = (_field(one, is_last=one is pieces[-1]) for one in pieces)
            yield from (f"Sở {one}" for one in takewhile(bool, fields))


def _field(piece: str, *, is_last: bool) -> str | None:
    """Return the field of work by which an item calls its body; None where that is not sure."""
    if _SPORTS.match(piece):
        return None
    if not is_last:
        return piece.strip()
    giving = f"Giao Sở {piece}"
    end = BodySentence(giving, Registry(())).guessed_end(5)
    item = giving[8:end].strip(" ,") if end is not None else piece.strip(" .;")
    return None if " và " in item or (end is None and not item.istitle()) else item


def _guesses(sentence: BodySentence) -> Iterator[Span]:
    """Yield where names seem to stand: behind what gives a duty, before what is done, behind phối hợp với.

    Where nobody leads in the sentence, whoever does stands above: Chủ trì, phối hợp với Công an xã kiểm tra.
    """
    text, start = sentence.text, sentence.start()
    given = GIVES.match(text, start)
    begin = given.end() if given else start
    end = sentence.guessed_end(begin, opens=given is None)
    if end is not None:
        yield Span(begin, end)
        yield from _guessed_help(sentence, end)
    elif given is None and sentence.is_heading():
        yield Span(0, len(text.rstrip(" .:;")))
    elif given is None and (joint := joint_act(text)) is not None:
        yield from _guessed_help(sentence, joint)


def _guessed_help(sentence: BodySentence, begin: int) -> Iterator[Span]:
    found = WITH.search(sentence.text, begin)
    end = sentence.guessed_end(found.end()) if found else None
    if found and end is not None:
        yield Span(found.end(), end)
