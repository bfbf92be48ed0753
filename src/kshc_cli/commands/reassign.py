"""``kshc reassign``: records that another body took a task over."""

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
from kshc_cli.cli.options import complete_agency
from kshc_cli.cli.recording import agency_named, recorded
from kshc_cli.cli.session import session_of
from kshc_cli.messages import _

EXAMPLES = ('kshc reassign 1.2.2 --to "phong tu phap" --by "QĐ số 45/QĐ-UBND"',)

ToOption = Annotated[
    str,
    typer.Option("--to", metavar=_("AGENCY"), help=_("The body that takes it over."), autocompletion=complete_agency),
]


def command(
    context: typer.Context,
    task: TaskArgument,
    *,
    to: ToOption,
    by: ByOption,
    unit: UnitsOption = None,
    period: PeriodOption = None,
    on: OnOption = None,
    note: NoteOption = None,
    who: WhoOption = None,
    dry_run: DryRunOption = False,
) -> int:
    """Record that another body took over what is not done yet; what was done stays with who did it."""
    session = session_of(context)
    fields: dict[str, object] = {"lead": agency_named(to, session), "by": by}
    wish = Wish("reassigned", task, on, unit, period=period, fields=fields, note=note, who=who)
    return recorded(session, wish, dry_run=dry_run)
