"""What stands right behind a time and leaves it as it is: what for, where, who does what then, of which period."""

from typing import Final

from kshc_cli.reading.times.act_words import PERIODS, WHAT_FOR, WHO
from kshc_cli.reading.times.acts import act_at, names_time
from kshc_cli.reading.times.cell import Cell, is_number
from kshc_cli.reading.times.open_ended import opens
from kshc_cli.reading.times.verbs import REVOKES

_LONGEST: Final = 40
"""Words that are looked at; it keeps reading linear in the length of the text."""


def says_who(cell: Cell, at: int) -> bool:
    """Tell whether a comma stands at ``at`` and behind it who does what: trước ngày 15/12, các xã gửi báo cáo."""
    return cell.word(at) == "," and WHO.end(cell, at + 1) is not None


def aside_end(cell: Cell, at: int) -> int | None:
    """Return the place behind words right behind a time that say what for, where, or who does what then.

    They end where another time begins, and leave theirs alone unless they name a time or take one back.
    """
    begin = at + (cell.word(at) in {",", "("})
    if (period := period_end(cell, at)) is not None:
        return period
    if WHAT_FOR.end(cell, begin) is None and not says_who(cell, at):
        return None
    place = begin + 1
    while (
        place < cell.size and not cell.hard(place) and not cell.new_line(place) and cell.word(place) not in {".", ")"}
    ):
        apart = cell.word(place) in {",", "và", "("}
        if apart and (opens(cell, place + 1) or names_time(cell, place + 1) or act_at(cell, place + 1) is not None):
            return place
        if place - at > _LONGEST or names_time(cell, place) or REVOKES.end(cell, place) is not None:
            return None
        place += 1
    return place


def period_end(cell: Cell, at: int) -> int | None:
    """Return the place behind the period of the report that is due: trước ngày 15/6 (6 tháng)."""
    end = PERIODS.end(cell, at + 1) if cell.word(at) == "(" else None
    is_day = at > 1 and is_number(cell.word(at - 1)) and cell.word(at - 2) in {"/", "-", ".", "tháng", "năm"}
    return end + 1 if is_day and end is not None and cell.word(end) == ")" else None
