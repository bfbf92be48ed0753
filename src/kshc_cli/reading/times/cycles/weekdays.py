"""Days of the week that come back: thứ sáu hằng tuần, thứ 2, 4, 6 hằng tuần, Chủ nhật đầu tiên hằng tháng.

The weekday of a week of a month (Chủ nhật tuần đầu mỗi tháng) has no fixed meaning: a month's first week may begin in
the month before.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from kshc_cli.reading.times.acts.surroundings import Rest
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, phrases
from kshc_cli.reading.times.cycles.periods import MONTHLY
from kshc_cli.reading.times.days.hours import NAMES, WEEKDAYS, behind_clock, behind_its_hours
from kshc_cli.reading.values import Recurring, TimePart

CODES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SHORT: Final = Phrasebook({name: day for day, names in enumerate(NAMES) for name in names} | {"chủ nhật": 6})
"""The 4 of "thứ 2, 4, 6"."""
_DAYS_OF_WEEK: Final = frozenset({"thứ", "chủ"})
_TO: Final = frozenset({"đến", "tới", "-"})
_AND: Final = frozenset({",", "và", "&"})
_WEEKLY: Final = Phrasebook(phrases("hằng tuần | mỗi tuần | của mỗi tuần"))
_NTH: Final = Phrasebook({"đầu tiên": "1", "cuối cùng": "-1"})
_MONTHLY: Final = Phrasebook(
    {f"{of} {every} tháng".strip(): None for of in ("", "của", "trong") for every in ("hằng", "mỗi")}
    | phrases("của tháng | trong tháng")
)


class Weekdays(NamedTuple):
    """A rule of weekdays, and the place behind its words."""

    rule: str
    end: int


def read_weekdays(cell: TimeCell, start: int, at: int) -> Weekdays | None:
    """Read weekdays of each week, before or behind "hằng tuần", or the first or last one of each month.

    ``at`` is the place of the words; from ``start`` on nothing else may name a weekday before them.
    """
    weekly, monthly = _WEEKLY.end(cell, at), _MONTHLY.end(cell, at)
    behind = weekly or monthly
    bracket = behind is not None and cell.word(behind) == "("
    begin = at if behind is None else _into(cell, behind + bracket)
    begin += cell.word(begin) == "ngày" and WEEKDAYS.end(cell, begin + 1) is not None
    days, end = _span(cell, begin) or _listed(cell, begin, short=begin == at)
    nth = _NTH.match(cell, end) if len(days) == 1 else None
    end = end if nth is None else nth[1]
    if nth is None:
        last = end if weekly is not None else _WEEKLY.end(cell, end)
        rule = f"FREQ=WEEKLY;BYDAY={','.join(CODES[day] for day in days)}"
    else:
        last = end if monthly is not None and weekly is None else _of_month(cell, end)
        rule = f"{MONTHLY};BYDAY={nth[0]}{CODES[days[0]]}"
    if not days or last is None or _of_several(cell, start):
        return None
    if bracket and cell.word(last) != ")":
        return None
    return Weekdays(rule, behind_its_hours(cell, last + bracket))


def leaves_weekday(cell: TimeCell, parts: Sequence[TimePart], rest: Rest) -> bool:
    """Tell whether another weekday stands unread beside weekdays that come back: thứ hai hằng tuần; thứ sáu."""
    weekly = any(isinstance(part, Recurring) and _names_week(part.rrule or "") for part in parts)
    return weekly and any(WEEKDAYS.end(cell, at) for at in range(rest.first, rest.last))


def _names_week(rule: str) -> bool:
    return "BYDAY" in rule or rule.startswith("FREQ=WEEKLY")


def _listed(cell: TimeCell, at: int, *, short: bool) -> tuple[list[int], int]:
    """Read "thứ bảy, chủ nhật", or ``short`` "thứ 2, 4, 6", in the order of the week; elsewhere 4 may count."""
    found = WEEKDAYS.match(cell, at)
    days: list[int] = []
    while found is not None and found[0] not in days and (not days or days[-1] < found[0]):
        days.append(found[0])
        at = found[1]
        behind = at + 1 if cell.word(at) in _AND else None
        found = (
            None if behind is None else WEEKDAYS.match(cell, behind) or (_SHORT.match(cell, behind) if short else None)
        )
    return days, at


def _span(cell: TimeCell, at: int) -> tuple[list[int], int] | None:
    """Read "từ thứ hai đến thứ sáu": each of these days."""
    first = WEEKDAYS.match(cell, at + (cell.word(at) == "từ"))
    last = WEEKDAYS.match(cell, first[1] + 1) if first is not None and cell.word(first[1]) in _TO else None
    if first is None or last is None or first[0] >= last[0]:
        return None
    return [*range(first[0], last[0] + 1)], last[1]


def _of_month(cell: TimeCell, at: int) -> int | None:
    """Return the place behind "hằng tháng", and not behind the "của tháng" of "của tháng 6"."""
    end = _MONTHLY.end(cell, at)
    return end if end is not None and (cell.words[end - 2] in {"hằng", "mỗi"} or _closes(cell, end)) else None


def _closes(cell: TimeCell, at: int) -> bool:
    return cell.word(at) in {"", ",", ";", ".", ")"}


def _of_several(cell: TimeCell, start: int) -> bool:
    """Tell whether the weekdays end a longer list or span: từ thứ hai đến thứ sáu hằng tuần."""
    return not _DAYS_OF_WEEK.isdisjoint(cell.words[max(start - 4, 0) : start])


def _into(cell: TimeCell, at: int) -> int:
    at += cell.word(at) == ","
    at += cell.word(at) in {"vào", "trước"}
    return behind_clock(cell, at)
