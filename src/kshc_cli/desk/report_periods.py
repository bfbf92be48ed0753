"""The period that a report is about, and the days whose figures it counts, as a person asks for them."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from kshc_cli.desk.days import month_of, period_of
from kshc_cli.documents.components.wording import date_words
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _, plain
from kshc_cli.patterns import lazy_pattern
from kshc_cli.query.period_report import Period
from kshc_cli.tracking.period_names import period_keys

_QUARTER: Final = lazy_pattern(r"(\d{4})-Q([1-4])", re.ASCII)
_SPAN: Final = "từ {start} đến {end}"
_MONTH: Final = "trong tháng {month} năm {year}"
_THREE_MONTHS: Final = "trong quý {quarter} năm {year}"
_HALF: Final = "trong 6 tháng đầu năm {year}"
_NINE: Final = "trong 9 tháng đầu năm {year}"
_WHOLE: Final = "trong năm {year}"
_CALLED: Final = "quý {}"
_ROMAN: Final = ("I", "II", "III", "IV")
_CUT: Final = 14
"""The last day of a month whose figures a report counts by the decree; the next day begins the next period's.

Nghị định 09/2019/NĐ-CP, on reports of administrative bodies."""


class Cutoff(StrEnum):
    """Which days a report counts; those that a decree cuts are spelt by its number."""

    CALENDAR = "calendar"
    """From the first to the last day of the period."""
    ND09 = "nd09-2019"
    """From the 15th of the month before the period to the 14th of its last month."""


class PeriodWish(NamedTuple):
    """What the options ask for, as typed; one of the ways to name a period."""

    month: str | None = None
    quarter: str | None = None
    half: bool = False
    nine_months: bool = False
    year: bool = False
    first: str | None = None
    last: str | None = None

    def period(self, cutoff: Cutoff, *, year: int) -> Period:
        """Return the period in a plan of ``year``. Raises WrongArgumentError."""
        ways = (self.month, self.quarter, self.half, self.nine_months, self.year, self.first or self.last)
        if sum(bool(way) for way in ways) != 1:
            sentence = _(
                "Name the period in one way: --month, --quarter, --half, --nine-months, --year, or --from and --to."
            )
            raise WrongArgumentError(sentence)
        if self.first or self.last:
            return self._spanned(cutoff, year=year)
        found = self._named(year)
        first, last = _cut(found) if cutoff is Cutoff.ND09 else (found.first, found.last)
        return found._replace(first=first, last=last)

    def is_within(self, found: Period, cutoff: Cutoff, *, year: int) -> bool:
        """Tell whether a period is one of a plan's year, by the days that it is named by."""
        years = {found.last.year} if cutoff is Cutoff.ND09 else {found.first.year, found.last.year}
        return years == {year}

    def _spanned(self, cutoff: Cutoff, *, year: int) -> Period:
        if cutoff is not Cutoff.CALENDAR:
            raise WrongArgumentError(_("--cutoff cuts months, quarters and years; --from and --to say the days."))
        start, end = period_of(self.first, self.last, year=year)
        if start is None or end is None:
            raise WrongArgumentError(_("Name both the first day and the last one: --from 1/6 --to 30/6."))
        return Period(_spanned(start, end), f"{start}-{end}", start, end)

    def _named(self, year: int) -> Period:
        """Return the period of the calendar that is named, with what a report calls it."""
        if self.month is not None:
            first, last = month_of(self.month, year=year)
            return Period(_MONTH.format(month=first.month, year=first.year), f"{first:%Y-%m}", first, last)
        if self.quarter is not None:
            year, number = _quarter(self.quarter, year)
            name = _THREE_MONTHS.format(quarter=_ROMAN[number - 1], year=year)
            return Period(name, f"{year}-Q{number}", *_months(year, 3 * number - 2, 3 * number))
        if self.half:
            return Period(_HALF.format(year=year), f"{year}-H1", *_months(year, 1, 6))
        if self.nine_months:
            return Period(_NINE.format(year=year), f"{year}-9M", *_months(year, 1, 9))
        return Period(_WHOLE.format(year=year), f"{year}", *_months(year, 1, 12))


def _spanned(start: date, end: date) -> str:
    """Return what a report calls the days from one to another, the year said once where they share it."""
    first = date_words(start)
    if start.year == end.year:
        first = first.removesuffix(f" năm {start.year}")
    return _SPAN.format(start=first, end=date_words(end))


def _quarter(text: str, year: int) -> tuple[int, int]:
    keys = _keys(text, year)
    found = next(filter(None, map(_QUARTER.fullmatch, keys)), None)
    if found is None:
        sentence = _("“{text}” is no quarter; write it 2, II or 2/{year}.")
        raise WrongArgumentError(sentence.format(text=plain(text), year=year))
    return int(found[1]), int(found[2])


def _keys(text: str, year: int) -> Iterator[str]:
    yield from period_keys(text, year)
    yield from period_keys(_CALLED.format(text), year)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    begin, end = month_of(f"{year:04}-{first:02}", year=year)[0], month_of(f"{year:04}-{last:02}", year=year)[1]
    return begin, end


def _cut(period: Period) -> tuple[date, date]:
    """Return the first and the last day that the decree counts for a period of whole months."""
    before = period.first - timedelta(days=1)
    return before.replace(day=_CUT + 1), period.last.replace(day=_CUT)
