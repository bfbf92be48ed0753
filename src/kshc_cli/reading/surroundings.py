"""What stands round a phrase, and what makes the phrase doubtful."""

from dataclasses import dataclass
from datetime import date

from kshc_cli.reading.cell import Cell, is_number
from kshc_cli.reading.open_ended import opens
from kshc_cli.reading.phrase import Phrase
from kshc_cli.reading.values import Continuous, Deadline, Recurring, Window
from kshc_cli.reading.verbs import (
    CONNECTORS,
    DUTIES,
    FILLERS,
    REVOKES,
    SOFT,
    is_time_word,
    known_end,
    labelled,
    skipped,
)


def stands_alone(cell: Cell, phrase: Phrase) -> bool:
    """Tell whether what follows a phrase leaves its meaning alone.

    Words that are not known may change it (tháng 6 âm lịch; 13/2026/QĐ-UBND); a verb, another time, a new line or a
    sentence that was glued on (2026Được bãi bỏ) do not.
    """
    at = phrase.end
    if not phrase.dated or at == cell.size:
        return True
    if cell.word(at) in CONNECTORS:
        return not _glues(cell, phrase)
    if SOFT.end(cell, at) is not None:
        return True
    if is_number(cell.word(phrase.start)):
        return False
    new_sentence = cell.capital(at) and (cell.tight(at) or cell.new_line(at))
    verb = FILLERS.end(cell, at) or DUTIES.end(cell, at)
    return new_sentence or verb is not None or opens(cell, at)


def _glues(cell: Cell, phrase: Phrase) -> bool:
    """Tell whether the separator behind a phrase joins it to what follows: 2026/QĐ, 2026-A, 2026.5, tháng 6 hoặc 7."""
    at = phrase.end
    match cell.word(at):
        case "/":
            return True
        case "hoặc":
            return not opens(cell, at + 1)
        case "-":
            return cell.tight(at) and cell.tight(at + 1)
        case ".":
            return cell.tight(at) and cell.tight(at + 1) and is_number(cell.word(at + 1))
        case _:
            return False


@dataclass(frozen=True, slots=True)
class Rest:
    """The tokens between two phrases; ``first`` up to ``last`` are the ones that no phrase and no filler takes."""

    first: int
    last: int
    parted: frozenset[int]
    """Where two statements are parted for certain, by a semicolon or a new list line."""

    @property
    def empty(self) -> bool:
        """Tell whether nothing is left unread."""
        return self.first == self.last

    def revokes(self, cell: Cell) -> bool:
        """Tell whether an unread word takes a date of the cell back; a note glued on (2026Được sửa đổi …) does not."""
        if cell.word(self.first) == "được" and cell.tight(self.first):
            return False
        return any(REVOKES.end(cell, at) is not None for at in range(self.first, self.last))

    def spoils_next(self, cell: Cell, *, beside_dropped: bool) -> bool:
        """Tell whether the last unread word before a phrase makes it doubtful: it belongs to a time itself."""
        return self._spoils(
            cell, self.last - 1, beside_dropped=beside_dropped, parted=any(at >= self.last for at in self.parted)
        )

    def spoils_previous(self, cell: Cell, *, beside_dropped: bool) -> bool:
        """Tell whether the first unread word behind a phrase makes it doubtful."""
        return self._spoils(
            cell, self.first, beside_dropped=beside_dropped, parted=any(at < self.first for at in self.parted)
        )

    def _spoils(self, cell: Cell, at: int, *, beside_dropped: bool, parted: bool) -> bool:
        if self.empty:
            return beside_dropped and not self.parted
        return not parted and is_time_word(cell.word(at))


def rest_of(cell: Cell, start: int, end: int) -> Rest:
    """Find what is left unread between two places."""
    if start == end:
        return Rest(start, start, frozenset())
    first = last = at = start
    clear = True
    while at < end:
        separator = cell.word(at) in CONNECTORS
        behind = at + 1 if separator else known_end(cell, at) if clear else skipped(cell, at)
        clear = separator or (clear and behind is not None)
        if behind is None:
            first = at if first == last else first
            last = at + 1
        at = behind or at + 1
    return Rest(first, last, frozenset(at for at in range(start, end) if cell.hard(at)))


def clash(cell: Cell, one: Phrase, two: Phrase, between: Rest) -> bool:
    """Tell whether two phrases of one statement are perhaps a single one, which says another thing.

    A rule beside a date may be bounded or moved by it (từ tháng 3, hằng tháng), a date before a colon may be the label
    of the next (năm 2024: trước ngày 20/12), a bare period behind a day may be short for its day (ngày 15/6; tháng 12).
    """
    gap = range(one.end, two.start)
    if not (one.dated and two.dated) or any(cell.new_item(at) for at in gap):
        return False
    due = isinstance(one.parts[-1], Deadline)
    if between.empty and due and not two.strong and isinstance(two.parts[0], Window):
        return True
    if _labels_next(cell, gap):
        return between.empty
    parted = bool(between.parted) or (between.empty and cell.word(one.end) == "và")
    return (
        not parted
        and _has_rule(one) != _has_rule(two)
        and not (_whole_year(one, cell.year) or _whole_year(two, cell.year))
    )


def _labels_next(cell: Cell, gap: range) -> bool:
    """Tell whether a colon stands in a gap that belongs to no label of its own."""
    at = gap.start
    while at < gap.stop:
        label = labelled(cell, at)
        if label is None and cell.word(at) == ":":
            return True
        at = label or at + 1
    return False


def _has_rule(phrase: Phrase) -> bool:
    return any(isinstance(part, Recurring) and part.rrule is not None for part in phrase.parts)


def _whole_year(phrase: Phrase, year: int) -> bool:
    """Tell whether a phrase goes on through the plan's whole year, to which rules without bounds keep anyway."""
    match phrase.parts:
        case (Window(first, last) | Continuous(first, last),):
            return first in {None, date(year, 1, 1)} and last in {None, date(year, 12, 31)}
        case _:
            return False
