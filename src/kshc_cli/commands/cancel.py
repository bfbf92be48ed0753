"""``kshc cancel``: records that a task need not be done any more."""

import typer

from kshc_cli.commands.entry_options import (
    ByOption,
    DryRunOption,
    NoteOption,
    OnOption,
    PeriodOption,
    TaskArgument,
    UnitOption,
    WhoOption,
    Wish,
)
from kshc_cli.commands.recording import recorded
from kshc_cli.commands.session import session_of

EXAMPLES = ('kshc cancel 2.1.3 --by "QĐ số 60/QĐ-UBND"',)


def command(
    context: typer.Context,
    task: TaskArgument,
    *,
    by: ByOption,
    unit: UnitOption = None,
    period: PeriodOption = None,
    on: OnOption = None,
    note: NoteOption = None,
    who: WhoOption = None,
    dry_run: DryRunOption = False,
) -> int:
    """Record that a task, or the duty of one body, need not be done any more."""
    fields = {"by": by}
    wish = Wish("cancelled", task, on, unit, period=period, fields=fields, note=note, who=who)
    return recorded(session_of(context), wish, dry_run=dry_run)
