"""The lines under components: drawn ones, borders and underlines, measured against the words above them."""

from collections.abc import Iterable, Iterator
from typing import Final

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.documents.components import wording
from kshc_cli.documents.components.act import Paragraphs
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.names import name_of
from kshc_cli.documents.layout.rule import LayoutFault
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.documents.word.formats import DrawnLine
from kshc_cli.documents.word.metrics import width
from kshc_cli.messages import _

_SLACK: Final = 0.15
"""By which share a line that is drawn by hand may be shorter or longer."""

_MILLIMETRE: Final = 1440 / 25.4


@dataclass(frozen=True, slots=True)
class Under:
    """What the decree asks of a line: its length as a share of the words above it, least and most."""

    least: float
    most: float


WHOLE: Final = Under(1, 1)
SHORT: Final = Under(1 / 3, 1 / 2)


def line_faults(
    name: str, words: Paragraphs, wanted: Under, document: Inspected, around: Paragraphs, also: Paragraphs = ()
) -> Iterator[LayoutFault]:
    """Yield what is wrong with the line under ``words``, or under ``also`` that may stand between them and the line.

    ``around`` are the paragraphs that a drawn line may be anchored in; its place on the page is not known.
    """
    above = tuple(each for each in (words, also) if each)
    near = [line for each in above for line in _lines_near(each, document)]
    drawn = [line for paragraph in around for line in paragraph.lines]
    fitting = [line for line in (*near, *drawn) if any(_fits(line, each, wanted, document) for each in above)]
    if any(line.solid for line in fitting):
        return
    called = name_of(name)
    if fitting:
        yield LayoutFault(
            _("{component} has a broken line under it.").format(component=called), _("Draw a solid line."), words[-1]
        )
    elif found := near or [line for line in drawn if wanted == SHORT and _is_too_short(line, words, wanted, document)]:
        yield LayoutFault(_wrong_length(called, found[0], words, document), _remedy(wanted), words[-1])
    elif _is_typed_under(above[-1][-1], document):
        yield LayoutFault(
            _("{component} has a line of typed signs under it.").format(component=called), _remedy(wanted), words[-1]
        )
    else:
        yield LayoutFault(_("{component} has no line under it.").format(component=called), _remedy(wanted), words[-1])


def _remedy(wanted: Under) -> str:
    if wanted == WHOLE:
        return _("Draw a solid line as long as the words.")
    return _("Draw a solid line of a third to a half of the words' length, centred.")


def _wrong_length(called: str, line: DrawnLine, words: Paragraphs, document: Inspected) -> str:
    lengths = [length for paragraph in words for length in document.lines(paragraph)]
    return _("{component} has a line of {length} mm under it; the words are {words} mm long.").format(
        component=called,
        length=f"{(line.length or 0) / _MILLIMETRE:.0f}",
        words=f"{max(lengths) / _MILLIMETRE:.0f}",
    )


def _fits(line: DrawnLine, words: Paragraphs, wanted: Under, document: Inspected) -> bool:
    lengths = [length for paragraph in words for length in document.lines(paragraph)]
    short = _is_too_short(line, words, wanted, document)
    return line.length is not None and not short and line.length <= max(lengths) * wanted.most * (1 + _SLACK)


def _is_too_short(line: DrawnLine, words: Paragraphs, wanted: Under, document: Inspected) -> bool:
    """Tell a line that is shorter than asked for, as no line under other words near them is."""
    lengths = [length for paragraph in words for length in document.lines(paragraph)]
    shortest = max(min(lengths), max(lengths) / 2)
    return line.length is not None and line.length < shortest * wanted.least * (1 - _SLACK)


def _lines_near(words: Paragraphs, document: Inspected) -> Iterator[DrawnLine]:
    """Yield the lines of the words and of the empty paragraphs under them, with their lengths."""
    for paragraph in words:
        yield from paragraph.lines
        yield from _underlines(paragraph)
    yield from _borders(document.original(words[-1]), document, top=False)
    for paragraph in document.following(words[-1]):
        if paragraph.printed.strip():
            yield from paragraph.lines
            yield from _borders(paragraph, document, bottom=False)
            return
        yield from paragraph.lines
        yield from _underlines(paragraph)
        yield from _borders(paragraph, document)


def _borders(
    paragraph: Paragraph, document: Inspected, *, top: bool = True, bottom: bool = True
) -> Iterator[DrawnLine]:
    look = paragraph.format
    for line in (look.top if top else None, look.bottom if bottom else None):
        if line is not None:
            yield replace(line, length=document.available(paragraph))


def _underlines(paragraph: Paragraph) -> Iterator[DrawnLine]:
    length = sum(
        width(run.text, run.format.points, bold=run.format.bold) for run in paragraph.runs if run.format.underlined
    )
    if length:
        yield DrawnLine(round(length))


def _is_typed_under(paragraph: Paragraph, document: Inspected) -> bool:
    typed = next((each for each in document.following(paragraph) if each.printed.strip()), None)
    return typed is not None and wording.is_typed_line(typed)


def between(document: Inspected, groups: Iterable[Paragraphs]) -> Paragraphs:
    """Return all paragraphs of the body from the first to the last of these, in order of the file."""
    places = [document.places[each.address.paragraph] for paragraphs in groups for each in paragraphs]
    return document.paragraphs[min(places) : max(places) + 1]
