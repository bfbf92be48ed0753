"""Numbers and dates of documents, as they are written in the heading and in the line that names the decision."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.documents.components.act import Act
from kshc_cli.documents.layout.rule import LayoutFault
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.documents.word.edits import WordsEdit
from kshc_cli.messages import _
from kshc_cli.reading.folding import composed

_BLANK: Final = r"[\s\d.…_?\[\]]*"
_LINE: Final = re.compile(rf"Số:(?P<number>{_BLANK})/(?:(?P<year>\d{{4}})/)?(?P<symbol>[^\W\d_][\w&.]*(?:-[\w&.…]+)*)")
_CITED: Final = re.compile(rf"[Ss]ố:?(?P<number>{_BLANK})/\s?(?:\d{{4}}/)?(?P<symbol>[\w&.]*(?:\s?[-–]\s?[\w&.]+)*)")
_DAY: Final = re.compile(rf"ngày(?P<day>{_BLANK})tháng(?P<month>{_BLANK})năm(?P<year>{_BLANK})")
_SHORT_DAY: Final = re.compile(r"ngày\s+(?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-](?P<year>\d{4})")
_OPEN: Final = re.compile(r"0[\s.…_?\[\]]+")
"""A number of which only the 0 before it is known."""

_UNITS: Final = ("ngày", "tháng")
"""What stands before the figures of a date."""
_YEAR: Final = 4
"""Figures of a year."""
_FIRST_WITHOUT_ZERO: Final = 3
"""The first month that is written without a 0."""
_FIGURE: Final = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class IssueStamp:
    """A number, symbol, day, month and year, each empty where it is blank."""

    number: str = ""
    symbol: str = ""
    day: str = ""
    month: str = ""
    year: str = ""


def stamp_of(words: str) -> IssueStamp:
    """Return the number and the date that words name."""
    text = plain(words)
    number = _CITED.search(text)
    day = _DAY.search(text) or _SHORT_DAY.search(text)
    return IssueStamp(
        known(number["number"]) if number else "",
        re.sub(r"\s?[-–]\s?", "-", number["symbol"]).rstrip(".") if number else "",
        *(known(day[part]) if day else "" for part in ("day", "month", "year")),
    )


def days_in(words: str) -> Iterator[re.Match[str]]:
    """Yield each date in words, full or short, whose figures are all there: groups ``day``, ``month`` and ``year``."""
    for pattern in (_DAY, _SHORT_DAY):
        yield from (
            each
            for each in pattern.finditer(words)
            if all(map(known, each.groups())) and len(each["year"].strip()) == _YEAR
        )


def signed_on(act: Act) -> date | None:
    """Return the day of a text, by its line of place and date."""
    return next(filter(None, map(day_of, days_in(plain(" ".join(each.printed for each in act.place_date))))), None)


def day_of(found: re.Match[str]) -> date | None:
    """Return the day that a date names; nothing where there is no such day."""
    try:
        return date(*(int(found[part]) for part in ("year", "month", "day")))
    except ValueError:
        return None


def plain(words: str) -> str:
    """Return words composed, with one kind of space."""
    return " ".join(composed(words).split())


def known(words: str) -> str:
    """Return a figure without leading zeros and spaces; nothing where any of it is blank."""
    figures = words.strip()
    return (figures.lstrip("0") or "0") if _FIGURE.fullmatch(figures) else ""


def number_faults(paragraph: Paragraph, *, final: bool) -> Iterator[LayoutFault]:
    """Yield what is wrong with the line "Số: …"."""
    words = plain(paragraph.printed)
    found = _LINE.fullmatch(words)
    if found is None or _is_malformed(found["number"]) or not _is_well_spaced(words, found["number"]):
        yield LayoutFault(
            _("The number line reads “{words}”.").format(words=words),
            _("Write it as in “Số: 05/QĐ-UBND”, without spaces around the stroke and the hyphens."),
            paragraph,
            _tidied(paragraph),
        )
    elif found["year"]:
        yield LayoutFault(
            _("The number has the year {year} behind it.").format(year=found["year"]),
            _("Leave the year away: only legislation has it in its number."),
            paragraph,
        )
    elif not known(found["number"]):
        if final:
            yield LayoutFault(_("The number is blank."), _("Give the document its number."), paragraph)
    elif len(found["number"].strip()) == 1:
        yield LayoutFault(
            _("The number {number} has no 0 before it.").format(number=found["number"].strip()),
            _("Write a 0 before numbers below 10."),
            paragraph,
            _numbered(paragraph, found["number"]),
        )
    elif found["number"].strip() != f"{int(known(found['number'])):02d}":
        yield LayoutFault(
            _("The number {number} has a 0 too many before it.").format(number=found["number"].strip()),
            _("Write one 0 before numbers below 10, and none before others."),
            paragraph,
            _numbered(paragraph, found["number"]),
        )


def _numbered(paragraph: Paragraph, number: str) -> WordsEdit:
    """Return what gives a number as many zeros as it is to have."""
    written = number.strip()
    return WordsEdit(paragraph, paragraph.text.strip().replace(written, f"{int(written):02d}", 1))


def _tidied(paragraph: Paragraph) -> WordsEdit | None:
    """Return what takes odd spaces out of a line that is right without them."""
    text = re.sub(r"\s*[-–]\s*", "-", paragraph.text.strip())
    text = re.sub(r"(?<=\d)\s+/", "/", re.sub(r"/\s+", "/", text))
    text = re.sub(r"^Số:\s*(?=\d)", "Số: ", re.sub(r"^(Số)\s*:?(?=[\s\d])", r"\1:", text))
    found = _LINE.fullmatch(plain(text))
    is_right = (
        found is not None and not _is_malformed(found["number"]) and _is_well_spaced(plain(text), found["number"])
    )
    return WordsEdit(paragraph, text) if is_right and text != paragraph.text.strip() else None


def _is_well_spaced(words: str, number: str) -> bool:
    """Tell whether a number that is there stands behind a space and right before the stroke."""
    return not known(number) or (words.startswith("Số: ") and number == number.rstrip())


def _is_malformed(figures: str) -> bool:
    """Tell whether figures stand where neither a number nor a blank is; a blank may begin with the 0 that is known."""
    has_figures = any(sign.isdigit() for sign in figures)
    return has_figures and (known(figures) == "0" or not (known(figures) or _OPEN.fullmatch(figures.strip())))


def date_faults(paragraph: Paragraph, *, final: bool) -> Iterator[LayoutFault]:
    """Yield what is wrong with the line of place and date."""
    words = plain(paragraph.printed)
    place, comma, rest = words.rpartition(", ngày")
    found = _DAY.fullmatch(f"ngày{rest}") if comma and place.strip() else None
    if found is None:
        yield _misread(words, paragraph)
        return
    figures = [found[part].strip() for part in ("day", "month", "year")]
    if any(map(_is_malformed, figures)) or (known(figures[2]) and len(figures[2]) != 4):
        yield _misread(words, paragraph)
        return
    if not all(map(known, figures)):
        yield from _known_figure_faults(figures, paragraph)
        if final:
            yield LayoutFault(_("The date is blank."), _("Give the document its date."), paragraph)
        return
    yield from figure_faults(figures, paragraph)


def _misread(words: str, paragraph: Paragraph) -> LayoutFault:
    return LayoutFault(
        _("The place and date read “{words}”.").format(words=words),
        _("Write them as in “Sa Đéc, ngày 09 tháng 01 năm 2024”."),
        paragraph,
        _dated(words, paragraph),
    )


def _dated(words: str, paragraph: Paragraph) -> WordsEdit | None:
    """Return what writes a full date that stands in figures alone, or has no comma before it, as it is to be."""
    found = next(days_in(words), None)
    day = None if found is None else day_of(found)
    if found is None or day is None or found.end() != len(words):
        return None
    place = words[: found.start()].rstrip(" ,.")
    text = f"{place}, ngày {day.day:02d} tháng {_month(day.month)} năm {day.year}"
    return WordsEdit(paragraph, text) if place else None


def _month(number: int) -> str:
    """Write a month: 1 and 2 have a 0 before them."""
    return f"{number:02d}" if number < _FIRST_WITHOUT_ZERO else str(number)


def _known_figure_faults(figures: list[str], paragraph: Paragraph) -> Iterator[LayoutFault]:
    """Yield what is wrong with day and month, each by itself, while the other is blank."""
    for unit, written, most in zip(_UNITS, figures, (31, 12), strict=False):
        if not known(written):
            continue
        number = int(written)
        wanted = _month(number) if unit == "tháng" else f"{number:02d}"
        if number > most:
            message = _("The date has “{written}”, which is too great.").format(written=written)
            yield LayoutFault(message, _("Correct the date."), paragraph)
        elif written != wanted:
            yield _wrong_zero(unit, written, wanted, paragraph)


def _wrong_zero(unit: str, written: str, wanted: str, paragraph: Paragraph) -> LayoutFault:
    text = re.sub(rf"\b({unit}\s*){written}\b", rf"\g<1>{wanted}", paragraph.text.strip(), count=1)
    return LayoutFault(
        _("The date has “{written}” where “{wanted}” is right.").format(written=written, wanted=wanted),
        _("Write a 0 before days below 10 and before months 1 and 2, before no others."),
        paragraph,
        WordsEdit(paragraph, text),
    )


def figure_faults(figures: list[str], paragraph: Paragraph) -> Iterator[LayoutFault]:
    """Yield what is wrong with the figures of a full date: day, month and year."""
    day, month, year = map(int, figures)
    try:
        date(year, month, day)
    except ValueError:
        message = _("There is no day {day}/{month}/{year}.").format(day=day, month=month, year=year)
        yield LayoutFault(message, _("Correct the date."), paragraph)
        return
    for unit, written, right in zip(_UNITS, figures, (f"{day:02d}", _month(month)), strict=False):
        if written != right:
            yield _wrong_zero(unit, written, right, paragraph)


def plain_lines(paragraph: Paragraph) -> list[str]:
    """Return the lines that line breaks make of a paragraph."""
    lines = [plain(line) for line in paragraph.printed.split("\n")]
    return [line.replace("–", "-", 1) if line.startswith("–") else line for line in lines if line]
