"""What letters and reports about a plan have in common: a sound plan as it stands, and what is stamped on them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.exporting import refuse_errors
from kshc_cli.cli.opening import one_plan, opened_with_log
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED
from kshc_cli.desk.answers import PlainFinding
from kshc_cli.desk.checking import errors_of
from kshc_cli.desk.days import asked_day
from kshc_cli.desk.question import Asked
from kshc_cli.documents.rendering.issued_words import Stamp
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _, language_in_use, plain

if TYPE_CHECKING:
    from kshc_cli.desk.opening import Opened

NumberOption = Annotated[
    str | None,
    option(
        "--number",
        reader=FILLED,
        metavar=_("NUMBER"),
        help=_("Its number, alone or with its symbol (12, 12/UBND-VP); blank if left out."),
    ),
]
DateOption = Annotated[
    str | None, option("--date", reader=FILLED, metavar=_("DATE"), help=_("Its day; blank if left out."))
]


def sound_plan(session: Session, *, draft: bool) -> "tuple[Path, Opened, int]":
    """Return the file of the plan in use, the plan with its log, and the exit status where errors refuse it, else 0.

    As a ``draft`` errors refuse nothing. Raises BrokenPlanError.
    """
    path, opened = one_plan(session), opened_with_log(session)
    errors = [] if draft else errors_in(session, opened)
    return path, opened, refuse_errors(session, [(str(path), errors)]) if errors else 0


def stamp_of(session: Session, opened: "Opened", number: str | None, day: str | None, *, draft: bool) -> Stamp:
    """Return what is stamped, as typed, on a document of a plan; as a ``draft`` whether the plan or its log has errors.

    Raises WrongArgumentError for what is no day.
    """
    number = numbered(number)
    today, flawed = session.day(year=opened.plan.year), draft and bool(errors_in(session, opened))
    return Stamp(number, asked_day(day, year=today.year), today.year, flawed)


def numbered(number: str | None) -> str | None:
    """Return the number of a document as typed. Raises WrongArgumentError for what is none."""
    if number is not None and not number.isprintable():
        sentence = _("“{number}” is no number of a document; write it 12 or 12/UBND-VP.")
        raise WrongArgumentError(sentence.format(number=plain(number)))
    return number


def errors_in(session: Session, opened: "Opened") -> list[tuple[str, list[PlainFinding]]]:
    """Return the errors of a plan and its log."""
    return errors_of(opened, Asked(session.now(), language_in_use()))
