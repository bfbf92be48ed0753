"""The heading that stands above each line of a plan, as one goes through its sections in order."""

import re
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.lines import UNMARKED, line_of

_COUNTED: Final = lazy_pattern(r"(\d{1,3})([.)])(?!\d)")
"""A number before a heading or point: 3. or 3)."""
_LETTER: Final = lazy_pattern(r"([A-ZĐ])[.)/]\s*(?=\S)")
_LETTERS: Final = "ABCDĐEGHIKLM"
_PART: Final = lazy_pattern(
    r"(?:phần|chương)\s+(?:thứ\b|[IVX\d]|một|hai|ba|bốn|năm)", re.IGNORECASE, needs=("phần", "chương")
)
_TOP, _OVER_ROMAN, _UNDER_ROMAN, _UNDER = -2.0, -1.0, 0.5, 0.125
"""How high a part stands, letters above roman numbers or below these, and a line without a mark below the last one."""


class Headings:
    """Keeps the headings above a line. Under “3. Phòng Nội vụ” a point “4. …” ends what that heads.

    Points that begin anew stand below it: 1., 2. ….
    """

    def __init__(self) -> None:
        self._above: list[tuple[float, str]] = []
        self._next: str | None = None
        """The number that goes on beside the last heading, until a number stands below it."""
        self._letter, self._letters = _LETTERS[-1], _OVER_ROMAN
        """The last letter before a heading, and how high letters stand."""

    def begin(self, heading: str | None) -> None:
        """Begin a section; without a heading the one before goes on."""
        if heading is None:
            return
        rank = self._rank(heading)
        self._above = [*(one for one in self._above if one[0] < rank), (rank, heading)]
        number = _COUNTED.match(heading)
        self._next = f"{int(number[1]) + 1}{number[2]}" if number else None

    def _rank(self, heading: str) -> float:
        """Return how high a heading stands; one without a mark stands below the one before it, and beside its like."""
        if _PART.match(heading):
            return _TOP
        letter = _LETTER.match(heading)
        if letter and letter[1] == "A":
            self._letters = _UNDER_ROMAN if any(rank == 0 for rank, _heading in self._above) else _OVER_ROMAN
        if letter and letter[1] in {"A", _LETTERS[(_LETTERS.index(self._letter) + 1) % len(_LETTERS)]}:
            self._letter = letter[1]
            return self._letters
        rank = line_of(heading, None).rank
        if rank < UNMARKED:
            return rank
        beside = next((one for one, _heading in self._above if one % _UNDER_ROMAN == _UNDER), None)
        return beside if beside is not None else (self._above[-1][0] if self._above else _OVER_ROMAN) + _UNDER

    def over(self, text: str) -> str | None:
        """Return the heading above a paragraph or task with these words; None where nothing heads it."""
        number = _COUNTED.match(text) if self._next else None
        if number:
            if number[0] == self._next:
                self._above.pop()
            self._next = None
        return self.last

    @property
    def last(self) -> str | None:
        """The heading above what comes next."""
        return self._above[-1][1] if self._above else None

    @property
    def all(self) -> tuple[str, ...]:
        """All headings above what comes next, the nearest last."""
        return tuple(heading for _rank, heading in self._above)
