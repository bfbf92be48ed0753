"""``kshc read``: how a phrase is understood."""

import sys
from typing import Annotated

import typer

from kshc_cli.commands.formats import JsonOrText, TextFormat
from kshc_cli.commands.session import Session, session_of
from kshc_cli.errors import PlanNotFoundError, WrongArgumentError
from kshc_cli.messages import _
from kshc_cli.reading.times import read_time
from kshc_cli.reading.values import TimeReading
from kshc_cli.reports.json_text import json_line, json_text
from kshc_cli.reports.phrases import part_phrase
from kshc_cli.reports.records import reading_record
from kshc_cli.reports.terminal import Terminal, plain
from kshc_cli.reports.views import labelled_text
from kshc_cli.workspace import find_plan, open_plan

EXAMPLES = (
    'kshc read "Trong tháng 6 năm 2024"',
    'kshc read "trước ngày 20 hằng tháng" --year 2025',
    "kshc read - < phrases.txt",
)

PhraseArgument = Annotated[
    str, typer.Argument(metavar=_("PHRASE"), help=_("The words of a time; - reads one phrase a line."))
]
YearOption = Annotated[
    str | None,
    typer.Option(
        "--year", metavar=_("YEAR"), help=_("The year that words without a year mean; the plan's if left out.")
    ),
]


def command(
    context: typer.Context, phrase: PhraseArgument, *, year: YearOption = None, output: JsonOrText = TextFormat.TEXT
) -> int:
    """Show what kshc understands by the words of a time, from which of them, and what it leaves unread."""
    session = session_of(context)
    default = _plan_year(session) if year is None else _year_of(year)
    if phrase == "-":
        for line in sys.stdin:
            session.write(_line(line.rstrip("\r\n"), default))
        return 0
    reading = read_time(phrase, year=default)
    session.write(
        json_text(reading_record(phrase, reading)) if output is TextFormat.JSON else _text(reading, session.terminal())
    )
    return 0


def _plan_year(session: Session) -> int:
    """Return the year of the plan in use; without a plan the current one."""
    try:
        plan = open_plan(find_plan(session.plan)).text.plan
    except PlanNotFoundError:
        plan = None
    return plan.year if plan else session.day().year


def _line(line: str, default: int) -> str:
    phrase, tab, year = line.partition("\t")
    return json_line(reading_record(phrase, read_time(phrase, year=_year_of(year) if tab else default)))


def _year_of(text: str) -> int:
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 4 and int(digits) > 0):
        raise WrongArgumentError(_('"{text}" is no year.').format(text=plain(text)[:60]))
    return int(digits)


def _text(reading: TimeReading, terminal: Terminal) -> str:
    lines = [(part.kind.value, f"{part_phrase(part)}  ← {plain(part.words)}") for part in reading.parts]
    lines += [(_("unread"), plain(words)) for words in reading.unread]
    lines += [(_("note"), note) for note in reading.notes]
    return labelled_text(lines, terminal)
