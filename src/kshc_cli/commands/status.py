"""``kshc status``: how the plan stands, on one screen."""

import typer

from kshc_cli.commands.formats import JsonOrText, TextFormat
from kshc_cli.commands.opening import followed_plan
from kshc_cli.commands.options import AgencyOption, AsOfOption
from kshc_cli.commands.session import session_of
from kshc_cli.query.overview import overview
from kshc_cli.reports.json_text import json_text
from kshc_cli.reports.status import status_record, status_text

EXAMPLES = ("kshc status", 'kshc status --agency "Phường 1"', "kshc status --as-of 30/6/2024")


def command(
    context: typer.Context,
    *,
    agency: AgencyOption = None,
    as_of: AsOfOption = None,
    output: JsonOrText = TextFormat.TEXT,
) -> int:
    """Show what is late, what is due soon, what is done, and how each body stands."""
    session = session_of(context)
    following = followed_plan(session, as_of=as_of, agency=agency)
    view = overview(following)
    if output is TextFormat.JSON:
        session.write(json_text(status_record(view, following)))
    else:
        session.write(status_text(view, following, session.terminal()))
    return 0
