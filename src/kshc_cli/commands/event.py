"""``kshc event``: records that what a task waits for has happened."""

from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.entry_options import (
    DocDateOption,
    DocOption,
    DocTitleOption,
    DryRunOption,
    NoteOption,
    OnOption,
    TaskArgument,
    WhoOption,
    document,
)
from kshc_cli.cli.recording import recorded
from kshc_cli.cli.session import Session
from kshc_cli.desk.recording import Wish
from kshc_cli.messages import _

EXAMPLES = ("kshc event 1.3.3 --on 6/5/2024 --due 20/5/2024 --doc 88/SYT-VP", "kshc event 1.3.2 --on 06/05/2024")

DueOption = Annotated[
    str | None,
    option("--due", metavar=_("DATE"), help=_("The last day of what it begins; else the words may give it.")),
]


def command(
    session: Session,
    task: TaskArgument,
    *,
    on: OnOption = None,
    due: DueOption = None,
    doc: DocOption = None,
    doc_date: DocDateOption = None,
    doc_title: DocTitleOption = None,
    note: NoteOption = None,
    who: WhoOption = None,
    dry_run: DryRunOption = False,
) -> int:
    """Record an event: from then on its task is to be done, and time limits run from that day."""
    fields = {"due": due, "document": document(doc, doc_date, doc_title)}
    wish = Wish("event", task, on, fields=fields, note=note, who=who)
    return recorded(session, wish, dry_run=dry_run)
