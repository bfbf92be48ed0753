"""Days, months and spans of days as a person types them."""

import re
from datetime import date, datetime, timedelta
from typing import Final

from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _

_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2299
_UNITS: Final = {"d": 1, "w": 7}


def day_of(text: str) -> date:
    """Read a day, YYYY-MM-DD or dd/mm/yyyy. Raises WrongArgumentError."""
    vietnamese = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text, re.ASCII)
    iso = f"{vietnamese[3]}-{vietnamese[2]:0>2}-{vietnamese[1]:0>2}" if vietnamese else text
    try:
        return _within_reason(datetime.strptime(iso, "%Y-%m-%d").date())  # noqa: DTZ007  a day has no time zone
    except ValueError:
        raise WrongArgumentError(
            _('"{text}" is no day of the calendar; write it YYYY-MM-DD or dd/mm/yyyy.').format(text=text)
        ) from None


def asked_day(text: str | None) -> date | None:
    """Read a day that may be left out. Raises WrongArgumentError."""
    return None if text is None else day_of(text)


def _within_reason(day: date) -> date:
    """Return a day of the years that plans may have, with a margin; others raise ValueError."""
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError(day.year)
    return day


def period_of(first: str | None, last: str | None) -> tuple[date | None, date | None]:
    """Read a period's first and last day; a side that was not typed is open. Raises WrongArgumentError."""
    start, end = (None if text is None else day_of(text) for text in (first, last))
    if start is not None and end is not None and end < start:
        raise WrongArgumentError(
            _("The period ends on {end}, before it starts on {start}.").format(
                end=end.strftime("%d/%m/%Y"), start=start.strftime("%d/%m/%Y")
            )
        )
    return start, end


def month_of(text: str, *, year: int) -> tuple[date, date]:
    """Read a month, 2024-06, 06/2024 or 6 (of the plan's year), as first and last day. Raises WrongArgumentError."""
    if text.count("-") == 1:
        years, months = text.split("-")
    elif text.count("/") == 1:
        months, years = text.split("/")
    else:
        years, months = str(year), text
    if not (_digits(years, 4, 4) and _digits(months, 1, 2) and 1 <= int(months) <= 12 and int(years) >= 1):
        raise WrongArgumentError(_('"{text}" is no month; write it 2024-06 or 6.').format(text=text))
    first = date(int(years), int(months), 1)
    if (first.year, first.month) == (9999, 12):
        return first, date.max
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def period_spellings(text: str, year: int) -> tuple[str, ...]:
    """Return the ways in which a log may spell what a person calls 6, T6, 06/2024, 2024-6, Q2 or 30/6/2024."""
    words = text.strip().upper().removeprefix("T")
    if found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", words, re.ASCII):
        return (f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}",)
    if found := re.fullmatch(r"(\d{1,2})/(\d{4})", words, re.ASCII):
        return (f"{found[2]}-{found[1]:0>2}",)
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})", words, re.ASCII):
        return (f"{found[1]}-{found[2]:0>2}",)
    return words, f"{year}-{words}", f"{year}-{words:0>2}"


def _digits(text: str, least: int, most: int) -> bool:
    return least <= len(text) <= most and text.isascii() and text.isdigit()


def days_of(text: str) -> int:
    """Read a number of days: 7, 7d or 2w. Raises WrongArgumentError."""
    unit = _UNITS.get(text[-1:], 0)
    number = text[:-1] if unit else text
    if not _digits(number, 1, 4):
        raise WrongArgumentError(_('"{text}" is no number of days; write it 7d or 2w.').format(text=text))
    return int(number) * (unit or 1)
