"""What the columns of a table say that are called by periods or bodies, and marked for its tasks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, Literal

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import Column

_PERIOD: Final = lazy_pattern(
    r"\s*(?:(?:quý|tháng)\s+.{1,20}|(?:6|sáu)\s+tháng\s+(?:đầu|cuối)(?:\s+năm(?:\s+\d{4})?)?)", re.IGNORECASE
)
"""The words above a column of a schedule: Quý I, Tháng 3, 6 tháng đầu năm."""
_TIMED: Final = lazy_pattern(r"thời\s+(?:gian|hạn)|tiến\s+độ|lộ\s+trình", re.IGNORECASE)
"""Words over several columns that are parts of a time."""
_PART: Final = lazy_pattern(
    r"\s*(?:(?:năm|tháng|quý|tuần|đợt|lần|kỳ|học\s+kỳ|giai\s+đoạn|6\s+tháng)\b.{0,30}|\d{1,2}|[IVX]{1,4}"
    r"|20\d\d(?:\s*[-–]\s*20\d\d)?)\s*",
    re.IGNORECASE,
)
"""The words above one of them."""
_WEEK: Final = lazy_pattern(r"\s*tuần(?:\s+thứ)?\s+[\dIVX]{1,3}(?:\s*[,–-]\s*[\dIVX]{1,3})*\s*", re.IGNORECASE)
"""Those that say so without words over them."""
_WAVE: Final = lazy_pattern(
    r"\s*(?:đợt|kỳ|lần|giai\s+đoạn|vòng)(?:\s+thứ)?\s+[\dIVX]{1,3}\s*(?:\((?P<when>[^()]*)\)|[:–-]\s*(?P<then>.+))?\s*",
    re.IGNORECASE,
)
"""The words above a column of a wave, perhaps with when it is: Đợt 1, Đợt 1 (tháng 4)."""

_MONTH: Final = lazy_pattern(r"T\.?\s*(0?[1-9]|1[0-2])((?:/\d{4})?)")
"""The words above a column of a month, short: T1, T1/2026."""
_OVER_WEEKS: Final = lazy_pattern(r"(?:tháng|T\.?)\s*\d{1,2}(?:\s*(?:/|năm)\s*\d{4})?", re.IGNORECASE)
"""The words over columns that are as short, and weeks of a month."""
_QUARTER: Final = lazy_pattern(r"Q\.?\s*([1-4]|I{1,3}|IV)((?:/\d{4})?)", re.IGNORECASE)
"""Those above a column of a quarter: Q1, QI/2026."""
_BARE_QUARTER: Final = lazy_pattern(r"quý\s+([1-4]|I{1,3}|IV)(?:\s+năm\s+\d{4})?", re.IGNORECASE)
_ROMAN: Final = {"I": 1, "II": 2, "III": 3, "IV": 4}
_UNDER: Final = lazy_pattern(
    r"(?:(?:thời\s+gian|tiến\s+độ|lộ\s+trình)(?:\s+(?:thực\s+hiện|hoàn\s+thành))?\s*[(,:]?\s*(?:theo\s+)?)?"
    r"(?:các\s+)?(tháng|quý)(?:\s+thực\s+hiện)?\)?(?:\s+(?:trong\s+)?năm\s+\d{4})?",
    re.IGNORECASE,
)
"""The words over several columns that only count months or quarters."""
_NUMBERS: Final = {
    "tháng": lazy_pattern(r"0?[1-9]|1[0-2]"),
    "quý": lazy_pattern(r"[1-4]|I{1,3}|IV"),
}
_IN_YEAR: Final = lazy_pattern(r"năm\s+(\d{4})|^\s*(20\d\d)\s*$", re.IGNORECASE | re.MULTILINE)
_YEAR: Final = lazy_pattern(r"(?:năm\s+)?(20\d\d(?:\s*[-–]\s*20\d\d)?)", re.IGNORECASE)
"""The words above a column of a year or several."""
_YEARS: Final = lazy_pattern(r"(?:các\s+)?năm(?:\s+(?:thực\s+hiện|triển\s+khai|hoàn\s+thành))?", re.IGNORECASE)
"""The words over columns of years."""

_WHO: Final = lazy_pattern(
    r"(?:(?:đơn\s+vị|cơ\s+quan|bộ\s+phận|phòng|ban|người|cán\s+bộ)\W.*)?(?:thực\s+hiện|chủ\s+trì|phụ\s+trách)|phân\s+công.*"
    r"|trách\s+nhiệm.*",
    re.IGNORECASE,
)
"""The words over several columns that are each called by a body, and marked for whoever does the task."""
_JOINING: Final = lazy_pattern(
    r"(?!.*chủ\s+trì)(?:(?:đơn\s+vị|cơ\s+quan|bộ\s+phận|phòng|ban)\W.*)?phối\s+hợp(?:\s+thực\s+hiện)?", re.IGNORECASE
)
"""Those over columns that are marked for whoever cooperates."""

_IN_A_YEAR: Final = {"tháng": 12, "quý": 4}
"""How many columns of these periods make a year."""
_CROSS: Final = lazy_pattern(r"\s*[xX×✓✔☑●•v]\s*(?:\(nếu\s+có\)\s*)?")
"""What marks a cell of a schedule."""
_NOTHING: Final = lazy_pattern(r"[\s\-–—/.]*|\s*không\s*", re.IGNORECASE)
"""What says that a cell of a schedule is not marked."""
_DATED: Final = lazy_pattern(r"\d\s*/\s*\d|\b(?:ngày|tuần|tháng|quý)\s+(?:\d|[IVX]+\b)", re.IGNORECASE)
"""Words that name a day or a period."""
_REPEATED: Final = lazy_pattern(
    r"\b(?:(?:hằng|hàng|mỗi|từng)\s+|báo\s+cáo\s+(?:\w+\s+){0,2}?)(?P<unit>tháng|quý|năm)\b(?!\s*(?:\d|[IVX]+\b))"
    r"|\bđịnh\s+kỳ\b|\bgiao\s+ban\b",
    re.IGNORECASE,
)
"""What a task says that is done anew in each period."""
_ASIDE: Final = lazy_pattern(r"\s*\([^()]*\)\s*$")
"""Words in brackets behind those over several columns, such as a legend."""


def periods_of(columns: Sequence[Column]) -> Iterator[tuple[str, str]]:
    """Yield the keys of the columns that are called by a period, each with that period.

    Numbers from 1 to 12 below nothing but a year are months, I to IV quarters. Where no column has the time, other
    parts of one (Tuần 1 below Thời gian thực hiện) count, too, though nobody may be able to read them.
    """
    headers = {column.key: column.header for column in columns if column.key}
    last: dict[str, set[str]] = {}
    for header in headers.values():
        above, _break, below = header.strip().rpartition("\n")
        last.setdefault(above, set()).add(below.strip().lstrip("0"))
    whole = {above for above, numbers in last.items() if numbers >= {str(month) for month in range(1, 13)}}
    quarters = {above for above, numbers in last.items() if numbers == {"I", "II", "III", "IV"}}
    parted = {above for above, numbers in last.items() if numbers == _months_of(last_line(above))}
    is_timed = any(column.role == "time" for column in columns)
    for key, header in headers.items():
        above = header.strip().rpartition("\n")[0]
        months = above in whole | parted or (any(map(_IN_YEAR.search, whole)) and _IN_YEAR.search(above) is not None)
        unit = "tháng" if months else "quý" if above in quarters and _TIMED.search(above) else ""
        if period := period_of(header, unit=unit) or ("" if is_timed else _part_of(header)):
            yield key, period


def crossed(columns: Sequence[Column], cells: Mapping[str, str | None], content: str) -> tuple[str, bool]:
    """Return what cells below periods say, and whether neighbouring ones that are only crossed were taken for one.

    “Tháng 3, Tháng 4” is one time, “Tháng 3; Tháng 5” are two, and so is what ``content`` says to be done in each
    (giao ban, hằng tháng). Below a year words may be a target.
    """
    said, before, joins = "", "", False
    called = dict(periods_of(columns))
    for key, period in called.items():
        cell = (cells.get(key) or "").strip()
        words = period if is_cross(cell) else "" if is_year(period) or is_unmarked(cell) else cell
        unit = period.split()[0].lower() if is_cross(cell) and not is_year(period) else ""
        is_one = bool(unit) and unit == before and not _is_repeated(content, unit)
        said += (", " if is_one else "; ") * bool(said and words) + words
        before, joins = unit, joins or is_one
    waves = _waves({column.key: column.header.strip() for column in columns if column.key not in called}, cells)
    return "; ".join(filter(None, (said, *waves))), joins


def is_crossed_throughout(columns: Sequence[Column], cells: Mapping[str, str | None], content: str) -> bool:
    """Tell whether each of a year's months or quarters is only crossed, and ``content`` does not say how often.

    Perhaps once in each of them, or all the time: no one day is the end of that.
    """
    called = dict(periods_of(columns))
    units = {period.split()[0].lower() for period in called.values()}
    crosses = sum(is_cross(cells.get(key) or "") for key in called)
    is_whole = len(units) == 1 and crosses == len(called) == _IN_A_YEAR.get(next(iter(units)))
    return is_whole and not _is_repeated(content, next(iter(units)))


def _waves(headers: Mapping[str | None, str], cells: Mapping[str, str | None]) -> Iterator[str]:
    """Yield what cells below waves (Đợt 1) say of when; other words than crosses and days may be shares of a sum."""
    for key, header in headers.items():
        cell = (cells.get(key or "") or "").strip()
        if (wave := _WAVE.fullmatch(header)) and (is_cross(cell) or _DATED.search(cell)):
            when = (wave["when"] or wave["then"] or "").strip()
            yield cell if not is_cross(cell) else when if _DATED.search(when) else header


def _is_repeated(content: str, unit: str) -> bool:
    return any(found["unit"] is None or found["unit"].lower() == unit for found in _REPEATED.finditer(content))


def bodies_of(columns: Sequence[Column], part: Literal["lead", "coop"] = "lead") -> dict[str, tuple[str, str]]:
    """Return the keys of several columns below one header of who does tasks, with the name of each and that header.

    ``part``: whether those do them or cooperate.
    """
    over_bodies = _WHO if part == "lead" else _JOINING
    found: dict[str, tuple[str, str]] = {}
    for column in columns:
        above, _break, name = column.header.strip().rpartition("\n")
        over = last_line(above)
        if column.key and over_bodies.fullmatch(_ASIDE.sub("", over)) and not over_bodies.fullmatch(name.strip()):
            found[column.key] = name.strip(), over
    return found if len({over for _name, over in found.values()}) == 1 and len(found) > 1 else {}


def _part_of(header: str) -> str:
    """Return the words above a column that is a part of the time; with those above it where they are a bare number."""
    if not is_part_of_time(header):
        return ""
    above, _break, below = (line.strip() for line in header.strip().rpartition("\n"))
    return f"{last_line(above)}: {below}" if len(below) < len("tuần") else below


def _months_of(words: str) -> set[str]:
    """Return the numbers of the months of the quarter that is all that words say; nothing for others."""
    found = _BARE_QUARTER.fullmatch(words)
    if found is None:
        return set()
    number = _ROMAN.get(found[1].upper()) or int(found[1])
    return {str(month) for month in range(3 * number - 2, 3 * number + 1)}


def is_part_of_time(header: str) -> bool:
    """Tell whether a column stands below the words of a time, and is called by a part of it; or by a week."""
    above, _break, below = header.strip().rpartition("\n")
    return (_TIMED.search(above) and _PART.fullmatch(below)) is not None or _WEEK.fullmatch(below) is not None


def is_year(period: str) -> bool:
    """Tell whether the period above a column is a year, or several: what stands there may be a target, too."""
    return period.startswith("Năm ")


@lru_cache(maxsize=1024)
def period_of(header: str, *, unit: str = "") -> str:
    """Return the period that the words above a column name, with its year; nothing for others.

    ``unit``: what numbers count that stand below nothing but a year, tháng or quý.
    """
    above, _break, below = header.strip().rpartition("\n")
    words, lines = below.strip(), [line.strip() for line in above.split("\n")]
    unit = next((found[1].lower() for line in lines if (found := _UNDER.fullmatch(line))), unit)
    if short := _MONTH.fullmatch(words):
        is_week = _OVER_WEEKS.fullmatch(last_line(above)) is not None
        words = f"{'Tuần' if is_week else 'Tháng'} {short[1]}{short[2]}"
        if is_week:
            return words
    elif short := _QUARTER.fullmatch(words):
        words = f"Quý {short[1]}{short[2]}"
    elif unit and _NUMBERS[unit].fullmatch(words):
        words = f"{unit.capitalize()} {words}"
    elif years := _YEAR.fullmatch(words):
        over = last_line(above)
        return f"Năm {years[1]}" if _YEARS.fullmatch(over) or _TIMED.search(over) else ""
    elif not _PERIOD.fullmatch(words):
        return ""
    year = next((found[1] or found[2] for line in lines if (found := _IN_YEAR.search(line))), None)
    return words if year is None or re.search(r"\d{4}", words) else f"{words}/{year}"


def is_cross(words: str) -> bool:
    """Tell whether words only mark a cell of a schedule."""
    return _CROSS.fullmatch(words) is not None


def is_unmarked(words: str) -> bool:
    """Tell whether a cell of a schedule is blank, or says that it is not marked."""
    return _NOTHING.fullmatch(words) is not None


def last_line(header: str) -> str:
    """Return the last line of the words above a column, or of a heading."""
    return header.strip().rpartition("\n")[2].strip()
