"""The options of the commands that record."""

from typing import Annotated

from kshc_cli.cli.declarations import argument, option
from kshc_cli.cli.options import complete_agency, complete_task
from kshc_cli.messages import _

TaskArgument = Annotated[
    str,
    argument(metavar=_("TASK"), help=_("A task's id, or its number in the document."), completion=complete_task),
]
TasksArgument = Annotated[
    list[str],
    argument(metavar=_("ID..."), help=_("Ids of tasks, or their numbers in the document."), completion=complete_task),
]
OnOption = Annotated[
    str | None, option("--on", metavar=_("DATE"), help=_("The day that it is true of; today if left out."))
]
UnitsOption = Annotated[
    list[str] | None,
    option(
        "--unit",
        "-u",
        metavar=_("AGENCY"),
        help=_("The body whose duty it is about; repeated for several."),
        completion=complete_agency,
    ),
]
AllUnitsOption = Annotated[bool, option("--all-units", help=_("It is about each body that owes the task."))]
PeriodOption = Annotated[
    str | None,
    option("--period", metavar=_("PERIOD"), help=_("Which occurrence, for example 6, Q2, 'tháng 6' or 20/6.")),
]
ByOption = Annotated[
    str, option("--by", metavar=_("DOCUMENT"), help=_("The document that approves it: 'QĐ số 45/QĐ-UBND'."))
]
NoteOption = Annotated[str | None, option("--note", metavar=_("WORDS"), help=_("Anything else worth knowing."))]
WhoOption = Annotated[
    str | None, option("--who", metavar=_("NAME"), envvar="KSHC_WHO", help=_("Who enters it; else KSHC_WHO."))
]
DryRunOption = Annotated[bool, option("--dry-run", help=_("Say what would be recorded, write nothing."))]
DocOption = Annotated[str | None, option("--doc", metavar=_("NUMBER"), help=_("The product's number: 123/BC-UBND."))]
DocDateOption = Annotated[str | None, option("--doc-date", metavar=_("DATE"), help=_("The product's date."))]
DocTitleOption = Annotated[str | None, option("--doc-title", metavar=_("WORDS"), help=_("The product's title."))]


def document(number: str | None, day: str | None, title: str | None) -> dict[str, object] | None:
    """Return a document from options, its day as typed; None where none was given."""
    given = {"number": number, "date": day, "title": title}
    return {name: value for name, value in given.items() if value is not None} or None
