"""``kshc suspend``: records that a task rests."""

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

EXAMPLES = ('kshc suspend 2.1.3 --by "CV số 12/UBND-VP"',)


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
    """Record that a task, or the duty of one body, rests until it is resumed."""
    fields = {"by": by}
    wish = Wish("suspended", task, on, unit, period=period, fields=fields, note=note, who=who)
    return recorded(session_of(context), wish, dry_run=dry_run)
