"""Letters of fonts that draw signs in place of letters: what a reader sees, in Unicode.

Symbol as Adobe has it (https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt), of Wingdings what stands in
offices' documents. A sign that is not known is a bullet: that something stands there is not lost.
"""

from collections.abc import Mapping
from typing import Final

from kshc_cli.documents.word.numbering import BULLET

_SYMBOL: Final = {
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", 0x5C: "∴", 0x5E: "⊥",
    0x61: "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", 0x7E: "∼", 0xA1: "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…", 0xC5: "⊕", 0xC7: "∩∪⊃⊇⊄⊂⊆∈∉∠∇",
    0xD5: "∏√⋅¬∧∨⇔⇐⇑⇒⇓◊", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
"""Runs of signs, by the code of the first; digits and marks between stand for themselves."""

_WINGDINGS: Final = {
    0x21: "✏✂", 0x28: "☎", 0x2A: "✉", 0x3F: "✍", 0x46: "☞", 0x6C: "●", 0x6E: "■□", 0x71: "❑❒", 0x76: "❖", 0x9F: "•",
    0xA7: "▪◻", 0xAB: "★", 0xD8: "➢", 0xDF: "←→↑↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗✓☒☑",
}  # fmt: skip


def _by_code(runs: Mapping[int, str]) -> Mapping[int, str]:
    return {first + place: sign for first, signs in runs.items() for place, sign in enumerate(signs)}


_FONTS: Final[Mapping[str, Mapping[int, str]]] = {"symbol": _by_code(_SYMBOL), "wingdings": _by_code(_WINGDINGS)}
_OTHERS: Final = frozenset(("wingdings 2", "wingdings 3", "webdings", "marlett"))
"""Further fonts without letters."""

_PRIVATE: Final = range(0xF000, 0xF100)
"""Where Word puts the codes of such fonts."""

_ANY_PRIVATE: Final = range(0xE000, 0xF900)
_LAST: Final = 0xFF
"""The last code that such fonts draw; Word takes what is beyond from other fonts."""

_AS_ELSEWHERE: Final = (
    frozenset(range(0x20, 0x40)) - _FONTS["symbol"].keys()
    | set(range(0x5B, 0x60)) - {0x5C, 0x5E}
    | {*range(0x7B, 0x7E)}
)
"""Codes that Symbol draws as other fonts do: digits and most marks."""


def in_unicode(text: str, font: str) -> str:
    """Return what letters typed in a font show."""
    name = font.lower()
    if name not in _FONTS and name not in _OTHERS:
        return text
    return "".join(sign if sign.isspace() else _sign(name, ord(sign)) for sign in text)


def symbol(font: str, code: str) -> str:
    """Return what a ``w:sym`` shows: the sign of its font with a code in hexadecimal; nothing where that is none."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    name = font.lower()
    if name in _FONTS or name in _OTHERS:
        return _sign(name, ord(sign))
    return BULLET if ord(sign) in _ANY_PRIVATE else sign if sign.isprintable() else ""


def _sign(font: str, code: int) -> str:
    code = code - _PRIVATE.start if code in _PRIVATE else code
    if code > _LAST or (font == "symbol" and code in _AS_ELSEWHERE):
        return chr(code)
    return _FONTS.get(font, {}).get(code, BULLET)
