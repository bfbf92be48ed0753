"""Numbers and dates of documents, as they are written in the heading and in the line that names the decision."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from kshc_cli.documents.layout.rule import Fault
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.messages import _
from kshc_cli.reading.folding import composed

_BLANK: Final = r"[\s\d.…_?\[\]]*"
_LINE: Final = re.compile(rf"Số:(?P<number>{_BLANK})/(?:(?P<year>\d{{4}})/)?(?P<symbol>[^\W\d_][\w&.]*(?:-[\w&.…]+)*)")
_CITED: Final = re.compile(rf"[Ss]ố:?(?P<number>{_BLANK})/\s?(?:\d{{4}}/)?(?P<symbol>[\w&.]*(?:\s?[-–]\s?[\w&.]+)*)")
_DAY: Final = re.compile(rf"ngày(?P<day>{_BLANK})tháng(?P<month>{_BLANK})năm(?P<year>{_BLANK})")
_SHORT_DAY: Final = re.compile(r"ngày\s+(?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-](?P<year>\d{4})")
_FIGURE: Final = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A number, symbol, day, month and year, each empty where it is blank."""

    number: str = ""
    symbol: str = ""
    day: str = ""
    month: str = ""
    year: str = ""


def stamp_of(words: str) -> Stamp:
    """Return the number and the date that words name."""
    text = plain(words)
    number = _CITED.search(text)
    day = _DAY.search(text) or _SHORT_DAY.search(text)
    return Stamp(
        known(number["number"]) if number else "",
        re.sub(r"\s?[-–]\s?", "-", number["symbol"]).rstrip(".") if number else "",
        *(known(day[part]) if day else "" for part in ("day", "month", "year")),
    )


def plain(words: str) -> str:
    """Return words composed, with one kind of space."""
    return " ".join(composed(words).split())


def known(words: str) -> str:
    """Return a figure without leading zeros and spaces; nothing where any of it is blank."""
    figures = words.strip()
    return (figures.lstrip("0") or "0") if _FIGURE.fullmatch(figures) else ""


def number_faults(paragraph: Paragraph, *, final: bool) -> Iterator[Fault]:
    """Yield what is wrong with the line "Số: …"."""
    words = plain(paragraph.printed)
    found = _LINE.fullmatch(words)
    if found is None or (known(found["number"]) and found["number"] != found["number"].rstrip()):
        yield Fault(
            _('The number line reads "{words}".').format(words=words),
            _('Write it as in "Số: 05/QĐ-UBND", without spaces around the stroke and the hyphens.'),
            paragraph,
        )
    elif not known(found["number"]):
        if final:
            yield Fault(_("The number is blank."), _("Give the document its number."), paragraph)
    elif len(found["number"].strip()) == 1:
        yield Fault(
            _("The number {number} has no 0 before it.").format(number=found["number"].strip()),
            _("Write a 0 before numbers below 10."),
            paragraph,
        )


def date_faults(paragraph: Paragraph, *, final: bool) -> Iterator[Fault]:
    """Yield what is wrong with the line of place and date."""
    words = plain(paragraph.printed)
    place, comma, rest = words.rpartition(", ngày")
    found = _DAY.fullmatch(f"ngày{rest}") if comma and place.strip() else None
    if found is None:
        yield Fault(
            _('The place and date read "{words}".').format(words=words),
            _('Write them as in "Sa Đéc, ngày 09 tháng 01 năm 2024".'),
            paragraph,
        )
        return
    figures = [found[part].strip() for part in ("day", "month", "year")]
    if not all(map(known, figures)):
        if final:
            yield Fault(_("The date is blank."), _("Give the document its date."), paragraph)
        return
    yield from _figure_faults(figures, paragraph)


def _figure_faults(figures: list[str], paragraph: Paragraph) -> Iterator[Fault]:
    day, month, year = map(int, figures)
    try:
        date(year, month, day)
    except ValueError:
        message = _("There is no day {day}/{month}/{year}.").format(day=day, month=month, year=year)
        yield Fault(message, _("Correct the date."), paragraph)
        return
    wanted = (f"{day:02d}", f"{month:02d}" if month < 3 else str(month))
    for written, right in zip(figures, wanted, strict=False):
        if written != right:
            yield Fault(
                _('The date has "{written}" where "{wanted}" is right.').format(written=written, wanted=right),
                _("Write a 0 before days below 10 and before months 1 and 2, before no others."),
                paragraph,
            )
