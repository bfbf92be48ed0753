"""``kshc done``: records what was done, or a part of it."""

from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.entry_options import (
    AllUnitsOption,
    DocDateOption,
    DocOption,
    DocTitleOption,
    DryRunOption,
    NoteOption,
    OnOption,
    PeriodOption,
    TasksArgument,
    UnitsOption,
    WhoOption,
    document,
)
from kshc_cli.cli.recording import recorded
from kshc_cli.cli.session import Session
from kshc_cli.desk.recording import Wish
from kshc_cli.messages import _

EXAMPLES = (
    "kshc done 1.2.2 --on 28/6/2024 --doc 123/BC-UBND",
    'kshc done 1.2.1 --unit "Phường 1"',
    "kshc done 2.1.1 2.1.3",
)

PartlyOption = Annotated[bool, option("--partly", help=_("Only a part of it is done."))]


def command(
    session: Session,
    tasks: TasksArgument,
    *,
    unit: UnitsOption = None,
    all_units: AllUnitsOption = False,
    period: PeriodOption = None,
    on: OnOption = None,
    doc: DocOption = None,
    doc_date: DocDateOption = None,
    doc_title: DocTitleOption = None,
    partly: PartlyOption = False,
    note: NoteOption = None,
    who: WhoOption = None,
    dry_run: DryRunOption = False,
) -> int:
    """Record that tasks are done, all or none: by one of the bodies that owe them or by all, on one occasion."""
    what = "partly_done" if partly else "done"
    fields = {"document": document(doc, doc_date, doc_title)}
    wishes = (Wish(what, task, on, unit, all_units, period, fields, note, who) for task in tasks)
    return recorded(session, *wishes, dry_run=dry_run)
