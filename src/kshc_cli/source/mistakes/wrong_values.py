"""Mistakes of value: an impossible date, a word that is none of the known ones, a number out of its range."""

import re
from datetime import date
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.findings import Finding
from kshc_cli.messages import _, ngettext
from kshc_cli.patterns import lazy_pattern
from kshc_cli.source.mistakes.meant import closest
from kshc_cli.source.mistakes.mistake import Mistake, got
from kshc_cli.source.yaml.characters import shown

_ISO: Final = lazy_pattern(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DAY_FIRST: Final = lazy_pattern(r"\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*", re.ASCII)
_QUOTED: Final = lazy_pattern(r"'([^']*)'")


def not_one_of(mistake: Mistake) -> Finding:
    """Say that the value is none of a field's few."""
    return _choice(mistake, _QUOTED.findall(str(mistake.context["expected"])))


def no_such_kind(mistake: Mistake) -> Finding:
    """Say that the ``kind`` of a reading is none of the known ones."""
    kind = replace(
        mistake, value=_kind_of(mistake.value), spot=replace(mistake.spot, path=(*mistake.spot.path, "kind"))
    )
    return _choice(kind, _QUOTED.findall(str(mistake.context["expected_tags"])))


def _kind_of(value: object) -> object:
    return value.get("kind") if isinstance(value, dict) else value


def _choice(mistake: Mistake, known: list[str]) -> Finding:
    value = mistake.value
    match = closest(value, tuple(known)) if isinstance(value, str) else None
    message = _("This is none of the values that may stand here: {got}.").format(got=got(value))
    if match and len(known) > 1:
        return mistake.finding("wrong-value", message, _("Did you mean “{match}”?").format(match=match))
    return mistake.finding("wrong-value", message, _("Write one of: {values}.").format(values=", ".join(known)))


def date_format(mistake: Mistake) -> Finding:
    """Say that a date is not written as YYYY-MM-DD, and how it is if it was written day first."""
    value = str(mistake.value)
    message = _("“{value}” is no date in the form YYYY-MM-DD.").format(value=shown(value))
    day = day_first(value)
    if day is None:
        return mistake.finding("date-format", message, _("Write year, month and day, for example 2024-01-09."))
    return mistake.finding("date-format", message, _("Write {date}.").format(date=day.isoformat()))


def month_format(mistake: Mistake) -> Finding:
    """Say that a month is not written as YYYY-MM."""
    message = _("“{value}” is no month in the form YYYY-MM.").format(value=shown(str(mistake.value)))
    return mistake.finding("date-format", message, _("Write year and month, for example 2024-01."))


def day_first(value: str) -> date | None:
    """Return the day that is written day first (15/6/2024); None for other words, and days that no calendar has."""
    match = _DAY_FIRST.fullmatch(value)
    if match is None:
        return None
    day, month, year = map(int, match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def impossible_date(mistake: Mistake) -> Finding:
    """Say that the calendar has no such day."""
    if not _ISO.fullmatch(str(mistake.value)):
        return date_format(mistake)
    message = _("{value} is not a day of the calendar.").format(value=mistake.value)
    return mistake.finding("impossible-date", message, _("Check the month and the day."))


def year(mistake: Mistake) -> Finding:
    """Say that a year is not written with four digits."""
    if mistake.value is None:
        return mistake.finding("wrong-value", _("The year is missing."), _("Write the year with four digits."))
    message = _("“{value}” is no year.").format(value=shown(mistake.value))
    return mistake.finding("wrong-value", message, _("Write the year with four digits."))


def empty(mistake: Mistake) -> Finding:
    """Say that a text is empty."""
    return mistake.finding("wrong-value", _("The text is empty."), _("Write the words."))


def too_few(mistake: Mistake) -> Finding:
    """Say that a list is empty."""
    count = int(mistake.context["min_length"])
    remedy = ngettext("Write at least {count} item.", "Write at least {count} items.", count).format(count=count)
    return mistake.finding("wrong-value", _("The list is empty."), remedy)


def too_long(mistake: Mistake) -> Finding:
    """Say that a text is too long."""
    message = _("“{value}” is too long.").format(value=shown(mistake.value))
    remedy = _("Use at most {count} characters.").format(count=mistake.context["max_length"])
    return mistake.finding("wrong-value", message, remedy)


def too_many(mistake: Mistake) -> Finding:
    """Say that a list is too long."""
    count = int(mistake.context["max_length"])
    remedy = ngettext("Write at most {count} item.", "Write at most {count} items.", count).format(count=count)
    return mistake.finding("wrong-value", _("The list is too long."), remedy)


def no_id(mistake: Mistake) -> Finding:
    """Say that an id has characters that ids do not have."""
    message = _("“{value}” is no id.").format(value=shown(mistake.value))
    remedy = _("Use Latin letters without diacritics, digits, “.”, “-” and “_”, and begin with a letter or digit.")
    return mistake.finding("wrong-value", message, remedy)


def too_small(mistake: Mistake) -> Finding:
    """Say that a number is below its range."""
    message = _("{value} is too small.").format(value=shown(mistake.value))
    return mistake.finding("wrong-value", message, _("Write at least {limit}.").format(limit=mistake.context["ge"]))


def too_great(mistake: Mistake) -> Finding:
    """Say that a number is above its range."""
    message = _("{value} is too great.").format(value=shown(mistake.value))
    return mistake.finding("wrong-value", message, _("Write at most {limit}.").format(limit=mistake.context["le"]))


def not_allowed(mistake: Mistake) -> Finding:
    """Say that a value is refused for a reason that has no sentence of its own."""
    message = _("This value may not stand here: {got}.").format(got=got(mistake.value))
    return mistake.finding("wrong-value", message, _("Look up the field in the JSON Schema (“kshc schema”)."))
