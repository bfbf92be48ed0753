"""Days, months and spans of days as a person types them."""

import re
from datetime import date, timedelta
from typing import Final, NamedTuple

from kshc_cli.days import written
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _, plain
from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.times.days.missing_days import missing_day
from kshc_cli.tracking.period_names import period_keys

_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2299
_FIRST_PLAN: Final = 1990
_LAST_PLAN: Final = 2199
_ISO: Final = lazy_pattern(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_SPOKEN: Final = lazy_pattern(
    r"(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?:(?P=mark)(?P<year>\d{4}))?", re.ASCII
)
_MONTH: Final = lazy_pattern(r"(?P<year>\d{4})-(?P<month>\d{2})", re.ASCII)
_YEAR: Final = lazy_pattern(r"\d{4}", re.ASCII)
_DAYS: Final = lazy_pattern(r"(\d{1,4})([dw]?)", re.ASCII)
_LEAP_YEAR: Final = 2000
Period = tuple[date | None, date | None]
"""The first and the last day of a period; a side without one is open."""


class Today(NamedTuple):
    """The day to take for today: as ``typed``, else the ``clock``'s."""

    clock: date
    typed: str | None = None

    def day(self, *, year: int | None = None) -> date:
        """Return the day; one that was typed without its year is of ``year``. Raises WrongArgumentError."""
        return self.clock if self.typed is None else day_of(self.typed, year=year)


def day_of(text: str, *, year: int | None = None) -> date:
    """Read a day: 2024-06-30, 30/6/2024, 30-6-2024, 30.6.2024, and with the plan's ``year`` 30/6, 30-6, 30.6.

    Raises WrongArgumentError, with the month's length where only the day is wrong.
    """
    typed = text.strip()
    if iso := _ISO.fullmatch(typed):
        years, months, days = iso.groups()
    elif spoken := _SPOKEN.fullmatch(typed):
        days, months, years = spoken["day"], spoken["month"], spoken["year"] or (str(year) if year else None)
    else:
        raise WrongArgumentError(_no_day(text, year))
    if years is None:
        sentence = _("“{text}” names no year, and no plan says which; write day, month and year.")
        raise WrongArgumentError(sentence.format(text=plain(text)))
    if missing := missing_day(int(days), int(months), int(years)):
        raise WrongArgumentError(_("“{text}” is no day of the calendar.").format(text=plain(text)) + f" {missing}")
    if not _FIRST_YEAR <= int(years) <= _LAST_YEAR:
        raise WrongArgumentError(_no_day(text, year))
    return date(int(years), int(months), int(days))


def _no_day(text: str, year: int | None) -> str:
    if year is None:
        sentence = _("“{text}” is no day of the calendar; write it day/month/year, in figures.")
    else:
        sentence = _("“{text}” is no day of the calendar; write it 30/6 or 30/6/{year}.")
    return sentence.format(text=plain(text), year=year)


def spelt_day(text: str) -> str:
    """Return the words of a day whose year the plan may say later. Raises WrongArgumentError for what is none."""
    try:
        day_of(text, year=_LEAP_YEAR)
    except WrongArgumentError:
        day_of(text)
        raise
    return text


def asked_day(text: str | None, *, year: int | None) -> date | None:
    """Read a day that may be left out, as ``day_of`` does. Raises WrongArgumentError."""
    return None if text is None else day_of(text, year=year)


def period_of(first: str | None, last: str | None, *, year: int) -> tuple[date | None, date | None]:
    """Read a period's first and last day; a side that was not typed is open. Raises WrongArgumentError."""
    start, end = asked_day(first, year=year), asked_day(last, year=year)
    if start is not None and end is not None and end < start:
        raise WrongArgumentError(
            _("The period ends on {end}, before it starts on {start}.").format(end=written(end), start=written(start))
        )
    return start, end


def other_year(period: Period, *, year: int) -> str | None:
    """Say of which ``year`` a plan is where a period lies wholly in others, and what to ask; None elsewhere."""
    start, end = period
    if (start is None or start.year <= year) and (end is None or end.year >= year):
        return None
    month = start.month if start else 12
    sentence = _("The plan is of {year}; for a month of it, ask for example `kshc due --month {month}/{year}`.")
    return sentence.format(year=year, month=month)


def month_of(text: str, *, year: int) -> tuple[date, date]:
    """Read a month as first and last day: 2024-06, 6/2024, and of the plan's year 6, T6, tháng 6.

    Raises WrongArgumentError.
    """
    found = next(filter(None, map(_MONTH.fullmatch, period_keys(text, year))), None)
    if found is None or not (1 <= int(found["month"]) <= 12 and int(found["year"]) >= 1):
        sentence = _("“{text}” is no month; write it 6 or 6/{year}.")
        raise WrongArgumentError(sentence.format(text=plain(text), year=year))
    first = date(int(found["year"]), int(found["month"]), 1)
    if (first.year, first.month) == (9999, 12):
        return first, date.max
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def year_of(text: str) -> int:
    """Read a plan's year of four figures. Raises WrongArgumentError."""
    typed = text.strip()
    if not _YEAR.fullmatch(typed) or not _FIRST_PLAN <= int(typed) <= _LAST_PLAN:
        raise WrongArgumentError(no_year(text))
    return int(typed)


def no_year(text: str) -> str:
    """Say that a text is no year of a plan."""
    return _("“{text}” is no year of a plan: {first} to {last}.").format(
        text=plain(text)[:60], first=_FIRST_PLAN, last=_LAST_PLAN
    )


def days_of(text: str) -> int:
    """Read a number of days: 7, 7d or 2w. Raises WrongArgumentError."""
    found = _DAYS.fullmatch(text)
    if found is None:
        raise WrongArgumentError(_("“{text}” is no number of days; write it 7d or 2w.").format(text=text))
    return int(found[1]) * (7 if found[2] == "w" else 1)
