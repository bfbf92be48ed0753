"""Tracked changes as Word stores them (ECMA-376, Part 1, 17.13.5): runs, paragraph marks, rows."""

from collections.abc import Iterable
from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from kshc_cli.documents.redlining.pieces import Span, runs_of
from kshc_cli.documents.word.markup import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Sign = Literal["=", "-", "+"]
"""What something is: in both documents, in the old one alone, in the new one alone."""
_TAGS: Final[dict[Sign, str]] = {"-": "del", "+": "ins"}
_BEHIND_MARK: Final = frozenset((W + "sectPr", W + "pPrChange"))
"""What stands behind the look of a paragraph's mark in its properties."""
_OF_MARK: Final = frozenset((W + "rPr", *_BEHIND_MARK))
"""What stands in the properties of a paragraph and says nothing of how it is set."""


class Told(NamedTuple):
    """Who changed a document, and on which day."""

    author: str
    day: date


class Revisions:
    """Makes tracked changes, each with a number of its own."""

    def __init__(self, told: Told, first: int) -> None:
        self._told = told
        self._next = first
        self.count = 0
        """How many were made."""

    def text(self, paragraph: "Element", spans: Iterable[Span], sign: Sign) -> list["Element"]:
        """Return runs with words of a paragraph; those of one document alone within a change."""
        runs = [*runs_of(paragraph, spans, is_deleted=sign == "-")]
        if sign == "=" or not runs:
            return runs
        change = self._change(paragraph, sign)
        change.extend(runs)
        return [change]

    def mark(self, paragraph: "Element", sign: Sign) -> None:
        """Say that the mark at the end of a paragraph was inserted or deleted."""
        if sign == "=":
            return
        properties = paragraph.find(W + "pPr")
        if properties is None:
            properties = paragraph.makeelement(W + "pPr")
            paragraph.insert(0, properties)
        look = properties.find(W + "rPr")
        if look is None:
            look = properties.makeelement(W + "rPr")
            behind = next((one for one in properties if one.tag in _BEHIND_MARK), None)
            properties.insert(len(properties) if behind is None else properties.index(behind), look)
        look.insert(0, self._change(paragraph, sign))

    def look(self, paragraph: "Element", now: "Element | None", before: "Element | None") -> None:
        """Give a paragraph the properties ``now``, and say that it had those of ``before`` where these are others."""
        if _look_of(now) == _look_of(before):
            return
        own = paragraph.find(W + "pPr")
        kept = [] if own is None else [one for one in own if one.tag in _OF_MARK]
        if own is not None:
            paragraph.remove(own)
        properties, former = (paragraph.makeelement(W + "pPr") for _each in range(2))
        properties.extend(_looks(now))
        former.extend(_looks(before))
        change = self._made(paragraph, "pPrChange")
        change.append(former)
        properties.extend((*kept, change))
        paragraph.insert(0, properties)

    def row(self, row: "Element", sign: Sign) -> None:
        """Say that a row was inserted or deleted; its words are to be marked beside that."""
        properties = row.find(W + "trPr")
        if properties is None:
            properties = row.makeelement(W + "trPr")
            ahead = row.find(W + "tblPrEx")
            row.insert(0 if ahead is None else row.index(ahead) + 1, properties)
        properties.append(self._change(row, sign))

    def inserted(self, paragraph: "Element") -> None:
        """Put each run of a paragraph into a change that inserts it."""
        for run in [*paragraph.iter(W + "r")]:
            change = self._change(paragraph, "+")
            run.addprevious(change)
            change.append(run)

    def deleted(self, paragraph: "Element", spans: Iterable[Span]) -> None:
        """Make a paragraph of the old document one whose words are deleted; a section's page it keeps to itself."""
        properties = paragraph.find(W + "pPr")
        kept = [] if properties is None else [deepcopy(properties)]
        for one in kept:
            for end in [*one.iterchildren(W + "sectPr")]:
                one.remove(end)
        paragraph[:] = [*kept, *self.text(paragraph, spans, "-")]

    def _change(self, beside: "Element", sign: Sign) -> "Element":
        return self._made(beside, _TAGS[sign])

    def _made(self, beside: "Element", tag: str) -> "Element":
        change = beside.makeelement(W + tag)
        change.set(W + "id", str(self._next))
        change.set(W + "author", self._told.author)
        change.set(W + "date", f"{self._told.day.isoformat()}T00:00:00Z")
        self._next += 1
        self.count += 1
        return change


def _looks(properties: "Element | None") -> list["Element"]:
    """Return how a paragraph is set, without its mark and the page of its section."""
    return [] if properties is None else [deepcopy(one) for one in properties if one.tag not in _OF_MARK]


def _look_of(properties: "Element | None") -> list[bytes]:
    from lxml import etree

    return [etree.tostring(one, method="c14n") for one in _looks(properties)]
