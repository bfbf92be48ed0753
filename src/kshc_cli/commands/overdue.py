"""``kshc overdue``: whose day has passed."""

from datetime import timedelta
from typing import Annotated

import typer

from kshc_cli.commands.answer import write_answer
from kshc_cli.commands.days import day_of
from kshc_cli.commands.formats import Format, FormatOption
from kshc_cli.commands.opening import agency_id, asked_plan
from kshc_cli.commands.options import AgencyOption, RoleOption, RoleOptionType
from kshc_cli.commands.session import session_of
from kshc_cli.errors import EXIT_FINDINGS
from kshc_cli.messages import _
from kshc_cli.query.filters import Choice, chosen_rows, due_rows
from kshc_cli.tracking.office_calendar import office_calendar

EXAMPLES = ("kshc overdue", "kshc overdue --as-of 2024-07-15 --agency phong-ban", "kshc overdue --fail")

AsOfOption = Annotated[
    str | None, typer.Option("--as-of", metavar=_("DATE"), help=_("The day to look from; today if left out."))
]
FailOption = Annotated[bool, typer.Option("--fail", help=_("Exit with status 1 if anything is overdue."))]


def command(
    context: typer.Context,
    *,
    as_of: AsOfOption = None,
    agency: AgencyOption = None,
    role: RoleOptionType = RoleOption.ANY,
    fail: FailOption = False,
    output: FormatOption = Format.TABLE,
) -> int:
    """Show every duty whose last day lies before the day asked for, the oldest first."""
    session = session_of(context)
    plan = asked_plan(session)
    day = session.day() if as_of is None else day_of(as_of)
    among = chosen_rows(plan, Choice(agency_id(agency, plan.plan), role.value))
    office = office_calendar(plan.plan)
    rows = due_rows(among, office=office, start=None, end=day - timedelta(days=1))
    write_answer(
        session, plan, rows, output, among=among, as_of=day, asked=agency is not None, office=office, days_off=False
    )
    return EXIT_FINDINGS if fail and rows else 0
