"""The numbers that Word prints before the paragraphs of its lists (ECMA-376, Part 1, 17.9)."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from kshc_cli.dataclass import dataclass, field
from kshc_cli.documents.word.markup import W, attribute, number
from kshc_cli.documents.word.properties import Properties, paragraph_properties

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")
_PRIVATE: Final = range(0xE000, 0xF900)
"""Letters of symbol fonts: what they look like is not known without the font."""

BULLET: Final = "•"


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: how it counts and what it prints; ``%1`` stands for the number of the first level."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    """The level (from 1) behind which it starts anew; None: behind any higher one; 0: never."""
    properties: Properties = field(default_factory=dict)
    """What the level states for its paragraphs."""


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted; lists that share an abstract one count together."""

    levels: Mapping[int, Mapping[int, Level]] = field(default_factory=dict)
    """The levels of each list, by ``numId``."""
    owners: Mapping[int, str] = field(default_factory=dict)
    """The abstract list of each list; one that overrides its start counts by itself."""
    _counts: dict[str, list[int | None]] = field(default_factory=dict)

    def level(self, list_id: int, depth: int) -> Level | None:
        """Return a level of a list, if there is one; list 0 is no list."""
        return self.levels.get(list_id, {}).get(depth)

    def label(self, list_id: int, depth: int) -> str:
        """Count one on in a list and return what Word prints before the paragraph."""
        level = self.level(list_id, depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(self.owners[list_id], [None] * _LEVELS)
        before = counts[depth]
        counts[depth] = level.start if before is None else before + 1
        for deeper in range(depth + 1, _LEVELS):
            below = self.level(list_id, deeper)
            if below is None or below.restart is None or 0 < below.restart <= depth + 1:
                counts[deeper] = None
        if level.form == "bullet":
            return _bullet(level.text)
        return _PLACE.sub(lambda place: self._number(list_id, counts, int(place[1]) - 1), level.text)

    def _number(self, list_id: int, counts: list[int | None], depth: int) -> str:
        level = self.level(list_id, depth) or Level()
        count = counts[depth]
        return written(level.start if count is None else count, level.form)


def numbering(root: "Element | None") -> Numbering:
    """Read ``word/numbering.xml``; without one there are no lists."""
    if root is None:
        return Numbering()
    abstract = {str(each.get(W + "abstractNumId")): _levels(each) for each in root.iter(W + "abstractNum")}
    levels: dict[int, Mapping[int, Level]] = {}
    owners: dict[int, str] = {}
    for each in root.iter(W + "num"):
        list_id, owner = _whole(each.get(W + "numId")), attribute(each, "abstractNumId", "val")
        own = _overrides(each, abstract.get(owner, {}))
        levels[list_id] = {**abstract.get(owner, {}), **own}
        owners[list_id] = f"{owner}/{list_id}" if own else owner
    return Numbering(levels, owners)


def _levels(parent: "Element") -> dict[int, Level]:
    return {_whole(each.get(W + "ilvl")): _level(each) for each in parent.iterchildren(W + "lvl")}


def _level(element: "Element") -> Level:
    restart = attribute(element, "lvlRestart", "val")
    return Level(
        start=number(element, "start", "val", 0),
        form=attribute(element, "numFmt", "val") or "decimal",
        text=attribute(element, "lvlText", "val"),
        restart=_whole(restart) if restart else None,
        properties=paragraph_properties(element.find(W + "pPr")),
    )


def _overrides(element: "Element", levels: Mapping[int, Level]) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for override in element.iterchildren(W + "lvlOverride"):
        depth = _whole(override.get(W + "ilvl"))
        own = override.find(W + "lvl")
        level = _level(own) if own is not None else levels.get(depth, Level())
        start = number(override, "startOverride", "val", level.start)
        found[depth] = Level(start, level.form, level.text, level.restart, level.properties)
    return found


def _whole(value: object) -> int:
    return int(str(value)) if re.fullmatch(r"\d{1,9}", str(value)) else 0


def _bullet(text: str) -> str:
    return BULLET if any(ord(sign) in _PRIVATE for sign in text) else text


def written(count: int, form: str) -> str:
    """Write the number of a list's paragraph in one of Word's forms; one that is not known is written in digits."""
    match form:
        case "none":
            return ""
        case "decimalZero":
            return f"{count:02d}"
        case "lowerLetter" | "upperLetter":
            letters = "" if count < 1 else chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 50)
            return letters.upper() if form == "upperLetter" else letters
        case "lowerRoman" | "upperRoman":
            roman = _roman(count)
            return roman.lower() if form == "lowerRoman" else roman
        case _:
            return str(count)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    signs = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
    said = ""
    for value, sign in zip(values, signs, strict=True):
        said += sign * (count // value)
        count %= value
    return said
