"""Words as a document shows them and a plan holds them: what two plans are compared by."""

import unicodedata
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.record import BLANK, GAP, WordsRecord
from kshc_cli.reading.folding import composed

_BLANK: Final = lazy_pattern(r"…{2,}|…\.+…[.…]*|…\.{2,}|\.{5,}|_{3,}")
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


def text_of(item: str | WordsRecord | None) -> str:
    """Return the words alone."""
    return item.text if isinstance(item, WordsRecord) else item or ""
