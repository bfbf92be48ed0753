"""Years in running words: which of them are the plan's or reckoned from it, which are facts, which nobody can tell.

A year is moved only where its form and the words around it leave no doubt. Numbers and days of documents, programmes of
several years and results that were measured are no matter of the plan's year.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.moving.beside import Beside, day_in, is_named, reckoned
from kshc_cli.reading.moving.spot import Spot, Verdict
from kshc_cli.reading.times.days.hours import weekday_name
from kshc_cli.reading.times.days.year_names import name_of, named_years

FIGURES: Final = lazy_pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)
"""A year in figures."""


_BREAK: Final = lazy_pattern(r"[;\n]|[.!?](?=\s|$)")
_NUMBERED: Final = lazy_pattern(r"(?:\d|\]|…|\.\.|\bsố\s?)\s?/\s?(?:\d{4}\s?/\s?)?[^\W\d_a-zà-ỹ][\w&\[\]?.-]*")
"""The number of a document with its symbol: 12/KH-UBND, 63/2010/NĐ-CP."""
_SYMBOL_BEHIND: Final = lazy_pattern(r"\s?/\s?[^\W\d]")
_NUMBER_BEFORE: Final = lazy_pattern(r"(?:\b[sS]ố|\b[sS]ố:)\s*$|(?:[^\W\d_](?<![IVXivxQl])){2,}\s?/\s?$")
_CITED_DAY: Final = lazy_pattern(
    r"[\s,(]*(?:của\s[^;.\n]{1,100}?)?[\s,(]*(?:ký\s+|ban\s+hành\s+)?ngày\s+$", re.IGNORECASE
)
_LAW: Final = lazy_pattern(
    r"\b(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư|Quyết định|Chỉ thị|Kết luận|Công văn"
    r"|Công điện|Thông báo|Tờ trình|Hướng dẫn|Đề án|Quy định|Quy chế|Văn bản)\b(?! này)[^,;\n]*$"
)
_ACTS: Final = lazy_pattern(
    r"\b(?:ban hành|sửa đổi|bổ sung|thành lập|công nhận|khởi công|phê duyệt|ký kết|ký|sinh|công bố|xếp hạng|từ|đến|tới"
    r"|hợp nhất|sáp nhập|phát động|tầm nhìn|trước|sau|đến hết|tới hết)\s+(?:vào\s+|trong\s+)?(?:năm\s+)?$"
    r"|\bvào\s+năm\s+$",
    re.IGNORECASE,
)
_OCCASION: Final = lazy_pattern(
    r"\blần (?:thứ\b|[IVXLC]+\b)|\b(?:đại hội|tổng điều tra|bầu cử|kỷ niệm|kỉ niệm)\b|\bsinh\s+(?:vào\s+)?năm\s*$",
    re.IGNORECASE,
)
"""What has its own year, or is counted: Đại hội lần thứ V năm 2026."""
_ORDINAL: Final = lazy_pattern(r"\s*(?:là|:)\s*năm\s+(?:thứ|đầu|cuối|bản lề)", re.IGNORECASE)
"""What a year is said to be in a row of years."""
_SPANNED: Final = lazy_pattern(
    r"\b(?:giai đoạn|nhiệm kỳ|thời kỳ|thời kì|khóa|khoá|nhiệm kì|chu kỳ)\b[^,;\n\d]*$", re.IGNORECASE
)
_SEVERAL: Final = lazy_pattern(r"\b(?:các|những|mỗi)\s+năm\s+(?:\(|:)?\s*$", re.IGNORECASE)
_SCHOOL: Final = lazy_pattern(r"\bnăm học(?:\s*:)?\s+$", re.IGNORECASE)
_RESULT: Final = lazy_pattern(
    r"%|\b(?:đạt|đã|tăng|giảm|xếp|hạng|được|vượt|bằng|chiếm|còn|tỷ lệ|tỉ lệ|tồn|điểm)\b|\d\s*/\s*\d+\s+[^\W\d]",
    re.IGNORECASE,
)
_COMPARED: Final = lazy_pattern(r"\bso với (?:cùng kỳ )?(?:của )?năm\s+$", re.IGNORECASE)
_IN_FORCE: Final = lazy_pattern(r"\b(?:hiệu lực|thi hành từ|áp dụng từ|thi hành kể từ)\b", re.IGNORECASE)
_LUNAR: Final = lazy_pattern(r"âm lịch|\bAL\b|\btháng (?:giêng|chạp)\b|\brằm\b|\bmùng\b|\bmồng\b", re.IGNORECASE)
_DAY: Final = lazy_pattern(
    r"(?:ngày\s+)?(?<!\d)(?P<day>\d{1,2}|\[\?\]|[….]+)\s*"
    r"(?:(?:[/.-]\s*|tháng\s+)(?P<month>\d{1,2})\s*(?:[/.-]\s*(?:năm\s+)?|,?\s*năm\s+))$",
    re.IGNORECASE,
)
_LIMIT: Final = lazy_pattern(
    r"\b(?:trước|đến|tới|từ|chậm nhất|muộn nhất|hết|xong|vào|quá|hạn|hạn chót|chậm nhất là|trong|kể từ|sau)\s*:?\s*$",
    re.IGNORECASE,
)
_TOLD_BY: Final = lazy_pattern(
    r"\b(?:ban hành|nộp|có mặt|xảy ra|khởi công|sinh|cấp|tính|thành lập|tiếp nhận|phát sinh|công bố|ký|đã \w+|số liệu)"
    r"\s+(?:đến|tới|trước|trong|từ|vào|hết)?\s*$",
    re.IGNORECASE,
)
"""Words behind which a day perhaps tells when something happened."""
_OPENS: Final = lazy_pattern(r"\b(?:từ|kể từ|sau|vào|trong)\s*$", re.IGNORECASE)
_GOES_ON: Final = lazy_pattern(r"\s*(?:đến|tới|-|–)", re.IGNORECASE)
_FIRM_LIMIT: Final = lazy_pattern(r"\b(?:trước|chậm nhất|muộn nhất|hết|xong|quá)\s*(?:là\s*)?$", re.IGNORECASE)
_RANGE_OF_DAYS: Final = lazy_pattern(r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[-–—]\s*$|ngày\s+\d{1,2}\s*[-–—,]\s*$")
_COUNT: Final = r"\d{1,2}|[IV]{1,3}|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?:\s+(?:một|hai))?"
_MONTH: Final = lazy_pattern(
    rf"\b(?:tháng|quý|quí|Q|Q\.)\s*(?:{_COUNT})(?:\s*(?:,|và|-|–|—|đến)\s*(?:tháng\s+|quý\s+|quí\s+)?"
    rf"(?:{_COUNT}))*\s*(?:[/.–-]\s*(?:năm\s+)?|,?\s*(?:của\s+)?năm\s+|\s+)$",
    re.IGNORECASE,
)
_YEAR: Final = lazy_pattern(r"\bnăm(?:\s+kế hoạch|\s+ngân sách|\s+công tác)?\s+$", re.IGNORECASE)
_WITHIN: Final = lazy_pattern(r"\b(?:trong|cả|cuối|hết|suốt)\s+năm\s+$", re.IGNORECASE)
_BETWEEN: Final = lazy_pattern(r"[\s,;/–—-]*(?:và|hoặc|đến|sang|tới|với)?\s*(?:hết\s+)?(?:năm\s+)?", re.IGNORECASE)
_DASH: Final = lazy_pattern(r"\s*[-–—]\s*")
_OPEN: Final = frozenset((Verdict.BARE, Verdict.DOUBTFUL))
_AROUND: Final = 1
"""By how many years a year may differ from the plan's and still be reckoned from it."""


def spots(words: str, year: int, years: int) -> tuple[Spot, ...]:
    """Return the years in words of the plan of ``year``, as they move by ``years``."""
    found = [_judged(words, match, year, years) for match in FIGURES.finditer(words)]
    found = [*_spans(words, found, year), *_named(words, year)]
    found.sort(key=lambda spot: spot.start)
    return tuple(_within_clauses(words, list(_agreeing(words, found))))


def _judged(words: str, match: re.Match[str], year: int, years: int) -> Spot:
    before, behind = _clause(words, match.start(), match.end())
    spot = Spot(match.start(), match.end(), int(match[0]), Verdict.MOVED)
    if _SYMBOL_BEHIND.match(behind) or _NUMBER_BEFORE.search(before):
        return replace(spot, verdict=Verdict.FACT)
    day = _DAY.search(before)
    if day and _is_cited(before[: day.start()], before[day.start() :]):
        return replace(spot, verdict=Verdict.FACT)
    if abs(spot.year - year) > _AROUND:
        return replace(spot, verdict=Verdict.FACT)
    if day:
        return _judged_day(spot, day, (before, behind), year, years)
    why = _year_doubt(before, behind, spot.year, year)
    if why:
        return replace(spot, verdict=Verdict.DOUBTFUL, why=why)
    is_plain = _MONTH.search(before) or _YEAR.search(before)
    why = "" if is_plain else _("A year stands alone here; the words do not tell of what it is.")
    return replace(spot, verdict=Verdict.MOVED if is_plain else Verdict.BARE, why=why)


def _judged_day(spot: Spot, day: re.Match[str], around: tuple[str, str], year: int, years: int) -> Spot:
    """Judge the year of a day, with what stands beside the day and changes with it."""
    before, behind = around
    beside = reckoned(before, day, behind, (spot.year, spot.year + years))
    why = _day_doubt(before, behind, day, spot.year + years, beside)
    if why:
        return replace(spot, verdict=Verdict.DOUBTFUL, why=why)
    ahead = before[: day.start()]
    old, new = (day_in(number, day) for number in (spot.year, spot.year + years))
    new = beside.told.day if beside else new
    spot = replace(spot, days=(old, new) if old and new else None)
    if beside:
        start, end = spot.start - beside.before, spot.end + beside.behind
        told, is_lunar = tuple(beside.told.sentences()), beside.told.is_lunar
        spot = replace(spot, start=start, end=end, ahead=beside.ahead, tail=beside.tail, told=told, is_lunar=is_lunar)
        ahead, behind = before[: len(before) - beside.before], behind[beside.behind :]
    if spot.is_lunar or (_is_limited(ahead, behind) and spot.year >= year):
        return spot
    why = _("The words do not tell whether this day is one that the plan sets.")
    return replace(spot, verdict=Verdict.BARE, why=_named_day(beside.told.day) if beside else why)


def _clause(words: str, start: int, end: int) -> tuple[str, str]:
    """Return the words before and behind a place up to the ends of its clause."""
    begin = max((one.end() for one in _BREAK.finditer(words, 0, start)), default=0)
    stop = _BREAK.search(words, end)
    return words[begin:start], words[end : stop.start() if stop else len(words)]


def _is_cited(before: str, day: str) -> bool:
    """Tell whether a day is that of a document: behind its number, or its kind, and no limit of the plan."""
    if _LIMIT.search(before):
        return False
    ahead = before + ("ngày " if day.lower().startswith("ngày") else "")
    numbers = [one.end() for one in _NUMBERED.finditer(ahead)]
    if numbers and _CITED_DAY.fullmatch(ahead, numbers[-1]):
        return True
    return bool(_LAW.search(before)) and day.lower().startswith("ngày")


def _is_limited(ahead: str, behind: str) -> bool:
    """Tell whether the words before and behind a day set it as a limit; from when something is so may be a fact."""
    if _TOLD_BY.search(ahead) or (_OPENS.search(ahead) and not _GOES_ON.match(behind)):
        return False
    return bool(_LIMIT.search(ahead) or _RANGE_OF_DAYS.search(ahead))


def _day_doubt(before: str, behind: str, day: re.Match[str], new_year: int, beside: Beside | None) -> str:
    """Say why a day is not surely one that moves; nothing where it is."""
    ahead = before[: day.start()]
    new = day_in(new_year, day)
    if new is None and beside is None and day["day"].isdigit():
        return _("{day}/{month}/{year} is no day.").format(day=day["day"], month=day["month"], year=new_year)
    if new and beside is None and is_named(ahead, behind):
        return _named_day(new)
    if not (beside and beside.told.is_lunar) and _LUNAR.search(before + behind):
        return _("A lunar day falls on another day in each year.")
    if _IN_FORCE.search(before):
        return _in_force()
    if _NUMBERED.search(before) and not _FIRM_LIMIT.search(ahead):
        return _of_a_document()
    return ""


def _named_day(new: date) -> str:
    """Say which day of the week a day of the new year is."""
    return _("The words name a day of the week; {day} is {weekday}.").format(
        day=f"{new.day}/{new.month}/{new.year}", weekday=weekday_name(new.weekday())
    )


def _year_doubt(before: str, behind: str, year: int, plan_year: int) -> str:
    """Say why a year, or a month of it, is not surely reckoned from the plan's; nothing where it is."""
    within = bool(_WITHIN.search(before))
    month = bool(_MONTH.search(before))
    if _IN_FORCE.search(before):
        return _in_force()
    if _NUMBERED.search(before):
        return _of_a_document()
    if _SPANNED.search(before) or (not month and _SEVERAL.search(before)):
        return _of_several()
    if not within and not month and _LAW.search(before):
        return _of_a_document()
    if _OCCASION.search(before) or _OCCASION.search(behind):
        return _fact()
    if _ORDINAL.match(behind) or (not within and not month and _ACTS.search(before)):
        return _fact()
    if year < plan_year and not _COMPARED.search(before) and _RESULT.search(before + behind):
        return _("A result of an earlier year seems to be told.")
    return ""


def _fact() -> str:
    return _("What the words tell of this year may be a fact, or a goal.")


def _in_force() -> str:
    return _("From when on a document holds is no matter of the plan's year.")


def _of_a_document() -> str:
    return _("A document is cited here; there may be a newer one.")


def _of_several() -> str:
    return _("The words name several years.")


def _spans(words: str, found: Sequence[Spot], year: int) -> Iterator[Spot]:
    """Yield the years with those of spans judged together: a school year moves, a programme of years does not."""
    row = list(found)
    for number, (first, last) in enumerate(pairwise(found)):
        if not _DASH.fullmatch(words, first.end, last.start) or first.year >= last.year:
            continue
        before, behind = _clause(words, first.start, last.end)
        near = all(abs(one.year - year) <= _AROUND for one in (first, last))
        if near and _SCHOOL.search(before) and not _NUMBERED.search(before) and not _SYMBOL_BEHIND.match(behind):
            row[number : number + 2] = [replace(one, verdict=Verdict.MOVED, why="") for one in (first, last)]
            continue
        verdict = Verdict.FACT if last.year - first.year > 1 else Verdict.DOUBTFUL
        row[number : number + 2] = [replace(one, verdict=verdict, why=_of_several()) for one in (first, last)]
    yield from row


def _named(words: str, year: int) -> Iterator[Spot]:
    """Yield the names of years near the plan's; one that is written in another way than ours stays."""
    for start, end, named in named_years(words, range(year - _AROUND, year + _AROUND + 1)):
        same = words[start:end] == name_of(named)
        why = "" if same else _("A year is called by its name here.")
        why = _fact() if _OCCASION.search(words[:start]) else why
        yield Spot(start, end, named, Verdict.DOUBTFUL if why else Verdict.MOVED, why, named=True)


def _agreeing(words: str, found: Sequence[Spot]) -> Iterator[Spot]:
    """Yield the years; of several that stand side by side none moves alone."""
    row = list(found)
    steps = [*range(len(row) - 1), *reversed(range(len(row) - 1))]
    for number in steps:
        one, other = row[number], row[number + 1]
        if not _BETWEEN.fullmatch(words, one.end, other.start):
            continue
        if (one.verdict is Verdict.MOVED) == (other.verdict is Verdict.MOVED):
            continue
        for place in (number, number + 1):
            if row[place].verdict is Verdict.MOVED:
                row[place] = replace(row[place], verdict=Verdict.DOUBTFUL, why=_of_several())
    yield from row


def _within_clauses(words: str, found: Sequence[Spot]) -> Iterator[Spot]:
    """Yield the years; where one of a clause is in doubt, none of it moves by its form alone."""
    ends = [one.start() for one in _BREAK.finditer(words)]
    clauses = [bisect_left(ends, spot.start) for spot in found]
    doubted = {clause for clause, spot in zip(clauses, found, strict=True) if spot.verdict in _OPEN}
    for clause, spot in zip(clauses, found, strict=True):
        is_doubted = spot.verdict is Verdict.MOVED and clause in doubted
        yield replace(spot, verdict=Verdict.BARE, why=_beside_another()) if is_doubted else spot


def _beside_another() -> str:
    return _("Another year beside it may not move.")
