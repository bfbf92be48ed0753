"""The tags of a template with their places: in which part, paragraph, table and row of the Word file each stands."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from kshc_cli.dataclass import dataclass
from kshc_cli.documents.rendering.causes import shortened
from kshc_cli.documents.word.markup import W
from kshc_cli.documents.word.package import parsed
from kshc_cli.findings import WordPlace

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

WITH_TAGS: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
"""The parts of a file whose tags are filled."""

_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARKS: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{[{%]|[}%]\}", re.DOTALL)
"""Whole tags, then openings and closings that are left alone."""

_TAG: Final = re.compile(r"(?P<opening>\{[{%#])(?:(?P<level>tr|tc|p|r) )?[-+]?(?P<inside>.*?)[-+]?[}%#]\}", re.DOTALL)
_QUOTES: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
"""What Word makes of typed quotes, and what Jinja is given for it."""

_PARTS: Final = {"document": "body"}


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, or the opening or closing of one that is not whole."""

    typed: str
    """As typed: ``{%tr for row in table.rows %}``."""
    opening: str
    """``{{``, ``{%`` or ``{#``; nothing where the tag is not whole."""
    level: str
    """What vanishes with it: its row (``tr``), cell (``tc``), paragraph (``p``) or run (``r``); nothing by default."""
    inside: str
    """What Jinja reads: ``for row in table.rows``."""
    place: WordPlace
    around: tuple["Element", ...]
    """The elements that stay around it, from the root of the part."""
    end_around: tuple["Element", ...]
    """The same for its last letter: Word splits tags."""
    beside: str = ""
    """The other words of what vanishes with it."""

    @property
    def words(self) -> str:
        """What messages quote of it."""
        return shortened(self.typed)

    @property
    def keyword(self) -> str:
        """The first word of a command: ``for``; nothing for what is none."""
        return self.inside.split(maxsplit=1)[0] if self.opening == "{%" and self.inside else ""


def placed_tags(parts: Mapping[str, bytes]) -> Iterator[tuple[Tag, ...]]:
    """Yield the tags of each part of a Word file, in order. Raises ``WordFileError`` where its XML is broken."""
    for name in sorted(parts):
        if found := WITH_TAGS.fullmatch(name):
            yield tuple(_tags_of(parsed(parts[name]), _PARTS.get(found[1], found[1].rstrip("0123456789"))))


def is_balanced(begin: tuple["Element", ...], end: tuple["Element", ...]) -> bool:
    """Tell whether what lies between two places opens and closes the same elements, so that it may be left out."""
    common = next(
        (count for count, (one, other) in enumerate(zip(begin, end, strict=False)) if one is not other),
        min(len(begin), len(end)),
    )
    return [each.tag for each in begin[common:]] == [each.tag for each in end[common:]]


def _tags_of(root: "Element", part: str) -> Iterator[Tag]:
    for paragraph, place in _placed_paragraphs(root, part):
        yield from _tags_in(paragraph, place)


def _placed_paragraphs(root: "Element", part: str) -> Iterator[tuple["Element", WordPlace]]:
    """Yield the paragraphs of a part; rows count within their table, cells within their row."""
    counts: dict[tuple[Element | None, str], int] = defaultdict(int)
    numbers: dict[Element | None, int] = {}
    for element in root.iter(W + "p", W + "tbl", W + "tr", W + "tc"):
        if next(element.iterancestors(_FALLBACK), None) is not None:
            continue
        kind = str(element.tag)
        scope = _nearest(element, {W + "tr": "tbl", W + "tc": "tr"}.get(kind, ""))
        counts[scope, kind] += 1
        numbers[element] = counts[scope, kind]
        if kind == W + "p":
            table, row, cell = (numbers.get(_nearest(element, name)) for name in ("tbl", "tr", "tc"))
            yield element, WordPlace(numbers[element], None, table, row, cell, part, _text(_letters(element)))


def _nearest(element: "Element", name: str) -> "Element | None":
    return next(element.iterancestors(W + name), None) if name else None


def _letters(paragraph: "Element") -> list[tuple[str, "Element"]]:
    """Return the letters of a paragraph, each with the ``w:t`` that holds it; text boxes in it are others' letters."""
    return [
        (letter, mark)
        for mark in paragraph.iter(W + "t")
        if next(mark.iterancestors(W + "p"), None) is paragraph
        for letter in mark.text or ""
    ]


def _text(letters: list[tuple[str, "Element"]]) -> str:
    return "".join(letter for letter, _mark in letters)


def _tags_in(paragraph: "Element", place: WordPlace) -> Iterator[Tag]:
    letters = _letters(paragraph)
    for found in _MARKS.finditer(_text(letters)):
        begin, end = (_chain(letters[index][1]) for index in (found.start(), found.end() - 1))
        parts = _TAG.fullmatch(found.group())
        if parts is None:
            yield Tag(found.group(), "", "", "", place, begin, end)
            continue
        level = parts["level"] or ""
        vanishing = _nearest(letters[found.start()][1], level) if level else None
        yield Tag(
            typed=found.group(),
            opening=parts["opening"],
            level=level,
            inside=parts["inside"].translate(_QUOTES).strip(),
            place=place,
            around=begin if vanishing is None else _chain(vanishing)[:-1],
            end_around=end if vanishing is None else _chain(vanishing)[:-1],
            beside="" if vanishing is None else _beside(vanishing, found.group()),
        )


def _chain(element: "Element") -> tuple["Element", ...]:
    return (*reversed(list(element.iterancestors())), element)


def _beside(vanishing: "Element", words: str) -> str:
    return "".join(mark.text or "" for mark in vanishing.iter(W + "t")).replace(words, "", 1).strip()
