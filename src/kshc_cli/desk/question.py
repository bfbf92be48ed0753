"""What every question says: the day it is asked on, and in which form and language it is to be answered."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from kshc_cli.desk.answers import Answer
from kshc_cli.desk.days import Today, asked_day
from kshc_cli.desk.opening import Opened
from kshc_cli.reports.csv_form import CsvForm
from kshc_cli.reports.drawing import has_columns
from kshc_cli.reports.terminal import Terminal

if TYPE_CHECKING:
    from kshc_cli.query.following import Following


class Form(NamedTuple):
    """How an answer is to be written."""

    output: str = "table"
    """A format, spelt as on the command line."""
    terminal: Terminal = Terminal()
    csv: CsvForm = CsvForm()
    many: bool = False
    """Whether it will stand among the answers of other plans."""

    @property
    def drawn(self) -> bool:
        """Whether a table will be drawn in columns."""
        return self.output == "table" and self.terminal.interactive and has_columns(self.terminal)


class Asked(NamedTuple):
    """What all questions have in common."""

    now: Today
    language: str
    form: Form = Form()
    as_of: str | None = None
    """The day to look from, as typed; today if left out."""
    agency: str | None = None
    """The body whose tasks are asked for, as typed; all if left out."""

    def day(self, opened: Opened) -> date:
        """Return the day to look from. Raises WrongArgumentError."""
        year = opened.plan.year
        return asked_day(self.as_of, year=year) or self.now.day(year=year)

    def following(self, opened: Opened) -> "Following":
        """Return the plan as it stands then. Raises WrongArgumentError where it is not clear which body is meant."""
        opened.check_log()
        day = self.day(opened)
        agency = None
        if self.agency is not None:
            from kshc_cli.query.agency_search import find_agency  # noqa: PLC0415  few ask of one body

            agency = find_agency(self.agency, opened.plan.agencies, opened.read.unread_bodies()).id
        return opened.following(day, agency)


class Question(Protocol):
    """A question that any plan can be asked; it can be sent to another process."""

    @property
    def asked(self) -> Asked:
        """What it has in common with all questions."""

    def answered(self, opened: Opened) -> Answer:
        """Answer from a plan. Raises FormError, UnreadableFileError, WrongArgumentError."""


@runtime_checkable
class FileQuestion(Question, Protocol):
    """A question that a log can be asked too."""

    def about_log(self) -> Question:
        """Return it as a question about the log alone, held against its plan where there is one."""
