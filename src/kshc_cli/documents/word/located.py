"""Where the paragraphs and runs that are read stand in the XML of a part, so that they can be changed in their place.

What is read is settled first (tracked changes, prompts of controls): it is read from a twin of the part, element by
element the same.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from kshc_cli.documents.word.body import Paragraph
from kshc_cli.documents.word.body_reader import met_in
from kshc_cli.documents.word.formats import TextFormat
from kshc_cli.documents.word.markup import W, descendant
from kshc_cli.documents.word.package import parsed
from kshc_cli.documents.word.run_reader import letters_in
from kshc_cli.documents.word.symbol_fonts import in_unicode

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TAGS = (W + "p", W + "r")
_DELETED = (W + "del", W + "moveFrom")
_PAGE_BREAK = W + "lastRenderedPageBreak"
_WORDLESS = (W + "rPr", _PAGE_BREAK)
"""What a run may hold besides letters and still be split."""


class LocatedRun(NamedTuple):
    """A ``w:r`` of a paragraph, with what it says and how that looks."""

    element: "Element"
    text: str
    format: TextFormat


class Located:
    """The paragraphs of a part by their numbers, in ``root``, the part as a library has parsed it to change it."""

    def __init__(self, parts: Mapping[str, bytes], part: str, root: "Element", kind: str = "body") -> None:
        self.root = root
        self.kind = kind
        twin = parsed(parts[part])
        self._places = dict(zip(twin.iter(*_TAGS), root.iter(*_TAGS), strict=True))
        """The elements of ``root`` by those of its twin, which it keeps alive."""
        self._met = {one.number: one for one in met_in(parts, part, twin, kind)}

    def paragraph(self, number: int) -> "Element | None":
        """Return the ``w:p`` of a paragraph; None where its number is none of this part's."""
        found = self._met.get(number)
        return None if found is None else self._places.get(found.element)

    def outer_paragraph(self, number: int) -> "Element | None":
        """Return the ``w:p`` of the text in which a paragraph stands: its own, or the one that holds its text box."""
        found = self.paragraph(number)
        return None if found is None else next((one for one in _outwards(found) if not _holds(one)), found)

    def runs(self, paragraph: Paragraph) -> list[LocatedRun]:
        """Return the runs of a paragraph that say something; of a part of it between tabs, those of that part.

        None of a paragraph that is not in this part of the file.
        """
        words = "".join(run.text for run in paragraph.runs)
        start = self.text(paragraph.address.paragraph).find(words)
        return self.between(paragraph.address.paragraph, start, start + len(words)) if words and start >= 0 else []

    def text(self, number: int) -> str:
        """Return what a paragraph says, also what is hidden in it; nothing where its number is none of this part's."""
        return "".join(run.text for run in self._runs(number))

    def between(self, number: int, start: int, end: int) -> list[LocatedRun]:
        """Return what a paragraph says from one place of its text to another; runs are split there."""
        return list(_between(self._runs(number), start, end))

    def _runs(self, number: int) -> list[LocatedRun]:
        found = self._met.get(number)
        if found is None:
            return []
        return [
            LocatedRun(place, in_unicode(text, look.fonts[0]), look)
            for run in _own_runs(found.element)
            if (place := self._places.get(run)) is not None and (text := _said(run))
            if place.getparent() is not None  # it was split meanwhile
            for look in (found.look(descendant(run, "rPr")),)
        ]


def _holds(paragraph: "Element") -> bool:
    """Tell whether a paragraph stands in a text box."""
    return next(paragraph.iterancestors(W + "txbxContent"), None) is not None


def _outwards(paragraph: "Element") -> "Iterator[Element]":
    yield paragraph
    yield from paragraph.iterancestors(W + "p")


def _own_runs(paragraph: "Element") -> "Iterator[Element]":
    """Yield the runs of a paragraph in order, but deleted ones, and those of the text boxes in it."""
    for run in paragraph.iter(W + "r"):
        around = list(takewhile(lambda one: one is not paragraph, run.iterancestors()))
        if not any(one.tag == W + "p" or one.tag in _DELETED for one in around):
            yield run


def _between(runs: list[LocatedRun], start: int, end: int) -> Iterator[LocatedRun]:
    """Yield what stands from one place of the text to another; runs are split there."""
    place = 0
    for run in runs:
        first, last = max(start - place, 0), min(end - place, len(run.text))
        place += len(run.text)
        if first >= last:
            continue
        if (first, last) == (0, len(run.text)):
            yield run
        else:
            yield from _piece(run, first, last)


def _piece(run: LocatedRun, first: int, last: int) -> Iterator[LocatedRun]:
    """Split a run, and yield the piece between two places of it; one that holds more than letters is left whole."""
    parent, pieces = run.element.getparent(), [(0, first), (first, last), (last, len(run.text))]
    if parent is None or any(not letters_in(child) for child in run.element if child.tag not in _WORDLESS):
        return
    copies = {part: deepcopy(run.element) for part in pieces if part[0] < part[1]}
    for number, ((start, end), copy) in enumerate(copies.items()):
        _keep(copy, start, end, is_first=number == 0)
        parent.insert(parent.index(run.element), copy)
    parent.remove(run.element)
    yield LocatedRun(copies[first, last], run.text[first:last], run.format)


def _said(run: "Element") -> str:
    return "".join(map(letters_in, run))


def _keep(run: "Element", start: int, end: int, *, is_first: bool) -> None:
    """Leave of a run what it says between two places; where Word last broke the page stays with the first piece."""
    place = 0
    for child in list(run):
        text = letters_in(child)
        kept = text[max(start - place, 0) : max(end - place, 0)]
        if (text and not kept) or (child.tag == _PAGE_BREAK and not is_first):
            run.remove(child)
        elif kept != text:
            say(child, kept)
        place += len(text)


def say(mark: "Element", text: str) -> None:
    """Let a ``w:t`` say ``text``, with the white space at its ends."""
    mark.text = text
    if text != text.strip():
        mark.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
