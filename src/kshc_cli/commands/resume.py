"""``kshc resume``: records that a suspended task goes on."""

from typing import Annotated

import typer

from kshc_cli.cli.entry_options import (
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

EXAMPLES = ("kshc resume 2.1.3 --on 1/9/2024",)

ByOption = Annotated[
    str | None, typer.Option("--by", metavar=_("DOCUMENT"), help=_("The document that says so, if there is one."))
]


def command(
    context: typer.Context,
    task: TaskArgument,
    *,
    by: ByOption = None,
    unit: UnitsOption = None,
    period: PeriodOption = None,
    on: OnOption = None,
    note: NoteOption = None,
    who: WhoOption = None,
    dry_run: DryRunOption = False,
) -> int:
    """Record that a suspended task goes on; its last day is the one that it had, or one that `kshc extend` names."""
    wish = Wish("resumed", task, on, unit, period=period, fields={"by": by}, note=note, who=who)
    return recorded(session_of(context), wish, dry_run=dry_run)
