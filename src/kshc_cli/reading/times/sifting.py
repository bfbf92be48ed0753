"""Finds the phrases of a cell, and drops those that strange words stand beside."""

from itertools import pairwise
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.reading.times.acts.brackets import misfits, with_brackets
from kshc_cli.reading.times.acts.rounds import lacks_round
from kshc_cli.reading.times.acts.surroundings import Rest, rest_of
from kshc_cli.reading.times.acts.watched import is_of_watched
from kshc_cli.reading.times.cell import TimeCell, is_number
from kshc_cli.reading.times.cycles.rhythms import tells_when, unfit, with_moments, with_yearly, without_day
from kshc_cli.reading.times.cycles.weekdays import leaves_weekday
from kshc_cli.reading.times.days.figures import year_number
from kshc_cli.reading.times.doubts import clash, goes_on_behind, is_either, of_later_years, with_spans
from kshc_cli.reading.times.phrase import Phrase
from kshc_cli.reading.times.verbs import is_condition, is_lunar
from kshc_cli.reading.times.walking import phrases_in

_DOUBTS: Final = (unfit, misfits, is_either, of_later_years)
"""What leaves two phrases in doubt."""
_MONTH_FIGURES: Final = 2
_COMES_BACK: Final = frozenset({"hằng", "mỗi", "kỳ", "lần"})


@dataclass(frozen=True, slots=True)
class Sifted:
    """The phrases of a cell in order, and the rests before, between and behind them."""

    phrases: list[Phrase]
    rests: list[Rest]


def sift(cell: TimeCell) -> Sifted:
    """Find the phrases of a cell, and leave out the doubtful ones."""
    found = with_moments(cell, with_yearly(cell, with_brackets(cell, with_spans(cell, list(phrases_in(cell))))))
    if len(found) == 1 and found[0].parts and (found[0].start, found[0].end) == (0, cell.size):
        return Sifted(found, [rest_of(cell, 0, 0), rest_of(cell, cell.size, cell.size)])
    rests = _rests(cell, found)
    read = [range(phrase.start, phrase.end) for phrase in found if phrase.dated]
    is_dated = bool(read)
    revoked = is_dated and (any(rest.revokes(cell) for rest in rests) or is_lunar(cell, read))
    if revoked or not all(phrase.parts for phrase in found):
        return Sifted([], [rest_of(cell, 0, cell.size)])
    if is_dated and (lacks_round(cell) or is_condition(cell)):
        return Sifted([], [rest_of(cell, 0, cell.size)])
    kept = _of_one_year(cell, _kept(cell, found, rests))
    return Sifted(kept, rests if len(kept) == len(found) else _rests(cell, kept))


def _rests(cell: TimeCell, found: list[Phrase]) -> list[Rest]:
    starts = [0, *(phrase.end for phrase in found)]
    ends = [*(phrase.start for phrase in found), cell.size]
    days = [False, *(phrase.is_day for phrase in found)]
    return [rest_of(cell, start, end, due=day) for start, end, day in zip(starts, ends, days, strict=True)]


def _kept(cell: TimeCell, found: list[Phrase], rests: list[Rest]) -> list[Phrase]:
    """Drop phrases with dates that clash, and each that stands beside a part of a date that could not be read."""
    dropped = {
        side
        for index, (one, two) in enumerate(pairwise(found))
        if clash(cell, one, two, rests[index + 1]) or any(doubt(cell, one, two) for doubt in _DOUBTS)
        for side in (index, index + 1)
    }
    dropped |= {
        side
        for index, (one, two) in enumerate(zip(found, found[2:], strict=False))
        if goes_on_behind(cell, one, two)
        for side in (index, index + 2)
    }
    if found and found[0].dated and cell.word(found[0].start - 1) == "hoặc":
        dropped.add(0)  # or what?
    dropped |= without_day(cell, found, rests)
    for index, phrase in enumerate(found):
        if phrase.dated and rests[index].spoils_next(cell, beside_dropped=index - 1 in dropped):
            dropped.add(index)
        listed_on = phrase.dated and _lists_on(cell, phrase.end)
        if listed_on or (tells_when(phrase.parts) and is_of_watched(cell, phrase.start)):
            dropped.add(index)
        if any(leaves_weekday(cell, phrase.parts, rest) for rest in rests[index : index + 2]):
            dropped.add(index)
    for index in reversed(range(len(found))):
        if found[index].dated and rests[index + 1].spoils_previous(cell, beside_dropped=index + 1 in dropped):
            dropped.add(index)
    return [phrase for index, phrase in enumerate(found) if index not in dropped]


def _lists_on(cell: TimeCell, at: int) -> bool:
    """Tell whether bare numbers go on with a phrase behind a semicolon: tháng 7 | ; 8; 9."""
    bare = is_number(cell.word(at + 1)) and len(cell.word(at + 1)) <= _MONTH_FIGURES
    return cell.word(at) == ";" and bare and cell.word(at + 2) in {"", ";", "."}


def _of_one_year(cell: TimeCell, found: list[Phrase]) -> list[Phrase]:
    """Drop phrases whose year, which the words leave out, is perhaps not the plan's.

    It is not where another phrase names another year, and hardly where the phrase would lie before the one that
    stands before it: quý IV/2026; báo cáo trước ngày 15/01.
    """
    if not any(phrase.implied for phrase in found):
        return found
    free = {at for phrase in found if phrase.free for at in range(phrase.start, phrase.end)}
    named = {year_number(word) for at, word in enumerate(cell.words) if at not in free} - {None, cell.year}
    yearly = any(cell.words[at] in _COMES_BACK for rest in _rests(cell, found) for at in range(rest.first, rest.last))
    dropped = {index for index, phrase in enumerate(found) if phrase.implied and (named or yearly)}
    for index, (one, two) in enumerate(pairwise(found)):
        if index + 1 in dropped and one.is_year:
            dropped.add(index)
        if index in dropped and two.is_year:
            dropped.add(index + 1)
        if two.implied and (before := one.first_day) is not None and (two.first_day or before) < before:
            dropped |= {index + 1, *([index] if one.implied else [])}
    return [phrase for index, phrase in enumerate(found) if index not in dropped]
