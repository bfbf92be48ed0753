"""Measures are held to the decree with what Word's dialogs, printers and inches make of them: a little more or less."""

import pytest

from kshc_cli.documents.word.metrics import width
from tests.documents.layout import sound as made
from tests.documents.layout.test_rules import MARGINS, MOTTO, RUNNING, changed, failed

PAGE = 'w:w="11906" w:h="16838"'
UPRIGHT = {"top": 20, "right": 15, "bottom": 20, "left": 30}
"""The least margins of the decree, millimetres; each may be five more."""


def twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)


def page(width: float, height: float) -> tuple[str, str]:
    return PAGE, f'w:w="{twips(width)}" w:h="{twips(height)}"'


def margins(**other: float) -> tuple[str, str]:
    sides = UPRIGHT | other
    return MARGINS, " ".join(f'w:{side}="{twips(sides[side])}"' for side in ("top", "right", "bottom", "left"))


def running(old: str, new: str) -> tuple[str, str]:
    assert old in RUNNING
    return RUNNING, RUNNING.replace(old, new)


def indented(centimetres: float) -> tuple[str, str]:
    return running('w:firstLine="720"', f'w:firstLine="{twips(10 * centimetres)}"')


def behind(points: float) -> tuple[str, str]:
    return running('w:after="120"', f'w:after="{20 * points:.0f}"')


def spaced(lines: float) -> tuple[str, str]:
    return running('w:after="120"', f'w:after="120" w:line="{240 * lines:.0f}"')


def coloured(colour: str) -> tuple[str, str]:
    return running("<w:r>", f'<w:r><w:rPr><w:color w:val="{colour}"/></w:rPr>')


def motto_line(share: float) -> tuple[str, str]:
    long = width(made.MOTTO, 14, bold=True)
    return MOTTO + made.long_line(), MOTTO + made.line(share * long, "motto")


WITHIN = [
    *(page(width, 297) for width in (209.1, 210.9)),
    *(page(210, height) for height in (296.1, 297.9)),
    *(margins(**{side: least + more}) for side, least in UPRIGHT.items() for more in (-0.4, 0, 5, 5.4)),
    *map(indented, (0.96, 1, 1.04, 1.23, 1.27, 1.31)),
    *map(behind, (5.5, 6, 60)),
    *map(spaced, (0.98, 1, 1.5, 1.52)),
    *map(coloured, ("auto", "000000", "1A1A1A", "none")),
    *map(motto_line, (0.86, 1, 1.14)),
]
BEYOND = [
    *(("I.1-paper", *page(width, 297)) for width in (208.9, 211.1)),
    *(("I.1-paper", *page(210, height)) for height in (295.9, 298.1)),
    *(("I.3-margins", *margins(**{side: least + more})) for side, least in UPRIGHT.items() for more in (-0.6, 5.6)),
    *(("II.6-indent", *indented(centimetres)) for centimetres in (0.94, 1.06, 1.21, 1.33)),
    ("II.6-paragraph-spacing", *behind(5.4)),
    *(("II.6-line-spacing", *spaced(lines)) for lines in (0.96, 1.54)),
    *(("I.4-colour", *coloured(colour)) for colour in ("1B1A1A", "1A1B1A", "1A1A1B", "FF0000")),
    *(("II.1-tieu-ngu-line", *motto_line(share)) for share in (0.84, 1.16)),
]


@pytest.mark.parametrize(("old", "new"), WITHIN)
def test_a_measure_within_what_rounding_makes_is_sound(old: str, new: str) -> None:
    assert failed(changed(old, new) if old != new else made.sound()) == set()


@pytest.mark.parametrize(("rule", "old", "new"), BEYOND)
def test_a_measure_beyond_it_is_found(rule: str, old: str, new: str) -> None:
    assert failed(changed(old, new)) == {f"nd30.I.{rule}"}
