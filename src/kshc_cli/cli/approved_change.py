"""The commands that record a change which a document approves and which needs no more to be said."""

from collections.abc import Callable

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
from kshc_cli.tracking.progress_log import What


def approved_change(what: What) -> Callable[..., int]:
    """Return the command that records ``what`` of a task, or of the duty of one body."""

    def command(
        context: typer.Context,
        task: TaskArgument,
        *,
        by: ByOption,
        unit: UnitsOption = None,
        period: PeriodOption = None,
        on: OnOption = None,
        note: NoteOption = None,
        who: WhoOption = None,
        dry_run: DryRunOption = False,
    ) -> int:
        wish = Wish(what.value, task, on, unit, period=period, fields={"by": by}, note=note, who=who)
        return recorded(session_of(context), wish, dry_run=dry_run)

    return command
