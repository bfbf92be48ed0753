"""``kshc log``: what was done about the plan, entry by entry."""

from functools import partial
from typing import Annotated

from kshc_cli.cli.asking import ONE_OF_MANY, ask
from kshc_cli.cli.declarations import argument
from kshc_cli.cli.formats import BomOption, Format, FormatOption, KeysOption, csv_form
from kshc_cli.cli.options import complete_task
from kshc_cli.cli.session import Session
from kshc_cli.desk.entries import LogQuestion
from kshc_cli.messages import _

EXAMPLES = ("kshc log", "kshc log 1.2.1", "kshc log --format json")
FINDINGS = ONE_OF_MANY

TaskArgument = Annotated[
    str | None,
    argument(
        metavar=_("[ID]"),
        help=_("A task's id, or its number in the document; all if left out."),
        completion=complete_task,
    ),
]


def command(
    session: Session,
    task: TaskArgument = None,
    *,
    output: FormatOption = Format.TABLE,
    bom: BomOption = False,
    keys: KeysOption = False,
) -> int:
    """Show the entries of the log in the order in which they were entered, those that were retracted marked."""
    form = csv_form(output, bom=bom, keys=keys)
    return ask(session, partial(LogQuestion, task=task), output, csv=form).status
