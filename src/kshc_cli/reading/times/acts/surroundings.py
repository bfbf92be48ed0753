"""What stands round a phrase, and what makes the phrase doubtful."""

from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.reading.times.acts.asides import aside_end, done_end
from kshc_cli.reading.times.acts.duties import known_end
from kshc_cli.reading.times.acts.statements import before_period
from kshc_cli.reading.times.cell import TimeCell, is_number
from kshc_cli.reading.times.days.figures import year_number
from kshc_cli.reading.times.open_ended import opens
from kshc_cli.reading.times.phrase import Phrase
from kshc_cli.reading.times.verbs import (
    CONNECTORS,
    DUTIES,
    FILLERS,
    SOFT,
    is_time_word,
    report_end,
    skipped,
    takes_back,
)

_AMOUNTS: Final = frozenset({"%", "triệu", "tỷ", "tỉ", "đồng", "nghìn", "ngàn", "người", "hộ", "lượt", "ha", "km"})
"""Units of what a period has, whose figures stand behind its colon: năm 2026: 45 triệu đồng."""


def stands_alone(cell: TimeCell, phrase: Phrase) -> bool:
    """Tell whether what follows a phrase leaves its meaning alone.

    Words that are not known may change it (tháng 6 âm lịch; 13/2026/QĐ-UBND); a verb, another time, a new line or a
    sentence that was glued on (2026Được bãi bỏ) do not.
    """
    at = phrase.end
    if not phrase.dated or at == cell.size:
        return True
    if cell.word(at) in CONNECTORS:
        return not _glues(cell, phrase)
    if SOFT.end(cell, at) is not None or cell.new_line(at) or aside_end(cell, at) is not None:
        return True
    if is_number(cell.word(phrase.start)) and not _is_full(cell, phrase):
        return False
    if phrase.strong and done_end(cell, at) is not None and not _counts(cell, phrase):
        return True
    new_sentence = cell.capital(at) and cell.tight(at)
    verb = FILLERS.end(cell, at) or DUTIES.end(cell, at)
    return new_sentence or (verb is not None and not _counts(cell, phrase)) or opens(cell, at)


def _is_full(cell: TimeCell, phrase: Phrase) -> bool:
    """Tell whether figures alone are a month or a day with its year: 12/2026 tổ chức tổng kết; 30/6/2026Theo …."""
    row = cell.words[phrase.start : phrase.end]
    return row[1::2] in {("/",), ("/", "/")} and year_number(row[-1]) is not None


def _counts(cell: TimeCell, phrase: Phrase) -> bool:
    """Tell whether a verb behind a phrase may count by its last figure (quý I, 2 báo cáo), or say which year it is."""
    row = cell.words[phrase.start : phrase.end]
    listed = not {",", "và", "&", "+"}.isdisjoint(row) or ("-" in row and year_number(row[-1]) is None)
    dated = year_number(row[-1]) is not None and row[-2:-1] == ("/",)
    return (is_number(row[-1]) and listed and not dated) or (row[-1] == "năm" and "hết" in row)


def _glues(cell: TimeCell, phrase: Phrase) -> bool:
    """Tell whether the separator behind a phrase joins it to what follows: 2026/QĐ, 2026-A, 2026.5, tháng 6 hoặc 7."""
    at = phrase.end
    match cell.word(at):
        case "/":
            return not opens(cell, at + 1)
        case "hoặc":
            return not opens(cell, at + 1)
        case ":":
            return is_number(cell.word(at + 1)) and not _AMOUNTS.isdisjoint(cell.words[at + 2 : at + 5])
        case "-":
            return cell.tight(at) and cell.tight(at + 1)
        case ".":
            return cell.tight(at) and cell.tight(at + 1) and is_number(cell.word(at + 1))
        case _:
            return False


def _up_to(cell: TimeCell, at: int | None, end: int) -> bool:
    """Tell whether the phrase at ``end`` stands right behind ``at``, but for a bracket."""
    return at is not None and at + (cell.word(at) == "(") == end < cell.size


def _first_in(cell: TimeCell, start: int, at: int) -> bool:
    """Tell whether the word at ``at`` stands right behind ``start``, but for a bracket."""
    return at - (cell.word(at - 1) == "(") == start


def _of_sunday(cell: TimeCell, at: int) -> bool:
    """Tell whether the word at ``at`` is one of "chủ nhật"; "chủ" alone begins many that are no time."""
    return ("chủ", "nhật") in {cell.words[at : at + 2], cell.words[max(at - 1, 0) : at + 1]}


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

    def revokes(self, cell: TimeCell) -> bool:
        """Tell whether an unread word takes a date of the cell back; a note glued on (2026Được sửa đổi …) does not."""
        glued = cell.tight(self.first) and is_number(cell.word(self.first - 1))
        if cell.word(self.first) == "được" and glued:
            return False
        return any(takes_back(cell, at) for at in range(self.first, self.last))

    def spoils_next(self, cell: TimeCell, *, beside_dropped: bool) -> bool:
        """Tell whether the last unread word before a phrase makes it doubtful: it belongs to a time itself."""
        return self._spoils(
            cell, self.last - 1, beside_dropped=beside_dropped, parted=any(at >= self.last for at in self.parted)
        )

    def spoils_previous(self, cell: TimeCell, *, beside_dropped: bool) -> bool:
        """Tell whether the first unread word behind a phrase makes it doubtful."""
        return self._spoils(
            cell, self.first, beside_dropped=beside_dropped, parted=any(at < self.first for at in self.parted)
        )

    def _spoils(self, cell: TimeCell, at: int, *, beside_dropped: bool, parted: bool) -> bool:
        if self.empty:
            return beside_dropped and not self.parted
        return not parted and (is_time_word(cell.word(at)) or _of_sunday(cell, at))


def rest_of(cell: TimeCell, start: int, end: int, *, due: bool = False) -> Rest:
    """Find what is left unread between two places; ``due`` tells that a day stands before them.

    The period of a report is explained by the day on which the report is due, behind it or before it: báo cáo 6 tháng
    trước ngày 15/6. Elsewhere it is perhaps a time of its own: thường xuyên, báo cáo quý.
    """
    if start == end:
        return Rest(start, start, frozenset())
    first = last = start
    at = aside_end(cell, start) or (done_end(cell, start) if start else None) or start
    clear = True
    while at < end:
        separator = cell.word(at) in CONNECTORS
        behind = at + 1 if separator else known_end(cell, at) if clear else skipped(cell, at)
        if behind is None and clear and before_period(cell, at) == end:
            behind = end
        report = report_end(cell, at) if clear else None
        if report is not None and not (_up_to(cell, behind, end) or (due and _first_in(cell, start, at))):
            behind = report
        clear = separator or (clear and behind is not None)
        if behind is None:
            first = at if first == last else first
            last = at + 1
        at = behind or at + 1
    return Rest(first, last, frozenset(at for at in range(start, end) if cell.hard(at)))
