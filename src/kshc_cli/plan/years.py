"""The years that headings say: those of the times that stand below them.

Years stand in tuples: none where the plan's year holds, one that holds, or several where nobody can tell which does.
"""

import re
from collections.abc import Iterable
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.lines import UNMARKED, line_of
from kshc_cli.plan.periods import headed_period
from kshc_cli.plan.turns import is_prepared

Years = tuple[int, ...]

_IN_YEAR: Final = lazy_pattern(r"(?<!\d)(20\d\d)(?!\d)")
_LISTED: Final = (
    r"(?:các|những|danh\s+mục|mục\s+tiêu|chỉ\s+tiêu|phương\s+hướng|nhiệm\s+vụ|công\s+việc|giải\s+pháp|nội\s+dung|hoạt\s+động"
    r"|lộ\s+trình|tiến\s+độ|phân\s+công|trọng\s+tâm|chủ\s+yếu|chính|cụ\s+thể|cần|thực\s+hiện|triển\s+khai|hoàn\s+thành"
    r"|trong|của|và|,|;)"
)
_PART: Final = lazy_pattern(r"(?:phần|chương)\s+(?:thứ\s+)?\w+\s*[.:–-]\s*", re.IGNORECASE, needs=("phần", "chương"))
_YEAR_LAST: Final = lazy_pattern(r"20\d\d[\s.:;]*\Z")
"""What lines end with of which ``_TASKS`` and ``_ENDS`` tell more: few do, and these take long to compile."""
_TASKS: Final = lazy_pattern(
    rf"(?=.*(?:nhiệm\s+vụ|công\s+việc|hoạt\s+động|nội\s+dung|lộ\s+trình|tiến\s+độ|trong|thực\s+hiện|triển\s+khai))"
    rf"(?:{_LISTED}\s*)+năm\s+(20\d\d)[\s.:;]*",
    re.IGNORECASE,
)
"""A heading that says nothing but that tasks of a year stand below it: NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM NĂM 2027."""
_ENDS: Final = lazy_pattern(r".*\bnăm\s+(20\d\d)[\s.:;]*", re.IGNORECASE)
"""A heading whose last words are a year: perhaps that of what it speaks of alone."""
_ASIDE: Final = lazy_pattern(
    r"\b(?:số\s+\S*\d|theo|nghị\s+quyết|quyết\s+định|chỉ\s+thị|kết\s+luận|luật|kết\s+quả|lập|xây\s+dựng|chuẩn\s+bị|dự\s+toán"
    r"|tổng\s+kết|ban\s+hành|(?:đến|tới|tầm\s+nhìn)\s+(?:hết\s+|cuối\s+)?năm)\b",
    re.IGNORECASE,
)
"""What makes the year of a heading one of documents, of what is prepared, or a goal's: no task's."""
_LONG: Final = 2
"""Years from the first to the last of what holds for a whole plan of several years."""


def said_years(line: str, plan_year: int) -> Years | None:
    """Return the years that a heading says; None where it says none. What spans the plan's years leaves its own."""
    words = line_of(_PART.sub("", line.strip()), None).words
    if period := headed_period(words):
        return years_in(period, plan_year)
    if not _YEAR_LAST.search(words):
        return None
    if tasks := _TASKS.fullmatch(words):
        return (int(tasks[1]),)
    found = None if _ASIDE.search(words) else _ENDS.fullmatch(words)
    if found is None or int(found[1]) < plan_year:
        return None
    if int(found[1]) == plan_year:
        return (plan_year - 1, plan_year) if is_prepared(words) else (plan_year,)
    return plan_year, int(found[1])


def years_in(words: str, plan_year: int) -> Years | None:
    """Return the years that stand in words; None for none, and the plan's for a span over several years and its own."""
    years = tuple(sorted(set(map(int, _IN_YEAR.findall(words)))))
    if len(years) > 1 and years[0] <= plan_year <= years[-1] and years[-1] - years[0] >= _LONG:
        return ()
    return years or None


def years_over(headings: Iterable[str], plan_year: int) -> Years:
    """Return the years of what stands below headings, the nearest last: the nearest one that says some counts."""
    years: Years = ()
    for heading in headings:
        for line in heading.split("\n"):
            said = said_years(line, plan_year)
            years = years if said is None else said
    return years


class PointYears:
    """The years that points and lone lines of a section say, which are nothing but a period: 2. Năm 2027."""

    def __init__(self, plan_year: int) -> None:
        self._plan_year = plan_year
        self._above: list[tuple[int, Years]] = []

    def begin(self, heading: str | None) -> None:
        """Begin a section; without a heading the one before goes on."""
        if heading is not None:
            self._above = []

    def enter(self, text: str, years: Years) -> Years:
        """Go on to a paragraph or task, and return its years; ``years``: those of the headings above it."""
        line = text.partition("\n")[0].strip()
        said = said_years(line, self._plan_year) if _is_pure(line) else None
        rank = line_of(line, None).rank
        if said is not None or rank < UNMARKED or line.isupper():
            self._above = [one for one in self._above if one[0] < rank] if said is None or rank < UNMARKED else []
        if said is not None:
            self._above.append((-1 if rank == UNMARKED else rank, said))
        return self.over(years)

    def over(self, years: Years) -> Years:
        """Return the years of what comes next."""
        return self._above[-1][1] if self._above else years


def _is_pure(line: str) -> bool:
    words = line_of(line, None).words
    return bool(headed_period(words)) or bool(_YEAR_LAST.search(words) and _TASKS.fullmatch(words))
