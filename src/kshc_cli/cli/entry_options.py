"""The options of the commands that record."""

from typing import Annotated

import typer

from kshc_cli.cli.options import complete_agency, complete_task
from kshc_cli.messages import _

TaskArgument = Annotated[
    str,
    typer.Argument(
        metavar=_("TASK"), help=_("A task's id, or its number in the document."), autocompletion=complete_task
    ),
]
TasksArgument = Annotated[
    list[str],
    typer.Argument(
        metavar=_("ID..."), help=_("Ids of tasks, or their numbers in the document."), autocompletion=complete_task
    ),
]
OnOption = Annotated[
    str | None, typer.Option("--on", metavar=_("DATE"), help=_("The day that it is true of; today if left out."))
]
UnitsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--unit",
        "-u",
        metavar=_("AGENCY"),
        help=_("The body whose duty it is about; repeated for several."),
        autocompletion=complete_agency,
    ),
]
AllUnitsOption = Annotated[bool, typer.Option("--all-units", help=_("It is about each body that owes the task."))]
PeriodOption = Annotated[
    str | None,
    typer.Option("--period", metavar=_("PERIOD"), help=_("Which occurrence, for example 6, Q2, 'tháng 6' or 20/6.")),
]
ByOption = Annotated[
    str, typer.Option("--by", metavar=_("DOCUMENT"), help=_("The document that approves it: 'QĐ số 45/QĐ-UBND'."))
]
NoteOption = Annotated[str | None, typer.Option("--note", metavar=_("WORDS"), help=_("Anything else worth knowing."))]
WhoOption = Annotated[
    str | None, typer.Option("--who", metavar=_("NAME"), envvar="KSHC_WHO", help=_("Who enters it; else KSHC_WHO."))
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help=_("Say what would be recorded, write nothing."))]
DocOption = Annotated[
    str | None, typer.Option("--doc", metavar=_("NUMBER"), help=_("The product's number: 123/BC-UBND."))
]
DocDateOption = Annotated[str | None, typer.Option("--doc-date", metavar=_("DATE"), help=_("The product's date."))]
DocTitleOption = Annotated[str | None, typer.Option("--doc-title", metavar=_("WORDS"), help=_("The product's title."))]


def document(number: str | None, day: str | None, title: str | None) -> dict[str, object] | None:
    """Return a document from options, its day as typed; None where none was given."""
    given = {"number": number, "date": day, "title": title}
    return {name: value for name, value in given.items() if value is not None} or None
