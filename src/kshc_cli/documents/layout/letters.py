"""Rules of the letters: font, colour, sizes that belong together (Phụ lục I, phần I, mục I)."""

import re
from collections.abc import Iterator
from typing import Final

from kshc_cli.documents.components import wording
from kshc_cli.documents.components.act import Act, Paragraphs
from kshc_cli.documents.layout.inspected import Inspected, lettered
from kshc_cli.documents.layout.looks import points_of
from kshc_cli.documents.layout.names import name_of
from kshc_cli.documents.layout.rule import LayoutFault, Subjects, rule
from kshc_cli.documents.word.body import Paragraph, Run
from kshc_cli.documents.word.edits import LettersEdit
from kshc_cli.messages import _, decimal

_FONT: Final = re.compile(
    r"times new roman(?: (?:bold|italic|bold italic|\(headings\)|\(body\)))?"
    r"|timesnewromanps(?:-(?:bold|italic|bolditalic))?mt",
    re.IGNORECASE,
)
"""The font, or one of its faces by its own name, in PostScript too."""
_OTHER_SIGNS: Final = re.compile(
    r"^\.|vni|vntime|dingbat|symbol|barcode|code ?\d|extra|marlett|math|ocr|emoji|icon", re.IGNORECASE
)
"""Fonts whose letters show other signs in any other font: TCVN3, VNI, bar codes, drawings, formulas."""
_DARKEST: Final = 0x1A
"""Up to this value of red, green and blue Word's theme still calls a letter black (0D0D0D)."""

_ASCII: Final = re.compile("[A-Za-z0-9]")
_NOT_ASCII: Final = re.compile(r"[^\W\x00-\x7f]")
"""Letters and figures that are not of ASCII."""
TIED: Final = {12.0: 13.0, 13.0: 14.0}
"""The size of Tiêu ngữ that goes with each size of Quốc hiệu, points."""


WORDS: Final = Subjects(
    lambda document: (each for each in document.everything if next(lettered(each), None)),
    lambda: _("the file shows no text"),
)


@rule("nd30.I.I.4-font", WORDS)
def font(paragraph: Paragraph, _document: Inspected) -> Iterator[LayoutFault]:
    """All text is set in Times New Roman, Unicode. Fonts of equal metrics, such as Liberation Serif, are others."""
    for run in lettered(paragraph):
        wrong = next((name for name in _fonts(run) if not _is_right(name)), None)
        if wrong is not None:
            yield LayoutFault(
                _("The font is {font}, not Times New Roman.").format(font=wrong),
                _("Set all text in Times New Roman."),
                paragraph,
                LettersEdit((paragraph,), _may_be_set, font="Times New Roman"),
            )
            return


def _may_be_set(run: Run) -> bool:
    """Tell letters of a wrong font that say the same in another: of no font that draws signs or letters of its own."""
    fonts = [font for font in _fonts(run) if not _is_right(font)]
    return bool(fonts) and not any(map(_OTHER_SIGNS.search, fonts))


def _is_right(font: str) -> bool:
    return _FONT.fullmatch(font.strip()) is not None


def _fonts(run: Run) -> Iterator[str]:
    """Yield the fonts that its letters are set in: the first for those of ASCII, the second for all others.

    Of a list, such as LibreOffice writes, the first font is the one that is used.
    """
    if _ASCII.search(run.text):
        yield run.format.fonts[0].partition(";")[0]
    if _NOT_ASCII.search(run.text):
        yield run.format.fonts[1].partition(";")[0]


@rule("nd30.I.I.4-colour", WORDS)
def colour(paragraph: Paragraph, _document: Inspected) -> Iterator[LayoutFault]:
    """All text is black; links are not blue either. Stamps of secrecy and urgency may be red."""
    wrong = next((run.format.color for run in lettered(paragraph) if not _is_black(run.format.color)), None)
    if wrong is not None and not wording.is_mark(paragraph):
        yield LayoutFault(
            _("The text has the colour #{colour}, not black.").format(colour=wrong),
            _("Make all text black."),
            paragraph,
            LettersEdit((paragraph,), lambda run: not _is_black(run.format.color), color="auto"),
        )


def _is_black(color: str) -> bool:
    try:
        return color == "auto" or all(part <= _DARKEST for part in bytes.fromhex(color))
    except ValueError:
        return True


HEADED: Final = Subjects(
    lambda document: (act for act in document.acts if act.nation and act.motto),
    lambda: _("too few components were found"),
)


@rule("nd30.I.I.5-sizes", HEADED)
def sizes(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """Quốc hiệu, Tiêu ngữ, place and date grow and shrink together: 12, 13, 13 points, or 13, 14, 14.

    So the footnote of mục V says; the sizes of the text and of the other components are free within their bounds.
    """
    nation, motto = points_of(act.nation), points_of(act.motto)
    wanted = TIED.get(nation)
    if wanted is None or motto not in TIED.values():
        return
    if motto != wanted:
        yield _untied("motto", motto, nation, wanted, act.motto)
    elif act.place_date and points_of(act.place_date) == 13 < motto:
        yield _untied("place_date", 13, nation, wanted, act.place_date)


def _untied(name: str, points: float, nation: float, wanted: float, paragraphs: Paragraphs) -> LayoutFault:
    return LayoutFault(
        _("{component} is set in {points} points, which does not go with the {nation} points of Quốc hiệu.").format(
            component=name_of(name), points=decimal(points), nation=decimal(nation)
        ),
        _("Set Tiêu ngữ, place and date in {wanted} points.").format(wanted=decimal(wanted)),
        paragraphs[0],
        LettersEdit(paragraphs, lambda run: run.format.points != wanted, points=(wanted, wanted)),
    )
