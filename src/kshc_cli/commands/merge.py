"""``kshc merge``: records that a task is done as a part of another."""

from typing import Annotated

import typer

from kshc_cli.cli.entry_options import ByOption, DryRunOption, NoteOption, OnOption, TaskArgument, WhoOption, Wish
from kshc_cli.cli.options import complete_task
from kshc_cli.cli.recording import recorded
from kshc_cli.cli.session import session_of
from kshc_cli.messages import _

EXAMPLES = ('kshc merge 1.2.3 --into 1.2.2 --by "QĐ số 60/QĐ-UBND"',)

IntoOption = Annotated[
    str, typer.Option("--into", metavar=_("TASK"), help=_("The other task's id."), autocompletion=complete_task)
]


def command(
    context: typer.Context,
    task: TaskArgument,
    *,
    into: IntoOption,
    by: ByOption,
    on: OnOption = None,
    note: NoteOption = None,
    who: WhoOption = None,
    dry_run: DryRunOption = False,
) -> int:
    """Record that a task is done as a part of another one from now on."""
    fields = {"into": into, "by": by}
    wish = Wish("merged", task, on, fields=fields, note=note, who=who)
    return recorded(session_of(context), wish, dry_run=dry_run)
