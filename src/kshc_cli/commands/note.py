"""``kshc note``: records what is worth knowing of a task and changes nothing."""

from typing import Annotated

import typer

from kshc_cli.cli.entry_options import (
    DryRunOption,
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

EXAMPLES = ('kshc note 1.2.2 "Đã gửi dự thảo lấy ý kiến"',)

WordsArgument = Annotated[str, typer.Argument(metavar=_("WORDS"), help=_("What is worth knowing."))]


def command(
    context: typer.Context,
    task: TaskArgument,
    words: WordsArgument,
    *,
    unit: UnitsOption = None,
    period: PeriodOption = None,
    on: OnOption = None,
    who: WhoOption = None,
    dry_run: DryRunOption = False,
) -> int:
    """Record a note on a task; how it stands does not change."""
    wish = Wish("note", task, on, unit, period=period, note=words, who=who)
    return recorded(session_of(context), wish, dry_run=dry_run)
