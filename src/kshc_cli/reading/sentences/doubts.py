"""What leaves a time of a sentence in doubt, though its own words are clear: the year, whose it is, of which share."""

import re
from collections.abc import Iterator
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.times.acts.act_verbs import VERBS
from kshc_cli.reading.times.acts.act_words import THINGS, WHO
from kshc_cli.reading.times.cell import TimeCell
from kshc_cli.reading.values import Deadline, Recurring, TimePart, TimeReading

_REPORTS: Final = lazy_pattern(
    r"\b(?:báo cáo|tổng kết|sơ kết|tổng hợp|đánh giá|quyết toán|xếp loại|bình xét|kiểm điểm)\b", re.IGNORECASE
)
_YEARLY: Final = lazy_pattern(r"\b(?:năm|6 tháng cuối năm)\b(?!\s+(?:học|\d))", re.IGNORECASE)
_YEAR: Final = lazy_pattern(r"\bnăm\s+(\d{4})\b", re.IGNORECASE)
_NEXT_YEAR: Final = lazy_pattern(r"\bnăm\s+(?:sau|tới)\b", re.IGNORECASE)
_LATER_YEARS: Final = lazy_pattern(
    r"(?:^|[,;:(]|\bvà\b)\s*(?:(?:trong|vào|từ)\s+)?(?:các|những)\s+năm\s+(?:tiếp theo|tiếp sau|sau|tới|kế tiếp)\b"
    r"[^,;.:]{0,60}[,:]?\s*$",
    re.IGNORECASE,
)
"""What stands before a time of the years behind the plan's."""
_QUARTER: Final = lazy_pattern(r"\bquý\s+(?:I|II|III|IV|[1-4])\b", re.IGNORECASE)
_LATER_QUARTER: Final = lazy_pattern(r"\bquý\s+(?:II|III|IV|[2-4])\b(?!\s*/\s*\d|\s+năm\s+\d)", re.IGNORECASE)
_MONTH: Final = lazy_pattern(r"\btháng\s+\d{1,2}\b", re.IGNORECASE)
_NAMED: Final = lazy_pattern(
    r"\b(?:quý\s+(?P<quarter>IV|I{1,3}|[1-4])|tháng\s+(?P<month>1[0-2]|0?[1-9])|(?P<half>0?6|sáu)\s+tháng(?!\s+cuối))\b"
    r"(?!\s*[/.-]\s*\d{1,2}\b)(?:(?:\s*[/.,-])?\s*(?:năm\s+)?(?P<year>\d{4})\b)?",
    re.IGNORECASE,
)
"""The period that a report is about."""
_QUARTERS: Final = {"i": 3, "ii": 6, "iii": 9, "iv": 12}
"""The last months of quarters."""
_HALF: Final = 5
"""The month from which on reports on half a year are due."""
_OFTEN: Final = lazy_pattern(r"\b(?:hằng|hàng|mỗi|định kỳ|các)\b", re.IGNORECASE)
_HAS_YEAR: Final = lazy_pattern(r"\d{4}|năm\s+(?:nay|sau|tới)", re.IGNORECASE)
_SHARE: Final = lazy_pattern(
    r"\d\s*%|\b(?:số|phần|những|các|khối lượng|diện tích)\s+(?:\w+\s+){0,3}còn lại\b", re.IGNORECASE
)
_CITES: Final = lazy_pattern(
    r"\bsố\s+\d+\s*[/-]?\s*\w[^;]*?\b(?:yêu cầu|đề nghị|chỉ đạo|quy định|giao|đề ra|ấn định)\b[^,;]*$"
    r"|\b(?:theo|căn cứ|thực hiện|trên cơ sở)\b[^;(]*\bsố\s+\d[^;()]*\([^()]*$",
    re.IGNORECASE,
)
"""A document that is cited, and what it wants: theo Công văn số 15/SNV yêu cầu báo cáo |; Kế hoạch số 20/KH-UBND (|."""
_GROUND: Final = lazy_pattern(
    r"(?:^|[,;(])\s*(?:theo|căn cứ(?: vào)?|trên cơ sở|dựa trên)\s+(?:[^\s,;(]+\s+){1,4}(?:của|do)\s[^,;]*$",
    re.IGNORECASE,
)
"""What others do, on which the duty stands: Phòng Kinh tế, trên cơ sở đề xuất của Công an xã |, trình …."""
_TERM: Final = lazy_pattern(r"\w\s\Z")
_HAS_TERM: Final = lazy_pattern(
    r"(?:thời hạn|thời gian|hiệu lực)\s+(?:\w+\s+){0,2}?(?:từ|đến|trước|trong|là)\b", re.IGNORECASE
)
"""How a time begins that says how long what stands before it lasts: hợp đồng thuê đất | thời hạn từ …."""
_CALENDAR: Final = lazy_pattern(
    r"\b(?:(?<!du )(?<!lý )(?<!âm )(?<!dương )lịch|giấy mời|thư mời|thông báo mời|vé)\b[^,;]*\Z", re.IGNORECASE
)
"""What says itself when something is: lịch tiếp công dân | ngày 15 hằng tháng."""
_COUNT: Final = (
    r"(?:\d{1,3}(?:\s*(?:-|–|đến)\s*\d{1,3})?|nửa|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?:\s+lăm)?|(?:ba|hai)\s+mươi|vài|mấy"
    r"|ít)"
)
_LENGTH: Final = lazy_pattern(
    rf"(?<![\w/.])(?:(?:ít nhất|tối thiểu|chậm nhất|muộn nhất)\s+(?:là\s+)?)?"
    rf"(?:(?P<months>(?:0?[369]|12|ba|sáu|chín)\s+tháng)|{_COUNT}\s+(?:giờ|ngày|hôm|tuần(?:\s+lễ)?|tháng|quý|năm))"
    r"(?:\s+(?:làm việc|liền|liên tục|liên tiếp))*\s+\Z",
    re.IGNORECASE,
)
"""How long before a day something is done."""
_YEAR_TOO: Final = lazy_pattern(r"[^;]{0,60}?(?:,|\bvà)\s*(?:(?:cả )?năm|quý)\s+trước\b", re.IGNORECASE)
"""What follows the day of the report on half a year: …, năm trước 15/12."""
_EARLIER: Final = lazy_pattern(r"trước\b", re.IGNORECASE)
_NEAR: Final = 300
"""Characters before a time that are looked at; it keeps reading linear in the length of the text."""
_THEN: Final = lazy_pattern(r"(?:vào\s+)?(?:ngày|từ|lúc|sáng|chiều|tối|thứ)\b", re.IGNORECASE)
SETS: Final = lazy_pattern(
    r"\b(?:bổ sung|sửa đổi|điều chỉnh|quy định|thông báo|công bố|ấn định|thống nhất|kéo dài)"
    r"\s+(?:về\s+)?(?:mốc\s+)?(?:thời hạn|thời gian|thời điểm|tiến độ)\b",
    re.IGNORECASE,
)
"""Words that make the time itself what is done: bổ sung thời hạn đến ngày 30/6."""
TITLE: Final = 12
"""Characters of a time's own title, with which it begins."""
_EARLY: Final = 3
"""The last month in which reports on the year before are due."""
_OWES: Final = frozenset({("dự", "kiến"), ("phấn", "đấu")})
_MUST: Final = frozenset({"phải", "cần", "sẽ"})
_THOSE: Final = frozenset({"các", "những", "từng"})
_WHOSE: Final = frozenset({"của", "do", "cầu"})
"""Words before those who send what is worked on: nhu cầu của | các đơn vị gửi."""
_TOWARDS: Final = frozenset({"về", "đến", "lên", "tới"})
_ACCOUNTS: Final = frozenset({"quả", "cáo", "liệu", "sơ", "hình", "kiến", "bản", "sách", "dung", "xuất", "ký"})
"""The ends of what others send: kết quả | các đơn vị báo cáo."""
_BODY: Final = 4
"""Words of those whom a verb follows."""


def is_of_year_after(before: str, read: TimeReading, year: int) -> bool:
    """Tell whether a day without its year is perhaps in the year after, or a rule is none, for what the act names.

    báo cáo quý IV trước ngày 20/01 · báo cáo quý I trước ngày 28/02 · tham mưu Kế hoạch năm 2027 trước ngày 15/01 ·
    báo cáo quý IV trước ngày 05 tháng đầu quý sau · các năm tiếp theo trước ngày 30/6.
    """
    if _LATER_YEARS.search(before):
        return True
    act = before.rstrip(" ,")
    act = act[max(act.rfind(","), act.rfind(";")) + 1 :]
    return any(is_early(act, part, year) or _is_once(act, part) for part in read.parts)


def is_early(act: str, part: TimePart, year: int) -> bool:
    """Tell whether a day without its year lies before what an act is about has ended: báo cáo quý IV … 10/01."""
    if not isinstance(part, Deadline) or part.due is None or _HAS_YEAR.search(part.words):
        return False
    reports = _REPORTS.search(act) is not None
    if reports and any(part.due.month < month for month in _months_of(act, year)):
        return True
    years = [int(found[1]) for found in _YEAR.finditer(act)]
    if part.due.month > _EARLY:
        return False
    if _NEXT_YEAR.search(act):
        return True
    if years:
        return max(years) > year or (reports and max(years) == year)
    return reports and (_LATER_QUARTER.search(act) or _YEARLY.search(act)) is not None


def _months_of(act: str, year: int) -> Iterator[int]:
    """Yield the months from which on what is said of periods of the plan's year can be reported: the last of quý I."""
    for found in _NAMED.finditer(act):
        if found["year"] and int(found["year"]) < year:
            continue
        quarter = found["quarter"]
        if quarter:
            yield _QUARTERS.get(quarter.lower()) or 3 * int(quarter)
        else:
            yield int(found["month"]) if found["month"] else _HALF


def _is_once(act: str, part: TimePart) -> bool:
    """Tell whether words that name no rule stand behind a period that comes but once: báo cáo quý I …."""
    if not isinstance(part, Recurring) or _OFTEN.search(part.words) or _OFTEN.search(act):
        return False
    return (_QUARTER.search(act) or _MONTH.search(act)) is not None


def is_of_share(clause: str, start: int) -> bool:
    """Tell whether a time is that of one of several shares: hoàn thành 50% trước ngày 30/6, 100% trước ngày 31/12.

    The last of them may be what is left: …, số còn lại trong tháng 11.
    """
    if "%" not in clause or len(_SHARE.findall(clause)) < 2:
        return False
    begin = clause.rfind(",", 0, start) + 1
    return _SHARE.search(clause, begin) is not None


def is_of_paper(clause: str, start: int) -> bool:
    """Tell whether a time is perhaps that of a paper: of one that is cited, that lasts, or that says when something is.

    căn cứ Kế hoạch số 20/KH-UBND (hoàn thành trước …) tham mưu · lập hợp đồng thời hạn từ … · lập lịch trực ngày ….
    """
    before = clause[:start]
    if _CITES.search(before) and not (
        before.rstrip().endswith("(") and not clause[clause.find(")", start) + 1 :].strip(" .")
    ):
        return True
    if names_term(clause, start):
        return True
    return _THEN.match(clause, start) is not None and _CALENDAR.search(before) is not None


def length_before(clause: str, start: int) -> int | None:
    """Return where the length begins by which a day is earlier than the one named: gửi | 15 ngày trước ngày 20/6.

    None where a report is on so many months: báo cáo 6 tháng | trước ngày 20/6; 6 tháng | trước 15/6, năm trước 15/12.
    """
    found = _LENGTH.search(clause, max(start - _NEAR, 0), start) if _EARLIER.match(clause, start) else None
    if found is None or not found["months"]:
        return None if found is None else found.start()
    reports = _REPORTS.search(clause, clause.rfind(",", 0, start) + 1, start) or _YEAR_TOO.match(clause, start)
    return None if reports else found.start()


def is_of_ground(sentence: str, start: int) -> bool:
    """Tell whether a time is when others do what the duty stands on: …, trên cơ sở đề xuất của các đơn vị | trước …."""
    return _GROUND.search(sentence[max(start - _NEAR, 0) : start]) is not None


def names_term(clause: str, start: int) -> bool:
    """Tell whether a time says how long what stands right before it lasts: lập hợp đồng thuê đất | thời hạn từ …."""
    is_term = _HAS_TERM.match(clause, start) is not None and _TERM.search(clause[max(start - 2, 0) : start]) is not None
    return is_term and SETS.search(clause, 0, start + TITLE) is None


def owes_thing(cell: TimeCell, at: int) -> bool:
    """Tell whether a verb at ``at`` says when a thing is to be done: rà soát dự án cần | hoàn thành trước …."""
    must = at - 1 if cell.word(at - 1) in _MUST else None
    hopes = at - 2 if cell.words[at - 2 : at] in _OWES else at if cell.words[at : at + 2] in _OWES else None
    end = must if must is not None else hopes
    if not end or not cell.word(end - 1).isalnum() or cell.word(end - 1) == "và":
        return False
    begin = end
    while begin and cell.word(begin - 1).isalnum():
        begin -= 1
    if cell.word(begin) == "việc":
        return False
    verb = any(0 < (VERBS.end(cell, place) or 0) < end for place in range(begin, end))
    thing = any(THINGS.end(cell, place) is not None for place in range(begin, end))
    return verb and (must is not None or thing)


def is_of_others(cell: TimeCell, at: int) -> bool:
    """Tell whether what others do is due, of which the duty makes something: kết quả | các đơn vị báo cáo trước …."""
    begin = at
    while begin and cell.word(begin - 1) not in {",", ";", "("}:
        begin -= 1
    sent = at - (cell.word(at - 1) in _TOWARDS)
    return any(
        cell.word(place) in _THOSE
        and (
            (cell.word(place - 1) in _ACCOUNTS and bool(_done_by(cell, place, at)))
            or (cell.word(place - 1) in _WHOSE and sent in _done_by(cell, place, at))
        )
        for place in range(begin + 1, at)
    )


def _done_by(cell: TimeCell, at: int, end: int) -> list[int]:
    """Return where the words end of what others do who stand at ``at``: các đơn vị báo cáo |."""
    if WHO.end(cell, at) is None:
        return []
    places = range(at + 2, min(at + _BODY + 1, end))
    return [behind for place in places if (behind := VERBS.end(cell, place)) is not None]
