"""The commands that make a plan of a file: they differ in what they read, and in how that is called."""

from collections.abc import Callable
from typing import Annotated, Final

from kshc_cli.cli.declarations import Command, Parameter, argument, option, with_parameters
from kshc_cli.cli.importing import ImportOptions, import_document
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED
from kshc_cli.desk.importing import ShownFile
from kshc_cli.messages import _

UNPLACED: Final = _("something found no place in the plan, or is wrong")
"""When an import ends with status 1."""

OutOption = Annotated[
    str | None,
    option(
        "--out",
        "-o",
        reader=FILLED,
        metavar=_("FILE"),
        help=_("The plan file to write; standard output if left out."),
    ),
]
LikeOption = Annotated[
    str | None,
    option(
        "--like",
        reader=FILLED,
        metavar=_("PLAN"),
        help=_("An earlier plan: its ids, registry, columns and readings are kept where the words are the same."),
    ),
]
YearOption = Annotated[
    str | None,
    option("--year", metavar=_("YEAR"), help=_("The plan's year, where the document does not say.")),
]
ForceOption = Annotated[bool, option("--force", help=_("Replace the plan file if it is there."))]


def import_command(read: Callable[[bytes], ShownFile], what: str) -> Command:
    """Return the command that makes a plan of what ``read`` finds in a file; ``what`` says what files these are.

    What has no place in the plan is listed, and the status is 1.
    """
    name = Annotated[str, argument(reader=FILLED, metavar=_("FILE"), help=what)]

    def command(
        session: Session, *, file: str, out: str | None, like: str | None, year: str | None, force: bool
    ) -> int:
        return import_document(session, file, read, ImportOptions(out, like, year, force))

    return with_parameters(
        command,
        (
            Parameter("file", name),
            Parameter("out", OutOption, None),
            Parameter("like", LikeOption, None),
            Parameter("year", YearOption, None),
            Parameter("force", ForceOption, default=False),
        ),
    )
