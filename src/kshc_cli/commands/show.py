"""``kshc show``: one task with its readings."""

from functools import partial
from typing import Annotated

from kshc_cli.cli.asking import ONE_OF_MANY, ask
from kshc_cli.cli.declarations import argument
from kshc_cli.cli.formats import JsonOrText, PlainFormat
from kshc_cli.cli.options import AsOfOption, complete_task
from kshc_cli.cli.session import Session
from kshc_cli.desk.pages import ShowQuestion
from kshc_cli.messages import _

EXAMPLES = ("kshc show 1.2.1",)
FINDINGS = ONE_OF_MANY

IdArgument = Annotated[
    str,
    argument(metavar=_("TASK"), help=_("A task's id, or its number in the document."), completion=complete_task),
]


def command(
    session: Session, task: IdArgument, *, as_of: AsOfOption = None, output: JsonOrText = PlainFormat.TEXT
) -> int:
    """Show one task: its words, how kshc reads them and from which of them, its days."""
    return ask(session, partial(ShowQuestion, task=task), output, as_of=as_of).status
