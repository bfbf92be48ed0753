"""The years of the times in a table: what its headings, a column of years and the header of a column say."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import Column, Task
from kshc_cli.plan.periods import headed_period, kind_of
from kshc_cli.plan.schedules import is_cross, is_unmarked, last_line, periods_of
from kshc_cli.plan.years import Years, said_years, years_in

_SHORTER: Final = lazy_pattern(r"\b(?:tháng|quý)\b", re.IGNORECASE)
"""What makes a period shorter than a year: nothing stands below it but what is its own."""
_CALLED_YEAR: Final = lazy_pattern(r"năm(?:\s+(?:thực\s+hiện|hoàn\s+thành|triển\s+khai))?", re.IGNORECASE)
"""The words above a column of years."""
_TIMED: Final = lazy_pattern(
    r"\s*(?:thời\s+(?:gian|hạn|điểm)|tiến\s+độ|lộ\s+trình|hạn|tháng|quý|ngày)\b(?!.*\b(?:theo|số)\b)[^\d]*20\d\d[^\d]*"
    r"(?:[-–]\s*20\d\d[^\d]*)?",
    re.IGNORECASE,
    needs=("20",),
)
"""The words above a column of times that say of which year these are: Thời gian năm 2027."""
_ABOVE: Final = lazy_pattern(r"(?:trong\s+)?năm\s+20\d\d", re.IGNORECASE, needs=("20",))
"""A line of them that says nothing else."""
_HAS_YEAR: Final = lazy_pattern(r"(?<!\d)20\d\d(?!\d)")
_DAY: Final = lazy_pattern(r".*\d{1,2}/\d{1,2}")


class HeadedYears:
    """The years that the headings of a table say, one after the other: NĂM 2027 holds for Quý I and Quý II below it."""

    def __init__(self, plan_year: int, above: Years = ()) -> None:
        """``above``: the years that headings above the table say."""
        self._plan_year = plan_year
        self.years = self.above = self._over = above
        self._kind = ""

    def enter(self, heading: str) -> None:
        """Go on to the tasks below a heading of one or more lines."""
        for place, line in enumerate(heading.split("\n") if heading else ()):
            self._enter(line.strip(), is_first=not place)

    def _enter(self, line: str, *, is_first: bool) -> None:
        said, period = said_years(line, self._plan_year), headed_period(line)
        if said is not None and not _SHORTER.search(period):
            self._over, self._kind = said, kind_of(line)
        elif not period and is_first and self._kind == kind_of(line):
            self._over = self.above  # it stands beside the year, not below
        self.years = self._over if said is None else said


class TableYears:
    """The years of the rows of a table."""

    def __init__(self, columns: Sequence[Column], tasks: Sequence[Task], plan_year: int, above: Years) -> None:
        """``above``: the years that headings above the table say."""
        self._plan_year = plan_year
        self._headed = HeadedYears(plan_year, above)
        self._header = next((header_years(each.header, plan_year) for each in columns if each.role == "time"), ())
        called = (each.key for each in columns if each.key and _CALLED_YEAR.fullmatch(last_line(each.header)))
        self._key = next((key for key in called if any(_years_of(task, key) for task in tasks)), None)

    def enter(self, heading: str) -> None:
        """Go on to the tasks below a heading."""
        self._headed.enter(heading)

    def of(self, task: Task) -> Years:
        """Return the years of a row: of its cell in a column of years, of its time's header, or of the headings.

        Nobody knows the year of a row whose cell is blank where others are not.
        """
        if self._key is not None:
            return _years_of(task, self._key) or (self._plan_year, self._plan_year + 1)
        headed = self._headed
        if not self._header or headed.years in {headed.above, self._header}:
            return self._header or headed.years
        return tuple(sorted({*headed.years, *self._header}))


def _years_of(task: Task, key: str) -> Years:
    return tuple(sorted(set(map(int, _HAS_YEAR.findall(task.others.get(key) or "")))))


def header_years(header: str, plan_year: int) -> Years:
    """Return the years that the words above a column of times say; none for others."""
    words = " ".join(header.split())
    says = _TIMED.fullmatch(words) or any(_ABOVE.fullmatch(line.strip()) for line in header.split("\n"))
    return (years_in(words, plan_year) or ()) if says else ()


class TimedColumns:
    """The columns of a table that say when: that of the time, and others that are called by one year each."""

    def __init__(self, columns: Sequence[Column], plan_year: int) -> None:
        """Look at their headers once for all rows."""
        called = dict(periods_of(columns))
        unread = [each for each in columns if each.role in {"time", "other"} and each.key not in called]
        timed = [(each, header_years(each.header, plan_year)) for each in unread if _says_time(each)]
        self._timed = [(each, years) for each, years in timed if each.role == "time" or len(years) == 1]
        self._are_several = any(each.role == "other" for each, _years in self._timed)

    def times_of(self, task: Task) -> str:
        """Return the times of a row that stand in several columns, each with its year; nothing of a single one.

        Thời gian năm 2026 | Thời gian năm 2027.
        """
        found = list(self._said(task)) if self._are_several else []
        return "; ".join(words for words, _is_other in found) if any(is_other for _words, is_other in found) else ""

    def _said(self, task: Task) -> Iterator[tuple[str, bool]]:
        for column, years in self._timed:
            is_other = column.role == "other"
            words = task.others.get(column.key or "") if is_other else task.time.text if task.time else ""
            if words and not is_unmarked(words):
                yield _in_year(words.strip(), years[0]) if len(years) == 1 else words, is_other


def _says_time(column: Column) -> bool:
    return column.role == "time" or _TIMED.fullmatch(_flat(column)) is not None


def _flat(column: Column) -> str:
    return " ".join(column.header.split())


def _in_year(words: str, year: int) -> str:
    if is_cross(words):
        return f"Năm {year}"
    if _HAS_YEAR.search(words):
        return words
    return f"{words}/{year}" if _DAY.fullmatch(words) else f"{words} năm {year}"
