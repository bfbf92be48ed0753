"""How words cite legal texts: kind, number, day, issuer and title, each only where it is sure to be the text's own.

Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về thực hiện cơ chế một cửa, …
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.laws.text import is_issuer, issuer_key

_LAW: Final = "Hiến pháp|Bộ luật|Luật|Pháp lệnh"
_KINDS: Final = (
    "Nghị quyết liên tịch|Nghị quyết|Nghị định|Thông tư liên tịch|Thông tư|Quyết định|Chỉ thị|Lệnh|Kế hoạch|Công văn"
    f"|{_LAW}"
)
_D: Final = "ĐÐ"
"""The letter, and the Icelandic one that looks like it."""
_DAY: Final = (
    r"ngày\s+(?P<day>\d{1,2})\s*(?:tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})"
    r"|[/.-]\s?(?P<short_month>\d{1,2})\s?[/.-]\s?(?P<short_year>\d{4}))(?![\d/])"
)
_NUMBERED: Final = lazy_pattern(
    rf"(?:(?P<kind>\b(?:{_KINDS}))\s+)?(?:\bsố:?\s*)?"
    rf"(?<![\w/.,-])(?P<number>\d{{1,5}}\s?/\s?(?:\d{{4}}\s?/\s?)?[A-Z{_D}][\w&{_D}]*"
    rf"(?:\s?[-–]\s?[A-Z{_D}][A-Za-z{_D}&]*)*)"
)
_NAMED: Final = lazy_pattern(rf"(?P<name>(?:{_LAW})\s[^;:()\d/]{{3,200}}?)[\s,]+{_DAY}")
_LAW_NAME: Final = lazy_pattern(
    rf"(?:{_LAW})\s(?:(?!{_LAW})[^;:()\d/]){{2,200}}?\s(?=số:?\s*\d)", needs=tuple(_LAW.split("|"))
)
"""The name of a law before its number: a law is cited without one, but many cite it so."""
_HEAD: Final = lazy_pattern(r"(?:^|;)\s*(?:[-–+]\s*)?(?:căn cứ\s+)*(?=\w)", re.IGNORECASE)
_BEHIND_NUMBER: Final = lazy_pattern(rf"\s*{_DAY}", re.IGNORECASE)
_BEHIND_COMMA: Final = lazy_pattern(rf"\s*,\s*{_DAY}(?=\s*(?:của\b|về\b|;|[.]?\s*$))", re.IGNORECASE)
_ANY_DAY: Final = lazy_pattern(_DAY, re.IGNORECASE)
_MORE_DAYS: Final = lazy_pattern(
    r"\s*(?:[,;&]\s*)?(?:\bvà\s+)?(?:ngày\s+)?\d{1,2}\s*(?:[/.-]\s?\d{1,2}(?![/\d]*[A-ZĐÐ])\b|tháng\b)", re.IGNORECASE
)
"""Behind a day: several texts have their several days in order, and which is whose only people tell."""
_OF: Final = lazy_pattern(r"[\s,]*\bcủa\s+", re.IGNORECASE)
_CLAUSE: Final = lazy_pattern(rf"[;:.](?:\s|$)|{_DAY}", re.IGNORECASE)
"""Behind what words no longer belong to what was said before: another text has its day."""
_INTRODUCED: Final = lazy_pattern(
    r"(?:^\W*(?:theo|và)?"
    r"|\b(?:căn cứ(?: vào)?|(?:quy định|hướng dẫn|yêu cầu|nêu|giao) (?:tại|trong)|quy định của|kèm theo"
    r"|(?:điều|khoản|mục|phần|chương|phụ lục) [\divx]+(?: của)?))\s*$",
    re.IGNORECASE,
)
"""Words right before a text that is only pointed at: nothing is done on the day behind it."""
_DATED_WORDS: Final = (
    f"{_KINDS.casefold()}|báo cáo|tờ trình|chương trình|đề án|phương án|thông báo|kết luận|công điện|quy chế|văn bản"
    "|ý kiến|hội nghị|hội thảo|họp|phiên|tập huấn|tọa đàm|lễ"
)
_DATED: Final = lazy_pattern(rf"\b(?:{_DATED_WORDS})\b", re.IGNORECASE, needs=tuple(_DATED_WORDS.split("|")))
"""What may itself have the day or the body that is named behind the text on which it is."""
_ISSUER_END: Final = lazy_pattern(
    r"\s*(?:[;.()]|\b(?:ngày|về|quy định|hướng dẫn|sửa đổi|bổ sung|ban hành|bãi bỏ|thay thế|phê duyệt|$))"
)
_TITLE: Final = lazy_pattern(
    r"[\s,]*((?:về|quy định|hướng dẫn|sửa đổi|bổ sung|ban hành|bãi bỏ)\b[^;()]*)", re.IGNORECASE
)
_LONGEST_ISSUER: Final = 80
_LONGEST_BEFORE: Final = 400


class Cited(NamedTuple):
    """A text that words cite; what they do not say for sure is empty."""

    words: str
    """Its kind and number, or a law's name and day, as they stand there."""
    kind: str
    number: str
    name: str
    """What a law without a number is called."""
    day: date | None
    issuer: str
    title: str
    """Told of a basis alone: elsewhere what follows may belong to something else."""
    heads: bool
    """Whether it is the text on which a basis rests, not one that another's title names."""
    sure: bool
    """Whether day and issuer are surely its own, not those of what is done or written about it."""
    start: int
    """Where it begins."""


def cited_texts(words: str, *, basis: bool) -> Iterator[Cited]:
    """Yield the texts that composed words cite, in order; ``basis``: whether the words are legal bases."""
    begins = [found.end() for found in _HEAD.finditer(words)] if basis else []
    if "/" in words:
        behind_names = (law.end() for place in begins if (law := _LAW_NAME.match(words, place)))
        heads = {*begins, *behind_names}
        for found in _NUMBERED.finditer(words):
            yield _numbered(words, found, heads=heads)
    for place in begins:
        named = _NAMED.match(words, place)
        if named is not None and (day := _day(named)) is not None:
            name = " ".join(named["name"].split())
            yield Cited(named[0], "", "", name, day, "", "", heads=True, sure=True, start=place)


def numbers_told(words: str) -> Iterator[str]:
    """Yield the numbers of texts that composed words name, in capitals or not."""
    return (found["number"] for found in _NUMBERED.finditer(words.upper()))


def days_told(words: str) -> Iterator[date]:
    """Yield the days that composed words name, whatever they are days of."""
    return (day for found in _ANY_DAY.finditer(words) if (day := _day(found)) is not None)


def _numbered(words: str, found: re.Match[str], *, heads: set[int]) -> Cited:
    place, day, is_head = found.end(), None, found.start() in heads
    before = "" if is_head else _before(words, found.start())
    dated = _BEHIND_NUMBER.match(words, place) or _BEHIND_COMMA.match(words, place)
    if dated is not None:
        place, day = dated.end(), _own_day(words, dated)
    issuer, behind = _issuer(words, place)
    if is_head and issuer and dated is None:
        late = _BEHIND_NUMBER.match(words, behind) if is_issuer(issuer) else None
        if late is not None:
            behind, day = late.end(), _own_day(words, late)
    title = _TITLE.match(words, behind) if is_head else None
    is_own = is_head or (day is not None and not _DATED.search(before))
    is_introduced = _INTRODUCED.search(before) is not None and _OF.match(words, place) is None
    return Cited(
        found[0].strip(), found["kind"] or "", found["number"], "", day if is_own else None,
        issuer if is_own else "", title[1].strip(" .,") if title else "",
        heads=is_head, sure=is_head or is_introduced, start=found.start(),
    )  # fmt: skip


def _before(words: str, place: int) -> str:
    """Return what stands before a text in its clause, back to the last day."""
    start = max(place - _LONGEST_BEFORE, 0)
    for found in _CLAUSE.finditer(words, start, place):
        start = found.end()
    return words[start:place]


def _own_day(words: str, dated: re.Match[str]) -> date | None:
    return None if _MORE_DAYS.match(words, dated.end()) else _day(dated)


def _issuer(words: str, place: int) -> tuple[str, int]:
    """Return the body that is named behind a number or day, and where its name ends; nothing if it is none we know."""
    opened = _OF.match(words, place)
    if opened is None:
        return "", place
    piece = words[opened.end() : opened.end() + _LONGEST_ISSUER]
    end = _ISSUER_END.search(piece)
    named = piece[: end.start() if end else len(piece)]
    return (named.strip(" ,"), opened.end() + len(named)) if issuer_key(named) else ("", place)


def _day(found: re.Match[str]) -> date | None:
    month, year = found["month"] or found["short_month"], found["year"] or found["short_year"]
    try:
        return date(int(year), int(month), int(found["day"]))
    except ValueError:
        return None
