"""``kshc read``: how a phrase is understood."""

import sys
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Annotated

from kshc_cli.cli.declarations import argument, option
from kshc_cli.cli.formats import JsonOrText, PlainFormat
from kshc_cli.cli.opening import opened_plan
from kshc_cli.cli.session import Session
from kshc_cli.dataclass import dataclass
from kshc_cli.desk.days import asked_day, no_year, year_of
from kshc_cli.errors import EXIT_USAGE, as_error
from kshc_cli.messages import _
from kshc_cli.plan.model import Plan
from kshc_cli.reading.times.days.figures import year_number
from kshc_cli.reading.times.reader import OtherReader, other_reader, read_cell
from kshc_cli.reading.values import TimeReading, anchored
from kshc_cli.reports.json_text import json_line, json_text
from kshc_cli.reports.readings import reading_text
from kshc_cli.reports.records import reading_record
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.workspace import nearest_plan

EXAMPLES = (
    'kshc read "Trong tháng 6 năm 2024"',
    'kshc read "trước ngày 20 hằng tháng" --year 2025',
    'kshc read "trong 05 ngày làm việc kể từ ngày nhận hồ sơ" --event 28/4/2025',
    "kshc read - < phrases.txt",
)

PhraseArgument = Annotated[
    str,
    argument(metavar=_("PHRASE"), help=_("The words of a time; - reads one phrase a line, with TAB and a year.")),
]
YearOption = Annotated[
    str | None,
    option("--year", metavar=_("YEAR"), help=_("The year that words without a year mean; the plan's if left out.")),
]
IssuedOption = Annotated[
    str | None,
    option("--issued", metavar=_("DATE"), help=_("The day that “từ nay” means; the plan's date if left out.")),
]
EventOption = Annotated[
    str | None,
    option("--event", metavar=_("DATE"), help=_("The day of the event from which a time limit runs.")),
]


@dataclass(frozen=True, slots=True)
class _Question:
    """What the words leave out, and who counts the days."""

    plan: Plan | None
    year: int
    issued: date | None
    event: date | None
    others: Callable[[], OtherReader | None]
    """Who reads what kshc leaves unread."""

    def issued_in(self, year: int) -> date | None:
        """Return the day of issue: the one asked for, else the plan's where the year is the plan's."""
        own = self.plan.act.date if self.plan is not None and self.plan.year == year else None
        return self.issued or own

    def read(self, phrase: str, year: int) -> TimeReading:
        """Read a phrase of a plan of ``year``."""
        reading = read_cell(phrase, year=year, issued=self.issued_in(year), others=self.others)
        return reading if self.event is None else anchored(reading, self.event)

    def office(self, year: int) -> OfficeCalendar:
        """Return the calendar of the plan's office, or of one that has nothing of its own."""
        return OfficeCalendar(year, self.plan.calendar if self.plan is not None else None)


def command(
    session: Session,
    phrase: PhraseArgument,
    *,
    year: YearOption = None,
    issued: IssuedOption = None,
    event: EventOption = None,
    output: JsonOrText = PlainFormat.TEXT,
) -> int:
    """Show what kshc understands by the words of a time, from which of them, and what it leaves unread."""
    plan = _plan(session, asked=year is None)
    default = year_of(year) if year is not None else plan.year if plan is not None else session.day().year
    days = asked_day(issued, year=default), asked_day(event, year=default)
    question = _Question(plan, default, *days, cache(other_reader))
    status = _read_lines(session, question) if phrase == "-" else _read(session, question, phrase, output)
    for trouble in other.findings() if (other := question.others()) else ():
        session.say(f"{trouble.message} {trouble.remedy}", level=-1)
    return status


def _read(session: Session, question: _Question, phrase: str, output: PlainFormat) -> int:
    default = question.year
    reading, office = question.read(phrase, default), question.office(default)
    if output is PlainFormat.JSON:
        session.write(json_text(reading_record(phrase, reading, office=office)))
    else:
        session.write(reading_text(reading, session.terminal(), office=office, today=session.day(year=default)))
    return 0


def _plan(session: Session, *, asked: bool) -> Plan | None:
    """Return the plan in use; one that nobody named counts only where its year is ``asked`` for."""
    named = bool(session.plans)
    return opened_plan(session)[1] if named or (asked and nearest_plan() is not None) else None


def _read_lines(session: Session, question: _Question) -> int:
    """Read a phrase a line; a line with a wrong year stays unread, and the exit status says so."""
    wrong = 0
    for number, line in enumerate(sys.stdin, 1):
        phrase, _tab, typed = line.rstrip("\r\n").partition("\t")
        year = year_number(typed.strip()) if typed.strip() else question.year
        if year is None:
            wrong += 1
            sentence = _("Line {number}: {problem}").format(number=number, problem=no_year(typed))
            session.say(as_error(sentence), level=-1)
            reading = TimeReading((), (phrase,), (no_year(typed),))
        else:
            reading = question.read(phrase, year)
        session.write(json_line(reading_record(phrase, reading, office=question.office(year or question.year))))
        if session.lost:
            break
    return EXIT_USAGE if wrong else 0
