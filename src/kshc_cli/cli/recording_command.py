"""The commands that record one thing of a task: their options follow from the fields of its entries."""

from collections.abc import Sequence
from typing import Any, Final

from kshc_cli.cli.declarations import REQUIRED, Command, Parameter, with_parameters
from kshc_cli.cli.entry_options import (
    ByOption,
    DryRunOption,
    NoteOption,
    OnOption,
    PeriodOption,
    TaskArgument,
    UnitsOption,
    WhoOption,
)
from kshc_cli.cli.recording import recorded
from kshc_cli.cli.session import Session
from kshc_cli.desk.recording import Wish
from kshc_cli.tracking.progress_log import FIELDS, What

_OF_SOME: Final = {"by": ByOption, "unit": UnitsOption, "period": PeriodOption}
"""The options of fields that several kinds of entry have, and some do not."""

_OF_ALL: Final = {"on": OnOption, "note": NoteOption, "who": WhoOption}


def recording_command(what: What, **own: Any) -> Command:  # noqa: ANN401  they stand in Annotated
    """Return the command that records ``what`` of a task; ``own`` are its own options, by the field that they give.

    An option is required where such an entry needs its field.
    """
    needed, allowed = FIELDS[what]
    some = {name: option for name, option in _OF_SOME.items() if name in needed | allowed}
    options = {"task": TaskArgument} | own
    options |= {name: option for name, option in (some | _OF_ALL).items() if name not in own}

    def command(
        session: Session,
        *,
        task: str,
        on: str | None,
        note: str | None,
        who: str | None,
        dry_run: bool,
        unit: Sequence[str] | None = None,
        period: str | None = None,
        **fields: object,
    ) -> int:
        wish = Wish(what.value, task, on, unit, period=period, fields=fields, note=note, who=who)
        return recorded(session, wish, dry_run=dry_run)

    given = [Parameter(name, option, REQUIRED if name in needed else None) for name, option in options.items()]
    return with_parameters(command, (*given, Parameter("dry_run", DryRunOption, default=False)))
