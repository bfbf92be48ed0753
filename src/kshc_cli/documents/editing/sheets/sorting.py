"""Whether the rows of a sheet stand in an order that a spreadsheet makes of them: by what one of its columns says."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from kshc_cli.compare.order import kept_in_order
from kshc_cli.documents.editing.sheets.plan_sheet import PlanSheet

_SHARE: Final = 4
"""One in so many rows that moved may stand otherwise than the words say: some were edited, too."""
_VALUES: Final = 3
"""So many words a column says at least by which somebody sorts: rows with one of two may well be put together."""
_TONES: Final = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323'’-–"))
"""Marks that count only between words that are the same without them."""
_LETTERS: Final = {ord(one): 0x100 + rank for rank, one in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_PLAIN: Final = str.maketrans("ăâđêôơư", "aadeoou")


def is_sorted_by_a_column(sheet: PlanSheet, numbers: Sequence[int]) -> bool:
    """Tell whether rows, given by their places in the plan, stand as sorted by one column, which the plan does not.

    Nobody sorts for a single row.
    """
    moved = len(numbers) - len(kept_in_order(numbers))
    return moved > 1 and any(_is_by(words, numbers, moved) for words in _columns(sheet))


def _columns(sheet: PlanSheet) -> Iterator[list[str]]:
    yield [sheet.places[row.within] for row in sheet.rows]
    for place in range(len(sheet.columns)):
        yield [row.base.cells[place] for row in sheet.rows]


def _is_by(words: Sequence[str], numbers: Sequence[int], moved: int) -> bool:
    """Tell whether rows stand in the order of words: those that say the same in that of the plan, or in any order.

    Where only that of words explains it, these have to have been far from it before.
    """
    if len({words[number] for number in numbers}) < _VALUES:
        return False
    before = sorted(numbers)
    for key in _KEYS:
        keys = {number: key(words[number]) for number in numbers if words[number]}
        for descends in (False, True):
            # A misfit makes no more than two falls; and no more than a third of the moved ones may be misfits, as each
            # of these brought no more than one row into its place. So most columns cost but this look.
            if 3 * _falls(numbers, keys, descends=descends) > 2 * moved:
                continue
            wanted = _sorted(before, keys, descends=descends)
            if _SHARE * _misfits(numbers, wanted) <= moved:
                return True
            far = _misfits(before, wanted)
            loose = _misfits(numbers, _sorted(numbers, keys, descends=descends))
            if len(numbers) <= _SHARE * far and _SHARE * loose <= far:
                return True
    return False


def _falls(numbers: Sequence[int], keys: Mapping[int, Any], *, descends: bool) -> int:
    """Return how often a row is to stand before the one above it."""
    said = [keys[number] for number in numbers if number in keys]
    return sum(1 for above, below in pairwise(said) if (above < below if descends else below < above))


def _sorted(numbers: Sequence[int], keys: Mapping[int, Any], *, descends: bool) -> list[int]:
    """Return rows as a spreadsheet sorts them: what is the same stays in its order, what is empty comes last."""
    said = sorted((one for one in numbers if one in keys), key=keys.__getitem__, reverse=descends)
    return [*said, *(one for one in numbers if one not in keys)]


def _misfits(numbers: Sequence[int], wanted: Sequence[int]) -> int:
    ranks = {number: rank for rank, number in enumerate(wanted)}
    return len(numbers) - len(kept_in_order([ranks[number] for number in numbers]))


def _letters(words: str) -> str:
    """Return words without the marks of tones, in small letters."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", words.casefold()).translate(_TONES))


def _alphabet(words: str) -> str:
    return _letters(words).translate(_LETTERS)


def _plain(words: str) -> str:
    return _letters(words).translate(_PLAIN)


def _by_figures(words: str) -> tuple[str | int, ...]:
    """Return words with their figures as numbers: 2 before 10."""
    return tuple(int(one) if one.isdecimal() else one for one in re.split(r"(\d{1,18})", _plain(words)))


_KEYS: Final[tuple[Callable[[str], Any], ...]] = (_alphabet, _plain, _by_figures, str)
"""How spreadsheets put words in order: by the letters of Vietnamese, of English, by figures, by their codes."""
