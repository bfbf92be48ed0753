"""The words of a document as a plan holds them."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from kshc_cli.documents.components.wording import BLANK
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.plan.record import GAP
from kshc_cli.reading.folding import composed

_BLANK: Final = re.compile(r"…{2,}|…\.+…[.…]*|…\.{2,}|\.{5,}|_{3,}")
"""Dots or lines that stand for words to be filled in; three dots, or one ellipsis, only end a list."""

_SPACES: Final = frozenset("\t\u2028\u2029\x0b\x0c")
_UNSEEN: Final = frozenset(("Cc", "Cf", "Cs"))
"""Categories of characters that show nothing: controls, formats, halves of letters."""

_LOST: Final = "\ufffd"


def held(text: str) -> str:
    """Return text of a document as a plan holds it.

    NFC, a gap ``[?]`` for blanks and lost letters, without what cannot be seen, without empty lines and outer spaces.
    """
    lines = (line.strip() for line in _visible(text).split("\n"))
    return _BLANK.sub(GAP, composed("\n".join(line for line in lines if line)))


def _visible(text: str) -> str:
    if text.isprintable():
        return text.replace(_LOST, GAP)
    return "".join(map(_seen, text.replace("\r\n", "\n").replace("\r", "\n"))).replace(_LOST, GAP)


def _seen(sign: str) -> str:
    if sign == "\n":
        return sign
    if sign in _SPACES:
        return " "
    return "" if unicodedata.category(sign) in _UNSEEN else sign


def as_read(words: str | None) -> str:
    """Return what comes back of a plan's words once they are printed and read; nothing for none."""
    return held((words or "").replace(GAP, BLANK))


def typed(paragraph: Paragraph) -> str:
    """Return a paragraph's words behind the number that Word prints, in the letters that were typed."""
    words = held(paragraph.text)
    return f"{paragraph.label.strip()} {words}".strip() if paragraph.label.strip() else words


def lines_of(paragraphs: Iterable[Paragraph]) -> str:
    """Return the words of paragraphs, one a line; empty ones are left out."""
    return "\n".join(filter(None, map(typed, paragraphs)))


def running(paragraphs: Iterable[Paragraph]) -> str:
    """Return the words of paragraphs over which one sentence runs on."""
    return " ".join(filter(None, map(typed, paragraphs)))
