"""Rules of the letters: font, colour, sizes that belong together (Phụ lục I, phần I, mục I)."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from kshc_cli.documents.layout.inspected import Inspected, lettered
from kshc_cli.documents.layout.names import name_of
from kshc_cli.documents.layout.rule import Fault, Subjects, rule
from kshc_cli.documents.word.body import Paragraph, Run
from kshc_cli.messages import _

_FONT: Final = "times new roman"
_DARKEST: Final = 0x1A
"""Up to this value of red, green and blue Word's theme still calls a letter black (0D0D0D)."""

_SETS: Final = (
    {"nation": 12.0, "motto": 13.0, "place_date": 13.0, "content": 13.0},
    {"nation": 13.0, "motto": 14.0, "place_date": 14.0, "content": 14.0},
)
"""The sizes that belong together, points."""

Sized = tuple[str, float, Paragraph]
"""A component with its size, and where."""

WORDS: Final = Subjects(
    lambda document: (each for each in document.everything if next(lettered(each), None)),
    lambda: _("the file shows no text"),
)


@rule("nd30.I.I.4-font", WORDS)
def font(paragraph: Paragraph, _document: Inspected) -> Iterator[Fault]:
    """All text is set in Times New Roman, Unicode. Fonts of equal metrics, such as Liberation Serif, are others."""
    for run in lettered(paragraph):
        wrong = next((name for name in _fonts(run) if name.strip().casefold() != _FONT), None)
        if wrong is not None:
            yield Fault(
                _("The font is {font}, not Times New Roman.").format(font=wrong),
                _("Set all text in Times New Roman."),
                paragraph,
            )
            return


def _fonts(run: Run) -> Iterator[str]:
    """Yield the fonts that its letters are set in: the first for those of ASCII, the second for all others."""
    letters = [sign for sign in run.text if sign.isalnum()]
    if any(sign.isascii() for sign in letters):
        yield run.format.fonts[0]
    if any(not sign.isascii() for sign in letters):
        yield run.format.fonts[1]


@rule("nd30.I.I.4-colour", WORDS)
def colour(paragraph: Paragraph, _document: Inspected) -> Iterator[Fault]:
    """All text is black; links are not blue either."""
    wrong = next((run.format.color for run in lettered(paragraph) if not _is_black(run.format.color)), None)
    if wrong is not None:
        yield Fault(
            _("The text has the colour #{colour}, not black.").format(colour=wrong),
            _("Make all text black."),
            paragraph,
        )


def _is_black(color: str) -> bool:
    try:
        return color == "auto" or all(part <= _DARKEST for part in bytes.fromhex(color))
    except ValueError:
        return True


def _sized_acts(document: Inspected) -> Iterator[tuple[Sized, ...]]:
    for act, running in zip(document.acts, document.running, strict=True):
        sized = [
            (name, size, paragraphs[0])
            for name in ("nation", "motto", "place_date")
            if (paragraphs := getattr(act, name)) and (size := _size(paragraphs[0]))
        ]
        sized += [("content", size, each) for each in running if (size := _size(each))]
        if len(sized) > 1:
            yield tuple(sized)


def _size(paragraph: Paragraph) -> float:
    """Return the size of most letters of a paragraph, 0 where it has none."""
    letters: Counter[float] = Counter()
    for run in lettered(paragraph):
        letters[run.format.points] += len(run.text)
    return max(letters, key=lambda size: letters[size], default=0)


SIZED: Final = Subjects(_sized_acts, lambda: _("too few components were found"))


@rule("nd30.I.I.5-sizes", SIZED)
def sizes(sized: tuple[Sized, ...], _document: Inspected) -> Iterator[Fault]:
    """Sizes grow and shrink together: Quốc hiệu 12, Tiêu ngữ 13, place and date 13, text 13; or 13, 14, 14, 14.

    The two sets are never mixed in one text.
    """
    votes = Counter(number for name, size, _place in sized for number, one in enumerate(_SETS) if one[name] == size)
    wanted = _SETS[max(votes, key=lambda number: votes[number], default=0)]
    for name, size, paragraph in sized:
        if size != wanted[name] and any(one[name] == size for one in _SETS):
            yield Fault(
                _("{component} is set in {points} points, which does not go with the other sizes.").format(
                    component=name_of(name), points=f"{size:g}"
                ),
                _("Keep to {nation} points for Quốc hiệu and {others} for Tiêu ngữ, date and text.").format(
                    nation=f"{wanted['nation']:g}", others=f"{wanted['content']:g}"
                ),
                paragraph,
            )
