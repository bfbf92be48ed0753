"""Days of the lunar calendar of Vietnam (UTC+7) on the calendar of ours."""

import re
from datetime import date, timedelta
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.times.days.lunar_table import YEARS
from kshc_cli.reading.times.days.year_names import NAME

_SHORT, _LONG = 29, 30
_LUNAR: Final = (
    r"(?:(?:ngày|mùng|mồng)\s+)*(?:(?P<day>\d{1,2})|(?P<full>rằm))"
    r"(?:\s*/\s*(?P<month>\d{1,2})|\s+tháng\s+(?P<named>\d{1,2}|giêng|chạp)|(?<=rằm)\s+(?P<alone>tháng\s+giêng))"
    rf"\s*[,(]?\s*(?:âm\s+lịch|lịch\s+âm|AL\b|(?:năm\s+)?(?:{NAME}))\)?"
)
_SAME: Final = r"[\s,(;–-]*(?:(?:tức|nhằm|là|vào|dương lịch)\s+)*"
LUNAR_BEFORE: Final = lazy_pattern(rf"\b{_LUNAR}(?:,?\s*năm\s+(?:{NAME}))?{_SAME}(?:ngày\s+)?$", re.IGNORECASE)
LUNAR_BEHIND: Final = lazy_pattern(rf"{_SAME}{_LUNAR}", re.IGNORECASE)
_MONTHS: Final = {"giêng": 1, "chạp": 12}
_FULL_MOON: Final = 15


def lunar_day(year: int, month: int, day: int) -> date | None:
    """Return the day of ours on which a day of a lunar year falls.

    None where that year has no such day, is not in the table, or has two such months, of which nobody says which.
    """
    if year not in YEARS:
        return None
    first, lengths, leap = YEARS[year].split()
    place = month - 1 + (0 < int(leap) < month)
    if month == int(leap) or not 1 <= day <= (_LONG if lengths[place] == "+" else _SHORT):
        return None
    begin = date(year, int(first[:2]), int(first[2:]))
    before = sum(_LONG if one == "+" else _SHORT for one in lengths[:place])
    return begin + timedelta(days=before + day - 1)


def named_day(found: re.Match[str]) -> tuple[int, int]:
    """Return month and day that words of a lunar day name."""
    month = (found["month"] or found["named"] or found["alone"]).lower().split()[-1]
    return _MONTHS.get(month) or int(month), _FULL_MOON if found["full"] else int(found["day"])


def lunar_year(found: re.Match[str], day: date) -> int | None:
    """Return in which lunar year the day that words name is ``day``; None where it is another one."""
    return next((year for year in (day.year, day.year - 1) if lunar_day(year, *named_day(found)) == day), None)
