"""Finds the phrases of a cell from left to right, and drops those that strange words stand beside."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kshc_cli.reading.cell import Cell
from kshc_cli.reading.dated import open_series, read_dated
from kshc_cli.reading.open_ended import opens, read_open_ended, read_relative
from kshc_cli.reading.phrase import Phrase
from kshc_cli.reading.points import year_number
from kshc_cli.reading.recurring import read_recurring
from kshc_cli.reading.surroundings import Rest, clash, rest_of, stands_alone
from kshc_cli.reading.verbs import CONNECTORS, SOFT, duty_end, is_lunar, labelled, labels_figures, skipped

_NOT_BEHIND_UNREAD: Final = frozenset({"và", "hoặc", "/", "&"})
"""Separators that may stand inside a name or a number; behind unread words they begin nothing new."""


@dataclass(slots=True)
class _Walk:
    """Where the reader stands, and what may begin there."""

    cell: Cell
    at: int = 0
    clear: bool = True
    """Whether a phrase may begin: only separators, fillers and duties stand between here and the last boundary."""
    strict: bool = False
    """Whether only a phrase that says by its own words that it is a time may begin."""
    bare: bool = True
    """Whether figures alone (2025) may be a time: nothing stands before them."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """The phrases of a cell in order, and the rests before, between and behind them."""

    phrases: list[Phrase]
    rests: list[Rest]


def sift(cell: Cell) -> Sifted:
    """Find the phrases of a cell, and leave out the doubtful ones."""
    found = list(_found(_Walk(cell)))
    if len(found) == 1 and found[0].parts and (found[0].start, found[0].end) == (0, cell.size):
        return Sifted(found, [rest_of(cell, 0, 0), rest_of(cell, cell.size, cell.size)])
    rests = _rests(cell, found)
    revoked = any(phrase.dated for phrase in found) and (any(rest.revokes(cell) for rest in rests) or is_lunar(cell))
    if revoked or not all(phrase.parts for phrase in found):
        return Sifted([], [rest_of(cell, 0, cell.size)])
    kept = _of_one_year(cell, _kept(cell, found, rests))
    return Sifted(kept, rests if len(kept) == len(found) else _rests(cell, kept))


def _found(walk: _Walk) -> Iterator[Phrase]:
    while walk.at < walk.cell.size:
        if walk.cell.word(walk.at) in CONNECTORS:
            _pass_separator(walk)
            continue
        walk.clear = walk.clear or (walk.cell.new_line(walk.at) and walk.cell.capital(walk.at))
        phrase = _phrase(walk) if walk.clear else None
        if phrase is None:
            _pass_words(walk)
            continue
        yield phrase
        walk.at = phrase.end
        walk.bare = False
        walk.strict = walk.strict or phrase.free


def _pass_separator(walk: _Walk) -> None:
    cell, at = walk.cell, walk.at
    if cell.new_item(at):
        walk.clear, walk.strict = True, False
    elif cell.word(at) not in _NOT_BEHIND_UNREAD and not (
        cell.word(at) == "-" and cell.tight(at) and cell.tight(at + 1)
    ):
        walk.clear = True
    walk.at += 1


def _pass_words(walk: _Walk) -> None:
    cell, at = walk.cell, walk.at
    label = labelled(cell, at) if walk.clear else None
    if label is not None:
        walk.strict, walk.bare = False, labels_figures(cell, at)
        walk.at = label
        return
    behind = skipped(cell, at) if walk.clear else None
    if behind is None:
        behind = duty_end(cell, at) if walk.clear else None
        walk.clear = behind is not None
        walk.strict = True
    walk.bare = walk.bare and SOFT.end(cell, at) is not None
    walk.at = behind or at + 1


def _phrase(walk: _Walk) -> Phrase | None:
    """Read the longest phrase where the walk stands, if it may stand there."""
    cell, at = walk.cell, walk.at
    opened = open_series(cell, at, bare=walk.bare)
    found = (
        read_recurring(cell, at, opened),
        read_dated(cell, at, opened),
        *read_open_ended(cell, at, _another_begins),
    )
    return _sound(cell, found, strict=walk.strict)


def _sound(cell: Cell, found: Iterable[Phrase | None], *, strict: bool) -> Phrase | None:
    phrase = max((one for one in found if one is not None), key=lambda one: one.end, default=None)
    if phrase is None or (strict and not phrase.strong):
        return None
    return phrase if stands_alone(cell, phrase) else None


def _another_begins(cell: Cell, at: int) -> bool:
    """Tell whether behind a separator in free words another time begins, or a soft mark ends them."""
    while (behind := skipped(cell, at)) is not None:
        if SOFT.end(cell, at) == behind and cell.word(behind) in {"", ")"}:
            return True
        at = behind
    if opens(cell, at):
        return True
    opened = open_series(cell, at)
    found = (
        read_recurring(cell, at, opened),
        read_dated(cell, at, opened),
        read_relative(cell, at, _at_once),
    )
    return _sound(cell, found, strict=True) is not None


def _at_once(_cell: Cell, _at: int) -> bool:
    return True


def _rests(cell: Cell, found: list[Phrase]) -> list[Rest]:
    starts = [0, *(phrase.end for phrase in found)]
    ends = [*(phrase.start for phrase in found), cell.size]
    return [rest_of(cell, start, end) for start, end in zip(starts, ends, strict=True)]


def _kept(cell: Cell, found: list[Phrase], rests: list[Rest]) -> list[Phrase]:
    """Drop phrases with dates that clash, and each that stands beside a part of a date that could not be read."""
    dropped = {
        side
        for index, (one, two) in enumerate(pairwise(found))
        if clash(cell, one, two, rests[index + 1])
        for side in (index, index + 1)
    }
    for index, phrase in enumerate(found):
        if phrase.dated and rests[index].spoils_next(cell, beside_dropped=index - 1 in dropped):
            dropped.add(index)
    for index in reversed(range(len(found))):
        if found[index].dated and rests[index + 1].spoils_previous(cell, beside_dropped=index + 1 in dropped):
            dropped.add(index)
    return [phrase for index, phrase in enumerate(found) if index not in dropped]


def _of_one_year(cell: Cell, found: list[Phrase]) -> list[Phrase]:
    """Drop phrases that leave out their year where another phrase names one that is not the plan's."""
    named = {
        year_number(word) for phrase in found if phrase.dated for word in cell.words[phrase.start : phrase.end]
    } - {None, cell.year}
    return [phrase for phrase in found if not (phrase.implied and named)]
