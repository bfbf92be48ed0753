"""The heading that stands above each line of a plan, as one goes through its sections in order."""

from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.lines import UNMARKED, line_of

_COUNTED: Final = lazy_pattern(r"(\d{1,3})([.)])(?!\d)")
"""A number before a heading or point: 3. or 3)."""


class Headings:
    """Keeps the headings above a line. Under “3. Phòng Nội vụ” a point “4. …” ends what that heads.

    Points that begin anew stand below it: 1., 2. ….
    """

    def __init__(self) -> None:
        self._above: list[tuple[int, str]] = []
        self._next: str | None = None
        """The number that goes on beside the last heading, until a number stands below it."""

    def begin(self, heading: str | None) -> None:
        """Begin a section; without a heading the one before goes on."""
        if heading is None:
            return
        rank = line_of(heading, None).rank
        rank = -1 if rank == UNMARKED else rank
        self._above = [*(one for one in self._above if one[0] < rank), (rank, heading)]
        number = _COUNTED.match(heading)
        self._next = f"{int(number[1]) + 1}{number[2]}" if number else None

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
