"""Cells of a table that speak through their neighbours: ditto marks, and the start of a time in a column of its own."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from kshc_cli.dataclass import replace
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import AgencyWords, Task, TimeWords
from kshc_cli.plan.walk import Placed
from kshc_cli.reading.values import Deadline, Shared, TimeReading, Window

_DITTO: Final = lazy_pattern(
    r"[\s\-–—_.(]*(?:n\s*/?\s*t|(?:như|nhu)\s+(?:(?:dòng|hàng|mục|ô)\s+)?(?:trên|tren)|[\"“”″〃]|'{2}|//)[\s\-–—_.)]*",
    re.IGNORECASE,
)
"""What stands for the words of the cell above: nt, -nt-, Như trên, a lone quotation mark."""
_LONGEST: Final = 20
_DAY: Final = lazy_pattern(r"\d{1,2}[/.-]\d{1,2}")
"""What can only be a day of a month in a column of starts."""
_YEAR: Final = lazy_pattern(r"\d{4}|[/.-]\d{1,2}[/.-]\d{2}(?!\d)")


class Cells(NamedTuple):
    """Cells of a row, or those above that its ditto marks stand for."""

    lead: AgencyWords | None = None
    coop: AgencyWords | None = None
    time: TimeWords | None = None

    @property
    def shown(self) -> Iterator[tuple[Literal["lead", "coop", "time"], AgencyWords | TimeWords]]:
        """Those that there are, with their names."""
        if self.lead is not None:
            yield "lead", self.lead
        if self.coop is not None:
            yield "coop", self.coop
        if self.time is not None:
            yield "time", self.time


_NONE: Final = Cells()


@lru_cache(1024)
def is_ditto(words: str) -> bool:
    """Tell whether words only stand for those of the cell above."""
    first = words[:1]
    is_name = first.isalnum() and first not in "nN"
    return len(words) <= _LONGEST and not is_name and _DITTO.fullmatch(words) is not None


class Above:
    """The row above, as far as ditto marks may mean its cells: in the same table, and in the same group."""

    def __init__(self) -> None:
        self._place: tuple[int, int] = (0, 0)
        self._content = ""
        self._cells = _NONE
        self._start: TimeWords | None = None
        self._start_place: tuple[int, int] = (0, 0)

    def start(self, placed: Placed) -> TimeWords | None:
        """Return what a column of starts says of a row, or what its ditto mark stands for."""
        place = (id(placed.table), id(placed.group))
        words = placed.start_words
        if words is None or not is_ditto(words.text) or place != self._start_place:
            self._start, self._start_place = words, place
        found = words if self._start is None else self._start
        return TimeWords(text=f"ngày {found.text}") if found and _DAY.fullmatch(found.text.strip()) else found

    def read(self, placed: Placed, task: Task) -> tuple[Cells, tuple[Shared, ...]]:
        """Return the cells above that this row's ditto marks stand for, also as words that the line above says.

        The row is taken for the next one's.
        """
        place = (id(placed.table), id(placed.group))
        above = self._cells if place == self._place else _NONE
        own = Cells(task.lead, task.coop, task.time)
        marked = {name for name, cell in own.shown if is_ditto(cell.text)}
        line, self._place, self._content = self._content, place, task.content
        if not marked:
            self._cells = own
            return _NONE, ()
        meant = Cells(*(cell if name in marked else None for name, cell in above._asdict().items()))
        rest = Cells(*(None if name in marked else cell for name, cell in own._asdict().items()))
        self._cells = Cells(meant.lead or rest.lead, meant.coop or rest.coop, meant.time or rest.time)
        return meant, tuple(Shared(name, cell.text, line.partition("\n")[0]) for name, cell in meant.shown)


def spanned(start: TimeReading, end: TimeReading) -> TimeReading:
    """Return the time from what a column of starts says to what that of ends says, where both are one day or span.

    “Trước ngày” an end stays what it is: the plan's policy says which its last day is. An end without a year that lies
    before the start is unread: it may be that of the next year.
    """
    if len(start.parts) != 1 or len(end.parts) != 1 or start.unread or end.unread:
        return end
    (begun,), (ended,) = start.parts, end.parts
    first = begun.start if isinstance(begun, Window) else begun.due if isinstance(begun, Deadline) else None
    last = ended.end if isinstance(ended, Window) else ended.due if isinstance(ended, Deadline) else None
    if first is not None and last is not None and last < first and not _YEAR.search(ended.words):
        return TimeReading((), (ended.words,))
    match ended:
        case Window() if first is not None:
            return replace(end, parts=(replace(ended, start=first),))
        case Deadline(due=due, before=False) if first is not None and due is not None:
            window = Window(first, due, words=ended.words, role=ended.role, law=ended.law, read_by=ended.read_by)
            return replace(end, parts=(window,))
        case _:
            return end
