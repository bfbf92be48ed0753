"""The year of a plan, as its document says it."""

import re
from typing import Final

from kshc_cli.compare.printed import as_read
from kshc_cli.documents.importing.errors import UnknownYearError
from kshc_cli.documents.importing.issuance import Stamp
from kshc_cli.documents.importing.sections import Contents
from kshc_cli.plan.model import Plan

_CITED_DAY: Final = re.compile(
    r"\bngày\b[^,;]{0,12}\btháng\b.{0,8}?\bnăm\s+\d{4}|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b", re.IGNORECASE
)
"""A day in a subject: that of another document, which tells no year of the plan."""
_YEAR: Final = re.compile(
    r"(?<!\bđến )(?<!\bđến hết )(?<!\bđến cuối )(?<!\bsau )\bnăm\s+(199\d|2[01]\d{2})\b", re.IGNORECASE
)
"""A year, but for the end of a longer time: Chương trình … đến năm 2030."""


def year_of_plan(subject: str, decision: str, stamp: Stamp, like: Plan | None, contents: Contents) -> int:
    """Return the year that the subject of the plan or of its decision names, else its date, else what stands inside.

    Raises UnknownYearError where nothing names one.
    """
    return _year(subject, decision, stamp, like) or _year_over_tables(contents)


def _year(subject: str, decision: str, stamp: Stamp, like: Plan | None) -> int | None:
    """Return the plan's year: that of an earlier plan with the same subject and day, else the one that is named.

    Of several years in a subject the one counts that fits the day of issue: a plan is for its year, or for the next.
    One that does not fit is that of something else: Khắc phục hạn chế của Chỉ số năm 2025.
    """
    if like is not None and as_read(like.plan.subject) == subject and stamp.day in {None, like.act.date}:
        return like.year
    named = [int(found) for words in (subject, decision) for found in _years(words)]
    near = (year for year in named if stamp.year is not None and 0 <= year - stamp.year <= 1)
    return next(near, None) or stamp.year or next(iter(named), None) or (like.year if like else None)


def _year_over_tables(contents: Contents) -> int:
    """Return the one year that headings and title lines name. Raises UnknownYearError for none or several."""
    tables = (table.heading for section in contents.sections for table in section.tables)
    words = (*contents.preamble, *(section.heading for section in contents.sections), *tables)
    years = {int(found) for each in words if each for found in _years(each)}
    if len(years) != 1:
        raise UnknownYearError
    return years.pop()


def _years(words: str) -> list[str]:
    return _YEAR.findall(" ".join(_CITED_DAY.sub("", words).split()))
