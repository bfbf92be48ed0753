"""All signs of the fonts that draw signs in place of letters, sixteen codes a line from 20 on, but for 80 to 8F."""

import pytest

from kshc_cli.documents.word.symbol_fonts import in_unicode, symbol

SYMBOL = (
    " !∀#∃%&∋()∗+,−./"
    "0123456789:;<=>?"
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟ"
    "ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "•αβχδεφγηιϕκλμνο"
    "πθρστυϖωξψζ{|}∼•"
    "••••••••••••••••"
    "\u00a0ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓"
    "°±″≥×∝∂•÷≠≡≈…•••"
    "•••••⊕•∩∪⊃⊇⊄⊂⊆∈∉"
    "∠∇•••∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    "◊••••∑••••••••••"
    "••∫•••••••••••••"
)
WINGDINGS = (
    " ✏✂•••••☎•✉•••••"
    "•••••••••••••••✍"
    "••••••☞•••••••••"
    "••••••••••••••••"
    "••••••••••••●•■□"
    "•❑❒•••❖•••••••••"
    "••••••••••••••••"
    "\u00a0••••••▪◻••★••••"
    "••••••••••••••••"
    "••••••••••••••••"
    "••••••••➢••••••←"
    "→↑↓•••••➔•••••••"
    "⇨••••••••••✗✓☒☑•"
)
CODES = [code for code in range(0x20, 0x100) if code not in range(0x80, 0x90)]


@pytest.mark.parametrize(("font", "signs"), [("Symbol", SYMBOL), ("Wingdings", WINGDINGS)])
def test_the_signs_of_a_font(font: str, signs: str) -> None:
    assert in_unicode("".join(map(chr, CODES)), font) == signs
    assert in_unicode("".join(chr(0xF000 + code) for code in CODES[1:]), font.upper())[:95] == signs[1:96]
    shown = {code: symbol(font, f"F0{code:02X}") for code in CODES}
    assert all(shown[code] == sign for code, sign in zip(CODES, signs, strict=True) if not sign.isspace())
