"""Legal texts that a basis cites, and what their citation lacks (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern

_KINDS: Final = (
    "Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|"
    "Thông tư liên tịch|Thông tư|Quyết định|Chỉ thị|Kế hoạch|Công văn"
)
_CITED: Final = lazy_pattern(rf"(?:^\s*(?:căn cứ\s+)*|;\s*)({_KINDS})\b(?! này)", re.IGNORECASE)
_BARE: Final = lazy_pattern(rf"(?:[-–+]\s*)?(?:{_KINDS})\b[^;]{{0,200}}?\b(?:số \d|ngày \d)")
_LAWS: Final = frozenset({"hiến pháp", "bộ luật", "luật", "pháp lệnh"})
_NUMBER: Final = lazy_pattern(r"(?:\b\d+|\d*(?:\[\?\]|…+))(?:/\d{4})?[/-][\w&[\]?/-]*\w")
_LAW_NUMBER: Final = lazy_pattern(r"\bsố\s*\d+|\b\d+/\d{4}/\w+")
_DATE: Final = lazy_pattern(
    r"\bngày\s+(?:\d{1,2}|\[\?\]|…+)\s*(?:tháng\s+(?:\d{1,2}|…+)\s+năm\s+\d{4}|[/-]\d{1,2}[/-]\d{4})"
)
_NO_FIGURES: Final = lazy_pattern(r"[^,;\d]{0,40}\bsố\s*/")
_NO_SYMBOL: Final = lazy_pattern(r"\d+/\d{4}")
_NO_YEAR: Final = lazy_pattern(r"\d+/(?!\d{4}/)\D")
_BY_YEAR: Final = frozenset({"nghị định", "thông tư", "thông tư liên tịch"})
"""Kinds that have been numbered with their year since 1997."""
_FIRST_YEAR: Final = 2000
_YEAR: Final = lazy_pattern(r"\b(?:19|20)\d\d\b")
_DATE_BEHIND_ISSUER: Final = lazy_pattern(rf"của\s[^,;.]{{3,80}}?[\s,]+{_DATE.pattern}")
_ISSUER: Final = lazy_pattern(r"\bcủa\s+\w")
_LAWGIVER: Final = lazy_pattern(r"[\s,]*của\s+(?:Quốc hội|[UỦ][yỷ] ban [Tt]hường vụ Quốc hội)")
_DAY: Final = lazy_pattern(
    r"\bngày\s+(?P<day>\d{1,2})\s*(?:tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})"
    r"|[/.-]\s?(?P<short_month>\d{1,2})\s?[/.-]\s?(?P<short_year>\d{4}))(?!\d)",
    re.ASCII | re.IGNORECASE,
)
_OTHER_DAY: Final = lazy_pattern(r"\b(?:từ|đến|tới|trước|sau|hết|vào|tính|hiệu lực|thi hành)\s*$", re.IGNORECASE)
"""Words before a day that is not the one of a text: có hiệu lực từ ngày …"""
_SHOWN: Final = 60
"""Characters of a citation that a message quotes."""


@dataclass(frozen=True, slots=True)
class CitedDay:
    """The day of a text that is cited, as it stands in its words; perhaps one that no calendar has."""

    day: int
    month: int
    year: int
    words: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A text that is cited: its kind in small letters, and its words up to the next one."""

    kind: str
    words: str

    def problem(self) -> str | None:
        """Say what is against the form: a law is cited by name, any other text with number, date and issuer."""
        found = self._law_problem() if self.kind in _LAWS else self._text_problem()
        quoted = self.words if len(self.words) <= _SHOWN else self.words[: _SHOWN - 1] + "…"
        return found and found.format(text=quoted)

    def _law_problem(self) -> str | None:
        name = re.split(r"\bngày\b|\bcủa\b", self.words, maxsplit=1)[0]
        if _LAW_NUMBER.search(name):
            return _("The law “{text}” is cited with a number.")
        day = _DATE.search(self.words)
        if day and _LAWGIVER.match(self.words, day.end()):
            return _("The law “{text}” is cited with its issuing body.")
        return None

    def _text_problem(self) -> str | None:
        number = _NUMBER.search(self.words)
        if number is None or number.start() > 40 or _NO_FIGURES.match(self.words):
            return _("“{text}” is cited without its number.")
        if _NO_SYMBOL.fullmatch(number[0]):
            return _("“{text}” is cited without its symbol.")
        place = _next_word(self.words, number.end())
        if _DATE.match(self.words, place) is None and _DATE_BEHIND_ISSUER.match(self.words, place) is None:
            return _("“{text}” is cited without its date.")
        if _ISSUER.search(self.words) is None:
            return _("“{text}” is cited without its issuing body.")
        return self._year_problem(number[0], _YEAR.search(self.words, place))

    def _year_problem(self, number: str, year: re.Match[str] | None) -> str | None:
        if self.kind in _BY_YEAR and year and int(year[0]) >= _FIRST_YEAR and _NO_YEAR.match(number):
            return _("The number of “{text}” lacks its year.")
        return None


def citations(words: str) -> Iterator[Citation]:
    """Yield each text cited in a basis, whose words are composed (NFC)."""
    starts = [match.start(1) for match in _CITED.finditer(words)]
    for start, end in pairwise([*starts, len(words)]):
        cited = words[start:end].rstrip("; ")
        kind = re.match(_KINDS, cited, re.IGNORECASE)
        yield Citation(kind.group().lower() if kind else "", cited)


def cited_days(words: str) -> Iterator[CitedDay]:
    """Yield the days of the texts that a basis cites, whose words are composed (NFC)."""
    for found in _DAY.finditer(words):
        if not _OTHER_DAY.search(words, 0, found.start()):
            month, year = found["month"] or found["short_month"], found["year"] or found["short_year"]
            yield CitedDay(int(found["day"]), int(month), int(year), found[0])


def begins_with_a_kind(words: str) -> bool:
    """Tell whether words begin with the kind of a legal text and its number or date, without "Căn cứ" before."""
    return _BARE.match(words) is not None


def _next_word(text: str, place: int) -> int:
    while place < len(text) and text[place] in " ,":
        place += 1
    return place
