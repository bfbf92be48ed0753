"""What stands beside a day and leaves it as it is: hours (17 giờ), a length (01 buổi,), its weekday (checked)."""

from datetime import date
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.days import month_length
from kshc_cli.messages import _
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, is_number, phrases
from kshc_cli.reading.times.days.calendar import LAST, Found, Point
from kshc_cli.reading.times.days.figures import year_number
from kshc_cli.reading.times.days.points import read_day, read_point

NAMES: Final = (("hai", "2"), ("ba", "3"), ("tư", "4"), ("năm", "5"), ("sáu", "6"), ("bảy", "7"))
"""What stands behind "thứ" for each day of the week from Monday on, but Sunday."""
WEEKDAYS: Final = Phrasebook(
    {f"thứ {name}": number for number, names in enumerate(NAMES) for name in names} | {"chủ nhật": 6}
)
"""Days of the week; 0 is Monday."""
_SESSIONS: Final = Phrasebook(phrases("sáng | chiều | tối | buổi sáng | buổi chiều | buổi tối"))
_PARTS_OF_DAY: Final = frozenset({"sáng", "chiều", "tối"})
HOUR: Final = frozenset({"h", "g", "giờ"})
_MINUTE_MARKS: Final = frozenset({"’", "'", "′", "´", "‘"})
_BEFORE_DAYS: Final = frozenset({"ngày", "thứ", "chủ", "các"})
_AT: Final = frozenset({"lúc", "hồi"})
_TO: Final = frozenset({"-", "đến", "tới"})
_LENGTHS: Final = frozenset({"buổi", "ngày", "tuần", "năm"})
_WITHIN: Final = frozenset({"trong"})
"""What begins a period in which so many days are: 01 ngày, trong tháng 5."""
_OF_YEARS: Final = frozenset({("từ", "năm"), ("giai", "đoạn")})
_AHEAD: Final = Phrasebook(phrases("từ | bắt đầu từ | kể từ | ngày | các ngày | vào ngày | vào các ngày"))
_EDGE_DAYS: Final = Phrasebook(
    {
        f"ngày {edge} {of}".strip(): day
        for edge, day in (("đầu tiên", 1), ("cuối cùng", LAST))
        for of in ("", "của", "trong")
    }
)
_NTH: Final = Phrasebook(
    {
        f"{which} {of}".strip(): nth
        for which, nth in (("đầu tiên", 1), ("cuối cùng", LAST))
        for of in ("", "của", "trong")
    }
)
_LAST_HOUR: Final = 23
_LAST_MINUTE: Final = 59
_HOURS_LEAD: Final = Phrasebook(phrases("lúc | vào lúc | hồi | vào hồi | từ | bắt đầu từ | bắt đầu lúc"))
"""What stands between a day and its hours: ngày 10/4/2026, từ 8h00 đến 11h30."""
_BEHIND_HOURS: Final = frozenset({"", ";", ".", ")", "tại"})
_SAME: Final = frozenset({"(", ",", "tức", "nhằm", "là"})
"""What begins the words for what else a day is."""
_CLOSING: Final = frozenset({"", ",", ";", ".", ")", "-", "đến", "tới", "và", "tại"})


def behind_clock(cell: TimeCell, at: int) -> int:
    """Return the place behind "17 giờ 00", "17h00" or "chiều" if a day follows, else ``at``."""
    end = _hours_end(cell, at)
    if end is None:
        return at
    end += cell.word(end) == ","
    day = read_day(cell, end)
    full = day is not None and (day[0].year is not None or (day[0].month is not None and behind_session(cell, end)))
    return end if full or cell.word(end) in _BEFORE_DAYS else at


def begins_on_the_hour(cell: TimeCell, at: int) -> bool:
    """Tell whether an hour stands at ``at`` at which something begins that day: 7h30; a day begins at 0 giờ."""
    at += cell.word(at) in _AT
    return _hours_end(cell, at) is not None and is_number(cell.word(at)) and int(cell.word(at)) > 0


def behind_session(cell: TimeCell, at: int) -> bool:
    """Tell whether a part of the day stands right before ``at``, so that figures there are a day: chiều 28/4."""
    return cell.word(at - 1) in _PARTS_OF_DAY


def behind_hours(cell: TimeCell, at: int) -> int:
    """Return the place behind hours or a span of them, whatever follows, else ``at``."""
    return _span_end(cell, at) or _hours_end(cell, at) or at


def behind_lead(cell: TimeCell, at: int) -> int:
    """Return the place behind a length or a span of hours if days follow: 02 ngày, từ …; từ 8h00 đến 11h30 ngày …."""
    if not (is_number(cell.word(at)) or cell.word(at) == "từ"):
        return at
    length = _length_end(cell, at)
    end = length or _span_end(cell, at)
    if end is None:
        return at
    end = _span_end(cell, end) or end
    end += cell.word(end) == ","
    end += 2 * (cell.words[end : end + 2] == ("dự", "kiến"))
    years = length is not None and cell.word(at + 1) == "năm"
    if years:
        return end if years_named(cell, end) else at
    day = read_named_day(cell, end)
    named = (day is not None and day[0].unit == 0) or begins_span(cell, end)
    within = length is not None and cell.word(end) in _WITHIN
    return end if within or named or _AHEAD.end(cell, end) is not None or behind_clock(cell, end) > end else at


def begins_span(cell: TimeCell, at: int) -> bool:
    """Tell whether a span of days of one month begins at ``at``: 11 - 12/3/2026."""
    last = read_day(cell, at + 2) if is_number(cell.word(at)) and cell.word(at + 1) in _TO else None
    return last is not None and last[0].month is not None


def years_named(cell: TimeCell, at: int) -> bool:
    """Tell whether a span of years begins at ``at``: từ năm 2026, giai đoạn 2026, 2026 - 2028."""
    heads = 2 if cell.words[at : at + 2] in _OF_YEARS else int(cell.word(at) == "năm")
    return year_number(cell.word(at + heads)) is not None


def _length_end(cell: TimeCell, at: int) -> int | None:
    """Return the place behind "01 buổi chiều," and "60 ngày,"."""
    if not is_number(cell.word(at)) or cell.word(at + 1) not in _LENGTHS:
        return None
    end = at + 2 + 2 * (cell.words[at + 2 : at + 4] == ("làm", "việc")) + (cell.word(at + 2) == "đêm")
    bracket = cell.word(end) == "(" and _SESSIONS.end(cell, end + 1) is not None
    end = _SESSIONS.end(cell, end + bracket) or end
    end += bracket and cell.word(end) == ")"
    return end + 1 if cell.word(end) in {",", ":", "("} else None


def _span_end(cell: TimeCell, at: int) -> int | None:
    """Return the place behind "từ 8 giờ đến 11 giờ 30" and "8h00-10h00"."""
    first = _hours_end(cell, at + (cell.word(at) == "từ"))
    if first is None or cell.word(first) not in _TO or cell.new_line(first):
        return None
    return _hours_end(cell, first + 1)


def _hours_end(cell: TimeCell, at: int) -> int | None:
    """Return the place behind hours or a part of the day."""
    begin = at + (cell.word(at) in _AT)
    if not is_number(cell.word(begin)):
        return _SESSIONS.end(cell, begin)
    if not (cell.word(begin + 1) in HOUR or _colon(cell, begin)) or not _is_clock(cell, begin):
        return None
    end = begin + 2 + is_number(cell.word(begin + 2))
    end += cell.word(end) == "phút" or cell.word(end) in _MINUTE_MARKS
    return _SESSIONS.end(cell, end) or end


def _colon(cell: TimeCell, at: int) -> bool:
    """Tell whether 17:00 stands at ``at``, without spaces."""
    minutes = is_number(cell.word(at + 2)) and len(cell.word(at + 2)) == 2
    return cell.word(at + 1) == ":" and minutes and cell.tight(at + 1) and cell.tight(at + 2)


def _is_clock(cell: TimeCell, at: int) -> bool:
    """Tell whether the figures are a time of the day after midnight: 17h00, and not 48 giờ or 0h00."""
    hour, minutes = int(cell.word(at)[:4]), cell.word(at + 2)
    return 1 <= hour <= 24 and (not is_number(minutes) or int(minutes[:4]) <= _LAST_MINUTE)


def read_named_day(cell: TimeCell, at: int) -> Found | None:
    """Read a point, and a day's weekday before or behind it: thứ Năm, ngày 4/12 · ngày 4/12 (thứ Năm)."""
    named = WEEKDAYS.match(cell, at)
    if named is None:
        found = read_point(cell, at) or _edge_day(cell, at) or _nth_weekday(cell, at)
        begins = at == cell.begin or cell.hard(at - 1)
        if found is not None and begins:
            found = found[0], _behind_figures(cell, *found)
        return found if found is None else _with_hours(cell, *_lunar_behind(cell, *_weekday_behind(cell, *found)))
    if (nth := _nth_weekday(cell, at)) is not None:
        return nth
    weekday, begin = named
    bracket = cell.word(begin) == "("
    begin += cell.word(begin) in {",", "("}
    found = read_point(cell, begin) or (read_day(cell, begin) if cell.word(begin + 1) == "/" else None)
    if found is None or found[0].unit or (bracket and cell.word(found[1]) != ")"):
        return None
    return _with_hours(cell, *_lunar_behind(cell, replace(found[0], weekday=weekday), found[1] + bracket))


def _with_hours(cell: TimeCell, point: Point, end: int) -> Found:
    """Return a day with the place behind its hours, where they end what is said of it: ngày 10/4/2026, lúc 8h00."""
    if point.unit or point.month is None:
        return point, end
    return point, behind_its_hours(cell, end)


def behind_its_hours(cell: TimeCell, end: int) -> int:
    """Return the place behind the hours of a day that ends at ``end``, if they end what is said of it; else ``end``."""
    mark = cell.word(end) if cell.word(end) in {",", "("} else ""
    begin = end + bool(mark)
    lead = _HOURS_LEAD.end(cell, begin) or begin
    behind = (_span_end(cell, lead) or _hours_end(cell, lead)) if is_number(cell.word(lead)) else None
    if behind is None or lead == end or cell.new_line(begin) or (mark == "(" and cell.word(behind) != ")"):
        return end
    behind += mark == "("
    return behind if cell.word(behind) in _BEHIND_HOURS else end


def _edge_day(cell: TimeCell, at: int) -> Found | None:
    """Read "ngày đầu tiên của tháng 3", "ngày cuối cùng của quý II"; without its number a year is the plan's."""
    edge = _EDGE_DAYS.match(cell, at)
    if edge is None:
        return None
    day, begin = edge
    found = read_point(cell, begin)
    if found is None and cell.word(begin) == "năm" and cell.word(begin + 1) in _CLOSING:
        found = Point(12, 1), begin + 1
    if found is None or not found[0].unit or found[0].month is None:
        return None
    month = found[0].month + (found[0].months - 1 if day == LAST else 0)
    return replace(found[0], months=1, month=month, day=day), found[1]


def _nth_weekday(cell: TimeCell, at: int) -> Found | None:
    """Read "thứ Hai đầu tiên của tháng 9" and "thứ Sáu cuối cùng của tháng 6/2026": the day that it is."""
    named = WEEKDAYS.match(cell, at + (cell.word(at) == "ngày"))
    nth = _NTH.match(cell, named[1]) if named is not None else None
    found = read_point(cell, nth[1]) if nth is not None and cell.word(nth[1]) == "tháng" else None
    if named is None or nth is None or found is None or found[0].unit != 1 or found[0].month is None:
        return None
    year, month = found[0].year or cell.year, found[0].month
    first, last = date(year, month, 1).weekday(), month_length(year, month)
    day = 1 + (named[0] - first) % 7
    day = day if nth[0] == 1 else day + 7 * ((last - day) // 7)
    return replace(found[0], day=day, weekday=named[0]), found[1]


def _behind_figures(cell: TimeCell, point: Point, end: int) -> int:
    """Return the place behind the hours of a cell that a spreadsheet wrote: 30/9/2026 17:00, 2026-09-30 00:00:00."""
    is_clock = point.unit == 0 and point.year is not None and is_number(cell.word(end)) and _colon(cell, end)
    if not is_clock or int(cell.word(end)[:3]) > _LAST_HOUR or int(cell.word(end + 2)) > _LAST_MINUTE:
        return end
    seconds = _colon(cell, end + 2) and int(cell.word(end + 4)) <= _LAST_MINUTE
    behind = end + 3 + 2 * seconds
    return behind if cell.word(behind) in {"", ";", ")"} else end


def _weekday_behind(cell: TimeCell, point: Point, end: int) -> Found:
    bracket = cell.word(end) == "("
    begin = _SESSIONS.end(cell, end + 1) or end + 1
    named = WEEKDAYS.match(cell, begin) if point.unit == 0 and cell.word(end) in {"(", ","} else None
    if named is None or cell.word(named[1]) not in ({")"} if bracket else _CLOSING):
        return point, end
    return replace(point, weekday=named[0]), named[1] + bracket


def weekday_name(number: int) -> str:
    """Return what a weekday is called; 0 is Monday."""
    names = (
        *(_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday")),
        *(_("Saturday"), _("Sunday")),
    )
    return names[number]


def _lunar_behind(cell: TimeCell, point: Point, end: int) -> Found:
    """Return a day with the place behind the lunar day that it is, if it is that: 18/4/2024 (10/3 âm lịch)."""
    if point.unit or point.month is None or point.day is None or cell.word(end) not in _SAME or not cell.size > end:
        return point, end
    from kshc_cli.reading.times.days.lunar import LUNAR_BEHIND, lunar_year  # noqa: PLC0415  few days are named so

    found = LUNAR_BEHIND.match(cell.text, cell.tokens[end - 1].end)
    try:
        day = date(point.year or cell.year, point.month, point.day)
    except ValueError:
        return point, end
    if found is None or lunar_year(found, day) is None:
        return point, end
    behind = next((at for at in range(end, cell.size) if cell.tokens[at].start >= found.end()), cell.size)
    opened = cell.words[end:behind].count("(") - cell.words[end:behind].count(")")
    return point, (behind if not opened and cell.word(behind) in _CLOSING else end)
