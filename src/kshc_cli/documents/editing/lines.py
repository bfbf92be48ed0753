"""Which paragraphs of the running text of an edited file are which of the base."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from kshc_cli.compare.order import are_alike, beside_same
from kshc_cli.compare.pairing import paired
from kshc_cli.compare.printed import held
from kshc_cli.documents.editing.base import Base, BaseParagraph
from kshc_cli.documents.editing.shown import Line, task_tables

_LABEL: Final = re.compile(r"(?:Điều\s+)?[\dIVX]+[a-zđ]?\s*[.)/:]|[a-zđ]\)")


class BaseLine(NamedTuple):
    """A paragraph of the running text as it was written."""

    paragraph: BaseParagraph
    words: str


def base_lines(base: Base) -> tuple[list[BaseLine], dict[int, int]]:
    """Return the paragraphs outside the tables of tasks that say something, and their places by their numbers."""
    tables = task_tables(base)
    lines, places = list[BaseLine](), dict[int, int]()
    for number, one in enumerate(base.paragraphs):
        words = held(one.text)
        if one.table not in tables and words:
            places[number] = len(lines)
            lines.append(BaseLine(one, words))
    return lines, places


def same_lines(old: Sequence[BaseLine], new: Sequence[Line], places: Mapping[int, int]) -> dict[int, int]:
    """Return which paragraphs are which, by their places: by marks, by words, by what they stand behind."""
    found = _by_marks(old, new, places)
    left = [n for n in range(len(new)) if n not in found]
    others = [n for n in range(len(old)) if n not in set(found.values())]
    pairs = paired([new[n].words for n in left], [old[n].words for n in others], (str,))
    found |= {left[one.new]: others[one.old] for one in pairs}
    for place, other in [*beside_same([one.words for one in old], [one.words for one in new], found)]:
        found[place] = other
    found |= _labelled(old, new, found)
    return found | _alone(old, new, found)


def _labelled(old: Sequence[BaseLine], new: Sequence[Line], known: Mapping[int, int]) -> dict[int, int]:
    """Return which of those that nobody has found begin with the same number between the same two: “1.”, “Điều 2.”."""
    taken = set(known.values())
    keys = list[tuple[int, str]](), list[tuple[int, str]]()
    behind = -1
    for place, one in enumerate(old):
        behind = place if place in taken else behind
        keys[0].append((behind, _label(one.words)))
    behind = -1
    for place, line in enumerate(new):
        behind = known.get(place, behind)
        keys[1].append((behind, _label(line.words)))
    left = [n for n in range(len(new)) if n not in known and keys[1][n][1]]
    others = [n for n in range(len(old)) if n not in taken and keys[0][n][1]]
    pairs = paired([keys[1][n] for n in left], [keys[0][n] for n in others], (tuple,))
    return {left[one.new]: others[one.old] for one in pairs}


def _label(words: str) -> str:
    found = _LABEL.match(words)
    return found[0] if found else ""


def _by_marks(old: Sequence[BaseLine], new: Sequence[Line], places: Mapping[int, int]) -> dict[int, int]:
    """Return which bear the marks of which; of several that bear the same the one with the same words, or like ones."""
    claims: dict[int, list[int]] = {}
    for number, one in enumerate(new):
        own = [places[mark] for mark in one.marks if mark in places]
        if own:
            claims.setdefault(max(own, key=lambda place, one=one: _likeness(old[place], one)), []).append(number)  # type: ignore[misc]
    return {max(each, key=lambda one, at=at: _likeness(old[at], new[one])): at for at, each in claims.items()}  # type: ignore[misc]


def _likeness(old: BaseLine, new: Line) -> tuple[bool, bool]:
    return old.words == new.words, are_alike(old.words, new.words)


def _alone(old: Sequence[BaseLine], new: Sequence[Line], known: Mapping[int, int]) -> dict[int, int]:
    """Return which stand alone between the same two, so that the one was written in place of the other."""
    both = sorted(known.items())
    found: dict[int, int] = {}
    for (first, start), (last, end) in zip([(-1, -1), *both], [*both, (len(new), len(old))], strict=True):
        if last - first == 2 == end - start:
            found[first + 1] = start + 1
    taken = set(known.values())
    return {place: other for place, other in found.items() if other not in taken}
