"""What stands against a citation: by the register another day, issuer, kind or title, or not in force on a day.

By the citation itself: a year in the number that is not its day's, or a day after the document's own. Of a text, or a
field, that the register does not know, nothing else is judged.
"""

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from functools import cache
from typing import Final, NamedTuple

from kshc_cli.days import written
from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.folding import canonical, words_of
from kshc_cli.reading.laws.cited import Cited, cited_texts
from kshc_cli.reading.laws.register import Register
from kshc_cli.reading.laws.text import LAWS, LegalText, issuer_key


class About(Enum):
    """What a doubt is about."""

    KIND = "kind"
    CITATION = "citation"
    FORCE = "force"


class Doubt(NamedTuple):
    """Something against a citation: what is wrong and what to do, each in one sentence."""

    about: About
    message: str
    remedy: str
    cited: Cited


_SUFFIX: Final = ("hết hiệu lực", "bãi bỏ", "thay thế", "chưa có hiệu lực")
"""Words with which a basis tells itself that a text is not in force."""
_EMPTY: Final = frozenset(
    [
        "về",
        "việc",
        "quy",
        "định",
        "chi",
        "tiết",
        "một",
        "số",
        "điều",
        "và",
        "của",
        "các",
        "trong",
        "thi",
        "hướng",
        "dẫn",
        "ban",
        "sửa",
        "đổi",
        "bổ",
        "sung",
        "năm",
        "nội",
        "dung",
        "ngày",
        "tháng",
        "nghị",
        "luật",
        "thông",
        "tư",
    ]
)
"""Syllables that any title may have."""
_YEAR: Final = lazy_pattern(r"/\s?((?:19|20)\d\d)\s?/")
"""The year in the number of a text: that of its day."""
_OPENED: Final = lazy_pattern(
    r"\W*(?:(?:tiếp tục )?(?:thực hiện|triển khai|triển khai thực hiện|thi hành)|theo) ", re.IGNORECASE
)
"""Words before a text on which a paragraph rests: with its body behind it the day is its own."""
_FEWEST: Final = 4
"""Syllables of a title below which nobody can tell that it is another."""
_ABBREVIATED: Final = lazy_pattern(r"[A-ZĐ]{2}")
_MOST_OWN: Final = 0.5
_LEAST_OTHER: Final = 0.9


def doubts_of(
    words: str, register: Register, signed: date | None, effective: date | None, *, basis: bool
) -> Iterator[Doubt]:
    """Yield what stands against the texts that composed words cite.

    A basis has to be in force on the day ``signed``, or at least when the document is ``effective``.
    """
    for cited in cited_texts(words, basis=basis):
        text = text_of(cited, register)
        if text is None:
            yield from _other_law(cited, register, signed)
            yield from _itself(words, cited, signed)
        else:
            yield from _citation(cited, text, register)
            if cited.heads and signed is not None and not _is_told_out_of_force(_piece(words, cited)):
                yield from _force(cited, text, register, signed, effective or signed)


def text_of(cited: Cited, register: Register) -> LegalText | None:
    """Return the text of the register that is cited; None where it knows none, or it is not sure which."""
    if cited.number:
        return register.numbered(cited.number, cited.day)
    return register.named(cited.name, cited.day) if cited.day is not None else None


def _is_told_out_of_force(piece: str) -> bool:
    return any(words in piece for words in _SUFFIX)


def _piece(words: str, cited: Cited) -> str:
    return words[cited.start :].split(";", 1)[0].casefold()


def _citation(cited: Cited, text: LegalText, register: Register) -> Iterator[Doubt]:
    if cited.kind and text.kind and not _same_kind(cited.kind, text.kind):
        message = _("{text} is called {kind}, not {cited}.")
        yield Doubt(
            About.KIND,
            message.format(text=text.number, kind=text.kind, cited=cited.kind),
            _("Correct the kind or the number; kshc laws {text} tells what is known of it.").format(text=_asked(text)),
            cited,
        )
    given, known = issuer_key(cited.issuer), issuer_key(text.issuer)
    is_own = cited.sure or (given is not None and given == known)
    if is_own and cited.day is not None and text.date is not None and _is_other_day(cited, cited.day, text.date):
        message = _("{text} is of {day}, not of {cited}.")
        yield _against(
            cited, text, message.format(text=_named(text, cited), day=written(text.date), cited=written(cited.day))
        )
    if cited.heads and given and known and given != known:
        message = _("{text} was issued by {issuer}, not by {cited}.")
        yield _against(cited, text, message.format(text=_named(text, cited), issuer=text.issuer, cited=cited.issuer))
    if cited.title and text.title and (other := _other_title(cited.title, text, register)):
        yield _against(cited, text, other)


def _other_law(cited: Cited, register: Register, signed: date | None) -> Iterator[Doubt]:
    """Yield that a law is cited with a day that a slip makes of its own; another day may be that of an older one.

    That it is younger than the document, other rules say.
    """
    if not cited.name or cited.day is None or (signed is not None and cited.day > signed):
        return
    known = register.like(cited.name, cited.day)
    if known is not None and known.date is not None:
        message = _("{text} is of {day}, not of {cited}.")
        told = message.format(text=known.name, day=written(known.date), cited=written(cited.day))
        yield _against(cited, known, told)


def _itself(words: str, cited: Cited, signed: date | None) -> Iterator[Doubt]:
    """Yield what stands against a citation whatever is known of its text; that no basis is younger, other rules say."""
    year = _YEAR.search(cited.number)
    if cited.day is None:
        return
    if cited.heads and year is not None and int(year[1]) != cited.day.year:
        message = _("By its number {number} is of the year {year}, but it is cited as of {day}.")
        told = message.format(number=cited.number, year=year[1], day=written(cited.day))
        yield Doubt(About.CITATION, told, _("Correct the number or the day."), cited)
    elif signed is not None and cited.day > signed and cited.issuer and _OPENED.fullmatch(words[: cited.start]):
        message = _("{text} is of {later}, after the document's own day, {issued}.")
        told = message.format(text=cited.words, later=written(cited.day), issued=written(signed))
        yield Doubt(About.CITATION, told, _("Correct one of the two dates."), cited)


def _is_other_day(cited: Cited, given: date, known: date) -> bool:
    """Tell whether a day is a wrong one: outside of bases one of quite another time may be that of doing something."""
    near = given.year == known.year or (given.day, given.month) == (known.day, known.month)
    return given != known and (cited.heads or near)


def _asked(text: LegalText) -> str:
    """Return what ``kshc laws`` is asked for."""
    return text.number or f'"{text.title}"'


def _named(text: LegalText, cited: Cited) -> str:
    """Return what a text is called, by its number where it is cited by that."""
    return f"{text.kind} số {text.number}" if cited.number else text.name


def _same_kind(cited: str, known: str) -> bool:
    given, kind = canonical(cited), canonical(known)
    return given == kind or (given in LAWS and kind in LAWS)


def _against(cited: Cited, text: LegalText, message: str) -> Doubt:
    remedy = _("Correct number, day, issuing body or title; kshc laws {text} tells what is known of it.")
    return Doubt(About.CITATION, message, remedy.format(text=_asked(text)), cited)


def _other_title(title: str, text: LegalText, register: Register) -> str | None:
    """Say that a title is another text's; None where it may be the text's own in other words."""
    given = _syllables(title)
    if len(given) < _FEWEST or _ABBREVIATED.search(title):
        return None
    own = _share(given, text)
    if own >= _MOST_OWN:
        return None
    others = (other for other in register.texts if other.title and _share(given, other) >= _LEAST_OTHER)
    if other := next(others, None):
        return _("{text} has the title “{title}”; the one cited is that of {other}.").format(
            text=text.name, title=text.title, other=other.name
        )
    return None if own else _("{text} has the title “{title}”.").format(text=text.name, title=text.title)


def _share(given: frozenset[str], text: LegalText) -> float:
    return len(given & _syllables(text.title)) / len(given)


@cache
def _syllables(title: str) -> frozenset[str]:
    return frozenset(token.word for token in words_of(title) if token.word.isalpha()) - _EMPTY


def _force(cited: Cited, text: LegalText, register: Register, signed: date, effective: date) -> Iterator[Doubt]:
    ended = register.ended(text)
    if ended is not None and ended <= signed:
        successor = register.successor(text, signed)
        by = successor.name if successor else text.replaced_by
        message = (
            _("{text} has not been in force since {day}: {successor} took its place.")
            if by
            else _("{text} has not been in force since {day}.")
        )
        yield Doubt(
            About.FORCE,
            message.format(text=_called(text), day=written(ended), successor=by and _called(successor, by)),
            _("Cite a text in force on that day, or leave the basis out; kshc laws {text} tells what is known.").format(
                text=_asked(text)
            ),
            cited,
        )
    elif text.in_force_from is not None and text.in_force_from > effective:
        message = _("{text} is in force from {day} on only, after the document's own day, {issued}.")
        yield Doubt(
            About.FORCE,
            message.format(text=_called(text), day=written(text.in_force_from), issued=written(signed)),
            _(
                "Cite another text, or say from when the document takes effect; kshc laws {text} tells what is known."
            ).format(text=_asked(text)),
            cited,
        )


def _called(text: LegalText | None, otherwise: str = "") -> str:
    """Return what a text is called, a law with its day, by which laws of one name are told apart."""
    if text is None:
        return otherwise
    if text.is_law and text.date is not None:
        return _("{name} of {day}").format(name=text.name, day=written(text.date))
    return text.name
