"""``kshc extend``: records that a deadline was moved."""

from typing import Annotated

import typer

from kshc_cli.cli.entry_options import (
    ByOption,
    DryRunOption,
    NoteOption,
    OnOption,
    PeriodOption,
    TaskArgument,
    UnitsOption,
    WhoOption,
    Wish,
)
from kshc_cli.cli.recording import recorded
from kshc_cli.cli.session import session_of
from kshc_cli.messages import _

EXAMPLES = ('kshc extend 1.2.2 --due 15/7/2024 --by "QĐ số 45/QĐ-UBND"',)

DueOption = Annotated[str, typer.Option("--due", metavar=_("DATE"), help=_("The new last day."))]


def command(
    context: typer.Context,
    task: TaskArgument,
    *,
    due: DueOption,
    by: ByOption,
    unit: UnitsOption = None,
    period: PeriodOption = None,
    on: OnOption = None,
    note: NoteOption = None,
    who: WhoOption = None,
    dry_run: DryRunOption = False,
) -> int:
    """Record that somebody moved the last day of a task, from the day of approval on."""
    fields = {"due": due, "by": by}
    wish = Wish("extended", task, on, unit, period=period, fields=fields, note=note, who=who)
    return recorded(session_of(context), wish, dry_run=dry_run)
