"""``kshc laws``: what the register of legal texts knows."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from kshc_cli.cli.declarations import argument, option
from kshc_cli.cli.formats import JsonOrText, PlainFormat
from kshc_cli.cli.session import Session
from kshc_cli.desk.days import asked_day
from kshc_cli.disk.reading import read_bytes
from kshc_cli.messages import _
from kshc_cli.reading.citations import cited_days
from kshc_cli.reading.laws.doubts import doubts_of
from kshc_cli.reading.laws.register import Register, own_register
from kshc_cli.reading.times.days.missing_days import missing_day
from kshc_cli.reports.json_text import json_text
from kshc_cli.reports.laws import laws_record, laws_text
from kshc_cli.workspace import OWN_TEXTS, find_plan, nearest_plan, own_texts, own_texts_beside

EXAMPLES = (
    "kshc laws 61/2018/NĐ-CP",
    'kshc laws "chính quyền địa phương" --on 1/4/2025',
    "kshc laws --file laws.tsv --format json",
)

TextArgument = Annotated[
    str | None,
    argument(metavar=_("[TEXT]"), help=_("A number, or words of a name or title; all texts if left out.")),
]
OnOption = Annotated[
    str | None,
    option("--on", metavar=_("DATE"), help=_("The day on which they are or are not in force; today if left out.")),
]
FileOption = Annotated[
    str | None,
    option("--file", metavar=_("REGISTER"), help=_("Another register, in place of kshc's and the office's own.")),
]


def command(
    session: Session,
    text: TextArgument = None,
    *,
    on: OnOption = None,
    file: FileOption = None,
    output: JsonOrText = PlainFormat.TEXT,
) -> int:
    """Show what the register knows of legal texts: day, issuer, title, since when and until when, and its source."""
    register = _register(session, file)
    day = asked_day(on, year=session.day().year) or session.day()
    found = register.found(text) if text else list(register.texts)
    for wrong in _wrong_in(text or "", register):
        session.say(wrong)
    if output is PlainFormat.JSON:
        session.write(json_text(laws_record(found, register, day)))
    elif found:
        session.write(laws_text(found, register, day, session.terminal()))
    else:
        session.say(_("The register knows no such text; that does not mean that there is none."))
    return 0


def _wrong_in(text: str, register: Register) -> Iterator[str]:
    """Yield what stands against what is asked for, where that cites a text: a day that it is not of, another issuer."""
    for day in cited_days(text):
        if missing := missing_day(day.day, day.month, day.year):
            yield _("“{text}” is no day of the calendar.").format(text=day.words) + f" {missing}"
    yield from (doubt.message for doubt in doubts_of(text, register, None, None, basis=True))


def _register(session: Session, file: str | None) -> Register:
    """Return the register that is named, or kshc's own with what the office adds beside its plan."""
    if file is not None:
        return Register(own_texts(file, read_bytes(Path(file))))
    named = next(iter(session.plans), None)
    plan = find_plan(named) if named else nearest_plan()
    return own_register().extended(own_texts_beside(plan or Path(OWN_TEXTS)))
