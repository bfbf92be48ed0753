"""Knows text that was typed for fonts of before Unicode: read as Unicode, its letters are gibberish.

TCVN 5712:1993 (TCVN3, fonts .VnTime and others with .Vn) puts Vietnamese letters on the signs of Latin-1; VNI (fonts
VNI-…) puts a letter of Latin-1 behind the vowel for its marks.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.documents.word.body import Paragraph

_SIGNS: Final = {
    "TCVN3": re.compile(
        r"(?<![^\W\d_])[®§](?=[^\W\d_])|(?<=[a-zA-ZßÞÝÒÓÔÕÖ])[¸µ¶·¹¨¾»¼½©ª«¬\u00ad×÷]|(?<=[a-z])®(?=[a-z])"
    ),
    "VNI": re.compile(r"(?<=[aeiouyôö])[øùûïåäëü]|(?<=[AEIOUYÔÖ])[ØÙÛÏÅÄËÜ]"),
}
"""Signs at places where no word of Unicode has them, and words of these charsets do."""
_FONTS: Final = {"TCVN3": ".vn", "VNI": "vni"}
"""How the names of the fonts begin, in small letters."""
_UNICODE: Final = re.compile(r"[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
"""Vietnamese letters that neither charset has."""
_ENOUGH: Final = 4
"""Signs that tell the charset where the font does not."""
_DIFFERENT: Final = 3
"""How many of these have to differ: a document may quote a few foreign words."""


@dataclass(frozen=True, slots=True)
class OldText:
    """Text in an old charset."""

    charset: str
    paragraph: Paragraph
    """The first one of it."""
    font: str
    """The font that it is set in."""


def old_text(paragraphs: Iterable[Paragraph]) -> OldText | None:
    """Return the first text in an old charset, known by font and letters, or by many of its letters in any font."""
    seen: dict[str, list[tuple[str, OldText]]] = {charset: [] for charset in _SIGNS}
    for signs, text in _suspects(paragraphs):
        if text.font.lower().startswith(_FONTS[text.charset]):
            return text
        seen[text.charset] += ((sign.lower(), text) for sign in signs)
    for found in seen.values():
        if len(found) >= _ENOUGH and len({sign for sign, _text in found}) >= _DIFFERENT:
            return found[0][1]
    return None


def _suspects(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[list[str], OldText]]:
    """Yield the runs that have signs of a charset, with these."""
    runs = ((paragraph, run) for paragraph in paragraphs if not paragraph.text.isascii() for run in paragraph.seen)
    for paragraph, run in runs:
        if run.text.isascii() or _UNICODE.search(run.text):
            continue
        for charset, pattern in _SIGNS.items():
            if signs := pattern.findall(run.text):
                fonts = run.format.fonts
                font = next((each for each in fonts[:2] if each.lower().startswith(_FONTS[charset])), fonts[0])
                yield signs, OldText(charset, paragraph, font)
